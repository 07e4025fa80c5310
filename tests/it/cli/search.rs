//! `roles search`: where words stand, best first.

use std::collections::BTreeSet;

use roles::likeness::stems;

use crate::support::{json, on_screen, piped, records};

/// The texts that a search finds, with their roles.
fn found(search: &str) -> Vec<(String, String)> {
    records(&format!("search {search}")).into_iter().map(|row| (row["role"].clone(), row["text"].clone())).collect()
}

#[test]
fn words_are_found_in_any_order_and_form() {
    let matches = found("cut costs");
    assert!(matches.iter().any(|(role, text)| role == "coo" && text.contains("costs cut")), "{matches:?}");
    assert_eq!(found("cutting cost"), matches);
    assert_eq!(found("'cost cut'"), found("cost cut"));
    let sorted = |mut matches: Vec<(String, String)>| {
        matches.sort();
        matches
    };
    assert_eq!(sorted(found("costs, CUTTING!")), sorted(matches));
}

#[test]
fn a_match_has_every_word_in_its_topic_or_its_text() {
    for search in ["cut costs", "sales forecast", "customer lifetime value", "\"sales team\" leads"] {
        let matches = json(&format!("search '{search}'"));
        assert_ne!(matches.as_array().map(Vec::len), Some(0), "{search}");
        for found in matches.as_array().expect("a list") {
            let words = stems(&format!("{} {}", found["label"], found["text"]));
            let missing = stems(search).into_iter().find(|stem| stem != "of" && !words.contains(stem));
            assert_eq!(missing, None, "{search}: {found}");
        }
    }
}

#[test]
fn a_name_among_the_words_points_to_what_is_said_there() {
    let said = |line: &str| on_screen(80, line).stderr;
    assert_eq!(said("search cfo budget"), "statements on the CFO: roles search budget --role cfo\n");
    assert_eq!(said("search COO cro cost cuts"), "statements on the COO and the CRO: roles search cost cuts --role coo,cro\n");
    assert_eq!(said("search coo salary"), "statements on the COO: roles search salary --role coo\n");
    assert_eq!(said("search cfo"), "");
    assert_eq!(said("search budget --role cfo"), "");
    assert_eq!(piped("search cfo budget").stderr, "", "programs have not asked");
}

#[test]
fn a_phrase_is_found_as_it_stands() {
    let phrase: BTreeSet<_> = found("'\"sales team\"'").into_iter().collect();
    let words: BTreeSet<_> = found("sales team").into_iter().collect();
    assert!(!phrase.is_empty() && phrase.is_subset(&words) && phrase != words);
    for found in json("search '\"sales team\"'").as_array().expect("a list") {
        let has = |key: &str| stems(found[key].as_str().unwrap_or_default()).windows(2).any(|two| two == ["sale", "team"]);
        assert!(has("text") || has("label"), "{found}");
    }
    piped("search '\"team sales of\"'").is(0, "", "nothing has these words\n");
}

#[test]
fn everything_that_can_be_read_is_searched() {
    for (search, section, facet) in [
        ("Chief Security Officer", "overview", "acronym_also_means"),
        ("Chief Operations Officer", "overview", "alternate_titles"),
        ("turns strategy into results", "overview", "summary"),
        ("page updated January 2025", "salary", "figures"),
        ("immediate sales targets", "differences", "contrasts"),
        ("board of directors", "reporting", "reports_to"),
    ] {
        let rows = records(&format!("search {search}"));
        let there = rows.iter().any(|row| row["section"] == section && row["facet"] == facet);
        assert!(there, "{search}: {rows:?}");
    }
    let sections: BTreeSet<String> =
        ["the", "officer"].iter().flat_map(|word| records(&format!("search {word}"))).map(|row| row["section"].clone()).collect();
    assert_eq!(sections.len(), roles::facets::Section::ALL.len(), "{sections:?}");
}

#[test]
fn quiet_gives_the_role_of_each_match() {
    let rows = records("search 'cut costs'");
    let roles: Vec<&str> = rows.iter().flat_map(|row| row["role"].split(' ')).collect();
    assert_eq!(piped("search 'cut costs' -q").ok().lines().collect::<Vec<_>>(), roles);
    assert_eq!(piped("search 'cut costs' -q --format json").ok(), piped("search 'cut costs' -q").ok());
    assert!(piped("search costs -q --role cmo").ok().lines().all(|role| role == "cmo"));
}

