//! Manual pages, held against the programs that read them.

use crate::support::{has, piped, shell};

/// Every verb, as the help lists them.
pub fn verbs() -> Vec<String> {
    let help = piped("--help").ok();
    let list = help.split("Commands:\n").nth(1).expect("commands").split("\n\n").next().expect("a list");
    let names = list.lines().filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

#[test]
fn every_command_has_a_page_that_readers_of_manuals_find_nothing_wrong_with() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("man1");
    let write = || piped(&format!("man --dir {}", path.display())).ok();
    let written = write();
    assert_eq!(write(), written, "a newer page takes the place of an older one");
    let expected = ["roles".to_owned()].into_iter().chain(verbs().into_iter().map(|verb| format!("roles-{verb}")));
    let expected: Vec<String> = expected.map(|page| format!("{}/{page}.1", path.display())).collect();
    assert_eq!(written.lines().collect::<Vec<_>>(), expected);
    if has("groff") {
        let answer = shell(&format!("for page in {}/*.1; do groff -ww -man -Tutf8 $page > /dev/null; done", path.display()));
        assert_eq!(answer.ok(), "");
    }
}

#[test]
fn a_page_has_the_sections_that_readers_look_for() {
    for verb in verbs() {
        let page = piped(&format!("man {verb}")).ok();
        let sections: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
        for wanted in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXTRA"] {
            assert!(sections.contains(&wanted), "{verb}: {sections:?}");
        }
        assert!(page.contains(&format!("roles\\-{verb} \\- ")), "{page}");
        assert!(!page.contains('\u{1b}'), "{page}");
    }
}

#[test]
fn a_command_that_is_none_is_named_with_what_may_have_been_meant() {
    piped("man comapre").refuses("error: unknown command 'comapre'\n\n  did you mean 'compare'?\n");
    let all = verbs().join(", ");
    piped("man '\u{1b}x'").refuses(&format!("error: unknown command '\\u{{1b}}x'\n\n  the commands are {all}\n"));
}
