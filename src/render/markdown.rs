//! GitHub-flavored Markdown.

use super::address::web_address;
use super::paint::finished;
use super::{mermaid, strips};
use crate::diagnostic::Diagnostic;
use crate::report::{Align, Block, BriefTable, Footnote, Graph, Page, SideBySide, SideGroup, SideRow, StyledText, Tone};
use crate::terminal::Style;

/// Readers of Markdown give up on lists nested more deeply, or show code.
const DEEPEST: usize = 50;

pub(super) fn write(page: &Page) -> String {
    page.blocks.iter().map(block).collect::<Vec<_>>().join("\n")
}

fn block(block: &Block) -> String {
    match block {
        Block::Title(text) => format!("# {}\n", escape(&text.text())),
        Block::Heading(text) => format!("## {}\n", escape(&text.text())),
        Block::Subheading(text) => format!("### {}\n", escape(&text.text())),
        Block::Brief(of) => brief(of),
        Block::Paragraph(text) => format!("{}\n", rich(text)),
        Block::List(points) => joined(points.iter().map(|point| format!("- {}\n", rich(point)))),
        Block::Table(table) => {
            let heads = table.columns().iter().map(|column| (column.label.as_str(), column.align));
            grid(heads, table.rows().iter().map(|row| row.iter().map(rich).collect()))
        }
        // As a block of code, where characters keep their places.
        Block::PayStrips(of) => {
            let style = Style { width: 76, ..Style::default() };
            joined(finished(&strips::draw(of, style), style).lines().map(|line| format!("    {line}\n")))
        }
        Block::SideBySide(sides) => sides.groups.iter().map(|group| side_group(sides, group)).collect::<Vec<_>>().join("\n"),
        Block::Graph(of) => graph(of),
        // The word alone: the sign would begin another list.
        Block::Edits(edits) => joined(edits.iter().map(|edit| format!("- **{}** {}\n", edit.change.key(), rich(&edit.what)))),
        Block::Footnotes(notes) => notes.iter().map(note).collect(),
        Block::Problems(of) => problems(of),
    }
}

fn joined(texts: impl Iterator<Item = String>) -> String {
    texts.collect()
}

/// A table, with its heads and how their columns stand.
fn grid<'h>(heads: impl Iterator<Item = (&'h str, Align)>, rows: impl Iterator<Item = Vec<String>>) -> String {
    let rule = |align| if align == Align::Right { "---:" } else { "---" };
    let (labels, rules) = heads.map(|(label, align)| (escape(label), rule(align).to_owned())).unzip();
    let rows = [labels, rules].into_iter().chain(rows);
    joined(rows.map(|cells: Vec<String>| format!("| {} |\n", cells.join(" | "))))
}

fn brief(brief: &BriefTable) -> String {
    let heads = std::iter::once("").chain(brief.roles.iter().map(String::as_str)).map(|head| (head, Align::Left));
    let label = |label| format!("**{}**", escape(label));
    let facts = brief.first_facts().map(|fact| std::iter::once(label(&fact.label)).chain(fact.cells.iter().map(rich)).collect());
    let mut text = grid(heads, facts) + "\n";
    for line in &brief.duties {
        let topics: Vec<_> = line.topics.iter().map(|topic| escape(topic)).collect();
        text += &format!("- Duties, {} ({}): {}\n", escape(&line.label), topics.len(), topics.join(", "));
    }
    format!("{text}\n{}\n", rich(&brief.evidence))
}

fn side_group(sides: &SideBySide, group: &SideGroup) -> String {
    let label = if group.label.is_empty() { String::new() } else { format!("**{}**\n\n", escape(&group.label)) };
    let heads = [&sides.topic].into_iter().chain(group.columns.iter().map(|&column| &sides.roles[column]));
    let cell = |texts: &[StyledText]| match texts {
        [] => sides.absent.to_owned(),
        [text] => rich(text),
        texts => texts.iter().map(|text| format!("• {}", rich(text))).collect::<Vec<_>>().join("<br>"),
    };
    let row = |row: &SideRow| {
        let cells = group.columns.iter().map(|&column| cell(&row.cells[column]));
        std::iter::once(rich(&row.label)).chain(cells).collect()
    };
    label + &grid(heads.map(|head| (head.as_str(), Align::Left)), group.rows.iter().map(row))
}

/// Drawn, then told line by line.
fn graph(graph: &Graph) -> String {
    let mut text = format!("```mermaid\n{}```\n\n", mermaid::write(graph, None));
    for row in &graph.rows {
        let indent = "  ".repeat(row.depth.min(DEEPEST));
        let mark = if row.is_marked { "► " } else { "" };
        text += &format!("{indent}- {mark}{}\n", rich(&row.text));
        text.extend(row.details.iter().map(|detail| format!("{indent}  - {}\n", rich(detail))));
    }
    text
}

fn note(note: &Footnote) -> String {
    let link = note.url.as_deref().and_then(web_address).map_or_else(String::new, |address| format!(" <{address}>"));
    // A number in brackets is the list's own.
    let number = note.label.strip_prefix('[').and_then(|label| label.strip_suffix(']'));
    let number = number.filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    let label = number.map_or_else(|| format!("- **{}**", escape(&note.label)), |number| format!("{number}."));
    format!("{label} {}{link}\n", rich(&note.text))
}

fn problems(problems: &[Diagnostic]) -> String {
    let heads = ["Severity", "Code", "Place", "Problem", "What to do"].map(|head| (head, Align::Left));
    let row = |problem: &Diagnostic| {
        let related = problem.related.iter().map(|(what, spot)| format!("{what}: {spot}"));
        let message: Vec<String> = [problem.message.clone()].into_iter().chain(related).collect();
        let help = problem.help.as_deref().unwrap_or_default();
        let cells = [problem.severity().key(), problem.code.key(), &problem.spot.to_string(), &message.join("; "), help];
        cells.map(escape).into()
    };
    grid(heads.into_iter(), problems.iter().map(row))
}

fn rich(text: &StyledText) -> String {
    let mut written = String::new();
    for span in text.spans.iter().filter(|span| span.tone != Tone::Hint) {
        let escaped = escape(&span.text);
        let mark = match span.tone {
            Tone::Strong | Tone::Added => "**",
            Tone::Removed => "~~",
            Tone::Plain | Tone::Muted | Tone::Hint => "",
        };
        // Emphasis must hug its words.
        let trimmed = escaped.trim();
        if trimmed.is_empty() {
            written.push_str(&escaped);
        } else {
            let start = escaped.len() - escaped.trim_start().len();
            let end = start + trimmed.len();
            written.extend([&escaped[..start], mark, trimmed, mark, &escaped[end..]]);
        }
    }
    written
}

/// Escapes what Markdown or HTML would read as markup. The text has no line breaks: it was made safe when it was said.
fn escape(text: &str) -> String {
    const MARKUP: [char; 9] = ['\\', '|', '`', '*', '_', '[', ']', '#', '~'];
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            // No-break spaces are for the lines of a screen.
            '\u{a0}' => escaped.push(' '),
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            character if MARKUP.contains(&character) => escaped.extend(['\\', character]),
            character => escaped.push(character),
        }
    }
    escaped
}
