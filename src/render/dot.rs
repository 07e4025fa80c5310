//! The language of Graphviz.

use std::io::{self, Write};

use crate::report::{Graph, GraphLine};
use crate::text::clean;

/// The meaning of dashed boxes; dashed lines have labels.
const LEGEND: &str = "Dashed: no profile of its own";

/// Writes a graph from left to right, with a comment before it.
pub(super) fn write<W: Write + ?Sized>(graph: &Graph, comment: Option<&str>, out: &mut W) -> io::Result<()> {
    if let Some(comment) = comment {
        writeln!(out, "// {}", clean(comment))?;
    }
    writeln!(out, "digraph roles {{\n    rankdir=LR")?;
    writeln!(out, "    node [shape=box, fontname=\"Helvetica,Arial,sans-serif\"]")?;
    let direction = if graph.is_directed { "" } else { "dir=none, " };
    writeln!(out, "    edge [{direction}fontname=\"Helvetica,Arial,sans-serif\"]")?;
    if graph.has_unprofiled() {
        writeln!(out, "    label=\"{LEGEND}\"; labelloc=b; fontname=\"Helvetica,Arial,sans-serif\"; fontsize=11")?;
    }
    for node in &graph.nodes {
        let lines = [&*node.title].into_iter().chain(node.details.iter().map(|detail| &*detail.text));
        let label = lines.map(escape).collect::<Vec<_>>().join("\\n");
        let dashed = if node.is_profiled { "" } else { ", style=dashed" };
        let bold = if node.is_asked { ", penwidth=3" } else { "" };
        writeln!(out, "    \"{}\" [label=\"{label}\"{dashed}{bold}]", escape(&node.id))?;
    }
    for line in &graph.lines {
        let end = |place: usize| graph.nodes.get(place).map_or_else(String::new, |node| escape(&node.id));
        writeln!(out, "    \"{}\" -> \"{}\"{}", end(line.upper), end(line.lower), attributes(line))?;
    }
    writeln!(out, "}}")
}

fn attributes(line: &GraphLine) -> String {
    let said: Vec<String> =
        line.remarks.iter().filter(|remark| !remark.text.is_empty()).map(|remark| escape(&remark.text)).collect();
    let mut all = Vec::new();
    if line.rank > 0 {
        all.push("style=dashed".to_owned());
    }
    if !line.label.is_empty() {
        all.push(format!("label=\"{}\"", escape(&line.label)));
    }
    if !said.is_empty() {
        all.push(format!("tooltip=\"{}\"", said.join("; ")));
    }
    if all.is_empty() { String::new() } else { format!(" [{}]", all.join(", ")) }
}

/// A text within quotes. Graphviz reads backslashes as commands and ampersands as those of HTML.
fn escape(text: &str) -> String {
    clean(text).replace('\\', "\\\\").replace('"', "\\\"").replace('&', "&amp;")
}
