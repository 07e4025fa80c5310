//! Sets a manual page for people to read, with the programs that they read manuals with.

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::thread;

use crate::terminal::Style;

/// Longer lines are hard to read.
const WIDEST: usize = 100;

/// By this a page that was set is told from a program's excuse: systems without manuals have a `man` that says so.
const SOUGHT: &str = "SYNOPSIS";

/// A page as text, with bold as printers strike it where there may be color. None where there is no program that can set it.
pub(super) fn set(page: &[u8], style: Style) -> Option<Vec<u8>> {
    let width = style.width.min(WIDEST);
    let (device, ascii) = if style.ascii { ("ascii", "ascii") } else { ("utf8", "UTF-8") };
    // Standard output is a pipe to them, so none of them starts a pager.
    let mut man = Command::new("man");
    man.args(["-E", ascii, "-l", "-"]).env("MANWIDTH", width.to_string()).env("MAN_KEEP_FORMATTING", "1");
    // Other systems' `man` takes no page from a pipe.
    let mut mandoc = Command::new("mandoc");
    mandoc.args(["-T", device, "-O"]).arg(format!("width={width}"));
    let mut groff = Command::new("groff");
    groff.args(["-man", "-P-c", "-T", device]).arg(format!("-rLL={width}n"));
    [man, mandoc, groff].into_iter().find_map(|program| {
        let text = through(program, page)?;
        let plain = struck_once(&text);
        plain.contains(SOUGHT).then(|| if style.color { text } else { plain }.into_bytes())
    })
}

/// What a program makes of a page.
fn through(mut program: Command, page: &[u8]) -> Option<String> {
    // A text that is no escape code needs no color to be bold.
    program.env("GROFF_NO_SGR", "1").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut program = program.spawn().ok()?;
    let stdin = program.stdin.take();
    let output = thread::scope(|scope| {
        // One that stops reading before the end says so by its status.
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(page)));
        program.wait_with_output()
    });
    let output = output.ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

/// A text without what printers strike twice: bold letters over themselves, and letters over lines.
fn struck_once(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '\u{8}' {
            plain.pop();
        } else {
            plain.push(c);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bold_and_underlined_letters_are_read_as_letters() {
        assert_eq!(struck_once("N\u{8}NA\u{8}A _\u{8}x–\u{8}–\n\u{8}"), "NA x–");
    }
}
