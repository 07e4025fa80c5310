//! Finds every mistake of a document that does not have the shape of a type.
//!
//! A type's own code stops at its first mistake. So the document is read again and again: what was wrong is noted and then
//! stands for whatever is wanted there (a hole), until nothing is wrong any more. Nothing is reported that may only follow
//! from a hole. Lists begin where they were left, so that a long one is gone through once however much is wrong with it.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::collections::hash_map::{Entry, HashMap};
use std::fmt::{self, Display};

use serde::de::value::{BorrowedStrDeserializer, StrDeserializer};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, Expected, MapAccess, SeqAccess, Unexpected, VariantAccess,
    Visitor,
};

use super::tree::{Id, Kind, Tree};

/// Mistakes of one file that are worth telling at a time.
pub(super) const MOST_MISTAKES: usize = 100;

/// How often a document is read: every mistake takes a few attempts, whatever would fill its place.
const MOST_READINGS: usize = MOST_MISTAKES * 20;

/// Nodes that are read in all, which bounds the time where lists cannot begin where they were left.
const MOST_STEPS: usize = 50_000_000;

/// Deeper than any text that is read.
const DEEPEST: usize = 100;

/// A mistake and the node it is of.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Finding {
    pub node: Id,
    pub what: What,
}

/// What is wrong with a node.
#[derive(Debug, Clone, PartialEq)]
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
    Said(String),
}

/// Every mistake, in the order in which they were found; none when the document has the shape of `T`.
pub(super) fn mistakes<'de, T: Deserialize<'de>>(tree: &Tree<'de>) -> Vec<Finding> {
    let Some(root) = tree.root else { return Vec::new() };
    let reading = Reading::new(tree);
    let mut findings = reading.repeated_keys(root);
    for _ in 0..MOST_READINGS {
        if findings.len() >= MOST_MISTAKES {
            break;
        }
        let Err(fault) = reading.read::<T>(root) else { break };
        if !reading.learn(fault, &mut findings) {
            break;
        }
    }
    findings
}

/// A document that is being read, with what is known of it from the readings before.
struct Reading<'t, 'de> {
    tree: &'t Tree<'de>,
    /// What stands for whatever is wanted, and how often it was not what was wanted.
    holes: RefCell<HashMap<Hole, usize>>,
    /// Keys that are skipped with their values, and items of lists that no hole fits.
    left_out: RefCell<HashSet<Id>>,
    /// The keys that mappings lack.
    missing: RefCell<HashMap<Id, Vec<&'static str>>>,
    /// How many children of a list, or of a mapping of any keys, need not be read again.
    done: RefCell<HashMap<Id, usize>>,
    /// Lists and mappings that must be read as a whole.
    whole: RefCell<HashSet<Id>>,
    /// Numbers and the like that were not wanted and are tried as texts, with the finding that says so.
    as_text: RefCell<HashMap<Id, usize>>,
    steps: Cell<usize>,
}

/// What is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Hole {
    Node(Id),
    Field(Id, &'static str),
}

/// The first reading of a document alone.
#[cfg(test)]
pub(super) fn read<'de, T: Deserialize<'de>>(tree: &Tree<'de>) -> Option<T> {
    Reading::new(tree).read(tree.root?).ok()
}

impl<'t, 'de> Reading<'t, 'de> {
    fn new(tree: &'t Tree<'de>) -> Self {
        Self {
            tree,
            holes: RefCell::default(),
            left_out: RefCell::default(),
            missing: RefCell::default(),
            done: RefCell::default(),
            whole: RefCell::default(),
            as_text: RefCell::default(),
            steps: Cell::new(0),
        }
    }

