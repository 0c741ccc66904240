//! In which order locales stand.

use super::matrix::{Cell, Matrix, Row};

/// In which order locales stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Order {
    pub(crate) by: Column,
    /// Whether what would come first comes last.
    pub(crate) is_reversed: bool,
}

/// The column that an order goes by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Column {
    /// By tag.
    #[default]
    Locale,
    /// What is least complete first.
    Everything,
    /// The same of one collection, by its place.
    Collection(usize),
}

impl Column {
    /// How an address names it.
    fn name(self, matrix: &Matrix) -> &str {
        match self {
            Self::Locale => "",
            Self::Everything => "*",
            Self::Collection(at) => matrix.collections.get(at).map_or("", String::as_str),
        }
    }

    fn cell(self, row: &Row) -> Option<&Cell> {
        match self {
            Self::Locale => None,
            Self::Everything => Some(&row.all),
            Self::Collection(at) => row.cells.get(at).and_then(Option::as_ref),
        }
    }
}

impl Order {
    /// The order that an address names: a collection, `*` for everything, with `-` before it the other
    /// way round; that of the locales, where it names none.
    pub(crate) fn read(text: &str, matrix: &Matrix) -> Self {
        let (is_reversed, name) = match text.strip_prefix('-') {
            Some(name) => (true, name),
            None => (false, text),
        };
        let collections = (0..matrix.collections.len()).map(Column::Collection);
        let mut columns = [Column::Locale, Column::Everything].into_iter().chain(collections);
        let by = columns.find(|it| it.name(matrix) == name);
        by.map_or_else(Self::default, |by| Self { by, is_reversed })
    }

    /// Puts locales in this order; those without the collection come last.
    pub(crate) fn sort(self, matrix: &mut Matrix) {
        matrix.rows.sort_by_cached_key(|row| match self.by.cell(row) {
            _ if self.by == Column::Locale => (false, 0),
            Some(cell) if self.is_reversed => (false, 100 - cell.percent()),
            Some(cell) => (false, cell.percent()),
            None => (true, 0),
        });
        if self.by == Column::Locale && self.is_reversed {
            matrix.rows.reverse();
        }
    }

    /// The address of the order by a column; of the other way round, where this goes by it.
    pub(crate) fn address(self, by: Column, matrix: &Matrix) -> String {
        let sign = if self.by == by && !self.is_reversed { "-" } else { "" };
        let value = format!("{sign}{}", by.name(matrix));
        let mut query = form_urlencoded::Serializer::new(String::new());
        if !value.is_empty() {
            query.append_pair("by", &value);
        }
        format!("/?{}", query.finish())
    }

    /// How `aria-sort` names it, of a column.
    pub(crate) fn told(self, by: Column) -> &'static str {
        match (self.by == by, self.is_reversed) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        }
    }
}
