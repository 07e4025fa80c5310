//! The answer: facts side by side, the bar of duties and the evidence.

use maud::{Markup, html};

use super::sides::MOST_BESIDE;
use super::words::{LINE, TextWriter};
use crate::report::BriefTable;

/// The most duty topics in a line.
const MOST_TOPICS: usize = 5;

pub(super) fn brief(brief: &BriefTable, caption: &str, words: &TextWriter) -> Markup {
    let several = brief.roles.len() > 1;
    let class = |role: Option<usize>| role.and_then(|role| words.color(&brief.roles[role])).unwrap_or_else(|| "both".to_owned());
    let before = |i: usize| brief.duties[..i].iter().map(|line| line.topics.len()).sum::<usize>();
    html! {
        p { (words.rich(&brief.evidence)) }
        table.brief.many[brief.roles.len() > MOST_BESIDE] {
            caption { span.unseen { (caption) } }
            thead { tr { td {} @for (i, role) in brief.roles.iter().enumerate() { th scope="col" class=(class(Some(i))) { (role) } } } }
            tbody {
                @for fact in brief.first_facts() {
                    (LINE) tr {
                        th scope="row" { (fact.label) }
                        @for (i, (role, cell)) in brief.roles.iter().zip(&fact.cells).enumerate() {
                            td class=(class(Some(i))) data-label=[several.then_some(role)] { @if cell.is_empty() { "·" } @else { (words.rich(cell)) } }
                        }
                    }
                }
            }
        }
        @if brief.roles.len() == 2 {
            svg.bar aria-hidden="true" viewBox={ "0 0 " (before(brief.duties.len())) " 1" } preserveAspectRatio="none" {
                @for (i, line) in brief.duties.iter().enumerate() {
                    rect class=(class(line.role)) x=(before(i)) width=(line.topics.len()) height="1" {}
                }
            }
        }
        dl.topics {
            @for line in &brief.duties {
                (LINE) div {
                    dt class=(class(line.role)) { "Duties, " (line.label) ": " (line.topics.len()) }
                    " "
                    dd {
                        (line.topics.iter().take(MOST_TOPICS).cloned().collect::<Vec<_>>().join(", "))
                        @if line.topics.len() > MOST_TOPICS { ", +" (line.topics.len() - MOST_TOPICS) }
                    }
                }
            }
        }
    }
}
