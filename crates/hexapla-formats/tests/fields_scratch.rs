use std::time::Instant;
#[test]
fn explore_yaml() {
    for t in ["a: |\n  x\n  y\n\nb: z\n", "a: |+ # x > y\n  x\n\n\nb: z\n", "a: |2-\n   x\nb: z", "a:\r\n- |\r\n  x\r\n  é\r\n- z # c\r\n", "a:\nb: \nc: ''\n", "é: 'x\n  y'\nb: x\n  y z  \nc: {a: b, c: [d, e]}\n",
     "a: &x\n  b: c\nd: *x\ne: !!str f\ng: !t {a: b}\n<<: *x\n", "# top\n# two\na: b # trail\n# c1\n\n# c2\nc:\n  # in\n  d: e\n", "? a\n: b\n", "a: |\n\nb: x", "- - a: x\n    b: y\n", "a: >\n  x\n  y\n", "a: |\n  x", "\u{feff}a: b\n"] {
        println!("=== {t:?}");
        for e in granit_parser::Parser::new_from_str(t) {
            match e { Ok((e, s)) => println!("  {e:?} {:?} indent {:?}", s.byte_range().map(|r| t.get(r)), s.indent), Err(e) => println!("  ERR {e:?}") }
        }
    }
}
#[test]
fn explore_toml() {
    use toml_edit::*;
    for t in ["# c\na.b.c = 1\n  x = {y.z = 2, w = 3}\n[t]\n  k = 'v'\n[[r]]\na = 1\n[r.s]\nb = 2\n[p.q]\n[[r]]\n"] {
        let d = Document::parse(t).unwrap();
        fn show(t: &str, item: &Item, pad: usize) {
            let p = " ".repeat(pad);
            match item {
                Item::Table(tab) => { println!("{p}table {:?} impl {} dot {} pos {:?}", tab.span().map(|s| &t[s]), tab.is_implicit(), tab.is_dotted(), tab.position());
                    for (k, i) in tab.iter() { println!("{p} key {k} {:?} leaf {:?} dotted {:?}", tab.key(k).unwrap().span(), tab.key(k).unwrap().leaf_decor(), tab.key(k).unwrap().dotted_decor()); show(t, i, pad+3); } }
                Item::ArrayOfTables(a) => { println!("{p}aot {:?}", a.span().map(|s| &t[s])); for x in a.iter() { show(t, &Item::Table(x.clone()), pad+3); } }
                Item::Value(Value::InlineTable(it)) => { println!("{p}inline {:?} dot {}", it.span().map(|s| &t[s]), it.is_dotted()); for (k, v) in it.iter() { println!("{p} key {k} {:?} {:?}", it.key(k).unwrap().span(), it.key(k).unwrap().leaf_decor()); show(t, &Item::Value(v.clone()), pad+3); } }
                Item::Value(v) => println!("{p}value {:?}", v.span().map(|s| &t[s])),
                Item::None => println!("none"),
            }
        }
        show(t, d.as_item(), 0);
    }
}
#[test]
fn bombs() {
    use hexapla_formats::*;
    let rules = FieldRules { include: vec!["*".parse().unwrap()], ids: vec![("items".parse().unwrap(), "id".into())] };
    let run = |name: &str, f: Format, text: String| {
        eprintln!("start {name}");
        let t0 = Instant::now();
        let rules = rules.clone();
        let n = std::thread::Builder::new().stack_size(2<<20).spawn(move || { let e = extract(f, text.as_bytes(), &rules); (text.len(), e.units.len(), e.diagnostics.first().map(|d| (d.id, d.span.clone(), d.message.clone()))) }).unwrap().join().unwrap();
        eprintln!("{name}: {n:?} {:?}", t0.elapsed());
    };
    let fm = |t: String| format!("---\n{t}\n---\n");
    let k = vec!["a"; 79].join(".");
    if false {} else if std::env::var_os("DEEP").is_some() { run("toml dotted inline", Format::Toml, format!("a = {}{}", format!("{{{k} = ").repeat(75), "1".to_owned() + &"}".repeat(75))); }
    run("toml long key", Format::Toml, format!("{} = 1", vec!["a"; 100_000].join(".")));
    run("toml array", Format::Toml, format!("a = {}", "[".repeat(1_000_000)));
    run("toml aots", Format::Toml, (0..78).map(|i| format!("[[{}]]\n", vec!["a"; i+1].join("."))).collect());
    run("toml 100k keys", Format::Toml, (0..100_000).map(|i| format!("k{i} = 'x'\n")).collect());
    run("toml 100k items", Format::Toml, (0..50_000).map(|i| format!("[[items]]\nid = 'x{i}'\nl = 'x'\n")).collect());
    run("toml 50k rows", Format::Toml, (0..50_000).map(|i| format!("[[rows]]\nid = 'x{i}'\nl = 'x'\n")).collect());
    run("toml comments", Format::Toml, "# a\n".repeat(300_000) + "a = 'x'\n");
    run("yaml 10k keys", Format::Markdown, fm((0..10_000).map(|i| format!("k{i}: x\n")).collect()));
    run("yaml 20k keys", Format::Markdown, fm((0..20_000).map(|i| format!("k{i}: x\n")).collect()));
    run("yaml 40k list", Format::Markdown, fm("a:\n".to_owned() + &"- x\n".repeat(40_000)));
    run("yaml flow [", Format::Markdown, fm("a: ".to_owned() + &"[".repeat(100_000)));
    run("yaml block -", Format::Markdown, fm("- ".repeat(100_000)));
    run("yaml ?", Format::Markdown, fm("? ".repeat(100_000)));
    run("yaml long scalar", Format::Markdown, fm("a: ".to_owned() + &"x ".repeat(500_000)));
    run("yaml long quoted", Format::Markdown, fm("a: \"".to_owned() + &"x\n ".repeat(300_000)));
    run("yaml flow list", Format::Markdown, fm("a: [".to_owned() + &"x, ".repeat(200_000) + "]"));
    run("yaml flow list, pairs", Format::Markdown, fm("a: [".to_owned() + &"x: y, ".repeat(100_000) + "]"));
    run("yaml blocks", Format::Markdown, fm((0..20_000).map(|i| format!("k{i}: |\n  x\n")).collect()));
    run("yaml multiline plain", Format::Markdown, fm("a: x\n".to_owned() + &"  x\n".repeat(300_000)));
    run("yaml comments", Format::Markdown, fm("# x\n".repeat(300_000) + "a: b"));
    run("yaml indent comb", Format::Markdown, fm((0..2_000).map(|i| " ".repeat(i) + "a:\n").collect()));
}
