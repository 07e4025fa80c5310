//! Pay is set against pay only where that is fair, and wherever it is.

use proptest::prelude::*;
use roles::compare::salary::{Basis, PayOfTwo, spreads};
use roles::compare::{Options, compare};
use roles::corpus::Corpus;
use roles::facets::Section;
use roles::model::{Amount, Measure, Role, SalaryFigure, Statistic};

use super::everywhere::{Held, everywhere};
use super::generated::{bare, figure, with_corpus};

/// What is said of the pay of two roles.
fn pay<'a>(corpus: &'a Corpus, roles: &[&'a Role]) -> PayOfTwo<'a> {
    let options = Options { sections: vec![Section::Salary], only: None };
    let mut comparisons = compare(corpus, roles, &options).salary.expect("salary was asked for").comparisons;
    assert_eq!(comparisons.len(), 1, "two roles are one pair");
    comparisons.remove(0)
}

/// What is said of the pay of two roles with one figure each.
fn pay_of_two<T>(one: SalaryFigure, other: SalaryFigure, law: impl FnOnce(&PayOfTwo) -> T) -> T {
    let roles = [("a", one), ("b", other)].map(|(id, figure)| Role { salary: vec![figure], ..bare(id) });
    with_corpus(&roles, |corpus| law(&pay(corpus, &corpus.roles.iter().collect::<Vec<_>>())))
}

/// Why two figures may be set against each other, if they may, as `src/compare/salary.rs` has it: the same measure, currency,
/// period, region and population, of the roles themselves; between surveys, only when the measure is stated.
fn basis(a: &SalaryFigure, b: &SalaryFigure) -> Option<Basis> {
    let one_survey = a.survey() == b.survey() && a.as_of == b.as_of;
    let same = a.measure == b.measure && a.currency == b.currency && a.per == b.per && a.region == b.region;
    let own = a.group.is_none() && b.group.is_none() && a.population == b.population;
    match (same && own, one_survey, a.measure) {
        (true, true, _) if a.survey.is_some() || b.survey.is_some() => Some(Basis::SameSurvey),
        (true, true, _) => Some(Basis::SameSource),
        (true, false, measure) if measure != Measure::Unspecified => Some(Basis::SameMeasure),
        _ => None,
    }
}

/// Every two figures of two roles that may be set against each other.
fn fair<'a>(roles: &[&'a Role]) -> Vec<(&'a SalaryFigure, &'a SalaryFigure, Basis)> {
    let pairs = roles[0].salary.iter().flat_map(|a| roles[1].salary.iter().map(move |b| (a, b)));
    pairs.filter_map(|(a, b)| Some((a, b, basis(a, b)?))).collect()
}

#[test]
fn the_same_statistic_of_every_two_figures_that_are_alike_is_subtracted_and_nothing_else() {
    everywhere(2, |corpus, roles| {
        let mut expected = Vec::new();
        for (a, b, basis) in fair(roles) {
            for statistic in Statistic::ALL.into_iter().filter(|s| !matches!(s, Statistic::Low | Statistic::High)) {
                let (Some(left), Some(right)) = (a.amount(statistic), b.amount(statistic)) else { continue };
                if !left.at_least && !right.at_least {
                    expected.push(format!(
                        "{:?}",
                        (basis, a.measure, statistic, [left, right], [a.as_of, b.as_of], [&a.source, &b.source])
                    ));
                }
            }
        }
        let found = pay(corpus, roles).differences;
        let shown = found.iter().map(|d| format!("{:?}", (d.basis, d.measure, d.statistic, d.amounts, d.as_of, d.sources)));
        let mut shown: Vec<String> = shown.collect();
        shown.sort();
        expected.sort();
        prop_assert_eq!(shown, expected);
        Ok(())
    });
}

#[test]
fn an_open_ended_amount_is_never_subtracted() {
    everywhere(2, |corpus, roles| {
        let differences = pay(corpus, roles).differences;
        prop_assert!(
            differences.iter().all(|difference| difference.amounts.iter().all(|amount| !amount.at_least)),
            "{differences:#?}"
        );
        Ok(())
    });
}

#[test]
fn the_difference_is_that_of_the_amounts_in_percent_of_the_lower() {
    everywhere(2, |corpus, roles| {
        for found in pay(corpus, roles).differences {
            let [one, other] = found.amounts.map(|amount| amount.value);
            let higher = (one != other).then(|| &*roles[usize::from(other > one)].id);
            prop_assert_eq!((found.difference, found.higher), (one.abs_diff(other), higher), "{:?}", found);
            #[allow(clippy::cast_precision_loss)] // Pay is far below 2^52.
            let percent = 100.0 * one.abs_diff(other) as f64 / one.min(other) as f64;
            prop_assert!((found.percent - percent).abs() <= 0.05 + 1e-9, "{:?}", found);
        }
        Ok(())
    });
}