    fn read<T: Deserialize<'de>>(&self, root: Id) -> Result<T, Fault> {
        T::deserialize(Place { reading: self, what: Filled::Node(root), depth: 0 })
    }

    /// Keys that come twice in any mapping, which are left out from then on.
    fn repeated_keys(&self, root: Id) -> Vec<Finding> {
        let (mut findings, mut open) = (Vec::new(), vec![root]);
        while let Some(id) = open.pop() {
            open.extend(self.tree.children(id).iter().rev());
            if self.tree.entries(id).nth(1).is_none() {
                continue;
            }
            let mut seen = HashMap::new();
            let keys = self.tree.entries(id).map(|(key, _)| key);
            for key in keys.filter(|&key| matches!(self.tree.kind(key), Kind::Scalar(_))) {
                match seen.entry(self.tree.text(key)) {
                    Entry::Vacant(free) => {
                        free.insert(key);
                    }
                    Entry::Occupied(first) => {
                        findings.push(Finding { node: key, what: What::RepeatedKey(*first.get()) });
                        self.left_out.borrow_mut().insert(key);
                    }
                }
                if findings.len() >= MOST_MISTAKES {
                    return findings;
                }
            }
        }
        findings
    }

    /// Notes what a reading failed at, so that the next gets further; false when there is no more to be learned.
    fn learn(&self, fault: Fault, findings: &mut Vec<Finding>) -> bool {
        if let Some(hole) = fault.hole {
            return self.refill(hole);
        }
        let (Some(node), Some(what)) = (fault.node, fault.what) else { return false };
        let is_of_the_whole = !matches!(what, What::UnknownKey(_));
        if is_of_the_whole && self.done.borrow_mut().remove(&node).is_some() && self.whole.borrow_mut().insert(node) {
            // What it lacks may be what was not read again.
            return true;
        }
        match &what {
            What::MissingKey(_) if self.tree.kind(node) == Kind::Empty => {
                self.holes.borrow_mut().entry(Hole::Node(node)).or_default();
                findings.push(Finding { node, what: What::Type("a map".into()) });
                return true;
            }
            _ if self.tree.is_key(node) => {
                self.left_out.borrow_mut().insert(node);
            }
            What::MissingKey(name) => {
                self.missing.borrow_mut().entry(node).or_default().push(name);
                if self.was_misspelt(node, name, findings) {
                    return true;
                }
            }
            What::Length { .. } | What::Said(_) if self.is_filled_in(node) => return self.refill(Hole::Node(node)),
            What::Type(expected) if self.may_be_text(node, expected) => {
                self.as_text.borrow_mut().insert(node, findings.len());
            }
            _ => {
                self.holes.borrow_mut().entry(Hole::Node(node)).or_default();
                if let Some(&earlier) = self.as_text.borrow().get(&node) {
                    if matches!(what, What::Said(_)) {
                        findings[earlier].what = what;
                    }
                    return true;
                }
            }
        }
        findings.push(Finding { node, what });
        true
    }

    /// Fills a hole with something else; when nothing fits, what is around it becomes one.
    fn refill(&self, hole: Hole) -> bool {
        let mut holes = self.holes.borrow_mut();
        let tries = holes.entry(hole).and_modify(|tries| *tries += 1).or_default();
        if *tries < FILLINGS {
            return true;
        }
        let around = match hole {
            Hole::Field(map, _) => map,
            Hole::Node(node) if self.tree.parent(node) == node => return false,
            Hole::Node(node) => {
                let parent = self.tree.parent(node);
                if matches!(self.tree.kind(parent), Kind::List(_)) && self.left_out.borrow_mut().insert(node) {
                    return true;
                }
                parent
            }
        };
        holes.entry(Hole::Node(around)).or_default();
        true
    }

    /// Whether a key is missing because it is there under a name much like it, which is reported.
    fn was_misspelt(&self, map: Id, name: &str, findings: &[Finding]) -> bool {
        findings.iter().any(|finding| match finding.what {
            What::UnknownKey(keys) => {
                self.tree.parent(finding.node) == map && super::wording::meant(&self.tree.text(finding.node), keys) == [name]
            }
            _ => false,
        })
    }

    /// Whether something in a list or mapping is not what is written there.
    fn is_filled_in(&self, node: Id) -> bool {
        let (holes, left_out) = (self.holes.borrow(), self.left_out.borrow());
        let changed = |child: &Id| holes.contains_key(&Hole::Node(*child)) || left_out.contains(child);
        self.missing.borrow().contains_key(&node) || self.tree.children(node).iter().any(changed)
    }

    /// Whether a number, true, false or null stands where a text is expected, whose own words may say more.
    fn may_be_text(&self, node: Id, expected: &str) -> bool {
        expected == "a text" && matches!(self.tree.kind(node), Kind::Scalar(_)) && !self.as_text.borrow().contains_key(&node)
    }

    fn step(&self) -> Result<(), Fault> {
        self.steps.set(self.steps.get() + 1);
        if self.steps.get() > MOST_STEPS { Err(Fault { what: None, node: None, hole: None }) } else { Ok(()) }
    }
}

