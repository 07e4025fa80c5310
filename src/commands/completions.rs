//! `roles completions`: what makes a shell complete the words of a command.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, absolute};

use clap::Args;
use clap_complete::env::{Bash, Elvish, EnvCompleter, Fish, Powershell, Zsh};

use crate::error::{Error, Outcome};

/// The variable by which a shell tells the program to complete a line instead of running it.
const VARIABLE: &str = "COMPLETE";

/// The arguments of `roles completions`.
#[derive(Debug, Args)]
#[command(after_help = "The script asks `roles` itself at every press of the key, so that it completes commands, options and
their values, and the roles, functions, topics and sources of the corpus in use: that of --corpus
earlier on the line, else that of ROLES_CORPUS, else the built-in one.

Examples:
  source <(roles completions bash)                                  in ~/.bashrc
  source <(roles completions zsh)                                   in ~/.zshrc, after compinit
  roles completions fish > ~/.config/fish/completions/roles.fish
  roles completions powershell | Out-String | Invoke-Expression     in $PROFILE
  eval (roles completions elvish | slurp)                           in ~/.config/elvish/rc.elv")]
#[allow(clippy::doc_markdown)] // The comments are the help that people read.
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// A shell that can be made to complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shell {
    /// Bash 4.4 or newer.
    Bash,
    /// Z shell.
    Zsh,
    /// Fish.
    Fish,
    /// `PowerShell`.
    Powershell,
    /// Elvish.
    Elvish,
}

impl Shell {
    /// Every shell.
    pub const ALL: [Self; 5] = [Self::Bash, Self::Zsh, Self::Fish, Self::Powershell, Self::Elvish];

    /// The word people type.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::Zsh => "zsh",
            Self::Fish => "fish",
            Self::Powershell => "powershell",
            Self::Elvish => "elvish",
        }
    }

    /// The shell of a name or of a path to a program.
    pub fn of(name: &str) -> Option<Self> {
        let name = Path::new(name).file_stem()?.to_str()?;
        Self::ALL.into_iter().find(|shell| shell.completer().is(name))
    }

    /// How the shell and the program speak with each other.
    pub fn completer(self) -> &'static dyn EnvCompleter {
        match self {
            Self::Bash => &Bash,
            Self::Zsh => &Zsh,
            Self::Fish => &Fish,
            Self::Powershell => &Powershell,
            Self::Elvish => &Elvish,
        }
    }
}

impl CompletionsArgs {
    /// Writes the script, which calls the program as it was called here.
    ///
    /// # Errors
    /// When writing fails.
    pub fn run(&self, program: &OsStr, out: &mut dyn Write) -> Result<Outcome, Error> {
        register(self.shell, program, out)
    }
}

/// Writes the script that makes a shell ask the program.
///
/// # Errors
/// When writing fails.
pub fn register(shell: Shell, program: &OsStr, out: &mut dyn Write) -> Result<Outcome, Error> {
    let path = Path::new(program);
    // A bare name is looked up by the shell; a path means the same program wherever the shell goes next.
    let path = if path.components().count() > 1 { absolute(path)? } else { path.to_owned() };
    let mut script = Vec::new();
    shell.completer().write_registration(VARIABLE, "roles", "roles", &path.to_string_lossy(), &mut script)?;
    if shell == Shell::Bash {
        script = without_second_quotes(&script, &path).into_bytes();
    }
    out.write_all(&script)?;
    out.flush()?;
    Ok(Outcome::default())
}

/// The script for Bash has the path as a quoted word between double quotes, where quotes are letters and `$(…)` is run.
fn without_second_quotes(script: &[u8], path: &Path) -> String {
    let script = String::from_utf8_lossy(script);
    match shlex::try_quote(&path.to_string_lossy()) {
        Ok(word) => script.replace(&format!("\"{word}\""), &word),
        Err(_) => script.into_owned(),
    }
}
