//! Mistakes in what a corpus says: each is reported alone, where it stands, with what to do about it.

use roles::diagnostic::{Diagnostic, Severity};

use super::folder::{Folder, PAIR, ROLE};

#[test]
fn the_corpus_without_a_mistake_has_no_problem() {
    assert_eq!(Folder::sound().problems(), []);
}

#[test]
fn a_name_that_stands_for_nothing_is_reported_with_the_nearest_that_does() {
    for (file, right, wrong, place, says) in [
        (
            ROLE,
            "topic: probe-topic",
            "topic: probe-topik",
            "probe-topik",
            ["no topic 'probe-topik'", "did you mean 'probe-topic'?"],
        ),
        (
            ROLE,
            ", other-source]",
            ", othre-source]",
            "othre-source",
            ["no source 'othre-source'", "did you mean 'other-source'?"],
        ),
        (ROLE, "to: probe-chief", "to: probe-cheif", "probe-cheif", ["position 'probe-cheif'", "did you mean 'probe-chief'?"]),
        (ROLE, "role: probe-aide", "role: probe-aid", "probe-aid,", ["position 'probe-aid'", "did you mean 'probe-aide'?"]),
        (ROLE, "function: probing\n", "function: probng\n", "probng", ["no function 'probng'", "did you mean 'probing'?"]),
        (
            ROLE,
            "\n    source: probe-source",
            "\n    source: prob-source",
            "prob-source",
            ["no source 'prob-source'", "did you mean 'probe-source'?"],
        ),
        (
            PAIR,
            "topic: probe-topic",
            "topic: probe-tropic",
            "probe-tropic",
            ["no topic 'probe-tropic'", "did you mean 'probe-topic'?"],
        ),
        (
            "topics.yaml",
            "broader: other-topic",
            "broader: othr-topic",
            "othr-topic",
            ["no topic 'othr-topic'", "did you mean 'other-topic'?"],
        ),
    ] {
        Folder::with(file, right, wrong).reports("unknown-reference", file, place, &says);
    }
}

#[test]
fn a_name_like_no_other_is_reported_without_a_guess() {
    let problem = Folder::with(ROLE, "topic: probe-topic", "topic: zzzzzzzzz").problem();
    assert_eq!((problem.code.key(), problem.help), ("unknown-reference", None));
}

#[test]
fn an_id_that_a_role_and_a_position_have_is_reported_with_the_place_of_the_first() {
    let folder = Folder::sound();
    folder.write("positions.yaml", &(folder.text("positions.yaml") + "- { id: coo, title: Another One }\n"));
    let (line, column) = folder.place("roles/coo.yaml", "coo\ntitle");
    folder.reports(
        "duplicate-id",
        "positions.yaml",
        "coo, title: Another",
        &["'coo'", &format!("roles/coo.yaml:{line}:{column}")],
    );
}

#[test]
fn an_id_that_a_list_has_twice_is_reported_with_the_place_of_the_first() {
    for (file, twice, kind) in [
        ("topics.yaml", "- { id: probe-topic, label: Twice }\n", "topic"),
        ("functions.yaml", "- { id: probing, label: Twice }\n", "function"),
        ("sources.yaml", "- { id: probe-source, title: Twice, publisher: P, grade: C }\n", "source"),
        ("positions.yaml", "- { id: probe-aide, title: Twice }\n", "position"),
    ] {
        let folder = Folder::sound();
        let id = twice.split([' ', ',']).nth(3).unwrap();
        let (line, column) = folder.place(file, &format!("{id}, "));
        folder.write(file, &(folder.text(file) + twice));
        let place = twice.strip_prefix("- { id: ").unwrap();
        folder.reports("duplicate-id", file, place, &[kind, &format!("'{id}'"), &format!("{file}:{line}:{column}")]);
    }
}

#[test]
fn a_range_that_runs_backwards_is_reported() {
    for (right, wrong, place) in [
        ("low: 100000", "low: 300000", "200000"),
        ("median: 150000", "p25: 160000\n    median: 150000", "150000"),
        ("median: 150000", "p90: 140000\n    median: 150000", "140000"),
        ("years: 10-15", "years: 15-10", "15-10"),
    ] {
        Folder::with(ROLE, right, wrong).reports("backward-range", ROLE, place, &[]);
    }
}

#[test]
fn a_median_at_its_percentiles_and_an_open_upper_end_run_forward() {
    for (right, wrong) in [
        ("median: 150000", "p25: 150000\n    median: 150000\n    p75: 150000"),
        ("high: 200000", "high: 100000+"),
        ("years: 10-15", "years: 10-10"),
        ("years: 10-15", "years: 10+"),
    ] {
        assert_eq!(Folder::with(ROLE, right, wrong).problems(), [], "{wrong}");
    }
}

