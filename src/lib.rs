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
//! [`text`], [`yaml`], [`diagnostic`], [`terminal`], [`pager`] and [`error`] are tools that any of them may use.

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
pub mod pager;
pub mod render;
pub mod report;
pub mod schema;
pub mod search;
pub mod select;
pub mod terminal;
pub mod text;
pub mod yaml;

use std::ffi::{OsStr, OsString};
use std::io::Write;

use cli::{Cli, Command, Parsed};
use commands::{OutputArgs, Shell};
use corpus::Corpus;
use error::{Error, Outcome};
use pager::Pager;
use terminal::Terminal;

/// Runs the program: reads the arguments (the program's name first) and writes the answer, through a pager where it is longer
/// than the screen of the people who read it.
///
/// # Errors
/// When the arguments are wrong, the question cannot be answered, or the answer cannot be written.
pub fn run(args: impl IntoIterator<Item = OsString>, terminal: &Terminal, out: &mut dyn Write) -> Result<Outcome, Error> {
    let args: Vec<OsString> = args.into_iter().collect();
    if let Some(shell) = terminal.completing.as_ref().and_then(|request| Shell::of(&request.shell)) {
        return cli::complete(shell, &args, terminal, builtin::corpus, out);
    }
    let program = args.first().map_or(OsStr::new("roles"), |program| program);
    let parsed = cli::parse(&args, terminal)?;
    let Some(pager) = Pager::of(terminal).filter(|_| parsed.may_be_paged(&args)) else {
        return answer(parsed, program, terminal, out);
    };
    let mut page = Vec::new();
    let mut result = answer(parsed, program, terminal, &mut page);
    match (pager.show(&page, out), &mut result) {
        (Ok(remark), Ok(outcome)) => outcome.remarks.splice(..0, remark).for_each(drop),
        (Err(error), Ok(_)) => return Err(error.into()),
        (_, Err(_)) => {}
    }
    result
}

fn answer(parsed: Parsed, program: &OsStr, terminal: &Terminal, out: &mut dyn Write) -> Result<Outcome, Error> {
    let cli = match parsed {
        Parsed::Run(cli) => cli,
        Parsed::Text(text) => {
            out.write_all(text.as_bytes())?;
            out.flush()?;
            return Ok(Outcome::default());
        }
    };
    work(&cli, program, terminal, out).map_err(|error| match error {
        Error::Corpus(problems) => {
            let drawn = render::refusal(&problems, cli.output.error_style(terminal));
            Error::Unsound { problems, drawn }
        }
        other => other,
    })
}

fn work(cli: &Cli, program: &OsStr, terminal: &Terminal, out: &mut dyn Write) -> Result<Outcome, Error> {
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
        Command::Man(args) => args.run(&cli::built_definition(), &cli.output, terminal, out),
        Command::Completions(args) => args.run(program, out),
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
