//! Search queries: words in any order, and phrases in quotes.

use crate::likeness::{is_stop_word, stands_alone, stems, words};

/// Words and phrases to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Every stem that is looked for, once.
    pub(super) stems: Vec<String>,
    pub(super) terms: Vec<QueryTerm>,
    /// The words outside of quotes as they were typed: without the stop words, and with them.
    pub(super) rows: [Row; 2],
    /// Whether the last quote was not closed.
    unclosed: bool,
}

/// Why a text is no query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsearchable {
    /// It has no letter or digit.
    NoWord,
    /// It has more than [`Query::MOST_WORDS`].
    TooManyWords,
}

/// Words side by side, by the numbers of their stems.
pub(super) type Row = Vec<usize>;

/// A word, or several in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct QueryTerm {
    /// As it was typed.
    pub(super) text: String,
    pub(super) kind: TermKind,
    /// Equivalent forms, the typed one first.
    pub(super) rows: Vec<Row>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TermKind {
    /// A single word.
    Word,
    /// What is written in one and read as several words: `P&L`, `150,000`, or words of a script that does not part them.
    Compound,
    /// It stood in quotes, and is not done without.
    Phrase,
}

/// The quotes of a phrase.
const QUOTES: [char; 3] = ['"', '“', '”'];

impl Query {
    /// More words than this are no question, and every one of them is looked for in every passage.
    pub const MOST_WORDS: usize = 64;

    /// Reads words and `"phrases in quotes"`.
    ///
    /// Words that say nothing, like "the", count only in a phrase, or where there are no others. A quote that is not closed
    /// reaches to the end.
    ///
    /// # Errors
    /// When there is no letter or digit, or there are too many words.
    pub fn new(text: &str) -> Result<Self, Unsearchable> {
        if words(text).nth(Self::MOST_WORDS).is_some() {
            return Err(Unsearchable::TooManyWords);
        }
        let unclosed = text.matches(QUOTES).count() % 2 == 1;
        let mut query = Self { stems: Vec::new(), terms: Vec::new(), rows: [Vec::new(), Vec::new()], unclosed };
        let parts = || text.split(QUOTES).enumerate().map(|(i, part)| (part, i % 2 == 1));
        let says_something = parts().any(|(part, quoted)| words(part).any(|word| quoted || !says_nothing(word)));
        for (part, quoted) in parts() {
            if quoted {
                let row = query.row(part);
                query.add(part.trim(), TermKind::Phrase, row);
                continue;
            }
            for token in tokens(part) {
                let row = query.row(token);
                query.rows[1].extend(&row);
                if !says_something || !words(token).all(says_nothing) {
                    query.rows[0].extend(&row);
                    query.add(token, if row.len() > 1 { TermKind::Compound } else { TermKind::Word }, row);
                }
            }
        }
        if query.terms.is_empty() { Err(Unsearchable::NoWord) } else { Ok(query) }
    }

    /// Whether there is a quote that was not closed.
    pub const fn is_unclosed(&self) -> bool {
        self.unclosed
    }

    /// The numbers of the stems of a text's words.
    pub(super) fn row(&mut self, text: &str) -> Row {
        words(text).filter_map(|word| stems(word).into_iter().next()).map(|stem| self.number(stem)).collect()
    }

    fn number(&mut self, stem: String) -> usize {
        let known = self.stems.iter().position(|known| *known == stem);
        known.unwrap_or_else(|| {
            self.stems.push(stem);
            self.stems.len() - 1
        })
    }

    fn add(&mut self, text: &str, kind: TermKind, row: Row) {
        let known = self.terms.iter_mut().find(|known| known.rows[0] == row);
        match known {
            Some(known) if kind == TermKind::Phrase => known.kind = kind,
            None if !row.is_empty() => {
                let mut rows = vec![row];
                if kind != TermKind::Phrase {
                    rows.extend(other_forms(text).iter().map(|form| self.row(form)));
                }
                self.terms.push(QueryTerm { text: text.to_owned(), kind, rows });
            }
            _ => {}
        }
    }
}

/// Whether a word counts only beside others.
pub(super) fn says_nothing(word: &str) -> bool {
    is_stop_word(&word.to_lowercase())
}