/// Why a reading failed.
#[derive(Debug)]
struct Fault {
    what: Option<What>,
    node: Option<Id>,
    /// The mistake is not the document's: a hole was not filled with what was wanted.
    hole: Option<Hole>,
}

impl From<What> for Fault {
    fn from(what: What) -> Self {
        Self { what: Some(what), node: None, hole: None }
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
        What::Said(message.to_string()).into()
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

    fn duplicate_field(field: &'static str) -> Self {
        What::Said(format!("duplicate key '{field}'")).into()
    }
}

/// What a value is read from.
#[derive(Clone, Copy)]
enum Filled {
    Node(Id),
    /// Whatever is wanted, at the given attempt.
    Hole(Hole, usize),
}

/// Where a value is read.
#[derive(Clone, Copy)]
struct Place<'r, 't, 'de> {
    reading: &'r Reading<'t, 'de>,
    what: Filled,
    depth: usize,
}

/// What a hole is tried to be filled with where anything may stand.
const FILLINGS: usize = 6;

/// What a plain scalar is.
pub(super) enum Plain {
    Null,
    Bool(bool),
    Unsigned(u64),
    Signed(i64),
    Float(f64),
    Text,
}

impl Plain {
    /// By the reader's own rules.
    pub fn of(text: &str) -> Self {
        match text {
            "" | "~" | "null" | "Null" | "NULL" => return Self::Null,
            "true" | "True" | "TRUE" => return Self::Bool(true),
            "false" | "False" | "FALSE" => return Self::Bool(false),
            ".inf" | ".Inf" | ".INF" | "+.inf" | "+.Inf" | "+.INF" => return Self::Float(f64::INFINITY),
            "-.inf" | "-.Inf" | "-.INF" => return Self::Float(f64::NEG_INFINITY),
            ".nan" | ".NaN" | ".NAN" => return Self::Float(f64::NAN),
            _ => {}
        }
        let (negative, digits) = match text.as_bytes()[0] {
            b'-' => (true, &text[1..]),
            b'+' => (false, &text[1..]),
            _ => (false, text),
        };
        if digits.starts_with(['-', '+']) {
            return Self::Text;
        }
        let (radix, digits) = match digits.get(..2) {
            Some("0x") => (16, &digits[2..]),
            Some("0o") => (8, &digits[2..]),
            Some("0b") => (2, &digits[2..]),
            _ => (10, digits),
        };
        // A number does not begin with a zero.
        if radix == 10 && digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Self::Text;
        }
        if !digits.starts_with(['-', '+']) {
            if negative && let Ok(number) = i64::from_str_radix(&format!("-{digits}"), radix) {
                return Self::Signed(number);
            }
            if !negative && let Ok(number) = u64::from_str_radix(digits, radix) {
                return Self::Unsigned(number);
            }
        }
        match text.parse() {
            Ok(number) if f64::is_finite(number) => Self::Float(number),
            _ => Self::Text,
        }
    }
}

impl<'de> Place<'_, '_, 'de> {
    /// Reads a value, and says where it was if it could not be.
    fn read<V>(self, value: impl FnOnce(Self) -> Result<V, Fault>) -> Result<V, Fault> {
        let place = match self.what {
            Filled::Node(node) => match self.reading.holes.borrow().get(&Hole::Node(node)) {
                Some(&tries) => Self { what: Filled::Hole(Hole::Node(node), tries), ..self },
                None => self,
            },
            Filled::Hole(..) => self,
        };
        self.reading.step()?;
        let result = if self.depth > DEEPEST { Err(What::Said("nested too deeply".into()).into()) } else { value(place) };
        result.map_err(|fault| match place.what {
            _ if fault.what.is_none() && fault.hole.is_none() => fault,
            Filled::Node(node) => Fault { node: fault.node.or(Some(node)), ..fault },
            Filled::Hole(hole, _) => Fault { hole: fault.hole.or(Some(hole)), ..fault },
        })
    }

    fn at(self, node: Id) -> Self {
        Self { what: Filled::Node(node), depth: self.depth + 1, ..self }
    }

