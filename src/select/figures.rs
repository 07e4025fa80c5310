//! Filters of published figures.

use crate::model::{Measure, SalaryFigure};

/// A description of figures of pay; what is not given does not narrow.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FigureFilter {
    /// Measures one of these.
    pub measures: Vec<Measure>,
    /// Is in this currency, an ISO 4217 code in capitals.
    pub currency: Option<String>,
}

impl FigureFilter {
    /// Whether a figure answers to the description.
    pub fn holds(&self, figure: &SalaryFigure) -> bool {
        (self.measures.is_empty() || self.measures.contains(&figure.measure))
            && self.currency.as_deref().is_none_or(|currency| figure.currency == currency)
    }
}
