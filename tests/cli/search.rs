//! `roles search`: where words stand, best first.

use std::collections::BTreeSet;
use std::fs;

use roles::likeness::stems;

use crate::support::{in_color, json, on_screen, piped, records, shell};

/// The texts that a search finds, with their roles.
fn found(search: &str) -> Vec<(String, String)> {
    records(&format!("search {search}")).into_iter().map(|row| (row["role"].clone(), row["text"].clone())).collect()
}

#[test]
fn words_are_found_in_any_order_and_form() {
    let matches = found("cut costs");
    assert!(matches.contains(&("coo".to_owned(), "Record of raising efficiency and cutting costs".to_owned())), "{matches:?}");
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
    for search in ["cut costs", "sales forecast", "board of directors", "\"sales team\" leads"] {
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
fn the_title_of_a_role_goes_before_all_that_is_said_of_it() {
    for (search, role) in
        [("chief revenue officer", "cro"), ("cfo", "cfo"), ("vice president of sales operations", "vp-sales-ops")]
    {
        let first = records(&format!("search {search} --limit 1")).remove(0);
        assert_eq!((first["role"].as_str(), first["facet"].as_str()), (role, "title"), "{search}");
    }
}

#[test]
fn matches_come_best_first_and_always_in_the_same_order() {
    let scores: Vec<f64> = records("search revenue growth").iter().map(|row| row["score"].parse().expect("a number")).collect();
    assert!(scores.len() > 10 && scores.is_sorted_by(|one, other| one >= other), "{scores:?}");
    assert_eq!(piped("search revenue growth").ok(), piped("search revenue growth").ok());
    assert_eq!(json("search revenue growth")[0]["score"].as_f64(), Some(scores[0]));
}

#[test]
fn everything_that_can_be_read_is_searched() {
    for (search, section, facet) in [
        ("Chief Security Officer", "overview", "acronym_also_means"),
        ("Chief Operations Officer", "overview", "alternate_titles"),
        ("turns strategy into results", "overview", "summary"),
        ("page updated January 2025", "salary", "figures"),
        ("immediate sales targets", "together", "contrasts"),
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
fn roles_and_sections_narrow() {
    let rows = records("search sales --role cro,CFO --section duties,skills");
    assert!(rows.iter().all(|row| ["cro", "cfo"].contains(&row["role"].as_str())));
    assert!(rows.iter().all(|row| ["duties", "skills"].contains(&row["section"].as_str())));
    let parts = ["cro", "cfo"].map(|role| records(&format!("search sales -r {role} -s duties,skills")).len());
    assert_eq!(rows.len(), parts.iter().sum::<usize>());
}

#[test]
fn quiet_gives_the_role_of_each_match() {
    let rows = records("search 'cut costs'");
    let roles: Vec<&str> = rows.iter().flat_map(|row| row["role"].split(' ')).collect();
    assert_eq!(piped("search 'cut costs' -q").ok().lines().collect::<Vec<_>>(), roles);
    assert_eq!(piped("search 'cut costs' -q --format json").ok(), piped("search 'cut costs' -q").ok());
    assert!(piped("search costs -q --role cmo").ok().lines().all(|role| role == "cmo"));
    assert_eq!(shell("roles search 'cut costs' -q | sort | uniq -c | sort -rn | head -n 1").ok().trim(), "3 coo");
}

#[test]
fn where_nothing_has_all_the_words_what_has_most_of_them_goes_first() {
    let answer = piped("search sales forecast unicorns");
    assert_eq!(answer.status, 0);
    assert_eq!(
        answer.stderr,
        "nothing has the word 'unicorns'\nnothing has all of these words: here is what has the most of them\n"
    );
    let complete = piped("search sales forecast").ok();
    let best: Vec<&str> = answer.stdout.lines().take(complete.lines().count()).collect();
    let texts = |lines: &[&str]| lines.iter().map(|line| line.split('\t').nth(3).map(str::to_owned)).collect::<BTreeSet<_>>();
    assert_eq!(texts(&best), texts(&complete.lines().collect::<Vec<_>>()));
    piped("search '\"sales unicorns\"' sales").is(0, "", "nothing has the word 'unicorns'\n");
}

#[test]
fn a_slip_of_the_fingers_is_pointed_out() {
    piped("search pipleine").is(0, "", "nothing has the word 'pipleine'; did you mean 'pipeline'?\n");
    piped("search qqqqqq").is(0, "", "nothing has the word 'qqqqqq'\n");
}

#[test]
fn a_screen_has_the_best_and_says_how_many_more_there_are() {
    let all = piped("search sales").ok().lines().count();
    let page = on_screen(80, "search sales").ok();
    assert_eq!(page.lines().filter(|line| line.starts_with("• ")).count(), 20);
    assert!(page.contains(&format!("{} more matches are not shown; --limit 0 shows all.", all - 20)), "{page}");
    let whole = on_screen(80, "search sales --limit 0").ok();
    assert_eq!(whole.lines().filter(|line| line.starts_with("• ")).count(), all);
    assert_eq!(piped("search sales --limit 7").ok().lines().count(), 7);
}

#[test]
fn the_words_stand_out() {
    assert!(in_color(80, "search cut costs").ok().contains("\u{1b}[1mcutting costs\u{1b}[0m"));
    assert!(piped("search cut costs --format markdown").ok().contains("**cutting** **costs**"));
}

#[test]
fn a_thousand_roles_are_searched() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("own.yaml");
    let role = |i: usize| format!("- {{ id: r{i}, title: Role {i}, duties: [Cuts the costs of plant {i}, Opens plant {i}] }}\n");
    fs::write(&file, format!("roles:\n{}", (0..1000).map(role).collect::<String>())).expect("writing to a temporary folder");
    let corpus = format!("--no-builtin --corpus {}", file.display());
    assert_eq!(piped(&format!("search cut costs -q {corpus}")).ok().lines().count(), 1000);
    assert_eq!(records(&format!("search plant 77 {corpus}")).len(), 2);
    let page = on_screen(80, &format!("search cost {corpus}")).ok();
    assert!(page.contains("980 more matches are not shown") && page.contains("988 other roles"), "{page}");
}

#[test]
fn no_words_or_too_many_are_refused() {
    piped("search '!!' --format json")
        .refuses("error: '!!' has no word to look for\n\n  write one or more words, like \"sales forecasting\"\n");
    let many = "sales ".repeat(65);
    piped(&format!("search {many}")).refuses("error: these are too many words to look for\n\n  write at most 64 words\n");
    assert_eq!(piped("search").status, 2);
    assert_eq!(piped("search sales --role nobody").status, 2);
}
