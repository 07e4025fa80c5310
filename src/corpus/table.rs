//! Encoded entries in one piece of memory, found by id without reading anything else first.
//!
//! All numbers are 32 bits, lowest byte first: how many slots there are (a power of two), how many entries, the slots, where
//! each id ends and where each entry ends (counted from the end of these numbers); then the ids and entries themselves. An
//! id's slot is the first that is its own or empty from the one its hash names (linear probing); a slot holds a rank plus
//! one, or 0.

/// Entries as [`encode`] wrote them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Table<'a> {
    slots: &'a [Number],
    /// Where each id and each entry ends, by turns.
    ends: &'a [Number],
    /// Ids and entries by turns.
    pieces: &'a [u8],
}

/// A number, lowest byte first.
type Number = [u8; 4];

impl<'a> Table<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let (numbers, _) = bytes.as_chunks();
        let (head, numbers) = numbers.split_at(2);
        let (slots, numbers) = numbers.split_at(value(head[0]));
        let ends = &numbers[..2 * value(head[1])];
        Self { slots, ends, pieces: &bytes[size_of::<Number>() * (head.len() + slots.len() + ends.len())..] }
    }

    /// How many entries there are.
    pub(super) const fn len(self) -> usize {
        self.ends.len() / 2
    }

    /// Where in the order the entry with an id stands.
    pub(super) fn rank(self, id: &str) -> Option<usize> {
        let mut slot = slot_of(id, self.slots.len());
        loop {
            let rank = value(self.slots[slot]).checked_sub(1)?;
            if self.id_bytes(rank) == id.as_bytes() {
                return Some(rank);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }

    /// The id of the entry at a place in the order.
    pub(super) fn id(self, rank: usize) -> &'a str {
        str::from_utf8(self.id_bytes(rank)).unwrap_or_default()
    }

    /// The entry at a place in the order, encoded.
    pub(super) fn entry(self, rank: usize) -> &'a [u8] {
        self.piece(2 * rank + 1)
    }

    fn id_bytes(self, rank: usize) -> &'a [u8] {
        self.piece(2 * rank)
    }

    fn piece(self, at: usize) -> &'a [u8] {
        let start = if at == 0 { 0 } else { value(self.ends[at - 1]) };
        &self.pieces[start..value(self.ends[at])]
    }
}

const fn value(number: Number) -> usize {
    u32::from_le_bytes(number) as usize
}

/// Lays entries with their ids out as a [`Table`]. Of several with one id the first is found.
pub(super) fn encode(entries: &[(&str, Vec<u8>)]) -> Vec<u8> {
    // At least twice as many slots as entries, and one that is empty, so that a search ends soon.
    let slots = (2 * entries.len() + 1).next_power_of_two();
    let mut table = vec![0; slots];
    for (rank, (id, _)) in entries.iter().enumerate() {
        let mut slot = slot_of(id, slots);
        while table[slot] != 0 {
            slot = (slot + 1) & (slots - 1);
        }
        table[slot] = rank + 1;
    }
    let mut end = 0;
    let lengths = entries.iter().flat_map(|(id, entry)| [id.len(), entry.len()]);
    let ends = lengths.map(|length| {
        end += length;
        end
    });
    let numbers = [slots, entries.len()].into_iter().chain(table).chain(ends);
    let mut bytes: Vec<u8> = numbers.flat_map(|number| u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()).collect();
    for (id, entry) in entries {
        bytes.extend_from_slice(id.as_bytes());
        bytes.extend_from_slice(entry);
    }
    bytes
}

/// FNV-1a, 32 bits (Fowler, Noll and Vo), which is quick on a few letters and the same in the build and the program.
fn slot_of(id: &str, slots: usize) -> usize {
    let hash = id.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash as usize & (slots - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_found_by_its_id_and_nothing_else_is() {
        for count in [0, 1, 2, 3, 7, 8, 150] {
            let names: Vec<String> = (0..count).map(|i| format!("name-{i}")).collect();
            let entries: Vec<(&str, Vec<u8>)> = names.iter().map(|name| (name.as_str(), name.repeat(3).into_bytes())).collect();
            let bytes = encode(&entries);
            let table = Table::new(&bytes);
            assert_eq!(table.len(), count);
            for (rank, (id, entry)) in entries.iter().enumerate() {
                assert_eq!(table.rank(id), Some(rank));
                assert_eq!((table.id(rank), table.entry(rank)), (*id, entry.as_slice()));
            }
            for other in ["", "name", "name-150", "NAME-0"] {
                assert_eq!(table.rank(other), None, "{other:?} among {count}");
            }
        }
    }
}
