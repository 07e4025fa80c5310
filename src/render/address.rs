//! Addresses as readers may follow them.

use crate::text::is_unsafe;

/// An address that a reader may follow, with what would end it early or mislead the eye percent-encoded; none where it is
/// not one of the web.
pub(super) fn web_address(url: &str) -> Option<String> {
    let is_web = ["http://", "https://"].iter().any(|scheme| url.starts_with(scheme));
    is_web.then(|| {
        let mut address = String::with_capacity(url.len());
        for character in url.chars() {
            if matches!(character, ' ' | '<' | '>' | '"' | '\'' | '\\') || is_unsafe(character) {
                address.extend(character.encode_utf8(&mut [0; 4]).bytes().map(|byte| format!("%{byte:02X}")));
            } else {
                address.push(character);
            }
        }
        address
    })
}

/// The same in ASCII, as the target of a link in an escape code, which nothing in it can end.
pub(super) fn link_target(url: &str) -> Option<String> {
    let encoded = |byte: u8| if byte.is_ascii_graphic() { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    web_address(url).map(|address| address.bytes().map(encoded).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_followed_and_nothing_in_them_ends_a_link() {
        for (url, expected) in [
            ("https://example.com/a?b=c#d", Some("https://example.com/a?b=c#d")),
            ("http://example.com/ä b\\;x", Some("http://example.com/%C3%A4%20b%5C;x")),
            ("https://example.com/\u{1b}\\\u{7}\u{202e}\">", Some("https://example.com/%1B%5C%07%E2%80%AE%22%3E")),
            ("javascript:alert(1)", None),
            ("file:///etc/passwd", None),
            ("//example.com", None),
            ("", None),
        ] {
            assert_eq!(link_target(url).as_deref(), expected, "{url:?}");
        }
    }
}
