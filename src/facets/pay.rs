//! Pay in words: what people read and what is searched are the same.

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
        match (statistic, figure.low, figure.high) {
            (Statistic::Low, Some(low), Some(high)) => {
                parts.push(format!("{} to {}", money(low, currency), money(high, currency)));
            }
            (Statistic::High, Some(_), _) => {}
            (Statistic::Low, ..) => parts.push(format!("from {}", money(amount, currency))),
            (Statistic::High, ..) if amount.at_least => parts.push(format!("more than {}", plain_money(amount.value, currency))),
            (Statistic::High, ..) => parts.push(format!("up to {}", money(amount, currency))),
            _ => parts.push(format!("{} {}", statistic.label(), money(amount, currency))),
        }
    }
    let per = if figure.per == Period::Year { String::new() } else { format!(" per {}", figure.per.key()) };
    parts.join(", ") + &per
}
