//! What is looked for in markup: the code of an XML error, and whether it is a page.

use super::header::position;
use crate::clean;
use crate::failure::Body;

/// The code of an XML error: `<Error><Code>AccessDenied</Code>` (S3).
pub(super) fn code(body: &Body) -> Option<String> {
    let Body::Text(text) = body else { return None };
    if !text.starts_with("<") || is_page(body) {
        return None;
    }
    let start = position(text, "<code>")? + "<code>".len();
    clean::code(text[start..].split('<').next()?)
}

/// Whether the body is a page for people: a gateway's, or a network's that wants a sign-in first.
pub(crate) fn is_page(body: &Body) -> bool {
    let Body::Text(text) = body else { return false };
    ["<!doctype html", "<html"]
        .iter()
        .any(|start| text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_xml_error_has_a_code_and_a_page_has_none() {
        let of = |text: &str| code(&Body::text(text));
        assert_eq!(
            of("<?xml version=\"1.0\"?>\n<Error><Code>AccessDenied</Code></Error>"),
            Some("AccessDenied".into())
        );
        assert_eq!(of("<Error><Code><b>x</b></Code></Error>"), None);
        assert_eq!(of("<!DOCTYPE html><code>x</code>"), None);
        assert_eq!(of("<HTML><code>x</code>"), None);
        assert_eq!(of("<code>"), None);
        assert_eq!(of("say <code>x</code>"), None);
    }
}
