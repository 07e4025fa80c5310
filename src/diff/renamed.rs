//! Renamed roles: removed under one id, added under another.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::said::of_role;
use crate::corpus::Corpus;
use crate::model::Role;

/// So much (percent) of what two roles say, word for word, makes them one role that was renamed.
pub const MOSTLY_THE_SAME: u8 = 50;

/// A role under two ids.
pub(super) struct Renamed<'a> {
    pub old: &'a Role,
    pub new: &'a Role,
    /// The share of statements that are the same.
    pub percent: u8,
}

/// Pairs roles removed with roles added that say mostly the same; the most alike first, each once.
pub(super) fn pairs<'a>(removed: &[&'a Role], added: &[&'a Role], [old, new]: [&'a Corpus; 2]) -> Vec<Renamed<'a>> {
    let added: Vec<(&Role, HashSet<Statement>)> = added.iter().map(|role| (*role, statements(new, role))).collect();
    let mut renamed: Vec<Renamed> = Vec::new();
    for &one in removed {
        let said = statements(old, one);
        for (other, says) in &added {
            let in_common = said.intersection(says).count();
            let percent = u8::try_from(200 * in_common / (said.len() + says.len())).unwrap_or(100);
            if percent >= MOSTLY_THE_SAME {
                renamed.push(Renamed { old: one, new: other, percent });
            }
        }
    }
    // Ties follow the ids, in either direction.
    let ids = |pair: &Renamed<'a>| (pair.old.id.as_str().min(&pair.new.id), pair.old.id.as_str().max(&pair.new.id));
    renamed.sort_unstable_by(|a, b| (Reverse(a.percent), ids(a)).cmp(&(Reverse(b.percent), ids(b))));
    let mut used: HashSet<&str> = HashSet::new();
    renamed.retain(|pair| {
        let is_free = !used.contains(&*pair.old.id) && !used.contains(&*pair.new.id);
        if is_free {
            used.extend([&*pair.old.id, &*pair.new.id]);
        }
        is_free
    });
    renamed
}

/// The list, topic and text of a statement, a title or a summary.
type Statement<'a> = (&'static str, Option<&'a str>, String);

/// What a role says, without what it takes over from another: that is no sign of who it is.
fn statements<'a>(corpus: &'a Corpus, role: &'a Role) -> HashSet<Statement<'a>> {
    let all = |role: &'a Role| -> HashSet<Statement<'a>> {
        let said = of_role(corpus, role).into_iter().map(|said| (said.part.key, said.topic, said.text));
        let summary = role.summary.iter().map(|summary| ("summary", None, summary.text.clone()));
        said.chain([("title", None, role.title.clone())]).chain(summary).collect()
    };
    let mut own = all(role);
    if let Some(base) = role.extends.as_deref().filter(|base| *base != role.id).and_then(|base| corpus.roles.get(base)) {
        let taken_over = all(base);
        own.retain(|thing| !taken_over.contains(thing));
    }
    own
}
