//! What a document is about, without reading it into a type.

use super::tree::{Kind, Tree};

/// What stands under a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A list whose first entry is a mapping.
    ListOfMappings,
    /// Any other value.
    Other,
}

/// The keys of the mapping that a text is, in their order, each with what stands under it; none when it is no mapping.
#[must_use]
pub fn outline(text: &str) -> Vec<(String, Shape)> {
    let tree = Tree::new(text);
    let Some(root) = tree.root.filter(|&root| matches!(tree.kind(root), Kind::Map(_))) else { return Vec::new() };
    let is_mapping = |id| matches!(tree.kind(id), Kind::Map(_));
    let shape = |value| match tree.kind(value) {
        Kind::List(_) if tree.children(value).first().is_some_and(|&first| is_mapping(first)) => Shape::ListOfMappings,
        _ => Shape::Other,
    };
    tree.entries(root).map(|(key, value)| (tree.text(key).into_owned(), shape(value))).collect()
}
