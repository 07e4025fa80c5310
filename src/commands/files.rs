//! Files that commands write, and never over others.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::text::clean;

/// Writes a new file, and the folders above it.
pub(super) fn create(path: &Path, text: &[u8]) -> Result<()> {
    let write = || {
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        File::create_new(path)?.write_all(text)
    };
    write().with_context(|| format!("cannot write '{}'", clean(&path.to_string_lossy())))
}
