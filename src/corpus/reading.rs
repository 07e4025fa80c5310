//! Reads files that people name: only what is a file, is not too large and is text; and says plainly what is not.
//!
//! Nothing here waits: what is no regular file is refused before it is opened and once more when it is open, and it is opened
//! so that a pipe that took its place in between does not block.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs::{self, File, FileType, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use crate::diagnostic::Code;
use crate::text::clean;
use crate::yaml::{LONGEST_TEXT, Place};

/// Why a file or folder could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unreadable {
    pub code: Code,
    /// Where in the file it shows, if the file could be read as bytes.
    pub place: Option<Place>,
    /// What is wrong, in one line, safe to print.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl Unreadable {
    fn new(code: Code, message: impl Into<String>, help: &str) -> Self {
        let help = (!help.is_empty()).then(|| help.to_owned());
        Self { code, place: None, message: message.into(), help }
    }

    fn at(self, bytes: &[u8], at: usize) -> Self {
        Self { place: Some(place(bytes, at)), ..self }
    }
}

/// Whether a path names something that is open already: standard input, or what a shell opens for `<(command)`.
///
/// Such a pipe has somebody at its other end, as one that lies about in a folder need not have.
fn is_open_already(path: &Path) -> bool {
    path == Path::new("/dev/stdin") || ["/dev/fd", "/proc/self/fd"].iter().any(|folder| path.parent() == Some(Path::new(folder)))
}

/// Reads the text of a file, without the mark that some programs put before it.
pub(super) fn read_text(path: &Path) -> Result<String, Unreadable> {
    if path == Path::new("-") {
        return Err(Unreadable::new(Code::Unreadable, "there is no file of this name", "standard input is /dev/stdin"));
    }
    let what = fs::metadata(path).map_err(|error| failed(path, &error))?;
    if is_open_already(path) && is_pipe(&what) {
        let read = File::open(path).and_then(|file| bytes(&file));
        return decode(read.map_err(|error| failed(path, &error))?);
    }
    check(&what)?;
    let file = open(path).map_err(|error| failed(path, &error))?;
    check(&file.metadata().map_err(|error| failed(path, &error))?)?;
    decode(bytes(&file).map_err(|error| failed(path, &error))?)
}

/// The YAML files of one folder, sorted by name: those that end in `.yaml` or `.yml` and are not hidden.
///
/// Links and whatever else has such a name are listed and not followed; reading them says what they are.
pub(super) fn yaml_files(folder: &Path) -> Result<Vec<PathBuf>, Unreadable> {
    let what = fs::metadata(folder).map_err(|error| failed(folder, &error))?;
    if !what.is_dir() {
        return Err(Unreadable::new(Code::Unreadable, "it is no folder", "name a folder"));
    }
    let entries = fs::read_dir(folder).map_err(|error| failed(folder, &error))?;
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| failed(folder, &error))?.path();
        if is_yaml(&path) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// A path as messages show it: whatever is no text or could drive a terminal is escaped.
pub(super) fn shown(path: &Path) -> String {
    let mut shown = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        shown.push_str(&clean(chunk.valid()));
        for byte in chunk.invalid() {
            // Writing to a String cannot fail.
            let _ = write!(shown, "\\x{byte:02x}");
        }
    }
    shown
}

fn is_yaml(path: &Path) -> bool {
    let hidden = path.file_name().is_none_or(|name| name.as_encoded_bytes().starts_with(b"."));
    let ending = |ending: &OsStr| ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml");
    !hidden && path.extension().is_some_and(ending)
}

/// Refuses what is no file, and what is too large before any of it is read.
fn check(what: &Metadata) -> Result<(), Unreadable> {
    if !what.is_file() {
        let (is, help) = describe(what.file_type());
        return Err(Unreadable::new(Code::Unreadable, format!("it is {is}"), help));
    }
    if what.len() > LONGEST_TEXT as u64 { Err(too_large()) } else { Ok(()) }
}

fn too_large() -> Unreadable {
    Unreadable::new(Code::TooLarge, format!("the file is longer than {} MiB", LONGEST_TEXT >> 20), "split it")
}

#[cfg(unix)]
fn describe(kind: FileType) -> (&'static str, &'static str) {
    use std::os::unix::fs::FileTypeExt as _;

    if kind.is_dir() {
        ("a folder, not a file", "name a file in it")
    } else if kind.is_fifo() {
        ("a pipe, not a file", "write its content to a file")
    } else if kind.is_socket() {
        ("a socket, not a file", "name a file")
    } else {
        ("a device, not a file", "name a file")
    }
}

