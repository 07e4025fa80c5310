//! Roles side by side, and the filter of their rows.

use maud::{Markup, html};

use super::words::{LINE, TextWriter};
use crate::report::{Block, Mark, Page, SideBySide, SideCell, SideRow, Sign};
use crate::text::thousands;

/// As many roles fit side by side on a common screen and on paper; more have a pane of their own.
const MOST_BESIDE: usize = 4;

/// Chooses which rows are seen; none where all are of one kind.
pub(super) fn filter(page: &Page) -> Option<Markup> {
    let marks = || page.blocks.iter().filter_map(Block::sides).flat_map(|sides| &sides.rows).map(|row| row.mark);
    let shared = marks().filter(|mark| *mark == Mark::Shared).count();
    let different = marks().filter(|mark| !matches!(mark, Mark::Shared | Mark::None)).count();
    let choices = [("all", "All", shared + different), ("shared", "Shared", shared), ("different", "Different", different)];
    (shared > 0 && different > 0).then(|| {
        html! {
            fieldset.filter {
                legend { "Topics" }
                @for (i, (value, label, count)) in choices.into_iter().enumerate() {
                    label {
                        input type="radio" name="topics" value=(value) checked[i == 0];
                        " " (label) " " span.muted { (thousands(count as u64)) }
                    }
                }
            }
        }
    })
}

pub(super) fn side_by_side(sides: &SideBySide, caption: &str, words: &TextWriter) -> Markup {
    let many = sides.roles.len() > MOST_BESIDE;
    let table = html! {
        table.sides.many[many] {
            caption.unseen { (caption) }
            thead { tr { th scope="col" { (sides.topic) } @for role in &sides.roles { th scope="col" { (role) } } } }
            tbody { @for row in &sides.rows { (side_row(sides, row, words)) } }
        }
    };
    html! { @if many { div.pane role="group" aria-label=(caption) tabindex="0" { (table) } } @else { (table) } }
}

fn side_row(sides: &SideBySide, row: &SideRow, words: &TextWriter) -> Markup {
    let class = match row.mark {
        Mark::Shared => Some("shared"),
        Mark::Partly => Some("different partly"),
        Mark::Related => Some("different related"),
        Mark::Only => Some("different only"),
        Mark::None => None,
    };
    html! {
        (LINE) tr class=[class] {
            th scope="row" {
                (words.rich(&row.label))
                @if let Some(word) = badge(sides, row) {
                    " " span.badge { @if row.mark != Mark::Only { span aria-hidden="true" { (row.mark.sign()) } " " } (word) }
                }
            }
            @for (role, cell) in sides.roles.iter().zip(&row.cells) {
                @match cell {
                    SideCell::Says(texts) => td data-role=(role) { @for text in texts { p { (words.rich(text)) } } },
                    // A sign for the eye, words for the ear.
                    nothing => td.nothing data-role=(role) {
                        span aria-hidden="true" { (nothing.sign()) } span.unseen { (Sign::Cell(nothing.clone()).meaning()) }
                    },
                }
            }
        }
    }
}

/// The word for the sign of a row.
fn badge(sides: &SideBySide, row: &SideRow) -> Option<String> {
    match row.mark {
        Mark::None => None,
        // With an unknown role, no other can be the only one.
        Mark::Only if row.cells.contains(&SideCell::Unknown) => None,
        Mark::Only => {
            let says = |(_, cell): &(&String, &SideCell)| matches!(cell, SideCell::Says(_));
            let having: Vec<_> = sides.roles.iter().zip(&row.cells).filter(says).collect();
            if let [(role, _)] = having.as_slice() { Some(format!("only {role}")) } else { None }
        }
        mark => Some(Sign::Mark(mark).meaning().to_owned()),
    }
}

pub(super) fn legend(signs: &[Sign]) -> Markup {
    html! { ul.legend { @for sign in signs { li { span.sign { (sign.drawn()) } " " (sign.meaning()) } } } }
}
