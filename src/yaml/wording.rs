//! Words the mistakes in a text for people who are not programmers.

use granit_parser::ErrorKind as Error;

use super::shape::{Misfit, What, meant};
use super::tree::{Id, MAX_DEPTH, NodeKind, Place, Refusal, Tree, Why};
use super::{LONGEST_TEXT, Mistake, MistakeKind};
use crate::text::{clean, sentence_list, shorten, squeeze};

/// The most of a text that a message quotes.
const LONGEST_QUOTE: usize = 60;

/// A text as a message quotes it.
fn quoted(text: &str) -> String {
    format!("'{}'", clean(&shorten(text, LONGEST_QUOTE)))
}

/// A message that may quote anything, made safe and not too long.
fn squeezed(message: &str) -> String {
    clean(&squeeze(message)).into_owned()
}

fn list(words: &[&str]) -> String {
    sentence_list(&words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>(), "and")
}

fn instead(word: &str, known: &[&'static str], all: &str) -> Option<String> {
    let near: Vec<String> = meant(word, known).into_iter().map(|word| format!("'{word}'")).collect();
    match (near.as_slice(), known) {
        ([], []) => None,
        ([], known) => Some(format!("the {all} are {}", list(known))),
        (near, _) => Some(format!("did you mean {}?", sentence_list(near, "or"))),
    }
}

/// The mistakes of a document, from its first line to its last.
pub(super) fn mistakes(tree: &Tree, findings: Vec<Misfit>) -> Vec<Mistake> {
    let worded = |finding: Misfit| {
        let (kind, message, help) = worded(tree, &finding);
        Mistake { kind, place: Some(tree.place(finding.node)), message, help }
    };
    let mut mistakes: Vec<Mistake> = findings.into_iter().map(worded).collect();
    mistakes.sort_by_key(|mistake| mistake.place);
    mistakes
}

fn worded(tree: &Tree, finding: &Misfit) -> (MistakeKind, String, Option<String>) {
    let node = finding.node;
    match &finding.what {
        What::UnknownKey(keys) => {
            let key = tree.text(node);
            (MistakeKind::UnknownKey, format!("unknown key {}", quoted(key)), instead(key, keys, "keys"))
        }
        What::MissingKey(key) => (MistakeKind::MissingKey, format!("missing key '{key}'"), None),
        What::RepeatedKey(first) => {
            let line = tree.place(*first).line;
            let message = format!("duplicate key {}: already on line {line}", quoted(tree.text(node)));
            (MistakeKind::RepeatedKey, message, Some("keep one of the two".into()))
        }
        What::Type(expected) => {
            let wanted = wanted(expected);
            (MistakeKind::WrongType, mistyped(tree, node, &wanted), mistyped_help(tree, node, &wanted))
        }
        What::Word(_) if !matches!(tree.kind(node), NodeKind::Scalar { .. }) => {
            (MistakeKind::WrongType, mistyped(tree, node, "a word"), None)
        }
        What::Word(words) => {
            let word = tree.text(node);
            let message = format!("invalid value {}", quoted(word));
            (MistakeKind::WrongValue, message, instead(word, words, "values"))
        }
        What::Length { found, expected } => {
            (MistakeKind::WrongType, format!("expected {}, found {found}", wanted(expected)), None)
        }
        What::Custom(message) => (MistakeKind::WrongValue, squeezed(message), None),
    }
}

/// The expected value, in the words of YAML.
fn wanted(expected: &str) -> String {
    let lists = ["an array of length ", "a list of ", "a tuple of size "];
    let count = lists.iter().find_map(|start| expected.strip_prefix(start)).filter(|count| count.parse::<usize>().is_ok());
    let words = match expected {
        "a text" | "a string" | "string" | "str" | "a character" => "text",
        "a sequence" | "seq" => "a list",
        "a map" | "map" => "a mapping",
        "a boolean" | "bool" => "true or false",
        "u8" | "u16" | "u32" | "u64" | "u128" | "usize" | "i8" | "i16" | "i32" | "i64" | "i128" | "isize" | "an integer" => {
            "a whole number"
        }
        "f32" | "f64" | "a float" => "a number",
        "field identifier" | "variant identifier" | "an identifier" => "a word",
        _ if expected.starts_with("struct ") => "a mapping",
        _ => return count.map_or_else(|| squeezed(expected), |count| format!("a list of {count}")),
    };
    words.to_owned()
}

fn mistyped(tree: &Tree, node: Id, wanted: &str) -> String {
    match (tree.kind(node), tree.key_of(node)) {
        (NodeKind::Empty, Some(key)) => format!("expected {wanted} after {}, found nothing", quoted(tree.text(key))),
        (NodeKind::Empty, None) => format!("expected {wanted} after the '-', found nothing"),
        _ => format!("expected {wanted}, found {}", found(tree, node)),
    }
}

fn mistyped_help(tree: &Tree, node: Id, wanted: &str) -> Option<String> {
    let help = match (wanted, tree.kind(node)) {
        ("a list", _) if tree.is_null(node) => "write [], or leave the key out",
        ("a mapping" | "text", _) if tree.is_null(node) => "leave the key out if there is nothing to say",
        ("a list", NodeKind::Scalar { text, .. }) => {
            return Some(format!("write a list of one as [{}]", clean(&shorten(text, LONGEST_QUOTE))));
        }
        ("text", NodeKind::List { flow: true, .. } | NodeKind::Map { flow: true, .. }) => {
            "put quotes around text that begins with '[' or '{'"
        }
        ("true or false", NodeKind::Scalar { text, .. }) => match text.to_lowercase().as_str() {
            "yes" | "y" | "on" | "1" | "true" => "write true",
            "no" | "n" | "off" | "0" | "false" => "write false",
            _ => return None,
        },
        ("a whole number", NodeKind::Scalar { .. }) => "write digits, like 160000",
        _ => return None,
    };
    Some(help.to_owned())
}

fn found(tree: &Tree, node: Id) -> String {
    match tree.kind(node) {
        NodeKind::List { .. } => "a list".into(),
        NodeKind::Map { .. } => "a mapping".into(),
        NodeKind::Empty => "nothing".into(),
        NodeKind::Scalar { text, .. } if tree.is_null(node) => text.clone().into_owned(),
        NodeKind::Scalar { text, plain: true } if text.parse::<f64>().is_ok() => {
            format!("the number {}", clean(&shorten(text, LONGEST_QUOTE)))
        }
        NodeKind::Scalar { text, .. } => format!("the text {}", quoted(text)),
    }
}

/// A file beyond the limit.
pub(super) fn too_long() -> Mistake {
    let message = format!("the file is longer than {} MiB", LONGEST_TEXT >> 20);
    Mistake { kind: MistakeKind::TooLarge, place: None, message, help: Some("split it".into()) }
}

/// A file of nothing but comments and space.
pub(super) fn empty() -> Mistake {
    Mistake { kind: MistakeKind::Empty, place: None, message: "the file is empty".into(), help: None }
}

/// The reader's own message, where the tree shows no mistake.
pub(super) fn unexplained(error: &serde_yaml::Error) -> Mistake {
    let place = error.location().map(|at| Place { line: at.line(), column: at.column(), width: 1 });
    Mistake { kind: MistakeKind::WrongValue, place, message: squeezed(&error.to_string()), help: None }
}

/// A text that the guard refuses.
pub(super) fn refused(text: &str, refusal: &Refusal) -> Mistake {
    let written = quoted(text.get(refusal.bytes.clone()).unwrap_or_default());
    let (kind, message, help) = match &refusal.why {
        Why::Anchor => (
            MistakeKind::Unsupported,
            format!("anchors ({written}) are not part of the format"),
            "write the value out wherever it is needed, or put quotes around text that begins with '&'",
        ),
        Why::Alias => (
            MistakeKind::Unsupported,
            format!("aliases ({written}) are not part of the format"),
            "write the value out, or put quotes around text that begins with '*'",
        ),
        Why::Tag => (
            MistakeKind::Unsupported,
            format!("tags ({written}) are not part of the format"),
            "remove it, or put quotes around text that begins with '!'",
        ),
        Why::Directive => (
            MistakeKind::Unsupported,
            "directives are not part of the format".into(),
            "remove the line, or put quotes around text that begins with '%'",
        ),
        Why::SecondDocument => {
            (MistakeKind::Unsupported, "a second document begins here".into(), "remove the line '---', or make two files")
        }
        Why::TooDeep => {
            (MistakeKind::TooLarge, format!("more than {MAX_DEPTH} nested lists and mappings"), "close the brackets before this")
        }
        Why::TooMany => (MistakeKind::TooLarge, "the file has too many keys and values".into(), "split it"),
        Why::Syntax(error) => {
            let (message, help) = syntax(error);
            (MistakeKind::Syntax, message, help)
        }
    };
    Mistake { kind, place: Some(refusal.place), message, help: Some(help.to_owned()) }
}

/// A character that is not allowed.
pub(super) fn odd_character(text: &str, at: usize, character: char) -> Mistake {
    let name = match character {
        '\0' => "a NUL character",
        '\u{85}' | '\u{2028}' | '\u{2029}' => "an uncommon line break",
        '\u{feff}' => "a byte order mark",
        _ => "a control character",
    };
    Mistake {
        kind: MistakeKind::Syntax,
        place: Some(Place::at(text, at)),
        message: format!("{name} (\\u{{{:x}}}) is not allowed", u32::from(character)),
        help: Some("remove it: it is invisible, and may have been pasted in".into()),
    }
}

/// A syntax error, and what to do about it.
fn syntax(error: &Error) -> (String, &'static str) {
    let (message, help) = match error {
        Error::UnclosedQuotedScalar | Error::DocumentIndicatorInQuotedScalar => {
            ("this quote is never closed", "end the text with the same quote")
        }
        Error::UnknownQuotedScalarEscape | Error::InvalidQuotedScalarHexEscape | Error::InvalidUnicodeEscape => (
            "unknown escape: in double quotes a backslash begins an escape",
            "write \\\\ for a backslash, or put the text in single quotes",
        ),
        Error::MappingValueNotAllowed | Error::MappingKeyNotAllowed | Error::InvalidColonPlacement => (
            "a colon with a space after it is not allowed here",
            "put quotes around text with ': ' in it, and check the indentation",
        ),
        Error::SimpleKeyExpected | Error::InvalidSimpleKey => {
            ("expected a key with a value", "write 'key: value'; the lines of a longer text are indented further than its key")
        }
        Error::InvalidTrailingSingleQuotedScalar | Error::InvalidTrailingDoubleQuotedScalar => {
            ("nothing can follow the closing quote", "put quotes around the whole text")
        }
        Error::ExpectedBlockMappingKey => {
            ("this does not fit the mapping around it", "indent the key like its neighbors, or put quotes around the whole text")
        }
        Error::ExpectedBlockSequenceEntry => {
            ("this does not fit the list around it", "begin each entry with '- ', indented like the others")
        }
        Error::ExpectedFlowSequenceSeparator | Error::UnclosedFlowCollection { open: '[' } => {
            ("a comma or ']' is missing in the list", "close the list, or put quotes around its texts")
        }
        Error::ExpectedFlowMappingSeparator | Error::UnclosedFlowCollection { .. } => {
            ("a comma or '}' is missing in the mapping", "close the mapping, or put quotes around its texts")
        }
        Error::TabInIndentation | Error::TabInBlockIndentation | Error::TabNotAllowed | Error::TabInPlainScalar => {
            ("a tab cannot indent a line", "use spaces")
        }
        Error::BlockSequenceEntryNotAllowed => ("a list cannot begin here", "begin it on the line after its key"),
        Error::ExpectedDocumentStart | Error::InvalidDocumentEnd => {
            ("the document has ended before this line", "check the indentation of the line, and its quotes")
        }
        Error::ExpectedNodeContent => ("a value is missing here", "write one, or remove the comma or colon"),
        Error::InvalidBlockScalarHeader => {
            ("text after '|' or '>' begins on the next line", "put quotes around text that begins with '|' or '>'")
        }
        Error::UnexpectedCharacter { character } => {
            return (format!("text cannot begin with {}", quoted(&character.to_string())), "put quotes around it");
        }
        other => {
            return (squeezed(&other.to_string()), "put quotes around texts with special characters, and check the indentation");
        }
    };
    (message.into(), help)
}
