//! A document as a tree whose nodes know where they stand, built from the parser's events.
//!
//! The format is a part of YAML: anchors, aliases, tags and further documents are refused here, as the first of them is met.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use granit_parser::{ErrorKind, Event, Marker, Options, Parser, ScalarStyle, Span, StructureStyle};

/// Lists and mappings inside each other; a corpus needs seven.
pub(super) const MAX_DEPTH: usize = 64;

/// Nodes of one document: the worst takes half a gigabyte.
const MAX_NODES: usize = 4_000_000;

pub(super) type Id = usize;

/// A document. Its root is the first node.
#[derive(Debug)]
pub(super) struct Tree<'t> {
    pub text: &'t str,
    nodes: Vec<TreeNode<'t>>,
    /// Keys that a mapping has already, each with the first.
    pub repeated: Vec<(Id, Id)>,
}

#[derive(Debug)]
struct TreeNode<'t> {
    kind: NodeKind<'t>,
    parent: Id,
    /// The mark: all of a scalar, the beginning of anything else.
    bytes: Range<usize>,
    line: usize,
    column: usize,
}

#[derive(Debug)]
pub(super) enum NodeKind<'t> {
    Scalar {
        text: Cow<'t, str>,
        plain: bool,
    },
    /// Nothing, where something might be.
    Empty,
    List {
        items: Vec<Id>,
        flow: bool,
    },
    /// Keys and values by turns.
    Map {
        entries: Vec<Id>,
        flow: bool,
    },
}

/// A place in a text: lines and columns are counted from 1, columns and width in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub line: usize,
    pub column: usize,
    /// At least 1.
    pub width: usize,
}

impl Place {
    /// The place of some bytes that begin at a line and column.
    fn of(text: &str, line: usize, column: usize, bytes: &Range<usize>) -> Self {
        let marked = text.get(bytes.clone()).unwrap_or_default().split(['\n', '\r']).next().unwrap_or_default();
        Self { line, column, width: marked.chars().count().max(1) }
    }

    /// The place of the character at a byte.
    pub(crate) fn at(text: &str, byte: usize) -> Self {
        let before = text[..byte].replace("\r\n", "\n").replace('\r', "\n");
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Self { line: before.matches('\n').count() + 1, column, width: 1 }
    }
}

/// Why a text is no tree, and where.
#[derive(Debug)]
pub(super) struct Refusal {
    pub why: Why,
    pub place: Place,
    pub bytes: Range<usize>,
}

#[derive(Debug)]
pub(super) enum Why {
    Anchor,
    Alias,
    Tag,
    Directive,
    SecondDocument,
    TooDeep,
    TooMany,
    Syntax(ErrorKind),
}

impl<'t> Tree<'t> {
    pub const ROOT: Id = 0;

    pub fn parse(text: &'t str) -> Result<Self, Refusal> {
        let mut options = Options::default();
        options.disallow_directives = true;
        options.emit_unresolved_aliases = true;
        options.emit_anchor_events = true;
        options.flow_nesting_limit = MAX_DEPTH;
        options.block_nesting_limit = MAX_DEPTH;
        let mut tree = Self { text, nodes: Vec::new(), repeated: Vec::new() };
        let mut open: Vec<Id> = Vec::new();
        let mut documents = 0;
        for event in Parser::new_from_str_with_options(text, options) {
            let (event, span) = event.map_err(|error| {
                let why = match error.kind() {
                    ErrorKind::RecursionLimitExceeded => Why::TooDeep,
                    ErrorKind::DirectiveDisallowed => Why::Directive,
                    other => Why::Syntax(other.clone()),
                };
                tree.refusal(why, Span::empty(*error.marker()))
            })?;
            if let Some(tag) = span.tag_span() {
                return Err(tree.refusal(Why::Tag, tag));
            }
            let (kind, is_collection) = match event {
                Event::Anchor(..) => return Err(tree.refusal(Why::Anchor, span)),
                Event::Alias(_) | Event::UnresolvedAlias(_) => return Err(tree.refusal(Why::Alias, span)),
                Event::DocumentStart(..) if documents == 1 => return Err(tree.refusal(Why::SecondDocument, span)),
                Event::DocumentStart(..) => {
                    documents = 1;
                    continue;
                }
                Event::Scalar(_, ScalarStyle::Plain, ..) if span.is_empty() => (NodeKind::Empty, false),
                Event::Scalar(text, style, ..) => (NodeKind::Scalar { text, plain: style == ScalarStyle::Plain }, false),
                Event::SequenceStart(style, ..) => {
                    (NodeKind::List { items: Vec::new(), flow: style == StructureStyle::Flow }, true)
                }
                Event::MappingStart(style, ..) => {
                    (NodeKind::Map { entries: Vec::new(), flow: style == StructureStyle::Flow }, true)
                }
                Event::SequenceEnd | Event::MappingEnd => {
                    if let Some(id) = open.pop() {
                        tree.find_repeated_keys(id);
                    }
                    continue;
                }
                _ => continue,
            };
            if open.len() >= MAX_DEPTH {
                return Err(tree.refusal(Why::TooDeep, span));
            }
            if tree.nodes.len() >= MAX_NODES {
                return Err(tree.refusal(Why::TooMany, span));
            }
            let id = tree.add(kind, &span, open.last().copied());
            if is_collection {
                open.push(id);
            }
        }
        if tree.nodes.is_empty() {
            tree.nodes.push(TreeNode { kind: NodeKind::Empty, parent: Self::ROOT, bytes: 0..0, line: 1, column: 1 });
        }
        Ok(tree)
    }

