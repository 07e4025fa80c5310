//! Pay is set against pay only where that is fair, and wherever it is.

use proptest::prelude::*;
use roles::compare::salary::{Basis, PayOfTwo, spreads};
use roles::compare::{Only, Options, compare};
use roles::corpus::Corpus;
use roles::facets::Section;
use roles::model::{Amount, Grade, Measure, Role, SalaryFigure, Statistic};

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
                    let amounts = [left.value, right.value];
                    expected.push(format!(
                        "{:?}",
                        (basis, a.measure, statistic, amounts, [a.as_of, b.as_of], [&a.source, &b.source])
                    ));
                }
            }
        }
        let found = pay(corpus, roles).differences;
        prop_assert!(found.is_sorted_by_key(|difference| difference.ground.basis));
        let mut shown = Vec::new();
        for difference in found {
            let ground = &difference.ground;
            shown.push(format!(
                "{:?}",
                (ground.basis, ground.measure, difference.statistic, difference.amounts, ground.as_of, ground.sources)
            ));
            let [one, other] = difference.amounts;
            let higher = (one != other).then(|| &*roles[usize::from(other > one)].id);
            prop_assert_eq!((difference.difference, difference.higher), (one.abs_diff(other), higher), "{:?}", difference);
            #[allow(clippy::cast_precision_loss)] // Pay is far below 2^52.
            let percent = 100.0 * one.abs_diff(other) as f64 / one.min(other) as f64;
            prop_assert!(difference.percent.is_none_or(|given| (given - percent).abs() <= 0.05 + 1e-9), "{:?}", difference);
            let is_weak = |source: &&str| corpus.sources.get(source).is_some_and(|source| source.grade == Grade::C);
            prop_assert_eq!(difference.percent.is_none(), ground.sources.iter().all(is_weak), "{:?}", difference);
        }
        shown.sort();
        expected.sort();
        prop_assert_eq!(shown, expected);
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
            let ends = [[low_a.value, high_a.value], [low_b.value, high_b.value]];
            expected.push(format!(
                "{:?}",
                (basis, a.measure, ends, [high_a.at_least, high_b.at_least], (bottom <= top).then_some([bottom, top]))
            ));
        }
        let ranges = pay(corpus, roles).ranges;
        let mut found: Vec<String> = ranges
            .iter()
            .map(|range| format!("{:?}", (range.ground.basis, range.ground.measure, range.ranges, range.open, range.overlap)))
            .collect();
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
        let is_paid = roles.iter().all(|role| !role.salary.is_empty());
        prop_assert_eq!(pay.nearest.is_some(), nothing && is_paid);
        Ok(())
    });
}

#[test]
fn every_figure_is_shown_as_published_and_is_either_shared_or_different() {
    fn law(corpus: &Corpus, roles: &[&Role]) -> Held {
        let figures = |only| -> Vec<Vec<&SalaryFigure>> {
            let options = Options { sections: vec![Section::Salary], only };
            let figures = compare(corpus, roles, &options).salary.map(|salary| salary.figures).unwrap_or_default();
            roles
                .iter()
                .map(|role| figures.iter().find(|of| of.role == role.id).map_or_else(Vec::new, |of| of.figures.clone()))
                .collect()
        };
        let (all, shared, different) = (figures(None), figures(Some(Only::Shared)), figures(Some(Only::Different)));
        for (i, role) in roles.iter().enumerate() {
            prop_assert_eq!(&all[i], &role.salary.iter().collect::<Vec<_>>());
            prop_assert_eq!(all[i].len(), shared[i].len() + different[i].len());
            for figure in &shared[i] {
                let is_equal = |other: &&&SalaryFigure| {
                    *other == figure || (basis(figure, other).is_some() && figure.amounts().eq(other.amounts()))
                };
                prop_assert!(shared.iter().all(|others| others.iter().any(|other| is_equal(&other))), "{:?}", figure);
            }
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
            prop_assert_eq!((Some(spread.lowest), Some(spread.highest)), ends);
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
    let changes: [(Change, &str); 8] = [
        (|figure| figure.measure = Measure::TotalCash, "measure"),
        (|figure| figure.currency = String::from("EUR"), "currenc"),
        (|figure| figure.per = roles::model::Period::Month, "period"),
        (|figure| figure.region = Some(String::from("US")), "countr"),
        (|figure| figure.population = Some(String::from("private companies")), "population"),
        (|figure| figure.group = Some(String::from("top executives")), "group"),
        (|figure| (figure.average, figure.median) = (None, figure.average), "statistic"),
        (|figure| figure.average = Some(Amount { value: 200, at_least: true }), "open-ended"),
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
    pay_of_two(unstated("s0"), unstated("s0"), |pay| assert_eq!(pay.differences[0].ground.basis, Basis::SameSource));
    for other in [unstated("s1"), base(100)] {
        pay_of_two(unstated("s0"), other, |pay| {
            assert_eq!(pay.differences.len(), 0);
            assert_eq!(pay.not_like_for_like.as_deref(), Some("a source does not say what it measures"));
        });
    }
    let quoted = |source| SalaryFigure { survey: Some(String::from("one")), ..unstated(source) };
    pay_of_two(quoted("s0"), quoted("s1"), |pay| assert_eq!(pay.differences[0].ground.basis, Basis::SameSurvey));
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
