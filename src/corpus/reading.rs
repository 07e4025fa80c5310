//! Reads files that people name: regular files of UTF-8 text, up to a limit.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic, Place, Spot};
use crate::text::clean;
use crate::yaml::LONGEST_TEXT;

/// Reads the text of a file.
pub(super) fn read_text(path: &Path) -> Result<String, Box<Diagnostic>> {
    let system = |error: io::Error| failed(path, &error);
    let what = fs::metadata(path).map_err(system)?;
    if what.is_dir() {
        return Err(unreadable(path, "it is a folder, not a file", "name a file in it"));
    }
    // Opening a pipe or a device could wait for ever, unless it is standard input or what a shell opens for `<(command)`.
    let is_open = ["/dev/stdin", "/dev/fd", "/proc/self/fd"].iter().any(|open| path.starts_with(open));
    if !what.is_file() && !is_open {
        return Err(unreadable(path, "it is not a regular file", "write its content to a file"));
    }
    // The size that the system reports is not enough: a file may grow, and some files report none.
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(LONGEST_TEXT as u64 + 1).read_to_end(&mut bytes)).map_err(system)?;
    if bytes.len() > LONGEST_TEXT {
        let message = format!("the file is longer than {} MiB", LONGEST_TEXT >> 20);
        return Err(Box::new(Diagnostic { code: Code::TooLarge, ..*unreadable(path, &message, "split it") }));
    }
    String::from_utf8(bytes).map_err(|error| {
        let (bytes, at) = (error.as_bytes(), error.utf8_error().valid_up_to());
        let message = format!("not valid UTF-8 at byte {} (0x{:02x})", at + 1, bytes[at]);
        let mut problem = unreadable(path, &message, "save it as UTF-8");
        problem.spot.place = Some(Place::at(&String::from_utf8_lossy(&bytes[..at]), at));
        problem
    })
}

/// The YAML files of one folder, sorted by name: those that end in `.yaml` or `.yml` and are not hidden.
pub(super) fn yaml_files(folder: &Path, problems: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    let mut paths: Vec<PathBuf> = paths.unwrap_or_else(|error| {
        problems.push(*failed(folder, &error));
        Vec::new()
    });
    paths.retain(|path| is_yaml(path));
    paths.sort();
    paths
}

fn is_yaml(path: &Path) -> bool {
    let is_hidden = path.file_name().is_none_or(|name| name.as_encoded_bytes().starts_with(b"."));
    let is_named = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("yaml") || end.eq_ignore_ascii_case("yml"));
    is_named && !is_hidden
}

/// A path in messages: what could drive a terminal is escaped.
pub(super) fn shown(path: &Path) -> String {
    clean(&path.to_string_lossy()).into_owned()
}

fn unreadable(path: &Path, message: &str, help: &str) -> Box<Diagnostic> {
    let help = (!help.is_empty()).then(|| help.to_owned());
    Box::new(Diagnostic { help, ..Diagnostic::new(Code::Unreadable, message, Spot::file(shown(path))) })
}

/// An error of the system in plain words.
fn failed(path: &Path, error: &io::Error) -> Box<Diagnostic> {
    let (message, help) = match (error.kind(), fs::read_link(path)) {
        (ErrorKind::NotFound, Ok(target)) => {
            (format!("it is a link to '{}', which does not exist", shown(&target)), "fix the link, or name the file itself")
        }
        (ErrorKind::NotADirectory, _) if path.exists() => ("it is not a folder".to_owned(), "name a folder"),
        (ErrorKind::NotFound, _) if path == Path::new("-") => {
            ("there is no file of this name".to_owned(), "standard input is /dev/stdin")
        }
        (ErrorKind::NotFound | ErrorKind::NotADirectory, _) => ("there is no file or folder of this name".to_owned(), ""),
        (ErrorKind::PermissionDenied, _) => {
            ("you have no permission to read it".to_owned(), "ask its owner, or change its permissions")
        }
        _ => (format!("it cannot be read: {}", clean(&error.to_string())), ""),
    };
    unreadable(path, &message, help)
}
