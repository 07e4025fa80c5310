//! Names of entries.

/// The name of a role, position, topic, function or source: lower case, with hyphens.
pub type Id = String;

/// Whether a word can be an id: lower-case letters and digits in parts joined by hyphens, two hyphens joining the ids of a pair.
pub fn is_id(word: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    word.split("--").all(|id| id.split('-').all(is_part))
}
