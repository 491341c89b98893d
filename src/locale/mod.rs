//! Languages: their tags, which of them is found, and what a pack of words holds.

mod cldr;
#[cfg(any(feature = "npm", test))]
mod english;
pub(crate) mod message;
pub(crate) mod negotiate;
pub(crate) mod pack;
pub(crate) mod plural;
mod read;
mod syntax;
pub(crate) mod tag;
