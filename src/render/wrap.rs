//! Breaks texts into lines.
//!
//! A line is broken at spaces, and between the notes on a text where there are many of them. A note stays with the word before
//! it, and what a no-break space holds together stays together too, as long as there is room for it; on the screen that is a
//! space like others.

use textwrap::core::{Fragment, Word};
use textwrap::wrap_algorithms::wrap_first_fit;

use super::paint::{PLAIN, Paint, of_tone, painted};
use crate::report::{Rich, Span, Tone};
use crate::terminal::Style;
use crate::text::width;

/// String of one look, on its way into lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    text: String,
    paint: Paint,
    /// Whether it is labels of notes.
    cites: bool,
}

/// A line: texts with their looks, to be read without a gap.
pub(super) type Line = Vec<(String, Paint)>;

/// What becomes of a word that is wider than a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Overlong {
    /// It leaves the line.
    Kept,
    /// It is broken anywhere.
    Broken,
}

impl Piece {
    pub(super) fn new(text: &str, paint: Paint) -> Self {
        Self { text: text.to_owned(), paint, cites: false }
    }

    /// String that only stays together.
    pub(super) fn bound(text: &str, paint: Paint) -> Self {
        Self { text: text.replace(' ', NO_BREAK), paint, cites: false }
    }
}

const NO_BREAK: &str = "\u{a0}";

/// The pieces of a text in the paint of its tones.
pub(super) fn pieces(text: &Rich) -> Vec<Piece> {
    pieces_in(text, of_tone)
}

/// The pieces of a text; notes stand back, whatever the paint.
pub(super) fn pieces_in(text: &Rich, paint: impl Fn(Tone) -> Paint) -> Vec<Piece> {
    let piece = |span: &Span| {
        let tone = if span.cites { Tone::Muted } else { span.tone };
        Piece { text: span.text.clone(), paint: paint(tone), cites: span.cites }
    };
    text.spans.iter().map(piece).collect()
}

/// Columns a text takes on one line.
pub(super) fn whole_width(pieces: &[Piece]) -> usize {
    pieces.iter().map(|piece| width(&piece.text)).sum()
}

/// Columns of the widest word of a text.
pub(super) fn word_width(text: &str) -> usize {
    text.split([' ', '\u{a0}']).map(width).max().unwrap_or(0)
}

/// The lines of a text behind what stands before its first line and before its others.
pub(super) fn indented(pieces: &[Piece], first: &str, rest: &str, style: Style) -> Vec<String> {
    /// Less room is none: the text leaves the screen instead.
    const LEAST: usize = 10;
    let room = style.width.saturating_sub(width(rest)).max(LEAST);
    let lines = lines(pieces, room, Overlong::Kept);
    let before = |i: usize| if i == 0 { first } else { rest };
    lines.iter().enumerate().map(|(i, line)| format!("{}{}", before(i), written(line, style.color))).collect()
}

/// A line as it is written.
pub(super) fn written(line: &Line, color: bool) -> String {
    line.iter().map(|(text, paint)| painted(text, *paint, color)).collect()
}

/// The lines of a text that has so much room; none if it is empty.
pub(super) fn lines(pieces: &[Piece], room: usize, overlong: Overlong) -> Vec<Line> {
    let room = room.max(1);
    let words = words(pieces, room, overlong);
    if words.is_empty() {
        return Vec::new();
    }
    #[allow(clippy::cast_precision_loss)] // Widths of terminals are far below 2^52.
    wrap_first_fit(&words, &[room as f64]).into_iter().map(line).collect()
}

/// What follows a part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// The next part of the same word.
    None,
    /// A space that is to hold.
    Bound,
    /// A place to break a line, without a space.
    Break,
    /// A space.
    Space,
}

/// A part of a word, of one look.
#[derive(Debug)]
struct Part {
    text: String,
    paint: Paint,
    gap: Gap,
}

/// What no line is broken in.
#[derive(Debug)]
struct Words(Vec<Part>);

#[allow(clippy::cast_precision_loss)] // Texts are far below 2^52 columns.
impl Fragment for Words {
    fn width(&self) -> f64 {
        words_width(&self.0) as f64
    }

