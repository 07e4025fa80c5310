//! `roles man`: manual pages, from the definitions of the arguments.

mod page;
mod reader;

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::ArgExt;

use self::page::{name, page};
use super::OutputArgs;
use super::files::{create, not_written};
use crate::corpus::nearest;
use crate::error::{Error, Outcome};
use crate::terminal::Terminal;
use crate::text::{clean, shorten};

/// The arguments of `roles man`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  roles man compare                              roles-compare(1), to be read
  roles man compare > roles-compare.1            the same, for programs that set manual pages
  roles man --dir ~/.local/share/man/man1        all of them, where man finds them")]
pub struct ManArgs {
    /// The command whose page is wanted [default: roles itself]
    #[arg(value_name = "COMMAND", add = Verb)]
    command: Option<String>,

    /// Write every page to a file in this folder; nothing is overwritten
    #[arg(long, value_name = "DIR", conflicts_with = "command", value_hint = clap::ValueHint::DirPath)]
    dir: Option<PathBuf>,
}

/// Hung on the definition of an argument that names a command, so that shells can complete it.
#[derive(Debug, Clone, Copy)]
pub struct Verb;

impl ArgExt for Verb {}

impl ManArgs {
    /// Writes a page, or the files of all of them. On a terminal it is set for people to read.
    ///
    /// # Errors
    /// When there is no such command, a file is there already, or writing fails.
    pub fn run(
        &self,
        definition: &clap::Command,
        output: &OutputArgs,
        terminal: &Terminal,
        out: &mut dyn Write,
    ) -> Result<Outcome, Error> {
        if let Some(folder) = &self.dir {
            out.write_all(&all_to(folder, definition)?)?;
            out.flush()?;
            return Ok(Outcome::default());
        }
        let verb = self.command.as_deref().map(|word| find(definition, word)).transpose()?;
        let mut page = page(definition, verb)?;
        let mut remarks = Vec::new();
        if terminal.stdout {
            page = reader::set(&page, output.style(terminal)).unwrap_or_else(|| {
                remarks.push("note: this is the help; there is no man, mandoc or groff here to set the manual page".to_owned());
                verb.unwrap_or(definition).clone().render_long_help().to_string().into_bytes()
            });
        }
        out.write_all(&page)?;
        out.flush()?;
        Ok(Outcome { negative: false, remarks })
    }
}

/// Writes every page to a file of a folder; the names of the files, a line each.
fn all_to(folder: &Path, definition: &clap::Command) -> Result<Vec<u8>, Error> {
    let mut files = Vec::new();
    for verb in std::iter::once(None).chain(definition.get_subcommands().map(Some)) {
        let path = folder.join(format!("{}.1", name(verb.unwrap_or(definition))));
        if path.symlink_metadata().is_ok() {
            let message = format!("'{}' is there already, and nothing is overwritten", clean(&path.to_string_lossy()));
            return Err(Error::Request { message, help: vec!["name another folder, or delete the old pages first".to_owned()] });
        }
        files.push((path, page(definition, verb)?));
    }
    let mut written = Vec::new();
    for (i, (path, text)) in files.iter().enumerate() {
        create(path, text).map_err(|error| {
            // Half a set of pages would stand in the way of the next try. What cannot be removed is told of then.
            let begun = error.kind() != ErrorKind::AlreadyExists;
            for (path, _) in &files[..i + usize::from(begun)] {
                let _ = fs::remove_file(path);
            }
            not_written(path, &error)
        })?;
        writeln!(written, "{}", clean(&path.to_string_lossy()))?;
    }
    Ok(written)
}

fn find<'c>(definition: &'c clap::Command, word: &str) -> Result<&'c clap::Command, Error> {
    definition.find_subcommand(word).ok_or_else(|| {
        let verbs = || definition.get_subcommands().map(clap::Command::get_name);
        let near = nearest(word, verbs().map(|verb| (verb, verb)));
        let help = if near.is_empty() {
            format!("the commands are {}", verbs().collect::<Vec<_>>().join(", "))
        } else {
            format!("did you mean '{}'?", near.join("' or '"))
        };
        Error::Request { message: format!("there is no command '{}'", clean(&shorten(word, 80))), help: vec![help] }
    })
}
