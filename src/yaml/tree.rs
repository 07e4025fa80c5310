//! A document as a tree whose nodes know where they stand, built from the parser's events.
//!
//! The format is a part of YAML: the first anchor, alias, tag or further document is refused here.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle, Span, StructureStyle};

use super::messages::{MAX_DEPTH, problem, quoted, syntax};
use crate::diagnostic::{Code, Diagnostic, Place};

/// Bytes of one text. Hundreds of roles fit into one file.
pub const LONGEST_TEXT: usize = 32 << 20;

/// Nodes of one document: the worst takes half a gigabyte.
const MAX_NODES: usize = 4_000_000;

/// The position of a node in its tree.
pub type NodeId = usize;

/// A document. Its root is the first node.
#[derive(Debug)]
pub struct Tree<'t> {
    text: &'t str,
    nodes: Vec<TreeNode<'t>>,
    /// The block scalars.
    blocks: Vec<NodeId>,
}

#[derive(Debug)]
struct TreeNode<'t> {
    kind: NodeKind,
    /// Of a scalar.
    text: Cow<'t, str>,
    /// The entries of a list; the keys and values of a mapping by turns.
    children: Vec<NodeId>,
    /// Without quotes or brackets.
    is_bare: bool,
    /// All of a scalar; the beginning of a list or mapping; for nothing, the key before it.
    bytes: Range<usize>,
    line: usize,
    column: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NodeKind {
    Scalar,
    /// Nothing, where something might be.
    Empty,
    List,
    Map,
}

impl<'t> Tree<'t> {
    pub const ROOT: NodeId = 0;

    pub fn parse(text: &'t str) -> Result<Self, Box<Diagnostic>> {
        if text.len() > LONGEST_TEXT {
            let message = format!("the file is longer than {} MiB", LONGEST_TEXT >> 20);
            return Err(problem(Code::TooLarge, None, &message, Some("split it")));
        }
        if let Some(mistake) = odd_character(text) {
            return Err(mistake);
        }
        let mut options = Options::default();
        options.disallow_directives = true;
        options.emit_unresolved_aliases = true;
        options.emit_anchor_events = true;
        options.flow_nesting_limit = MAX_DEPTH;
        options.block_nesting_limit = MAX_DEPTH;
        let mut tree = Self { text, nodes: Vec::new(), blocks: Vec::new() };
        let mut open: Vec<NodeId> = Vec::new();
        let mut documents = 0;
        for event in Parser::new_from_str_with_options(text, options) {
            let (event, span) = event.map_err(|error| tree.wrong_syntax(error.kind(), Span::empty(*error.marker())))?;
            if let Some(tag) = span.tag_span() {
                return Err(tree.unsupported("tags", tag));
            }
            let (kind, text, is_bare) = match event {
                Event::Anchor(..) => return Err(tree.unsupported("anchors", span)),
                Event::Alias(_) | Event::UnresolvedAlias(_) => return Err(tree.unsupported("aliases", span)),
                Event::DocumentStart(..) => {
                    documents += 1;
                    if documents > 1 {
                        let help = "remove the line '---', or make two files";
                        return Err(tree.refused(Code::Unsupported, "a second document begins here", span, help));
                    }
                    continue;
                }
                Event::Scalar(_, ScalarStyle::Plain, ..) if span.is_empty() => (NodeKind::Empty, Cow::default(), true),
                Event::Scalar(text, ScalarStyle::Literal | ScalarStyle::Folded, ..) => {
                    tree.blocks.push(tree.nodes.len());
                    (NodeKind::Scalar, text.split_whitespace().collect::<Vec<_>>().join(" ").into(), false)
                }
                Event::Scalar(text, style, ..) => (NodeKind::Scalar, text, style == ScalarStyle::Plain),
                Event::SequenceStart(style, ..) => (NodeKind::List, Cow::default(), style == StructureStyle::Block),
                Event::MappingStart(style, ..) => (NodeKind::Map, Cow::default(), style == StructureStyle::Block),
                Event::SequenceEnd | Event::MappingEnd => {
                    open.pop();
                    continue;
                }
                _ => continue,
            };
            if open.len() >= MAX_DEPTH {
                return Err(tree.wrong_syntax(&ErrorKind::RecursionLimitExceeded, span));
            }
            if tree.nodes.len() >= MAX_NODES {
                return Err(tree.refused(Code::TooLarge, "the file has too many keys and values", span, "split it"));
            }
            let node = TreeNode {
                kind,
                text,
                children: Vec::new(),
                is_bare,
                bytes: span.byte_range().unwrap_or_default(),
                line: span.start.line(),
                column: span.start.col() + 1,
            };
            let id = tree.add(node, open.last().copied());
            open.extend(matches!(kind, NodeKind::List | NodeKind::Map).then_some(id));
        }
        Ok(tree)
    }

    fn refused(&self, code: Code, message: &str, span: Span, help: &str) -> Box<Diagnostic> {
        let place = self.marked(span.start.line(), span.start.col() + 1, &span.byte_range().unwrap_or_default());
        problem(code, Some(place), message, Some(help))
    }

    fn unsupported(&self, what: &str, span: Span) -> Box<Diagnostic> {
        let written = quoted(self.text.get(span.byte_range().unwrap_or_default()).unwrap_or_default());
        let message = format!("{what} ({written}) are not part of the format");
        let help = "write the value itself, or put quotes around text that begins with such a sign";
        self.refused(Code::Unsupported, &message, span, help)
    }

    fn wrong_syntax(&self, error: &ErrorKind, span: Span) -> Box<Diagnostic> {
        let (code, message, help) = syntax(error);
        self.refused(code, &message, span, help)
    }

