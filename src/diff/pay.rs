//! Which salary figures are not what they were.
//!
//! A figure is the same one when it is of the same measure, currency, period, region and survey (or source, where no survey
//! is named), and for the same population and group. Its amounts are then set against each other statistic by statistic; its
//! date, note and source may change.

use std::borrow::Cow;
use std::hash::Hash;

use serde::Serialize;

use super::fields::FieldChange;
use super::pairing::Pairing;
use super::{Change, tenths};
use crate::model::{Amount, Date, SalaryFigure, Statistic};

/// A figure that was added, removed or changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FigureChange<'a> {
    /// Added, removed or changed.
    pub change: Change,
    /// As it was.
    pub old: Option<&'a SalaryFigure>,
    /// As it is.
    pub new: Option<&'a SalaryFigure>,
    /// Which of the amounts of a figure in both versions are not the same.
    pub amounts: Vec<AmountChange>,
    /// What else of it is not the same: its date, note, source.
    pub details: Vec<FieldChange<'a>>,
}

/// An amount that was added, removed or changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AmountChange {
    /// Which statistic.
    pub statistic: Statistic,
    /// As it was.
    pub old: Option<Amount>,
    /// As it is.
    pub new: Option<Amount>,
    /// By how much it rose, below zero where it fell. An open-ended amount is never subtracted.
    pub difference: Option<i64>,
    /// The same in percent of what it was, to one decimal place.
    pub percent: Option<f64>,
}

impl AmountChange {
    /// What becomes of it.
    pub const fn change(&self) -> Change {
        Change::between(self.old.is_some(), self.new.is_some())
    }

    fn new(statistic: Statistic, old: Option<Amount>, new: Option<Amount>) -> Option<Self> {
        if old == new {
            return None;
        }
        let exact = |amount: Option<Amount>| amount.filter(|amount| !amount.at_least);
        let exact = exact(old).zip(exact(new));
        let signed = |amount: Amount| i64::try_from(amount.value).ok();
        let difference = exact.and_then(|(old, new)| signed(new)?.checked_sub(signed(old)?));
        let percent = exact.zip(difference).filter(|((old, _), _)| old.value > 0);
        let percent = percent.map(|((old, _), difference)| {
            let size = tenths(difference.unsigned_abs(), old.value);
            if difference < 0 { -size } else { size }
        });
        Some(Self { statistic, old, new, difference, percent })
    }
}

/// What becomes of the figures of a role, and how many stay as they are.
pub(super) fn changes<'a>(old: &'a [SalaryFigure], new: &'a [SalaryFigure]) -> (Vec<FigureChange<'a>>, usize) {
    let mut pairing = Pairing::new(old, new);
    // Those of which nothing has changed, then those of one date, then the rest.
    let amounts = |figure: &SalaryFigure| {
        Statistic::ALL.map(|statistic| figure.amount(statistic).map(|amount| (amount.value, amount.at_least)))
    };
    let details = |figure: &'a SalaryFigure| (figure.as_of.map(date), figure.note.as_deref(), &*figure.source);
    let unchanged = pairing.same(|figure| Some((key(figure), figure.survey.as_deref(), details(figure), amounts(figure)))).len();
    let mut pairs = pairing.same(|figure| Some((key(figure), figure.as_of.map(date))));
    pairs.extend(pairing.same(|figure| Some(key(figure))));
    pairs.sort_unstable_by_key(|&(_, j)| j);
    let mut changes: Vec<FigureChange> = pairs.into_iter().map(|(i, j)| FigureChange::between(&old[i], &new[j])).collect();
    let alone = |change, old, new| FigureChange { change, old, new, amounts: Vec::new(), details: Vec::new() };
    changes.extend(pairing.open[0].iter().map(|&i| alone(Change::Removed, Some(&old[i]), None)));
    changes.extend(pairing.open[1].iter().map(|&j| alone(Change::Added, None, Some(&new[j]))));
    (changes, unchanged)
}

/// By what a figure is found again.
fn key<'a>(figure: &'a SalaryFigure) -> impl Hash + Eq + use<'a> {
    let what = (figure.measure, &*figure.currency, figure.per, figure.region.as_deref(), figure.survey());
    (what, figure.population.as_deref(), figure.group.as_deref())
}

fn date(date: Date) -> (u16, Option<u8>, Option<u8>) {
    (date.year, date.month, date.day)
}

impl<'a> FigureChange<'a> {
    fn between(old: &'a SalaryFigure, new: &'a SalaryFigure) -> Self {
        let amounts = Statistic::ALL.into_iter();
        let amounts = amounts.filter_map(|statistic| AmountChange::new(statistic, old.amount(statistic), new.amount(statistic)));
        let date = |date: Option<Date>| date.map(|date| Cow::Owned(date.to_string()));
        let word = |text: &'a String| Some(Cow::Borrowed(text.as_str())).filter(|text| !text.is_empty());
        let details = [
            FieldChange::of("as_of", date(old.as_of), date(new.as_of)),
            FieldChange::of("note", old.note.as_ref().and_then(word), new.note.as_ref().and_then(word)),
            FieldChange::of("survey", old.survey.as_ref().and_then(word), new.survey.as_ref().and_then(word)),
            FieldChange::of("source", word(&old.source), word(&new.source)),
        ];
        let details = details.into_iter().flatten().collect();
        Self { change: Change::Changed, old: Some(old), new: Some(new), amounts: amounts.collect(), details }
    }
}
