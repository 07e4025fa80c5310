//! What helps people to begin: `roles init`, `roles new`, and the schema that their editors use.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jsonschema::Validator;
use roles::corpus::{Files, Rules};
use roles::diagnostic::Diagnostic;
use roles::error::Error;
use roles::model::{Amount, Date, Pair, Role, Source, Years, is_id};
use roles::terminal::Terminal;
use roles::yaml;
use serde_json::{Value, json};
use tempfile::TempDir;

/// Status, standard output and standard error of a run.
fn run(args: &[&str]) -> (u8, String, String) {
    let mut out = Vec::new();
    let args = ["roles"].iter().chain(args).map(OsString::from);
    let (status, talk) = match roles::run(args, &Terminal::default(), &mut out) {
        Ok(outcome) => (outcome.status(), outcome.notices.join("\n")),
        Err(error) => (Error::STATUS, error.to_string()),
    };
    (status, String::from_utf8(out).expect("output is UTF-8"), talk)
}

/// The output of a run that has nothing to complain of.
#[track_caller]
fn answer(args: &[&str]) -> String {
    let (status, out, talk) = run(args);
    assert_eq!((status, talk.as_str()), (0, ""), "{args:?}");
    out
}

/// The standard error of a run that refused its work.
#[track_caller]
fn refusal(args: &[&str]) -> String {
    let (status, out, talk) = run(args);
    assert_eq!((status, out.as_str()), (2, ""), "{args:?}: {talk}");
    talk
}

fn schema(part: &str) -> Value {
    serde_json::from_str(&answer(&["schema", "--of", part])).expect("a schema is JSON")
}

fn validator(part: &str) -> Validator {
    jsonschema::draft202012::new(&schema(part)).expect("a schema")
}

static ANY_FILE: LazyLock<Validator> = LazyLock::new(|| validator("file"));
static A_ROLE: LazyLock<Validator> = LazyLock::new(|| validator("role"));

fn value(text: &str) -> Value {
    yaml::read(text).unwrap_or_else(|mistakes| panic!("{mistakes:#?}\n{text}"))
}

fn complaints(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// What is wrong with some corpora on top of the built-in one; warnings too.
fn problems<P: AsRef<Path>>(paths: &[P]) -> Vec<Diagnostic> {
    let files = Files::read(paths).expect("files that can be read");
    let rules = Rules { this_year: Some(2026) };
    match files.load(Some(roles::builtin::corpus()), &rules) {
        Ok(loaded) => loaded.warnings,
        Err(problems) => problems,
    }
}

/// The YAML files of a folder and those below it.
fn yaml_files(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = paths.flat_map(|path| if path.is_dir() { yaml_files(&path) } else { vec![path] }).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    files
}

fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

/// A corpus as `roles init` writes it.
fn begun() -> (TempDir, PathBuf) {
    let parent = TempDir::new().unwrap();
    let folder = parent.path().join("new/folder");
    let (status, ..) = run(&["init", folder.to_str().unwrap()]);
    assert_eq!(status, 0);
    (parent, folder)
}

// The schema

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
    let keys: BTreeSet<&String> = bundle.as_object().unwrap().keys().collect();
    let schema = schema("corpus");
    assert_eq!(schema["$defs"]["Corpus"]["properties"].as_object().unwrap().keys().collect::<BTreeSet<_>>(), keys);
    assert_eq!(complaints(&ANY_FILE, &bundle), [""; 0]);
    assert_eq!(complaints(&validator("corpus"), &bundle), [""; 0]);
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("all.yaml");
    fs::write(&path, yaml::write(&bundle).unwrap()).unwrap();
    let list = answer(&["list", "-q", "--no-builtin", "--corpus", path.to_str().unwrap()]);
    assert_eq!(list.lines().count(), roles::builtin::corpus().roles.len());
}

