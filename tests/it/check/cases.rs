//! One corpus for each kind of problem.

use roles::diagnostic::Code;

/// Stands before the place at which a problem is to be found, and is not part of the text.
pub const HERE: char = '§';

/// A corpus with one problem: which, in which file, and its text with the place marked.
pub type Case = (Code, &'static str, &'static str);

pub const CASES: [Case; 34] = [
    (Code::UnknownKey, "a.yaml", "roles:\n  - id: probe\n    title: P\n    §dutys: []\n"),
    (Code::WrongValue, "a.yaml", "roles:\n  - id: probe\n    title: P\n    level: §chief\n"),
    (Code::RepeatedKey, "a.yaml", "roles:\n  - id: probe\n    title: P\n    §title: Q\n"),
    (Code::Unsupported, "a.yaml", "roles:\n  - id: probe\n    title: §&p P\n"),
    (Code::FileName, "roles/other.yaml", "id: §probe\ntitle: P\n"),
    (Code::Syntax, "a.yaml", "roles:\n  - id: probe\n    title: §\"P\n    acronym: PO\n"),
    (Code::MissingKey, "a.yaml", "roles:\n  - id: §probe\n"),
    (Code::BadId, "a.yaml", "roles:\n  - title: P\n    id: §Probe 1\n"),
    (Code::DuplicateId, "a.yaml", "roles:\n  - { id: probe, title: P }\n  - { id: §probe, title: Q }\n"),
    (Code::SharedName, "a.yaml", "roles:\n  - id: probe\n    title: §Chief Operating Officer\n"),
    (Code::UnknownReference, "a.yaml", "roles:\n  - id: probe\n    title: P\n    function: §salse\n"),
    (
        Code::ExtendsCircle,
        "a.yaml",
        "roles:\n  - { id: one, title: P, extends: §other }\n  - { id: other, title: Q, extends: one }\n",
    ),
    (Code::BroaderCircle, "a.yaml", "topics:\n  - { id: round, label: R, broader: §round }\n"),
    (
        Code::ReportingCircle,
        "a.yaml",
        "roles:\n  - id: probe\n    title: P\n    reporting: { reports_to: [{ to: §probe, how: usual }] }\n",
    ),
    (
        Code::LineFromAbove,
        "a.yaml",
        "roles:\n  - { id: below, title: B }\n  - id: probe\n    title: P\n    reporting: { direct_reports: [{ from: §below, how: usual }] }\n",
    ),
    (Code::PairId, "a.yaml", "pairs:\n  - id: §coo--cfo\n    roles: [cfo, coo]\n"),
    (Code::PairId, "a.yaml", "pairs:\n  - id: cfo--coo\n    roles: §[coo, cfo]\n"),
    (
        Code::ContrastSides,
        "a.yaml",
        "pairs:\n  - id: cfo--coo\n    roles: [cfo, coo]\n    contrasts:\n      - dimension: D\n        sides: §{ cfo: A }\n",
    ),
    (Code::Unused, "a.yaml", "topics:\n  - { label: Lonely, id: §lonely }\n"),
    (Code::Uncited, "a.yaml", "roles:\n  - id: probe\n    title: P\n    duties:\n      - §Digs\n"),
    (
        Code::RepeatedSource,
        "a.yaml",
        "roles:\n  - id: probe\n    title: P\n    summary: { text: Digs, sources: [s, §s] }\nsources:\n  - { id: s, title: T, publisher: P, grade: C }\n",
    ),
    (
        Code::RepeatedStatement,
        "a.yaml",
        "roles:\n  - id: probe\n    title: P\n    skills:\n      - Digging\n      - { text: §digging }\n",
    ),
    (Code::EmptyText, "a.yaml", "roles:\n  - id: probe\n    title: P\n    acronym: §\"\"\n"),
    (Code::OddCharacter, "a.yaml", "roles:\n  - id: probe\n    title: P\n    acronym: §\"P\\u202EO\"\n"),
    (Code::StraySpace, "a.yaml", "roles:\n  - id: probe\n    title: P\n    acronym: §\"PO \"\n"),
    (Code::BadUrl, "a.yaml", "sources:\n  - { id: s, title: T, publisher: P, grade: C, url: §ftp.example }\n"),
    (
        Code::BackwardRange,
        "a.yaml",
        "roles:\n  - id: probe\n    title: P\n    salary:\n      - { measure: base, low: 2, high: §1, currency: USD, per: year, source: s }\nsources:\n  - { id: s, title: T, publisher: P, grade: C }\n",
    ),
    (
        Code::NoAmount,
        "a.yaml",
        "roles:\n  - id: probe\n    title: P\n    salary:\n      - { measure: §base, currency: USD, per: year, source: s }\nsources:\n  - { id: s, title: T, publisher: P, grade: C }\n",
    ),
    (
        Code::ImplausibleAmount,
        "a.yaml",
        "roles:\n  - id: probe\n    title: P\n    salary:\n      - { measure: base, median: §0, currency: USD, per: year, source: s }\nsources:\n  - { id: s, title: T, publisher: P, grade: C }\n",
    ),
    (
        Code::UnknownCurrency,
        "a.yaml",
        "roles:\n  - id: probe\n    title: P\n    salary:\n      - { measure: base, median: 1, currency: §usd, per: year, source: s }\nsources:\n  - { id: s, title: T, publisher: P, grade: C }\n",
    ),
    (
        Code::OldSalary,
        "a.yaml",
        "roles:\n  - id: probe\n    title: P\n    salary:\n      - { measure: base, median: 1, currency: USD, per: year, as_of: §2019, source: s }\nsources:\n  - { id: s, title: T, publisher: P, grade: C }\n",
    ),
    // An address in what a corpus says of itself is an address too.
    (Code::BadUrl, "a.yaml", "about: { title: Ours, url: §ours.example }\nroles:\n  - { id: probe, title: P }\n"),
    (Code::StraySpace, "a.yaml", "about: { license: §\" MIT\" }\nroles:\n  - { id: probe, title: P }\n"),
    (Code::UnknownReference, "topics.yaml", "- { id: t, label: T, broader: §zzzz }\n"),
];
