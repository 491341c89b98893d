//! What no notice may have, whatever the call and the options were. Properties and fuzzing hold notices to it.

use plainly::{Direction, Explainer, Failure, Notice, Retry};
use serde_json::Value;

/// JSON → the crate's own value; a number that is none of its own is null.
pub fn plain(json: &Value) -> plainly::Value {
    match json {
        Value::Null => plainly::Value::Null,
        Value::Bool(flag) => plainly::Value::Bool(*flag),
        Value::Number(number) => number.as_f64().map_or(plainly::Value::Null, plainly::Value::Number),
        Value::String(text) => plainly::Value::String(text.clone()),
        Value::Array(items) => plainly::Value::Array(items.iter().map(plain).collect()),
        Value::Object(members) => {
            plainly::Value::Object(members.iter().map(|(key, value)| (key.clone(), plain(value))).collect())
        }
    }
}

/// Control, bidi, invisible and markup characters. `marks`: U+200E and U+200F, which stand around a code or a count.
pub fn is_unfit(c: char, marks: bool) -> bool {
    match c {
        '\u{200e}' | '\u{200f}' => !marks,
        '<' | '>' | '\u{61c}' | '\u{200b}' | '\u{2028}'..='\u{202e}' => true,
        '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => true,
        _ => c.is_control(),
    }
}

/// The first fault of a notice. Words may stand empty only where an operator's pack says nothing.
pub fn fault(notice: &Notice) -> Option<String> {
    let words = [&notice.title, &notice.message, &notice.text, &notice.spoken];
    if let Some(at) = words.iter().position(|words| words.trim().is_empty()) {
        return Some(format!("{} is empty", ["title", "message", "text", "spoken"][at]));
    }
    if notice.actions.iter().any(|action| action.label.trim().is_empty()) {
        return Some("a label is empty".into());
    }
    if !(1..=64).contains(&notice.code.chars().count()) {
        return Some(format!("the code is {:?}", notice.code));
    }
    if (notice.direction == Direction::Rtl) != (notice.locale == "ar")
        && ["ar", "de", "en", "ja"].contains(&&*notice.locale)
    {
        return Some(format!("{} runs {:?}", notice.locale, notice.direction));
    }
    let json = serde_json::to_value(notice).expect("a notice is JSON");
    unfit("$", &json).or_else(|| retry(&notice.retry, &json["retry"]))
}

/// The first string with a character that it may not have.
fn unfit(path: &str, json: &Value) -> Option<String> {
    match json {
        Value::String(text) => {
            let bad = text.chars().find(|&c| is_unfit(c, ["$.message", "$.text"].contains(&path)))?;
            Some(format!("{path} holds {bad:?}: {text:?}"))
        }
        Value::Array(items) => items.iter().find_map(|item| unfit(&format!("{path}[]"), item)),
        Value::Object(members) => members.iter().find_map(|(key, value)| unfit(&format!("{path}.{key}"), value)),
        _ => None,
    }
}

/// A timer can hold every delay; what comes by itself comes within fifteen minutes (five, and an operator's spread), a poll
/// within a day.
fn retry(retry: &Retry, json: &Value) -> Option<String> {
    const TIMER: u32 = 0x7fff_ffff;
    let delay = match retry {
        Retry::Auto { delay_ms, attempts_left, poll_interval_ms, .. } => {
            let longest = if poll_interval_ms.is_some() { 86_400_000 } else { 900_000 };
            if *delay_ms > longest || *attempts_left == Some(0) {
                return Some(format!("by itself: {retry:?}"));
            }
            *delay_ms
        }
        Retry::Deferred { delay_ms } | Retry::WhenOnline { delay_ms, .. } => *delay_ms,
        Retry::AfterAction { action, delay_ms } => {
            if action.name() == "contact_support" {
                return Some("support is a way to retry".into());
            }
            delay_ms.unwrap_or_default()
        }
        _ => 0,
    };
    let told = json["delayMs"].as_u64().unwrap_or_default();
    (delay > TIMER || told != u64::from(delay)).then(|| format!("a delay of {delay} ms, told as {told} ms"))
}

/// What is wrong with an explainer that has these failures to explain; each twice, for the same notice.
pub fn faults<'a>(
    explainer: &Explainer,
    calls: impl IntoIterator<Item = (&'a Failure, &'a plainly::Context)>,
) -> Option<String> {
    calls.into_iter().find_map(|(failure, context)| {
        let notice = explainer.explain(failure, context);
        if notice != explainer.explain(failure, context) {
            return Some("the same call has two notices".into());
        }
        if notice.retry != explainer.retry(failure, context) {
            return Some("a notice and a judgement differ".into());
        }
        let report = notice.report().map(|report| serde_json::to_value(report).expect("a report is JSON"));
        fault(&notice).or_else(|| unfit("report", &report?))
    })
}
