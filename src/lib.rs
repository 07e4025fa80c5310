//! What executive roles do and how they differ.
//!
//! The program is [`run`]: arguments in, an answer written, an outcome back. Data flows one way through the modules; a test
//! keeps each from using a later one:
//!
//! | module | contents |
//! |---|---|
//! | [`model`] | what a corpus says, as plain data |
//! | [`schema`] | the JSON Schema of a corpus's files |
//! | [`corpus`] | reading, checking and looking things up; [`builtin`] is the one that is compiled in |
//! | [`facets`] | a role read as lists of comparable items |
//! | [`likeness`] | which texts are alike, and how much |
//! | [`compare`], [`diff`], [`graph`], [`search`], [`select`] | the answers, as pure functions |
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

use std::cell::OnceCell;
use std::ffi::OsString;
use std::io::Write;

use cli::{Cli, Command, Parsed};
use commands::Context;
use corpus::Corpus;
use error::{Error, Outcome};
use render::RenderOptions;
use report::{Answer, Body, credits};
use terminal::Terminal;
use text::clean;

/// Runs the program: reads the arguments (the program's name first) and writes the answer, on a terminal through a pager.
///
/// # Errors
/// When the arguments are wrong, the question cannot be answered, or the answer cannot be written.
pub fn run(args: impl IntoIterator<Item = OsString>, terminal: &Terminal, out: &mut dyn Write) -> Result<Outcome, Error> {
    let args: Vec<OsString> = args.into_iter().collect();
    let cli = match Cli::read(&args, terminal)? {
        Parsed::Run(cli) => cli,
        Parsed::Text(text) => {
            let notices = write(&text, args.iter().all(|arg| arg != "--no-pager"), terminal, out)?;
            return Ok(Outcome { notices, ..Outcome::default() });
        }
    };
    let context = cli.output.context(terminal)?;
    let own = OnceCell::new();
    let answer = answer(&cli, &context, &own).map_err(|error| drawn(error, &context))?;
    let credits = own.get().map_or_else(Vec::new, |corpus: &Corpus| credits(&corpus.abouts));
    let (text, beside) = match &answer.body {
        Body::Text(text) => (text.clone(), Vec::new()),
        Body::Report(report) => {
            let options = RenderOptions { format: context.format, style: context.style, header: context.header };
            render::render(report.as_ref(), &credits, &options)?
        }
    };
    let mut notices = write(&text, !cli.output.no_pager && !answer.one_screen, terminal, out)?;
    notices.extend(answer.notices);
    notices.extend(beside.iter().map(|notice| clean(notice).into_owned()));
    Ok(Outcome { negative: answer.negative, incomplete: answer.incomplete, notices })
}

/// Writes a text in one piece, through a pager if there is one; returns the notices on the pager.
fn write(text: &str, may_page: bool, terminal: &Terminal, out: &mut dyn Write) -> Result<Vec<String>, Error> {
    if let Some(command) = pager::command(terminal).filter(|_| may_page) {
        return Ok(pager::show(command, text.as_bytes(), terminal, out)?.into_iter().collect());
    }
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(Vec::new())
}

/// Answers from the corpus that the arguments name; the user's own is kept in `own`.
fn answer<'c>(cli: &'c Cli, context: &Context, own: &'c OnceCell<Corpus>) -> Result<Answer<'c>, Error> {
    let corpus = || -> Result<&'c Corpus, Error> {
        Ok(match cli.corpus.load(context.terminal)? {
            Some(corpus) => own.get_or_init(|| corpus),
            None => builtin::corpus(),
        })
    };
    match &cli.command {
        Command::Compare(args) => args.answer(corpus()?, context),
        Command::Show(args) => args.answer(corpus()?, context),
        Command::List(args) => args.answer(corpus()?, context),
        Command::Salary(args) => args.answer(corpus()?, context),
        Command::Search(args) => args.answer(corpus()?, context),
        Command::Tree(args) => args.answer(corpus()?),
        Command::Path(args) => args.answer(corpus()?, context),
        Command::Sources(args) => args.answer(corpus()?),
        Command::New(args) => args.answer(corpus()?),
        Command::Check(args) => args.answer(&cli.corpus, context),
        Command::Diff(args) => args.answer(&cli.corpus),
        Command::Init(args) => args.answer(),
        Command::Schema(args) => Ok(args.answer()),
        Command::Man(args) => args.answer(Cli::definition()),
        Command::Completions(args) => args.answer(),
    }
}

/// The problems of a corpus as they look on a terminal.
fn drawn(error: Error, context: &Context) -> Error {
    match error {
        Error::Corpus(problems) => Error::Worded(render::refusal(&problems, context.error_style)),
        other => other,
    }
}
