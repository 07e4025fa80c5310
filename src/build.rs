//! Reads and checks `data/` and writes it in the form that is compiled in, with the schemas of what may stand in it.
//!
//! It uses the library's own modules, so the build and the program read a corpus in one and the same way.

// The build needs a part of each module; the library uses the rest.
#![allow(dead_code, unused_imports)]
// A build script speaks to Cargo on standard output, and to people on standard error.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod corpus;
mod diagnostic;
mod error;
mod model;
mod schema {
    pub mod generate;
    pub mod part;
}
mod text;
mod yaml;

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

use anyhow::{Context as _, Error, Result, anyhow, ensure};
use corpus::{Files, Rules};
use diagnostic::Diagnostic;
use schema::generate::schema;
use schema::part::Part;

fn main() -> ExitCode {
    match embed().and_then(|()| describe()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn embed() -> Result<()> {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src");
    let files = Files::read(&["data"]).map_err(unsound)?;
    let loaded = files.load(None, &Rules::default()).map_err(unsound)?;
    // What people may leave for later in a corpus of their own has no place in this one.
    ensure!(loaded.warnings.is_empty(), unsound(loaded.warnings));
    let bytes = postcard::to_stdvec(&loaded.corpus).context("encoding the corpus")?;
    fs::write(out()?.join("corpus.postcard"), bytes).context("writing the corpus")
}

/// Writes the schema of every part.
fn describe() -> Result<()> {
    let folder = out()?.join("schema");
    fs::create_dir_all(&folder).context("making room for the schemas")?;
    Part::ALL
        .into_iter()
        .try_for_each(|part| fs::write(folder.join(part.key()).with_extension("json"), schema(part)).context("writing a schema"))
}

fn out() -> Result<PathBuf> {
    env::var_os("OUT_DIR").map(PathBuf::from).context("OUT_DIR is not set")
}

#[allow(clippy::needless_pass_by_value)] // The shape `map_err` wants.
fn unsound(problems: Vec<Diagnostic>) -> Error {
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    anyhow!("the corpus in data/ is not sound:\n{}", problems.join("\n"))
}
