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
use std::process::{Command, ExitCode};
use std::{env, fs};

use anyhow::{Context as _, Error, Result, anyhow, ensure};
use corpus::{Files, Rules};
use diagnostic::Diagnostic;
use schema::generate::schema;
use schema::part::Part;

fn main() -> ExitCode {
    link_unwinder();
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

/// Links what walks the stack for the backtrace of a panic into the program, where the C compiler has it as an archive. Else it
/// is a shared library (`libgcc_s`), and to find and load that takes a tenth of a millisecond, a tenth of all, at every start.
fn link_unwinder() {
    println!("cargo::rerun-if-env-changed=RUSTC_LINKER");
    let target = |name: &str| env::var(format!("CARGO_CFG_TARGET_{name}")).unwrap_or_default();
    if target("OS") != "linux" || target("ENV") != "gnu" || env::var_os("TARGET") != env::var_os("HOST") {
        return;
    }
    let compiler = env::var_os("RUSTC_LINKER").unwrap_or_else(|| "cc".into());
    let Ok(answer) = Command::new(compiler).arg("-print-file-name=libgcc_eh.a").output() else { return };
    // A compiler that has no such file answers with its bare name.
    let file = PathBuf::from(String::from_utf8_lossy(&answer.stdout).trim());
    if let Some(folder) = file.parent().filter(|_| answer.status.success() && file.is_absolute() && file.is_file()) {
        println!("cargo::rustc-link-search=native={}", folder.display());
        println!("cargo::rustc-link-lib=static=gcc_eh");
    }
}

fn out() -> Result<PathBuf> {
    env::var_os("OUT_DIR").map(PathBuf::from).context("OUT_DIR is not set")
}

#[allow(clippy::needless_pass_by_value)] // The shape `map_err` wants.
fn unsound(problems: Vec<Diagnostic>) -> Error {
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    anyhow!("the corpus in data/ is not sound:\n{}", problems.join("\n"))
}
