//! The report of `roles show` for a position without a profile.

use serde::Serialize;
use serde_json::{Value, json};

use super::footnotes::Footnotes;
use super::page::{Block, Page, sources};
use super::styled::StyledText;
use super::{ProfileReport, Report, Rows, wording};
use crate::corpus::{Corpus, Line};
use crate::facets::Section;
use crate::model::{Career, CareerStep, How, Id, Position, Role};

/// All mentions of a position in the profiles.
pub struct PositionReport<'a> {
    corpus: &'a Corpus,
    position: &'a Position,
    /// The position with the career steps that the profiles state; its lines are those of the corpus.
    profile: Role,
    /// The sections asked for that can mention a position.
    sections: Vec<Section>,
}

/// A line or career step between a role and the position.
#[derive(Serialize)]
struct Mention<'m> {
    /// The relation of the role to the position.
    kind: &'static str,
    role: &'m str,
    how: Option<How>,
    when: Option<String>,
    sources: &'m [Id],
}

impl<'a> PositionReport<'a> {
    pub fn new(corpus: &'a Corpus, position: &'a Position, sections: &[Section]) -> Self {
        let mut career = Career::default();
        for role in corpus.roles.iter() {
            let seen_from_here = |steps: &[CareerStep]| {
                let here = steps.iter().filter(|step| step.role == position.id).cloned();
                here.map(|step| CareerStep { role: role.id.clone(), ..step }).collect::<Vec<_>>()
            };
            career.from.extend(seen_from_here(&role.career.to));
            career.to.extend(seen_from_here(&role.career.from));
        }
        let profile = Role { id: position.id.clone(), title: position.title.clone(), career, ..Role::default() };
        let sections = [Section::Reporting, Section::Career].into_iter().filter(|section| sections.contains(section)).collect();
        Self { corpus, position, profile, sections }
    }

    pub fn is_empty(&self) -> bool {
        self.mentions().is_empty()
    }

    fn mentions(&self) -> Vec<Mention<'_>> {
        let mut mentions = Vec::new();
        if self.sections.contains(&Section::Reporting) {
            let mention = |kind, role, line: &'a Line| Mention {
                kind,
                role,
                how: Some(line.how),
                when: line.when.clone(),
                sources: &line.sources,
            };
            mentions.extend(self.corpus.lines.down(&self.position.id).map(|line| mention("direct_report", &line.from, line)));
            mentions.extend(self.corpus.lines.up(&self.position.id).map(|line| mention("superior", &line.to, line)));
        }
        if self.sections.contains(&Section::Career) {
            let Career { from, to } = &self.profile.career;
            for (kind, step) in
                to.iter().map(|step| ("comes_from_here", step)).chain(from.iter().map(|step| ("goes_on_to_here", step)))
            {
                mentions.push(Mention { kind, role: &step.role, how: None, when: step.limits(), sources: &step.sources });
            }
        }
        mentions
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
        for section in &self.sections {
            let content = ProfileReport::facets(self.corpus, &self.profile, *section, &notes);
            if !content.is_empty() {
                blocks.push(Block::Heading(StyledText::strong(section.label())));
                blocks.extend(content);
            }
        }
        blocks.extend(sources(notes));
        Page { blocks }
    }

    fn data(&self) -> serde_json::Result<Value> {
        #[derive(Serialize)]
        struct PositionData<'a> {
            #[serde(flatten)]
            position: &'a Position,
            mentions: Vec<Mention<'a>>,
        }

        // A list, as for roles.
        serde_json::to_value([PositionData { position: self.position, mentions: self.mentions() }])
    }

    fn rows(&self) -> serde_json::Result<Rows> {
        let row = |Mention { kind, role, how, when, sources }| {
            [json!(self.position.id), json!(kind), json!(role), json!(how), json!(when), json!(sources)]
        };
        let columns = ["position", "relation", "role", "how", "when", "sources"];
        Ok(Rows::table(columns, self.mentions().into_iter().map(row)))
    }
}
