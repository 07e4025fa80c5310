//! Single entries: ids, file names, the order of figures, the roles of a pair.

use std::collections::HashMap;
use std::path::Path;

use super::Findings;
use crate::corpus::draft::{At, Draft, Entry, File};
use crate::corpus::{IdKind, pair_id};
use crate::diagnostic::Code;
use crate::model::{Amount, Pair, Role, SalaryFigure, Statistic, is_id};
use crate::schema::SchemaPart;

/// In years.
const OLDEST_FRESH: u16 = 5;

pub(super) fn check<'a>(draft: &'a Draft<'a>, this_year: Option<u16>, findings: &mut Findings<'a>) {
    ids(draft, findings);
    draft.roles.iter().for_each(|entry| role(entry, this_year, findings));
    draft.pairs.iter().for_each(|entry| pair(entry, findings));
}

fn ids<'a>(draft: &'a Draft<'a>, findings: &mut Findings<'a>) {
    // A later layer may override an entry.
    let mut first: HashMap<(usize, IdKind, &str), &At> = HashMap::new();
    for (kind, id, at) in draft.entries() {
        let kind = if kind == IdKind::Role { IdKind::Post } else { kind };
        if !is_id(id) {
            findings
                .note(at, "id", Code::BadId, format!("invalid id '{id}'"))
                .help("use lower-case letters, digits and single hyphens");
        }
        let earlier = *first.entry((at.file.layer, kind, id)).or_insert(at);
        if !std::ptr::eq(earlier, at) {
            let first = ("the first is here".to_owned(), findings.spot(&earlier.below("id")));
            let message = format!("a {} with the id '{id}' exists already", kind.key());
            let finding = findings.note(at, "id", Code::DuplicateId, message);
            finding.help("give one of them another id, or remove it").related.push(first);
        }
    }
}

fn role<'a>(entry: &'a Entry<'a, Role>, this_year: Option<u16>, findings: &mut Findings<'a>) {
    let role = &entry.value;
    let id = &role.id;
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
        if let (Some(year), Some(as_of)) = (this_year, figure.as_of)
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
    let id = pair_id(one, other);
    if one >= other {
        let message = format!("'{one}' does not come before '{other}'");
        findings.note(&entry.at, "roles", Code::PairId, message).help("name the two roles in alphabetical order");
    } else if pair.id != id {
        findings.note(&entry.at, "id", Code::PairId, format!("the id of these two roles' pair is '{id}'"));
    } else if entry.at.file.part == SchemaPart::Pair && stem(entry.at.file) != id {
        let message = format!("the pair is '{id}', its file is not");
        findings.note(&entry.at, "id", Code::FileName, message).help(format!("call the file {id}.yaml"));
    }
    for (i, contrast) in pair.contrasts.iter().enumerate() {
        if contrast.sides.len() != 2 || !contrast.sides.keys().all(|side| pair.roles.contains(side)) {
            let message = format!("a contrast has one side for '{one}' and one for '{other}'");
            findings.note(&entry.at, &format!("contrasts/{i}/sides"), Code::ContrastSides, message);
        }
    }
}

fn stem(file: &File) -> &str {
    Path::new(&file.name).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default()
}
