//! One manual page. Options come from `clap_mangen`; what the help says after them is sorted into the sections that readers of
//! manuals look for.

use std::io;

use clap::Command;
use clap::builder::PossibleValue;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

/// How an apostrophe is written, for `groff` and for others.
const PRELUDE: &str = ".ie \\n(.g .ds Aq \\(aq\n.el .ds Aq '\n";

/// The name of a page: `roles`, `roles-compare`.
pub(super) fn name(command: &Command) -> &str {
    command.get_display_name().unwrap_or_else(|| command.get_name())
}

/// The page of a verb, or of the program itself.
pub(super) fn page(program: &Command, verb: Option<&Command>) -> io::Result<Vec<u8>> {
    let command = verb.unwrap_or(program);
    let own = Extra::of(command);
    let common = Extra::of(program);
    let source = format!("{} {}", program.get_name(), program.get_version().unwrap_or_default());
    // Without a date, so that a page is the same whenever it is written; an empty one would be lost.
    let man = Man::new(readable(command)).source(source.trim_end()).manual("User Commands").date(" ");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    paragraphs(&own.description).to_writer(&mut page)?;
    if verb.is_none() {
        man.render_subcommands_section(&mut page)?;
    }
    man.render_options_section(&mut page)?;
    // What holds for every command is said on every page.
    for title in ["EXIT STATUS", "ENVIRONMENT"] {
        let paragraph = own.section(title).or_else(|| common.section(title));
        section(title, &paragraph.into_iter().collect::<Vec<_>>()).to_writer(&mut page)?;
    }
    section("EXAMPLES", &own.section("EXAMPLES").into_iter().collect::<Vec<_>>()).to_writer(&mut page)?;
    see_also(program, verb).to_writer(&mut page)?;
    // Each part begins with the same definitions; the first is enough.
    let page = String::from_utf8_lossy(&page);
    Ok((PRELUDE.to_owned() + &page.replace(PRELUDE, "")).into_bytes())
}

/// A command as it reads best in a manual: with the synopsis of its help, and the values of an option in a sentence of its
/// description rather than on a line each.
fn readable(command: &Command) -> Command {
    let usage = command.clone().render_usage().to_string();
    let command =
        command.clone().subcommand_help_heading("COMMANDS").override_usage(usage.trim_start_matches("Usage: ").to_owned());
    command.mut_args(|argument| {
        let argument = argument.hide_short_help(false);
        let values = argument.get_possible_values();
        let words: Vec<&str> = values.iter().filter(|value| !value.is_hide_set()).map(PossibleValue::get_name).collect();
        if words.is_empty() || argument.is_hide_possible_values_set() || !argument.get_action().takes_values() {
            return argument;
        }
        let help = argument.get_long_help().or_else(|| argument.get_help()).map(ToString::to_string).unwrap_or_default();
        let (what, default) = help.split_at(help.find(" [default").unwrap_or(help.len()));
        let help = format!("{what}: {}{default}", words.join(", "));
        argument.hide_possible_values(true).help(help)
    })
}

/// The text after the options of a help, taken apart.
struct Extra {
    description: Vec<String>,
    sections: Vec<(String, String)>,
}

impl Extra {
    fn of(command: &Command) -> Self {
        let text = command.get_after_long_help().or_else(|| command.get_after_help()).map(ToString::to_string);
        let mut extra = Self { description: Vec::new(), sections: Vec::new() };
        for paragraph in text.unwrap_or_default().split("\n\n") {
            match paragraph.split_once(':') {
                Some((title @ ("Examples" | "Exit status" | "Environment"), rest)) => {
                    extra.sections.push((title.to_uppercase(), rest.trim_matches('\n').to_owned()));
                }
                _ => extra.description.push(paragraph.to_owned()),
            }
        }
        extra
    }

    fn section(&self, title: &str) -> Option<String> {
        self.sections.iter().find(|(own, _)| own == title).map(|(_, text)| text.clone())
    }
}

fn section(title: &str, texts: &[String]) -> Roff {
    let mut roff = Roff::new();
    if !texts.is_empty() {
        roff.control("SH", [title]);
        roff.extend([set(texts)]);
    }
    roff
}

/// Paragraphs after others.
fn paragraphs(texts: &[String]) -> Roff {
    let mut roff = Roff::new();
    for text in texts.iter().filter(|text| !text.trim().is_empty()) {
        roff.control("PP", []);
        roff.extend([set(std::slice::from_ref(text))]);
    }
    roff
}

/// Texts with their indented lines as they stand.
fn set(texts: &[String]) -> Roff {
    let mut roff = Roff::new();
    let mut as_is = false;
    for line in texts.iter().flat_map(|text| text.lines()) {
        let is_indented = line.starts_with("  ");
        if is_indented != as_is {
            roff.control(if is_indented { "nf" } else { "fi" }, []);
            as_is = is_indented;
        }
        roff.text([roman(line.trim_start())]);
    }
    if as_is {
        roff.control("fi", []);
    }
    roff
}

fn see_also(program: &Command, verb: Option<&Command>) -> Roff {
    let mut roff = Roff::new();
    let others = program.get_subcommands().filter(|other| verb.is_none_or(|verb| verb.get_name() != other.get_name()));
    let pages: Vec<&str> = verb.map(|_| program).into_iter().chain(others).map(name).collect();
    roff.control("SH", ["SEE ALSO"]);
    for (i, page) in pages.iter().enumerate() {
        roff.text([bold(*page), roman(if i + 1 < pages.len() { "(1)," } else { "(1)" })]);
    }
    roff
}
