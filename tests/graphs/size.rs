//! Corpora of 1,000 roles: every answer comes, and is no larger than what it tells of.

use std::ffi::OsString;
use std::fs;

use roles::terminal::Terminal;

use crate::Made;

const COUNT: usize = 1_000;

/// What a run writes, and what it remarks.
fn answers(made: &Made, lines: &[&str], formats: &[&str]) -> Vec<(String, Vec<String>)> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("own.yaml");
    fs::write(&path, made.text()).expect("writing to a temporary folder");
    let mut answers = Vec::new();
    for line in lines {
        for format in formats {
            let args = format!("roles {line} --format {format} --no-builtin --corpus");
            let args = args.split(' ').map(OsString::from).chain([path.clone().into_os_string()]);
            let mut out = Vec::new();
            let outcome = roles::run(args, &Terminal::default(), &mut out).unwrap_or_else(|error| panic!("{line}: {error}"));
            assert!(out.len() < 100_000_000, "{line} as {format}: {} bytes", out.len());
            answers.push((String::from_utf8(out).expect("UTF-8"), outcome.remarks));
        }
    }
    answers
}

const FORMATS: [&str; 7] = ["table", "tsv", "csv", "json", "markdown", "mermaid", "dot"];
const LINES: [&str; 4] = ["tree", "tree r500 --all", "path r0 r999", "path r999 r0"];

#[test]
fn a_thousand_in_one_chain_and_in_one_circle() {
    let mut made = Made::roles(COUNT);
    made.lines = (1..COUNT).map(|i| (i, i - 1, "usual")).collect();
    made.steps = (1..COUNT).map(|i| (i - 1, i)).collect();
    for (text, _) in answers(&made, &LINES, &FORMATS) {
        assert!(text.lines().all(|line| line.len() < 100_000));
    }
    made.lines.push((0, COUNT - 1, "usual"));
    made.steps.push((COUNT - 1, 0));
    answers(&made, &LINES, &FORMATS);
}

#[test]
fn a_thousand_below_one_and_one_below_a_thousand() {
    let mut made = Made::roles(COUNT);
    made.lines = (1..COUNT).map(|i| (i, 0, "usual")).chain((2..COUNT).map(|i| (1, i, "sometimes"))).collect();
    made.steps = (1..COUNT - 1).flat_map(|i| [(0, i), (i, COUNT - 1)]).collect();
    answers(&made, &LINES, &FORMATS);
    let tree = answers(&made, &["tree --all"], &["tsv"]).remove(0).0;
    assert_eq!(tree.lines().count(), made.lines.len());
}

#[test]
fn a_thousand_each_below_and_above_many() {
    let mut made = Made::roles(COUNT);
    // Layers of twenty, each of whom reports to all of the layer above: 20 to the power of 49 ways up.
    let layer = |i: usize| (i / 20 * 20..i / 20 * 20 + 20).filter(|&i| i < COUNT);
    made.lines = (20..COUNT).flat_map(|i| layer(i - 20).map(move |upper| (i, upper, "usual"))).collect();
    made.steps = made.lines.iter().map(|(lower, upper, _)| (*upper, *lower)).collect();
    let found = answers(&made, &LINES, &FORMATS);
    let (tsv, _) = &found[1];
    assert_eq!(tsv.lines().count(), made.lines.len());
    let table = &found[0].0;
    // A title, an empty line, twenty at the top, and a row for each line; long ones may be broken.
    assert!((made.lines.len() + 22..4 * made.lines.len()).contains(&table.lines().count()), "{}", table.lines().count());
}

#[test]
fn a_drawing_that_mermaid_would_refuse_is_remarked_on_and_kept_out_of_markdown() {
    let made = |count: usize| Made { lines: (1..count).map(|i| (i, 0, "usual")).collect(), ..Made::roles(count) };
    let remark = "Mermaid draws no more than 500 lines and 50,000 characters unless its settings maxEdges and maxTextSize allow it; \
                  ask for one role's lines, or take --format dot";
    for (count, is_drawn) in [(501, true), (502, false)] {
        let found = answers(&made(count), &["tree"], &["mermaid", "markdown"]);
        assert_eq!(found[0].1, if is_drawn { vec![] } else { vec![remark] }, "{count}");
        assert_eq!(found[1].0.contains("```mermaid"), is_drawn, "{count}");
        assert!(found[1].1.is_empty() && found[1].0.contains("  - **Role 500**"), "{count}");
    }
    let long = Made { titles: (0..300).map(|i| format!("Role {i} {}", "x".repeat(200))).collect(), ..made(300) };
    assert_eq!(answers(&long, &["tree"], &["mermaid"])[0].1, [remark]);
}
