//! What is read of TBX as tools write it, and what is refused.

mod common;

use common::{glossary, locale};
use hexapla_terms::{Glossary, Imported, PartOfSpeech, read_tbx, write_tbx};

fn read(text: &str) -> Imported {
    read_tbx(text.as_bytes(), &locale("en")).unwrap_or_else(|problem| panic!("{problem:?}"))
}

fn refused(text: &str) -> String {
    read_tbx(text.as_bytes(), &locale("en")).expect_err("a problem").message.to_string()
}

const DCA: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <sourceDesc>
        <p>A glossary of Hexapla</p>
      </sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
      <conceptEntry id="helpline">
        <descrip type="subjectField">child protection</descrip>
        <descrip type="definition">A number that children &amp; parents can call.</descrip>
        <note>Free of charge.</note>
        <langSec xml:lang="en">
          <termSec>
            <term>Helpline</term>
            <termNote type="partOfSpeech">noun</termNote>
            <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
            <admin type="projectSubset">case-sensitive</admin>
          </termSec>
          <termSec>
            <term>hotline</term>
            <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
          </termSec>
        </langSec>
        <langSec xml:lang="de">
          <note>Not Notruf.</note>
          <termSec>
            <term>Hilfetelefon</term>
            <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
          </termSec>
          <termSec>
            <term>Sorgentelefon</term>
            <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote>
          </termSec>
        </langSec>
      </conceptEntry>
    </body>
  </text>
</tbx>
"#;

const HELPLINE: &str = r#"
version = 1
source_locale = "en"
[terms.helpline]
term = "Helpline"
forbidden = ["hotline"]
case_sensitive = true
part_of_speech = "noun"
domain = "child protection"
definition = "A number that children & parents can call."
note = "Free of charge."
[terms.helpline.targets]
de = { preferred = "Hilfetelefon", admitted = ["Sorgentelefon"], note = "Not Notruf." }
"#;

#[test]
fn a_glossary_is_written_as_dca() {
    assert_eq!(write_tbx(&glossary(HELPLINE)), DCA);
    let read = read(DCA);
    assert_eq!(read.glossary, glossary(HELPLINE));
    assert!(read.left_out.is_empty());
}

#[test]
fn dct_is_read() {
    let read = read(
        r#"<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
     xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
  <text><body>
    <conceptEntry id="c1">
      <min:subjectField>networks</min:subjectField>
      <transacGrp><basic:transactionType>origination</basic:transactionType><date>2024-01-02</date></transacGrp>
      <langSec xml:lang="en-US">
        <descripGrp><basic:definition>The way
            through a network.</basic:definition><basic:source>us</basic:source></descripGrp>
        <termSec>
          <term>route</term>
          <min:partOfSpeech>noun</min:partOfSpeech>
          <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
          <basic:context>Any route will do.</basic:context>
        </termSec>
        <termSec><term>road</term>
          <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
      </langSec>
      <langSec xml:lang="es"><termSec><term>ruta</term><note>not camino</note></termSec>
        <termSec><term>vía</term></termSec></langSec>
    </conceptEntry>
    <conceptEntry id="c2"><langSec xml:lang="es"><termSec><term>sola</term></termSec></langSec></conceptEntry>
  </body></text>
</tbx>"#,
    );
    let expected = r#"
version = 1
source_locale = "en"
[terms.c1]
term = "route"
forbidden = ["road"]
part_of_speech = "noun"
domain = "networks"
definition = "The way\nthrough a network."
[terms.c1.targets]
es = { preferred = "ruta", admitted = ["vía"], note = "ruta: not camino" }
"#;
    assert_eq!(read.glossary, glossary(expected));
    let left_out: Vec<_> = read.left_out.iter().map(|(name, n)| (name.as_str(), *n)).collect();
    let expected =
        [("conceptEntry", 1), ("context", 1), ("date", 1), ("source", 1), ("transactionType", 1)];
    assert_eq!(left_out, expected);
}

