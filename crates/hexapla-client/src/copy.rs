//! A release as one text that is built into a program: the same that the JavaScript client makes.

use std::sync::Arc;

use hexapla_trust::{Refusal, Trusted};
use serde_json::{Map, Value, json};

use crate::release::{Content, Release};

/// The form of copies that is written and read.
const FORM: u64 = 1;

/// Makes a copy of what is verified and held. Files that are not UTF-8 are left out, and fetched when
/// they are asked for.
pub(crate) fn make(release: &Release) -> String {
    let held = release.held();
    let text = |sha256: &str| String::from_utf8(held.get(sha256)?.to_vec()).ok();
    let files: Map<String, Value> = release
        .files()
        .filter_map(|it| Some((it.path.to_string(), text(&it.sha256)?.into())))
        .collect();
    let state = String::from_utf8_lossy(&release.trusted.write()).into_owned();
    json!({ "v": FORM, "state": state, "files": files }).to_string()
}

/// Reads a copy: what is believed by it, from the root that is pinned, and the files that it holds,
/// each verified.
pub(crate) fn read(copy: &[u8], pinned: &Trusted) -> Result<(Trusted, Content), Refusal> {
    let damaged = |why: &str| Refusal::State(format!("the built-in copy: {why}"));
    let copy: Value = serde_json::from_slice(copy).map_err(|it| damaged(&it.to_string()))?;
    if copy["v"] != FORM {
        return Err(damaged("it is of another version"));
    }
    let state = copy["state"].as_str().ok_or_else(|| damaged("it has no `state`"))?;
    let trusted = pinned.resume(state.as_bytes())?;
    if trusted.pointer().is_none() {
        return Err(damaged("keys of an earlier root signed it"));
    }
    let mut held = Content::new();
    for file in trusted.files() {
        if let Some(text) = copy["files"][file.path.as_str()].as_str() {
            file.check(text.as_bytes())?;
            held.insert(file.sha256.clone(), Arc::from(text.as_bytes()));
        }
    }
    Ok((trusted, held))
}
