//! Answers on a terminal go through a pager; nothing else does.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;

use tempfile::TempDir;

use crate::support::{Answer, has, on_real_terminal, piped, shell};

/// A pager that writes down what it is given and how it was called.
struct Recorder {
    folder: TempDir,
}

impl Recorder {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let recorder = Self { folder };
        let script = format!(
            "#!/bin/sh\necho \"$* LESS=$LESS LV=$LV\" > {0}/call\ncat > {0}/page\necho PAGED\n",
            recorder.folder.path().display()
        );
        fs::write(recorder.program(), script).expect("a script");
        fs::set_permissions(recorder.program(), fs::Permissions::from_mode(0o755)).expect("it can be run");
        recorder
    }

    fn program(&self) -> PathBuf {
        self.folder.path().join("pager")
    }

    /// The page it got, if it was called.
    fn page(&self) -> Option<String> {
        fs::read_to_string(self.folder.path().join("page")).ok()
    }

    fn call(&self) -> String {
        fs::read_to_string(self.folder.path().join("call")).expect("it was called")
    }

    /// Runs a line on a terminal of 24 lines with this pager.
    fn run(&self, more: &[(&str, &str)], script: &str) -> Option<Answer> {
        let program = self.program();
        let variables = [("ROLES_PAGER", program.to_str().expect("UTF-8")), ("NO_COLOR", "1")];
        on_real_terminal(&[&variables[..], more].concat(), (24, 80), script)
    }
}

#[test]
fn a_long_answer_is_all_given_to_the_pager_and_none_of_it_to_the_screen() {
    let recorder = Recorder::new();
    let Some(answer) = recorder.run(&[], "roles compare coo cco --all") else { return };
    assert_eq!((answer.status, answer.stdout.as_str()), (0, "PAGED\n"));
    assert_eq!(recorder.page().expect("a page"), piped("compare coo cco --all --format table --width 80").ok());
    assert_eq!(recorder.call(), " LESS=FRX LV=-c\n");
}

#[test]
fn an_answer_made_for_one_screen_needs_no_pager() {
    for line in ["compare coo cco", "show coo"] {
        let recorder = Recorder::new();
        let Some(answer) = recorder.run(&[], &format!("roles {line}")) else { return };
        assert_eq!((answer.stdout, recorder.page()), (piped(&format!("{line} --format table --width 80")).ok(), None));
    }
}

#[test]
fn help_that_is_longer_than_the_screen_is_paged_too() {
    let recorder = Recorder::new();
    let Some(answer) = recorder.run(&[], "roles compare --help") else { return };
    assert_eq!((answer.status, answer.stdout.as_str()), (0, "PAGED\n"));
    let answer = recorder.run(&[], "roles --no-pager compare --help").expect("a terminal");
    assert!(answer.stdout.starts_with("Compare two or more roles\n"), "{answer}");
}

#[test]
fn less_leaves_an_answer_that_fits_on_the_screen() {
    if !has("less") {
        return;
    }
    let script = "unset ROLES_PAGER PAGER LESS; roles list --columns id";
    let Some(answer) = on_real_terminal(&[("NO_COLOR", "1")], (24, 80), script) else { return };
    // Nobody leaves less here, so it leaves by itself.
    assert!(answer.status == 0 && answer.stdout.contains("vp-sales-ops"), "{answer}");
}

#[test]
fn what_is_piped_is_not_paged() {
    let recorder = Recorder::new();
    let Some(answer) = recorder.run(&[], "roles compare coo cco | wc -l | tr -d ' '") else { return };
    assert_eq!(answer.stdout, format!("{}\n", piped("compare coo cco").ok().lines().count()));
    let program = recorder.program();
    let answer = shell(&format!("ROLES_PAGER={} roles compare coo cco --all --format table", program.display()));
    assert_eq!(answer.ok(), piped("compare coo cco --all --format table").ok());
    assert_eq!(recorder.page(), None);
}

#[test]
fn there_are_many_ways_to_want_no_pager() {
    let recorder = Recorder::new();
    let program = recorder.program();
    let usual = ("PAGER", program.to_str().expect("UTF-8"));
    let plain = piped("show cfo --all --format table --width 80").ok();
    for variable in ["", "cat"] {
        let variables = [usual, ("NO_COLOR", "1"), ("ROLES_PAGER", variable)];
        let Some(answer) = on_real_terminal(&variables, (24, 80), "roles show cfo --all") else { return };
        assert_eq!(answer.stdout, plain, "{variable:?}");
    }
    assert_eq!(recorder.run(&[], "roles show cfo --all --no-pager").expect("a terminal").stdout, plain);
    let dumb = recorder.run(&[("TERM", "dumb")], "roles show cfo --all").expect("a terminal").stdout;
    assert_eq!(dumb, piped("show cfo --all --format table --width 80 --ascii").ok());
    assert_eq!(recorder.page(), None);
    // Without a pager of its own it takes the one of all programs.
    let answer = on_real_terminal(&[usual], (24, 80), "unset ROLES_PAGER; roles show cfo --all").expect("a terminal");
    assert_eq!(answer.stdout, "PAGED\n");
}

#[test]
fn a_pager_that_is_left_at_once_is_no_error() {
    for (script, status) in [("roles compare coo cco --all", 0), ("roles compare coo cco --all --exit-code", 1)] {
        for pager in ["true", "head -n 1", "false"] {
            let Some(answer) = on_real_terminal(&[("ROLES_PAGER", pager), ("NO_COLOR", "1")], (24, 80), script) else { return };
            let first = "Chief Operating Officer (COO) and Chief Commercial Officer (CCO)\n";
            assert_eq!((answer.status, answer.stdout.as_str()), (status, if pager == "head -n 1" { first } else { "" }));
        }
    }
}

#[test]
fn a_pager_that_is_not_there_loses_nothing() {
    let variables = [("ROLES_PAGER", "/no/such/pager -x"), ("NO_COLOR", "1")];
    let Some(answer) = on_real_terminal(&variables, (24, 80), "roles compare coo cco --all --exit-code") else { return };
    let plain = piped("compare coo cco --all --format table --width 80").ok();
    let note = "note: the pager '/no/such/pager -x' cannot be started: No such file or directory (os error 2)\n";
    assert_eq!((answer.status, answer.stdout), (1, plain + note));
}

#[test]
fn ctrl_c_belongs_to_the_pager_while_it_runs() {
    // A pager that is interrupted, as `less` is to stop a search, and goes on.
    let pager = "sh -c 'trap : INT; kill -INT 0; sleep 0.2; cat > /dev/null; echo still here'";
    let Some(answer) = on_real_terminal(&[("ROLES_PAGER", pager)], (24, 80), "trap : INT; roles show cfo --all; echo status $?")
    else {
        return;
    };
    assert!(answer.stdout.contains("still here\nstatus 0\n"), "{answer}");
}
