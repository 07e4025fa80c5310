//! Reads files that people name: regular files of UTF-8 text, up to a limit.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic, Place, Spot};
use crate::text::clean;
use crate::yaml::LONGEST_TEXT;

/// Reads the text of a file, without its byte order mark.
pub(super) fn read_text(path: &Path) -> Result<String, Box<Diagnostic>> {
    if path == Path::new("-") {
        return Err(unreadable(path, "there is no file of this name", "standard input is /dev/stdin"));
    }
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
    // The size alone does not tell: a file may grow, and some files do not know.
    let limit = LONGEST_TEXT as u64;
    let mut bytes = Vec::new();
    if what.len() <= limit {
        File::open(path).and_then(|file| file.take(limit + 1).read_to_end(&mut bytes)).map_err(system)?;
    }
    if what.len() > limit || bytes.len() > LONGEST_TEXT {
        let message = format!("the file is longer than {} MiB", LONGEST_TEXT >> 20);
        return Err(Box::new(Diagnostic { code: Code::TooLarge, ..*unreadable(path, &message, "split it") }));
    }
    decode(bytes).map_err(|(message, place)| {
        let problem = *unreadable(path, &message, "save it as UTF-8");
        Box::new(Diagnostic { spot: Spot { place: Some(place), ..problem.spot.clone() }, ..problem })
    })
}

/// The YAML files of one folder, sorted by name: those that end in `.yaml` or `.yml` and are not hidden.
pub(super) fn yaml_files(folder: &Path) -> Result<Vec<PathBuf>, Box<Diagnostic>> {
    let entries = fs::read_dir(folder).map_err(|error| match error.kind() {
        ErrorKind::NotADirectory => unreadable(folder, "it is not a folder", "name a folder"),
        _ => failed(folder, &error),
    })?;
    let paths: io::Result<Vec<PathBuf>> = entries.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut paths = paths.map_err(|error| failed(folder, &error))?;
    paths.retain(|path| is_yaml(path));
    paths.sort();
    Ok(paths)
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
        (ErrorKind::NotFound | ErrorKind::NotADirectory, _) => ("there is no file or folder of this name".to_owned(), ""),
        (ErrorKind::PermissionDenied, _) => {
            ("you have no permission to read it".to_owned(), "ask its owner, or change its permissions")
        }
        _ => (format!("it cannot be read: {}", clean(&error.to_string())), ""),
    };
    unreadable(path, &message, help)
}

fn decode(bytes: Vec<u8>) -> Result<String, (String, Place)> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let (bytes, at) = (error.as_bytes(), error.utf8_error().valid_up_to());
        let message = format!("not valid UTF-8 at byte {} (0x{:02x})", at + 1, bytes[at]);
        (message, Place::at(&String::from_utf8_lossy(&bytes[..at]), at))
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}
