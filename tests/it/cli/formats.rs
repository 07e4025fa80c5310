//! Every format of every command, read back by a reader of that format.

use roles::builtin;
use roles::model::Role;
use serde_json::Value;

use crate::support::{hostile, json, piped};

const COMMANDS: [&str; 20] = [
    "compare coo cco",
    "compare cso cmo cro",
    "compare cfo coo cmo cso",
    "compare coo vp-sales-ops --only different",
    "compare cfo cro --brief",
    "compare cso cmo --section salary,differences",
    "show cro",
    "show cfo cmo",
    "show coo --section salary",
    "show ceo",
    "show vp-sales",
    "list",
    "list --reports-to ceo --indirect",
    "list --duty sales --min-salary 100,000 --oversees marketing",
    "sources",
    "sources cro coo --grade A,B",
    "tree",
    "tree coo --all",
    "path vp-sales-ops ceo",
    "diff tests/fixture/older.yaml tests/fixture/crossings --no-builtin",
];

#[track_caller]
fn written(command: &str, format: &str) -> String {
    piped(&format!("{command} --format {format}")).ok()
}

#[test]
fn no_format_has_a_character_that_could_drive_a_terminal() {
    for command in COMMANDS {
        for format in ["table", "tsv", "csv", "json", "yaml", "markdown", "html"] {
            let text = written(command, format);
            let text = match format {
                "tsv" => text.replace('\t', " "),
                "csv" => text.replace("\r\n", "\n"),
                _ => text,
            };
            assert_eq!(hostile(&text), None, "{command} --format {format}");
            assert!(text.ends_with('\n'), "{command} --format {format} ends within a line");
        }
    }
}

#[test]
fn tsv_has_the_same_number_of_fields_in_every_line() {
    for command in COMMANDS {
        let text = piped(&format!("{command} --header")).ok();
        let fields: Vec<usize> = text.lines().map(|line| line.split('\t').count()).collect();
        assert!(fields.len() > 1 && fields.iter().all(|count| *count == fields[0]), "{command}: {fields:?}");
        let (_, rest) = text.split_once('\n').expect("a header");
        assert_eq!(piped(command).ok(), rest, "{command}: --header adds a line and changes nothing else");
    }
}

#[test]
fn csv_is_read_back_as_the_values_of_tsv() {
    for command in COMMANDS {
        let text = written(command, "csv");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let mut rows = vec![reader.headers().expect("a header").clone()];
        rows.extend(reader.records().map(|row| row.expect("as many fields as the header")));
        let plain = piped(&format!("{command} --header")).ok();
        assert_eq!(rows.len(), plain.lines().count(), "{command}");
        for (row, line) in rows.iter().zip(plain.lines()) {
            // A spreadsheet would run these as formulas.
            let guarded =
                |field: &str| if field.starts_with(['=', '+', '-', '@']) { format!("'{field}") } else { field.to_owned() };
            assert_eq!(row.iter().collect::<Vec<_>>(), line.split('\t').map(guarded).collect::<Vec<_>>(), "{command}");
        }
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{command}: lines end as RFC 4180 has it");
    }
}

#[test]
fn yaml_says_what_json_says() {
    for command in COMMANDS {
        let yaml: Value = serde_yaml::from_str(&written(command, "yaml")).unwrap_or_else(|error| panic!("{command}: {error}"));
        assert_eq!(yaml, json(command), "{command}");
    }
}

#[test]
fn a_profile_in_yaml_loads_again_as_the_role_it_was() {
    for role in builtin::corpus().roles.iter() {
        let yaml = written(&format!("show {}", role.id), "yaml");
        assert_eq!(serde_yaml::from_str::<Vec<Role>>(&yaml).expect("a list"), std::slice::from_ref(role));
        let read: Vec<Role> = roles::yaml::read(&yaml).expect("a role as the corpus reads one");
        assert_eq!(read, std::slice::from_ref(role));
    }
    let yaml = written("show cfo cmo", "yaml");
    let two: Vec<Role> = serde_yaml::from_str(&yaml).expect("two roles");
    assert_eq!(two.iter().map(|role| role.id.as_str()).collect::<Vec<_>>(), ["cfo", "cmo"]);
}

/// How many pipes a line has that part cells.
fn pipes(line: &str) -> usize {
    let mut escaped = false;
    let mut count = 0;
    for character in line.chars() {
        count += usize::from(character == '|' && !escaped);
        escaped = character == '\\' && !escaped;
    }
    count
}

#[test]
fn every_row_of_a_markdown_table_has_the_cells_of_its_header() {
    for command in COMMANDS {
        let text = written(command, "markdown");
        let lines: Vec<&str> = text.lines().collect();
        let tables =
            lines.chunk_by(|line, next| line.starts_with('|') == next.starts_with('|')).filter(|chunk| chunk[0].starts_with('|'));
        let mut count = 0;
        for table in tables {
            assert!(table.len() > 2, "{command}: a table without rows: {table:?}");
            assert!(table[1].chars().all(|c| matches!(c, '|' | '-' | ':' | ' ')), "{command}: no rule under {}", table[0]);
            for row in table {
                assert_eq!(pipes(row), pipes(table[0]), "{command}: {row}");
                assert!(row.ends_with('|'), "{command}: {row}");
            }
            count += 1;
        }
        let has_none = ["sources", "tree", "path", "diff"].iter().any(|verb| command.starts_with(verb));
        assert!(count > 0 || has_none, "{command} has no table");
    }
}
