//! One pass over a text that finds its tokens exactly where the reader will find them.
//!
//! It comes before the reader and refuses what the reader cannot be trusted with: anchors and aliases (whose expansion can
//! outgrow memory), tags (which the reader drops without a word), directives, a second document, and nesting so deep that the
//! reader takes quadratic time. It also finds where everything stands (`tree`). Both need it to agree with the reader, so it
//! follows the reader's own scanner (libyaml's) rule by rule; the tests compare the two on generated texts. A text that the
//! reader will refuse needs no agreement: the scan may end early, or see more than there is.
//!
//! Columns are bytes here. They decide only where nothing but spaces and indicators stands before, so that is the same.

/// Lists and keys inside each other: a corpus needs seven, and the reader's time grows with the depth of brackets.
pub(super) const DEEPEST: usize = 64;

/// Tokens of one text: the reader needs up to 200 bytes for each, so the worst text takes a gigabyte and a half.
pub(super) const MOST_TOKENS: usize = 8_000_000;

/// What a text is made of, with places as byte offsets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    /// A bracket that opens a list or, curly, a mapping.
    Open { at: usize, map: bool },
    /// The bracket that closes the innermost.
    Close,
    /// Between two entries in brackets.
    Comma,
    /// An entry of a list; `opens` a new list.
    Dash { at: usize, opens: bool },
    /// A key announced by a question mark; `opens` a new mapping.
    Question { at: usize, opens: bool },
    /// The colon after a key: after the node right before it (`follows`), or after nothing or a key announced before.
    Colon { at: usize, opens: bool, follows: bool },
    /// A text or word.
    Scalar(Scalar),
    /// The innermost list or mapping without brackets ends.
    BlockEnd,
}

/// A text or word as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scalar {
    pub start: usize,
    pub end: usize,
    pub style: Style,
}

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Single,
    Double,
    /// After `|` or `>`; with the spaces that the number after it leaves to the lines around it.
    Block {
        outside: usize,
    },
}

/// What may not be read, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Refusal {
    pub start: usize,
    pub end: usize,
    pub why: Why,
}

/// Why a text may not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    Anchor,
    Alias,
    Tag,
    Directive,
    SecondDocument,
    TooDeep,
    TooMany,
}

/// Hands the tokens of a text to `sink` one after another.
pub(super) fn scan(text: &str, sink: &mut impl FnMut(Token)) -> Result<(), Refusal> {
    match scan_until(text, sink) {
        (Err(End::Refused(refusal)), _) => Err(refusal),
        (Ok(()) | Err(End::Broken), _) => Ok(()),
    }
}

/// Scans, and says where the scan ended.
fn scan_until(text: &str, sink: &mut impl FnMut(Token)) -> (Result<(), End>, usize) {
    let mut scanner = Scanner {
        text: text.as_bytes(),
        at: 0,
        line: 0,
        line_start: 0,
        indent: -1,
        indents: Vec::new(),
        keys: vec![None],
        key_allowed: true,
        tokens: 0,
        documents: 0,
        sink,
    };
    (scanner.run(), scanner.at)
}

/// Where the scan of a text ends early because the reader will report something there.
#[cfg(test)]
pub(super) fn broken_at(text: &str) -> Option<usize> {
    match scan_until(text, &mut |_| {}) {
        (Err(End::Broken), at) => Some(at),
        _ => None,
    }
}

/// Why the scan ends before the text does.
enum End {
    Refused(Refusal),
    /// The reader will report what stands here.
    Broken,
}

/// Where a node began that is a key if a colon follows.
#[derive(Clone, Copy)]
struct Key {
    start: usize,
    line: usize,
    column: isize,
}

/// A key and its colon stand in one line, and no further apart than this.
const LONGEST_KEY: usize = 1024;

struct Scanner<'t, F> {
    text: &'t [u8],
    at: usize,
    line: usize,
    line_start: usize,
    /// The column of the innermost list or mapping without brackets; -1 outside of all.
    indent: isize,
    /// The columns of those around it.
    indents: Vec<isize>,
    /// What may be a key: one at the level without brackets, and one for each open bracket.
    keys: Vec<Option<Key>>,
    key_allowed: bool,
    tokens: usize,
    documents: usize,
    sink: &'t mut F,
}

