//! The simulator against figures that others published: retrystorm's peak of retries in 20 ms, 10^5 clients.

use crate::policy::PUBLISHED;
use crate::run::{run, Setting, STEP};
use crate::scenario::SCENARIOS;

/// How far a figure may be off.
const TOLERANCE: f64 = 0.03;

/// All fail together and keep failing: base 1 s, factor 2, cap 64 s, five retries. Says whether all figures
/// agree, on average over so many seeds.
pub fn check(seeds: u64) -> bool {
    let setting = Setting {
        scenario: &SCENARIOS[0],
        clients: 100_000,
        capacity: 0.0,
        down: u32::MAX,
        rejection: 0.0,
        room: 0,
        first: 0.0,
        trip: 0,
        max_attempts: 6,
        end: 200_000,
        patience: u32::MAX,
    };
    let mut all = true;
    println!("retries in the worst 20 ms, 10^5 clients that fail together   published   simulated");
    for (policy, published) in &PUBLISHED {
        // The first tries are no retries.
        let peaks = (0..seeds).map(|seed| run(&setting, policy, seed).peak(1, (20 / STEP) as usize));
        let mean = peaks.sum::<u64>() as f64 / seeds as f64;
        let off = mean / published - 1.0;
        println!("  {:60}{published:>9.0}{mean:>12.0}  {:+.1} %", policy.0, off * 100.0);
        all &= off.abs() <= TOLERANCE;
    }
    all
}

#[test]
fn the_simulator_agrees_with_published_figures() {
    assert!(check(2));
}
