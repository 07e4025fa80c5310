//! `roles list`: filters, columns, order.

use std::collections::BTreeMap;

use roles::model::Level;
use roles::report::ListColumn;

use crate::support::{in_color, json, on_screen, piped, records};

const CHIEFS: [&str; 6] = ["cco", "cfo", "cmo", "coo", "cro", "cso"];

/// The ids of the roles that answer to some filters.
#[track_caller]
fn ids(filters: &str) -> Vec<String> {
    records(&format!("list --columns id {filters}")).into_iter().map(|record| record["id"].clone()).collect()
}

/// What stands in a column, by id.
#[track_caller]
fn column(filters: &str, column: &str) -> BTreeMap<String, String> {
    let rows = records(&format!("list --columns id,{column} {filters}"));
    rows.into_iter().map(|record| (record["id"].clone(), record[column].clone())).collect()
}

#[test]
fn those_who_report_to_the_ceo_are_the_chiefs_with_how_usual_that_is() {
    let rows = records("list --reports-to ceo");
    let found: Vec<&str> = rows.iter().map(|row| row["id"].as_str()).collect();
    assert_eq!(found, CHIEFS);
    assert!(rows.iter().all(|row| row["line"] == "usual"), "{rows:?}");
    assert!(on_screen(80, "list --reports-to ceo").ok().lines().next().is_some_and(|head| head.ends_with("Line to CEO")));
}

#[test]
fn usual_keeps_the_usual_lines_alone() {
    assert_eq!(column("--reports-to coo", "line")["vp-sales-ops"], "sometimes");
    let mut kept = 0;
    for superior in ["ceo", "coo", "cso", "vp-sales"] {
        let lines = column(&format!("--reports-to {superior}"), "line");
        let usual: Vec<String> = lines.iter().filter(|(_, how)| *how == "usual").map(|(id, _)| id.clone()).collect();
        let strict = piped(&format!("list -q --usual --reports-to {superior}"));
        assert_eq!(strict.stdout.lines().collect::<Vec<_>>(), usual, "{superior}");
        kept += usual.len();
    }
    assert!(kept > CHIEFS.len());
}

#[test]
fn indirect_follows_the_chain_and_says_through_whom() {
    assert!(!ids("--reports-to ceo").contains(&"vp-sales-ops".to_owned()));
    for usual in ["", "--usual"] {
        let via = column(&format!("--reports-to ceo --indirect {usual}"), "via");
        assert_eq!(via["vp-sales-ops"], "cso");
        assert!(CHIEFS.iter().all(|chief| via[*chief].is_empty()), "{via:?}");
    }
    let default = records("list --reports-to ceo --indirect");
    assert!(default.iter().all(|row| row.contains_key("line") && row.contains_key("via")), "{default:?}");
}

#[test]
fn oversees_takes_a_function_by_id_or_label_and_a_role_or_position() {
    let marketing = column("--oversees marketing", "oversight");
    assert_eq!((marketing["cmo"].as_str(), marketing["cso"].as_str()), ("usual", "sometimes"));
    assert_eq!(column("--oversees MARKETING", "oversight"), marketing);
    assert!(!ids("--oversees marketing --usual").contains(&"cso".to_owned()));
    assert_eq!(ids("--oversees 'Human resources'"), ids("--oversees human-resources"));
    assert_eq!(column("--oversees vp-sales-ops", "oversight")["cso"], "usual");
    assert!(ids("--oversees 'VP of Sales'").contains(&"cso".to_owned()));
    assert!(records("list --oversees marketing").iter().all(|row| !row["oversight"].is_empty()));
}

#[test]
fn a_function_includes_its_parts() {
    assert_eq!(ids("--function sales"), ["cso", "vp-sales-ops"]);
    assert_eq!(ids("--function 'Sales Operations'"), ["vp-sales-ops"]);
    let commercial = ids("--function commercial");
    assert_eq!(commercial, ["cco", "cmo", "cro", "cso", "vp-sales-ops"]);
}

#[test]
fn words_of_a_duty_are_found_in_any_form_and_order_and_the_matches_are_shown() {
    let found = column("--duty 'sales forecasting'", "matches");
    assert!(found.contains_key("vp-sales-ops") && found.contains_key("cro"), "{found:?}");
    assert!(!found.contains_key("coo"), "{found:?}");
    assert!(found.values().all(|matches| !matches.is_empty()), "{found:?}");
    for same in ["'forecasts sale'", "'FORECAST   SALES'", "'sales, forecast!'"] {
        assert_eq!(column(&format!("--duty {same}"), "matches"), found, "{same}");
    }
    assert!(records("list --duty sales").iter().all(|row| !row["matches"].is_empty()));
}

#[test]
fn a_range_of_pay_keeps_those_whose_published_figures_reach_it() {
    let pay: Vec<_> = records("list --columns id,salary_min,salary_max");
    let amount = |text: &str| text.trim_end_matches('+').parse::<u64>().ok();
    for bound in [50_000, 120_000, 200_000, 300_000, 500_000] {
        let (above, below) = (ids(&format!("--min-salary {bound}")), ids(&format!("--max-salary {bound}")));
        for row in &pay {
            let reaches_down = amount(&row["salary_min"]).is_some_and(|lowest| lowest <= bound);
            let reaches_up = amount(&row["salary_max"]).is_some_and(|highest| highest >= bound);
            assert_eq!(below.contains(&row["id"]), reaches_down, "--max-salary {bound}: {row:?}");
            assert_eq!(above.contains(&row["id"]), reaches_up, "--min-salary {bound}: {row:?}");
        }
    }
    let between = records("list --min-salary 130,000 --max-salary 180,000");
    assert!(between.iter().any(|row| row["id"] == "cco"), "174,049 lies between");
    assert!(between.iter().all(|row| row.contains_key("salary_min") && row.contains_key("salary_max")));
}

