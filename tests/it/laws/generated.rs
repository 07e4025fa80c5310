//! Corpora made up at random: a few roles, with few topics, so that much is shared, related, or said of nobody else, and
//! with few words, so that much is alike.
//!
//! They are written as files and read back, as anybody's own corpus is. The vocabulary is made to be awkward: broader topics
//! are topics themselves, members of a family do not stand together, and functions share names with topics.

use std::fmt;
use std::fs;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use roles::corpus::{Corpus, Files};
use roles::model::{
    Amount, Archetype, Career, CareerStep, Cited, Date, Degree, DirectReport, Education, Experience, ExperienceKind, How, Level,
    Measure, Need, Oversight, Period, Reporting, Requirements, Role, SalaryFigure, Statement, Superior, Years,
};
use serde_json::{Map, Value};

type OwnRole = Role;

const VOCABULARY: [(&str, &str); 4] = [
    (
        "topics.yaml",
        "\
- { id: lonely, label: Lonely }
- { id: selling, label: Selling }
- { id: prospects, label: Prospects, broader: selling }
- { id: money, label: Money }
- { id: budgets, label: Budgets, broader: money }
- { id: closing, label: Closing, broader: selling }
- { id: cash, label: Cash, broader: money }
- { id: petty-cash, label: Petty cash, broader: cash }
",
    ),
    (
        "functions.yaml",
        "\
- { id: other, label: Other }
- { id: plants, label: Plants }
- { id: east, label: East plant, broader: plants }
- { id: money, label: Money }
- { id: field, label: Field, broader: selling }
- { id: tax, label: Tax, broader: money }
- { id: west, label: West plant, broader: plants }
- { id: desk, label: Desk, broader: selling }
- { id: selling, label: Selling }
- { id: treasury, label: Treasury, broader: money }
",
    ),
    ("positions.yaml", "- { id: boss, title: Boss }\n- { id: chair, title: Chair }\n- { id: aide, title: Aide }\n"),
    (
        "sources.yaml",
        "- { id: s0, title: S, publisher: P, grade: A }\n- { id: s1, title: S, publisher: P, grade: B }\n- { id: s2, title: S, publisher: P, grade: C }\n",
    ),
];

const TOPICS: [&str; 8] = ["lonely", "selling", "prospects", "money", "budgets", "closing", "cash", "petty-cash"];
const FUNCTIONS: [&str; 10] = ["other", "plants", "east", "money", "field", "tax", "west", "desk", "selling", "treasury"];
const POSITIONS: [&str; 3] = ["boss", "chair", "aide"];
const SOURCES: [&str; 3] = ["s0", "s1", "s2"];

/// Roles that were made up; shown without what they do not say.
pub struct Roles(pub Vec<OwnRole>);

impl fmt::Debug for Roles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|role| {
            let mut value = serde_json::to_value(role).map_err(|_| fmt::Error)?;
            prune(&mut value);
            writeln!(f, "{value}")
        })
    }
}

/// Drops what is empty or not known.
fn prune(value: &mut Value) {
    let says_something = |value: &mut Value| {
        prune(value);
        !matches!(value, Value::Null) && *value != Value::Array(Vec::new()) && *value != Value::Object(Map::new())
    };
    match value {
        Value::Array(values) => values.iter_mut().for_each(prune),
        Value::Object(map) => map.retain(|_, value| says_something(value)),
        _ => {}
    }
}

/// How what has no topic is worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// Like what has one, like the name of one, or like each other.
    Alike,
    /// Like nothing but the very same.
    Apart,
}

/// What may stand without a topic as well as with one, some of it alike, some like the label of a topic.
const ALIKE: [&str; 16] = [
    "Does 0",
    "Does 1",
    "Does 2",
    "Does 3",
    "Leads the sales team",
    "Leads and motivates the sales team",
    "Leading sales teams",
    "Motivates the team",
    "Plans the budgets of the year",
    "Plans yearly budgets",
    "Plans sales of the year",
    "Petty cash",
    "Counts petty cash",
    "Prospects",
    "It is what they do",
    "...",
];

/// What only stands without a topic, and has no word in common with anything.
const APART: [&str; 8] = ["Digs", "Probes", "Sings", "Bakes", "Mends", "Swims", "Whistles", "Yawns"];

/// Between two and five roles that may name each other.
pub fn corpora(wording: Wording) -> impl Strategy<Value = Roles> {
    vec(role(wording), 2..=5).prop_map(|mut roles| {
        let count = roles.len();
        for (i, role) in roles.iter_mut().enumerate() {
            role.id = format!("r{i}");
            role.title = format!("Role {i}");
            // Whom a role names was drawn as a number, before it was known how many roles there are.
            role.reporting.reports_to.iter_mut().for_each(|line| line.to = party(&line.to, count));
            role.career.from.iter_mut().chain(&mut role.career.to).for_each(|step| step.role = party(&step.role, count));
        }
        Roles(roles)
    })
}

