//! Finds what people type: an id, an acronym, a title or an alternate title, in any case.

use std::fmt;

use super::{Corpus, nearest};
use crate::error::Error;
use crate::model::{Position, Role};
use crate::text::{clean, count, shorten};

/// Why a name means nobody, or more than one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameError {
    /// Nobody is called so.
    Unknown(Box<UnknownName>),
    /// Several are called so.
    Ambiguous {
        /// As it was typed.
        name: String,
        /// Id and title of each.
        candidates: Vec<(String, String)>,
    },
    /// The name is known, but there is no profile to show or compare.
    NoProfile {
        /// The id.
        id: String,
        /// The title.
        title: String,
    },
}

/// A name that nobody has, and what may have been meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownName {
    /// As it was typed.
    name: String,
    /// Id and title of those it is nearest to.
    nearest: Vec<(String, String)>,
    /// Id, title and acronym of the role whose acronym also stands for what was asked.
    other_reading: Option<(String, String, String)>,
    /// Whether it is names with commas between them.
    is_list: bool,
    /// The id of every role.
    known: Vec<String>,
    /// Whether positions without a profile would do, too.
    has_positions: bool,
}

impl Corpus {
    /// The role of a name.
    ///
    /// # Errors
    /// When no role or more than one has the name, or only a position has it.
    pub fn find_role(&self, name: &str) -> Result<&Role, NameError> {
        let post = match self.find(name) {
            // Only what has a profile is worth suggesting here.
            Err(NameError::Unknown(_)) => return Err(self.unknown(name, false)),
            found => found?,
        };
        let no_profile = || NameError::NoProfile { id: post.id.to_string(), title: post.title.to_string() };
        self.roles.get(&post.id).ok_or_else(no_profile)
    }

    /// The role or position of a name.
    ///
    /// An id typed exactly is that entry's, so that ids are safe in scripts. Any other name must be one entry's alone.
    ///
    /// # Errors
    /// When nobody or more than one has the name.
    pub fn find(&self, name: &str) -> Result<&Position, NameError> {
        if let Some(post) = self.posts.get(name) {
            return Ok(post);
        }
        let wanted = normalize(name);
        let mut matches = self.posts.iter().filter(|post| names(post).any(|own| normalize(own) == wanted));
        match (matches.next(), matches.next()) {
            (None, _) => Err(self.unknown(name, true)),
            (Some(post), None) => Ok(post),
            (Some(first), Some(second)) => {
                let all: Vec<&Position> = [first, second].into_iter().chain(matches).collect();
                // A role that extends another has its names too, and means itself by its id.
                let mut own = all.iter().filter(|post| !all.iter().any(|other| self.extends(&post.id, &other.id)));
                match (own.next(), own.next()) {
                    (Some(post), None) => Ok(post),
                    _ => Err(NameError::Ambiguous {
                        name: name.to_owned(),
                        candidates: all.into_iter().map(id_and_title).collect(),
                    }),
                }
            }
        }
    }

    /// Whether a role extends another, straight or through others.
    fn extends(&self, id: &str, other: &str) -> bool {
        let base = |id: &str| self.roles.get(id).and_then(|role| role.extends.as_deref()).filter(|base| *base != id);
        // A chain is at most as long as there are roles.
        std::iter::successors(base(id), |id| base(id)).take(self.roles.len()).any(|base| base == other)
    }

    fn unknown(&self, name: &str, positions: bool) -> NameError {
        let wanted = &*normalize(name);
        let posts = || self.posts.iter().filter(|post| positions || self.roles.rank(&post.id).is_some());
        let mut near: Vec<&Position> = nearest(wanted, posts().flat_map(|post| names(post).map(move |own| (post, own))));
        if near.is_empty() && !wanted.is_empty() {
            let stands_for = |own: &str| {
                let own = normalize(own);
                wanted.split(' ').all(|word| own.split(' ').any(|own| own == word || abbreviates(word, own)))
            };
            near = posts().filter(|post| names(post).any(stands_for)).collect();
        }
        near.dedup_by_key(|post| &post.id);
        let other_reading = self
            .roles
            .iter()
            .find(|role| role.acronym_also_means.iter().any(|other| normalize(before_remark(&other.text)) == wanted));
        NameError::Unknown(Box::new(UnknownName {
            name: name.to_owned(),
            nearest: near.into_iter().map(id_and_title).collect(),
            other_reading: other_reading.map(|role| (role.id.to_string(), role.title.to_string(), role.short_name().to_owned())),
            is_list: name.contains(',') && name.split(',').any(|part| self.is_name(part)),
            known: self.roles.iter().map(|role| role.id.to_string()).collect(),
            has_positions: positions && self.posts.len() > self.roles.len(),
        }))
    }

    /// Whether somebody is called so.
    fn is_name(&self, name: &str) -> bool {
        let wanted = normalize(name);
        self.posts.iter().flat_map(names).any(|own| normalize(own) == wanted)
    }
}

fn names<'p>(post: &'p Position) -> impl Iterator<Item = &'p str> {
    [&post.id, &post.title].into_iter().chain(&post.acronym).chain(&post.alternate_titles).map(String::as_str)
}

fn id_and_title(post: &Position) -> (String, String) {
    (post.id.to_string(), post.title.to_string())
}

