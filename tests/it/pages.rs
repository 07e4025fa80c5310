//! Pages of HTML, opened in Chromium as their readers do: `tests/web/pages.mjs` says what is wrong with them.
//!
//! Without Chromium, Node or the packages of `tests/web` this is skipped, and says so.

use std::cell::Cell;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use roles::terminal::Terminal;
use serde_json::{Value, json};

/// Texts that would like to be something else, each by its own way out of where it stands.
const HOSTILE: [&str; 15] = [
    "<script>__hit=1</script>",
    "\"><img src=x onerror=__hit=1>",
    "' onmouseover='__hit=1' autofocus onfocus='__hit=1",
    "</style><script>__hit=1</script><style>*{display:none}",
    "</title></caption></table><svg onload=__hit=1>",
    "<a href=\"javascript:__hit=1\">click</a><meta http-equiv=refresh content=0>",
    "&lt;b&gt; &amp; &#x3c;script&#x3e; &quot;",
    "--><!--<![CDATA[ ]]>",
    "`${__hit=1}` {{__hit=1}} {% x %} <?php __hit ?> <%= __hit %>",
    "[1][2] [9999] [x] # * _ |",
    "an_unbroken_word_that_is_longer_than_any_screen_is_wide_and_has_no_place_where_it_could_be_broken_into_lines_at_all_an_unbroken_word",
    "المدير التنفيذي שלום",
    "最高執行責任者は会社の日々の運営を担い戦略を結果に変える最高執行責任者は会社の日々の運営を担う",
    "👩🏽 a\u{301}\u{301}\u{301}",
    "x",
];

/// What no corpus may say, and what is said of it all the same.
const ODD: &str = "\u{202e}gpj.exe \u{200b}\u{7}\u{1b}[31m";

/// Addresses that would like to be more.
const ADDRESSES: [&str; 4] = [
    "https://example.com/\"onmouseover=\"__hit=1",
    "https://example.com/'><script>__hit=1</script>",
    "http://example.com/%22%3E `\\{}|^",
    "https://example.com/an_unbroken_address_that_is_longer_than_any_screen_is_wide?and=more&of=it#an_unbroken_address_that_is_longer",
];

/// The output of the program, whatever its status.
fn answer(args: &[&str]) -> String {
    let args = ["roles"].iter().chain(args).map(OsString::from).chain(["--format", "html"].map(OsString::from));
    let mut out = Vec::new();
    roles::run(args, &Terminal::default(), &mut out).unwrap_or_else(|error| panic!("{error}"));
    String::from_utf8(out).expect("a page is UTF-8")
}

/// A corpus with a hostile text in every place that takes one.
fn hostile_corpus(roles: usize) -> Value {
    let said = Cell::new(0_usize);
    let text = || {
        said.set(said.get() + 1);
        format!("{} {}", HOSTILE[said.get() % HOSTILE.len()], said.get())
    };
    let sources = json!(["s0", "s3"]);
    let statement = |topic: Option<&str>| json!({ "topic": topic, "text": text(), "sources": sources });
    let named = || json!({ "name": text(), "topic": "t1", "text": text(), "sources": sources });
    let role = |i: usize| {
        let mut role = json!({
            "id": format!("r{i}"),
            "title": text(),
            "acronym": text(),
            "alternate_titles": [text(), text()],
            "acronym_also_means": [{ "text": text(), "sources": sources }],
            "level": "c-suite",
            "function": "f1",
            "summary": { "text": text(), "sources": sources },
            "archetypes": [named(), named()],
            "requirements": {
                "education": [{ "degree": "bachelor", "need": "minimum", "note": text(), "sources": sources }],
                "experience": [{ "kind": "total", "years": "10+", "note": text(), "sources": sources }],
                "backgrounds": [statement(Some("t2"))],
            },
            "reporting": {
                "reports_to": [{ "to": "p1", "how": "usual", "when": text(), "sources": sources }],
                "direct_reports": [{ "from": "p2", "how": "sometimes", "when": text(), "sources": sources }],
                "oversees": [{ "function": "f1", "how": "usual", "sources": sources }],
            },
            "career": { "from": [{ "role": "p2", "note": text(), "sources": sources }], "to": [{ "role": "p1", "sources": sources }] },
            "salary": [
                {
                    "measure": "base", "median": 100_000 + i * 1000, "low": 50_000, "high": "450000+", "currency": "USD", "per": "year",
                    "region": text(), "population": text(), "note": text(), "source": "s3",
                },
                { "measure": "base", "median": 120_000, "currency": "USD", "per": "year", "source": "s1" },
            ],
        });
        for facet in ["duties", "skills", "metrics", "impact", "challenges", "work_environment", "standing", "variations"] {
            let topics = [Some("t1"), if i.is_multiple_of(2) { Some("t2") } else { Some("t3") }, Some("t4"), None];
            role[facet] = topics.into_iter().map(statement).collect();
        }
        for facet in ["hire_when", "compensation", "disagreements"] {
            role[facet] = json!([statement(Some("t1")), statement(None)]);
        }
        role
    };
    let case = |illustrative| json!({ "title": text(), "illustrative": illustrative, "text": text(), "outcome": text(), "sources": sources });
    let topic = |id: &str, broader: Option<&str>| json!({ "id": id, "label": text(), "broader": broader });
    let source = |(i, url): (usize, &&str)| json!({ "id": format!("s{i}"), "title": text(), "publisher": text(), "url": url, "published": 2020, "grade": "C", "note": text() });
    json!({
        "about": { "title": text(), "license": text(), "attribution": text(), "url": ADDRESSES[1] },
        "roles": (1..=roles).map(role).collect::<Vec<_>>(),
        "pairs": [{
            "id": "r1--r2", "roles": ["r1", "r2"],
            "contrasts": [{ "dimension": text(), "sides": { "r1": text(), "r2": text() }, "sources": sources }],
            "collaboration": [statement(None)], "overlaps": [statement(None)], "conflicts": [statement(None)], "choice": [statement(None)],
            "cases": [case(true), case(false)],
            "questions": [{ "question": text(), "answer": text(), "sources": sources }],
        }],
        "topics": [topic("t0", None), topic("t1", None), topic("t2", Some("t0")), topic("t3", Some("t0")), topic("t4", None)],
        "functions": [{ "id": "f1", "label": text() }],
        "positions": [{ "id": "p1", "title": text(), "alternate_titles": [text()] }, { "id": "p2", "title": text() }],
        "sources": ADDRESSES.iter().enumerate().map(source).collect::<Vec<_>>(),
    })
}

