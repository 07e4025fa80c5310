//! Credits for the data of an answer.

use serde::Serialize;

use crate::model::About;

/// The license and attribution that users of a corpus must pass on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Credit {
    pub title: Option<String>,
    pub license: Option<String>,
    pub attribution: Option<String>,
    pub url: Option<String>,
}

impl Credit {
    /// The credits of the corpora that state a license or an attribution. A title alone imposes no duty.
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

    /// All credits in one line, not yet safe to print: `Data: Acme roles, CC-BY-4.0, Acme Inc. (https://acme.example)`.
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
