//! What is looked for in markup: the code of an XML error, and whether it is a page.

use crate::clean;
use crate::failure::Body;
use crate::text::{find_ignoring_case, split_while, starts_with_ignoring_case};

/// The elements that hold the code of an XML error: `<Error><Code>AccessDenied</Code></Error>` (S3), and a problem's
/// type (RFC 9457 appendix B).
const CODES: &[&str] = &["code", "errorcode", "error_code"];

/// The code of an XML error.
pub(super) fn code(body: &Body) -> Option<&str> {
    let code = CODES.iter().find_map(|name| clean::code(element(body, name)?));
    code.or_else(|| clean::code(super::address_end(element(body, "type")?)?))
}

/// What stands in the first element of that name, in any letter case and namespace.
pub(super) fn element<'a>(body: &'a Body, name: &str) -> Option<&'a str> {
    let Body::Text(text) = body else { return None };
    if !text.starts_with('<') || is_page(body) {
        return None;
    }
    let mut rest = text.as_str();
    while let Some(at) = find_ignoring_case(rest, name) {
        let opens = matches!(rest[..at].bytes().next_back(), Some(b'<' | b':'));
        rest = &rest[at + name.len()..];
        if opens && matches!(rest.bytes().next(), Some(b'>' | b' ')) {
            let (_, after) = split_while(rest, |b| b != b'>');
            let (inner, _) = split_while(after.get(1..)?, |b| b != b'<');
            return Some(inner.trim_ascii());
        }
    }
    None
}

/// Whether the body is a page for people: a gateway's, or a network's that wants a sign-in first.
pub(crate) fn is_page(body: &Body) -> bool {
    let Body::Text(text) = body else { return false };
    starts_with_ignoring_case(text, "<!doctype html") || starts_with_ignoring_case(text, "<html")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_xml_error_has_a_code_and_a_page_has_none() {
        let of = |text: &str| code(&Body::text(text)).map(String::from);
        assert_eq!(
            of("<?xml version=\"1.0\"?>\n<Error><Code>AccessDenied</Code></Error>"),
            Some("AccessDenied".into())
        );
        assert_eq!(of("<a:Fault><a:Code lang='en'> NoSuchKey </a:Code></a:Fault>"), Some("NoSuchKey".into()));
        assert_eq!(
            of("<problem xmlns=\"urn:ietf:rfc:7807\"><type>https://example.com/probs/out-of-credit</type></problem>"),
            Some("out-of-credit".into())
        );
        assert_eq!(of("<errorCode>E-7</errorCode>"), Some("E-7".into()));
        assert_eq!(of("<Error><Code><b>x</b></Code></Error>"), None);
        assert_eq!(of("<Error><Code"), None);
        assert_eq!(of("<!DOCTYPE html><code>x</code>"), None);
        assert_eq!(of("<HTML><code>x</code>"), None);
        assert_eq!(of("<code>"), None);
        assert_eq!(of("say <code>x</code>"), None);
    }
}
