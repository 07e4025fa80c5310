//! The guides of a tree: the lines before its rows.

use crate::report::TreeRow;
use crate::terminal::Style;

/// Columns that a level takes.
const STEP: usize = 3;

/// The guides before the first line of each row, and before its other lines.
pub(super) fn guides(rows: &[TreeRow], style: Style) -> Vec<(String, String)> {
    let [branch, end, pass, gap, cut] =
        if style.ascii { ["|- ", "`- ", "|  ", "   ", ".. "] } else { ["├─ ", "└─ ", "│  ", "   ", "…  "] };
    // Half the width is for the text; rows too deep for the other half are drawn less deep.
    let room = (style.width / 2 / STEP).max(2);
    let mut guides = Vec::new();
    // From the end: for each level whether another row follows there.
    let mut follows: Vec<bool> = Vec::new();
    for (i, row) in rows.iter().enumerate().rev() {
        let is_open = rows.get(i + 1).is_some_and(|next| next.depth > row.depth);
        let below = if is_open { pass } else { gap };
        follows.resize(row.depth + 1, false);
        let hidden = (row.depth + 1).saturating_sub(room + 1);
        let levels =
            follows.get(1 + hidden..row.depth).unwrap_or_default().iter().map(|&follows| if follows { pass } else { gap });
        let above: String = Some(cut).filter(|_| hidden > 0).into_iter().chain(levels).collect();
        let (to_row, past_row) = if follows[row.depth] { (branch, pass) } else { (end, gap) };
        guides.push(if row.depth == 0 {
            (String::new(), below.to_owned())
        } else {
            (format!("{above}{to_row}"), format!("{above}{past_row}{below}"))
        });
        follows[row.depth] = true;
    }
    guides.reverse();
    guides
}
