//! Texts on their way to a terminal, and the lines of paragraphs.

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

use super::paint::{MUTED, Paint};
use crate::report::{Rich, Tone};
use crate::text::width;

/// Holds two words together; the finished page has a space there.
pub(super) const NO_BREAK: char = '\u{a0}';

/// A text with its looks. The numbers of notes stay with the word before them as long as so much room is enough for both.
pub(super) fn written(text: &Rich, paint: impl Fn(Tone) -> Paint, room: usize) -> String {
    let mut written = String::new();
    for span in &text.spans {
        if span.cites {
            let gap = if span.text.starts_with(' ') { " " } else { "" };
            let groups = grouped(&span.text);
            let gap = if written.ends_with(' ') { written.pop().map_or("", |_| " ") } else { gap };
            let word = written.rsplit(' ').next().map_or(0, width);
            let is_bound = word + 1 + groups.find(' ').unwrap_or(groups.len()) <= room;
            written.push_str(&if is_bound { gap.replace(' ', "\u{a0}") } else { gap.to_owned() });
            written.push_str(&MUTED.on(&groups));
            written.push_str(if span.text.ends_with(' ') { " " } else { "" });
        } else {
            written.push_str(&paint(span.tone).on(&span.text));
        }
    }
    written
}

/// The numbers of notes, a few in a group, so that a line may be broken between many.
fn grouped(numbers: &str) -> String {
    const MOST: usize = 4;
    let numbers: Vec<&str> = numbers.trim().split_inclusive(']').collect();
    let size = numbers.len().div_ceil(numbers.len().div_ceil(MOST).max(1)).max(1);
    numbers.chunks(size).map(<[&str]>::concat).collect::<Vec<_>>().join(" ")
}

/// Words that no line is broken between.
pub(super) fn bound(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

/// The lines of a paragraph behind what stands before its first line and before its others; a word too long for a line stays whole.
pub(super) fn paragraph(text: &str, first: &str, rest: &str, room: usize) -> String {
    /// With less room the text leaves the screen instead.
    const LEAST: usize = 10;
    let options = Options::new(room.max(width(rest) + LEAST))
        .initial_indent(first)
        .subsequent_indent(rest)
        .break_words(false)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::fill(text, options) + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &Rich, room: usize) -> String {
        let text = written(text, Paint::of, room);
        super::super::paint::plain(&paragraph(&text, "", "", room))
    }

    #[test]
    fn a_note_stays_with_the_word_before_it() {
        let text = Rich::plain("Leads the sales").citing(" [1][2]", Tone::Muted);
        assert_eq!(lines(&text, 15), "Leads the\nsales [1][2]\n");
        assert_eq!(lines(&text, 10), "Leads the\nsales\n[1][2]\n", "unless there is no room");
    }

    #[test]
    fn many_notes_are_broken_into_groups() {
        let text = Rich::plain("usual").citing(" [1][2][3][4][5]", Tone::Muted);
        assert_eq!(lines(&text, 30), "usual [1][2][3] [4][5]\n");
        assert_eq!(lines(&text, 18), "usual [1][2][3]\n[4][5]\n");
    }
}
