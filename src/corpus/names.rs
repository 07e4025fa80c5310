//! Finds what people type: an id, an acronym, a title or an alternate title, in any case.

use super::{Corpus, nearest};
use crate::error::Error;
use crate::model::{Position, Role};
use crate::text::{clean, shorten};

/// Ids that are listed where nothing is near.
const MAX_IDS: usize = 20;

impl Corpus {
    /// The role with a name.
    pub fn find_role(&self, name: &str) -> Result<&Role, Error> {
        let Some(post) = self.find_one(name)? else { return Err(self.unknown(name, false)) };
        self.roles.get(&post.id).ok_or_else(|| Error::Request {
            message: format!("{} ({}) has no profile of its own", clean(&post.id), clean(&post.title)),
            help: vec![format!("'roles show {}' says who reports there", clean(&post.id))],
        })
    }

    /// The role or position with a name.
    ///
    /// An id typed exactly is that entry's, so that ids are safe in scripts. Any other name must be one entry's alone.
    pub fn find(&self, name: &str) -> Result<&Position, Error> {
        self.find_one(name)?.ok_or_else(|| self.unknown(name, true))
    }

    fn find_one(&self, name: &str) -> Result<Option<&Position>, Error> {
        if let Some(post) = self.posts.get(name) {
            return Ok(Some(post));
        }
        let wanted = normalize(name);
        let all: Vec<&Position> = self.posts.iter().filter(|post| is_called(post, &wanted)).collect();
        // A role that extends another has its names too; its id tells them apart.
        let mut own = all.iter().filter(|post| !all.iter().any(|other| self.extends(&post.id, &other.id)));
        match (own.next(), own.next()) {
            (first, None) => Ok(first.copied()),
            _ => Err(Error::Request {
                message: format!("'{}' is the name of more than one", clean(&shorten(name, 80))),
                help: listed("type the id or the title of the one you mean:", all),
            }),
        }
    }

    /// Whether a role extends another, directly or through others.
    fn extends(&self, id: &str, other: &str) -> bool {
        let base = |id: &str| self.roles.get(id).and_then(|role| role.extends.as_deref()).filter(|base| *base != id);
        std::iter::successors(base(id), |id| base(id)).take(self.roles.len()).any(|base| base == other)
    }

    fn unknown(&self, name: &str, positions: bool) -> Error {
        Error::Request {
            message: format!("no role or position is called '{}'", clean(&shorten(name, 80))),
            help: self.suggestions(name, positions),
        }
    }

    /// Near misses: roles, and positions if they would do.
    fn suggestions(&self, name: &str, positions: bool) -> Vec<String> {
        let wanted = normalize(name);
        if name.contains(',') && name.split(',').any(|part| self.posts.iter().any(|post| is_called(post, &normalize(part)))) {
            return vec!["put spaces between roles, and quotes around a name with spaces".to_owned()];
        }
        let reads = |role: &&Role| role.acronym_also_means.iter().any(|other| normalize(before_note(&other.text)) == wanted);
        if let Some(role) = self.roles.iter().find(reads) {
            return vec![format!("{} is the {} here: '{}'", clean(role.short_name()), clean(&role.title), clean(&role.id))];
        }
        let posts = || self.posts.iter().filter(|post| positions || self.roles.rank(&post.id).is_some());
        let mut near: Vec<&Position> = nearest(&wanted, posts().flat_map(|post| names(post).map(move |own| (post, own))));
        if near.is_empty() && !wanted.is_empty() {
            near = posts().filter(|post| names(post).any(|own| abbreviates(&wanted, &normalize(own)))).collect();
        }
        near.dedup_by_key(|post| &post.id);
        if near.is_empty() {
            let ids: Vec<_> = self.roles.ids().take(MAX_IDS).map(clean).collect();
            let more = if self.roles.len() > MAX_IDS { ", ..." } else { "" };
            let mut help = vec![format!("the roles are {}{more}", ids.join(", "))];
            help.push("'roles list' shows them with their titles".to_owned());
            if positions && self.posts.len() > self.roles.len() {
                help.push("'roles list --positions' shows the other posts".to_owned());
            }
            return help;
        }
        listed("did you mean:", near)
    }
}

fn listed(head: &str, posts: Vec<&Position>) -> Vec<String> {
    let lines = posts.into_iter().map(|post| format!("  {}  {}", clean(&post.id), clean(&post.title)));
    std::iter::once(head.to_owned()).chain(lines).collect()
}

fn names(post: &Position) -> impl Iterator<Item = &str> {
    [&post.id, &post.title].into_iter().chain(&post.acronym).chain(&post.alternate_titles).map(String::as_str)
}

fn is_called(post: &Position, normalized: &str) -> bool {
    names(post).any(|own| normalize(own) == normalized)
}

/// Whether each word begins one of a title's: `chief op` for `chief operating officer`.
fn abbreviates(short: &str, title: &str) -> bool {
    short.len() > 2 && short.split(' ').all(|short| title.split(' ').any(|word| word.starts_with(short)))
}

/// A text without the note in parentheses after it.
fn before_note(text: &str) -> &str {
    text.split_once(" (").map_or(text, |(text, _)| text)
}

/// Lower case, with single spaces for hyphens, underscores and runs of space.
pub(super) fn normalize(name: &str) -> String {
    let lower = name.to_lowercase();
    lower.split(|c: char| c.is_whitespace() || c == '-' || c == '_').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
