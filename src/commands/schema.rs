//! `roles schema`: what a file of a corpus may hold, for editors and other programs.

use clap::Args;

use crate::report::Answer;
use crate::schema::{SchemaPart, schema};

#[derive(Debug, Args)]
#[command(after_help = "An editor with a YAML language server completes keys and marks mistakes in a file that begins with
  # yaml-language-server: $schema=schema.json

Examples:
  roles schema > schema.json
  roles schema --of role | jq '.\"$defs\".Role.properties | keys'")]
pub struct SchemaArgs {
    /// The part of a corpus
    #[arg(long, value_name = "PART", default_value = "file")]
    of: SchemaPart,
}

impl SchemaArgs {
    pub fn answer(&self) -> Answer<'static> {
        Answer::text(schema(self.of))
    }
}
