//! The parts of a page.

use maud::{Markup, PreEscaped, html};

use super::super::diagnostics::draw;
use super::words::{LINE, TextWriter, pane};
use super::{brief, sides, strips};
use crate::report::{Align, Block, Column, Edit, Graph, Table};
use crate::terminal::Style;

/// A part, under the heading of its section.
pub(super) fn block(block: &Block, heading: &str, words: &TextWriter) -> Markup {
    match block {
        // The sections have these.
        Block::Title(_) | Block::Heading(_) | Block::Subheading(_) => html! {},
        Block::Brief(of) => brief::brief(of, heading, words),
        Block::Paragraph(text) => html! { p { (words.rich(text)) } },
        Block::List(points) => html! { ul { @for point in points { (LINE) li { (words.rich(point)) } } } },
        Block::Table(table) => self::table(table, heading, words),
        Block::PayStrips(of) => strips::strips(of),
        Block::Graph(of) => graph(of, heading, words),
        Block::SideBySide(of) => sides::side_by_side(of, &format!("{heading}: {}", of.roles.join(", ")), words),
        Block::Edits(edits) => html! { ul.edits { @for edit in edits { (of_edit(edit, words)) } } },
        Block::Footnotes(notes) => words.notes(notes),
        Block::Problems(problems) => html! {
            @for problem in problems {
                pre.problem.(problem.severity().key()) { code { (draw(problem, Style { width: 96, ..Style::default() })) } }
            }
        },
    }
}

/// A table; the first cell of a row heads it. A table with headings may be wider than the screen.
fn table(table: &Table, caption: &str, words: &TextWriter) -> Markup {
    let is_headed = table.has_heading();
    let content = html! {
        table class=(if is_headed { "stacks" } else { "pairs" }) {
            caption { span.unseen { (caption) } }
            @if is_headed {
                thead {
                    tr {
                        @for column in table.columns() {
                            @if column.label.is_empty() { td {} } @else { th scope="col" class=(class(column)) { (column.label) } }
                        }
                    }
                }
            }
            tbody {
                @for row in table.rows() {
                    (LINE) tr {
                        @for (i, (column, cell)) in table.columns().iter().zip(row).enumerate() {
                            @if i == 0 && !cell.is_empty() {
                                th scope="row" class=(class(column)) { (words.rich(cell)) }
                            } @else {
                                td class=(class(column)) data-label=(column.label) { (words.rich(cell)) }
                            }
                        }
                    }
                }
            }
        }
    };
    if is_headed { pane(caption, &content) } else { content }
}

const fn class(column: &Column) -> &'static str {
    match (column.align, column.wraps) {
        (Align::Right, _) => "number",
        (Align::Left, true) => "text",
        (Align::Left, false) => "word",
    }
}

/// Posts as lists within lists, which the style sheet draws: reporting lines from the top down, careers from left to right.
fn graph(graph: &Graph, caption: &str, words: &TextWriter) -> Markup {
    let closed = |levels: usize| PreEscaped(format!("</li>{}", "</ul></li>".repeat(levels)));
    let mut depth = None;
    let content = html! {
        ul class=(if graph.is_path { "tree path" } else { "tree org" }) {
            @for row in &graph.rows {
                @match depth.replace(row.depth) {
                    None => {},
                    Some(before) if row.depth > before => (PreEscaped("<ul>")),
                    Some(before) => (closed(before - row.depth)),
                }
                (PreEscaped("\n<li>"))
                div.post.asked[row.is_marked] {
                    div { (words.rich(&row.text)) }
                    @for detail in &row.details { p { (words.rich(detail)) } }
                }
            }
            (closed(depth.unwrap_or_default()))
        }
    };
    pane(caption, &content)
}

fn of_edit(edit: &Edit, words: &TextWriter) -> Markup {
    html! {
        (LINE) li class=(edit.change.key()) {
            span.badge { span aria-hidden="true" { (edit.sign()) } " " (edit.change.key()) }
            " "
            div { (words.rich(&edit.what)) }
        }
    }
}
