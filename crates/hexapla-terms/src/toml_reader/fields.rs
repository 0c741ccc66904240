//! Reading what stands under a key.

use std::ops::Range;

use hexapla_model::Locale;
use toml::Spanned;
use toml::de::DeValue;

use super::{Field, Reader, Table, Terms};
use crate::rules;
use crate::suggestion::suggestion;

impl Reader {
    /// The terms under a key: one, or a list.
    pub(super) fn terms(&mut self, fields: &Table<'_>, key: &str) -> Terms {
        fields.get(key).map(|field| self.term_or_list(field)).unwrap_or_default()
    }

    pub(super) fn term_or_list(&mut self, field: &Field<'_>) -> Terms {
        match field.get_ref() {
            DeValue::Array(items) => items.iter().filter_map(|it| self.term(it)).collect(),
            DeValue::String(_) => self.term(field).into_iter().collect(),
            other => {
                let message = format!("{}, expected a term or a list of terms", other.type_str());
                self.tell(field.span(), message, "put it in quotes");
                Vec::new()
            }
        }
    }

    pub(super) fn term(&mut self, field: &Field<'_>) -> Option<Spanned<String>> {
        let text = self.as_str(field)?;
        match rules::term(text) {
            Ok(term) => Some(Spanned::new(field.span(), term)),
            Err(refusal) => {
                self.refused(field.span(), refusal);
                None
            }
        }
    }

    pub(super) fn prose(&mut self, fields: &Table<'_>, key: &str) -> Option<String> {
        let field = fields.get(key)?;
        let text = self.as_str(field)?;
        match rules::prose(text) {
            Ok(prose) => prose,
            Err(refusal) => {
                self.refused(field.span(), refusal);
                None
            }
        }
    }

    pub(super) fn flag(&mut self, fields: &Table<'_>, key: &str) -> bool {
        let Some(field) = fields.get(key) else { return false };
        let flag = field.get_ref().as_bool();
        if flag.is_none() {
            let message = format!("{}, expected `true` or `false`", field.get_ref().type_str());
            self.tell(field.span(), message, format!("write `{key} = true`, or leave it out"));
        }
        flag.unwrap_or_default()
    }

    pub(super) fn locale(&mut self, text: &str, span: Range<usize>) -> Option<Locale> {
        let locale = text.parse::<Locale>();
        if let Err(error) = &locale {
            let hint = "see https://www.w3.org/International/questions/qa-choosing-language-tags";
            self.tell(span, error.to_string(), hint);
        }
        locale.ok()
    }

    pub(super) fn known_keys(&mut self, fields: &Table<'_>, known: &[&str]) {
        for key in fields.keys() {
            if !known.contains(&key.get_ref().as_ref()) {
                let message = format!("unknown key `{}`", key.get_ref());
                let hint =
                    if key.get_ref().parse::<Locale>().is_ok_and(|it| it.language().len() == 2) {
                        "write what is of one locale under `targets`".to_owned()
                    } else {
                        suggestion(key.get_ref(), known)
                    };
                self.tell(key.span(), message, hint);
            }
        }
    }

    pub(super) fn table_in<'a>(
        &mut self,
        fields: &'a Table<'a>,
        key: &str,
    ) -> Option<&'a Table<'a>> {
        fields.get(key).and_then(|field| self.as_table(field))
    }

    pub(super) fn as_table<'a>(&mut self, field: &'a Field<'a>) -> Option<&'a Table<'a>> {
        let table = field.get_ref().as_table();
        if table.is_none() {
            let message = format!("{}, expected a table", field.get_ref().type_str());
            self.tell(field.span(), message, "see docs/glossary.md");
        }
        table
    }

    pub(super) fn as_str<'a>(&mut self, field: &'a Field<'_>) -> Option<&'a str> {
        let text = field.get_ref().as_str();
        if text.is_none() {
            let message = format!("{}, expected a text", field.get_ref().type_str());
            self.tell(field.span(), message, "put it in quotes");
        }
        text
    }
}
