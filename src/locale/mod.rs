//! Languages: their tags, which of them is found, and what a pack of words holds.

mod cldr;
pub(crate) mod direction;
pub(crate) mod message;
pub(crate) mod negotiate;
pub(crate) mod pack;
pub(crate) mod plural;
mod read;
mod syntax;
pub(crate) mod tag;
