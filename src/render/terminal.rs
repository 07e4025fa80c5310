//! Documents on a terminal: headings, wrapped paragraphs, tables, notes.

use std::io::{self, Write};

use anstyle::AnsiColor;

use super::address::link_target;
use super::chart;
use super::diagnostics::draw;
use super::layout::Layout;
use super::paint::{BOLD, HEADING, MUTED, Paint, painted};
use super::wrap::{Overlong, Piece, indented, lines, pieces, pieces_in, written};
use super::{sides, table, tree};
use crate::report::{Block, Document, Edit, EditSign, Graph, Note, Rich, SideBySide, SideCell, Sign};
use crate::terminal::Style;
use crate::text::width;

pub(super) fn write(document: &Document, style: Style, layout: Layout, out: &mut Vec<u8>) -> io::Result<()> {
    let sides = document.blocks.iter().filter_map(Block::sides);
    let abridged = sides::resolves_to_marks(sides, layout, style);
    let mut page = Page { style, layout, out, abridged };
    for (i, block) in document.blocks.iter().enumerate() {
        if i > 0 {
            writeln!(page.out)?;
        }
        page.block(block)?;
    }
    Ok(())
}

struct Page<'a> {
    style: Style,
    layout: Layout,
    out: &'a mut Vec<u8>,
    /// Marks stand for texts with notes somewhere, for want of room.
    abridged: bool,
}

