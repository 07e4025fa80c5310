//! A document as a tree that knows where everything stands, built from the tokens of `scan`.
//!
//! It is built only for texts with something to report. The nodes lie in one list, so a deep tree is dropped without
//! recursion, and scalars are decoded when they are asked for.

use std::borrow::Cow;
use std::ops::Range;

use super::scan::{Scalar, Style, Token, scan};

/// Names a node of one tree.
pub(super) type Id = usize;

/// A document.
#[derive(Debug)]
pub(super) struct Tree<'t> {
    pub text: &'t str,
    nodes: Vec<Node>,
    /// The nodes in lists, and in mappings keys and values in turn.
    children: Vec<Vec<Id>>,
    /// None when there is nothing but comments.
    pub root: Option<Id>,
    /// What follows after the root, which nothing may.
    pub second: Option<Id>,
}

#[derive(Debug, Clone, Copy)]
struct Node {
    /// What to mark: all of a scalar, the first of anything else.
    start: usize,
    end: usize,
    kind: Kind,
    parent: Id,
}

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Scalar(Style),
    /// Nothing, where something might be.
    Empty,
    List(usize),
    Map(usize),
}

impl<'t> Tree<'t> {
    /// The tree of a text that the reader accepts; of any other text, what makes sense of it.
    pub fn new(text: &'t str) -> Self {
        let mut builder = Builder {
            tree: Self { text, nodes: Vec::new(), children: Vec::new(), root: None, second: None },
            frames: vec![Frame::new(Shape::Root, 0)],
        };
        // What is refused was refused before.
        let _ = scan(text, &mut |token| builder.take(token));
        while builder.frames.len() > 1 {
            builder.close();
        }
        let last = builder.frames[0].node;
        builder.tree.second = builder.tree.root.and(last);
        builder.tree.root = builder.tree.root.or(last);
        builder.tree
    }

    pub fn kind(&self, id: Id) -> Kind {
        self.nodes[id].kind
    }

    /// The list or mapping that a node is in; the root is its own.
    pub fn parent(&self, id: Id) -> Id {
        self.nodes[id].parent
    }

    /// What to mark as this node.
    pub fn range(&self, id: Id) -> Range<usize> {
        // A mapping without brackets begins with its first key.
        match self.kind(id) {
            Kind::Map(_) if !self.is_in_brackets(id) => {
                self.children(id).first().map_or(self.nodes[id].start..self.nodes[id].end, |&key| self.range_of_first(key))
            }
            _ => self.nodes[id].start..self.nodes[id].end,
        }
    }

    fn range_of_first(&self, key: Id) -> Range<usize> {
        self.nodes[key].start..self.nodes[key].end
    }

    /// Whether a list or mapping is written in brackets.
    pub fn is_in_brackets(&self, id: Id) -> bool {
        let node = &self.nodes[id];
        self.text[node.start..].starts_with(['[', '{']) && !matches!(node.kind, Kind::Scalar(_) | Kind::Empty)
    }

    /// The nodes in a list, and those in a mapping, keys and values in turn.
    pub fn children(&self, id: Id) -> &[Id] {
        match self.kind(id) {
            Kind::List(at) | Kind::Map(at) => &self.children[at],
            Kind::Scalar(_) | Kind::Empty => &[],
        }
    }

