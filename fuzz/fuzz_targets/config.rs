// A locale pack or a catalog as JSON text. It is validated, and, where it is JSON, laid over our own:
// then failures that it speaks of are explained in its language, with its provider stated and not stated.
// What `validate` finds and what an explainer reports must be the same.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| plainly_fuzz::config(data));
