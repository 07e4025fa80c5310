//! `roles compare`: what is set against what, and how often.

use std::collections::{BTreeMap, BTreeSet};

use roles::facets::{Facet, Section};
use serde_json::Value;

use crate::support::{json, on_screen, piped, records, spawned};

type Record = BTreeMap<String, String>;

/// A page as one line of words.
fn flat(page: &str) -> String {
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn texts<'v>(value: &'v Value, key: &str) -> Vec<&'v str> {
    value.as_array().expect("a list").iter().map(|entry| entry[key].as_str().expect("a text")).collect()
}

/// Whether a record is one of a facet's rows, which are what roles share or not.
fn is_row(record: &Record) -> bool {
    record["section"] != "overview" && Facet::ALL.iter().any(|facet| facet.key() == record["facet"])
}

#[test]
fn two_three_and_four_roles_are_compared_in_the_order_they_were_typed() {
    for roles in [vec!["coo", "cco"], vec!["cro", "coo"], vec!["cso", "cmo", "cro"], vec!["cfo", "coo", "cmo", "cso"]] {
        let answer = json(&format!("compare {}", roles.join(" ")));
        assert_eq!(texts(&answer["roles"], "id"), roles);
        assert_eq!(texts(&answer["facets"][0]["rows"][0]["cells"], "role"), roles);
        let named: BTreeSet<String> =
            records(&format!("compare {}", roles.join(" "))).iter().map(|row| row["role"].clone()).collect();
        assert!(roles.iter().all(|role| named.contains(*role)), "{named:?}");
    }
}

#[test]
fn roles_may_be_named_by_acronym_title_or_alternate_title_in_any_case() {
    let expected = piped("compare coo cro").ok();
    for names in ["COO CRO", "'chief operations officer' CRO", "'CHIEF OPERATING OFFICER' 'Chief Revenue Officer'"] {
        assert_eq!(piped(&format!("compare {names}")).ok(), expected, "{names}");
    }
}

#[test]
fn every_section_can_be_selected_and_gives_that_section_alone() {
    let all = records("compare coo vp-sales-ops");
    for section in Section::ALL {
        let key = section.key();
        let expected: Vec<_> = all.iter().filter(|row| row["section"] == key).cloned().collect();
        assert_eq!(records(&format!("compare coo vp-sales-ops --section {key}")), expected, "{key}");
        assert!(!expected.is_empty() || ["archetypes", "disagreements"].contains(&key), "nothing is said under {key}");
    }
    let sections = |typed: &str| {
        records(&format!("compare coo cco --section {typed}")).iter().map(|row| row["section"].clone()).collect::<Vec<_>>()
    };
    let both = sections("salary,duties");
    assert_eq!(both, sections("duties,salary"));
    assert_eq!(both.iter().cloned().collect::<BTreeSet<_>>(), BTreeSet::from(["duties".to_owned(), "salary".to_owned()]));
    assert_eq!(json("compare coo cco --section duties")["salary"], Value::Null);
}

#[test]
fn only_shared_and_only_different_part_the_rows_between_them() {
    let of = |only: &str| records(&format!("compare cfo coo cmo {only}"));
    let (all, shared, different) = (of(""), of("--only shared"), of("--only different"));
    let rows = |records: &[Record], is_shared: bool| {
        records.iter().filter(|row| is_row(row) && (row["status"] == "shared") == is_shared).cloned().collect::<Vec<_>>()
    };
    assert!(!rows(&all, true).is_empty() && !rows(&all, false).is_empty());
    assert_eq!((rows(&shared, true), rows(&shared, false)), (rows(&all, true), Vec::new()));
    // Of whom nothing is known under a heading, no difference is claimed there.
    let roles_in = |facet: &str| {
        let rows = all.iter().filter(|row| is_row(row) && row["facet"] == facet);
        rows.map(|row| &row["role"]).collect::<std::collections::HashSet<_>>().len()
    };
    let of_known = |records: Vec<Record>| records.into_iter().filter(|row| roles_in(&row["facet"]) == 3).collect::<Vec<_>>();
    assert_eq!(of_known(rows(&different, false)), of_known(rows(&all, false)));
    assert!(rows(&different, true).is_empty() && rows(&different, false).iter().all(|row| all.contains(row)));
    let overview = |records: &[Record]| records.iter().filter(|row| row["section"] == "overview").cloned().collect::<Vec<_>>();
    assert_eq!(overview(&shared), overview(&all), "counts are of all rows all the same");
    assert_eq!(overview(&different), overview(&all), "counts are of all rows all the same");
}

