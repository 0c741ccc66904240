//! What translators do in their tools, and how it is read.

mod common;

use hexapla_exchange::{Exchange, Format, Segment, read, write};
use hexapla_model::{Freshness, State};

/// The example as written, with something in it replaced that has to be there.
fn edited(format: Format, edits: &[(&str, &str)]) -> Exchange {
    let bytes = write(&common::example(), format).expect("it fits");
    let mut text = String::from_utf8(bytes).expect("text");
    for (from, to) in edits {
        assert!(text.contains(from), "{from} in {text}");
        text = text.replacen(from, to, 1);
    }
    read(text.as_bytes(), None).expect("it reads")
}

fn segment(exchange: &Exchange, source: &str) -> Segment {
    let mut all = exchange.files.iter().flat_map(|file| &file.segments);
    all.find(|it| it.source.as_str().contains(source)).expect("the segment").clone()
}

fn stands(segment: &Segment) -> (&str, State, Freshness) {
    let target = segment.target.as_ref().map_or("", |it| it.as_str());
    (target, segment.state, segment.freshness)
}

/// The stale call is edited by a tool that knows no marks.
#[test]
fn an_edit_is_a_translation() {
    for format in [Format::Xliff, Format::Xliff12, Format::Csv] {
        let back = edited(format, &[("Llama al ", "Llama ya al ")]);
        let segment = segment(&back, "Is a child");
        let (target, state, freshness) = stands(&segment);
        assert!(target.contains("Llama ya al [112](tel:112)"), "{target}");
        assert_eq!((state, freshness), (State::Translated, Freshness::Current), "{format}");
    }
}

#[test]
fn a_mark_says_that_a_stale_target_is_right() {
    let xliff = ("state=\"initial\" subState=\"hexapla:stale\"", "state=\"translated\"");
    let old = ("needs-review-translation", "signed-off");
    let csv = (",initial,stale,", ",translated,stale,");
    for (format, edit, state) in [
        (Format::Xliff, xliff, State::Translated),
        (Format::Xliff12, old, State::Reviewed),
        (Format::Po, ("#, fuzzy\n", ""), State::Translated),
        (Format::Csv, csv, State::Translated),
    ] {
        let back = segment(&edited(format, &[edit]), "Is a child");
        assert_eq!((back.state, back.freshness), (state, Freshness::Current), "{format}");
    }
}

/// OmegaT writes `translated` wherever there is a target, whoever looked at it.
#[test]
fn a_mark_that_all_get_says_nothing() {
    let bytes = write(&common::example(), Format::Xliff12).expect("it fits");
    let text = String::from_utf8(bytes).expect("text");
    let all = text
        .replace("\"needs-review-translation\"", "\"translated\"")
        .replace("\"signed-off\"", "\"translated\"");
    assert_eq!(read(all.as_bytes(), None), Ok(common::example()));
}

#[test]
fn an_edit_that_stays_fuzzy_is_not_done() {
    let back = segment(&edited(Format::Po, &[("Llama al ", "Llama ya al ")]), "Is a child");
    assert_eq!((back.state, back.freshness), (State::Initial, Freshness::Unverified));
}

#[test]
fn an_edit_of_what_was_current_is_no_longer_reviewed() {
    for format in [Format::Xliff, Format::Xliff12, Format::Po, Format::Tmx, Format::Csv] {
        let back = segment(&edited(format, &[("Pide ayuda", "Busca ayuda")]), "Get help");
        assert_eq!(
            stands(&back),
            ("Busca ayuda", State::Translated, Freshness::Current),
            "{format}"
        );
    }
}

#[test]
fn a_doubt_makes_unverified() {
    let xliff = ("state=\"reviewed\"", "state=\"initial\"");
    let old = ("state=\"signed-off\"", "state=\"needs-translation\"");
    for (format, edit) in [(Format::Xliff, xliff), (Format::Xliff12, old)] {
        let back = segment(&edited(format, &[edit]), "Get help");
        assert_eq!((back.state, back.freshness), (State::Initial, Freshness::Unverified));
    }
}