#[test]
fn where_nothing_has_all_the_words_what_has_most_of_them_goes_first() {
    let answer = piped("search sales forecast unicorns");
    assert_eq!(answer.status, 0);
    assert_eq!(answer.stderr, "nothing has the word 'unicorns'\nnothing has all of these words: these have most of them\n");
    let complete = piped("search sales forecast").ok();
    let best: Vec<&str> = answer.stdout.lines().take(complete.lines().count()).collect();
    let texts = |lines: &[&str]| lines.iter().map(|line| line.split('\t').nth(3).map(str::to_owned)).collect::<BTreeSet<_>>();
    assert_eq!(texts(&best), texts(&complete.lines().collect::<Vec<_>>()));
    piped("search '\"sales unicorns\"' sales").is(0, "", "nothing has the word 'unicorns'\n");
}

#[test]
fn a_slip_of_the_fingers_is_pointed_out() {
    piped("search pipleine").is(0, "", "nothing has the word 'pipleine'; did you mean 'pipeline'?\n");
    piped("search growht").is(0, "", "nothing has the word 'growht'; did you mean 'growth'?\n");
    for far in ["qqqqqq", "moon", "landing", "q", "7777"] {
        piped(&format!("search {far}")).is(0, "", &format!("nothing has the word '{far}'\n"));
    }
}

#[test]
fn what_does_not_have_all_the_words_says_so_wherever_it_is_shown() {
    let page = on_screen(80, "search sales zebra");
    assert!(page.stdout.lines().nth(2).is_some_and(|line| line.starts_with("Nothing has all of these words; ")), "{page:?}");
    assert_eq!(page.stderr, "nothing has the word 'zebra'\n");
    assert!(piped("search sales zebra").stdout.lines().all(|line| line.ends_with("\tzebra")));
    let data: serde_json::Value =
        serde_json::from_str(&piped("search sales zebra --format json").stdout).expect("a list of matches");
    let missing = |found: &serde_json::Value| found["missing"] == serde_json::json!(["zebra"]);
    assert!(data.as_array().is_some_and(|all| !all.is_empty() && all.iter().all(missing)));
    assert_eq!(json("search sales")[0]["missing"].as_array().map(Vec::len), Some(0));
}

#[test]
fn a_filter_is_not_blamed_on_the_word() {
    piped("search xylophone -r cfo").is(0, "", "nothing has the word 'xylophone'\n");
    let both = piped("search sales zebra -r cfo,coo -s skills,hiring");
    assert!(both.stderr.starts_with("nothing has the word 'zebra'\n"), "{}", both.stderr);
    let notice = "only other roles or sections have the word 'cut'\n";
    assert!(piped("search cut -r cfo,coo -s hiring").stderr.starts_with(notice));
}

#[test]
fn the_exit_status_tells_whether_anything_has_the_words() {
    assert_eq!(piped("search cut costs --exit-code").status, 0);
    piped("search qqqqqq --exit-code").is(1, "", "nothing has the word 'qqqqqq'\n");
    assert_eq!(piped("search sales qqqqqq --exit-code").status, 1);
    assert_eq!(piped("search cut -r cfo -s hiring --exit-code -q").status, 1);
}

#[test]
fn a_screen_has_the_best_and_says_how_many_more_there_are() {
    let all = piped("search sales").ok().lines().count();
    let page = on_screen(80, "search sales").ok();
    assert!(page.contains(&format!("{} more matches are not shown. --limit 0 shows all.", all - 20)), "{page}");
    let whole = on_screen(80, "search sales --limit 0").ok();
    assert!(!whole.contains("are not shown") && whole.lines().count() > page.lines().count(), "{whole}");
    assert_eq!(piped("search sales --limit 7").ok().lines().count(), 7);
}

#[test]
fn no_words_are_refused() {
    piped("search '!!' --format json")
        .refuses("error: '!!' has no word to look for\n\n  write one or more words, like \"sales forecasting\"\n");
    assert_eq!(piped("search").status, 2);
    assert_eq!(piped("search sales --role nobody").status, 2);
}

#[test]
fn matches_stand_in_columns_with_each_role_named_once() {
    let page = on_screen(80, "search cut costs").ok();
    let head = page.lines().position(|line| line.split_whitespace().eq(["Role", "Where", "What"])).expect("columns");
    let rows: Vec<&str> = page.lines().skip(head + 1).take_while(|line| !line.is_empty()).collect();
    let roles: Vec<&str> =
        rows.iter().filter(|row| !row.starts_with(' ')).map(|row| row.split("  ").next().unwrap_or_default()).collect();
    assert_eq!(roles.iter().collect::<BTreeSet<_>>().len(), roles.len(), "{page}");
    assert!(roles.contains(&"COO") && roles.len() < rows.len(), "{page}");
}

#[test]
fn a_word_is_found_however_it_is_written() {
    for (one, other) in [("KPI", "kpis"), ("150000", "150,000"), ("the costs", "costs")] {
        let [one, other] = [one, other].map(|words| found(words).into_iter().collect::<BTreeSet<_>>());
        assert!(!one.is_empty() && one == other, "{one:?} {other:?}");
    }
}
