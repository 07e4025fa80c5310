//! Looks of text on a terminal.
//!
//! A look travels inside the text as invisible characters of no width, which no text from a file can contain: `clean` escapes
//! them. So code that breaks lines or arranges tables measures and moves the words alone.

use crate::report::Tone;
use crate::terminal::Style;

/// A look: its SGR codes (ECMA-48), of those every terminal knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Paint(&'static [u8]);

pub(super) const PLAIN: Paint = Paint(&[]);
pub(super) const BOLD: Paint = Paint(&[1]);
pub(super) const MUTED: Paint = Paint(&[2]);
// Colors are indexes in the 256-color palette, whose values no terminal changes. Each has a contrast of 3:1 or more on white and
// on black (WCAG 2.2, 1.4.11).
pub(super) const RED: Paint = Paint(&[38, 5, 126]);
pub(super) const GREEN: Paint = Paint(&[38, 5, 28]);
pub(super) const BROWN: Paint = Paint(&[38, 5, 94]);
pub(super) const CYAN: Paint = Paint(&[38, 5, 30]);
/// The heading of a section.
pub(super) const HEADING: Paint = Paint(&[1, 38, 5, 30]);
/// The heading of a column.
pub(super) const HEAD: Paint = Paint(&[1, 4]);

/// The colors of roles.
pub(super) const ROLES: [Paint; 7] = [
    Paint(&[1, 38, 5, 32]),
    Paint(&[1, 38, 5, 127]),
    Paint(&[1, 38, 5, 28]),
    Paint(&[1, 38, 5, 94]),
    Paint(&[1, 38, 5, 99]),
    Paint(&[1, 38, 5, 30]),
    Paint(&[1, 38, 5, 67]),
];

/// Holds two words together; the finished page has a space there.
pub(super) const NO_BREAK: char = '\u{a0}';

/// The tag characters of Unicode: the first ends a look, and code n is the n-th after it.
const END: char = '\u{e0000}';

impl Paint {
    pub(super) const fn role(place: usize) -> Self {
        ROLES[place % ROLES.len()]
    }

    pub(super) const fn of(tone: Tone) -> Self {
        match tone {
            Tone::Plain => PLAIN,
            Tone::Strong => BOLD,
            Tone::Muted | Tone::Hint => MUTED,
            Tone::Added => GREEN,
            Tone::Removed => RED,
        }
    }

    /// A text of this look where there is color, word by word, so that lines may be broken between them.
    pub(super) fn on(self, text: &str, style: Style) -> String {
        if self == PLAIN || !style.color {
            return text.to_owned();
        }
        let look: String = self.0.iter().filter_map(|code| char::from_u32(u32::from(END) + u32::from(*code))).collect();
        let paint = |word: &str| if word.is_empty() { String::new() } else { format!("{look}{word}{END}") };
        text.split(' ').map(paint).collect::<Vec<_>>().join(" ")
    }
}

/// A page with an escape sequence where looks change, and plain spaces.
pub(super) fn finished(page: &str, style: Style) -> String {
    if style.color { colored(page) } else { page.replace(NO_BREAK, " ") }
}

fn colored(page: &str) -> String {
    let mut shown = String::with_capacity(page.len() * 2);
    // The codes in force, those of the next word, and what follows the last one: its end, and a space.
    let (mut current, mut next) = (Vec::new(), Vec::new());
    let (mut ended, mut spaced) = (false, false);
    for c in page.chars() {
        match code(c) {
            Some(0) => ended = !current.is_empty(),
            Some(code) => next.push(code.to_string()),
            None if c == ' ' && ended && !spaced => spaced = true,
            None => {
                // A word broken in two loses its look at the end of its column.
                let is_cut = !ended && matches!(c, ' ' | '\n');
                if !current.is_empty() && ((ended && current != next) || is_cut) {
                    shown.push_str("\u{1b}[0m");
                    current.clear();
                }
                shown.extend(spaced.then_some(' '));
                if current.is_empty() && !next.is_empty() {
                    shown.extend(["\u{1b}[", &next.join(";"), "m"]);
                    current.clone_from(&next);
                }
                next.clear();
                (ended, spaced) = (false, false);
                shown.push(if c == NO_BREAK { ' ' } else { c });
            }
        }
    }
    shown
}

fn code(c: char) -> Option<u32> {
    u32::from(c).checked_sub(u32::from(END)).filter(|code| *code < 0x80)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style { width: 80, color: true, ascii: false, links: false };

    #[test]
    fn a_look_is_written_once_for_all_its_words() {
        let page = format!("{} and {}\n", BOLD.on("two words", STYLE), MUTED.on("more", STYLE));
        assert_eq!(finished(&page, STYLE), "\u{1b}[1mtwo words\u{1b}[0m and \u{1b}[2mmore\u{1b}[0m\n");
        let cut = BOLD.on("broken", STYLE).replacen("ok", "ok  next\n", 1);
        assert_eq!(finished(&cut, STYLE), "\u{1b}[1mbrok\u{1b}[0m  next\nen", "a look ends with its column");
    }

    /// Relative luminance of an entry of the 6x6x6 cube of the palette (WCAG 2.2).
    fn luminance(index: u8) -> f64 {
        let levels = [0, 95, 135, 175, 215, 255];
        let cube = usize::from(index - 16);
        let channel = |level: usize| {
            let value = f64::from(levels[level]) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(cube / 36) + 0.7152 * channel(cube / 6 % 6) + 0.0722 * channel(cube % 6)
    }

    #[test]
    fn every_color_is_legible_on_white_and_on_black() {
        let looks = [RED, GREEN, BROWN, CYAN, HEADING];
        for look in looks.into_iter().chain(ROLES) {
            let index = *look.0.last().expect("an index");
            let light = luminance(index);
            assert!(1.05 / (light + 0.05) >= 3.0 && (light + 0.05) / 0.05 >= 3.0, "{index}: {light}");
        }
    }
}
