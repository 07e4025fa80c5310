//! Other readings of a role's acronym.

use super::footnotes::Footnotes;
use super::styled::{StyledText, Tone};
use crate::model::Role;
use crate::text::distinct;

/// `CSO may also mean`; without an acronym, `May also mean`.
pub(super) fn label(role: &Role) -> String {
    role.acronym.as_deref().map_or_else(|| "May also mean".to_owned(), |acronym| format!("{acronym} may also mean"))
}

/// The other meanings with their sources, if any is known.
pub(super) fn meanings(role: &Role, notes: &Footnotes, tone: Tone) -> Option<StyledText> {
    let others: Vec<&str> = role.acronym_also_means.iter().map(|other| &*other.text).collect();
    let cited = distinct(role.acronym_also_means.iter().flat_map(|other| &other.sources).map(String::as_str));
    (!others.is_empty()).then(|| notes.cite(StyledText::new(&others.join(", "), tone), cited))
}

/// Label and meanings in one muted line.
pub(super) fn line(role: &Role, notes: &Footnotes) -> Option<StyledText> {
    let mut line = StyledText::muted(&format!("{} ", label(role)));
    line.spans.extend(meanings(role, notes, Tone::Muted)?.spans);
    Some(line)
}
