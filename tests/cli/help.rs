//! The help of every command.

use crate::manuals::verbs;
use crate::support::piped;

#[test]
fn every_command_has_grouped_options_and_an_example() {
    for verb in verbs() {
        for flag in ["-h", "--help"] {
            let help = piped(&format!("{verb} {flag}")).ok();
            for wanted in ["Usage: roles ", "\nCorpus:\n", "\nOutput:\n", "\nExamples:\n  ", &format!("roles {verb}")] {
                assert!(help.contains(wanted), "{verb} {flag} does not say {wanted:?}:\n{help}");
            }
            let own_last = help.find("\nOptions:\n").max(help.find("\nHow:\n"));
            assert!(own_last < help.find("\nCorpus:\n"), "{verb}: what is its own comes first\n{help}");
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
