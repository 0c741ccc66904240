//! What checks find.

use hexapla_model::{Diagnostic, Locale, ResourceId, Severity};

/// Something found in a file of the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The resource.
    pub resource: ResourceId,
    /// The locale of the target it is about; none for the source.
    pub locale: Option<Locale>,
    /// The name of the unit it is about (the part of its address behind `#`), where it is about
    /// one.
    pub unit: Option<String>,
    /// The file, from the root of the project.
    pub path: String,
    /// What was found, and where in the file.
    pub diagnostic: Diagnostic,
}

impl Finding {
    /// Whether the finding is so bad that the unit must not be shipped.
    pub fn is_error(&self) -> bool {
        self.diagnostic.severity == Severity::Error
    }
}
