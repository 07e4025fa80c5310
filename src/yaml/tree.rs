//! A document as a tree whose nodes know where they stand, built from the parser's events.
//!
//! The format is a part of YAML: anchors, aliases, tags and further documents are refused here, as the first of them is met.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle, Span, StructureStyle};

use super::mistake::{Mistake, quoted};
use super::syntax::syntax;
use crate::diagnostic::{Code, Place};

/// Bytes of one text. Hundreds of roles fit into one file.
pub const LONGEST_TEXT: usize = 32 << 20;

/// Lists and mappings inside each other; a corpus needs seven.
const MAX_DEPTH: usize = 64;

/// Nodes of one document: the worst takes half a gigabyte.
const MAX_NODES: usize = 4_000_000;

/// The position of a node in its tree.
pub type NodeId = usize;

/// A document. Its root is the first node.
#[derive(Debug)]
pub struct Tree<'t> {
    text: &'t str,
    nodes: Vec<TreeNode<'t>>,
    /// Where there are block scalars.
    blocks: Vec<NodeId>,
}

#[derive(Debug)]
struct TreeNode<'t> {
    kind: NodeKind<'t>,
    /// All of a scalar, the beginning of anything else; of nothing, the key it belongs to.
    bytes: Range<usize>,
    line: usize,
    column: usize,
}

#[derive(Debug)]
pub enum NodeKind<'t> {
    Scalar {
        text: Cow<'t, str>,
        plain: bool,
    },
    /// Nothing, where something might be.
    Empty,
    List {
        items: Vec<NodeId>,
        flow: bool,
    },
    /// Keys and values by turns.
    Map {
        entries: Vec<NodeId>,
        flow: bool,
    },
}

impl<'t> Tree<'t> {
    pub const ROOT: NodeId = 0;

