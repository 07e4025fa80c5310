//! `roles man`: manual pages, from the definitions of the arguments.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::{Args, Command};
use clap_mangen::Man;

use super::files::create;
use crate::error::Error;
use crate::report::Answer;
use crate::text::{clean, nearest, shorten};

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  roles man compare | man -l -                   roles-compare(1), to be read
  roles man --dir ~/.local/share/man/man1        all pages, where man finds them")]
pub struct ManArgs {
    /// The command whose page to print [default: roles itself]
    #[arg(value_name = "COMMAND")]
    command: Option<String>,

    /// Write every page to a file in this folder; nothing is overwritten
    #[arg(long, value_name = "DIR", conflicts_with = "command", value_hint = clap::ValueHint::DirPath)]
    dir: Option<PathBuf>,
}

impl ManArgs {
    /// # Errors
    /// When the command is unknown, or a file exists or cannot be written.
    pub fn answer(&self, mut definition: Command) -> Result<Answer<'static>, Error> {
        definition = definition.disable_help_subcommand(true);
        definition.build();
        if let Some(folder) = &self.dir {
            return all_to(folder, &definition);
        }
        let command = match &self.command {
            None => &definition,
            Some(word) => definition.find_subcommand(word).ok_or_else(|| unknown(&definition, word))?,
        };
        Ok(Answer::text(page(command)?))
    }
}

/// The page of a command, as roff.
fn page(command: &Command) -> Result<String, Error> {
    let mut roff = Vec::new();
    Man::new(command.clone()).render(&mut roff).context("cannot render the manual")?;
    Ok(String::from_utf8_lossy(&roff).into_owned())
}

/// Writes every page to a file of a folder; the answer is the names of the files, a line each.
fn all_to(folder: &std::path::Path, definition: &Command) -> Result<Answer<'static>, Error> {
    let commands = std::iter::once(definition).chain(definition.get_subcommands());
    let pages = commands.map(|command| {
        let name = command.get_display_name().unwrap_or(command.get_name());
        Ok((folder.join(format!("{name}.1")), page(command)?))
    });
    let pages = pages.collect::<Result<Vec<_>, Error>>()?;
    if let Some((path, _)) = pages.iter().find(|(path, _)| path.symlink_metadata().is_ok()) {
        let message = format!("'{}' exists, and nothing is overwritten", clean(&path.to_string_lossy()));
        return Err(Error::Request { message, help: vec!["name another folder, or delete the old pages first".to_owned()] });
    }
    let mut names = String::new();
    for (path, text) in &pages {
        create(path, text.as_bytes())?;
        names += &format!("{}\n", clean(&path.to_string_lossy()));
    }
    Ok(Answer::text(names))
}

fn unknown(definition: &Command, word: &str) -> Error {
    let verbs = || definition.get_subcommands().map(Command::get_name);
    let near = nearest(word, verbs().map(|verb| (verb, verb)));
    let help = if near.is_empty() {
        format!("the commands are {}", verbs().collect::<Vec<_>>().join(", "))
    } else {
        format!("did you mean '{}'?", near.join("' or '"))
    };
    Error::Request { message: format!("unknown command '{}'", clean(&shorten(word, 80))), help: vec![help] }
}