#[test]
fn files_as_people_first_write_them_are_valid() {
    for text in [
        "{ id: a, title: A }",
        "{ id: a, extends: coo }",
        "{ id: a, title: A, duties: [Bare text, { text: With sources, sources: [b] }], summary: In short }",
        "{ id: a--b, roles: [a, b], choice: [Bare text] }",
        "{ roles: [a, b], id: a--b }",
        "{ roles: [{ id: a, title: A }] }",
        "{ title: Of my own, license: MIT }",
        "{ title: Of my own }",
        "[{ id: a, label: A, broader: b }]",
        "[{ id: a, title: A, acronym: AA }]",
        "[{ id: a, title: A, publisher: P, grade: A, published: 2024-09 }]",
    ] {
        assert_eq!(complaints(&ANY_FILE, &value(text)), [""; 0], "{text}");
    }
}

#[test]
fn a_mistake_is_found_where_it_is() {
    for (text, place, word) in [
        ("{ id: a, title: A, dutys: [] }", "", "dutys"),
        ("{ title: A, duties: [] }", "", "anyOf"),
        ("{ id: a }", "", "title"),
        ("{ extends: coo }", "", "id"),
        ("{ id: A B, title: A }", "/id", "does not match"),
        ("{ id: 5, title: A }", "/id", "string"),
        ("{ id: a, title: '' }", "/title", "shorter"),
        ("{ id: a, title: A, duties: Sells }", "/duties", "array"),
        ("{ id: a, title: A, duties: [{ text: T, topics: [b] }] }", "/duties/0", "topics"),
        ("{ id: a, title: A, duties: [{ topic: b }] }", "/duties/0", "text"),
        ("{ id: a, title: A, duties: [5] }", "/duties/0", "type"),
        ("{ id: a, title: A, duties: [{ text: T, sources: b }] }", "/duties/0/sources", "array"),
        ("{ id: a, title: A, duties: [{ text: T, sources: [b, b] }] }", "/duties/0/sources", "unique"),
        ("{ id: a, title: A, level: boss }", "/level", "boss"),
        ("{ id: a, title: A, reporting: { reports_to: [{ to: b }] } }", "/reporting/reports_to/0", "how"),
        ("{ id: a, title: A, salary: [{ measure: base, low: 5, currency: usd, per: year }] }", "/salary/0/currency", "match"),
        ("{ id: a, title: A, salary: [{ measure: base, low: 5.5, currency: USD, per: year }] }", "/salary/0/low", "5.5"),
        (
            "{ id: a, title: A, salary: [{ measure: base, low: 5, currency: USD, per: year, as_of: 15 }] }",
            "/salary/0/as_of",
            "15",
        ),
        ("{ id: a--b, roles: [a], choice: [] }", "/roles", "2 items"),
        ("{ id: a--b, roles: [a, b], contrasts: [{ dimension: D, sides: { a: A } }] }", "/contrasts/0/sides", "properties"),
        ("{ roles: [{ id: a, title: A, dutys: [] }] }", "/roles/0", "dutys"),
        ("{ topics: [{ id: a }] }", "/topics/0", "label"),
        ("{ sources: [{ id: a, title: A, publisher: P, grade: D }] }", "/sources/0/grade", "D"),
        ("{ sources: [{ id: a, title: A, publisher: P, grade: A, published: May 2024 }] }", "/sources/0/published", "match"),
        ("{ sources: [{ id: a, title: A, publisher: P, grade: A, url: example.org }] }", "/sources/0/url", "match"),
        ("[{ label: A }]", "/0", "id"),
        ("{ about: { name: A } }", "/about", "name"),
        ("A text", "", "type"),
    ] {
        let complaints = complaints(&ANY_FILE, &value(text));
        let [only] = complaints.as_slice() else { panic!("{text}: {complaints:#?}") };
        assert!(only.starts_with(&format!("{place}: ")) && only.contains(word), "{text}: {only}");
    }
}

