//! Files that are broken, on purpose or not.

mod common;

use std::io::{Cursor, Read, Write};

use hexapla_exchange::{Exchange, Format, Place, ReadError, limits, read, write};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn example(format: Format) -> Vec<u8> {
    write(&common::example(), format).expect("it fits")
}

fn refused(bytes: &[u8], format: Format) -> ReadError {
    read(bytes, Some(format)).expect_err("it is refused")
}

/// The example with something in it replaced, which has to be there.
fn altered(format: Format, from: &str, to: &str) -> Vec<u8> {
    let text = String::from_utf8(example(format)).expect("text");
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1).into_bytes()
}

#[derive(Clone, Debug)]
enum Mutation {
    Set(usize, u8),
    Insert(usize, Vec<u8>),
    Remove(usize, usize),
    Copy(usize, usize, usize),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let place = any::<usize>();
    let bytes = prop::sample::select(vec![
        "<",
        ">",
        "\"",
        "&",
        "&#0;",
        "&#x110000;",
        "&x;",
        "]]>",
        "<!DOCTYPE x [",
        "</",
        "/>",
        "\0",
        "\u{feff}",
        "\r",
        "\n",
        "\n\n",
        "#",
        "#~ ",
        "#| ",
        "\\",
        "msgid",
        "msgstr \"",
        ",",
        ";",
        "\t",
        "\\u{",
        "\\u{1}",
        "<ph/>",
        "<pc>",
        "<g id=\"1\">",
        "xmlns:a=\"b\" ",
        "é",
        "=",
    ]);
    prop_oneof![
        (place, any::<u8>()).prop_map(|(at, byte)| Mutation::Set(at, byte)),
        (place, bytes).prop_map(|(at, it)| Mutation::Insert(at, it.as_bytes().to_vec())),
        (place, 0usize..40).prop_map(|(at, length)| Mutation::Remove(at, length)),
        (place, place, 0usize..200).prop_map(|(from, to, n)| Mutation::Copy(from, to, n)),
    ]
}

fn mutate(bytes: &mut Vec<u8>, mutation: &Mutation) {
    let length = bytes.len().max(1);
    match mutation {
        Mutation::Set(at, byte) => {
            if let Some(it) = bytes.get_mut(at % length) {
                *it = *byte;
            }
        }
        Mutation::Insert(at, more) => {
            let at = at % length;
            bytes.splice(at..at, more.iter().copied());
        }
        Mutation::Remove(at, count) => {
            let at = at % length;
            bytes.drain(at..(at + count).min(bytes.len()));
        }
        Mutation::Copy(from, to, count) => {
            let (from, to) = (from % length, to % length);
            let part = bytes[from..(from + count).min(bytes.len())].to_vec();
            bytes.splice(to..to, part);
        }
    }
}

/// The members of a spreadsheet, unpacked.
fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    (0..archive.len())
        .map(|number| {
            let mut member = archive.by_index(number).expect("a member");
            let mut content = Vec::new();
            member.read_to_end(&mut content).expect("content");
            (member.name().expect("a name").into_owned(), content)
        })
        .collect()
}

fn packed(members: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).expect("a member");
        writer.write_all(content).expect("written");
    }
    writer.finish().expect("an archive").into_inner()
}

proptest! {
    #[test]
    fn mutated_bytes_are_read_or_refused(
        format in prop::sample::select(Format::ALL.to_vec()),
        mutations in prop::collection::vec(mutation(), 1..6),
    ) {
        let mut bytes = example(format);
        mutations.iter().for_each(|it| mutate(&mut bytes, it));
        if let Err(error) = read(&bytes, Some(format)) {
            prop_assert!(!error.message.is_empty() && !error.hint.is_empty());
        }
        let _ = read(&bytes, None);
    }

    #[test]
    fn mutated_members_of_spreadsheets_are_read_or_refused(
        member in any::<prop::sample::Index>(),
        mutations in prop::collection::vec(mutation(), 1..6),
    ) {
        let mut members = unpacked(&example(Format::Xlsx));
        let at = member.index(members.len());
        mutations.iter().for_each(|it| mutate(&mut members[at].1, it));
        let _ = read(&packed(&members), Some(Format::Xlsx));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
        for format in Format::ALL {
            let _ = read(&bytes, Some(format));
        }
        let _ = read(&bytes, None);
    }
}

