//! How pages look, whatever the corpus says: widths, gutters, whole words, nothing lost.

use std::collections::BTreeSet;

use roles::facets::{Facet, Section};
use serde_json::Value;

use crate::support::{colorful, in_color, json, on_screen, piped, records, run, split, without_color};

pub const COMMANDS: [&str; 23] = [
    "compare coo cco",
    "compare coo vp-sales-ops",
    "compare cso cmo cro",
    "compare cfo coo cmo cso",
    "compare cfo coo cmo cso cro cco vp-sales-ops",
    "compare cfo cro --layout stacked",
    "show cro",
    "show cfo coo",
    "show ceo",
    "list",
    "list --reports-to ceo --indirect --oversees sales",
    "list --columns id,title,alternate_titles,summary",
    "list --duty sales",
    "salary",
    "salary cfo cro cso",
    "search sales forecast",
    "search '\"chief executive\" usual' --limit 0",
    "sources",
    "tree",
    "tree --all",
    "tree vp-sales --sources",
    "path vp-sales-ops ceo",
    "path ceo coo",
];

fn width(line: &str) -> usize {
    line.chars().count()
}

fn is_address(word: &str) -> bool {
    word.starts_with("http://") || word.starts_with("https://")
}

#[test]
fn no_line_is_wider_than_the_terminal_but_for_addresses() {
    let mut wide = Vec::new();
    for command in COMMANDS {
        for columns in [40, 60, 80, 100, 120, 160, 200] {
            let page = on_screen(columns, command).ok();
            let lines = page.lines().filter(|line| width(line) > columns && !line.split(' ').any(is_address));
            wide.extend(lines.take(1).map(|line| format!("{command} at {columns}: {} columns: {line}", width(line))));
        }
    }
    assert!(wide.is_empty(), "{}", wide.join("\n"));
}

#[test]
fn no_line_ends_in_space() {
    for command in COMMANDS {
        for columns in [20, 60, 80, 120, 400] {
            for page in [on_screen(columns, command).ok(), without_color(&in_color(columns, command).ok())] {
                let line = page.lines().find(|line| line.ends_with(char::is_whitespace) || line.contains('\t'));
                assert_eq!(line, None, "{command} at {columns}");
            }
        }
    }
}

#[test]
fn color_adds_nothing_but_color() {
    for command in COMMANDS {
        for columns in [60, 80, 120] {
            let colored = in_color(columns, command).ok();
            assert!(colored.contains('\u{1b}'), "{command} has no color");
            assert_eq!(without_color(&colored), on_screen(columns, command).ok(), "{command} at {columns}");
        }
    }
}

#[test]
fn runs_beside_each_other_do_not_change_each_other() {
    let (color, plain) = (colorful(80), roles::terminal::Terminal { no_color: true, ..colorful(80) });
    let page = |terminal| run(terminal, split("compare coo cco --section overview,duties")).ok();
    let expected = (page(&color), page(&plain));
    let same = std::thread::scope(|scope| {
        let repeat = |terminal, expected: String| move || (0..100).all(|_| page(terminal) == expected);
        let (one, other) = (scope.spawn(repeat(&color, expected.0)), scope.spawn(repeat(&plain, expected.1)));
        one.join().expect("no panic") && other.join().expect("no panic")
    });
    assert!(same, "a colored and a plain run at one time disturb each other");
}

/// The words of a page, rules, marks, citations and what parts the cells of a row left out.
fn words(page: &str) -> BTreeSet<&str> {
    let is_citation =
        |word: &str| word.starts_with('[') && word.ends_with(']') && word.chars().all(|c| "[]0123456789".contains(c));
    let is_drawn = |word: &str| word.chars().all(|c| "─-–●○≈~=•%·├┤│◆■◂▸╎╌━".contains(c));
    let words = page.split_whitespace().map(|word| word.trim_end_matches(';'));
    words.filter(|word| !is_citation(word) && !is_drawn(word)).collect()
}

