//! `roles man`: manual pages, from the definitions of the arguments.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::{Args, Command};
use clap_mangen::Man;

use super::filter::id_of;
use crate::error::Error;
use crate::report::Answer;
use crate::text::clean;

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  roles man compare | man -l -                   roles-compare(1), to be read
  roles man --dir ~/.local/share/man/man1        all pages, where man finds them")]
pub struct ManArgs {
    /// The command whose page to print [default: roles itself]
    #[arg(value_name = "COMMAND")]
    command: Option<String>,

    /// Write every page to a file in this folder
    #[arg(long, value_name = "DIR", conflicts_with = "command", value_hint = clap::ValueHint::DirPath)]
    dir: Option<PathBuf>,
}

impl ManArgs {
    /// # Errors
    /// When the command is unknown, or a file cannot be written.
    pub fn answer(&self, mut definition: Command) -> Result<Answer<'static>, Error> {
        definition = definition.disable_help_subcommand(true);
        definition.build();
        if let Some(folder) = &self.dir {
            return all_to(folder, &definition);
        }
        let command = match &self.command {
            None => &definition,
            Some(word) => {
                let verbs: Vec<_> = definition.get_subcommands().map(|verb| (verb.get_name(), verb.get_name())).collect();
                let all: Vec<&str> = verbs.iter().map(|(verb, _)| *verb).collect();
                let verb = id_of("command", word, &verbs, &format!("the commands are {}", all.join(", ")))?;
                definition.find_subcommand(verb).unwrap_or(&definition)
            }
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

/// Writes every page to a file of a folder, in place of an older one; the answer is the names of the files, a line each.
fn all_to(folder: &Path, definition: &Command) -> Result<Answer<'static>, Error> {
    fs::create_dir_all(folder).with_context(|| format!("cannot write to '{}'", clean(&folder.to_string_lossy())))?;
    let commands = std::iter::once(definition).chain(definition.get_subcommands());
    let names = commands.map(|command| {
        let path = folder.join(format!("{}.1", command.get_display_name().unwrap_or(command.get_name())));
        let name = clean(&path.to_string_lossy()).into_owned();
        fs::write(&path, page(command)?).with_context(|| format!("cannot write '{name}'"))?;
        Ok(name + "\n")
    });
    Ok(Answer::text(names.collect::<Result<String, Error>>()?))
}
