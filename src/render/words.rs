//! Texts on their way to a terminal, and the lines of paragraphs.

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

use super::paint::{MUTED, NO_BREAK, Paint};
use crate::report::{StyledText, Tone};
use crate::terminal::Style;
use crate::text::width;

/// A text in the looks of its tones; see [`push`].
pub(super) fn written(text: &StyledText, room: usize, style: Style) -> String {
    let mut written = String::new();
    push(text, Paint::of, room, style, &mut written);
    written
}

/// Adds a text with its looks. The numbers of notes stay with the word before them where there is so much room for both.
pub(super) fn push(text: &StyledText, paint: impl Fn(Tone) -> Paint, room: usize, style: Style, to: &mut String) {
    let start = to.len();
    for span in &text.spans {
        if !span.cites {
            paint(span.tone).push(&span.text, style, to);
            continue;
        }
        let numbers = span.text.trim();
        let numbers = if numbers.len() > room { grouped(numbers, room) } else { numbers.to_owned() };
        if to[start..].ends_with(' ') || span.text.starts_with(' ') {
            to.truncate(start + to[start..].trim_end_matches(' ').len());
            let word = to[start..].rsplit(' ').next().map_or(0, width);
            let first = numbers.find(' ').unwrap_or(numbers.len());
            to.push(if word + 1 + first <= room { NO_BREAK } else { ' ' });
        }
        MUTED.push(&numbers, style, to);
        to.extend(span.text.ends_with(' ').then_some(' '));
    }
}

/// The numbers of notes in groups that fill a line each.
fn grouped(numbers: &str, room: usize) -> String {
    let (mut grouped, mut length) = (String::new(), 0);
    for number in numbers.split_inclusive(']') {
        if length > 0 && length + number.len() > room {
            grouped.push(' ');
            length = 0;
        }
        grouped.push_str(number);
        length += number.len();
    }
    grouped
}

/// Words that no line is broken between, as long as there is room for them.
pub(super) fn bound(text: &str, style: Style) -> String {
    if width(text) > style.width { text.to_owned() } else { text.replace(' ', "\u{a0}") }
}

/// The lines of a paragraph behind what stands before its first line and before its others.
pub(super) fn paragraph(text: &str, first: &str, rest: &str, room: usize) -> String {
    /// With less room the text leaves the screen instead.
    const LEAST: usize = 10;
    let options = Options::new(room.max(width(rest) + LEAST))
        .initial_indent(first)
        .subsequent_indent(rest)
        // An address is kept whole: a broken one cannot be clicked or copied.
        .break_words(!text.contains("://"))
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::fill(text, options) + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &StyledText, room: usize) -> String {
        let style = Style::default();
        super::super::paint::finished(&paragraph(&written(text, room, style), "", "", room), style)
    }

    #[test]
    fn a_note_stays_with_the_word_before_it() {
        let text = StyledText::plain("Leads the sales").citing(" [1][2]", Tone::Muted);
        assert_eq!(lines(&text, 15), "Leads the\nsales [1][2]\n");
        assert_eq!(lines(&text, 10), "Leads the\nsales\n[1][2]\n", "unless there is no room");
    }

    #[test]
    fn many_notes_are_broken_into_groups() {
        let text = StyledText::plain("usual").citing(" [1][2][3][4][5]", Tone::Muted);
        assert_eq!(lines(&text, 30), "usual [1][2][3][4][5]\n");
        assert_eq!(lines(&text, 15), "usual\n[1][2][3][4][5]\n");
        assert_eq!(lines(&text, 12), "usual\n[1][2][3][4]\n[5]\n");
    }
}
