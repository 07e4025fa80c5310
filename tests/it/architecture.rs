//! The house: modules import one way, in the order of the table in `src/lib.rs`; no two files import each other, however far
//! around; a type's name means one thing; a file is short.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Imports against the order, until they are gone.
const UPWARD: &str = "src/report/changes/mod.rs:builtin";
/// Files of a circle of imports, until it is opened.
const CIRCLES: &str = "src/diff/mod.rs src/diff/versions.rs src/render/html/mod.rs src/render/html/words.rs \
     src/render/paint.rs src/render/words.rs src/report/brief.rs src/report/chart.rs src/report/page.rs \
     src/report/graph.rs src/report/footnotes.rs src/report/pay_chart.rs src/report/salary.rs src/report/wording.rs \
     src/yaml/shape.rs src/yaml/wording.rs";

const LONGEST: usize = 400;

/// The modules by their paths: `compare::rows`; nothing for `lib`.
struct House(BTreeMap<String, Module>);

#[derive(Default)]
struct Module {
    file: String,
    /// The code without comments and unit tests.
    code: String,
    /// What the module hands on as its own: names, each with the path it comes from.
    handed_on: BTreeMap<String, String>,
    /// Every path of this crate that the code names, from the root.
    named: BTreeSet<String>,
}

impl House {
    fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut modules = BTreeMap::new();
        let mut folders = vec![root.join("src")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder of src/").map(|entry| entry.expect("an entry").path()) {
                if entry.is_dir() {
                    folders.push(entry);
                } else if entry.extension().is_some_and(|extension| extension == "rs") {
                    let file = entry.strip_prefix(root).expect("below the root").to_string_lossy().into_owned();
                    let path = file.trim_start_matches("src/").trim_end_matches(".rs").replace('/', "::");
                    let path = path.trim_end_matches("::mod").to_owned();
                    let code = without_comments_and_tests(&fs::read_to_string(&entry).expect("a source file is text"));
                    let path = if path == "lib" { String::new() } else { path };
                    modules.insert(path, Module { file, code, ..Module::default() });
                }
            }
        }
        let known: BTreeSet<String> = modules.keys().cloned().collect();
        for (path, module) in &mut modules {
            for (is_handed_on, named) in paths(path, &module.code, &known) {
                let name = named.rsplit("::").next().unwrap_or_default().to_owned();
                if is_handed_on && named.starts_with(&format!("{path}::").trim_start_matches("::").to_owned()) {
                    module.handed_on.insert(name, named);
                } else {
                    module.named.insert(named);
                }
            }
        }
        Self(modules)
    }

    /// The module in which a path is defined.
    fn home(&self, path: &str) -> &str {
        let mut module = path;
        loop {
            if let Some((known, found)) = self.0.get_key_value(module) {
                let item = path[module.len()..].trim_start_matches("::").split("::").next().unwrap_or_default();
                return found.handed_on.get(item).filter(|from| *from != path).map_or(known, |from| self.home(from));
            }
            module = module.rsplit_once("::").map_or("", |(above, _)| above);
        }
    }

    /// The modules that each module imports from.
    fn imports(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let of = |(path, module): (&'_ String, &'_ Module)| {
            let homes: BTreeSet<&str> = module.named.iter().map(|named| self.home(named)).filter(|home| home != path).collect();
            (self.0.get_key_value(path).map_or("", |(known, _)| known.as_str()), homes)
        };
        self.0.iter().map(of).collect()
    }
}

/// The code before its unit tests, without what stands behind `//`.
fn without_comments_and_tests(text: &str) -> String {
    let code = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
    code.lines().map(|line| line.split("//").next().unwrap_or_default().to_owned() + "\n").collect()
}

/// The paths of this crate that some code of a module names, from the root, and whether each is handed on by `pub use`.
fn paths(module: &str, code: &str, known: &BTreeSet<String>) -> Vec<(bool, String)> {
    let mut found = Vec::new();
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    for start in ["crate::", "super::", "self::", "use "] {
        for (at, _) in code.match_indices(start) {
            let before = &code[..at];
            if before.ends_with(|c: char| is_word(c) || c == ':') {
                continue;
            }
            let (mut base, mut rest) = match start {
                "crate::" => (String::new(), &code[at + start.len()..]),
                _ => (module.to_owned(), &code[at + start.len()..]),
            };
            if start == "super::" {
                rest = &code[at..];
                while let Some(after) = rest.strip_prefix("super::") {
                    base = base.rsplit_once("::").map_or(String::new(), |(above, _)| above.to_owned());
                    rest = after;
                }
            }
            let statement = before.rsplit([';', '}', '{']).next().unwrap_or_default();
            let is_handed_on = before.ends_with("pub ") || statement.contains("pub use") || statement.contains("pub(crate) use");
            for tail in branches(rest) {
                let path = [base.as_str(), &tail].join("::");
                let path = path.trim_start_matches("::").to_owned();
                // Behind `use ` stands a crate, or a module below this one.
                let first = [base.as_str(), tail.split("::").next().unwrap_or_default()].join("::");
                if start != "use " || known.contains(first.trim_start_matches("::")) {
                    found.push((is_handed_on, path));
                }
            }
        }
    }
    found
}

