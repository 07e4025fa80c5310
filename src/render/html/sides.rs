//! Roles side by side, and the filter of their rows.

use maud::{Markup, html};

use super::words::{LINE, TextWriter};
use crate::report::{Block, GroupKind, Page, SideBySide, SideGroup, SideRow};
use crate::text::thousands;

/// As many roles fit side by side on a common screen and on paper; more have a pane of their own.
const MOST_BESIDE: usize = 4;

/// Chooses which rows are seen; none where all are of one kind.
pub(super) fn filter(page: &Page) -> Option<Markup> {
    let groups = || page.blocks.iter().filter_map(Block::sides).flat_map(|sides| &sides.groups);
    let count =
        |wanted: fn(GroupKind) -> bool| groups().filter(|group| wanted(group.kind)).map(|group| group.rows.len()).sum::<usize>();
    let shared = count(|kind| kind == GroupKind::Shared);
    let different = count(|kind| !matches!(kind, GroupKind::Shared | GroupKind::Plain));
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
    html! {
        @for group in &sides.groups {
            @let columns: Vec<usize> = group.column.map_or_else(|| (0..sides.roles.len()).collect(), |column| vec![column]);
            @let many = columns.len() > MOST_BESIDE;
            @let table = group_table(sides, group, &columns, caption, words);
            @if many { div.pane role="group" aria-label=(caption) tabindex="0" { (table) } } @else { (table) }
        }
    }
}

fn group_table(sides: &SideBySide, group: &SideGroup, columns: &[usize], caption: &str, words: &TextWriter) -> Markup {
    let class = match group.kind {
        GroupKind::Shared => Some("shared"),
        GroupKind::Partly => Some("different partly"),
        GroupKind::Related => Some("different related"),
        GroupKind::Only => Some("different only"),
        GroupKind::Plain => None,
    };
    html! {
        table.sides.many[columns.len() > MOST_BESIDE] {
            caption.unseen[group.label.is_empty()] { @if group.label.is_empty() { (caption) } @else { (group.label) } }
            thead { tr { th scope="col" { (sides.topic) } @for &column in columns { th scope="col" { (sides.roles[column]) } } } }
            tbody { @for row in &group.rows { (side_row(sides, row, columns, class, words)) } }
        }
    }
}

fn side_row(sides: &SideBySide, row: &SideRow, columns: &[usize], class: Option<&str>, words: &TextWriter) -> Markup {
    html! {
        (LINE) tr class=[class] {
            th scope="row" { (words.rich(&row.label)) }
            @for &column in columns {
                @match row.cells[column].as_slice() {
                    // A sign for the eye, words for the ear.
                    [] => td.nothing data-role=(sides.roles[column]) {
                        span aria-hidden="true" { (sides.absent) } span.unseen { "not named for this role" }
                    },
                    texts => td data-role=(sides.roles[column]) { @for text in texts { p { (words.rich(text)) } } },
                }
            }
        }
    }
}