#[test]
fn a_figure_that_says_nothing_or_cannot_be_true_is_reported() {
    let without = "median: 150000\n    low: 100000\n    high: 200000\n    currency: USD";
    for (right, wrong, code, place) in [
        ("median: 150000", "median: 0", "implausible-amount", "0\n    low"),
        ("high: 200000", "high: 99999999999999", "implausible-amount", "99999999999999"),
        ("currency: USD", "currency: usd", "unknown-currency", "usd"),
        ("currency: USD", "currency: dollars", "unknown-currency", "dollars"),
        (without, "currency: USD", "no-amount", "base"),
    ] {
        Folder::with(ROLE, right, wrong).reports(code, ROLE, place, &[]);
    }
}

#[test]
fn a_role_or_pair_in_a_file_of_another_name_is_reported_with_the_right_name() {
    for (file, other, id) in [(ROLE, "roles/prober.yaml", "probe\ntitle"), (PAIR, "pairs/probe--coo.yaml", "coo--probe\n")] {
        let folder = Folder::sound();
        folder.rename(file, other);
        folder.reports("file-name", other, id, &[file.split('/').next_back().unwrap()]);
    }
}

#[test]
fn a_contrast_without_a_side_for_each_role_is_reported() {
    for wrong in ["      cfo: Deep\n", "", "      probe: Deep\n      cfo: Deeper\n"] {
        let folder = Folder::with(PAIR, "      probe: Deep\n", wrong);
        folder.reports("contrast-sides", PAIR, "coo: Broad", &["'coo'", "'probe'"]);
    }
}

#[test]
fn topics_and_functions_that_are_broader_than_themselves_are_reported_once_with_the_whole_circle() {
    let folder = Folder::with("topics.yaml", "label: Other topic }", "label: Other topic, broader: probe-topic }");
    let circle = "probe-topic -> other-topic -> probe-topic";
    folder.reports("broader-circle", "topics.yaml", "other-topic }\n", &[circle]);
    let both = "label: Probing, broader: deep }\n- { id: deep, label: Deep, broader: probing }";
    let folder = Folder::with("functions.yaml", "label: Probing }", both);
    folder.reports("broader-circle", "functions.yaml", "deep }\n", &["probing -> deep -> probing"]);
    let alone = Folder::with("functions.yaml", "label: Probing }", "label: Probing, broader: probing }");
    alone.reports("broader-circle", "functions.yaml", "probing }", &["'probing'"]);
}

#[test]
fn a_topic_that_only_leads_into_a_circle_is_not_blamed_for_it() {
    let circle = "label: Other topic, broader: third-topic }\n- { id: third-topic, label: Third, broader: other-topic }";
    let problems = Folder::with("topics.yaml", "label: Other topic }", circle).problems();
    assert!(problems.iter().all(|problem| !problem.message.contains("probe-topic")), "{problems:#?}");
    assert_eq!(problems.len(), 1, "{problems:#?}");
}

#[test]
fn an_id_with_other_signs_than_the_format_has_is_reported() {
    for id in ["Extra", "extra_topic", "-extra", "extra-", "ex tra", "extra---topic"] {
        let folder = Folder::sound();
        folder.write("topics.yaml", &(folder.text("topics.yaml") + &format!("- {{ label: Extra, id: {id} }}\n")));
        folder.replace(ROLE, "topic: probe-topic", &format!("topic: {id}"));
        folder.reports("bad-id", "topics.yaml", &format!("{id} }}"), &["hyphen"]);
    }
}

#[test]
fn an_entry_that_nothing_refers_to_is_a_warning_and_stops_nothing() {
    for (file, extra) in [
        ("topics.yaml", "- { id: extra, label: Extra }\n"),
        ("sources.yaml", "- { id: extra, title: Extra, publisher: P, grade: C }\n"),
        ("positions.yaml", "- { id: extra, title: Extra }\n"),
    ] {
        let folder = Folder::sound();
        folder.write(file, &(folder.text(file) + extra));
        folder.reports("unused", file, extra.strip_prefix("- { id: ").unwrap(), &["'extra'"]);
        assert_eq!(folder.problem().severity(), Severity::Warning);
    }
}

#[test]
fn several_mistakes_of_one_file_are_reported_in_one_go_in_the_order_of_its_lines() {
    let folder = Folder::with(ROLE, "topic: probe-topic", "topic: nowhere");
    folder.replace(ROLE, "sources: [other-source]", "sources: []");
    folder.replace(ROLE, "years: 10-15", "years: 15-10");
    folder.replace(ROLE, "from: probe-aide, how", "from: cfo, how");
    folder.replace(ROLE, "low: 100000", "low: 300000");
    let problems = folder.problems();
    let found: Vec<&str> = problems.iter().map(|problem| problem.code.key()).collect();
    assert_eq!(found, ["unknown-reference", "uncited", "backward-range", "line-from-above", "backward-range"], "{problems:#?}");
    assert!(problems.iter().all(|problem| problem.spot.file.ends_with(ROLE)), "{problems:#?}");
    assert!(problems.is_sorted_by_key(Diagnostic::line), "{problems:#?}");
}
