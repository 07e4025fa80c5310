//! Says what is wrong in plain words: for people who write YAML and no programs.

use std::ops::Range;

use super::places::{Place, located, located_one};
use super::scan::{DEEPEST, Refusal, Why};
use super::shape::{Finding, Plain, What};
use super::tree::{Id, Kind, Tree};
use super::{Mistake, MistakeKind};
use crate::text::{clean, nearest, sentence_list, shorten};

/// The most of a text that a message quotes.
const LONGEST_QUOTE: usize = 60;

/// The most of a message that a type gives, whatever it quotes.
const LONGEST_MESSAGE: usize = 300;

/// A text as a message quotes it.
fn quoted(text: &str) -> String {
    format!("'{}'", clean(&shorten(text, LONGEST_QUOTE)))
}

/// A message that may quote anything: safe, and without its middle where it is long.
fn squeezed(message: &str) -> String {
    let length = message.chars().count();
    if length <= LONGEST_MESSAGE {
        return clean(message).into_owned();
    }
    let (first, last) = (LONGEST_MESSAGE / 3, LONGEST_MESSAGE - LONGEST_MESSAGE / 3);
    let start: String = message.chars().take(first).collect();
    let end: String = message.chars().skip(length - last).collect();
    format!("{}...{}", clean(&start), clean(&end))
}

fn list(words: &[&str]) -> String {
    sentence_list(&words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>(), "and")
}

