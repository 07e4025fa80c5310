//! An answer as one rectangle, with typed values, for scripts.

use crate::model::Id;
use serde::ser::{SerializeMap as _, SerializeSeq as _};
use serde::{Serialize, Serializer};

use super::Report;

/// A value, as it was written and not yet made fit for any format.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value<'a> {
    /// Nothing is known; never zero, never an empty text.
    Absent,
    /// A text.
    Text(&'a str),
    /// A whole number.
    Number(u64),
    /// Several texts.
    List(&'a [&'a str]),
    /// Several texts of a corpus.
    Texts(&'a [String]),
    /// Who says so.
    Sources(&'a [Id]),
}

/// Takes records one by one, each with a value for every column.
pub type Sink<'k> = dyn FnMut(&[Value]) + 'k;

impl<'a> Value<'a> {
    /// A text, or absent.
    pub const fn optional(text: Option<&'a str>) -> Self {
        match text {
            Some(text) => Self::Text(text),
            None => Self::Absent,
        }
    }

    /// A count.
    pub const fn count(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

/// The records of a report as a list of objects whose keys are the columns.
pub(super) struct Objects<'r, R>(pub(super) &'r R);

impl<R: Report> Serialize for Objects<'_, R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Object<'r>(&'r [&'static str], &'r [Value<'r>]);

        impl Serialize for Object<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(Some(self.0.len()))?;
                self.0.iter().zip(self.1).try_for_each(|(column, value)| map.serialize_entry(column, value))?;
                map.end()
            }
        }

        let columns = self.0.columns();
        let mut objects = serializer.serialize_seq(None)?;
        let mut result = Ok(());
        self.0.records(&mut |row| {
            if result.is_ok() {
                result = objects.serialize_element(&Object(&columns, row));
            }
        });
        result?;
        objects.end()
    }
}
