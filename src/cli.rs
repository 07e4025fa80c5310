//! The command line: its verbs, and how its own errors and help are said.

mod after;
mod common;
mod complete;
mod hints;

use std::ffi::{OsStr, OsString};

use clap::error::ErrorKind;
use clap::{ArgMatches, Args as _, CommandFactory as _, FromArgMatches as _, Parser, ValueEnum as _};

use after::{fitted, help_columns};
use common::Takes;
pub use complete::complete;
use hints::hinted;

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
    after_help = examples!(),
    after_long_help = concat!(
        examples!(),
        "\n
Exit status: 0 done, even if nothing was found; 1 with --exit-code where roles or versions differ or nothing
was found, and from check where there are problems; 2 an error.

Environment:
  ROLES_CORPUS       corpora of your own, as --corpus; separated as in PATH
  ROLES_FORMAT       the format, as --format
  ROLES_PAGER        the pager for long answers, else PAGER, else less; empty for none
  COLUMNS            the columns to fill, as --width
  NO_COLOR           if not empty, no color
  CLICOLOR_FORCE     if neither empty nor 0, color in a pipe too
  FORCE_HYPERLINK    if 1, links in a pipe too; if 0, none
  SOURCE_DATE_EPOCH  seconds since 1970, in place of the clock: what is old or still to come depends on it"
    )
)]
struct Common {
    #[command(flatten)]
    corpus: CorpusArgs,

    #[command(flatten)]
    output: OutputArgs,
}

/// Declares the verbs, with the word people type for each, its line in the help, and which of the common options it takes.
macro_rules! verbs {
    ($(#[doc = $about:literal] $verb:ident($args:ty) = $name:literal takes $takes:ident,)+) => {
        /// The verbs.
        #[derive(Debug)]
        pub enum Command {
            $(#[doc = $about] $verb($args),)+
        }

impl Command {
            /// The words people type.
            const NAMES: &[&str] = &[$($name),+];

            /// Which of the common options a verb takes.
            fn takes(name: &str) -> Option<Takes> {
                match name {
                    $($name => Some(Takes::$takes),)+
                    _ => None,
                }
            }

            /// What clap is to know of a verb.
            fn definition(name: &str) -> Option<clap::Command> {
                let (verb, about) = match name {
                    $($name => (<$args>::augment_args(clap::Command::new($name)), $about),)+
                    _ => return None,
                };
                // The common arguments would speak for themselves.
                Self::takes(name).map(|takes| takes.define(verb).about(about.trim_ascii()))
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
    Compare(CompareArgs) = "compare" takes CorpusAndFormat,
    /// Compare two versions of a corpus: what has changed, role by role
    Diff(DiffArgs) = "diff" takes CorpusAndFormat,
    /// Show one or more roles, with sources
    Show(ShowArgs) = "show" takes CorpusAndFormat,
    /// List the roles, all or those that answer to a description
    List(ListArgs) = "list" takes CorpusAndFormat,
    /// Search everything that is said of every role, best matches first
    Search(SearchArgs) = "search" takes CorpusAndFormat,
    /// Draw the published pay of roles on one scale
    Salary(SalaryArgs) = "salary" takes CorpusAndFormat,
    /// Draw who reports to whom
    Tree(TreeArgs) = "tree" takes CorpusAndDrawing,
    /// Find the shortest careers from one post to another
    Path(PathArgs) = "path" takes CorpusAndDrawing,
    /// List the sources, with grades and how often each role cites them
    Sources(SourcesArgs) = "sources" takes CorpusAndFormat,
    /// Check a corpus of your own: every problem, with its place and what to do
    Check(CheckArgs) = "check" takes CorpusAndFormat,
    /// Begin a corpus of your own
    Init(InitArgs) = "init" takes Neither,
    /// Print a role to fill in
    New(NewArgs) = "new" takes Corpus,
    /// Print the JSON Schema of a corpus's files, for editors
    Schema(SchemaArgs) = "schema" takes Neither,
    /// Print what makes a shell complete commands, options and names
    Completions(CompletionsArgs) = "completions" takes Neither,
    /// Print a manual page
    Man(ManArgs) = "man" takes Neither,
}

/// The whole command line as manual pages tell of it, every verb with all its options.
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
    let columns = help_columns(terminal);
    let error = match understand(args, columns) {
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
            let error = understand(&cleaned, columns).err().unwrap_or(error);
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
fn understand<A: AsRef<OsStr>>(args: &[A], columns: usize) -> Result<Cli, clap::Error> {
    let words = verb_first(args);
    understand_verb(&words).map_or_else(|| understand_as(fitted(definition(), columns), &words), Ok)
}

/// The arguments with the verb before the options that it takes: `roles --format csv list` means `roles list --format csv`.
fn verb_first<A: AsRef<OsStr>>(args: &[A]) -> Vec<&OsStr> {
    let mut words: Vec<&OsStr> = args.iter().map(AsRef::as_ref).collect();
    let is_verb = |word: &OsStr| word.to_str().is_some_and(|word| Command::takes(word).is_some());
    match words.get(1) {
        // To clap, what follows is the name of a command and nothing else.
        Some(&word) if word == "help" => words.retain(|&word| word != "--help" && word != "-h"),
        Some(&word) if !is_verb(word) => {
            let before = Common::command().allow_external_subcommands(true);
            let Ok(mut matches) = before.try_get_matches_from(&words) else { return words };
            let after = matches.remove_subcommand().and_then(|(_, rest)| Some(rest.get_raw("")?.count())).unwrap_or_default();
            let at = words.len() - 1 - after.min(words.len() - 1);
            if is_verb(words[at]) {
                words[1..=at].rotate_right(1);
            }
        }
        _ => {}
    }
    words
}

fn understand_verb(words: &[&OsStr]) -> Option<Cli> {
    let name = words.get(1)?.to_str()?;
    let matches = Command::definition(name)?.try_get_matches_from(&words[1..]).ok()?;
    Cli::of(name, matches).ok()
}

fn understand_as(mut definition: clap::Command, words: &[&OsStr]) -> Result<Cli, clap::Error> {
    let mut read = || {
        let mut matches = definition.try_get_matches_from_mut(words)?;
        let (name, matches) = matches.remove_subcommand().ok_or_else(|| clap::Error::new(ErrorKind::MissingSubcommand))?;
        Cli::of(&name, matches)
    };
    read().map_err(|error: clap::Error| hinted(error).format(&mut definition))
}

impl Cli {
    fn of(name: &str, mut matches: ArgMatches) -> Result<Self, clap::Error> {
        let takes = Command::takes(name).ok_or_else(|| clap::Error::new(ErrorKind::InvalidSubcommand))?;
        let command = Command::from_matches(name, &mut matches)?;
        let (corpus, output) = takes.read(&mut matches)?;
        Ok(Self { command, corpus, output })
    }
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
            "--corpus a list --corpus b --format tsv",
            "--color never -f csv list -f tsv",
            "--color never man compare",
            "--corpus a man compare",
            "man compare -f json",
            "init folder --corpus a",
            "new cdo --header",
            "--width list",
            "lists",
            "",
        ] {
            let args: Vec<&str> = ["roles"].into_iter().chain(line.split_whitespace()).collect();
            let [short, whole] = [understand(&args, 100), understand_as(fitted(definition(), 100), &verb_first(&args))]
                .map(|result| result.map(|cli| format!("{cli:?}")).map_err(|error| error.to_string()));
            assert_eq!(short, whole, "{line}");
        }
        assert!(understand_verb(&["roles", "compare", "coo", "cco", "--format", "json"].map(OsStr::new)).is_some());
    }
}
