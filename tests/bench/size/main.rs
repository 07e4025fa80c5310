//! How long corpora of many roles take to load, and how much memory, beside the YAML reader alone on the same bytes: `cargo
//! bench --bench size`, with numbers of roles as arguments if others than the usual are wanted.
//!
//! The machine may be busy with other things, so what counts is how the two compare within one run.

use std::hint::black_box;
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs};

use anyhow::{Context as _, Result, anyhow, ensure};
use roles::builtin;
use roles::corpus::{Corpus, Files};
use roles::model::Role;
use roles::yaml;

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
    writeln!(out, "Load: read, parsed, checked and laid on top of the built-in corpus, on every core there is.\n")?;
    writeln!(out, " roles        MB  reader (ms)  load (ms)  ratio (×)  a role (µs)  memory (×)")?;
    for size in if sizes.is_empty() { SIZES.to_vec() } else { sizes } {
        measure(size, &mut out)?;
    }
    Ok(())
}

/// Writes so many roles, each with what a built-in one says.
fn write(size: usize, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder.join("roles"))?;
    let models: Vec<&Role> = builtin::corpus().roles.iter().collect();
    for number in 1..=size {
        let mut role = models[number % models.len()].clone();
        role.id = format!("r{number}");
        role.title = format!("{} of Unit {number}", role.title);
        role.acronym = None;
        role.alternate_titles.clear();
        role.reporting.direct_reports.clear();
        let text = yaml::write(&role).map_err(|error| anyhow!(error))?;
        fs::write(folder.join(format!("roles/r{number}.yaml")), text)?;
    }
    Ok(())
}

fn measure(size: usize, out: &mut impl Write) -> Result<()> {
    let folder = tempfile::tempdir().context("making a temporary folder")?;
    write(size, folder.path())?;
    let (mut readers, mut loads, mut bytes) = (Vec::new(), Vec::new(), 0);
    for _ in 0..RUNS {
        let start = Instant::now();
        bytes = read_alone(&folder.path().join("roles"))?;
        readers.push(start.elapsed());
        let start = Instant::now();
        ensure!(load(folder.path())?.roles.len() == size + builtin::corpus().roles.len(), "roles were lost");
        loads.push(start.elapsed());
    }
    let (reader, load) = (median(readers), median(loads));
    let memory = memory(folder.path())?.map_or_else(|| "-".to_owned(), |peak| format!("{:.2}", float(peak) / float(bytes)));
    let (megabytes, each) = (float(bytes) / 1e6, load * 1e6 / float(size as u64));
    let (reader_ms, load_ms, ratio) = (reader * 1e3, load * 1e3, load / reader);
    writeln!(out, "{size:>6}  {megabytes:>8.1}  {reader_ms:>11.1}  {load_ms:>9.1}  {ratio:>9.2}  {each:>11.1}  {memory:>10}")?;
    Ok(())
}

/// What any program that wants typed roles from these files has to do. Answers how many bytes they have.
fn read_alone(folder: &Path) -> Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let text = fs::read_to_string(entry?.path())?;
        bytes += text.len() as u64;
        black_box(serde_yaml::from_str::<Role>(&text)?);
    }
    Ok(bytes)
}

fn load(folder: &Path) -> Result<Corpus> {
    let loaded = Files::read(&[folder]).load(Some(builtin::corpus()), None);
    let loaded = loaded.map_err(|problems| anyhow!("the corpus is not sound: {}", problems[0].message))?;
    Ok(loaded.corpus)
}

/// The memory that loading a folder takes at most, in bytes, as the system tells of a process of its own; none where it does not.
fn memory(folder: &Path) -> Result<Option<u64>> {
    let output = Command::new(env::current_exe()?).arg(LOAD).arg(folder).output().context("starting this program again")?;
    ensure!(output.status.success(), "loading alone failed: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?.trim().parse().ok())
}

fn say_memory(folder: &Path) -> Result<()> {
    black_box(load(folder)?);
    // proc_pid_status(5): the peak of resident memory, in kB. Elsewhere there is no such file.
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    if let Some(peak) = peak {
        writeln!(io::stdout(), "{}", peak * 1024)?;
    }
    Ok(())
}

/// The median in seconds.
fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times[times.len() / 2].as_secs_f64()
}

#[allow(clippy::cast_precision_loss, reason = "bytes and roles are far below 2^52")]
fn float(number: u64) -> f64 {
    number as f64
}
