//! A role as it was written: which of its fields are given, and what it takes over from the role it extends.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, forward_to_deserialize_any};

use super::HasId;
use crate::model::{Id, Role};

/// A role and which of its fields its file gives.
#[derive(Debug, Clone)]
pub(super) struct Written {
    pub role: Role,
    pub given: Given,
}

impl HasId for Written {
    fn id(&self) -> &Id {
        &self.role.id
    }
}

/// Declares the fields that one role can take over from another.
macro_rules! fields {
    ($($field:ident),+ $(,)?) => {
        /// The fields that can be taken over.
        const FIELDS: &[&str] = &[$(stringify!($field)),+];

        impl Written {
            /// Takes over every field that is not given.
            ///
            /// Of requirements, reporting and career it is their lists that are fields: giving one of them leaves the others.
            pub fn take_over(&mut self, base: &Role) {
                $(
                    if !self.given.has(stringify!($field)) {
                        self.role.$field.clone_from(&base.$field);
                    }
                )+
                let role = &mut self.role;
                take_over_lists(&mut role.requirements.education, &base.requirements.education);
                take_over_lists(&mut role.requirements.experience, &base.requirements.experience);
                take_over_lists(&mut role.requirements.backgrounds, &base.requirements.backgrounds);
                take_over_lists(&mut role.requirements.certifications, &base.requirements.certifications);
                take_over_lists(&mut role.reporting.reports_to, &base.reporting.reports_to);
                take_over_lists(&mut role.reporting.direct_reports, &base.reporting.direct_reports);
                take_over_lists(&mut role.reporting.oversees, &base.reporting.oversees);
                take_over_lists(&mut role.career.from, &base.career.from);
                take_over_lists(&mut role.career.to, &base.career.to);
            }
        }
    };
}

fields! {
    title, acronym, alternate_titles, acronym_also_means, level, function, summary, glance, duties, skills, salary, compensation, metrics,
    impact, challenges, work_environment, standing, variations, archetypes, hire_when, disagreements,
}

fn take_over_lists<T: Clone>(own: &mut Vec<T>, base: &[T]) {
    if own.is_empty() {
        own.extend_from_slice(base);
    }
}

/// A set of fields.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Given(u32);

impl Given {
    fn add(&mut self, field: &str) {
        self.0 |= Self::bit(field);
    }

    fn has(self, field: &str) -> bool {
        self.0 & Self::bit(field) != 0
    }

    fn bit(field: &str) -> u32 {
        FIELDS.iter().position(|known| *known == field).map_or(0, |place| 1 << place)
    }
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reading;

        impl<'de> Visitor<'de> for Reading {
            type Value = Written;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a role: a mapping with the keys `id` and `title`")
            }

            fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<Written, M::Error> {
                let mut given = Given::default();
                let role = Role::deserialize(MapAccessDeserializer::new(Noting { map, given: &mut given }))?;
                Ok(Written { role, given })
            }
        }

        deserializer.deserialize_map(Reading)
    }
}

/// Notes the keys of a mapping while they are read.
struct Noting<'g, M> {
    map: M,
    given: &'g mut Given,
}

impl<'de, M: MapAccess<'de>> MapAccess<'de> for Noting<'_, M> {
    type Error = M::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, M::Error> {
        self.map.next_key_seed(Key { inner: seed, given: self.given })
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, M::Error> {
        self.map.next_value_seed(seed)
    }
}

/// A key on its way from the reader to the role. The reader itself hands it on, so that it can say where a wrong one stands.
struct Key<'g, T> {
    inner: T,
    given: &'g mut Given,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Key<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<S::Value, D::Error> {
        self.inner.deserialize(Key { inner: reader, given: self.given })
    }
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Key<'_, D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, role: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_identifier(Key { inner: role, given: self.given })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Key<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<V::Value, E> {
        self.given.add(key);
        self.inner.visit_str(key)
    }
}
