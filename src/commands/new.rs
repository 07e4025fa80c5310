//! `roles new`: a role to fill in.

use clap::Args;

use super::complete;
use crate::corpus::Corpus;
use crate::error::Error;
use crate::model::{Role, is_id};
use crate::report::Answer;
use crate::text::{clean, count, is_unsafe, shorten};
use crate::yaml;

/// The fields after the first few, commented out, with hints and examples.
///
/// Fields have one `#`, hints two: uncommenting in an editor restores the fields and leaves the hints as comments.
const FIELDS: &str = include_str!("new/role.yaml");
const HEAD: &str = "\
# yaml-language-server: $schema=../schema.json

## Lines with one # are fields to fill in: take the # and the space after it away. Lines with two say
## what to write. Delete what you do not need: where nothing is known, nothing is said.";

/// The mark of the paragraph on duties.
const DUTIES: &str = "\n# duties:\n";

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  roles new plant-manager > roles/plant-manager.yaml
  roles new our-coo --extends coo --title \"COO at Acme\" > roles/our-coo.yaml")]
pub struct NewArgs {
    /// The id of the role, which is also the name of its file
    #[arg(value_name = "ROLE-ID")]
    id: String,

    /// The role whose fields it inherits
    #[arg(long, value_name = "ROLE", add = complete::roles())]
    extends: Option<String>,

    /// The full title [default: the words of the id, or the title of the extended role]
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
}

impl NewArgs {
    pub fn answer(&self, corpus: &Corpus) -> Result<Answer<'static>, Error> {
        // Two hyphens join the ids of a pair.
        if !is_id(&self.id) || self.id.contains("--") {
            return Err(invalid_id(&self.id));
        }
        let title = self.title.as_deref().map(str::trim);
        if let Some(title) = title.filter(|title| title.is_empty() || title.contains(is_unsafe)) {
            let message = format!("invalid title '{}'", clean(&shorten(title, 80)));
            return Err(Error::Request { message, help: vec!["write words on one line, like 'Plant Manager'".to_owned()] });
        }
        let base = self.extends.as_deref().map(|name| corpus.find_role(name)).transpose()?;
        Ok(Answer::text(role(&self.id, title, base)).noting(taken(corpus, &self.id)))
    }
}

/// The file.
fn role(id: &str, title: Option<&str>, base: Option<&Role>) -> String {
    let mut paragraphs = vec![HEAD.to_owned(), names(id, title, base)];
    for paragraph in FIELDS.trim_end().split("\n\n") {
        let shown = base.filter(|base| paragraph.contains(DUTIES) && !base.duties.is_empty());
        paragraphs.push(shown.map_or_else(|| paragraph.to_owned(), duties));
    }
    paragraphs.join("\n\n") + "\n"
}

/// The fields that say which role it is.
fn names(id: &str, title: Option<&str>, base: Option<&Role>) -> String {
    let extends = base.map_or_else(String::new, |base| {
        format!("\nextends: {}    # {}: all that is left out here is taken over from it", scalar(&base.id), base.title)
    });
    let (mark, title) = match (title, base) {
        (Some(title), _) => ("", title.to_owned()),
        (None, Some(base)) => ("# ", base.title.clone()),
        (None, None) => ("", words(id)),
    };
    format!("id: {}{extends}\n{mark}title: {}", scalar(id), scalar(&title))
}

/// The duties of another role, to copy and change.
fn duties(base: &Role) -> String {
    let mut lines = vec![
        "## What the role does. A list that is given takes the place of the other role's as a whole, so keep".to_owned(),
        format!("## what still holds of the {} of the {}:", count(base.duties.len(), "duty", "duties"), base.title),
        "# duties:".to_owned(),
    ];
    for duty in &base.duties {
        let topic = duty.topic.iter().map(|topic| format!("topic: {}", scalar(topic)));
        let text = [format!("text: {}", scalar(&duty.text))];
        let sources = (!duty.sources.is_empty()).then(|| format!("sources: [{}]", duty.sources.join(", ")));
        for (i, line) in topic.chain(text).chain(sources).enumerate() {
            lines.push(format!("# {} {line}", if i == 0 { "-" } else { " " }));
        }
    }
    lines.join("\n")
}

/// A text as YAML, in quotes where it needs them.
fn scalar(text: &str) -> String {
    // Writing a text cannot fail.
    yaml::write(&text).unwrap_or_default().trim_end().to_owned()
}

/// An id as a title: `plant-manager` becomes `Plant Manager`.
fn words(id: &str) -> String {
    let capital = |word: &str| word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect::<String>();
    id.split('-').map(capital).collect::<Vec<_>>().join(" ")
}

/// The notice when the id is taken.
fn taken(corpus: &Corpus, id: &str) -> Option<String> {
    let title = clean(&corpus.posts.get(id)?.title);
    Some(format!("note: '{id}' is the {title} already: in a corpus on top, this role replaces it"))
}

fn invalid_id(word: &str) -> Error {
    let parts: Vec<String> =
        word.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).map(str::to_ascii_lowercase).collect();
    let mut help = vec!["use lower-case letters, digits and single hyphens".to_owned()];
    if !parts.is_empty() {
        help.push(format!("like this: roles new {}", shorten(&parts.join("-"), 80)));
    }
    Error::Request { message: format!("invalid id '{}'", clean(&shorten(word, 80))), help }
}
