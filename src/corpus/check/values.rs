//! Values in a form of their own: amounts, currencies, dates, years and addresses.

use iso_currency::Currency;

use crate::diagnostic::Code;
use crate::model::{Amount, Date, Years};
use crate::schema::{SchemaPart, definitions, root};
use crate::text::{is_unsafe, thousands};
use crate::yaml::{Form, Schema};

/// No executive is paid more, in any currency.
const HIGHEST_PLAUSIBLE: u64 = 10_000_000_000;

/// What a part of a corpus may hold.
pub fn rules(part: SchemaPart) -> Schema {
    // What an id refers to is seen when every file is read.
    const FORMS: [(&str, Form); 6] =
        [("Id", |_| Ok(())), ("Amount", amount), ("Currency", currency), ("Date", date), ("Years", years), ("Url", url)];
    Schema { root: root(part), definitions: definitions(), forms: &FORMS }
}

fn amount(text: &str) -> Result<(), (Code, String)> {
    let amount: Amount = text.parse().map_err(|message| (Code::WrongValue, message))?;
    let message = || format!("{} is not a plausible amount of pay", thousands(amount.value));
    held((1..=HIGHEST_PLAUSIBLE).contains(&amount.value), Code::ImplausibleAmount, message)
}

fn currency(text: &str) -> Result<(), (Code, String)> {
    let message = || format!("invalid currency '{text}': write its ISO 4217 code, like USD");
    held(Currency::from_code(text).is_some(), Code::UnknownCurrency, message)
}

fn date(text: &str) -> Result<(), (Code, String)> {
    text.parse::<Date>().map(drop).map_err(|message| (Code::WrongValue, message))
}

fn years(text: &str) -> Result<(), (Code, String)> {
    let years: Years = text.parse().map_err(|message| (Code::WrongValue, message))?;
    held(years.max.is_none_or(|max| max >= years.min), Code::BackwardRange, || format!("the years {years} run backwards"))
}

fn url(text: &str) -> Result<(), (Code, String)> {
    let is_address = (text.starts_with("https://") || text.starts_with("http://")) && !text.contains(is_unsafe);
    held(is_address, Code::BadUrl, || "an address begins with https:// or http://: write it as a browser shows it".to_owned())
}

fn held(is_right: bool, code: Code, message: impl FnOnce() -> String) -> Result<(), (Code, String)> {
    if is_right { Ok(()) } else { Err((code, message())) }
}
