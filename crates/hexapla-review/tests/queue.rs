//! What the queue lists, in which order, and what its filters leave of it.

mod kit;

use axum::http::StatusCode;
use kit::{House, Visitor, accept, plain, shown};
use serde_json::{Value, json};

const CONFIG: &str = r#"
version = 1
name = "Test"
source_locale = "en"
locales = ["ar", "es"]
ledger = "ledger"
workflows = "workflows"

[people.mara]
roles = ["translator"]

[people.lena]
roles = ["translator", "reviewer"]

[collections.ui]
format = "fluent"
source = "src/{path}.ftl"
target = "out/{locale}/{path}.ftl"

[collections.urgent]
format = "fluent"
source = "urgent/{path}.ftl"
target = "urgent-out/{locale}/{path}.ftl"
workflow = "urgent"
"#;

/// Two people for Spanish; of Arabic nothing is asked.
const URGENT: &str = r#"
version = 1
priority = 5
[[states]]
name = "translated"
[[states]]
name = "reviewed"
roles = ["reviewer"]
people = 2
[channels.preview]
[channels.stable]
locales = ["es"]
state = "reviewed"
"#;

fn house(files: &[(&str, &str)]) -> House {
    let rules = [("hexapla.toml", CONFIG), ("workflows/urgent.toml", URGENT)];
    let all: Vec<(&str, &str)> = rules.iter().chain(files).copied().collect();
    House::of(&all)
}

async fn settle(visitor: &Visitor<'_>, unit: &str, text: &str) {
    let sent = accept(&shown(visitor, unit).await, text);
    let told = visitor.post("/api/unit/es", &sent).await;
    assert_eq!(told.status, StatusCode::OK, "{unit}: {}", told.text);
}

/// What the queue of Spanish lists with a query, by name.
async fn listed(visitor: &Visitor<'_>, query: &str) -> Vec<String> {
    let queue = visitor.json(&format!("/api/queue/es?{query}")).await;
    let rows = queue["rows"].as_array().expect("rows");
    rows.iter().map(|it| it["unit"].as_str().expect("a unit").to_owned()).collect()
}

#[tokio::test]
async fn what_a_second_person_has_to_see_waits_in_the_queue() {
    let house = house(&[
        ("urgent/a.ftl", "m = Call us\nn = Write to us\n"),
        ("src/b.ftl", "o = One\np = Two\n"),
    ]);
    let (mara, lena) = (house.visitor("mara"), house.visitor("lena"));
    settle(&mara, "urgent/a#m", "m = Llámanos").await;
    settle(&mara, "ui/b#p", "p = Dos").await;
    // Behind what is missing of the same priority, and before all that is less urgent; a workflow that asks
    // for no more than a translation is content with it.
    assert_eq!(listed(&lena, "").await, ["urgent/a#n", "urgent/a#m", "ui/b#o"]);
    let queue = lena.json("/api/queue/es?need=review").await;
    assert_eq!(queue["units"], 1, "{queue}");
    assert_eq!(queue["needs"]["review"], 1, "{queue}");
    assert_eq!(queue["needs"]["missing"], 2, "{queue}");
    assert_eq!(queue["rows"][0]["state"], "translated", "{queue}");
    let page = lena.get("/queue/es?need=review").await.text;
    assert!(page.contains("To review") && page.contains(">Translated<"), "{page}");
    let page = lena.get("/unit/es?unit=urgent%2Fa%23m").await.text;
    assert!(page.contains("To review") && page.contains("value=\"accept\""), "{page}");
    // The same person again is not a second one.
    settle(&mara, "urgent/a#m", "m = Llámanos").await;
    assert_eq!(listed(&lena, "need=review").await, ["urgent/a#m"]);
    settle(&lena, "urgent/a#m", "m = Llámanos").await;
    assert_eq!(shown(&lena, "urgent/a#m").await["state"], "reviewed");
    assert_eq!(listed(&lena, "").await, ["urgent/a#n", "ui/b#o"]);
}

/// What takes two people takes them in every locale, whatever its channels ask for; what takes one is content with
/// a translation.
#[tokio::test]
async fn what_takes_two_people_waits_in_locales_of_which_no_channel_asks_more_too() {
    let house = house(&[("urgent/a.ftl", "m = Call us\n"), ("src/b.ftl", "o = One\n")]);
    let mara = house.visitor("mara");
    for (unit, text) in [("urgent%2Fa%23m", "m = اتصل بنا"), ("ui%2Fb%23o", "o = واحد")]
    {
        let value = mara.json(&format!("/api/unit/ar?unit={unit}")).await;
        let told = mara.post("/api/unit/ar", &accept(&value, text)).await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.text);
    }
    let queue = mara.json("/api/queue/ar").await;
    let rows = queue["rows"].as_array().expect("rows").iter();
    let waits: Vec<_> = rows.map(|it| (it["unit"].clone(), it["need"].clone())).collect();
    assert_eq!(waits, [(json!("urgent/a#m"), json!("review"))]);
}

