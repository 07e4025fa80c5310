//! The `roles` program: the process around [`roles::run`].

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap_complete::CompleteEnv;
use roles::cli::Cli;
use roles::error::Error;
use roles::terminal::Terminal;

fn main() -> ExitCode {
    CompleteEnv::with_factory(Cli::definition).complete();
    let terminal = Terminal::of_process();
    let result = roles::run(std::env::args_os(), &terminal, &mut io::stdout().lock());
    // Nothing can be done when standard error cannot be written.
    let mut stderr = io::stderr().lock();
    match result {
        Ok(outcome) => {
            for notice in &outcome.notices {
                let _ = writeln!(stderr, "{notice}");
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
