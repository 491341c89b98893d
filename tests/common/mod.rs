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
    // Character by character: some marks of Indic scripts that stand beside their letter count as one.
    text.chars().filter_map(unicode_width::UnicodeWidthChar::width).sum()
}
