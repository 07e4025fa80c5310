//! The command line: its verbs, its help and its usage errors.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum as _};

use crate::commands::{
    CheckArgs, CompareArgs, CompletionsArgs, CorpusArgs, DiffArgs, InitArgs, ListArgs, ManArgs, NewArgs, OutputArgs, PathArgs,
    SalaryArgs, SchemaArgs, SearchArgs, ShowArgs, SourcesArgs, TreeArgs,
};
use crate::error::Error;
use crate::terminal::{Terminal, When};
use crate::text::{clean, shorten};

/// The first things to type.
macro_rules! examples {
    () => {
        "Examples:
  roles compare coo cco
  roles show cro --section salary
  roles list --reports-to ceo
  roles compare coo cco --format csv > coo-cco.csv"
    };
}

/// What executive roles do and how they differ, from cited sources
#[derive(Debug, Parser)]
#[command(
    name = "roles",
    version,
    arg_required_else_help = true,
    args_override_self = true,
    after_help = examples!(),
    after_long_help = concat!(
        examples!(),
        "

Exit status: 0 done, even if nothing was found; 1 with --exit-code when roles or versions differ or nothing was found, and \
from check when there are problems; 2 an error.

Environment:
  ROLES_CORPUS       your own corpora, as in PATH
  ROLES_FORMAT       the format, as --format
  ROLES_PAGER        the pager, else PAGER, else less; empty for none
  COLUMNS            the columns to fill, as --width
  NO_COLOR           if not empty, no color
  CLICOLOR_FORCE     if neither empty nor 0, color in a pipe too
  FORCE_HYPERLINK    if 1, links in a pipe too; if 0, none
  SOURCE_DATE_EPOCH  seconds since 1970, in place of the clock"
    )
)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,

    #[command(flatten)]
    pub corpus: CorpusArgs,

    #[command(flatten)]
    pub output: OutputArgs,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compare two or more roles
    Compare(CompareArgs),
    /// Compare two versions of a corpus, role by role
    Diff(DiffArgs),
    /// Show one or more roles, with sources
    Show(ShowArgs),
    /// List the roles, all or those that match
    List(ListArgs),
    /// Search all statements, best matches first
    Search(SearchArgs),
    /// Draw the published pay of roles on one scale
    Salary(SalaryArgs),
    /// Draw who reports to whom
    Tree(TreeArgs),
    /// Find the shortest careers from one post to another
    Path(PathArgs),
    /// List the sources, with grades and how often each role cites them
    Sources(SourcesArgs),
    /// Check a corpus of your own: every problem, with its place and what to do
    Check(CheckArgs),
    /// Begin a corpus of your own
    Init(InitArgs),
    /// Print a role to fill in
    New(NewArgs),
    /// Print the JSON Schema of a corpus's files, for editors
    Schema(SchemaArgs),
    /// Print the script with which a shell completes commands, options and names
    Completions(CompletionsArgs),
    /// Print a manual page
    Man(ManArgs),
}

/// The parsed arguments.
pub enum Parsed {
    Run(Box<Cli>),
    /// Help or the version.
    Text(String),
}

impl Cli {
    /// The whole command line as clap defines it.
    pub fn definition() -> clap::Command {
        Self::command()
    }

    /// Reads the arguments, the program's name first.
    ///
    /// # Errors
    /// When they are wrong; the error says what is allowed.
    pub fn read(args: &[OsString], terminal: &Terminal) -> Result<Parsed, Error> {
        let error = match Self::parse(args, terminal) {
            Ok(cli) => return Ok(Parsed::Run(Box::new(cli))),
            Err(error) => error,
        };
        let color = |is_terminal| terminal.colors(color_option(args), is_terminal);
        if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
            return Ok(Parsed::Text(rendered(&error, color(terminal.stdout))));
        }
        // A message quotes arguments, which may hold escape codes and line breaks: they are quoted escaped, and without color.
        let quoted: Vec<OsString> =
            args.iter().map(|arg| shorten(&clean(&arg.to_string_lossy()), 200).into_owned().into()).collect();
        let is_safe = *args == *quoted;
        let error = if is_safe { error } else { Self::parse(&quoted, terminal).err().unwrap_or(error) };
        Err(Error::Worded(rendered(&hinted(error), is_safe && color(terminal.stderr))))
    }

    fn parse(args: &[OsString], terminal: &Terminal) -> Result<Self, clap::Error> {
        let mut definition = Self::definition().term_width(help_width(terminal));
        let mut matches = definition.try_get_matches_from_mut(args)?;
        Self::from_arg_matches_mut(&mut matches)
    }
}

/// The width of help: that of the terminal, within readable limits.
fn help_width(terminal: &Terminal) -> usize {
    const WIDEST: usize = 100;
    terminal.columns_wanted.or(terminal.columns).map_or(WIDEST, |columns| columns.clamp(40, WIDEST))
}

fn rendered(error: &clap::Error, color: bool) -> String {
    let text = error.render();
    if color { text.ansi().to_string() } else { text.to_string() }
}

/// The value of `--color`, before the arguments are understood.
fn color_option(args: &[OsString]) -> When {
    let value = args.iter().enumerate().find_map(|(i, arg)| match arg.to_str()? {
        "--color" => args.get(i + 1)?.to_str(),
        arg => arg.strip_prefix("--color="),
    });
    value.and_then(|value| When::from_str(value, false).ok()).unwrap_or_default()
}

/// Adds a hint for users who seem to want a role shown.
fn hinted(mut error: clap::Error) -> clap::Error {
    let is_short = matches!(error.get(ContextKind::InvalidArg), Some(ContextValue::String(argument)) if argument.contains("<ROLE>"))
        && matches!(error.get(ContextKind::ActualNumValues), Some(ContextValue::Number(1)));
    let hint = match (error.kind(), error.get(ContextKind::InvalidSubcommand)) {
        _ if is_short => "'roles show' shows one role".to_owned(),
        (ErrorKind::InvalidSubcommand, Some(ContextValue::String(word)))
            if error.get(ContextKind::SuggestedSubcommand).is_none() && !word.contains(char::is_whitespace) =>
        {
            format!("'roles show {word}' would show a role, 'roles search {word}' finds words")
        }
        _ => return error,
    };
    error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![hint.into()]));
    error
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_declarations_are_sound() {
        Cli::definition().debug_assert();
    }
}
