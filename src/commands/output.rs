//! The options for writing an answer.

use clap::{Args, ValueEnum as _, value_parser};

use super::Context;
use crate::error::Error;
use crate::render::Format;
use crate::terminal::{Terminal, When};
use crate::text::{clean, shorten};
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Output")]
pub struct OutputArgs {
    /// The format [default: $ROLES_FORMAT, else a table on a terminal and TSV in a pipe]
    #[arg(long, short, value_name = "FORMAT", ignore_case = true, global = true)]
    format: Option<Format>,

    /// Begin TSV with the names of its columns (CSV always does)
    #[arg(long, hide_short_help = true, global = true)]
    header: bool,

    /// When to use color
    #[arg(long, value_name = "WHEN", default_value = "auto", hide_short_help = true, global = true)]
    color: When,

    /// Columns to fill [default: $COLUMNS, else those of the terminal, else 80]
    #[arg(long, value_name = "COLUMNS", hide_short_help = true, value_parser = value_parser!(u16).range(1..), global = true)]
    width: Option<u16>,

    /// Draw with ASCII characters alone
    #[arg(long, hide_short_help = true, global = true)]
    ascii: bool,

    /// Print a long answer at once, without a pager
    #[arg(long, hide_short_help = true, global = true)]
    pub no_pager: bool,
}

impl OutputArgs {
    /// The options, the environment and the terminal taken together.
    ///
    /// # Errors
    /// When `ROLES_FORMAT` is not a format.
    pub fn context<'t>(&self, terminal: &'t Terminal) -> Result<Context<'t>, Error> {
        let format = match (self.format, terminal.format_wanted.as_deref()) {
            (Some(format), _) => format,
            (None, Some(word)) => Format::from_str(word, true).map_err(|_| unknown_format(word))?,
            (None, None) if terminal.stdout => Format::Table,
            (None, None) => Format::Tsv,
        };
        let width = self.width.map(usize::from);
        Ok(Context {
            format,
            style: terminal.style(self.color, width, self.ascii),
            error_style: terminal.error_style(self.color, width, self.ascii),
            header: self.header,
            terminal,
        })
    }
}

fn unknown_format(word: &str) -> Error {
    let formats = Format::ALL.map(Format::key).join(", ");
    let message = format!("invalid format '{}' in ROLES_FORMAT", clean(&shorten(word, 80)));
    Error::Request { message, help: vec![format!("the formats are {formats}")] }
}
