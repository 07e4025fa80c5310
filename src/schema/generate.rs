//! Makes the JSON Schema of a corpus's files from the types of the model.
//!
//! Only the build runs this, and the program carries what it wrote: all that makes a schema would double what is loaded at each
//! start. Rules across entries and files, such as that a topic exists, are the corpus's business and not in it.

use schemars::generate::SchemaSettings;
use schemars::transform::transform_subschemas;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use super::part::Part;
use crate::model::{About, Pair, Position, Role, Source, Term};

/// The schema of a part in the draft of 2020-12, as JSON that people can read.
#[must_use]
pub fn schema(part: Part) -> String {
    let mut generator = SchemaSettings::draft2020_12().with_transform(plainly).into_generator();
    let mut body = of(part, &mut generator);
    plainly(&mut body);
    let mut schema = json_schema!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": part.label(),
    });
    let members = schema.ensure_object();
    members.extend(body.as_object().cloned().unwrap_or_default());
    members.insert("$defs".to_owned(), Value::Object(generator.take_definitions(true)));
    format!("{:#}\n", schema.as_value())
}

/// The schema of a part, which may refer to definitions that the generator keeps.
fn of(part: Part, generator: &mut SchemaGenerator) -> Schema {
    match part {
        Part::File => file(generator),
        Part::Corpus => bundle(generator),
        Part::Role => generator.subschema_for::<Role>(),
        Part::Pair => generator.subschema_for::<Pair>(),
        Part::Topics | Part::Functions => list::<Term>(generator),
        Part::Positions => list::<Position>(generator),
        Part::Sources => list::<Source>(generator),
        Part::About => generator.subschema_for::<About>(),
    }
}

fn list<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "items": generator.subschema_for::<T>() })
}

/// Several lists under their names.
fn bundle(generator: &mut SchemaGenerator) -> Schema {
    let lists = [
        ("about", "What the corpus says of itself.", generator.subschema_for::<About>()),
        ("roles", "Roles.", list::<Role>(generator)),
        ("pairs", "What pairs of roles have together.", list::<Pair>(generator)),
        ("topics", "The vocabulary that makes statements comparable, in the order of rows.", list::<Term>(generator)),
        ("functions", "Business functions.", list::<Term>(generator)),
        ("positions", "Those in reporting lines or careers who have no profile.", list::<Position>(generator)),
        ("sources", "The bibliography.", list::<Source>(generator)),
    ];
    let mut properties = Map::new();
    for (key, description, mut schema) in lists {
        schema.insert("description".to_owned(), description.into());
        properties.insert(key.to_owned(), schema.to_value());
    }
    let bundle = json_schema!({ "type": "object", "properties": properties, "additionalProperties": false });
    generator.definitions_mut().insert("Corpus".to_owned(), bundle.to_value());
    json_schema!({ "$ref": "#/$defs/Corpus" })
}

/// Any file.
///
/// Conditions tell by its keys what a file is, as the reader does, and not a choice of schemas: so an editor tells what is
/// wrong with a role, and not that the file is no pair either. As long as nothing tells, every kind of file is offered.
fn file(generator: &mut SchemaGenerator) -> Schema {
    let has_any =
        |keys: &[&str]| -> Vec<Value> { keys.iter().map(|key| json_schema!({ "required": [key] }).to_value()).collect() };
    let bundle = bundle(generator);
    let role = generator.subschema_for::<Role>();
    let pair = generator.subschema_for::<Pair>();
    let about = generator.subschema_for::<About>();
    let of_roles = json_schema!({ "required": ["roles"], "properties": { "roles": { "items": { "type": "object" } } } });
    let mut of_a_bundle = has_any(&["about", "pairs", "topics", "functions", "positions", "sources"]);
    of_a_bundle.push(of_roles.into());
    let of_a_pair = has_any(&["roles", "contrasts", "collaboration", "overlaps", "conflicts", "choice", "cases", "questions"]);
    let entry = json_schema!({
        "if": { "required": ["label"] },
        "then": generator.subschema_for::<Term>(),
        "else": {
            "if": { "anyOf": has_any(&["publisher", "grade", "url", "published"]) },
            "then": generator.subschema_for::<Source>(),
            "else": generator.subschema_for::<Position>(),
        },
    });
    json_schema!({
        "if": { "type": "array" },
        "then": { "items": entry },
        "else": {
            "if": { "anyOf": of_a_bundle },
            "then": bundle,
            "else": {
                "if": { "anyOf": of_a_pair },
                "then": pair,
                "else": {
                    "if": { "anyOf": has_any(&["id", "extends"]) },
                    "then": role,
                    "else": { "anyOf": [role, pair, bundle, about] },
                },
            },
        },
    })
}

/// Leaves out what says nothing to a person at an editor: that a key may be left empty, which the format knows no use for, what
/// a key is when it is left out, and line breaks of our source code.
fn plainly(schema: &mut Schema) {
    transform_subschemas(&mut plainly, schema);
    schema.remove("default");
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(choices)) = schema.get_mut("anyOf") {
        choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
        if let [Value::Object(only)] = choices.as_slice() {
            let only = only.clone();
            schema.remove("anyOf");
            schema.ensure_object().extend(only);
        }
    }
    if let Some(Value::String(text)) = schema.get_mut("description") {
        let paragraph = text.split("\n\n").next().unwrap_or_default();
        *text = paragraph.replace('\n', " ");
    }
}
