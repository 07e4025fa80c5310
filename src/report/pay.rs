//! Published pay on a page: strips on one axis, comparisons, and the figures one by one.

use std::cmp::Reverse;

use indexmap::IndexMap;

use super::comparison::row::ComparisonRow;
use super::figure_columns::FigureColumns;
use super::footnotes::Footnotes;
use super::page::{Block, Column, Table};
use super::pay_strip::PayStrips;
use super::styled::{StyledText, Tone};
use super::wording::{self, amounts, as_of, grades, limits, limits_and_note, money, plain_money};
use crate::compare::SalaryComparison;
use crate::compare::salary::{Difference, LikeForLike, PayOfTwo, Spread};
use crate::corpus::Corpus;
use crate::facets::Section;
use crate::model::{Date, Grade, Period, SalaryFigure, Statistic};
use crate::text::{distinct, sentence_list};

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
    /// For each currency and period a strip of each role on one axis; then what may be compared; then every figure.
    pub(super) fn blocks(&self) -> Vec<Block> {
        let ids: Vec<&str> = self.salary.figures.iter().map(|role| role.role).collect();
        let names = super::names::names(self.corpus, &ids);
        let strips = PayStrips::all(&names, &self.salary.figures);
        let mut blocks: Vec<Block> = strips.into_iter().map(Block::PayStrips).collect();
        blocks.extend(self.alike(&names));
        let sentences = self.sentences();
        blocks.extend((!sentences.is_empty()).then_some(Block::List(sentences)));
        blocks.extend(self.figures(&names));
        blocks
    }

    /// The amounts that are like for like, role by role; of two roles with the difference.
    fn alike(&self, names: &[&str]) -> Option<Block> {
        let mut table = Table::new(vec![Column::text("Like for like"), Column::text("Amounts")]);
        for row in &self.salary.alike {
            let mut dates: Vec<Option<Date>> = row.all().map(|figure| figure.as_of).collect();
            dates.dedup();
            let amount = |figure: &&SalaryFigure| self.amount(figure, row.statistic, dates.len() > 1);
            let role = |(name, figures): (&&str, &Vec<&SalaryFigure>)| {
                let amounts: Vec<String> = figures.iter().map(amount).collect();
                (!amounts.is_empty()).then(|| format!("{name} {}", amounts.join(" and ")))
            };
            let amounts: Vec<String> = names.iter().zip(&row.figures).filter_map(role).collect();
            let text = amounts.join(", ") + &self.difference(names, row);
            table.push(vec![self.label(row, &dates), StyledText::from(text)]);
        }
        (!table.rows().is_empty()).then_some(Block::Table(table))
    }

    /// Measure, population, place, date and grade of amounts that are like for like.
    fn label(&self, row: &LikeForLike, dates: &[Option<Date>]) -> StyledText {
        let Some(figure) = row.all().next() else { return StyledText::default() };
        let measure = figure.measure.label();
        let what = match row.statistic {
            Statistic::Low => format!("{measure}, range"),
            statistic => format!("{} {measure}", statistic.label()),
        };
        let per = (figure.per != Period::Year).then(|| format!("per {}", figure.per.key()));
        let date = if let [date] = dates { Some(as_of(*date, self.this_year)) } else { None };
        let sources = distinct(row.all().map(|figure| &*figure.source).filter(|source| !source.is_empty()));
        let grades = grades(self.corpus, sources.iter().copied());
        let parts = [Some(what), per, figure.population.clone(), figure.region.clone(), date, grades];
        self.notes.cite(StyledText::from(parts.into_iter().flatten().collect::<Vec<_>>().join(", ")), sources)
    }

    /// One statistic of a figure, with its date where others have another; a range counts as one.
    fn amount(&self, figure: &SalaryFigure, statistic: Statistic, is_dated: bool) -> String {
        let written = |statistic| figure.amount(statistic).map(|amount| money(amount, &figure.currency));
        let upper = written(Statistic::High).filter(|_| statistic == Statistic::Low);
        let amount = written(statistic).into_iter().chain(upper).collect::<Vec<_>>().join(" to ");
        if is_dated { format!("{amount} ({})", as_of(figure.as_of, self.this_year)) } else { amount }
    }

    /// `: CCO +$41,075`, where there are two roles with one figure each.
    fn difference(&self, names: &[&str], row: &LikeForLike) -> String {
        let [one, other] = row.figures.as_slice() else { return String::new() };
        let ([one], [other]) = (one.as_slice(), other.as_slice()) else { return String::new() };
        let ids = [0, 1].map(|i| self.salary.figures[i].role);
        let Some(difference) = Difference::new(self.corpus, ids, [one, other], row.statistic) else { return String::new() };
        let Some(higher) = difference.higher else { return ": equal".to_owned() };
        let percent = difference.percent.map_or_else(String::new, |value| format!(" ({})", wording::percent(value)));
        let name = names[usize::from(higher == ids[1])];
        format!(": {name} +{}{percent}", plain_money(difference.difference, difference.ground.currency))
    }

    /// Why nothing may be compared, and how far the sources of one role disagree.
    fn sentences(&self) -> Vec<StyledText> {
        let mut sentences = match self.salary.comparisons.as_slice() {
            [two] => self.nearest(two).into_iter().collect(),
            _ => self.unlike(),
        };
        for role in &self.salary.figures {
            let name = self.corpus.short_title(role.role);
            sentences.extend(role.spreads.iter().map(|spread| StyledText::from(spread_sentence(name, spread))));
        }
        sentences
    }

    /// The two figures of two roles that come nearest to being like for like, and what keeps them apart.
    fn nearest(&self, two: &PayOfTwo) -> Option<StyledText> {
        let reason = two.not_like_for_like.as_deref()?;
        let mut text = StyledText::from(format!("Nothing is like for like ({reason})"));
        let words = [". Nearest:", " against"];
        for ((role, figure), word) in two.roles.iter().zip(two.nearest?).zip(words) {
            let (name, measure) = (self.corpus.short_title(role), figure.measure.label());
            text = text.and(&format!("{word} {name} {measure}, {} ({})", amounts(figure), limits(figure)), Tone::Plain);
            text = self.notes.cite(text, Some(&figure.source).filter(|source| !source.is_empty()));
        }
        Some(text)
    }

    /// The pairs that cannot be compared, by reason, without the roles that have no figure.
    fn unlike(&self) -> Vec<StyledText> {
        let mut reasons: IndexMap<&str, Vec<String>> = IndexMap::new();
        for two in self.salary.comparisons.iter().filter(|two| two.nearest.is_some()) {
            let pair = two.roles.map(|role| self.corpus.short_title(role)).join(" and ");
            reasons.entry(two.not_like_for_like.as_deref().unwrap_or_default()).or_default().push(pair);
        }
        let sentence = |(reason, pairs): (&str, Vec<String>)| format!("{}: not like for like ({reason})", pairs.join(", "));
        reasons.into_iter().map(|reason| StyledText::from(sentence(reason))).collect()
    }

    /// Every figure: by role, then by measure, the best source first, then the latest.
    fn figures(&self, names: &[&str]) -> Option<Block> {
        let mut table = Table::new(vec![Column::text(""), Column::text("")]);
        let grade = |figure: &SalaryFigure| self.corpus.sources.get(&figure.source).map_or(Grade::C, |source| source.grade);
        for (name, role) in names.iter().zip(&self.salary.figures) {
            let mut figures = role.figures.clone();
            figures.sort_by_key(|figure| (figure.measure, grade(figure), Reverse(figure.as_of.map_or(0, |date| date.year))));
            let mut last = None;
            for figure in figures {
                let measure = figure.measure.label();
                let label = if names.len() == 1 { measure.to_owned() } else { format!("{name}, {measure}") };
                let label = if last.replace(figure.measure) == Some(figure.measure) { String::new() } else { label };
                table.push(vec![StyledText::from(label), self.figure(figure)]);
            }
        }
        (!table.rows().is_empty()).then_some(Block::Table(table))
    }

    /// A figure with its limits, its publisher, the number of its footnote and its grade, which no line may part.
    fn figure(&self, figure: &SalaryFigure) -> StyledText {
        let source = self.corpus.sources.get(&figure.source);
        // After a comma the client or the paper is named.
        let publisher = source.and_then(|source| source.publisher.split(',').next()).unwrap_or(&figure.source);
        let publisher = if publisher.is_empty() { String::new() } else { format!("; {publisher}") };
        let limits = format!("; {}{publisher}", limits_and_note(figure, self.this_year));
        let text = StyledText::strong(&amounts(figure)).and(&limits, Tone::Plain);
        if figure.source.is_empty() {
            return text;
        }
        let grade = source.map_or_else(String::new, |source| format!("\u{a0}{}", source.grade.key()));
        text.citing(&format!(" {}", self.notes.marks([&*figure.source])), Tone::Plain).and(&grade, Tone::Plain)
    }

    /// The roles without a figure.
    pub(super) fn unpublished(&self) -> Option<Block> {
        let without = self.salary.figures.iter().filter(|role| role.figures.is_empty());
        let without: Vec<&str> = without.map(|role| self.corpus.short_title(role.role)).collect();
        let sentence = || StyledText::from(format!("No published figure is known for {}.", names(&without)));
        (!without.is_empty()).then(|| Block::Paragraph(sentence()))
    }
}

