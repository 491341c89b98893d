//! What the simulation is to show.

use crate::scenario::SHED_SECONDS;
use crate::table::{Row, IDEAL, OURS, REJECTION, SPREAD};
use std::fmt::Write;

/// Two runs of equal policies differ by this much, because their random numbers do.
const NOISE: f64 = 1.02;

/// Whether rejecting alone takes all that the service can do, while everybody keeps to the wait that it asks for and half
/// of it on top: `r N / d >= C`. No policy that comes back within that time can then be served.
fn drowns(row: &Row) -> bool {
    let wait_ms = 1.25 * 1000.0 * f64::from(SHED_SECONDS);
    row.policy == OURS && row.rejection * f64::from(IDEAL) >= wait_ms
}

/// Says of each aim whether it holds; and whether all do that must.
pub fn check(clients: u32, rows: &[Row]) -> (bool, String) {
    let find = |policy: &str| {
        let is = |row: &&Row| row.scenario.name == "same-date" && row.rejection == REJECTION && row.policy == policy;
        rows.iter().find(is).expect("a row")
    };
    let (spread, ours, envoy) = (find(SPREAD), find(OURS), find("Envoy, x1 to 1.5"));
    let never = f64::INFINITY;
    let most = |row: &Row| row.most.unwrap_or(never);
    let (mut early, mut stuck, mut untold, mut drowned) = (0, Vec::new(), Vec::new(), Vec::new());
    for row in rows.iter().filter(|row| row.policy.starts_with(OURS)) {
        let what = format!("{}, {}, rejection {}", row.policy, row.scenario.name, row.rejection);
        // Nobody can keep to what nobody says; the page says which these are.
        let told = row.scenario.tells() || (row.policy == SPREAD && row.scenario.sees_date);
        if row.scenario.tells() {
            early += row.early;
        }
        match (row.most, told) {
            (None, true) if drowns(row) => drowned.push(what),
            (None, true) => stuck.push(what),
            (None, false) => untold.push(what),
            _ => {}
        }
    }
    let aims = [
        ("with `spreadMs`: at most 1.5 C in any second", spread.peak <= 1.5, format!("{:.2}", spread.peak)),
        (
            "with `spreadMs`: at most 2.5 requests a client",
            spread.requests_per_client <= 2.5,
            format!("{:.2}", spread.requests_per_client),
        ),
        ("with `spreadMs`: 99 % served within 1.2 of the ideal", most(spread) <= 1.2, format!("{:.2}", most(spread))),
        (
            "without it: no higher peak than Envoy's",
            ours.peak <= envoy.peak * NOISE,
            format!("{:.2} and {:.2}", ours.peak, envoy.peak),
        ),
        (
            "without it: no more requests than Envoy's",
            ours.requests_per_client <= envoy.requests_per_client * NOISE,
            format!("{:.2} and {:.2}", ours.requests_per_client, envoy.requests_per_client),
        ),
        (
            "without it: 99 % no later than Envoy's",
            most(ours) <= most(envoy) * NOISE,
            format!("{:.2} and {:.2}", most(ours), most(envoy)),
        ),
        ("nobody of ours earlier than the server asked", early == 0, format!("{early} tries")),
        (
            "never stuck where the server says when or `spreadMs` does, and rejecting leaves it time to serve",
            stuck.is_empty(),
            stuck.join("; "),
        ),
    ];
    let mut text = format!("## Aims, {clients} clients\n\n");
    for (aim, holds, found) in &aims {
        let found = if found.is_empty() { String::new() } else { format!(" ({found})") };
        writeln!(text, "- {}: {aim}{found}", if *holds { "held" } else { "NOT HELD" }).expect("text");
    }
    if !drowned.is_empty() {
        writeln!(
            text,
            "- Where rejecting takes all that the service can do, fewer than 99 % are served: {}.",
            drowned.join("; ")
        )
        .expect("text");
    }
    if !untold.is_empty() {
        writeln!(text, "- Where nobody says when, fewer than 99 % are served: {}.", untold.join("; ")).expect("text");
    }
    (aims.iter().all(|(_, holds, _)| *holds), text)
}

#[test]
fn a_small_fleet_reaches_the_aims() {
    let (held, text) = check(20_000, &crate::table::rows(20_000, &crate::scenario::SCENARIOS[1..2]));
    assert!(held, "{text}");
}
