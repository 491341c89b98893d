//! How sentences of ours begin that begin with a code, in every language, as `build.rs` finds them in `locales/`.

include!(concat!(env!("OUT_DIR"), "/prefixes.rs"));
