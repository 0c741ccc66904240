//! Keys as files, and as a terminal shows them.

use hexapla_trust::sign::{KeyError, SecretKey};

use crate::store::key;

#[test]
fn a_key_is_read_as_it_was_written() {
    let made = SecretKey::generate().expect("a key");
    assert_ne!(made.public(), SecretKey::generate().expect("a key").public());
    let plain = made.to_pem(None).expect("a text");
    assert!(plain.starts_with("-----BEGIN PRIVATE KEY-----\n"));
    assert!(!SecretKey::is_encrypted(&plain));
    for passphrase in [None, Some("unused")] {
        let read = SecretKey::from_pem(&plain, passphrase).expect("a key");
        assert_eq!(read.public(), made.public());
    }
}

#[test]
fn a_key_opens_with_its_passphrase_only() {
    let text = key(1).to_pem(Some("correct horse")).expect("a text");
    assert!(text.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
    assert!(SecretKey::is_encrypted(&text));
    let open = |passphrase| SecretKey::from_pem(&text, passphrase).map(|it| it.public());
    assert_eq!(open(Some("correct horse")), Ok(key(1).public()));
    assert_eq!(open(Some("wrong")), Err(KeyError::Passphrase));
    assert_eq!(open(None), Err(KeyError::Encrypted));
}

#[test]
fn what_is_no_key_is_refused() {
    let plain = key(1).to_pem(None).expect("a text");
    let cut = &plain[..plain.len() / 2];
    let public = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n";
    for text in ["", "a key", cut, public] {
        assert_eq!(SecretKey::from_pem(text, None).map(|_| ()), Err(KeyError::Format), "{text}");
    }
}

/// The example of RFC 8410, which stands in the form that OpenSSL writes.
#[test]
fn a_key_of_another_tool_is_read() {
    let text = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n";
    let key = SecretKey::from_pem(text, None).expect("a key");
    let public = data_encoding::HEXLOWER.encode(key.public().bytes());
    assert_eq!(public, "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1");
}

#[test]
fn a_key_is_never_shown() {
    let key = key(7);
    let shown = format!("{key:?} {:?}", key.public());
    assert!(shown.starts_with("SecretKey(") && !shown.contains(&"07".repeat(4)), "{shown}");
    assert!(!shown.contains("7, 7"), "{shown}");
}
