//! Our languages and catalogs, from their JSON files to statics: nothing of ours is read when the crate runs.
//!
//! What the files hold is tested to be without fault (`tests/data.rs`), and that the statics are what reading the files
//! gives (`src/builtin.rs`).

use serde_json::{Map, Value};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// What `src/clean.rs` needs of what is made here: our catalogs have English sentences.
mod prefixes {
    pub(crate) const CODE_PREFIXES: &[&str] = &["Error code"];
}
#[allow(dead_code)]
#[path = "src/clean.rs"]
mod clean;
#[path = "src/secret.rs"]
mod secret;
#[allow(dead_code)]
#[path = "src/text.rs"]
mod text;

/// The catalogs that are in use by themselves.
const IN_USE: [&str; 4] = ["http", "ministra", "oauth", "vocabulary"];

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo names the crate's folder"));
    // The package for npm brings the others as files, when they are spoken.
    let all = env::var_os("CARGO_FEATURE_BUILTIN").is_some();
    let mut code = String::new();

    let mut tags = files(&root.join("locales"));
    let prefixes = prefixes(&root, &tags);
    tags.retain(|tag| all || tag == "en");
    tags.sort_by_key(|tag| (tag != "en", tag.clone()));
    code += "/// English first: the list of keys.\npub(crate) static LANGUAGES: &[LocalePack] = &[\n";
    for tag in &tags {
        code += &pack(&json(&root.join(format!("locales/{tag}.json"))));
    }
    code += "];\n\n/// The catalogs that are in use by themselves.\npub(crate) static CATALOGS: &[Catalog] = &[\n";
    for name in IN_USE {
        code += &catalog(&json(&root.join(format!("catalogs/{name}.json"))));
    }
    code += "];\n";
    if all {
        code += "\n/// The texts of those that an app brings by name.\nconst FILES: &[(&str, &str)] = &[\n";
        for name in files(&root.join("catalogs")).iter().filter(|name| !IN_USE.contains(&name.as_str())) {
            let text = text(&root.join(format!("catalogs/{name}.json")));
            writeln!(code, "    ({name:?}, {text:?}),").expect("a string takes all");
        }
        code += "];\n";
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names a folder for what is generated"));
    for (name, code) in [("builtin.rs", code), ("prefixes.rs", prefixes)] {
        fs::write(out.join(name), code).expect("the folder for what is generated can be written to");
    }
    for path in ["build.rs", "src/clean.rs", "src/secret.rs", "src/text.rs", "locales", "catalogs"] {
        println!("cargo:rerun-if-changed={path}");
    }
}

/// The names of a folder's JSON files, in order.
fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut names: Vec<String> =
        entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.strip_suffix(".json").map(String::from)).collect();
    names.sort();
    names
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&text(path)).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// How our sentences begin that begin with a code, in any language: a back end may send them.
fn prefixes(root: &Path, tags: &[String]) -> String {
    let mut prefixes = Vec::new();
    for tag in tags {
        let file = json(&root.join(format!("locales/{tag}.json")));
        let (before, _) = string(&file["messages"]["code.prefix"]).split_once("{$code}").expect("it holds the code");
        let prefix = before.trim_end_matches([' ', '\u{a0}', '-', ':']);
        prefixes.extend([prefix.to_string(), prefix.replace('’', "'")]);
    }
    prefixes.sort();
    prefixes.dedup();
    format!("pub(crate) const CODE_PREFIXES: &[&str] = &{prefixes:?};\n")
}

fn pack(file: &Value) -> String {
    let direction = if file["direction"] == "rtl" { "Rtl" } else { "Ltr" };
    format!(
        "LocalePack {{ locale: {}, direction: Direction::{direction}, digits: {}, plural: PluralRules({}), messages: {}, timed: Borrowed(&[]) }},\n",
        borrowed(&file["locale"]),
        borrowed(&file["digits"]),
        borrowed(&file["plural"]),
        pairs(&file["messages"], borrowed),
    )
}