    fn in_hole(self) -> Self {
        Self { depth: self.depth + 1, ..self }
    }

    fn text<V: Visitor<'de>>(text: Cow<'de, str>, visitor: V) -> Result<V::Value, Fault> {
        match text {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn plain(self, node: Id) -> Plain {
        if self.reading.tree.is_plain(node) { Plain::of(&self.reading.tree.text(node)) } else { Plain::Text }
    }

    fn any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let node = match self.what {
            Filled::Node(node) => node,
            Filled::Hole(_, 0) => return visitor.visit_u64(1),
            Filled::Hole(_, 1) => return visitor.visit_borrowed_str("2000"),
            Filled::Hole(_, 2) => return visitor.visit_borrowed_str("a"),
            Filled::Hole(_, 3) => return visitor.visit_seq(NoMore),
            Filled::Hole(_, 4) => return visitor.visit_map(NoMore),
            Filled::Hole(..) => return visitor.visit_unit(),
        };
        match self.reading.tree.kind(node) {
            Kind::List(_) => visitor.visit_seq(Items::new(self, node, true)),
            Kind::Map(_) => visitor.visit_map(Entries::new(self, node, true)),
            Kind::Empty | Kind::Scalar(_) => {
                let text = self.reading.tree.text(node);
                if self.reading.as_text.borrow().contains_key(&node) {
                    return Self::text(text, visitor);
                }
                match self.plain(node) {
                    Plain::Null => visitor.visit_unit(),
                    Plain::Bool(value) => visitor.visit_bool(value),
                    Plain::Unsigned(number) => visitor.visit_u64(number),
                    Plain::Signed(number) => visitor.visit_i64(number),
                    Plain::Float(number) => visitor.visit_f64(number),
                    Plain::Text => Self::text(text, visitor),
                }
            }
        }
    }

    fn whole_number<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.what {
            Filled::Hole(..) => visitor.visit_u64(1),
            Filled::Node(node) => match self.plain(node) {
                Plain::Unsigned(number) => visitor.visit_u64(number),
                Plain::Signed(number) => visitor.visit_i64(number),
                _ => Err(Fault::invalid_type(Unexpected::Unit, &visitor)),
            },
        }
    }

    fn float<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.what {
            Filled::Hole(..) => visitor.visit_f64(1.0),
            Filled::Node(node) => match self.plain(node) {
                Plain::Float(number) => visitor.visit_f64(number),
                Plain::Unsigned(number) => visitor.visit_u64(number),
                Plain::Signed(number) => visitor.visit_i64(number),
                _ => Err(Fault::invalid_type(Unexpected::Unit, &visitor)),
            },
        }
    }

    fn word<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.what {
            Filled::Hole(_, tries) => visitor.visit_borrowed_str(["a", "1", "2000"][tries % 3]),
            Filled::Node(node) => match self.reading.tree.kind(node) {
                Kind::Scalar(_) | Kind::Empty => Self::text(self.reading.tree.text(node), visitor),
                Kind::List(_) | Kind::Map(_) => Err(Fault::invalid_type(Unexpected::Unit, &visitor)),
            },
        }
    }

    /// A list; one of a certain length cannot begin where it was left.
    fn list<V: Visitor<'de>>(self, length: Option<usize>, visitor: V) -> Result<V::Value, Fault> {
        let node = match self.what {
            Filled::Hole(..) => return visitor.visit_seq(Repeat { place: self.in_hole(), left: length.unwrap_or(0) }),
            Filled::Node(node) => node,
        };
        match self.reading.tree.kind(node) {
            Kind::List(_) => {
                let mut items = Items::new(self, node, length.is_none());
                let value: V::Value = visitor.visit_seq(&mut items)?;
                let all = self.reading.tree.children(node).len();
                match items.rest() {
                    0 => Ok(value),
                    rest => Err(What::Length { found: all, expected: format!("a list of {}", all - rest) }.into()),
                }
            }
            Kind::Empty => visitor.visit_seq(NoMore),
            Kind::Map(_) | Kind::Scalar(_) => Err(Fault::invalid_type(Unexpected::Unit, &visitor)),
        }
    }

    fn mapping<V: Visitor<'de>>(self, fields: Option<&'static [&'static str]>, visitor: V) -> Result<V::Value, Fault> {
        let node = match self.what {
            Filled::Hole(..) => {
                return visitor.visit_map(Fields { place: self.in_hole(), left: fields.unwrap_or_default() });
            }
            Filled::Node(node) => node,
        };
        match self.reading.tree.kind(node) {
            Kind::Map(_) => visitor.visit_map(Entries::new(self, node, fields.is_none())),
            Kind::Empty => visitor.visit_map(NoMore),
            Kind::List(_) | Kind::Scalar(_) => Err(Fault::invalid_type(Unexpected::Unit, &visitor)),
        }
    }
}

