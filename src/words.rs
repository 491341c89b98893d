//! What a notice says, all in one language.

use crate::clean::label;
use crate::locale::message::{format, in_digits, Arg, Message};
use crate::locale::negotiate::negotiate;
use crate::locale::pack::{parent, Key, LocalePack, ASCII_DIGITS};
use crate::named::named;
use crate::notice::Notice;
use crate::param::UNTIL;
use crate::reason::Reason;
use crate::text::{is_digits, split, split_once, split_while};
use crate::wording::Wording;
use std::borrow::Cow;

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

named! {
    /// Why a countdown does not run.
    Pause {
        /// There is no connection.
        Offline = "offline",
        /// Nothing is tried by itself any more.
        Stopped = "stopped",
    }
}

/// How a notice is said.
#[derive(Clone, Copy, Debug, Default)]
pub struct Saying<'a> {
    /// The app tries again by itself and a countdown says so: advice to try again is left out.
    pub repeats: bool,
    /// The notice's `until` as the viewer's clock writes it: `6:00 AM`. Without it the wait is told.
    pub until: Option<&'a str>,
}

/// Words on their way to be a notice's: all in one place, for the language to be given up with at any step.
#[derive(Default)]
struct Draft {
    statement: String,
    advice: String,
    spelled: String,
    /// The message as a voice reads it.
    heard: String,
    done: Wording,
}

/// All packs, ours first and English first of ours, and which of them to speak.
#[derive(Clone, Debug)]
pub(crate) struct Words<'p> {
    /// Of one language's packs, the later lies over the earlier, key by key.
    packs: Vec<Cow<'p, LocalePack>>,
    /// The first pack of each language to speak, best language first; English ends it.
    chain: Vec<usize>,
}

impl<'p> Words<'p> {
    /// Finds the languages to speak among those of the packs, of which the first is English.
    pub fn new(packs: Vec<Cow<'p, LocalePack>>, requested: &[String]) -> Words<'p> {
        let mut available = Vec::new();
        for pack in &packs {
            available.push(pack.locale());
        }
        // Who asks for a language as we call it gets it without matching, which takes a cold core longer than a notice.
        let exact = match requested.first() {
            Some(first) => available.iter().position(|tag| tag == first),
            None => Some(0),
        };
        let mut chain = match exact {
            Some(at) if at == 0 || packs.len() == 2 => vec![at],
            _ => negotiate(requested, &available),
        };
        // Whoever reads English reads nothing after it.
        chain.truncate(chain.iter().position(|&at| at == 0).unwrap_or(chain.len()));
        chain.push(0);
        Words { packs, chain }
    }

    /// The language that is spoken where nothing is missing.
    pub fn best(&self) -> &LocalePack {
        &self.packs[self.chain[0]]
    }

    /// Whether some words hold for a time only.
    pub fn is_timed(&self) -> bool {
        self.packs.iter().any(|pack| !pack.timed.is_empty())
    }

    /// All packs.
    pub fn packs(&self) -> &[Cow<'p, LocalePack>] {
        &self.packs
    }

    /// The words that a notice needs, in the first language that has all of them: its own, or else the cause's in that language
    /// rather than its own in another.
    pub fn word(&self, notice: &Notice, style: CodeStyle, saying: &Saying) -> Wording {
        let reasons = notice.reason.worded_as().name();
        for &pack in &self.chain {
            let speaker = Speaker { words: self, pack, now: notice.at };
            for key in [notice.words.as_deref().unwrap_or(reasons), reasons] {
                if let Some(mut wording) = speaker.say_all(notice, style, saying, key) {
                    wording.lacking = notice.words.as_ref().is_some_and(|own| own != key);
                    return wording;
                }
            }
        }
        // Only without a whole English, which a test rules out.
        let mut wording = Wording::default();
        wording.locale.push_str("en");
        wording.text.push_str(&notice.code);
        wording.spoken.push_str(&notice.code);
        wording
    }

    /// "Trying again in 5 seconds", rounded up to the next whole second, minute or hour.
    pub fn countdown(&self, delay_ms: u64) -> String {
        let seconds = delay_ms.div_ceil(1000);
        let span = match seconds {
            0 => ("now", 0),
            1..=59 => ("seconds", seconds),
            60..=3540 => ("minutes", seconds.div_ceil(60)),
            _ => ("hours", seconds.div_ceil(3600)),
        };
        self.counting(span)
    }

    /// What stands in the place of a countdown that does not run.
    pub fn pause(&self, pause: Pause) -> String {
        self.counting((pause.name(), 0))
    }

    fn counting(&self, span: (&str, u64)) -> String {
        let mut text = String::new();
        let mut say = |&pack: &usize| Speaker { words: self, pack, now: None }.say_span("countdown.", span, &mut text);
        self.chain.iter().find_map(&mut say);
        text
    }
}

/// Says messages in one language, at one moment.
struct Speaker<'w> {
    words: &'w Words<'w>,
    /// The language's first pack.
    pack: usize,
    now: Option<i64>,
}

