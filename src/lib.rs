#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod action;
mod announcement;
mod builtin;
mod catalog;
mod cause;
mod clean;
mod context;
mod decode;
mod envelope;
mod error;
mod explainer;
mod failure;
#[cfg(feature = "builtin")]
mod json;
mod judgement;
mod locale;
mod named;
mod notice;
mod param;
mod period;
mod prefixes;
mod problem;
mod reason;
mod report;
mod retry;
mod secret;
mod text;
#[cfg(any(feature = "builtin", all(feature = "npm", target_arch = "wasm32")))]
mod validate;
mod value;
mod vocabulary;
#[cfg(all(feature = "npm", target_arch = "wasm32"))]
mod wasm;
mod wording;
mod words;

pub use action::{Action, ActionKind, ActionName};
pub use announcement::Announced;
#[cfg(feature = "builtin")]
pub use builtin::catalog;
pub use context::{Context, Target};
pub use error::Fault;
pub use explainer::{Explainer, Options};
pub use failure::{Body, Failure, Headers};
pub use locale::direction::Direction;
pub use notice::{Notice, Support};
pub use param::Param;
pub use reason::{Category, Politeness, Presentation, Reason, Severity};
pub use report::Report;
pub use retry::{Retry, RetryBudget};
#[cfg(feature = "builtin")]
pub use validate::validate;
pub use value::Value;
pub use words::{CodeStyle, Pause, Saying};
