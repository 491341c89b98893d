//! What a notice says, once it is said: all in one language.

use crate::locale::direction::Direction;

/// The words of one notice.
#[derive(Debug, Default)]
pub(crate) struct Wording {
    pub locale: String,
    pub direction: Direction,
    pub title: String,
    pub message: String,
    pub text: String,
    pub spoken: String,
    /// Its own words are not there in this language: the cause's are said.
    pub lacking: bool,
    /// The labels of its actions, in their order; empty for an action that nobody named.
    pub labels: Vec<String>,
}