#[test]
fn brief_is_the_overview_alone() {
    assert_eq!(piped("compare coo cco --brief").ok(), piped("compare coo cco --section overview").ok());
    assert!(records("compare coo cco -b").iter().all(|row| row["section"] == "overview"));
    let page = on_screen(80, "compare coo cco --brief").ok();
    assert!(page.contains("OVERVIEW") && !page.contains("DUTIES"), "{page}");
}

#[test]
fn exit_status_tells_a_difference_when_that_is_asked_for() {
    for format in ["table", "tsv", "csv", "json", "yaml", "markdown", "html"] {
        let plain = piped(&format!("compare coo cco --format {format}")).ok();
        piped(&format!("compare coo cco --exit-code --format {format}")).is(1, &plain, "");
        let itself = piped(&format!("compare coo coo --format {format}"));
        piped(&format!("compare coo COO --exit-code --format {format}")).is(0, &itself.stdout, &itself.stderr);
        assert_eq!(itself.stderr, if format == "table" { "this compares the COO with itself\n" } else { "" });
    }
    assert_eq!(piped("compare coo coo cco --exit-code --brief").status, 1);
    assert_eq!(spawned(&[], "compare coo cco --exit-code --brief").status, 1);
    assert_eq!(spawned(&[], "compare cro cro --exit-code --brief").status, 0);
}

#[test]
fn an_answer_without_rows_says_why_there_are_none() {
    let said = |line: &str| piped(line).stderr;
    assert_eq!(said("compare coo coo --section duties --only different"), "they do not differ in that\n");
    assert_eq!(said("compare cro cro --section together"), "nothing is known of that\n");
}

#[test]
fn exit_status_looks_at_what_was_compared() {
    for section in ["overview", "duties", "skills", "reporting", "salary", "together"] {
        assert_eq!(piped(&format!("compare coo cco --exit-code --section {section}")).status, 1, "{section}");
        assert_eq!(piped(&format!("compare coo coo --exit-code --section {section}")).status, 0, "{section}");
    }
}

#[test]
fn a_role_differs_in_nothing_from_itself() {
    let rows = records("compare cro cro");
    assert!(rows.iter().filter(|row| is_row(row)).all(|row| row["status"] == "shared"));
    for facet in json("compare cro cro")["overview"]["facets"].as_array().expect("facets") {
        assert_eq!(facet["rows"], facet["shared"], "{facet}");
        assert!(facet["in_common_percent"].as_f64().is_none_or(|percent| percent >= 100.0), "{facet}");
    }
    let page = on_screen(80, "compare cro cro --brief").stdout;
    assert!(!page.lines().any(|line| line.matches("has ").count() > 1), "a role is counted against itself once:\n{page}");
}

