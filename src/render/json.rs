//! JSON, indented, with what could drive a terminal escaped.

use std::fmt::Write as _;

use anyhow::Result;
use serde_json::Value;

use crate::model::About;
use crate::text::is_unsafe;

/// Adds the credits to an object, under `about`; other values have no room for them.
pub(super) fn add_credits(data: &mut Value, credits: &[About]) -> Result<bool> {
    if credits.is_empty() {
        return Ok(true);
    }
    let Value::Object(fields) = data else { return Ok(false) };
    fields.insert("about".to_owned(), serde_json::to_value(credits)?);
    Ok(true)
}

/// Characters that JSON allows raw (C1 controls, bidirectional marks, zero-width characters) become `\u` escapes, which every
/// reader turns back.
pub(super) fn write(value: &Value) -> Result<String> {
    let text = serde_json::to_string_pretty(value)? + "\n";
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        // Line breaks in texts are escaped already.
        if is_unsafe(character) && character != '\n' {
            character.encode_utf16(&mut [0; 2]).iter().try_for_each(|unit| write!(escaped, "\\u{unit:04x}"))?;
        } else {
            escaped.push(character);
        }
    }
    Ok(escaped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unsafe_characters_are_escaped_and_read_back() {
        let text = "a\u{1b}[31m\u{9b}b\u{202e}c\u{e0041}\"é\n";
        let out = write(&Value::from(text)).expect("writing to memory");
        assert!(!out.trim_end().contains(is_unsafe), "{out:?}");
        assert_eq!(serde_json::from_str::<String>(&out).expect("JSON"), text);
    }
}
