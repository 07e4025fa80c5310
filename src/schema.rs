//! The JSON Schema of a corpus's files, with which an editor completes keys and marks mistakes.

use std::sync::LazyLock;

use serde_json::{Value, json};

use crate::model::keyed::keyed;

keyed! {
    /// The subject of a schema.
    pub enum SchemaPart {
        File = "file" as "Any file of a corpus",
        Corpus = "corpus" as "A file with several lists under their names",
        Role = "role" as "A file with one role",
        Pair = "pair" as "A file with one pair of roles",
        Topics = "topics" as "A list of topics",
        Functions = "functions" as "A list of business functions",
        Positions = "positions" as "A list of positions",
        Sources = "sources" as "A list of sources",
        About = "about" as "What a corpus says of itself",
    }
}

/// The schema of any file, with a definition for each type. A test holds it against the types of `model`.
const SCHEMA: &str = include_str!("../data/schema.json");

static WHOLE: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(SCHEMA).unwrap_or_default());

/// The definitions to which the parts of a corpus refer.
pub fn definitions() -> &'static Value {
    &WHOLE["$defs"]
}

/// The schema of a part without its definitions.
pub fn root(part: SchemaPart) -> Value {
    let definition = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    let list = |name: &str| json!({ "type": "array", "items": definition(name) });
    match part {
        SchemaPart::Topics | SchemaPart::Functions => list("Term"),
        SchemaPart::Positions => list("Position"),
        SchemaPart::Sources => list("Source"),
        SchemaPart::Role => definition("Role"),
        SchemaPart::Pair => definition("Pair"),
        SchemaPart::About => definition("About"),
        SchemaPart::Corpus | SchemaPart::File => definition("Corpus"),
    }
}

/// The schema of a part in the draft of 2020-12, as JSON that people can read.
pub fn schema(part: SchemaPart) -> String {
    if part == SchemaPart::File {
        return SCHEMA.to_owned();
    }
    let mut schema = json!({ "$schema": WHOLE["$schema"], "title": part.label() });
    if let (Some(schema), Value::Object(body)) = (schema.as_object_mut(), root(part)) {
        schema.extend(body);
        schema.insert("$defs".to_owned(), definitions().clone());
    }
    format!("{schema:#}\n")
}
