//! A failure freed from its wire format.

use crate::catalog::{Catalogs, Entry};
use crate::envelope;
use crate::failure::Failure;
use crate::locale::message::Arg;

/// What the server said, found in its body and headers.
#[derive(Debug, Default)]
pub(crate) struct Problem<'a> {
    /// Whose code it is.
    pub provider: Option<&'a str>,
    /// The code to quote: the server's, or one that the client gives itself.
    pub code: Option<String>,
    /// What the server sent, where `code` is another.
    pub server_code: Option<String>,
    /// What the server calls this failure.
    pub request_id: Option<&'a str>,
    /// What the body says that the words may hold.
    pub params: Vec<(&'a str, Arg<'a>)>,
    /// What the provider's catalog knows of the code.
    pub entry: Option<&'a Entry>,
}

impl<'a> Problem<'a> {
    /// Reads a failure. `stated` is the provider that the caller names.
    pub fn read(failure: &'a Failure, stated: Option<&'a str>, catalogs: &'a Catalogs) -> Problem<'a> {
        let body = failure.body.value();
        let status = failure.status.unwrap_or_default();
        let mut problem = Problem { request_id: envelope::request_id(failure), ..Problem::default() };
        // Whose code is it? The caller's word decides, then what only one provider's bodies have.
        let owner = stated.or_else(|| catalogs.marked(body?));
        let own_rules = owner.is_some();
        // Then a code at its place that comes with the status of its row.
        if let Some(owner) = owner.or_else(|| catalogs.claimant(failure)) {
            let own = catalogs.code_of(owner, failure);
            let absent = catalogs.absent(owner, status, own.as_deref(), body).filter(|_| own_rules);
            let sent = own.or_else(|| envelope::code(failure));
            if absent.is_some() {
                (problem.code, problem.server_code) = (absent, sent);
            } else {
                problem.code = sent;
            }
            problem.entry = problem.code.as_deref().and_then(|code| catalogs.find(owner, code));
            problem.provider = Some(owner);
        } else {
            problem.code = envelope::code(failure);
        }
        // Servers without codes are known by their sentences.
        if problem.entry.is_none() {
            if let Some((owner, entry)) = catalogs.sentence(problem.provider, &failure.body) {
                problem.provider = Some(owner);
                problem.entry = Some(entry);
            }
        }
        if let (Some(owner), Some(body)) = (problem.provider, body) {
            problem.params = catalogs.params(owner, body);
        }
        problem
    }
}
