//! Published pay as pictures: one for each currency and period, role by role, measure by measure.

use std::collections::HashSet;

use super::chart::{BarKind, ChartBar, ChartCenter, ChartGroup, ChartRow, PayChart, Scale};
use super::page::Block;
use super::salary::Pay;
use super::styled::{StyledText, Tone};
use super::wording::{amounts, limits_and_note, short_money};
use crate::model::{Amount, Period, SalaryFigure, Statistic};
use crate::text::clean;

impl Pay<'_, '_> {
    /// A picture for each currency and period, in the order in which they first come; with headings if there are several.
    pub(super) fn drawn(&self) -> Vec<Block> {
        pictures(self)
    }
}

fn pictures(pay: &Pay) -> Vec<Block> {
    let roles = &pay.salary.figures;
    let mut units: Vec<(&str, Period)> = Vec::new();
    let mut met = HashSet::new();
    for unit in roles.iter().flat_map(|role| &role.figures).map(|figure| unit(figure)) {
        if met.insert(unit) {
            units.push(unit);
        }
    }
    let several = units.len() > 1;
    let names = pay.names();
    let draw = |of: (&str, Period)| {
        let chart = PayChart { headed: several, ..pay.chart(&names, of)? };
        let heading = several.then(|| Block::Subheading(StyledText::strong(&chart.unit)));
        Some(heading.into_iter().chain([Block::PayChart(chart)]))
    };
    units.into_iter().filter_map(draw).flatten().collect()
}

fn unit(figure: &SalaryFigure) -> (&str, Period) {
    (&figure.currency, figure.per)
}

impl Pay<'_, '_> {
    /// The picture of the figures in one currency for one period; none where there is none.
    fn chart(&self, names: &[&str], of: (&str, Period)) -> Option<PayChart> {
        let roles = &self.salary.figures;
        let mut groups = Vec::new();
        for (role, name) in roles.iter().zip(names) {
            let mut figures: Vec<&SalaryFigure> = role.figures.iter().copied().filter(|figure| unit(figure) == of).collect();
            // Figures of one measure stand together, otherwise in the order of the corpus.
            figures.sort_by_key(|figure| figure.measure);
            let rows: Vec<ChartRow> = figures.iter().map(|figure| self.row(figure)).collect();
            if !rows.is_empty() {
                groups.push(ChartGroup { label: clean(name).into_owned(), rows });
            }
        }
        let spans = roles.iter().flat_map(|role| role.figures.iter().filter(|figure| unit(figure) == of));
        // Beyond an open end there is to be room for an arrow.
        let reach = |amount: Amount| amount.value.saturating_add(amount.at_least.into());
        let highest = spans.filter_map(|figure| figure.span()).map(|(_, high)| reach(high)).max()?;
        let (currency, per) = of;
        Some(PayChart {
            unit: clean(&format!("{currency} per {}", per.key())).into_owned(),
            scale: Scale::up_to(highest, |value| short_money(value, currency)),
            groups,
            headed: false,
        })
    }

    /// The drawing of a figure and its limits.
    fn row(&self, figure: &SalaryFigure) -> ChartRow {
        let source = self.corpus.sources.get(&figure.source);
        // What follows a comma says on whose behalf or in which paper.
        let publisher = source.and_then(|source| source.publisher.split(',').next()).unwrap_or(&figure.source);
        let publisher = if publisher.is_empty() { String::new() } else { format!("{publisher} ") };
        ChartRow {
            label: figure.measure.label().to_owned(),
            bars: bars(figure),
            centers: centers(figure),
            words: clean(&amounts(figure)).into_owned(),
            limits: clean(&limits_and_note(figure, self.this_year)).into_owned(),
            is_graded: source.is_some(),
            origin: self.cited(StyledText::from(publisher), figure),
        }
    }

    /// A text with the number of the footnote on a figure's source and its grade, which no line may part.
    fn cited(&self, text: StyledText, figure: &SalaryFigure) -> StyledText {
        if figure.source.is_empty() {
            return text;
        }
        let source = self.corpus.sources.get(&figure.source);
        let grade = source.map_or_else(String::new, |source| format!("\u{a0}{}", source.grade.key()));
        text.citing(&self.notes.marks([&*figure.source]), Tone::Plain).and(&grade, Tone::Plain)
    }
}

fn bars(figure: &SalaryFigure) -> Vec<ChartBar> {
    let percentiles = |kind, lower: Option<Amount>, upper: Option<Amount>| {
        let (from, to) = (lower.or(upper)?, upper.or(lower)?);
        Some(ChartBar { open_below: false, open_above: to.at_least, ..between(kind, from, to) })
    };
    let range = match (figure.low, figure.high) {
        (Some(low), Some(high)) => Some(between(BarKind::Range, low, high)),
        (Some(low), None) => Some(ChartBar { open_above: true, ..between(BarKind::Range, low, low) }),
        // More than an amount is above it, up to an amount is below.
        (None, Some(high)) => Some(ChartBar { open_below: !high.at_least, ..between(BarKind::Range, high, high) }),
        (None, None) => None,
    };
    let outer = percentiles(BarKind::Percentiles10To90, figure.p10, figure.p90);
    let inner = percentiles(BarKind::Percentiles25To75, figure.p25, figure.p75);
    [range, outer, inner].into_iter().flatten().collect()
}

fn between(kind: BarKind, one: Amount, other: Amount) -> ChartBar {
    let (from, to) = (one.value.min(other.value), one.value.max(other.value));
    ChartBar { kind, from, to, open_below: false, open_above: other.at_least }
}

fn centers(figure: &SalaryFigure) -> Vec<ChartCenter> {
    let center = |statistic| {
        let amount = figure.amount(statistic)?;
        Some(ChartCenter { statistic, value: amount.value, open_above: amount.at_least })
    };
    let mut centers: Vec<ChartCenter> = Statistic::CENTERS.into_iter().filter_map(center).collect();
    centers.sort_by_key(|center| center.value);
    centers
}
