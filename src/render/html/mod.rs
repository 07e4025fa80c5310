//! HTML: one page that needs nothing beside it, for a browser or a printer.
//!
//! Nothing in a page runs, and it loads nothing: its own policy forbids both, and the style sheet filters rows. The template
//! escapes every text.

mod blocks;
mod brief;
mod chart;
mod section;
mod sides;
mod words;

use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::report::{Credit, Page};
use crate::text::clean;
use section::PageSection;
use words::{LINE, TextWriter};

/// A page may have a style of its own, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// With as many sections a page has a table of contents.
const SECTIONS_WORTH_A_LIST: usize = 3;

pub(super) fn write(page: &Page, name: &str, credits: &[Credit], out: &mut dyn Write) -> io::Result<()> {
    let words = TextWriter::default();
    let root = PageSection::root(page, name);
    let filter = sides::filter(page);
    // Below an answer everything else is folded.
    let folds = page.blocks.iter().any(|block| block.brief().is_some());
    let has_contents = root.sections.len() >= SECTIONS_WORTH_A_LIST;
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                (LINE) title { (root.title) } (LINE)
                style { (PreEscaped(include_str!("style.css"))) }
            }
            (LINE) body {
                a.skip href="#main" { "Skip to the content" }
                main #main .filtered[filter.is_some()] tabindex="-1" {
                    h1 { (root.title) }
                    @for block in &root.blocks { (blocks::block(block, &root.title, &words)) }
                    div.listed[has_contents] {
                        @if has_contents {
                            nav.contents aria-label="Contents" {
                                ul { @for section in &root.sections { li { a href={ "#" (section.id) } { (section.title) } } } }
                            }
                        }
                        div {
                            @if let Some(filter) = filter { (filter) }
                            @for section in &root.sections {
                                @if folds { (folded(section, &words)) } @else { (of_section(section, 2, &words)) }
                            }
                            @if page.blocks.is_empty() { p { "Nothing to show." } }
                        }
                    }
                }
                footer {
                    @if !credits.is_empty() { p { (of_credits(credits)) } }
                    // Without a date: a page is the same whenever it is made.
                    p { "Made with roles " (env!("CARGO_PKG_VERSION")) }
                }
            }
        }
    };
    writeln!(out, "{}", page.0)
}

/// A section that opens at a click.
fn folded(section: &PageSection, words: &TextWriter) -> Markup {
    html! {
        (LINE) section #(section.id) {
            details {
                summary { h2 { (section.title) } }
                @for block in &section.blocks { (blocks::block(block, &section.title, words)) }
                @for section in &section.sections { (of_section(section, 3, words)) }
            }
        }
    }
}

fn of_section(section: &PageSection, level: u8, words: &TextWriter) -> Markup {
    html! {
        (LINE) section #(section.id) {
            @match level {
                2 => h2 { (section.title) },
                3 => h3 { (section.title) },
                _ => h4 { (section.title) },
            }
            @for block in &section.blocks { (blocks::block(block, &section.title, words)) }
            @for section in &section.sections { (of_section(section, level + 1, words)) }
        }
    }
}

/// [`Credit::line`] with addresses as links.
fn of_credits(credits: &[Credit]) -> Markup {
    html! {
        "Data: "
        @for (i, credit) in credits.iter().enumerate() {
            @let said: Vec<_> = [&credit.title, &credit.license, &credit.attribution].into_iter().flatten().map(|text| clean(text)).collect();
            @if i > 0 { "; " }
            (said.join(", "))
            @if let Some(url) = &credit.url {
                @if said.is_empty() { (words::address(url)) } @else { " (" (words::address(url)) ")" }
            }
        }
    }
}
