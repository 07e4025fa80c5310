//! What stands in columns elsewhere, each below the other with its name before it.

use super::layout::GAP;
use super::paint::PLAIN;
use super::wrap::{Piece, indented, whole_width};
use crate::terminal::Style;
use crate::text::width;

/// Texts, and what has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry<'t> {
    /// The names of those of which the texts are true.
    pub(super) names: Vec<&'t str>,
    /// A paragraph each.
    pub(super) texts: Vec<Vec<Piece>>,
}

/// Entries as lines, the texts in one column if there is room for it. What would leave too little room has the texts on the
/// next line, unless they are so short that they can stand right after the names.
pub(super) fn stack(entries: &[Entry], indent: usize, style: Style) -> Vec<String> {
    let entries: Vec<(String, &Entry)> = entries.iter().map(|entry| (entry.names.join(", "), entry)).collect();
    let room = style.width.saturating_sub(indent + GAP);
    let widest = |texts: &[Vec<Piece>]| texts.iter().map(|text| whole_width(text)).max().unwrap_or(0);
    let all = entries.iter().map(|(_, entry)| widest(&entry.texts)).max().unwrap_or(0);
    let joined = entries.iter().map(|(names, _)| width(names)).max().unwrap_or(0);
    let single = entries.iter().flat_map(|(_, entry)| &entry.names).map(|name| width(name)).max().unwrap_or(0);
    let column = [(joined, joined + all <= room), (single, single + 4 <= style.width / 3)];
    let column = column.into_iter().find_map(|(column, fits)| fits.then_some(column)).unwrap_or(0);
    let before = " ".repeat(indent);
    let rest = " ".repeat(indent + column + GAP);
    let mut page = Vec::new();
    for (names, Entry { names: each, texts }) in &entries {
        let is_short = (each.len() > 1 || widest(texts) == 1) && width(names) + widest(texts) <= room;
        let mut first = format!("{before}{names}{}", " ".repeat(column.saturating_sub(width(names)) + GAP));
        if width(names) > column && !is_short {
            page.extend(indented(&[Piece::new(names, PLAIN)], &before, &before, style));
            first.clone_from(&rest);
        }
        for text in texts {
            page.extend(indented(text, &first, &rest, style));
            first.clone_from(&rest);
        }
    }
    page
}