/// The words of a text; what is written in one stays together.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens: Vec<(usize, usize)> = Vec::new();
    for word in words(text) {
        let start = word.as_ptr().addr() - text.as_ptr().addr();
        match tokens.last_mut() {
            Some((_, end)) if is_one(&text[..*end], &text[*end..start], word) => *end = start + word.len(),
            _ => tokens.push((start, start + word.len())),
        }
    }
    tokens.into_iter().map(|(start, end)| &text[start..end]).collect()
}

/// Whether what stands between two words makes them one.
fn is_one(before: &str, between: &str, after: &str) -> bool {
    let beside = || Some((before.chars().next_back()?, after.chars().next()?));
    match between {
        "" | "&" => true,
        "," | "." => beside().is_some_and(|(left, right)| left.is_ascii_digit() && right.is_ascii_digit()),
        _ => false,
    }
}

/// How else a word may be written so that the stemmer does not see it: short plurals, which it leaves alone (`KPIs`), and
/// numbers with or without commas.
pub(super) fn other_forms(word: &str) -> Vec<String> {
    let digits: String = word.chars().filter(|c| *c != ',').collect();
    if digits.len() > 3 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let groups = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy);
        let grouped = groups.collect::<Vec<_>>().join(",");
        return [digits, grouped].into_iter().filter(|form| form != word).collect();
    }
    let lower = word.to_lowercase();
    let has_stem = |form: &str, other: &str| stems(form) == stems(other);
    if lower.len() < 2 || lower.contains(stands_alone) || words(&lower).count() > 1 || !lower.ends_with(char::is_alphabetic) {
        return Vec::new();
    }
    let plural = format!("{lower}s");
    let mut forms: Vec<String> = (!lower.ends_with('s') && !has_stem(&plural, &lower)).then_some(plural).into_iter().collect();
    if let Some(single) = lower.strip_suffix('s').filter(|single| single.len() > 1 && !single.ends_with('s')) {
        forms.extend((!has_stem(single, &lower)).then(|| single.to_owned()));
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<String> {
        let query = Query::new(text).expect("a word");
        let term = |term: &QueryTerm| {
            let words = term.rows[0].iter().map(|&stem| query.stems[stem].as_str()).collect::<Vec<_>>().join(" ");
            if term.kind == TermKind::Phrase { format!("\"{words}\"") } else { words }
        };
        query.terms.iter().map(term).collect()
    }

    #[test]
    fn words_are_looked_for_by_their_stems_and_phrases_as_a_whole() {
        assert_eq!(terms("Cutting costs"), ["cut", "cost"]);
        assert_eq!(terms("\"cutting the costs\" Budgets"), ["\"cut the cost\"", "budget"]);
        assert_eq!(terms("“cut costs”"), ["\"cut cost\""]);
        assert_eq!(terms("\"cut costs"), ["\"cut cost\""]);
    }

    #[test]
    fn words_that_say_nothing_count_only_where_there_are_no_others() {
        assert_eq!(terms("costs of the company"), ["cost", "compani"]);
        assert_eq!(terms("to be"), ["to", "be"]);
        assert_eq!(terms("costs costing \"cost\""), ["\"cost\""]);
    }

    #[test]
    fn what_is_written_in_one_is_looked_for_in_one() {
        assert_eq!(terms("P&L owner"), ["p l", "owner"]);
        assert_eq!(terms("$150,000, 4.86 years."), ["150 000", "4 86", "year"]);
        assert_eq!(terms("销售 sales-led"), ["销 售", "sale", "led"]);
    }

    #[test]
    fn short_plurals_and_numbers_are_looked_for_in_their_other_forms_too() {
        assert_eq!(other_forms("KPI"), ["kpis"]);
        assert_eq!(other_forms("kpis"), ["kpi"]);
        assert!(other_forms("costs").is_empty() && other_forms("process").is_empty());
        assert_eq!((other_forms("1500000"), other_forms("1,500")), (vec!["1,500,000".to_owned()], vec!["1500".to_owned()]));
    }

    #[test]
    fn nothing_to_look_for_is_no_query() {
        assert_eq!(Query::new(" \"\" -- !"), Err(Unsearchable::NoWord));
        assert_eq!(Query::new(&"word ".repeat(100_000)), Err(Unsearchable::TooManyWords));
    }
}
