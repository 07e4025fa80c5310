//! The report of `roles show` for somebody without a profile: who reports there, and whose careers pass by.

use serde::Serialize;

use super::document::{Block, Column, Document, Rich, Table};
use super::notes::Notes;
use super::records::{Sink, Value};
use super::{Report, wording};
use crate::corpus::{Corpus, Line};
use crate::model::{How, Position, Sources};

/// What the corpus says in passing of somebody it has no profile of.
pub struct PositionReport<'a, 'c> {
    corpus: &'a Corpus<'c>,
    position: &'a Position<'a>,
    mentions: Vec<Mention<'a>>,
}

/// One thing a role says of the position.
#[derive(Serialize)]
struct Mention<'a> {
    kind: Kind,
    role: &'a str,
    how: Option<How>,
    when: Option<&'a str>,
    sources: &'a Sources<'a>,
}

/// What the role is to the position.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    DirectReport,
    Superior,
    ComesFromHere,
    GoesOnToHere,
}

impl Kind {
    const ALL: [Self; 4] = [Self::DirectReport, Self::Superior, Self::ComesFromHere, Self::GoesOnToHere];

    const fn key(self) -> &'static str {
        match self {
            Self::DirectReport => "direct_report",
            Self::Superior => "superior",
            Self::ComesFromHere => "comes_from_here",
            Self::GoesOnToHere => "goes_on_to_here",
        }
    }

    const fn label(self) -> &'static str {
        match self {
            Self::DirectReport => "Who reports here",
            Self::Superior => "Reports to",
            Self::ComesFromHere => "Who comes from this post",
            Self::GoesOnToHere => "Who goes on to this post",
        }
    }
}

impl<'a, 'c> PositionReport<'a, 'c> {
    /// Gathers what the roles of a corpus say of a position.
    #[must_use]
    pub fn new(corpus: &'a Corpus<'c>, position: &'a Position<'a>) -> Self {
        let id = position.id.as_str();
        let mut mentions = Vec::new();
        let line = |kind, role, line: &'a Line<'a>| Mention {
            kind,
            role,
            how: Some(line.how),
            when: line.when.as_deref(),
            sources: &line.sources,
        };
        mentions.extend(corpus.lines.down(id).map(|down| line(Kind::DirectReport, &*down.from, down)));
        mentions.extend(corpus.lines.up(id).map(|up| line(Kind::Superior, &*up.to, up)));
        for role in corpus.roles.iter() {
            for (kind, steps) in [(Kind::ComesFromHere, &role.career.from), (Kind::GoesOnToHere, &role.career.to)] {
                for step in steps.iter().filter(|step| step.role == *id) {
                    let (when, sources) = (step.note.as_deref(), &step.sources);
                    mentions.push(Mention { kind, role: &role.id, how: None, when, sources });
                }
            }
        }
        mentions.sort_by_key(|mention| (mention.kind as u8, mention.how));
        Self { corpus, position, mentions }
    }
}

impl Report for PositionReport<'_, '_> {
    fn document(&self) -> Document {
        let notes = Notes::new(self.corpus);
        let mut blocks = vec![
            Block::Title(Rich::strong(&wording::title(&self.position.title, self.position.acronym.as_deref()))),
            Block::Paragraph(Rich::muted("No profile of its own: this is what the profiled roles say of it.")),
        ];
        for kind in Kind::ALL {
            let mut table = Table::new(vec![Column::text(""), Column::text("")]);
            for mention in self.mentions.iter().filter(|mention| mention.kind == kind) {
                let parts = [mention.how.map(How::key), mention.when];
                let text = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
                table.push(vec![Rich::strong(self.corpus.title(mention.role)), notes.cite(Rich::from(text), mention.sources)]);
            }
            if !table.rows().is_empty() {
                blocks.push(Block::Heading(Rich::strong(kind.label())));
                blocks.push(Block::Table(table));
            }
        }
        blocks.extend(notes.into_blocks());
        Document { blocks }
    }

    fn columns(&self) -> Vec<&'static str> {
        vec!["position", "relation", "role", "how", "when", "sources"]
    }

    fn records(&self, sink: &mut Sink) {
        for mention in &self.mentions {
            sink(&[
                Value::Text(&self.position.id),
                Value::Text(mention.kind.key()),
                Value::Text(mention.role),
                Value::optional(mention.how.map(How::key)),
                Value::optional(mention.when),
                Value::Sources(mention.sources),
            ]);
        }
    }

    fn data(&self) -> impl Serialize {
        #[derive(Serialize)]
        struct Data<'a> {
            #[serde(flatten)]
            position: &'a Position<'a>,
            mentions: &'a [Mention<'a>],
        }
        Data { position: self.position, mentions: &self.mentions }
    }
}
