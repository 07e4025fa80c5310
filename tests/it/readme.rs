//! Every example of README.md is run and must print what stands there.
//!
//! In a `console` block, a line that begins with `$ ` is a command for bash and what follows is all that it prints; a line
//! `...` stands for any lines. A `roles` command whose output goes nowhere else is run as on a terminal of 80 columns.
//! `README_UPDATE=1 cargo test --test it readme` writes the outputs anew.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use anyhow::{Context as _, Result, bail, ensure};

use crate::support::bash;

/// The line that stands for any lines.
const ELISION: &str = "...";

/// A command of the README with the output that stands below it, without the empty lines at its end.
struct Example<'a> {
    command: &'a str,
    /// The command's line, counted from 1.
    line: usize,
    output: Vec<&'a str>,
}

#[test]
fn every_example_prints_what_the_readme_says() -> Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).context("reading README.md")?;
    let examples = examples(&readme)?;
    ensure!(!examples.is_empty(), "README.md has no example");
    // Examples may write files that later ones read, and are to find nothing else.
    let folder = tempfile::tempdir().context("making a temporary folder")?;
    let folder = folder.path();
    let has_jq = run("command -v jq", folder).is_ok_and(|output| !output.is_empty());

    let outputs = examples.iter().map(|example| output(example, folder, has_jq)).collect::<Result<Vec<_>>>()?;
    let mut updated: Vec<&str> = Vec::new();
    let mut copied = 0;
    let mut failures = String::new();
    for (example, output) in examples.iter().zip(&outputs) {
        let expected = &example.output;
        let actual = output.as_deref().map_or_else(|| expected.clone(), |output| output.trim_end().lines().collect());
        let renewed = renewed(expected, &actual);
        if renewed != *expected {
            writeln!(failures, "\nREADME.md:{}: $ {}\n{}", example.line, example.command, renewed.join("\n"))?;
        }
        updated.extend(readme.lines().take(example.line).skip(copied));
        updated.extend(renewed);
        copied = example.line + expected.len();
    }
    updated.extend(readme.lines().skip(copied));

    if env::var_os("README_UPDATE").is_some() {
        return fs::write(&path, updated.join("\n") + "\n").context("writing README.md");
    }
    assert!(failures.is_empty(), "{failures}\nREADME_UPDATE=1 cargo test --test it readme writes the outputs anew");
    Ok(())
}

/// What an example prints; nothing if it needs a program that is not here.
fn output(example: &Example, folder: &Path, has_jq: bool) -> Result<Option<String>> {
    if !has_jq && example.command.split(|c: char| !c.is_alphanumeric()).any(|word| word == "jq") {
        writeln!(io::stderr(), "skipped, there is no jq: $ {}", example.command)?;
        return Ok(None);
    }
    run(example.command, folder).with_context(|| format!("README.md:{}: $ {}", example.line, example.command)).map(Some)
}

/// The commands of all `console` blocks.
fn examples(readme: &str) -> Result<Vec<Example<'_>>> {
    let mut examples: Vec<Example> = Vec::new();
    let mut in_block = false;
    for (line, text) in (1..).zip(readme.lines()) {
        if text.starts_with("```") {
            in_block = text == "```console";
            examples.iter_mut().for_each(Example::drop_empty_lines);
        } else if in_block {
            match (text.strip_prefix("$ "), examples.last_mut()) {
                (Some(command), _) => examples.push(Example { command, line, output: Vec::new() }),
                (None, Some(example)) => example.output.push(text),
                (None, None) => bail!("README.md:{line}: a console block begins with a command"),
            }
        }
    }
    examples.iter_mut().for_each(Example::drop_empty_lines);
    Ok(examples)
}

impl Example<'_> {
    /// Empty lines between an output and the next command are there for the eye.
    fn drop_empty_lines(&mut self) {
        while self.output.last().is_some_and(|line| line.is_empty()) {
            self.output.pop();
        }
    }
}

/// What a command prints in a folder on both streams, in the order it does.
fn run(command: &str, folder: &Path) -> Result<String> {
    let mut bash = bash(&format!("exec 2>&1\n{command}"));
    if !is_redirected(command) {
        bash.env("ROLES_FORMAT", "table").env("COLUMNS", "80");
    }
    let output = bash.current_dir(folder).output().context("starting bash")?;
    String::from_utf8(output.stdout).context("the output is not UTF-8")
}

/// Whether any output of a command goes into a pipe, a file or a variable.
fn is_redirected(command: &str) -> bool {
    let mut quote = None;
    let mut bare = String::new();
    for c in command.chars() {
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if c == '\'' || c == '"' => quote = Some(c),
            None => bare.push(c),
        }
    }
    let bare = bare.replace("||", "");
    bare.contains(['|', '>']) || bare.contains("$(")
}

/// Whether an output is the expected one, in which elisions stand for any lines.
fn matches(expected: &[&str], actual: &[&str]) -> bool {
    match expected {
        [] => actual.is_empty(),
        [ELISION, rest @ ..] => (0..=actual.len()).any(|skipped| matches(rest, &actual[skipped..])),
        [line, rest @ ..] => actual.first() == Some(line) && matches(rest, &actual[1..]),
    }
}

/// An output as it is to stand in the README: elided as it was, or in full if a part that was shown is gone.
///
/// A part is found again by the words of its first line, and ends with those of its last, the nearest to where it ended.
fn renewed<'a>(expected: &[&'a str], actual: &[&'a str]) -> Vec<&'a str> {
    if matches(expected, actual) {
        return expected.to_vec();
    }
    let alike = |one: &str, other: &str| one.split_whitespace().eq(other.split_whitespace());
    let (mut renewed, mut rest) = (Vec::new(), actual);
    for (i, part) in expected.split(|line| *line == ELISION).enumerate() {
        if i > 0 {
            renewed.push(ELISION);
        }
        let (Some(first), Some(last)) = (part.first(), part.last()) else { continue };
        let Some(start) = rest.iter().position(|line| i == 0 || alike(line, first)) else { return actual.to_vec() };
        let usual = start + part.len();
        let nearest = (start..rest.len()).filter(|&at| alike(rest[at], last)).min_by_key(|at| usual.abs_diff(at + 1));
        let end = nearest.map_or(usual, |at| at + 1).min(rest.len());
        renewed.extend(&rest[start..end]);
        rest = &rest[end..];
    }
    if matches(&renewed, actual) { renewed } else { actual.to_vec() }
}