/// Writes a corpus of some roles, reads it back, and hands it on.
pub fn with_corpus<T>(roles: &[OwnRole], work: impl FnOnce(&Corpus) -> T) -> T {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("writing to a temporary folder");
    for (name, text) in VOCABULARY {
        write(name, text);
    }
    fs::create_dir(folder.path().join("roles")).expect("a folder in a temporary folder");
    for role in roles {
        write(&format!("roles/{}.yaml", role.id), &roles::yaml::write(role).expect("YAML holds a role"));
    }
    let files = Files::read(&[folder.path()]);
    let loaded = files.load(None, None).unwrap_or_else(|problems| panic!("a made-up corpus is sound: {problems:#?}"));
    work(&loaded.corpus)
}

/// A role of which nothing is known.
pub fn bare(id: &str) -> OwnRole {
    Role {
        id: id.to_owned(),
        title: format!("Role {id}"),
        acronym: None,
        alternate_titles: Vec::new(),
        acronym_also_means: Vec::new(),
        extends: None,
        level: Some(Level::CSuite),
        function: Some(String::from("other")),
        glance: Vec::new(),
        summary: Some(Cited { text: String::from("Is"), sources: vec!["s0".to_owned()] }),
        duties: Vec::new(),
        skills: Vec::new(),
        requirements: Requirements::default(),
        reporting: Reporting::default(),
        salary: Vec::new(),
        compensation: Vec::new(),
        metrics: Vec::new(),
        impact: Vec::new(),
        challenges: Vec::new(),
        work_environment: Vec::new(),
        standing: Vec::new(),
        variations: Vec::new(),
        archetypes: Vec::new(),
        career: Career::default(),
        hire_when: Vec::new(),
        disagreements: Vec::new(),
    }
}

/// A figure of a base salary without an amount.
pub fn figure() -> SalaryFigure {
    SalaryFigure {
        measure: Measure::Base,
        average: None,
        median: None,
        midpoint: None,
        low: None,
        high: None,
        p10: None,
        p25: None,
        p75: None,
        p90: None,
        currency: String::from("USD"),
        per: Period::Year,
        region: None,
        as_of: None,
        population: None,
        group: None,
        survey: None,
        note: None,
        source: String::from("s0"),
        open: Vec::new(),
    }
}

fn role(wording: Wording) -> impl Strategy<Value = OwnRole> {
    let statements = |most| statements(most, wording);
    let lists = (statements(9), statements(6), statements(4), statements(3), statements(3), archetypes(wording));
    let needs = (education(), experience(), statements(3), statements(2));
    let lines = (superiors(), direct_reports(), oversights(), steps(), steps());
    (lists, needs, lines, vec(salary(), 0..5)).prop_map(|(lists, needs, lines, salary)| {
        let (duties, skills, metrics, hire_when, disagreements, archetypes) = lists;
        let (education, experience, backgrounds, certifications) = needs;
        let (reports_to, direct_reports, oversees, from, to) = lines;
        Role {
            duties,
            skills,
            metrics,
            hire_when,
            disagreements,
            archetypes,
            requirements: Requirements { education, experience, backgrounds, certifications },
            reporting: Reporting { reports_to, direct_reports, oversees },
            career: Career { from, to },
            salary,
            ..bare("")
        }
    })
}

fn party(number: &str, roles: usize) -> String {
    let number: usize = number.parse().expect("a number");
    let number = number % (roles + POSITIONS.len());
    if number < roles { format!("r{number}") } else { String::from(POSITIONS[number - roles]) }
}

fn text(word: &'static str) -> String {
    String::from(word)
}

fn any_party() -> impl Strategy<Value = String> {
    (0_usize..60).prop_map(|number| number.to_string())
}

fn sources() -> impl Strategy<Value = Vec<String>> {
    subsequence(&SOURCES[..], 1..=2).prop_map(|ids| ids.into_iter().map(text).collect())
}

fn how() -> impl Strategy<Value = How> {
    prop_oneof![3 => Just(How::Usual), 2 => Just(How::Sometimes), 1 => Just(How::Rarely)]
}

fn note() -> impl Strategy<Value = Option<String>> {
    option::weighted(0.3, select(&["in small firms", "in large firms"][..]).prop_map(text))
}

/// Up to so many statements, no two of them with the same text; some without a topic.
fn statements(most: usize, wording: Wording) -> impl Strategy<Value = Vec<Statement>> {
    let statement = (option::weighted(0.7, select(&TOPICS[..])), 0..ALIKE.len(), sources());
    vec(statement, 0..=most).prop_map(move |drawn| {
        let mut said = Vec::new();
        let mut statements = Vec::new();
        for (topic, number, sources) in drawn {
            let words = match (wording, topic) {
                (Wording::Apart, None) => APART[number % APART.len()].to_owned(),
                (Wording::Apart, Some(_)) => format!("Does {}", number % 8),
                (Wording::Alike, _) => ALIKE[number].to_owned(),
            };
            if !said.contains(&words) {
                said.push(words.clone());
                statements.push(Statement { topic: topic.map(text), text: words, sources });
            }
        }
        statements
    })
}

