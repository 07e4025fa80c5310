//! What executive roles do and how they differ.
//!
//! The program is [`run`]: arguments in, an answer written, an outcome back. Data flows one way through the modules, and
//! none of them may use a later one (`tests/architecture.rs` sees to it):
//!
//! | module | what it holds |
//! |---|---|
//! | [`model`] | what a corpus says, as plain data |
//! | [`corpus`] | reading, checking and looking things up; [`builtin`] is the one that is compiled in |
//! | [`schema`] | the JSON Schema of a corpus's files |
//! | [`facets`] | a role read as lists of comparable items |
//! | [`likeness`] | which texts are alike, and how much |
//! | [`compare`], [`diff`], [`graph`], [`search`], [`select`] | the questions that are answered, as pure functions |
//! | [`report`] | answers that every format can take |
//! | [`render`] | one file a format |
//! | [`commands`] | one file a verb |
//! | [`cli`] | the command line |
//!
//! [`text`], [`yaml`], [`diagnostic`], [`terminal`] and [`error`] are tools that any of them may use.

pub mod builtin;
pub mod cli;
pub mod commands;
pub mod compare;
pub mod corpus;
pub mod diagnostic;
pub mod diff;
pub mod error;
pub mod facets;
pub mod graph;
pub mod likeness;
pub mod model;
pub mod render;
pub mod report;
pub mod schema;
pub mod search;
pub mod select;
pub mod terminal;
pub mod text;
pub mod yaml;

use std::ffi::OsString;
use std::io::Write;

use cli::{Cli, Command, Parsed};
use commands::OutputArgs;
use corpus::Corpus;
use error::{Error, Outcome};
use terminal::Terminal;

/// Runs the program: reads the arguments (the program's name first) and writes the answer.
///
/// # Errors
/// When the arguments are wrong, the question cannot be answered, or the answer cannot be written.
pub fn run(args: impl IntoIterator<Item = OsString>, terminal: &Terminal, out: &mut dyn Write) -> Result<Outcome, Error> {
    let args: Vec<OsString> = args.into_iter().collect();
    let cli = match cli::parse(&args, terminal)? {
        Parsed::Run(cli) => cli,
        Parsed::Text(text) => {
            out.write_all(text.as_bytes())?;
            out.flush()?;
            return Ok(Outcome::default());
        }
    };
    work(&cli, terminal, out).map_err(|error| match error {
        Error::Corpus(problems) => {
            let drawn = render::refusal(&problems, cli.output.error_style(terminal));
            Error::Unsound { problems, drawn }
        }
        other => other,
    })
}

fn work(cli: &Cli, terminal: &Terminal, out: &mut dyn Write) -> Result<Outcome, Error> {
    match &cli.command {
        Command::Compare(args) => with_corpus(cli, terminal, |corpus, output| args.run(corpus, output, terminal, out)),
        Command::Show(args) => with_corpus(cli, terminal, |corpus, output| args.run(corpus, output, terminal, out)),
        Command::List(args) => with_corpus(cli, terminal, |corpus, output| args.run(corpus, output, terminal, out)),
        Command::Salary(args) => with_corpus(cli, terminal, |corpus, output| args.run(corpus, output, terminal, out)),
        Command::Search(args) => with_corpus(cli, terminal, |corpus, output| args.run(corpus, output, terminal, out)),
        Command::Tree(args) => with_corpus(cli, terminal, |corpus, output| args.run(corpus, output, terminal, out)),
        Command::Path(args) => with_corpus(cli, terminal, |corpus, output| args.run(corpus, output, terminal, out)),
        Command::Sources(args) => with_corpus(cli, terminal, |corpus, output| args.run(corpus, output, terminal, out)),
        Command::New(args) => with_corpus(cli, terminal, |corpus, _| args.run(corpus, out)),
        Command::Check(args) => args.run(&cli.corpus, builtin::corpus, &cli.output, terminal, out),
        Command::Diff(args) => args.run(&cli.corpus, builtin::corpus, &cli.output, terminal, out),
        Command::Init(args) => args.run(out),
        Command::Schema(args) => args.run(out),
    }
}

/// Answers from the corpus that the arguments name, and says whose it is.
fn with_corpus(
    cli: &Cli,
    terminal: &Terminal,
    answer: impl FnOnce(&Corpus, &OutputArgs) -> Result<Outcome, Error>,
) -> Result<Outcome, Error> {
    let answer = |corpus: &Corpus| {
        let output = cli.output.crediting(corpus);
        let mut outcome = answer(corpus, &output)?;
        outcome.remarks.extend(output.said_beside());
        Ok(outcome)
    };
    let Some(files) = cli.corpus.files(terminal)? else { return answer(builtin::corpus()) };
    let loaded = cli.corpus.load(&files, builtin::corpus)?;
    answer(&loaded.corpus)
}
