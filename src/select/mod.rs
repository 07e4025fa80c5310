//! The filters of `roles list` and `roles salary`, as pure functions.

mod pay;

use crate::corpus::{Catalog, Corpus, Line, Lines, role_elements};
use crate::facets::{Passage, role_passages};
use crate::likeness::stems;
use crate::model::{How, Level, Role, Term};

pub use pay::{FigureFilter, PayRange, span as pay_span};

/// Conditions on roles; those not given do not narrow.
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
    /// Has a duty with all of the words of each list, as stems.
    pub duty: Vec<Vec<String>>,
    /// Has a skill with all of them.
    pub skill: Vec<Vec<String>>,
    /// Has a statement on this topic or a part of it.
    pub topic: Option<&'a str>,
    /// Cites this source.
    pub cites: Option<&'a str>,
    /// Has a published figure in this range.
    pub pay: Option<PayRange>,
}

/// A function or post in a role's charge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charge<'a> {
    Function(&'a str),
    Party(&'a str),
}

/// A role that meets the conditions, and why.
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
    /// The duties and skills that have the words, and the statements on the topic.
    pub statements: Vec<String>,
}

/// The roles that meet the conditions, in the order of the corpus.
pub fn select<'a>(corpus: &'a Corpus, filter: &Filter<'a>) -> Vec<Selected<'a>> {
    corpus.roles.iter().filter_map(|role| examine(corpus, filter, role)).collect()
}

fn examine<'a>(corpus: &'a Corpus, filter: &Filter<'a>, role: &'a Role) -> Option<Selected<'a>> {
    let is_part = |own: &String, function| belongs(&corpus.functions, own, function);
    let cites = |source| role_elements(role).iter().any(|element| element.sources.iter().any(|cited| cited == source));
    let is_meant = filter.level.is_none_or(|level| role.level == Some(level))
        && filter.function.is_none_or(|function| role.function.as_ref().is_some_and(|own| is_part(own, function)))
        && filter.cites.is_none_or(cites)
        && filter.pay.as_ref().is_none_or(|pay| role.salary.iter().any(|figure| pay.meets(figure)));
    if !is_meant {
        return None;
    }
    let (line, via) = match filter.reports_to {
        Some(superior) => way_up(&corpus.lines, &role.id, superior, filter).map(|(how, via)| (Some(how), via))?,
        None => (None, Vec::new()),
    };
    let of_function = |id| role.reporting.oversees.iter().filter(move |charge| charge.function == id).map(|charge| charge.how);
    let oversight = match filter.oversees {
        Some(Charge::Function(id)) => Some(of_function(id).filter(|how| allowed(*how, filter)).min()?),
        Some(Charge::Party(id)) => {
            Some(corpus.lines.direct(id, &role.id).map(|line| line.how).filter(|how| allowed(*how, filter))?)
        }
        None => None,
    };
    let mut statements = Vec::new();
    let mut said = |is_meant: &dyn Fn(&Passage) -> bool| {
        let before = statements.len();
        statements.extend(role_passages(corpus, role).into_iter().filter(is_meant).map(|said| said.text));
        (statements.len() > before).then_some(())
    };
    for (list, wanted) in [("duties", &filter.duty), ("skills", &filter.skill)] {
        for words in wanted {
            let has_all = |passage: &Passage| {
                let found = [stems(passage.label), stems(&passage.text)].concat();
                words.iter().all(|word| found.contains(word))
            };
            said(&|passage| passage.list.key == list && has_all(passage))?;
        }
    }
    if let Some(topic) = filter.topic {
        said(&|passage| !passage.list.is_keyed && passage.topic.is_some_and(|own| belongs(&corpus.topics, own, topic)))?;
    }
    Some(Selected { role, origin: corpus.origin(&role.id), line, via, oversight, statements })
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

impl<'a> Charge<'a> {
    /// The function with a name, else the role or position.
    pub fn find(corpus: &'a Corpus, word: &str) -> Option<Self> {
        let named = |label: &str| label.eq_ignore_ascii_case(word);
        let function = corpus.functions.iter().find(|function| named(&function.id) || named(&function.label));
        function.map(|function| Self::Function(&function.id)).or_else(|| corpus.find(word).ok().map(|post| Self::Party(&post.id)))
    }
}