    /// The value at each key of a mapping.
    pub fn entries(&self, id: Id) -> impl Iterator<Item = (Id, Id)> + '_ {
        let children = if matches!(self.kind(id), Kind::Map(_)) { self.children(id) } else { &[] };
        children.chunks_exact(2).map(|entry| (entry[0], entry[1]))
    }

    /// The key of a node that is a value in a mapping.
    pub fn key_of(&self, id: Id) -> Option<Id> {
        let parent = self.parent(id);
        self.entries(parent).find(|&(_, value)| value == id).map(|(key, _)| key)
    }

    /// Whether a node is a key of a mapping.
    pub fn is_key(&self, id: Id) -> bool {
        self.entries(self.parent(id)).any(|(key, _)| key == id)
    }

    /// What a scalar says; nothing for anything else.
    pub fn text(&self, id: Id) -> Cow<'t, str> {
        let Node { start, end, kind, .. } = self.nodes[id];
        let Kind::Scalar(style) = kind else { return Cow::Borrowed("") };
        let raw = &self.text[start..end];
        let inner = || &raw[1..raw.len() - 1];
        match style {
            Style::Plain if !raw.contains(['\n', '\r']) => Cow::Borrowed(raw),
            Style::Single if !inner().contains(['\n', '\r', '\'']) => Cow::Borrowed(inner()),
            Style::Double if !inner().contains(['\n', '\r', '\\']) => Cow::Borrowed(inner()),
            Style::Block { outside } if outside > 0 => {
                let raw = raw.replace("\r\n", "\n").replace('\r', "\n");
                let margin = |line: &str| line.bytes().take(outside).take_while(|&byte| byte == b' ').count();
                let lines = raw.split_inclusive('\n').map(|line| &line[margin(line)..]);
                Cow::Owned(super::scalar(&lines.collect::<String>()))
            }
            // At the beginning of a line it might be taken for the beginning of a document.
            Style::Plain => Cow::Owned(super::scalar(&format!(" {raw}"))),
            _ => Cow::Owned(super::scalar(raw)),
        }
    }

    /// Whether a node is a scalar without quotes, or nothing: what may be a number, true, false or null.
    pub fn is_plain(&self, id: Id) -> bool {
        matches!(self.kind(id), Kind::Scalar(Style::Plain) | Kind::Empty)
    }

    fn add(&mut self, start: usize, end: usize, kind: Kind) -> Id {
        let id = self.nodes.len();
        self.nodes.push(Node { start, end, kind, parent: id });
        id
    }

    fn add_collection(&mut self, at: usize, map: bool) -> Id {
        let children = self.children.len();
        self.children.push(Vec::new());
        self.add(at, (at + 1).min(self.text.len()), if map { Kind::Map(children) } else { Kind::List(children) })
    }

    fn attach(&mut self, parent: Id, child: Id) {
        if let Kind::List(at) | Kind::Map(at) = self.nodes[parent].kind {
            self.children[at].push(child);
            self.nodes[child].parent = parent;
        }
    }
}

/// A list or mapping that is not complete.
struct Frame {
    shape: Shape,
    id: Id,
    /// The key that waits for its value.
    key: Option<Id>,
    /// A complete node of which is not yet known what it is: an item, a key or a value.
    node: Option<Id>,
    /// Where a dash, a question mark or a colon announced a node that may turn out to be nothing.
    announced: Option<(usize, usize)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Root,
    List,
    /// A list that is not indented further than the mapping around it.
    FlatList,
    Map,
    ListInBrackets,
    MapInBrackets,
    /// A mapping of one entry, without brackets of its own, in a list in brackets.
    Pair,
}

impl Frame {
    fn new(shape: Shape, id: Id) -> Self {
        Self { shape, id, key: None, node: None, announced: None }
    }
}

struct Builder<'t> {
    tree: Tree<'t>,
    /// The outermost first; there is always one.
    frames: Vec<Frame>,
}