impl<'w> Speaker<'w> {
    /// All words of a notice, or nothing when some are lacking.
    fn say_all(&self, notice: &Notice, style: CodeStyle, saying: &Saying, key: &str) -> Option<Wording> {
        let pack = &self.words.packs[self.pack];
        let mut params: Vec<(&str, Arg)> = Vec::new();
        for (name, param) in &notice.params {
            params.push((name, param.into()));
        }
        let time = notice.until.and(saying.until).map(|time| in_digits(&label(time, LONGEST_TIME), &pack.digits));
        let time = time.filter(|time| !time.is_empty());
        if let Some(time) = &time {
            params.push((UNTIL, Arg::Words(time)));
        }
        let wait_ms = notice.told_ms.map(u64::from);
        let mut draft = Draft::default();
        let Draft { statement, advice, spelled, heard, done } = &mut draft;
        self.say([key, ""], &params, statement)?;
        let advice_key = [key, ".advice"];
        let needless = saying.repeats && Reason::from_name(key).is_some_and(|reason| reason.row().again);
        // Own words may tell the end themselves.
        let tells =
            |key| Message::parse(self.source(key).unwrap_or_default()).is_ok_and(|all| all.variables.contains(&UNTIL));
        let ends = notice.until.is_some() && (tells([key, ""]) || time.is_some() && tells(advice_key));
        match (wait_ms.filter(|_| !ends), &time) {
            // When to come back says more than any other advice.
            (Some(_), Some(time)) => {
                self.say(["deferred.time", ""], &[("time", Arg::Words(time))], advice)?;
                // "6:00 a.m." ends the sentence too.
                if advice.ends_with("..") {
                    advice.pop();
                }
            }
            (Some(wait), None) => self.say_span("deferred.", about(wait), advice)?,
            _ if needless => {}
            _ if self.source(advice_key).or_else(|| self.in_english(advice_key)).is_some() => {
                self.say(advice_key, &params, advice)?;
            }
            _ => {}
        }
        if advice.is_empty() {
            done.message.push_str(statement);
        } else {
            let parts = [("statement", Arg::Words(statement)), ("advice", Arg::Words(advice))];
            self.say(["sentence.join", ""], &parts, &mut done.message)?;
        }
        match wait_ms {
            // Own words bring their own; the others promise a moment.
            Some(_) if !is_own(key) => self.say(["deferred.title", ""], &[], &mut done.title)?,
            _ => self.title(notice.reason, key, &params, &mut done.title)?,
        }
        // A number is written and read as others in the language are; what has letters in it is a name.
        let digits = if is_digits(&notice.code) { &pack.digits } else { ASCII_DIGITS };
        let code = in_digits(&notice.code, digits);
        let args = [("code", Arg::Ltr(&code)), ("message", Arg::Words(&done.message))];
        match style {
            CodeStyle::Prefix if !code.is_empty() => self.say(["code.prefix", ""], &args, &mut done.text)?,
            CodeStyle::Suffix if !code.is_empty() => self.say(["code.suffix", ""], &args, &mut done.text)?,
            _ => done.text.push_str(&done.message),
        }
        // A voice reads it: there is nothing to mark.
        for c in done.message.chars() {
            if !matches!(c, '\u{200e}' | '\u{200f}') {
                heard.push(c);
            }
        }
        spell(&notice.code, spelled);
        let spelled = in_digits(spelled, digits);
        let spoken = if code.is_empty() { "spoken.message" } else { "spoken.code" };
        let args = [("code", Arg::Words(&spelled)), ("message", Arg::Words(heard)), ("title", Arg::Words(&done.title))];
        self.say([spoken, ""], &args, &mut done.spoken)?;
        for action in &notice.actions {
            let key = ["action.", action.kind.name()];
            let mut label = String::new();
            // A label that no language has leaves out the button, not the language.
            if self.say(key, &[], &mut label).is_none() {
                if self.words.chain.iter().any(|&pack| Speaker { pack, ..*self }.source(key).is_some()) {
                    return None;
                }
                label.clear();
            }
            done.labels.push(label);
        }
        done.locale.push_str(pack.locale());
        done.direction = pack.direction();
        Some(draft.done)
    }

    /// Own words bring their own title; else it is the cause's, or that of what the cause is about.
    fn title(&self, reason: Reason, key: &str, params: &[(&str, Arg)], text: &mut String) -> Option<()> {
        // A secret cause has the title of the words that are said instead.
        let reason = match reason.worded_as() {
            open if open == reason => reason,
            general => Reason::from_name(key).unwrap_or(general),
        };
        let own = if is_own(key) { key } else { reason.name() };
        let mut say = |key| self.say(key, params, text);
        say([own, ".title"])
            .or_else(|| say([reason.name(), ".title"]))
            .or_else(|| say(["category.", reason.category().name()]))
    }