/// A line of roles, each reporting to the one before.
fn deep_corpus(roles: usize) -> Value {
    let role = |i: usize| {
        let reports_to = if i == 0 { json!([]) } else { json!([{ "to": format!("r{}", i - 1), "how": "usual" }]) };
        json!({ "id": format!("r{i}"), "title": format!("Role {i}"), "reporting": { "reports_to": reports_to } })
    };
    json!({ "roles": (0..roles).map(role).collect::<Vec<_>>() })
}

/// Writes a corpus to a file.
fn put(folder: &Path, name: &str, corpus: &Value) -> String {
    let path = folder.join(name);
    fs::write(&path, corpus.to_string()).unwrap();
    path.to_string_lossy().into_owned()
}

/// Pages of every kind of answer, from the built-in corpus and from hostile ones.
fn pages(folder: &Path) -> Vec<(String, String)> {
    let mut pages: Vec<(String, String)> = [
        ("two", "compare coo cco"),
        ("four", "compare cfo coo cmo cso --section requirements,reporting,salary,together"),
        ("all", "compare cfo coo cmo cso cro cco vp-sales-ops --section skills,career"),
        ("alike", "compare coo coo --section skills,salary"),
        ("brief", "compare cfo cro --brief"),
        ("shared", "compare cso cmo --only shared --section duties,impact"),
        ("profile", "show cro"),
        ("profiles", "show cfo cmo"),
        ("position", "show ceo"),
        ("list", "list"),
        (
            "list-of-all",
            "list --columns id,title,acronym,alternate_titles,level,function,reports_to,oversees,salary_min,salary_max,summary",
        ),
        ("nothing", "list --reports-to vp-sales-ops"),
        ("pay", "salary"),
        ("pay-of-two", "salary coo cco"),
        ("tree", "tree --all --sources"),
        ("tree-of-one", "tree coo"),
        ("path", "path vp-sales ceo"),
        ("search", "search sales forecast"),
        ("sources", "sources"),
        ("codes", "check --list-codes"),
    ]
    .map(|(name, line)| (format!("{name}.html"), answer(&line.split(' ').collect::<Vec<_>>())))
    .into();

    let roles = ["cfo", "coo", "cmo", "cso", "cro", "cco", "vp-sales-ops"];
    for (i, one) in roles.iter().enumerate() {
        let others = roles[i + 1..].iter();
        pages.extend(others.map(|other| (format!("{one}-{other}.answer.html"), answer(&["compare", one, other]))));
    }

    let hostile = hostile_corpus(6);
    let path = put(folder, "hostile.yaml", &hostile);
    let mut changed = hostile.clone();
    for (i, role) in changed["roles"].as_array_mut().unwrap().iter_mut().enumerate() {
        role["duties"][i % 4]["text"] = json!(format!("{} and more", HOSTILE[i]));
        role["title"] = json!(HOSTILE[i + 6]);
        role["salary"][0]["median"] = json!(1);
    }
    let changed = put(folder, "changed.yaml", &changed);
    let mut unsound = hostile;
    for (i, role) in unsound["roles"].as_array_mut().unwrap().iter_mut().enumerate() {
        role["function"] = json!(HOSTILE[i]);
        role["skills"][0]["text"] = json!(ODD);
        role["duties"][0]["topic"] = json!(HOSTILE[i + 6]);
        role[HOSTILE[i]] = json!(1);
    }
    let unsound = put(folder, "unsound.yaml", &unsound);
    let own = ["--no-builtin", "--corpus", &path];
    for (name, line) in [
        ("two", "compare r1 r2"),
        ("six", "compare r1 r2 r3 r4 r5 r6 --section overview,duties,salary,together"),
        ("profile", "show r1"),
        ("profiles", "show r1 r2 r3 r4 r5 --section overview,skills"),
        ("position", "show p1"),
        ("list", "list --columns id,title,acronym,alternate_titles,level,function,reports_to,salary_max,summary,origin"),
        ("sources", "sources"),
        ("pay", "salary"),
        ("pay-of-two", "salary r1 r2"),
        ("tree", "tree --all --sources"),
        ("path", "path p2 p1"),
        ("search", "search hit script"),
    ] {
        let args: Vec<&str> = line.split(' ').chain(own).collect();
        pages.push((format!("{name}.hostile.html"), answer(&args)));
    }
    let deep = put(folder, "deep.yaml", &deep_corpus(60));
    pages.push(("deep.html".to_owned(), answer(&["tree", "--no-builtin", "--corpus", &deep])));
    pages.push(("changes.hostile.html".to_owned(), answer(&["diff", &path, &changed])));
    pages.push(("problems.hostile.html".to_owned(), answer(&["check", "--no-builtin", &unsound])));
    pages
}

