//! Data flows one way through the modules: no file under `src/` may use a module that comes later, and what has one home
//! (a crate, the environment, the standard streams) is named only there. The order is that of the table in `src/lib.rs`.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// The layers from first to last; a module may use those before it. Modules of one layer may not use each other.
const LAYERS: [&[&str]; 10] = [
    &["model"],
    &["corpus", "schema"],
    &["facets"],
    &["likeness"],
    &["compare", "diff", "graph", "search", "select"],
    &["report"],
    &["render"],
    &["commands"],
    &["cli"],
    &["lib", "main", "build"],
];

/// What any module may use.
const TOOLS: [&str; 6] = ["text", "yaml", "diagnostic", "error", "terminal", "pager"];

/// Modules with rules of their own: the only ones they may use.
const NARROW: [(&str, &[&str]); 10] = [
    ("text", &[]),
    ("terminal", &[]),
    ("pager", &["terminal", "text"]),
    ("diagnostic", &["yaml"]),
    ("error", &["diagnostic"]),
    ("yaml", &["text"]),
    ("model", &[]),
    ("corpus", &["model", "diagnostic", "yaml", "text", "error"]),
    ("schema", &["model"]),
    ("builtin", &["corpus"]),
];

/// A module of its own kind: only the last of the layers may use it, so that every engine takes the corpus it is given.
const BUILTIN: &str = "builtin";

/// Crates and parts of the standard library with one home; a path that ends in `/` is a folder.
const HOMES: [(&str, &[&str]); 15] = [
    ("rust_stemmers", &["src/likeness/words.rs"]),
    ("serde_yaml", &["src/yaml/mod.rs"]),
    ("comfy_table", &["src/render/layout.rs"]),
    ("annotate_snippets", &["src/render/diagnostics.rs"]),
    ("maud", &["src/render/html/"]),
    ("csv", &["src/render/"]),
    ("serde_json", &["src/corpus/extends.rs", "src/render/", "src/schema/generate.rs"]),
    ("schemars", &["src/model/", "src/schema/generate.rs"]),
    ("clap_complete", &["src/commands/completions.rs", "src/cli/complete.rs"]),
    ("clap_mangen", &["src/commands/man/"]),
    ("shlex", &["src/pager.rs", "src/commands/corpora.rs", "src/commands/completions.rs"]),
    ("signal_hook", &["src/pager.rs"]),
    ("supports_hyperlinks", &["src/terminal.rs"]),
    ("std::env", &["src/main.rs", "src/build.rs", "src/terminal.rs"]),
    ("std::process", &["src/main.rs", "src/build.rs", "src/pager.rs", "src/commands/man/"]),
];

/// Everything is written through the writer that is handed down; only the build speaks to Cargo.
const PRINTING: [&str; 5] = ["print", "println", "eprint", "eprintln", "dbg"];
const PRINTER: &str = "src/build.rs";

#[test]
fn no_module_uses_a_later_one_and_everything_is_named_only_at_home() {
    let broken: Vec<Broken> = sources().iter().flat_map(|(file, text)| check(file, text)).collect();
    let lines: Vec<String> = broken.iter().map(ToString::to_string).collect();
    assert!(broken.is_empty(), "{} lines break the rules of the house:\n{}", lines.len(), lines.join("\n"));
}

#[test]
fn every_module_has_its_place_in_the_order() {
    for (file, _) in sources() {
        let module = module_of(&file);
        let placed =
            LAYERS.iter().any(|layer| layer.contains(&module.as_str())) || NARROW.iter().any(|(name, _)| *name == module);
        assert!(placed, "{file}: the module `{module}` has no place in tests/it/architecture.rs");
    }
}

