//! Whole files, by hash.

use hexapla_model::{Meaning, Unit, UnitKey, UnitKind};
use sha2::{Digest, Sha256};

use crate::Extracted;

/// One unit whose text is the file's SHA-256; a Git LFS pointer stands for the file it names.
pub(crate) fn extract(bytes: &[u8]) -> Extracted {
    let digest = lfs_digest(bytes).unwrap_or_else(|| hex(&Sha256::digest(bytes)));
    let unit = Unit {
        key: Some(UnitKey::new("file")),
        kind: UnitKind::Asset,
        fingerprint: Meaning::of("sha256", &digest),
        text: format!("sha256:{digest}"),
        span: 0..bytes.len(),
        codes: Vec::new(),
        comment: None,
        anchor: None,
    };
    Extracted { units: vec![unit], diagnostics: Vec::new() }
}

/// The digest that a Git LFS pointer file names.
fn lfs_digest(bytes: &[u8]) -> Option<String> {
    const LONGEST_POINTER: usize = 1024;
    let text = std::str::from_utf8(bytes.get(..bytes.len().min(LONGEST_POINTER))?).ok()?;
    if !text.starts_with("version https://git-lfs.github.com/spec/v1\n") {
        return None;
    }
    let digest = text.lines().find_map(|line| line.strip_prefix("oid sha256:"))?;
    (digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit()))
        .then(|| digest.to_ascii_lowercase())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_stands_for_its_file() {
        let content = b"%PDF-1.7 example";
        let digest = hex(&Sha256::digest(content));
        let pointer =
            format!("version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize 16\n");
        let of = |bytes: &[u8]| extract(bytes).units[0].fingerprint;
        assert_eq!(of(content), of(pointer.as_bytes()));
        assert_ne!(of(content), of(b"%PDF-1.7 other"));
        assert_eq!(extract(b"").units.len(), 1);
    }
}
