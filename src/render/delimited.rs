//! TSV and CSV: a record a line.

use anyhow::Result;
use csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::report::{Rows, field};
use crate::text::clean;

/// TSV: tabs between values, raw numbers, nothing quoted; a tab or line break in a text becomes a visible escape.
pub(super) fn write_tsv(rows: &Rows, header: bool) -> Result<String> {
    let mut tsv = WriterBuilder::new();
    tsv.delimiter(b'\t').quote_style(QuoteStyle::Never).terminator(Terminator::Any(b'\n'));
    write(rows, &tsv, header, |text| text)
}

/// CSV of RFC 4180, with a header. Texts that a spreadsheet would take for a formula begin with an apostrophe.
pub(super) fn write_csv(rows: &Rows) -> Result<String> {
    write(rows, WriterBuilder::new().terminator(Terminator::CRLF), true, harmless)
}

fn write(rows: &Rows, builder: &WriterBuilder, header: bool, made_safe: fn(String) -> String) -> Result<String> {
    let mut writer = builder.from_writer(Vec::new());
    if header {
        writer.write_record(&rows.columns)?;
    }
    for row in &rows.rows {
        writer.write_record(row.iter().map(|value| made_safe(clean(&field(value)).into_owned())))?;
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}

/// Keeps a spreadsheet from running a text as a formula (CWE-1236; OWASP ASVS 1.2.10).
fn harmless(field: String) -> String {
    if field.starts_with(['=', '+', '-', '@']) { format!("'{field}") } else { field }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn sample() -> Rows {
        let columns = ["id", "text", "number", "list"].map(str::to_owned).to_vec();
        let rows = vec![
            vec![json!("a"), json!("tab\there, \"quoted\"\nline"), json!(1000), json!(["x", "y"])],
            vec![json!("b"), json!("=HYPERLINK(1)"), json!(null), json!([])],
        ];
        Rows { columns, rows }
    }

    #[test]
    fn tsv_keeps_a_record_on_a_line() {
        assert_eq!(
            write_tsv(&sample(), true).expect("writing to memory"),
            "id\ttext\tnumber\tlist\na\ttab\\u{9}here, \"quoted\"\\u{a}line\t1000\tx,y\nb\t=HYPERLINK(1)\t\t\n"
        );
    }

    #[test]
    fn csv_is_read_back_and_runs_nothing() {
        let csv = write_csv(&sample()).expect("writing to memory");
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let rows: Vec<Vec<String>> = reader.records().map(|row| row.expect("CSV").iter().map(str::to_owned).collect()).collect();
        assert_eq!(rows[0], ["a", "tab\\u{9}here, \"quoted\"\\u{a}line", "1000", "x,y"]);
        assert_eq!(rows[1], ["b", "'=HYPERLINK(1)", "", ""]);
    }
}
