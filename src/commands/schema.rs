//! `roles schema`: what a file of a corpus may hold, for editors and other programs.

use std::io::Write;

use clap::Args;

use crate::error::{Error, Outcome};
use crate::schema::{Part, schema};

/// The arguments of `roles schema`.
#[derive(Debug, Args)]
#[command(after_help = "An editor with a YAML language server completes keys and marks mistakes in a file that begins with
  # yaml-language-server: $schema=schema.json

Examples:
  roles schema > schema.json
  roles schema --of role | jq '.\"$defs\".Role.properties | keys'")]
pub struct SchemaArgs {
    /// What the schema is to be of
    #[arg(long, value_name = "PART", default_value = "file")]
    of: Part,
}

impl SchemaArgs {
    /// Writes the schema.
    ///
    /// # Errors
    /// When writing fails.
    pub fn run(&self, out: &mut dyn Write) -> Result<Outcome, Error> {
        out.write_all(schema(self.of).as_bytes())?;
        out.flush()?;
        Ok(Outcome::default())
    }
}
