//! A corpus as plain data: roles, pairs, the vocabulary and the bibliography.
//!
//! The types mirror the YAML files of `data/` field by field (see `data/README.md`) and serialize under the same keys in
//! every output format. They hold nothing derived; rules across files are in `corpus`. This module uses serde, and no
//! other module of the crate.

mod amount;
mod date;
mod glance;
mod id;
pub(crate) mod keyed;
mod pair;
mod parts;
mod reporting;
mod requirements;
mod role;
mod salary;
mod vocabulary;
mod written;
mod years;

pub use amount::{Amount, tenths};
pub use date::Date;
pub use glance::{Attribute, Glance};
pub use id::{Id, is_id};
pub use pair::{Case, Contrast, Pair, Question};
pub use parts::Parts;
pub use reporting::{Career, CareerStep, DirectReport, How, Oversight, Reporting, Superior};
pub use requirements::{Degree, Education, Experience, ExperienceKind, Need, Requirements};
pub use role::{Archetype, Cited, Level, Role, Statement};
pub use salary::{Measure, Period, SalaryFigure, Statistic};
pub use vocabulary::{About, Grade, Position, Source, Term};
pub use years::Years;