#[test]
fn coo_and_cco_differ_by_41075_dollars_in_the_same_source() {
    for line in ["compare coo cco", "compare cco coo"] {
        let page = flat(&on_screen(80, &format!("{line} --section salary")).ok());
        let sentence = page.split("Same source").nth(1).expect("a figure of the same source");
        assert!(
            sentence.contains("$41,075") && sentence.contains("(30.9%)") && sentence.contains("the CCO's is higher"),
            "{page}"
        );
        let salary = json(line)["salary"]["comparisons"][0]["differences"].as_array().expect("differences").clone();
        let found = salary.iter().find(|difference| difference["difference"] == 41_075).expect("the difference");
        assert_eq!(
            (found["percent"].as_f64(), found["higher"].as_str(), found["basis"].as_str()),
            (Some(30.9), Some("cco"), Some("same-source"))
        );
        let rows = records(line);
        let row = rows.iter().find(|row| row["facet"] == "difference" && row["text"].contains("41075")).expect("a record");
        assert_eq!(row["status"], "same-source");
    }
}

#[test]
fn cso_and_cmo_differ_by_20830_dollars_and_overlap_from_116000_to_261000() {
    let page = flat(&on_screen(80, "compare cso cmo --section salary").ok());
    for fact in ["$204,925", "$225,755", "the CMO's is higher by $20,830", "overlap from $116,000 to $261,000"] {
        assert!(page.contains(fact), "{fact} is not in\n{page}");
    }
    let pay = &json("compare cso cmo")["salary"]["comparisons"][0];
    let differences = pay["differences"].as_array().expect("differences");
    assert!(
        differences.iter().any(|d| d["difference"] == 20_830 && d["measure"] == "base" && d["statistic"] == "average"),
        "{pay}"
    );
    let ranges = pay["ranges"].as_array().expect("ranges");
    assert!(ranges.iter().any(|range| range["overlap"] == serde_json::json!([116_000, 261_000])), "{pay}");
}

#[test]
fn the_vp_sales_ops_reports_to_cso_or_vp_sales_and_sometimes_to_the_coo() {
    for line in ["compare coo vp-sales-ops", "compare vp-sales-ops coo"] {
        let page = flat(&on_screen(80, &format!("{line} --section reporting")).ok());
        assert!(page.contains("The VP Sales Ops sometimes reports to the COO"), "{page}");
        let rows = records(&format!("{line} --section reporting"));
        let how = |superior: &str| {
            let is_it = |row: &&Record| row["facet"] == "reports_to" && row["role"] == "vp-sales-ops" && row["topic"] == superior;
            rows.iter().find(is_it).map(|row| row["text"].split(',').next().unwrap_or_default().to_owned())
        };
        assert_eq!([how("cso"), how("vp-sales"), how("coo")].map(Option::unwrap_or_default), ["usual", "usual", "sometimes"]);
        assert!(
            rows.iter().any(|row| row["facet"] == "relation" && row["status"] == "direct" && row["text"] == "sometimes"),
            "{rows:?}"
        );
    }
}

#[test]
fn a_coo_has_ten_to_fifteen_years_and_a_vp_sales_ops_five_to_ten() {
    let rows = records("compare coo vp-sales-ops --section requirements");
    let years = |role: &str| {
        let total = rows.iter().filter(|row| row["facet"] == "experience" && row["topic"] == "total" && row["role"] == role);
        total.map(|row| row["text"].clone()).collect::<String>()
    };
    assert!(years("coo").contains("10-15 years") && years("vp-sales-ops").contains("5-10 years"), "{rows:?}");
}

#[test]
fn the_mirrored_comparison_says_the_same_of_the_other_side() {
    for [one, other] in [["coo", "cco"], ["cso", "cmo"], ["coo", "vp-sales-ops"], ["cfo", "cro"]] {
        let sorted = |line: &str| {
            let mut rows = records(line);
            for row in &mut rows {
                if !row["role"].contains(" by ") {
                    sort_words(row, "role", " ");
                }
                sort_words(row, "sources", ",");
            }
            rows.sort();
            rows
        };
        assert_eq!(sorted(&format!("compare {one} {other}")), sorted(&format!("compare {other} {one}")));
        assert_eq!(rows_of_json(one, other, false), rows_of_json(other, one, true));
    }
}

