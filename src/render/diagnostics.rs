//! Draws problems of a corpus: the line, a mark under the place, and what to do. The only file that names annotate-snippets.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Severity, Spot};
use crate::terminal::Style;
use crate::text::{count, is_unsafe, thousands};

/// The errors alone, for commands other than `roles check`.
const MAX_ERRORS: usize = 20;

/// Draws the errors of a corpus that cannot be used.
pub fn refusal(problems: &[Diagnostic], style: Style) -> String {
    let errors: Vec<&Diagnostic> = problems.iter().filter(|problem| problem.severity() == Severity::Error).collect();
    let drawn: String = errors.iter().take(MAX_ERRORS).map(|problem| draw(problem, style) + "\n").collect();
    let (hidden, offer) = match errors.len().saturating_sub(MAX_ERRORS) {
        0 => (String::new(), "warnings too"),
        more => (format!(", {} of them not shown", thousands(more as u64)), "all"),
    };
    let errors = count(errors.len(), "error", "errors");
    format!("{drawn}error: the corpus cannot be used: {errors}{hidden}; `roles check PATH` shows {offer}\n")
}

/// Draws one problem in a few lines.
pub fn draw(problem: &Diagnostic, style: Style) -> String {
    let level = match problem.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = Group::with_title(level.primary_title(problem.message.as_str()).id(problem.code.key()));
    let spot = &problem.spot;
    group = match (snippet(spot, AnnotationKind::Primary, None), spot.place) {
        (Some(snippet), _) => group.element(snippet),
        (None, Some(place)) => group.element(Origin::path(spot.file.as_str()).line(place.line).char_column(place.column)),
        (None, None) => group.element(Origin::path(spot.file.as_str())),
    };
    for (what, spot) in &problem.related {
        group = match snippet(spot, AnnotationKind::Context, Some(what)) {
            Some(snippet) => group.element(snippet),
            None => group.element(Level::NOTE.message(format!("{what}: {}", spot.file))),
        };
    }
    if let Some(help) = &problem.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let decor = if style.ascii { DecorStyle::Ascii } else { DecorStyle::Unicode };
    renderer.decor_style(decor).term_width(style.width).render(&[group]) + "\n"
}

/// The line of a spot with a mark under its place.
fn snippet<'s>(spot: &'s Spot, kind: AnnotationKind, label: Option<&'s String>) -> Option<Snippet<'s, Annotation<'s>>> {
    let place = spot.place?;
    let line = spot.text.lines().nth(place.line - 1).filter(|line| !line.is_empty())?;
    // Replacing character by character keeps the columns.
    let visible = |character: char| if is_unsafe(character) && character != '\t' { '\u{fffd}' } else { character };
    let line: String = line.chars().map(visible).collect();
    let byte = |column: usize| line.char_indices().nth(column).map_or(line.len(), |(byte, _)| byte);
    let marked = byte(place.column - 1)..byte(place.column - 1 + place.width);
    let annotation = kind.span(marked).label(label.map(String::as_str));
    Some(Snippet::source(line).path(spot.file.as_str()).line_start(place.line).annotation(annotation))
}