/// XML and spreadsheets have an end. Of PO and CSV only what was cut within a line is seen; what
/// is read of others are whole segments from the beginning, but for the target of the last.
#[test]
fn a_file_that_was_cut_is_refused_at_every_byte() {
    for format in Format::ALL {
        let bytes = example(format);
        let whole = common::example();
        let whole = if format.carries_codes() { whole } else { whole.flattened() };
        let end = bytes.iter().rposition(|byte| !byte.is_ascii_whitespace()).expect("content") + 1;
        for length in 0..end {
            match read(&bytes[..length], Some(format)) {
                Err(error) => assert!(!error.hint.is_empty()),
                Ok(part) => {
                    assert!(matches!(format, Format::Po | Format::Csv), "{format} at {length}");
                    begins(&whole, &part);
                }
            }
        }
        assert_eq!(read(&bytes[..end], Some(format)), Ok(whole));
    }
}

fn begins(whole: &Exchange, part: &Exchange) {
    let segments =
        |it: &Exchange| it.files.iter().flat_map(|file| file.segments.clone()).collect::<Vec<_>>();
    let (whole, part) = (segments(whole), segments(part));
    let Some((last, others)) = part.split_last() else { return };
    assert_eq!(others, &whole[..others.len()]);
    assert_eq!(last.source, whole[others.len()].source);
}

#[test]
fn entities_and_document_types_are_refused() {
    for format in [Format::Xliff, Format::Xliff12, Format::Tmx] {
        let laughs = "?>\n<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>";
        let error = refused(&altered(format, "?>", laughs), format);
        assert!(error.message.contains("document type"), "{error}");
        assert_eq!(error.to_string().split(':').next(), Some("2"));
        let error = refused(&altered(format, "Get help", "Get &help;"), format);
        assert!(error.message.contains("the entity `help`"), "{error}");
    }
}

#[test]
fn other_namespaces_and_versions_are_refused() {
    let space = "urn:oasis:names:tc:xliff:document:";
    for (format, from, to) in [
        (Format::Xliff, "document:2.0", "document:1.2"),
        (Format::Xliff, "document:2.0", "document:2.2"),
        (Format::Xliff, "version=\"2.1\"", "version=\"3.0\""),
        (Format::Xliff12, "document:1.2", "document:2.0"),
        (Format::Xliff12, "version=\"1.2\"", "version=\"1.1\""),
        (Format::Tmx, "version=\"1.4\"", "version=\"1.1\""),
        (Format::Tmx, "<tmx ", "<tmx xmlns=\"urn:x\" "),
    ] {
        let error = refused(&altered(format, from, to), format);
        assert!(error.message.contains("expected"), "{error}");
    }
    let error = refused(&altered(Format::Xliff, space, "x:"), Format::Xliff);
    assert!(error.message.contains(space), "{error}");
}

#[test]
fn what_is_no_utf8_is_refused() {
    for format in [Format::Xliff, Format::Xliff12, Format::Po, Format::Tmx, Format::Csv] {
        let text = String::from_utf8(example(format)).expect("text");
        let text = text.trim_start_matches('\u{feff}');
        let utf16 = |swap: bool| {
            let units = std::iter::once(0xfeff).chain(text.encode_utf16());
            let bytes = move |it: u16| if swap { it.to_be_bytes() } else { it.to_le_bytes() };
            units.flat_map(bytes).collect::<Vec<u8>>()
        };
        for bytes in [utf16(false), utf16(true)] {
            let error = refused(&bytes, format);
            assert_eq!((error.place, &*error.message), (Place::File, "UTF-16, expected UTF-8"));
        }
        let mut bytes = text.as_bytes().to_vec();
        let at = text.find("Get help").expect("the text");
        bytes[at] = 0xff;
        let error = refused(&bytes, format);
        assert!(matches!(error.place, Place::Text(at) if at.line > 1), "{error}");
        let marked = format!("\u{feff}{text}");
        assert!(read(marked.as_bytes(), None).is_ok(), "{format}");
    }
    let latin = altered(Format::Xliff, "UTF-8", "ISO-8859-1");
    assert!(refused(&latin, Format::Xliff).message.contains("ISO-8859-1"));
    let nul = altered(Format::Xliff, "Get help", "Get\0help");
    assert!(refused(&nul, Format::Xliff).message.contains("U+0000"));
}

