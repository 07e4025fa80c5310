//! Roles side by side, and the filter of their rows.

use maud::{Markup, PreEscaped, html};

use super::section::PageSection;
use super::words::{LINE, TextWriter};
use crate::report::{Block, GroupKind, Page, SideBySide, SideGroup};
use crate::text::thousands;

/// As many roles fit side by side on a common screen and on paper; more have a pane of their own.
pub(super) const MOST_BESIDE: usize = 4;

/// Rows that can be chosen together.
pub(super) struct Kind {
    class: String,
    /// `shared`, `only COO`.
    pub(super) label: String,
    pub(super) rows: usize,
}

/// The class and the words for a group; none where the rows are not about who has what.
fn kind(sides: &SideBySide, group: &SideGroup) -> Option<Kind> {
    let (class, label) = match (group.kind, group.columns.as_slice()) {
        (GroupKind::Plain, _) => return None,
        (GroupKind::Shared, _) => ("shared".to_owned(), "shared".to_owned()),
        (GroupKind::Partly, _) => ("partly".to_owned(), "by some".to_owned()),
        (GroupKind::Only, [column]) => (format!("only{column}"), format!("only {}", sides.roles[*column])),
        (GroupKind::Related | GroupKind::Only, _) => ("related".to_owned(), "related".to_owned()),
    };
    Some(Kind { class, label, rows: group.rows.len() })
}

/// The kinds of the rows in some blocks, in the order of the page.
pub(super) fn kinds<'d>(blocks: impl IntoIterator<Item = &'d Block>) -> Vec<Kind> {
    let sides = blocks.into_iter().filter_map(Block::sides);
    let mut groups: Vec<(&SideBySide, &SideGroup)> =
        sides.flat_map(|sides| sides.groups.iter().map(move |group| (sides, group))).collect();
    groups.sort_by_key(|(_, group)| (group.kind, &group.columns));
    let mut kinds: Vec<Kind> = Vec::new();
    for kind in groups.into_iter().filter_map(|(sides, group)| kind(sides, group)) {
        match kinds.last_mut().filter(|last| last.class == kind.class) {
            Some(last) => last.rows += kind.rows,
            None => kinds.push(kind),
        }
    }
    kinds
}

/// Chooses which rows of a section are seen; none where there are few, or all are of one kind.
pub(super) fn filter(section: &PageSection) -> Markup {
    const WORTH_A_CHOICE: usize = 6;
    let kinds = kinds(section.all_blocks());
    let all: usize = kinds.iter().map(|kind| kind.rows).sum();
    let choices = kinds.iter().map(|kind| (kind.class.as_str(), kind.label.as_str(), kind.rows));
    html! {
        @if kinds.len() > 1 && all >= WORTH_A_CHOICE {
            fieldset.filter {
                legend.unseen { "Rows of " (section.title) }
                @for (i, (value, label, count)) in [("all", "all", all)].into_iter().chain(choices).enumerate() {
                    label {
                        input type="radio" name={ "rows-of-" (section.id) } value=(value) checked[i == 0];
                        " " (label) " " span.count { (thousands(count as u64)) }
                    }
                }
            }
        }
    }
}

/// The rules that hide what is not chosen, and what then has nothing left to show.
pub(super) fn filter_rules(page: &Page) -> Markup {
    html! {
        @for Kind { class, .. } in kinds(&page.blocks) {
            (PreEscaped(format!(
                "\n:has(> .filter [value={class}]:checked) :is(.kind:not(.{class}), section:not(:has(.{class}))) {{ display: none; }}"
            )))
        }
    }
}

pub(super) fn side_by_side(sides: &SideBySide, caption: &str, words: &TextWriter) -> Markup {
    html! {
        @for group in &sides.groups {
            @let columns = &group.columns;
            @let class = kind(sides, group).map(|kind| format!("kind {}", kind.class));
            @if columns.len() > MOST_BESIDE {
                div.pane.(class.unwrap_or_default()) role="group" aria-label=(caption) tabindex="0" { (table(sides, group, caption, words)) }
            } @else {
                div class=[class] { (table(sides, group, caption, words)) }
            }
        }
    }
}

fn table(sides: &SideBySide, group: &SideGroup, caption: &str, words: &TextWriter) -> Markup {
    let columns = &group.columns;
    html! {
        table.sides.many[columns.len() > MOST_BESIDE] {
            caption { span.unseen { (caption) " " } (group.label) }
            thead {
                tr {
                    th scope="col" { (sides.topic) }
                    @for &column in columns { th scope="col" class=[words.color(&sides.roles[column])] { (sides.roles[column]) } }
                }
            }
            tbody {
                @for row in &group.rows {
                    (LINE) tr {
                        th scope="row" { (words.rich(&row.label)) }
                        @for &column in columns {
                            @match row.cells[column].as_slice() {
                                // A sign for the eye, words for the ear.
                                [] => td.nothing data-label=(sides.roles[column]) {
                                    span aria-hidden="true" { (sides.absent) } span.unseen { "not named for this role" }
                                },
                                texts => td data-label=(sides.roles[column]) { @for text in texts { p { (words.rich(text)) } } },
                            }
                        }
                    }
                }
            }
        }
    }
}
