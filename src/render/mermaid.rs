//! Mermaid flowcharts, which GitHub and many wikis draw.

use crate::report::Graph;
use crate::text::clean;

/// Writes a graph with a comment before it: reporting lines from the top down, careers from left to right.
pub(super) fn write(graph: &Graph, comment: Option<&str>) -> String {
    let mut out = String::new();
    if let Some(comment) = comment {
        // Braces after the percent signs would be a directive.
        let comment = clean(comment).replace('{', "(").replace('}', ")");
        out += &format!("%% {comment}\n");
    }
    let (direction, solid, dashed) = if graph.is_path { ("LR", "-->", "-.->") } else { ("TB", "---", "-.-") };
    out += &format!("flowchart {direction}\n");
    // An id of a corpus could be a word of the language, such as `end`.
    let name = |id: &String| format!("n{}", graph.nodes.get_index_of(id).map_or(0, |place| place + 1));
    for (id, node) in &graph.nodes {
        let label = [node.name()].iter().chain(&node.details).map(|line| escape(line)).collect::<Vec<_>>().join("<br>");
        // Mermaid knows no label without a letter.
        let label = if label.is_empty() { " " } else { &label };
        out += &format!("    {}[\"{label}\"]\n", name(id));
    }
    for ([upper, lower], line) in &graph.lines {
        let drawn = if line.is_occasional { dashed } else { solid };
        let label = if line.label.is_empty() { String::new() } else { format!("|\"{}\"|", escape(&line.label)) };
        out += &format!("    {} {drawn}{label} {}\n", name(upper), name(lower));
    }
    let unprofiled: Vec<String> = graph.nodes.iter().filter(|(_, node)| !node.has_profile).map(|(id, _)| name(id)).collect();
    let asked: Vec<String> = graph.nodes.iter().filter(|(_, node)| node.is_asked).map(|(id, _)| name(id)).collect();
    for (class, looks, members) in [("unprofiled", "stroke-dasharray: 4 4", unprofiled), ("asked", "stroke-width: 3px", asked)] {
        if !members.is_empty() {
            out += &format!("    classDef {class} {looks}\n    class {} {class}\n", members.join(","));
        }
    }
    out
}

/// A text within quotes: whatever Mermaid, its Markdown or HTML could take for more than a letter goes by its number, so that
/// nothing ends the quotes and no label is read as a list, an icon or a directive.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for character in clean(text).chars() {
        match character {
            ' ' | ',' | '(' | ')' => escaped.push(character),
            // Mermaid marks numbers on their way through its parser with these signs.
            '\u{fb02}' => escaped.push_str("#64258;"),
            '\u{b6}' => escaped.push_str("#182;"),
            character if character.is_ascii_alphanumeric() || !character.is_ascii() => escaped.push(character),
            character => escaped += &format!("#{};", u32::from(character)),
        }
    }
    escaped
}
