//! A failure freed from its wire format.

use crate::catalog::{Catalogs, Entry};
use crate::envelope;
use crate::failure::Failure;

/// What the server said, found in its body and headers.
#[derive(Debug, Default)]
pub(crate) struct Problem<'a> {
    /// Whose code it is.
    pub provider: Option<String>,
    /// The code to quote: the server's, or one that the client gives itself.
    pub code: Option<String>,
    /// What the server sent, where `code` is another.
    pub server_code: Option<String>,
    /// What the server calls this failure.
    pub request_id: Option<String>,
    /// What the provider's catalog knows of the code.
    pub entry: Option<&'a Entry>,
}

impl<'a> Problem<'a> {
    /// Reads a failure. `stated` is the provider that the caller names.
    pub fn read(failure: &Failure, stated: Option<&str>, catalogs: &'a Catalogs) -> Problem<'a> {
        let body = failure.body.value();
        let mut problem = Problem { request_id: envelope::request_id(failure), ..Problem::default() };
        let found = envelope::code(&failure.body);
        // Whose code is it? The caller's word decides, then what only one provider's bodies have.
        if let Some(owner) = stated.or_else(|| catalogs.marked(body?)) {
            let own = body.and_then(|body| catalogs.code_of(owner, body));
            problem.code = own.or(found);
            let status = failure.status.unwrap_or_default();
            if let Some(given) = catalogs.absent(owner, status, problem.code.as_deref(), body) {
                problem.server_code = problem.code.replace(given);
            }
            problem.entry = problem.code.as_deref().and_then(|code| catalogs.find(owner, code));
            problem.provider = Some(owner.into());
        } else if let Some(code) = found {
            // Then a bare code that comes with the status of its row.
            if let Some(owner) = failure.status.and_then(|status| catalogs.claimant(&code, status)) {
                problem.entry = catalogs.find(owner, &code);
                problem.provider = Some(owner.into());
            }
            problem.code = Some(code);
        }
        problem
    }
}
