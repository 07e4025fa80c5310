//! An answer as one rectangle, with typed values, for scripts.

use std::borrow::Cow;

use serde::ser::{SerializeMap as _, SerializeSeq as _};
use serde::{Serialize, Serializer};

use crate::model::Id;

/// Rows that have a value for every column.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Records<'a> {
    columns: Vec<&'static str>,
    rows: Vec<Vec<Value<'a>>>,
}

/// A value, as it was written and not yet made fit for any format.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value<'a> {
    /// Nothing is known; never zero, never an empty text.
    Absent,
    /// A text.
    Text(Cow<'a, str>),
    /// A whole number.
    Number(u64),
    /// Several texts.
    List(Vec<Cow<'a, str>>),
    /// Several ids.
    Ids(&'a [Id<'a>]),
}

impl<'a> Records<'a> {
    /// No rows yet.
    #[must_use]
    pub const fn new(columns: Vec<&'static str>) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// Adds a row, filled up with absent values or cut to the number of columns.
    pub fn push(&mut self, mut row: Vec<Value<'a>>) {
        debug_assert_eq!(row.len(), self.columns.len(), "a row has a value for every column");
        row.resize(self.columns.len(), Value::Absent);
        self.rows.push(row);
    }

    /// The names of the columns, as scripts use them.
    #[must_use]
    pub fn columns(&self) -> &[&'static str] {
        &self.columns
    }

    /// The rows, in order.
    #[must_use]
    pub fn rows(&self) -> &[Vec<Value<'a>>] {
        &self.rows
    }
}

impl<'a> Value<'a> {
    /// A text, or absent.
    #[must_use]
    pub fn optional(text: Option<&'a str>) -> Self {
        text.map_or(Self::Absent, Self::from)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> FromIterator<&'a str> for Value<'a> {
    fn from_iter<I: IntoIterator<Item = &'a str>>(texts: I) -> Self {
        Self::List(texts.into_iter().map(Cow::Borrowed).collect())
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl Serialize for Records<'_> {
    /// A list of objects whose keys are the columns.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Row<'r>(&'r [&'static str], &'r [Value<'r>]);

        impl Serialize for Row<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(Some(self.0.len()))?;
                self.0.iter().zip(self.1).try_for_each(|(column, value)| map.serialize_entry(column, value))?;
                map.end()
            }
        }

        let mut rows = serializer.serialize_seq(Some(self.rows.len()))?;
        self.rows.iter().try_for_each(|row| rows.serialize_element(&Row(&self.columns, row)))?;
        rows.end()
    }
}
