//! What has no topic stands beside what is like it, and nothing is claimed to be alike that is not.

use proptest::prelude::*;
use roles::compare::{Options, compare};
use roles::corpus::Corpus;
use roles::facets::{Facet, Section, items};
use roles::likeness::THRESHOLD;
use roles::model::{Role, Statement};
use roles::render::{self, Format, render};
use roles::report::ComparisonReport;
use roles::terminal::Style;

use super::everywhere::{Held, Row, everywhere, whole};
use super::generated::{bare, with_corpus};

/// What some roles say without a topic in a facet: the column of the role, and the text.
fn free(corpus: &Corpus, roles: &[&Role], facet: Facet) -> Vec<(usize, String)> {
    let free = |(column, role): (usize, &&Role)| {
        let items = items(corpus, role, facet).into_iter().filter(|(subject, _)| subject.topic.is_none());
        items.map(|(_, item)| (column, item.text)).collect::<Vec<_>>()
    };
    roles.iter().enumerate().flat_map(free).collect()
}

/// The row in which a role says something.
fn row_of<'r, 'a>(rows: &'r [Row<'a>], column: usize, text: &str) -> &'r Row<'a> {
    let says = |row: &&Row| row.cells[column].1.iter().any(|item| item.text == text);
    rows.iter().find(says).expect("nothing is lost")
}

/// Holds a law against each facet of some roles, with its rows and what has no topic.
fn each_facet(corpus: &Corpus, roles: &[&Role], law: impl for<'a> Fn(Facet, &[Row<'a>], &[(usize, String)]) -> Held) -> Held {
    let comparison = whole(corpus, roles);
    Facet::ALL.into_iter().try_for_each(|facet| law(facet, &Row::of(&comparison, facet), &free(corpus, roles, facet)))
}

#[test]
fn a_row_says_how_much_is_alike_where_something_without_a_topic_shares_it() {
    fn law(corpus: &Corpus, roles: &[&Role]) -> Held {
        each_facet(corpus, roles, |facet, rows, free| {
            for row in rows {
                let says = |(column, text): &(usize, String)| row.cells[*column].1.iter().any(|item| item.text == *text);
                let by_likeness = row.holders().len() > 1 && free.iter().any(says);
                prop_assert_eq!(row.likeness.is_some(), by_likeness, "{:?}: {:?}", facet, row);
                prop_assert!(row.likeness.is_none_or(|percent| (THRESHOLD..=100).contains(&percent)), "{:?}", row);
                if row.subject.topic.is_none() && row.holders().len() > 1 {
                    let texts = || row.cells.iter().flat_map(|(_, items)| items).map(|item| &item.text);
                    let same = texts().all(|text| Some(text) == texts().next());
                    prop_assert_eq!(row.likeness == Some(100), same, "{:?}: {:?}", facet, row);
                }
            }
            Ok(())
        })
    }
    everywhere(2, law);
    everywhere(4, law);
}

#[test]
fn a_row_without_a_topic_has_one_statement_of_each_role_at_most() {
    everywhere(4, |corpus, roles| {
        each_facet(corpus, roles, |facet, rows, _| {
            let free = rows.iter().filter(|row| row.subject.topic.is_none());
            for row in free {
                prop_assert!(row.cells.iter().all(|(_, items)| items.len() <= 1), "{:?}: {:?}", facet, row);
            }
            Ok(())
        })
    });
}

#[test]
fn what_has_a_topic_stands_where_it_stands_without_the_rest() {
    everywhere(3, |corpus, roles| {
        each_facet(corpus, roles, |facet, rows, _| {
            for (column, role) in roles.iter().enumerate() {
                for (subject, item) in items(corpus, role, facet).iter().filter(|(subject, _)| subject.topic.is_some()) {
                    let row = rows.iter().find(|row| row.subject.topic == subject.topic).expect("a row for every topic");
                    prop_assert!(row.cells[column].1.contains(item), "{:?}: {:?} is not in {:?}", facet, item, row);
                }
            }
            Ok(())
        })
    });
}

#[test]
fn what_is_said_in_the_very_same_words_is_no_difference() {
    everywhere(2, |corpus, roles| {
        each_facet(corpus, roles, |facet, rows, free| {
            for (column, text) in free {
                let other = items(corpus, roles[1 - column], facet);
                if other.iter().any(|(_, item)| item.text == *text) {
                    prop_assert_eq!(row_of(rows, *column, text).holders().len(), 2, "{:?}: {:?}", facet, text);
                }
            }
            Ok(())
        })
    });
}

