//! Pay in words, the same on pages and in searches.

use crate::model::{Amount, Period, SalaryFigure, Statistic};
use crate::text::thousands;

/// An amount with its currency: `$132,974`, `EUR 90,000+`.
pub fn money(amount: Amount, currency: &str) -> String {
    let open = if amount.at_least { "+" } else { "" };
    format!("{}{open}", plain_money(amount.value, currency))
}

/// A sum with its currency.
pub fn plain_money(value: u64, currency: &str) -> String {
    let number = thousands(value);
    match currency {
        "USD" => format!("${number}"),
        other => format!("{other} {number}"),
    }
}

/// The amounts of a figure: `average $132,974`, `$116,000 to $261,000`.
pub fn amounts(figure: &SalaryFigure) -> String {
    let currency = &figure.currency;
    let mut parts: Vec<String> = Vec::new();
    for (statistic, amount) in figure.amounts() {
        let text = money(amount, currency);
        parts.push(match (statistic, figure.low, figure.high) {
            (Statistic::Low, _, Some(high)) => format!("{text} to {}", money(high, currency)),
            (Statistic::High, Some(_), _) => continue,
            (Statistic::Low, ..) => format!("from {text}"),
            (Statistic::High, ..) if amount.at_least => format!("more than {}", plain_money(amount.value, currency)),
            (Statistic::High, ..) => format!("up to {text}"),
            _ => format!("{} {text}", statistic.label()),
        });
    }
    let per = if figure.per == Period::Year { String::new() } else { format!(" per {}", figure.per.key()) };
    parts.join(", ") + &per
}
