//! Single entries: ids, file names, the order of figures, the roles of a pair.

use std::collections::HashMap;
use std::path::Path;

use super::{Findings, Rules};
use crate::corpus::draft::{At, Draft, Entry, File};
use crate::corpus::{HasId, pair_id};
use crate::diagnostic::Code;
use crate::model::{Amount, Pair, Role, SalaryFigure, Statistic, is_id};
use crate::schema::SchemaPart;
use crate::text::clean;

/// In years.
const OLDEST_FRESH: u16 = 5;

pub(super) fn check<'a>(draft: &'a Draft<'a>, rules: &Rules, findings: &mut Findings<'a>) {
    ids("role or position", places(&draft.roles).chain(places(&draft.positions)), findings);
    ids("pair", places(&draft.pairs), findings);
    ids("topic", places(&draft.topics), findings);
    ids("function", places(&draft.functions), findings);
    ids("source", places(&draft.sources), findings);
    draft.roles.iter().for_each(|entry| role(entry, rules, findings));
    draft.pairs.iter().for_each(|entry| pair(entry, findings));
}

fn places<'a, T: HasId>(entries: &'a [Entry<'a, T>]) -> impl Iterator<Item = (&'a str, &'a At<'a>)> {
    entries.iter().map(|entry| (entry.id().as_str(), &entry.at))
}

fn ids<'a>(kind: &str, entries: impl Iterator<Item = (&'a str, &'a At<'a>)>, findings: &mut Findings<'a>) {
    // A later layer may override an entry.
    let mut first: HashMap<(usize, &str), &At> = HashMap::new();
    for (id, at) in entries {
        if !is_id(id) {
            findings
                .note(at, "id", Code::BadId, format!("invalid id '{}'", clean(id)))
                .help("use lower-case letters, digits and single hyphens");
        }
        if let Some(earlier) = first.get(&(at.file.layer, id)) {
            let first = findings.spot(&earlier.below("id"));
            findings
                .note(at, "id", Code::DuplicateId, format!("a {kind} with the id '{}' exists already", clean(id)))
                .help("give one of them another id, or remove it")
                .related
                .push(("the first is here".to_owned(), first));
        } else {
            first.insert((at.file.layer, id), at);
        }
    }
}

fn role<'a>(entry: &'a Entry<'a, Role>, rules: &Rules, findings: &mut Findings<'a>) {
    let role = &entry.value;
    let id = clean(&role.id);
    if entry.at.file.part == SchemaPart::Role && stem(entry.at.file) != role.id {
        findings
            .note(&entry.at, "id", Code::FileName, format!("the role is '{id}', its file is not"))
            .help(format!("call the file {id}.yaml"));
    }
    if role.title.is_empty() && role.extends.is_none() {
        findings
            .note(&entry.at, "id", Code::MissingKey, format!("the role '{id}' has no title"))
            .help("give it a `title`, or let it take over another's with `extends`");
    }
    for (i, figure) in role.salary.iter().enumerate() {
        let mut problem = |key: &str, code, message| {
            findings.note(&entry.at, &format!("salary/{i}/{key}"), code, message);
        };
        if figure.amounts().next().is_none() {
            problem("measure", Code::NoAmount, "the figure has no amount".to_owned());
        }
        if let (Some(year), Some(as_of)) = (rules.this_year, figure.as_of)
            && as_of.year + OLDEST_FRESH < year
        {
            problem("as_of", Code::OldSalary, format!("the figure is of {as_of}: {} years old", year - as_of.year));
        }
        if let Some((lower, upper)) = out_of_order(figure) {
            problem(upper.key(), Code::BackwardRange, format!("{} lies above {}", lower.key(), upper.key()));
        }
    }
}

/// The first two statistics in the wrong order.
fn out_of_order(figure: &SalaryFigure) -> Option<(Statistic, Statistic)> {
    use Statistic::{High, Low, Median, P10, P25, P75, P90};
    let backward = |order: &[Statistic]| {
        let given: Vec<(Statistic, Amount)> = order.iter().filter_map(|&s| Some((s, figure.amount(s)?))).collect();
        given.windows(2).find(|pair| pair[0].1.value > pair[1].1.value).map(|pair| (pair[0].0, pair[1].0))
    };
    backward(&[P10, P25, Median, P75, P90]).or_else(|| backward(&[Low, High]))
}

fn pair<'a>(entry: &'a Entry<'a, Pair>, findings: &mut Findings<'a>) {
    let pair = &entry.value;
    let [one, other] = &pair.roles;
    if one >= other {
        findings
            .note(&entry.at, "roles", Code::PairOrder, format!("'{}' does not come before '{}'", clean(one), clean(other)))
            .help("name the two roles in alphabetical order");
    }
    let id = pair_id(one, other);
    if pair.id != id {
        let message = format!("the id of these two roles' pair is '{}'", clean(&id));
        findings.note(&entry.at, "id", Code::PairId, message);
    } else if entry.at.file.part == SchemaPart::Pair && stem(entry.at.file) != id {
        let message = format!("the pair is '{}', its file is not", clean(&id));
        findings.note(&entry.at, "id", Code::FileName, message).help(format!("call the file {}.yaml", clean(&id)));
    }
    for (i, contrast) in pair.contrasts.iter().enumerate() {
        if contrast.sides.len() != 2 || !contrast.sides.keys().all(|side| pair.roles.contains(side)) {
            let message = format!("a contrast has one side for '{}' and one for '{}'", clean(one), clean(other));
            findings.note(&entry.at, &format!("contrasts/{i}/sides"), Code::ContrastSides, message);
        }
    }
}

fn stem(file: &File) -> &str {
    Path::new(&file.name).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default()
}
