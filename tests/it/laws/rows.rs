//! Nothing is lost, nothing is said twice, and the counts are those of the rows.

use proptest::prelude::*;
use roles::compare::{Only, Options, Status, compare};
use roles::corpus::Corpus;
use roles::facets::{Facet, Section, Subject, items};
use roles::model::{Amount, Role, SalaryFigure, Statement};

use super::everywhere::{Held, Row, everywhere, whole};
use super::generated::{bare, figure, with_corpus};

/// What a role says in a facet, taken straight from what was written: texts where it makes statements, else empty ones.
fn said<'a>(corpus: &'a Corpus, role: &'a Role, facet: Facet) -> Vec<String> {
    fn texts(statements: &[Statement]) -> Vec<String> {
        statements.iter().map(|statement| statement.text.clone()).collect()
    }
    let so_many = |number: usize| vec![String::new(); number];
    let (requirements, reporting) = (&role.requirements, &role.reporting);
    match facet {
        Facet::Duties => texts(&role.duties),
        Facet::Skills => texts(&role.skills),
        Facet::Education => so_many(requirements.education.len()),
        Facet::Experience => so_many(requirements.experience.len()),
        Facet::Backgrounds => texts(&requirements.backgrounds),
        Facet::Certifications => texts(&requirements.certifications),
        Facet::ReportsTo => so_many(reporting.reports_to.len()),
        Facet::DirectReports => {
            let upward = corpus.roles.iter().flat_map(|other| &other.reporting.reports_to);
            so_many(reporting.direct_reports.len() + upward.filter(|line| line.to == role.id).count())
        }
        Facet::Oversees => so_many(reporting.oversees.len()),
        Facet::Compensation => texts(&role.compensation),
        Facet::Metrics => texts(&role.metrics),
        Facet::Impact => texts(&role.impact),
        Facet::Challenges => texts(&role.challenges),
        Facet::WorkEnvironment => texts(&role.work_environment),
        Facet::Standing => texts(&role.standing),
        Facet::Variations => texts(&role.variations),
        Facet::Archetypes => role.archetypes.iter().map(|kind| format!("{}: {}", kind.name, kind.text)).collect(),
        Facet::CareerFrom => so_many(role.career.from.len()),
        Facet::CareerTo => so_many(role.career.to.len()),
        Facet::HireWhen => texts(&role.hire_when),
        Facet::Disagreements => texts(&role.disagreements),
    }
}

#[test]
fn everything_a_role_says_stands_in_exactly_one_cell_of_its_own() {
    fn law(corpus: &Corpus, roles: &[&Role]) -> Held {
        let comparison = whole(corpus, roles);
        for facet in Facet::ALL {
            let rows = Row::of(&comparison, facet);
            for (column, role) in roles.iter().enumerate() {
                prop_assert!(rows.iter().all(|row| row.cells.len() == roles.len() && row.cells[column].0 == &*role.id));
                let mut written = said(corpus, role, facet);
                let items = rows.iter().flat_map(|row| &row.cells[column].1);
                let speaks = written.iter().any(|text| !text.is_empty());
                let mut shown: Vec<String> = items.map(|item| if speaks { item.text.clone() } else { String::new() }).collect();
                written.sort();
                shown.sort();
                prop_assert_eq!(shown, written, "{:?} of {}", facet, role.id);
            }
        }
        Ok(())
    }
    everywhere(2, law);
    everywhere(3, law);
}

#[test]
fn a_row_is_of_one_topic_and_a_topic_is_in_one_row() {
    everywhere(3, |corpus, roles| {
        let comparison = whole(corpus, roles);
        for facet in Facet::ALL {
            let rows = Row::of(&comparison, facet);
            for row in &rows {
                for (role, (_, said)) in roles.iter().zip(&row.cells) {
                    let written = items(corpus, role, facet);
                    // What has no topic may have joined one, or what is like it.
                    let belongs =
                        |subject: &Subject| *subject == row.subject || (subject.topic.is_none() && row.likeness.is_some());
                    let of_topic = |item| written.iter().any(|(subject, other)| belongs(subject) && other == item);
                    prop_assert!(said.iter().all(of_topic), "{:?}", row);
                }
                prop_assert!(row.subject.topic.is_none() || !row.subject.label.is_empty(), "{:?}", row);
            }
            let mut keys: Vec<_> = rows.iter().map(Row::key).collect();
            keys.sort();
            keys.dedup();
            prop_assert_eq!(keys.len(), rows.len(), "{:?}", facet);
        }
        Ok(())
    });
}

