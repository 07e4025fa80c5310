//! Sound corpora of two to four roles made of any bytes: they are compared, nothing is lost, and every format can be written.

#![no_main]

use std::ffi::OsString;
use std::fmt::Write as _;

use libfuzzer_sys::fuzz_target;
use roles::render::Format;
use roles::terminal::Terminal;

/// Words of which statements are made: alike, of one stem, empty of meaning, wide, and of other scripts.
const WORDS: [&str; 16] = [
    "sales", "selling", "plans", "planned", "budget", "the", "of", "and", "team", "teams", "Ümlaut", "市場", "🙂", "|", "<b>", "=1+1",
];
const TOPICS: [&str; 4] = ["money", "people", "plants", "growth"];
const FACETS: [&str; 5] = ["duties", "skills", "metrics", "challenges", "hire_when"];

fuzz_target!(|data: &[u8]| {
    let Some((&first, mut rest)) = data.split_first() else { return };
    let count = 2 + usize::from(first % 3);
    let mut all_said = Vec::new();
    let mut text = String::from("topics:\n");
    for (i, topic) in TOPICS.iter().enumerate() {
        let broader = if i > 1 { ", broader: money" } else { "" };
        let _ = writeln!(text, "  - {{ id: {topic}, label: {topic}{broader} }}");
    }
    text.push_str("roles:\n");
    for number in 0..count {
        let _ = writeln!(text, "  - id: r{number}\n    title: Role {number}");
        for facet in FACETS {
            let Some((&statements, mut left)) = rest.split_first() else { break };
            let mut said: Vec<String> = Vec::new();
            let _ = write!(text, "    {facet}:");
            for _ in 0..statements % 6 {
                let Some((&head, words)) = left.split_first() else { break };
                let length = usize::from(head >> 5) + 1;
                let taken = &words[..length.min(words.len())];
                left = &words[taken.len()..];
                let spoken: Vec<&str> = taken.iter().map(|&byte| WORDS[usize::from(byte) % WORDS.len()]).collect();
                let spoken = spoken.join(" ");
                if spoken.is_empty() || said.contains(&spoken.to_lowercase()) {
                    continue;
                }
                said.push(spoken.to_lowercase());
                match TOPICS.get(usize::from(head & 7)) {
                    Some(topic) => {
                        let _ = write!(text, "\n      - {{ topic: {topic}, text: \"{spoken}\" }}");
                    }
                    None => {
                        let _ = write!(text, "\n      - \"{spoken}\"");
                    }
                }
                all_said.push(spoken);
            }
            text.push_str(if said.is_empty() { " []\n" } else { "\n" });
            rest = left;
        }
    }
    let path = std::env::temp_dir().join(format!("roles-fuzz-{}.yaml", std::process::id()));
    std::fs::write(&path, &text).expect("writing to the temporary folder");
    let run = |format: Format| {
        let ids = (0..count).map(|number| format!("r{number}"));
        let width = (20 + usize::from(first)).to_string();
        let options = ["--section", "duties,skills,metrics,challenges,hiring", "--no-builtin", "--format", format.key(), "--width", &width];
        let args = ["roles", "compare"].map(str::to_owned).into_iter().chain(ids).chain(options.map(str::to_owned));
        let args = args.map(OsString::from).chain([OsString::from("--corpus"), path.clone().into_os_string()]);
        let mut out = Vec::new();
        roles::run(args, &Terminal::default(), &mut out).unwrap_or_else(|error| panic!("{text}\n{error}"));
        String::from_utf8(out).expect("an answer is UTF-8")
    };
    let records = run(Format::Tsv);
    for said in all_said {
        assert!(records.split(['\t', '\n']).any(|field| field == said), "{said} is lost of\n{text}\nin\n{records}");
    }
    // One more format a run, so that the runs stay quick; the first byte draws it.
    run(Format::GENERAL[usize::from(first / 3) % Format::GENERAL.len()]);
});
