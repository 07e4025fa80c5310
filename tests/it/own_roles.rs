//! What helps people to begin: `roles init` and `roles new`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use roles::model::Role;
use roles::yaml;
use serde_json::Value;
use tempfile::TempDir;

use crate::schema::{ANY_FILE, complaints, schema, value, yaml_files};
use crate::support::{answer, run_args};

/// Status, standard output and standard error of a run.
fn run(args: &[&str]) -> (i32, String, String) {
    let ran = run_args(args);
    (ran.status, ran.stdout, ran.stderr.trim_end_matches('\n').to_owned())
}

/// The standard error of a run that refused its work.
#[track_caller]
fn refusal(args: &[&str]) -> String {
    let ran = run_args(args);
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{ran}");
    ran.stderr
}

/// A corpus as `roles init` writes it.
fn begun() -> (TempDir, PathBuf) {
    let parent = TempDir::new().unwrap();
    let folder = parent.path().join("new/folder");
    let (status, ..) = run(&["init", folder.to_str().unwrap()]);
    assert_eq!(status, 0);
    (parent, folder)
}

// init

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
    let quoted = format!("\"{name}\"");
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
    let refused =
        format!("error: '{name}' is not empty, and nothing is overwritten\n\n  name a folder that does not exist yet\n");
    assert_eq!(refusal(&["init", name]), refused);
}

// new

/// A template with every field taken out of its comment, as its first lines say how.
pub fn uncommented(template: &str) -> String {
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
    assert_eq!(run(&["check", corpus, "--deny", "warnings"]).0, 0);
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
    // An amount with a plus sign says the same as `open`.
    let mut seen = BTreeSet::from([("Role", "extends"), ("SalaryFigure", "open")].map(|(name, key)| (name.into(), key.into())));
    fields(&schema, &schema, "", &role, &mut seen);
    let extending = answer(&["new", "a", "--extends", "coo"]);
    assert_eq!(value(&extending)["extends"], "coo");
    let is_of_a_role = |name: &str| seen.iter().any(|(seen, _)| seen == name);
    for (name, definition) in schema["$defs"].as_object().unwrap().iter().filter(|(name, _)| is_of_a_role(name)) {
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
        assert!(
            talk.starts_with("error: invalid id '") && talk.contains(&format!("like this: roles new {instead}\n")),
            "{talk:?}"
        );
    }
    assert_eq!(refusal(&["new", "é"]), "error: invalid id 'é'\n\n  use lower-case letters, digits and single hyphens\n");
    let talk = refusal(&["new", "ours", "--extends", "cof"]);
    assert!(talk.starts_with("error: no role or position is called 'cof'\n\n  did you mean:\n    cfo  "), "{talk}");
    assert!(refusal(&["new", "ours", "--extends", "ceo"]).contains("has no profile"));
    assert!(refusal(&["new", "ours", "--title", " "]).contains("invalid title"));
    assert!(refusal(&["new", "ours", "--title", "A\nB"]).contains("invalid title"));
}

#[test]
fn an_id_that_somebody_has_is_remarked_on() {
    let (status, out, talk) = run(&["new", "coo"]);
    assert_eq!((status, value(&out)["id"].as_str()), (0, Some("coo")));
    assert_eq!(talk, "note: 'coo' is the Chief Operating Officer already: in a corpus on top, this role replaces it");
    assert!(run(&["new", "ceo"]).2.starts_with("note: 'ceo' is the Chief Executive Officer already"));
}
