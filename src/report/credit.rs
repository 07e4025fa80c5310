//! Whose data an answer is made of.

use serde::Serialize;

use crate::model::About;

/// What a corpus says of itself that whoever uses its data has to pass on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Credit {
    /// What the corpus is called.
    pub title: Option<String>,
    /// Its license.
    pub license: Option<String>,
    /// Whom to name.
    pub attribution: Option<String>,
    /// Where it is published.
    pub url: Option<String>,
}

impl Credit {
    /// The credits of some corpora: of those that state a license or whom to name. A title alone obliges nobody.
    pub fn all(abouts: &[About]) -> Vec<Self> {
        let text = |text: &Option<String>| text.as_deref().map(str::to_owned).filter(|text| !text.is_empty());
        let credit = |about: &About| Self {
            title: text(&about.title),
            license: text(&about.license),
            attribution: text(&about.attribution),
            url: text(&about.url),
        };
        abouts.iter().map(credit).filter(|credit| credit.license.is_some() || credit.attribution.is_some()).collect()
    }

    /// All of them in one line, not yet safe to print: `Data: Acme roles, CC-BY-4.0, Acme Inc. (https://acme.example)`.
    pub fn line(credits: &[Self]) -> Option<String> {
        let credit = |credit: &Self| {
            let words: Vec<&str> =
                [&credit.title, &credit.license, &credit.attribution].into_iter().flatten().map(String::as_str).collect();
            match (words.join(", "), &credit.url) {
                (words, None) => words,
                (words, Some(url)) if words.is_empty() => url.clone(),
                (words, Some(url)) => format!("{words} ({url})"),
            }
        };
        let credits: Vec<String> = credits.iter().map(credit).collect();
        (!credits.is_empty()).then(|| format!("Data: {}", credits.join("; ")))
    }
}
