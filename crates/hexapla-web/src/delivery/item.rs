//! What lies in a store at an address.

use std::io;

use headers::HeaderMap;
use hexapla_store::Name;

use super::address::{Address, Kind};
use super::encoding::Encoding;
use super::folder::Folder;
use super::form::Form;
use super::stamp::Stamp;

/// What lies in a store at an address: a file, and perhaps the same precompressed beside it.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) stamp: Stamp,
    /// Whether it is the same as long as its stamp is.
    pub(crate) settled: bool,
    name: Name,
    encoded: Vec<(Encoding, Name)>,
}

/// Which form of an item.
pub(crate) type Which<'a> = (Option<Encoding>, &'a Name);

impl Item {
    /// Looks for a file and for what lies beside it. A publisher puts that first.
    pub(crate) fn look(folder: &Folder, address: &Address) -> io::Result<Option<Self>> {
        let name = &address.name;
        let Some((stamp, settled)) = folder.find(name)? else { return Ok(None) };
        let encodings = if address.kind == Kind::Content { &Encoding::ALL[..] } else { &[] };
        let beside = |&encoding: &Encoding| {
            let name = Name::new(&format!("{name}{}", encoding.ending())).ok()?;
            folder.look(&name).map(|_| (encoding, name))
        };
        let encoded = encodings.iter().filter_map(beside).collect();
        Ok(Some(Self { stamp, settled, name: name.clone(), encoded }))
    }

    /// The form that a reader takes most gladly.
    pub(crate) fn best(&self, headers: &HeaderMap) -> Which<'_> {
        let form = |it: Encoding| self.encoded.iter().find(|(encoding, _)| *encoding == it);
        let best = Encoding::best(headers, |it| form(it).is_some());
        match best.and_then(form) {
            Some((encoding, name)) => (Some(*encoding), name),
            None => (None, &self.name),
        }
    }

    /// Whether there are several forms.
    pub(crate) fn varies(&self) -> bool {
        !self.encoded.is_empty()
    }

    /// Reads a form; nothing where the store has another file at the address by now.
    pub(crate) fn read(
        &self,
        (encoding, name): Which<'_>,
        folder: &Folder,
    ) -> io::Result<Option<Form>> {
        let Some(opened) = folder.open(name)? else { return Ok(None) };
        if encoding.is_none() && opened.stamp != self.stamp {
            return Ok(None);
        }
        Form::read(name.clone(), encoding, opened).map(Some)
    }
}
