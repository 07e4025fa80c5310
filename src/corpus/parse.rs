//! Parses the text of a file into entries, each with its place.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::check::rules;
use super::draft::{Draft, Entry, File};
use crate::diagnostic::Diagnostic;
use crate::model::{About, Pair, Position, Role, Source, Term};
use crate::schema::{SchemaPart, definitions};
use crate::yaml::{self, NodeId, Tree};

/// Several lists under their names; the smallest corpus is one such file.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Bundle {
    about: Option<About>,
    roles: Vec<Role>,
    pairs: Vec<Pair>,
    topics: Vec<Term>,
    functions: Vec<Term>,
    positions: Vec<Position>,
    sources: Vec<Source>,
}

/// The kind of a file whose name does not tell: the one that knows most of its keys.
fn part_of(tree: &Tree) -> SchemaPart {
    let known = |part: SchemaPart| {
        let name = if part == SchemaPart::Pair {
            "Pair"
        } else if part == SchemaPart::Role {
            "Role"
        } else {
            "Corpus"
        };
        let keys = &definitions()[name]["properties"];
        tree.entries(Tree::ROOT).filter(|&(key, _)| !keys[tree.text(key)].is_null()).count()
    };
    // The last one wins a tie: an id alone makes a role, and `roles` alone a corpus.
    let parts = [SchemaPart::Pair, SchemaPart::Role, SchemaPart::Corpus];
    parts.into_iter().max_by_key(|part| known(*part)).unwrap_or(SchemaPart::Corpus)
}

/// Parses a file; what cannot be parsed is reported and left out.
pub(super) fn parse(file: &File) -> (Draft<'_>, Vec<Diagnostic>) {
    let mut draft = Draft::default();
    let in_file = |problem: Diagnostic| Diagnostic { spot: file.spot(problem.spot.place), ..problem };
    let tree = match Tree::parse(&file.text) {
        Ok(tree) => tree,
        Err(problem) => return (draft, vec![in_file(*problem)]),
    };
    let part = if file.part == SchemaPart::File { part_of(&tree) } else { file.part };
    let roles = match part {
        SchemaPart::Role => &[Tree::ROOT],
        SchemaPart::Corpus => tree.items(tree.find("roles")),
        _ => &[][..],
    };
    let keys = |role: &NodeId| tree.entries(*role).map(|(key, _)| tree.text(key).to_owned()).collect();
    let given: Vec<Vec<String>> = roles.iter().map(keys).collect();
    let mistakes = rules(part).mistakes(&tree);
    let text = tree.without_blocks();
    // A tree takes several times the memory of its text.
    drop(tree);
    let mut reading = Reading { file, text, mistakes };
    match part {
        SchemaPart::Role => draft.roles = reading.single(),
        SchemaPart::Pair => draft.pairs = reading.single(),
        SchemaPart::Topics => draft.topics = reading.list(),
        SchemaPart::Functions => draft.functions = reading.list(),
        SchemaPart::Positions => draft.positions = reading.list(),
        SchemaPart::Sources => draft.sources = reading.list(),
        SchemaPart::About => draft.abouts = reading.single(),
        SchemaPart::Corpus | SchemaPart::File => {
            let bundle: Bundle = reading.value().unwrap_or_default();
            draft.roles = under("roles/", bundle.roles, file);
            draft.pairs = under("pairs/", bundle.pairs, file);
            draft.topics = under("topics/", bundle.topics, file);
            draft.functions = under("functions/", bundle.functions, file);
            draft.positions = under("positions/", bundle.positions, file);
            draft.sources = under("sources/", bundle.sources, file);
            draft.abouts.extend(bundle.about.map(|about| Entry::new(about, file, "about".to_owned())));
        }
    }
    for (entry, given) in draft.roles.iter_mut().zip(given).filter(|(entry, _)| entry.value.extends.is_some()) {
        entry.given = given;
    }
    (draft, reading.mistakes.into_iter().map(in_file).collect())
}

/// A text on its way into types.
struct Reading<'a> {
    file: &'a File,
    text: Cow<'a, str>,
    mistakes: Vec<Diagnostic>,
}

impl<'a> Reading<'a> {
    fn value<T: DeserializeOwned>(&mut self) -> Option<T> {
        let value = yaml::read(&self.text);
        // Mistakes against the schema say more than the first error of serde.
        value.map_err(|mistake| self.mistakes.extend(self.mistakes.is_empty().then_some(*mistake))).ok()
    }

    fn single<T: DeserializeOwned>(&mut self) -> Vec<Entry<'a, T>> {
        self.value().map(|value| Entry::new(value, self.file, String::new())).into_iter().collect()
    }

    fn list<T: DeserializeOwned>(&mut self) -> Vec<Entry<'a, T>> {
        under("", self.value().unwrap_or_default(), self.file)
    }
}

fn under<'a, T>(path: &str, values: Vec<T>, file: &'a File) -> Vec<Entry<'a, T>> {
    values.into_iter().enumerate().map(|(i, value)| Entry::new(value, file, format!("{path}{i}"))).collect()
}
