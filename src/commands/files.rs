//! Files that commands write, and never over others.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use crate::error::Error;
use crate::text::clean;

/// Writes a file that is not there yet, and the folders above it.
pub(super) fn create(path: &Path, text: impl AsRef<[u8]>) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    File::create_new(path)?.write_all(text.as_ref())
}

pub(super) fn not_written(path: &Path, error: &io::Error) -> Error {
    let message = format!("cannot write '{}': {}", clean(&path.to_string_lossy()), clean(&error.to_string()));
    Error::Request { message, help: Vec::new() }
}
