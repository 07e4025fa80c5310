//! Holds a document against a JSON Schema, and finds every mistake in one go.
//!
//! It knows the keywords that `data/schema.json` uses for types, allowed words, keys and the length and repetition of lists.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::messages::{problem, quoted};
use super::tree::{NodeId, NodeKind, Tree};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::{is_unsafe, nearest, sentence_list};

/// The most mistakes told of one file at a time.
const MAX_MISTAKES: usize = 100;

/// Refuses a text that is not in its form, like that of a date, in words.
pub type Form = fn(&str) -> Result<(), (Code, String)>;

/// A JSON Schema of a document.
pub struct Schema {
    pub root: Value,
    /// What `$ref` refers to.
    pub definitions: &'static Value,
    /// The definitions of texts in a form of their own: each is read as the model reads it.
    pub forms: &'static [(&'static str, Form)],
}

impl Schema {
    /// Every mistake of a document, from the first line on (at most a hundred).
    pub fn mistakes(&self, tree: &Tree) -> Vec<Diagnostic> {
        if tree.is_null(Tree::ROOT) && self.root["type"] != "array" {
            return vec![*problem(Code::NoCorpus, None, "the file is empty", None)];
        }
        let mut validation = Validation { schema: self, tree, mistakes: Vec::new() };
        validation.value(&self.root, Tree::ROOT, true);
        validation.mistakes.sort_by_key(|mistake| mistake.spot.place);
        validation.mistakes.truncate(MAX_MISTAKES);
        validation.mistakes
    }
}

struct Validation<'v> {
    schema: &'v Schema,
    tree: &'v Tree<'v>,
    mistakes: Vec<Diagnostic>,
}

impl<'v> Validation<'v> {
    fn note(&mut self, node: NodeId, code: Code, message: &str, help: Option<&str>) {
        self.mistakes.push(*problem(code, Some(self.tree.place(node)), message, help));
    }

    /// A value; one that is optional may be nothing.
    fn value(&mut self, rule: &'v Value, node: NodeId, is_optional: bool) {
        if self.mistakes.len() >= MAX_MISTAKES {
            return;
        }
        let tree = self.tree;
        if let Some(name) = reference(rule) {
            let form = self.schema.forms.iter().find(|(known, _)| *known == name);
            match form {
                None => self.value(&self.schema.definitions[name], node, is_optional),
                Some(_) if is_optional && tree.is_null(node) => {}
                Some((_, form)) if tree.kind(node) == NodeKind::Scalar => {
                    if let Err((code, message)) = form(tree.text(node)) {
                        self.note(node, code, &message, None);
                    }
                }
                Some(_) => self.mistyped(node, "text"),
            }
            return;
        }
        let (text, words) = (tree.text(node), words(rule));
        match tree.kind(node) {
            NodeKind::Empty if is_optional => {}
            NodeKind::Scalar if is_optional && tree.is_null(node) && allows(rule, "string") => {}
            NodeKind::Scalar if !words.is_empty() => {
                if !words.contains(&text) {
                    let help = instead(text, &words, "values");
                    self.note(node, Code::WrongValue, &format!("invalid value {}", quoted(text)), help.as_deref());
                }
            }
            _ if !words.is_empty() => self.mistyped(node, "a word"),
            NodeKind::Scalar if rule["type"].is_null() => {}
            NodeKind::Scalar if allows(rule, "string") => self.text(node, text),
            NodeKind::Scalar if allows(rule, "boolean") && tree.is_bare(node) && ["true", "false"].contains(&text) => {}
            NodeKind::List if allows(rule, "array") => self.list(rule, node),
            NodeKind::Map if allows(rule, "object") => self.mapping(rule, node),
            _ => self.mistyped(node, &expected(rule)),
        }
    }

    fn text(&mut self, node: NodeId, text: &str) {
        let quoted = || quoted(text);
        if text.trim().is_empty() || text == "~" {
            self.note(node, Code::EmptyText, "empty text", Some("leave the key out where nothing is known"));
        } else if text.contains(is_unsafe) {
            let message = format!("{} has a character that is invisible or drives the terminal", quoted());
            self.note(node, Code::OddCharacter, &message, Some("remove it"));
        } else if text.trim() != text {
            self.note(node, Code::StraySpace, &format!("{} begins or ends with a space", quoted()), Some("remove the space"));
        }
    }

    fn list(&mut self, rule: &'v Value, node: NodeId) {
        let items = self.tree.items(node);
        let limit = |key: &str| rule[key].as_u64().and_then(|limit| usize::try_from(limit).ok());
        let (least, most) = (limit("minItems").unwrap_or(0), limit("maxItems").unwrap_or(usize::MAX));
        if !(least..=most).contains(&items.len()) {
            let message = format!("expected a list of {least}, found {}", items.len());
            self.note(node, Code::WrongValue, &message, None);
        }
        for &item in items {
            self.value(&rule["items"], item, false);
        }
        if rule["uniqueItems"] == true {
            self.repetitions(items, reference(&rule["items"]) == Some("Id"));
        }
    }

