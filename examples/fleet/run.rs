//! A fleet, a server and what happens between them.

use crate::policy::{Call, Policy};
use crate::random::Random;
use crate::scenario::{Kind, Scenario};
use crate::server::Server;

/// A step in milliseconds.
pub const STEP: u32 = 1;

/// What is simulated. Times are in milliseconds.
pub struct Setting<'a> {
    pub scenario: &'a Scenario,
    pub clients: u32,
    /// Requests a second that the server can serve.
    pub capacity: f64,
    /// For how long it is down.
    pub down: u32,
    /// What rejecting costs of what serving does.
    pub rejection: f64,
    /// Requests that may wait.
    pub room: usize,
    /// Over which time the first tries come.
    pub first: f64,
    /// From a request to its answer.
    pub trip: u32,
    pub max_attempts: u32,
    /// When to stop looking.
    pub end: u32,
    /// Whoever serves less than a hundredth of the fleet in this time is stuck.
    pub patience: u32,
}

/// What happened.
pub struct Outcome {
    /// Requests in each step.
    pub load: Vec<u32>,
    /// When each client was served, in the order of time.
    pub served: Vec<u32>,
    pub requests: u64,
    /// Tries before the time that the server asked for.
    pub early: u64,
    /// It was looked no further, because next to nobody was served.
    pub stuck: bool,
}

#[derive(Clone, Copy, Default)]
struct Client {
    attempt: u32,
    /// When it comes.
    due: u32,
    /// When the server asked it to come.
    asked: u32,
    previous: f32,
}

/// The clients that come in each step.
struct Calendar(Vec<Vec<u32>>);

impl Calendar {
    /// Nobody comes in the step that is under way, or after the end.
    fn put(&mut self, client: u32, due: u32, earliest: usize) {
        let step = ((due / STEP) as usize).max(earliest);
        if let Some(step) = self.0.get_mut(step) {
            step.push(client);
        }
    }
}

pub fn run(setting: &Setting, policy: &dyn Policy, seed: u64) -> Outcome {
    let mut random = Random::new(seed);
    let steps = (setting.end / STEP) as usize;
    let mut calendar = Calendar(vec![Vec::new(); steps]);
    let mut clients = vec![Client::default(); setting.clients as usize];
    let per_step = setting.capacity * f64::from(STEP) / 1000.0;
    let mut server = Server::new(per_step, setting.rejection, setting.room);
    let mut outcome = Outcome { load: vec![0; steps], served: Vec::new(), requests: 0, early: 0, stuck: false };
    let power_cut = setting.scenario.kind == Kind::PowerCut;
    for id in 0..setting.clients {
        let due = if power_cut {
            f64::from(setting.down) + random.between(0.0, 2000.0) + policy.resume(&mut random)
        } else {
            random.between(0.0, setting.first)
        };
        clients[id as usize] = Client { due: due as u32, ..Client::default() };
        calendar.put(id, due as u32, 0);
    }
    let mut shown = None;
    let mut before = 0;
    for step in 0..steps {
        let now = step as u32 * STEP;
        if now >= setting.down && (now - setting.down) % setting.patience == 0 {
            let enough = before + setting.clients as usize / 100;
            let all = outcome.served.len() == setting.clients as usize;
            if now > setting.down && outcome.served.len() < enough && !all {
                outcome.stuck = true;
                break;
            }
            before = outcome.served.len();
        }
        let mut came = std::mem::take(&mut calendar.0[step]);
        let down = now < setting.down;
        outcome.load[step] = came.len() as u32;
        outcome.requests += came.len() as u64;
        for &id in &came {
            let client = &mut clients[id as usize];
            client.attempt += 1;
            outcome.early += u64::from(client.due < client.asked);
        }
        let mut taken = 0;
        if !down {
            random.shuffle(&mut came);
            taken = server.step(&came, |_| outcome.served.push(now + STEP));
        }
        if came.len() > taken {
            // The answer is the same for a whole second.
            let second = (now / 1000, down);
            if shown.as_ref().is_none_or(|(at, _)| *at != second) {
                shown = Some((second, setting.scenario.answer(now / 1000 * 1000, setting.down, down)));
            }
        }
        let Some((_, answer)) = shown.as_ref().filter(|_| came.len() > taken) else { continue };
        for &id in &came[taken..] {
            let client = &mut clients[id as usize];
            if setting.max_attempts != 0 && client.attempt >= setting.max_attempts {
                continue;
            }
            let now = client.due + setting.trip;
            let skew = setting.scenario.skew(id);
            let call = Call { attempt: client.attempt, previous: f64::from(client.previous), answer, now, skew };
            let Some(delay) = policy.delay(&call, &mut random) else { continue };
            let due = f64::from(now) + delay;
            if due < f64::from(setting.end) {
                *client = Client {
                    attempt: client.attempt,
                    due: due as u32,
                    asked: answer.asked(now),
                    previous: delay as f32,
                };
                calendar.put(id, due as u32, step + 1);
            }
        }
    }
    outcome
}

impl Outcome {
    /// When so large a part of so many was served; nothing where it never was.
    pub fn served_by(&self, part: f64, clients: u32) -> Option<u32> {
        let at = (f64::from(clients) * part).ceil() as usize;
        self.served.get(at.max(1) - 1).copied()
    }

    /// The most requests in a window of so many steps, from a time on.
    pub fn peak(&self, from: u32, steps: usize) -> u64 {
        let load = &self.load[(from / STEP) as usize..];
        load.chunks(steps).map(|window| window.iter().map(|n| u64::from(*n)).sum()).max().unwrap_or_default()
    }
}
