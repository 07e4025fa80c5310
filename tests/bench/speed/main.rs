//! How long whole runs take beside an empty program, and where the time inside them goes: `cargo bench`.
//!
//! The machine may be busy with other things, so the two programs take turns, and what counts is the ratio within each pair.
//! Both are copied first, as an installation does: a linker may write its output through memory, and Linux then keeps the file
//! in so small pieces that starting it takes a tenth of a millisecond longer, the more the larger it is.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::hint::black_box;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use roles::builtin;
use roles::compare::{self, compare};
use roles::corpus::Corpus;
use roles::facets::Section;
use roles::render::{Format, Layout, Options, render};
use roles::report::{ComparisonReport, ListColumn, ListReport, ProfileReport, Report};
use roles::select::{Filter, select};
use roles::terminal::Style;

/// Pairs of whole runs for each command; odd, so that there is one in the middle.
const RUNS: usize = 101;
/// Answers of the library for each command.
const ANSWERS: usize = 201;
/// How often anything is done before it is timed.
const WARM_UP: usize = 5;
/// `compare coo cco` takes at most this many times as long as an empty program.
const TARGET: f64 = 1.5;

/// A command as it is typed, the same question to the library, and the format of both answers.
struct Question {
    args: &'static [&'static str],
    ask: fn(&Corpus, Format) -> Result<Answer>,
    format: Format,
}

const QUESTIONS: [Question; 6] = [
    Question { args: &["list"], ask: list, format: Format::Tsv },
    Question { args: &["show", "cro"], ask: show, format: Format::Tsv },
    Question { args: &["compare", "coo", "cco"], ask: compare_two, format: Format::Tsv },
    Question { args: &["compare", "cfo", "coo", "cmo", "cso"], ask: compare_four, format: Format::Tsv },
    Question { args: &["compare", "coo", "cco", "-f", "table", "--width", "100"], ask: compare_two, format: Format::Table },
    Question {
        args: &["compare", "cfo", "coo", "cmo", "cso", "-f", "table", "--width", "100"],
        ask: compare_four,
        format: Format::Table,
    },
];

/// The time one answer of the library took.
struct Answer {
    /// Selecting or comparing.
    find: Duration,
    /// Rendering.
    render: Duration,
}

/// Where the two programs are.
struct Programs {
    roles: PathBuf,
    empty: PathBuf,
}

/// Medians of whole runs.
struct Whole {
    roles: Duration,
    empty: Duration,
    /// Of the ratios of the pairs, not the ratio of the medians.
    ratio: f64,
}

/// Medians of the parts of an answer.
struct Parts {
    load: Duration,
    find: Duration,
    render: Duration,
}

fn main() -> Result<()> {
    let folder = tempfile::tempdir().context("making a temporary folder")?;
    let programs = Programs {
        roles: installed(Path::new(env!("CARGO_BIN_EXE_roles")), folder.path(), "roles")?,
        empty: installed(&compile_empty(folder.path())?, folder.path(), "empty")?,
    };
    let mut out = io::stdout().lock();
    writeln!(out, "Whole runs: medians of {RUNS} pairs, output piped. Parts: medians of {ANSWERS} answers of the library.")?;
    writeln!(out, "Load: opening the corpus, decoding what the answer needs; list and show select instead of comparing.")?;
    writeln!(out, "Target: compare coo cco takes at most {TARGET} times as long as an empty program.\n")?;
    let command = QUESTIONS.iter().map(|question| question.args.join(" ").len()).max().unwrap_or_default();
    writeln!(
        out,
        "{:command$}  {:>10}  {:>10}  {:>9}  {:>9}  {:>12}  {:>11}",
        "command", "roles (ms)", "empty (ms)", "ratio (×)", "load (µs)", "compare (µs)", "render (µs)"
    )?;
    for question in &QUESTIONS {
        let whole = time_runs(question, &programs)?;
        let parts = time_parts(question)?;
        writeln!(
            out,
            "{:command$}  {:>10.3}  {:>10.3}  {:>9.2}  {:>9.1}  {:>12.1}  {:>11.1}",
            question.args.join(" "),
            milliseconds(whole.roles),
            milliseconds(whole.empty),
            whole.ratio,
            microseconds(parts.load),
            microseconds(parts.find),
            microseconds(parts.render)
        )?;
    }
    Ok(())
}

/// Compiles `empty.rs` into a folder.
fn compile_empty(folder: &Path) -> Result<PathBuf> {
    let program = folder.join("empty-compiled").with_extension(env::consts::EXE_EXTENSION);
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| OsString::from("rustc"));
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bench/speed/empty.rs");
    let status = Command::new(rustc).args(["-O", source, "-o"]).arg(&program).status().context("starting rustc")?;
    ensure!(status.success(), "rustc could not compile {source}");
    Ok(program)
}