impl Page<'_> {
    fn block(&mut self, block: &Block) -> io::Result<()> {
        match block {
            // An acronym stays with its title.
            Block::Title(text) => self.wrapped(&[Piece::new(&text.text().replace(" (", "\u{a0}("), BOLD)], "", ""),
            Block::Heading(text) => self.heading(text),
            Block::Subheading(text) => self.wrapped(&pieces_in(text, |_| BOLD), "", ""),
            Block::Paragraph(text) => self.rich(text, "", ""),
            Block::List(points) => {
                let bullet = if self.style.ascii { "- " } else { "• " };
                points.iter().try_for_each(|point| self.rich(point, bullet, "  "))
            }
            Block::Table(table) => self.lines(&table::table(table, self.style)),
            Block::Chart(chart) => chart::write(chart, self.style, self.out),
            Block::SideBySide(sides) => self.side_by_side(sides),
            Block::Legend(signs) => self.lines(&sides::legend(&self.signs(signs), self.style)),
            Block::Graph(graph) => self.graph(graph),
            Block::Edits(edits) => edits.iter().try_for_each(|edit| self.edit(edit)),
            Block::Notes(notes) => self.notes(notes),
            Block::Problems(problems) => {
                let drawn: Vec<String> = problems.iter().map(|problem| draw(problem, self.style)).collect();
                write!(self.out, "{}", drawn.join("\n"))
            }
        }
    }

    fn lines(&mut self, lines: &[String]) -> io::Result<()> {
        lines.iter().try_for_each(|line| writeln!(self.out, "{line}"))
    }

    fn heading(&mut self, text: &Rich) -> io::Result<()> {
        let words = text.text().to_uppercase();
        self.wrapped(&[Piece::new(&words, HEADING)], "", "")?;
        let rule = if self.style.ascii { "-" } else { "─" };
        let rule = rule.repeat(self.style.width);
        self.painted(&rule, MUTED)?;
        writeln!(self.out)
    }

    /// Some signs, and the one that stands for texts where any table has it.
    fn signs(&self, signs: &[Sign]) -> Vec<Sign> {
        let (marks, cells): (Vec<Sign>, Vec<Sign>) = signs.iter().cloned().partition(|sign| matches!(sign, Sign::Mark(_)));
        let says = self.abridged.then(|| Sign::Cell(SideCell::Says(Vec::new())));
        marks.into_iter().chain(says).chain(cells).collect()
    }

    fn side_by_side(&mut self, of: &SideBySide) -> io::Result<()> {
        match self.layout.resolve(of, self.style) {
            Layout::Columns | Layout::Auto => self.lines(&sides::columns(of, self.style)),
            Layout::Matrix => self.lines(&sides::matrix(of, self.style)),
            Layout::Stacked => self.lines(&sides::stacked(of, self.style)),
        }
    }

    fn graph(&mut self, graph: &Graph) -> io::Result<()> {
        let rows = graph.tree();
        let mut guides = tree::Guides::new(self.style);
        for row in &rows {
            let (first, rest) = guides.of(row);
            let mark = match (graph.marks(row.node), self.style.ascii) {
                (false, _) => "",
                (true, false) => "► ",
                (true, true) => "> ",
            };
            self.rich(&row.text, &format!("{first}{mark}"), &rest)?;
            row.details.iter().try_for_each(|detail| self.rich(detail, &format!("{rest}  "), &format!("{rest}  ")))?;
        }
        Ok(())
    }

    fn edit(&mut self, edit: &Edit) -> io::Result<()> {
        /// Of the longest word, `reworded`, with the sign before it and a gap after it.
        const BESIDE: usize = 2 + 8 + 2;
        let sign = format!("{} {}", edit.sign.key(), edit.word);
        let color = match edit.sign {
            EditSign::Added => AnsiColor::Green,
            EditSign::Removed => AnsiColor::Red,
            EditSign::Changed => AnsiColor::Yellow,
            EditSign::Moved => AnsiColor::Cyan,
        };
        let roomy = self.style.width >= 4 * BESIDE;
        let indent = " ".repeat(if roomy { BESIDE } else { 4 });
        self.painted(&sign, color.on_default())?;
        let first = if roomy {
            " ".repeat(BESIDE.saturating_sub(width(&sign)))
        } else {
            writeln!(self.out)?;
            indent.clone()
        };
        self.rich(&edit.what, &first, &indent)?;
        let longest = edit.details.iter().map(|(word, _)| width(word)).max().unwrap_or(0);
        for (word, text) in &edit.details {
            let rest = " ".repeat(indent.len() + longest + 2);
            self.rich(text, &format!("{indent}{word:longest$}  "), &rest)?;
        }
        Ok(())
    }

    fn notes(&mut self, notes: &[Note]) -> io::Result<()> {
        let page = if self.abridged { String::from_utf8_lossy(self.out).into_owned() } else { String::new() };
        let all = notes.len();
        let notes: Vec<&Note> = notes.iter().filter(|note| !self.abridged || page.contains(&note.label)).collect();
        if notes.len() < all {
            let hint = "Where a mark stands for a text, --layout columns shows the text and its sources.";
            self.wrapped(&[Piece::new(hint, MUTED)], "", "")?;
        }
        let longest = notes.iter().map(|note| width(&note.label)).max().unwrap_or(0);
        let rest = " ".repeat(longest + 1);
        for note in notes {
            let link = note.url.as_deref().filter(|_| self.style.links).and_then(link_target);
            let (open, close) = link_codes(link.as_deref());
            let text = lines(&pieces(&note.text), self.style.width.saturating_sub(longest + 1).max(10), Overlong::Kept);
            for (i, line) in text.iter().enumerate() {
                // Line by line, so that no link reaches over the edge of the text.
                let first = if i == 0 { format!("{:>longest$} ", note.label) } else { rest.clone() };
                writeln!(self.out, "{first}{open}{}{close}", written(line, self.style.color))?;
            }
            if let Some(url) = &note.url {
                // An address is kept whole: a broken one cannot be clicked or copied.
                write!(self.out, "{rest}{open}")?;
                self.painted(&crate::text::clean(url), MUTED)?;
                writeln!(self.out, "{close}")?;
            }
        }
        Ok(())
    }

    /// Wraps text, each word in the paint of its tone.
    fn rich(&mut self, text: &Rich, first: &str, rest: &str) -> io::Result<()> {
        self.wrapped(&pieces(text), first, rest)
    }

    fn wrapped(&mut self, text: &[Piece], first: &str, rest: &str) -> io::Result<()> {
        self.lines(&indented(text, first, rest, self.style))
    }

    fn painted(&mut self, text: &str, paint: Paint) -> io::Result<()> {
        write!(self.out, "{}", painted(text, paint, self.style.color))
    }
}

/// What begins and what ends a link (OSC 8). The id makes one link of all lines with one target.
fn link_codes(target: Option<&str>) -> (String, &'static str) {
    target.map_or((String::new(), ""), |target| (format!("\u{1b}]8;id=source;{target}\u{1b}\\"), "\u{1b}]8;;\u{1b}\\"))
}
