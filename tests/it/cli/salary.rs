//! `roles salary`: every published figure, drawn once.

use roles::model::{Measure, Statistic};
use roles::terminal::Terminal;
use serde_json::Value;

use crate::support::{Own, colorful, json, on_screen, piped, records, run, split};

const ROLES: [&str; 7] = ["cco", "cfo", "cmo", "coo", "cro", "cso", "vp-sales-ops"];

/// The figures of a role, as its profile has them.
fn figures(role: &str) -> Vec<Value> {
    json(&format!("show {role}"))[0]["salary"].as_array().expect("figures").clone()
}

/// A corpus of one role for each of some figures.
fn corpus(figures: &[&str]) -> String {
    let role = |(i, figure): (usize, &&str)| format!("- {{ id: r{i}, title: Role {i}, salary: [{{ {figure} }}] }}\n");
    format!("roles:\n{}", figures.iter().enumerate().map(role).collect::<String>())
}

#[test]
fn every_figure_is_a_record_with_its_amounts_as_numbers() {
    let expected: Vec<(String, Value)> =
        ROLES.iter().flat_map(|role| figures(role).into_iter().map(|figure| ((*role).to_owned(), figure))).collect();
    let compared = records("compare cco cfo cmo coo cro cso vp-sales-ops --section salary");
    let compared: Vec<_> = compared.into_iter().filter(|row| row["status"] == "figure").collect();
    for rows in [records("salary"), compared] {
        assert_eq!(rows.len(), expected.len());
        for (row, (role, figure)) in rows.iter().zip(&expected) {
            assert_eq!(row["role"], *role);
            for key in Statistic::ALL.map(Statistic::key) {
                assert!(figure[key].is_null() || figure[key].is_u64(), "{key} of {figure}");
            }
            for (key, value) in figure.as_object().expect("a figure") {
                assert_eq!(row[key], roles::report::field(value), "{key} of {figure}");
            }
        }
    }
    let open = &records("salary vp-sales-ops")[0];
    assert_eq!([&*open["high"], &*open["open"]], ["280000", "high"], "at least $280,000");
}

#[test]
fn a_measure_and_a_currency_narrow() {
    let rows = records("salary --measure base,bonus");
    assert!(!rows.is_empty() && rows.iter().all(|row| ["base", "bonus"].contains(&row["measure"].as_str())));
    let all = records("salary").len();
    let by_measure: usize =
        Measure::ALL.iter().map(|measure| piped(&format!("salary -m {}", measure.key())).stdout.lines().count()).sum();
    assert_eq!(by_measure, all);
    assert_eq!(records("salary --currency usd").len(), all);
    piped("salary cco --currency EUR").is(0, "", "no published figure in EUR is known for the CCO; known: unspecified in USD\n");
}

#[test]
fn every_currency_and_period_has_a_picture_of_its_own() {
    let text = corpus(&[
        "measure: base, average: 100000, currency: USD, per: year",
        "measure: base, average: 60, currency: USD, per: hour",
        "measure: base, low: 9000000, high: 20000000, currency: JPY, per: year",
        "measure: bonus, median: 1, currency: KWD, per: month",
    ]);
    let page = Own::one(&text).on_screen(80, "salary").ok();
    for unit in ["USD per year", "USD per hour", "JPY per year"] {
        assert_eq!(page.matches(unit).count(), 1, "a legend says {unit}:\n{page}");
    }
    assert!(page.contains("$0 ") && page.contains("JPY 20M\n") && !page.contains("KWD 0"), "a bonus is not all pay:\n{page}");
    assert!(page.contains("median KWD 1 per month; undated"), "{page}");
}

#[test]
fn odd_figures_are_drawn_at_every_width() {
    let text = corpus(&[
        "measure: base, low: 5, high: 5, currency: USD, per: year",
        "measure: base, average: 10000000000, median: 10000000000, midpoint: 10000000000, currency: USD, per: year",
        "measure: base, low: 1, currency: USD, per: year",
        "measure: base, high: 10000000000+, currency: USD, per: year",
        "measure: base, high: 7, currency: USD, per: year",
        "measure: base, p25: 100, currency: USD, per: year",
        "measure: base, p10: 1, p25: 2, median: 3, p75: 4, p90: 5+, currency: USD, per: year, population: 最高執行責任者の給与は会社の規模による",
    ]);
    for columns in [20, 21, 40, 60, 71, 72, 80, 120, 1000] {
        for ascii in ["", "--ascii"] {
            let page = Own::one(&text).on_screen(columns, &format!("salary {ascii}")).ok();
            assert!(!page.contains("[1]"), "there is no source to cite");
            let widest = page.lines().map(roles::text::width).max();
            assert!(widest <= Some(columns), "{columns} columns:\n{page}");
            assert!(
                ascii.is_empty() || page.lines().all(|line| line.contains(|c: char| c >= '\u{3000}') || line.is_ascii()),
                "{page}"
            );
        }
    }
}

