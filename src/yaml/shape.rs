//! Reads a tree into a type to find every mistake in it.
//!
//! A type's own code stops at its first mistake. That node is noted and left out, and the document is read again, until
//! nothing is wrong any more. What is then missing or too short only because of what was left out is not reported.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::fmt::{self, Display};

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Error, Expected, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

use super::tree::{Id, NodeKind, Tree};
use crate::text::nearest;

/// Mistakes of one file that are worth telling at a time.
const MAX_MISTAKES: usize = 100;

/// A mistake and the node it is of.
#[derive(Debug)]
pub(super) struct Misfit {
    pub node: Id,
    pub what: What,
}

/// The mistake of a node.
#[derive(Debug)]
pub(super) enum What {
    /// A key that the type does not have.
    UnknownKey(&'static [&'static str]),
    /// A key that may not be left out.
    MissingKey(&'static str),
    /// A key that the mapping has already, at another node.
    RepeatedKey(Id),
    /// Not what is expected.
    Type(String),
    /// Not one of the words.
    Word(&'static [&'static str]),
    /// Not so many.
    Length { found: usize, expected: String },
    /// In the words of the type.
    Custom(String),
}

/// Every mistake of a document that is read into a type; none when the reading succeeds.
pub(super) fn mistakes<T: DeserializeOwned>(tree: &Tree) -> Vec<Misfit> {
    let reader = Reader { tree, left_out: RefCell::default(), resume: RefCell::default() };
    let mut findings = Vec::new();
    for &(node, first) in tree.repeated.iter().take(MAX_MISTAKES) {
        findings.push(Misfit { node, what: What::RepeatedKey(first) });
        reader.left_out.borrow_mut().insert(node);
    }
    while findings.len() < MAX_MISTAKES {
        let Err(fault) = T::deserialize(Value { reader: &reader, node: Tree::ROOT }) else { break };
        let node = fault.node.unwrap_or(Tree::ROOT);
        if findings.is_empty() || !reader.follows(node, &fault.what) {
            findings.push(Misfit { node, what: fault.what });
        }
        if !reader.left_out.borrow_mut().insert(node) || node == Tree::ROOT {
            break;
        }
    }
    findings
}

struct Reader<'t, 'de> {
    tree: &'t Tree<'de>,
    /// Nodes with a mistake; in a mapping both key and value are skipped.
    left_out: RefCell<HashSet<Id>>,
    /// The number of leading items of a list without a mistake.
    resume: RefCell<HashMap<Id, usize>>,
}

impl Reader<'_, '_> {
    fn is_left_out(&self, node: Id) -> bool {
        self.left_out.borrow().contains(&node)
    }

    /// Whether a mistake may only follow from what was left out.
    fn follows(&self, node: Id, what: &What) -> bool {
        match what {
            What::MissingKey(name) => self.tree.entries(node).any(|(key, value)| {
                let text = self.tree.text(key);
                (self.is_left_out(value) && text == *name) || (self.is_left_out(key) && meant(text, &[name]) == [*name])
            }),
            What::Length { .. } | What::Custom(_) => {
                self.resume.borrow().contains_key(&node) || self.tree.children(node).iter().any(|&child| self.is_left_out(child))
            }
            _ => false,
        }
    }
}

/// Why a reading stopped.
#[derive(Debug)]
struct Fault {
    what: What,
    node: Option<Id>,
}

impl From<What> for Fault {
    fn from(what: What) -> Self {
        Self { what, node: None }
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.what)
    }
}

impl std::error::Error for Fault {}

impl Error for Fault {
    fn custom<M: Display>(message: M) -> Self {
        What::Custom(message.to_string()).into()
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        What::Type(expected.to_string()).into()
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        What::Type(expected.to_string()).into()
    }

    fn invalid_length(found: usize, expected: &dyn Expected) -> Self {
        What::Length { found, expected: expected.to_string() }.into()
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        What::Word(expected).into()
    }

    fn unknown_field(_: &str, expected: &'static [&'static str]) -> Self {
        What::UnknownKey(expected).into()
    }

    fn missing_field(field: &'static str) -> Self {
        What::MissingKey(field).into()
    }
}

/// A node that is read.
#[derive(Clone, Copy)]
struct Value<'r, 't, 'de> {
    reader: &'r Reader<'t, 'de>,
    node: Id,
}

impl<'r, 't, 'de> Value<'r, 't, 'de> {
    /// Says where a mistake is.
    fn located<V>(self, result: Result<V, Fault>) -> Result<V, Fault> {
        result.map_err(|fault| Fault { node: fault.node.or(Some(self.node)), ..fault })
    }

