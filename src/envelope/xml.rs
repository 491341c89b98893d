//! What is looked for in markup: the code of an XML error, and whether it is a page.

use crate::clean;
use crate::failure::Body;
use crate::text::{find_ignoring_case, split, split_first, split_last, split_once, split_while, trim, words};

/// The elements that hold the code of an XML error, best first: `<Error><Code>AccessDenied</Code></Error>` (S3), the
/// details of a SOAP fault (PlayReady), then the fault's own (SOAP 1.2 section 5.4.6, SOAP 1.1 section 4.4).
const CODES: &str = "code errorcode error_code statuscode value faultcode";
/// What every SOAP fault says: whose fault it is.
const SIDES: &str = "Client Server Sender Receiver VersionMismatch MustUnderstand";

/// The code of an XML error.
pub(super) fn code(body: &Body) -> Option<&str> {
    let is = |code: &&str| !words(SIDES).any(|side| side == *code);
    let code = words(CODES).find_map(|name| elements(body, name).filter_map(|text| clean::code(local(text))).find(is));
    code.or_else(|| elements(body, "type").find_map(|address| clean::code(super::address_end(address)?)))
}

/// A qualified name without its prefix; an address is none.
fn local(name: &str) -> &str {
    split_last(name, b':').filter(|(prefix, _)| split_once(prefix, b':').is_none()).map_or(name, |(_, local)| local)
}

/// What stands in the elements of that name, in any letter case and namespace.
pub(super) fn elements<'a>(body: &'a Body, name: &'a str) -> impl Iterator<Item = &'a str> {
    let mut rest = match body {
        Body::Text(text) if text.starts_with('<') && page(body).is_none() => text.as_str(),
        _ => "",
    };
    std::iter::from_fn(move || {
        while let Some(at) = find_ignoring_case(rest, name) {
            let opens = matches!(rest[..at].bytes().next_back(), Some(b'<' | b':'));
            rest = &rest[at + name.len()..];
            if opens && matches!(rest.bytes().next(), Some(b'>' | b' ')) {
                let (_, after) = split_while(rest, |b| b != b'>');
                let (inner, _) = split_while(after.get(1..)?, |b| b != b'<');
                return Some(trim(inner));
            }
        }
        None
    })
}

/// A page for people: a gateway's, or a network's that wants a sign-in first. It may begin with a comment or with XHTML's
/// declaration, or be a fragment.
pub(crate) fn page(body: &Body) -> Option<&str> {
    const MARKS: &[&str] = &["<!doctype html", "<html", "<head>", "<h1", "<center>"];
    let Body::Text(text) = body else { return None };
    (text.starts_with('<') && MARKS.iter().any(|mark| find_ignoring_case(text, mark).is_some())).then_some(text)
}

/// What a page says, without its markup.
pub(crate) fn page_words(body: &Body) -> Option<String> {
    let mut words = String::new();
    for part in split(page(body)?, |b| b == b'<') {
        words.push_str(split_first(part, b'>').1);
    }
    Some(words)
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

    #[test]
    fn a_soap_fault_has_the_code_of_its_details() {
        let of = |text: &str| code(&Body::text(text)).map(String::from);
        let fault = |inner: &str| {
            format!("<soap:Envelope><soap:Body><soap:Fault>{inner}</soap:Fault></soap:Body></soap:Envelope>")
        };
        let details = "<faultcode>soap:Server</faultcode><detail><Exception><StatusCode>0x8004c604</StatusCode></Exception></detail>";
        assert_eq!(of(&fault(details)), Some("0x8004c604".into()));
        assert_eq!(of(&fault("<faultcode>soap:Server</faultcode>")), None);
        assert_eq!(of(&fault("<faultcode>acme:Expired</faultcode>")), Some("Expired".into()));
        let subcode = "<env:Code><env:Value>env:Sender</env:Value><env:Subcode><env:Value>m:MessageTimeout</env:Value></env:Subcode></env:Code>";
        assert_eq!(of(&fault(subcode)), Some("MessageTimeout".into()));
    }

    #[test]
    fn a_page_may_have_something_in_front() {
        let is = |text: &str| page(&Body::text(text)).is_some();
        assert!(
            is("<!-- gateway --><html>")
                && is("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C\">")
                && is("<center><h1>502</h1></center>")
        );
        assert!(!is("<Error><Code>x</Code></Error>") && !is("say <html>") && !is("<Envelope><Body/></Envelope>"));
    }
}