/// Holds a law against what several roles say without a topic: its column and text, and the rows of all and of each two.
fn in_groups(law: impl for<'a> Fn(&[Row<'a>], (usize, &str), &[(usize, Vec<Row<'a>>)]) -> Held) {
    everywhere(3, |corpus, roles| {
        let all = whole(corpus, roles);
        for (column, role) in roles.iter().enumerate() {
            let others = (0..roles.len()).filter(|&other| other != column);
            let twos: Vec<_> = others.map(|other| (other, whole(corpus, &[role, roles[other]]))).collect();
            for facet in Facet::ALL {
                let rows = Row::of(&all, facet);
                let twos: Vec<_> = twos.iter().map(|(other, two)| (*other, Row::of(two, facet))).collect();
                for (_, text) in free(corpus, &[role], facet) {
                    law(&rows, (column, &text), &twos)?;
                }
            }
        }
        Ok(())
    });
}

#[test]
fn what_shares_a_row_among_several_shares_one_with_somebody_in_it_among_two() {
    in_groups(|rows, (column, text), twos| {
        let row = row_of(rows, column, text);
        let shared = twos.iter().any(|(other, two)| {
            let beside = &row_of(two, 0, text).cells[1].1;
            row.cells[*other].1.iter().any(|item| beside.contains(item))
        });
        prop_assert!(shared || row.holders().len() == 1, "{:?}: {:?}", text, row);
        Ok(())
    });
}

#[test]
fn what_stands_alone_among_several_does_so_among_two_or_has_lost_its_place_to_another_of_its_own_role() {
    in_groups(|rows, (column, text), twos| {
        if row_of(rows, column, text).holders().len() > 1 {
            return Ok(());
        }
        for (other, two) in twos {
            for item in &row_of(two, 0, text).cells[1].1 {
                prop_assert!(row_of(rows, *other, &item.text).has(column), "{:?} is alone, but like {:?}", text, item);
            }
        }
        Ok(())
    });
}

#[test]
fn three_roles_share_the_same_rows_in_whatever_order_they_are_compared() {
    everywhere(3, |corpus, roles| {
        let (one, other) = (whole(corpus, roles), whole(corpus, &[roles[2], roles[0], roles[1]]));
        for facet in Facet::ALL {
            let shown = |rows: Vec<Row>, turn: usize| {
                let mut shown: Vec<String> = rows
                    .into_iter()
                    .map(|mut row| {
                        row.cells.rotate_right(turn);
                        format!("{row:?}")
                    })
                    .collect();
                shown.sort();
                shown
            };
            prop_assert_eq!(shown(Row::of(&one, facet), 1), shown(Row::of(&other, facet), 0), "{:?}", facet);
        }
        Ok(())
    });
}

/// A role with some duties, each with a topic or without.
fn role(id: &str, duties: &[(&'static str, &'static str)]) -> Role {
    let duty = |&(topic, text): &(&'static str, &'static str)| Statement {
        topic: (!topic.is_empty()).then(|| String::from(topic)),
        text: String::from(text),
        sources: vec!["s0".to_owned()],
    };
    Role { duties: duties.iter().map(duty).collect(), ..bare(id) }
}

/// The rows of the duties of some roles: the label, the likeness, and what each role says.
fn duties(roles: &[Role]) -> Vec<(String, Option<u8>, Vec<String>)> {
    with_corpus(roles, |corpus| {
        let roles: Vec<&Role> = corpus.roles.iter().collect();
        let cell = |(_, items): &(&str, Vec<roles::facets::Item>)| {
            items.iter().map(|item| item.text.clone()).collect::<Vec<_>>().join(" / ")
        };
        let rows = Row::of(&whole(corpus, &roles), Facet::Duties);
        rows.iter().map(|row| (row.subject.label.to_owned(), row.likeness, row.cells.iter().map(cell).collect())).collect()
    })
}

fn row(label: &str, likeness: Option<u8>, cells: &[&str]) -> (String, Option<u8>, Vec<String>) {
    (label.to_owned(), likeness, cells.iter().map(|&cell| cell.to_owned()).collect())
}

#[test]
fn somebody_s_own_file_without_topics_is_compared_with_one_that_has_them() {
    let own = role("a", &[("", "Leads the sales team"), ("", "Makes budgets"), ("", "Digs"), ("", "Keeps petty cash")]);
    let other =
        role("b", &[("budgets", "Plans what is spent"), ("selling", "Leads and motivates the sales team"), ("cash", "Saves")]);
    assert_eq!(
        duties(&[own, other]),
        [
            row("Selling", Some(82), &["Leads the sales team", "Leads and motivates the sales team"]),
            row("Budgets", Some(70), &["Makes budgets", "Plans what is spent"]),
            row("Cash", Some(57), &["Keeps petty cash", "Saves"]),
            row("Other", None, &["Digs", ""]),
        ]
    );
}

#[test]
fn two_files_without_topics_are_compared_by_their_texts() {
    let one = role("a", &[("", "Leads the sales team"), ("", "Digs")]);
    let other = role("b", &[("", "Digs"), ("", "Bakes"), ("", "Leads and motivates the sales team")]);
    assert_eq!(
        duties(&[one, other]),
        [
            row("Other", Some(100), &["Digs", "Digs"]),
            row("Other", Some(82), &["Leads the sales team", "Leads and motivates the sales team"]),
            row("Other", None, &["", "Bakes"]),
        ]
    );
}

#[test]
fn several_statements_may_join_one_topic_but_none_that_their_own_role_has_unless_word_by_word() {
    let own = role("a", &[("", "Leads the sales team"), ("", "Wins new customers")]);
    let other = role("b", &[("selling", "Wins customers"), ("selling", "Leads the sales teams")]);
    let both = "Leads the sales team / Wins new customers";
    assert_eq!(duties(&[own, other.clone()])[0].2, [both, "Wins customers / Leads the sales teams"]);

    let own = role("a", &[("selling", "Sells"), ("", "Leads the sales team"), ("", "Wins customers")]);
    assert_eq!(
        duties(&[own, other]),
        [
            row("Selling", Some(100), &["Sells / Wins customers", "Wins customers / Leads the sales teams"]),
            row("Other", None, &["Leads the sales team", ""]),
        ]
    );
}

#[test]
fn what_is_like_two_topics_goes_with_the_one_it_is_most_like_and_links_no_two() {
    let roles = [
        role("a", &[("", "Leads the sales team")]),
        role("b", &[("", "Leads and motivates the sales team")]),
        role("c", &[("selling", "Leads, guides and motivates the sales team")]),
        role("d", &[("closing", "Leads the sales team to its goals")]),
    ];
    assert_eq!(
        duties(&roles),
        [
            row(
                "Selling",
                Some(84),
                &["", "Leads and motivates the sales team", "Leads, guides and motivates the sales team", ""]
            ),
            row("Closing", Some(80), &["Leads the sales team", "", "", "Leads the sales team to its goals"]),
        ]
    );
}

#[test]
fn every_format_says_how_much_is_alike() {
    let own = role("a", &[("", "Leads the sales team"), ("", "Digs")]);
    let other = role("b", &[("selling", "Leads and motivates the sales team"), ("", "Digs"), ("money", "Saves")]);
    let pages = with_corpus(&[own, other], |corpus| {
        let roles: Vec<&Role> = corpus.roles.iter().collect();
        let comparison = compare(corpus, &roles, &Options { sections: vec![Section::Duties], only: None });
        let style = Style { width: 100, ..Style::default() };
        let options = |format| render::RenderOptions { format, style, header: true };
        let report = ComparisonReport { corpus, comparison, brief: None, is_brief: false, this_year: None };
        Format::GENERAL.map(|format| render(&report, &[], &options(format)).expect("any format").0)
    });
    let [table, tsv, csv, json, yaml, markdown, html] = pages.each_ref().map(String::as_str);
    let says = |page: &str, line: &str| assert!(page.lines().any(|own| own.contains(line)), "{line:?} is not in\n{page}");
    says(table, "Selling (82% alike)  Leads the sales team [1]");
    says(table, "Other (100% alike)   Digs [1]");
    says(tsv, "facet\trelated_to\tsources\tlikeness");
    says(tsv, "duties\tselling\tshared\ta\tLeads the sales team\tduties\t\ts0\t82");
    says(tsv, "duties\tmoney\tonly\tb\tSaves\tduties\t\ts0\t");
    says(csv, "duties,,shared,b,Digs,duties,,s0,100");
    says(yaml, "likeness: 82");
    says(markdown, "| Selling (82% alike) | Leads the sales team ");
    says(html, ">Selling (82% alike)<");
    let json: serde_json::Value = serde_json::from_str(json).expect("JSON");
    let rows = json["facets"][0]["rows"].as_array().expect("rows");
    let likeness: Vec<_> = rows.iter().map(|row| (row["label"].as_str(), row["likeness"].as_u64())).collect();
    assert_eq!(likeness, [(Some("Selling"), Some(82)), (Some("Other"), Some(100)), (Some("Money"), None)]);
}