impl Builder<'_> {
    fn take(&mut self, token: Token) {
        match token {
            Token::Scalar(Scalar { start, end, style }) => {
                self.begin_node();
                let id = self.tree.add(start, end, Kind::Scalar(style));
                self.top().node = Some(id);
            }
            Token::Open { at, map } => {
                self.begin_node();
                let shape = if map { Shape::MapInBrackets } else { Shape::ListInBrackets };
                self.open(shape, at);
            }
            Token::Close => {
                if self.top().shape == Shape::Pair {
                    self.close();
                }
                self.close();
            }
            Token::Comma => {
                if self.top().shape == Shape::Pair {
                    self.close();
                }
                self.flush();
            }
            Token::Dash { at, opens } => self.dash(at, opens),
            Token::Question { at, opens } => self.question(at, opens),
            Token::Colon { at, opens, follows } => self.colon(at, opens, follows),
            Token::BlockEnd => {
                if self.top().shape == Shape::FlatList {
                    self.close();
                }
                self.close();
            }
        }
    }

    fn top(&mut self) -> &mut Frame {
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    fn open(&mut self, shape: Shape, at: usize) {
        let map = matches!(shape, Shape::Map | Shape::MapInBrackets | Shape::Pair);
        let id = self.tree.add_collection(at, map);
        self.frames.push(Frame::new(shape, id));
    }

    /// Completes the innermost list or mapping, which becomes a node of the one around it.
    fn close(&mut self) {
        if self.frames.len() > 1 {
            self.flush();
            if let Some(frame) = self.frames.pop() {
                self.top().node = Some(frame.id);
            }
        }
    }

    /// A node comes: what came before it is complete.
    fn begin_node(&mut self) {
        if self.top().node.is_none() {
            return;
        }
        // After an item of a list that is not indented, only a key of the mapping around it can come.
        if self.top().shape == Shape::FlatList {
            self.close();
        }
        if self.top().shape == Shape::Map {
            self.flush();
        }
        if self.top().shape == Shape::Root {
            self.tree.root = self.tree.root.or(self.top().node);
        }
    }

    /// Puts what has been read into the list or mapping.
    fn flush(&mut self) {
        let frame = self.top();
        let (id, shape) = (frame.id, frame.shape);
        let (key, node, announced) = (frame.key.take(), frame.node.take(), frame.announced.take());
        match shape {
            Shape::Root => self.top().node = node,
            Shape::List | Shape::FlatList | Shape::ListInBrackets => {
                if let Some(item) = node.or_else(|| announced.map(|place| self.nothing(place))) {
                    self.tree.attach(id, item);
                }
            }
            Shape::Map | Shape::MapInBrackets | Shape::Pair => {
                let (key, value) = match (key, node) {
                    (Some(key), value) => (key, value),
                    (None, Some(key)) => (key, None),
                    (None, None) => match announced {
                        Some(place) => (self.nothing(place), None),
                        None => return,
                    },
                };
                let value = value.unwrap_or_else(|| self.nothing((self.tree.nodes[key].start, self.tree.nodes[key].end)));
                self.tree.attach(id, key);
                self.tree.attach(id, value);
            }
        }
    }

    fn nothing(&mut self, (start, end): (usize, usize)) -> Id {
        self.tree.add(start, end, Kind::Empty)
    }

    fn dash(&mut self, at: usize, opens: bool) {
        if opens {
            self.open(Shape::List, at);
        } else if self.top().shape == Shape::Map {
            self.open(Shape::FlatList, at);
        } else {
            self.flush();
        }
        self.top().announced = Some((at, at + 1));
    }

    fn question(&mut self, at: usize, opens: bool) {
        if opens {
            self.open(Shape::Map, at);
        } else {
            if self.top().shape == Shape::FlatList {
                self.close();
            }
            if self.top().shape == Shape::ListInBrackets {
                self.open(Shape::Pair, at);
            }
            self.flush();
        }
        self.top().announced = Some((at, at + 1));
    }

    fn colon(&mut self, at: usize, opens: bool, follows: bool) {
        let shape = self.top().shape;
        if opens || shape == Shape::ListInBrackets {
            let key = if follows { self.top().node.take() } else { None };
            let start = key.map_or(at, |key| self.tree.nodes[key].start);
            self.open(if opens { Shape::Map } else { Shape::Pair }, start);
            self.top().node = key;
        } else if shape == Shape::FlatList {
            // The key of the mapping around the list was taken for an item; or the list is itself a key.
            let key = if follows { self.top().node.take() } else { None };
            self.close();
            if follows || self.top().key.is_some() {
                self.flush();
                self.top().node = key;
            }
        } else if self.top().key.is_some() || (follows && shape == Shape::Map) {
            // The key was taken for the value of the key before it, or for one that was announced.
            let key = if follows { self.top().node.take() } else { None };
            self.flush();
            self.top().node = key;
        }
        let key = self.top().node.take().unwrap_or_else(|| self.nothing((at, at + 1)));
        let frame = self.top();
        frame.key = Some(key);
        frame.announced = None;
    }
}
