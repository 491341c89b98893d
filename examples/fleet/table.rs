//! Every policy in every scenario, side by side.

use crate::policy::{Plainly, Policy, OTHERS};
use crate::run::{run, Outcome, Setting, STEP};
use crate::scenario::{Scenario, SCENARIOS};
use std::fmt::Write;
use std::sync::Mutex;

/// For how long the server is down, in milliseconds.
pub const DOWN: u32 = 60_000;
/// A server that could serve the whole fleet in this time, in milliseconds.
pub const IDEAL: u32 = 200_000;
pub const REJECTION: f64 = 0.1;
const HARSH_REJECTION: f64 = 0.3;
/// From a request to its answer, in milliseconds.
const TRIP: u32 = 100;
/// How long after the outage is looked, in times of the ideal.
const PATIENCE: u32 = 6;
const SEED: u64 = 490;
const SECOND: usize = (1000 / STEP) as usize;

/// One policy in one scenario.
pub struct Row {
    pub scenario: &'static Scenario,
    pub policy: &'static str,
    pub rejection: f64,
    /// The most requests in a second after the outage, in times of what the server can serve.
    pub peak: f64,
    pub requests_per_client: f64,
    /// Until so many are served after the outage, in times of the ideal.
    pub half: Option<f64>,
    pub most: Option<f64>,
    pub early: u64,
    pub stuck: bool,
    /// Requests in each second.
    pub load: Vec<u64>,
}

fn setting(scenario: &'static Scenario, clients: u32, rejection: f64) -> Setting<'static> {
    let capacity = f64::from(clients) / f64::from(IDEAL) * 1000.0;
    Setting {
        scenario,
        clients,
        capacity,
        down: DOWN,
        rejection,
        room: capacity as usize,
        first: 1000.0,
        trip: TRIP,
        max_attempts: 0,
        end: DOWN + PATIENCE * IDEAL,
        patience: IDEAL,
    }
}

impl Row {
    fn of(setting: &Setting<'static>, policy: &'static str, outcome: &Outcome) -> Row {
        let times = |part| {
            let at = outcome.served_by(part, setting.clients)?;
            Some(f64::from(at - setting.down) / f64::from(IDEAL))
        };
        Row {
            scenario: setting.scenario,
            policy,
            rejection: setting.rejection,
            peak: outcome.peak(setting.down, SECOND) as f64 / setting.capacity,
            requests_per_client: outcome.requests as f64 / f64::from(setting.clients),
            half: times(0.5),
            most: times(0.99),
            early: outcome.early,
            stuck: outcome.stuck,
            load: outcome.load.chunks(SECOND).map(|second| second.iter().map(|n| u64::from(*n)).sum()).collect(),
        }
    }
}

/// All of them in these scenarios; those of Plainly also where rejecting costs more, and where it costs nothing.
pub fn rows(clients: u32, scenarios: &'static [Scenario]) -> Vec<Row> {
    let ours = [Plainly::new(OURS, 0), Plainly::new(SPREAD, u64::from(IDEAL))];
    let mut jobs: Vec<(&'static Scenario, &dyn Policy, f64)> = Vec::new();
    for scenario in scenarios {
        jobs.extend(OTHERS.iter().map(|policy| (scenario, policy as &dyn Policy, REJECTION)));
        jobs.extend(ours.iter().map(|policy| (scenario, policy as &dyn Policy, REJECTION)));
    }
    for scenario in scenarios {
        for rejection in [0.0, HARSH_REJECTION] {
            jobs.extend(ours.iter().map(|policy| (scenario, policy as &dyn Policy, rejection)));
        }
    }
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(4);
    let next = Mutex::new(0);
    let done = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| loop {
                let at = {
                    let mut next = next.lock().expect("a counter");
                    *next += 1;
                    *next - 1
                };
                let Some((scenario, policy, rejection)) = jobs.get(at).copied() else { break };
                let setting = setting(scenario, clients, rejection);
                let row = Row::of(&setting, policy.name(), &run(&setting, policy, SEED));
                let mut done = done.lock().expect("rows");
                done.push((at, row));
                eprint!("\r{} of {} simulated ", done.len(), jobs.len());
            });
        }
    });
    eprintln!();
    let mut done = done.into_inner().expect("rows");
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, row)| row).collect()
}

pub const OURS: &str = "Plainly";
pub const SPREAD: &str = "Plainly with `spreadMs`";

fn times(value: Option<f64>) -> String {
    value.map_or("never".into(), |value| format!("{value:.2}"))
}

/// The rows as tables of Markdown, a scenario each.
pub fn markdown(clients: u32, rows: &[Row]) -> String {
    let mut text = String::new();
    let capacity = f64::from(clients) / f64::from(IDEAL) * 1000.0;
    writeln!(text, "## {clients} clients, {capacity} requests a second").expect("text");
    for scenario in &SCENARIOS {
        writeln!(text, "\n### {}\n", scenario.title).expect("text");
        writeln!(text, "| policy | peak / C | requests a client | 50 % served | 99 % served | too early |")
            .expect("text");
        writeln!(text, "|---|---:|---:|---:|---:|---:|").expect("text");
        for row in rows.iter().filter(|row| std::ptr::eq(row.scenario, scenario) && row.rejection == REJECTION) {
            let Row { policy, peak, requests_per_client, half, most, early, .. } = row;
            let (half, most) = (times(*half), times(*most));
            let at_least = if row.stuck { "> " } else { "" };
            writeln!(text, "| {policy} | {peak:.2} | {at_least}{requests_per_client:.2} | {half} | {most} | {early} |")
                .expect("text");
        }
    }
    text
}

/// Keeps the tables beside the pictures, and in the documentation where asked; else says whether that is up to date.
pub fn keep(tables: &str, write: bool) -> Result<(), String> {
    const DOCS: &str = "docs/fleet.md";
    const MARK: &str = "<!-- make fleet writes what follows -->\n";
    /// The picture of that page: the largest fleet, told one date.
    const PICTURE: [&str; 2] = ["build/fleet/same-date-1000000.svg", "docs/fleet.svg"];
    std::fs::write("build/fleet/tables.md", tables).map_err(|error| format!("build/fleet: {error}"))?;
    let page = std::fs::read_to_string(DOCS).map_err(|error| format!("{DOCS}: {error}"))?;
    let (head, old) = page.split_once(MARK).ok_or(format!("{DOCS} has no place for the tables"))?;
    if write {
        std::fs::write(DOCS, format!("{head}{MARK}\n{tables}")).map_err(|error| format!("{DOCS}: {error}"))?;
        std::fs::copy(PICTURE[0], PICTURE[1]).map(drop).map_err(|error| format!("{}: {error}", PICTURE[1]))
    } else if old.trim() == tables.trim() {
        Ok(())
    } else {
        Err(format!("{DOCS} tells other numbers: make fleet DOCS=docs writes it anew"))
    }
}
