//! `roles init`: a small corpus to begin with.

use std::borrow::Cow;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use super::files::{create, not_written};
use crate::error::{Error, Outcome};
use crate::schema::{Part, schema};
use crate::text::clean;

/// What the corpus begins with, beside its schema. Each file teaches a part of the format, and each thing is taught once.
const FILES: [(&str, &str); 2] =
    [("corpus.yaml", include_str!("init/corpus.yaml")), ("roles/acme-coo.yaml", include_str!("init/acme-coo.yaml"))];

/// Where the comment that stands first in each file looks for the schema. It is JSON and so no file of the corpus.
const SCHEMA: &str = "schema.json";

/// The arguments of `roles init`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  roles init my-roles
  roles compare coo acme-coo --corpus my-roles
  roles new plant-manager > my-roles/roles/plant-manager.yaml")]
pub struct InitArgs {
    /// A folder that does not exist yet, or is empty
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

impl InitArgs {
    /// Writes the files and names them.
    ///
    /// # Errors
    /// When there is something at that place already, or a file cannot be written.
    pub fn run(&self, out: &mut dyn Write) -> Result<Outcome, Error> {
        let folder = self.folder.as_path();
        if !is_free(folder).map_err(|error| not_written(folder, &error))? {
            return Err(taken(folder));
        }
        let schema = schema(Part::File);
        let mut written = Vec::new();
        for (name, text) in FILES.into_iter().chain([(SCHEMA, schema.as_str())]) {
            let path = folder.join(name);
            create(&path, text).map_err(|error| not_written(&path, &error))?;
            writeln!(written, "{}", clean(&path.to_string_lossy()))?;
        }
        // Only now: a reader that has gone is no reason to write half a corpus.
        out.write_all(&written)?;
        out.flush()?;
        let typed = typed(folder);
        let remarks = vec![
            "try next:".to_owned(),
            format!("  roles check {typed}"),
            format!("  roles compare coo acme-coo --corpus {typed}"),
        ];
        Ok(Outcome { negative: false, remarks })
    }
}

/// Whether there is nothing at a place yet, or an empty folder.
fn is_free(folder: &Path) -> io::Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
        Err(_) if folder.is_file() => Ok(false),
        Err(error) => Err(error),
    }
}

fn taken(folder: &Path) -> Error {
    let what = if folder.is_dir() { "is not empty" } else { "is a file" };
    let message = format!("'{}' {what}, and nothing is overwritten", clean(&folder.to_string_lossy()));
    Error::Request { message, help: vec!["name a folder that does not exist yet".to_owned()] }
}

/// A path as a shell takes it, safe to print.
fn typed(path: &Path) -> Cow<'_, str> {
    let text = path.to_string_lossy();
    let plain = |c: char| c.is_alphanumeric() || "/._-+:@%".contains(c);
    // A path on Windows has backslashes, which its shells take as they are.
    if text.chars().all(|c| plain(c) || (cfg!(windows) && c == '\\')) {
        text
    } else {
        format!("'{}'", clean(&text).replace('\'', r"'\''")).into()
    }
}
