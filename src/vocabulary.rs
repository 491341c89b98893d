//! Names and sentences that mean the same whoever sends them: codes that say what they mean, and what frameworks and
//! identity servers say by default.

use crate::clean::fold;
use crate::envelope;
use crate::failure::{Body, Failure};
use crate::reason::{Category, Reason};
use crate::text::{find_ignoring_case, has_any, split_last, words};
use crate::value::{head, is_same_name};

/// Names by what stands in them, all folded: one of the first words and, where there are any, one of the second beside it
/// (`token expired`, `the token has expired`, `expired token`), and none of the third. The first row that fits counts.
///
/// Sources: Laravel `auth.php` and Passport; Django REST framework `exceptions.py` and Simple JWT; Spring Security
/// `messages.properties`; FastAPI's `security` and FastAPI Users; Devise `devise.en.yml`; ASP.NET Identity; NestJS and
/// Passport strategies; `jsonwebtoken`; Keycloak `messages_en.properties`; GoTrue, Firebase, Auth0 and Okta for names.
#[rustfmt::skip]
const NAMES: &[[&str; 4]] = &[
    // RFC 9470 section 3, Auth0, Okta, Microsoft Entra, ASP.NET Identity
    ["mfa_required", "mfarequired multifactorauth multifactorrequired twofactorauth requirestwofactor 2farequired insufficientuserauth", "", "invalid"],
    [TOO_MANY_ATTEMPTS, "toomanyattempt toomanyloginattempt toomanyfailed attemptsexceeded attemptlimit temporarilylocked temporarilydisabled lockedout", "", ""],
    ["invalid_credentials", "onemoreattempt", "", ""],
    ["session_expired", "session refreshtoken", "expired notactive invalid revoked timedout", "upload cast checkout play stream view before"],
    ["token_invalid", "token accesstoken authtoken authenticationtoken bearertoken jwt signature", "expired invalid notvalid malformed revoked notactive", "unexpected page cursor near position count client device push"],
    ["invalid_credentials", "password identifier usercredential credential login email username", "invalid incorrect bad wrong donotmatch", "client format"],
    ["invalid_credentials", "unabletologin noactiveaccount", "", ""],
    ["account_disabled", "account user", "disabled locked suspended blocked banned deactivated inactive", "by before create creation"],
    ["account_not_verified", "email account user address", "notverified notconfirmed unverified unconfirmed notactivated notfullysetup", "byprovider"],
    ["account_not_verified", "confirmyouremail verifyyouremail", "", ""],
    ["password_reset_required", "passwordresetrequired passwordexpired mustchangepassword", "", ""],
    ["sign_in_required", "unauthenticated notauthenticated notloggedin loginrequired needtosignin interactionrequired credentialswerenotprovided authenticationisrequired", "", "field"],
    ["rate_limited", "throttled", "", ""],
    ["stream_limit_reached", "toomanystream toomanyactivestream toomanyconcurrent streamlimit concurrentstream simultaneousstream", "", "must invalid request"],
    ["device_limit_reached", "toomanydevice devicelimit limitofdevice numberofdevice", "", "must invalid push change"],
    ["geo_blocked", "country region territory geo", "block restrict banned notallowed", "shipping payment"],
    ["geo_blocked", "inyourcountry inyourregion fromyourcountry countryorregion", "", "shipping payment"],
    ["subscription_expired", "subscription", "expired", "push"],
    ["payment_declined", "card payment instrument", "declined", ""],
    ["maintenance", "undermaintenance maintenancemode", "", "required"],
];

/// Whoever tries a password or code too often must wait, and try again then.
pub(crate) const TOO_MANY_ATTEMPTS: &str = "too_many_attempts";

/// What stands in codes that tell what nobody may learn: Firebase's, Cognito's, Supabase's, Keycloak's of an account that is not there.
const NO_ACCOUNT: &str = "usernotfound emailnotfound accountnotfound nosuchuser unknownuser userdoesnotexist";
/// Stripe's and others' of a card or device.
const SECRETS: &str = "fraud stolen lostcard pickupcard blacklist";

/// Names of statuses (RFC 9110 section 15, `google/rpc/code.proto`, GraphQL servers), folded; `Exception` or `Error` may
/// follow.
const STATUSES: &[(u16, &str)] = &[
    (400, "badrequest invalidargument failedprecondition baduserinput validation invalidrequest unprocessableentity"),
    (401, "unauthorized notauthorized"),
    (403, "forbidden permissiondenied accessdenied"),
    (404, "notfound"),
    (409, "conflict alreadyexists aborted"),
    (429, "toomanyrequests resourceexhausted"),
    (500, "internalserver internal server"),
    (501, "unimplemented notimplemented"),
    (502, "badgateway"),
    (503, "serviceunavailable unavailable"),
    (504, "gatewaytimeout deadlineexceeded"),
];

