// A failed call as bytes. Line 1: a status or a cause's name, and the context as JSON, as `401 {"attempt":2}`.
// Then header fields, one a line, as `Retry-After: 3`; an empty line ends them.
// All that follows is the body's text.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| plainly_fuzz::read(data));
