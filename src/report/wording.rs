//! Amounts, figures, sources and counts in words.

use std::collections::BTreeSet;

use super::styled::{StyledText, Tone};
use crate::corpus::Corpus;
pub(super) use crate::facets::{amounts, money, plain_money};
use crate::model::{Date, Experience, ExperienceKind, Grade, SalaryFigure, Source};
use crate::text::{sentence_list, thousands};

/// A round amount for the ticks of a scale: `$250k`, `EUR 1.2M`.
pub(super) fn short_money(value: u64, currency: &str) -> String {
    let sign = if currency == "USD" { "$".to_owned() } else { format!("{currency} ") };
    let units = [(1_000_000_000_000, "T"), (1_000_000_000, "B"), (1_000_000, "M"), (1_000, "k")];
    let Some((unit, letter)) = units.into_iter().find(|(unit, _)| value >= *unit) else { return format!("{sign}{value}") };
    let rest = format!("{:03}", value % unit / (unit / 1_000));
    let rest = rest.trim_end_matches('0');
    let point = if rest.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{rest}{letter}", thousands(value / unit))
}

/// An amount in thousands: `$133k`.
pub(super) fn rounded_money(amount: u64, currency: &str) -> String {
    short_money(if amount < 10_000 { amount } else { amount.saturating_add(500) / 1_000 * 1_000 }, currency)
}

/// The date of a figure: `2015`, `2027, projected`.
pub(super) fn as_of(date: Option<Date>, this_year: Option<u16>) -> String {
    let Some(date) = date else { return "undated".to_owned() };
    let projected = if this_year.is_some_and(|year| date.year > year) { ", projected" } else { "" };
    format!("{date}{projected}")
}

fn covered_group(figure: &SalaryFigure) -> Option<String> {
    figure.group.as_deref().map(|group| format!("for {group} as a group"))
}

/// The limits of a figure: year, country, population and group.
pub(super) fn limits(figure: &SalaryFigure) -> String {
    limits_as_of(figure, None)
}

/// The limits and the note of a figure.
pub(super) fn limits_and_note(figure: &SalaryFigure, this_year: Option<u16>) -> String {
    let note = figure.note.as_deref().unwrap_or_default();
    let says_so = note.to_lowercase().contains("projected");
    let said: Vec<&str> = note.split("; ").filter(|part| !part.is_empty() && !repeats_year(part, figure)).collect();
    [&*limits_as_of(figure, this_year.filter(|_| !says_so))].into_iter().chain(said).collect::<Vec<_>>().join("; ")
}

/// Whether a remark only repeats the year of the figure: `fiscal year 2015`.
fn repeats_year(remark: &str, figure: &SalaryFigure) -> bool {
    let year = figure.as_of.map(|date| date.year.to_string());
    let says_year = |word: &str| Some(word) == year.as_deref();
    let mut words = remark.split_whitespace();
    words.clone().any(says_year) && words.all(|word| says_year(word) || ["data", "for", "fiscal", "year"].contains(&word))
}

fn limits_as_of(figure: &SalaryFigure, this_year: Option<u16>) -> String {
    let parts = [
        Some(as_of(figure.as_of, this_year)),
        figure.region.as_deref().map(str::to_owned),
        figure.population.as_deref().map(str::to_owned),
        covered_group(figure),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// Title, publisher, date and grade of a source.
pub(super) fn source(source: &Source) -> StyledText {
    publication(source).and(&format!("Grade\u{a0}{}", source.grade.key()), Tone::Plain)
}

/// Title, publisher and date of a source.
pub(super) fn publication(source: &Source) -> StyledText {
    let date = source.published.map_or_else(|| "undated".to_owned(), |date| date.to_string());
    let note = source.note.as_deref().map_or_else(String::new, |note| format!(" ({note})"));
    StyledText::plain(&format!("{} {}, {date}{note}. ", sentence(&source.title), source.publisher))
}

/// The meaning of a grade.
pub(super) const fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::A => "official, survey or original data",
        Grade::B => "named publisher, edited",
        Grade::C => "content marketing, aggregator, unsourced figure",
    }
}

/// A text with a full stop, unless it ends in a mark of its own.
pub(super) fn sentence(text: &str) -> String {
    let stop = if text.ends_with(['.', '?', '!']) { "" } else { "." };
    format!("{text}{stop}")
}

/// A text with a capital at its beginning.
pub(super) fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// A percentage to one decimal place, to align in a column: `30.9%`, `50.0%`.
pub(super) fn percent(value: f64) -> String {
    format!("{value:.1}%")
}

/// The label of a row of similar texts: `Other (82% alike)`.
pub(super) fn alike(label: &str, likeness: u8) -> String {
    format!("{label} ({likeness}% alike)")
}

/// `Chief Operating Officer (COO)`.
pub(super) fn title(title: &str, acronym: Option<&str>) -> String {
    acronym.map_or_else(|| title.to_owned(), |acronym| format!("{title} ({acronym})"))
}

/// `10-15 years in all`, `5+ years in management`.
pub(super) fn years(experience: &Experience) -> String {
    let kind = match experience.kind {
        ExperienceKind::Total => "in all",
        ExperienceKind::SeniorLeadership => "in senior leadership",
        ExperienceKind::Management => "in management",
        ExperienceKind::Field => "in the field",
    };
    format!("{} years {kind}", experience.years)
}

/// The grades of some sources: `grade C`, `grades A and C`.
pub(super) fn grades<'s>(corpus: &Corpus, sources: impl IntoIterator<Item = &'s str>) -> Option<String> {
    let known = sources.into_iter().filter_map(|source| corpus.sources.get(source).map(|source| source.grade));
    let grades: BTreeSet<Grade> = known.collect();
    let keys: Vec<&str> = grades.iter().map(|grade| grade.key()).collect();
    let word = if keys.len() == 1 { "grade" } else { "grades" };
    (!keys.is_empty()).then(|| format!("{word} {}", sentence_list(&keys, "and")))
}
