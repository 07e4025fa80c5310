//! What is drawn is read by those who draw it: Mermaid's own parser, and Graphviz.

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use roles::builtin;
use roles::render::{self, Format, Options};
use roles::report::{Document, Graph, GraphLine, Node, Remark, Report, Rows};
use roles::terminal::{Style, Terminal};
use serde_json::Value;

use super::Made;

/// What a parser, a markup or a shell might trip over.
const HOSTILE: [&str; 42] = [
    "end",
    "a\"b",
    "\"",
    "]",
    "\"]; x --> y; z[\"",
    "[a](b)",
    "{a} {{b}}",
    "(a) ((b))",
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "<br>",
    "a & b &amp; &lt;",
    "#",
    "#quot;",
    "#35;",
    ";",
    "a;b",
    "`code`",
    "`**markdown**`",
    "**bold** _it_",
    "1. one",
    "- point",
    "%% comment",
    "%%{init: {\"theme\": \"dark\"}}%%",
    "---",
    "-->",
    "|pipe|",
    "fa:fa-ban",
    "\\",
    "\\N \\G \\n \\l",
    "ends with \\",
    "a\nb",
    "a\r\n\tb",
    "\u{1b}[31mred\u{202e}",
    "ﬂ°°60¶ß",
    "a ¶ß and ﬂ°lt¶ß",
    "¶ß",
    "Überblick – 100 %",
    "최고 執行 مدير 👩🏽",
    "subgraph x",
    "click n1 href \"javascript:alert(1)\"",
    "",
];

/// A graph that is made up, as a report.
struct Drawn(Graph);

impl Report for Drawn {
    fn document(&self) -> Document {
        Document::default()
    }

    fn graph(&self) -> Option<Graph> {
        Some(self.0.clone())
    }

    fn data(&self) -> serde_json::Result<Value> {
        Ok(Value::Null)
    }

    fn rows(&self) -> serde_json::Result<Rows> {
        Ok(Rows::default())
    }
}

/// A graph in which everything that can be a text is a hostile one.
fn hostile() -> Graph {
    let remark = |text: &str| Remark { text: text.to_owned(), ..Remark::default() };
    let node = |(i, text): (usize, &&str)| Node {
        id: (*text).to_owned(),
        title: (*text).to_owned(),
        is_profiled: i % 2 == 0,
        is_asked: i % 5 == 0,
        details: if i % 3 == 0 { vec![remark(text)] } else { Vec::new() },
        superiors: Vec::new(),
    };
    let line = |(i, text): (usize, &&str)| GraphLine {
        upper: i,
        lower: (i + 1) % HOSTILE.len(),
        rank: i % 3,
        label: (*text).to_owned(),
        remarks: vec![remark(text)],
    };
    Graph {
        nodes: HOSTILE.iter().enumerate().map(node).collect(),
        lines: HOSTILE.iter().enumerate().map(line).collect(),
        is_directed: true,
    }
}

fn written(graph: &Graph, format: Format) -> String {
    let style = Style { width: 80, ..Style::default() };
    let options = Options { format, style, header: false };
    render::render(&Drawn(graph.clone()), &[], &options).expect("a graph is drawn").0
}

/// The output of a program that reads a text; nothing where the program is not installed, which is said.
fn read(program: &str, args: &[&str], text: &str) -> Option<Result<String, String>> {
    let started = Command::new(program)
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut process) = started else { return skipped(program) };
    let mut input = process.stdin.take().expect("a pipe");
    let output = std::thread::scope(|scope| {
        // A reader that gives up early says why on standard error.
        scope.spawn(move || input.write_all(text.as_bytes()));
        process.wait_with_output().expect("the program ends")
    });
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Some(if output.status.success() && output.stderr.is_empty() { Ok(said(&output.stdout)) } else { Err(said(&output.stderr)) })
}

/// Past the test harness, which keeps what a test that passes says through `eprintln`.
fn skipped<T>(program: &str) -> Option<T> {
    writeln!(io::stderr(), "skipped, there is no {program}: drawings are not read by it").expect("standard error");
    None
}

/// What Mermaid understands.
fn mermaid(text: &str) -> Option<Result<Value, String>> {
    if !Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/web/node_modules/mermaid").is_dir() {
        return skipped("Mermaid (npm ci --prefix tests/web)");
    }
    let answer = read("node", &["tests/web/mermaid.mjs"], text)?;
    Some(answer.map(|answer| serde_json::from_str(&answer).expect("the script writes JSON")))
}