const BEFORE: &str = "case = Read this here\nnumber = Call 10 now. It is free\nold = An old text\n\
                      same = It stays\nwording = Some text here\n";

/// A house in which Spanish lacks something of each kind: `old` changed days before the others.
async fn drifted() -> House {
    let house = house(&[
        ("src/a.ftl", &format!("{BEFORE}miss = Not there\nunver = By hand\ntick = Tick\n")),
        ("urgent/x.ftl", "late = Urgent words\n"),
    ]);
    let house =
        house.reopened(|it| it.as_of = Some("2026-11-01T12:00:00Z".parse().expect("a time")));
    let mara = house.visitor("mara");
    for line in BEFORE.lines().chain(["unver = A mano"]) {
        let name = line.split(' ').next().expect("a name");
        settle(&mara, &format!("ui/a#{name}"), &line.replace("text", "texto")).await;
    }
    let lena = house.visitor("lena");
    settle(&mara, "urgent/x#late", "late = Palabras urgentes").await;
    settle(&lena, "urgent/x#late", "late = Palabras urgentes").await;
    let source = house.read("src/a.ftl");
    let source = source.replace("An old text", "A very old text");
    house.write("src/a.ftl", &source);
    // With a decision the room looks at what has changed.
    settle(&mara, "ui/a#tick", "tick = Uno").await;
    let house =
        house.reopened(|it| it.as_of = Some("2026-11-20T12:00:00Z".parse().expect("a time")));
    let mara = house.visitor("mara");
    let source = source
        .replace("Read this", "read this")
        .replace("10", "20")
        .replace("Some text here", "Some other words here");
    house.write("src/a.ftl", &source);
    house.write("urgent/x.ftl", "late = Urgent words here\n");
    let target = house.read("out/es/a.ftl");
    house.write("out/es/a.ftl", &target.replace("A mano", "A otra mano"));
    settle(&mara, "ui/a#tick", "tick = Dos").await;
    house
}

/// By priority, then why it waits, then age, then the kind of change, the gravest first.
#[tokio::test]
async fn what_harms_most_comes_first() {
    let house = drifted().await;
    let mara = house.visitor("mara");
    let order = ["urgent/x#late", "ui/a#old", "ui/a#wording", "ui/a#number", "ui/a#case"];
    let rest = ["ui/a#unver", "ui/a#miss"];
    assert_eq!(listed(&mara, "").await, [&order[..], &rest[..]].concat());
    let rows = mara.json("/api/queue/es").await["rows"].clone();
    assert_eq!(rows[1]["changed_at"], "2026-11-01T12:00:00Z", "{rows}");
    assert_eq!(rows[2]["changed_at"], "2026-11-20T12:00:00Z", "{rows}");
}

#[tokio::test]
async fn each_filter_leaves_what_it_names() {
    let house = drifted().await;
    let mara = house.visitor("mara");
    for (query, left) in [
        ("collection=urgent", &["urgent/x#late"][..]),
        ("collection=urgent&need=missing", &[]),
        ("class=number", &["ui/a#number"]),
        ("class=number&class=case", &["ui/a#number", "ui/a#case"]),
        ("need=unverified&need=missing", &["ui/a#unver", "ui/a#miss"]),
        ("state=reviewed", &["urgent/x#late"]),
        ("state=initial", &["ui/a#unver", "ui/a#miss"]),
        ("state=translated&class=wording", &["ui/a#old", "ui/a#wording"]),
        // In the source, the translation and the address, whatever the case.
        ("q=other+WORDS", &["ui/a#wording"]),
        ("q=otra+mano", &["ui/a#unver"]),
        ("q=a%23mis", &["ui/a#miss"]),
        ("q=nowhere", &[]),
        // What is no filter's value leaves everything that the others leave.
        ("class=number&state=none", &["ui/a#number"]),
    ] {
        assert_eq!(listed(&mara, query).await, left, "{query}");
    }
}

#[tokio::test]
async fn units_and_words_of_what_is_left_are_counted() {
    let house = drifted().await;
    let mara = house.visitor("mara");
    let counted = async |query: &str| -> [Value; 3] {
        let queue = mara.json(&format!("/api/queue/es?{query}")).await;
        ["units", "words", "words_to_read"].map(|it| queue[it].clone())
    };
    // Of two sentences one has changed; of what has no translation all is to be read.
    assert_eq!(counted("class=number").await, [1, 6, 3].map(Value::from));
    assert_eq!(counted("need=missing").await, [1, 2, 2].map(Value::from));
    assert_eq!(counted("class=number&need=stale").await, [1, 6, 3].map(Value::from));
    let all = mara.json("/api/queue/es").await;
    let needs = json!({ "stale": 5, "moved": 0, "unverified": 1, "missing": 1, "review": 0 });
    assert_eq!(all["needs"], needs, "{all}");
    // What a filter of needs leaves out is counted beside it, what another leaves out is not.
    let some = mara.json("/api/queue/es?need=missing&collection=ui").await;
    assert_eq!(some["units"], 1, "{some}");
    assert_eq!(some["needs"]["stale"], 4, "{some}");
    let rows = all["rows"].as_array().expect("rows").clone();
    let sum = |name: &str| rows.iter().map(|it| it[name].as_u64().expect("a number")).sum::<u64>();
    assert_eq!(all["words"], sum("words"));
    assert_eq!(all["words_to_read"], sum("words_to_read"));
    let page = plain(&mara.get("/queue/es?class=number").await.text);
    for told in ["1 unit is waiting", "6 words", "3 words to read again"] {
        assert!(page.contains(told), "{told}: {page}");
    }
}

