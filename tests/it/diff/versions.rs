//! Corpora written for a test, and what is told of two of them in a shape that can be compared.

use std::collections::BTreeMap;
use std::fs;

use roles::builtin;
use roles::corpus::{Corpus, Files};
use roles::diff::{Change, Changes, DiffOptions, FigureChange, diff};
use roles::facets::{Facet, Passage, items};
use roles::model::{Role, SalaryFigure};
use serde_json::Value;

/// Writes a corpus into a file, reads it back, and hands it on; JSON is YAML.
pub fn with_corpus<T>(corpus: &Value, work: impl FnOnce(&Files) -> T) -> T {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("corpus.yaml");
    fs::write(&path, corpus.to_string()).expect("writing to a temporary folder");
    work(&Files::read(&[path]))
}

/// Loads both corpora, alone or on top of the built-in one, and hands them on.
pub fn with_two<T>(old: &Value, new: &Value, built_in: bool, work: impl FnOnce(&Corpus, &Corpus, &Changes) -> T) -> T {
    with_corpus(old, |old| {
        with_corpus(new, |new| {
            let below = built_in.then(builtin::corpus);
            let load = |files| Files::load(files, below, None).expect("a made-up corpus is sound").corpus;
            let (old, new) = (load(old), load(new));
            let changes = diff(&old, &new, below, &DiffOptions::default());
            work(&old, &new, &changes)
        })
    })
}

/// Every change as a line; with the sides swapped where that is asked for.
pub fn facts(changes: &Changes, swapped: bool) -> Vec<String> {
    let mut facts = Vec::new();
    for (kind, entries) in &changes.entries {
        for entry in entries {
            let mut ids = [entry.was.unwrap_or(entry.id), entry.id];
            if swapped {
                ids.reverse();
            }
            let change = turned(entry.change, swapped);
            let id = format!("{kind:?} {}", ids.join(" "));
            facts.push(format!("{id} {change:?} {:?} {:?}", entry.likeness, entry.unchanged));
            for field in &entry.fields {
                facts.push(format!("{id} {} {:?}", field.field, sides(&field.old, &field.new, swapped)));
            }
            for statement in &entry.statements {
                let change = turned(statement.change, swapped);
                let [old, new] = [&statement.old, &statement.new].map(|said| said.as_ref().map(line));
                facts.push(format!("{id} {change:?} {:?} {:?}", sides(&old, &new, swapped), statement.likeness));
            }
            facts.extend(entry.salary.iter().map(|figure| format!("{id} {}", of_figure(figure, swapped))));
        }
    }
    facts.sort();
    facts
}

fn of_figure(figure: &FigureChange, swapped: bool) -> String {
    let amount = |change: &roles::diff::AmountChange| {
        let difference = change.difference.map(|difference| if swapped { -difference } else { difference });
        format!("{:?} {:?} {difference:?}", change.statistic, sides(&change.old, &change.new, swapped))
    };
    let amounts: Vec<String> = figure.amounts.iter().map(amount).collect();
    let detail = |detail: &roles::diff::FieldChange| format!("{} {:?}", detail.field, sides(&detail.old, &detail.new, swapped));
    let details: Vec<String> = figure.details.iter().map(detail).collect();
    format!("{:?} {:?} {amounts:?} {details:?}", turned(figure.change, swapped), sides(&figure.old, &figure.new, swapped))
}

fn sides<T>(old: T, new: T, swapped: bool) -> [T; 2] {
    if swapped { [new, old] } else { [old, new] }
}

const fn turned(change: Change, swapped: bool) -> Change {
    match change {
        Change::Added if swapped => Change::Removed,
        Change::Removed if swapped => Change::Added,
        other => other,
    }
}

/// A statement as a line, its sources in order.
pub fn line(said: &Passage) -> String {
    let mut sources: Vec<&str> = said.sources.iter().map(String::as_str).collect();
    sources.sort_unstable();
    format!("{}|{}|{}|{}", said.list.key, said.topic.unwrap_or_default(), said.text, sources.join(","))
}

/// Everything a role says itself, as lines, with how often each is said.
pub fn lines(corpus: &Corpus, role: &Role) -> BTreeMap<String, usize> {
    let mut lines = BTreeMap::new();
    for facet in Facet::ALL.into_iter().filter(|facet| *facet != Facet::DirectReports) {
        for (subject, item) in items(corpus, role, facet) {
            let mut sources: Vec<&str> = item.sources.iter().map(String::as_str).collect();
            sources.sort_unstable();
            let line = format!("{}|{}|{}|{}", facet.key(), subject.topic.unwrap_or_default(), item.text, sources.join(","));
            *lines.entry(line).or_default() += 1;
        }
    }
    lines
}

/// Every salary figure of a role with how often it is there.
pub fn figures(role: &Role) -> BTreeMap<String, usize> {
    let mut figures = BTreeMap::new();
    role.salary.iter().for_each(|figure: &SalaryFigure| *figures.entry(format!("{figure:?}")).or_default() += 1);
    figures
}