/// Sentences that are longer say more than one thing.
const LONGEST: usize = 160;

/// What a code says by itself: the name of a reason, or of words of our own.
pub(crate) fn name(code: &str) -> Option<&'static str> {
    let code = split_last(code, b'/').map_or(code, |(_, name)| name);
    let same = |reason: &&Reason| is_same_name(reason.name(), code) && !is_general(**reason);
    let reason = Reason::ALL.iter().find(same).map(|reason| reason.name());
    reason.or_else(|| row(&fold(code), |_| true))
}

/// Whether a code would tell what nobody may learn, whatever it means.
pub(crate) fn tells_secret(code: &str) -> bool {
    has_any(&fold(code), SECRETS) || names_no_account(code)
}

/// Whether a code says that there is no such account. With 404 it may be any account that was asked for; else it is a sign-in.
pub(crate) fn names_no_account(code: &str) -> bool {
    has_any(&fold(code), NO_ACCOUNT)
}

/// What a sentence of the body says by itself. A page only says where it may not be seen, and a server that failed only that
/// it is being worked on.
pub(crate) fn sentence(failure: &Failure) -> Option<&'static str> {
    let known = |text: &str| if text.len() <= LONGEST { row(&fold(text), |_| true) } else { None };
    let page = || {
        let hidden = matches!(failure.status, Some(403 | 451));
        let words = if hidden { envelope::page_words(&failure.body) } else { None };
        row(&fold(&words?), |name| name == Reason::GeoBlocked.name())
    };
    let failed = |name: &&str| failure.status < Some(500) || *name == Reason::Maintenance.name();
    envelope::sentences(&failure.body).iter().find_map(|text| known(text)).filter(failed).or_else(page)
}

/// The status that a code, or else a sentence of the body, names.
pub(crate) fn status(code: Option<&str>, body: &Body) -> Option<u16> {
    let named = |text: &str| {
        let folded = fold(head(text, LONGEST));
        let name = ["exception", "error"].iter().find_map(|end| folded.strip_suffix(end)).unwrap_or(&folded);
        STATUSES
            .iter()
            .find(|(_, names)| !name.is_empty() && words(names).any(|word| word == name))
            .map(|(status, _)| *status)
    };
    code.and_then(named).or_else(|| envelope::sentences(body).iter().find_map(|text| named(text)))
}

/// Whether what a name or sentence says is for the viewer to mend, and not for the app.
pub(crate) fn is_mended_by_viewer(name: &str) -> bool {
    let apps = [Reason::TokenInvalid, Reason::SessionExpired, Reason::SignInRequired];
    !apps.iter().any(|reason| reason.name() == name)
}

/// What says no more than a status does is left to the status, and what tells of no answer to what was thrown.
fn is_general(reason: Reason) -> bool {
    match reason.category() {
        Category::Network | Category::App | Category::Service | Category::Unknown => reason != Reason::Maintenance,
        _ => matches!(reason, Reason::AccessDenied | Reason::NotFound),
    }
}

/// The name, of those that are sought, that a folded text says.
fn row(folded: &str, sought: fn(&str) -> bool) -> Option<&'static str> {
    for [name, first, second, never] in NAMES.iter().filter(|[name, ..]| sought(name)) {
        let fits = if second.is_empty() { has_any(folded, first) } else { is_beside(folded, first, second) };
        if fits && !has_any(folded, never) {
            return Some(name);
        }
    }
    None
}