#[test]
fn what_is_deeper_or_wider_than_any_translation_is_refused() {
    for format in [Format::Xliff, Format::Xliff12, Format::Tmx] {
        let name = if format == Format::Tmx { "hi" } else { "mrk" };
        let deep =
            |n| format!("{}x{}", format!("<{name}>").repeat(n), format!("</{name}>").repeat(n));
        assert!(read(&altered(format, "Get help", &deep(20)), Some(format)).is_ok());
        for n in [100, 200_000] {
            let error = refused(&altered(format, "Get help", &deep(n)), format);
            assert!(error.message.contains("64 elements"), "{error}");
        }
        let wide: String = (0..200_000).map(|it| format!(" a{it}=\"\"")).collect();
        let error = refused(&altered(format, "Get help", &format!("<ph{wide}/>")), format);
        assert!(error.message.contains("64 attributes"), "{error}");
        let spaces: String = (0..200_000).map(|it| format!(" xmlns:a{it}=\"b{it}\"")).collect();
        refused(&altered(format, "Get help", &format!("<ph{spaces}/>")), format);
        let many = format!("<{name}/>").repeat(200_000);
        let error = refused(&altered(format, "Get help", &many), format);
        assert!(error.message.contains("100000 parts"), "{error}");
    }
}

#[test]
fn large_files_are_refused_and_others_end() {
    let large = vec![b'\n'; 100 * 1024 * 1024];
    for format in Format::ALL {
        assert!(refused(&large, format).message.contains(&limits::BYTES.to_string()));
    }
    for (format, unit) in [
        (Format::Xliff, "<!-- -->"),
        (Format::Po, "#. x\n"),
        (Format::Po, "# x\n"),
        (Format::Csv, "\"a\",b\n"),
        (Format::Csv, "\""),
        (Format::Tmx, "<"),
    ] {
        let mut bytes = example(format);
        bytes.extend(unit.repeat(8 * 1024 * 1024 / unit.len()).into_bytes());
        let _ = read(&bytes, Some(format));
    }
}

#[test]
fn spreadsheets_that_unpack_to_too_much_are_refused() {
    let mut members = unpacked(&example(Format::Xlsx));
    let sheet = members.iter_mut().find(|(name, _)| name.ends_with("sheet1.xml"));
    sheet.expect("a sheet").1 = vec![b' '; 32 * 1024 * 1024];
    let error = refused(&packed(&members), Format::Xlsx);
    assert!(error.message.contains("unpack to more than"), "{error}");
    members.extend((0..2_000).map(|it| (format!("xl/{it}.xml"), Vec::new())));
    let error = refused(&packed(&members), Format::Xlsx);
    assert!(error.message.contains("expected at most 1000"), "{error}");
}

/// One text that is named again and again is as good a bomb as any other.
#[test]
fn texts_that_grow_by_being_named_are_refused() {
    let raw = format!("<data id=\"d9\">{}</data></originalData>", "x".repeat(1024 * 1024));
    let bytes = altered(Format::Xliff, "</originalData>", &raw);
    let text = String::from_utf8(bytes).expect("text");
    let codes = "<ph id=\"9\" dataRef=\"d9\"/>".repeat(1_000);
    let text = text.replacen("danger?</pc>", &format!("{codes}</pc>"), 1);
    let error = refused(text.as_bytes(), Format::Xliff);
    assert!(error.message.contains("of text in all"), "{error}");

    let mut exchange = common::example();
    let segment = exchange.files[0].segments[0].clone();
    exchange.files[0].segments = (0..20_000)
        .map(|it| hexapla_exchange::Segment { unit: format!("u{it}"), ..segment.clone() })
        .collect();
    let long = "x".repeat(20_000);
    let mut members = unpacked(&write(&exchange, Format::Xlsx).expect("it fits"));
    let shared = members.iter_mut().find(|(name, _)| name.ends_with("sharedStrings.xml"));
    let content = &mut shared.expect("texts").1;
    *content = String::from_utf8_lossy(content).replace("Get help", &long).into_bytes();
    let error = refused(&packed(&members), Format::Xlsx);
    assert!(error.message.contains("of text in all"), "{error}");
    let shared = members.iter_mut().find(|(name, _)| name.ends_with("sharedStrings.xml"));
    let content = &mut shared.expect("texts").1;
    *content = String::from_utf8_lossy(content).replace(&long, &long.repeat(2)).into_bytes();
    let error = refused(&packed(&members), Format::Xlsx);
    assert!(error.message.contains("32767 characters"), "{error}");
}

