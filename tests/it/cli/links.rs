//! Links on sources, where the terminal has them.

use std::fs;

use roles::terminal::Terminal;

use crate::support::{Answer, hostile, on_screen, piped, run, spawned, split};

fn with_links(line: &str) -> Answer {
    let terminal = Terminal { stdout: true, no_color: true, links: true, columns: Some(60), ..Terminal::default() };
    run(&terminal, split(line))
}

/// The links of a text, each with its target and what it stands on, and the text without them.
fn links(text: &str) -> (Vec<(String, String)>, String) {
    let mut parts = text.split("\u{1b}]8;");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    let mut links = Vec::new();
    for part in parts {
        let (code, after) = part.split_once("\u{1b}\\").expect("a code has an end");
        let target = code.split_once(';').expect("parameters").1;
        if !target.is_empty() {
            links.push((target.to_owned(), after.to_owned()));
        }
        plain.push_str(after);
    }
    (links, plain)
}

#[test]
fn sources_are_links_and_the_text_is_the_same() {
    for command in ["show cro --all", "compare coo cco --all", "sources"] {
        let text = with_links(command).ok();
        let (found, plain) = links(&text);
        assert_eq!(plain, on_screen(60, command).ok());
        assert!(!found.is_empty());
        for (target, stands_on) in found {
            assert!(target.starts_with("http") && target.bytes().all(|byte| byte.is_ascii_graphic()), "{target}");
            assert!(!stands_on.contains('\n'), "a link ends before its line does: {stands_on:?}");
        }
    }
}

#[test]
fn links_are_made_only_where_they_are_had() {
    assert!(!on_screen(60, "show cro --all").ok().contains('\u{1b}'));
    let dumb = Terminal { stdout: true, links: true, dumb: true, ..Terminal::default() };
    assert!(!run(&dumb, split("show cro --all")).ok().contains('\u{1b}'));
    for terminal in [("TERM", "xterm-kitty"), ("TERM_PROGRAM", "WezTerm"), ("VTE_VERSION", "7600")] {
        assert!(!spawned(&[terminal], "show cro --all --format table").ok().contains('\u{1b}'));
    }
    assert!(spawned(&[("FORCE_HYPERLINK", "1")], "show cro --all --format table").ok().contains("\u{1b}]8;"));
    for format in ["tsv", "csv", "json", "yaml", "markdown"] {
        assert!(!with_links(&format!("show cro --all --format {format}")).ok().contains('\u{1b}'));
    }
}

#[test]
fn an_address_cannot_leave_its_link() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("own.yaml");
    let roles = |url: &str| {
        format!(
            "roles: [{{ id: cxo, title: CXO, duties: [{{ text: Plays, sources: [x] }}] }}]
sources: [{{ id: x, title: X, publisher: X, url: '{url}', grade: C }}]\n"
        )
    };
    let show = format!("show cxo --all --corpus {}", path.display());
    fs::write(&path, roles("https://example.com/ä b\\;x")).expect("a corpus");
    let (found, plain) = links(&with_links(&show).ok());
    assert!(!found.is_empty() && found.iter().all(|(target, _)| target == "https://example.com/%C3%A4%20b%5C;x"), "{found:?}");
    assert_eq!(hostile(&plain), None);
    assert!(piped("show cro --all --format table").ok().contains("http"));
}
