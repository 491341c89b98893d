//! Our own packs and catalogs: without fault, complete, and short enough for a television.

mod common;

use common::{columns, json_files};
use plainly::{ActionKind, Category, Reason};
use serde_json::{Map, Value};

const TITLE_COLUMNS: usize = 40;
const LABEL_COLUMNS: usize = 24;
/// A statement with its advice.
const MESSAGE_COLUMNS: usize = 160;

/// The messages of each pack, by its file's name.
fn packs() -> Vec<(String, Map<String, Value>)> {
    let mut packs = Vec::new();
    for (name, text) in json_files("locales") {
        let pack: Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("locales/{name}.json: {e}"));
        assert_eq!(pack["locale"], name, "locales/{name}.json is for another language");
        let Value::Object(messages) = pack["messages"].clone() else {
            panic!("locales/{name}.json has no messages");
        };
        packs.push((name, messages));
    }
    packs
}

fn english() -> Map<String, Value> {
    packs().into_iter().find(|(name, _)| name == "en").expect("English").1
}

fn say<'a>(messages: &'a Map<String, Value>, key: &str) -> Option<&'a str> {
    messages.get(key).and_then(Value::as_str)
}

/// The longest of one kind of words.
#[derive(Default)]
struct Longest {
    columns: usize,
    words: String,
}

impl Longest {
    /// Takes it in; says so when it is longer than it may be.
    fn take(&mut self, place: String, words: &str, most: usize) -> Option<String> {
        let columns = columns(words);
        if columns > self.columns {
            *self = Longest { columns, words: format!("{words} ({place})") };
        }
        (columns > most).then(|| format!("{place} takes {columns} columns, {most} is the most: {words}"))
    }
}

/// The longest variant of a counted message, with a number of two digits in it.
fn longest_form(message: Option<&str>) -> String {
    let variants = message.unwrap_or_default().split("{{").skip(1).filter_map(|rest| rest.split("}}").next());
    variants.max_by_key(|variant| columns(variant)).unwrap_or_default().replace("{$count}", "88")
}