#[cfg(not(unix))]
fn describe(kind: FileType) -> (&'static str, &'static str) {
    if kind.is_dir() { ("a folder, not a file", "name a file in it") } else { ("no file", "name a file") }
}

#[cfg(unix)]
fn is_pipe(what: &Metadata) -> bool {
    std::os::unix::fs::FileTypeExt::is_fifo(&what.file_type())
}

#[cfg(not(unix))]
const fn is_pipe(_: &Metadata) -> bool {
    false
}

/// Opens a file and never waits, whatever it has become since it was looked at.
fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.custom_flags(libc::O_NONBLOCK | libc::O_NOCTTY);
    }
    options.open(path)
}

/// All of a file; one more than may be read if it has more, as a file may that grows or whose size is unknown.
fn bytes(file: &File) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(LONGEST_TEXT as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What the system says, in plain words.
fn failed(path: &Path, error: &io::Error) -> Unreadable {
    let link = fs::symlink_metadata(path).is_ok_and(|what| what.is_symlink());
    let target = || fs::read_link(path).map_or_else(|_| "another file".to_owned(), |target| format!("'{}'", shown(&target)));
    match error.kind() {
        ErrorKind::NotFound if link => {
            let message = format!("it is a link to {}, which does not exist", target());
            Unreadable::new(Code::Unreadable, message, "mend the link, or name the file itself")
        }
        ErrorKind::NotFound => Unreadable::new(Code::Unreadable, "there is no file or folder of this name", ""),
        ErrorKind::NotADirectory => {
            Unreadable::new(Code::Unreadable, "there is no file or folder of this name: a part of it is a file", "")
        }
        ErrorKind::PermissionDenied => {
            Unreadable::new(Code::Unreadable, "you have no permission to read it", "ask its owner, or change its permissions")
        }
        _ if is_loop(error) => {
            Unreadable::new(Code::Unreadable, "it is a link that leads back to itself", "mend the link, or name the file itself")
        }
        _ => Unreadable::new(Code::Unreadable, format!("it cannot be read: {}", clean(&error.to_string())), ""),
    }
}

#[cfg(unix)]
fn is_loop(error: &io::Error) -> bool {
    error.raw_os_error() == Some(libc::ELOOP)
}

#[cfg(not(unix))]
fn is_loop(_: &io::Error) -> bool {
    false
}

/// What other files begin with, and what they are.
const BEGINNINGS: [(&[u8], &str); 6] = [
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"%PDF", "a PDF document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "an image"),
    (b"\x7fELF", "a program"),
];

/// What to do about a text in another encoding.
const SAVE: &str = "save it as UTF-8";

/// Takes bytes for text, and says what they seem to be if they are none.
fn decode(bytes: Vec<u8>) -> Result<String, Unreadable> {
    if bytes.len() > LONGEST_TEXT {
        return Err(too_large());
    }
    let not_text = |message: String, help: &str| Unreadable::new(Code::Unreadable, message, help);
    if let Some((_, is)) = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)) {
        return Err(not_text(format!("it is no text: it seems to be {is}"), "name a text file"));
    }
    if let Some(encoding) = wide_encoding(&bytes) {
        return Err(not_text(format!("the text is in {encoding}, not in UTF-8"), SAVE).at(&bytes, 0));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let (at, bytes) = (error.utf8_error().valid_up_to(), error.as_bytes());
        let byte = format!("byte {} (0x{:02x})", at + 1, bytes[at]);
        let message = match error.utf8_error().error_len() {
            None => format!("the text ends in the middle of a character, at {byte}"),
            // Western text in an older encoding has one such byte here and there, and no controls.
            Some(_) if !bytes.iter().any(|&byte| is_control(byte)) => {
                format!("the text is not in UTF-8, see {byte}: it seems to be in Latin-1 or Windows-1252")
            }
            Some(_) => format!("it is no text in UTF-8, see {byte}"),
        };
        not_text(message, SAVE).at(bytes, at)
    })?;
    // A single one is a slip in a text, which is reported like any other odd character.
    let mut zeros = text.bytes().enumerate().filter(|&(_, byte)| byte == 0).map(|(at, _)| at);
    if let (Some(at), Some(_)) = (zeros.next(), zeros.next()) {
        let message = format!("it is no text: byte {} is NUL", at + 1);
        return Err(not_text(message, "name a text file").at(text.as_bytes(), at));
    }
    match text.strip_prefix('\u{feff}') {
        Some(rest) => Ok(rest.to_owned()),
        None => Ok(text),
    }
}