fn catalog(file: &Value) -> String {
    let sentences = members(&file["sentences"]).map(|(sentence, code)| {
        format!("(Borrowed({:?}), Borrowed({:?})), ", clean::fold(sentence), clean::fold(string(code)))
    });
    let codes = members(&file["codes"]).map(|(code, entry)| self::entry(code, entry));
    format!(
        "Catalog {{ provider: {}, claims: {}, code_at: {}, mark: {}, params: {}, sentences: {}, absent: {}, codes: {} }},\n",
        borrowed(&file["provider"]),
        file["claims"] == true,
        list(elements(&file["codeAt"]).map(|path| borrowed(path) + ", ")),
        list(elements(&file["mark"]).map(|path| borrowed(path) + ", ")),
        pairs(&file["params"], borrowed),
        list(sentences),
        list(elements(&file["absent"]).map(absent)),
        list(codes),
    )
}

fn absent(rule: &Value) -> String {
    format!(
        "Absent {{ status: {}, code: {}, unknown: {}, without: {} }}, ",
        rule["status"],
        borrowed(&rule["code"]),
        rule["when"] == "unknown_code",
        option(&rule["without"], borrowed),
    )
}

fn entry(code: &str, entry: &Value) -> String {
    let reason = |name: &Value| format!("Reason::{}", variant(string(name)));
    let action = |name: &Value| format!("ActionName({})", borrowed(name));
    format!(
        "Entry {{ code: Borrowed({:?}), status: {}, reason: {}, limited: {}, page: {}, words: {}, period: None, rule: {}, after: None, actions: {}, ends_session: {}, quoted: {} }},\n",
        clean::fold(code),
        list(std::iter::once(&entry["status"]).flat_map(|status| match status {
            Value::Null => Vec::new(),
            Value::Array(all) => all.iter().map(|one| format!("{one}, ")).collect(),
            one => vec![format!("{one}, ")],
        })),
        reason(&entry["reason"]),
        option(&entry["limited"], reason),
        option(&entry["page"], reason),
        option(&entry["words"], borrowed),
        option(&entry["retry"], rule),
        option(&entry["actions"], |names| list(elements(names).map(|name| action(name) + ", "))),
        option(&entry["endsSession"], Value::to_string),
        entry["quoted"] != false,
    )
}

fn rule(retry: &Value) -> String {
    let set = |name: &str| retry[name] == true;
    match string(&retry["kind"]) {
        "auto" => {
            let backoff = retry["backoff"].as_str().unwrap_or("transient");
            format!("Rule::Auto {{ backoff: Backoff::{}, repeatable: {} }}", variant(backoff), set("repeatable"))
        }
        "poll" => format!("Rule::Poll {{ slow_down: {} }}", set("slowDown")),
        "after_action" => format!("Rule::AfterAction(ActionKind::{})", variant(string(&retry["action"]))),
        kind => format!("Rule::{}", variant(kind)),
    }
}

fn string(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("expected a string, found {value}"))
}

fn borrowed(value: &Value) -> String {
    format!("Borrowed({:?})", string(value))
}

fn option(value: &Value, some: impl Fn(&Value) -> String) -> String {
    match value {
        Value::Null => "None".into(),
        value => format!("Some({})", some(value)),
    }
}

fn list(items: impl Iterator<Item = String>) -> String {
    format!("Borrowed(&[{}])", items.collect::<String>())
}

fn elements(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn members(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let members: Option<&Map<String, Value>> = value.as_object();
    members.into_iter().flatten().map(|(key, value)| (key.as_str(), value))
}

fn pairs(value: &Value, code: impl Fn(&Value) -> String) -> String {
    list(members(value).map(|(key, value)| format!("(Borrowed({key:?}), {}),\n", code(value))))
}

/// `not_found` → `NotFound`
fn variant(name: &str) -> String {
    let mut variant = String::new();
    for word in name.split('_') {
        let (first, rest) = word.split_at(1);
        variant += &(first.to_uppercase() + rest);
    }
    variant
}
