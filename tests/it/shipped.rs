//! What users rely on in the corpus of `data/`.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use roles::compare::salary::{Basis, Difference, PayOfTwo};
use roles::compare::{Comparison, Options, compare};
use roles::corpus::{Corpus, Files};
use roles::facets::{Facet, Section, items};
use roles::model::{Experience, ExperienceKind, How, Measure, Role, Statement, Statistic, Years};

const IDS: [&str; 7] = ["cco", "cfo", "cmo", "coo", "cro", "cso", "vp-sales-ops"];

/// The corpus as its files have it.
static SHIPPED: LazyLock<Corpus> = LazyLock::new(|| {
    let files = Box::leak(Box::new(read()));
    files.load(None, None).expect("the shipped corpus is sound").corpus
});

fn read() -> Files {
    Files::read(&[Path::new(env!("CARGO_MANIFEST_DIR")).join("data")])
}

fn role(id: &str) -> &'static Role {
    SHIPPED.roles.get(id).unwrap_or_else(|| panic!("unknown role '{id}'"))
}

/// Each two of the roles once.
fn pairs() -> Vec<(&'static Role, &'static Role)> {
    let pairs = IDS.iter().enumerate().flat_map(|(i, one)| IDS[i + 1..].iter().map(move |other| (role(one), role(other))));
    pairs.collect()
}

fn topics(statements: &'static [Statement]) -> BTreeSet<&'static str> {
    statements.iter().filter_map(|statement| statement.topic.as_deref()).collect()
}

#[test]
fn it_is_sound_and_leaves_nothing_to_mend() {
    let files = read();
    let loaded = files.load(None, None).unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert_eq!(loaded.warnings, []);
}

#[test]
fn it_profiles_the_seven_roles_in_alphabetical_order() {
    let ids: Vec<&str> = SHIPPED.roles.iter().map(|role| role.id.as_str()).collect();
    assert_eq!(ids, IDS);
}

#[test]
fn the_program_carries_what_the_files_say() {
    let carried = roles::builtin::corpus();
    let written = |corpus: &Corpus| {
        let roles: Vec<Role> = corpus.roles.iter().cloned().collect();
        let sources: Vec<_> = corpus.sources.iter().cloned().collect();
        let pairs: Vec<_> = corpus.pairs.iter().cloned().collect();
        let topics: Vec<_> = corpus.topics.iter().cloned().collect();
        serde_json::to_string(&(roles, sources, pairs, topics)).expect("JSON holds a corpus")
    };
    assert!(written(carried) == written(&SHIPPED), "the compiled-in corpus is not that of data/");
}

#[test]
fn every_role_is_described_well_enough_to_compare() {
    for id in IDS {
        let role = role(id);
        let on_topics = |statements: &[Statement]| statements.iter().filter(|statement| statement.topic.is_some()).count();
        let (duties, skills) = (on_topics(&role.duties), on_topics(&role.skills));
        assert!(duties >= 10, "{id} has {duties} duties on topics");
        assert!(skills >= 8, "{id} has {skills} skills on topics");
        assert!(!role.reporting.reports_to.is_empty(), "{id} reports to nobody");
        assert!(!role.metrics.is_empty(), "{id} is measured by nothing");
        assert!(role.salary.iter().any(|figure| figure.amounts().next().is_some()), "{id} has no salary figure");
    }
}

#[test]
fn every_statement_stands_under_a_topic_so_that_no_comparison_of_its_own_is_left_to_likeness() {
    for facet in Facet::ALL {
        for role in SHIPPED.roles.iter() {
            for (subject, item) in items(&SHIPPED, role, facet) {
                assert!(subject.topic.is_some(), "{} of {}: {:?} has no topic", facet.key(), role.id, item.text);
            }
        }
    }
}

#[test]
fn every_two_roles_have_enough_in_common_and_enough_apart_to_compare() {
    let pairs = pairs();
    assert_eq!(pairs.len(), 21);
    for (one, other) in pairs {
        let (own, others) = (topics(&one.duties), topics(&other.duties));
        let (shared, apart) = (own.intersection(&others).count(), own.symmetric_difference(&others).count());
        assert!(shared >= 5, "{} and {} share {shared} duty topics", one.id, other.id);
        assert!(apart >= 5, "{} and {} differ in {apart} duty topics", one.id, other.id);
    }
}

#[test]
fn every_link_of_the_bibliography_can_be_followed() {
    for source in SHIPPED.sources.iter() {
        assert!(source.url.as_deref().is_none_or(|url| !url.contains(char::is_whitespace)), "{}: {:?}", source.id, source.url);
    }
}

fn pay(one: &str, other: &str) -> PayOfTwo<'static> {
    let options = Options { sections: vec![Section::Salary], only: None };
    let comparison: Comparison<'static> = compare(&SHIPPED, &[role(one), role(other)], &options);
    let mut comparisons = comparison.salary.expect("salary was asked for").comparisons;
    assert_eq!(comparisons.len(), 1, "two roles are one comparison");
    comparisons.remove(0)
}

