//! Corpora of any number of roles that are as realistic as the built-in ones: each is made of what those say.

use std::fs;
use std::path::Path;

use anyhow::{Result, anyhow};
use roles::builtin;
use roles::model::{How, Role, SalaryFigure, Statement, Superior};
use roles::yaml;

/// How many roles report to one.
const SPAN: usize = 8;

/// Writes a file for each role to `roles/` in a folder. The same number gives the same files.
pub fn write(size: usize, folder: &Path) -> Result<()> {
    let folder = folder.join("roles");
    fs::create_dir_all(&folder)?;
    let models: Vec<&Role> = builtin::corpus().roles.iter().collect();
    let mut chance = Chance(size as u64);
    for number in 1..=size {
        let role = role(number, &models, &mut chance);
        let text = yaml::write(&role).map_err(|error| anyhow!(error))?;
        fs::write(folder.join(format!("r{number}.yaml")), text)?;
    }
    Ok(())
}

fn role<'a>(number: usize, models: &[&Role], chance: &mut Chance) -> Role {
    let mut role = (*chance.one_of(models)).clone();
    role.id = String::from(format!("r{number}"));
    role.title = String::from(format!("{} of Unit {number}", role.title));
    role.acronym = None;
    role.alternate_titles.clear();
    role.reporting.direct_reports.clear();
    // A tree, so that there is a way up to the first role from everywhere.
    let superior = if number == 1 { "ceo".to_owned() } else { format!("r{}", (number - 2) / SPAN + 1) };
    let sources: Vec<String> = role.reporting.reports_to.first().map(|line| line.sources.clone()).unwrap_or_default();
    role.reporting.reports_to = vec![Superior { to: String::from(superior), how: How::Usual, when: None, sources }];
    let others: Vec<&Role> = (0..2).map(|_| *chance.one_of(models)).collect();
    mix(&mut role.duties, others.iter().map(|other| &other.duties), number, chance);
    mix(&mut role.skills, others.iter().map(|other| &other.skills), number, chance);
    mix(&mut role.metrics, others.iter().map(|other| &other.metrics), number, chance);
    mix(&mut role.challenges, others.iter().map(|other| &other.challenges), number, chance);
    role.salary.iter_mut().for_each(|figure| shift(figure, chance));
    role
}

/// Replaces about half of some statements by those of other roles, and says some of them with other words.
fn mix<'r, 'a: 'r>(own: &mut [Statement], others: impl Iterator<Item = &'r Vec<Statement>>, number: usize, chance: &mut Chance) {
    let others: Vec<&Statement> = others.flatten().collect();
    for (place, statement) in own.iter_mut().enumerate() {
        if !others.is_empty() && chance.below(2) == 0 {
            *statement = (*chance.one_of(&others)).clone();
        }
        // No list may say the same twice.
        statement.text = String::from(format!("{} in unit {number}, part {}", statement.text, place + 1));
    }
}

/// Moves all amounts of a figure by the same share, so that their order stays.
fn shift(figure: &mut SalaryFigure, chance: &mut Chance) {
    let percent = 80 + chance.below(41) as u64;
    let amounts = [&mut figure.average, &mut figure.median, &mut figure.midpoint, &mut figure.low, &mut figure.high];
    let percentiles = [&mut figure.p10, &mut figure.p25, &mut figure.p75, &mut figure.p90];
    for amount in amounts.into_iter().chain(percentiles).flatten() {
        amount.value = (amount.value * percent / 100).max(1);
    }
}

/// Numbers that look drawn by chance and are the same in every run (Knuth's linear congruential generator, MMIX).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // The upper bits are the random ones.
        (self.0 >> 33) as usize % limit
    }

    fn one_of<'t, T>(&mut self, things: &'t [T]) -> &'t T {
        &things[self.below(things.len())]
    }
}
