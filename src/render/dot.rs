//! The language of Graphviz.

use crate::report::Graph;
use crate::text::clean;

/// The meaning of dashed boxes; dashed lines have labels.
const LEGEND: &str = "Dashed: no profile of its own";

/// Writes a graph with a comment before it: reporting lines from the top down, careers from left to right.
pub(super) fn write(graph: &Graph, comment: Option<&str>) -> String {
    let mut out = String::new();
    if let Some(comment) = comment {
        out += &format!("// {}\n", clean(comment));
    }
    let (rank, arrow) = if graph.is_path { ("LR", "") } else { ("TB", "dir=none, ") };
    out += &format!("digraph roles {{\n    rankdir={rank}\n");
    out += "    node [shape=box, fontname=\"Helvetica,Arial,sans-serif\"]\n";
    out += &format!("    edge [{arrow}fontname=\"Helvetica,Arial,sans-serif\"]\n");
    if graph.has_unprofiled() {
        out += &format!("    label=\"{LEGEND}\"; labelloc=b; fontname=\"Helvetica,Arial,sans-serif\"; fontsize=11\n");
    }
    for (id, node) in &graph.nodes {
        let label = [node.name()].iter().chain(&node.details).map(|line| escape(line)).collect::<Vec<_>>().join("\\n");
        let dashed = if node.has_profile { "" } else { ", style=dashed" };
        let bold = if node.is_asked { ", penwidth=3" } else { "" };
        out += &format!("    \"{}\" [label=\"{label}\"{dashed}{bold}]\n", escape(id));
    }
    for ([upper, lower], line) in &graph.lines {
        let dashed = if line.is_occasional { "style=dashed".to_owned() } else { String::new() };
        let quoted = |key, text: &str| if text.is_empty() { String::new() } else { format!("{key}=\"{}\"", escape(text)) };
        let mut attributes = vec![dashed, quoted("label", &line.label), quoted("tooltip", &line.remark)];
        attributes.retain(|attribute| !attribute.is_empty());
        let attributes = if attributes.is_empty() { String::new() } else { format!(" [{}]", attributes.join(", ")) };
        out += &format!("    \"{}\" -> \"{}\"{attributes}\n", escape(upper), escape(lower));
    }
    out + "}\n"
}

/// A text within quotes. Graphviz reads backslashes as commands and ampersands as those of HTML.
fn escape(text: &str) -> String {
    clean(text).replace('\\', "\\\\").replace('"', "\\\"").replace('&', "&amp;")
}
