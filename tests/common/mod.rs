//! What the tests of words share.

use std::path::PathBuf;

/// A folder of the project.
pub fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The JSON files of a folder: name without its ending, and text, in the order of their names.
pub fn json_files(name: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder(name)).expect("the folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
            files.push((stem, std::fs::read_to_string(&path).expect("a text")));
        }
    }
    files.sort();
    files
}

/// Columns that a text takes: East Asian wide characters take two (UAX 11), marks and format characters none.
pub fn columns(text: &str) -> usize {
    text.chars().map(width).sum()
}

fn width(c: char) -> usize {
    match u32::from(c) {
        0x0300..=0x036f | 0x0591..=0x05c7 | 0x0610..=0x061a | 0x064b..=0x065f | 0x0670 => 0,
        0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x2069 | 0xfeff => 0,
        0x1100..=0x115f | 0x2e80..=0x303e | 0x3041..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff => 2,
        0xfe30..=0xfe6f | 0xff00..=0xff60 | 0xffe0..=0xffe6 | 0x1f300..=0x1faff | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}