    fn say_span(&self, family: &str, (unit, count): (&str, u64), text: &mut String) -> Option<()> {
        self.say([family, unit], &[("count", Arg::Count(count))], text)
    }

    /// Says a message, from the pack on top that has it.
    fn say(&self, key: Key, args: &[(&str, Arg)], text: &mut String) -> Option<()> {
        format(self.source(key)?, args, self.words.packs[self.pack].language(), text)
    }

    /// What a country's pack lacks its language's has: `de-AT` lies over `de`.
    fn source(&self, key: Key) -> Option<&'w str> {
        let mut locale = self.words.packs.get(self.pack)?.locale();
        loop {
            let of_it = |pack: &&Cow<LocalePack>| pack.locale() == locale;
            let found = self.words.packs.iter().rev().filter(of_it).find_map(|pack| pack.source_at(key, self.now));
            if found.is_some() {
                return found;
            }
            locale = parent(locale)?;
        }
    }

    fn in_english(&self, key: Key) -> Option<&'w str> {
        Speaker { pack: 0, ..*self }.source(key)
    }
}

/// Characters of a time of day with its date; an engine's own, but nothing reaches the screen unseen.
const LONGEST_TIME: usize = 40;

/// Whether words are an operator's own.
fn is_own(key: &str) -> bool {
    split_once(key, b'.').is_some()
}

/// About how long a wait is, to the nearest: minute up to a quarter of an hour, five minutes up to an hour and a half, hour.
fn about(wait_ms: u64) -> (&'static str, u64) {
    const MINUTE: u64 = 60_000;
    let nearest = |unit: u64| wait_ms.saturating_add(unit / 2) / unit;
    match (nearest(MINUTE), 5 * nearest(5 * MINUTE)) {
        (minutes @ 0..=15, _) => ("minutes", minutes.max(1)),
        (_, minutes @ (0..=55 | 65..=90)) => ("minutes", minutes),
        _ => ("hours", nearest(60 * MINUTE)),
    }
}

/// A code as it is read aloud: digits and short runs of letters one by one, words as words, separators not at all.
fn spell(code: &str, spelled: &mut String) {
    for run in split(code, |b| b.is_ascii() && !b.is_ascii_alphanumeric()) {
        let mut rest = run;
        while let Some(first) = rest.bytes().next() {
            let digits = first.is_ascii_digit();
            let (part, next) = split_while(rest, if digits { |b| b.is_ascii_digit() } else { |b| !b.is_ascii_digit() });
            rest = next;
            /// Longer runs of letters are words.
            const SPELLED: usize = 3;
            let word = !digits && part.len() > SPELLED;
            for (at, c) in part.chars().enumerate() {
                let apart = at == 0 || !word;
                if apart && !spelled.is_empty() {
                    spelled.push(' ');
                }
                spelled.push(c);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_digit_by_digit() {
        let spell = |code: &str| {
            let mut spelled = String::new();
            super::spell(code, &mut spelled);
            spelled
        };
        assert_eq!(spell("490"), "4 9 0");
        assert_eq!(spell("P-1"), "P 1");
        assert_eq!(spell("NW-2-5"), "N W 2 5");
        assert_eq!(spell("POLICY_VIOLATION"), "POLICY VIOLATION");
        assert_eq!(spell("E4031"), "E 4 0 3 1");
    }

    #[test]
    fn a_wait_is_told_to_the_nearest_unit() {
        let told = [
            (30_000, 1),
            (89_999, 1),
            (90_000, 2),
            (300_001, 5),
            (376_250, 6),
            (900_000, 15),
            (930_000, 15),
            (1_049_999, 15),
            (1_050_000, 20),
            (3_300_000, 55),
            (3_449_999, 55),
            (3_750_000, 65),
            (5_549_999, 90),
        ];
        for (wait, minutes) in told {
            assert_eq!(about(wait), ("minutes", minutes), "{wait}");
        }
        let told = [
            (3_450_000, 1),
            (3_600_000, 1),
            (3_749_999, 1),
            (5_550_000, 2),
            (7_200_000, 2),
            (9_000_000, 3),
            (86_400_000, 24),
            (u64::MAX, 5_124_095_576_030),
        ];
        for (wait, hours) in told {
            assert_eq!(about(wait), ("hours", hours), "{wait}");
        }
    }

    #[test]
    fn nobody_is_told_half_a_unit_too_late() {
        for wait in (30_000..200_000_000).step_by(7919) {
            let (unit, count) = about(wait);
            let told = count * if unit == "hours" { 3_600_000 } else { 60_000 };
            let unit = match wait {
                0..930_000 => 60_000,
                930_000..5_550_000 => 300_000,
                _ => 3_600_000,
            };
            assert!(told.abs_diff(wait) <= unit / 2, "{wait}");
        }
    }
}
