//! Any bytes as the file of a corpus: it is loaded or refused with messages that are safe to print.

#![no_main]

use libfuzzer_sys::fuzz_target;
use roles::corpus::Files;
use roles::diagnostic::Diagnostic;
use roles::text::is_unsafe;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let files = Files::of_texts([("fuzz.yaml".to_owned(), text.to_owned())]);
    match files.load(None, Some(2030)) {
        Ok(loaded) => assert!(loaded.warnings.iter().all(is_safe)),
        Err(problems) => {
            assert!(!problems.is_empty());
            for problem in &problems {
                assert!(is_safe(problem), "{problem:?}");
                // What is left open shows at the end, which may be a line of its own.
                let lines = text.split(['\n', '\r']).count();
                assert!(problem.spot.place.is_none_or(|place| (1..=lines).contains(&place.line)), "{problem:?}");
            }
        }
    }
});

fn is_safe(problem: &Diagnostic) -> bool {
    [&problem.message].into_iter().chain(&problem.help).all(|text| !text.contains(is_unsafe))
}
