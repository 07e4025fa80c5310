//! The report of `roles show` for a position without a profile.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::Value;

use super::footnotes::Footnotes;
use super::page::{Block, Column, Page, Table, sources};
use super::styled::StyledText;
use super::{Report, Rows, wording};
use crate::corpus::Corpus;
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
    /// What the role is to the position.
    kind: &'static str,
    /// The same, seen from the position.
    #[serde(skip)]
    facet: Facet,
    role: &'a str,
    how: Option<How>,
    when: Option<String>,
    sources: &'a [Id],
}

impl<'a> PositionReport<'a> {
    pub fn new(corpus: &'a Corpus, position: &'a Position, sections: &[Section]) -> Self {
        let id = position.id.as_str();
        let mut mentions = Vec::new();
        for (kind, facet, step_to_here) in
            [("comes_from_here", Facet::CareerTo, false), ("goes_on_to_here", Facet::CareerFrom, true)]
        {
            for role in corpus.roles.iter() {
                let steps = if step_to_here { &role.career.to } else { &role.career.from };
                mentions.extend(steps.iter().filter(|step| step.role == id).map(|step| Mention {
                    kind,
                    facet,
                    role: &role.id,
                    how: None,
                    when: step.limits(),
                    sources: &step.sources,
                }));
            }
        }
        let down = corpus.lines.down(id).map(|line| ("direct_report", Facet::DirectReports, &line.from, line));
        let up = corpus.lines.up(id).map(|line| ("superior", Facet::ReportsTo, &line.to, line));
        let lines = down.chain(up).map(|(kind, facet, role, line)| Mention {
            kind,
            facet,
            role,
            how: Some(line.how),
            when: line.when.clone(),
            sources: &line.sources,
        });
        let mut mentions: Vec<Mention> = lines.chain(mentions).collect();
        mentions.retain(|mention| sections.contains(&mention.facet.section()));
        Self { corpus, position, mentions }
    }

    pub const fn is_empty(&self) -> bool {
        self.mentions.is_empty()
    }

    /// The mentions under one facet, grouped by role in the order of first mention.
    fn table(&self, facet: Facet, notes: &Footnotes<'_>) -> Table {
        let mut mentions: Vec<&Mention> = self.mentions.iter().filter(|mention| mention.facet == facet).collect();
        let mut first: HashMap<&str, usize> = HashMap::new();
        for (place, mention) in mentions.iter().enumerate() {
            first.entry(mention.role).or_insert(place);
        }
        mentions.sort_by_key(|mention| first[mention.role]);
        let mut table = Table::new(vec![Column::text(""), Column::text("")]);
        let mut before = "";
        for mention in mentions {
            let name = StyledText::strong(if mention.role == before { "" } else { self.corpus.title(mention.role) });
            before = mention.role;
            let parts = [mention.how.map(How::key), mention.when.as_deref()];
            let text = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
            table.push(if text.is_empty() {
                // Footnote numbers alone in a cell would look as if a text were missing.
                vec![notes.cite(name, mention.sources), StyledText::default()]
            } else {
                vec![name, notes.cite(StyledText::from(text), mention.sources)]
            });
        }
        table
    }
}

impl Report for PositionReport<'_> {
    fn page(&self) -> Page {
        let notes = Footnotes::new(self.corpus);
        let title = wording::title(&self.position.title, self.position.acronym.as_deref());
        let mut blocks = vec![
            Block::Title(StyledText::strong(&title)),
            Block::Paragraph(StyledText::muted("No profile of its own: this is what the profiled roles say of it.")),
        ];
        let mut last = None;
        for facet in Facet::ALL.into_iter().filter(|facet| self.mentions.iter().any(|mention| mention.facet == *facet)) {
            let section = facet.section();
            if last.replace(section) != Some(section) {
                blocks.push(Block::Heading(StyledText::strong(section.label())));
            }
            blocks.push(Block::Subheading(StyledText::strong(facet.label())));
            blocks.push(Block::Table(self.table(facet, &notes)));
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

        // A list, as for roles.
        serde_json::to_value([PositionData { position: self.position, mentions: &self.mentions }])
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

        Rows::of(self.mentions.iter().map(|mention| {
            let Mention { kind, facet: _, role, how, when, sources } = mention;
            MentionRow { position: &self.position.id, relation: kind, role, how: *how, when: when.as_deref(), sources }
        }))
    }
}