impl<F: FnMut(Token)> Scanner<'_, F> {
    fn run(&mut self) -> Result<(), End> {
        loop {
            self.skip_to_token();
            self.unroll(self.column());
            let Some(first) = self.peek(0) else {
                self.unroll(-1);
                return Ok(());
            };
            self.token(first)?;
        }
    }

    fn token(&mut self, first: u8) -> Result<(), End> {
        let spaced = self.is_blank_or_end(1);
        let flow = self.in_brackets();
        match first {
            b'%' if self.column() == 0 => self.directive(),
            b'-' | b'.' if self.is_document_mark() => self.document_mark(first),
            b'[' | b'{' => self.open(first == b'{'),
            b']' | b'}' => {
                self.forget_key();
                if flow {
                    self.keys.pop();
                }
                self.key_allowed = false;
                self.at += 1;
                self.emit(Token::Close)
            }
            b',' => {
                self.forget_key();
                self.key_allowed = true;
                self.at += 1;
                self.emit(Token::Comma)
            }
            b'-' if spaced => self.entry(|at, opens| Token::Dash { at, opens }),
            b'?' if flow => {
                self.forget_key();
                self.key_allowed = false;
                self.at += 1;
                self.emit(Token::Question { at: self.at - 1, opens: false })
            }
            b'?' if spaced => self.entry(|at, opens| Token::Question { at, opens }),
            b':' if flow || spaced => self.colon(),
            b'*' | b'&' | b'!' => Err(self.refused(match first {
                b'*' => Why::Alias,
                b'&' => Why::Anchor,
                _ => Why::Tag,
            })),
            b'|' | b'>' if !flow => self.block_scalar(),
            b'\'' | b'"' => self.quoted(first),
            b'?' | b':' if !flow => self.plain(),
            b'#' | b'|' | b'>' | b'%' | b'@' | b'`' | b'?' | b':' | b'\t' => Err(End::Broken),
            _ => self.plain(),
        }
    }

    fn emit(&mut self, token: Token) -> Result<(), End> {
        self.tokens += 1;
        if self.tokens > MOST_TOKENS {
            return Err(self.refused(Why::TooMany));
        }
        // What stands before the first `---` is a document of its own.
        self.documents = self.documents.max(1);
        (self.sink)(token);
        Ok(())
    }

    /// Refuses what stands here, up to the next blank.
    fn refused(&self, why: Why) -> End {
        let rest = &self.text[self.at..];
        let length = rest.iter().position(|byte| b" \t\r\n,]}".contains(byte)).unwrap_or(rest.len());
        End::Refused(Refusal { start: self.at, end: self.at + length.max(1), why })
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.text.get(self.at + ahead).copied()
    }

    fn is_blank(&self) -> bool {
        matches!(self.peek(0), Some(b' ' | b'\t'))
    }

    fn is_break(&self) -> bool {
        matches!(self.peek(0), Some(b'\n' | b'\r'))
    }

    fn is_blank_or_end(&self, ahead: usize) -> bool {
        matches!(self.peek(ahead), None | Some(b' ' | b'\t' | b'\n' | b'\r'))
    }

    fn is_break_or_end(&self) -> bool {
        matches!(self.peek(0), None | Some(b'\n' | b'\r'))
    }

    fn column(&self) -> isize {
        (self.at - self.line_start).cast_signed()
    }

    fn in_brackets(&self) -> bool {
        self.keys.len() > 1
    }

    fn skip_break(&mut self) {
        self.at += if self.peek(0) == Some(b'\r') && self.peek(1) == Some(b'\n') { 2 } else { 1 };
        self.line += 1;
        self.line_start = self.at;
    }

    fn skip_line(&mut self) {
        while !self.is_break_or_end() {
            self.at += 1;
        }
    }

    fn skip_to_token(&mut self) {
        loop {
            // A tab cannot indent: where a key may begin it is left to be reported.
            while self.peek(0) == Some(b' ') || ((self.in_brackets() || !self.key_allowed) && self.peek(0) == Some(b'\t')) {
                self.at += 1;
            }
            if self.peek(0) == Some(b'#') {
                self.skip_line();
            }
            if !self.is_break() {
                return;
            }
            self.skip_break();
            self.key_allowed |= !self.in_brackets();
        }
    }

    /// Ends the lists and mappings that are indented further than a column.
    fn unroll(&mut self, column: isize) {
        if self.in_brackets() {
            return;
        }
        while self.indent > column {
            (self.sink)(Token::BlockEnd);
            self.indent = self.indents.pop().unwrap_or(-1);
        }
    }

    /// Begins a list or mapping at a column that is indented further, and says whether it is.
    fn roll(&mut self, column: isize) -> Result<bool, End> {
        if self.in_brackets() || self.indent >= column {
            return Ok(false);
        }
        self.indents.push(self.indent);
        self.indent = column;
        self.check_depth()?;
        Ok(true)
    }

    fn check_depth(&self) -> Result<(), End> {
        if self.indents.len() + self.keys.len() > DEEPEST { Err(self.refused(Why::TooDeep)) } else { Ok(()) }
    }

    fn save_key(&mut self) {
        if self.key_allowed {
            let key = Key { start: self.at, line: self.line, column: self.column() };
            if let Some(last) = self.keys.last_mut() {
                *last = Some(key);
            }
        }
    }

    fn forget_key(&mut self) {
        if let Some(last) = self.keys.last_mut() {
            *last = None;
        }
    }

    fn take_key(&mut self) -> Option<Key> {
        let key = self.keys.last_mut().and_then(Option::take)?;
        (key.line == self.line && key.start + LONGEST_KEY >= self.at).then_some(key)
    }

    fn directive(&mut self) -> Result<(), End> {
        if !self.text[self.at..].starts_with(b"%YAML") {
            return Err(self.refused(Why::Directive));
        }
        self.unroll(-1);
        self.forget_key();
        self.key_allowed = false;
        self.skip_line();
        // This line end does not make room for a key.
        if self.is_break() {
            self.skip_break();
        }
        Ok(())
    }

    fn is_document_mark(&self) -> bool {
        let mark = |rest: &[u8]| rest.starts_with(b"---") || rest.starts_with(b"...");
        self.column() == 0 && self.text.get(self.at..).is_some_and(mark) && self.is_blank_or_end(3)
    }

    fn document_mark(&mut self, first: u8) -> Result<(), End> {
        if first == b'-' {
            self.documents += 1;
            if self.documents > 1 {
                return Err(self.refused(Why::SecondDocument));
            }
        }
        self.unroll(-1);
        self.forget_key();
        self.key_allowed = false;
        self.at += 3;
        Ok(())
    }

    fn open(&mut self, map: bool) -> Result<(), End> {
        self.save_key();
        self.keys.push(None);
        self.check_depth()?;
        self.key_allowed = true;
        self.at += 1;
        self.emit(Token::Open { at: self.at - 1, map })
    }

    /// A dash or a question mark, which stand only where a line begins or after another.
    fn entry(&mut self, token: impl Fn(usize, bool) -> Token) -> Result<(), End> {
        if !self.in_brackets() && !self.key_allowed {
            return Err(End::Broken);
        }
        let opens = self.roll(self.column())?;
        self.forget_key();
        self.key_allowed = true;
        self.at += 1;
        self.emit(token(self.at - 1, opens))
    }

    fn colon(&mut self) -> Result<(), End> {
        let key = self.take_key();
        if key.is_none() && !self.in_brackets() && !self.key_allowed {
            return Err(End::Broken);
        }
        let opens = self.roll(key.map_or_else(|| self.column(), |key| key.column))?;
        self.key_allowed = key.is_none() && !self.in_brackets();
        self.at += 1;
        self.emit(Token::Colon { at: self.at - 1, opens, follows: key.is_some() })
    }

    fn scalar(&mut self, start: usize, end: usize, style: Style) -> Result<(), End> {
        self.emit(Token::Scalar(Scalar { start, end, style }))
    }

    fn plain(&mut self) -> Result<(), End> {
        self.save_key();
        self.key_allowed = false;
        let (start, flow, least) = (self.at, self.in_brackets(), self.indent + 1);
        let (mut end, mut new_line) = (self.at, false);
        loop {
            if self.is_document_mark() || self.peek(0) == Some(b'#') {
                break;
            }
            while !self.is_blank_or_end(0) {
                match self.text[self.at] {
                    b':' if flow && matches!(self.peek(1), Some(b',' | b'?' | b'[' | b']' | b'{' | b'}')) => {
                        return Err(End::Broken);
                    }
                    b':' if self.is_blank_or_end(1) => break,
                    b',' | b'[' | b']' | b'{' | b'}' if flow => break,
                    _ => {}
                }
                self.at += 1;
                (end, new_line) = (self.at, false);
            }
            if !self.is_blank() && !self.is_break() {
                break;
            }
            while self.is_blank() || self.is_break() {
                if self.is_break() {
                    self.skip_break();
                    new_line = true;
                } else if new_line && self.column() < least && self.peek(0) == Some(b'\t') {
                    return Err(End::Broken);
                } else {
                    self.at += 1;
                }
            }
            if !flow && self.column() < least {
                break;
            }
        }
        self.key_allowed |= new_line;
        self.scalar(start, end, Style::Plain)
    }

    fn quoted(&mut self, quote: u8) -> Result<(), End> {
        self.save_key();
        self.key_allowed = false;
        let start = self.at;
        self.at += 1;
        loop {
            if self.is_document_mark() {
                return Err(End::Broken);
            }
            match self.peek(0) {
                None => return Err(End::Broken),
                Some(b'\n' | b'\r') => self.skip_break(),
                Some(b'\'') if quote == b'\'' && self.peek(1) == Some(b'\'') => self.at += 2,
                Some(b'\\') if quote == b'"' => {
                    self.at += 1;
                    match self.peek(0) {
                        Some(b'\n' | b'\r') => self.skip_break(),
                        _ => self.at += 1,
                    }
                }
                Some(byte) => {
                    self.at += 1;
                    if byte == quote {
                        break;
                    }
                }
            }
        }
        self.scalar(start, self.at, if quote == b'"' { Style::Double } else { Style::Single })
    }

    fn block_scalar(&mut self) -> Result<(), End> {
        self.forget_key();
        self.key_allowed = true;
        let start = self.at;
        self.at += 1;
        let mut more = 0;
        for _ in 0..2 {
            match self.peek(0) {
                Some(b'0') => return Err(End::Broken),
                Some(digit @ b'1'..=b'9') if more == 0 => more = isize::from(digit - b'0'),
                Some(b'+' | b'-') => {}
                _ => break,
            }
            self.at += 1;
        }
        while self.is_blank() {
            self.at += 1;
        }
        if self.peek(0) == Some(b'#') {
            self.skip_line();
        }
        if !self.is_break_or_end() {
            return Err(End::Broken);
        }
        if self.is_break() {
            self.skip_break();
        }
        let header = self.at;
        let outside = if more > 0 { self.indent.max(0) } else { 0 };
        let mut indent = if more > 0 { outside + more } else { 0 };
        self.block_breaks(&mut indent)?;
        while self.column() == indent && self.peek(0).is_some() {
            self.skip_line();
            if self.is_break() {
                self.skip_break();
            }
            self.block_breaks(&mut indent)?;
        }
        // The spaces before what comes next are not part of the text.
        let end = if self.column() < indent { self.line_start.max(header) } else { self.at };
        self.scalar(start, end, Style::Block { outside: outside.unsigned_abs() })
    }

    /// Blank lines and the indentation of the next that is not blank, which decides where none was given.
    fn block_breaks(&mut self, indent: &mut isize) -> Result<(), End> {
        let mut most = 0;
        loop {
            while (*indent == 0 || self.column() < *indent) && self.peek(0) == Some(b' ') {
                self.at += 1;
            }
            most = most.max(self.column());
            if (*indent == 0 || self.column() < *indent) && self.peek(0) == Some(b'\t') {
                return Err(End::Broken);
            }
            if !self.is_break() {
                break;
            }
            self.skip_break();
        }
        if *indent == 0 {
            *indent = most.max(self.indent + 1).max(1);
        }
        Ok(())
    }
}
