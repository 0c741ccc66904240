//! What holds of every format and every value.

mod common;

use hexapla_exchange::{Exchange, Format, Segment, read, write, write_filled};
use hexapla_model::{Freshness, State};
use proptest::prelude::*;

/// What a format carries of an exchange.
fn carried(exchange: &Exchange, format: Format) -> Exchange {
    match format.carries_codes() {
        true => exchange.clone(),
        false => exchange.clone().flattened(),
    }
}

fn comes_back(exchange: &Exchange, format: Format) -> Result<(), TestCaseError> {
    let bytes = write(exchange, format).expect("it fits");
    prop_assert_eq!(Format::guess(&bytes), Some(format));
    let back = read(&bytes, None);
    prop_assert_eq!(back, Ok(carried(exchange, format)));
    prop_assert_eq!(write(exchange, format).expect("it fits"), bytes);
    Ok(())
}

/// Forgets what tools were shown of segments that nobody has translated.
fn unfill(exchange: &mut Exchange) {
    let all = exchange.files.iter_mut().flat_map(|file| &mut file.segments);
    let is_filled = |it: &&mut Segment| {
        let bare = it.target.as_ref().is_none_or(|target| target == &it.source);
        it.freshness == Freshness::Missing && bare
    };
    for segment in all.filter(is_filled) {
        (segment.target, segment.state) = (None, State::Initial);
    }
}

proptest! {
    #[test]
    fn xliff_reads_back(exchange in common::exchange()) {
        comes_back(&exchange, Format::Xliff)?;
    }

    #[test]
    fn xliff12_reads_back(exchange in common::exchange()) {
        comes_back(&exchange, Format::Xliff12)?;
    }

    #[test]
    fn what_is_filled_in_reads_back_as_missing(exchange in common::exchange()) {
        let mut back = read(&write_filled(&exchange), None).expect("it reads");
        let mut whole = exchange;
        unfill(&mut back);
        unfill(&mut whole);
        prop_assert_eq!(back, whole);
    }

    #[test]
    fn po_reads_back(exchange in common::exchange()) {
        comes_back(&exchange, Format::Po)?;
    }

    #[test]
    fn tmx_reads_back(exchange in common::exchange()) {
        comes_back(&exchange, Format::Tmx)?;
    }

    #[test]
    fn csv_reads_back(exchange in common::exchange()) {
        comes_back(&exchange, Format::Csv)?;
    }

    #[test]
    fn xlsx_reads_back(exchange in common::exchange()) {
        comes_back(&exchange, Format::Xlsx)?;
    }
}

#[test]
fn the_example_reads_back() {
    for format in Format::ALL {
        comes_back(&common::example(), format).expect("it comes back");
    }
}
