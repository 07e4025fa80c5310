//! Reads and checks `data/` and writes it in the form that is compiled in.
//!
//! It uses the library's own modules, so the build and the program read a corpus in one and the same way.

// The build needs a part of each module; the library uses the rest.
#![allow(dead_code, unused_imports)]
// A build script speaks to Cargo on standard output, and to people on standard error.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod corpus;
mod diagnostic;
mod model;
mod text;
mod yaml;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use anyhow::{Context as _, Result, bail};

fn main() -> ExitCode {
    match embed() {
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
    let loaded = match corpus::load(Path::new("data")) {
        Ok(loaded) => loaded,
        Err(problems) => {
            let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
            bail!("the corpus in data/ is not sound:\n{}", problems.join("\n"));
        }
    };
    for warning in &loaded.warnings {
        println!("cargo::warning={}", warning.to_string().replace('\n', " "));
    }
    let bytes = postcard::to_stdvec(&loaded.corpus).context("encoding the corpus")?;
    let out = env::var_os("OUT_DIR").context("OUT_DIR is not set")?;
    fs::write(Path::new(&out).join("corpus.postcard"), bytes).context("writing the corpus")
}
