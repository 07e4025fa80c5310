//! Pages on a terminal: headings, paragraphs, tables, notes.

use super::address::web_address;
use super::diagnostics::draw;
use super::paint::{BOLD, BROWN, CYAN, GREEN, HEADING, MUTED, RED, finished};
use super::words::{paragraph, written};
use super::{brief, sides, strips, table, tree};
use crate::report::{Block, Edit, Footnote, Graph, Page, StyledText};
use crate::terminal::Style;
use crate::text::{clean, width};

pub(super) fn write(page: &Page, style: Style) -> String {
    let mut blocks: Vec<String> = page.blocks.iter().map(|of| block(of, style)).collect();
    let briefs: Vec<_> = page.blocks.iter().enumerate().filter_map(|(i, block)| Some((i, block.brief()?))).collect();
    // The answer takes one screen, also where the sections follow it.
    let is_heading = |block: &Block| matches!(block, Block::Heading(_));
    let first = page.blocks.iter().position(is_heading).unwrap_or(blocks.len());
    // A title that fits one line on a wide screen must not make room for another fact.
    let usual = Style { width: style.width.min(80), ..style };
    let others: usize = page.blocks[..first].iter().map(|of| block(of, usual).lines().count() + 1).sum();
    for (i, of) in &briefs {
        let taken = if briefs.len() == 1 { others.saturating_sub(1) } else { 3 };
        blocks[*i] = brief::brief(of, style, brief::most_lines(of, style.width).saturating_sub(taken));
    }
    let page = blocks.join("\n");
    finished(&page, style)
}

fn block(block: &Block, style: Style) -> String {
    match block {
        // An acronym stays with its title.
        Block::Title(text) => paragraph(&BOLD.on(&text.text().replace(" (", "\u{a0}("), style), "", "", style.width),
        Block::Heading(text) => {
            let rule = if style.ascii { "-" } else { "─" }.repeat(style.width);
            paragraph(&HEADING.on(&text.text().to_uppercase(), style), "", "", style.width) + &MUTED.on(&rule, style) + "\n"
        }
        Block::Subheading(text) => paragraph(&BOLD.on(&text.text(), style), "", "", style.width),
        // Drawn last, in the room that the others leave.
        Block::Brief(_) => String::new(),
        Block::Paragraph(text) => rich(text, "", "", style),
        Block::List(points) => {
            let bullet = if style.ascii { "- " } else { "• " };
            points.iter().map(|point| rich(point, bullet, "  ", style)).collect()
        }
        Block::Table(of) => table::table(of, style),
        Block::PayStrips(of) => strips::draw(of, style),
        Block::SideBySide(of) => sides::side_by_side(of, style),
        Block::Graph(of) => graph(of, style),
        Block::Edits(edits) => edits.iter().map(|of| edit(of, style)).collect(),
        Block::Footnotes(notes) => self::notes(notes, style),
        Block::Problems(problems) => problems.iter().map(|problem| draw(problem, style)).collect::<Vec<_>>().join("\n"),
    }
}

/// A paragraph in the looks of its tones.
fn rich(text: &StyledText, first: &str, rest: &str, style: Style) -> String {
    paragraph(&written(text, style.width.saturating_sub(width(rest)), style), first, rest, style.width)
}

fn graph(graph: &Graph, style: Style) -> String {
    let mut page = String::new();
    for (row, (first, rest)) in graph.rows.iter().zip(tree::guides(&graph.rows, style)) {
        let mark = match (row.is_marked, style.ascii) {
            (false, _) => "",
            (true, false) => "► ",
            (true, true) => "> ",
        };
        page += &rich(&row.text, &format!("{first}{mark}"), &rest, style);
        page.extend(row.details.iter().map(|detail| rich(detail, &format!("{rest}  "), &format!("{rest}  "), style)));
    }
    page
}

fn edit(edit: &Edit, style: Style) -> String {
    /// Of the longest word, `reworded`, with the sign before it and a gap after it.
    const BESIDE: usize = 2 + 8 + 2;
    let paint = match edit.sign() {
        "+" => GREEN,
        "-" => RED,
        ">" => CYAN,
        _ => BROWN,
    };
    let sign = format!("{} {}", edit.sign(), edit.change.key());
    let gap = " ".repeat(BESIDE.saturating_sub(width(&sign)));
    let indent = " ".repeat(if style.width >= 4 * BESIDE { BESIDE } else { 4 });
    rich(&edit.what, &format!("{}{gap}", paint.on(&sign, style)), &indent, style)
}

fn notes(notes: &[Footnote], style: Style) -> String {
    let longest = notes.iter().map(|note| width(&note.label)).max().unwrap_or(0);
    let rest = " ".repeat(longest + 1);
    let mut page = String::new();
    for note in notes {
        let (open, close) = link_codes(note.url.as_deref().filter(|_| style.links).and_then(web_address));
        let text = written(&note.text, style.width, style);
        // An address is kept whole: a broken one cannot be clicked or copied.
        let url = note.url.as_ref().map(|url| format!("{}\n", MUTED.on(&clean(url).replace(' ', "\u{a0}"), style)));
        let text = paragraph(&text, "", "", style.width.saturating_sub(longest + 1)) + &url.unwrap_or_default();
        for (i, line) in text.lines().enumerate() {
            let before = if i == 0 { format!("{:>longest$} ", note.label) } else { rest.clone() };
            // Line by line, so that no link reaches over the edge of the text.
            page.extend([&before, open.as_str(), line, close, "\n"]);
        }
    }
    page
}

/// The escape codes around a link (OSC 8). The id makes one link of all lines with one target.
fn link_codes(target: Option<String>) -> (String, &'static str) {
    target.map_or_else(Default::default, |target| (format!("\u{1b}]8;id=source;{target}\u{1b}\\"), "\u{1b}]8;;\u{1b}\\"))
}