#[test]
fn patterns_take_what_is_read() {
    let texts = "5 10 10-15 10+ 10-15+ 300 0 450000+ +5 -5 5.5 1,000 2024 2024-09 2024-9 2024-09-03 2024-09-31 2024-13 1899 1900 \
                 2199 2200 20245 May-2024 2024-00 2024-09-32 2024-09-03-01 ten a a-b a--b a---b -a a- A a_b ü a1 1a";
    let role = |field: &str, text: &str| {
        let mut role = json!({ "id": "a", "title": "A" });
        let salary = json!({ "measure": "base", "currency": "USD", "per": "year" });
        match field {
            "id" => role["id"] = text.into(),
            "years" => role["requirements"] = json!({ "experience": [{ "kind": "total", "years": text }] }),
            _ => {
                role["salary"] = json!([salary]);
                role["salary"][0][field] = text.into();
            }
        }
        A_ROLE.is_valid(&role)
    };
    for text in texts.split(' ') {
        assert_eq!(role("id", text), is_id(text), "the id {text}");
        assert_eq!(role("as_of", text), text.parse::<Date>().is_ok(), "the date {text}");
        // The reader takes a sign too, and the schema need not recommend it.
        if !text.starts_with('+') {
            assert_eq!(role("low", text), text.parse::<Amount>().is_ok(), "the amount {text}");
            assert!(text == "300" || role("years", text) == text.parse::<Years>().is_ok(), "the years {text}");
        }
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
    type Reads = fn(&str) -> bool;
    let pair = yaml_files(&shipped().join("pairs")).into_iter().max_by_key(|path| fs::metadata(path).unwrap().len()).unwrap();
    let source = "{ id: a, title: A, publisher: P, url: 'https://a', published: 2024, grade: A, note: N }";
    let cases: [(&str, Value, Reads); 3] = [
        ("role", value(&uncommented(&answer(&["new", "a"]))), |text| yaml::read::<Role>(text).is_ok()),
        ("pair", value(&fs::read_to_string(pair).unwrap()), |text| yaml::read::<Pair>(text).is_ok()),
        ("sources", json!([value(source)]), |text| yaml::read::<Vec<Source>>(text).is_ok()),
    ];
    for (part, whole, reads) in cases {
        let validator = validator(part);
        let slips = slips(&whole);
        assert!(slips.len() > 10);
        for (path, slip) in slips {
            // That a title may be missing where the role extends another is the check's business for the reader.
            let title = part == "role" && path == "/title";
            // So is how many sides a contrast has.
            let sides = part == "pair" && path.contains("/sides/");
            let sound = !title && !sides && reads(&yaml::write(&slip).unwrap());
            assert_eq!(validator.is_valid(&slip), sound, "{part}{path}");
        }
    }
}

// init

#[test]
fn a_corpus_that_was_begun_has_nothing_to_warn_of() {
    let (_parent, folder) = begun();
    assert_eq!(problems(&[&folder]), []);
}

#[test]
fn its_files_are_valid_and_name_the_schema_beside_them() {
    let (_parent, folder) = begun();
    for path in yaml_files(&folder) {
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(complaints(&ANY_FILE, &value(&text)), [""; 0], "{}", path.display());
        let named = text.lines().next().unwrap().strip_prefix("# yaml-language-server: $schema=").expect("a schema");
        assert_eq!(fs::read_to_string(path.parent().unwrap().join(named)).unwrap(), answer(&["schema"]));
    }
}

#[test]
fn what_was_written_and_what_to_type_next_is_said_and_works() {
    let parent = TempDir::new().unwrap();
    let folder = parent.path().join("it's new");
    let name = folder.to_str().unwrap();
    let (status, out, talk) = run(&["init", name]);
    assert_eq!(status, 0);
    let written: Vec<&Path> = out.lines().map(Path::new).collect();
    assert!(written.iter().all(|path| path.is_file()), "{out}");
    // The schema is the one file that is no YAML.
    assert_eq!(written.len(), yaml_files(&folder).len() + 1);
    let quoted = format!("'{}'", name.replace('\'', r"'\''"));
    assert_eq!(talk, format!("try next:\n  roles check {quoted}\n  roles compare coo acme-coo --corpus {quoted}"));

    let comparison = answer(&["compare", "coo", "acme-coo", "--corpus", name, "-s", "duties"]);
    assert!(comparison.contains("\tshared\tacme-coo\tCuts the time from order to delivery"), "{comparison}");
    assert!(comparison.contains("plant-safety"), "{comparison}");
    let origin = answer(&["list", "--corpus", name, "--function", "operations", "--columns", "id,origin"]);
    let file = folder.join("roles/acme-coo.yaml");
    assert_eq!(origin, format!("acme-coo\t{}\ncoo\tbuilt-in\n", file.display()));
}

#[test]
fn an_empty_folder_can_be_begun_in_and_a_full_one_cannot() {
    let folder = TempDir::new().unwrap();
    let name = folder.path().to_str().unwrap();
    assert_eq!(run(&["init", name]).0, 0);
    let before = fs::read_to_string(folder.path().join("corpus.yaml")).unwrap() + "# mine\n";
    fs::write(folder.path().join("corpus.yaml"), &before).unwrap();
    let talk = refusal(&["init", name]);
    assert_eq!(
        talk,
        format!("error: '{name}' is not empty, and nothing is overwritten\n\n  name a folder that does not exist yet\n")
    );
    assert_eq!(fs::read_to_string(folder.path().join("corpus.yaml")).unwrap(), before);
}

#[test]
fn where_nothing_can_be_written_nothing_is() {
    let parent = TempDir::new().unwrap();
    let file = parent.path().join("file");
    fs::write(&file, "mine").unwrap();
    let name = file.to_str().unwrap();
    assert!(refusal(&["init", name]).starts_with(&format!("error: '{name}' is a file, and nothing is overwritten\n")));
    let below = file.join("below");
    assert!(refusal(&["init", below.to_str().unwrap()]).starts_with("error: cannot write '"));
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1);
}