fn sort_words(row: &mut Record, column: &str, gap: &str) {
    let mut words: Vec<&str> = row[column].split(gap).collect();
    words.sort_unstable();
    let sorted = words.join(gap);
    row.insert(column.to_owned(), sorted);
}

/// The rows of every facet and their counts, turned round if wanted, in an order that does not depend on the roles'.
fn rows_of_json(one: &str, other: &str, turned: bool) -> Vec<String> {
    let answer = json(&format!("compare {one} {other}"));
    let turn = |value: &mut Value| {
        if let (Some(list), true) = (value.as_array_mut(), turned) {
            list.reverse();
        }
    };
    let mut said = Vec::new();
    for mut facet in answer["facets"].as_array().expect("facets").clone() {
        turn(&mut facet["known"]);
        let head = format!("{} {}", facet["facet"], facet["known"]);
        for row in facet["rows"].as_array_mut().expect("rows") {
            turn(&mut row["cells"]);
            said.push(format!("{head} {row}"));
        }
    }
    for mut count in answer["overview"]["facets"].as_array().expect("facets").clone() {
        turn(&mut count["roles"]);
        turn(&mut count["coverage"]);
        said.push(count.to_string());
    }
    said.sort();
    said
}

#[test]
fn records_and_json_agree_on_the_counts() {
    for roles in ["coo cco", "cfo cro", "cso cmo cro", "cfo coo cmo cso"] {
        let (rows, answer) = (records(&format!("compare {roles}")), json(&format!("compare {roles}")));
        for count in answer["overview"]["facets"].as_array().expect("facets") {
            let facet = count["facet"].as_str().expect("a name");
            let told = |status: &str, role: &str| {
                let is_it = |row: &&Record| {
                    (&*row["section"], &*row["topic"], &*row["status"], &*row["role"]) == ("overview", facet, status, role)
                };
                rows.iter().find(is_it).map(|row| row["text"].clone())
            };
            // What is not known is absent, never zero.
            let number = |value: &Value| Some(if value.is_null() { String::new() } else { value.to_string() });
            let all_known = count["roles"].as_array().expect("roles").iter().all(|role| !role["rows"].is_null());
            assert_eq!(told("rows", ""), number(&count["rows"]), "{roles}: {facet}");
            let topics = topics_by_status(&rows, facet);
            for status in ["shared", "partly"] {
                assert_eq!(told(status, ""), number(&count[status]), "{roles}: {facet}");
                let counted = all_known.then(|| topics.get(status).map_or(0, BTreeSet::len) as u64);
                assert_eq!(count[status].as_u64(), counted, "{roles}: {facet}");
            }
            assert_eq!(
                topics.values().map(BTreeSet::len).sum::<usize>() as u64,
                count["rows"].as_u64().expect("a count"),
                "{roles}: {facet}"
            );
            for role in count["roles"].as_array().expect("roles") {
                let id = role["role"].as_str().expect("an id");
                assert_eq!(told("only", id), number(&role["only"]), "{roles}: {facet}");
                assert_eq!(told("rows", id), number(&role["rows"]), "{roles}: {facet}");
            }
            for covered in count["coverage"].as_array().expect("coverage") {
                let (of, by) = (covered["of"].as_str().expect("an id"), covered["by"].as_str().expect("an id"));
                // Of two roles, what they share is what all share; of more, each two have a record, under either order.
                let shared = told("shared", &format!("{of} {by}")).or_else(|| told("shared", &format!("{by} {of}")));
                let shared = if answer["roles"].as_array().expect("roles").len() == 2 { told("shared", "") } else { shared };
                assert_eq!(shared, number(&covered["shared"]), "{roles}: {facet}");
            }
        }
    }
}

/// The topics of a facet's records by status; a statement without a topic counts by its text.
fn topics_by_status<'r>(rows: &'r [Record], facet: &str) -> BTreeMap<&'r str, BTreeSet<&'r str>> {
    let mut topics: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in rows.iter().filter(|row| is_row(row) && row["facet"] == facet) {
        let topic = if row["topic"].is_empty() { &row["text"] } else { &row["topic"] };
        topics.entry(&row["status"]).or_default().insert(topic);
    }
    topics
}