macro_rules! read {
    ($($method:ident => $read:ident;)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
            self.read(|place| place.$read(visitor))
        })*
    };
}

impl<'de> Deserializer<'de> for Place<'_, '_, 'de> {
    type Error = Fault;

    read! {
        deserialize_any => any;
        deserialize_i8 => whole_number;
        deserialize_i16 => whole_number;
        deserialize_i32 => whole_number;
        deserialize_i64 => whole_number;
        deserialize_i128 => whole_number;
        deserialize_u8 => whole_number;
        deserialize_u16 => whole_number;
        deserialize_u32 => whole_number;
        deserialize_u64 => whole_number;
        deserialize_u128 => whole_number;
        deserialize_f32 => float;
        deserialize_f64 => float;
        deserialize_char => word;
        deserialize_str => word;
        deserialize_string => word;
        deserialize_bytes => word;
        deserialize_byte_buf => word;
        deserialize_identifier => word;
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.read(|place| match place.what {
            Filled::Hole(..) => visitor.visit_bool(false),
            Filled::Node(node) => match place.plain(node) {
                Plain::Bool(value) => visitor.visit_bool(value),
                _ => Err(Fault::invalid_type(Unexpected::Unit, &visitor)),
            },
        })
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.read(|place| match place.what {
            Filled::Hole(..) => visitor.visit_none(),
            Filled::Node(node) => match place.reading.tree.kind(node) {
                Kind::Scalar(_) | Kind::Empty if matches!(place.plain(node), Plain::Null) => visitor.visit_none(),
                _ => visitor.visit_some(place),
            },
        })
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.read(|place| match place.what {
            Filled::Node(node) if !matches!(place.plain(node), Plain::Null) => {
                Err(Fault::invalid_type(Unexpected::Unit, &visitor))
            }
            _ => visitor.visit_unit(),
        })
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Fault> {
        self.read(|place| visitor.visit_newtype_struct(place.in_hole()))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.read(|place| place.list(None, visitor))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Fault> {
        self.read(|place| place.list(Some(length), visitor))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(self, _: &'static str, length: usize, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.read(|place| place.mapping(None, visitor))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.read(|place| place.mapping(Some(fields), visitor))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.read(|place| match place.what {
            Filled::Hole(_, tries) => {
                let word = variants.get(tries % variants.len().max(1)).copied().unwrap_or_default();
                visitor.visit_enum(Word(BorrowedStrDeserializer::new(word)))
            }
            Filled::Node(node) => match place.reading.tree.kind(node) {
                Kind::Scalar(_) | Kind::Empty => visitor.visit_enum(Word(place)),
                Kind::List(_) | Kind::Map(_) => Err(What::Word(variants).into()),
            },
        })
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_unit()
    }
}

/// A word that names a variant.
struct Word<D>(D);

impl<'de, D: Deserializer<'de, Error = Fault>> EnumAccess<'de> for Word<D> {
    type Error = Fault;
    type Variant = NoValue;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, NoValue), Fault> {
        Ok((seed.deserialize(self.0)?, NoValue))
    }
}

/// The value of a variant, which none has.
struct NoValue;

impl<'de> VariantAccess<'de> for NoValue {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, _: S) -> Result<S::Value, Fault> {
        Err(Fault::custom("this word needs a value"))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Fault> {
        Err(Fault::custom("this word needs a value"))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Fault> {
        Err(Fault::custom("this word needs a value"))
    }
}

/// The items of a list that are still to be read.
struct Items<'r, 't, 'de> {
    place: Place<'r, 't, 'de>,
    node: Id,
    next: usize,
    /// Whether the next reading may begin where this one is left.
    resumes: bool,
}

