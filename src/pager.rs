//! Shows an answer that is longer than the screen through a pager, as git does.

use std::ffi::OsStr;
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anstream::adapter::strip_str;

use crate::terminal::Terminal;
use crate::text::{clean, width};

/// The pager of those who want no other.
const USUAL: &str = "less";

/// What `less` and `lv` are told unless people tell them otherwise: to let colors through, to end where all fits on the screen,
/// and to leave it there, as git does; and that text is UTF-8, which `less` does not think where no locale is set.
const TOLD: [(&str, &str); 3] = [("LESS", "FRX"), UTF_8, ("LV", "-c")];
const UTF_8: (&str, &str) = ("LESSCHARSET", "utf-8");

/// What lets colors through where people's own variable may not say so: a pager's name, its variable, its option.
const COLORS: [(&str, &str, &str); 2] = [("less", "LESS", "-R"), ("lv", "LV", "-c")];

/// A pager for the answers that need one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pager<'a> {
    /// The command line, split where a shell would.
    words: Option<Vec<String>>,
    /// The same as it was asked for, if it was.
    wanted: Option<&'a str>,
    rows: usize,
    columns: usize,
    variables: Vec<(&'static str, &'static str)>,
}

impl<'a> Pager<'a> {
    /// The pager of a terminal; none where nobody reads, where the terminal cannot tell its size or is dumb, and where people
    /// want none.
    pub fn of(terminal: &'a Terminal) -> Option<Self> {
        let (true, false, Some(rows), Some(columns)) = (terminal.stdout, terminal.dumb, terminal.rows, terminal.columns) else {
            return None;
        };
        let wanted = terminal.pager_wanted.as_deref().map(str::trim);
        let command = wanted.unwrap_or(USUAL);
        if matches!(command, "" | "cat") {
            return None;
        }
        let told =
            TOLD.into_iter().filter(|told| !(terminal.pager_variables.contains(&told.0) || (terminal.ascii && *told == UTF_8)));
        let variables = told.collect();
        let mut words = shlex::split(command);
        if let Some(words) = &mut words {
            let program = words.first().and_then(|program| Path::new(program).file_stem()).map(OsStr::to_owned);
            let is_set = |variable| terminal.pager_variables.contains(&variable);
            let mut own =
                COLORS.iter().filter(|(name, variable, _)| program.as_deref() == Some(OsStr::new(name)) && is_set(variable));
            // Before the options that people give, which go before it.
            if let Some((_, _, option)) = own.next() {
                words.insert(1, (*option).to_owned());
            }
        }
        Some(Self { words, wanted, rows, columns, variables })
    }

    /// Shows a page: through the pager if it is longer than the screen, and straight if not. A pager that cannot be started
    /// loses nothing: the page is written straight, and if somebody chose that pager, the remark that comes back says so.
    ///
    /// # Errors
    /// When writing fails. A pager that people leave before the end is no error.
    pub fn show(&self, page: &[u8], out: &mut dyn Write) -> io::Result<Option<String>> {
        if self.fits(page) {
            return write(page, out).map(|()| None);
        }
        let _attention = Attention::of_the_pager();
        match self.start() {
            Ok(pager) => read(pager, page).map(|()| None),
            Err(error) => {
                write(page, out)?;
                let remark = |wanted: &str| {
                    format!("note: the pager '{}' cannot be started: {}", clean(wanted), clean(&error.to_string()))
                };
                Ok(self.wanted.map(remark))
            }
        }
    }

    /// Whether a page and the line of the prompt that comes after it have room on the screen.
    fn fits(&self, page: &[u8]) -> bool {
        let text = String::from_utf8_lossy(page);
        let mut room = self.rows.saturating_sub(1);
        for line in text.lines() {
            let line = strip_str(line).to_string();
            let tabs = line.matches('\t').count();
            let takes = (width(&line) + 8 * tabs).div_ceil(self.columns).max(1);
            if takes > room {
                return false;
            }
            room -= takes;
        }
        true
    }

    fn start(&self) -> io::Result<Child> {
        let Some((program, arguments)) = self.words.as_ref().and_then(|words| words.split_first()) else {
            return Err(io::Error::other("a quote is not closed"));
        };
        let mut command = Command::new(OsStr::new(program));
        command.args(arguments).envs(self.variables.iter().copied()).stdin(Stdio::piped()).spawn()
    }
}

fn write(page: &[u8], out: &mut dyn Write) -> io::Result<()> {
    out.write_all(page)?;
    out.flush()
}