/// The paths of a tree as `use` has it: of `a::{b, c::d}`, `a::b` and `a::c::d`.
fn branches(tree: &str) -> Vec<String> {
    let end = tree.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(tree.len());
    let (stem, rest) = (tree[..end].trim_end_matches(':'), &tree[end..]);
    if !tree[..end].ends_with("::") || !rest.starts_with('{') {
        return vec![stem.to_owned()];
    }
    let (mut depth, mut start, mut found) = (0, 1, Vec::new());
    for (at, c) in rest.char_indices() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        if (c == ',' && depth == 1) || depth == 0 {
            let below = branches(rest[start..at].trim()).into_iter().filter(|name| !name.is_empty());
            found.extend(below.map(|name| if name == "self" { stem.to_owned() } else { format!("{stem}::{name}") }));
            start = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    found
}

/// The rows of the table in `src/lib.rs`, from first to last, and the tools below it, which any module may use.
fn order() -> (Vec<Vec<String>>, Vec<String>) {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).expect("src/lib.rs");
    let names = |text: &str| text.split("[`").skip(1).filter_map(|part| part.split('`').next()).map(str::to_owned).collect();
    let is_row = |line: &&str| line.starts_with("//! | [`");
    let mut rows: Vec<Vec<String>> =
        text.lines().filter(is_row).map(|line| names(line.split('|').nth(1).unwrap_or_default())).collect();
    let below: Vec<&str> = text
        .lines()
        .take_while(|line| line.starts_with("//!"))
        .skip_while(|line| !is_row(line))
        .filter(|line| !is_row(line))
        .collect();
    // What is compiled in is a corpus like any other to all that answers.
    let commands = rows.iter().position(|row| row.iter().any(|name| name == "commands")).expect("a row for `commands`");
    rows.insert(commands, vec!["builtin".to_owned()]);
    rows.push(["lib", "main", "build"].map(str::to_owned).to_vec());
    (rows, names(&below.join(" ")))
}

/// Expects what breaks a rule to be what is excepted from it, no more and no less.
#[track_caller]
fn held(rule: &str, found: impl IntoIterator<Item = String>, excepted: &str) {
    let excepted: Vec<&str> = excepted.split_whitespace().collect();
    let found: Vec<String> = found.into_iter().collect();
    let new: Vec<&String> = found.iter().filter(|found| !excepted.contains(&found.as_str())).collect();
    assert!(new.is_empty(), "{rule}:\n{new:#?}");
    let stale: Vec<&&str> = excepted.iter().filter(|excepted| !found.contains(&(**excepted).to_owned())).collect();
    assert!(stale.is_empty(), "no longer broken, so no longer to be excepted: {stale:#?}");
}

#[test]
fn modules_import_one_way() {
    let (rows, tools) = order();
    assert!(rows.len() > 5 && tools.len() > 1, "the table in src/lib.rs: {rows:?}, tools {tools:?}");
    let top = |module: &str| {
        if module.is_empty() { "lib".to_owned() } else { module.split("::").next().unwrap_or_default().to_owned() }
    };
    let rank = |module: &str| rows.iter().position(|row| row.iter().any(|name| name == module));
    let house = House::read();
    let mut broken = BTreeSet::new();
    for (module, imports) in house.imports() {
        let own = top(module);
        if rank(&own).is_none() && !tools.contains(&own) {
            broken.insert(format!("`{own}` has no place in the table"));
        }
        for home in imports.into_iter().filter(|home| !home.is_empty()).map(top).filter(|home| *home != own) {
            let is_last = rank(&own) == Some(rows.len() - 1);
            let is_right =
                tools.contains(&home) || is_last || rank(&own).is_some_and(|rank_| rank(&home).is_some_and(|home| home < rank_));
            if !is_right {
                broken.insert(format!("{}:{home}", house.0[module].file));
            }
        }
    }
    held("a module imports from a later one", broken, UPWARD);
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let house = House::read();
    let imports = house.imports();
    let leads_back = |from: &&&str| {
        let (mut seen, mut open) = (BTreeSet::new(), vec![**from]);
        while let Some(at) = open.pop() {
            open.extend(imports[at].iter().copied().filter(|next| seen.insert(*next)));
        }
        seen.contains(**from)
    };
    let in_circle = imports.keys().filter(leads_back).map(|module| house.0[*module].file.clone());
    held("files import each other in a circle", in_circle, CIRCLES);
}

#[test]
fn no_name_of_a_type_is_defined_twice() {
    let mut names: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let house = House::read();
    for module in house.0.values() {
        for line in module.code.lines() {
            let mut words = line.split_whitespace().skip_while(|word| word.starts_with("pub"));
            if let (Some("struct" | "enum" | "trait" | "union"), Some(name)) = (words.next(), words.next()) {
                let name = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
                names.entry(name.to_owned()).or_default().insert(&module.file);
            }
        }
    }
    let double = names.iter().filter(|(name, files)| !name.is_empty() && files.len() > 1);
    held("one name, two types", double.map(|(name, _)| name.clone()), "");
}

#[test]
fn files_are_short() {
    let text = |module: &Module| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&module.file)).expect("a file");
    let house = House::read();
    let long = house.0.values().filter(|module| text(module).lines().count() > LONGEST).map(|module| module.file.clone());
    held("a file is longer than 400 lines", long, "");
}