#[test]
fn a_broken_corpus_in_the_environment_is_no_hindrance() {
    let folder = TempDir::new().unwrap();
    let terminal = Terminal { corpora_wanted: vec![folder.path().join("missing.yaml")], ..Terminal::default() };
    for args in [["roles", "schema"].as_slice(), &["roles", "init", folder.path().join("new").to_str().unwrap()]] {
        let mut out = Vec::new();
        assert!(roles::run(args.iter().map(OsString::from), &terminal, &mut out).is_ok(), "{args:?}");
    }
}

// new

/// A template with every field taken out of its comment, as its first lines say how.
fn uncommented(template: &str) -> String {
    let lines = template.lines().enumerate().map(|(i, line)| match line.strip_prefix("# ") {
        Some(field) if i > 0 => field.to_owned() + "\n",
        _ => line.to_owned() + "\n",
    });
    lines.collect()
}

#[test]
fn a_new_role_is_sound_as_it_stands() {
    let (_parent, folder) = begun();
    let corpus = folder.to_str().unwrap();
    fs::write(folder.join("roles/plant-manager.yaml"), answer(&["new", "plant-manager"])).unwrap();
    fs::write(folder.join("roles/our-cfo.yaml"), answer(&["new", "our-cfo", "--extends", "cfo"])).unwrap();
    let words = ["new", "acme-deputy", "--extends", "acme-coo", "--title", "Deputy: \"COO\"", "--corpus", corpus];
    fs::write(folder.join("roles/acme-deputy.yaml"), answer(&words)).unwrap();
    assert_eq!(problems(&[&folder]), []);
    let titles = answer(&["list", "--corpus", corpus, "--columns", "id,title", "--sort", "id"]);
    for line in
        ["plant-manager\tPlant Manager\n", "our-cfo\tChief Financial Officer\n", "acme-deputy\tDeputy: \"COO\"\n", "coo\tChief"]
    {
        assert!(titles.contains(line), "{titles}");
    }
}

#[test]
fn a_new_role_has_every_field_of_the_format() {
    let schema = schema("role");
    let role = value(&uncommented(&answer(&["new", "a"])));
    let mut seen = BTreeSet::from([("Role".to_owned(), "extends".to_owned())]);
    fields(&schema, &schema, "", &role, &mut seen);
    let extending = answer(&["new", "a", "--extends", "coo"]);
    assert_eq!(value(&extending)["extends"], "coo");
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        for (field, _) in definition["properties"].as_object().into_iter().flatten() {
            assert!(seen.contains(&(name.clone(), field.clone())), "roles new does not show {field} of {name}");
        }
    }
}

