//! Credits for the data of an answer.

use crate::model::About;

/// The corpora that state a license or an attribution, which their users must pass on. A title alone imposes no duty.
pub fn credits(abouts: &[About]) -> Vec<About> {
    let said = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let credit = |About { title, license, attribution, url }: &About| About {
        title: said(title),
        license: said(license),
        attribution: said(attribution),
        url: said(url),
    };
    abouts.iter().map(credit).filter(|credit| credit.license.is_some() || credit.attribution.is_some()).collect()
}

/// All credits in one line, not yet safe to print: `Data: Acme roles, CC-BY-4.0, Acme Inc. (https://acme.example)`.
pub fn credit_line(credits: &[About]) -> Option<String> {
    let credit = |about: &About| {
        let words = [&about.title, &about.license, &about.attribution].into_iter().flatten().map(String::as_str);
        let words = words.collect::<Vec<_>>().join(", ");
        about.url.as_ref().map_or_else(|| words.clone(), |url| format!("{words} ({url})"))
    };
    (!credits.is_empty()).then(|| format!("Data: {}", credits.iter().map(credit).collect::<Vec<_>>().join("; ")))
}
