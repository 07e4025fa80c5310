//! Addresses as readers may follow them.

/// An address that a reader may follow, in ASCII, with what would end it early or mislead the eye percent-encoded; none where
/// it is not one of the web.
pub(super) fn web_address(url: &str) -> Option<String> {
    let is_web = ["http://", "https://"].iter().any(|scheme| url.starts_with(scheme));
    let is_harmless = |byte: u8| byte.is_ascii_graphic() && !b"<>\"'\\".contains(&byte);
    let encoded = |byte: u8| if is_harmless(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    is_web.then(|| url.bytes().map(encoded).collect())
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
            assert_eq!(web_address(url).as_deref(), expected, "{url:?}");
        }
    }
}