#[test]
fn a_message_shows_its_value_alone() {
    for format in Format::ALL {
        let bytes = write(&common::example(), format).expect("it fits");
        let text = String::from_utf8_lossy(&bytes);
        match format {
            Format::Xliff => assert!(text.contains("<source>Welcome, <ph id=\"1\"")),
            Format::Xliff12 => assert!(text.contains("<source>Welcome, <ph id=\"1\"")),
            Format::Po => assert!(text.contains("msgid \"Welcome, { $name }!\"")),
            Format::Tmx => assert!(text.contains("<seg>Welcome, <ph x=\"1\"")),
            Format::Csv => assert!(text.contains(",\"Welcome, { $name }!\",")),
            Format::Xlsx => {}
        }
    }
}

/// What a translator writes for a message that had no translation has the message's name.
#[test]
fn a_new_target_of_a_message_is_a_message() {
    let missing = (
        "msgid \"\"\n\"First line\\n\"\n\"    second line\"\nmsgstr \"\"",
        "msgid \"\"\n\"First line\\n\"\n\"    second line\"\nmsgstr \"Una línea\"",
    );
    let back = segment(&edited(Format::Po, &[missing]), "First line");
    let expected = ("long =\n    Una línea", State::Translated, Freshness::Current);
    assert_eq!(stands(&back), expected);
}

#[test]
fn a_target_that_was_emptied_is_missing() {
    let back = segment(&edited(Format::Po, &[("\"Pide ayuda\"", "\"\"")]), "Get help");
    assert_eq!(stands(&back), ("", State::Initial, Freshness::Missing));
}

#[test]
fn what_excel_saves_in_other_countries_is_read() {
    let bytes = write(&common::example(), Format::Csv).expect("it fits");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&bytes[..]);
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    for record in reader.records() {
        writer.write_record(&record.expect("a row")).expect("written");
    }
    let bytes = writer.into_inner().expect("a table");
    assert_eq!(read(&bytes, None), Ok(common::example().flattened()));
}

#[test]
fn cells_are_no_formulas() {
    let mut exchange = common::example();
    for (at, text) in ["=1+1", "+1", "-1", "@x", "'=1"].into_iter().enumerate() {
        exchange.files[0].segments[at % 4].source = hexapla_exchange::Text::plain(text);
        let bytes = write(&exchange, Format::Csv).expect("it fits");
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&bytes[..]);
        let cells: Vec<String> = reader
            .records()
            .flat_map(|row| row.expect("a row").iter().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        assert!(!cells.iter().any(|cell| cell.starts_with(['=', '+', '-', '@'])), "{text}");
        assert_eq!(read(&bytes, None), Ok(exchange.clone().flattened()));
    }
}

/// OmegaT and `msgen` fill in the source where nobody translated.
#[test]
fn a_source_that_was_filled_in_is_no_translation() {
    let shown = "First line\n    second line";
    let po = "msgid \"\"\n\"First line\\n\"\n\"    second line\"\nmsgstr \"\"";
    let filled = format!("{po}\n\"First line\\n\"\n\"    second line\"");
    let target = format!("</source><target>{shown}</target>");
    let old = format!("<source>{shown}</source>");
    for (format, from, to) in [
        (Format::Po, po.to_owned(), filled),
        (Format::Xliff, old.clone(), old.replace("</source>", &target)),
        (Format::Xliff12, old.clone(), old.replace("</source>", &target)),
    ] {
        let back = segment(&edited(format, &[(&from, &to)]), "First line");
        assert!(back.target.is_some(), "{format}");
        assert_eq!((back.state, back.freshness), (State::Initial, Freshness::Missing), "{format}");
    }
    let meant = format!("{old}<target state=\"final\">{shown}</target>");
    let back = segment(&edited(Format::Xliff12, &[(&old, &meant)]), "First line");
    assert_eq!((back.state, back.freshness), (State::Final, Freshness::Current));
}

#[test]
fn what_is_obsolete_stays_so() {
    let mut exchange = common::example();
    exchange.files[0].segments[0].freshness = Freshness::Obsolete;
    let bytes = write(&exchange, Format::Po).expect("it fits");
    let text = String::from_utf8(bytes).expect("text");
    assert!(text.contains("#~ msgid \"Get help\"\n#~ msgstr \"Pide ayuda\"\n"), "{text}");
    let text = text.replace("Pide ayuda", "Busca ayuda");
    let back = segment(&read(text.as_bytes(), None).expect("it reads"), "Get help");
    assert_eq!(stands(&back), ("Busca ayuda", State::Reviewed, Freshness::Obsolete));
}

