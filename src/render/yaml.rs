//! YAML, as one document.

use std::io::Write as _;

use anyhow::Result;
use serde_json::Value;

use crate::text::{clean, is_unsafe};

/// Writes a value, with a comment before it.
pub(super) fn write(value: &Value, comment: Option<&str>, out: &mut Vec<u8>) -> Result<()> {
    if let Some(comment) = comment {
        writeln!(out, "# {}", clean(comment))?;
    }
    let text = serde_yaml::to_string(value)?;
    // YAML allows bidirectional and zero-width characters raw; line breaks are its own.
    if !text.contains(|c| is_unsafe(c) && c != '\n') {
        out.extend(text.into_bytes());
        return Ok(());
    }
    text.lines().try_for_each(|line| writeln!(out, "{}", clean(line)))?;
    Ok(())
}
