//! Many at once: nobody's words are lost, and nothing is attested that nobody was shown.

mod kit;

use std::sync::Arc;

use axum::http::StatusCode;
use kit::{House, accept, shown};
use serde_json::Value;

const EDITORS: usize = 64;
const ROUNDS: usize = 50;
const INTERLEAVINGS: usize = 500;

/// Editors of one unit who all saw the same: one of them wins each round, and every other one is told
/// what it is now, so that their own words and those of the winner are both there to be merged.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_editors_of_one_unit_one_wins_each_round_and_nobody_loses_a_word() {
    let house = Arc::new(House::of(&[("src/a.ftl", "m = One\n"), ("out/es/a.ftl", "m = Uno\n")]));
    let (mut won, mut late) = (0, 0);
    for round in 0..ROUNDS {
        let before = shown(&house.visitor("mara"), "ui/a#m").await;
        let tries = (0..EDITORS).map(|editor| {
            let (house, before) = (Arc::clone(&house), before.clone());
            tokio::spawn(async move {
                let text = format!("m = Uno de {editor} en {round}");
                let visitor = house.visitor(&format!("editor{editor}"));
                (text.clone(), visitor.post("/api/unit/es", &accept(&before, &text)).await)
            })
        });
        let tries: Vec<_> = tries.collect();
        let mut winner = None;
        let mut theirs = Vec::new();
        for tried in tries {
            let (text, told) = tried.await.expect("an answer");
            match told.status {
                StatusCode::OK => assert!(winner.replace(text).is_none(), "two win in {round}"),
                StatusCode::CONFLICT => theirs.push(told.text),
                other => panic!("{other}: {}", told.text),
            }
        }
        let winner = winner.unwrap_or_else(|| panic!("nobody wins in {round}"));
        assert_eq!(house.read("out/es/a.ftl"), format!("{winner}\n"));
        for text in &theirs {
            let value: Value = serde_json::from_str(text).expect("JSON");
            assert_eq!(value["target"].as_str(), Some(winner.as_str()), "{text}");
        }
        (won, late) = (won + 1, late + theirs.len());
    }
    println!("{won} won, {late} were late");
    assert_eq!((won, late), (ROUNDS, ROUNDS * (EDITORS - 1)));
}

/// The source is saved by an editor's program while a translation is accepted: whatever comes first, the
/// unit is current only beside the source that the translator was shown.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_source_that_is_saved_meanwhile_is_never_vouched_for() {
    let house = Arc::new(House::of(&[("src/a.ftl", "m = One 0\n"), ("out/es/a.ftl", "m = Uno\n")]));
    let (mut settled, mut late) = (0, 0);
    for round in 0..INTERLEAVINGS {
        let source = format!("m = One {round}\n");
        house.write("src/a.ftl", &source);
        let mara = house.visitor("mara");
        let before = shown(&mara, "ui/a#m").await;
        let was_shown = before["source"].as_str().expect("a source").to_owned();
        let changed = format!("m = Another {round}\n");
        let saving = {
            let (house, changed) = (Arc::clone(&house), changed.clone());
            tokio::task::spawn_blocking(move || {
                std::thread::sleep(std::time::Duration::from_micros((round as u64 * 97) % 20_000));
                house.write("src/a.ftl", &changed);
            })
        };
        let told = mara.post("/api/unit/es", &accept(&before, &format!("m = Uno {round}"))).await;
        saving.await.expect("saved");
        match told.status {
            StatusCode::OK => settled += 1,
            StatusCode::CONFLICT => late += 1,
            // A file that is half written is told of, and nothing is done.
            StatusCode::NOT_FOUND | StatusCode::UNPROCESSABLE_ENTITY => late += 1,
            other => panic!("{other}: {}", told.text),
        }
        let now = shown(&mara, "ui/a#m").await;
        if now["freshness"] == "current" {
            assert_eq!(now["source"].as_str(), Some(was_shown.as_str()), "round {round}");
        }
        assert_ne!(now["source"].as_str(), Some(was_shown.as_str()), "it was saved");
    }
    println!("{settled} settled, {late} late");
    assert_eq!(settled + late, INTERLEAVINGS);
    assert!(settled > 0 && late > 0, "{settled} settled, {late} late");
}
