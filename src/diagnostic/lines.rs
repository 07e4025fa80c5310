//! The lines of a text, to be marked: any number of places in lines of any length.

use super::Mark;

/// Of longer lines only a part is held for a mark: a whole file can be one line, with thousands of problems in it.
const LONGEST: usize = 4000;

/// In long lines every so many characters are found at once; the others are counted from there.
const STEP: usize = 1000;

/// The lines of a text.
#[derive(Debug)]
pub struct Lines<'t>(Vec<Line<'t>>);

#[derive(Debug)]
struct Line<'t> {
    text: &'t str,
    /// The bytes at which every [`STEP`]th character begins, when the line is long.
    steps: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Looks for the lines of a text.
    pub fn of(text: &'t str) -> Self {
        let steps = |text: &str| text.char_indices().step_by(STEP).map(|(at, _)| at).collect();
        let line = |text: &'t str| Line { text, steps: if text.len() > LONGEST { steps(text) } else { Vec::new() } };
        Self(text.lines().map(line).collect())
    }

    /// Marks a piece of a line, both counted from 1. Where there is no such line, its text is empty.
    pub fn mark(&self, line: usize, column: usize, width: usize) -> Mark {
        let (text, skipped) = line.checked_sub(1).and_then(|line| self.0.get(line)).map_or(("", 0), |line| line.around(column));
        Mark { line, column, width, text: text.to_owned(), skipped }
    }
}

impl<'t> Line<'t> {
    /// The line, or so much of it around a column as can be of use; and how many characters are left out before.
    fn around(&self, column: usize) -> (&'t str, usize) {
        let Some(last) = self.steps.len().checked_sub(1) else { return (self.text, 0) };
        let first = (column.saturating_sub(LONGEST / 2) / STEP).min(last);
        let start = self.steps[first];
        let end = self.steps.get(first + LONGEST / STEP).copied().unwrap_or(self.text.len());
        (&self.text[start..end], first * STEP)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_held_whole_unless_nobody_could_read_it() {
        let lines = Lines::of("id: a\r\n  title: b\n");
        assert_eq!(lines.mark(1, 5, 1), Mark { line: 1, column: 5, width: 1, text: "id: a".to_owned(), skipped: 0 });
        assert_eq!(lines.mark(2, 10, 1).text, "  title: b");
        assert_eq!((lines.mark(3, 1, 1).text, lines.mark(0, 0, 0).text), (String::new(), String::new()));
    }

    #[test]
    fn of_a_long_line_what_is_around_the_mark_is_held() {
        for (letter, number) in [("a", 1_000_000), ("最", 100_000)] {
            let long = letter.repeat(number);
            let lines = Lines::of(&long);
            for column in [1, 2000, 3999, number / 2, number - 1, number, number + 1] {
                let mark = lines.mark(1, column, 1);
                let shown = mark.text.chars().count();
                assert!(shown <= LONGEST, "{shown} characters around {column}");
                assert!(mark.skipped < column && column <= mark.skipped + shown + 1, "{column} is not in {shown} characters");
                assert!(mark.skipped == 0 || column - mark.skipped >= LONGEST / 2, "nothing before {column}");
            }
            // A column that the line does not have, because another reader counts its lines otherwise.
            assert!(lines.mark(1, number * 2, 1).text.chars().count() <= LONGEST);
        }
    }
}
