//! What a help says after the options, fitted into the columns of a terminal: paragraphs are filled, and what does not fit on a
//! line of a list goes on below its own beginning.

use clap::builder::Styles;
use textwrap::{Options, WordSplitter, wrap};

use crate::terminal::Terminal;

/// What goes on a line further than its list: deeper than another line of the list begins.
const DEEPER: &str = "      ";

/// Less room than this is none for a remark beside what it explains.
const NARROW: usize = 20;

/// The columns that help fills.
pub(super) fn help_columns(terminal: &Terminal) -> usize {
    /// Wider lines of text are hard to read.
    const WIDEST: usize = 100;
    terminal.columns_wanted.or(terminal.columns).map_or(WIDEST, |columns| columns.clamp(40, WIDEST))
}

/// A command, and those below it, whose help fits into so many columns.
pub(super) fn fitted(command: clap::Command, columns: usize) -> clap::Command {
    let fit = |text: &clap::builder::StyledStr| fit(&text.to_string(), columns);
    let short = command.get_after_help().map(fit);
    let long = command.get_after_long_help().map(fit);
    let mut command = command.term_width(columns);
    if let Some(short) = short {
        command = command.after_help(short);
    }
    if let Some(long) = long {
        command = command.after_long_help(long);
    }
    command.mut_subcommands(|below| fitted(below, columns))
}

fn fit(text: &str, columns: usize) -> String {
    text.split("\n\n").map(|paragraph| fit_paragraph(paragraph, columns)).collect::<Vec<_>>().join("\n\n")
}

/// Lines without an indent are one text; those with one are a list of commands, or of words with what they mean.
fn fit_paragraph(paragraph: &str, columns: usize) -> String {
    let is_shell = paragraph.starts_with("Examples:");
    let lines: Vec<&str> = paragraph.lines().collect();
    let mut fitted = Vec::new();
    for run in lines.chunk_by(|one, next| is_indented(one) == is_indented(next)) {
        if is_indented(run[0]) {
            for line in run {
                fit_entry(line, is_shell, columns, &mut fitted);
            }
        } else {
            fitted.extend(filled(&run.join(" "), "", "", columns));
        }
    }
    headed(&fitted.join("\n"))
}

fn is_indented(line: &str) -> bool {
    line.starts_with(' ')
}

/// A line of a list: a command or a word, and maybe a remark on it in a column to the right.
fn fit_entry(line: &str, is_shell: bool, columns: usize, fitted: &mut Vec<String>) {
    let (entry, remark) = line.trim_start().split_once("  ").unwrap_or_else(|| (line.trim_start(), ""));
    let remark = remark.trim_start();
    let begins = line.len() - remark.len();
    match remark {
        _ if line.chars().count() <= columns => fitted.push(line.to_owned()),
        "" if is_shell => fitted.extend(command(entry, columns)),
        "" => fitted.extend(filled(entry, "  ", DEEPER, columns)),
        _ if begins + NARROW <= columns => {
            fitted.extend(filled(remark, &line[..begins], &" ".repeat(begins), columns));
        }
        _ => {
            fitted.extend(if is_shell { command(entry, columns) } else { filled(entry, "  ", DEEPER, columns) });
            fitted.extend(filled(remark, DEEPER, DEEPER, columns));
        }
    }
}

fn filled(text: &str, first: &str, rest: &str, columns: usize) -> Vec<String> {
    let options = Options::new(columns).initial_indent(first).subsequent_indent(rest);
    let options = options.break_words(false).word_splitter(WordSplitter::NoHyphenation);
    wrap(text, options).into_iter().map(Into::into).collect()
}

/// A command over several lines, as a shell takes it too: what is in quotes stays whole, and an option with its value.
fn command(text: &str, columns: usize) -> Vec<String> {
    let mut quote = None;
    let whole = text.chars().map(|letter| match (letter, quote) {
        ('\'' | '"', None) => {
            quote = Some(letter);
            letter
        }
        (letter, Some(open)) if letter == open => {
            quote = None;
            letter
        }
        (' ', Some(_)) => '\u{a0}',
        _ => letter,
    });
    let whole: String = whole.collect();
    let words: Vec<&str> = whole.split(' ').collect();
    let bound =
        words.iter().map(|word| if word.starts_with(['-', '>']) { [word, "\u{a0}"].concat() } else { [word, " "].concat() });
    let lines = filled(bound.collect::<String>().trim_end(), "  ", DEEPER, columns.saturating_sub(2));
    let last = lines.len().saturating_sub(1);
    let lines = lines.into_iter().enumerate();
    lines.map(|(i, line)| line.replace('\u{a0}', " ") + if i < last { " \\" } else { "" }).collect()
}

/// A paragraph with the words before its first colon as the other headings of a help.
fn headed(paragraph: &str) -> String {
    let style = Styles::default();
    let style = style.get_header();
    match paragraph.split_once(':') {
        Some((title, rest)) if title.split(' ').count() <= 2 && !title.contains('\n') => {
            format!("{style}{title}:{style:#}{rest}")
        }
        _ => paragraph.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str, columns: usize) -> String {
        clap::builder::StyledStr::from(fit(text, columns)).to_string()
    }

    #[test]
    fn a_command_goes_on_as_a_shell_reads_it() {
        let text = "Examples:\n  roles compare coo cco --section duties";
        assert_eq!(plain(text, 36), "Examples:\n  roles compare coo cco \\\n      --section duties");
        let text = "Examples:\n  roles path a b\n  roles path vp-sales ceo -f json | jq -r '.paths[] | join(\" > \")'";
        let fitted =
            "Examples:\n  roles path a b\n  roles path vp-sales ceo -f json | jq \\\n      -r '.paths[] | join(\" > \")'";
        assert_eq!(plain(text, 50), fitted);
        assert_eq!(plain(text, 100), text);
    }

    #[test]
    fn a_remark_hangs_in_its_column_or_stands_below() {
        let text = "Environment:\n  COLUMNS   the columns to fill, as --width, if it is a number";
        assert_eq!(plain(text, 40), "Environment:\n  COLUMNS   the columns to fill, as\n            --width, if it is a number");
        let text = "Examples:\n  roles tree cfo --all           also whom the CFO reports to";
        assert_eq!(plain(text, 40), "Examples:\n  roles tree cfo --all\n      also whom the CFO reports to");
    }

    #[test]
    fn running_text_is_filled_anew() {
        assert_eq!(plain("One two\nthree four.\n\nMore.", 13), "One two three\nfour.\n\nMore.");
    }
}
