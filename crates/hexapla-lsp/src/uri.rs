//! Files as clients name them: `file:` URIs (RFC 8089).

use std::path::{Path, PathBuf};

use lsp_types::Uri;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stands in a path as it is.
const PLAIN: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The file that a URI names; none where it names none on this machine.
pub(crate) fn path(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.as_str().strip_prefix("file://")?;
    let path = rest.strip_prefix("localhost").unwrap_or(rest);
    let path = PathBuf::from(percent_decode_str(path).decode_utf8().ok()?.as_ref());
    path.is_absolute().then_some(path)
}

/// What a file is called by; none where its name is no text.
pub(crate) fn uri(path: &Path) -> Option<Uri> {
    format!("file://{}", utf8_percent_encode(path.to_str()?, PLAIN)).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_go_there_and_back() {
        for name in ["/a/b c.md", "/é/%41#?.ftl", "/x/日本.md"] {
            let named = uri(Path::new(name)).expect("a URI");
            assert_eq!(path(&named), Some(PathBuf::from(name)), "{}", named.as_str());
        }
    }

    #[test]
    fn other_machines_and_schemes_name_no_file() {
        for name in ["untitled:Untitled-1", "file://server/share/a.md", "https://example.org/a.md"]
        {
            assert_eq!(path(&name.parse().expect("a URI")), None, "{name}");
        }
    }
}
