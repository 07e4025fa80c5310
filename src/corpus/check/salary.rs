//! Salary figures: complete, in order, and of a plausible size.

use super::{Findings, Rules};
use crate::corpus::draft::Draft;
use crate::diagnostic::Code;
use crate::model::{Amount, SalaryFigure, Statistic};
use crate::text::{clean, thousands};

/// No executive is paid more, in any currency.
const HIGHEST_PLAUSIBLE: u64 = 10_000_000_000;

/// In years.
const OLDEST_FRESH: u16 = 5;

pub(super) fn check<'a>(draft: &'a Draft<'a>, rules: &Rules, findings: &mut Findings<'a>) {
    for entry in &draft.roles {
        for (i, figure) in entry.value.salary.iter().enumerate() {
            let mut problem = |key: &str, code, message| {
                findings.note(&entry.at, &format!("salary/{i}/{key}"), code, message);
            };
            if figure.amounts().next().is_none() {
                problem("measure", Code::NoAmount, "the figure has no amount".to_owned());
            }
            for (statistic, amount) in figure.amounts() {
                if amount.value == 0 || amount.value > HIGHEST_PLAUSIBLE {
                    problem(
                        statistic.key(),
                        Code::ImplausibleAmount,
                        format!("{} is not a plausible amount of pay", thousands(amount.value)),
                    );
                }
            }
            if iso_currency::Currency::from_code(&figure.currency).is_none() {
                let message = format!("invalid currency '{}': write its ISO 4217 code, like USD", clean(&figure.currency));
                problem("currency", Code::UnknownCurrency, message);
            }
            if let (Some(year), Some(as_of)) = (rules.this_year, figure.as_of)
                && as_of.year + OLDEST_FRESH < year
            {
                problem("as_of", Code::OldSalary, format!("the figure is of {as_of}: {} years old", year - as_of.year));
            }
            if let Some((lower, upper)) = out_of_order(figure) {
                problem(upper.key(), Code::BackwardRange, format!("{} lies above {}", lower.key(), upper.key()));
            }
        }
    }
}

/// The first two statistics in the wrong order.
fn out_of_order(figure: &SalaryFigure) -> Option<(Statistic, Statistic)> {
    use Statistic::{High, Low, Median, P10, P25, P75, P90};
    let backward = |order: &[Statistic]| {
        let given: Vec<(Statistic, Amount)> = order.iter().filter_map(|&s| Some((s, figure.amount(s)?))).collect();
        given.windows(2).find(|pair| pair[0].1.value > pair[1].1.value).map(|pair| (pair[0].0, pair[1].0))
    };
    backward(&[P10, P25, Median, P75, P90]).or_else(|| backward(&[Low, High]))
}
