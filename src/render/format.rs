//! The formats of output.

use crate::model::keyed::keyed;

keyed! {
    /// A format of output.
    pub enum Format {
        /// Tables and paragraphs for a terminal.
        Table = "table",
        /// A record a line, values separated by tabs, raw.
        Tsv = "tsv",
        /// RFC 4180, with a header.
        Csv = "csv",
        Json = "json",
        Yaml = "yaml",
        /// GitHub-flavored Markdown.
        Markdown = "markdown",
        /// One page for a browser or a printer, in one file.
        Html = "html",
        /// A Mermaid flowchart, of answers that are graphs.
        Mermaid = "mermaid",
        /// The language of Graphviz, of answers that are graphs.
        Dot = "dot",
    }
}

impl Format {
    /// The formats that every answer can be given in.
    pub const GENERAL: [Self; 7] = [Self::Table, Self::Tsv, Self::Csv, Self::Json, Self::Yaml, Self::Markdown, Self::Html];

    /// Whether people read it, rather than programs.
    pub const fn is_for_people(self) -> bool {
        matches!(self, Self::Table | Self::Markdown | Self::Html)
    }

    /// Whether only graphs can be given in it.
    pub const fn is_drawing(self) -> bool {
        matches!(self, Self::Mermaid | Self::Dot)
    }
}
