//! JSON, indented, with what could drive a terminal escaped.

use std::cell::Cell;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter};

use crate::report::Credit;
use crate::text::is_unsafe;

/// The key of an object under which it says whose data it is made of.
const ABOUT: &str = "about";

/// Writes a value and, when it is an object and there is something to credit, whose data it is made of: whether there was
/// room for that.
pub(super) fn write<T: Serialize>(value: &T, credits: &[Credit], out: &mut dyn Write) -> io::Result<bool> {
    let about = if credits.is_empty() { None } else { Some(about(credits)?) };
    let owed = Cell::new(about.as_deref());
    let formatter = Escaping { inner: PrettyFormatter::new(), depth: 0, is_empty: true, owed: &owed };
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut *out, formatter))?;
    out.write_all(b"\n")?;
    Ok(owed.get().is_none())
}

/// The credits as they stand in an object that is the whole document.
fn about(credits: &[Credit]) -> io::Result<String> {
    let mut text = Vec::new();
    let formatter = Escaping { inner: PrettyFormatter::new(), depth: 0, is_empty: true, owed: &Cell::new(None) };
    credits.serialize(&mut serde_json::Serializer::with_formatter(&mut text, formatter))?;
    // The only line breaks are those of the formatter: in a text they are escaped.
    String::from_utf8(text).map(|text| text.replace('\n', "\n  ")).map_err(io::Error::other)
}

/// Indents, and writes characters that JSON would let through raw (C1 controls, bidirectional marks, zero-width characters)
/// as `\u` escapes, which every reader turns back. Adds what is owed to the object that is the whole document.
struct Escaping<'a> {
    inner: PrettyFormatter<'a>,
    /// How many arrays and objects are open.
    depth: usize,
    /// Whether the object that is the whole document has no key so far.
    is_empty: bool,
    /// Whose data it is, until that is written.
    owed: &'a Cell<Option<&'a str>>,
}

impl Formatter for Escaping<'_> {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(is_unsafe) {
            let (before, from) = rest.split_at(at);
            writer.write_all(before.as_bytes())?;
            let mut characters = from.chars();
            if let Some(character) = characters.next() {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    write!(writer, "\\u{unit:04x}")?;
                }
            }
            rest = characters.as_str();
        }
        writer.write_all(rest.as_bytes())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth += 1;
        self.inner.begin_array(writer)
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth -= 1;
        self.inner.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.inner.begin_array_value(writer, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.inner.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth += 1;
        self.inner.begin_object(writer)
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        if self.depth == 1
            && let Some(about) = self.owed.take()
        {
            self.inner.begin_object_key(writer, self.is_empty)?;
            write!(writer, "\"{ABOUT}\"")?;
            self.inner.begin_object_value(writer)?;
            writer.write_all(about.as_bytes())?;
            self.inner.end_object_value(writer)?;
        }
        self.depth -= 1;
        self.inner.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.is_empty &= self.depth > 1;
        self.inner.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.inner.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.inner.end_object_value(writer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unsafe_characters_are_escaped_and_read_back() {
        let text = "a\u{1b}[31m\u{9b}b\u{202e}c\u{e0041}\"é\n";
        let mut out = Vec::new();
        write(&text, &[], &mut out).expect("writing to memory");
        let out = String::from_utf8(out).expect("JSON is UTF-8");
        assert!(!out.trim_end().contains(is_unsafe), "{out:?}");
        assert_eq!(serde_json::from_str::<String>(&out).expect("JSON"), text);
    }
    #[test]
    fn an_object_says_whose_data_it_is_and_a_list_has_no_room_for_it() {
        let credits = [Credit { title: Some("A \"quoted\"\n\u{202e}title".to_owned()), ..Credit::default() }];
        let written = |value: &serde_json::Value| {
            let mut out = Vec::new();
            let has_room = write(value, &credits, &mut out).expect("writing to memory");
            let out = String::from_utf8(out).expect("JSON is UTF-8");
            (serde_json::from_str::<serde_json::Value>(&out).expect("JSON"), out, has_room)
        };
        let about = serde_json::json!([{ "title": credits[0].title, "license": null, "attribution": null, "url": null }]);
        for value in [serde_json::json!({}), serde_json::json!({ "a": { "b": [{}] }, "c": {} })] {
            let mut expected = value.clone();
            expected[ABOUT] = about.clone();
            let (read, text, has_room) = written(&value);
            assert!(has_room && read == expected, "{text}");
            assert!(text.contains("\n  \"about\": [\n    {\n      \"title\"") && !text.contains('\u{202e}'), "{text}");
        }
        for value in [serde_json::json!([{ "a": 1 }]), serde_json::json!(1)] {
            let (read, _, has_room) = written(&value);
            assert!(!has_room && read == value);
        }
    }
}
