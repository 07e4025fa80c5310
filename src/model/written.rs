//! Reads values that are written as text: amounts, dates, years.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::Deserializer;
use serde::de::{Error, Visitor};

/// Reads a value from its text; a number stands for its digits.
///
/// Parsing while reading puts an error at the place of the value, not at that of the entry around it.
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

        fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
            self.visit_str(&number.to_string())
        }

        fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
            self.visit_str(&format!("{number:?}"))
        }

        fn visit_bool<E: Error>(self, word: bool) -> Result<T, E> {
            self.visit_str(&word.to_string())
        }
    }

    if deserializer.is_human_readable() {
        deserializer.deserialize_any(Written(PhantomData))
    } else {
        deserializer.deserialize_str(Written(PhantomData))
    }
}

/// Lets a struct that derives with `#[serde(remote = "Self")]` be written as a bare text too.
///
/// An untagged enum would do the same, but its errors name neither the mistake nor its place.
macro_rules! text_or_fields {
    ($type:ident, $from_text:expr) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $type::serialize(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct TextOrFields;

                impl<'de> serde::de::Visitor<'de> for TextOrFields {
                    type Value = $type;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("a text, or a mapping with the key `text`")
                    }

                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$type, E> {
                        Ok($from_text(text.to_owned()))
                    }

                    fn visit_map<M: serde::de::MapAccess<'de>>(self, map: M) -> Result<$type, M::Error> {
                        $type::deserialize(serde::de::value::MapAccessDeserializer::new(map))
                    }
                }

                if deserializer.is_human_readable() {
                    deserializer.deserialize_any(TextOrFields)
                } else {
                    $type::deserialize(deserializer)
                }
            }
        }
    };
}

pub(super) use text_or_fields;