#[test]
fn a_cco_is_paid_41_075_more_than_a_coo_by_the_one_source_of_both() {
    let pay = pay("coo", "cco");
    let found: Vec<&Difference> =
        pay.differences.iter().filter(|difference| difference.ground.basis == Basis::SameSource).collect();
    let [difference] = found.as_slice() else { panic!("one survey asked for both, found {found:#?}") };
    assert_eq!(difference.amounts, [132_974, 174_049]);
    assert_eq!((difference.difference, difference.higher), (41_075, Some("cco")));
    assert_eq!(difference.percent, None, "a source of grade C carries no percentage");
    assert_eq!((difference.statistic, difference.ground.currency), (Statistic::Average, "USD"));
    assert_eq!(difference.ground.sources, ["climbtheladder-cco-coo"; 2]);
}

#[test]
fn a_cmo_has_20_830_more_average_base_than_a_cso_and_all_of_the_cso_s_range() {
    let pay = pay("cso", "cmo");
    let uplead = ["uplead-cso-cmo"; 2];
    let base = |difference: &&Difference| difference.ground.sources == uplead && difference.ground.measure == Measure::Base;
    let found: Vec<&Difference> = pay.differences.iter().filter(base).collect();
    let [difference] = found.as_slice() else { panic!("one base average of each, found {found:#?}") };
    assert_eq!(difference.amounts, [204_925, 225_755]);
    assert_eq!((difference.statistic, difference.difference, difference.higher), (Statistic::Average, 20_830, Some("cmo")));
    let range = pay.ranges.iter().find(|range| range.ground.sources == uplead).expect("both ranges are published");
    assert_eq!(range.ranges, [[116_000, 261_000], [91_000, 280_000]]);
    assert_eq!(range.overlap, Some([116_000, 261_000]));
}

#[test]
fn a_vp_of_sales_operations_reports_usually_to_sales_and_sometimes_to_the_coo() {
    let lines = &role("vp-sales-ops").reporting.reports_to;
    for (to, how) in [("cso", How::Usual), ("vp-sales", How::Usual), ("coo", How::Sometimes)] {
        let found: Vec<How> = lines.iter().filter(|line| line.to == *to).map(|line| line.how).collect();
        assert_eq!(found, [how], "the line to '{to}'");
    }
}

#[test]
fn a_coo_brings_10_to_15_years_and_a_vp_of_sales_operations_5_to_10() {
    for (id, min, max) in [("coo", 10, 15), ("vp-sales-ops", 5, 10)] {
        let total = |entry: &&Experience| entry.kind == ExperienceKind::Total;
        let years: Vec<Years> = role(id).requirements.experience.iter().filter(total).map(|entry| entry.years).collect();
        assert_eq!(years, [Years { min, max: Some(max) }], "{id}");
    }
}

#[test]
fn there_are_seven_kinds_of_coo_and_eight_of_cmo() {
    for (id, kinds) in [("coo", 7), ("cmo", 8)] {
        let names: BTreeSet<&str> = role(id).archetypes.iter().map(|kind| kind.name.as_str()).collect();
        assert_eq!((names.len(), role(id).archetypes.len()), (kinds, kinds), "{id}: {names:?}");
    }
}
