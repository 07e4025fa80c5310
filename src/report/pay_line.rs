//! The published pay of a role in one plain line.

use super::wording::rounded_money;
use crate::compare::pay_line::{BestFigure, PayLine};
use crate::model::{Amount, Measure};
use crate::text::count;

/// `base median $160k (2015, grade B); 10 others $120k to $539k`, or `average $174k; one undated figure, grade C`.
pub(super) fn pay_line(PayLine { currency, figures, best, alike, others, .. }: &PayLine) -> String {
    let amount = amount(best, currency);
    if *figures == 1 {
        let date = best.as_of.map_or("one undated figure".to_owned(), |date| format!("one figure of {}", date.year));
        return format!("{amount}; {date}{}", weight(best));
    }
    let date = best.as_of.map_or_else(|| "undated".to_owned(), |date| date.year.to_string());
    let mut line = format!("{amount} ({date}{})", weight(best));
    if let Some(alike) = alike {
        // The other role's line names the measure.
        let [low, high] = alike.amounts.map(Amount::exact);
        let grade = alike.grade.map_or_else(String::new, |grade| format!(" (grade {})", grade.key()));
        line += &format!("; like for like {}{grade}", range(low, high, currency));
    }
    let low = others.iter().map(|(low, _)| *low).min_by_key(|low| low.value);
    let high = others.iter().map(|(_, high)| *high).max_by_key(|high| (high.value, high.at_least));
    if let Some((low, high)) = low.zip(high) {
        line += &format!("; {} {}", count(others.len(), "other", "others"), range(low, high, currency));
    }
    line
}

/// `, grade B, like for like`.
fn weight(figure: &BestFigure) -> String {
    let grade = figure.grade.map_or_else(String::new, |grade| format!(", grade {}", grade.key()));
    grade + if figure.is_alike { ", like for like" } else { "" }
}

/// `base median $160k`.
fn amount(figure: &BestFigure, currency: &str) -> String {
    let measure = match figure.measure {
        Measure::Unspecified => String::new(),
        measure => format!("{} ", measure.label().replace(" salary", "")),
    };
    let statistic = figure.statistic.map_or_else(String::new, |statistic| format!("{} ", statistic.label()));
    let [low, high] = figure.amounts.map(Amount::exact);
    measure + &statistic + &range(low, Amount { at_least: figure.open, ..high }, currency)
}

/// `$120k to $539k`, `$280k or more`.
fn range(low: Amount, high: Amount, currency: &str) -> String {
    let open = if high.at_least { " or more" } else { "" };
    let from = if low.value == high.value { String::new() } else { format!("{} to ", rounded_money(low.value, currency)) };
    format!("{from}{}{open}", rounded_money(high.value, currency))
}
