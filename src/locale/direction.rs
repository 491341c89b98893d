//! Which way a language is written.

use crate::named::named;

named! {
    /// Which way a language is written, as HTML's `dir` has it.
    #[derive(Default)]
    Direction {
        /// Left to right.
        #[default]
        Ltr = "ltr",
        /// Right to left.
        Rtl = "rtl",
    }
}
