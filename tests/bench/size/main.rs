//! How long corpora of many roles take to load, and how much memory, beside the YAML reader alone on the same bytes: `cargo
//! bench --bench size`, with numbers of roles as arguments if others than the usual are wanted.
//!
//! The machine may be busy with other things, so what counts is how the two compare within one run.

mod generate;

use std::hint::black_box;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs};

use anyhow::{Context as _, Result, anyhow, ensure};
use roles::builtin;
use roles::compare::{Options, compare};
use roles::corpus::{Corpus, Files, Rules};
use roles::diagnostic::Diagnostic;
use roles::model::Role;
use roles::select::{Filter, select};

/// So many roles unless the command line says otherwise.
const SIZES: [usize; 3] = [100, 1_000, 10_000];
/// Each measurement is the median of so many.
const RUNS: usize = 5;
/// Tells a run of this program that it is to load a folder and say how much memory that took.
const LOAD: &str = "--load";

fn main() -> Result<()> {
    let args: Vec<String> = env::args().skip(1).filter(|arg| arg != "--bench").collect();
    if let [flag, folder] = args.as_slice()
        && flag == LOAD
    {
        return say_memory(Path::new(folder));
    }
    let sizes = args.iter().map(|arg| arg.parse().with_context(|| format!("'{arg}' is no number of roles")));
    let sizes = sizes.collect::<Result<Vec<usize>>>()?;
    let mut out = io::stdout().lock();
    writeln!(out, "Medians of {RUNS}. Reader: each file read and parsed into its types by the YAML reader, on one core.")?;
    writeln!(out, "Load: read, parsed, checked and laid on top of the built-in corpus, on every core there is.")?;
    writeln!(out, "Target: loading takes less time than the reader, and no more for a role of many than of few.\n")?;
    writeln!(
        out,
        "{:>6}  {:>8}  {:>11}  {:>9}  {:>9}  {:>13}  {:>11}  {:>12}  {:>9}  {:>10}",
        "roles",
        "MB",
        "reader (ms)",
        "load (ms)",
        "ratio (×)",
        "a role (µs)",
        "memory (×)",
        "compare (µs)",
        "list (µs)",
        "list/load"
    )?;
    for size in if sizes.is_empty() { SIZES.to_vec() } else { sizes } {
        measure(size, &mut out)?;
    }
    Ok(())
}

fn measure(size: usize, out: &mut impl Write) -> Result<()> {
    let folder = tempfile::tempdir().context("making a temporary folder")?;
    generate::write(size, folder.path())?;
    let paths = paths(&folder.path().join("roles"))?;
    let bytes: u64 = paths.iter().map(|path| Ok(fs::metadata(path)?.len())).sum::<Result<u64>>()?;
    let (mut readers, mut loads, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    let (mut compares, mut lists) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let reader = time(|| read_alone(&paths))?;
        let start = Instant::now();
        let files = Files::read(&[folder.path()]).map_err(unsound)?;
        let loaded = files.load(Some(builtin::corpus()), &Rules::default()).map_err(unsound)?;
        let load = start.elapsed();
        ensure!(loaded.corpus.roles.len() == size + builtin::corpus().roles.len(), "roles were lost");
        readers.push(reader);
        loads.push(load);
        ratios.push(load.as_secs_f64() / reader.as_secs_f64());
        compares.push(time(|| compare_two(&loaded.corpus))?);
        lists.push(time(|| list(&loaded.corpus))?);
    }
    ratios.sort_by(f64::total_cmp);
    let (reader, load, list) = (median(readers), median(loads), median(lists));
    let memory = memory(folder.path())?.map_or_else(|| "-".to_owned(), |peak| format!("{:.2}", ratio(peak, bytes)));
    writeln!(
        out,
        "{size:>6}  {:>8.1}  {:>11.1}  {:>9.1}  {:>9.2}  {:>13.1}  {memory:>11}  {:>12.0}  {:>9.0}  {:>10.3}",
        ratio(bytes, 1_000_000),
        seconds(reader) * 1e3,
        seconds(load) * 1e3,
        ratios[ratios.len() / 2],
        seconds(load) * 1e6 / ratio(size as u64, 1),
        seconds(median(compares)) * 1e6,
        seconds(list) * 1e6,
        seconds(list) / seconds(load),
    )?;
    Ok(())
}

/// What any program that wants typed roles from these files has to do.
fn read_alone(paths: &[PathBuf]) -> Result<()> {
    for path in paths {
        let text = fs::read_to_string(path)?;
        let role: Role = serde_yaml::from_str(&text).with_context(|| path.display().to_string())?;
        black_box(&role);
    }
    Ok(())
}

fn compare_two(corpus: &Corpus) -> Result<()> {
    let role = |id| corpus.roles.get(id).with_context(|| format!("there is no {id}"));
    black_box(compare(corpus, &[role("r1")?, role("r2")?], &Options::default()));
    Ok(())
}

/// What `roles list --reports-to r1 --indirect` asks.
fn list(corpus: &Corpus) -> Result<()> {
    let filter = Filter { reports_to: Some("r1"), indirect: true, ..Filter::default() };
    ensure!(!select(corpus, &filter).is_empty(), "nobody reports to the first role");
    Ok(())
}

/// The memory that loading a folder takes at most, in bytes, as the system tells of a process of its own; none where it does not.
fn memory(folder: &Path) -> Result<Option<u64>> {
    let output = Command::new(env::current_exe()?).arg(LOAD).arg(folder).output().context("starting this program again")?;
    ensure!(output.status.success(), "loading alone failed: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?.trim().parse().ok())
}

fn say_memory(folder: &Path) -> Result<()> {
    let files = Files::read(&[folder]).map_err(unsound)?;
    let loaded = files.load(Some(builtin::corpus()), &Rules::default()).map_err(unsound)?;
    black_box(&loaded);
    // proc_pid_status(5): the peak of resident memory, in kB. Elsewhere there is no such file.
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    if let Some(peak) = peak {
        writeln!(io::stdout(), "{}", peak * 1024)?;
    }
    Ok(())
}

fn paths(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

#[allow(clippy::needless_pass_by_value)] // The shape `map_err` wants.
fn unsound(problems: Vec<Diagnostic>) -> anyhow::Error {
    anyhow!("the corpus is not sound: {}", problems.first().map(ToString::to_string).unwrap_or_default())
}

fn time(task: impl FnOnce() -> Result<()>) -> Result<Duration> {
    let start = Instant::now();
    task()?;
    Ok(start.elapsed())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn seconds(time: Duration) -> f64 {
    time.as_secs_f64()
}

#[allow(clippy::cast_precision_loss)] // Bytes and roles are far below 2^52.
fn ratio(part: u64, whole: u64) -> f64 {
    part as f64 / whole as f64
}
