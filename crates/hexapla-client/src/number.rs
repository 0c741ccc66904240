//! Numbers as a locale writes them.

use fixed_decimal::{Decimal, SignedRoundingMode, UnsignedRoundingMode};
use fluent_bundle::types::FluentNumberOptions;
use fluent_bundle::{FluentBundle, FluentError, FluentValue};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use intl_memoizer::{IntlLangMemoizer, Memoizable};
use unic_langid::LanguageIdentifier;

/// Gives a bundle the function `NUMBER`, and lets it write numbers as `Intl.NumberFormat` does in
/// JavaScript: with the digits, separators and groups of its locale, by CLDR, and at most three digits
/// of a fraction where nothing else is asked for (ECMA-402). [`Client::bundle`](crate::Client::bundle)
/// has done so.
///
/// `style`, `currency` and units change nothing.
///
/// # Errors
/// Where the bundle has a `NUMBER` already.
pub fn add_numbers<R>(bundle: &mut FluentBundle<R>) -> Result<(), FluentError> {
    bundle.set_formatter(Some(format));
    bundle.add_builtins()
}

fn format(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let grouped = number.options.use_grouping;
    let write = |formatter: &Formatter| match decimal(number.value, &number.options) {
        Some(decimal) => formatter.0.format(&decimal).to_string(),
        None if number.value.is_nan() => "NaN".to_owned(),
        None => (if number.value < 0.0 { "-∞" } else { "∞" }).to_owned(),
    };
    memoizer.with_try_get::<Formatter, _, _>((grouped,), write).ok()
}

/// The digits that are shown of a number; none where it has none.
fn decimal(value: f64, options: &FluentNumberOptions) -> Option<Decimal> {
    let mut decimal: Decimal = value.to_string().parse().ok()?;
    let (least, most) = (options.minimum_significant_digits, options.maximum_significant_digits);
    if least.is_some() || most.is_some() {
        keep_significant(&mut decimal, least.unwrap_or(1), most.unwrap_or(21));
    } else {
        let least = options.minimum_fraction_digits;
        let most = options.maximum_fraction_digits.unwrap_or(least.unwrap_or(0).max(3));
        round(&mut decimal, -position(most));
        decimal.absolute.pad_end(-position(least.unwrap_or(0).min(most)));
    }
    decimal.absolute.pad_start(position(options.minimum_integer_digits.unwrap_or(1)));
    Some(decimal)
}

fn keep_significant(decimal: &mut Decimal, least: usize, most: usize) {
    let first = |decimal: &Decimal| decimal.absolute.nonzero_magnitude_start();
    let last = first(decimal) - position(most.max(1)) + 1;
    round(decimal, last);
    let last = first(decimal) - position(least) + 1;
    decimal.absolute.pad_end(last.min(0));
}

/// Rounds half away from zero, and leaves no zeros at the end.
fn round(decimal: &mut Decimal, position: i16) {
    let mode = SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand);
    decimal.round_with_mode(position, mode);
    decimal.absolute.trim_end();
}

/// A count of digits; more than 100 are never shown.
fn position(digits: usize) -> i16 {
    i16::try_from(digits.min(100)).unwrap_or(100)
}

/// A formatter with or without groups.
struct Formatter(DecimalFormatter);

impl Memoizable for Formatter {
    type Args = (bool,);
    type Error = ();

    fn construct(language: LanguageIdentifier, (grouped,): (bool,)) -> Result<Self, ()> {
        let locale: icu_locale_core::Locale = language.to_string().parse().map_err(|_| ())?;
        let strategy = if grouped { GroupingStrategy::Auto } else { GroupingStrategy::Never };
        let mut options = DecimalFormatterOptions::default();
        options.grouping_strategy = Some(strategy);
        DecimalFormatter::try_new(locale.into(), options).map(Self).map_err(|_| ())
    }
}

#[cfg(test)]
mod tests {
    use fluent_bundle::{FluentArgs, FluentResource};

    use super::*;

    fn shown(locale: &str, options: &str, number: f64) -> String {
        let text = format!("number = {{ NUMBER($n{options}) }}\n");
        let mut bundle = FluentBundle::new(vec![locale.parse().expect("a tag")]);
        bundle.set_use_isolating(false);
        add_numbers(&mut bundle).expect("no function before");
        bundle.add_resource(FluentResource::try_new(text).expect("Fluent")).expect("added");
        let mut args = FluentArgs::new();
        args.set("n", number);
        let pattern = bundle.get_message("number").and_then(|it| it.value()).expect("a value");
        bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    #[test]
    fn numbers_are_written_as_ecma_402_says() {
        for (locale, options, number, expected) in [
            ("en", "", 1_234_567.891_5, "1,234,567.892"),
            ("de", "", 1_234.5, "1.234,5"),
            ("es", "", 1_234.0, "1234"),
            ("es", "", 12_345.0, "12.345"),
            ("en", "", 0.5, "0.5"),
            ("en", "", 2.0, "2"),
            ("en", "", -1.0, "-1"),
            ("en", ", minimumFractionDigits: 2", 1.0, "1.00"),
            ("en", ", minimumFractionDigits: 2", 1.239, "1.239"),
            ("en", ", maximumFractionDigits: 0", 2.5, "3"),
            ("en", ", maximumFractionDigits: 0", -2.5, "-3"),
            ("en", ", maximumFractionDigits: 1", 9.96, "10"),
            ("en", ", maximumFractionDigits: 5", 1.0, "1"),
            ("en", ", minimumIntegerDigits: 3", 7.0, "007"),
            ("en", ", maximumSignificantDigits: 2", 1_234.0, "1,200"),
            ("en", ", maximumSignificantDigits: 2", 0.012_34, "0.012"),
            ("en", ", minimumSignificantDigits: 3", 1.0, "1.00"),
            ("en", ", minimumSignificantDigits: 3", 1_234.0, "1,234"),
            ("en", ", useGrouping: \"false\"", 1_234.0, "1234"),
            ("en", "", f64::INFINITY, "∞"),
            ("en", "", f64::NEG_INFINITY, "-∞"),
            ("en", "", f64::NAN, "NaN"),
            ("en", ", minimumFractionDigits: 99999999999", 1.0, &format!("1.{}", "0".repeat(100))),
        ] {
            assert_eq!(shown(locale, options, number), expected, "{locale} {options} {number}");
        }
    }
}