    fn refusal(&self, why: Why, span: Span) -> Refusal {
        let bytes = span.byte_range().unwrap_or_default();
        Refusal { why, place: Place::of(self.text, span.start.line(), span.start.col() + 1, &bytes), bytes }
    }

    fn add(&mut self, kind: NodeKind<'t>, span: &Span, parent: Option<Id>) -> Id {
        let id = self.nodes.len();
        let byte = |marker: Marker| marker.byte_offset().unwrap_or_default();
        let (start, mut end) = (byte(span.start), byte(span.end));
        if matches!(kind, NodeKind::List { .. } | NodeKind::Map { .. }) {
            end = (start + 1).min(self.text.len());
        }
        let mut node = TreeNode {
            kind,
            parent: parent.unwrap_or(id),
            bytes: start..end,
            line: span.start.line(),
            column: span.start.col() + 1,
        };
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

    fn find_repeated_keys(&mut self, map: Id) {
        let mut seen = HashMap::new();
        let mut repeated = Vec::new();
        for (key, _) in self.entries(map).filter(|&(key, _)| self.is_scalar(key)) {
            let first = *seen.entry(self.text(key)).or_insert(key);
            repeated.extend((first != key).then_some((key, first)));
        }
        self.repeated.extend(repeated);
    }

    pub fn kind(&self, id: Id) -> &NodeKind<'t> {
        &self.nodes[id].kind
    }

    /// The list or mapping that a node is in; the root is its own.
    pub fn parent(&self, id: Id) -> Id {
        self.nodes[id].parent
    }

    /// The place of a node; a mapping without brackets is marked at its first key.
    pub fn place(&self, id: Id) -> Place {
        let node = match &self.nodes[id].kind {
            NodeKind::Map { entries, flow: false } => &self.nodes[entries.first().copied().unwrap_or(id)],
            _ => &self.nodes[id],
        };
        Place::of(self.text, node.line, node.column, &node.bytes)
    }

    /// The nodes in a list, and those in a mapping, keys and values by turns.
    pub fn children(&self, id: Id) -> &[Id] {
        match &self.nodes[id].kind {
            NodeKind::List { items: children, .. } | NodeKind::Map { entries: children, .. } => children,
            NodeKind::Scalar { .. } | NodeKind::Empty => &[],
        }
    }

    /// The keys of a mapping with their values.
    pub fn entries(&self, id: Id) -> impl Iterator<Item = (Id, Id)> + '_ {
        let children = if matches!(self.kind(id), NodeKind::Map { .. }) { self.children(id) } else { &[] };
        children.chunks_exact(2).map(|entry| (entry[0], entry[1]))
    }

    /// The key of a node that is a value in a mapping.
    pub fn key_of(&self, id: Id) -> Option<Id> {
        self.entries(self.parent(id)).find(|&(_, value)| value == id).map(|(key, _)| key)
    }

    fn is_scalar(&self, id: Id) -> bool {
        matches!(self.kind(id), NodeKind::Scalar { .. })
    }

    /// The text of a scalar; empty for anything else.
    pub fn text(&self, id: Id) -> &str {
        if let NodeKind::Scalar { text, .. } = self.kind(id) { text } else { "" }
    }

    /// Whether a node is nothing, or a word that stands for nothing.
    pub fn is_null(&self, id: Id) -> bool {
        match self.kind(id) {
            NodeKind::Scalar { text, plain: true } => matches!(&**text, "~" | "null" | "Null" | "NULL"),
            kind => matches!(kind, NodeKind::Empty),
        }
    }
}
