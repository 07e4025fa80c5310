//! Documents on a terminal: headings, wrapped paragraphs, tables, notes.

use std::io::{self, Write};

use anstyle::{AnsiColor, Effects, Style as Paint};
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;

use super::address::link_target;
use super::chart;
use super::diagnostics::draw;
use super::layout::{self, Layout};
use super::tree;
use crate::report::{Block, Document, Edit, EditSign, Graph, Note, Rich, SideBySide, SideCell, Sign, Span, Tone};
use crate::terminal::Style;
use crate::text::width;

const BOLD: Paint = Paint::new().effects(Effects::BOLD);

pub(super) fn write(document: &Document, style: Style, layout: Layout, out: &mut Vec<u8>) -> io::Result<()> {
    let mut page = Page { style, layout, out, abridged: false };
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
    /// Texts with notes were left out for want of room.
    abridged: bool,
}

impl Page<'_> {
    fn block(&mut self, block: &Block) -> io::Result<()> {
        match block {
            Block::Title(text) => self.wrapped(text, "", "", |_| BOLD),
            Block::Heading(text) => self.heading(text),
            Block::Subheading(text) => self.wrapped(text, "", "", |_| BOLD),
            Block::Paragraph(text) => self.rich(text, "", ""),
            Block::List(points) => {
                let bullet = if self.style.ascii { "- " } else { "• " };
                points.iter().try_for_each(|point| self.rich(point, bullet, "  "))
            }
            Block::Table(table) => self.lines(&layout::table(table, self.style)),
            Block::Chart(chart) => chart::write(chart, self.style, self.out),
            Block::SideBySide(sides) => self.side_by_side(sides),
            Block::Legend(signs) => self.legend(signs),
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
        self.wrapped(&Rich::plain(&words), "", "", |_| AnsiColor::Cyan.on_default().effects(Effects::BOLD))?;
        let rule = if self.style.ascii { "-" } else { "─" };
        let rule = rule.repeat(self.style.width);
        self.painted(&rule, Paint::new().effects(Effects::DIMMED))?;
        writeln!(self.out)
    }

    fn side_by_side(&mut self, sides: &SideBySide) -> io::Result<()> {
        match self.layout.resolve(sides, self.style) {
            Layout::Columns | Layout::Auto => self.lines(&layout::columns(sides, self.style)),
            Layout::Matrix => {
                self.abridged = true;
                self.lines(&layout::matrix(sides, self.style))
            }
            Layout::Stacked => self.stacked(sides),
        }
    }

    fn stacked(&mut self, sides: &SideBySide) -> io::Result<()> {
        let longest = sides.roles.iter().map(|role| width(role)).max().unwrap_or(0);
        // Names that would leave no room for the text stand on a line of their own.
        let beside = longest + 4 <= self.style.width / 3;
        for row in &sides.rows {
            let strong = |span: &Span| Span { tone: if span.cites { span.tone } else { Tone::Strong }, ..span.clone() };
            let head = Rich { spans: row.label.spans.iter().map(strong).collect() };
            let sign = format!("{:1} ", layout::sign(row.mark, self.style));
            self.rich(&head, &sign, "  ")?;
            for (role, cell) in sides.roles.iter().zip(&row.cells) {
                let texts = match cell {
                    SideCell::Says(texts) => texts.clone(),
                    other => vec![Rich::muted(layout::nothing(other, self.style))],
                };
                let (mut first, rest) = if beside {
                    let gap = " ".repeat(longest - width(role));
                    (format!("    {role}{gap}  "), " ".repeat(longest + 6))
                } else {
                    self.rich(&Rich::plain(role), "    ", "    ")?;
                    (" ".repeat(6), " ".repeat(6))
                };
                for text in texts {
                    self.rich(&text, &first, &rest)?;
                    first.clone_from(&rest);
                }
            }
        }
        Ok(())
    }

    fn legend(&mut self, signs: &[Sign]) -> io::Result<()> {
        let words = signs.iter().map(|sign| {
            let drawn = match sign {
                Sign::Mark(mark) => layout::sign(*mark, self.style),
                Sign::Cell(cell) => layout::nothing(cell, self.style),
            };
            format!("{drawn} {}", sign.meaning())
        });
        self.rich(&Rich::muted(&words.collect::<Vec<_>>().join("; ")), "", "")
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
        let notes: Vec<&Note> = notes.iter().filter(|note| !self.abridged || page.contains(&note.label)).collect();
        let longest = notes.iter().map(|note| width(&note.label)).max().unwrap_or(0);
        let rest = " ".repeat(longest + 1);
        for note in notes {
            let link = note.url.as_deref().filter(|_| self.style.links).and_then(link_target);
            self.lines_of(&note.text, &format!("{:>longest$} ", note.label), &rest, paint, link.as_deref())?;
            if let Some(url) = &note.url {
                // An address is kept whole: a broken one cannot be clicked or copied.
                write!(self.out, "{rest}")?;
                let (open, close) = link_codes(link.as_deref());
                write!(self.out, "{open}")?;
                self.painted(&crate::text::clean(url), Paint::new().effects(Effects::DIMMED))?;
                writeln!(self.out, "{close}")?;
            }
        }
        Ok(())
    }

    /// Wraps text, each word in the paint of its tone.
    fn rich(&mut self, text: &Rich, first: &str, rest: &str) -> io::Result<()> {
        self.wrapped(text, first, rest, paint)
    }

    fn wrapped(&mut self, text: &Rich, first: &str, rest: &str, paint: impl Fn(Tone) -> Paint) -> io::Result<()> {
        self.lines_of(text, first, rest, paint, None)
    }

    /// Wraps text, as a link if it has a target: line by line, so that no link reaches over the edge of the text.
    fn lines_of(
        &mut self,
        text: &Rich,
        first: &str,
        rest: &str,
        paint: impl Fn(Tone) -> Paint,
        target: Option<&str>,
    ) -> io::Result<()> {
        #[allow(clippy::cast_precision_loss)] // Widths of terminals are far below 2^52.
        let width = self.style.width.saturating_sub(width(rest)).max(10) as f64;
        let words = words(text);
        let (open, close) = link_codes(target);
        for (i, line) in wrap_first_fit(&words, &[width]).into_iter().enumerate() {
            write!(self.out, "{}{open}", if i == 0 { first } else { rest })?;
            for (run, tone) in runs(line) {
                self.painted(&run, tone.map_or_else(Paint::new, &paint))?;
            }
            writeln!(self.out, "{close}")?;
        }
        Ok(())
    }

    fn painted(&mut self, text: &str, paint: Paint) -> io::Result<()> {
        if self.style.color && paint != Paint::new() {
            write!(self.out, "{paint}{text}{paint:#}")
        } else {
            write!(self.out, "{text}")
        }
    }
}

