//! OmegaT, without its window: it loads a project that holds what we export, and saves its files. What a
//! translator writes stands in the project's memory.

use std::path::Path;
use std::process::Command;

use hexapla_exchange::{Exchange, Format, Segment, Text, read, write, write_filled};
use hexapla_model::{Freshness, State};

use crate::{common, exported, run};

/// A project, whose languages are those of the example.
const PROJECT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir>
<glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>en</source_lang><target_lang>es</target_lang>
<source_tok>org.omegat.tokenizer.LuceneEnglishTokenizer</source_tok>
<target_tok>org.omegat.tokenizer.DefaultTokenizer</target_tok>
<sentence_seg>false</sentence_seg>
<support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags></project></omegat>
"#;

/// What OmegaT shows of a segment, and what a translator writes for it.
type Written<'a> = [(&'a str, &'a str)];

/// What OmegaT saves of `file`, which a translator has worked on, with `memory` beside it.
fn saved(
    folder: &Path,
    file: &Path,
    written: &Written<'_>,
    memory: Option<&Path>,
) -> Result<Exchange, String> {
    run(Command::new("omegat").arg("--help"))?;
    let project = folder.join("project");
    for part in ["source", "target", "tm/auto", "glossary", "dictionary", "omegat"] {
        std::fs::create_dir_all(project.join(part)).expect("a folder");
    }
    let name = file.file_name().expect("a name");
    std::fs::copy(file, project.join("source").join(name)).expect("a copy");
    std::fs::write(project.join("omegat.project"), PROJECT).expect("written");
    std::fs::write(project.join("omegat/project_save.tmx"), save(written)).expect("written");
    if let Some(memory) = memory {
        std::fs::copy(memory, project.join("tm/auto/memory.tmx")).expect("a copy");
    }
    let home = format!("--config-dir={}", folder.join("home").display());
    let options = ["--mode=console-translate", "--no-team", "--disable-project-locking"];
    run(Command::new("omegat").args(options).arg(home).arg(&project)).expect("it ran");
    let bytes = std::fs::read(project.join("target").join(name)).expect("it saved");
    Ok(read(&bytes, None).expect("it reads"))
}

/// The memory that OmegaT keeps of what was written in a project.
fn save(written: &Written<'_>) -> String {
    let escaped = |text: &str| {
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
    };
    let units = written.iter().map(|(source, target)| {
        format!(
            "<tu><tuv lang=\"en\"><seg>{}</seg></tuv><tuv lang=\"es\"><seg>{}</seg></tuv></tu>\n",
            escaped(source),
            escaped(target)
        )
    });
    let units: String = units.collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tmx SYSTEM \"tmx11.dtd\">\n\
         <tmx version=\"1.1\"><header creationtool=\"OmegaT\" o-tmf=\"OmegaT TMX\" \
         adminlang=\"EN-US\" datatype=\"plaintext\" creationtoolversion=\"3.6\" \
         segtype=\"paragraph\" srclang=\"en\"/><body>\n{units}</body></tmx>\n"
    )
}

fn segments(exchange: &Exchange) -> impl Iterator<Item = &Segment> {
    exchange.files.iter().flat_map(|file| &file.segments)
}

/// The segment whose source holds `words`.
fn of<'a>(exchange: &'a Exchange, words: &str) -> &'a Segment {
    segments(exchange).find(|it| it.source.as_str().contains(words)).expect(words)
}

fn target(segment: &Segment) -> &str {
    segment.target.as_ref().map_or("", Text::as_str)
}

/// All segments but those whose sources hold one of `words`.
fn others<'a>(exchange: &'a Exchange, words: &[&str]) -> Vec<&'a Segment> {
    let named = |it: &&Segment| !words.iter().any(|word| it.source.as_str().contains(word));
    segments(exchange).filter(named).collect()
}

/// In every format that it opens: of XLIFF 2.1 it sees no segments.
pub(crate) fn saves_what_it_was_given(_: &Path, folder: &Path) -> Result<(), String> {
    for format in [Format::Xliff, Format::Xliff12] {
        let back = saved(folder, &exported(folder, format), &[], None)?;
        assert_eq!(back, common::example(), "{format}");
        std::fs::remove_dir_all(folder.join("project")).expect("removed");
    }
    Ok(())
}

/// It shows targets alone, as what is to be translated, with the codes as tags.
pub(crate) fn translates_filled_xliff12(_: &Path, folder: &Path) -> Result<(), String> {
    let file = folder.join("out.xlf");
    std::fs::write(&file, write_filled(&common::example())).expect("written");
    let written = [
        ("Pide ayuda", "Busca ayuda"),
        ("First line\n    second line", "Primera línea\n    segunda línea"),
        (
            "<f0>¿Un niño está en peligro?</f0> Llama al <f1>112</f1>.",
            "Llama <f0>ya</f0> al <f1>112</f1>.",
        ),
    ];
    let back = saved(folder, &file, &written, None)?;
    let same = ["Get help", "First line", "Is a child"];
    assert_eq!(others(&back, &same), others(&common::example(), &same));
    let expected = [
        ("Get help", "Busca ayuda"),
        ("First line", "long =\n    Primera línea\n    segunda línea"),
        ("Is a child", "Llama **ya** al [112](tel:112)."),
    ];
    for (source, text) in expected {
        let segment = of(&back, source);
        assert_eq!(target(segment), text);
        assert_eq!((segment.state, segment.freshness), (State::Translated, Freshness::Current));
    }
    assert_eq!(of(&back, "Is a child").target.as_ref().map(|it| it.codes().len()), Some(4));
    Ok(())
}

/// It takes a fuzzy translation for none, and leaves its place empty.
pub(crate) fn translates_po(_: &Path, folder: &Path) -> Result<(), String> {
    let written = [
        ("Get help", "Busca ayuda"),
        ("First line\n    second line", "Primera línea\n    segunda línea"),
        ("**Is a child in danger?** Call [112](tel:112) at once.", "Llama ya al [112](tel:112)."),
    ];
    let back = saved(folder, &exported(folder, Format::Po), &written, None)?;
    let whole = common::example().flattened();
    for segment in segments(&back) {
        let source = segment.source.as_str();
        let before = segments(&whole).find(|it| it.source.as_str() == source).expect("the same");
        let new = written.iter().find(|(shown, _)| source.ends_with(shown));
        match (new, before.freshness) {
            (Some((_, text)), _) => {
                assert!(target(segment).ends_with(text), "{segment:?}");
                assert_eq!(segment.freshness, Freshness::Current, "{source}");
            }
            (None, Freshness::Stale) => assert_eq!(segment.target, None),
            (None, _) => assert_eq!(segment, before),
        }
    }
    Ok(())
}

/// Where a text has a translation in the memory, it is filled in.
pub(crate) fn takes_tmx_for_a_memory(_: &Path, folder: &Path) -> Result<(), String> {
    let memory = exported(folder, Format::Tmx);
    let mut bare = common::example();
    for segment in bare.files.iter_mut().flat_map(|it| &mut it.segments) {
        (segment.target, segment.was) = (None, None);
        (segment.state, segment.freshness) = (State::Initial, Freshness::Missing);
    }
    let file = folder.join("bare.po");
    std::fs::write(&file, write(&bare, Format::Po).expect("it fits")).expect("written");
    let back = saved(folder, &file, &[], Some(&memory))?;
    assert_eq!(target(of(&back, "Get help")), "Pide ayuda");
    Ok(())
}
