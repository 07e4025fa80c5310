//! Published pay on a page: figures, spreads and comparisons.

use super::comparison::rows::ComparisonRow;
use super::footnotes::Footnotes;
use super::page::Block;
use super::styled::StyledText;
use super::wording::{as_of, money, percent, plain_money};
use crate::compare::SalaryComparison;
use crate::compare::salary::{Basis, Difference, PayOfTwo, RangeOverlap, Spread};
use crate::corpus::Corpus;
use crate::facets::Section;
use crate::model::{Date, Measure, Statistic};
use crate::text::{count, sentence_list};

/// Writes the published pay of some roles.
#[derive(Clone, Copy)]
pub(super) struct Pay<'p, 'n> {
    pub(super) corpus: &'p Corpus,
    pub(super) salary: &'p SalaryComparison<'p>,
    /// Figures of a later year are projections.
    pub(super) this_year: Option<u16>,
    pub(super) notes: &'p Footnotes<'n>,
}

impl Pay<'_, '_> {
    /// The name of each role on this page.
    pub(super) fn names(&self) -> Vec<&str> {
        let ids: Vec<&str> = self.salary.figures.iter().map(|role| role.role).collect();
        super::names::names(self.corpus, &ids)
    }

    /// Comparisons, reasons against them, and how far the sources of one role disagree.
    pub(super) fn said(&self) -> Vec<Block> {
        let Self { corpus, salary, .. } = *self;
        let (mut blocks, mut sentences) = match salary.comparisons.as_slice() {
            [] => (Vec::new(), Vec::new()),
            [two] => (Vec::new(), self.of_two(two).into_iter().chain(self.unlike()).collect()),
            _ => (self.surveys(), self.unlike()),
        };
        for role in &salary.figures {
            let name = corpus.short_title(role.role);
            sentences.extend(role.spreads.iter().map(|spread| StyledText::from(spread_sentence(name, spread))));
        }
        blocks.extend((!sentences.is_empty()).then_some(Block::List(sentences)));
        blocks
    }
    /// The roles without a figure.
    pub(super) fn unpublished(&self) -> Option<Block> {
        let without = self.salary.figures.iter().filter(|role| role.figures.is_empty());
        let without: Vec<&str> = without.map(|role| self.corpus.short_title(role.role)).collect();
        let sentence = || StyledText::from(format!("No published figure is known for {}.", names(&without)));
        (!without.is_empty()).then(|| Block::Paragraph(sentence()))
    }

    /// The pairs that cannot be compared, by reason, without the roles that have no figure.
    fn unlike(&self) -> Vec<StyledText> {
        let has_figures = |id: &&str| self.salary.figures.iter().any(|role| role.role == *id && !role.figures.is_empty());
        let mut reasons: Vec<(&str, Vec<String>)> = Vec::new();
        for two in self.salary.comparisons.iter().filter(|two| two.roles.iter().all(has_figures)) {
            let Some(reason) = two.not_like_for_like.as_deref() else { continue };
            let pair = two.roles.map(|role| self.corpus.short_title(role)).join(" and ");
            match reasons.iter_mut().find(|(known, _)| *known == reason) {
                Some((_, pairs)) => pairs.push(pair),
                None => reasons.push((reason, vec![pair])),
            }
        }
        let sentence = |(reason, pairs): (&str, Vec<String>)| {
            let pairs = if pairs.len() > MOST_NAMES { count(pairs.len(), "pair", "pairs") } else { pairs.join(", ") };
            StyledText::from(format!("{pairs}: not like for like ({reason})"))
        };
        reasons.into_iter().map(sentence).collect()
    }
    fn of_two(&self, two: &PayOfTwo) -> Vec<StyledText> {
        let names = two.roles.map(|role| self.corpus.short_title(role));
        let mut sentences = Vec::new();
        for difference in &two.differences {
            let sentence = self.difference(names, difference);
            sentences.push(self.notes.cite(StyledText::from(sentence), unique(difference.sources)));
        }
        for range in &two.ranges {
            sentences.push(self.notes.cite(StyledText::from(self.range(names, range)), unique(range.sources)));
        }
        sentences
    }

    fn difference(&self, names: [&str; 2], difference: &Difference) -> String {
        let Difference { statistic, measure, amounts: [left, right], currency, .. } = difference;
        let what = format!("{} {}", statistic.label(), measure.label());
        let each = format!("{} {}, {} {}", names[0], money(*left, currency), names[1], money(*right, currency));
        let result = difference.higher.map_or_else(
            || "no difference".to_owned(),
            |higher| {
                format!(
                    "the {}'s is higher by {} ({})",
                    self.corpus.short_title(higher),
                    plain_money(difference.difference, currency),
                    percent(difference.percent)
                )
            },
        );
        let what = measured(&what, difference.population, difference.region);
        format!("{}, {what}, {}: {each}; {result}", basis(difference.basis), self.dates(difference.as_of))
    }