    /// # Errors
    /// When the text is not YAML, or has something that the format leaves out.
    pub fn parse(text: &'t str) -> Result<Self, Mistake> {
        if text.len() > LONGEST_TEXT {
            let message = format!("the file is longer than {} MiB", LONGEST_TEXT >> 20);
            return Err(Mistake::new(Code::TooLarge, None, &message, Some("split it")));
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
                let help = "remove it, or put quotes around text that begins with '!'";
                return Err(tree.unsupported("tags", tag, help));
            }
            let kind = match event {
                Event::Anchor(..) => {
                    let help = "write the value out wherever it is needed, or put quotes around text that begins with '&'";
                    return Err(tree.unsupported("anchors", span, help));
                }
                Event::Alias(_) | Event::UnresolvedAlias(_) => {
                    let help = "write the value out, or put quotes around text that begins with '*'";
                    return Err(tree.unsupported("aliases", span, help));
                }
                Event::DocumentStart(..) => {
                    documents += 1;
                    if documents > 1 {
                        let help = "remove the line '---', or make two files";
                        return Err(tree.refused(Code::Unsupported, "a second document begins here", span, help));
                    }
                    continue;
                }
                Event::Scalar(_, ScalarStyle::Plain, ..) if span.is_empty() => NodeKind::Empty,
                Event::Scalar(text, ScalarStyle::Literal | ScalarStyle::Folded, ..) => {
                    tree.blocks.push(tree.nodes.len());
                    NodeKind::Scalar { text: text.split_whitespace().collect::<Vec<_>>().join(" ").into(), plain: false }
                }
                Event::Scalar(text, style, ..) => NodeKind::Scalar { text, plain: style == ScalarStyle::Plain },
                Event::SequenceStart(style, ..) => NodeKind::List { items: Vec::new(), flow: style == StructureStyle::Flow },
                Event::MappingStart(style, ..) => NodeKind::Map { entries: Vec::new(), flow: style == StructureStyle::Flow },
                Event::SequenceEnd | Event::MappingEnd => {
                    open.pop();
                    continue;
                }
                _ => continue,
            };
            if open.len() >= MAX_DEPTH {
                return Err(tree.too_deep(span));
            }
            if tree.nodes.len() >= MAX_NODES {
                return Err(tree.refused(Code::TooLarge, "the file has too many keys and values", span, "split it"));
            }
            let is_collection = matches!(kind, NodeKind::List { .. } | NodeKind::Map { .. });
            let id = tree.add(kind, span, open.last().copied());
            open.extend(is_collection.then_some(id));
        }
        if tree.nodes.is_empty() {
            tree.nodes.push(TreeNode { kind: NodeKind::Empty, bytes: 0..0, line: 1, column: 1 });
        }
        Ok(tree)
    }

    fn refused(&self, code: Code, message: &str, span: Span, help: &str) -> Mistake {
        let place = self.marked(span.start.line(), span.start.col() + 1, &span.byte_range().unwrap_or_default());
        Mistake::new(code, Some(place), message, Some(help))
    }

    fn unsupported(&self, what: &str, span: Span, help: &str) -> Mistake {
        let written = self.text.get(span.byte_range().unwrap_or_default()).unwrap_or_default();
        let message = format!("{what} ({}) are not part of the format", quoted(written));
        self.refused(Code::Unsupported, &message, span, help)
    }

    fn too_deep(&self, span: Span) -> Mistake {
        let message = format!("more than {MAX_DEPTH} nested lists and mappings");
        self.refused(Code::TooLarge, &message, span, "close the brackets before this")
    }

    fn wrong_syntax(&self, error: &ErrorKind, span: Span) -> Mistake {
        match error {
            ErrorKind::RecursionLimitExceeded => self.too_deep(span),
            ErrorKind::DirectiveDisallowed => {
                let help = "remove the line, or put quotes around text that begins with '%'";
                self.refused(Code::Unsupported, "directives are not part of the format", span, help)
            }
            error => {
                let (message, help) = syntax(error);
                self.refused(Code::Syntax, &message, span, help)
            }
        }
    }

    fn add(&mut self, kind: NodeKind<'t>, span: Span, parent: Option<NodeId>) -> NodeId {
        let id = self.nodes.len();
        let mut bytes = span.byte_range().unwrap_or_default();
        if matches!(kind, NodeKind::List { .. } | NodeKind::Map { .. }) {
            bytes.end = (bytes.start + 1).min(self.text.len());
        }
        let mut node = TreeNode { kind, bytes, line: span.start.line(), column: span.start.col() + 1 };
        if let Some(parent) = parent {
            let mut key = None;
            match &mut self.nodes[parent].kind {
                NodeKind::List { items, .. } => items.push(id),
                NodeKind::Map { entries, .. } => {
                    key = entries.last().copied();
                    entries.push(id);
                }
                // Only lists and mappings are open.
                NodeKind::Scalar { .. } | NodeKind::Empty => {}
            }
            // A missing value is shown at its key.
            if let (NodeKind::Empty, Some(key)) = (&node.kind, key) {
                let key = &self.nodes[key];
                (node.bytes, node.line, node.column) = (key.bytes.clone(), key.line, key.column);
            }
        }
        self.nodes.push(node);
        id
    }

    pub fn kind(&self, id: NodeId) -> &NodeKind<'t> {
        &self.nodes[id].kind
    }

    /// The place of a node; a mapping without brackets is marked at its first key.
    pub fn place(&self, id: NodeId) -> Place {
        let node = match &self.nodes[id].kind {
            NodeKind::Map { entries, flow: false } => &self.nodes[entries.first().copied().unwrap_or(id)],
            _ => &self.nodes[id],
        };
        self.marked(node.line, node.column, &node.bytes)
    }

    /// The place of some bytes that begin at a line and column.
    fn marked(&self, line: usize, column: usize, bytes: &Range<usize>) -> Place {
        let marked = self.text.get(bytes.clone()).unwrap_or_default().split(['\n', '\r']).next().unwrap_or_default();
        Place { line, column, width: marked.chars().count().max(1) }
    }

    /// The keys of a mapping with their values.
    pub fn entries(&self, id: NodeId) -> impl Iterator<Item = (NodeId, NodeId)> + '_ {
        let entries = if let NodeKind::Map { entries, .. } = self.kind(id) { entries.as_slice() } else { &[] };
        entries.chunks_exact(2).map(|entry| (entry[0], entry[1]))
    }

    /// The entries of a list.
    pub fn items(&self, id: NodeId) -> &[NodeId] {
        if let NodeKind::List { items, .. } = self.kind(id) { items } else { &[] }
    }

    /// The text of a scalar; empty for anything else.
    pub fn text(&self, id: NodeId) -> &str {
        if let NodeKind::Scalar { text, .. } = self.kind(id) { text } else { "" }
    }

    /// The key that a missing value belongs to, as it is written; empty in a list.
    pub(super) fn key_of_nothing(&self, id: NodeId) -> &str {
        &self.text[self.nodes[id].bytes.clone()]
    }

    /// Whether a node is nothing, or a word that stands for nothing.
    pub fn is_null(&self, id: NodeId) -> bool {
        match self.kind(id) {
            NodeKind::Scalar { text, plain: true } => matches!(&**text, "~" | "null" | "Null" | "NULL"),
            kind => matches!(kind, NodeKind::Empty),
        }
    }

    /// The node at a path of keys and positions, or as far down as the path leads: `duties/3/sources/0`.
    ///
    /// Of keys with slashes the longest that fits is meant.
    pub fn find(&self, path: &str) -> NodeId {
        let (mut node, mut rest) = (Self::ROOT, path);
        let ends = |path: &str| path.match_indices('/').map(|(end, _)| end).chain([path.len()]).collect::<Vec<_>>();
        while let Some((child, end)) = ends(rest).into_iter().rev().find_map(|end| Some((self.child(node, &rest[..end])?, end))) {
            (node, rest) = (child, rest.get(end + 1..).unwrap_or_default());
        }
        node
    }

    fn child(&self, node: NodeId, step: &str) -> Option<NodeId> {
        match self.kind(node) {
            NodeKind::List { items, .. } => items.get(step.parse::<usize>().ok()?).copied(),
            _ => self.entries(node).find(|&(key, _)| self.text(key) == step).map(|(_, value)| value),
        }
    }

    /// The text with every block scalar (`|`, `>`) folded into quotes on one line: a corpus has no use for line breaks.
    pub fn without_blocks(&self) -> Cow<'t, str> {
        if self.blocks.is_empty() {
            return self.text.into();
        }
        let (mut folded, mut from) = (String::new(), 0);
        for &block in &self.blocks {
            let bytes = &self.nodes[block].bytes;
            let text = self.text(block).replace('\\', "\\\\").replace('"', "\\\"");
            folded += &format!("{}\"{text}\"\n", &self.text[from..bytes.start]);
            from = bytes.end;
        }
        (folded + &self.text[from..]).into()
    }
}

/// The first character that YAML does not allow, or that readers treat differently.
fn odd_character(text: &str) -> Option<Mistake> {
    let is_odd = |character: char| match character {
        '\t' | '\n' | '\r' => false,
        '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => true,
        character => character.is_control(),
    };
    let (at, character) = text.char_indices().find(|&(_, character)| is_odd(character))?;
    let name = match character {
        '\0' => "a NUL character",
        '\u{85}' | '\u{2028}' | '\u{2029}' => "an uncommon line break",
        '\u{feff}' => "a byte order mark",
        _ => "a control character",
    };
    let message = format!("{name} (\\u{{{:x}}}) is not allowed", u32::from(character));
    let help = "remove it: it is invisible, and may have been pasted in";
    Some(Mistake::new(Code::Syntax, Some(Place::at(text, at)), &message, Some(help)))
}
