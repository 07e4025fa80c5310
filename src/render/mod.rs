//! Writes reports, one file for each format. Renderers lay out; reports have chosen the words.

mod address;
mod brief;
mod delimited;
mod diagnostics;
mod dot;
mod format;
mod html;
mod json;
mod markdown;
mod mermaid;
mod paint;
mod sides;
mod strips;
mod table;
mod terminal;
mod tree;
mod words;
mod yaml;

use anyhow::Context as _;

use crate::error::Error;
use crate::model::About;
use crate::report::{Block, Page, Report, StyledText, Tone, credit_line};
use crate::terminal::Style;

pub use diagnostics::{draw, refusal};
pub use format::Format;

/// How to write a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RenderOptions {
    pub format: Format,
    pub style: Style,
    /// Whether TSV begins with the names of its columns; CSV always does.
    pub header: bool,
}

/// Renders a report with the credits of its data, and the notices that had no room in it.
///
/// A page and YAML end or begin with the credits; an object in JSON has them under `about`. Rows and a list in JSON have no
/// room: a reader would take anything added for one more record.
///
/// # Errors
/// When a drawing is asked for and the report is not a graph.
pub fn render(report: &dyn Report, credits: &[About], options: &RenderOptions) -> Result<(String, Vec<String>), Error> {
    let credit = credit_line(credits);
    let mut notices = Vec::new();
    let page = || credited(report.page(), credit.as_deref());
    let graph = report.graph().filter(|_| options.format.is_drawing());
    if options.format.is_drawing() && graph.is_none() {
        return Err(no_graph(options.format));
    }
    let write = || -> anyhow::Result<String> {
        Ok(match options.format {
            Format::Table => terminal::write(&page(), options.style),
            Format::Markdown => markdown::write(&page()),
            Format::Html => html::write(&report.page(), report.name(), credits),
            Format::Yaml => yaml::write(&report.data()?, credit.as_deref())?,
            Format::Json => {
                let mut data = report.data()?;
                if !json::add_credits(&mut data, credits)? {
                    notices.extend(credit.clone());
                }
                json::write(&data)?
            }
            Format::Tsv | Format::Csv => {
                notices.extend(credit.clone());
                let rows = report.rows()?;
                if options.format == Format::Csv {
                    delimited::write_csv(&rows)?
                } else {
                    delimited::write_tsv(&rows, options.header)?
                }
            }
            Format::Mermaid => graph.map_or_else(String::new, |graph| mermaid::write(&graph, credit.as_deref())),
            Format::Dot => graph.map_or_else(String::new, |graph| dot::write(&graph, credit.as_deref())),
        })
    };
    let text = write().context("cannot render")?;
    Ok((text, notices))
}

fn no_graph(format: Format) -> Error {
    let general = Format::GENERAL.map(Format::key).join(", ");
    Error::Request {
        message: format!("{} draws graphs, and this answer is not one", format.key()),
        help: vec![
            "graphs are what `roles tree` and `roles path` answer".to_owned(),
            format!("formats for every answer are {general}"),
        ],
    }
}

fn credited(mut page: Page, credit: Option<&str>) -> Page {
    page.blocks.extend(credit.map(|line| Block::Paragraph(StyledText::new(line, Tone::Muted))));
    page
}