    fn range(&self, names: [&str; 2], range: &RangeOverlap) -> String {
        let currency = range.currency;
        let [one, other] = range.ranges.map(|[low, high]| format!("{} to {}", money(low, currency), money(high, currency)));
        let what = measured(range.measure.label(), range.population, range.region);
        let result = range.overlap.map_or_else(
            || "the ranges do not meet".to_owned(),
            |[from, to]| format!("the ranges overlap from {} to {}", plain_money(from, currency), plain_money(to, currency)),
        );
        format!("{}, {what}, {}: {} {one}, {} {other}; {result}", basis(range.basis), self.dates(range.as_of), names[0], names[1])
    }

    fn dates(&self, dates: [Option<Date>; 2]) -> String {
        let [one, other] = dates.map(|date| as_of(date, self.this_year));
        if one == other { one } else { format!("{one} against {other}") }
    }
}

/// With more roles than this, their number stands for their names.
const MOST_NAMES: usize = 12;

/// `the COO or the CCO`, `80 of the roles`.
pub(super) fn names(names: &[&str]) -> String {
    if names.len() > MOST_NAMES {
        count(names.len(), "of the roles", "of the roles")
    } else {
        format!("the {}", sentence_list(names, "or the"))
    }
}

/// Each source once, without empty ones.
fn unique(sources: [&str; 2]) -> Vec<&str> {
    let mut unique: Vec<&str> = sources.into_iter().filter(|source| !source.is_empty()).collect();
    unique.dedup();
    unique
}

/// Measure, population and place.
fn measured(what: &str, population: Option<&str>, region: Option<&str>) -> String {
    [what].into_iter().chain(population).chain(region).collect::<Vec<_>>().join(", ")
}

const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::SameSurvey => "Same survey",
        Basis::SameSource => "Same source",
        Basis::SameMeasure => "Same measure, different sources",
    }
}

fn spread_sentence(name: &str, spread: &Spread) -> String {
    let Spread { measure, statistic, figures, lowest, highest, currency, ratio, .. } = spread;
    let what = format!("on the {name}'s {} {}", statistic.label(), measure.label());
    let (from, to, years) = (money(*lowest, currency), money(*highest, currency), years(spread));
    if lowest == highest {
        return format!("Sources agree {what}: {figures} figures of {from}{years}");
    }
    format!("Sources disagree {what}: {figures} figures, {from} to {to}{years}; the highest is {ratio} times the lowest")
}

/// The years of figures that differ: ` (2011 to 2023, some undated)`.
fn years(spread: &Spread) -> String {
    let undated = if spread.undated > 0 { ", some undated" } else { "" };
    match spread.years {
        Some([first, last]) if first != last => format!(" ({first} to {last}{undated})"),
        Some([year, _]) if spread.undated > 0 => format!(" ({year}{undated})"),
        _ => String::new(),
    }
}

/// Figures, spreads, differences and overlaps as rows.
pub(super) fn rows<'a>(salary: &'a SalaryComparison<'a>) -> Vec<ComparisonRow<'a>> {
    let topic = |measure: Measure, statistic: Statistic| format!("{}-{}", measure.key(), statistic.key());
    let mut rows = Vec::new();
    let mut put = |topic: String, status, role: &str, text: String, facet, sources| {
        let (section, role) = (Section::Salary.key(), role.to_owned());
        rows.push(ComparisonRow { section, topic, status, role, text, facet, sources, ..ComparisonRow::default() });
    };
    for role in &salary.figures {
        for figure in &role.figures {
            for (statistic, amount) in figure.amounts() {
                let text = format!("{amount} {} per {}", figure.currency, figure.per.key());
                put(topic(figure.measure, statistic), "figure", role.role, text, "figures", vec![figure.source.as_str()]);
            }
        }
        for spread in &role.spreads {
            let text = format!("{} to {} {}", spread.lowest, spread.highest, spread.currency);
            put(topic(spread.measure, spread.statistic), "spread", role.role, text, "spread", Vec::new());
        }
    }
    for two in &salary.comparisons {
        let roles = two.roles.join(" ");
        for difference in &two.differences {
            let higher = difference.higher.unwrap_or("none");
            let text = format!("{higher} {} {} {}", difference.difference, difference.currency, percent(difference.percent));
            let (topic, basis) = (topic(difference.measure, difference.statistic), difference.basis.key());
            put(topic, basis, &roles, text, "difference", unique(difference.sources));
        }
        for range in &two.ranges {
            let text = range.overlap.map_or_else(|| "none".to_owned(), |[from, to]| format!("{from} to {to} {}", range.currency));
            let measure = range.measure.key().to_owned();
            put(measure, range.basis.key(), &roles, text, "overlap", unique(range.sources));
        }
        if let Some(reason) = &two.not_like_for_like {
            put(String::new(), "not-like-for-like", &roles, reason.clone(), "difference", Vec::new());
        }
    }
    rows
}
