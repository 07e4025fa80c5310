//! Pairs of roles on a page.

use super::comparison::rows::ComparisonRow;
use super::footnotes::Footnotes;
use super::page::{Block, GroupKind, SideBySide, SideGroup, SideRow};
use super::styled::{StyledText, Tone};
use crate::corpus::Corpus;
use crate::facets::Section;
use crate::model::{Case, Contrast, Id, Pair, Question, Role, Statement};

/// The heading of a pair's list.
fn label(list: &str) -> &'static str {
    match list {
        "collaboration" => "How they work together",
        "overlaps" => "Where they overlap",
        "conflicts" => "Where they clash",
        _ => "Which one to hire",
    }
}

/// The lists of one section; the roles keep the order of the comparison.
pub(super) fn blocks(corpus: &Corpus, pair: &Pair, section: Section, compared: &[&Role], notes: &Footnotes) -> Vec<Block> {
    let mut roles = pair.roles.each_ref();
    roles.sort_by_key(|id| compared.iter().position(|role| role.id == **id));
    let names = roles.map(|role| corpus.short_title(role).to_owned());
    let heading = Block::Subheading(StyledText::strong(&format!("{} and {}", names[0], names[1])));
    let mut blocks = Vec::new();
    if section == Section::Differences && !pair.contrasts.is_empty() {
        blocks.push(Block::SideBySide(contrasts(pair, roles, names.to_vec(), notes)));
    }
    let mut list = |label: &str, points: Vec<StyledText>| {
        if !points.is_empty() {
            blocks.extend([Block::Paragraph(StyledText::strong(label)), Block::List(points)]);
        }
    };
    for (key, statements) in pair.statements().into_iter().filter(|(key, _)| Section::of_pair(key) == section) {
        list(label(key), statements.iter().map(|entry| cited(entry, notes)).collect());
    }
    if section == Section::Differences {
        list("Cases", pair.cases.iter().map(|entry| case(entry, notes)).collect());
        let answer = |entry: &Question| {
            let text = StyledText::strong(&entry.question).and(" ", Tone::Plain).and(&entry.answer, Tone::Plain);
            notes.cite(text, &entry.sources)
        };
        list("Questions", pair.questions.iter().map(answer).collect());
    }
    if !blocks.is_empty() && compared.len() > 2 {
        blocks.insert(0, heading);
    }
    blocks
}

fn contrasts(pair: &Pair, roles: [&Id; 2], names: Vec<String>, notes: &Footnotes) -> SideBySide {
    let row = |contrast: &Contrast| {
        let side = |role: &Id| contrast.sides.get(role.as_str()).map(|text| StyledText::plain(text)).into_iter().collect();
        // The corpus does not say which source covers which side.
        let label = notes.cite(StyledText::plain(&contrast.dimension), &contrast.sources);
        SideRow { label, cells: roles.map(side).into() }
    };
    let rows = pair.contrasts.iter().map(row).collect();
    let group = SideGroup { kind: GroupKind::Plain, label: String::new(), column: None, rows };
    SideBySide { topic: "Contrast".to_owned(), roles: names, groups: vec![group], absent: "" }
}

fn cited(statement: &Statement, notes: &Footnotes) -> StyledText {
    notes.cite(StyledText::plain(&statement.text), &statement.sources)
}

fn case(case: &Case, notes: &Footnotes) -> StyledText {
    let origin = if case.illustrative { " (made up by the source to illustrate)" } else { "" };
    let outcome = case.outcome.as_deref().map_or_else(String::new, |outcome| format!(". Outcome: {outcome}"));
    let text = StyledText::strong(&case.title).and(origin, Tone::Muted).and(&format!(": {}{outcome}", case.text), Tone::Plain);
    notes.cite(text, &case.sources)
}

/// A pair as rows; what concerns both roles names both.
pub(super) fn rows<'p>(pair: &'p Pair) -> Vec<ComparisonRow<'p>> {
    let both = pair.roles.join(" ");
    let mut rows = Vec::new();
    let row = |topic: &str, role: &str, text: &str, facet: &'p str, sources: &'p [Id]| ComparisonRow {
        section: Section::of_pair(facet).key(),
        topic: topic.to_owned(),
        status: "pair",
        role: role.to_owned(),
        text: text.to_owned(),
        facet,
        sources: sources.iter().map(String::as_str).collect(),
        ..ComparisonRow::default()
    };
    for contrast in &pair.contrasts {
        rows.extend(
            contrast.sides.iter().map(|(role, text)| row(&contrast.dimension, role, text, "contrasts", &contrast.sources)),
        );
    }
    for (list, statements) in pair.statements() {
        let topic = |entry: &'p Statement| entry.topic.as_deref().unwrap_or_default();
        rows.extend(statements.iter().map(|entry| row(topic(entry), &both, &entry.text, list, &entry.sources)));
    }
    for case in &pair.cases {
        let outcome = case.outcome.as_deref().map_or_else(String::new, |outcome| format!(". Outcome: {outcome}"));
        rows.push(row(&case.title, &both, &format!("{}{outcome}", case.text), "cases", &case.sources));
    }
    let answer = |question: &'p Question| row(&question.question, &both, &question.answer, "questions", &question.sources);
    rows.extend(pair.questions.iter().map(answer));
    rows
}