    /// Reports entries that stand in a list twice, in whatever case.
    fn repetitions(&mut self, items: &[NodeId], are_sources: bool) {
        let tree = self.tree;
        let mut said = HashSet::new();
        for &item in items {
            let text = tree.entries(item).find(|&(key, _)| tree.text(key) == "text").map_or(item, |(_, text)| text);
            if !tree.text(text).is_empty() && !said.insert(tree.text(text).to_lowercase()) {
                let (code, help) = if are_sources {
                    (Code::RepeatedSource, None)
                } else {
                    (Code::RepeatedStatement, Some("say it once, with all its sources"))
                };
                self.note(text, code, &format!("{} is in this list twice", quoted(tree.text(text))), help);
            }
        }
    }

    fn mapping(&mut self, rule: &'v Value, node: NodeId) {
        let tree = self.tree;
        let required: Vec<&str> = rule["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let mut seen = HashMap::new();
        let mut unknown = Vec::new();
        for (key, value) in tree.entries(node) {
            let name = tree.text(key);
            if tree.kind(key) != NodeKind::Scalar {
                self.mistyped(key, "a word");
            } else if let Some(&first) = seen.get(name) {
                let message = format!("duplicate key {}: already on line {}", quoted(name), tree.place(first).line);
                self.note(key, Code::RepeatedKey, &message, Some("keep one of the two"));
            } else if let Some(rule) = rule["properties"].get(name) {
                self.value(rule, value, !required.contains(&name));
            } else if rule["additionalProperties"] == false {
                let known: Vec<&str> = rule["properties"].as_object().into_iter().flatten().map(|(key, _)| &**key).collect();
                let help = instead(name, &known, "keys");
                self.note(key, Code::UnknownKey, &format!("unknown key {}", quoted(name)), help.as_deref());
                unknown.push(name);
            } else {
                self.value(&rule["additionalProperties"], value, false);
            }
            seen.insert(name, key);
            if self.mistakes.len() >= MAX_MISTAKES {
                return;
            }
        }
        for name in required {
            // A misspelled key has been reported as unknown already.
            let is_written_wrong = || unknown.iter().any(|word| !nearest(word, [(name, name)]).is_empty());
            if !seen.contains_key(name) && !is_written_wrong() {
                self.note(node, Code::MissingKey, &format!("missing key '{name}'"), None);
            }
        }
    }

    fn mistyped(&mut self, node: NodeId, expected: &str) {
        let tree = self.tree;
        let (kind, text) = (tree.kind(node), tree.text(node));
        let found = match kind {
            NodeKind::List => "a list".to_owned(),
            NodeKind::Map => "a mapping".to_owned(),
            NodeKind::Empty => "nothing".to_owned(),
            NodeKind::Scalar if tree.is_null(node) => text.to_owned(),
            NodeKind::Scalar if tree.is_bare(node) && text.parse::<f64>().is_ok() => format!("the number {text}"),
            NodeKind::Scalar => format!("the text {}", quoted(text)),
        };
        let help = match (expected, kind) {
            ("a list", _) if tree.is_null(node) => "write [], or leave the key out".to_owned(),
            ("a mapping" | "text", _) if tree.is_null(node) => "leave it out if there is nothing to say".to_owned(),
            ("a list", NodeKind::Scalar) => format!("write a list of one as [{text}]"),
            ("text", NodeKind::List | NodeKind::Map) if !tree.is_bare(node) => {
                "put quotes around text that begins with '[' or '{'".to_owned()
            }
            _ => String::new(),
        };
        let help = Some(help.as_str()).filter(|help| !help.is_empty());
        self.note(node, Code::WrongValue, &format!("expected {expected}, found {found}"), help);
    }
}

/// The name of the definition that a rule refers to.
fn reference(rule: &Value) -> Option<&str> {
    rule["$ref"].as_str()?.strip_prefix("#/$defs/")
}

/// Whether a rule allows a type; without one it allows any.
fn allows(rule: &Value, kind: &str) -> bool {
    match &rule["type"] {
        Value::String(only) => only == kind,
        Value::Array(several) => several.iter().any(|one| one == kind),
        _ => true,
    }
}

/// The words that a rule allows, if it names them.
fn words(rule: &Value) -> Vec<&str> {
    let described = rule["oneOf"].as_array().into_iter().flatten().map(|word| &word["const"]);
    rule["enum"].as_array().into_iter().flatten().chain(described).filter_map(Value::as_str).collect()
}

/// The types that a rule allows, in the words of YAML.
fn expected(rule: &Value) -> String {
    let kinds = [("string", "text"), ("array", "a list"), ("object", "a mapping"), ("boolean", "true or false")];
    let allowed: Vec<&str> = kinds.into_iter().filter(|(kind, _)| allows(rule, kind)).map(|(_, words)| words).collect();
    sentence_list(&allowed, "or")
}

/// The near misses of a word, or all that are allowed.
fn instead(word: &str, known: &[&str], all: &str) -> Option<String> {
    let quoted = |words: &[&str]| words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>();
    let near = nearest(word, known.iter().map(|&known| (known, known)));
    match (near.as_slice(), known) {
        ([], []) => None,
        ([], known) => Some(format!("the {all} are {}", sentence_list(&quoted(known), "and"))),
        (near, _) => Some(format!("did you mean {}?", sentence_list(&quoted(near), "or"))),
    }
}
