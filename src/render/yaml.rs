//! YAML, as one document.

use anyhow::Result;
use serde_json::Value;

use crate::text::clean;

/// Writes a value, with a comment before it.
pub(super) fn write(value: &Value, comment: Option<&str>) -> Result<String> {
    let comment = comment.map(|comment| format!("# {comment}"));
    let text = serde_yaml::to_string(value)?;
    // YAML allows bidirectional and zero-width characters raw; line breaks are its own.
    Ok(comment.as_deref().into_iter().chain(text.lines()).map(|line| clean(line) + "\n").collect())
}
