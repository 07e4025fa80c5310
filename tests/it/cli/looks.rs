//! How pages look to people: what stands together, what is explained, what has which color.

use super::layout::{COMMANDS, blocks};
use crate::support::{in_color, on_screen, without_color};

#[test]
fn a_table_that_would_crush_its_labels_is_told_row_below_row() {
    let command = "compare cfo coo cmo cso --section salary";
    for width in [40, 60, 80] {
        let page = on_screen(width, command).ok();
        let table = page.split("Like for like").nth(1).expect("a table");
        assert!(table.contains("\n    CFO $25,000; COO $27,250;"), "{page}");
    }
    let overview = on_screen(60, "compare cfo coo cmo cso cro cco vp-sales-ops --brief").ok();
    let row = overview.split("\nDuties\n").nth(1).expect("a row without cells");
    assert!(row.starts_with("    all ") && row.contains("; shared ") && row.contains("; by some "), "{overview}");
    let wide = on_screen(120, command).ok();
    let row = wide.lines().find(|line| line.starts_with("median bonus")).expect("a row");
    assert!(row.contains("$25,000") && row.contains("$27,250"), "a table where there is room: {wide}");
}

#[test]
fn those_of_whom_nothing_is_said_share_a_line() {
    let page = on_screen(60, "compare cfo coo cmo cso --section reporting").ok();
    let alone = page.lines().filter(|line| ["CFO", "COO", "CMO", "CSO"].iter().any(|role| *line == format!("    {role}  –")));
    assert!(alone.count() > 0 && page.contains("\n    COO, CMO, CSO  –\n"), "{page}");
    assert!(!page.contains("–\n    COO  –"), "{page}");
}

#[test]
fn a_note_follows_its_word_and_notes_stand_in_order_without_gaps() {
    for command in COMMANDS.iter().filter(|command| command.starts_with("compare c") || command.starts_with("show c")) {
        let page = on_screen(200, command).ok();
        let (said, _) = page.split_once("\nSOURCES\n").expect("sources");
        assert!(!said.contains("] ["), "{command}: {page}");
        for notes in said.split_whitespace().filter(|word| word.starts_with('[') && word.ends_with(']')) {
            let numbers: Vec<u32> = notes.split(['[', ']']).filter_map(|number| number.parse().ok()).collect();
            assert!(numbers.is_sorted(), "{command}: {notes}");
        }
        // The rest of a long row of notes may begin a line, a single one never: there is room for the word before it.
        let lone = said.lines().find(|line| !line.contains("  ") && line.trim_start().starts_with('['));
        assert_eq!(lone, None, "{command}");
    }
}

#[test]
fn a_grade_stays_with_its_word_and_an_acronym_with_its_title() {
    for command in COMMANDS {
        for columns in [40, 60, 80, 120, 200] {
            let page = on_screen(columns, command).ok();
            assert_eq!(page.lines().find(|line| line.ends_with("Grade")), None, "{command} at {columns}");
            let title = blocks(&page).into_iter().next().expect("a title");
            assert!(!title.iter().any(|line| line.starts_with("(C")), "{command} at {columns}: {title:?}");
        }
    }
}

#[test]
fn topics_have_a_fifth_of_the_width_and_roles_no_more_than_their_longest_text() {
    let head = |width| {
        let page = on_screen(width, "compare coo cco --section career").ok();
        let block = blocks(&page).into_iter().find(|block| block[0].starts_with("   Post")).map(|block| block.join("\n"));
        block.unwrap_or_else(|| panic!("{page}"))
    };
    for width in [120, 200] {
        assert!(head(width).lines().all(|line| line.chars().count() < 70), "{}", head(width));
    }
    let page = on_screen(200, "compare coo cco --section duties").ok();
    assert!(page.contains("   Financial planning and analysis  Tracks how"), "{page}");
}

#[test]
fn a_legend_names_the_signs_that_occur_and_is_broken_between_two_of_them() {
    let legend = |width, command: &str| {
        let page = on_screen(width, command).ok();
        let lines = blocks(&page).into_iter().find(|block| block[0].starts_with("= shared") || block[0].starts_with('?'));
        lines.unwrap_or_else(|| panic!("{page}")).join("\n")
    };
    let matrix = legend(60, "compare cfo coo cmo --section duties");
    assert_eq!(matrix, "= shared; ≈ by some; ~ related; ● named for this role;\n– not named for this role");
    let columns = legend(80, "compare coo cco --section metrics --only shared");
    assert_eq!(columns, "= shared");
    assert_eq!(legend(80, "compare coo cco --brief"), "? nothing known under this heading");
}

#[test]
fn every_escape_is_needed_and_known_to_every_terminal() {
    for command in COMMANDS {
        for columns in [60, 80, 120] {
            let page = in_color(columns, command).ok();
            let mut parts = page.split("\u{1b}[").skip(1).filter_map(|part| part.split_once('m'));
            let superfluous = parts.find(|(code, text)| (*code != "0" && text.is_empty()) || code.contains("38"));
            assert_eq!(superfluous, None, "{command} at {columns}");
        }
    }
}

#[test]
fn a_topic_has_the_color_of_its_sign_in_every_layout() {
    for (width, layout) in [(120, "columns"), (120, "matrix"), (120, "stacked")] {
        let page = in_color(width, &format!("compare coo cco cmo --section duties --layout {layout}")).ok();
        let line = page.lines().find(|line| {
            without_color(line).trim_start().starts_with("=  Revenue growth") || without_color(line) == "= Revenue growth"
        });
        let line = line.unwrap_or_else(|| panic!("{page}"));
        assert!(line.starts_with("\u{1b}[32m=\u{1b}[0m"), "{line:?}");
        assert!(line.contains("32mRevenue growth\u{1b}[0m"), "{line:?}");
    }
}
