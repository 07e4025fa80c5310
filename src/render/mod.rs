//! Writes reports, one file for each format. Renderers lay out; what is said was decided before.

mod address;
mod chart;
mod delimited;
mod diagnostics;
mod dot;
mod html;
mod json;
mod layout;
mod markdown;
mod mermaid;
mod paint;
mod sides;
mod stack;
mod table;
mod terminal;
mod tree;
mod wrap;
mod yaml;

use crate::error::Error;
use crate::report::{Block, Credit, Document, Report, Rich, Tone};
use crate::terminal::Style;

pub use diagnostics::{draw, refusal};
pub use layout::Layout;

/// A format of output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Tables and paragraphs for a terminal.
    Table,
    /// A record a line, values separated by tabs, raw.
    Tsv,
    /// RFC 4180, with a header.
    Csv,
    /// One JSON document.
    Json,
    /// One YAML document.
    Yaml,
    /// GitHub-flavored Markdown.
    Markdown,
    /// One page for a browser or a printer, with nothing beside it.
    Html,
    /// A Mermaid flowchart, of answers that are graphs.
    Mermaid,
    /// The language of Graphviz, of answers that are graphs.
    Dot,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 9] =
        [Self::Table, Self::Tsv, Self::Csv, Self::Json, Self::Yaml, Self::Markdown, Self::Html, Self::Mermaid, Self::Dot];

    /// The formats that every answer can be given in.
    pub const GENERAL: [Self; 7] = [Self::Table, Self::Tsv, Self::Csv, Self::Json, Self::Yaml, Self::Markdown, Self::Html];

    /// The word people type.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Tsv => "tsv",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Yaml => "yaml",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Mermaid => "mermaid",
            Self::Dot => "dot",
        }
    }
}

/// How to write a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// In which format.
    pub format: Format,
    /// How it is to look on a terminal.
    pub style: Style,
    /// How roles stand beside each other on a terminal.
    pub layout: Layout,
    /// Whether TSV begins with the names of its columns; CSV always does.
    pub header: bool,
}

/// A report as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The text.
    pub text: Vec<u8>,
    /// What the text has no room for and has to be said beside it: whose data these are, and that it is too large to be drawn.
    pub beside: Vec<String>,
}

/// Renders a report.
///
/// # Errors
/// When the format draws graphs and the report is none.
pub fn render<R: Report>(report: &R, options: &Options) -> Result<Vec<u8>, Error> {
    render_with_credits(report, &[], options).map(|page| page.text)
}

/// Renders a report, and says whose data it is made of.
///
/// A table, Markdown and HTML end with that, YAML begins with it as a comment, and an object in JSON has it under `about`. Records
/// have no room for it, be they lines or a list in JSON: nothing can be added to them that no reader would take for one.
/// Drawings begin with it as a comment.
///
/// # Errors
/// When the format draws graphs and the report is none.
pub fn render_with_credits<R: Report>(report: &R, credits: &[Credit], options: &Options) -> Result<Page, Error> {
    // Room for a whole comparison; what is not used is never touched.
    let mut page = Vec::with_capacity(1 << 16);
    let has_room = write(report, credits, options, &mut page)?;
    let credit = if has_room { None } else { Credit::line(credits) };
    let refused = (options.format == Format::Mermaid && !mermaid::is_drawn(&page)).then(|| mermaid::TOO_LARGE.to_owned());
    Ok(Page { text: page, beside: credit.into_iter().chain(refused).collect() })
}

/// Whether there was room for the credits.
fn write<R: Report>(report: &R, credits: &[Credit], options: &Options, out: &mut Vec<u8>) -> Result<bool, Error> {
    let document = || credited(report.document(), credits);
    match options.format {
        Format::Table => terminal::write(&document(), options.style, options.layout, out)?,
        Format::Markdown => markdown::write(&document(), out)?,
        Format::Html => html::write(&report.document(), report.name(), credits, out)?,
        Format::Yaml => yaml::write(&report.data(), Credit::line(credits).as_deref(), out)?,
        Format::Json => return Ok(json::write(&report.data(), credits, out)?),
        Format::Tsv => delimited::write_tsv(report, options.header, out),
        Format::Csv => delimited::write_csv(report, out)?,
        Format::Mermaid | Format::Dot => {
            let graph = report.graph().ok_or_else(|| no_graph(options.format))?;
            let credit = Credit::line(credits);
            let write = if options.format == Format::Dot { dot::write } else { mermaid::write };
            write(&graph, credit.as_deref(), out)?;
        }
    }
    Ok(!matches!(options.format, Format::Tsv | Format::Csv))
}

fn no_graph(format: Format) -> Error {
    let general = Format::GENERAL.map(Format::key).join(", ");
    Error::Request {
        message: format!("this answer is no graph, and {} draws nothing else", format.key()),
        help: vec![
            "graphs are what `roles tree` and `roles path` answer".to_owned(),
            format!("formats for every answer are {general}"),
        ],
    }
}

fn credited(mut document: Document, credits: &[Credit]) -> Document {
    document.blocks.extend(Credit::line(credits).map(|line| Block::Paragraph(Rich::new(&line, Tone::Muted))));
    document
}