/// The keys or words that somebody may have meant.
pub(super) fn meant(word: &str, known: &[&'static str]) -> Vec<&'static str> {
    nearest(word, known.iter().map(|&known| (known, known)))
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
pub(super) fn mistakes(tree: &Tree, findings: &[Finding]) -> Vec<Mistake> {
    let first = |finding: &Finding| match finding.what {
        What::RepeatedKey(first) => first,
        _ => finding.node,
    };
    let ranges: Vec<Range<usize>> =
        findings.iter().map(|finding| finding.node).chain(findings.iter().map(first)).map(|node| tree.range(node)).collect();
    let places = located(tree.text, &ranges);
    let (own, firsts) = places.split_at(findings.len());
    let worded = |((finding, place), first): ((&Finding, &Place), &Place)| {
        let (kind, message, help) = worded(tree, finding, first.line);
        Mistake { kind, place: Some(*place), message, help }
    };
    let mut mistakes: Vec<Mistake> = findings.iter().zip(own).zip(firsts).map(worded).collect();
    mistakes.sort_by_key(|mistake| mistake.place);
    mistakes
}

fn worded(tree: &Tree, finding: &Finding, first_line: usize) -> (MistakeKind, String, Option<String>) {
    let node = finding.node;
    match &finding.what {
        What::UnknownKey(keys) => {
            let key = tree.text(node);
            (MistakeKind::UnknownKey, format!("there is no key {} here", quoted(&key)), instead(&key, keys, "keys"))
        }
        What::MissingKey(key) => (MistakeKind::MissingKey, format!("the key '{key}' is missing here"), None),
        What::RepeatedKey(_) => {
            let message = format!("duplicate key {}: it is already in line {first_line}", quoted(&tree.text(node)));
            (MistakeKind::RepeatedKey, message, Some("keep one of the two".into()))
        }
        What::Type(expected) => {
            let expected = Wanted::of(expected);
            (MistakeKind::WrongType, expected.instead_of(tree, node), expected.help(tree, node))
        }
        What::Word(_) if !matches!(tree.kind(node), Kind::Scalar(_)) => {
            (MistakeKind::WrongType, Wanted::Other("a word".into()).instead_of(tree, node), None)
        }
        What::Word(words) => {
            let word = tree.text(node);
            let message = format!("{} is none of the words that can stand here", quoted(&word));
            (MistakeKind::WrongValue, message, instead(&word, words, "words"))
        }
        What::Length { found, expected } => {
            let expected = Wanted::of(expected);
            let message = format!("{} is expected here, and this has {found}", expected.words());
            (MistakeKind::WrongType, message, None)
        }
        What::Said(message) => (MistakeKind::WrongValue, squeezed(message), None),
    }
}

/// What a type expects.
enum Wanted {
    Text,
    List,
    ListOf(String),
    Keys,
    TrueOrFalse,
    WholeNumber,
    Other(String),
}

impl Wanted {
    /// From the words of types and of serde, which are for programmers.
    fn of(expected: &str) -> Self {
        let count =
            ["an array of length ", "a list of ", "a tuple of size "].iter().find_map(|start| expected.strip_prefix(start));
        match expected {
            "a text" | "a string" | "string" | "str" | "a character" => Self::Text,
            "a sequence" | "seq" => Self::List,
            "a map" | "map" => Self::Keys,
            "a boolean" | "bool" => Self::TrueOrFalse,
            "u8" | "u16" | "u32" | "u64" | "u128" | "usize" | "i8" | "i16" | "i32" | "i64" | "i128" | "isize" | "an integer" => {
                Self::WholeNumber
            }
            "f32" | "f64" | "a float" => Self::Other("a number".into()),
            "field identifier" | "variant identifier" | "an identifier" => Self::Other("a word".into()),
            _ if expected.starts_with("struct ") => Self::Keys,
            _ => match count.filter(|count| count.bytes().all(|byte| byte.is_ascii_digit())) {
                Some(count) => Self::ListOf(count.into()),
                None => Self::Other(squeezed(expected)),
            },
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Text => "a text".into(),
            Self::List => "a list".into(),
            Self::ListOf(count) => format!("a list of {count}"),
            Self::Keys => "a group of keys with values".into(),
            Self::TrueOrFalse => "true or false".into(),
            Self::WholeNumber => "a whole number".into(),
            Self::Other(words) => words.clone(),
        }
    }

    fn instead_of(&self, tree: &Tree, node: Id) -> String {
        let wanted = self.words();
        if tree.kind(node) == Kind::Empty {
            let after = match tree.key_of(node) {
                Some(key) => quoted(&tree.text(key)),
                None => "the '-'".into(),
            };
            return format!("there is nothing after {after}, where {wanted} is expected");
        }
        format!("{wanted} is expected here, and this is {}", found(tree, node))
    }

    fn help(&self, tree: &Tree, node: Id) -> Option<String> {
        let text = tree.text(node);
        let nothing = tree.is_plain(node) && matches!(Plain::of(&text), Plain::Null);
        match (self, tree.kind(node)) {
            (Self::List, _) if nothing => Some("write [] or leave the key out if there is none".into()),
            (Self::Keys | Self::Text, _) if nothing => Some("leave the key out if there is nothing to say".into()),
            (Self::List, Kind::Scalar(_)) => Some(format!("write a list of one as [{}]", clean(&shorten(&text, LONGEST_QUOTE)))),
            (Self::Text, Kind::List(_) | Kind::Map(_)) if tree.is_in_brackets(node) => {
                Some("put quotes around a text that begins with '[' or '{'".into())
            }
            (Self::TrueOrFalse, Kind::Scalar(_)) => match text.to_lowercase().as_str() {
                "yes" | "y" | "on" | "1" | "true" => Some("write true".into()),
                "no" | "n" | "off" | "0" | "false" => Some("write false".into()),
                _ => None,
            },
            (Self::WholeNumber, Kind::Scalar(_)) => Some("write it in digits, as 160000".into()),
            _ => None,
        }
    }
}

fn found(tree: &Tree, node: Id) -> String {
    let text = tree.text(node);
    match tree.kind(node) {
        Kind::List(_) => "a list".into(),
        Kind::Map(_) => "a group of keys with values".into(),
        Kind::Empty => "nothing".into(),
        Kind::Scalar(_) if tree.is_plain(node) => match Plain::of(&text) {
            Plain::Null => format!("{text}, which stands for nothing"),
            Plain::Bool(_) => format!("the word {text}"),
            Plain::Unsigned(_) | Plain::Signed(_) | Plain::Float(_) => {
                format!("the number {}", clean(&shorten(&text, LONGEST_QUOTE)))
            }
            Plain::Text => format!("the text {}", quoted(&text)),
        },
        Kind::Scalar(_) => format!("the text {}", quoted(&text)),
    }
}

/// A refused text.
pub(super) fn refused(text: &str, refusal: Refusal) -> Mistake {
    let place = located_one(text, &(refusal.start..refusal.end));
    let written = quoted(&text[refusal.start..text.len().min(refusal.end)]);
    let (kind, message, help) = match refusal.why {
        Why::Anchor => (
            MistakeKind::Unsupported,
            format!("anchors ({written}) are not part of the format"),
            "write the value out wherever it is needed, or put quotes around a text that begins with '&'".into(),
        ),
        Why::Alias => (
            MistakeKind::Unsupported,
            format!("aliases ({written}, for an anchor) are not part of the format"),
            "write the value out, or put quotes around a text that begins with '*'".into(),
        ),
        Why::Tag => (
            MistakeKind::Unsupported,
            format!("tags ({written}) are not part of the format"),
            "take it away, or put quotes around a text that begins with '!'".into(),
        ),
        Why::Directive => (
            MistakeKind::Unsupported,
            format!("directives ({written}) are not part of the format"),
            "take the line away, or put quotes around a text that begins with '%'".into(),
        ),
        Why::SecondDocument => (
            MistakeKind::Unsupported,
            "a second document begins here, and a file is one".into(),
            "take the line '---' away, or make two files of it".into(),
        ),
        Why::TooDeep => (
            MistakeKind::TooLarge,
            format!("there are more than {DEEPEST} lists and groups of keys inside each other here"),
            "check that every bracket before this is closed".into(),
        ),
        Why::TooMany => (MistakeKind::TooLarge, "the file has too many keys and values".into(), "split it".into()),
    };
    Mistake { kind, place, message, help: Some(help) }
}

/// A character that may not stand in a text.
pub(super) fn odd_character(text: &str, at: usize, character: char) -> Mistake {
    let name = match character {
        '\0' => "a NUL character",
        '\u{85}' | '\u{2028}' | '\u{2029}' => "an uncommon line break",
        '\u{feff}' => "a byte order mark",
        _ => "a control character",
    };
    Mistake {
        kind: MistakeKind::Syntax,
        place: located_one(text, &(at..at + character.len_utf8())),
        message: format!("{name} (\\u{{{:x}}}) cannot stand here", u32::from(character)),
        help: Some("take it away: it cannot be seen, and may have come with a copy from elsewhere".into()),
    }
}

/// What the reader says of a text that is no YAML, and where.
pub(super) fn syntax(text: &str, told: &str, at: Option<usize>) -> Mistake {
    let offset = at.unwrap_or(text.len()).min(text.len());
    let here = text[offset..].chars().next();
    let place = at.and_then(|_| located_one(text, &(offset..offset + here.map_or(0, char::len_utf8))));
    let (problem, context) = told.split_once(", while ").map_or((told, None), |(problem, context)| (problem, Some(context)));
    let begun = context.and_then(place_in);
    let says = |part: &str| problem.contains(part);
    let line = begun.map_or_else(String::new, |place: Place| format!(" that begins in line {}", place.line));
    let quote = context.is_some_and(|context| context.contains("quoted scalar"));
    let (message, help, place) = if quote && (says("end of stream") || says("document indicator")) {
        ("this quote is never closed".into(), "end the text with the same quote", begun.or(place))
    } else if quote && (says("escape") || says("hexdecimal")) {
        let help = "write \\\\ for a backslash, or put the text in single quotes";
        ("a backslash in double quotes begins an escape, and this is none".into(), help, place)
    } else if says("mapping values are not allowed") {
        let help = "put quotes around a text with ': ' in it, and check how far the line is indented";
        ("a colon with a space after it cannot stand here".into(), help, place)
    } else if says("could not find expected ':'") {
        let help = "write 'key: value'; the lines of a longer text are indented further than its key";
        ("this is no key with a value".into(), help, begun.or(place))
    } else if says("did not find expected key") {
        let help = "indent a key like those around it, and put quotes around the whole of a text";
        (format!("this does not fit the group of keys{line}"), help, place)
    } else if says("expected '-' indicator") {
        let help = "begin each entry with '- ', indented like the others";
        (format!("this does not fit the list{line}"), help, place)
    } else if says("expected ',' or ']'") {
        (format!("a comma or ']' is missing in the list{line}"), "close the list, or put quotes around its texts", place)
    } else if says("expected ',' or '}'") {
        (format!("a comma or '}}' is missing in the group{line}"), "close the group, or put quotes around its texts", place)
    } else if says("tab character") || (says("cannot start any token") && here == Some('\t')) {
        ("a tab cannot indent a line".into(), "use spaces", place)
    } else if says("cannot start any token") {
        let sign = here.map_or_else(String::new, |character| format!(" with {}", quoted(&character.to_string())));
        (format!("a text cannot begin{sign}"), "put quotes around it", place)
    } else if says("found unexpected ':'") {
        ("a colon cannot stand before a comma or bracket".into(), "put quotes around the text", place)
    } else if says("block sequence entries are not allowed") {
        ("a list cannot begin here".into(), "begin it in the line after its key", place)
    } else if says("expected <document start>") || says("more than one document") {
        ("the document has ended before this line".into(), "check how far the line is indented, and its quotes", place)
    } else if says("expected node content") {
        ("a value is missing here".into(), "write one, or take the comma or colon away", place)
    } else if says("expected comment or line break") {
        ("a text after '|' or '>' begins in the next line".into(), "put quotes around a text that begins with it", place)
    } else {
        (squeezed(problem.rfind(" at line ").map_or(problem, |end| &problem[..end])), "", place)
    };
    let help = (!help.is_empty()).then(|| help.to_owned());
    Mistake { kind: MistakeKind::Syntax, place, message, help }
}

/// Where something was begun, at the end of what the reader says.
fn place_in(context: &str) -> Option<Place> {
    let (_, place) = context.rsplit_once(" at line ")?;
    let (line, column) = place.split_once(" column ")?;
    Some(Place { line: line.parse().ok()?, column: column.parse().ok()?, width: 1 })
}