#[test]
fn every_column_sorts_and_what_is_absent_comes_last_both_ways() {
    for column in ListColumn::ALL {
        let key = column.key();
        let filter = match column {
            ListColumn::Line | ListColumn::Via => "--reports-to ceo --indirect",
            ListColumn::Oversight => "--oversees marketing",
            ListColumn::Matches => "--duty sales",
            _ => "",
        };
        let sorted = |reverse: &str| {
            let rows = records(&format!("list {filter} --columns id,{key} --sort {key} {reverse}"));
            rows.into_iter().map(|row| rank(key, &row[key])).collect::<Vec<_>>()
        };
        let (up, down) = (sorted(""), sorted("--reverse"));
        let present = up.iter().take_while(|value| value.is_some()).count();
        assert!(up[present..].iter().all(Option::is_none), "{key}: absent values stand between others: {up:?}");
        assert!(up[..present].is_sorted(), "{key}: {up:?}");
        let turned: Vec<_> = up[..present].iter().rev().chain(&up[present..]).cloned().collect();
        assert_eq!(down, turned, "{key} reversed");
    }
}

/// What a value counts for in its column's order.
fn rank(key: &str, value: &str) -> Option<(u64, String)> {
    let place = |words: &[&str]| words.iter().position(|word| *word == value).expect("a known word") as u64;
    match (key, value) {
        (_, "") => None,
        ("salary_min" | "salary_max" | "duties" | "skills", number) => Some((number.parse().expect("a number"), String::new())),
        ("level", _) => Some((place(&Level::ALL.map(Level::key)), String::new())),
        ("line" | "oversight", _) => Some((place(&["usual", "sometimes", "rarely"]), String::new())),
        (_, text) => Some((0, text.to_lowercase())),
    }
}

#[test]
fn columns_stand_in_the_order_they_were_typed() {
    let all = ListColumn::ALL.map(ListColumn::key);
    for keys in [vec!["title", "id"], vec!["summary"], all.to_vec(), all.iter().rev().copied().collect()] {
        let text = piped(&format!("list --header --columns {}", keys.join(","))).ok();
        assert!(text.lines().all(|line| line.split('\t').count() == keys.len()), "{text}");
        assert_eq!(text.lines().next(), Some(keys.join("\t").as_str()));
        let objects = json(&format!("list --columns {}", keys.join(",")));
        assert!(objects.as_array().expect("a list").iter().all(|role| role.as_object().expect("an object").len() == keys.len()));
    }
    let counted = json("list --columns id,duties,skills");
    assert!(counted[0]["duties"].as_u64() > Some(0), "counts are numbers: {counted}");
}

#[test]
fn quiet_writes_ids_alone_on_any_output() {
    let expected = "cco\ncfo\ncmo\ncoo\ncro\ncso\nvp-sales-ops\n";
    for answer in [piped("list -q"), piped("list --quiet"), on_screen(80, "list -q"), in_color(80, "list -q")] {
        answer.is(0, expected, "");
    }
}

#[test]
fn an_empty_result_is_silence_and_a_word_on_standard_error() {
    for format in ["table", "tsv"] {
        piped(&format!("list --level staff --format {format}")).is(0, "", "no role matches\n");
    }
    piped("list -q --duty 'underwater basket weaving'").is(0, "", "no role matches\n");
    on_screen(80, "list --level staff").is(0, "", "no role matches\n");
    for format in ["json", "yaml"] {
        piped(&format!("list --level staff --format {format}")).is(0, "[]\n", "no role matches\n");
    }
    piped("list --level staff --format csv").is(0, "id,title,level,reports_to\r\n", "no role matches\n");
}

#[test]
fn an_empty_result_says_what_to_ask_instead() {
    let none = "no role matches\n";
    let said = |line: &str| piped(line).stderr;
    assert_eq!(said("list --reports-to vp-sales-ops"), format!("{none}no source names anyone who reports to the VP Sales Ops\n"));
    assert_eq!(said("list --reports-to coo --usual --duty gardening"), none, "what would not help is not offered");
}

#[test]
fn a_source_finds_the_roles_that_cite_it() {
    let cites = |source: &str| piped(&format!("list -q --cites {source}")).stdout;
    assert_eq!(cites("climbtheladder-cco-coo"), "cco\ncoo\n");
    let sources = json("sources");
    for entry in sources.as_array().expect("sources").iter().take(20) {
        let by = entry["cited_by"].as_array().expect("roles").iter().filter(|by| by["times"] != 0);
        let mut by: Vec<&str> = by.map(|by| by["role"].as_str().expect("an id")).collect();
        by.sort_unstable();
        let listed = cites(entry["id"].as_str().expect("an id"));
        let mut listed: Vec<&str> = listed.lines().collect();
        listed.sort_unstable();
        assert_eq!(listed, by, "{entry}");
    }
    piped("list --cites nothing-of-the-kind")
        .refuses("error: unknown source 'nothing-of-the-kind'\n\n  `roles sources -f tsv` lists all ids\n");
}

#[test]
fn the_column_it_is_sorted_by_is_shown_and_the_summary_where_there_is_room() {
    assert!(records("list --sort duties").iter().all(|row| row.contains_key("duties")));
    assert!(!records("list")[0].contains_key("summary"), "programs get the same columns as ever");
    let heads = |columns: usize, line: &str| on_screen(columns, line).ok().lines().next().map(str::to_owned).unwrap_or_default();
    assert!(!heads(80, "list").contains("Summary") && heads(100, "list").ends_with("Summary"));
    assert!(heads(100, "list --sort duties").ends_with("Duties") && heads(160, "list --sort duties").ends_with("Summary"));
}
