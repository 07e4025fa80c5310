//! Pay in reports: what is published, how far it disagrees, what may be set against what.

use super::chart::Shown;
use super::comparison::record::Record;
use super::document::{Block, Rich};
use super::notes::Notes;
use super::pay_chart::pictures;
use super::records::{Sink, Value};
use super::wording::{money, percent, plain_money};
use crate::compare::SalaryComparison;
use crate::compare::salary::{Basis, Difference, PayOfTwo, RangeOverlap, Spread};
use crate::corpus::Corpus;
use crate::facets::Section;
use crate::model::{Measure, Statistic};
use crate::text::{count, sentence_list};

/// Sentences on what may be compared, and every figure: first the picture where it is what was asked for.
pub(super) fn blocks<'c>(corpus: &Corpus<'c>, salary: &SalaryComparison, shown: Shown, notes: &Notes<'_, 'c>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if shown == Shown::Picture {
        blocks.extend(pictures(corpus, &salary.figures, shown, notes));
    }
    let mut sentences: Vec<Rich> = salary.comparisons.iter().flat_map(|two| two_sentences(corpus, two, notes)).collect();
    for role in &salary.figures {
        sentences.extend(role.spreads.iter().map(|spread| Rich::from(spread_sentence(corpus.short_title(role.role), spread))));
    }
    if !sentences.is_empty() {
        blocks.push(Block::List(sentences));
    }
    if shown == Shown::TableAndPicture {
        blocks.extend(pictures(corpus, &salary.figures, shown, notes));
    }
    let unknown: Vec<&str> =
        salary.figures.iter().filter(|role| role.figures.is_empty()).map(|role| corpus.short_title(role.role)).collect();
    if !unknown.is_empty() {
        blocks.push(Block::Paragraph(Rich::from(format!("No published figure is known for {}.", names(&unknown)))));
    }
    blocks
}

/// Names as a sentence has room for them: `the COO or the CCO`, `80 of the roles`.
fn names(names: &[&str]) -> String {
    const MOST: usize = 12;
    if names.len() > MOST {
        count(names.len(), "of the roles", "of the roles")
    } else {
        format!("the {}", sentence_list(names, "or the"))
    }
}

fn two_sentences(corpus: &Corpus, two: &PayOfTwo, notes: &Notes) -> Vec<Rich> {
    let names = two.roles.map(|role| corpus.short_title(role));
    if let Some(reason) = &two.not_like_for_like {
        return vec![Rich::from(format!("{} and {}: not like for like ({reason})", names[0], names[1]))];
    }
    let mut sentences = Vec::new();
    for difference in &two.differences {
        sentences.push(notes.cite(Rich::from(difference_sentence(corpus, names, difference)), unique(difference.sources)));
    }
    for range in &two.ranges {
        sentences.push(notes.cite(Rich::from(range_sentence(names, range)), unique(range.sources)));
    }
    sentences
}

/// Each once; a figure may have no source.
fn unique(sources: [&str; 2]) -> Vec<&str> {
    let mut unique: Vec<&str> = sources.into_iter().filter(|source| !source.is_empty()).collect();
    unique.dedup();
    unique
}

fn difference_sentence(corpus: &Corpus, names: [&str; 2], difference: &Difference) -> String {
    let Difference { statistic, measure, amounts: [left, right], currency, .. } = difference;
    let what = format!("{} {}", statistic.label(), measure.label());
    let each = format!("{} {}, {} {}", names[0], money(*left, currency), names[1], money(*right, currency));
    let result = difference.higher.map_or_else(
        || "no difference".to_owned(),
        |higher| {
            format!(
                "{} above by {} ({})",
                corpus.short_title(higher),
                plain_money(difference.difference, currency),
                percent(difference.percent)
            )
        },
    );
    format!("{}, {what}{}: {each}; {result}", basis(difference.basis), dates(difference))
}

fn dates(difference: &Difference) -> String {
    let population = difference.population.map_or_else(String::new, |population| format!(", {population}"));
    match difference.as_of {
        [None, None] => population,
        [one, other] if one == other => format!("{population}, {}", one.map_or_else(String::new, |date| date.to_string())),
        dates => {
            let [one, other] = dates.map(|date| date.map_or_else(|| "undated".to_owned(), |date| date.to_string()));
            format!("{population}, {one} against {other}")
        }
    }
}

fn range_sentence(names: [&str; 2], range: &RangeOverlap) -> String {
    let currency = range.currency;
    let [one, other] = range.ranges.map(|[low, high]| format!("{} to {}", money(low, currency), money(high, currency)));
    let population = range.population.map_or_else(String::new, |population| format!(", {population}"));
    let result = range.overlap.map_or_else(
        || "the ranges do not meet".to_owned(),
        |[from, to]| format!("the ranges overlap from {} to {}", plain_money(from, currency), plain_money(to, currency)),
    );
    format!("{}, {}{population}: {} {one}, {} {other}; {result}", basis(range.basis), range.measure.label(), names[0], names[1])
}

const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::SameSurvey => "Same survey",
        Basis::SameMeasure => "Same measure, different surveys",
    }
}

fn spread_sentence(name: &str, spread: &Spread) -> String {
    let Spread { measure, statistic, figures, lowest, highest, currency, ratio, .. } = spread;
    let (what, from, to) = (measure.label(), money(*lowest, currency), money(*highest, currency));
    format!(
        "Sources disagree on the {name}'s {} {what}: {figures} figures from {from} to {to}, {ratio} times as much",
        statistic.label()
    )
}

/// Figures, spreads, differences and overlaps as records.
pub(super) fn records(salary: &SalaryComparison, sink: &mut Sink) {
    let topic = |measure: Measure, statistic: Statistic| format!("{}-{}", measure.key(), statistic.key());
    let mut put = |topic: &str, status: &str, role: &str, text: &str, facet: &str, sources: Value| {
        let (section, text) = (Section::Salary, Value::Text(text));
        Record { section, topic, status, role, text, facet, related_to: &[], sources, likeness: None }.put(sink);
    };
    for role in &salary.figures {
        for figure in &role.figures {
            for (statistic, amount) in figure.amounts() {
                let text = format!("{amount} {} per {}", figure.currency, figure.per.key());
                let sources = Value::List(&[&*figure.source]);
                put(&topic(figure.measure, statistic), "figure", role.role, &text, "figures", sources);
            }
        }
        for spread in &role.spreads {
            let text = format!("{} to {} {}", spread.lowest, spread.highest, spread.currency);
            put(&topic(spread.measure, spread.statistic), "spread", role.role, &text, "spread", Value::Absent);
        }
    }
    for two in &salary.comparisons {
        let roles = two.roles.join(" ");
        for difference in &two.differences {
            let higher = difference.higher.unwrap_or("none");
            let text = format!("{higher} {} {} {}", difference.difference, difference.currency, percent(difference.percent));
            let (topic, basis) = (topic(difference.measure, difference.statistic), difference.basis.key());
            put(&topic, basis, &roles, &text, "difference", Value::List(&unique(difference.sources)));
        }
        for range in &two.ranges {
            let text = range.overlap.map_or_else(|| "none".to_owned(), |[from, to]| format!("{from} to {to} {}", range.currency));
            put(range.measure.key(), range.basis.key(), &roles, &text, "overlap", Value::List(&unique(range.sources)));
        }
        if let Some(reason) = &two.not_like_for_like {
            put("", "not-like-for-like", &roles, reason, "difference", Value::Absent);
        }
    }
}
