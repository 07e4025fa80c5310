//! The report of `roles show` for a position without a profile.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::Value;

use super::footnotes::Footnotes;
use super::page::{Block, Column, Page, Table, sources};
use super::styled::StyledText;
use super::{Report, Rows, wording};
use crate::corpus::{Corpus, Line};
use crate::facets::{Facet, Section};
use crate::model::{How, Id, Position};

/// All mentions of a position in the profiles.
pub struct PositionReport<'a> {
    corpus: &'a Corpus,
    position: &'a Position,
    mentions: Vec<Mention<'a>>,
}

/// A line or career step between a role and the position.
#[derive(Serialize)]
struct Mention<'a> {
    kind: MentionKind,
    role: &'a str,
    how: Option<How>,
    when: Option<&'a str>,
    sources: &'a [Id],
}

/// The relation of the role to the position.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum MentionKind {
    DirectReport,
    Superior,
    ComesFromHere,
    GoesOnToHere,
}

impl MentionKind {
    /// Every kind, in the order of the page of a role.
    const AS_SHOWN: [Self; 4] = [Self::Superior, Self::DirectReport, Self::GoesOnToHere, Self::ComesFromHere];

    const fn key(self) -> &'static str {
        match self {
            Self::DirectReport => "direct_report",
            Self::Superior => "superior",
            Self::ComesFromHere => "comes_from_here",
            Self::GoesOnToHere => "goes_on_to_here",
        }
    }

    /// The facet, seen from the position.
    const fn facet(self) -> Facet {
        match self {
            Self::Superior => Facet::ReportsTo,
            Self::DirectReport => Facet::DirectReports,
            Self::GoesOnToHere => Facet::CareerFrom,
            Self::ComesFromHere => Facet::CareerTo,
        }
    }
}

impl<'a> PositionReport<'a> {
    pub fn new(corpus: &'a Corpus, position: &'a Position, sections: &[Section]) -> Self {
        let id = position.id.as_str();
        let mut mentions = Vec::new();
        let line = |kind, role, line: &'a Line| Mention {
            kind,
            role,
            how: Some(line.how),
            when: line.when.as_deref(),
            sources: &line.sources,
        };
        mentions.extend(corpus.lines.down(id).map(|down| line(MentionKind::DirectReport, &*down.from, down)));
        mentions.extend(corpus.lines.up(id).map(|up| line(MentionKind::Superior, &*up.to, up)));
        for role in corpus.roles.iter() {
            for (kind, steps) in [(MentionKind::ComesFromHere, &role.career.from), (MentionKind::GoesOnToHere, &role.career.to)] {
                for step in steps.iter().filter(|step| step.role == *id) {
                    let (when, sources) = (step.note.as_deref(), &step.sources);
                    mentions.push(Mention { kind, role: &role.id, how: None, when, sources });
                }
            }
        }
        mentions.retain(|mention: &Mention| sections.contains(&mention.kind.facet().section()));
        mentions.sort_by_key(|mention| (mention.kind as u8, mention.how));
        Self { corpus, position, mentions }
    }
    pub const fn is_empty(&self) -> bool {
        self.mentions.is_empty()
    }

    /// The mentions of one kind, grouped by role in the order of first mention.
    fn table(&self, kind: MentionKind, notes: &Footnotes<'_>) -> Option<Table> {
        let mut by_role: Vec<(&str, Vec<&Mention>)> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        for mention in self.mentions.iter().filter(|mention| mention.kind == kind) {
            let place = *places.entry(mention.role).or_insert_with(|| {
                by_role.push((mention.role, Vec::new()));
                by_role.len() - 1
            });
            by_role[place].1.push(mention);
        }
        let mut table = Table::new(vec![Column::text(""), Column::text("")]);
        for (role, all) in by_role {
            let mut title = self.corpus.title(role);
            for mention in all {
                let parts = [mention.how.map(How::key), mention.when];
                let text = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
                let name = StyledText::strong(std::mem::take(&mut title));
                table.push(if text.is_empty() {
                    // Footnote numbers alone in a cell would look as if a text were missing.
                    vec![notes.cite(name, mention.sources), StyledText::default()]
                } else {
                    vec![name, notes.cite(StyledText::from(text), mention.sources)]
                });
            }
        }
        (!table.rows().is_empty()).then_some(table)
    }
}

impl Report for PositionReport<'_> {
    fn page(&self) -> Page {
        let notes = Footnotes::new(self.corpus);
        let mut blocks = vec![
            Block::Title(StyledText::strong(&wording::title(&self.position.title, self.position.acronym.as_deref()))),
            Block::Paragraph(StyledText::muted("No profile of its own: this is what the profiled roles say of it.")),
        ];
        let mut last = None;
        for kind in MentionKind::AS_SHOWN {
            let Some(table) = self.table(kind, &notes) else { continue };
            let section = kind.facet().section();
            if last.replace(section) != Some(section) {
                blocks.push(Block::Heading(StyledText::strong(section.label())));
            }
            blocks.push(Block::Subheading(StyledText::strong(kind.facet().label())));
            blocks.push(Block::Table(table));
        }
        blocks.extend(sources(notes));
        Page { blocks }
    }

    fn data(&self) -> serde_json::Result<Value> {
        #[derive(Serialize)]
        struct PositionData<'a> {
            #[serde(flatten)]
            position: &'a Position,
            mentions: &'a [Mention<'a>],
        }

        serde_json::to_value(PositionData { position: self.position, mentions: &self.mentions })
    }

    fn rows(&self) -> serde_json::Result<Rows> {
        #[derive(Default, Serialize)]
        struct MentionRow<'a> {
            position: &'a str,
            relation: &'a str,
            role: &'a str,
            how: Option<How>,
            when: Option<&'a str>,
            sources: &'a [Id],
        }

        Rows::of(self.mentions.iter().map(|mention| MentionRow {
            position: &self.position.id,
            relation: mention.kind.key(),
            role: mention.role,
            how: mention.how,
            when: mention.when,
            sources: mention.sources,
        }))
    }
}
