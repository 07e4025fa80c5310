//! Reads and writes YAML. The only file that names the YAML crate, and the guard against what that crate lets through.
//!
//! A text is gone over once before the reader sees it (`scan`): anchors, aliases, tags and second documents are refused, and
//! so is what would take the reader too long or too much memory. Then the reader reads it straight into its type, with a look
//! at keys that come twice (`once`). Only a text with a mistake is looked at again: as a tree that knows places (`tree`), in
//! which every mistake is found (`shape`) and put into plain words (`wording`).

#[cfg(test)]
mod agreement;
mod once;
mod outline;
mod places;
mod scan;
mod shape;
mod tree;
mod wording;

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

pub use outline::{Shape, outline};
pub use places::{Place, places};

use once::Once;
use scan::{Refusal, Why};
use tree::{Kind, Tree};

/// Bytes of one text. Together with the number of tokens (`scan::MOST_TOKENS`) it keeps the worst text under two gigabytes of
/// memory; ordinary prose takes three to four times its size. Hundreds of roles fit into one file.
pub const LONGEST_TEXT: usize = 32 << 20;

/// What is wrong with a text, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Which kind.
    pub kind: MistakeKind,
    /// Where it is; none when it is the text as a whole.
    pub place: Option<Place>,
    /// What is wrong, in one line, safe to print.
    pub message: String,
    /// What to do about it, in one line, safe to print.
    pub help: Option<String>,
}

/// A kind of mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MistakeKind {
    /// The text is no YAML.
    Syntax,
    /// It is YAML of a sort that is not read: anchors, aliases, tags, directives, several documents.
    Unsupported,
    /// It is too long, too deep or has too much in it.
    TooLarge,
    /// There is nothing in it.
    Empty,
    /// A key that is not known where it stands.
    UnknownKey,
    /// A key that may not be left out.
    MissingKey,
    /// A key that a group of keys has twice.
    RepeatedKey,
    /// A list, a text, a number or a group of keys where something else is expected.
    WrongType,
    /// A word or a text that is not one of those that can stand there.
    WrongValue,
}

/// Reads one YAML document.
///
/// # Errors
/// Every mistake, from the first line to the last: the one that makes the text no YAML, or all that make it something else
/// than a `T` (at most a hundred). There is always at least one.
pub fn read<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Vec<Mistake>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > LONGEST_TEXT {
        return Err(vec![too_long()]);
    }
    if let Some((at, character)) = odd_character(text) {
        return Err(vec![wording::odd_character(text, at, character)]);
    }
    if let Err(refusal) = scan::scan(text, &mut |_| {}) {
        return Err(vec![earlier_mistake(text, refusal).unwrap_or_else(|| wording::refused(text, refusal))]);
    }
    let error = match T::deserialize(Once::new(serde_yaml::Deserializer::from_str(text))) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    if let Err(error) = serde_yaml::from_str::<IgnoredAny>(text) {
        return Err(vec![told(text, &error)]);
    }
    let tree = Tree::new(text);
    if tree.root.is_none_or(|root| tree.kind(root) == Kind::Empty || (tree.is_plain(root) && is_null(&tree.text(root)))) {
        let message = "the file says nothing".into();
        return Err(vec![Mistake { kind: MistakeKind::Empty, place: None, message, help: None }]);
    }
    let found = wording::mistakes(&tree, &shape::mistakes::<T>(&tree));
    Err(if found.is_empty() { vec![told(text, &error)] } else { found })
}

/// The mistake of a text that is longer than any is read.
fn too_long() -> Mistake {
    let message = format!("the file is longer than {} MiB", LONGEST_TEXT >> 20);
    Mistake { kind: MistakeKind::TooLarge, place: None, message, help: Some("split it".into()) }
}

fn is_null(text: &str) -> bool {
    matches!(shape::Plain::of(text), shape::Plain::Null)
}

/// The first character that the reader does not take, or that other readers take for something else.
fn odd_character(text: &str) -> Option<(usize, char)> {
    // Of other languages' texts nearly all is found sound without a look at characters.
    let suspect = |byte: u8| (byte < b' ' && !b"\t\n\r".contains(&byte)) || matches!(byte, 0x7f | 0xc2 | 0xe2 | 0xef);
    let at = text.bytes().position(suspect)?;
    let odd = |&(_, character): &(usize, char)| match character {
        '\t' | '\n' | '\r' => false,
        '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => true,
        character => character.is_control(),
    };
    text[at..].char_indices().map(|(i, character)| (at + i, character)).find(odd)
}

/// What makes a text no YAML before the place where it is refused, if anything does.
fn earlier_mistake(text: &str, refusal: Refusal) -> Option<Mistake> {
    if matches!(refusal.why, Why::TooDeep | Why::TooMany | Why::Directive) {
        return None;
    }
    // What is before the refused place is as small and as flat as anything that is read.
    let error = serde_yaml::from_str::<IgnoredAny>(&text[..refusal.start]).err()?;
    let at = error.location()?.index();
    // A list, a group or a quote that is open at the end may well be closed later.
    (at < text[..refusal.start].trim_end().len()).then(|| told(text, &error))
}

/// What the reader says, in plain words.
fn told(text: &str, error: &serde_yaml::Error) -> Mistake {
    let (message, mut at) = (error.to_string(), error.location().map(|at| at.index()));
    if at.is_none() {
        // Of what follows after the end of the document the reader does not say where it is.
        let tree = Tree::new(text);
        at = tree.second.map(|second| tree.range(second).start);
    }
    wording::syntax(text, &message, at)
}

/// What a scalar says that is not written as it is; the text itself if it is none.
fn scalar(text: &str) -> String {
    serde_yaml::from_str(text).unwrap_or_else(|_| text.to_owned())
}

/// Writes a value as one YAML document.
///
/// # Errors
/// When the value has a shape YAML cannot hold, which none of ours has.
pub fn write<T: Serialize>(value: &T) -> Result<String, String> {
    serde_yaml::to_string(value).map_err(|error| error.to_string())
}

/// What the reader itself makes of a text: the value, or what it says and where.
#[cfg(test)]
fn by_the_reader<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, (String, Option<usize>)> {
    serde_yaml::from_str(text).map_err(|error| (error.to_string(), error.location().map(|at| at.index())))
}