/// What Graphviz understands.
fn graphviz(text: &str) -> Option<Result<Value, String>> {
    Some(read("dot", &["-Tjson"], text)?.map(|answer| serde_json::from_str(&answer).expect("Graphviz writes JSON")))
}

#[track_caller]
fn understood(answer: Result<Value, String>, text: &str) -> Value {
    answer.unwrap_or_else(|error| panic!("{error}\nis said of\n{text}"))
}

fn texts<'v>(value: &'v Value, list: &str, key: &str) -> Vec<&'v str> {
    value[list].as_array().into_iter().flatten().map(|entry| entry[key].as_str().unwrap_or_default()).collect()
}

/// What the program writes.
fn piped(line: &str, corpus: Option<&str>) -> String {
    let mut args: Vec<OsString> = ["roles"].into_iter().chain(line.split(' ')).map(OsString::from).collect();
    let folder = tempfile::tempdir().expect("a temporary folder");
    if let Some(text) = corpus {
        let path = folder.path().join("own.yaml");
        std::fs::write(&path, text).expect("writing to a temporary folder");
        args.extend(["--no-builtin".into(), "--corpus".into(), path.into_os_string()]);
    }
    let mut out = Vec::new();
    roles::run(args, &Terminal::default(), &mut out).unwrap_or_else(|error| panic!("{line}: {error}"));
    String::from_utf8(out).expect("UTF-8")
}

const DRAWINGS: [&str; 6] =
    ["tree", "tree --all", "tree cfo --all", "path vp-sales-ops ceo", "path salesperson board-member", "path ceo coo"];

#[test]
fn mermaid_reads_every_drawing_of_the_built_in_roles() {
    for line in DRAWINGS {
        let text = piped(&format!("{line} -f mermaid"), None);
        let Some(answer) = mermaid(&text) else { return };
        let drawn = understood(answer, &text);
        let data: Value = serde_json::from_str(&piped(&format!("{line} -f json"), None)).expect("JSON");
        assert_eq!(drawn["vertices"].as_array().map(Vec::len), data["nodes"].as_array().map(Vec::len), "{line}");
        if let Some(steps) = data["steps"].as_array() {
            assert_eq!(drawn["edges"].as_array().map(Vec::len), Some(steps.len()), "{line}");
        }
    }
    let markdown = piped("tree --all -f markdown", None);
    let (_, fenced) = markdown.split_once("```mermaid\n").expect("a drawing");
    let (fenced, _) = fenced.split_once("```\n").expect("an end of the drawing");
    assert_eq!(fenced, piped("tree --all -f mermaid", None));
}

#[test]
fn mermaid_reads_every_label_as_it_was_meant() {
    let graph = hostile();
    let text = written(&graph, Format::Mermaid);
    let Some(answer) = mermaid(&text) else { return };
    let drawn = understood(answer, &text);
    let expected: Vec<String> = graph.nodes.iter().map(|node| lines(node).collect::<Vec<_>>().join("<br>")).collect();
    let found: Vec<&str> =
        texts(&drawn, "vertices", "text").into_iter().map(|text| text.strip_prefix(' ').unwrap_or(text)).collect();
    assert_eq!(found, expected);
    assert_eq!(texts(&drawn, "vertices", "id"), (1..=HOSTILE.len()).map(|i| format!("n{i}")).collect::<Vec<_>>());
    let expected: Vec<String> = HOSTILE.iter().map(|text| roles::text::clean(text).into_owned()).collect();
    assert_eq!(texts(&drawn, "edges", "text"), expected);
    assert_eq!(&texts(&drawn, "edges", "stroke")[..4], ["normal", "dotted", "dotted", "normal"]);
}

#[test]
fn graphviz_reads_every_drawing_of_the_built_in_roles() {
    for line in DRAWINGS {
        let text = piped(&format!("{line} -f dot"), None);
        let Some(answer) = graphviz(&text) else { return };
        let drawn = understood(answer, &text);
        let data: Value = serde_json::from_str(&piped(&format!("{line} -f json"), None)).expect("JSON");
        assert_eq!(texts(&drawn, "objects", "name"), texts(&data, "nodes", "id"), "{line}");
        let titles: Vec<&str> = texts(&data, "nodes", "id").into_iter().map(|id| builtin::corpus().title(id)).collect();
        for (label, title) in texts(&drawn, "objects", "label").into_iter().zip(titles) {
            assert!(label.starts_with(title), "{label:?} for {title:?}");
        }
    }
}