/// Copies a program into a folder.
fn installed(program: &Path, folder: &Path, name: &str) -> Result<PathBuf> {
    let copy = folder.join(name).with_extension(env::consts::EXE_EXTENSION);
    fs::copy(program, &copy).with_context(|| format!("copying {}", program.display()))?;
    Ok(copy)
}

/// Runs the program and the empty one by turns.
fn time_runs(question: &Question, programs: &Programs) -> Result<Whole> {
    let (mut roles, mut empties, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for run in 0..WARM_UP + RUNS {
        let one = time_run(&programs.roles, question.args)?;
        let other = time_run(&programs.empty, &[])?;
        if run >= WARM_UP {
            roles.push(one);
            empties.push(other);
            ratios.push(one.as_secs_f64() / other.as_secs_f64());
        }
    }
    ratios.sort_by(f64::total_cmp);
    Ok(Whole { roles: median(roles), empty: median(empties), ratio: ratios[ratios.len() / 2] })
}

/// From starting a program to having all of its output and its end.
fn time_run(program: &Path, args: &[&str]) -> Result<Duration> {
    let mut command = Command::new(program);
    command.args(args).env_clear().stdin(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    let output = command.output().with_context(|| format!("starting {}", program.display()))?;
    let time = start.elapsed();
    ensure!(output.status.success(), "{} {} failed", program.display(), args.join(" "));
    Ok(time)
}

/// Asks the library, each time from a corpus that nobody has looked into yet.
///
/// Entries are decoded when they are first looked at. So a question is asked twice: what it takes longer the first time is
/// decoding, and what it takes the second time is finding and rendering.
fn time_parts(question: &Question) -> Result<Parts> {
    let encoded = postcard::to_stdvec(builtin::corpus()).context("encoding the corpus")?;
    let (mut loads, mut finds, mut renders) = (Vec::new(), Vec::new(), Vec::new());
    for answer in 0..WARM_UP + ANSWERS {
        let start = Instant::now();
        let corpus: Corpus = postcard::from_bytes(&encoded).context("opening the corpus")?;
        let open = start.elapsed();
        let first = (question.ask)(&corpus, question.format)?;
        let second = (question.ask)(&corpus, question.format)?;
        if answer >= WARM_UP {
            loads.push(open + (first.find + first.render).saturating_sub(second.find + second.render));
            finds.push(second.find);
            renders.push(second.render);
        }
    }
    Ok(Parts { load: median(loads), find: median(finds), render: median(renders) })
}

fn list(corpus: &Corpus, format: Format) -> Result<Answer> {
    let start = Instant::now();
    let matches = black_box(select(corpus, &Filter::default()));
    let find = start.elapsed();
    let report = ListReport::new(corpus, ListColumn::DEFAULT.to_vec(), matches, "USD".to_owned());
    Ok(Answer { find, render: time_rendering(&report, format)? })
}

fn show(corpus: &Corpus, format: Format) -> Result<Answer> {
    let start = Instant::now();
    let role = corpus.roles.get("cro").context("a role is missing")?;
    let find = start.elapsed();
    let report = ProfileReport::new(corpus, vec![role], Section::ALL.to_vec());
    Ok(Answer { find, render: time_rendering(&report, format)? })
}

fn compare_two(corpus: &Corpus, format: Format) -> Result<Answer> {
    compare_roles(corpus, &["coo", "cco"], format)
}

fn compare_four(corpus: &Corpus, format: Format) -> Result<Answer> {
    compare_roles(corpus, &["cfo", "coo", "cmo", "cso"], format)
}

fn compare_roles(corpus: &Corpus, ids: &[&str], format: Format) -> Result<Answer> {
    let start = Instant::now();
    let roles: Option<Vec<_>> = ids.iter().map(|id| corpus.roles.get(id)).collect();
    let comparison = black_box(compare(corpus, &roles.context("a role is missing")?, &compare::Options::default()));
    let find = start.elapsed();
    let report = ComparisonReport::new(corpus, &comparison);
    Ok(Answer { find, render: time_rendering(&report, format)? })
}

fn time_rendering(report: &impl Report, format: Format) -> Result<Duration> {
    let style = Style { width: 100, ..Style::default() };
    let start = Instant::now();
    black_box(render(report, &Options { format, style, layout: Layout::Auto, header: false })?);
    Ok(start.elapsed())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn microseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}
