//! Texts, and the links between them and the sources.

use std::cell::RefCell;
use std::collections::HashSet;

use maud::{Markup, PreEscaped, html};

use super::super::address::web_address;
use crate::report::{Footnote, GroupKind, Page, StyledText, Tone};
use crate::text::clean;

/// Separates the lines of a page for readers of its source.
pub(super) const LINE: PreEscaped<&str> = PreEscaped("\n");

/// Writes texts; knows the roles of the page and the numbers of the notes that have been cited so far.
pub(super) struct TextWriter<'d> {
    roles: &'d [String],
    cited: RefCell<HashSet<String>>,
}

impl<'d> TextWriter<'d> {
    pub(super) fn of(page: &'d Page) -> Self {
        let of_brief = page.blocks.iter().find_map(|block| block.brief().map(|brief| &brief.roles));
        let of_sides = || page.blocks.iter().find_map(|block| block.sides().map(|sides| &sides.roles));
        Self { roles: of_brief.or_else(of_sides).map_or(&[], Vec::as_slice), cited: RefCell::default() }
    }

    /// The class of a role's own color.
    pub(super) fn color(&self, role: &str) -> Option<String> {
        const COLORS: usize = 7;
        let place = self.roles.iter().position(|known| known == role)?;
        Some(format!("role{}", place % COLORS))
    }

    /// The words for rows by who has them.
    pub(super) fn kind(&self, (kind, column): (GroupKind, Option<usize>)) -> String {
        let role = column.and_then(|column| self.roles.get(column));
        match kind {
            GroupKind::Shared => "shared".to_owned(),
            GroupKind::Partly => "by some".to_owned(),
            _ => role.map_or_else(|| "related".to_owned(), |role| format!("only {role}")),
        }
    }

    /// A text with its tones.
    pub(super) fn rich(&self, text: &StyledText) -> Markup {
        html! {
            @for span in &text.spans {
                @if span.cites {
                    (self.citations(&span.text))
                } @else {
                    @match span.tone {
                        Tone::Plain => (span.text),
                        Tone::Strong => strong { (span.text) },
                        Tone::Muted => span.muted { (span.text) },
                        // No command can be typed on a page.
                        Tone::Hint => {},
                        Tone::Added => ins { (span.text) },
                        Tone::Removed => del { (span.text) },
                    }
                }
            }
        }
    }

    /// Numbers of notes as links. No space parts them from the word before, so that they never begin a line. Notes link back to
    /// the first citation.
    fn citations(&self, text: &str) -> Markup {
        html! {
            sup {
                @for (i, number) in text.split(|c: char| !c.is_ascii_digit()).filter(|piece| !piece.is_empty()).enumerate() {
                    @if i > 0 { "," }
                    @let is_first = self.cited.borrow_mut().insert(number.to_owned());
                    @let id = is_first.then(|| format!("cited:{number}"));
                    a id=[id] href={ "#source:" (number) } role="doc-noteref" aria-label={ "Source " (number) } { (number) }
                }
            }
        }
    }

    /// Sources; those with numbers lead back to where they are cited.
    pub(super) fn notes(&self, notes: &[Footnote]) -> Markup {
        html! {
            ul.notes {
                @for note in notes {
                    @let label = note.label.trim_matches(['[', ']']);
                    @let is_cited = self.cited.borrow().contains(label);
                    (LINE) li id=[is_cited.then(|| format!("source:{label}"))] {
                        span.label { (label) }
                        " "
                        div {
                            (self.rich(&note.text))
                            @if is_cited {
                                " "
                                a.back href={ "#cited:" (label) } role="doc-backlink" aria-label={ "Back to where source " (label) " is cited" } { "↩" }
                            }
                            @if let Some(url) = &note.url { div.address { (address(url)) } }
                        }
                    }
                }
            }
        }
    }
}

/// An address; a link if it is one of the web.
pub(super) fn address(url: &str) -> Markup {
    html! {
        @match web_address(url) {
            Some(address) => a href=(address) rel="noopener noreferrer" { (clean(url)) },
            None => (clean(url)),
        }
    }
}

/// Content that may be too wide for a screen, in a pane that the keyboard can scroll.
pub(super) fn pane(caption: &str, content: &Markup) -> Markup {
    html! { div.pane role="group" aria-label=(caption) tabindex="0" { (content) } }
}