#[test]
fn no_text_of_a_corpus_becomes_markup() {
    let folder = tempfile::tempdir().unwrap();
    for (name, page) in pages(folder.path()) {
        let plain = page.to_lowercase();
        for forbidden in
            ["<script", "<img", "<svg onload", "<meta http-equiv=refresh", "href=\"javascript:", "href=\"data:", "<!--"]
        {
            assert!(!plain.contains(forbidden), "{name}: {forbidden}");
        }
        // A browser would pass over the second of two.
        let twice = page.split('<').find(|tag| tag.split('>').next().unwrap_or_default().matches(" class=\"").count() > 1);
        assert_eq!(twice, None, "{name}: a class twice");
        assert!(!page.chars().any(|c| c != '\n' && roles::text::is_unsafe(c)), "{name}");
        assert!(page.starts_with("<!DOCTYPE html><html lang=\"en\">") && page.ends_with("</html>\n"), "{name}");
        if name.contains("hostile") {
            assert!(page.contains("&lt;script&gt;__hit=1&lt;/script&gt;"), "{name}: what was said is still to be read");
        }
    }
}

#[test]
fn a_browser_finds_nothing_wrong_with_any_page() -> io::Result<()> {
    let web = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/web");
    let Some(chromium) = chromium() else { return skip("there is no Chromium") };
    if !web.join("node_modules/puppeteer-core").exists() || !web.join("node_modules/axe-core").exists() {
        return skip("the packages of tests/web are not installed: npm ci --prefix tests/web --ignore-scripts");
    }
    if !runs(Command::new("node").arg("--version")) {
        return skip("there is no Node");
    }
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<PathBuf> = pages(folder.path())
        .into_iter()
        .map(|(name, page)| {
            let path = folder.path().join(name);
            fs::write(&path, page).unwrap();
            path
        })
        .collect();
    let mut node = Command::new("node");
    node.arg(web.join("pages.mjs")).arg(folder.path().join("browser")).args(&files).env("CHROMIUM", chromium);
    let output = node.output().expect("Node starts");
    let report = String::from_utf8_lossy(&output.stdout);
    let talk = String::from_utf8_lossy(&output.stderr);
    let wrong: Vec<&str> = report.lines().filter(|line| !line.ends_with("\"problems\":[]}")).collect();
    let all = report.lines().count() == files.len();
    assert!(output.status.success() && all && wrong.is_empty(), "{}\n{talk}", wrong.join("\n"));
    Ok(())
}

fn skip(reason: &str) -> io::Result<()> {
    // Past the harness, which keeps what a test prints to itself.
    writeln!(io::stderr(), "skipped, pages are not opened: {reason}")
}

fn runs(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

fn chromium() -> Option<PathBuf> {
    let given = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].map(PathBuf::from);
    given.into_iter().chain(usual).find(|path| path.exists())
}
