//! Runs the program and checks all that came of it at once: status, output, talk.

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use roles::error::Error;
use roles::terminal::Terminal;
use serde_json::Value;
use tempfile::TempDir;

/// The program as Cargo built it.
const PROGRAM: &str = env!("CARGO_BIN_EXE_roles");

/// What the program listens to, beside `LC_*` and `ROLES_*`.
const HEARD: &str = "NO_COLOR CLICOLOR CLICOLOR_FORCE COLUMNS COMPLETE FORCE_HYPERLINK LANG LESS LESSCHARSET LV PAGER \
                     SOURCE_DATE_EPOCH TERM";

/// What came of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub command: String,
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Answer {
    /// Checks everything at once, so that an unexpected word on either stream fails too.
    #[track_caller]
    pub fn is(&self, status: i32, stdout: &str, stderr: &str) {
        let is_so = (self.status, self.stdout.as_str(), self.stderr.as_str()) == (status, stdout, stderr);
        assert!(is_so, "{self}\nwas expected to end with status {status} and write\n{stdout}\nand on standard error\n{stderr}");
    }

    /// The output of a run that has nothing to complain of.
    #[track_caller]
    pub fn ok(self) -> String {
        assert!((self.status, self.stderr.as_str()) == (0, ""), "{self}\nwas expected to end well and in silence");
        self.stdout
    }

    /// Checks that a run refused its work with exactly these words.
    #[track_caller]
    pub fn refuses(&self, stderr: &str) {
        self.is(2, "", stderr);
    }
}

impl std::fmt::Display for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { command, status, stdout, stderr } = self;
        write!(f, "$ {command}\nended with status {status} and wrote\n{stdout}\nand on standard error\n{stderr}")
    }
}

/// A command line as arguments; what stands between single quotes is one.
pub fn split(line: &str) -> Vec<OsString> {
    let parts = line.split('\'').enumerate();
    parts
        .flat_map(|(i, part)| if i % 2 == 1 { vec![part] } else { part.split_whitespace().collect() })
        .map(OsString::from)
        .collect()
}

/// Runs arguments in this process.
pub fn run(terminal: &Terminal, args: Vec<OsString>) -> Answer {
    let command = args.iter().fold("roles".to_owned(), |line, arg| line + " " + &arg.to_string_lossy());
    let mut out = Vec::new();
    let (status, stderr) = match roles::run([OsString::from("roles")].into_iter().chain(args), terminal, &mut out) {
        Ok(outcome) => (outcome.status(), outcome.notices.iter().fold(String::new(), |talk, remark| talk + remark + "\n")),
        Err(error) => (Error::STATUS, error.to_string()),
    };
    Answer { command, status: i32::from(status), stdout: String::from_utf8(out).expect("output is UTF-8"), stderr }
}

/// A run into a pipe, of arguments as they are.
pub fn run_args(args: &[&str]) -> Answer {
    run(&Terminal::default(), args.iter().map(OsString::from).collect())
}

/// The output of a run of arguments that has nothing to complain of.
#[track_caller]
pub fn answer(args: &[&str]) -> String {
    run_args(args).ok()
}

/// The folder of the built-in corpus.
pub fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

/// A run into a pipe.
pub fn piped(line: &str) -> Answer {
    run(&Terminal::default(), split(line))
}

/// A run on a terminal without color.
pub fn on_screen(width: usize, line: &str) -> Answer {
    run(&Terminal { no_color: true, ..colorful(width) }, split(line))
}

/// A run on a terminal with color.
pub fn in_color(width: usize, line: &str) -> Answer {
    run(&colorful(width), split(line))
}

/// A terminal with color.
pub fn colorful(width: usize) -> Terminal {
    Terminal { stdout: true, stderr: true, columns: Some(width), ..Terminal::default() }
}

/// A folder with files of somebody's own.
pub struct Own(TempDir);

impl Own {
    pub fn of(files: &[(&str, &str)]) -> Self {
        let own = Self(TempDir::new().expect("a temporary folder"));
        for (name, text) in files {
            let path = own.path(name);
            fs::create_dir_all(path.parent().expect("a folder around a file")).expect("a folder in a temporary folder");
            fs::write(path, text).expect("writing to a temporary folder");
        }
        own
    }

