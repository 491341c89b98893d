//! What a notice says, all in one language.

use crate::action::ActionName;
use crate::locale::message::{Arg, Message};
use crate::locale::pack::{Direction, LocalePack};
use crate::reason::Reason;

/// How the code stands in a notice's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CodeStyle {
    /// `Error code - 490 ...`
    #[default]
    Prefix,
    /// `... (490)`
    Suffix,
    /// Not at all.
    None,
}

impl CodeStyle {
    /// `prefix`, `suffix` or `none`.
    pub fn from_name(name: &str) -> Option<CodeStyle> {
        match name {
            "prefix" => Some(CodeStyle::Prefix),
            "suffix" => Some(CodeStyle::Suffix),
            "none" => Some(CodeStyle::None),
            _ => None,
        }
    }
}

/// What a notice needs words for.
pub(crate) struct Wanted<'a> {
    pub reason: Reason,
    /// The key of other words than the reason's.
    pub words: Option<&'a str>,
    pub code: &'a str,
    pub style: CodeStyle,
    pub actions: &'a [ActionName],
}

/// The words of one notice.
#[derive(Debug)]
pub(crate) struct Wording {
    pub locale: String,
    pub direction: Direction,
    pub title: String,
    pub message: String,
    pub text: String,
    pub spoken: String,
    /// A label for each action; nothing for one that nobody named.
    pub labels: Vec<Option<String>>,
}

/// The languages to speak, best first. English, the list of keys, is the last.
#[derive(Clone, Debug)]
pub(crate) struct Words(Vec<LocalePack>);

impl Words {
    pub fn new(chain: Vec<LocalePack>) -> Words {
        Words(chain)
    }

    /// The language that is spoken where nothing is missing.
    pub fn best(&self) -> Option<&LocalePack> {
        self.0.first()
    }

    /// The words of a notice, in the first language that has all of them.
    pub fn word(&self, wanted: &Wanted) -> Wording {
        let keys = wanted.words.into_iter().chain([wanted.reason.name()]);
        let tries = keys.flat_map(|key| self.0.iter().map(move |pack| (key, pack)));
        let mut complete = tries.filter_map(|(key, pack)| self.say(wanted, key, pack, false));
        complete.next().unwrap_or_else(|| self.last_resort(wanted))
    }

    /// Only without a whole English: what there is of it.
    fn last_resort(&self, wanted: &Wanted) -> Wording {
        let said = self.0.last().and_then(|pack| self.say(wanted, wanted.reason.name(), pack, true));
        said.unwrap_or_else(|| Wording {
            locale: "en".into(),
            direction: Direction::Ltr,
            title: String::new(),
            message: String::new(),
            text: wanted.code.into(),
            spoken: wanted.code.into(),
            labels: wanted.actions.iter().map(|_| None).collect(),
        })
    }

    /// The words in one language, or nothing when it lacks some; `lax` leaves out what it lacks.
    fn say(&self, wanted: &Wanted, key: &str, pack: &LocalePack, lax: bool) -> Option<Wording> {
        let say = |key: &str, args: &[(&str, Arg)]| say(pack, key, args).or(lax.then(String::new));
        let statement = say(key, &[])?;
        let advice_key = [key, ".advice"].concat();
        let advice = say_if(pack, &advice_key);
        if advice.is_none() && self.0.last().is_some_and(|english| english.source(&advice_key).is_some()) && !lax {
            return None;
        }
        let message = match &advice {
            Some(advice) => say("sentence.join", &[("statement", Arg::Words(&statement)), ("advice", Arg::Words(advice))])?,
            None => statement,
        };
        // Own words bring their own title; else it is the cause's, or that of what the cause is about.
        let own_title = key.contains('.').then(|| say_if(pack, &[key, ".title"].concat())).flatten();
        let title = own_title
            .or_else(|| say_if(pack, &[wanted.reason.name(), ".title"].concat()))
            .or_else(|| say(&["category.", wanted.reason.category().name()].concat(), &[]))?;
        let coded = [("code", Arg::Ltr(wanted.code)), ("message", Arg::Words(&message))];
        let text = match wanted.style {
            CodeStyle::Prefix => say("code.prefix", &coded)?,
            CodeStyle::Suffix => say("code.suffix", &coded)?,
            CodeStyle::None => message.clone(),
        };
        let spelled = spell(wanted.code);
        // A voice reads it: nothing is isolated.
        let spoken = [("title", Arg::Words(&title)), ("message", Arg::Words(&message)), ("code", Arg::Words(&spelled))];
        let spoken = say("spoken.code", &spoken)?;
        let mut labels = Vec::new();
        for action in wanted.actions {
            let key = ["action.", action.name()].concat();
            let label = say_if(pack, &key);
            // A label that no language has leaves out the button, not the language.
            if label.is_none() && !lax && self.0.iter().any(|other| other.source(&key).is_some()) {
                return None;
            }
            labels.push(label);
        }
        let (locale, direction) = (pack.locale().into(), pack.direction());
        Some(Wording { locale, direction, title, message, text, spoken, labels })
    }

    /// "Trying again in 5 seconds", rounded up to the next whole second, minute or hour.
    pub fn countdown(&self, delay_ms: u64) -> String {
        let seconds = delay_ms.div_ceil(1000);
        let (key, count) = match seconds {
            0 => ("countdown.now", 0),
            1..=59 => ("countdown.seconds", seconds),
            60..=3599 => ("countdown.minutes", seconds.div_ceil(60)),
            _ => ("countdown.hours", seconds.div_ceil(3600)),
        };
        let mut said = self.0.iter().filter_map(|pack| say(pack, key, &[("count", Arg::Count(count))]));
        said.next().unwrap_or_default()
    }
}

fn say(pack: &LocalePack, key: &str, args: &[(&str, Arg)]) -> Option<String> {
    Message::parse(pack.source(key)?).ok()?.format(args, pack.language())
}

fn say_if(pack: &LocalePack, key: &str) -> Option<String> {
    say(pack, key, &[])
}

/// A code as it is read aloud: digits and short runs of letters one by one, words as words, separators not at all.
fn spell(code: &str) -> String {
    let mut spelled = String::new();
    for run in code.split(|c: char| !c.is_ascii_alphanumeric()) {
        let mut rest = run;
        while let Some(first) = rest.chars().next() {
            let digits = first.is_ascii_digit();
            let end = rest.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(rest.len());
            let (part, next) = rest.split_at(end);
            rest = next;
            /// Longer runs of letters are words.
            const SPELLED: usize = 3;
            if digits || part.len() <= SPELLED {
                for c in part.chars() {
                    spelled.push(' ');
                    spelled.push(c);
                }
            } else {
                spelled.push(' ');
                spelled.push_str(part);
            }
        }
    }
    spelled.trim_start().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_digit_by_digit() {
        assert_eq!(spell("490"), "4 9 0");
        assert_eq!(spell("P-1"), "P 1");
        assert_eq!(spell("NW-2-5"), "N W 2 5");
        assert_eq!(spell("POLICY_VIOLATION"), "POLICY VIOLATION");
        assert_eq!(spell("E4031"), "E 4 0 3 1");
    }
}