/// `the COO or the CCO`.
pub(super) fn names(names: &[&str]) -> String {
    format!("the {}", sentence_list(names, "or the"))
}

fn spread_sentence(name: &str, spread: &Spread) -> String {
    let Spread { measure, statistic, figures, lowest, highest, currency, ratio, .. } = spread;
    let what = format!("on the {name}'s {} {}: {figures} figures", statistic.label(), measure.label());
    let [from, to] = [lowest, highest].map(|amount| plain_money(*amount, currency));
    if lowest == highest {
        return format!("Sources agree {what} of {from}");
    }
    format!("Sources disagree {what}, {from} to {to}; the highest is {ratio} times the lowest")
}

/// Figures, spreads, differences and overlaps as rows.
pub(super) fn rows<'a>(corpus: &Corpus, salary: &'a SalaryComparison<'a>) -> serde_json::Result<Vec<ComparisonRow<'a>>> {
    let row = |topic: String, status, role: &str, text: String, facet, sources: &[&'a str]| {
        let (section, role) = (Section::Salary.key(), role.to_owned());
        let sources = distinct(sources.iter().copied().filter(|source| !source.is_empty()));
        ComparisonRow { section, topic, status, role, text, facet, sources, ..ComparisonRow::default() }
    };
    let mut rows = Vec::new();
    for role in &salary.figures {
        for figure in &role.figures {
            let topic = figure.measure.key().to_owned();
            let row = row(topic, "figure", role.role, amounts(figure), "figures", &[&figure.source]);
            rows.push(ComparisonRow { figure: Some(FigureColumns::of(corpus, figure)?), ..row });
        }
        for spread in &role.spreads {
            let topic = format!("{}-{}", spread.measure.key(), spread.statistic.key());
            let text = format!("{} to {} {}", spread.lowest, spread.highest, spread.currency);
            rows.push(row(topic, "spread", role.role, text, "spread", &[]));
        }
    }
    for two in &salary.comparisons {
        let roles = two.roles.join(" ");
        for difference in &two.differences {
            let Difference { ground, statistic, higher, difference, percent, .. } = difference;
            let percent = percent.map_or_else(String::new, |value| format!(" {}", wording::percent(value)));
            let text = format!("{} {difference} {}{percent}", higher.unwrap_or("none"), ground.currency);
            let topic = format!("{}-{}", ground.measure.key(), statistic.key());
            rows.push(row(topic, ground.basis.key(), &roles, text, "difference", &ground.sources));
        }
        for range in &two.ranges {
            let ground = &range.ground;
            let text =
                range.overlap.map_or_else(|| "none".to_owned(), |[from, to]| format!("{from} to {to} {}", ground.currency));
            rows.push(row(ground.measure.key().to_owned(), ground.basis.key(), &roles, text, "overlap", &ground.sources));
        }
        if let Some(reason) = &two.not_like_for_like {
            let sources = two.nearest.map_or_else(Vec::new, |figures| figures.map(|figure| &*figure.source).to_vec());
            rows.push(row(String::new(), "not-like-for-like", &roles, reason.clone(), "difference", &sources));
        }
    }
    Ok(rows)
}
