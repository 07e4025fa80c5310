//! The program as people and scripts meet it: what they type, and everything that comes back.
//!
//! Most tests run it in this process, as a terminal of some width or as a pipe; what only a process can show (streams,
//! environment, exit status) is in `piping`. Expectations are those of the design, not of the code.

mod compare;
mod completions;
mod errors;
mod formats;
mod help;
mod layout;
mod links;
mod list;
mod manuals;
mod names;
mod own;
mod pager;
mod path;
mod piping;
mod salary;
mod search;
mod sentences;
mod show;
mod tree;