/// Hands a page to a pager and waits until people have read enough.
fn read(mut pager: Child, page: &[u8]) -> io::Result<()> {
    let handed = pager.stdin.take().map_or(Ok(()), |mut stdin| stdin.write_all(page));
    pager.wait()?;
    match handed {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// While it lives, Ctrl-C is the pager's business: it interrupts a search there. If it ended this process, the shell would take
/// the terminal back while the pager is still reading from it.
struct Attention {
    #[cfg(unix)]
    interrupt: Option<signal_hook::SigId>,
}

impl Attention {
    #[cfg(unix)]
    fn of_the_pager() -> Self {
        // Handled and not ignored: what is ignored stays so in the programs that the pager starts.
        Self { interrupt: signal_hook::flag::register(signal_hook::consts::SIGINT, std::sync::Arc::default()).ok() }
    }

    #[cfg(not(unix))]
    fn of_the_pager() -> Self {
        Self {}
    }
}

#[cfg(unix)]
impl Drop for Attention {
    fn drop(&mut self) {
        self.interrupt.take().map(signal_hook::low_level::unregister);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn screen() -> Terminal {
        Terminal { stdout: true, rows: Some(4), columns: Some(10), ..Terminal::default() }
    }

    #[test]
    fn only_a_terminal_that_tells_its_size_and_can_do_more_than_print_has_a_pager() {
        let usual = screen();
        let usual = Pager::of(&usual).expect("a pager");
        assert_eq!((usual.words, usual.wanted), (Some(vec!["less".to_owned()]), None));
        assert_eq!(usual.variables, TOLD);
        for terminal in [
            Terminal { stdout: false, ..screen() },
            Terminal { rows: None, ..screen() },
            Terminal { dumb: true, ..screen() },
            Terminal { pager_wanted: Some(String::new()), ..screen() },
            Terminal { pager_wanted: Some(" cat ".to_owned()), ..screen() },
        ] {
            assert_eq!(Pager::of(&terminal), None, "{terminal:?}");
        }
    }

    #[test]
    fn a_command_line_is_split_without_a_shell_and_variables_that_are_set_stay() {
        let terminal = Terminal {
            pager_wanted: Some("most -s 'a b' $(x)".to_owned()),
            ascii: true,
            pager_variables: vec!["LESS"],
            ..screen()
        };
        let pager = Pager::of(&terminal).expect("a pager");
        assert_eq!(pager.words, Some(["most", "-s", "a b", "$(x)"].map(str::to_owned).to_vec()));
        assert_eq!(pager.variables, [("LV", "-c")]);
    }

    #[test]
    fn colors_pass_whatever_people_tell_their_pager_besides() {
        for (wanted, variable, words) in [
            (None, "LESS", "less -R"),
            (Some("/usr/bin/less -r +G"), "LESS", "/usr/bin/less -R -r +G"),
            (Some("lv"), "LV", "lv -c"),
            (Some("lv"), "LESS", "lv"),
            (Some("more -s"), "LESS", "more -s"),
        ] {
            let terminal = Terminal { pager_wanted: wanted.map(str::to_owned), pager_variables: vec![variable], ..screen() };
            let pager = Pager::of(&terminal).expect("a pager");
            assert_eq!(pager.words.map(|words| words.join(" ")).as_deref(), Some(words));
        }
    }

    #[test]
    fn a_page_fits_if_it_leaves_a_line_for_the_prompt_however_its_lines_wrap() {
        let terminal = screen();
        let fits = |text: &str| Pager::of(&terminal).is_some_and(|pager| pager.fits(text.as_bytes()));
        assert!(fits("1\n2\n3\n"));
        assert!(!fits("1\n2\n3\n4\n"));
        assert!(fits("1234567890\n\n3\n"));
        assert!(!fits("1234567890.\n\n3\n"));
        assert!(fits("\u{1b}[1m1234567890\u{1b}[0m\n\u{1b}]8;;https://example.com/a\u{1b}\\2\u{1b}]8;;\u{1b}\\\n3\n"));
        assert!(!fits("\t\u{4e2d}\n2\n3\n4"));
    }

    #[test]
    fn a_pager_that_cannot_be_started_loses_nothing_and_is_named() {
        for (wanted, reason) in [("no-such-program-anywhere -x", "No such file"), ("less 'open", "a quote is not closed")] {
            let terminal = Terminal { pager_wanted: Some(wanted.to_owned()), ..screen() };
            let pager = Pager::of(&terminal).expect("a pager");
            let mut out = Vec::new();
            let remark = pager.show(b"1\n2\n3\n4\n5\n", &mut out).expect("written").expect("a remark");
            assert_eq!(out, b"1\n2\n3\n4\n5\n");
            assert!(remark.contains(wanted) && remark.contains(reason), "{remark}");
        }
    }
}