#[test]
fn every_statement_of_every_role_is_in_the_comparison_once() {
    let lists =
        ["duties", "skills", "metrics", "impact", "challenges", "work_environment", "standing", "variations", "hire_when"];
    let rows = records("compare cfo coo cmo cso");
    for id in ["cfo", "coo", "cmo", "cso"] {
        let role = json(&format!("show {id}"));
        for list in lists {
            let mut said: Vec<_> = rows
                .iter()
                .filter(|row| row["facet"] == list && row["role"] == id && is_row(row))
                .map(|row| &*row["text"])
                .collect();
            let mut known = texts(&role[list], "text");
            said.sort_unstable();
            known.sort_unstable();
            assert_eq!(said, known, "{list} of the {id}");
        }
    }
}

#[test]
fn roles_without_a_figure_in_common_are_not_compared_like_for_like() {
    let answer = json("compare coo vp-sales-ops");
    let pay = &answer["salary"]["comparisons"][0];
    assert!(pay["not_like_for_like"].is_string() && pay["differences"] == serde_json::json!([]), "{pay}");
    assert!(flat(&on_screen(80, "compare coo vp-sales-ops --section salary").ok()).contains("not like for like"));
}

#[test]
fn a_list_of_things_covered_reads_as_a_sentence() {
    let page = flat(&on_screen(200, "compare cfo coo cmo cso --brief").ok());
    assert!(!page.contains(", CMO has"), "every role has its article: {page}");
}

#[test]
fn a_role_named_twice_among_others_counts_once() {
    let once = piped("compare coo cco").ok();
    assert_eq!(piped("compare coo CCO coo").ok(), once);
    assert_eq!(piped("compare coo coo coo --section duties").ok(), piped("compare coo coo --section duties").ok());
}

#[test]
fn very_many_roles_are_compared_all_together_and_more_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("many.yaml");
    let role = |i: usize| format!("  - {{id: r-{i}, title: Role {i}, duties: [Opens doors, Turns key {i}]}}\n");
    std::fs::write(&path, (0..101).fold("roles:\n".to_owned(), |text, i| text + &role(i))).expect("a corpus");
    let compare = |count: usize, more: &str| {
        let ids = (0..count).fold(String::new(), |ids, i| ids + &format!(" r-{i}"));
        piped(&format!("compare{ids} --no-builtin --corpus {} {more}", path.display()))
    };
    let left_out = |count: usize| {
        format!(
            "Set against each other two by two (likeness, coverage, reporting lines, pay, what sources say of pairs) are up to 30 \
             roles; these are {count}"
        )
    };
    let pairs: Value = serde_json::from_str(&compare(30, "--format json").ok()).expect("JSON");
    let count = |list: &Value| list.as_array().map_or(0, Vec::len);
    assert_eq!((count(&pairs["relations"]), count(&pairs["overview"]["facets"][0]["coverage"])), (30 * 29 / 2, 30 * 29));
    let answer = compare(31, "--format json");
    assert_eq!((answer.status, answer.stderr.trim_end()), (0, &*left_out(31)));
    let all: Value = serde_json::from_str(&answer.stdout).expect("JSON");
    assert!(all["relations"].is_null() && all["pairs"].is_null(), "{all}");
    let rows = all["facets"][0]["rows"].as_array().expect("rows");
    assert_eq!((rows.len(), &rows[0]["status"]), (32, &Value::from("shared")));
    assert!(compare(100, "--format markdown").ok().contains(&left_out(100)));
    compare(101, "").refuses(
        "error: up to 100 roles can be compared at once; these are 101\n\n  compare fewer, or see `roles list` and `roles search`, \
         which take any number\n",
    );
}