#[test]
fn a_row_is_shared_by_all_by_some_or_by_one() {
    fn law(corpus: &Corpus, roles: &[&Role]) -> Held {
        let comparison = whole(corpus, roles);
        for facet in Facet::ALL {
            for row in Row::of(&comparison, facet) {
                let expected = match row.holders().len() {
                    _ if !facet.has_ideas_for_topics() => Status::Uncounted,
                    1 => Status::Only,
                    all if all == roles.len() => Status::Shared,
                    _ => Status::Partly,
                };
                prop_assert_eq!(row.status, expected, "{:?}", row);
            }
        }
        Ok(())
    }
    everywhere(2, law);
    everywhere(4, law);
}

#[test]
fn roles_differ_when_a_row_is_not_shared_or_their_pay_is_not_the_same() {
    everywhere(2, |corpus, roles| {
        let comparison = whole(corpus, roles);
        let apart = Facet::ALL.into_iter().any(|facet| {
            let rows = Row::of(&comparison, facet);
            let is_known = (0..roles.len()).all(|column| rows.iter().any(|row| row.has(column)));
            // Under a heading, and of whom nothing is known, no difference is claimed but that of words.
            rows.iter().any(|row| match row.status {
                Status::Uncounted => is_known && row.cells[0].1 != row.cells[1].1,
                status => status != Status::Shared && is_known,
            })
        });
        prop_assert_eq!(comparison.differ, apart || roles[0].salary != roles[1].salary);
        Ok(())
    });
}

#[test]
fn roles_that_differ_in_pay_alone_differ_where_pay_is_looked_at() {
    let paid = |id, amount| Role { salary: vec![SalaryFigure { median: Some(Amount::exact(amount)), ..figure() }], ..bare(id) };
    with_corpus(&[paid("a", 100), paid("b", 200)], |corpus| {
        let roles: Vec<&Role> = corpus.roles.iter().collect();
        let differ = |section| compare(corpus, &roles, &Options { sections: vec![section], only: None }).differ;
        assert!(whole(corpus, &roles).differ && differ(Section::Salary));
        assert!(!differ(Section::Duties), "nothing is known of their duties");
    });
}

#[test]
fn the_counts_of_the_overview_are_those_of_the_rows() {
    fn law(corpus: &Corpus, roles: &[&Role]) -> Held {
        let comparison = whole(corpus, roles);
        let overview = &comparison.overview.as_ref().expect("the overview was asked for").facets;
        let with_rows = Facet::ALL.into_iter().filter(|&facet| !Row::of(&comparison, facet).is_empty());
        prop_assert_eq!(overview.iter().map(|count| count.facet).collect::<Vec<_>>(), with_rows.collect::<Vec<_>>());
        for count in overview {
            let rows = Row::of(&comparison, count.facet);
            let with = |status| rows.iter().filter(move |row| row.status == status);
            let held = |column: usize| rows.iter().filter(|row| row.has(column)).count();
            let only = |column: usize| with(Status::Only).filter(|row| row.has(column)).count();
            prop_assert_eq!(count.rows, rows.len());
            let is_counted = count.facet.has_ideas_for_topics() && (0..roles.len()).all(|column| held(column) > 0);
            let counted = |number: usize| is_counted.then_some(number);
            let (shared, partly) = (with(Status::Shared).count(), with(Status::Partly).count());
            prop_assert_eq!((count.shared, count.partly), (counted(shared), counted(partly)));
            let uncounted = with(Status::Uncounted).count();
            prop_assert_eq!(count.rows, uncounted + shared + partly + (0..roles.len()).map(&only).sum::<usize>());
            prop_assert_eq!(count.related, counted(with(Status::Only).filter(|row| row.is_related()).count()));
            for (column, (role, count)) in roles.iter().zip(&count.roles).enumerate() {
                let known = held(column) > 0;
                prop_assert_eq!(
                    (count.role, count.rows, count.only),
                    (&*role.id, known.then(|| held(column)), counted(only(column)))
                );
            }
            prop_assert_eq!(count.in_common_percent.is_some(), is_counted, "what is unknown, or no idea, has no share");
            let is_share = |percent: usize| (100 * shared).abs_diff(percent * count.rows) * 2 <= count.rows;
            prop_assert!(count.in_common_percent.is_none_or(is_share), "{:?}", count);
        }
        Ok(())
    }
    everywhere(2, law);
    everywhere(3, law);
}

