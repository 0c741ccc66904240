//! Findings as SARIF 2.1.0.

use serde_json::{Value, json};

use super::located::Located;

/// A path as a relative reference of RFC 3986.
fn uri(path: &str) -> String {
    let kept = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let encode = |byte: u8| match kept(byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    path.bytes().map(encode).collect()
}

/// The log as SARIF 2.1.0 wants it.
pub(super) fn sarif(located: &[Located<'_>]) -> Value {
    let ids: std::collections::BTreeSet<&str> = located.iter().map(|it| it.diagnostic.id).collect();
    let result = |it: &Located<'_>| {
        json!({
            "ruleId": it.diagnostic.id,
            "level": it.severity().as_str(),
            "message": { "text": it.message() },
            "locations": [{ "physicalLocation": {
                "artifactLocation": { "uri": uri(it.path) },
                "region": { "startLine": it.line, "startColumn": it.column },
            }}],
        })
    };
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "hexapla",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": ids.iter().map(|id| json!({ "id": id })).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": located.iter().map(result).collect::<Vec<_>>(),
        }],
    })
}
