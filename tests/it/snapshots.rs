//! Whole answers of every verb, as they are seen, on the small corpus of `tests/fixture`.
//!
//! `INSTA_UPDATE=always cargo test --test it snapshots` writes them anew. Read the difference.

use std::fmt::Write as _;

use crate::support::{Answer, in_color, on_screen, piped};

const CROSSINGS: &str = "--no-builtin --corpus tests/fixture/crossings";

/// Holds a transcript of commands against the one that was last approved; an escape code shows as `\e`.
#[track_caller]
fn approve(name: &str, commands: &[&str], run: impl Fn(&str) -> Answer) {
    let transcript = commands.iter().fold(String::new(), |mut text, command| {
        let corpus = if command.contains("tests/fixture") { "--no-builtin" } else { CROSSINGS };
        let Answer { status, stdout, stderr, .. } = run(&format!("{command} {corpus}"));
        let _ = write!(text, "$ roles {command}\n{stdout}");
        for line in stderr.lines() {
            let _ = writeln!(text, "[stderr] {line}");
        }
        if status != 0 {
            let _ = writeln!(text, "[status {status}]");
        }
        text
    });
    let mut transcript = transcript.replace('\u{1b}', "\\e").replace("\r\n", "\\r\n");
    // The style of a page is read where it is written.
    if let (Some(start), Some(end)) = (transcript.find("<style>"), transcript.find("</style>")) {
        transcript.replace_range(start + "<style>".len()..end, "...");
    }
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, transcript);
    });
}

macro_rules! on_terminals {
    ($($name:ident: $($command:literal),+;)*) => {$(
        #[test]
        fn $name() {
            for width in [60, 100] {
                let name = format!("{}_at_{width}", stringify!($name));
                approve(&name, &[$($command),+], |line| on_screen(width, line));
            }
        }
    )*};
}

on_terminals! {
    compare_two: "compare cbo cto";
    compare_three: "compare cbo cto vp-ferries --section duties";
    show_role: "show cbo";
    show_position: "show ceo";
    list: "list", "list --reports-to ceo --indirect";
    salary: "salary";
    tree: "tree --all";
    path: "path harbor-master ceo";
    search: "search tolls";
    sources: "sources";
    diff: "diff tests/fixture/older.yaml tests/fixture/crossings --section overview,duties,reporting,salary";
    check: "check tests/fixture/wrong.yaml";
}

#[test]
fn the_whole_comparison() {
    approve("compare_all_at_100", &["compare cbo cto --all"], |line| on_screen(100, line));
}

#[test]
fn in_colors() {
    approve("in_colors", &["compare cbo cto --section duties,salary", "list", "tree"], |line| in_color(80, line));
}

#[test]
fn in_ascii() {
    approve("in_ascii", &["compare cbo cto --section duties --ascii", "salary cbo --ascii", "tree --ascii"], |line| {
        on_screen(80, line)
    });
}

macro_rules! for_programs {
    ($($name:ident: $($command:literal),+;)*) => {$(
        #[test]
        fn $name() {
            approve(stringify!($name), &[$($command),+], piped);
        }
    )*};
}

for_programs! {
    tsv: "compare cbo cto --header --section duties,salary,reporting", "list", "check tests/fixture/wrong.yaml";
    csv: "compare cbo cto --section duties --format csv";
    json: "compare cbo cto --section metrics --format json", "list --format json";
    yaml: "compare cbo cto --section metrics --format yaml";
    markdown: "compare cbo cto --section duties,salary,differences --format markdown";
    html: "compare cbo cto --section metrics --format html";
    graphs: "tree --format mermaid", "tree --format dot";
}