#[test]
fn a_forbidden_line_is_found_with_its_file_its_line_and_the_rule() {
    for (file, line, rule) in [
        ("src/compare/rows.rs", "use crate::report::Report;", "`compare` may not use `report`"),
        ("src/compare/rows.rs", "let filter = crate::select::Filter::default();", "`compare` may not use `select`"),
        ("src/select/mod.rs", "use crate::compare::compare;", "`select` may not use `compare`"),
        ("src/diff/pay.rs", "use crate::compare::salary::spreads;", "`diff` may not use `compare`"),
        ("src/search/mod.rs", "use crate::select::Words;", "`search` may not use `select`"),
        ("src/likeness/mod.rs", "use crate::compare::Row;", "`likeness` may not use `compare`"),
        ("src/select/words.rs", "use rust_stemmers::Stemmer;", "`rust_stemmers` is named only in src/likeness/words.rs"),
        ("src/facets/items.rs", "use crate::{corpus::Corpus, render::{self, Format}};", "`facets` may not use `render`"),
        ("src/facets/mod.rs", "pub(crate) use super::compare::Row;", "`facets` may not use `compare`"),
        ("src/compare/rows.rs", "use super::super::commands::OutputArgs;", "`compare` may not use `commands`"),
        ("src/model/role.rs", "use crate::text::clean;", "`model` may not use `text`"),
        ("src/model/role.rs", "fn find(corpus: &crate::corpus::Corpus) {}", "`model` may not use `corpus`"),
        ("src/corpus/load.rs", "use crate::terminal::Terminal;", "`corpus` may not use `terminal`"),
        ("src/yaml/places.rs", "use crate::diagnostic::Diagnostic;", "`yaml` may not use `diagnostic`"),
        ("src/text.rs", "use crate::error::Error;", "`text` may not use `error`"),
        ("src/pager.rs", "use crate::error::Error;", "`pager` may not use `error`"),
        ("src/builtin.rs", "use crate::model::Role;", "`builtin` may not use `model`"),
        ("src/report/mod.rs", "use crate::builtin::corpus;", "`report` may not use `builtin`"),
        ("src/commands/list.rs", "use crate::cli::Cli;", "`commands` may not use `cli`"),
        ("src/corpus/load.rs", "use serde_yaml::Value;", "`serde_yaml` is named only in src/yaml/mod.rs"),
        ("src/yaml/places.rs", "let v: serde_yaml::Value = x;", "`serde_yaml` is named only in src/yaml/mod.rs"),
        ("src/render/terminal.rs", "use comfy_table::Table;", "`comfy_table` is named only in src/render/layout.rs"),
        ("src/render/markdown.rs", "use maud::html;", "`maud` is named only in src/render/html/"),
        ("src/report/records.rs", "use csv;", "`csv` is named only in src/render/"),
        ("src/report/mod.rs", "let out = serde_json::to_string(x);", "`serde_json` is named only in src/render/"),
        ("src/commands/list.rs", "use std::{env, fs};", "`std::env` is named only in src/main.rs"),
        ("src/terminal.rs", "std::process::exit(1);", "`std::process` is named only in src/main.rs"),
        ("src/commands/show.rs", "std::process::Command::new(x);", "`std::process` is named only in src/main.rs"),
        ("src/commands/list.rs", "use clap_complete::ArgValueCompleter;", "`clap_complete` is named only in src/commands/comp"),
        ("src/cli/complete.rs", "let corpus = crate::builtin::corpus();", "`cli` may not use `builtin`"),
        ("src/lib.rs", "println!(\"{x}\");", "`println!` is used only in src/build.rs"),
    ] {
        let text = format!("//! A file.\n\n{line}\n");
        let broken = check(file, &text);
        let [only] = broken.as_slice() else { panic!("{file}: {line:?} breaks one rule, found {broken:?}") };
        assert_eq!((only.file.as_str(), only.line), (file, 3), "{line:?}");
        assert!(only.to_string().contains(rule), "{only} does not say {rule:?}");
    }
}

#[test]
fn what_is_allowed_or_no_code_at_all_is_let_through() {
    for (file, line) in [
        ("src/compare/rows.rs", "use crate::facets::{Facet, Item, items};"),
        ("src/compare/rows.rs", "use super::overview::Overview;"),
        ("src/compare/alike.rs", "use crate::likeness::Rarity;"),
        ("src/compare/mod.rs", "mod tests {\n    use super::*;\n    use super::rows::Row;\n}"),
        ("src/compare/mod.rs", "pub(super) fn f() {}"),
        ("src/compare/rows.rs", "// use crate::report::Report;"),
        ("src/compare/rows.rs", "/// See [`crate::report`]; prints with println!(x)."),
        ("src/compare/rows.rs", "/* use crate::report::Report; /* nested */ use crate::render::x; */"),
        ("src/compare/rows.rs", "let text = \"use crate::report::Report; // \\\" println!(1)\"; let c = '\"';"),
        ("src/compare/rows.rs", "let text = r#\"crate::report::x \"quoted\" \"#; let life: &'static str = text;"),
        ("src/facets/section.rs", "Self::Csv => write_csv(csv, environment::process(x)),"),
        ("src/main.rs", "use std::process::ExitCode; use std::env; use roles::cli;"),
        ("src/render/delimited.rs", "csv::Writer::from_writer(x); crate::report::x();"),
        ("src/corpus/names.rs", "use crate::error::Error;"),
        ("src/pager.rs", "use crate::terminal::Terminal; use std::process::Command;"),
        ("src/cli/complete.rs", "use super::Cli; use crate::commands::Named;"),
        ("src/model/mod.rs", "pub use amount::Amount; use serde::Serialize;"),
    ] {
        assert_eq!(check(file, &format!("{line}\n")), [], "{file}: {line:?}");
    }
}

