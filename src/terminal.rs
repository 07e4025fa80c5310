//! The terminal and its environment, read once at the start.

use std::env;
use std::io::{self, IsTerminal as _};
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

/// The least width: nothing can be laid out in less.
const NARROWEST: usize = 20;

/// The greatest width.
const WIDEST: usize = 1000;

/// The streams and the environment, before any flag.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools)] // Each is a separate fact of the environment.
pub struct Terminal {
    /// Standard output is a terminal.
    pub stdout: bool,
    /// Standard error is a terminal.
    pub stderr: bool,
    /// Of the terminal on standard output.
    pub columns: Option<usize>,
    /// Of the terminal on standard output.
    pub rows: Option<usize>,
    /// `COLUMNS`, if it is a number above zero.
    pub columns_wanted: Option<usize>,
    /// `ROLES_PAGER`, else `PAGER`: the command line of the pager; empty for none.
    pub pager_wanted: Option<String>,
    /// The variables of pagers (`LESS`, `LESSCHARSET`, `LV`) that are set.
    pub pager_variables: Vec<&'static str>,
    /// `ROLES_FORMAT`, if it is not empty.
    pub format_wanted: Option<String>,
    /// The paths in `ROLES_CORPUS`, separated like those in `PATH`.
    pub corpora_wanted: Vec<PathBuf>,
    /// `NO_COLOR` is set and not empty (no-color.org).
    pub no_color: bool,
    /// `CLICOLOR_FORCE` is set and neither empty nor `0` (bixense.com/clicolors).
    pub force_color: bool,
    /// `TERM` is `dumb`.
    pub dumb: bool,
    /// Standard output is a terminal known to have links (OSC 8), or `FORCE_HYPERLINK` is set.
    pub links: bool,
    /// The locale names a character set other than UTF-8.
    pub ascii: bool,
    /// The year of `SOURCE_DATE_EPOCH` if that is set (reproducible-builds.org), else the current one.
    pub this_year: Option<u16>,
}

/// When to use color.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum When {
    /// Decided by the environment and the terminal.
    #[default]
    Auto,
    Always,
    Never,
}

/// The looks of the output.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools)] // Each is a separate wish.
pub struct Style {
    /// In columns.
    pub width: usize,
    pub color: bool,
    /// Draw with ASCII alone.
    pub ascii: bool,
    /// Make links of addresses.
    pub links: bool,
}

impl Terminal {
    /// The facts of this process's streams and environment.
    pub fn of_process() -> Self {
        let variable = |name: &str| env::var(name).unwrap_or_default();
        // Some terminals report no columns.
        let size = terminal_size::terminal_size_of(io::stdout());
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].map(variable).into_iter().find(|value| !value.is_empty()).unwrap_or_default();
        let locale = locale.to_ascii_lowercase();
        Self {
            stdout: io::stdout().is_terminal(),
            stderr: io::stderr().is_terminal(),
            columns: size.map(|(width, _)| usize::from(width.0)).filter(|&columns| columns > 0),
            rows: size.map(|(_, height)| usize::from(height.0)).filter(|&rows| rows > 0),
            pager_wanted: ["ROLES_PAGER", "PAGER"].into_iter().find_map(env::var_os).map(|pager| pager.to_string_lossy().into()),
            pager_variables: ["LESS", "LESSCHARSET", "LV"].into_iter().filter(|name| env::var_os(name).is_some()).collect(),
            columns_wanted: variable("COLUMNS").parse().ok().filter(|&columns| columns > 0),
            format_wanted: Some(variable("ROLES_FORMAT")).filter(|format| !format.is_empty()),
            corpora_wanted: env::var_os("ROLES_CORPUS")
                .map_or_else(Vec::new, |paths| env::split_paths(&paths).filter(|path| !path.as_os_str().is_empty()).collect()),
            no_color: !variable("NO_COLOR").is_empty(),
            force_color: !matches!(variable("CLICOLOR_FORCE").as_str(), "" | "0"),
            dumb: variable("TERM") == "dumb",
            links: supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout),
            ascii: !locale.is_empty() && !locale.contains("utf-8") && !locale.contains("utf8"),
            this_year: variable("SOURCE_DATE_EPOCH").parse().ok().or_else(seconds_now).and_then(year),
        }
    }

    /// The looks of standard output: flags before environment before terminal.
    ///
    /// The width is the flag's, else that of `COLUMNS`, else the terminal's, else 80.
    pub fn style(&self, color: When, width: Option<usize>, ascii: bool) -> Style {
        Style {
            width: width.or(self.columns_wanted).or(self.columns).unwrap_or(80).clamp(NARROWEST, WIDEST),
            color: self.colors(color, self.stdout),
            ascii: ascii || self.ascii || self.dumb,
            links: self.links && !self.dumb,
        }
    }

    /// The looks of standard error.
    pub fn error_style(&self, color: When, width: Option<usize>, ascii: bool) -> Style {
        Style { color: self.colors(color, self.stderr), ..self.style(color, width, ascii) }
    }

    /// Whether to color a stream: the flag, then `NO_COLOR`, then `CLICOLOR_FORCE`, then `TERM=dumb`, then the stream itself.
    pub const fn colors(&self, choice: When, is_terminal: bool) -> bool {
        match choice {
            When::Always => true,
            When::Never => false,
            When::Auto if self.no_color => false,
            When::Auto => self.force_color || (is_terminal && !self.dumb),
        }
    }
}

