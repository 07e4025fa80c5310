//! `roles completions`: the script by which a shell asks the program to complete words.

use anyhow::Context as _;
use clap::Args;
use clap_complete::env::{Bash, Elvish, EnvCompleter, Fish, Powershell, Zsh};

use crate::error::Error;
use crate::model::keyed::keyed;
use crate::report::Answer;

#[derive(Debug, Args)]
#[command(after_help = "The script asks `roles` itself at every press of the key, so that it completes commands, options and \
their values, and the roles, functions, topics and sources of the corpus of --corpus earlier on the line, else of \
ROLES_CORPUS, else of the built-in one.

Examples:
  source <(roles completions bash)                                  in ~/.bashrc
  source <(roles completions zsh)                                   in ~/.zshrc, after compinit
  roles completions fish > ~/.config/fish/completions/roles.fish
  roles completions powershell | Out-String | Invoke-Expression     in $PROFILE
  eval (roles completions elvish | slurp)                           in ~/.config/elvish/rc.elv")]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

keyed! {
    /// A shell that can complete.
    pub enum Shell {
        /// Bash 4.4 or newer.
        Bash = "bash",
        Zsh = "zsh",
        Fish = "fish",
        Powershell = "powershell",
        Elvish = "elvish",
    }
}

impl CompletionsArgs {
    /// # Errors
    /// When the script cannot be made.
    pub fn answer(&self) -> Result<Answer<'static>, Error> {
        let completer: &dyn EnvCompleter = match self.shell {
            Shell::Bash => &Bash,
            Shell::Zsh => &Zsh,
            Shell::Fish => &Fish,
            Shell::Powershell => &Powershell,
            Shell::Elvish => &Elvish,
        };
        let mut script = Vec::new();
        completer.write_registration("COMPLETE", "roles", "roles", "roles", &mut script).context("cannot write the script")?;
        Ok(Answer::text(String::from_utf8_lossy(&script)))
    }
}