/// A line that breaks a rule.
#[derive(Debug, PartialEq)]
struct Broken {
    file: String,
    line: usize,
    rule: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.rule)
    }
}

/// Every file under `src/`, by its path from the root of the project.
fn sources() -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("src/ can be listed") {
            let path = entry.expect("an entry of src/").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    walk(&root.join("src"), &mut files);
    files.sort();
    let read = |path: &PathBuf| {
        let name = path.strip_prefix(root).expect("below the root").to_string_lossy().replace('\\', "/");
        (name, fs::read_to_string(path).expect("a source file is text"))
    };
    files.iter().map(read).collect()
}

/// The module right below the root that a file is part of: `src/compare/rows.rs` is part of `compare`.
fn module_of(file: &str) -> String {
    let path = file.strip_prefix("src/").unwrap_or(file);
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs").to_owned()
}

/// Every rule a file breaks, by line.
fn check(file: &str, text: &str) -> Vec<Broken> {
    let code = without_comments_and_strings(text);
    let module = module_of(file);
    let mut broken = Vec::new();
    let mut note = |at: usize, rule: String| {
        let line = code[..at].matches('\n').count() + 1;
        broken.push(Broken { file: file.to_owned(), line, rule });
    };
    for (at, name) in own_modules(file, &code) {
        if let Some(rule) = forbidden(&module, &name) {
            note(at, rule);
        }
    }
    for (name, homes) in HOMES {
        if !homes.iter().any(|home| file == *home || (home.ends_with('/') && file.starts_with(home))) {
            let rule = format!("`{name}` is named only in {}", homes.join(", "));
            for at in named(&code, name) {
                note(at, rule.clone());
            }
        }
    }
    for name in PRINTING {
        if file != PRINTER {
            let calls = words(&code, name).into_iter().filter(|at| code[at + name.len()..].starts_with('!'));
            calls
                .for_each(|at| note(at, format!("`{name}!` is used only in {PRINTER}; write to the writer that is handed down")));
        }
    }
    broken
}

/// Why a module may not use another, if it may not.
fn forbidden(module: &str, other: &str) -> Option<String> {
    let rank = |name: &str| LAYERS.iter().position(|layer| layer.contains(&name));
    let own_rule = NARROW.iter().find(|(name, _)| *name == module);
    let (allowed, why) = match own_rule {
        _ if module == other => return None,
        Some((_, [])) => (false, "it uses nothing of ours".to_owned()),
        Some((_, allowed)) => (allowed.contains(&other), format!("it uses only {}", allowed.join(", "))),
        None if TOOLS.contains(&other) => (true, String::new()),
        None if other == BUILTIN => (rank(module) == Some(LAYERS.len() - 1), "it takes the corpus it is given".to_owned()),
        None if rank(other).is_none() => (false, format!("`{other}` has no place in the order")),
        None if rank(module) == rank(other) => (rank(module) == Some(LAYERS.len() - 1), "they stand side by side".to_owned()),
        None => (rank(module) > rank(other), "it comes later".to_owned()),
    };
    (!allowed).then(|| format!("`{module}` may not use `{other}`: {why}"))
}