/// Numbers lose zeros, dates more; a cell whose name is no cell's was a panic of a reader.
#[test]
fn cells_that_are_no_text_are_refused_with_their_names() {
    let alter = |from: &str, to: &str| {
        let mut members = unpacked(&example(Format::Xlsx));
        let sheet = members.iter_mut().find(|(name, _)| name.ends_with("sheet1.xml"));
        let content = &mut sheet.expect("a sheet").1;
        let text = String::from_utf8(std::mem::take(content)).expect("text");
        let start = text.find(from).expect("the cell");
        let end = start + text[start..].find("</c>").expect("its end") + 4;
        *content = [&text[..start], to, &text[end..]].concat().into_bytes();
        read(&packed(&members), Some(Format::Xlsx))
    };
    for (cell, message) in [
        ("<c r=\"D2\"><v>800111</v></c>", "a number or a date, expected text"),
        ("<c r=\"D2\" t=\"b\"><v>1</v></c>", "a truth value, expected text"),
        ("<c r=\"D2\" t=\"e\"><v>#REF!</v></c>", "a formula that failed, expected text"),
        ("<c r=\"D2\" t=\"s\"><v>99999</v></c>", "a cell whose text is nowhere"),
    ] {
        let error = alter("<c r=\"D2\"", cell).expect_err("it is refused");
        assert_eq!(error.to_string(), format!("D2: {message}"));
    }
    assert!(alter("<c r=\"D2\"", "<c r=\"D2\" t=\"inlineStr\"><is><t>x</t></is></c>").is_ok());
    assert!(alter("<c r=\"E2\"", "<c r=\"EEEEEEEEEEEEEE99999999999\"><v>1</v></c>").is_ok());
}

/// A member whose header says that it is small.
#[test]
fn spreadsheets_that_lie_about_their_sizes_are_refused() {
    let zeros = vec![0; 64 * 1024 * 1024];
    let mut bytes = packed(&[("xl/workbook.xml".to_owned(), zeros)]);
    let size = (64u32 * 1024 * 1024).to_le_bytes();
    let places: Vec<usize> = (0..bytes.len() - 4).filter(|&at| bytes[at..at + 4] == size).collect();
    assert!(!places.is_empty());
    places.iter().for_each(|&at| bytes[at..at + 4].copy_from_slice(&100u32.to_le_bytes()));
    refused(&bytes, Format::Xlsx);
}

#[test]
fn what_misses_its_record_is_refused_with_its_place() {
    for (format, from, to) in [
        (Format::Xliff, "category=\"hexapla\"", "category=\"other\""),
        (Format::Xliff12, "x-hexapla-source", "x-other-source"),
        (Format::Po, "#. hexapla: ", "#. other: "),
        (Format::Tmx, "x-hexapla-source", "x-other"),
        (Format::Csv, "[source=", "[other="),
    ] {
        let error = refused(&altered(format, from, to), format);
        assert!(error.message.contains("source fingerprint"), "{error}");
        assert!(matches!(error.place, Place::Text(at) if at.line > 1), "{error}");
    }
}

#[test]
fn a_unit_that_is_there_twice_is_refused() {
    for format in [Format::Xliff, Format::Xliff12, Format::Po, Format::Tmx, Format::Csv] {
        let mut exchange = common::example();
        let segment = exchange.files[0].segments[0].clone();
        exchange.files[0].segments.push(segment);
        let bytes = write(&exchange, format).expect("it fits");
        assert!(refused(&bytes, format).message.contains("twice"), "{format}");
    }
}

#[test]
fn text_that_no_cell_holds_is_told_when_it_is_written() {
    let mut exchange = common::example();
    exchange.files[0].segments[0].source = hexapla_exchange::Text::plain("x".repeat(40_000));
    let error = write(&exchange, Format::Xlsx).expect_err("it does not fit");
    assert!(error.to_string().starts_with("the source of `pages/get-help#"), "{error}");
    assert!(write(&exchange, Format::Csv).is_ok());
}