/// Every field of a value with the definition that it belongs to.
fn fields(root: &Value, schema: &Value, name: &str, value: &Value, seen: &mut BTreeSet<(String, String)>) {
    if let Some(reference) = schema["$ref"].as_str() {
        let name = reference.strip_prefix("#/$defs/").expect("a definition");
        return fields(root, &root["$defs"][name], name, value, seen);
    }
    match value {
        Value::Object(members) => members.iter().for_each(|(key, member)| {
            seen.insert((name.to_owned(), key.clone()));
            fields(root, &schema["properties"][key], "", member, seen);
        }),
        Value::Array(items) => items.iter().for_each(|item| fields(root, &schema["items"], "", item, seen)),
        _ => {}
    }
}

#[test]
fn every_example_in_a_new_role_can_be_used() {
    let (_parent, folder) = begun();
    let text = uncommented(&answer(&["new", "plant-manager"]));
    assert_eq!(complaints(&ANY_FILE, &value(&text)), [""; 0]);
    fs::write(folder.join("roles/plant-manager.yaml"), text).unwrap();
    assert_eq!(problems(&[&folder]), []);
    let role = answer(&["show", "plant-manager", "--corpus", folder.to_str().unwrap(), "-f", "json"]);
    assert!(role.contains("American Broadcasting Company"), "{role}");
}

#[test]
fn a_role_that_extends_another_shows_its_duties_to_copy() {
    let text = answer(&["new", "our-cro", "--extends", "chief revenue officer"]);
    assert!(
        text.contains("\nextends: cro    # Chief Revenue Officer: all that is left out here is taken over from it\n"),
        "{text}"
    );
    let fields = uncommented(&text);
    let role: Role = yaml::read(&fields).unwrap();
    let cro = roles::builtin::corpus().roles.get("cro").unwrap();
    assert_eq!(role.duties, cro.duties);
    assert_eq!(role.title, cro.title);
    assert!(
        text.contains(&format!("## what still holds of the {} duties of the Chief Revenue Officer:\n", cro.duties.len())),
        "{text}"
    );
}

#[test]
fn what_cannot_be_an_id_or_a_base_is_refused_with_what_to_type() {
    for (id, instead) in
        [("Plant Manager", "plant-manager"), ("a--b", "a-b"), ("ceo_", "ceo"), ("a\u{1b}b", "a-b"), ("Überall", "berall")]
    {
        let talk = refusal(&["new", id]);
        assert!(talk.contains("is no id\n") && talk.contains(&format!("like this: roles new {instead}\n")), "{talk:?}");
    }
    assert_eq!(refusal(&["new", "é"]), "error: 'é' is no id\n\n  use lower-case letters, digits and single hyphens\n");
    let talk = refusal(&["new", "ours", "--extends", "cof"]);
    assert!(talk.starts_with("error: no role or position is called 'cof'\n\n  did you mean:\n    cfo  "), "{talk}");
    assert!(refusal(&["new", "ours", "--extends", "ceo"]).contains("has no profile"));
    assert!(refusal(&["new", "ours", "--title", " "]).contains("is no title"));
    assert!(refusal(&["new", "ours", "--title", "A\nB"]).contains("is no title"));
}

#[test]
fn an_id_that_somebody_has_is_remarked_on() {
    let (status, out, talk) = run(&["new", "coo"]);
    assert_eq!((status, value(&out)["id"].as_str()), (0, Some("coo")));
    assert_eq!(
        talk,
        "note: 'coo' is the Chief Operating Officer already (built-in): in a corpus on top, this one takes its place"
    );
    let (_, _, talk) = run(&["new", "ceo"]);
    assert_eq!(
        talk,
        "note: 'ceo' is a position already (Chief Executive Officer): in a corpus on top, this role takes its place"
    );
    let (_parent, folder) = begun();
    let (_, _, talk) = run(&["new", "acme-coo", "--corpus", folder.to_str().unwrap()]);
    assert!(talk.contains("acme-coo.yaml): in a corpus on top, this one takes its place"), "{talk}");
}

#[test]
fn an_id_that_yaml_would_take_for_something_else_is_quoted() {
    for id in ["123", "null", "true", "1-2", "2024-09-03"] {
        assert_eq!(value(&answer(&["new", id]))["id"], id);
    }
}
