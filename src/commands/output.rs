//! The arguments of commands that answer: how the answer is to be written.

use std::cell::RefCell;
use std::io::Write;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser as _};
use clap::{Args, ValueEnum as _};

use super::values::columns;
use crate::corpus::Corpus;
use crate::error::Error;
use crate::render::{self, Format, Layout, Options};
use crate::report::{Credit, Report};
use crate::terminal::{Style, Terminal, When};
use crate::text::{clean, shorten};

/// How to write the answer.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Output")]
#[allow(clippy::doc_markdown)] // The comments are the help that people read.
pub struct OutputArgs {
    /// The format [default: $ROLES_FORMAT, else a table on a terminal and TSV in a pipe]
    #[arg(long, short, value_name = "FORMAT", ignore_case = true)]
    format: Option<Format>,

    /// Begin TSV with the names of its columns (CSV always does)
    #[arg(long, hide_short_help = true)]
    header: bool,

    /// How tables set roles against each other: a column of text or of marks for each, or one below the other
    #[arg(long, value_name = "LAYOUT", default_value = "auto", hide_short_help = true)]
    layout: Layout,

    /// When to make the addresses of sources links to click on
    #[arg(long, value_name = "WHEN", default_value = "auto", hide_short_help = true)]
    hyperlink: When,

    #[command(flatten)]
    screen: ScreenArgs,

    #[arg(skip)]
    credits: Credits,
}

/// What the screen is to show of anything that is printed, errors too.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Output")]
#[allow(clippy::doc_markdown)] // The comments are the help that people read.
pub struct ScreenArgs {
    /// When to use color
    #[arg(long, value_name = "WHEN", default_value = "auto", hide_short_help = true)]
    color: When,

    /// Columns to fill [default: $COLUMNS, else those of the terminal, else 80]
    #[arg(long, value_name = "COLUMNS", hide_short_help = true, value_parser = columns)]
    width: Option<u16>,

    /// Draw with ASCII characters alone
    #[arg(long, hide_short_help = true)]
    ascii: bool,

    /// Print a long answer at once, without a pager
    #[arg(long, hide_short_help = true)]
    no_pager: bool,
}

/// What is printed as it stands, in no format that could be chosen.
impl From<ScreenArgs> for OutputArgs {
    fn from(screen: ScreenArgs) -> Self {
        let (layout, hyperlink) = (Layout::default(), When::default());
        Self { format: None, header: false, layout, hyperlink, screen, credits: Credits::default() }
    }
}

/// Whose data the answers are made of.
#[derive(Debug, Clone, Default)]
struct Credits {
    all: Vec<Credit>,
    /// What an answer that was written had no room for.
    beside: RefCell<Vec<String>>,
}

impl OutputArgs {
    /// A verb whose answer is no graph, so that nothing can be drawn of it: the help does not offer it, and whoever asks for it
    /// is told why there is none.
    pub fn without_drawing(verb: clap::Command) -> clap::Command {
        let words = Format::ALL.map(|format| PossibleValue::new(format.key()).hide(!Format::GENERAL.contains(&format)));
        let parser = PossibleValuesParser::new(words).try_map(|word| Format::from_str(&word, true));
        verb.mut_arg("format", |arg| arg.value_parser(parser))
    }

    /// When to color, as the arguments say.
    pub const fn color(&self) -> When {
        self.screen.color
    }

    /// Whether a long answer may go through a pager.
    pub const fn may_be_paged(&self) -> bool {
        !self.screen.no_pager
    }

    /// The same, with answers made of the data of a corpus.
    pub fn crediting(&self, corpus: &Corpus) -> Self {
        Self { credits: Credits { all: Credit::all(&corpus.abouts), ..Credits::default() }, ..self.clone() }
    }

    /// What an answer had no room to say itself, as whose data it is made of; safe to print.
    pub fn said_beside(&self) -> Vec<String> {
        self.credits.beside.take().iter().map(|line| clean(line).into_owned()).collect()
    }

    /// How standard output is to look.
    pub fn style(&self, terminal: &Terminal) -> Style {
        let ScreenArgs { color, width, ascii, .. } = self.screen;
        terminal.style(color, width.map(usize::from), ascii)
    }

    /// How standard error is to look.
    pub fn error_style(&self, terminal: &Terminal) -> Style {
        let ScreenArgs { color, width, ascii, .. } = self.screen;
        terminal.error_style(color, width.map(usize::from), ascii)
    }

    /// Whether people are to read the answer rather than programs.
    ///
    /// # Errors
    /// When `ROLES_FORMAT` is no format.
    pub fn is_for_people(&self, terminal: &Terminal) -> Result<bool, Error> {
        Ok(matches!(self.format(terminal)?, Format::Table | Format::Markdown | Format::Html))
    }

    /// Whether the answer is for whoever typed the question, who can use a hint on what else to type.
    ///
    /// # Errors
    /// When `ROLES_FORMAT` is no format.
    pub fn is_table(&self, terminal: &Terminal) -> Result<bool, Error> {
        Ok(self.format(terminal)? == Format::Table)
    }

    /// Writes a report as the arguments and the terminal say, in one piece, so that a failure leaves nothing half-written.
    ///
    /// # Errors
    /// When writing fails.
    pub fn write<R: Report>(&self, report: &R, terminal: &Terminal, out: &mut dyn Write) -> Result<(), Error> {
        let format = self.format(terminal)?;
        let beside = self.put(format, report, &self.credits.all, terminal, out).map_err(|error| self.explained(error, format))?;
        *self.credits.beside.borrow_mut() = beside;
        Ok(())
    }

    /// The format: the flag's, else that of `ROLES_FORMAT`, else what suits standard output.
    fn format(&self, terminal: &Terminal) -> Result<Format, Error> {
        match (self.format, terminal.format_wanted.as_deref()) {
            (Some(format), _) => Ok(format),
            (None, Some(word)) => Format::from_str(word, true).map_err(|_| unknown_format(word)),
            (None, None) if terminal.stdout => Ok(Format::Table),
            (None, None) => Ok(Format::Tsv),
        }
    }

    /// An error about the format with who asked for it, where that was not an argument.
    fn explained(&self, error: Error, format: Format) -> Error {
        match error {
            Error::Request { message, mut help } if self.format.is_none() => {
                help.insert(0, format!("ROLES_FORMAT asks for {}; --format takes its place", format.key()));
                Error::Request { message, help }
            }
            other => other,
        }
    }

    /// Writes a report in a given format, without saying whose data it is made of.
    ///
    /// # Errors
    /// When writing fails.
    pub fn write_as<R: Report>(&self, format: Format, report: &R, terminal: &Terminal, out: &mut dyn Write) -> Result<(), Error> {
        self.put(format, report, &[], terminal, out).map(|_| ())
    }

    /// Writes a report; gives back what it had no room for.
    fn put<R: Report>(
        &self,
        format: Format,
        report: &R,
        credits: &[Credit],
        terminal: &Terminal,
        out: &mut dyn Write,
    ) -> Result<Vec<String>, Error> {
        let style = Style { links: terminal.has_links(self.hyperlink), ..self.style(terminal) };
        let options = Options { format, style, layout: self.layout, header: self.header };
        let page = render::render_with_credits(report, credits, &options)?;
        out.write_all(&page.text)?;
        out.flush()?;
        Ok(page.beside)
    }
}

fn unknown_format(word: &str) -> Error {
    let formats = Format::ALL.map(Format::key).join(", ");
    let message = format!("ROLES_FORMAT is '{}', which is no format", clean(&shorten(word, 80)));
    Error::Request { message, help: vec![format!("the formats are {formats}")] }
}
