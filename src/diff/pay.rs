//! Changes of salary figures.
//!
//! A figure is the same one when it is of the same measure, currency, period, region and survey (or source, where no survey
//! is named), and for the same population and group. Its amounts are then set against each other statistic by statistic; its
//! date, note and source may change.

use std::hash::Hash;

use serde::Serialize;

use super::change::{Change, FieldChange};
use super::matching::Open;
use crate::model::{Amount, SalaryFigure, Statistic, tenths};

/// A figure that was added, removed or changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FigureChange<'a> {
    pub change: Change,
    pub old: Option<&'a SalaryFigure>,
    pub new: Option<&'a SalaryFigure>,
    pub amounts: Vec<AmountChange>,
    /// Its date, note, source.
    pub details: Vec<FieldChange>,
}

/// An amount that was added, removed or changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AmountChange {
    pub statistic: Statistic,
    pub old: Option<Amount>,
    pub new: Option<Amount>,
    /// Whether the old and the new amount are "this or more".
    pub open: [bool; 2],
    /// The rise; below zero for a fall. An open-ended amount is never subtracted.
    pub difference: Option<i64>,
    /// The same in percent of the old amount, to one decimal place.
    pub percent: Option<f64>,
}

impl AmountChange {
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
            let size = tenths(difference.unsigned_abs(), old.value, 100.0);
            if difference < 0 { -size } else { size }
        });
        let open = [old, new].map(|amount| amount.is_some_and(|amount| amount.at_least));
        Some(Self { statistic, old, new, open, difference, percent })
    }
}

/// The changes of a role's figures, and the number of figures without a change.
pub(super) fn changes<'a>(old: &'a [SalaryFigure], new: &'a [SalaryFigure]) -> (Vec<FigureChange<'a>>, usize) {
    let mut open = Open::new(old, new);
    // Unchanged figures first, then those of one date, then the rest.
    let unchanged = open.same(Some).len();
    let mut pairs = open.same(|figure| Some((key(figure), figure.as_of)));
    pairs.extend(open.same(|figure| Some(key(figure))));
    pairs.sort_unstable_by_key(|&(_, j)| j);
    let both = pairs.into_iter().map(|(i, j)| FigureChange::between(Some(&old[i]), Some(&new[j])));
    let mut changes: Vec<FigureChange> = both.collect();
    changes.extend(open.old.iter().map(|&i| FigureChange::between(Some(&old[i]), None)));
    changes.extend(open.new.iter().map(|&j| FigureChange::between(None, Some(&new[j]))));
    (changes, unchanged)
}

/// The marks by which a figure is found again.
fn key(figure: &SalaryFigure) -> impl Hash + Eq + use<'_> {
    let what = (figure.measure, &*figure.currency, figure.per, figure.region.as_deref(), figure.survey());
    (what, figure.population.as_deref(), figure.group.as_deref())
}

impl<'a> FigureChange<'a> {
    fn between(old: Option<&'a SalaryFigure>, new: Option<&'a SalaryFigure>) -> Self {
        let amount = |figure: Option<&SalaryFigure>, statistic| figure.and_then(|figure| figure.amount(statistic));
        let amounts = Statistic::ALL.into_iter();
        let amounts = amounts.filter_map(|one| AmountChange::new(one, amount(old, one), amount(new, one))).collect();
        let details = old
            .zip(new)
            .map_or_else(Vec::new, |(old, new)| FieldChange::between(old, new, &["as_of", "note", "survey", "source"]));
        Self { change: Change::between(old.is_some(), new.is_some()), old, new, amounts, details }
    }
}
