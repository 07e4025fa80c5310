//! Posts and the lines between them, as an indented tree: words in boxes, and before each box the lines that lead to it as SVG.

use maud::{Markup, html};

use super::LINE;
use super::words::Words;
use crate::report::{Graph, TreeRow};

/// Pixels that a level takes.
const STEP: usize = 26;

/// As many levels are indented; what is deeper stands as if it were not, and says how deep it is.
const DEEPEST: usize = 16;

pub(super) fn graph(graph: &Graph, caption: &str, words: &Words) -> Markup {
    // For each level above a row, whether no other row follows there.
    let mut last: Vec<bool> = Vec::new();
    html! {
        div.pane role="group" aria-label=(caption) tabindex="0" {
            ul.tree {
                @for row in &graph.tree() {
                    @let guide = guide(graph, row, &mut last);
                    (LINE) li aria-level=(row.depth + 1) {
                        (guide)
                        div.post.asked[graph.nodes[row.node].is_asked] {
                            @if row.depth > DEEPEST {
                                span.muted { "Level " (row.depth + 1) ": " }
                            } @else {
                                span.unseen { "Level " (row.depth + 1) ": " }
                            }
                            (words.rich(&row.text))
                            @for detail in &row.details { p { (words.rich(detail)) } }
                        }
                    }
                }
            }
        }
    }
}

/// The lines that lead to a row and past it; a line that is not the rule is dashed, which the words say too.
fn guide(graph: &Graph, row: &TreeRow, last: &mut Vec<bool>) -> Markup {
    last.truncate(row.depth.saturating_sub(1));
    let hidden = row.depth.saturating_sub(DEEPEST);
    let middle = |level: usize| level.saturating_sub(hidden) * STEP + STEP / 2;
    let passing: Vec<usize> = (hidden..last.len()).filter(|&level| !last[level]).map(middle).collect();
    let is_rule = row.line.is_none_or(|line| graph.lines[line].rank == 0);
    if row.depth > 0 {
        last.push(row.is_last);
    }
    html! {
        span.guide {
            // One gives the width; the other fills the height, which only the words know.
            svg aria-hidden="true" width=((row.depth - hidden) * STEP) height="1" {}
            svg aria-hidden="true" {
                @for x in &passing { line x1=(x) x2=(x) y1="0" y2="100%" {} }
                @if let Some(level) = row.depth.checked_sub(1) {
                    @let x = middle(level);
                    line x1=(x) x2=(x) y1="0" y2=(if row.is_last { "50%" } else { "100%" }) {}
                    line.unusual[!is_rule] x1=(x) x2=(middle(level) + STEP / 2) y1="50%" y2="50%" {}
                }
                @if row.is_open {
                    @let x = middle(row.depth);
                    line x1=(x) x2=(x) y1="50%" y2="100%" {}
                }
            }
        }
    }
}