#[test]
fn packs_and_catalogs_are_without_fault() {
    let mut wrong = Vec::new();
    for folder in ["locales", "catalogs"] {
        let files = json_files(folder);
        assert!(!files.is_empty(), "{folder} is empty");
        for (name, text) in files {
            wrong.extend(plainly::validate(&text).iter().map(|fault| format!("{folder}/{name}.json: {fault}")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_catalogs_file_is_named_after_its_provider() {
    for (name, text) in json_files("catalogs") {
        let catalog: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(catalog["provider"], name, "catalogs/{name}.json");
        assert!(catalog["source"].as_str().is_some_and(|source| !source.is_empty()), "catalogs/{name}.json: a source");
    }
}

#[test]
fn every_language_has_the_keys_of_english() {
    let english = english();
    let mut wrong = Vec::new();
    for (name, messages) in packs() {
        for key in english.keys().filter(|key| !messages.contains_key(*key)) {
            wrong.push(format!("locales/{name}.json lacks {key}"));
        }
        for key in messages.keys().filter(|key| !english.contains_key(*key)) {
            wrong.push(format!("locales/{name}.json has {key}, and English has not"));
        }
        for (key, message) in &messages {
            let words = message.as_str().unwrap_or_default();
            if words.is_empty() || words != words.trim() {
                wrong.push(format!("locales/{name}.json: {key} is empty, or has spaces around it"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_name_of_ours_has_words() {
    let english = english();
    let mut wanted: Vec<String> = Vec::new();
    for reason in Reason::ALL {
        wanted.push(reason.worded_as().name().into());
        wanted.push(format!("category.{}", reason.category().name()));
    }
    wanted.extend(Category::ALL.iter().map(|category| format!("category.{}", category.name())));
    wanted.extend(ActionKind::ALL.iter().map(|kind| format!("action.{}", kind.name())));
    wanted.retain(|key| !english.contains_key(key));
    assert!(wanted.is_empty(), "English lacks {wanted:?}");
}

#[test]
fn every_word_of_english_has_a_name_of_ours() {
    let mut unused: Vec<String> = Vec::new();
    for key in english().keys() {
        let (head, rest) = key.split_once('.').unwrap_or((key, ""));
        let known = match head {
            "category" => Category::from_name(rest).is_some(),
            "action" => ActionKind::from_name(rest).is_some(),
            "code" => ["prefix", "suffix"].contains(&rest),
            "countdown" => ["now", "offline", "stopped", "seconds", "minutes", "hours"].contains(&rest),
            "deferred" => ["title", "time", "minutes", "hours"].contains(&rest),
            "sentence" => rest == "join",
            "spoken" => ["code", "message"].contains(&rest),
            // Words that are no reason's own: catalogs name them.
            "plainly" => {
                let name = rest.strip_suffix(".title").or_else(|| rest.strip_suffix(".advice")).unwrap_or(rest);
                ["app_updated", "mfa_required"].contains(&name)
            }
            reason => Reason::from_name(reason).is_some() && ["", "title", "advice"].contains(&rest),
        };
        if !known {
            unused.push(key.clone());
        }
    }
    assert!(unused.is_empty(), "nothing says {unused:?}");
}

/// A title is read aloud before its statement and advice.
#[test]
fn no_title_is_said_again_word_for_word() {
    let bare = |text: &str| text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let mut wrong = Vec::new();
    for (tag, messages) in packs() {
        for reason in Reason::ALL {
            let name = reason.name();
            let key = format!("category.{}", reason.category().name());
            let own = say(&messages, &format!("{name}.title"));
            let title = bare(own.or_else(|| say(&messages, &key)).unwrap_or_default());
            for part in [name.to_string(), format!("{name}.advice")] {
                if say(&messages, &part).is_some_and(|text| bare(text) == title) {
                    wrong.push(format!("{tag}: {part} is the title again"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Each language has a way of its own; English keeps the platform's line.
#[test]
fn a_code_stands_in_a_sentence_as_the_language_writes_it() {
    for (tag, messages) in packs() {
        let prefix = say(&messages, "code.prefix").unwrap_or_default();
        assert_eq!(prefix == "Error code - {$code} {$message}", tag == "en", "{tag}: {prefix}");
        assert!(tag == "en" || !prefix.contains(" - "), "{tag} copies English: {prefix}");
        // What ends in "490." says that it is the 490th, where an ordinal is written so.
        let ordinal = "cs da de et eu fi hr hu is lv nb pl sk sl sr sr-Latn tr".split(' ').any(|other| other == tag);
        for key in ["code.prefix", "spoken.code"] {
            let text = say(&messages, key).unwrap_or_default();
            assert!(!ordinal || !text.contains("{$code}."), "{tag}: {text}");
        }
        let spoken = say(&messages, "spoken.code").unwrap_or_default();
        assert!(spoken.starts_with("{$title}"), "{tag}: {spoken}");
        for part in ["{$title}", "{$message}", "{$code}"] {
            assert_eq!(spoken.matches(part).count(), 1, "{tag}: {spoken}");
        }
    }
}

#[test]
fn words_fit_a_television() {
    let (mut title, mut label, mut message) = (Longest::default(), Longest::default(), Longest::default());
    let mut wrong = Vec::new();
    for (name, messages) in packs() {
        for (key, words) in &messages {
            let (place, words) = (format!("{name}: {key}"), words.as_str().unwrap_or_default());
            if key.starts_with("category.") || key.ends_with(".title") {
                wrong.extend(title.take(place, words, TITLE_COLUMNS));
            } else if key.starts_with("action.") {
                wrong.extend(label.take(place, words, LABEL_COLUMNS));
            } else if Reason::from_name(key).is_some() || (key.starts_with("plainly.") && !key.ends_with(".advice")) {
                let join = say(&messages, "sentence.join").unwrap_or_default();
                // What a wait says instead of the advice: its longest form, with two digits.
                let waits = ["deferred.minutes", "deferred.hours"].map(|key| longest_form(say(&messages, key)));
                let own = say(&messages, &format!("{key}.advice")).map(String::from);
                for advice in waits.into_iter().chain([own.unwrap_or_default()]) {
                    let whole = match advice.as_str() {
                        "" => words.into(),
                        advice => join.replace("{$statement}", words).replace("{$advice}", advice),
                    };
                    wrong.extend(message.take(place.clone(), &whole, MESSAGE_COLUMNS));
                }
            }
        }
    }
    for (what, longest) in [("title", title), ("label", label), ("message", message)] {
        println!("longest {what}: {} columns, {}", longest.columns, longest.words);
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
