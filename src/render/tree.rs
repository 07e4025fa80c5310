//! The guides of a tree: the lines before its rows.

use crate::report::TreeRow;
use crate::terminal::Style;

/// Columns that a level takes.
const STEP: usize = 3;

/// Draws the lines that lead to each row, row after row.
#[derive(Debug)]
pub(super) struct Guides {
    style: Style,
    /// For each level above the row that was last drawn, whether no other row follows there.
    last: Vec<bool>,
}

impl Guides {
    pub(super) const fn new(style: Style) -> Self {
        Self { style, last: Vec::new() }
    }

    /// The guides before the first line of a row, and before its others.
    pub(super) fn of(&mut self, row: &TreeRow) -> (String, String) {
        let [branch, end, pass, gap, cut] =
            if self.style.ascii { ["|- ", "`- ", "|  ", "   ", ".. "] } else { ["├─ ", "└─ ", "│  ", "   ", "…  "] };
        self.last.truncate(row.depth.saturating_sub(1));
        // Half the width is for the text, and what is too deep for the rest is drawn as if it were less so.
        let room = (self.style.width / 2 / STEP).max(2);
        let hidden = (self.last.len() + 1).saturating_sub(room);
        let mut above: String =
            self.last[hidden.min(self.last.len())..].iter().map(|&last| if last { gap } else { pass }).collect();
        if hidden > 0 {
            above.insert_str(0, cut);
        }
        let below = if row.is_open { pass } else { gap };
        if row.depth == 0 {
            return (String::new(), below.to_owned());
        }
        self.last.push(row.is_last);
        let (to_row, past_row) = if row.is_last { (end, gap) } else { (branch, pass) };
        (format!("{above}{to_row}"), format!("{above}{past_row}{below}"))
    }
}