#[test]
fn nothing_published_is_said_to_be_so() {
    let text = "roles: [{ id: a, title: A }, { id: b, title: B }]";
    let page = Own::one(text).on_screen(80, "salary");
    page.is(0, "Published pay\n\nNo published figure is known for the A or the B.\n", "");
    let said = "no published figure is known for the A or the B\n";
    Own::one(text).piped("salary").is(0, "", said);
    let page = Own::one(text).on_screen(80, "compare a b --section salary").ok();
    assert_eq!((page.matches("figure").count(), page.matches("like for like").count()), (1, 0), "{page}");
}

#[test]
fn no_figure_stands_without_what_limits_it() {
    for command in ["salary", "show", "compare coo"] {
        for role in ROLES {
            for columns in [120, 200] {
                let page = on_screen(columns, &format!("{command} {role}{}", if command == "salary" { "" } else { " --all" }));
                let said: String =
                    page.stdout.split_whitespace().filter(|word| !word.chars().all(|c| "·├┤│─◆○■▸".contains(c))).collect();
                for figure in figures(role) {
                    for key in ["population", "group", "note"] {
                        // That a year is a fiscal one is not said again after the year.
                        let year = format!("fiscal year {}", figure["as_of"].as_str().unwrap_or_default());
                        let limits = figure[key].as_str().into_iter().flat_map(|limit| limit.split("; "));
                        for limit in limits.filter(|limit| *limit != year) {
                            let limit: String = limit.split_whitespace().collect();
                            assert!(said.contains(&limit), "{limit} is not in {page}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn where_nothing_is_like_for_like_the_nearest_two_figures_are_named() {
    let text = corpus(&[
        "measure: base, average: 100, currency: USD, per: year, region: US, as_of: 2015",
        "measure: total-pay, average: 200+, currency: USD, per: year, region: US, as_of: 2020",
    ]);
    let page = Own::one(&text).on_screen(200, "salary r0 r1").ok();
    let said = "Nothing is like for like (different measures). Nearest: Role 0 base salary, average $100 (2015; US) against Role 1 \
                total pay, average $200+ (2020; US)\n";
    assert!(page.contains(said), "{page}");
}

#[test]
fn what_lies_ahead_is_said_to_be_projected() {
    let text = corpus(&[
        "measure: base, average: 1, currency: USD, per: year, as_of: 2031",
        "measure: base, average: 2, currency: USD, per: year, as_of: 2030",
        "measure: base, average: 3, currency: USD, per: year, as_of: 2031, note: projected by hand",
    ]);
    let page = |year| {
        let terminal = Terminal { this_year: year, ..colorful(80) };
        let own = Own::one(&text);
        run(&terminal, split(&format!("salary --color never {}", own.alone()))).ok()
    };
    let in_2030 = page(Some(2030));
    assert!(in_2030.contains("average $1; 2031, projected\n") && in_2030.contains("average $2; 2030\n"), "{in_2030}");
    assert!(in_2030.contains("average $3; 2031; projected by hand\n"), "{in_2030}");
    assert!(!page(Some(2031)).contains(", projected"));
}

#[test]
fn a_filter_that_keeps_nothing_says_what_there_is() {
    let said = |line: &str| on_screen(200, line).ok();
    assert!(
        said("salary cmo -m on-target-earnings")
            .contains("No on-target-earnings figure is known for the CMO; known: base, bonus, total-cash, unspecified in USD.\n")
    );
    assert!(
        said("salary cfo --currency xyz")
            .contains("No published figure in XYZ is known for the CFO; known: base, bonus, unspecified in USD.\n")
    );
    let some = said("salary cmo cro -m on-target-earnings");
    assert!(
        some.contains("$600,000 to $1,200,000") && some.contains("No on-target-earnings figure is known for the CMO"),
        "{some}"
    );
}

#[test]
fn what_is_wrong_is_refused_with_what_to_type() {
    let answer = piped("salary cof");
    assert_eq!((answer.status, answer.stdout.as_str()), (2, ""));
    assert!(answer.stderr.contains("did you mean"), "{answer}");
    let answer = piped("salary --measure wages");
    assert_eq!((answer.status, answer.stdout.as_str()), (2, ""));
    assert!(answer.stderr.contains("on-target-earnings"), "{answer}");
}