#[test]
fn figures_of_one_survey_come_first() {
    everywhere(2, |corpus, roles| {
        let pay = pay(corpus, roles);
        prop_assert!(pay.differences.is_sorted_by_key(|difference| difference.basis));
        prop_assert!(pay.ranges.is_sorted_by_key(|range| range.basis));
        Ok(())
    });
}

#[test]
fn ranges_overlap_from_the_higher_low_end_to_the_lower_high_end() {
    everywhere(2, |corpus, roles| {
        let mut expected = Vec::new();
        for (a, b, basis) in fair(roles) {
            let (Some(low_a), Some(high_a), Some(low_b), Some(high_b)) = (a.low, a.high, b.low, b.high) else { continue };
            // An open end reaches further than any number; where both are open there is no last number to give.
            let top = [high_a, high_b].into_iter().filter(|high| !high.at_least).map(|high| high.value).min();
            let Some(top) = top else { continue };
            let bottom = low_a.value.max(low_b.value);
            expected.push(format!(
                "{:?}",
                (basis, a.measure, [[low_a, high_a], [low_b, high_b]], (bottom <= top).then_some([bottom, top]))
            ));
        }
        let ranges = pay(corpus, roles).ranges;
        let mut found: Vec<String> =
            ranges.iter().map(|range| format!("{:?}", (range.basis, range.measure, range.ranges, range.overlap))).collect();
        found.sort();
        expected.sort();
        prop_assert_eq!(found, expected);
        Ok(())
    });
}

#[test]
fn either_something_is_set_against_something_or_the_reason_is_given_why_nothing_is() {
    everywhere(2, |corpus, roles| {
        let pay = pay(corpus, roles);
        let nothing = pay.differences.is_empty() && pay.ranges.is_empty();
        prop_assert_eq!(pay.not_like_for_like.is_some(), nothing);
        prop_assert!(pay.not_like_for_like.is_none_or(|reason| !reason.is_empty()));
        Ok(())
    });
}

#[test]
fn every_figure_of_every_role_is_shown_as_published() {
    fn law(corpus: &Corpus, roles: &[&Role]) -> Held {
        let options = Options { sections: vec![Section::Salary], only: None };
        let salary = compare(corpus, roles, &options).salary.expect("salary was asked for");
        prop_assert_eq!(salary.figures.len(), roles.len());
        for (shown, role) in salary.figures.iter().zip(roles) {
            prop_assert_eq!((shown.role, &shown.figures), (&*role.id, &role.salary.iter().collect()));
        }
        Ok(())
    }
    everywhere(2, law);
    everywhere(3, law);
}

#[test]
fn a_spread_lies_between_the_lowest_and_the_highest_figure_of_one_statistic_of_one_measure() {
    everywhere(1, |_, roles| {
        for spread in spreads(&roles[0].salary) {
            let own = roles[0].salary.iter().filter(|figure| figure.group.is_none() && figure.population.is_none());
            let alike = own.filter(|f| (f.measure, &*f.currency, f.per) == (spread.measure, spread.currency, spread.per));
            let given = |figure: &&SalaryFigure| figure.amount(spread.statistic).is_some_and(|amount| !amount.at_least);
            let alike: Vec<&SalaryFigure> = alike.filter(given).collect();
            let amounts: Vec<u64> =
                alike.iter().filter_map(|figure| figure.amount(spread.statistic)).map(|amount| amount.value).collect();
            prop_assert!(amounts.len() > 1 && amounts.len() == spread.figures, "{:?} of {:?}", spread, amounts);
            let ends = (amounts.iter().min().copied(), amounts.iter().max().copied());
            prop_assert_eq!((Some(spread.lowest.value), Some(spread.highest.value)), ends);
            let years: Vec<u16> = alike.iter().filter_map(|figure| figure.as_of).map(|date| date.year).collect();
            prop_assert_eq!(spread.undated, alike.len() - years.len());
            let ends = years.iter().min().zip(years.iter().max()).map(|(first, last)| [*first, *last]);
            prop_assert_eq!(spread.years, ends);
        }
        Ok(())
    });
}