#[test]
fn the_edition_of_2008_is_read() {
    let read = read(
        r#"<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en">
  <martifHeader><fileDesc><sourceDesc><p>sample</p></sourceDesc></fileDesc></martifHeader>
  <text><body>
    <termEntry id="1 st">
      <descripGrp><descrip type="definition">A box.</descrip></descripGrp>
      <langSet xml:lang="en"><ntig><termGrp><term>check box</term>
        <termNote type="partOfSpeech">properNoun</termNote></termGrp></ntig></langSet>
      <langSet xml:lang="pt_BR"><tig><term> caixa de
        seleção </term><termNote type="administrativeStatus">preferred</termNote></tig>
        <tig><term>quadrado</term><termNote type="administrativeStatus">deprecatedTerm</termNote></tig>
        <tig><term>caixa</term></tig><tig><term>CAIXA</term></tig></langSet>
      <langSet xml:lang="??"><tig><term>x</term></tig></langSet>
    </termEntry>
    <termEntry><langSet xml:lang="en"><tig><term>Toolbar</term></tig></langSet></termEntry>
    <termEntry><langSet xml:lang="en"><tig><term>toolbar</term></tig></langSet></termEntry>
  </body></text>
</martif>"#,
    );
    let first = read.glossary.get("t-1-st").expect("an id of the old one");
    assert_eq!(
        (first.term.as_str(), first.part_of_speech),
        ("check box", Some(PartOfSpeech::Noun))
    );
    let target = &first.targets[&locale("pt-BR")];
    assert_eq!(target.preferred, ["caixa de seleção"]);
    assert_eq!(
        (&target.admitted[..], &target.forbidden[..]),
        (&["caixa".to_owned()][..], &["quadrado".to_owned()][..])
    );
    assert!(read.glossary.get("Toolbar").is_some());
    let left_out: Vec<_> = read.left_out.iter().map(|(name, n)| (name.as_str(), *n)).collect();
    assert_eq!(left_out, [("id", 1), ("langSec", 1), ("term", 1)]);
}

#[test]
fn other_files_are_refused() {
    assert_eq!(refused("<tmx/>"), "expected `<tbx …>`, or `<martif …>` of the edition of 2008");
    assert_eq!(refused(""), "the file ends before its elements do");
    assert_eq!(refused("term;Begriff"), "text, expected an element");
    assert_eq!(refused("<tbx><text>"), "the file ends before its elements do");
    assert_eq!(refused("<tbx>&uuml;</tbx>"), "the entity `uuml`, expected one of XML's own");
    assert_eq!(refused("<tbx/><tbx/>"), "a second root, expected the end");
    assert_eq!(refused("<tbx>&#1;</tbx>"), "U+0001, a character that XML does not allow");
    let utf16 = [0xff, 0xfe, b'<', 0];
    let problem = read_tbx(&utf16, &locale("en")).expect_err("UTF-16");
    assert_eq!(problem.message, "expected UTF-8");
}

#[test]
fn what_may_grow_is_refused() {
    let bomb = "<!DOCTYPE tbx [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><tbx>&b;</tbx>";
    assert!(refused(bomb).starts_with("a document type with declarations"));
    let deep = "<a>".repeat(100_000);
    assert_eq!(refused(&format!("<tbx>{deep}")), "more than 64 elements within each other");
    let wide = format!("<tbx><conceptEntry>{}</conceptEntry></tbx>", "<note/>".repeat(60_000));
    assert_eq!(refused(&wide), "more than 100000 parts in one `conceptEntry`");
    let attributes: String = (0..100).map(|at| format!(" a{at}=\"\"")).collect();
    assert_eq!(refused(&format!("<tbx{attributes}/>")), "more than 64 attributes");
}

#[test]
fn many_entries_with_one_id_are_read_in_time() {
    let entry = |at: usize| {
        format!(
            "<conceptEntry id='a'><langSec xml:lang='en'><termSec><term>w{at}</term></termSec></langSec></conceptEntry>"
        )
    };
    let entries: String = (0..20_000).map(entry).collect();
    let read = read(&format!("<tbx><text><body>{entries}</body></text></tbx>"));
    assert_eq!(read.glossary.entries().len(), 20_000);
    let again = Glossary::read(&read.glossary.to_toml());
    assert_eq!(again, Ok(read.glossary));
}
