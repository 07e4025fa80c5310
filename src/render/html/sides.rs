//! Roles side by side, and the filter of their rows.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::words::{LINE, TextWriter, pane};
use crate::report::{Block, GroupKind, SideBySide, SideGroup};
use crate::text::thousands;

/// The most roles that fit side by side on a common screen and on paper; more have a pane of their own.
pub(super) const MOST_BESIDE: usize = 4;

/// Rows that can be chosen together, and the only role that has them.
pub(super) type Kind = (GroupKind, Option<usize>);

/// The kind of the rows of a group; none where they are not about who has what.
fn kind(group: &SideGroup) -> Option<Kind> {
    let only = group.columns.first().filter(|_| group.kind == GroupKind::Only);
    (group.kind != GroupKind::Plain).then_some((group.kind, only.copied()))
}

/// The number of rows of each kind in some blocks.
pub(super) fn kinds(blocks: &[Block]) -> BTreeMap<Kind, usize> {
    let mut kinds = BTreeMap::new();
    for group in blocks.iter().filter_map(Block::sides).flat_map(|sides| &sides.groups) {
        if let Some(kind) = kind(group) {
            *kinds.entry(kind).or_default() += group.rows.len();
        }
    }
    kinds
}

fn class((kind, column): Kind) -> String {
    let column = column.map_or_else(String::new, |column| column.to_string());
    format!("{kind:?}{column}")
}

/// Chooses which rows of a section are seen; none where there are few, or all are of one kind.
pub(super) fn filter(title: &str, id: &str, blocks: &[Block], words: &TextWriter) -> Markup {
    const WORTH_A_CHOICE: usize = 6;
    let kinds = kinds(blocks);
    let all: usize = kinds.values().sum();
    let is_worth_it = kinds.len() > 1 && all >= WORTH_A_CHOICE;
    let kinds = kinds.into_iter().map(|(kind, rows)| (class(kind), words.kind(kind), rows));
    html! {
        @if is_worth_it {
            fieldset.filter {
                legend.unseen { "Rows of " (title) }
                @for (i, (value, label, rows)) in std::iter::once(("all".to_owned(), "all".to_owned(), all)).chain(kinds).enumerate() {
                    label {
                        input type="radio" name={ "rows-of-" (id) } value=(value) checked[i == 0];
                        " " (label) " " span.count { (thousands(rows as u64)) }
                    }
                }
            }
        }
    }
}

/// The style rules that hide the rows not chosen, and sections without any row left.
pub(super) fn filter_rules(blocks: &[Block]) -> String {
    let rule = |class| {
        format!(
            "\n:has(> .filter [value={class}]:checked) :is(.kind:not(.{class}), section:not(:has(.{class}))) {{ display: none; }}"
        )
    };
    kinds(blocks).into_keys().map(class).map(rule).collect()
}

pub(super) fn side_by_side(sides: &SideBySide, caption: &str, words: &TextWriter) -> Markup {
    html! {
        @for group in &sides.groups {
            @let columns = &group.columns;
            @let is_wide = columns.len() > MOST_BESIDE;
            @let table = html! {
                table.sides.many[is_wide] {
                    caption { span.unseen { (caption) " " } (group.label) }
                    thead {
                        tr {
                            th scope="col" { (sides.topic) }
                            @for role in columns.iter().map(|column| &sides.roles[*column]) { th scope="col" class=[words.color(role)] { (role) } }
                        }
                    }
                    tbody {
                        @for row in &group.rows {
                            (LINE) tr {
                                th scope="row" { (words.rich(&row.label)) }
                                @for (role, texts) in columns.iter().map(|column| (&sides.roles[*column], &row.cells[*column])) {
                                    td class=[texts.is_empty().then_some("nothing")] data-label=(role) {
                                        @for text in texts { p { (words.rich(text)) } }
                                        // A sign for the eye, words for the ear.
                                        @if texts.is_empty() { span aria-hidden="true" { (sides.absent) } span.unseen { "not named for this role" } }
                                    }
                                }
                            }
                        }
                    }
                }
            };
            @let class = kind(group).map(|kind| format!("kind {}", class(kind)));
            div class=[class] { @if is_wide { (pane(caption, &table)) } @else { (table) } }
        }
    }
}
