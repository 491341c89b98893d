//! Server text made safe to carry: no markup, no control or bidi-override character, no secret, bounded.

use crate::prefixes::CODE_PREFIXES;
use crate::secret::is_secret;
use crate::text::{is_digits, owned, split, split_while, starts_with_ignoring_case, trim};

/// Characters of a code that are kept. Codes are quoted to support by phone; longer ones are no codes.
pub const MAX_CODE: usize = 64;
/// Characters of a request id that are kept: a W3C traceparent has 55, Amazon's extended ids some 80.
pub const MAX_ID: usize = 128;

/// A code as the server wrote it, or nothing when it is not one that can be shown and spoken.
///
/// Letters, digits and `. _ - : / #` and single inner spaces; at most [`MAX_CODE`] characters; nothing that looks like a
/// credential or a person.
pub fn code(text: &str) -> Option<&str> {
    /// A sentence has more words than the codes that have spaces.
    const MOST_WORDS: usize = 2;
    let is_word = |part: &&str| part.len() > 1 && part.bytes().any(|b| b.is_ascii_lowercase());
    let code = identifier(text, MAX_CODE, true)?;
    (is_prefixed(code) || split(code, |b| b == b' ').filter(is_word).count() <= MOST_WORDS).then_some(code)
}

/// A request id as the server wrote it, or nothing when it does not look like one.
pub fn id(text: &str) -> Option<&str> {
    identifier(text, MAX_ID, false)
}

fn identifier(text: &str, max: usize, spaces: bool) -> Option<&str> {
    let text = trim(text);
    let fits = !text.is_empty() && text.len() <= max && !text.as_bytes().windows(2).any(|pair| pair == b"  ");
    let legal = |b: u8| {
        b.is_ascii_alphanumeric()
            || matches!(b, b'.' | b'_' | b'-' | b':' | b'/' | b'#' | b'+' | b'=')
            || (spaces && b == b' ')
    };
    let says = text.bytes().any(|b| b.is_ascii_alphanumeric());
    (fits && says && text.bytes().all(legal) && !is_secret(text)).then_some(text)
}

/// A short value for our own reports: printable, one line, at most `max` characters; `…` in place of what holds a secret.
pub fn label(text: &str, max: usize) -> String {
    if is_secret(text) {
        return owned("…");
    }
    let mut label = String::new();
    for c in text.chars().filter(|&c| !is_unsafe(c)).take(max) {
        label.push(c);
    }
    label
}

/// Control, bidi, invisible and markup characters, none of which may come from a server to the screen.
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '<' | '>' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A code in the form that look-ups compare: `490`, `"0490"`, `Error code - 490 Access denied` are one;
/// letter case and separators do not count.
pub fn fold(code: &str) -> String {
    let prefixed = prefixed(code);
    // Sentences may be in any script.
    let mut folded = String::new();
    for c in prefixed.as_deref().unwrap_or(code).chars() {
        if c.is_ascii_alphanumeric() || !c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
        }
    }
    if is_digits(&folded) {
        let (zeros, rest) = split_while(&folded, |b| b == b'0');
        let kept = if rest.is_empty() && !zeros.is_empty() { "0" } else { rest };
        folded = owned(kept);
    }
    folded
}

/// Whether a sentence begins as those that begin with their code: Ministra's (`Error code - 490 Access denied`), and ours in
/// any language (`Fehlercode 490: ...`).
pub fn is_prefixed(sentence: &str) -> bool {
    after_prefix(sentence).is_some()
}

/// What stands between such a beginning and the code: spaces, dashes, colons, and the marks that keep a code apart in languages
/// from right to left.
const BETWEEN: &[char] = &[' ', '-', ':', '\u{a0}', '\u{202f}', '\u{200e}', '\u{200f}', '–', '：'];

fn after_prefix(sentence: &str) -> Option<&str> {
    let sentence = trim(sentence);
    // Most of what is asked about is a code alone.
    sentence.bytes().position(|b| b == b' ')?;
    CODE_PREFIXES.iter().find_map(|prefix| {
        let rest = &sentence[..].get(prefix.len()..).filter(|_| starts_with_ignoring_case(sentence, prefix))?;
        // One may be the beginning of another language's.
        rest.starts_with(|c: char| c.is_ascii_digit() || BETWEEN.contains(&c)).then_some(*rest)
    })
}

