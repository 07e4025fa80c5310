//! Files that are none, are not to be read or are no text.

use std::ffi::OsStr;
use std::fs::{self, File, Permissions};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;

use roles::corpus::Files;
use roles::diagnostic::Diagnostic;
use tempfile::TempDir;

/// What is said of a file of a corpus that was made in a way of its own; nothing when it can be read.
fn said(make: impl FnOnce(&Path)) -> Option<Diagnostic> {
    let folder = TempDir::new().unwrap();
    make(&folder.path().join("topics.yaml"));
    let mut problems = Files::read(&[folder.path()]).unread;
    assert!(problems.len() < 2, "{problems:#?}");
    problems.pop()
}

fn says(make: impl FnOnce(&Path), code: &str, words: &str) {
    let problem = said(make).unwrap_or_else(|| panic!("it was read, where {words:?} was expected"));
    assert!(problem.code.key() == code && problem.message.contains(words), "{problem:?}");
    let told = [&problem.message, &problem.spot.file].into_iter().chain(&problem.help);
    assert!(told.into_iter().all(|text| !text.contains(roles::text::is_unsafe)), "{problem:?}");
}

#[test]
fn what_is_no_file_is_refused_without_waiting() {
    says(
        |path| {
            let made = Command::new("mkfifo").arg(path).status().expect("mkfifo can be run");
            assert!(made.success());
        },
        "unreadable",
        "not a regular file",
    );
    says(|path| drop(UnixListener::bind(path).unwrap()), "unreadable", "not a regular file");
    says(|path| fs::create_dir(path).unwrap(), "unreadable", "a folder");
    says(|path| symlink("/dev/zero", path).unwrap(), "unreadable", "not a regular file");
    says(|path| symlink("/dev/null", path).unwrap(), "unreadable", "not a regular file");
}

#[test]
fn links_are_followed_to_a_file_and_no_further() {
    assert_eq!(said(|path| symlink(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/topics.yaml"), path).unwrap()), None);
    says(|path| symlink("topics.yaml", path).unwrap(), "unreadable", "it cannot be read");
    says(|path| symlink("nowhere\u{1b}[31m", path).unwrap(), "unreadable", "'nowhere\\u{1b}[31m', which does not exist");
    says(|path| symlink("..", path).unwrap(), "unreadable", "a folder");
    says(|_| {}, "no-corpus", "no YAML file");
}

#[test]
fn a_file_that_may_not_be_read_is_reported_as_that() {
    let make = |path: &Path| {
        fs::write(path, "[]").unwrap();
        fs::set_permissions(path, Permissions::from_mode(0o000)).unwrap();
    };
    // Who may read everything may read this.
    if let Some(problem) = said(make) {
        assert!(problem.code.key() == "unreadable" && problem.message.contains("permission"), "{problem:?}");
    }
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let sparse = |length: u64| move |path: &Path| File::create(path).unwrap().set_len(length).unwrap();
    says(sparse(1 << 40), "too-large", "longer than");
    says(sparse(roles::yaml::LONGEST_TEXT as u64 + 1), "too-large", "longer than");
}

#[test]
fn a_file_that_is_not_utf_8_is_reported_with_its_byte() {
    let utf_16: Vec<u8> = "\u{feff}- id: a\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, words) in [(utf_16.as_slice(), "byte 1 (0xff)"), (b"- id: caf\xe9\n", "byte 10 (0xe9)")] {
        says(|path| fs::write(path, bytes).unwrap(), "unreadable", words);
    }
    let problem = said(|path| fs::write(path, b"- id: a\r\n  label: caf\xe9\r\n").unwrap()).unwrap();
    assert_eq!((problem.spot.to_string().ends_with(":2:13"), problem.help.as_deref()), (true, Some("save it as UTF-8")));
}

#[test]
fn names_of_any_bytes_and_folders_that_lead_to_themselves_stand_in_nobodys_way() {
    let folder = TempDir::new().unwrap();
    let roles = folder.path().join("roles");
    fs::create_dir(&roles).unwrap();
    symlink(".", roles.join("loop")).unwrap();
    symlink("..", roles.join("loop.yaml")).unwrap();
    fs::write(roles.join(".hidden.yaml"), b"\xff").unwrap();
    fs::write(roles.join("notes.txt"), b"\xff").unwrap();
    fs::write(roles.join(OsStr::from_bytes(b"odd\xff\x1b.yml")), b"\xff\x01").unwrap();
    fs::write(folder.path().join("pairs"), "").unwrap();
    let problems = Files::read(&[folder.path()]).unread;
    let found: Vec<&str> =
        problems.iter().filter_map(|problem| problem.spot.file.split_once("roles/")).map(|(_, name)| name).collect();
    assert!(problems.iter().any(|problem| problem.message == "it is not a folder"), "{problems:#?}");
    assert_eq!(found, ["loop.yaml", "odd\u{fffd}\\u{1b}.yml"], "{problems:#?}");
}
