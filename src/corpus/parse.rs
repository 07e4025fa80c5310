//! Parses the text of a file into entries, each with its place.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::draft::{Draft, Entry, File, FileKind};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{About, Pair, Position, Role, Source, Term};
use crate::yaml::{self, MistakeKind, Shape};

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

/// Keys that tell a pair, and a file of several lists, from a role.
const OF_A_PAIR: [&str; 7] = ["contrasts", "collaboration", "overlaps", "conflicts", "choice", "cases", "questions"];
const OF_A_BUNDLE: [&str; 6] = ["about", "pairs", "topics", "functions", "positions", "sources"];

/// The content of a file whose name does not say it.
fn kind_of(text: &str) -> Option<FileKind> {
    let mut id = false;
    for (key, shape) in yaml::outline(text) {
        match key.as_str() {
            "id" => id = true,
            "roles" => return if shape == Shape::ListOfMappings || !id { None } else { Some(FileKind::Pair) },
            key if OF_A_BUNDLE.contains(&key) => return None,
            key if OF_A_PAIR.contains(&key) => return Some(FileKind::Pair),
            "title" | "extends" => return Some(FileKind::Role),
            // Any other key may be a mistake; an id alone makes a role.
            _ if id => return Some(FileKind::Role),
            _ => {}
        }
    }
    id.then_some(FileKind::Role)
}

/// Parses a file; what cannot be parsed is reported and left out.
pub(super) fn parse(file: &File) -> (Draft<'_>, Vec<Diagnostic>) {
    let mut draft = Draft::default();
    let mut problems = Vec::new();
    let kind = if file.kind == FileKind::Any { kind_of(&file.text).unwrap_or(FileKind::Any) } else { file.kind };
    match kind {
        FileKind::Role => draft.roles.extend(single(file, &mut problems)),
        FileKind::Pair => draft.pairs.extend(single(file, &mut problems)),
        FileKind::Topics => draft.topics = list(file, &mut problems),
        FileKind::Functions => draft.functions = list(file, &mut problems),
        FileKind::Positions => draft.positions = list(file, &mut problems),
        FileKind::Sources => draft.sources = list(file, &mut problems),
        FileKind::About => draft.abouts.extend(single(file, &mut problems)),
        FileKind::Any => {
            let bundle: Bundle = read(file, &mut problems).unwrap_or_default();
            draft.roles = under("roles/", bundle.roles, file);
            draft.pairs = under("pairs/", bundle.pairs, file);
            draft.topics = under("topics/", bundle.topics, file);
            draft.functions = under("functions/", bundle.functions, file);
            draft.positions = under("positions/", bundle.positions, file);
            draft.sources = under("sources/", bundle.sources, file);
            draft.abouts.extend(bundle.about.map(|about| Entry::new(about, file, "about".to_owned())));
        }
    }
    let extending: Vec<&mut Entry<Role>> = draft.roles.iter_mut().filter(|entry| entry.value.extends.is_some()).collect();
    if !extending.is_empty() {
        let paths: Vec<&str> = extending.iter().map(|entry| entry.at.path.as_str()).collect();
        let keys = yaml::keys(&file.text, &paths);
        extending.into_iter().zip(keys).for_each(|(entry, keys)| entry.given = keys);
    }
    (draft, problems)
}

fn single<'a, T: DeserializeOwned>(file: &'a File, problems: &mut Vec<Diagnostic>) -> Option<Entry<'a, T>> {
    Some(Entry::new(read(file, problems)?, file, String::new()))
}

fn list<'a, T: DeserializeOwned>(file: &'a File, problems: &mut Vec<Diagnostic>) -> Vec<Entry<'a, T>> {
    under("", read(file, problems).unwrap_or_default(), file)
}

fn under<'a, T>(path: &str, values: Vec<T>, file: &'a File) -> Vec<Entry<'a, T>> {
    values.into_iter().enumerate().map(|(i, value)| Entry::new(value, file, format!("{path}{i}"))).collect()
}

fn read<T: DeserializeOwned>(file: &File, problems: &mut Vec<Diagnostic>) -> Option<T> {
    let problem = |mistake: yaml::Mistake| Diagnostic {
        code: code(mistake.kind),
        message: mistake.message,
        spot: file.spot(mistake.place),
        related: Vec::new(),
        help: mistake.help,
    };
    yaml::read(&file.text).map_err(|mistakes| problems.extend(mistakes.into_iter().map(problem))).ok()
}

const fn code(kind: MistakeKind) -> Code {
    match kind {
        MistakeKind::Syntax => Code::Syntax,
        MistakeKind::Unsupported => Code::Unsupported,
        MistakeKind::TooLarge => Code::TooLarge,
        MistakeKind::Empty => Code::NoCorpus,
        MistakeKind::UnknownKey => Code::UnknownKey,
        MistakeKind::MissingKey => Code::MissingKey,
        MistakeKind::RepeatedKey => Code::RepeatedKey,
        MistakeKind::WrongType | MistakeKind::WrongValue => Code::WrongValue,
    }
}
