//! The command line: its verbs, and how its own errors and help are said.

use std::ffi::{OsStr, OsString};

use clap::error::ErrorKind;
use clap::{ArgMatches, Args as _, CommandFactory as _, FromArgMatches, Parser, Subcommand, ValueEnum as _};

use crate::commands::{
    CheckArgs, CompareArgs, CorpusArgs, DiffArgs, InitArgs, ListArgs, NewArgs, OutputArgs, SalaryArgs, SchemaArgs, SearchArgs,
    ShowArgs, SourcesArgs,
};
use crate::error::Error;
use crate::terminal::{ColorChoice, Terminal};
use crate::text::{clean, shorten};

/// What executive roles do and how they differ, from cited sources
#[derive(Debug, Parser)]
#[command(
    name = "roles",
    version,
    arg_required_else_help = true,
    max_term_width = 100,
    after_help = "Exit status: 0 done; 1 a negative answer that was asked for (--exit-code, check); 2 trouble.
Piped output is TSV without a header; --format chooses another."
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,

    /// Which corpus to use.
    #[command(flatten)]
    pub corpus: CorpusArgs,

    /// How to write the answer.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Declares the verbs with their lines in the help.
///
/// Clap's derive defines every verb with all its options at each start; here only the one that was typed defines its own.
macro_rules! verbs {
    ($(#[doc = $about:literal] $verb:ident($args:ty) = $name:literal,)+) => {
        /// The verbs.
        #[derive(Debug)]
        pub enum Command {
            $(#[doc = $about] $verb($args),)+
        }

        impl Subcommand for Command {
            fn augment_subcommands(command: clap::Command) -> clap::Command {
                command.subcommand_required(true)$(.subcommand(
                    clap::Command::new($name)
                        .about($about.trim_ascii())
                        .defer(|verb| <$args>::augment_args(verb).about($about.trim_ascii())),
                ))+
            }

            fn augment_subcommands_for_update(command: clap::Command) -> clap::Command {
                Self::augment_subcommands(command)
            }

            fn has_subcommand(name: &str) -> bool {
                [$($name),+].contains(&name)
            }
        }

        impl FromArgMatches for Command {
            fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
                match matches.subcommand() {
                    $(Some(($name, matches)) => <$args>::from_arg_matches(matches).map(Self::$verb),)+
                    _ => Err(clap::Error::new(ErrorKind::MissingSubcommand)),
                }
            }

            fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
                *self = Self::from_arg_matches(matches)?;
                Ok(())
            }
        }
    };
}

verbs! {
    /// Compare two or more roles
    Compare(CompareArgs) = "compare",
    /// Compare two versions of a corpus: what has changed, role by role
    Diff(DiffArgs) = "diff",
    /// Show one or more roles, with sources
    Show(ShowArgs) = "show",
    /// List the roles, all or those that answer to a description
    List(ListArgs) = "list",
    /// Search everything that is said of every role, best matches first
    Search(SearchArgs) = "search",
    /// Draw the published pay of roles on one scale
    Salary(SalaryArgs) = "salary",
    /// List the sources, with grades and how often each role cites them
    Sources(SourcesArgs) = "sources",
    /// Check a corpus of your own: every problem, with its place and what to do
    Check(CheckArgs) = "check",
    /// Begin a corpus of your own
    Init(InitArgs) = "init",
    /// Print a role to fill in
    New(NewArgs) = "new",
    /// Print the JSON Schema of a corpus's files, for editors
    Schema(SchemaArgs) = "schema",
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
pub fn parse(args: &[OsString], terminal: &Terminal) -> Result<Parsed, Error> {
    let color = |is_terminal| terminal.colors(color_flag(args), is_terminal);
    let error = match understand(args) {
        Ok(cli) => return Ok(Parsed::Run(Box::new(cli))),
        Err(error) => error,
    };
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Ok(Parsed::Text(styled(&error, color(terminal.stdout)))),
        // What clap says quotes the arguments as they stand: let it quote them cleaned.
        _ => {
            let cleaned: Vec<String> = args.iter().map(|arg| harmless(arg)).collect();
            // Where there was something to clean, no escape at all is easier to trust than some.
            let clean = args.iter().zip(&cleaned).all(|(arg, cleaned)| arg == cleaned.as_str());
            let error = understand(&cleaned).err().unwrap_or(error);
            Err(Error::Usage(styled(&error, clean && color(terminal.stderr))))
        }
    }
}

/// Reads the arguments as [`Parser::try_parse_from`] does.
fn understand<A: AsRef<OsStr>>(args: &[A]) -> Result<Cli, clap::Error> {
    let mut definition = Cli::command();
    let cli = definition
        .try_get_matches_from_mut(args.iter().map(AsRef::as_ref))
        .and_then(|mut matches| Cli::from_arg_matches_mut(&mut matches))
        .map_err(|error| error.format(&mut definition));
    // Taking the definition apart takes a third as long as parsing; the program ends soon.
    std::mem::forget(definition);
    cli
}

fn styled(error: &clap::Error, color: bool) -> String {
    let text = error.render();
    if color { text.ansi().to_string() } else { text.to_string() }
}

/// An argument as a message can quote it: safe to print, and short enough to read.
fn harmless(arg: &OsStr) -> String {
    shorten(&clean(&arg.to_string_lossy()), 200).into_owned()
}

/// What `--color` says, looked up by hand: help and usage errors come before the arguments are understood.
fn color_flag(args: &[OsString]) -> ColorChoice {
    let value = args.iter().enumerate().find_map(|(i, arg)| match arg.to_str()? {
        "--color" => args.get(i + 1)?.to_str(),
        arg => arg.strip_prefix("--color="),
    });
    value.and_then(|value| ColorChoice::from_str(value, false).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_declarations_are_sound() {
        Cli::command().debug_assert();
    }
}
