//! Encodes `data/` for the program to carry.
//!
//! The build reads the files into the library's own types. The tests check that they make a sound corpus.

// The build needs a part of the model; the library uses the rest.
#![allow(dead_code, unused_imports, unused_macros)]
// A build script speaks to Cargo on standard output.
#![allow(clippy::print_stdout)]

mod model;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use model::Parts;
use serde::de::DeserializeOwned;

fn main() -> Result<()> {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/model");
    println!("cargo::rerun-if-changed=src/build.rs");
    let data = Path::new("data");
    let parts = Parts {
        roles: each(&data.join("roles"))?,
        pairs: each(&data.join("pairs"))?,
        topics: read(&data.join("topics.yaml"))?,
        functions: read(&data.join("functions.yaml"))?,
        positions: read(&data.join("positions.yaml"))?,
        sources: read(&data.join("sources.yaml"))?,
        abouts: Vec::new(),
    };
    let bytes = postcard::to_stdvec(&parts).context("encoding the corpus")?;
    let out = std::env::var_os("OUT_DIR").context("OUT_DIR is not set")?;
    fs::write(PathBuf::from(out).join("corpus.postcard"), bytes).context("writing the corpus")
}

/// Every file of a folder, by name.
fn each<T: DeserializeOwned>(folder: &Path) -> Result<Vec<T>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    serde_yaml::from_str(&text).with_context(|| format!("parsing {}", path.display()))
}
