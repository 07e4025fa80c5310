//! The filters of `roles list` and `roles salary`, as pure functions.

mod pay;

use crate::corpus::{Catalog, Corpus, Line, Lines, role_elements};
use crate::facets::{Facet, Item, items};
use crate::likeness::stems;
use crate::model::{How, Level, Role, Term};

pub use pay::{FigureFilter, PayRange, span as pay_span};

/// A description of roles; what is not given does not narrow.
#[derive(Debug, Clone, Default)]
pub struct Filter<'a> {
    /// Reports to this role or position.
    pub reports_to: Option<&'a str>,
    /// Only lines that are usual.
    pub usual: bool,
    /// Also lines that lead there through others.
    pub indirect: bool,
    /// Has one of these in its charge.
    pub oversees: Option<Charge<'a>>,
    pub level: Option<Level>,
    /// Belongs to this function or a part of it.
    pub function: Option<&'a str>,
    /// Has a duty with all of these words.
    pub duty: Vec<Words>,
    /// Has a skill with all of these words.
    pub skill: Vec<Words>,
    /// Has a statement on this topic or a part of it.
    pub topic: Option<&'a str>,
    /// Cites this source.
    pub cites: Option<&'a str>,
    /// Has a published figure in this range.
    pub pay: Option<PayRange>,
}

/// Words to look for, in any order, case and grammatical form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(Vec<String>);

impl Words {
    /// The words of a text; none when it has no letter or digit.
    pub fn new(text: &str) -> Option<Self> {
        Some(Self(stems(text))).filter(|words| !words.0.is_empty())
    }

    fn all_in(&self, texts: [&str; 2]) -> bool {
        let found: Vec<String> = texts.into_iter().flat_map(stems).collect();
        self.0.iter().all(|word| found.contains(word))
    }
}

/// A function or post in a role's charge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charge<'a> {
    Function(&'a str),
    Party(&'a str),
}

/// A role that answers to a description, and why.
#[derive(Debug, Clone)]
pub struct Selected<'a> {
    pub role: &'a Role,
    /// The file of the role, or `built-in`.
    pub origin: &'a str,
    /// The frequency of the line of `--reports-to`.
    pub line: Option<How>,
    /// Through whom, nearest superior first; empty when straight.
    pub via: Vec<&'a str>,
    /// The frequency of the charge of `--oversees`.
    pub oversight: Option<How>,
    /// The duties and skills that have the words, and what is said on the topic.
    pub statements: Vec<Item<'a>>,
}

/// The roles of a corpus that answer to a description, in the order of the corpus.
pub fn select<'a>(corpus: &'a Corpus, filter: &Filter<'a>) -> Vec<Selected<'a>> {
    corpus.roles.iter().filter_map(|role| examine(corpus, filter, role)).collect()
}

fn examine<'a>(corpus: &'a Corpus, filter: &Filter<'a>, role: &'a Role) -> Option<Selected<'a>> {
    let mut found =
        Selected { role, origin: corpus.origin(&role.id), line: None, via: Vec::new(), oversight: None, statements: Vec::new() };
    if let Some(level) = filter.level {
        (role.level == Some(level)).then_some(())?;
    }
    if let Some(function) = filter.function {
        belongs(&corpus.functions, role.function.as_deref()?, function).then_some(())?;
    }
    if let Some(superior) = filter.reports_to {
        let (how, via) = way_up(&corpus.lines, &role.id, superior, filter)?;
        (found.line, found.via) = (Some(how), via);
    }
    match filter.oversees {
        Some(Charge::Function(function)) => {
            let matching = role.reporting.oversees.iter().filter(|oversight| oversight.function == *function);
            found.oversight = Some(matching.map(|oversight| oversight.how).filter(|how| allowed(*how, filter)).min()?);
        }
        Some(Charge::Party(party)) => {
            found.oversight =
                Some(corpus.lines.direct(party, &role.id).map(|line| line.how).filter(|how| allowed(*how, filter))?);
        }
        None => {}
    }
    for (facet, wanted) in [(Facet::Duties, &filter.duty), (Facet::Skills, &filter.skill)] {
        for words in wanted {
            let mut matching = items(corpus, role, facet);
            matching.retain(|(subject, item)| words.all_in([subject.label, &item.text]));
            if matching.is_empty() {
                return None;
            }
            found.statements.extend(matching.into_iter().map(|(_, item)| item));
        }
    }
    if let Some(topic) = filter.topic {
        let said = said_on(corpus, role, topic);
        (!said.is_empty()).then_some(())?;
        found.statements.extend(said);
    }
    if let Some(source) = filter.cites {
        role_elements(role).iter().any(|element| element.sources.iter().any(|cited| cited == source)).then_some(())?;
    }
    if let Some(pay) = &filter.pay {
        role.salary.iter().any(|figure| pay.meets(figure)).then_some(())?;
    }
    Some(found)
}

fn allowed(how: How, filter: &Filter) -> bool {
    how == How::Usual || !filter.usual
}

/// The frequency of a line to a superior, and the posts between.
fn way_up<'a>(lines: &'a Lines, role: &'a str, superior: &str, filter: &Filter) -> Option<(How, Vec<&'a str>)> {
    let straight = lines.direct(role, superior).map(|line: &Line| line.how).filter(|how| allowed(*how, filter));
    if straight.is_some() || !filter.indirect {
        return straight.map(|how| (how, Vec::new()));
    }
    let limits = if filter.usual { &[How::Usual][..] } else { &[How::Usual, How::Sometimes, How::Rarely] };
    limits.iter().find_map(|&limit| {
        let chain = lines.chains(role, limit).into_iter().find(|chain| chain.last() == Some(&superior))?;
        Some((limit, chain[1..chain.len() - 1].to_vec()))
    })
}

/// Whether a function or topic is another or a part of it.
fn belongs(terms: &Catalog<Term>, part: &str, whole: &str) -> bool {
    let mut part = Some(part);
    // A sound corpus has no circle of terms, and no chain is longer than the list of them.
    for _ in 0..=terms.len() {
        match part {
            Some(id) if id == whole => return true,
            Some(id) => part = terms.get(id).and_then(|term| term.broader.as_deref()),
            None => return false,
        }
    }
    false
}

/// The statements on a topic and its parts.
fn said_on<'a>(corpus: &Corpus, role: &'a Role, topic: &str) -> Vec<Item<'a>> {
    let statements = role.statements().into_iter().flat_map(|(_, statements)| statements);
    let on_topic = statements.filter(|said| said.topic.as_deref().is_some_and(|own| belongs(&corpus.topics, own, topic)));
    on_topic.map(|said| Item { text: said.text.as_str().into(), sources: &said.sources, how: None }).collect()
}

impl<'a> Charge<'a> {
    /// The function with a name, else the role or position.
    pub fn find(corpus: &'a Corpus, word: &str) -> Option<Self> {
        let named = |label: &str| label.eq_ignore_ascii_case(word);
        let function = corpus.functions.iter().find(|function| named(&function.id) || named(&function.label));
        function.map(|function| Self::Function(&function.id)).or_else(|| corpus.find(word).ok().map(|post| Self::Party(&post.id)))
    }
}
