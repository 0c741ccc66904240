//! `hexapla memory`: how texts like one are translated.

mod support;

use support::Project;

fn project() -> Project {
    let project = Project::of(&[
        ("src/a.ftl", "a = You can call us any day.\nb = { $n } new messages\nc = Never seen\n"),
        ("out/es/a.ftl", "a = Puede llamarnos cualquier día.\nb = { $n } mensajes nuevos\n"),
        ("src/p.md", "# Help\n\nWrite to us at any time.\n"),
        ("out/es/p.md", "# Ayuda\n\nEscríbanos a cualquier hora.\n"),
    ]);
    project.ok(&["accept", "--all", "--force"]);
    project
}

#[test]
fn like_texts_are_shown_with_what_differs_and_where_they_are_from() {
    let project = project();
    let said = project.ok(&["memory", "Write to us at any hour.", "-l", "es"]);
    assert!(said.contains("pages/p\n"), "{said}");
    assert!(said.contains("Write to us at any [-time-]{+hour+}."), "{said}");
    assert!(said.contains("Escríbanos a cualquier hora."), "{said}");
    let all = project.json(&["memory", "Write to us at any time.", "-l", "es", "--json"]);
    assert_eq!(
        (&all[0]["score"], &all[0]["target"]),
        (&100.into(), &"Escríbanos a cualquier hora.".into())
    );
    assert_eq!(
        project.ok(&["memory", "Bicycles for sale in the old town", "-l", "es"]),
        "nothing like it\n"
    );
}

#[test]
fn a_translation_whose_source_has_changed_is_remembered_for_what_it_was() {
    let project = project();
    project.edit("src/p.md", "at any time", "by letter only, please");
    let all = project.json(&["memory", "Write to us at any time.", "-l", "es", "--json"]);
    assert_eq!(
        (&all[0]["score"], &all[0]["source"]),
        (&100.into(), &"Write to us at any time.".into())
    );
}

#[test]
fn what_nobody_vouches_for_is_not_remembered() {
    let project = project();
    project.edit("out/es/p.md", "Escríbanos", "Escribid");
    let said = project.ok(&["memory", "Write to us at any time.", "-l", "es"]);
    assert_eq!(said, "nothing like it\n");
    let ran = project.run(&["memory", "Help", "-l", "fr"]);
    assert!(ran.code == 2 && ran.err.contains("nothing is translated into `fr`"), "{}", ran.err);
}

const TMX: &str = r#"<tmx version="1.4"><header srclang="en"/><body>
<tu><tuv xml:lang="en"><seg>Write to us at any time.</seg></tuv><tuv xml:lang="es"><seg>Escríbenos siempre.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>We answer every letter.</seg></tuv><tuv xml:lang="es"><seg>Contestamos cada carta.</seg></tuv></tu>
</body></tmx>
"#;

/// A project with memories of other tools.
fn with_memories() -> Project {
    let project = project();
    project.write("memory/old.tmx", TMX);
    let header = "msgid \"\"\nmsgstr \"Language: es\\n\"\n\n";
    project.write(
        "memory/more.po",
        format!("{header}msgid \"See you soon.\"\nmsgstr \"Hasta pronto.\"\n"),
    );
    project.edit(
        "hexapla.toml",
        "[collections.pages]",
        "memory = [\"memory/old.tmx\", \"memory/more.po\"]\n[collections.pages]",
    );
    project
}

#[test]
fn memories_of_other_tools_come_after_the_projects_own() {
    let project = with_memories();
    let found = |text: &str| project.json(&["memory", text, "-l", "es", "--json"]);
    let all = found("Write to us at any time.");
    assert_eq!(
        (&all[0]["score"], &all[0]["target"]),
        (&100.into(), &"Escríbanos a cualquier hora.".into())
    );
    assert_eq!((&all[1]["score"], &all[1]["from"]), (&97.into(), &"memory/old.tmx".into()));
    assert_eq!(found("See you soon.")[0]["from"], "memory/more.po");
    assert_eq!(found("See you soon.")[0]["target"], "Hasta pronto.");
    // A file that changed is read anew.
    project.edit("memory/more.po", "Hasta pronto.", "Nos vemos.");
    assert_eq!(found("See you soon.")[0]["target"], "Nos vemos.");
}

#[test]
fn a_broken_memory_is_told_with_its_place_and_does_not_stop_the_rest() {
    let project = with_memories();
    project.edit("memory/old.tmx", "<seg>Contestamos", "<seg Contestamos");
    let ran = project.run(&["memory", "See you soon.", "-l", "es"]);
    assert!(ran.err.contains("memory/old.tmx:3:"), "{}", ran.err);
    assert!(ran.out.contains("Hasta pronto."), "{}", ran.out);
    assert!(project.ok(&["memory", "Write to us at any time.", "-l", "es"]).contains("Escríbenos"));
    project.edit("hexapla.toml", "memory/more.po", "memory/none.po");
    let ran = project.run(&["memory", "We answer", "-l", "es"]);
    assert!(ran.err.contains("memory/none.po"), "{}", ran.err);
    project.edit("hexapla.toml", "memory/none.po", "memory/more.txt");
    let ran = project.run(&["status"]);
    assert!(ran.code == 3 && ran.err.contains("`.tmx` or `.po`"), "{}{}", ran.code, ran.err);
}

#[test]
fn memories_of_other_tools_fill_nothing_in() {
    let project = with_memories();
    project.edit("src/p.md", "Write to us at any time.", "We answer every letter.");
    project.write("src/q.md", "We answer every letter.\n");
    let told = project.run(&["prefill", "-l", "es"]);
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(!project.path("out/es/q.md").exists());
}