/// The modules right below the root that a file names, with their places: through `crate::`, or by climbing with `super::`.
fn own_modules(file: &str, code: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> =
        words(code, "crate").into_iter().flat_map(|at| next_names(code, at + "crate".len())).collect();
    let depth = file.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod").split('/').count();
    for start in words(code, "super") {
        if code[..start].ends_with("super::") {
            continue;
        }
        let (mut end, mut climbed) = (start + "super".len(), 1);
        while code[end..].starts_with("::super") {
            (end, climbed) = (end + "::super".len(), climbed + 1);
        }
        // What stands in an inline module of the file begins one step further down.
        let line = code[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let inline = usize::from(code[line..].starts_with(' ') && inside_inline_module(&code[..line]));
        if climbed >= depth + inline {
            found.extend(next_names(code, end));
        }
    }
    found
}

/// Whether the code so far has opened a module at the left margin and not closed it there.
fn inside_inline_module(before: &str) -> bool {
    let mut edges = before.lines().filter(|line| *line == "}" || (line.starts_with("mod ") && line.ends_with('{')));
    edges.next_back().is_some_and(|line| line != "}")
}

/// The names that follow a `::`, one or a whole group: `::a::b` gives `a`, `::{a::b, c}` gives `a` and `c`.
fn next_names(code: &str, at: usize) -> Vec<(usize, String)> {
    let Some(rest) = code[at..].strip_prefix("::") else { return Vec::new() };
    let start = at + 2;
    let name_at = |at: usize| {
        let name: String = code[at..].chars().take_while(|&c| is_word(c)).collect();
        (at, name)
    };
    if !rest.starts_with('{') {
        return [name_at(start)].into_iter().filter(|(_, name)| !name.is_empty()).collect();
    }
    let (mut names, mut depth, mut fresh) = (Vec::new(), 0_usize, false);
    for (i, character) in rest.char_indices() {
        match character {
            '{' => (depth, fresh) = (depth + 1, depth == 0),
            '}' if depth == 1 => break,
            '}' => depth -= 1,
            ',' => fresh = depth == 1,
            _ if fresh && is_word(character) => {
                names.push(name_at(start + i));
                fresh = false;
            }
            _ => {}
        }
    }
    names
}

/// Where a crate, or a module of a crate as `std::env`, is named as one.
fn named(code: &str, name: &str) -> Vec<usize> {
    if let Some((root, module)) = name.split_once("::") {
        let uses = words(code, root).into_iter().flat_map(|at| next_names(code, at + root.len()));
        return uses.filter(|(_, used)| used == module).map(|(at, _)| at).collect();
    }
    let is_crate = |at: &usize| {
        let (before, after) = (code[..*at].trim_end(), &code[at + name.len()..]);
        let own = before.ends_with("::") || before.ends_with('.');
        !own && (after.starts_with("::") || before.ends_with("use") || before.ends_with("extern crate"))
    };
    words(code, name).into_iter().filter(is_crate).collect()
}

/// Where a whole word stands.
fn words(code: &str, word: &str) -> Vec<usize> {
    let whole = |at: &usize| {
        let before = code[..*at].chars().next_back();
        let after = code[at + word.len()..].chars().next();
        !before.is_some_and(is_word) && !after.is_some_and(is_word)
    };
    code.match_indices(word).map(|(at, _)| at).filter(whole).collect()
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// The code with blanks for comments and the insides of strings; line breaks stay where they are.
fn without_comments_and_strings(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let before = code.chars().next_back();
        let length = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => block_comment(rest),
            '"' => string(rest),
            'r' if !before.is_some_and(is_word) && rest[1..].trim_start_matches('#').starts_with('"') => raw_string(rest),
            '\'' => character(rest),
            _ => 0,
        };
        if length == 0 {
            code.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            code.extend(rest[..length].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
            rest = &rest[length..];
        }
    }
    code
}

fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        match &text.as_bytes()[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] if depth == 1 => return at + 2,
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    text.len()
}

fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn raw_string(text: &str) -> usize {
    let hashes = text[1..].len() - text[1..].trim_start_matches('#').len();
    let end = format!("\"{}", "#".repeat(hashes));
    let start = 2 + hashes;
    text[start..].find(&end).map_or(text.len(), |at| start + at + end.len())
}

/// The length of a character literal; 0 for a lifetime.
fn character(text: &str) -> usize {
    let inside = &text[1..];
    let length = if inside.starts_with('\\') {
        inside[2..].find('\'').map(|at| at + 2)
    } else {
        inside.chars().next().map(char::len_utf8)
    };
    length.filter(|&length| inside[length..].starts_with('\'')).map_or(0, |length| length + 2)
}
