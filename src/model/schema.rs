//! What a JSON Schema says of the values that are written as text.
//!
//! Each pattern takes what its type reads, and is as strict as the check of a corpus where that is stricter.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{Amount, Date, Sources, Text, Years};

/// An id, as a regular expression; the same as [`is_id`].
pub(super) const ID: &str = "^[a-z0-9]+(-{1,2}[a-z0-9]+)*$";

/// What an address begins with.
pub(super) const URL: &str = "^https?://";

/// An ISO 4217 code.
pub(super) const CURRENCY: &str = "^[A-Z]{3}$";

/// Whether a word can be an id: lower case and digits in parts with hyphens between them.
#[must_use]
pub fn is_id(word: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    // Two hyphens join the ids of a pair.
    word.split("--").all(|id| id.split('-').all(part))
}

/// Says that a bare text may stand for the mapping.
///
/// In one schema and not as a choice of two, so that an editor tells of the very key that is wrong with a mapping.
pub(super) fn or_text(schema: &mut Schema) {
    schema.insert("type".to_owned(), ["string", "object"].as_slice().into());
    schema.insert("minLength".to_owned(), 1.into());
}

/// Says that only a role that extends another may leave its title out.
pub(super) fn titled_unless_extending(schema: &mut Schema) {
    let rule = json_schema!({ "if": { "required": ["extends"] }, "else": { "required": ["title"] } });
    schema.ensure_object().extend(rule.as_object().cloned().unwrap_or_default());
}

/// Declares the schemas of types that are read from a text.
macro_rules! written_as {
    ($($type:ty, $name:literal: $schema:tt)+) => {$(
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )+};
}

written_as! {
    Text<'_>, "Text": { "type": "string", "minLength": 1 }
    Sources<'_>, "Sources": { "type": "array", "items": { "type": "string", "pattern": ID }, "uniqueItems": true }
    Amount, "Amount": {
        "type": ["integer", "string"],
        "minimum": 1,
        "pattern": r"^[0-9]+\+?$",
        "examples": [160_000, "450000+"],
    }
    Years, "Years": {
        "type": ["integer", "string"],
        "minimum": 0,
        "maximum": 255,
        "pattern": r"^[0-9]{1,3}(-[0-9]{1,3}|\+)?$",
        "examples": [10, "10-15", "10+"],
    }
    Date, "Date": {
        "type": ["integer", "string"],
        "minimum": 1900,
        "maximum": 2199,
        "pattern": "^(19|20|21)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
        "examples": [2024, "2024-09", "2024-09-03"],
    }
}