/// Whether a word may be short for another: its letters in their order, from the first on, as `ops` is for `operations`.
fn abbreviates(short: &str, word: &str) -> bool {
    let mut letters = word.chars();
    short.chars().count() >= 3
        && short.chars().next() == word.chars().next()
        && short.chars().all(|wanted| letters.any(|letter| letter == wanted))
}

/// A reading without what is remarked on it in parentheses.
fn before_remark(text: &str) -> &str {
    text.split_once(" (").map_or(text, |(reading, _)| reading)
}

/// Lower case, with single spaces for hyphens, underscores and runs of space.
pub(super) fn normalize(name: &str) -> String {
    let lower = name.to_lowercase();
    lower.split(|c: char| c.is_whitespace() || c == '-' || c == '_').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

impl fmt::Display for NameError {
    /// One line on what is wrong; [`NameError::help`] says what to type instead.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(unknown) => write!(f, "no role or position is called '{}'", clean(&shorten(&unknown.name, 80))),
            Self::Ambiguous { name, .. } => write!(f, "'{}' is the name of more than one", clean(&shorten(name, 80))),
            Self::NoProfile { id, title } => write!(f, "{} ({}) has no profile of its own", clean(id), clean(title)),
        }
    }
}

impl From<NameError> for Error {
    fn from(error: NameError) -> Self {
        Self::Request { message: error.to_string(), help: error.help() }
    }
}

impl NameError {
    /// What to type instead, a line each.
    pub fn help(&self) -> Vec<String> {
        /// Of what may have been meant, enough to find it.
        const MOST: usize = 12;
        let line = |(id, title): &(String, String)| format!("  {}  {}", clean(id), clean(title));
        match self {
            Self::Unknown(unknown) => {
                let UnknownName { nearest, other_reading, known, is_list, has_positions, .. } = &**unknown;
                let mut help = Vec::new();
                if *is_list {
                    help.push("write roles with spaces between them, and one whose name has spaces in quotes".to_owned());
                } else if let Some((id, title, acronym)) = other_reading {
                    help.push(format!("{} is the {} here: '{}'", clean(acronym), clean(title), clean(id)));
                } else if !nearest.is_empty() {
                    help.push("did you mean:".to_owned());
                    help.extend(nearest.iter().take(MOST).map(line));
                    let others = nearest.len().saturating_sub(MOST);
                    help.extend((others > 0).then(|| format!("  and {}", count(others, "other", "others"))));
                }
                if help.is_empty() {
                    let ids: Vec<_> = known.iter().take(20).map(|id| clean(id)).collect();
                    help.push(format!("the roles are {}{}", ids.join(", "), if known.len() > 20 { ", ..." } else { "" }));
                    help.push("'roles list' shows them with their titles".to_owned());
                    help.extend(has_positions.then(|| "'roles list --positions' shows the other posts".to_owned()));
                }
                help
            }
            Self::Ambiguous { candidates, .. } => {
                let mut help = vec!["type the id or the title of the one you mean:".to_owned()];
                help.extend(candidates.iter().map(line));
                help
            }
            Self::NoProfile { id, .. } => vec![format!("'roles show {}' says who reports there", clean(id))],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Catalog;

    fn post(id: &'static str, title: &'static str, acronym: Option<&'static str>) -> Position {
        Position {
            id: id.into(),
            title: title.into(),
            acronym: acronym.map(String::from),
            alternate_titles: vec!["Head Seller".into()],
        }
    }

    fn corpus() -> Corpus {
        let sales = post("cso", "Chief Sales Officer", Some("CSO"));
        let mut strategy = post("cso-strategy", "Chief Strategy Officer", Some("CSO"));
        strategy.alternate_titles.clear();
        Corpus { posts: Catalog::from_iter([sales, strategy]), ..Corpus::default() }
    }

    #[test]
    fn an_acronym_of_two_is_refused_and_both_are_named() {
        let corpus = corpus();
        let error = corpus.find("CSO").expect_err("CSO was taken for one of them");
        assert_eq!(error.help()[1..], ["  cso  Chief Sales Officer", "  cso-strategy  Chief Strategy Officer"]);
    }

    #[test]
    fn an_id_typed_exactly_is_always_its_own() {
        assert_eq!(corpus().find("cso").expect("an id").title, "Chief Sales Officer");
    }

    #[test]
    fn titles_are_found_in_any_case_and_spacing() {
        let corpus = corpus();
        for name in ["chief  sales OFFICER", "Chief-Sales-Officer", "head_seller"] {
            assert_eq!(corpus.find(name).expect(name).id, "cso");
        }
    }

    #[test]
    fn words_of_a_title_suggest_it() {
        let help = corpus().find("strategy").expect_err("a word is no name").help();
        assert_eq!(help, ["did you mean:", "  cso-strategy  Chief Strategy Officer"]);
    }

    #[test]
    fn words_in_short_suggest_what_they_are_short_for() {
        for name in ["strat", "stgy chief", "chief-stratg"] {
            let help = corpus().find(name).expect_err("a word in short is no name").help();
            assert_eq!(help, ["did you mean:", "  cso-strategy  Chief Strategy Officer"], "{name}");
        }
        let help = corpus().find("tegy").expect_err("the end of a word is no name").help();
        assert_eq!(help[0], "the roles are ");
    }
}
