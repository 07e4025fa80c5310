//! `data/schema.json`, which editors use: it accepts what is read and refuses what is not.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jsonschema::Validator;
use roles::corpus::rules;
use roles::model;
use roles::schema::SchemaPart;
use roles::yaml::{self, Tree};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::own_roles::uncommented;
use crate::support::{answer, shipped};

pub fn schema(part: &str) -> Value {
    serde_json::from_str(&answer(&["schema", "--of", part])).expect("a schema is JSON")
}

fn validator(part: &str) -> Validator {
    jsonschema::draft202012::new(&schema(part)).expect("a schema")
}

pub static ANY_FILE: LazyLock<Validator> = LazyLock::new(|| validator("file"));

pub fn value(text: &str) -> Value {
    yaml::read(text).unwrap_or_else(|mistake| panic!("{mistake:#?}\n{text}"))
}

pub fn complaints(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// The YAML files of a folder and those below it.
pub fn yaml_files(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = paths.flat_map(|path| if path.is_dir() { yaml_files(&path) } else { vec![path] }).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    files
}

/// The keys or words that a type knows, as the message on one it does not know tells them.
fn known<T: DeserializeOwned>(text: &str) -> BTreeSet<String> {
    let refusal = serde_yaml::from_str::<T>(text).err().expect("nobody knows it").to_string();
    let (_, listed) = refusal.split_once("expected ").unwrap_or_else(|| panic!("{refusal}"));
    listed.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

macro_rules! known {
    ($text:literal: $($type:ident)*) => {
        [$((stringify!($type), known::<model::$type>($text))),*]
    };
}

#[test]
fn the_definitions_have_the_keys_and_words_of_the_model() {
    let mut types = BTreeMap::from(known!("zzz: 1":
        About Archetype Career CareerStep Case Cited Contrast DirectReport Education Experience Glance Oversight Pair Position
        Question Reporting Requirements Role SalaryFigure Source Statement Superior Term));
    types.extend(known!("zzz": Attribute Degree ExperienceKind Grade How Level Measure Need Period));
    let schema = schema("file");
    let mut definitions = BTreeMap::new();
    // A whole corpus in a file is no type of the model, and a text in a form of its own has no keys.
    let is_type = |name: &str| !["Corpus", "Id", "Amount", "Currency", "Date", "Years", "Url"].contains(&name);
    for (name, definition) in schema["$defs"].as_object().unwrap().iter().filter(|(name, _)| is_type(name)) {
        let words = definition["enum"].as_array().into_iter().flatten();
        let words = words.chain(definition["oneOf"].as_array().into_iter().flatten().map(|word| &word["const"]));
        let keys = definition["properties"].as_object().into_iter().flatten().map(|(key, _)| key.clone());
        let all: BTreeSet<String> = keys.chain(words.map(|word| word.as_str().unwrap().to_owned())).collect();
        definitions.insert(name.as_str(), all);
    }
    for name in types.keys().chain(definitions.keys()) {
        assert_eq!(types.get(name), definitions.get(name), "{name}: the type on the left, the schema on the right");
    }
}

#[test]
fn every_schema_keeps_to_its_draft() {
    for part in ["file", "corpus", "role", "pair", "topics", "functions", "positions", "sources", "about"] {
        let schema = schema(part);
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert!(jsonschema::meta::validate(&schema).is_ok(), "{part}");
    }
}

#[test]
fn every_shipped_file_is_valid_as_any_file_and_as_what_it_is() {
    let files = yaml_files(&shipped());
    assert!(files.len() > 10);
    for path in files {
        let value = value(&fs::read_to_string(&path).unwrap());
        let part = match path.parent().unwrap().file_name().unwrap().to_str().unwrap() {
            "roles" => "role",
            "pairs" => "pair",
            _ => path.file_stem().unwrap().to_str().unwrap(),
        };
        assert_eq!(complaints(&ANY_FILE, &value), [""; 0], "{}", path.display());
        assert_eq!(complaints(&validator(part), &value), [""; 0], "{}", path.display());
    }
}

#[test]
fn the_shipped_corpus_in_one_file_is_valid_and_is_read() {
    let read = |name: &str| value(&fs::read_to_string(shipped().join(name)).unwrap());
    let all = |folder: &str| -> Vec<Value> {
        yaml_files(&shipped().join(folder)).iter().map(|path| value(&fs::read_to_string(path).unwrap())).collect()
    };
    let bundle = json!({
        "about": { "title": "All in one", "license": "MIT", "attribution": "Us", "url": "https://example.org" },
        "roles": all("roles"),
        "pairs": all("pairs"),
        "topics": read("topics.yaml"),
        "functions": read("functions.yaml"),
        "positions": read("positions.yaml"),
        "sources": read("sources.yaml"),
    });
    assert_eq!(complaints(&ANY_FILE, &bundle), [""; 0]);
    assert_eq!(complaints(&validator("corpus"), &bundle), [""; 0]);
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("all.yaml");
    fs::write(&path, yaml::write(&bundle).unwrap()).unwrap();
    let list = answer(&["list", "-q", "--no-builtin", "--corpus", path.to_str().unwrap()]);
    assert_eq!(list.lines().count(), roles::builtin::corpus().roles.len());
}

#[test]
fn a_mistake_is_found_where_it_is() {
    for (text, place, word) in [
        ("{ id: a, title: A, dutys: [] }", "", "dutys"),
        ("{ id: a }", "", "title"),
        ("{ id: a, title: '' }", "/title", "shorter"),
        ("{ id: a, title: A, duties: [{ text: T, topics: [b] }] }", "/duties/0", "topics"),
        ("{ id: a, title: A, duties: [{ text: T, sources: [b, b] }] }", "/duties/0/sources", "unique"),
        ("{ id: a, title: A, level: boss }", "/level", "boss"),
        ("{ id: a, title: A, salary: [{ measure: base, low: 5.5, currency: USD, per: year }] }", "/salary/0/low", "5.5"),
        ("{ roles: [{ id: a, title: A, dutys: [] }] }", "/roles/0", "dutys"),
        ("{ sources: [{ id: a, title: A, publisher: P, grade: A, url: example.org }] }", "/sources/0/url", "match"),
        ("[{ label: A }]", "/0", "id"),
        ("A text", "", "type"),
    ] {
        let complaints = complaints(&ANY_FILE, &value(text));
        let [only] = complaints.as_slice() else { panic!("{text}: {complaints:#?}") };
        assert!(only.starts_with(&format!("{place}: ")) && only.contains(word), "{text}: {only}");
    }
}

/// Every value that differs from another by one key too few or too many, or by one value of another type.
fn slips(value: &Value) -> Vec<(String, Value)> {
    let mut slips = Vec::new();
    match value {
        Value::Object(members) => {
            let mut longer = members.clone();
            longer.insert("zzz".to_owned(), "a".into());
            slips.push(("/zzz".to_owned(), Value::Object(longer)));
            for (key, member) in members {
                let mut shorter = members.clone();
                shorter.remove(key);
                slips.push((format!("/{key}"), Value::Object(shorter)));
                for (path, slip) in self::slips(member) {
                    let mut other = members.clone();
                    other.insert(key.clone(), slip);
                    slips.push((format!("/{key}{path}"), Value::Object(other)));
                }
            }
        }
        Value::Array(items) => {
            slips.push((" as a mapping".to_owned(), json!({ "a": "b" })));
            for (i, item) in items.iter().enumerate() {
                for (path, slip) in self::slips(item) {
                    let mut other = items.clone();
                    other[i] = slip;
                    slips.push((format!("/{i}{path}"), Value::Array(other)));
                }
            }
        }
        _ => {
            slips.push((" as a list".to_owned(), json!(["a"])));
            slips.push((" as a mapping".to_owned(), json!({ "a": "b" })));
        }
    }
    slips
}

#[test]
fn the_schema_takes_a_file_with_one_slip_where_the_reader_does() {
    let pair = yaml_files(&shipped().join("pairs")).into_iter().max_by_key(|path| fs::metadata(path).unwrap().len()).unwrap();
    let source = "{ id: a, title: A, publisher: P, url: 'https://a', published: 2024, grade: A, note: N }";
    let cases = [
        (SchemaPart::Role, value(&uncommented(&answer(&["new", "a"])))),
        (SchemaPart::Pair, value(&fs::read_to_string(pair).unwrap())),
        (SchemaPart::Sources, json!([value(source)])),
    ];
    for (part, whole) in cases {
        let (rules, validator) = (rules(part), validator(part.key()));
        let part = part.key();
        let slips = slips(&whole);
        assert!(slips.len() > 10);
        for (path, slip) in slips {
            // That a title may be missing where the role extends another is the check's business for the reader.
            let title = part == "role" && path == "/title";
            // So is how many sides a contrast has.
            let sides = part == "pair" && path.contains("/sides/");
            let text = yaml::write(&slip).unwrap();
            let mistakes = rules.mistakes(&Tree::parse(&text).unwrap());
            // What the schema lets pass is read, and its keys and words are those of the types.
            let is_read = match part {
                "role" => yaml::read::<model::Role>(&text).is_ok(),
                "pair" => yaml::read::<model::Pair>(&text).is_ok(),
                _ => yaml::read::<Vec<model::Source>>(&text).is_ok(),
            };
            assert_eq!(mistakes.is_empty(), is_read, "{part}{path}: {mistakes:?}");
            let sound = !title && !sides && is_read;
            assert_eq!(validator.is_valid(&slip), sound, "{part}{path}");
        }
    }
}
