//! Pairs of roles on a page.

use super::comparison::row::ComparisonRow;
use super::footnotes::Footnotes;
use super::page::{Block, GroupKind, SideBySide, SideGroup, SideRow};
use super::styled::{StyledText, Tone};
use super::wording;
use crate::corpus::{Corpus, pair_elements};
use crate::facets::{List, Section, pair_passages};
use crate::model::{Case, Id, Pair, Question, Role};
use crate::text::distinct;

/// The lists of one section; the roles keep the order of the comparison.
pub(super) fn blocks(corpus: &Corpus, pair: &Pair, section: Section, compared: &[&Role], notes: &Footnotes) -> Vec<Block> {
    let mut roles = pair.roles.each_ref();
    roles.sort_by_key(|id| compared.iter().position(|role| role.id == **id));
    let names = roles.map(|role| corpus.short_title(role).to_owned());
    let elements = pair_elements(pair)
        .into_iter()
        .filter(|element| element.path.split('/').next().is_some_and(|list| Section::of_pair(list) == section));
    let cited: Vec<_> = elements.filter(|element| element.needs_sources).map(|element| element.sources).collect();
    let sources = distinct(cited.iter().copied().flatten().map(String::as_str));
    // Said once at the head, the source is not repeated in every row.
    let single = sources.as_slice().first().filter(|_| sources.len() == 1 && cited.len() > 1);
    let cite = |text: StyledText, sources: &[Id]| if single.is_some() { text } else { notes.cite(text, sources) };
    let mut blocks = Vec::new();
    if compared.len() > 2 && !cited.is_empty() {
        blocks.push(Block::Subheading(StyledText::strong(&format!("{} and {}", names[0], names[1]))));
    }
    blocks.extend(single.map(|source| {
        let grade = wording::grades(corpus, [*source]).map_or_else(String::new, |grade| format!(", {grade}"));
        Block::Paragraph(notes.cite(StyledText::muted(&format!("All of this rests on one source{grade}")), [source]))
    }));
    if section == Section::Differences && !pair.contrasts.is_empty() {
        let rows = pair.contrasts.iter().map(|contrast| SideRow {
            // The corpus does not say which source covers which side.
            label: cite(StyledText::plain(&contrast.dimension), &contrast.sources),
            cells: roles.map(|role| contrast.sides.get(role).map(|text| StyledText::plain(text)).into_iter().collect()).into(),
        });
        let group = SideGroup { kind: GroupKind::Plain, label: String::new(), columns: vec![0, 1], rows: rows.collect() };
        let roles = names.to_vec();
        blocks.push(Block::SideBySide(SideBySide { topic: "Contrast".to_owned(), roles, groups: vec![group], absent: "" }));
    }
    let mut list = |label: &str, points: Vec<StyledText>| {
        if !points.is_empty() {
            blocks.extend([Block::Paragraph(StyledText::strong(label)), Block::List(points)]);
        }
    };
    for (key, statements) in pair.statements().into_iter().filter(|(key, _)| Section::of_pair(key) == section) {
        list(
            List::of_pair(key).label,
            statements.iter().map(|entry| cite(StyledText::plain(&entry.text), &entry.sources)).collect(),
        );
    }
    if section == Section::Differences {
        let case = |case: &Case| {
            let origin = if case.illustrative { " (made up by the source to illustrate)" } else { "" };
            let text = StyledText::strong(&case.title).and(origin, Tone::Muted).and(&format!(": {}", told(case)), Tone::Plain);
            cite(text, &case.sources)
        };
        let answer = |entry: &Question| {
            let text = StyledText::strong(&entry.question).and(&format!(" {}", entry.answer), Tone::Plain);
            cite(text, &entry.sources)
        };
        list("Cases", pair.cases.iter().map(case).collect());
        list("Questions", pair.questions.iter().map(answer).collect());
    }
    blocks
}

fn told(case: &Case) -> String {
    let outcome = case.outcome.as_deref().map_or_else(String::new, |outcome| format!(". Outcome: {outcome}"));
    format!("{}{outcome}", case.text)
}

/// A pair as rows; a statement on both roles names both.
pub(super) fn rows<'p>(corpus: &'p Corpus, pair: &'p Pair) -> impl Iterator<Item = ComparisonRow<'p>> {
    pair_passages(corpus, pair).into_iter().map(|said| ComparisonRow {
        section: said.list.section.key(),
        topic: said.topic.unwrap_or_default().to_owned(),
        status: "pair",
        role: said.roles.join(" "),
        text: said.text,
        facet: said.list.key,
        sources: said.sources.iter().map(String::as_str).collect(),
        ..ComparisonRow::default()
    })
}