/// The code of a sentence that begins with it.
pub fn prefixed(sentence: &str) -> Option<String> {
    let mut plain = String::new();
    for c in after_prefix(sentence)?.chars().skip_while(|c| BETWEEN.contains(c)).take(MAX_CODE) {
        plain.push(ascii_digit(c));
    }
    let (run, rest) = split_while(&plain, |b| b.is_ascii_alphanumeric());
    // An address or a date begins with a number too.
    if is_digits(run) && matches!(rest.as_bytes(), [b'.' | b'-', b'0'..=b'9', ..]) {
        return None;
    }
    let (whole, _) = split_while(&plain, |b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    let has_digit = |text: &&str| text.bytes().any(|b| b.is_ascii_digit());
    let found = [run, whole].into_iter().find(has_digit)?;
    code(found).map(owned)
}

/// Languages that count with digits of their own write a code so too.
fn ascii_digit(c: char) -> char {
    /// Arabic, Persian, Devanagari, Bengali.
    const ZEROS: [u32; 4] = [0x660, 0x6f0, 0x966, 0x9e6];
    let digit = ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(*zero).filter(|digit| *digit < 10));
    digit.and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_code_fold_to_one() {
        for form in
            ["490", "0490", " 490 ", "Error code - 490 Access denied.", "error code: 490", "Fehlercode 490: Nein."]
        {
            assert_eq!(fold(form), "490", "{form}");
        }
        assert_eq!(fold("Invalid_Token"), fold("invalid-token"));
        assert_eq!(fold("000"), "0");
        assert_eq!(fold(""), "");
    }

    #[test]
    fn a_sentence_begins_with_its_code_in_any_language() {
        let cases = [
            ("Error code - 490 Access denied", Some("490")),
            ("Error code - 490-Access denied", Some("490")),
            ("Fehlercode PAY-7: Der Zugriff wurde verweigert.", Some("PAY-7")),
            ("Code d’erreur : 490. Accès refusé.", Some("490")),
            ("Code d'erreur\u{a0}: 490. Accès refusé.", Some("490")),
            ("رمز الخطأ: \u{200f}\u{200e}490\u{200e}\u{200f}. تم رفض الوصول", Some("490")),
            ("کد خطا: \u{200f}\u{200e}۴۹۰\u{200e}\u{200f}. دسترسی مجاز نیست", Some("490")),
            ("エラーコード 490：アクセスが拒否されました。", Some("490")),
            ("Código de error: 490. Acceso denegado.", Some("490")),
            ("Código de erro: 490. Acesso negado.", Some("490")),
            ("Error code - 10.0.0.1 refused", None),
            ("Error code - 2026-12-01 maintenance", None),
            ("Fehlercode: keiner", None),
            ("Fehlercode 4111111111111111: nein", None),
            ("Ein Fehlercode 490: nein", None),
        ];
        for (sentence, code) in cases {
            assert_eq!(prefixed(sentence).as_deref(), code, "{sentence}");
        }
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for bad in ["", "   ", "<b>490</b>", "4\u{202e}90", "a\nb", "---", &"9".repeat(65)] {
            assert_eq!(code(bad), None, "{bad:?}");
        }
        assert_eq!(code(" NW-2-5 "), Some("NW-2-5"));
    }

    #[test]
    fn what_looks_like_a_credential_or_a_person_is_refused() {
        assert_eq!(
            (code("4111 1111 1111 1111"), id("token=abc"), prefixed("Error code - AKIAIOSFODNN7EXAMPLE")),
            (None, None, None)
        );
        assert_eq!(id("Root=1-5759e988-bd862e3fe1be46a994272793").map(str::len), Some(40));
        assert_eq!((code("anna@example.com"), id("anna@example.com")), (None, None));
        assert_eq!(label("acme sk_live_1", 4), "…");
    }

    #[test]
    fn labels_lose_what_could_mislead() {
        assert_eq!(label("a<b>\u{202e}c\u{0}\nd", 3), "abc");
    }
}
