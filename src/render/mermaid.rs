//! Mermaid flowcharts, which GitHub and many wikis draw.

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::report::{Graph, Node};
use crate::text::clean;

/// The notice beside a drawing beyond Mermaid's limits.
pub(super) const TOO_LARGE: &str = "Mermaid draws no more than 500 lines and 50,000 characters unless its settings maxEdges and \
     maxTextSize allow it; ask for one role's lines, or take --format dot";

/// Whether a drawing is small enough for Mermaid's default settings.
pub(super) fn is_drawn(drawing: &[u8]) -> bool {
    const MOST_LINES: usize = 500;
    const LONGEST: usize = 50_000;
    // Every line of the text is one in the drawing or none, and labels have no line breaks.
    let is_line = |text: &&[u8]| text.starts_with(b"    n") && !text.contains(&b'[');
    drawing.len() <= LONGEST && drawing.split(|&byte| byte == b'\n').filter(is_line).count() <= MOST_LINES
}

/// Writes a graph from left to right, with a comment before it.
pub(super) fn write<W: Write + ?Sized>(graph: &Graph, comment: Option<&str>, out: &mut W) -> io::Result<()> {
    if let Some(comment) = comment {
        // Braces after the percent signs would be a directive.
        let comment = clean(comment).replace('{', "(").replace('}', ")");
        writeln!(out, "%% {comment}")?;
    }
    writeln!(out, "flowchart LR")?;
    for (i, node) in graph.nodes.iter().enumerate() {
        let lines = [&*node.title].into_iter().chain(node.details.iter().map(|detail| &*detail.text));
        let label = lines.map(escape).collect::<Vec<_>>().join("<br>");
        // Mermaid knows no label without a letter.
        let label = if label.is_empty() { " " } else { &label };
        writeln!(out, "    {}[\"{label}\"]", name(i))?;
    }
    for line in &graph.lines {
        let (solid, dashed) = if graph.is_directed { ("-->", "-.->") } else { ("---", "-.-") };
        let drawn = if line.rank == 0 { solid } else { dashed };
        let label = if line.label.is_empty() { String::new() } else { format!("|\"{}\"|", escape(&line.label)) };
        writeln!(out, "    {} {drawn}{label} {}", name(line.upper), name(line.lower))?;
    }
    for (class, looks, members) in [
        ("unprofiled", "stroke-dasharray: 4 4", names(graph, |node| !node.is_profiled)),
        ("asked", "stroke-width: 3px", names(graph, |node| node.is_asked)),
    ] {
        if !members.is_empty() {
            writeln!(out, "    classDef {class} {looks}\n    class {} {class}", members.join(","))?;
        }
    }
    Ok(())
}

/// The name of a node in the drawing. An id of a corpus could be a word of the language, such as `end`.
fn name(node: usize) -> String {
    format!("n{}", node + 1)
}

fn names(graph: &Graph, which: impl Fn(&Node) -> bool) -> Vec<String> {
    graph.nodes.iter().enumerate().filter(|(_, node)| which(node)).map(|(i, _)| name(i)).collect()
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
            character => {
                // Writing to a String cannot fail.
                let _ = write!(escaped, "#{};", u32::from(character));
            }
        }
    }
    escaped
}
