//! How pages look, whatever the corpus says and however wide the screen: nothing too wide, nothing broken, nothing lost.

use std::collections::BTreeSet;

use crate::support::{in_color, on_screen, records, without_color};

const COMMANDS: [&str; 18] = [
    "compare coo cco",
    "compare cso cmo cro",
    "compare cfo coo cmo cso cro cco vp-sales-ops",
    "compare cfo cro --section duties",
    "show cro",
    "show ceo",
    "list",
    "list --columns id,title,alternate_titles,summary",
    "list --duty sales",
    "salary",
    "salary cfo cro cso",
    "search sales forecast",
    "search '\"chief executive\" usual' --limit 0",
    "sources",
    "tree --all",
    "tree vp-sales --sources",
    "path vp-sales-ops ceo",
    "path ceo coo",
];

fn is_address(word: &str) -> bool {
    word.starts_with("http://") || word.starts_with("https://")
}

/// The words of a text, without signs.
fn words(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

#[test]
fn no_line_is_wider_than_the_screen_but_for_addresses_and_none_ends_in_space() {
    for command in COMMANDS {
        for columns in [40, 60, 80, 100, 120, 160, 200] {
            let page = on_screen(columns, command).ok();
            let is_wide = |line: &&str| line.chars().count() > columns && !line.split(' ').any(is_address);
            assert_eq!(page.lines().find(is_wide), None, "{command} at {columns}");
            let line = page.lines().find(|line| line.ends_with(char::is_whitespace) || line.contains('\t'));
            assert_eq!(line, None, "{command} at {columns}");
        }
    }
}

#[test]
fn color_adds_nothing_but_color() {
    for command in COMMANDS {
        for columns in [60, 120] {
            let colored = in_color(columns, command).ok();
            assert!(colored.contains('\u{1b}'), "{command} has no color");
            assert_eq!(without_color(&colored), on_screen(columns, command).ok(), "{command} at {columns}");
            let mut parts = colored.split("\u{1b}[").skip(1).filter_map(|part| part.split_once('m'));
            let superfluous = parts.find(|(code, text)| *code != "0" && text.is_empty());
            assert_eq!(superfluous, None, "{command} at {columns}");
        }
    }
}

#[test]
fn no_word_is_broken_at_80_columns_and_no_address_at_60() {
    for command in COMMANDS {
        let whole = on_screen(1500, command).ok();
        for columns in [80, 120] {
            let page = on_screen(columns, command).ok();
            let is_word = |piece: &&str| piece.contains(char::is_alphabetic);
            let pieces: Vec<&str> = words(&page).difference(&words(&whole)).copied().filter(is_word).collect();
            assert!(pieces.is_empty(), "{command} at {columns}: {pieces:?}");
        }
        let page = on_screen(60, command).ok();
        let broken = whole.split_whitespace().find(|word| is_address(word) && !page.contains(word));
        assert_eq!(broken, None, "{command}");
    }
}

#[test]
fn every_word_of_every_record_is_on_the_page() {
    for (command, column) in [
        ("compare coo cco --section duties,skills,differences", "text"),
        ("compare cfo cmo cro --section duties", "text"),
        ("show vp-sales-ops --section duties,requirements,career", "text"),
        ("show ceo", "when"),
        ("list --columns id,title,summary", "summary"),
        ("sources", "title"),
    ] {
        let page = on_screen(60, command).ok();
        let said = words(&page);
        for row in records(command) {
            let lost: Vec<&str> = words(&row[column]).into_iter().filter(|word| !said.contains(word)).collect();
            assert!(lost.is_empty(), "{command} does not say {lost:?} of {}", row[column]);
        }
    }
}

#[test]
fn a_note_follows_its_word_and_notes_stand_in_order_without_gaps() {
    for command in COMMANDS.iter().filter(|command| command.ends_with("--all") && !command.starts_with("tree")) {
        let page = on_screen(200, command).ok();
        let (said, _) = page.split_once("\nSOURCES\n").expect("sources");
        assert!(!said.contains("] ["), "{command}: {page}");
        for notes in said.split_whitespace().filter(|word| word.starts_with('[') && word.ends_with(']')) {
            let numbers: Vec<u32> = notes.split(['[', ']']).filter_map(|number| number.parse().ok()).collect();
            assert!(numbers.is_sorted(), "{command}: {notes}");
        }
    }
}