impl<'r, 't, 'de> Items<'r, 't, 'de> {
    fn new(place: Place<'r, 't, 'de>, node: Id, resumes: bool) -> Self {
        let resumes = resumes && !place.reading.whole.borrow().contains(&node);
        let next = if resumes { place.reading.done.borrow().get(&node).copied().unwrap_or(0) } else { 0 };
        Self { place, node, next, resumes }
    }

    fn next(&mut self) -> Option<Id> {
        let left_out = self.place.reading.left_out.borrow();
        let items = &self.place.reading.tree.children(self.node)[self.next..];
        let at = items.iter().position(|item| !left_out.contains(item))?;
        self.next += at + 1;
        Some(items[at])
    }

    fn rest(&mut self) -> usize {
        let before = self.next;
        let rest = std::iter::from_fn(|| self.next()).count();
        self.next = before;
        rest
    }
}

impl<'de> SeqAccess<'de> for Items<'_, '_, 'de> {
    type Error = Fault;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Fault> {
        let Some(item) = self.next() else { return Ok(None) };
        let value = seed.deserialize(self.place.at(item))?;
        if self.resumes {
            self.place.reading.done.borrow_mut().insert(self.node, self.next);
        }
        Ok(Some(value))
    }
}

/// The entries of a mapping that are still to be read.
struct Entries<'r, 't, 'de> {
    items: Items<'r, 't, 'de>,
    value: Option<Filled>,
    /// How many of the keys that the mapping lacks were filled in.
    filled: usize,
}

impl<'r, 't, 'de> Entries<'r, 't, 'de> {
    fn new(place: Place<'r, 't, 'de>, node: Id, resumes: bool) -> Self {
        Self { items: Items::new(place, node, resumes), value: None, filled: 0 }
    }
}

impl<'de> MapAccess<'de> for Entries<'_, '_, 'de> {
    type Error = Fault;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Fault> {
        let (place, node) = (self.items.place, self.items.node);
        let children = place.reading.tree.children(node);
        while let Some(&[key, value]) = children.get(self.items.next..self.items.next + 2) {
            self.items.next += 2;
            if !place.reading.left_out.borrow().contains(&key) {
                self.value = Some(Filled::Node(value));
                return seed.deserialize(place.at(key)).map(Some);
            }
        }
        let missing = place.reading.missing.borrow().get(&node).and_then(|keys| keys.get(self.filled).copied());
        let Some(name) = missing else { return Ok(None) };
        let hole = Hole::Field(node, name);
        let tries = place.reading.holes.borrow().get(&hole).copied().unwrap_or(0);
        (self.value, self.filled) = (Some(Filled::Hole(hole, tries)), self.filled + 1);
        seed.deserialize(StrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Fault> {
        let place = self.items.place;
        let what = self.value.take().ok_or_else(|| Fault::custom("a value without a key"))?;
        let value = seed.deserialize(Place { what, depth: place.depth + 1, ..place })?;
        if self.items.resumes {
            place.reading.done.borrow_mut().insert(self.items.node, self.items.next);
        }
        Ok(value)
    }
}

/// A list or mapping with nothing in it.
struct NoMore;

impl<'de> SeqAccess<'de> for NoMore {
    type Error = Fault;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, _: S) -> Result<Option<S::Value>, Fault> {
        Ok(None)
    }
}

impl<'de> MapAccess<'de> for NoMore {
    type Error = Fault;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, _: S) -> Result<Option<S::Value>, Fault> {
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, _: S) -> Result<S::Value, Fault> {
        Err(Fault::custom("a value without a key"))
    }
}

/// Some holes, for a list of a certain length.
struct Repeat<'r, 't, 'de> {
    place: Place<'r, 't, 'de>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Repeat<'_, '_, 'de> {
    type Error = Fault;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Fault> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        seed.deserialize(self.place).map(Some)
    }
}

/// A hole for each field of a type.
struct Fields<'r, 't, 'de> {
    place: Place<'r, 't, 'de>,
    left: &'static [&'static str],
}

impl<'de> MapAccess<'de> for Fields<'_, '_, 'de> {
    type Error = Fault;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Fault> {
        let Some((field, left)) = self.left.split_first() else { return Ok(None) };
        self.left = left;
        seed.deserialize(StrDeserializer::new(field)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Fault> {
        seed.deserialize(self.place)
    }
}
