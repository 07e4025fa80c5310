//! `roles init`: a small corpus to begin with.

use std::borrow::Cow;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Args;

use super::files::create;
use crate::error::Error;
use crate::report::Answer;
use crate::schema::{SchemaPart, schema};
use crate::text::clean;

/// The first files, beside the schema. Each teaches a part of the format.
const FILES: [(&str, &str); 2] =
    [("corpus.yaml", include_str!("init/corpus.yaml")), ("roles/acme-coo.yaml", include_str!("init/acme-coo.yaml"))];

/// The file that the first comment of each file names. As JSON it is not part of the corpus.
const SCHEMA: &str = "schema.json";

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
    pub fn answer(&self) -> Result<Answer<'static>, Error> {
        let folder = self.folder.as_path();
        if !is_free(folder).with_context(|| format!("cannot write '{}'", clean(&folder.to_string_lossy())))? {
            return Err(taken(folder));
        }
        let schema = schema(SchemaPart::File);
        let mut names = String::new();
        for (name, text) in FILES.into_iter().chain([(SCHEMA, schema.as_str())]) {
            let path = folder.join(name);
            create(&path, text.as_bytes())?;
            names += &format!("{}\n", clean(&path.to_string_lossy()));
        }
        let typed = typed(folder);
        Ok(Answer::text(names).noting([
            "try next:".to_owned(),
            format!("  roles check {typed}"),
            format!("  roles compare coo acme-coo --corpus {typed}"),
        ]))
    }
}

/// Whether nothing is in the way: no file, and no folder that is not empty.
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

/// A path as typed in a shell, safe to print.
fn typed(path: &Path) -> String {
    let text = clean(&path.to_string_lossy()).into_owned();
    // A path has no NUL character, which alone cannot be quoted.
    shlex::try_quote(&text).map(Cow::into_owned).unwrap_or(text)
}
