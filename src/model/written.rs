//! Reads values that are written as text: amounts, dates, years.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::Deserializer;
use serde::de::{Error, Visitor};

/// Reads a value from its text; a number stands for its digits.
///
/// The text is parsed while it is being read, so that what is wrong with it is reported at its own place and not at that of
/// the entry around it.
pub(super) fn from_text<'de, T: FromStr<Err = String>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    struct Written<T>(PhantomData<T>);

    impl<T: FromStr<Err = String>> Visitor<'_> for Written<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a text")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            text.parse().map_err(E::custom)
        }

        fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
            self.visit_str(&number.to_string())
        }
    }

    if deserializer.is_human_readable() {
        deserializer.deserialize_any(Written(PhantomData))
    } else {
        deserializer.deserialize_str(Written(PhantomData))
    }
}
