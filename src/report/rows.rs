//! Flat rows, for TSV and CSV.

use serde::Serialize;
use serde_json::{Map, Result, Value};

/// An answer as one rectangle of values.
#[derive(Debug, Default, PartialEq)]
pub struct Rows {
    pub columns: Vec<String>,
    pub rows: Vec<Vec<Value>>,
}

impl Rows {
    /// One row for each entry; the fields of the type are the columns.
    pub fn of<T: Serialize + Default>(entries: impl IntoIterator<Item = T>) -> Result<Self> {
        Self::like(&T::default(), entries)
    }

    /// One row for each entry; the fields of a complete entry are the columns, and an entry may leave some out.
    pub fn like<T: Serialize>(complete: &T, entries: impl IntoIterator<Item = T>) -> Result<Self> {
        let columns: Vec<String> = fields(complete)?.into_iter().map(|(key, _)| key).collect();
        let row = |entry: T| {
            let mut fields = fields(&entry)?;
            Ok(columns.iter().map(|column| fields.get_mut(column).map_or(Value::Null, Value::take)).collect())
        };
        let rows = entries.into_iter().map(row).collect::<Result<_>>()?;
        Ok(Self { columns, rows })
    }

    /// Rows with a value for each of some columns.
    pub fn table<const N: usize>(columns: [&str; N], rows: impl IntoIterator<Item = [Value; N]>) -> Self {
        Self { columns: columns.map(str::to_owned).into(), rows: rows.into_iter().map(Vec::from).collect() }
    }

    /// The rows as a list of objects whose keys are the columns.
    pub fn into_objects(self) -> Value {
        let object = |row: Vec<Value>| self.columns.iter().cloned().zip(row).collect::<Map<_, _>>();
        self.rows.into_iter().map(object).collect()
    }
}

fn fields<T: Serialize>(entry: &T) -> Result<Map<String, Value>> {
    match serde_json::to_value(entry)? {
        Value::Object(fields) => Ok(fields),
        value => Ok(Map::from_iter([("value".to_owned(), value)])),
    }
}

/// A value in one field: lists joined by commas, unknown values empty.
pub fn field(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(field).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}