/// Nobody types accents to find a word, nor the vowel signs of Arabic; whoever does finds the same.
#[tokio::test]
async fn a_search_passes_over_case_and_accents() {
    let house = house(&[
        ("src/b.ftl", "o = Child\np = Man\nq = Cliché\n"),
        ("out/es/b.ftl", "o = Niño\np = Hombre\n"),
        ("out/ar/b.ftl", "o = وَلَد\n"),
    ]);
    let mara = house.visitor("mara");
    for query in ["nino", "NINO", "ni%C3%B1o", "nin%CC%83o"] {
        assert_eq!(listed(&mara, &format!("q={query}")).await, ["ui/b#o"], "{query}");
    }
    assert_eq!(listed(&mara, "q=cliche").await, ["ui/b#q"]);
    let told = mara.json("/api/queue/ar?q=%D9%88%D9%84%D8%AF").await;
    assert_eq!(told["rows"][0]["unit"], "ui/b#o", "{told}");
    assert_eq!(told["units"], 1, "{told}");
}

/// Coverage and the queue that it leads to say one and the same of what waits.
#[tokio::test]
async fn coverage_says_of_what_waits_what_the_queue_says() {
    let house = House::example();
    let mara = house.visitor("mara");
    let page = plain(&mara.get("/").await.text);
    let (_, row) = page.split_once("<a href=\"/queue/es\">es</a>").expect("a row");
    let (_, sums) = row.split_once("<td class=\"total\">").expect("the sums of the row");
    let sums = sums.split("</td>").next().expect("a cell");
    let needs = mara.json("/api/queue/es").await["needs"].clone();
    for (need, sign, name) in [("stale", "÷", "Stale"), ("moved", "↕", "Moved")] {
        let units = needs[need].as_u64().expect("a number");
        assert!(units > 0, "{need}");
        let told = format!(
            "<span aria-hidden=\"true\">{sign}</span><span class=\"sr\">{name} </span>{units}</span>"
        );
        assert!(sums.contains(&told), "{told}: {sums}");
    }
    assert!(page.contains("<span class=\"moved\">↕ Moved</span>"), "the legend has it");
    // The sum of a queue is not what its filter calls what waits for a reviewer.
    let queue = plain(&mara.get("/queue/es").await.text);
    assert!(!queue.contains("units to review") && queue.contains("units are waiting"), "{queue}");
}

/// Who works on what is only known of people with accounts: the page says so rather than to filter nothing in
/// silence.
#[tokio::test]
async fn without_accounts_the_queue_says_that_nobody_is_known_to_work_on_anything() {
    let house = house(&[("src/b.ftl", "o = One\n")]);
    let mara = house.visitor("mara");
    let told = "takes accounts";
    assert!(!mara.get("/queue/es").await.text.contains(told));
    assert!(mara.get("/queue/es?claim=mine").await.text.contains(told));
    assert_eq!(mara.json("/api/queue/es?claim=mine").await["ignored"], json!(["claim"]));
    assert_eq!(mara.json("/api/queue/es").await["ignored"], json!([]));
}

/// What fits no filter is not done for that.
#[tokio::test]
async fn a_queue_of_which_filters_leave_nothing_does_not_say_that_all_is_done() {
    let house = house(&[("src/b.ftl", "o = One\n")]);
    let mara = house.visitor("mara");
    let page = mara.get("/queue/es?q=nowhere").await.text;
    assert!(page.contains("fits these filters") && !page.contains("All done"), "{page}");
    settle(&mara, "ui/b#o", "o = Uno").await;
    let page = mara.get("/queue/es").await.text;
    assert!(page.contains("All done") && !page.contains("fits these filters"), "{page}");
}

/// A bar with a hundred locales in a row leaves no room for the page.
#[tokio::test]
async fn many_locales_stand_in_a_menu() {
    let tags = ["es", "ar", "bg", "cs", "da", "de", "el", "fi", "fr", "hu", "it", "ja", "ko", "lt"];
    let config = |tags: &[&str]| {
        CONFIG.replace("locales = [\"ar\", \"es\"]", &format!("locales = {tags:?}"))
    };
    for (tags, is_menu) in [(&tags[..3], false), (&tags[..], true)] {
        let house = house(&[("hexapla.toml", &config(tags)), ("src/b.ftl", "o = One\n")]);
        let page = house.visitor("mara").get("/queue/es").await.text;
        assert_eq!(page.contains("<details class=\"menu\">"), is_menu, "{page}");
        for tag in tags {
            assert!(page.contains(&format!("href=\"/queue/{tag}\"")), "{tag}");
        }
    }
}
