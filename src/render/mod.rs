//! Writes reports, one file for each format. Renderers lay out; what is said was decided before.

mod delimited;
mod json;
mod layout;
mod markdown;
mod terminal;
mod yaml;

use std::io;

use crate::report::Report;
use crate::terminal::Style;

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
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 6] = [Self::Table, Self::Tsv, Self::Csv, Self::Json, Self::Yaml, Self::Markdown];

    /// The word people type.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Tsv => "tsv",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Yaml => "yaml",
            Self::Markdown => "markdown",
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

/// Renders a report.
///
/// # Errors
/// When a format cannot hold what the report says, which none of ours does.
pub fn render<R: Report>(report: &R, options: &Options) -> io::Result<Vec<u8>> {
    // Room for a whole comparison; what is not used is never touched.
    let mut page = Vec::with_capacity(1 << 16);
    write(report, options, &mut page)?;
    Ok(page)
}

fn write<R: Report>(report: &R, options: &Options, out: &mut Vec<u8>) -> io::Result<()> {
    match options.format {
        Format::Table => terminal::write(&report.document(), options.style, options.layout, out),
        Format::Tsv => {
            delimited::write_tsv(report, options.header, out);
            Ok(())
        }
        Format::Csv => delimited::write_csv(report, out),
        Format::Json => json::write(&report.data(), out),
        Format::Yaml => yaml::write(&report.data(), out),
        Format::Markdown => markdown::write(&report.document(), out),
    }
}