    fn whitespace_width(&self) -> f64 {
        let is_spaced = self.0.last().is_some_and(|part| matches!(part.gap, Gap::Space | Gap::Bound));
        f64::from(u8::from(is_spaced))
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

fn words_width(parts: &[Part]) -> usize {
    let spaces = parts.iter().rev().skip(1).filter(|part| part.gap == Gap::Bound).count();
    parts.iter().map(|part| width(&part.text)).sum::<usize>() + spaces
}

/// The least that a text can be broken into with so much room.
fn words(pieces: &[Piece], room: usize, overlong: Overlong) -> Vec<Words> {
    let bound = split_after(parts(pieces), |gap| matches!(gap, Gap::Space | Gap::Break)).into_iter();
    let words = bound.flat_map(|bound| {
        if words_width(&bound) <= room {
            return vec![Words(bound)];
        }
        let words = split_after(bound, |gap| gap != Gap::None).into_iter();
        words.flat_map(|word| fitted(word, room, overlong)).collect()
    });
    words.collect()
}

/// Parts in groups, each of which ends with a gap of some kind.
fn split_after(parts: Vec<Part>, ends: impl Fn(Gap) -> bool) -> Vec<Vec<Part>> {
    let mut groups: Vec<Vec<Part>> = Vec::new();
    let mut is_open = false;
    for part in parts {
        let ends = ends(part.gap);
        match groups.last_mut().filter(|_| is_open) {
            Some(group) => group.push(part),
            None => groups.push(vec![part]),
        }
        is_open = !ends;
    }
    groups
}

/// A word, in parts that fit where it may be broken.
fn fitted(word: Vec<Part>, room: usize, overlong: Overlong) -> Vec<Words> {
    if overlong == Overlong::Kept || words_width(&word) <= room {
        return vec![Words(word)];
    }
    let mut fitted = Vec::new();
    for part in word {
        let broken: Vec<String> = Word::from(&part.text).break_apart(room).map(|word| word.word.to_owned()).collect();
        let last = broken.len().saturating_sub(1);
        let parts = broken.into_iter().enumerate().map(|(i, text)| {
            let gap = if i < last || part.gap == Gap::None { Gap::Break } else { part.gap };
            Words(vec![Part { text, paint: part.paint, gap }])
        });
        fitted.extend(parts);
    }
    fitted
}

fn parts(pieces: &[Piece]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for piece in pieces {
        if piece.cites {
            // Wherever the space is that a note follows, it is to hold.
            if let Some(last) = parts.last_mut().filter(|last| last.gap == Gap::Space || piece.text.starts_with(' ')) {
                last.gap = Gap::Bound;
            }
            parts.extend(notes(piece));
            continue;
        }
        let mut rest = piece.text.as_str();
        while !rest.is_empty() {
            let end = rest.find([' ', '\u{a0}']).unwrap_or(rest.len());
            let (text, after) = rest.split_at(end);
            if !text.is_empty() {
                parts.push(Part { text: text.to_owned(), paint: piece.paint, gap: Gap::None });
            }
            let mut signs = after.chars();
            if let (Some(sign), Some(last)) = (signs.next(), parts.last_mut()) {
                let gap = if sign == ' ' { Gap::Space } else { Gap::Bound };
                last.gap = if last.gap == Gap::Space { Gap::Space } else { gap };
            }
            rest = signs.as_str();
        }
    }
    parts
}

/// Notes, with places to break a line between many of them, none of which leaves one alone.
fn notes(piece: &Piece) -> Vec<Part> {
    let labels: Vec<&str> = piece.text.trim().split_inclusive(']').collect();
    let gap = |i: usize| match labels.len() - i {
        1 if piece.text.ends_with(' ') => Gap::Space,
        1 => Gap::None,
        left if i >= 1 && left > 2 && labels.len() > 3 => Gap::Break,
        _ => Gap::None,
    };
    let part = |(i, label): (usize, &&str)| Part { text: label.trim().to_owned(), paint: piece.paint, gap: gap(i) };
    labels.iter().enumerate().map(part).collect()
}

/// Words as a line; the space between two looks has none.
fn line(words: &[Words]) -> Line {
    let mut line: Line = Vec::new();
    let mut gap = "";
    for part in words.iter().flat_map(|words| &words.0) {
        match line.last_mut() {
            Some((run, paint)) if *paint == part.paint => run.extend([gap, &part.text]),
            _ => {
                line.extend((!gap.is_empty()).then(|| (gap.to_owned(), PLAIN)));
                line.push((part.text.clone(), part.paint));
            }
        }
        gap = if matches!(part.gap, Gap::Space | Gap::Bound) { " " } else { "" };
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &Rich, room: usize, overlong: Overlong) -> Vec<String> {
        lines(&pieces(text), room, overlong).iter().map(|line| line.iter().map(|(text, _)| text.as_str()).collect()).collect()
    }

    #[test]
    fn a_note_stays_with_the_word_before_it() {
        let text = Rich::plain("Leads the sales").citing(" [1][2]", Tone::Muted);
        assert_eq!(broken(&text, 15, Overlong::Kept), ["Leads the", "sales [1][2]"]);
        assert_eq!(broken(&text, 8, Overlong::Kept), ["Leads", "the", "sales", "[1][2]"], "unless there is no room");
    }

    #[test]
    fn many_notes_are_broken_without_a_gap_and_none_is_left_alone() {
        let text = Rich::plain("usual").citing(" [1][2][3][4][5]", Tone::Muted);
        assert_eq!(broken(&text, 30, Overlong::Broken), ["usual [1][2][3][4][5]"]);
        assert_eq!(broken(&text, 18, Overlong::Broken), ["usual [1][2][3]", "[4][5]"]);
        assert_eq!(broken(&text, 12, Overlong::Broken), ["usual [1][2]", "[3][4][5]"]);
    }

    #[test]
    fn what_a_no_break_space_holds_together_is_printed_with_a_plain_one() {
        assert_eq!(broken(&Rich::plain("a source. Grade\u{a0}C"), 16, Overlong::Kept), ["a source.", "Grade C"]);
        assert_eq!(broken(&Rich::plain("Grade\u{a0}C"), 5, Overlong::Kept), ["Grade", "C"]);
    }

    #[test]
    fn a_word_wider_than_a_column_is_broken_and_elsewhere_kept() {
        let text = Rich::plain("an incomprehensible").and("ness", Tone::Strong);
        assert_eq!(broken(&text, 8, Overlong::Kept), ["an", "incomprehensibleness"]);
        assert_eq!(broken(&text, 8, Overlong::Broken), ["an", "incompre", "hensible", "ness"]);
        assert!(broken(&Rich::default(), 8, Overlong::Broken).is_empty());
    }
}
