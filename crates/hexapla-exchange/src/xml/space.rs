//! The namespaces that exchange formats tell apart.

/// A namespace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Space {
    /// XLIFF 2.0 to 2.1.
    Xliff,
    /// XLIFF 1.2.
    Xliff12,
    /// XLIFF's metadata module.
    Metadata,
    /// None.
    None,
    /// Any other.
    Other,
}

impl hexapla_xml::Space for Space {
    fn of(name: Option<&str>) -> Self {
        match name {
            None => Self::None,
            Some("urn:oasis:names:tc:xliff:document:2.0") => Self::Xliff,
            Some("urn:oasis:names:tc:xliff:document:1.2") => Self::Xliff12,
            Some("urn:oasis:names:tc:xliff:metadata:2.0") => Self::Metadata,
            Some(_) => Self::Other,
        }
    }
}
