//! Corpora with one problem each.

use roles::diagnostic::Code;

/// Stands before the place at which a problem is to be found, and is not part of the text.
pub const HERE: char = '§';

/// A role on the built-in corpus, with a line of its own.
pub fn probe(line: &str) -> String {
    format!("roles:\n  - id: probe\n    title: P\n    {line}\n")
}

/// The line of a salary figure with some amounts.
pub fn paid(amounts: &str) -> String {
    format!("salary: [{{ {amounts}, measure: base, currency: USD, per: year, source: shrm-ceg-2016 }}]")
}

/// Lines of a role with one problem, and what its message or its help says.
pub const LINES: [(Code, &str, &str); 28] = [
    (Code::UnknownKey, "§dutise: []", "did you mean 'duties'?"),
    (Code::UnknownKey, "duties: [{ text: T, §colour: red }]", "'sources'"),
    (Code::WrongValue, "level: §c-sweet", "'c-suite'"),
    (Code::WrongValue, "requirements: { experience: [{ kind: total, years: §ten }] }", "10-15"),
    (Code::RepeatedKey, "§title: Q", "line 3"),
    (Code::Unsupported, "acronym: §&p P", "anchors"),
    (Code::Syntax, "acronym: §\"P\n    level: staff", "same quote"),
    (Code::SharedName, "alternate_titles: [§Chief Operating Officer]", "'coo'"),
    (Code::UnknownReference, "function: §salse", "did you mean 'sales'?"),
    (Code::UnknownReference, "duties: [{ topic: §budgetting, text: T }]", "did you mean 'budgeting'?"),
    (Code::UnknownReference, "duties: [{ text: T, sources: [§shrm-ceg-2061] }]", "did you mean 'shrm-ceg-2016'?"),
    (Code::UnknownReference, "career: { to: [{ role: §vp-slaes }] }", "did you mean 'vp-sales'?"),
    (Code::UnknownReference, "reporting: { reports_to: [{ to: §vp-slaes, how: usual }] }", "did you mean 'vp-sales'?"),
    (Code::UnknownReference, "reporting: { oversees: [{ function: §salse, how: usual }] }", "did you mean 'sales'?"),
    (Code::ReportingCircle, "reporting: { reports_to: [{ to: §probe, how: usual }] }", "probe -> probe"),
    (Code::Uncited, "duties: [§Digs]", "sources: [ID]"),
    (Code::RepeatedSource, "summary: { text: Digs, sources: [shrm-ceg-2016, §shrm-ceg-2016] }", "twice"),
    (Code::RepeatedStatement, "skills: [Digging, { text: §digging }]", "say it once"),
    (Code::EmptyText, "acronym: §\"\"", "leave the key out"),
    (Code::EmptyText, "duties: [{ text: §\"  \" }]", "leave the key out"),
    (Code::OddCharacter, "acronym: §\"Pat\\e[31mience\"", "\\u{1b}"),
    (Code::OddCharacter, "acronym: §Pat\u{200b}ience", "\\u{200b}"),
    (Code::OddCharacter, "summary: { text: §Pat\u{202e}ience, sources: [shrm-ceg-2016] }", "\\u{202e}"),
    (Code::OddCharacter, "archetypes: [{ name: §The\u{2066}Digger, text: Digs }]", "\\u{2066}"),
    (Code::StraySpace, "acronym: §\"PO \"", "remove the space"),
    (Code::BackwardRange, "requirements: { experience: [{ kind: total, years: §15-10 }] }", "15-10"),
    (Code::UnknownCurrency, "salary: [{ median: 1, measure: base, currency: §usd, per: year }]", "USD"),
    (Code::NoAmount, "salary: [{ measure: §base, currency: USD, per: year }]", "no amount"),
];

/// The same of a salary figure.
pub const FIGURES: [(Code, &str, &str); 8] = [
    (Code::WrongValue, "median: §\"150,000\"", "160000"),
    (Code::WrongValue, "median: 1, as_of: §May 2020", "2024-09"),
    (Code::WrongValue, "median: 1, as_of: §2020-13", "2024-09"),
    (Code::BackwardRange, "p25: 160000, median: §150000", "p25"),
    (Code::ImplausibleAmount, "median: §0", "plausible"),
    (Code::ImplausibleAmount, "high: §99999999999999", "plausible"),
    (Code::OddCharacter, "median: 1, survey: §s\u{200d}s", "\\u{200d}"),
    (Code::OldSalary, "median: 1, as_of: §2019", "6 years"),
];

/// Files with one problem.
pub const FILES: [(Code, &str, &str); 17] = [
    (Code::FileName, "roles/other.yaml", "id: §probe\ntitle: P\n"),
    (Code::MissingKey, "a.yaml", "roles:\n  - id: §probe\n"),
    (Code::BadId, "a.yaml", "roles:\n  - title: P\n    id: §Probe 1\n"),
    (Code::DuplicateId, "a.yaml", "roles:\n  - { id: probe, title: P }\n  - { id: §probe, title: Q }\n"),
    (Code::ExtendsCircle, "a.yaml", "roles: [{ id: a, title: P, extends: §b }, { id: b, extends: a }]"),
    (Code::BroaderCircle, "a.yaml", "topics:\n  - { id: round, label: R, broader: §round }\n"),
    (
        Code::LineFromAbove,
        "a.yaml",
        "roles:\n- { id: b, title: B }\n- id: a\n  title: A\n  reporting: { direct_reports: [{ from: §b, how: usual }] }\n",
    ),
    (Code::PairId, "a.yaml", "pairs:\n  - id: §coo--cfo\n    roles: [cfo, coo]\n"),
    (Code::PairId, "a.yaml", "pairs:\n  - id: cfo--coo\n    roles: §[coo, cfo]\n"),
    (Code::ContrastSides, "a.yaml", "id: cfo--coo\nroles: [cfo, coo]\ncontrasts: [{ dimension: D, sides: §{ cfo: A } }]"),
    (Code::Unused, "a.yaml", "topics:\n  - { label: Lonely, id: §lonely }\n"),
    (Code::Unused, "sources.yaml", "- { title: T, publisher: P, grade: C, id: §s }\n"),
    (Code::BadUrl, "a.yaml", "sources:\n  - { id: s, title: T, publisher: P, grade: C, url: §ftp.example }\n"),
    // An address in what a corpus says of itself is an address too.
    (Code::BadUrl, "a.yaml", "about: { title: Ours, url: §ours.example }\nroles:\n  - { id: probe, title: P }\n"),
    (Code::StraySpace, "about.yaml", "license: §\" MIT\"\n"),
    (Code::UnknownReference, "topics.yaml", "- { id: t, label: T, broader: §zzzz }\n"),
    (Code::RepeatedStatement, "pairs/cfo--coo.yaml", "id: cfo--coo\nroles: [cfo, coo]\nchoice: [A, §a]\n"),
];