/// Whether one of the first words stands before one of the second, with no more than a verb between, or right behind it.
fn is_beside(folded: &str, first: &str, second: &str) -> bool {
    const BETWEEN: [&str; 6] = ["s", "is", "was", "were", "has", "been"];
    words(first).any(|first| {
        let Some(at) = find_ignoring_case(folded, first) else { return false };
        let before = &folded[..at];
        let mut after = &folded[at + first.len()..];
        for verb in BETWEEN {
            after = after.strip_prefix(verb).unwrap_or(after);
        }
        words(second).any(|second| after.starts_with(second) || before.ends_with(second))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_sentences_say_what_they_mean() {
        let cases = [
            ("GEO_BLOCKED", Some("geo_blocked")),
            ("auth/user-disabled", Some("account_disabled")),
            ("TokenExpiredError", Some("token_invalid")),
            ("refresh_token_expired", Some("session_expired")),
            ("mfa_required", Some("mfa_required")),
            ("UNAUTHENTICATED", Some("sign_in_required")),
            ("invalid_credentials", Some("invalid_credentials")),
            ("email_not_confirmed", Some("account_not_verified")),
            ("NOT_FOUND", None),
            ("SERVICE_UNAVAILABLE", None),
            ("offline", None),
            ("UNKNOWN", None),
            ("invalid_client", None),
            ("E-7", None),
            ("TOO_MANY_ATTEMPTS_TRY_LATER", Some(TOO_MANY_ATTEMPTS)),
            ("RequiresTwoFactor", Some("mfa_required")),
        ];
        for (code, name) in cases {
            assert_eq!(super::name(code), name, "{code}");
        }
        let cases = [
            ("These credentials do not match our records.", Some("invalid_credentials")), // Laravel
            ("No active account found with the given credentials", Some("invalid_credentials")), // Simple JWT
            ("Unable to log in with provided credentials.", Some("invalid_credentials")), // Django REST framework
            ("Bad credentials", Some("invalid_credentials")),                             // Spring
            ("Invalid Email or password.", Some("invalid_credentials")),                  // Devise
            ("The user name or password is incorrect.", Some("invalid_credentials")),     // ASP.NET
            ("Invalid user credentials", Some("invalid_credentials")),                    // Keycloak
            ("Authentication credentials were not provided.", Some("sign_in_required")),  // Django REST framework
            ("Given token not valid for any token type", Some("token_invalid")),          // Simple JWT
            ("jwt expired", Some("token_invalid")),                                       // jsonwebtoken
            ("Full authentication is required to access this resource", Some("sign_in_required")), // Spring
            ("Unauthenticated.", Some("sign_in_required")),                               // Laravel
            ("Not authenticated", Some("sign_in_required")),                              // FastAPI
            ("You need to sign in or sign up before continuing.", Some("sign_in_required")), // Devise
            ("Your session expired. Please sign in again to continue.", Some("session_expired")), // Devise
            ("You have to confirm your email address before continuing.", Some("account_not_verified")), // Devise
            ("Account is not fully set up", Some("account_not_verified")),                // Keycloak
            ("Your account is locked.", Some("account_disabled")),                        // Devise
            ("User is disabled", Some("account_disabled")),                               // Spring
            ("Multifactor authentication required", Some("mfa_required")),                // Auth0
            ("The user credentials were incorrect.", Some("invalid_credentials")),        // Laravel Passport
            ("You have one more attempt before your account is locked.", Some("invalid_credentials")), // Devise
            ("Too many login attempts. Please try again in 47 seconds.", Some(TOO_MANY_ATTEMPTS)), // Laravel
            ("Account is temporarily locked. Try again in 15 minutes.", Some(TOO_MANY_ATTEMPTS)),
            ("Signature has expired", Some("token_invalid")), // PyJWT
            ("Inactive user", Some("account_disabled")),      // FastAPI
            ("You are blocked by this user", None),
            ("You cannot follow a user who is disabled", None),
            ("User is not blocked", None),
            ("Token has not expired", None),
            ("The session expired before the payment was completed", None),
            ("Required object 'reference' is not provided.", None),
            ("Email was not provided", None),
            ("Invalid page token", None),
            ("Upload session expired", None),
            ("User account creation is disabled", None),
            ("User is blocked by you", None),
            ("Shipping is not available in your country", None),
            ("Device limit must be a positive number", None),
            ("Push subscription expired", None),
            ("Unexpected token < in JSON at position 0", None),
            ("Something went wrong", None),
            ("The stream is offline", None),
        ];
        for (text, name) in cases {
            assert_eq!(sentence(&Failure { body: Body::text(text), ..Failure::response(403) }), name, "{text}");
        }
    }

    #[test]
    fn a_phrase_names_its_status() {
        let cases = [
            ("INTERNAL_SERVER_ERROR", Some(500)),
            ("Not Found", Some(404)),
            ("UnauthorizedException", Some(401)),
            ("PERMISSION_DENIED", Some(403)),
            ("UNAVAILABLE", Some(503)),
            ("ValidationError", Some(400)),
            ("Error", None),
            ("", None),
        ];
        for (text, status) in cases {
            assert_eq!(super::status(Some(text), &Body::Empty), status, "{text}");
        }
    }
}