/// Seconds since 1970, unless the clock is set to an earlier time.
fn seconds_now() -> Option<u64> {
    SystemTime::now().duration_since(UNIX_EPOCH).ok().map(|since| since.as_secs())
}

/// The year of a moment in seconds since 1970.
fn year(seconds: u64) -> Option<u16> {
    let mut days = seconds / (24 * 60 * 60);
    let mut year: u16 = 1970;
    loop {
        let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let length = if is_leap { 366 } else { 365 };
        if days < length {
            return Some(year);
        }
        days -= length;
        year = year.checked_add(1)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_goes_before_the_environment_and_that_before_the_terminal() {
        let terminal = Terminal { stdout: true, ..Terminal::default() };
        assert!(terminal.colors(When::Auto, true));
        assert!(!terminal.colors(When::Never, true));
        let quiet = Terminal { no_color: true, force_color: true, ..terminal.clone() };
        assert!(!quiet.colors(When::Auto, true));
        assert!(quiet.colors(When::Always, false));
        let forced = Terminal { force_color: true, dumb: true, ..terminal.clone() };
        assert!(forced.colors(When::Auto, false));
        assert!(!Terminal { dumb: true, ..terminal }.colors(When::Auto, true));
    }

    #[test]
    fn a_year_ends_where_the_calendar_says() {
        for (seconds, expected) in [
            (0, 1970),
            (31_535_999, 1970),
            (31_536_000, 1971),
            (951_782_399, 2000),
            (951_868_800, 2000),
            (978_307_199, 2000),
            (978_307_200, 2001),
            (1_735_689_599, 2024),
            (1_735_689_600, 2025),
            (4_102_444_799, 2099),
            (4_102_444_800, 2100),
        ] {
            assert_eq!(year(seconds), Some(expected), "{seconds}");
        }
        assert_eq!(year(u64::MAX), None);
    }

    #[test]
    fn width_is_the_flag_then_columns_then_the_terminal_then_eighty() {
        let terminal = Terminal { columns: Some(200), columns_wanted: Some(100), ..Terminal::default() };
        let width = |terminal: &Terminal, flag| terminal.style(When::Auto, flag, false).width;
        assert_eq!(width(&terminal, Some(60)), 60);
        assert_eq!(width(&terminal, None), 100);
        assert_eq!(width(&Terminal { columns_wanted: None, ..terminal }, None), 200);
        assert_eq!(width(&Terminal::default(), None), 80);
        assert_eq!(width(&Terminal::default(), Some(1)), NARROWEST);
    }
}