const fn is_control(byte: u8) -> bool {
    byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c)
}

/// The encoding of a text whose characters take two or four bytes each, by its mark or by where its zeros are.
fn wide_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] => return Some("UTF-32 (little-endian)"),
        [0, 0, 0xfe, 0xff, ..] => return Some("UTF-32 (big-endian)"),
        [0xff, 0xfe, ..] => return Some("UTF-16 (little-endian)"),
        [0xfe, 0xff, ..] => return Some("UTF-16 (big-endian)"),
        _ => {}
    }
    let start = &bytes[..bytes.len().min(1024) & !1];
    let zeros = |first: usize| start.iter().skip(first).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd, characters) = (zeros(0), zeros(1), start.len() / 2);
    if odd * 2 > characters && even == 0 {
        Some("UTF-16 (little-endian)")
    } else if even * 2 > characters && odd == 0 {
        Some("UTF-16 (big-endian)")
    } else {
        None
    }
}

/// The line and the column of a byte, where what is before it is UTF-8.
fn place(bytes: &[u8], at: usize) -> Place {
    let before = String::from_utf8_lossy(&bytes[..at]).replace("\r\n", "\n").replace('\r', "\n");
    let line = before.matches('\n').count() + 1;
    Place {
        line,
        column: before.rsplit('\n').next().unwrap_or_default().trim_start_matches('\u{feff}').chars().count() + 1,
        width: 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(bytes: &[u8]) -> (Code, Option<(usize, usize)>, String) {
        let error = decode(bytes.to_vec()).expect_err("this is no text");
        (error.code, error.place.map(|place| (place.line, place.column)), error.message)
    }

    fn wide(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn the_mark_before_a_text_is_dropped() {
        assert_eq!(decode("\u{feff}id: coo\r\n".into()), Ok("id: coo\r\n".into()));
        assert_eq!(decode(Vec::new()), Ok(String::new()));
    }

    #[test]
    fn text_in_another_encoding_is_refused_by_name() {
        for (text, encoding) in [
            (wide("\u{feff}id: coo\n", u16::to_le_bytes), "UTF-16 (little-endian)"),
            (wide("\u{feff}id: coo\n", u16::to_be_bytes), "UTF-16 (big-endian)"),
            (wide("id: coo\n", u16::to_le_bytes), "UTF-16 (little-endian)"),
            (wide("id: coo\n", u16::to_be_bytes), "UTF-16 (big-endian)"),
            (b"\xff\xfe\0\0i\0\0\0".to_vec(), "UTF-32"),
            (b"id: a\ntitle: Caf\xe9 owner\n".to_vec(), "Latin-1"),
        ] {
            let (kind, _, message) = refused(&text);
            assert!(kind == Code::Unreadable && message.contains(encoding), "{message}");
        }
    }

    #[test]
    fn what_is_no_text_is_refused_where_it_shows() {
        for (bytes, place, says) in [
            (b"id: a\r\n\xc3\xbc: caf\xe9 x\n".as_slice(), Some((2, 7)), "byte 15 (0xe9)"),
            (b"id: a\rb\xff\x01", Some((2, 2)), "byte 8 (0xff)"),
            (b"id: a\nb: \xc3", Some((2, 4)), "middle of a character"),
            (b"id: a\nb: \0x\0", Some((2, 4)), "byte 10 is NUL"),
            (b"PK\x03\x04 ...", None, "zip"),
        ] {
            let (kind, found, message) = refused(bytes);
            assert!(kind == Code::Unreadable && found == place && message.contains(says), "{found:?} {message}");
        }
    }

    #[test]
    fn names_of_any_bytes_can_be_shown() {
        assert_eq!(shown(Path::new("a\u{1b}[31m/é.yaml")), "a\\u{1b}[31m/é.yaml");
        #[cfg(unix)]
        {
            use std::os::unix::ffi::OsStrExt as _;
            assert_eq!(shown(Path::new(OsStr::from_bytes(b"a\xff\xc3.yaml"))), "a\\xff\\xc3.yaml");
        }
    }
}