    fn mistyped<V: Visitor<'de>>(self, visitor: &V) -> Result<V::Value, Fault> {
        self.located(Err(Fault::invalid_type(Unexpected::Unit, visitor)))
    }

    fn text<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.reader.tree.kind(self.node) {
            NodeKind::Scalar { text, .. } => self.located(visitor.visit_str(text)),
            NodeKind::Empty | NodeKind::List { .. } | NodeKind::Map { .. } => self.mistyped(&visitor),
        }
    }

    fn at(self, node: Id) -> Self {
        Self { node, ..self }
    }

    fn children(self) -> Children<'r, 't, 'de> {
        Children { at: self, next: 0 }
    }
}

macro_rules! as_text {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
            self.text(visitor)
        })*
    };
}

impl<'de> Deserializer<'de> for Value<'_, '_, 'de> {
    type Error = Fault;

    as_text! { deserialize_str deserialize_string deserialize_char deserialize_bytes deserialize_byte_buf deserialize_identifier }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 unit unit_struct tuple_struct
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let tree = self.reader.tree;
        self.located(match tree.kind(self.node) {
            NodeKind::List { .. } => visitor.visit_seq(self.children()),
            NodeKind::Map { .. } => visitor.visit_map(self.children()),
            _ if tree.is_null(self.node) => visitor.visit_unit(),
            NodeKind::Scalar { text, plain: true } => match &**text {
                "true" | "True" | "TRUE" => visitor.visit_bool(true),
                "false" | "False" | "FALSE" => visitor.visit_bool(false),
                // A number does not begin with a zero.
                digits if digits.len() > 1 && digits.starts_with('0') => self.text(visitor),
                text => match (text.parse(), text.parse(), text.parse::<f64>()) {
                    (Ok(number), _, _) => visitor.visit_u64(number),
                    (_, Ok(number), _) => visitor.visit_i64(number),
                    (_, _, Ok(number)) if number.is_finite() => visitor.visit_f64(number),
                    _ => self.text(visitor),
                },
            },
            _ => self.text(visitor),
        })
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.reader.tree.is_null(self.node) { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.reader.tree.kind(self.node) {
            NodeKind::List { .. } | NodeKind::Empty => self.located(visitor.visit_seq(self.children())),
            NodeKind::Map { .. } | NodeKind::Scalar { .. } => self.mistyped(&visitor),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Fault> {
        let found = self.reader.tree.children(self.node).len();
        match self.reader.tree.kind(self.node) {
            NodeKind::List { .. } if found != length => {
                self.located(Err(What::Length { found, expected: format!("a list of {length}") }.into()))
            }
            _ => self.deserialize_seq(visitor),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.reader.tree.kind(self.node) {
            NodeKind::Map { .. } | NodeKind::Empty => self.located(visitor.visit_map(self.children())),
            NodeKind::List { .. } | NodeKind::Scalar { .. } => self.mistyped(&visitor),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.located(match self.reader.tree.kind(self.node) {
            NodeKind::Scalar { text, .. } => visitor.visit_enum(StrDeserializer::new(text)),
            _ => Err(What::Word(words).into()),
        })
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_unit()
    }
}

/// The items of a list, or the keys and values of a mapping, that are still to be read.
struct Children<'r, 't, 'de> {
    at: Value<'r, 't, 'de>,
    next: usize,
}

impl<'de> SeqAccess<'de> for Children<'_, '_, 'de> {
    type Error = Fault;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Fault> {
        let (reader, list) = (self.at.reader, self.at.node);
        if self.next == 0 {
            self.next = reader.resume.borrow().get(&list).copied().unwrap_or(0);
        }
        while let Some(&item) = reader.tree.children(list).get(self.next) {
            self.next += 1;
            if !reader.is_left_out(item) {
                let value = seed.deserialize(self.at.at(item));
                if value.is_err() {
                    reader.resume.borrow_mut().insert(list, self.next - 1);
                }
                return value.map(Some);
            }
        }
        Ok(None)
    }
}

impl<'de> MapAccess<'de> for Children<'_, '_, 'de> {
    type Error = Fault;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Fault> {
        let reader = self.at.reader;
        while let Some(&[key, value]) = reader.tree.children(self.at.node).get(self.next..self.next + 2) {
            self.next += 2;
            if !reader.is_left_out(key) && !reader.is_left_out(value) {
                return seed.deserialize(self.at.at(key)).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Fault> {
        seed.deserialize(self.at.at(self.at.reader.tree.children(self.at.node)[self.next - 1]))
    }
}

/// Near misses among known keys or words.
pub(super) fn meant(word: &str, known: &[&'static str]) -> Vec<&'static str> {
    nearest(word, known.iter().map(|&known| (known, known)))
}