#[test]
fn graphviz_draws_every_label_as_it_was_meant() {
    let graph = hostile();
    let text = written(&graph, Format::Dot);
    let Some(answer) = read("dot", &["-Tsvg"], &text) else { return };
    let svg = answer.unwrap_or_else(|error| panic!("{error}\nis said of\n{text}"));
    let drawn: Vec<String> = svg
        .lines()
        .filter_map(|line| line.strip_prefix("<text ")?.strip_suffix("</text>")?.split_once('>'))
        .map(|(_, text)| from_xml(text))
        .collect();
    let mut expected: Vec<String> = graph.nodes.iter().flat_map(lines).collect();
    expected.extend(HOSTILE.iter().map(|text| roles::text::clean(text).into_owned()));
    expected.push("Dashed: no profile of its own".to_owned());
    let told = |texts: Vec<String>| {
        let mut texts: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).collect();
        texts.sort();
        texts
    };
    assert_eq!(told(drawn), told(expected));
}

/// String as XML has it.
fn from_xml(text: &str) -> String {
    let mut parts = text.split('&');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |read, part| {
        let (name, rest) = part.split_once(';').expect("the end of an entity");
        let number = name.strip_prefix('#').and_then(|number| char::from_u32(number.parse().ok()?));
        let character = match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            // Graphviz keeps spaces from being drawn as one.
            "#160" => ' ',
            _ => number.unwrap_or_else(|| panic!("no entity: {name}")),
        };
        format!("{read}{character}{rest}")
    })
}

/// The lines of a label, made safe to print.
fn lines(node: &Node) -> impl Iterator<Item = String> + '_ {
    let lines = [&node.title].into_iter().chain(node.details.iter().map(|detail| &detail.text));
    lines.map(|line| roles::text::clean(line).into_owned())
}

#[test]
fn a_corpus_with_hostile_titles_is_drawn() {
    let is_title = |text: &&&str| !text.is_empty() && !text.contains(roles::text::is_unsafe);
    let titles: Vec<String> = HOSTILE.iter().filter(is_title).map(|text| (*text).to_owned()).collect();
    let lines = (1..titles.len()).map(|i| (i, i / 2, if i % 3 == 0 { "sometimes" } else { "usual" })).collect();
    let steps = (1..titles.len()).map(|i| (i / 2, i)).collect();
    let corpus = Made { titles: titles.clone(), lines, steps }.text();
    for line in ["tree --all", "path r0 r20"] {
        let text = piped(&format!("{line} -f mermaid"), Some(&corpus));
        let drawn = mermaid(&text).map(|answer| understood(answer, &text));
        if let Some(drawn) = drawn.filter(|_| line == "tree --all") {
            assert_eq!(texts(&drawn, "vertices", "text"), titles);
        }
        let text = piped(&format!("{line} -f dot"), Some(&corpus));
        graphviz(&text).map(|answer| understood(answer, &text));
    }
}

#[test]
fn the_readers_refuse_what_is_no_drawing() {
    if let Some(answer) = mermaid("flowchart LR\n    n1[\"a\"b\"]\n") {
        assert!(answer.expect_err("Mermaid takes no quote within quotes").contains("Parse error"));
    }
    if let Some(answer) = graphviz("digraph { \"a\" [label=\"b\"c\"] }\n") {
        assert!(answer.expect_err("Graphviz takes no quote within quotes").contains("syntax error"));
    }
}

#[test]
fn whose_data_it_is_stands_in_a_comment() {
    let corpus = format!(
        "about: {{ title: \"Ours %%{{init: {{}}}}%%\", license: CC-BY-4.0 }}\n{}",
        Made { lines: vec![(1, 0, "usual")], ..Made::roles(2) }.text()
    );
    let text = piped("tree -f mermaid", Some(&corpus));
    assert!(text.starts_with("%% Data: Ours %%(init: ())%%, CC-BY-4.0\nflowchart LR\n"), "{text}");
    mermaid(&text).map(|answer| understood(answer, &text));
    let text = piped("tree -f dot", Some(&corpus));
    assert!(text.starts_with("// Data: Ours %%{init: {}}%%, CC-BY-4.0\ndigraph roles {\n"), "{text}");
    graphviz(&text).map(|answer| understood(answer, &text));
}
