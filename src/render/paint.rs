//! How what is said looks on a terminal: weights and the colors that every terminal knows.

use std::borrow::Cow;

use anstyle::{AnsiColor, Effects, Style};

use crate::report::{Mark, Tone};

/// A look.
pub(super) type Paint = Style;

pub(super) const PLAIN: Paint = Paint::new();
pub(super) const BOLD: Paint = PLAIN.effects(Effects::BOLD);
pub(super) const MUTED: Paint = PLAIN.effects(Effects::DIMMED);
/// Of the heading of a section.
pub(super) const HEADING: Paint = AnsiColor::Cyan.on_default().effects(Effects::BOLD);
/// Of the heading of a column.
pub(super) const HEAD: Paint = PLAIN.effects(Effects::BOLD.insert(Effects::UNDERLINE));

pub(super) const fn of_tone(tone: Tone) -> Paint {
    match tone {
        Tone::Plain => PLAIN,
        Tone::Strong => BOLD,
        Tone::Muted => MUTED,
    }
}

/// Of the sign of a row and of its topic.
pub(super) const fn of_mark(mark: Mark) -> Paint {
    match mark {
        Mark::Shared => AnsiColor::Green.on_default(),
        Mark::Partly => AnsiColor::Cyan.on_default(),
        Mark::Related => AnsiColor::Yellow.on_default(),
        Mark::Only | Mark::None => PLAIN,
    }
}

/// A text in a paint where there is color, with one sequence before it and one after it.
pub(super) fn painted(text: &str, paint: Paint, color: bool) -> Cow<'_, str> {
    if !color || paint == PLAIN || text.is_empty() {
        return Cow::Borrowed(text);
    }
    // A style writes a sequence for each of its parts.
    let begin = paint.to_string().replace("m\u{1b}[", ";");
    Cow::Owned(format!("{begin}{text}{paint:#}"))
}
