//! `roles init`: a small corpus to begin with.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use clap::Args;

use super::files::create;
use crate::error::Error;
use crate::report::Answer;
use crate::schema::{SchemaPart, schema};
use crate::text::clean;

/// The first files, beside the schema. Each teaches a part of the format.
const FILES: [(&str, &str); 2] =
    [("corpus.yaml", include_str!("init/corpus.yaml")), ("roles/acme-coo.yaml", include_str!("init/acme-coo.yaml"))];

/// The schema, named in the first comment of each file. As JSON it is no part of the corpus.
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
        let folder = clean(&self.folder.to_string_lossy()).into_owned();
        let obstacle = match fs::read_dir(&self.folder) {
            Ok(mut entries) => entries.next().map(|_| "is not empty"),
            Err(_) if self.folder.is_file() => Some("is a file"),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(anyhow::Error::new(error).context(format!("cannot write '{folder}'")).into()),
        };
        if let Some(what) = obstacle {
            let message = format!("'{folder}' {what}, and nothing is overwritten");
            return Err(Error::Request { message, help: vec!["name a folder that does not exist yet".to_owned()] });
        }
        let schema = schema(SchemaPart::File);
        let mut names = String::new();
        for (name, text) in FILES.into_iter().chain([(SCHEMA, schema.as_str())]) {
            let path = self.folder.join(name);
            create(&path, text.as_bytes())?;
            names += &format!("{}\n", clean(&path.to_string_lossy()));
        }
        // A path has no NUL character, which alone cannot be quoted.
        let typed = shlex::try_quote(&folder).unwrap_or_default();
        Ok(Answer::text(names).noting([
            "try next:".to_owned(),
            format!("  roles check {typed}"),
            format!("  roles compare coo acme-coo --corpus {typed}"),
        ]))
    }
}