    fn add(&mut self, mut node: TreeNode<'t>, parent: Option<NodeId>) -> NodeId {
        let id = self.nodes.len();
        if matches!(node.kind, NodeKind::List | NodeKind::Map) {
            node.bytes.end = (node.bytes.start + 1).min(self.text.len());
        }
        if let Some(parent) = parent {
            // A missing value is shown at its key.
            if let (NodeKind::Map, NodeKind::Empty, Some(&key)) =
                (self.kind(parent), node.kind, self.nodes[parent].children.last())
            {
                let key = &self.nodes[key];
                (node.bytes, node.line, node.column) = (key.bytes.clone(), key.line, key.column);
            }
            self.nodes[parent].children.push(id);
        }
        self.nodes.push(node);
        id
    }

    /// The kind of a node; a document without one is nothing.
    pub fn kind(&self, id: NodeId) -> NodeKind {
        self.nodes.get(id).map_or(NodeKind::Empty, |node| node.kind)
    }

    /// The place of a node; a mapping without brackets is marked at its first key.
    pub fn place(&self, id: NodeId) -> Place {
        let Some(mut node) = self.nodes.get(id) else { return Place { line: 1, column: 1, width: 1 } };
        if let (NodeKind::Map, true, Some(&key)) = (node.kind, node.is_bare, node.children.first()) {
            node = &self.nodes[key];
        }
        self.marked(node.line, node.column, &node.bytes)
    }

    /// The place of some bytes that begin at a line and column.
    fn marked(&self, line: usize, column: usize, bytes: &Range<usize>) -> Place {
        let marked = self.text.get(bytes.clone()).unwrap_or_default().split(['\n', '\r']).next().unwrap_or_default();
        Place { line, column, width: marked.chars().count().max(1) }
    }

    /// The keys of a mapping with their values.
    pub fn entries(&self, id: NodeId) -> impl Iterator<Item = (NodeId, NodeId)> + '_ {
        self.children(id, NodeKind::Map).chunks_exact(2).map(|entry| (entry[0], entry[1]))
    }

    /// The entries of a list.
    pub fn items(&self, id: NodeId) -> &[NodeId] {
        self.children(id, NodeKind::List)
    }

    fn children(&self, id: NodeId, kind: NodeKind) -> &[NodeId] {
        self.nodes.get(id).filter(|node| node.kind == kind).map_or(&[], |node| &node.children)
    }

    /// The text of a scalar; empty for anything else.
    pub fn text(&self, id: NodeId) -> &str {
        self.nodes.get(id).map_or("", |node| &node.text)
    }

    /// Whether a node is without quotes or brackets.
    pub fn is_bare(&self, id: NodeId) -> bool {
        self.nodes.get(id).is_none_or(|node| node.is_bare)
    }

    /// Whether a node is nothing, or a word that stands for nothing.
    pub fn is_null(&self, id: NodeId) -> bool {
        let is_word = || self.is_bare(id) && matches!(self.text(id), "~" | "null" | "Null" | "NULL");
        self.kind(id) == NodeKind::Empty || is_word()
    }

    /// The node at a path of keys and positions, or as far down as the path leads: `duties/3/sources/0`.
    pub fn find(&self, path: &str) -> NodeId {
        let mut node = Self::ROOT;
        for step in path.split('/') {
            let child = match self.kind(node) {
                NodeKind::List => step.parse().ok().and_then(|step: usize| self.items(node).get(step).copied()),
                _ => self.entries(node).find(|&(key, _)| self.text(key) == step).map(|(_, value)| value),
            };
            let Some(child) = child else { break };
            node = child;
        }
        node
    }

    /// The text with every block scalar (`|`, `>`) folded into quotes on one line: a corpus has no use for line breaks.
    pub fn without_blocks(&self) -> Cow<'t, str> {
        if self.blocks.is_empty() {
            return self.text.into();
        }
        let (mut folded, mut from) = (String::new(), 0);
        for &block in &self.blocks {
            let bytes = &self.nodes[block].bytes;
            // The sign stands somewhere between the node before, or the beginning of the one around it, and the text.
            let node_before = block.checked_sub(1).map_or(0..0, |before| self.nodes[before].bytes.clone());
            let before = if node_before.end <= bytes.start { node_before.end } else { node_before.start };
            // A block without text may seem to reach into the next one.
            let before = before.max(from).min(bytes.start);
            let sign = self.text[before..bytes.start].find(['|', '>']).map_or(bytes.start, |at| before + at).max(from);
            // A block without text ends with the line of its sign.
            let line = self.text[sign..].find('\n').map_or(self.text.len(), |at| sign + at + 1);
            let text = self.text(block).replace('\\', "\\\\").replace('"', "\\\"");
            folded += &format!("{}\"{text}\"\n", &self.text[from..sign]);
            // The spaces before what follows are its own.
            from = self.text[..bytes.end.max(line)].trim_end_matches(' ').len();
        }
        (folded + &self.text[from..]).into()
    }
}

/// The first character that YAML does not allow, or that readers treat differently.
fn odd_character(text: &str) -> Option<Box<Diagnostic>> {
    let is_odd = |character: char| match character {
        '\t' | '\n' | '\r' => false,
        '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => true,
        character => character.is_control(),
    };
    let (at, character) = text.char_indices().find(|&(_, character)| is_odd(character))?;
    let message = format!("the character \\u{{{:x}}} is not allowed", u32::from(character));
    let help = "remove it: it is invisible, and may have been pasted in";
    Some(problem(Code::Syntax, Some(Place::at(text, at)), &message, Some(help)))
}