/// A tool may cut a segment although it is asked not to; half a translation is none.
#[test]
fn a_unit_in_several_segments_is_put_together() {
    let whole = "<source>Get help</source>\n        <target>Pide ayuda</target>";
    let cut = |second: &str| {
        format!(
            "<source>Get</source><target>Busca</target></segment>\
             <ignorable><source> </source></ignorable>\
             <segment state=\"reviewed\"><source>help</source>{second}"
        )
    };
    let back = |second: &str| segment(&edited(Format::Xliff, &[(whole, &cut(second))]), "Get help");
    let done = back("<target>ayuda</target>");
    assert_eq!(stands(&done), ("Busca ayuda", State::Translated, Freshness::Current));
    let half = back("");
    assert_eq!((half.state, half.freshness), (State::Initial, Freshness::Unverified));
    let moved = cut("<target order=\"1\">ayuda</target>")
        .replace("<target>Busca", "<target order=\"3\">Busca")
        .replace("<source> </source>", "<source> </source><target order=\"2\"> </target>");
    let moved = segment(&edited(Format::Xliff, &[(whole, &moved)]), "Get help");
    assert_eq!(moved.target.map(|it| it.as_str().to_owned()).as_deref(), Some("ayuda Busca"));
}

#[test]
fn other_languages_of_a_memory_are_passed_over() {
    let more = "<tuv xml:lang=\"fr\"><seg>Trouver de l’aide</seg></tuv></tu>";
    assert_eq!(edited(Format::Tmx, &[("</tu>", more)]), common::example().flattened());
}

#[test]
fn locales_and_states_are_read_as_tools_and_people_write_them() {
    let mut exchange = common::example();
    exchange.target = "pt-BR".parse().expect("a tag");
    let po = String::from_utf8(write(&exchange, Format::Po).expect("it fits")).expect("text");
    let po = po.replace("Language: pt-BR", "Language: pt_BR");
    assert_eq!(read(po.as_bytes(), None), Ok(exchange.flattened()));
    let back = edited(Format::Csv, &[(",initial,stale,", ", Translated ,stale,")]);
    assert_eq!(segment(&back, "Is a child").freshness, Freshness::Current);
}

/// An editor that turned all line ends changed no text.
#[test]
fn line_ends_that_a_tool_turned_are_no_edits() {
    for format in Format::ALL {
        let bytes = write(&common::example(), format).expect("it fits");
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let turned = text.replace("\r\n", "\n").replace('\n', "\r\n");
        let whole = common::example();
        let whole = if format.carries_codes() { whole } else { whole.flattened() };
        assert_eq!(read(turned.as_bytes(), None), Ok(whole), "{format}");
    }
}

#[test]
fn white_space_alone_settles_nothing() {
    let back = segment(&edited(Format::Csv, &[("Llama al", "Llama  al")]), "Is a child");
    assert_eq!((back.state, back.freshness), (State::Reviewed, Freshness::Stale));
}

/// A memory that had the stale number beside the present text would propose it for ever.
#[test]
fn a_memory_holds_a_target_only_beside_what_it_renders() {
    let mut exchange = common::example();
    exchange.files[0].segments[0].freshness = Freshness::Unverified;
    let bytes = write(&exchange, Format::Tmx).expect("it fits");
    let text = String::from_utf8(bytes).expect("text");
    let unit = |name: &str| {
        let unit = text.split("<tu ").find(|it| it.contains(name)).expect("the unit");
        unit.split("<seg>").skip(1).collect::<Vec<_>>().join("")
    };
    let italy = unit("tuid=\"pages/get-help#88d2e8cg");
    assert!(italy.contains("114") && !italy.contains("19696"), "{italy}");
    let heading = unit("tuid=\"pages/get-help#c2jgs3vq");
    assert!(heading.contains("Get help") && !heading.contains("Pide ayuda"), "{heading}");
    assert_eq!(read(text.as_bytes(), None), Ok(exchange.flattened()));
    let back = segment(&edited(Format::Tmx, &[("Llama al ", "Llama ya al ")]), "Is a child");
    assert_eq!((back.state, back.freshness), (State::Initial, Freshness::Unverified));
}
