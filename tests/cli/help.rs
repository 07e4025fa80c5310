//! The help of every command.

use crate::manuals::verbs;
use crate::support::piped;

#[test]
fn every_command_has_grouped_options_and_an_example() {
    for verb in verbs() {
        for flag in ["-h", "--help"] {
            let help = piped(&format!("{verb} {flag}")).ok();
            for wanted in ["Usage: roles ", "\nExamples:\n  ", &format!("roles {verb}")] {
                assert!(help.contains(wanted), "{verb} {flag} does not say {wanted:?}:\n{help}");
            }
            // Options that would change nothing are not offered.
            let has_corpus = !matches!(verb.as_str(), "init" | "schema" | "completions" | "man");
            let has_format = has_corpus && verb != "new";
            assert_eq!(help.contains("\nCorpus:\n"), has_corpus, "{verb} {flag}\n{help}");
            assert_eq!(help.contains("--format <"), has_format, "{verb} {flag}\n{help}");
            assert_eq!(help.contains("\nOutput:\n"), has_format || flag == "--help", "{verb} {flag}\n{help}");
            let own_last = help.find("\nOptions:\n").max(help.find("\nHow:\n"));
            let common = help.find("\nCorpus:\n").or(help.find("\nOutput:\n"));
            assert!(common.is_none_or(|common| own_last < Some(common)), "{verb}: what is its own comes first\n{help}");
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
fn an_option_that_a_verb_would_ignore_is_refused_wherever_it_stands() {
    for line in
        ["man path -f json", "--format json man path", "init folder --corpus x", "new cdo --header", "schema --no-builtin"]
    {
        let answer = piped(line);
        assert!(answer.status == 2 && answer.stdout.is_empty(), "{answer}");
        assert!(answer.stderr.starts_with("error: unexpected argument '-"), "{answer}");
    }
}

#[test]
fn options_before_a_verb_count_as_those_after_it_and_the_last_word_counts() {
    assert_eq!(piped("--format json list -q").ok(), piped("list -q --format json").ok());
    assert_eq!(piped("--format json list --format tsv").ok(), piped("list --format tsv").ok());
    assert!(piped("--color never man compare").ok().contains(".TH roles-compare"));
    for line in ["help --help", "help -h", "help"] {
        assert_eq!(piped(line).ok(), piped("--help").ok(), "{line}");
    }
}
