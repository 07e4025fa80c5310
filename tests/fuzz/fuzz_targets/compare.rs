//! Sound corpora of two to four roles made of any bytes: they are compared, nothing is lost, and every format can be written.

#![no_main]

use std::fmt::Write as _;

use libfuzzer_sys::fuzz_target;
use roles::compare::{Options, compare};
use roles::corpus::{Files, Rules};
use roles::facets::{Facet, items};
use roles::model::Role;
use roles::render::{self, Format, render};
use roles::report::ComparisonReport;
use roles::terminal::Style;

/// Words of which statements are made: alike, of one stem, empty of meaning, wide, and of other scripts.
const WORDS: [&str; 16] = [
    "sales", "selling", "plans", "planned", "budget", "the", "of", "and", "team", "teams", "Ümlaut", "市場", "🙂", "|", "<b>", "=1+1",
];
const TOPICS: [&str; 4] = ["money", "people", "plants", "growth"];
const FACETS: [&str; 5] = ["duties", "skills", "metrics", "challenges", "hire_when"];

fuzz_target!(|data: &[u8]| {
    let Some((&first, mut rest)) = data.split_first() else { return };
    let count = 2 + usize::from(first % 3);
    let mut text = String::from("topics:\n");
    for (i, topic) in TOPICS.iter().enumerate() {
        let broader = if i > 1 { ", broader: money" } else { "" };
        let _ = writeln!(text, "  - {{ id: {topic}, label: {topic}{broader} }}");
    }
    text.push_str("roles:\n");
    for number in 0..count {
        let _ = writeln!(text, "  - id: r{number}\n    title: Role {number}");
        if let Some((&superior, left)) = rest.split_first() {
            rest = left;
            if superior < 128 {
                let to = usize::from(superior) % count;
                let _ = writeln!(text, "    reporting: {{ reports_to: [{{ to: r{to}, how: usual }}] }}");
            }
        }
        for facet in FACETS {
            let Some((&statements, mut left)) = rest.split_first() else { break };
            let mut said: Vec<String> = Vec::new();
            let _ = write!(text, "    {facet}:");
            for _ in 0..statements % 6 {
                let Some((&head, words)) = left.split_first() else { break };
                let length = usize::from(head >> 5) + 1;
                let taken = &words[..length.min(words.len())];
                left = &words[taken.len()..];
                let spoken: Vec<&str> = taken.iter().map(|&byte| WORDS[usize::from(byte) % WORDS.len()]).collect();
                let spoken = spoken.join(" ");
                if spoken.is_empty() || said.contains(&spoken.to_lowercase()) {
                    continue;
                }
                said.push(spoken.to_lowercase());
                match TOPICS.get(usize::from(head & 7)) {
                    Some(topic) => {
                        let _ = write!(text, "\n      - {{ topic: {topic}, text: \"{spoken}\" }}");
                    }
                    None => {
                        let _ = write!(text, "\n      - \"{spoken}\"");
                    }
                }
            }
            text.push_str(if said.is_empty() { " []\n" } else { "\n" });
            rest = left;
        }
    }
    let files = Files::of_texts([("corpus.yaml".to_owned(), text.clone())]);
    let loaded = files.load(None, &Rules::default()).unwrap_or_else(|problems| panic!("{text}\n{problems:#?}"));
    let corpus = &loaded.corpus;
    let roles: Vec<&Role> = corpus.roles.iter().collect();
    let comparison = compare(corpus, &roles, &Options::default());
    for facet in Facet::ALL {
        let said: usize = roles.iter().map(|role| items(corpus, role, facet).len()).sum();
        let rows = comparison.facets.iter().filter(|rows| rows.facet == facet).flat_map(|rows| &rows.rows);
        let shown: usize = rows.flat_map(|row| &row.cells).map(|cell| cell.items.len()).sum();
        assert_eq!(said, shown, "{facet:?} of\n{text}");
    }
    let report = ComparisonReport { corpus, comparison, brief: None, is_brief: false, hints: false, this_year: None };
    // One format a run, so that the runs stay quick; the first byte draws it.
    let format = Format::GENERAL[usize::from(first / 3) % Format::GENERAL.len()];
    let style = Style { width: 20 + usize::from(first), ascii: first % 2 == 0, ..Style::default() };
    render(&report, &render::Options { format, style, header: true }).expect("writing to memory");
});
