//! Forms of one word, told from other words of the same stem.

/// English endings that do not change the word.
const ENDINGS: [&str; 10] = ["", "s", "es", "e", "d", "ed", "ing", "y", "ies", "ied"];

/// Whether two words of one stem are forms of one word, as "cut" and "cutting" are, and "control" and "controller" are not.
pub(super) fn are_forms(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let common: usize = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let last = one[..common].chars().next_back();
    // A consonant may be doubled before an ending.
    let is_ending = |rest: &str| ENDINGS.contains(&rest) || last.and_then(|last| rest.strip_prefix(last)).is_some_and(is_verbal);
    is_ending(&one[common..]) && is_ending(&other[common..])
}

fn is_verbal(ending: &str) -> bool {
    matches!(ending, "ed" | "ing")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_make_forms_and_not_words() {
        for (one, other) in [("cut", "cutting"), ("Costs", "cost"), ("manage", "managing"), ("policy", "policies"), ("a", "a")] {
            assert!(are_forms(one, other) && are_forms(other, one), "{one} {other}");
        }
        for (one, other) in [("control", "controller"), ("manage", "manager"), ("lead", "leader"), ("operate", "operations")] {
            assert!(!are_forms(one, other) && !are_forms(other, one), "{one} {other}");
        }
    }
}
