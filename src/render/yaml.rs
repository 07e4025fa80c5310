//! YAML, as one document.

use std::io::{self, Write};

use serde::Serialize;

use crate::text::{clean, is_unsafe};

/// Writes a value, with a comment before it.
pub(super) fn write<T: Serialize>(value: &T, comment: Option<&str>, out: &mut dyn Write) -> io::Result<()> {
    if let Some(comment) = comment {
        writeln!(out, "# {}", clean(comment))?;
    }
    let text = crate::yaml::write(value).map_err(io::Error::other)?;
    // YAML lets bidirectional and zero-width characters through raw; line breaks are its own.
    if !text.contains(|c| is_unsafe(c) && c != '\n') {
        return out.write_all(text.as_bytes());
    }
    text.lines().try_for_each(|line| writeln!(out, "{}", clean(line)))
}
