//! TSV and CSV: a record a line.

use std::borrow::Cow;
use std::io;

use crate::report::{Records, Value};
use crate::text::clean;

/// Tabs between values, raw numbers, nothing quoted; a tab or line break in a text becomes a visible escape.
pub(super) fn write_tsv(records: &Records, header: bool, out: &mut Vec<u8>) {
    if header {
        out.extend_from_slice(records.columns().join("\t").as_bytes());
        out.push(b'\n');
    }
    for row in records.rows() {
        let start = out.len();
        write_row(row, raw, out);
        // One look at a line is faster than one at each value, and nearly every line is plain ASCII.
        let odd = out[start..].iter().filter(|byte| !(b' '..=b'~').contains(byte)).count();
        if odd != row.len() {
            out.truncate(start);
            write_row(row, clean, out);
        }
    }
}

/// A line of values, each made fit by a function.
fn write_row(row: &[Value], fit: for<'t> fn(&'t str) -> Cow<'t, str>, out: &mut Vec<u8>) {
    for (i, value) in row.iter().enumerate() {
        if i > 0 {
            out.push(b'\t');
        }
        out.extend_from_slice(text(value, fit).as_bytes());
    }
    out.push(b'\n');
}

const fn raw(text: &str) -> Cow<'_, str> {
    Cow::Borrowed(text)
}

/// As RFC 4180 has it, with a header. Texts that a spreadsheet would take for a formula are given a leading apostrophe.
pub(super) fn write_csv(records: &Records, out: &mut Vec<u8>) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    writer.write_record(records.columns())?;
    for row in records.rows() {
        writer.write_record(row.iter().map(|value| harmless(text(value, clean)).into_owned()))?;
    }
    writer.flush()
}

fn text<'v>(value: &'v Value<'v>, fit: for<'t> fn(&'t str) -> Cow<'t, str>) -> Cow<'v, str> {
    match value {
        Value::Absent => Cow::Borrowed(""),
        Value::Text(text) => fit(text),
        Value::Number(number) => Cow::Owned(number.to_string()),
        Value::List(texts) => joined(texts, fit),
        Value::Ids(ids) => joined(ids, fit),
    }
}

fn joined<S: AsRef<str>>(texts: &[S], fit: for<'t> fn(&'t str) -> Cow<'t, str>) -> Cow<'_, str> {
    match texts {
        [] => Cow::Borrowed(""),
        [only] => fit(only.as_ref()),
        several => Cow::Owned(several.iter().map(|text| fit(text.as_ref())).collect::<Vec<_>>().join(",")),
    }
}

/// Keeps a spreadsheet from running a text as a formula (CWE-1236; OWASP ASVS 1.2.10).
fn harmless(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@']) { Cow::Owned(format!("'{text}")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records() -> Records<'static> {
        let mut records = Records::new(vec!["id", "text", "number", "list"]);
        records.push(vec!["a".into(), "tab\there, \"quoted\"\nline".into(), Value::Number(1000), ["x", "y"].into_iter().collect()]);
        records.push(vec!["b".into(), "=HYPERLINK(1)".into(), Value::Absent, Value::Ids(&[])]);
        records
    }

    #[test]
    fn tsv_keeps_a_record_on_a_line() {
        let mut out = Vec::new();
        write_tsv(&records(), true, &mut out);
        assert_eq!(
            String::from_utf8(out).expect("UTF-8"),
            "id\ttext\tnumber\tlist\na\ttab\\u{9}here, \"quoted\"\\u{a}line\t1000\tx,y\nb\t=HYPERLINK(1)\t\t\n"
        );
    }

    #[test]
    fn csv_is_read_back_and_runs_nothing() {
        let mut out = Vec::new();
        write_csv(&records(), &mut out).expect("writing to memory");
        let mut reader = csv::Reader::from_reader(out.as_slice());
        let rows: Vec<Vec<String>> = reader.records().map(|row| row.expect("CSV").iter().map(str::to_owned).collect()).collect();
        assert_eq!(rows[0], ["a", "tab\\u{9}here, \"quoted\"\\u{a}line", "1000", "x,y"]);
        assert_eq!(rows[1], ["b", "'=HYPERLINK(1)", "", ""]);
    }
}
