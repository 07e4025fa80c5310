//! Dates as exact as the source gives them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A year, a month of a year, or a day (`2015`, `2020-05`, `2024-09-03`; ISO 8601 in the Gregorian calendar).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    pub year: u16,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31; only with a month.
    pub day: Option<u8>,
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

impl FromStr for Date {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        parse(text).ok_or_else(|| format!("invalid date '{text}': write 2024, 2024-09 or 2024-09-03"))
    }
}

fn parse(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4).filter(|year| (1900..=2199).contains(year))?;
    let mut part = |most: u16| match parts.next() {
        None => Some(None),
        Some(text) => digits(text, 2).filter(|value| (1..=most).contains(value)).map(|value| u8::try_from(value).ok()),
    };
    let (month, day) = (part(12)?, part(31)?);
    parts.next().is_none().then_some(Date { year, month, day })
}

/// A number with exactly `length` digits.
fn digits(text: &str, length: usize) -> Option<u16> {
    (text.len() == length && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

impl TryFrom<String> for Date {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_exact_as_written() {
        for text in ["2015", "2020-05", "2024-09-03"] {
            assert_eq!(text.parse::<Date>().expect(text).to_string(), text);
        }
    }

    #[test]
    fn backward_and_impossible_dates_are_refused() {
        for text in ["15", "03-09-2024", "2024-13", "2024-00", "2024-1", "2024-09-03-01", "May 2020", "20245", ""] {
            assert!(text.parse::<Date>().is_err(), "{text:?} was taken for a date");
        }
    }
}