fn base(average: u64) -> SalaryFigure {
    SalaryFigure { average: Some(Amount::exact(average)), ..figure() }
}

#[test]
fn two_figures_that_differ_in_one_thing_only_are_set_apart_for_that_reason() {
    type Change = fn(&mut SalaryFigure);
    let changes: [(Change, &str); 7] = [
        (|figure| figure.measure = Measure::TotalCash, "measure"),
        (|figure| figure.currency = String::from("EUR"), "currenc"),
        (|figure| figure.per = roles::model::Period::Month, "period"),
        (|figure| figure.region = Some(String::from("US")), "countr"),
        (|figure| figure.population = Some(String::from("private companies")), "population"),
        (|figure| figure.group = Some(String::from("top executives")), "group"),
        (|figure| (figure.average, figure.median) = (None, figure.average), "statistic"),
    ];
    for (change, reason) in changes {
        let mut other = base(200);
        change(&mut other);
        pay_of_two(base(100), other, |pay| {
            assert!(pay.differences.is_empty(), "{reason}: {:#?}", pay.differences);
            let told = pay.not_like_for_like.as_deref().expect("a reason is given");
            assert!(told.contains(reason), "{told:?} does not say {reason:?}");
        });
    }
}

#[test]
fn pay_whose_measure_is_not_stated_is_set_against_pay_of_the_same_survey_alone() {
    let unstated = |source| SalaryFigure { measure: Measure::Unspecified, source: String::from(source), ..base(100) };
    pay_of_two(unstated("s0"), unstated("s0"), |pay| assert_eq!(pay.differences[0].basis, Basis::SameSource));
    for other in [unstated("s1"), base(100)] {
        pay_of_two(unstated("s0"), other, |pay| {
            assert_eq!(pay.differences.len(), 0);
            assert_eq!(pay.not_like_for_like.as_deref(), Some("a source does not say what it measures"));
        });
    }
    let quoted = |source| SalaryFigure { survey: Some(String::from("one")), ..unstated(source) };
    pay_of_two(quoted("s0"), quoted("s1"), |pay| assert_eq!(pay.differences[0].basis, Basis::SameSurvey));
}

#[test]
fn an_open_end_is_the_reason_when_nothing_else_stands_between_two_figures() {
    let open = SalaryFigure { average: Some(Amount { value: 100, at_least: true }), ..figure() };
    pay_of_two(open, base(100), |pay| {
        assert!(pay.differences.is_empty());
        let told = pay.not_like_for_like.as_deref().expect("a reason is given");
        assert!(!told.contains("different statistics"), "both figures give an average, and the reason given is: {told}");
    });
}

#[test]
fn different_statistics_are_the_reason_when_only_they_stand_between_the_nearest_two_figures() {
    let median = SalaryFigure { median: Some(Amount::exact(100)), ..figure() };
    let abroad = SalaryFigure { currency: String::from("EUR"), ..base(100) };
    let roles = [Role { salary: vec![base(100)], ..bare("a") }, Role { salary: vec![abroad, median], ..bare("b") }];
    with_corpus(&roles, |corpus| {
        let pay = pay(corpus, &corpus.roles.iter().collect::<Vec<_>>());
        let told = pay.not_like_for_like.expect("a mean is not set against a median");
        assert!(
            told.contains("statistics"),
            "the two figures in one currency differ in their statistic, and the reason given is: {told}"
        );
    });
}

#[test]
fn a_range_with_an_open_lower_end_is_no_range() {
    let range = |low| SalaryFigure { low: Some(low), high: Some(Amount::exact(300)), ..figure() };
    let open = Amount { value: 100, at_least: true };
    pay_of_two(range(open), range(Amount::exact(200)), |pay| {
        assert!(pay.ranges.is_empty(), "it may begin anywhere above {open}: {:#?}", pay.ranges);
    });
}

#[test]
fn an_open_ended_amount_is_no_end_of_a_spread_that_a_ratio_is_made_of() {
    let open = SalaryFigure { average: Some(Amount { value: 300, at_least: true }), ..figure() };
    let spreads = spreads(std::slice::from_ref(&open)).len();
    assert_eq!(spreads, 0, "one figure has no spread");
    let role = Role { salary: vec![base(100), base(200), open], ..bare("a") };
    with_corpus(&[role, bare("b")], |corpus| {
        for spread in roles::compare::salary::spreads(&corpus.roles.at(0).salary) {
            assert!(!spread.lowest.at_least && !spread.highest.at_least, "a ratio of {} to {}", spread.highest, spread.lowest);
        }
    });
}
