//! `hexapla release build --explain`.

use hexapla_engine::{Asked, Offered, Reason, ServePolicy};
use serde_json::{Value, json};

use crate::ui::{Align, Cell, Style, Table, width};

/// What becomes of units, as a table.
pub(super) fn table(asked: &[Asked]) -> String {
    let columns = ["unit", "locale", "ships", "why"].map(|name| (name, Align::Left));
    let mut table = Table::new(&columns);
    for one in asked {
        let ships = one.ships.as_ref().map_or_else(|| "blocked".to_owned(), ToString::to_string);
        let style = match &one.ships {
            None => Style::Error,
            Some(language) if *language == one.locale => Style::Good,
            Some(_) => Style::Stale,
        };
        let why: Vec<String> = one.offered.iter().map(|it| why(it, one)).collect();
        table.row(vec![
            Cell::new(Style::Plain, &one.unit),
            Cell::new(Style::Plain, one.locale.to_string()),
            Cell::new(style, ships),
            Cell::new(Style::Plain, why.join("; ")),
        ]);
    }
    table.render(width())
}

/// The same as JSON.
pub(super) fn json(asked: &[Asked]) -> Value {
    let offered = |it: &Offered| {
        json!({
            "locale": it.locale.to_string(),
            "freshness": it.freshness.to_string(),
            "state": it.state.to_string(),
            "policy": policy(it.policy),
            "why": reason(it.reason),
        })
    };
    let one = |it: &Asked| {
        json!({
            "unit": it.unit,
            "locale": it.locale.to_string(),
            "ships": it.ships.as_ref().map(ToString::to_string),
            "offered": it.offered.iter().map(offered).collect::<Value>(),
        })
    };
    asked.iter().map(one).collect()
}

fn why(offered: &Offered, asked: &Asked) -> String {
    let of = match offered.locale == asked.locale {
        true => String::new(),
        false => format!("{}: ", offered.locale),
    };
    let (freshness, state) = (offered.freshness, offered.state);
    format!("{of}{freshness}, {state}: {} ({})", policy(offered.policy), reason(offered.reason))
}

fn policy(policy: ServePolicy) -> &'static str {
    match policy {
        ServePolicy::Ship => "ships",
        ServePolicy::Fallback => "falls back",
        ServePolicy::Block => "blocks",
    }
}

fn reason(reason: Reason) -> String {
    match reason {
        Reason::Rule(number) => format!("serve rule {number} of its workflow"),
        Reason::Attested => "attested, and no serve rule fits".to_owned(),
        Reason::Unattested => "not attested, and no serve rule fits".to_owned(),
        Reason::Inherited => "it has none of its own".to_owned(),
        Reason::Broken => "a check found an error".to_owned(),
        Reason::Unfit => "it gives less than the source, or fits into no page".to_owned(),
        Reason::OpenEnd => "something it refers to does not ship".to_owned(),
        Reason::TooLittle => {
            "the document has less than the `minimum` of its collection".to_owned()
        }
    }
}
