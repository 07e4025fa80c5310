//! The help of every command.

use super::manuals::verbs;
use crate::support::{piped, spawned};

#[test]
fn every_command_has_grouped_options_and_an_example() {
    for verb in verbs() {
        for flag in ["-h", "--help"] {
            let help = piped(&format!("{verb} {flag}")).ok();
            for wanted in ["Usage: roles ", "\nExamples:\n  ", &format!("roles {verb}")] {
                assert!(help.contains(wanted), "{verb} {flag} does not say {wanted:?}:\n{help}");
            }
        }
        let [short, long] = ["-h", "--help"].map(|flag| piped(&format!("{verb} {flag}")).ok());
        assert!(!short.contains("--width") && long.contains("--width"), "{short}");
        assert_eq!(piped(&format!("help {verb}")).ok(), long);
    }
}

#[test]
fn the_help_of_the_program_names_what_it_listens_to() {
    let help = piped("--help").ok();
    for name in ["ROLES_CORPUS", "ROLES_FORMAT", "ROLES_PAGER", "NO_COLOR", "COLUMNS", "Exit status:", "Examples:"] {
        assert!(help.contains(name), "{help}");
    }
}

#[test]
fn options_before_a_verb_count_as_those_after_it_and_the_last_word_counts() {
    assert_eq!(piped("--format json list -q").ok(), piped("list -q --format json").ok());
    assert_eq!(piped("--format json list --format tsv").ok(), piped("list --format tsv").ok());
    assert!(piped("--color never man compare").ok().contains(".TH roles-compare"));
    assert_eq!(piped("help").ok(), piped("--help").ok());
}

/// A line that ends early although the first word of the next, of the same paragraph, would have fitted.
fn broken_line(help: &str) -> Option<&str> {
    let (text, _) = help.split_once("\nExamples:\n").unwrap_or((help, ""));
    let after = help.split("\nExamples:\n").nth(1).and_then(|rest| rest.split_once("\n\n")).map_or("", |(_, after)| after);
    let room = help.lines().map(|line| line.chars().count()).max().unwrap_or_default();
    let indent = |line: &str| line.len() - line.trim_start().len();
    // Two blanks part the columns of a list, and a bracket opens a remark of clap's own.
    let is_text = |line: &str| !line.trim().is_empty() && !line.trim().contains("  ") && !line.trim().starts_with('[');
    [text, after].into_iter().find_map(|part| {
        let lines: Vec<&str> = part.lines().collect();
        let broken = lines.windows(2).find(|two| {
            let next = two[1].split_whitespace().next().unwrap_or_default();
            let goes_on = is_text(two[0]) && is_text(two[1]) && indent(two[0]) == indent(two[1]) && !two[0].ends_with(':');
            goes_on && two[0].chars().count() + 1 + next.chars().count() <= room
        });
        broken.map(|two| two[0])
    })
}

#[test]
fn no_paragraph_of_the_help_is_broken_at_any_width() {
    let widths = ["", "60", "72", "80", "90", "100", "110", "120", "140", "160", "200"];
    let mut broken = Vec::new();
    for verb in verbs().iter().map(String::as_str).chain([""]) {
        for width in widths {
            let help = spawned(&[("COLUMNS", width)], &format!("{verb} --help")).ok();
            broken.extend(broken_line(&help).map(|line| format!("{verb} at {width}: {line}")));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
