//! A failure freed from its wire format.

use crate::catalog::{Catalog, Entry};
use crate::clean;
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
    pub fn read(failure: &Failure, stated: Option<&str>, catalogs: &'a [Catalog]) -> Problem<'a> {
        let body = failure.body.value();
        let found = envelope::code(&failure.body);
        let by_name = |name: &str| catalogs.iter().find(|catalog| catalog.provider() == name);
        // Whose code is it? The caller's word decides, then what only one provider's bodies have.
        let owner = match stated {
            Some(name) => by_name(name),
            None => catalogs.iter().find(|catalog| body.is_some_and(|body| catalog.is_marked(body))),
        };
        let mut problem = Problem {
            provider: owner.map(Catalog::provider).or(stated).map(String::from),
            request_id: envelope::request_id(failure),
            ..Problem::default()
        };
        if let Some(catalog) = owner {
            let own = body.and_then(|body| envelope::code_at(body, catalog.code_at()));
            let code = own.or(found);
            match catalog.absent(failure.status, code.as_deref(), body) {
                Some(given) => {
                    problem.code = Some(given.into());
                    problem.server_code = code;
                }
                None => problem.code = code,
            }
            problem.entry = problem.code.as_deref().and_then(|code| catalog.find(code));
        } else if let Some(code) = found {
            // Then a bare code that comes with the status of its row.
            let claims = |catalog: &&Catalog| stated.is_none() && catalog.claims(&code, failure.status);
            if let Some(catalog) = catalogs.iter().find(claims) {
                problem.provider = Some(catalog.provider().into());
                problem.entry = catalog.find(&code);
            }
            problem.code = Some(code);
        }
        problem
    }
}

/// The code of a status alone, for look-up and for the screen.
pub(crate) fn status_code(status: u16) -> String {
    clean::code(&status.to_string()).unwrap_or_default()
}