#[test]
fn coverage_adds_up_between_every_two_roles_that_are_known() {
    everywhere(3, |corpus, roles| {
        let comparison = whole(corpus, roles);
        for count in &comparison.overview.as_ref().expect("the overview was asked for").facets {
            let rows = Row::of(&comparison, count.facet);
            let known = |column: usize| rows.iter().any(|row| row.has(column));
            let mut expected = Vec::new();
            for (of, role) in roles.iter().enumerate() {
                let is_counted = count.facet.has_ideas_for_topics();
                for (by, other) in roles.iter().enumerate().filter(|&(by, _)| by != of && known(by) && known(of) && is_counted) {
                    let own = rows.iter().filter(|row| row.has(of));
                    expected.push((&*role.id, &*other.id, own.clone().filter(|row| row.has(by)).count(), own.count()));
                }
            }
            let found: Vec<_> =
                count.coverage.iter().map(|coverage| (coverage.of, coverage.by, coverage.shared, coverage.total)).collect();
            prop_assert_eq!(found, expected, "{:?}", count.facet);
        }
        Ok(())
    });
}

#[test]
fn what_is_shared_and_what_is_different_are_all_there_is() {
    fn law(corpus: &Corpus, roles: &[&Role]) -> Held {
        let all = whole(corpus, roles);
        let only = |only| compare(corpus, roles, &Options { only: Some(only), ..Options::default() });
        let (shared, different) = (only(Only::Shared), only(Only::Different));
        for facet in Facet::ALL {
            let rows = Row::of(&all, facet);
            // Of whom nothing is known, no difference is claimed.
            let known: Vec<usize> = (0..roles.len()).filter(|&column| rows.iter().any(|row| row.has(column))).collect();
            let differs = |row: &&Row| match row.status {
                Status::Uncounted => known.windows(2).any(|two| row.cells[two[0]].1 != row.cells[two[1]].1),
                _ => row.holders().len() < known.len(),
            };
            let apart: Vec<Row> = rows.iter().filter(differs).cloned().collect();
            let same: Vec<Row> = rows.into_iter().filter(|row| row.status == Status::Shared).collect();
            prop_assert_eq!(Row::of(&shared, facet), same, "{:?}", facet);
            prop_assert_eq!(Row::of(&different, facet), apart, "{:?}", facet);
        }
        for part in [&shared, &different] {
            prop_assert_eq!(format!("{:?}", part.overview), format!("{:?}", all.overview), "counts are of all rows");
            prop_assert_eq!(part.differ, all.differ, "what is not shown differs all the same");
        }
        Ok(())
    }
    everywhere(2, law);
    everywhere(3, law);
}

#[test]
fn a_section_by_itself_says_what_it_says_in_the_whole_comparison() {
    everywhere(2, |corpus, roles| {
        let all = whole(corpus, roles);
        for section in Section::ALL {
            let part = compare(corpus, roles, &Options { sections: vec![section], only: None });
            for facet in Facet::ALL {
                let expected = if facet.section() == section { Row::of(&all, facet) } else { Vec::new() };
                prop_assert_eq!(Row::of(&part, facet), expected, "{:?} in {:?}", facet, section);
            }
            prop_assert_eq!(part.overview.is_some(), section == Section::Overview);
            prop_assert_eq!(part.relations.is_some(), section == Section::Reporting);
            prop_assert_eq!(part.salary.is_some(), section == Section::Salary);
            prop_assert_eq!(part.pairs.is_some(), matches!(section, Section::Differences | Section::InCommon));
        }
        Ok(())
    });
}
