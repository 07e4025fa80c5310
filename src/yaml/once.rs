//! Refuses a key that comes twice in a mapping, of which the reader would silently keep the last.
//!
//! Types with fields refuse it themselves; this is for lists keyed by name, however deep they are. It stands between the type
//! and the reader, passes everything on as it is, and looks at the keys only where any key may stand.

use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor};

/// A deserializer whose mappings have each key once.
pub(super) struct Once<'n, D> {
    inner: D,
    /// Where to note what is read, if it is a key.
    key: Option<&'n mut Option<String>>,
}

impl<D> Once<'_, D> {
    pub fn new(inner: D) -> Self {
        Self { inner, key: None }
    }
}

macro_rules! pass_on {
    ($($method:ident ( $($name:ident : $kind:ty),* ) keyed: $keyed:literal;)*) => {
        $(fn $method<V: Visitor<'de>>(self, $($name: $kind,)* visitor: V) -> Result<V::Value, D::Error> {
            self.inner.$method($($name,)* Passing { visitor, key: self.key, keyed: $keyed })
        })*
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Once<'_, D> {
    type Error = D::Error;

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }

    pass_on! {
        deserialize_any() keyed: true;
        deserialize_bool() keyed: false;
        deserialize_i8() keyed: false;
        deserialize_i16() keyed: false;
        deserialize_i32() keyed: false;
        deserialize_i64() keyed: false;
        deserialize_i128() keyed: false;
        deserialize_u8() keyed: false;
        deserialize_u16() keyed: false;
        deserialize_u32() keyed: false;
        deserialize_u64() keyed: false;
        deserialize_u128() keyed: false;
        deserialize_f32() keyed: false;
        deserialize_f64() keyed: false;
        deserialize_char() keyed: false;
        deserialize_str() keyed: false;
        deserialize_string() keyed: false;
        deserialize_bytes() keyed: false;
        deserialize_byte_buf() keyed: false;
        deserialize_option() keyed: false;
        deserialize_unit() keyed: false;
        deserialize_unit_struct(name: &'static str) keyed: false;
        deserialize_newtype_struct(name: &'static str) keyed: false;
        deserialize_seq() keyed: false;
        deserialize_tuple(length: usize) keyed: false;
        deserialize_tuple_struct(name: &'static str, length: usize) keyed: false;
        deserialize_map() keyed: true;
        deserialize_struct(name: &'static str, fields: &'static [&'static str]) keyed: false;
        deserialize_enum(name: &'static str, variants: &'static [&'static str]) keyed: false;
        deserialize_identifier() keyed: false;
        deserialize_ignored_any() keyed: false;
    }
}

struct Passing<'n, V> {
    visitor: V,
    key: Option<&'n mut Option<String>>,
    keyed: bool,
}

macro_rules! visit {
    ($($method:ident($kind:ty);)*) => {
        $(fn $method<E: Error>(self, value: $kind) -> Result<V::Value, E> {
            if let Some(key) = self.key {
                *key = Some(value.to_string());
            }
            self.visitor.$method(value)
        })*
    };
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Passing<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    visit! {
        visit_bool(bool);
        visit_i8(i8);
        visit_i16(i16);
        visit_i32(i32);
        visit_i64(i64);
        visit_i128(i128);
        visit_u8(u8);
        visit_u16(u16);
        visit_u32(u32);
        visit_u64(u64);
        visit_u128(u128);
        visit_f32(f32);
        visit_f64(f64);
        visit_char(char);
        visit_str(&str);
        visit_borrowed_str(&'de str);
        visit_string(String);
    }

    fn visit_bytes<E: Error>(self, value: &[u8]) -> Result<V::Value, E> {
        self.visitor.visit_bytes(value)
    }

    fn visit_borrowed_bytes<E: Error>(self, value: &'de [u8]) -> Result<V::Value, E> {
        self.visitor.visit_borrowed_bytes(value)
    }

    fn visit_byte_buf<E: Error>(self, value: Vec<u8>) -> Result<V::Value, E> {
        self.visitor.visit_byte_buf(value)
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.visitor.visit_none()
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.visitor.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.visitor.visit_some(Once { inner, key: self.key })
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.visitor.visit_newtype_struct(Once { inner, key: self.key })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_seq(Items(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_map(Entries { entries, seen: self.keyed.then(HashSet::new) })
    }

    fn visit_enum<A: EnumAccess<'de>>(self, variant: A) -> Result<V::Value, A::Error> {
        // Variants with values of their own need tags, which are refused.
        self.visitor.visit_enum(variant)
    }
}

struct Items<A>(A);

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Items<A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.0.next_element_seed(Seed { seed, key: None })
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

struct Entries<A> {
    entries: A,
    /// The keys so far, where any may stand.
    seen: Option<HashSet<String>>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Entries<A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        let Some(known) = &mut self.seen else { return self.entries.next_key_seed(Seed { seed, key: None }) };
        let mut key = None;
        let value = self.entries.next_key_seed(Seed { seed, key: Some(&mut key) })?;
        match key {
            Some(key) if known.contains(&key) => Err(A::Error::custom(format_args!("duplicate key '{key}'"))),
            Some(key) => {
                known.insert(key);
                Ok(value)
            }
            None => Ok(value),
        }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.entries.next_value_seed(Seed { seed, key: None })
    }

    fn size_hint(&self) -> Option<usize> {
        self.entries.size_hint()
    }
}

struct Seed<'n, S> {
    seed: S,
    key: Option<&'n mut Option<String>>,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Seed<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, inner: D) -> Result<S::Value, D::Error> {
        self.seed.deserialize(Once { inner, key: self.key })
    }
}
