//! The command line: its verbs, and how its own errors and help are said.

mod complete;

use std::ffi::{OsStr, OsString};

use clap::error::ErrorKind;
use clap::{ArgMatches, Args as _, CommandFactory as _, FromArgMatches as _, Parser, ValueEnum as _};

pub use complete::complete;

use crate::commands::{
    CheckArgs, CompareArgs, CompletionsArgs, CorpusArgs, DiffArgs, InitArgs, ListArgs, ManArgs, NewArgs, OutputArgs, PathArgs,
    SalaryArgs, SchemaArgs, SearchArgs, ShowArgs, SourcesArgs, TreeArgs,
};
use crate::error::Error;
use crate::terminal::{Terminal, When};
use crate::text::{clean, shorten};

/// What to type first.
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
#[derive(Debug)]
pub struct Cli {
    /// What to do.
    pub command: Command,
    /// Which corpus to use.
    pub corpus: CorpusArgs,
    /// How to write the answer.
    pub output: OutputArgs,
}

/// What executive roles do and how they differ, from cited sources
#[derive(Debug, Parser)]
#[command(
    name = "roles",
    version,
    subcommand_required = true,
    arg_required_else_help = true,
    max_term_width = 100,
    after_help = examples!(),
    after_long_help = concat!(
        examples!(),
        "\n
Exit status: 0 done; 1 a negative answer that was asked for (--exit-code, check); 2 trouble.

Environment:
  ROLES_CORPUS      corpora of your own, as --corpus; separated as in PATH
  ROLES_FORMAT      the format, as --format
  ROLES_PAGER       the pager for long answers, else PAGER, else less; empty for none
  COLUMNS           the columns to fill, as --width
  NO_COLOR          if not empty, no color
  CLICOLOR_FORCE    if neither empty nor 0, color in a pipe too
  FORCE_HYPERLINK   if 1, links in a pipe too; if 0, none
  SOURCE_DATE_EPOCH the time by which salary figures are old"
    )
)]
struct Common {
    #[command(flatten)]
    corpus: CorpusArgs,

    #[command(flatten)]
    output: OutputArgs,
}

/// Declares the verbs, with the word people type for each and its line in the help.
macro_rules! verbs {
    ($(#[doc = $about:literal] $verb:ident($args:ty) = $name:literal,)+) => {
        /// The verbs.
        #[derive(Debug)]
        pub enum Command {
            $(#[doc = $about] $verb($args),)+
        }

impl Command {
            /// The words people type.
            const NAMES: &[&str] = &[$($name),+];

            /// What clap is to know of a verb.
            fn definition(name: &str) -> Option<clap::Command> {
                match name {
                    $($name => Some(<$args>::augment_args(clap::Command::new($name)).about($about.trim_ascii())),)+
                    _ => None,
                }
            }

            fn from_matches(name: &str, matches: &mut ArgMatches) -> Result<Self, clap::Error> {
                match name {
                    $($name => <$args>::from_arg_matches_mut(matches).map(Self::$verb),)+
                    _ => Err(clap::Error::new(ErrorKind::InvalidSubcommand)),
                }
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
    /// Draw who reports to whom
    Tree(TreeArgs) = "tree",
    /// Find the shortest careers from one post to another
    Path(PathArgs) = "path",
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
    /// Print what makes a shell complete commands, options and names
    Completions(CompletionsArgs) = "completions",
    /// Print a manual page
    Man(ManArgs) = "man",
}

/// The whole command line as manual pages tell of it, every verb with all its options.
#[must_use]
pub fn built_definition() -> clap::Command {
    let mut definition = definition().disable_help_subcommand(true);
    definition.build();
    definition
}

/// What the arguments come to.
#[derive(Debug)]
pub enum Parsed {
    /// Something to do.
    Run(Box<Cli>),
    /// Help or the version, which was asked for.
    Text(String),
}

impl Parsed {
    /// Whether the answer may go through a pager, as far as the arguments say.
    #[must_use]
    pub fn may_be_paged(&self, args: &[OsString]) -> bool {
        match self {
            Self::Run(cli) => cli.output.may_be_paged(),
            // Help comes before the arguments are understood.
            Self::Text(_) => args.iter().all(|arg| arg != "--no-pager"),
        }
    }
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

/// The whole command line as clap is to know it.
fn definition() -> clap::Command {
    Common::command().subcommands(Command::NAMES.iter().filter_map(|name| Command::definition(name)))
}

/// Reads the arguments.
///
/// To define every verb with its options takes longer than all that most of them do. So a first word that is a verb's is read
/// with the options of that verb alone; where that leads to no answer, the whole definition says what is wrong.
fn understand<A: AsRef<OsStr>>(args: &[A]) -> Result<Cli, clap::Error> {
    understand_verb(args).map_or_else(|| understand_as(definition(), args), Ok)
}

fn understand_verb<A: AsRef<OsStr>>(args: &[A]) -> Option<Cli> {
    let name = args.get(1)?.as_ref().to_str()?;
    let common = OutputArgs::augment_args(CorpusArgs::augment_args(Command::definition(name)?));
    let definition = common.mut_args(|arg| arg.global(false));
    let mut matches = definition.try_get_matches_from(args[1..].iter().map(AsRef::as_ref)).ok()?;
    Some(Cli {
        command: Command::from_matches(name, &mut matches).ok()?,
        corpus: CorpusArgs::from_arg_matches_mut(&mut matches).ok()?,
        output: OutputArgs::from_arg_matches_mut(&mut matches).ok()?,
    })
}

fn understand_as<A: AsRef<OsStr>>(mut definition: clap::Command, args: &[A]) -> Result<Cli, clap::Error> {
    let mut read = || {
        let mut matches = definition.try_get_matches_from_mut(args.iter().map(AsRef::as_ref))?;
        let common = Common::from_arg_matches_mut(&mut matches)?;
        let (name, mut matches) = matches.remove_subcommand().ok_or_else(|| clap::Error::new(ErrorKind::MissingSubcommand))?;
        let command = Command::from_matches(&name, &mut matches)?;
        Ok(Cli { command, corpus: common.corpus, output: common.output })
    };
    read().map_err(|error: clap::Error| error.format(&mut definition))
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
fn color_flag(args: &[OsString]) -> When {
    let value = args.iter().enumerate().find_map(|(i, arg)| match arg.to_str()? {
        "--color" => args.get(i + 1)?.to_str(),
        arg => arg.strip_prefix("--color="),
    });
    value.and_then(|value| When::from_str(value, false).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_declarations_are_sound() {
        definition().debug_assert();
    }

    #[test]
    fn the_verb_alone_is_understood_as_it_is_among_all() {
        for line in [
            "compare coo cco --brief",
            "--format json list --reports-to ceo",
            "--corpus list list",
            "--corpus diff list -q",
            "--corpus=show show cro cfo --width 70",
            "show list compare",
            "compare list show",
            "list --format diff",
            "--format list show cro",
            "schema --of role",
            "sources --corpus a --corpus b",
            "-- list",
            "--width list",
            "lists",
            "",
        ] {
            let args: Vec<&str> = ["roles"].into_iter().chain(line.split_whitespace()).collect();
            let [short, whole] = [understand(&args), understand_as(definition(), &args)]
                .map(|result| result.map(|cli| format!("{cli:?}")).map_err(|error| error.to_string()));
            assert_eq!(short, whole, "{line}");
        }
        assert!(understand_verb(&["roles", "compare", "coo", "cco", "--format", "json"]).is_some());
    }
}
