#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
#![warn(missing_docs)]
// A part of the package leaves out what the other part does.
#![cfg_attr(all(feature = "npm", not(all(feature = "explaining", feature = "preparing"))), allow(dead_code))]

mod action;
#[cfg(all(feature = "npm", target_arch = "wasm32"))]
mod answer;
#[cfg(feature = "builtin")]
mod builtin;
mod catalog;
mod cause;
mod clean;
mod decode;
mod envelope;
mod error;
mod explainer;
mod failure;
#[cfg(feature = "builtin")]
mod json;
mod locale;
mod named;
mod notice;
mod param;
mod prepare;
mod problem;
mod reason;
mod report;
mod retry;
#[cfg(any(feature = "npm", test))]
mod tape;
mod text;
mod validate;
mod value;
#[cfg(all(feature = "npm", target_arch = "wasm32"))]
mod wasm;
mod words;

pub use action::{ActionKind, ActionName};
#[cfg(feature = "builtin")]
pub use builtin::catalog;
pub use error::Fault;
pub use explainer::{Explainer, Options};
pub use failure::{Body, Context, Failure, Headers, Target};
pub use locale::pack::Direction;
pub use notice::{Action, Notice, Support};
pub use reason::{Category, Politeness, Presentation, Reason, Severity};
pub use report::Report;
pub use retry::{Retry, RetryBudget};
#[cfg(feature = "builtin")]
pub use validate::validate;
pub use value::Value;
pub use words::CodeStyle;
