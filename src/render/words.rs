//! Texts on their way to a terminal, and the lines of paragraphs.

use std::borrow::Cow;

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

use super::paint::{MUTED, NO_BREAK, Paint};
use crate::report::{Span, StyledText, Tone};
use crate::terminal::Style;
use crate::text::width;

/// A text in the looks of its tones. The numbers of notes stay with the word before them; more than a line holds are broken
/// into groups.
pub(super) fn written(text: &StyledText, room: usize, style: Style) -> String {
    let mut written = String::new();
    for span in &text.spans {
        if !span.cites {
            written += &Paint::of(span.tone).on(&marked(span), style);
            continue;
        }
        written.truncate(written.trim_end_matches(' ').len());
        let word = written.rsplit(' ').next().map_or(0, width);
        let mut length = word + usize::from(word > 0);
        let mut numbers = String::new();
        for number in span.text.trim().split_inclusive(',') {
            if length > 0 && length + number.len() > room {
                numbers.push(' ');
                length = 0;
            }
            numbers.push_str(number);
            length += number.len();
        }
        written.extend((word > 0 && !numbers.starts_with(' ')).then_some(NO_BREAK));
        written += &MUTED.on(&numbers, style);
    }
    written
}

/// Words that were changed stand in brackets, as in git's word diff, so that they are seen without color too.
fn marked(span: &Span) -> Cow<'_, str> {
    match span.tone {
        Tone::Added => format!("{{+{}+}}", span.text).into(),
        Tone::Removed => format!("[-{}-]", span.text).into(),
        _ => Cow::from(&span.text),
    }
}

/// Words that no line is broken between, as long as there is room for them.
pub(super) fn bound(text: &str, style: Style) -> String {
    if width(text) > style.width { text.to_owned() } else { text.replace(' ', "\u{a0}") }
}

/// The lines of a paragraph, with one text before its first line and another before the rest.
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
    fn notes_stay_with_the_word_before_them() {
        let cited = |numbers| StyledText::plain("Leads the sales").citing(numbers, Tone::Muted);
        assert_eq!(lines(&cited(" [1,2]"), 15), "Leads the\nsales [1,2]\n");
        assert_eq!(lines(&cited(" [1,2,3,4,5]"), 12), "Leads the\nsales [1,2,\n3,4,5]\n", "as many as there is room for");
    }
}
