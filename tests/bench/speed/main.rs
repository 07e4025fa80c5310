//! Times whole commands beside `jq -c .` on the JSON of one role: `cargo bench --bench speed`.
//!
//! The machine may be busy with other things, so the two programs take turns, and the ratio within each pair counts.

use std::io::{self, Write as _};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs};

use anyhow::{Context as _, Result, ensure};

/// Pairs of runs for each command; odd, so that there is one in the middle.
const RUNS: usize = 51;
/// The most that a comparison may take of the time of `jq`.
const TARGET: f64 = 0.25;

const COMMANDS: [&[&str]; 7] = [
    &["list"],
    &["show", "cro"],
    &["compare", "coo", "cco"],
    &["compare", "coo", "cco", "-f", "json"],
    &["compare", "coo", "cco", "-f", "markdown"],
    &["compare", "coo", "cco", "-f", "table", "--width", "120"],
    &["compare", "cfo", "coo", "cmo", "cso", "-f", "table", "--width", "120"],
];

fn main() -> Result<()> {
    let roles = env!("CARGO_BIN_EXE_roles");
    let file = env::temp_dir().join(format!("roles-bench-{}.json", std::process::id()));
    let json = Command::new(roles).args(["show", "cro", "-f", "json"]).output().context("running roles")?.stdout;
    fs::write(&file, json).context("writing the JSON of a role")?;
    let path = file.to_string_lossy();
    let mut out = io::stdout().lock();
    writeln!(out, "{:>10} {:>10} {:>6}  command (target {TARGET})", "roles", "jq", "ratio")?;
    for args in COMMANDS {
        let mut runs = Vec::with_capacity(RUNS);
        for _ in 0..RUNS {
            runs.push((time(roles, args)?, time("jq", &["-c", ".", path.as_ref()])?));
        }
        let ours = median(runs.iter().map(|(ours, _)| ours.as_secs_f64()));
        let jq = median(runs.iter().map(|(_, jq)| jq.as_secs_f64()));
        let ratio = median(runs.iter().map(|(ours, jq)| ours.as_secs_f64() / jq.as_secs_f64()));
        writeln!(out, "{:>7.2} ms {:>7.2} ms {ratio:>6.2}  roles {}", ours * 1e3, jq * 1e3, args.join(" "))?;
    }
    fs::remove_file(&file).context("removing the JSON of a role")
}

/// The time that one run takes.
fn time(program: &str, args: &[&str]) -> Result<Duration> {
    let start = Instant::now();
    let status = Command::new(program).args(args).stdout(Stdio::null()).status().with_context(|| format!("running {program}"))?;
    ensure!(status.success(), "{program} failed");
    Ok(start.elapsed())
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_unstable_by(f64::total_cmp);
    values[values.len() / 2]
}
