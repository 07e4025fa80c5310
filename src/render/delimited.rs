//! TSV and CSV: a record a line.

use std::io;

use crate::report::{Report, Value};
use crate::text::clean;

/// Tabs between values, raw numbers, nothing quoted; a tab or line break in a text becomes a visible escape.
pub(super) fn write_tsv<R: Report>(report: &R, header: bool, out: &mut Vec<u8>) {
    if header {
        out.extend_from_slice(report.columns().join("\t").as_bytes());
        out.push(b'\n');
    }
    let start = out.len();
    let mut separators = 0;
    report.records(&mut |row| {
        separators += row.len();
        write_row(row, |text, out| out.extend_from_slice(text.as_bytes()), out);
    });
    // One look at all of it is several times as fast as one at each value, and nearly always there is nothing odd but the tabs
    // and line ends.
    if odd_bytes(&out[start..]) != separators {
        out.truncate(start);
        report.records(&mut |row| write_row(row, |text, out| out.extend_from_slice(clean(text).as_bytes()), out));
    }
}

/// Bytes other than printable ASCII; counted in small numbers, so that the compiler can count many at once.
fn odd_bytes(bytes: &[u8]) -> usize {
    /// A multiple of what any processor takes at once, and no more than a small number can count.
    const AT_ONCE: usize = 192;
    let odd = |chunk: &[u8]| chunk.iter().fold(0_u8, |odd, byte| odd + u8::from(!(b' '..=b'~').contains(byte)));
    bytes.chunks(AT_ONCE).map(|chunk| usize::from(odd(chunk))).sum()
}

fn write_row(row: &[Value], write: impl Fn(&str, &mut Vec<u8>), out: &mut Vec<u8>) {
    for value in row {
        write_value(value, &write, out);
        out.push(b'\t');
    }
    if let Some(end) = out.last_mut().filter(|_| !row.is_empty()) {
        *end = b'\n';
    }
}

fn write_value(value: &Value, write: impl Fn(&str, &mut Vec<u8>), out: &mut Vec<u8>) {
    let mut several = |i: usize, text: &str| {
        if i > 0 {
            out.push(b',');
        }
        write(text, out);
    };
    match value {
        Value::Absent => {}
        Value::Text(text) => write(text, out),
        Value::Number(number) => out.extend_from_slice(itoa::Buffer::new().format(*number).as_bytes()),
        Value::List(texts) => texts.iter().enumerate().for_each(|(i, text)| several(i, text)),
        Value::Texts(texts) => texts.iter().enumerate().for_each(|(i, text)| several(i, text)),
        Value::Sources(sources) => write(&sources.join(","), out),
    }
}

/// As RFC 4180 has it, with a header. Texts that a spreadsheet would take for a formula are given a leading apostrophe.
pub(super) fn write_csv<R: Report>(report: &R, out: &mut Vec<u8>) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    writer.write_record(report.columns())?;
    let mut result = Ok(());
    report.records(&mut |row| {
        let field = |value: &Value| {
            let mut field = Vec::new();
            write_value(value, |text, out| out.extend_from_slice(clean(text).as_bytes()), &mut field);
            harmless(field)
        };
        if result.is_ok() {
            result = writer.write_record(row.iter().map(field));
        }
    });
    result?;
    writer.flush()
}

/// Keeps a spreadsheet from running a text as a formula (CWE-1236; OWASP ASVS 1.2.10).
fn harmless(mut field: Vec<u8>) -> Vec<u8> {
    if matches!(field.first(), Some(b'=' | b'+' | b'-' | b'@')) {
        field.insert(0, b'\'');
    }
    field
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::*;
    use crate::report::{Document, Sink};

    struct Sample;

    impl Report for Sample {
        fn document(&self) -> Document {
            Document::default()
        }

        fn columns(&self) -> Vec<&'static str> {
            vec!["id", "text", "number", "list"]
        }

        fn records(&self, sink: &mut Sink) {
            sink(&[Value::Text("a"), Value::Text("tab\there, \"quoted\"\nline"), Value::Number(1000), Value::List(&["x", "y"])]);
            sink(&[Value::Text("b"), Value::Text("=HYPERLINK(1)"), Value::Absent, Value::Texts(&[])]);
        }

        fn data(&self) -> impl Serialize {}
    }

    #[test]
    fn tsv_keeps_a_record_on_a_line() {
        let mut out = Vec::new();
        write_tsv(&Sample, true, &mut out);
        assert_eq!(
            String::from_utf8(out).expect("UTF-8"),
            "id\ttext\tnumber\tlist\na\ttab\\u{9}here, \"quoted\"\\u{a}line\t1000\tx,y\nb\t=HYPERLINK(1)\t\t\n"
        );
    }

    #[test]
    fn csv_is_read_back_and_runs_nothing() {
        let mut out = Vec::new();
        write_csv(&Sample, &mut out).expect("writing to memory");
        let mut reader = csv::Reader::from_reader(out.as_slice());
        let rows: Vec<Vec<String>> = reader.records().map(|row| row.expect("CSV").iter().map(str::to_owned).collect()).collect();
        assert_eq!(rows[0], ["a", "tab\\u{9}here, \"quoted\"\\u{a}line", "1000", "x,y"]);
        assert_eq!(rows[1], ["b", "'=HYPERLINK(1)", "", ""]);
    }
}
