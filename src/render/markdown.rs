//! GitHub-flavored Markdown.

use std::borrow::Cow;
use std::io::{self, Write};

use super::address::web_address;
use super::paint::finished;
use super::{mermaid, strips};
use crate::diagnostic::Diagnostic;
use crate::report::{Align, Block, BriefTable, Edit, Footnote, Graph, Page, PayStrips, SideBySide, StyledText, Table, Tone};
use crate::terminal::Style;

/// Readers of Markdown give up on lists nested more deeply, or show code.
const DEEPEST: usize = 50;

pub(super) fn write(page: &Page, out: &mut dyn Write) -> io::Result<()> {
    for (i, block) in page.blocks.iter().enumerate() {
        if i > 0 {
            writeln!(out)?;
        }
        match block {
            Block::Title(text) => writeln!(out, "# {}", escape(&text.text()))?,
            Block::Heading(text) => writeln!(out, "## {}", escape(&text.text()))?,
            Block::Subheading(text) => writeln!(out, "### {}", escape(&text.text()))?,
            Block::Brief(brief) => write_brief(brief, out)?,
            Block::Paragraph(text) => writeln!(out, "{}", rich(text))?,
            Block::List(points) => points.iter().try_for_each(|point| writeln!(out, "- {}", rich(point)))?,
            Block::Table(table) => write_table(table, out)?,
            Block::PayStrips(strips) => write_strips(strips, out)?,
            Block::SideBySide(sides) => write_sides(sides, out)?,
            Block::Graph(graph) => write_graph(graph, out)?,
            Block::Edits(edits) => edits.iter().try_for_each(|edit| write_edit(edit, out))?,
            Block::Footnotes(notes) => write_notes(notes, out)?,
            Block::Problems(problems) => write_problems(problems, out)?,
        }
    }
    Ok(())
}

fn write_brief(brief: &BriefTable, out: &mut dyn Write) -> io::Result<()> {
    write_row(std::iter::once(String::new()).chain(brief.roles.iter().map(|role| escape(role).into_owned())), out)?;
    write_row((0..=brief.roles.len()).map(|_| "---".to_owned()), out)?;
    for fact in brief.first_facts() {
        write_row(std::iter::once(format!("**{}**", escape(&fact.label))).chain(fact.cells.iter().map(rich)), out)?;
    }
    writeln!(out)?;
    for line in &brief.duties {
        let topics: Vec<_> = line.topics.iter().map(|topic| escape(topic)).collect();
        writeln!(out, "- Duties, {} ({}): {}", escape(&line.label), topics.len(), topics.join(", "))?;
    }
    writeln!(out, "\n{}", rich(&brief.evidence))
}

fn write_table(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    write_row(table.columns().iter().map(|column| escape(&column.label).into_owned()), out)?;
    let rule = |align| if align == Align::Right { "---:" } else { "---" };
    write_row(table.columns().iter().map(|column| rule(column.align).to_owned()), out)?;
    table.rows().iter().try_for_each(|row| write_row(row.iter().map(rich), out))
}

/// Strips as a block of code, where characters keep their places.
fn write_strips(strips: &PayStrips, out: &mut dyn Write) -> io::Result<()> {
    let style = Style { width: 76, ..Style::default() };
    finished(&strips::draw(strips, style), style).lines().try_for_each(|line| writeln!(out, "    {line}"))
}

fn write_sides(sides: &SideBySide, out: &mut dyn Write) -> io::Result<()> {
    for (i, group) in sides.groups.iter().enumerate() {
        if i > 0 {
            writeln!(out)?;
        }
        if !group.label.is_empty() {
            writeln!(out, "**{}**\n", escape(&group.label))?;
        }
        let columns = &group.columns;
        let heads = [&sides.topic].into_iter().chain(columns.iter().map(|&column| &sides.roles[column]));
        write_row(heads.map(|head| escape(head).into_owned()), out)?;
        write_row((0..=columns.len()).map(|_| "---".to_owned()), out)?;
        for row in &group.rows {
            let cells = columns.iter().map(|&column| match row.cells[column].as_slice() {
                [] => sides.absent.to_owned(),
                [text] => rich(text),
                texts => texts.iter().map(|text| format!("• {}", rich(text))).collect::<Vec<_>>().join("<br>"),
            });
            write_row([rich(&row.label)].into_iter().chain(cells), out)?;
        }
    }
    Ok(())
}

/// Drawn, then told line by line.
fn write_graph(graph: &Graph, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "```mermaid")?;
    mermaid::write(graph, None, out)?;
    writeln!(out, "```\n")?;
    for row in &graph.rows {
        let indent = "  ".repeat(row.depth.min(DEEPEST));
        let mark = if row.is_marked { "► " } else { "" };
        writeln!(out, "{indent}- {mark}{}", rich(&row.text))?;
        row.details.iter().try_for_each(|detail| writeln!(out, "{indent}  - {}", rich(detail)))?;
    }
    Ok(())
}

/// The word alone: the sign would begin another list.
fn write_edit(edit: &Edit, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "- **{}** {}", edit.change.key(), rich(&edit.what))
}

fn write_notes(notes: &[Footnote], out: &mut dyn Write) -> io::Result<()> {
    for note in notes {
        let link = note.url.as_deref().and_then(web_address).map_or_else(String::new, |address| format!(" <{address}>"));
        // A number in brackets is the list's own.
        let number = note.label.strip_prefix('[').and_then(|label| label.strip_suffix(']'));
        let number = number.filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
        let label = number.map_or_else(|| format!("- **{}**", escape(&note.label)), |number| format!("{number}."));
        writeln!(out, "{label} {}{link}", rich(&note.text))?;
    }
    Ok(())
}

fn write_problems(problems: &[Diagnostic], out: &mut dyn Write) -> io::Result<()> {
    write_row(["Severity", "Code", "Place", "Problem", "What to do"].into_iter().map(str::to_owned), out)?;
    write_row((0..5).map(|_| "---".to_owned()), out)?;
    problems.iter().try_for_each(|problem| {
        let related = problem.related.iter().map(|(what, spot)| format!("{what}: {spot}"));
        let message: Vec<String> = [problem.message.clone()].into_iter().chain(related).collect();
        let place = problem.spot.to_string();
        let help = problem.help.as_deref().unwrap_or_default();
        let cells = [problem.severity().key(), problem.code.key(), &place, &message.join("; "), help];
        write_row(cells.into_iter().map(|cell| escape(cell).into_owned()), out)
    })
}

fn write_row(cells: impl Iterator<Item = String>, out: &mut dyn Write) -> io::Result<()> {
    for cell in cells {
        write!(out, "| {cell} ")?;
    }
    writeln!(out, "|")
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
fn escape(text: &str) -> Cow<'_, str> {
    const MARKUP: [char; 11] = ['\\', '|', '`', '*', '_', '[', ']', '<', '>', '#', '~'];
    // No-break spaces are for the lines of a screen.
    const NO_BREAK: char = '\u{a0}';
    if !text.contains(MARKUP) && !text.contains(['&', NO_BREAK]) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            NO_BREAK => escaped.push(' '),
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            character if MARKUP.contains(&character) => escaped.extend(['\\', character]),
            character => escaped.push(character),
        }
    }
    Cow::Owned(escaped)
}
