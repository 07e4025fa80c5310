//! JSON, indented, with what could drive a terminal escaped.

use std::io::{self, Write};

use anyhow::Result;
use serde::Serialize;
use serde_json::Value;
use serde_json::ser::{Formatter, PrettyFormatter};

use crate::report::Credit;
use crate::text::is_unsafe;

/// Adds the credits to an object, under `about`; other values have no room for them.
pub(super) fn add_credits(data: &mut Value, credits: &[Credit]) -> Result<bool> {
    if credits.is_empty() {
        return Ok(true);
    }
    let Value::Object(fields) = data else { return Ok(false) };
    fields.insert("about".to_owned(), serde_json::to_value(credits)?);
    Ok(true)
}

pub(super) fn write(value: &Value, out: &mut Vec<u8>) -> Result<()> {
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut *out, Escaping(PrettyFormatter::new())))?;
    out.push(b'\n');
    Ok(())
}

/// Writes characters that JSON allows raw (C1 controls, bidirectional marks, zero-width characters) as `\u` escapes, which
/// every reader turns back.
struct Escaping<'a>(PrettyFormatter<'a>);

/// Hands methods on to the formatter that indents.
macro_rules! indented {
    ($($method:ident($($argument:ident: $type:ty)?)),+) => {$(
        fn $method<W: ?Sized + Write>(&mut self, writer: &mut W $(, $argument: $type)?) -> io::Result<()> {
            self.0.$method(writer $(, $argument)?)
        }
    )+};
}

impl Formatter for Escaping<'_> {
    indented!(begin_array(), end_array(), begin_array_value(first: bool), end_array_value());
    indented!(begin_object(), end_object(), begin_object_key(first: bool), begin_object_value(), end_object_value());

    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        for character in fragment.chars() {
            if is_unsafe(character) {
                character.encode_utf16(&mut [0; 2]).iter().try_for_each(|unit| write!(writer, "\\u{unit:04x}"))?;
            } else {
                writer.write_all(character.encode_utf8(&mut [0; 4]).as_bytes())?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unsafe_characters_are_escaped_and_read_back() {
        let text = "a\u{1b}[31m\u{9b}b\u{202e}c\u{e0041}\"é\n";
        let mut out = Vec::new();
        write(&Value::from(text), &mut out).expect("writing to memory");
        let out = String::from_utf8(out).expect("JSON is UTF-8");
        assert!(!out.trim_end().contains(is_unsafe), "{out:?}");
        assert_eq!(serde_json::from_str::<String>(&out).expect("JSON"), text);
    }
}
