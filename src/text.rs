//! Text for people: made safe, measured, counted and listed; near misses of names.

mod nearest;

use std::borrow::Cow;
use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr as _;

pub use nearest::{nearest, nearest_within};

/// Makes a text of unknown origin safe to print: a character that could drive a terminal or mislead a reader becomes a visible
/// escape. Apply it to a datum where it enters a sentence or a cell, not to the finished output.
pub fn clean(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::new();
    for character in text.chars() {
        if is_unsafe(character) {
            // Writing to a String cannot fail.
            let _ = write!(safe, "\\u{{{:x}}}", u32::from(character));
        } else {
            safe.push(character);
        }
    }
    Cow::Owned(safe)
}

/// Whether a character could drive a terminal or disguise a text.
///
/// Controls (C0, DEL, C1), line and paragraph separators, bidirectional marks and overrides (Unicode Standard Annex 9;
/// CVE-2021-42574), zero-width and other invisible characters, interlinear annotations, and tag characters.
pub const fn is_unsafe(character: char) -> bool {
    matches!(character,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// At most `most` characters of a text, with an ellipsis where something was left out.
pub fn shorten(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        None => Cow::Borrowed(text),
        Some((end, _)) => Cow::Owned(format!("{}...", &text[..end])),
    }
}

/// The beginning and end of a message that may quote a text of any length.
pub fn squeeze(message: &str) -> Cow<'_, str> {
    const BEGINNING: usize = 200;
    const END: usize = 100;
    let characters = message.chars().count();
    if characters <= BEGINNING + END {
        return Cow::Borrowed(message);
    }
    let (beginning, end) = (message.chars().take(BEGINNING), message.chars().skip(characters - END));
    Cow::Owned(beginning.chain("...".chars()).chain(end).collect())
}

/// Columns a text takes on a terminal.
pub fn width(text: &str) -> usize {
    text.width()
}

/// A whole number with commas: `1,234,567`.
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A count with its noun: `1 duty`, `2 duties`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", thousands(number as u64), if number == 1 { one } else { many })
}

/// Texts without repetitions.
pub fn distinct<'s>(texts: impl IntoIterator<Item = &'s str>) -> Vec<&'s str> {
    let mut distinct: Vec<&str> = Vec::new();
    for text in texts {
        if !distinct.contains(&text) {
            distinct.push(text);
        }
    }
    distinct
}

/// Words as a sentence lists them: `a, b and c`.
pub fn sentence_list<S: AsRef<str>>(words: &[S], last: &str) -> String {
    match words {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [init @ .., end] => {
            let init: Vec<&str> = init.iter().map(AsRef::as_ref).collect();
            format!("{} {last} {}", init.join(", "), end.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_drives_a_terminal_becomes_visible() {
        for (text, safe) in [
            ("\u{1b}[31mred", "\\u{1b}[31mred"),
            ("a\tb\r\nc", "a\\u{9}b\\u{d}\\u{a}c"),
            ("\u{9b}2J", "\\u{9b}2J"),
            ("\u{202e}gpj.exe", "\\u{202e}gpj.exe"),
            ("co\u{200b}o", "co\\u{200b}o"),
            ("a\u{2028}b", "a\\u{2028}b"),
        ] {
            assert_eq!(clean(text), safe);
        }
    }

    #[test]
    fn ordinary_text_of_any_language_is_left_alone() {
        for text in ["Überblick – 100 %", "最高執行責任者", "مدير", "👩🏽", ""] {
            assert!(matches!(clean(text), Cow::Borrowed(same) if same == text));
        }
    }

    #[test]
    fn numbers_and_lists_read_as_english() {
        assert_eq!(
            ["0", "999", "1,000", "132,974", "1,234,567"],
            [0, 999, 1000, 132_974, 1_234_567].map(thousands).each_ref().map(String::as_str)
        );
        assert_eq!(count(1, "duty", "duties"), "1 duty");
        assert_eq!(sentence_list(&["a", "b", "c"], "or"), "a, b or c");
        assert_eq!(shorten("abcdef", 3), "abc...");
    }
}