    /// A corpus of one file.
    pub fn one(text: &str) -> Self {
        Self::of(&[("own.yaml", text)])
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// A path as it is typed.
    pub fn name(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    /// The options for a corpus of this folder alone.
    pub fn alone(&self) -> String {
        format!("--no-builtin --corpus {}", self.0.path().display())
    }

    /// A run into a pipe with a corpus of this folder alone.
    pub fn piped(&self, line: &str) -> Answer {
        piped(&format!("{line} {}", self.alone()))
    }

    /// The same on a terminal.
    pub fn on_screen(&self, width: usize, line: &str) -> Answer {
        on_screen(width, &format!("{line} {}", self.alone()))
    }
}

/// The answer as JSON.
#[track_caller]
pub fn json(line: &str) -> Value {
    serde_json::from_str(&piped(&format!("{line} --format json")).ok()).expect("JSON")
}

/// The answer as records, each with its values by the names of their columns.
#[track_caller]
pub fn records(line: &str) -> Vec<BTreeMap<String, String>> {
    let text = piped(&format!("{line} --format tsv --header")).ok();
    let mut rows = text.lines().map(|line| line.split('\t').map(str::to_owned).collect::<Vec<_>>());
    let header = rows.next().expect("a header");
    rows.map(|row| header.iter().cloned().zip(row).collect()).collect()
}

/// A process as a shell starts it, its environment free of everything that the program listens to.
pub fn process(program: impl AsRef<Path>) -> Command {
    let mut command = Command::new(program.as_ref());
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        let matters = HEARD.split_whitespace().any(|heard| heard == text);
        if matters || text.starts_with("LC_") || text.starts_with("ROLES_") {
            command.env_remove(name);
        }
    }
    // Nobody is there to leave a pager.
    command.env("ROLES_PAGER", "");
    command
}

/// Runs the program as a process, with some variables set.
pub fn spawned(variables: &[(&str, &str)], line: &str) -> Answer {
    let mut command = process(PROGRAM);
    finish(command.envs(variables.iter().copied()).args(split(line)), &format!("{variables:?} roles {line}"))
}

/// Bash with a script that may say `roles`.
pub fn bash(script: &str) -> Command {
    let folder = Path::new(PROGRAM).parent().expect("a folder").to_owned();
    let paths = env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect::<Vec<_>>();
    let path = env::join_paths([folder].into_iter().chain(paths)).expect("a search path");
    let mut bash = process("bash");
    bash.env("PATH", path).args(["-c", script]);
    bash
}

/// Runs a line of Bash that may say `roles`, as strict as scripts should be.
pub fn shell(script: &str) -> Answer {
    finish(&mut bash(&format!("set -uo pipefail; {script}")), script)
}

/// Runs a line of Bash that may say `roles` on a real terminal of some size; both streams come back as what the screen shows.
/// Nothing where there is no program to make a terminal.
pub fn on_real_terminal(variables: &[(&str, &str)], (rows, columns): (u16, u16), script: &str) -> Option<Answer> {
    // The `script` of util-linux; others take other arguments.
    if cfg!(not(target_os = "linux")) {
        let _ = writeln!(io::stderr(), "skipped: there is no script of util-linux");
        return None;
    }
    if !has("script") || !has("stty") {
        return None;
    }
    let folder = Path::new(PROGRAM).parent().expect("a folder").to_string_lossy();
    let line = format!("stty rows {rows} cols {columns}; PATH=\"{folder}:$PATH\"; {script}");
    let mut command = process("script");
    command.env("TERM", "xterm").env("SHELL", "/bin/bash").envs(variables.iter().copied());
    let answer = finish(command.args(["-qec", &line, "/dev/null"]), script);
    Some(Answer { stdout: answer.stdout.replace("\r\n", "\n"), ..answer })
}

/// Whether a program is installed. Says so if not, where the harness does not hide it.
pub fn has(program: &str) -> bool {
    let found = env::split_paths(&env::var_os("PATH").unwrap_or_default()).any(|folder| folder.join(program).is_file());
    if !found {
        let _ = writeln!(io::stderr(), "skipped: {program} is not installed");
    }
    found
}

fn finish(command: &mut Command, line: &str) -> Answer {
    let output = command.output().expect("the process starts");
    let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
    let status = output.status.code().unwrap_or_else(|| panic!("$ {line}\nwas ended by a signal: {}", output.status));
    Answer { command: line.to_owned(), status, stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// The first character that could drive a terminal or mislead a reader, line breaks aside.
pub fn hostile(text: &str) -> Option<char> {
    let is_hostile = |c: char| {
        let invisible = matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
        (c.is_control() && c != '\n') || invisible
    };
    text.chars().find(|&c| is_hostile(c))
}

/// String without the escape codes of colors.
pub fn without_color(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| plain + part.split_once('m').map_or(part, |(_, rest)| rest))
}
