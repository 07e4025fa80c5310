//! What a document is about, without reading all of it.

use saphyr_parser::{Event, Parser};

/// What stands under a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A list whose first entry is a mapping.
    ListOfMappings,
    /// Any other value.
    Other,
}

/// The keys of the mapping that a text is, in their order, each with what stands under it; none when it is no mapping.
///
/// Lazy: what comes after the last key asked for is not looked at.
pub fn outline(text: &str) -> impl Iterator<Item = (String, Shape)> {
    let mut events = Parser::new_from_str(text).map_while(Result::ok).map(|(event, _)| event).peekable();
    let is_mapping = loop {
        match events.next() {
            Some(Event::StreamStart | Event::DocumentStart(_)) => {}
            Some(Event::MappingStart(..)) => break true,
            _ => break false,
        }
    };
    let mut depth = 0_usize;
    std::iter::from_fn(move || {
        // The rest of the value before.
        while depth > 0 {
            depth = inside(&events.next()?, depth);
        }
        let Some(Event::Scalar(key, ..)) = events.next().filter(|_| is_mapping) else { return None };
        let value = events.next()?;
        depth = inside(&value, depth);
        let list = matches!(value, Event::SequenceStart(..)) && matches!(events.peek(), Some(Event::MappingStart(..)));
        Some((key.into_owned(), if list { Shape::ListOfMappings } else { Shape::Other }))
    })
}

/// How deep what comes after an event is.
fn inside(event: &Event, depth: usize) -> usize {
    match event {
        Event::SequenceStart(..) | Event::MappingStart(..) => depth + 1,
        Event::SequenceEnd | Event::MappingEnd => depth.saturating_sub(1),
        _ => depth,
    }
}
