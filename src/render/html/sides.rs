//! Roles beside each other, and the filter of their rows.

use maud::{Markup, html};

use super::outline::{Counts, Section};
use super::words::Words;
use super::{LINE, number};
use crate::report::{Mark, SideBySide, SideCell, SideRow, Sign};

/// As many roles fit beside each other on a common screen and on paper; more have a pane of their own.
const MOST_BESIDE: usize = 4;

/// Chooses which rows stand there; none where all are of one kind.
pub(super) fn filter(root: &Section) -> Option<Markup> {
    let Counts { shared, different, .. } = root.counts();
    let choices = [("all", "All", shared + different), ("shared", "Shared", shared), ("different", "Different", different)];
    (shared > 0 && different > 0).then(|| {
        html! {
            fieldset.filter {
                legend { "Topics" }
                @for (i, (value, label, count)) in choices.into_iter().enumerate() {
                    label { input type="radio" name="topics" value=(value) checked[i == 0]; " " (label) " " span.muted { (number(count)) } }
                }
            }
        }
    })
}

pub(super) fn side_by_side(sides: &SideBySide, counts: Counts, caption: &str, words: &Words) -> Markup {
    let many = sides.roles.len() > MOST_BESIDE;
    let table = html! {
        table.sides.many[many] {
            caption.unseen { (caption) }
            thead { tr { th scope="col" { (sides.topic) } @for role in &sides.roles { th scope="col" { (role) } } } }
            tbody { @for row in &sides.rows { (side_row(sides, row, words)) } }
        }
    };
    html! {
        @if many {
            div class={ "pane " (counts.lacking().unwrap_or_default()) } role="group" aria-label=(caption) tabindex="0" { (table) }
        } @else {
            div class=[counts.lacking()] { (table) }
        }
    }
}

fn side_row(sides: &SideBySide, row: &SideRow, words: &Words) -> Markup {
    html! {
        (LINE) tr class=[class(row.mark)] {
            th scope="row" { (words.rich(&row.label)) @if let Some(badge) = badge(sides, row) { " " (badge) } }
            @for (role, cell) in sides.roles.iter().zip(&row.cells) {
                @match cell {
                    SideCell::Says(texts) => td data-role=(role) { @for text in texts { p { (words.rich(text)) } } },
                    nothing => td.nothing data-role=(role) { (nothing_said(nothing)) },
                }
            }
        }
    }
}

/// Whether the filter counts a row as shared or as different.
const fn class(mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::Shared => Some("shared"),
        Mark::Partly => Some("different partly"),
        Mark::Related => Some("different related"),
        Mark::Only => Some("different only"),
        Mark::None => None,
    }
}

/// The sign of a row with the word for it.
fn badge(sides: &SideBySide, row: &SideRow) -> Option<Markup> {
    let (sign, word) = match row.mark {
        Mark::None => return None,
        Mark::Only => {
            // Where nothing is known of a role, nobody can be said to be the only one.
            let known = !row.cells.contains(&SideCell::Unknown);
            let mut having = sides.roles.iter().zip(&row.cells).filter(|(_, cell)| matches!(cell, SideCell::Says(_)));
            let (Some((role, _)), None, true) = (having.next(), having.next(), known) else { return None };
            ("", format!("only {role}"))
        }
        mark => (sign(mark), Sign::Mark(mark).meaning().to_owned()),
    };
    Some(html! { span.badge { @if !sign.is_empty() { span aria-hidden="true" { (sign) } " " } (word) } })
}

const fn sign(mark: Mark) -> &'static str {
    match mark {
        Mark::Shared => "=",
        Mark::Partly => "≈",
        Mark::Related => "~",
        Mark::Only | Mark::None => "",
    }
}

/// A cell without text: a sign for the eye, words for the ear.
fn nothing_said(cell: &SideCell) -> Markup {
    html! { span aria-hidden="true" { (absence(cell)) } span.unseen { (Sign::Cell(cell.clone()).meaning()) } }
}

const fn absence(cell: &SideCell) -> &'static str {
    if matches!(cell, SideCell::Unknown) { "?" } else { "–" }
}

pub(super) fn legend(signs: &[Sign]) -> Markup {
    let drawn = |sign: &Sign| match sign {
        Sign::Mark(mark) => self::sign(*mark),
        Sign::Cell(cell) => absence(cell),
    };
    html! {
        ul.legend { @for sign in signs { li { span.sign { (drawn(sign)) } " " (sign.meaning()) } } }
    }
}