#[test]
fn no_word_is_broken_at_80_columns_and_wider() {
    let mut broken = Vec::new();
    for command in COMMANDS {
        let whole = on_screen(1500, command).ok();
        for columns in [80, 100, 120] {
            // Where there are marks for want of room, a line says so that has no place on a wide page.
            let page: String = on_screen(columns, command)
                .ok()
                .split_inclusive('\n')
                .filter(|line| !line.contains("--layout columns"))
                .collect();
            let addresses: Vec<&str> = words(&whole).into_iter().filter(|word| is_address(word)).collect();
            let is_new = |piece: &&str| !addresses.iter().any(|address| address.contains(piece));
            let pieces: Vec<&str> = words(&page).difference(&words(&whole)).copied().filter(is_new).collect();
            if !pieces.is_empty() {
                broken.push(format!("{command} at {columns}: {}", pieces.join(" ")));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn addresses_are_kept_whole() {
    for command in ["sources", "show cro", "compare coo cco"] {
        for columns in [60, 80, 120] {
            let whole = on_screen(1500, command).ok();
            let page = on_screen(columns, command).ok();
            let broken: Vec<&str> = words(&whole).difference(&words(&page)).copied().filter(|word| is_address(word)).collect();
            assert!(broken.is_empty(), "{command} at {columns} breaks {} addresses: {broken:#?}", broken.len());
        }
    }
}

/// The parts of a page between empty lines.
pub fn blocks(page: &str) -> Vec<Vec<&str>> {
    let lines: Vec<&str> = page.lines().collect();
    lines.split(|line| line.is_empty()).filter(|block| !block.is_empty()).map(<[&str]>::to_vec).collect()
}

/// Where the columns of some lines begin and end: what stands between two columns of nothing.
fn columns(block: &[&str]) -> Vec<(usize, usize)> {
    let lines: Vec<Vec<char>> = block.iter().map(|line| line.chars().collect()).collect();
    let longest = lines.iter().map(Vec::len).max().unwrap_or(0);
    let is_blank = |at: usize| lines.iter().all(|line| line.get(at).is_none_or(|c| *c == ' '));
    let mut found: Vec<(usize, usize)> = Vec::new();
    for at in (0..longest).filter(|at| !is_blank(*at)) {
        match found.last_mut() {
            Some((_, end)) if at < *end + 2 => *end = at + 1,
            _ => found.push((at, at + 1)),
        }
    }
    found
}

/// What stands between two positions of a line.
fn slice(line: &str, from: usize, to: usize) -> String {
    line.chars().skip(from).take(to - from).collect::<String>().trim().to_owned()
}

/// The cells of a heading and where each begins.
fn cells(line: &str) -> Vec<(usize, String)> {
    columns(&[line]).into_iter().map(|(from, to)| (from, slice(line, from, to))).collect()
}

#[test]
fn columns_are_aligned() {
    let tables = [
        ("list", "Id", [80, 120]),
        ("list --columns id,salary_min,salary_max,duties,skills", "Id", [80, 120]),
        ("list --reports-to ceo --indirect", "Id", [80, 120]),
        ("compare coo cco", "Topics in", [80, 120]),
        ("compare cfo coo cmo cso", "Topics in", [80, 120]),
        ("compare cso cmo cro", "Like for like", [80, 120]),
        ("compare cfo coo cmo cso cro", "Like for like", [100, 120]),
    ];
    for (command, first, widths) in tables {
        for width in widths {
            let page = on_screen(width, command).ok();
            let starts_so =
                |block: &&Vec<&str>| cells(block[0]).first().is_some_and(|(_, cell)| cell == first) && cells(block[0]).len() > 2;
            let found: Vec<Vec<&str>> = blocks(&page).iter().filter(starts_so).cloned().collect();
            assert!(!found.is_empty(), "{command} has no table that begins with {first}");
            for table in found {
                assert!(columns(&table).len() >= cells(table[0]).len(), "{command} at {width}:\n{}", table.join("\n"));
            }
        }
    }
}

/// The short names of the roles of a comparison, as its tables are headed.
fn heads(command: &str) -> Vec<String> {
    let short = |id: &str| roles::builtin::corpus().roles.get(id).expect("a role").short_name().to_owned();
    command.split(' ').skip(1).map(short).collect()
}

/// Where the columns begin of a table with a column for each role.
fn side_table(block: &[&str], heads: &[String]) -> Option<Vec<usize>> {
    let header = cells(block[0]);
    let is_one = header.len() == heads.len() + 1 && header[0].0 == 3 && header[1..].iter().map(|(_, cell)| cell).eq(heads);
    is_one.then(|| header.iter().map(|(from, _)| *from).collect())
}

fn joined<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    texts.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

fn facet_label(facet: &Value) -> &'static str {
    Facet::ALL.into_iter().find(|known| *facet == *known.key()).expect("a facet").label()
}

/// Every section that has rows of roles, as an option.
fn sections() -> String {
    let keys = Section::ALL.map(Section::key).into_iter().filter(|key| !["overview", "together"].contains(key));
    format!("--section {}", keys.collect::<Vec<_>>().join(","))
}

#[test]
fn every_row_has_a_topic() {
    for roles in ["coo cco", "coo vp-sales-ops", "cfo cmo cco cro"] {
        for facet in json(&format!("compare {roles}"))["facets"].as_array().expect("facets") {
            for row in facet["rows"].as_array().expect("rows") {
                assert!(
                    row["label"].as_str().is_some_and(|label| !label.is_empty()),
                    "{roles}: {} has a row without a topic: {row}",
                    facet["facet"]
                );
            }
        }
    }
}

#[test]
fn topics_signs_and_marks_stand_in_every_row_in_the_order_of_the_data() {
    for (command, width) in [
        ("compare coo cco", 80),
        ("compare coo cco", 120),
        ("compare cso cmo cro", 120),
        ("compare coo vp-sales-ops", 60),
        ("compare cso cmo cro", 60),
        ("compare cfo coo cmo cso", 80),
        ("compare cfo coo cmo cso", 60),
    ] {
        let heads = heads(command);
        let page = on_screen(width, &format!("{command} {}", sections())).ok();
        let blocks = blocks(&page);
        let mut rest = blocks.as_slice();
        for facet in json(command)["facets"].as_array().expect("facets") {
            let rows = facet["rows"].as_array().expect("rows");
            let labels = joined(rows.iter().map(|row| row["label"].as_str().expect("a text")));
            let label = facet_label(&facet["facet"]);
            let found = rest.iter().position(|block| topics(block, &heads).is_some_and(|topics| topics == labels));
            let found =
                found.unwrap_or_else(|| panic!("{command} at {width} has no table of {label} with the topics {labels}:\n{page}"));
            if let Some(starts) = side_table(&rest[found], &heads) {
                check_side_table(rows, &starts, &rest[found], command);
            }
            rest = &rest[found + 1..];
        }
    }
}

/// The topics of a table with roles beside each other, or of stacked text.
fn topics(block: &[&str], heads: &[String]) -> Option<String> {
    if let Some(starts) = side_table(block, heads) {
        let pieces: Vec<String> = block.iter().map(|line| slice(line, 3, starts[1])).collect();
        let text = joined(pieces.iter().map(String::as_str));
        return text.strip_prefix(&cells(block[0])[0].1).map(|topics| topics.trim_start().to_owned());
    }
    let is_stacked = block.iter().any(|line| line.starts_with(&format!("    {}", heads[0])));
    let labels = block
        .iter()
        .filter(|line| !line.starts_with("    "))
        .map(|line| line.split_at(line.char_indices().nth(2).map_or(line.len(), |(at, _)| at)).1);
    is_stacked.then(|| joined(labels))
}

/// Checks gutters, signs and, where there are any, marks.
fn check_side_table(rows: &[Value], starts: &[usize], lines: &[&str], command: &str) {
    for line in lines {
        let in_gutter = starts.iter().flat_map(|start| [start - 1, start - 2]);
        assert!(in_gutter.map(|at| slice(line, at, at + 1)).all(|c| c.is_empty()), "{command}: a cell leaves its column: {line}");
    }
    let signs: Vec<String> = lines.iter().map(|line| slice(line, 0, 1)).filter(|sign| !sign.is_empty()).collect();
    let sign = |row: &Value| match row["status"].as_str().expect("a status") {
        "shared" => Some("="),
        "partly" => Some("≈"),
        _ => (row["related_to"] != serde_json::json!([])).then_some("~"),
    };
    assert_eq!(signs, rows.iter().filter_map(sign).collect::<Vec<_>>(), "{command}\n{}", lines.join("\n"));
    if lines.iter().any(|line| line.contains('●')) {
        for (i, start) in starts[1..].iter().enumerate() {
            let end = starts.get(i + 2).map_or(usize::MAX / 2, |next| next - 2);
            let marks: Vec<String> = lines[1..]
                .iter()
                .map(|line| slice(line, *start, start + end.saturating_sub(*start)))
                .filter(|mark| !mark.is_empty())
                .collect();
            let says = |row: &&Value| row["cells"][i]["items"] != serde_json::json!([]);
            let has: Vec<bool> = marks.iter().map(|mark| mark == "●").collect();
            assert_eq!(has, rows.iter().map(|row| says(&row)).collect::<Vec<_>>(), "{command}\n{}", lines.join("\n"));
        }
    }
}

/// Whether a page says a text, whatever the lines and columns it was broken into.
struct Reading(Vec<String>);

impl Reading {
    fn new(page: &str) -> Self {
        let tight = |text: &str| text.split_whitespace().collect::<String>();
        let mut texts = vec![tight(page)];
        for block in blocks(page) {
            let spans = columns(&block);
            for (i, (from, _)) in spans.iter().enumerate() {
                texts.extend(spans[i..].iter().map(|(_, to)| block.iter().map(|line| tight(&slice(line, *from, *to))).collect()));
            }
        }
        Self(texts)
    }

    fn says(&self, text: &str) -> bool {
        let tight = text.split_whitespace().collect::<String>();
        self.0.iter().any(|read| read.contains(&tight))
    }
}

#[test]
fn nothing_is_lost_at_60_columns() {
    for (command, column) in [
        ("compare coo cco", "text"),
        ("compare cso cmo", "text"),
        ("compare coo vp-sales-ops", "text"),
        ("compare cfo cmo cro --layout stacked", "text"),
        ("show cro", "text"),
        ("show vp-sales-ops", "text"),
        ("show ceo", "when"),
        ("list --columns id,title,summary", "summary"),
        ("list --duty forecast --columns id,title,matches", "title"),
        ("sources", "title"),
        ("sources", "note"),
    ] {
        let reading = Reading::new(&on_screen(60, command).ok());
        let lost: Vec<String> = records(command)
            .into_iter()
            .filter(|row| row.get("section").is_none_or(|section| section != "overview"))
            .filter(|row| {
                row.get("facet")
                    .is_none_or(|facet| !["figures", "spread", "difference", "overlap", "relation"].contains(&facet.as_str()))
            })
            .map(|row| row[column].clone())
            .filter(|text| !reading.says(text))
            .collect();
        assert!(lost.is_empty(), "{command} at 60 does not say: {lost:#?}");
    }
}

#[test]
fn every_published_figure_is_on_the_page_at_60_columns() {
    for command in ["show cfo", "show cro", "compare cso cmo", "compare cfo coo cmo cso"] {
        let reading = Reading::new(&on_screen(60, &format!("{command} --section salary")).ok());
        for row in records(command).iter().filter(|row| row["facet"] == "figures") {
            let amount = row["text"].split(' ').next().expect("an amount");
            let said = with_commas(amount);
            // An end of a range that has no other end is told in words.
            let in_words = said.strip_suffix('+').map(|least| format!("more than ${least}"));
            let says = reading.says(&format!("${said}")) || in_words.is_some_and(|words| reading.says(&words));
            assert!(says, "{command} at 60 does not say {amount}");
        }
    }
}

fn with_commas(amount: &str) -> String {
    let (digits, open) = amount.strip_suffix('+').map_or((amount, ""), |digits| (digits, "+"));
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).expect("digits")).collect();
    groups.join(",") + open
}

#[test]
fn any_width_is_survived() {
    for command in ["compare coo cco", "compare cfo coo cmo cso --brief", "show ceo", "list", "sources cso"] {
        for columns in ["1", "19", "33", "47", "65535"] {
            assert!(!piped(&format!("{command} --format table --width {columns}")).ok().is_empty());
        }
    }
}