fn archetypes(wording: Wording) -> impl Strategy<Value = Vec<Archetype>> {
    statements(3, wording).prop_map(|statements| {
        let archetype = |Statement { topic, text, sources }| Archetype { name: format!("One that {text}"), topic, text, sources };
        statements.into_iter().map(archetype).collect()
    })
}

fn education() -> impl Strategy<Value = Vec<Education>> {
    let degree = select(&[Degree::Bachelor, Degree::Master, Degree::Mba, Degree::Doctorate][..]);
    let need = select(&[Need::Minimum, Need::Usual, Need::Optional][..]);
    vec((degree, need, note(), sources()), 0..4).prop_map(|drawn| {
        drawn.into_iter().map(|(degree, need, note, sources)| Education { degree, need, note, sources }).collect()
    })
}

fn experience() -> impl Strategy<Value = Vec<Experience>> {
    let kind = select(&[ExperienceKind::Total, ExperienceKind::SeniorLeadership, ExperienceKind::Field][..]);
    let years = (0_u8..20, option::of(0_u8..10)).prop_map(|(min, more)| Years { min, max: more.map(|more| min + more) });
    vec((kind, years, note(), sources()), 0..4).prop_map(|drawn| {
        drawn.into_iter().map(|(kind, years, note, sources)| Experience { kind, years, note, sources }).collect()
    })
}

fn superiors() -> impl Strategy<Value = Vec<Superior>> {
    vec((any_party(), how(), note(), sources()), 0..4)
        .prop_map(|drawn| drawn.into_iter().map(|(to, how, when, sources)| Superior { to, how, when, sources }).collect())
}

/// Only of people without a profile: a profiled role says itself to whom it reports.
fn direct_reports() -> impl Strategy<Value = Vec<DirectReport>> {
    vec((select(&POSITIONS[..]), how(), note(), sources()), 0..2).prop_map(|drawn| {
        drawn.into_iter().map(|(from, how, when, sources)| DirectReport { from: text(from), how, when, sources }).collect()
    })
}

fn oversights() -> impl Strategy<Value = Vec<Oversight>> {
    vec((select(&FUNCTIONS[..]), how(), note(), sources()), 0..5).prop_map(|drawn| {
        drawn
            .into_iter()
            .map(|(function, how, when, sources)| Oversight { function: text(function), how, when, sources })
            .collect()
    })
}

fn steps() -> impl Strategy<Value = Vec<CareerStep>> {
    vec((any_party(), note(), sources()), 0..3).prop_map(|drawn| {
        drawn.into_iter().map(|(role, note, sources)| CareerStep { role, lateral: false, note, sources }).collect()
    })
}

/// Few kinds of figures, so that many may be set against each other and as many may not.
fn salary() -> impl Strategy<Value = SalaryFigure> {
    let measure = select(&[Measure::Base, Measure::Base, Measure::TotalCash, Measure::Unspecified][..]);
    let limits = (
        prop_oneof![4 => Just("USD"), 1 => Just("EUR")],
        prop_oneof![4 => Just(Period::Year), 1 => Just(Period::Month)],
        option::weighted(0.3, Just("US")),
        option::weighted(0.3, select(&[2015_u16, 2020][..])),
        option::weighted(0.2, Just("private companies")),
        option::weighted(0.15, Just("top executives")),
        option::weighted(0.3, Just("survey")),
    );
    let center = || option::weighted(0.6, amount(0.2));
    let ends = option::weighted(0.5, (amount(0.0), amount(0.2)));
    (measure, limits, (center(), center(), ends), select(&SOURCES[..])).prop_map(|(measure, limits, amounts, source)| {
        let (currency, per, region, year, population, group, survey) = limits;
        let (average, median, ends) = amounts;
        let (low, high) = ends.map_or((None, None), |(one, other)| {
            let (low, high) = (one.value.min(other.value), one.value.max(other.value));
            (Some(Amount::exact(low)), Some(Amount { value: high, at_least: other.at_least }))
        });
        let average = if median.is_none() && low.is_none() { average.or(Some(Amount::exact(100))) } else { average };
        SalaryFigure {
            measure,
            average,
            median,
            low,
            high,
            currency: text(currency),
            per,
            region: region.map(text),
            as_of: year.map(|year| Date { year, month: None, day: None }),
            population: population.map(text),
            group: group.map(text),
            survey: survey.map(text),
            source: text(source),
            ..figure()
        }
    })
}

fn amount(open: f64) -> impl Strategy<Value = Amount> {
    (1_u64..6, proptest::bool::weighted(open)).prop_map(|(hundreds, at_least)| Amount { value: hundreds * 100, at_least })
}
