//! The parts of a document.

use std::ops::Range;

use maud::{Markup, html};

use super::super::diagnostics::{excerpt, squeezed};
use super::outline::{Counts, Section};
use super::words::Words;
use super::{LINE, chart, graph, sides};
use crate::diagnostic::{Diagnostic, Severity, Spot};
use crate::report::{Align, Block, BriefTable, Column, Edit, EditSign, Rich, Table};

/// The most duty topics in a line of the answer.
const MOST_TOPICS: usize = 6;

/// Labels of so many columns need a narrow column only.
const SHORT: usize = 12;

/// A part, under the heading of its section.
pub(super) fn block(block: &Block, section: &Section, words: &Words) -> Markup {
    match block {
        // The outline has taken these.
        Block::Title(_) | Block::Heading(_) | Block::Subheading(_) => html! {},
        Block::Brief(brief) => of_brief(brief, words),
        Block::Paragraph(text) => html! { p { (words.rich(text)) } },
        Block::List(points) => html! { ul { @for point in points { (LINE) li { (words.rich(point)) } } } },
        Block::Table(table) if table.has_heading() => rectangle(table, &section.title, words),
        Block::Table(table) => pairs(table, &section.title, words),
        Block::Chart(chart) => chart::chart(chart, words),
        Block::Graph(graph) => graph::graph(graph, &section.title, words),
        Block::SideBySide(of) => {
            let caption = format!("{}: {}", section.title, of.roles.join(", "));
            sides::side_by_side(of, Counts::of(block), &caption, words)
        }
        Block::Legend(signs) => sides::legend(signs),
        Block::Edits(edits) => html! { ul.edits { @for edit in edits { (of_edit(edit, words)) } } },
        Block::Notes(notes) => words.notes(notes),
        Block::Problems(problems) => html! { @for problem in problems { (of_problem(problem)) } },
    }
}

/// The answer: facts side by side, the bar of duties and the evidence.
fn of_brief(brief: &BriefTable, words: &Words) -> Markup {
    let total: usize = brief.duties.iter().map(|line| line.topics.len()).sum();
    let class = |role: Option<usize>| role.map_or_else(|| "both".to_owned(), |role| format!("role{}", role % 7));
    html! {
        table.brief {
            thead { tr { td {} @for (i, role) in brief.roles.iter().enumerate() { th scope="col" class=(class(Some(i))) { (role) } } } }
            tbody {
                @for fact in &brief.facts {
                    (LINE) tr {
                        th scope="row" { (fact.label) }
                        @for (role, cell) in brief.roles.iter().zip(&fact.cells) {
                            td data-label=(role) { @if cell.is_empty() { "·" } @else { (words.rich(cell)) } }
                        }
                    }
                }
            }
        }
        @if brief.roles.len() == 2 && total > 0 {
            div.bar aria-hidden="true" {
                @for line in &brief.duties {
                    span class=(class(line.role)) style=(format!("flex:{}", line.topics.len())) { (line.topics.len()) " " (line.label) }
                }
            }
        }
        dl.topics {
            @for line in &brief.duties {
                (LINE) dt class=(class(line.role)) { "Duties, " (line.label) ": " (line.topics.len()) }
                dd { (line.topics.iter().take(MOST_TOPICS).cloned().collect::<Vec<_>>().join(", ")) @if line.topics.len() > MOST_TOPICS { ", +" (line.topics.len() - MOST_TOPICS) } }
            }
        }
        p { (words.rich(&brief.evidence)) }
    }
}

