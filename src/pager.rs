//! Shows an answer through a pager, as git does.

use std::ffi::OsStr;
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::terminal::Terminal;
use crate::text::clean;

/// Set unless the user has set them. `less` quits if the page fits the screen, leaves it there, and passes colors and UTF-8
/// through; `lv` passes colors through.
const DEFAULTS: [(&str, &str); 3] = [("LESS", "FRX"), UTF_8, ("LV", "-c")];
const UTF_8: (&str, &str) = ("LESSCHARSET", "utf-8");

/// The command line of the pager; none in a pipe, on a dumb terminal, or when the user wants none.
pub fn command(terminal: &Terminal) -> Option<&str> {
    let command = terminal.pager_wanted.as_deref().map_or("less", str::trim);
    let is_screen = terminal.stdout && terminal.rows.is_some() && !terminal.dumb;
    (is_screen && !matches!(command, "" | "cat")).then_some(command)
}

/// Shows a page through a pager. If the pager cannot be started, the page is written to `out`, and a notice
/// returned where the user chose the pager.
///
/// # Errors
/// When writing fails. Leaving the pager before the end is no error.
pub fn show(command: &str, page: &[u8], terminal: &Terminal, out: &mut dyn Write) -> io::Result<Option<String>> {
    // Ctrl-C is the pager's: it interrupts a search there. It is handled here rather than ignored, because programs inherit
    // what is ignored.
    #[cfg(unix)]
    let _ = signal_hook::flag::register(signal_hook::consts::SIGINT, std::sync::Arc::default());
    let mut pager = match start(command, terminal) {
        Ok(pager) => pager,
        Err(error) => {
            out.write_all(page)?;
            out.flush()?;
            let note = || format!("note: the pager '{}' cannot be started: {}", clean(command), clean(&error.to_string()));
            return Ok(terminal.pager_wanted.is_some().then(note));
        }
    };
    let written = pager.stdin.take().map_or(Ok(()), |mut stdin| stdin.write_all(page));
    pager.wait()?;
    written.or_else(|error| if error.kind() == ErrorKind::BrokenPipe { Ok(()) } else { Err(error) }).map(|()| None)
}

fn start(command: &str, terminal: &Terminal) -> io::Result<Child> {
    let words = shlex::split(command).ok_or_else(|| io::Error::other("a quote is not closed"))?;
    let (program, arguments) = words.split_first().ok_or_else(|| io::Error::other("no program is named"))?;
    let is_unset = |default: &(&str, &str)| !terminal.pager_variables.contains(&default.0);
    let defaults = DEFAULTS.into_iter().filter(|default| is_unset(default) && !(terminal.ascii && *default == UTF_8));
    // The user's own LESS may not let colors through.
    let colors = (Path::new(program).file_stem() == Some(OsStr::new("less"))).then_some("-R");
    Command::new(program).args(colors).args(arguments).envs(defaults).stdin(Stdio::piped()).spawn()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_reader_at_a_terminal_has_a_pager() {
        let screen = Terminal { stdout: true, rows: Some(4), ..Terminal::default() };
        assert_eq!(command(&screen), Some("less"));
        for terminal in [
            Terminal { stdout: false, ..screen.clone() },
            Terminal { rows: None, ..screen.clone() },
            Terminal { dumb: true, ..screen.clone() },
            Terminal { pager_wanted: Some(String::new()), ..screen.clone() },
            Terminal { pager_wanted: Some(" cat ".to_owned()), ..screen },
        ] {
            assert_eq!(command(&terminal), None, "{terminal:?}");
        }
    }

    #[test]
    fn a_pager_that_cannot_be_started_loses_nothing_and_is_named() {
        for (wanted, reason) in [("no-such-program-anywhere -x", "No such file"), ("less 'open", "a quote is not closed")] {
            let terminal = Terminal { pager_wanted: Some(wanted.to_owned()), ..Terminal::default() };
            let mut out = Vec::new();
            let remark = show(wanted, b"1\n2\n", &terminal, &mut out).expect("written").expect("a remark");
            assert_eq!(out, b"1\n2\n");
            assert!(remark.contains(wanted) && remark.contains(reason), "{remark}");
        }
    }
}
