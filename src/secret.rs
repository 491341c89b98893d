//! What looks like a credential or a person, and so is told to nobody, wherever it stood.

use crate::text::split;

/// How tokens begin that say what they are: JWT (`{"` in base64), RFC 6750, Stripe, AWS, GitHub, Slack, Google, GitLab.
const TOKENS: &str = "eyJ,Bearer ,bearer ,Basic ,sk_live_,sk_test_,rk_live_,pk_live_,pk_test_,AKIA,ASIA,ghp_,\
    gho_,github_pat_,xoxb-,xoxp-,xapp-,AIza,ya29.,GOCSPX-,whsec_,glpat-";
/// Letters and digits of one of AWS', whose beginnings are words too.
const AWS: usize = 20;

/// AWS X-Ray's ids are no secret: `Root=1-5759e988-bd862e3fe1be46a994272793`.
const TRACE: &str = "Root=1-";

/// Whether a token, `name=value` or the number of a payment card stands in a text.
pub(crate) fn is_secret(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut before = b' ';
    for (at, &b) in bytes.iter().enumerate() {
        let rest = &bytes[at..];
        let found = if b == b'=' {
            // What ends with it is base64, as Amazon's extended request ids are.
            let after = byte(rest, 1);
            after > b' ' && after != b'=' && !text.starts_with(TRACE)
        } else {
            // What stands within a word is a part of it; after a plus it is to be called.
            !before.is_ascii_alphanumeric() && before != b'+' && (is_token(rest) || is_card(rest))
        };
        if found {
            return true;
        }
        before = b;
    }
    false
}

/// Nothing is as a space.
fn byte(text: &[u8], at: usize) -> u8 {
    *text.get(at).unwrap_or(&b' ')
}

/// Whether a text begins with a token.
fn is_token(text: &[u8]) -> bool {
    let length = || text.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    split(TOKENS, |b| b == b',')
        .any(|start| text.starts_with(start.as_bytes()) && (!start.ends_with('A') || length() == AWS))
}

/// Whether a text begins with the number of a payment card (ISO/IEC 7812): 13 to 19 digits, the last of which is Luhn's check
/// digit, at once or in groups. A UUID's groups are shorter in sum, or one is longer; those of a date are shorter.
fn is_card(text: &[u8]) -> bool {
    // The sum as it is when the last digit counts as it is, and when it counts double.
    let (mut sum, mut other) = (0, 0);
    let (mut count, mut group) = (0, 0);
    for at in 0.. {
        let b = byte(text, at);
        if b.is_ascii_digit() {
            let digit = u32::from(b - b'0');
            (sum, other) = (other + digit, sum + digit * 2 - if digit > 4 { 9 } else { 0 });
            (count, group) = (count + 1, group + 1);
            continue;
        }
        if (13..=19).contains(&count) && sum % 10 == 0 && (group == count || group < 8) && !b.is_ascii_alphanumeric() {
            return true;
        }
        if !matches!(b, b' ' | b'-' | b'.' | b'_' | b'/' | b':' | b'#' | b'+') || !(3..8).contains(&group) {
            break;
        }
        group = 0;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::is_secret;

    #[test]
    fn what_is_secret() {
        for text in [
            "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.",
            "eyJhbGciOiJub25lIn0",
            "x:eyJhbGciOiJub25lIn0",
            "Bearer ab12cd34ef",
            "Authorization: bearer ab12",
            "sk_live_000000000000000000000000",
            "id-rk_live_0",
            "pk_live_1",
            "AKIAIOSFODNN7EXAMPLE",
            "key ASIAIOSFODNN7EXAMPLE/x",
            "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
            "github_pat_11A",
            "xoxb-1-a",
            "xoxp-1-a",
            "AIzaSyDaGmWKa4JsXZ-HjGw7ISLn_3namBGewQe",
            "ya29.a0",
            "glpat-x",
            "token=abc123",
            "access_token=/a",
            "a#b=c==",
            "4111111111111111",
            "4111 1111 1111 1111",
            "4111-1111-1111-1111",
            "378282246310005",
            "3782 822463 10005",
            "4222222222222",
            "6304000000000000000",
            "card:4111111111111111",
            "12 4111 1111 1111 1111",
            "490-4111111111111111",
            "1234567812345670",
        ] {
            assert!(is_secret(text), "{text}");
        }
    }

    #[test]
    fn what_is_none() {
        for text in [
            "",
            "490",
            "invalid_token",
            "auth:invalid",
            "urn:acme:E-1",
            "pk_violation",
            "sk-SK",
            "ASIA-PACIFIC",
            "Asia region",
            "ASIAPACIFICREGIONUNSUPPORTED",
            "Bearer",
            "keyJson",
            "n = 1",
            "one: n % 10 = 2..4",
            "de_DE@euro",
            "4111111111111112",
            "550e8400-e29b-41d4-a716-446655440000",
            "12345678-1234-4123-8123-123456789012",
            "abcdef01-abcd-4123-8123-123456789007",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "Root=1-5759e988-bd862e3fe1be46a994272793",
            "eftixk72aD6Ap51TnqcoF8eFidJG9Z/2mkiDFu8yU9AS1ed4OpIszj7UDNEHGran==",
            "vlR7PnpV2Ce81l0PRw6jlUpck7Jo5ZsQjryTjKlc5aLWGVHPZLj5NeC6qMa0emYBDXOo6QBU0Wo=",
            "+4915112345678",
            "+49 30 123-45",
            "4111111111111111a",
            "a4111111111111111",
            "pin4111111111111111",
            "2026-11-29 19:43:32",
            "41111111111111111111",
            "4111  1111 1111 1111",
            "4-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1",
        ] {
            assert!(!is_secret(text), "{text}");
        }
    }
}