/// A table with headings; the first cell of a row says what the row is about. It may be wider than the screen.
pub(super) fn rectangle(table: &Table, caption: &str, words: &Words) -> Markup {
    html! {
        div.pane role="group" aria-label=(caption) tabindex="0" {
            table.stacks {
                caption.unseen { (caption) }
                thead { tr { @for column in table.columns() { (head(column)) } } }
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
        }
    }
}

fn head(column: &Column) -> Markup {
    html! {
        @if column.label.is_empty() { td {} } @else { th scope="col" class=(class(column)) { (column.label) } }
    }
}

const fn class(column: &Column) -> &'static str {
    match (column.align, column.wraps) {
        (Align::Right, _) => "number",
        (Align::Left, true) => "text",
        (Align::Left, false) => "word",
    }
}

/// A table without headings: what stands first names what follows, down to the next that names something.
fn pairs(table: &Table, caption: &str, words: &Words) -> Markup {
    let mut named: Vec<(Option<&Rich>, Vec<&[Rich]>)> = Vec::new();
    for row in table.rows() {
        let [label, cells @ ..] = row.as_slice() else { continue };
        match named.last_mut() {
            Some((_, rows)) if label.is_empty() => rows.push(cells),
            _ => named.push(((!label.is_empty()).then_some(label), vec![cells])),
        }
    }
    let is_short = named.iter().all(|(label, _)| label.is_none_or(|label| label.width() <= SHORT));
    html! {
        table.pairs.short[is_short] {
            caption.unseen { (caption) }
            colgroup { col.label; @for _ in table.columns().iter().skip(1) { col; } }
            @for (label, rows) in &named {
                tbody {
                    @for (i, cells) in rows.iter().enumerate() {
                        (LINE) tr {
                            @if i == 0 {
                                @match label {
                                    Some(label) => th scope="rowgroup" rowspan=(rows.len()) { (words.rich(label)) },
                                    None => td rowspan=(rows.len()) {},
                                }
                            }
                            @for cell in *cells { td { (words.rich(cell)) } }
                        }
                    }
                }
            }
        }
    }
}

fn of_edit(edit: &Edit, words: &Words) -> Markup {
    let class = match edit.sign {
        EditSign::Added => "added",
        EditSign::Removed => "removed",
        EditSign::Changed => "changed",
        EditSign::Moved => "moved",
    };
    html! {
        (LINE) li class=(class) {
            span.badge { span aria-hidden="true" { (edit.sign.key()) } " " (edit.word) }
            " "
            div {
                (words.rich(&edit.what))
                @if !edit.details.is_empty() {
                    dl { @for (word, text) in &edit.details { div { dt { (word) } " " dd { (words.rich(text)) } } } }
                }
            }
        }
    }
}

fn of_problem(problem: &Diagnostic) -> Markup {
    let class = match problem.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    html! {
        div class={ "problem " (class) } {
            p { span.badge { (problem.severity().key()) } " " strong { (squeezed(&problem.message)) } " " span.muted { (problem.code.key()) } }
            (of_spot(&problem.spot, None))
            @for (what, spot) in &problem.related { (of_spot(spot, Some(what))) }
            @if let Some(help) = &problem.help { p { strong { "Help: " } (squeezed(help)) } }
        }
    }
}

/// A place with its line, and what is to be said of it.
fn of_spot(spot: &Spot, what: Option<&str>) -> Markup {
    html! {
        p.place { @if let Some(what) = what { (squeezed(what)) ": " } code { (spot) } }
        @if let Some((line, marked)) = excerpt(spot) { pre { code { (of_line(&line, marked)) } } }
    }
}

/// A line, or the part of it around what is marked.
fn of_line(text: &str, marked: Range<usize>) -> Markup {
    const AROUND: usize = 120;
    let (before, after) = (&text[..marked.start], &text[marked.end..]);
    let start = before.char_indices().rev().nth(AROUND).map(|(at, _)| at);
    let end = after.char_indices().nth(AROUND).map(|(at, _)| at);
    html! {
        @if start.is_some() { "…" }
        (before[start.unwrap_or(0)..])
        mark { (squeezed(&text[marked])) }
        (after[..end.unwrap_or(after.len())])
        @if end.is_some() { "…" }
    }
}
