//! HTML: one page that needs nothing beside it, for a browser or a printer.
//!
//! Nothing in a page runs, and it loads nothing: its own policy forbids both, and the style sheet opens, tints and filters. The
//! template escapes every text.

mod blocks;
mod brief;
mod section;
mod sides;
mod strips;
mod words;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::model::About;
use crate::report::{Page, credit_line};
use crate::text::{clean, sentence_list, thousands};
use section::PageSection;
use words::{LINE, TextWriter};

/// A page may have a style of its own, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

pub(super) fn write(page: &Page, name: &str, credits: &[About]) -> String {
    let words = TextWriter::of(page);
    let root = PageSection::root(page, name);
    // Short names say it; the titles stand below.
    let several = root.answer().filter(|brief| brief.roles.len() > 1);
    let heading = several.map_or_else(|| root.title.clone(), |brief| format!("{}?", sentence_list(&brief.roles, "or")));
    let has_contents = root.sections.len() > 2;
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                (LINE) title { (heading) } (LINE)
                style { (PreEscaped(include_str!("style.css"))) (PreEscaped(sides::filter_rules(&page.blocks))) }
            }
            (LINE) body {
                a.skip href="#main" { "Skip to the content" }
                main #main tabindex="-1" {
                    h1 { (heading) }
                    @if several.is_some_and(|brief| sentence_list(&brief.roles, "and") != root.title) { p.titles { (root.title) } }
                    div class=[has_contents.then_some("listed")] {
                        @if has_contents { (contents(&root.sections, &words)) }
                        div {
                            (content(&root, 2, &words))
                            @if page.blocks.is_empty() { p { "Nothing to show." } }
                        }
                    }
                }
                footer {
                    @if let Some(line) = credit_line(credits) { p { (clean(&line)) } }
                    // Without a date: a page is the same whenever it is made.
                    p { "Made with roles " (env!("CARGO_PKG_VERSION")) }
                }
            }
        }
    };
    page.0 + "\n"
}

fn contents(sections: &[PageSection], words: &TextWriter) -> Markup {
    html! {
        nav.contents aria-labelledby="contents" {
            strong #contents { "At a glance" }
            ul {
                @for section in sections {
                    @let count: usize = section.findings(words).iter().map(|(count, _)| count).sum();
                    li { a href={ "#" (section.id) } { (section.title) " " @if count > 0 { span.count { (thousands(count as u64)) } } } }
                }
            }
        }
    }
}

/// What stands below a heading: an answer first, and everything else folded below it.
fn content(section: &PageSection, level: u8, words: &TextWriter) -> Markup {
    html! {
        // One filter for a section and all in it.
        @if level == 3 { (sides::filter(&section.title, &section.id, section.all, words)) }
        div class=[section.answer().map(|_| "answer")] {
            @for block in section.blocks { (blocks::block(block, &section.title, words)) }
            @if let Some(pay) = section.pay().next().filter(|_| section.answer().is_some()) { (strips::strips(pay)) }
        }
        @for below in &section.sections {
            @let heading = |id| heading(level, &below.title, id);
            (LINE)
            @if section.answer().is_some() {
                @let findings: Vec<String> = below.findings(words).into_iter().map(|(_, finding)| finding).collect();
                details {
                    summary { (heading(None)) " " span.finding { (findings.join(", ")) } }
                    // A link to what is inside opens it.
                    div #(below.id) { (content(below, level + 1, words)) }
                }
            } @else {
                section { (heading(Some(&below.id))) (content(below, level + 1, words)) }
            }
        }
    }
}

fn heading(level: u8, title: &str, id: Option<&str>) -> Markup {
    html! {
        @match level {
            2 => h2 id=[id] { (title) },
            3 => h3 id=[id] { (title) },
            _ => h4 id=[id] { (title) },
        }
    }
}
