//! The command line: its verbs, and how its own errors and help are said.

use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{Parser, Subcommand};

use crate::commands::{CompareArgs, ListArgs, OutputArgs, ShowArgs, SourcesArgs};
use crate::error::Error;
use crate::terminal::{ColorChoice, Terminal};
use crate::text::{clean, is_unsafe, shorten};

/// What executive roles do and how they differ, from cited sources
#[derive(Debug, Parser)]
#[command(
    name = "roles",
    version,
    arg_required_else_help = true,
    max_term_width = 100,
    after_help = "Exit status: 0 done; 1 a negative answer that was asked for (--exit-code); 2 trouble.
Piped output is TSV without a header; --format chooses another."
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,

    /// How to write the answer.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compare two or more roles
    Compare(CompareArgs),
    /// Show one or more roles, with sources
    Show(ShowArgs),
    /// List the roles, all or those that answer to a description
    List(ListArgs),
    /// List the sources, with grades and how often each role cites them
    Sources(SourcesArgs),
}

/// What the arguments come to.
#[derive(Debug)]
pub enum Parsed {
    /// Something to do.
    Run(Box<Cli>),
    /// Help or the version, which was asked for.
    Text(String),
}

/// Reads the arguments, the program's name first.
///
/// # Errors
/// When they are wrong; the error says what is allowed.
pub fn parse(args: Vec<OsString>, terminal: &Terminal) -> Result<Parsed, Error> {
    // What clap says quotes the arguments as they stand.
    let odd = args.iter().any(|arg| arg.to_str().is_none_or(|arg| arg.contains(is_unsafe) || arg.len() > 1000));
    match Cli::try_parse_from(args) {
        Ok(cli) => Ok(Parsed::Run(Box::new(cli))),
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                Ok(Parsed::Text(styled(&error, terminal.colors(ColorChoice::Auto, terminal.stdout))))
            }
            _ if odd => Err(Error::Usage(cleaned(&error.render().to_string()))),
            _ => Err(Error::Usage(styled(&error, terminal.colors(ColorChoice::Auto, terminal.stderr)))),
        },
    }
}

fn styled(error: &clap::Error, color: bool) -> String {
    let text = error.render();
    if color { text.ansi().to_string() } else { text.to_string() }
}

/// A message made safe line by line, each cut to a length that can be read.
fn cleaned(message: &str) -> String {
    message.lines().map(|line| clean(&shorten(line, 400)).into_owned() + "\n").collect()
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_declarations_are_sound() {
        Cli::command().debug_assert();
    }
}
