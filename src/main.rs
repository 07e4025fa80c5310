//! The `roles` program: the process around [`roles::run`].

use std::io::{self, Write as _};
use std::process::ExitCode;

use roles::error::Error;
use roles::terminal::Terminal;

fn main() -> ExitCode {
    let terminal = Terminal::of_process();
    let result = roles::run(std::env::args_os(), &terminal, &mut io::stdout().lock());
    // If standard error cannot be written to, there is nobody left to tell.
    let mut stderr = io::stderr().lock();
    match result {
        Ok(outcome) => {
            for remark in &outcome.remarks {
                let _ = writeln!(stderr, "{remark}");
            }
            ExitCode::from(outcome.status())
        }
        Err(error) if error.is_closed_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            let _ = write!(stderr, "{error}");
            ExitCode::from(Error::STATUS)
        }
    }
}