/// What begins and what ends a link (OSC 8). The id makes one link of all lines with one target.
fn link_codes(target: Option<&str>) -> (String, &'static str) {
    target.map_or((String::new(), ""), |target| (format!("\u{1b}]8;id=source;{target}\u{1b}\\"), "\u{1b}]8;;\u{1b}\\"))
}

/// A word on its way into a line; its pieces may differ in tone, and no line is broken between them.
#[derive(Debug)]
struct Word<'a> {
    pieces: Vec<(&'a str, Tone)>,
    /// Whether a space follows.
    spaced: bool,
}

impl Fragment for Word<'_> {
    #[allow(clippy::cast_precision_loss)] // Texts are far below 2^52 columns.
    fn width(&self) -> f64 {
        self.pieces.iter().map(|(text, _)| width(text)).sum::<usize>() as f64
    }

    fn whitespace_width(&self) -> f64 {
        f64::from(u8::from(self.spaced))
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

fn words(text: &Rich) -> Vec<Word<'_>> {
    let mut words: Vec<Word> = Vec::new();
    for span in &text.spans {
        for (i, word) in span.text.split(' ').enumerate() {
            if let (true, Some(last)) = (i > 0, words.last_mut()) {
                last.spaced = true;
            }
            if word.is_empty() {
                continue;
            }
            match words.last_mut().filter(|last| !last.spaced) {
                Some(last) => last.pieces.push((word, span.tone)),
                None => words.push(Word { pieces: vec![(word, span.tone)], spaced: false }),
            }
        }
    }
    words
}

/// The pieces of a line, in runs of one tone; spaces between two tones have none.
fn runs(line: &[Word]) -> Vec<(String, Option<Tone>)> {
    let mut runs: Vec<(String, Option<Tone>)> = Vec::new();
    let mut gap = "";
    for word in line {
        for (text, tone) in &word.pieces {
            match runs.last_mut() {
                Some((run, last)) if *last == Some(*tone) => run.extend([gap, text]),
                _ => {
                    runs.extend((!gap.is_empty()).then(|| (gap.to_owned(), None)));
                    runs.push(((*text).to_owned(), Some(*tone)));
                }
            }
            gap = "";
        }
        gap = if word.spaced { " " } else { "" };
    }
    runs
}

const fn paint(tone: Tone) -> Paint {
    match tone {
        Tone::Plain => Paint::new(),
        Tone::Strong => BOLD,
        Tone::Muted => Paint::new().effects(Effects::DIMMED),
    }
}
