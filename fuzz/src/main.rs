//! `campaign seeds FOLDER` writes a seed corpus from the project's own cases, catalogs and packs.
//! `campaign run RUNS` feeds both targets with it, then with RUNS mutations of it, the same ones every time.

#![forbid(unsafe_code)]

mod seeds;

use std::time::{Duration, Instant};

/// What libFuzzer calls a timeout, for a machine that does much else: real inputs take well under a millisecond.
const TIMEOUT: Duration = Duration::from_secs(5);
/// Bytes of one input: past every bound of what is parsed.
const LONGEST: usize = 512 * 1024;

type Target = (&'static str, fn(&[u8]), Vec<Vec<u8>>);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let targets: [Target; 2] =
        [("read", plainly_fuzz::read, seeds::read()), ("config", plainly_fuzz::config, seeds::config())];
    match (arguments.first().map(String::as_str), arguments.get(1)) {
        (Some("seeds"), Some(folder)) => {
            for (name, _, corpus) in targets {
                seeds::write(&format!("{folder}/{name}"), &corpus);
                println!("{folder}/{name}: {} seeds", corpus.len());
            }
        }
        (Some("run"), Some(runs)) => {
            let runs = runs.parse().expect("a number of runs");
            targets.into_iter().for_each(|target| run(target, runs));
        }
        _ => panic!("campaign seeds FOLDER | campaign run RUNS"),
    }
}

fn run((name, target, corpus): Target, runs: usize) {
    let (start, mut slowest, mut random) = (Instant::now(), Duration::ZERO, Random(0x9e37_79b9_7f4a_7c15));
    let mutated = (0..runs).map(|_| mutate(&corpus, &mut random));
    let mut count = 0;
    for input in corpus.iter().cloned().chain(mutated) {
        let before = Instant::now();
        let kept = Input(input);
        target(&kept.0);
        let took = before.elapsed();
        assert!(took < TIMEOUT, "{name} took {took:?}");
        slowest = slowest.max(took);
        count += 1;
    }
    let seconds = start.elapsed().as_secs_f64();
    println!("{name}: {count} inputs ({} seeds) in {seconds:.1} s, the slowest {slowest:.1?}", corpus.len());
}

/// Prints itself when it is dropped by a panic: it becomes a case.
struct Input(Vec<u8>);

impl Drop for Input {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let shown = &self.0[..self.0.len().min(4096)];
            eprintln!("the input, {} bytes:\n{}", self.0.len(), shown.escape_ascii());
        }
    }
}

/// What breaks readers: structure, hostile characters, numbers at the ends of their types.
const TOKENS: &[&str] = &[
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    ".",
    "\n",
    "\r\n\r\n",
    "null",
    "true",
    "0",
    "-1",
    "1e999",
    "-0.0",
    "9007199254740993",
    "18446744073709551616",
    "4294967296",
    "65536",
    "__proto__",
    "constructor",
    "error",
    "code",
    "Error code - ",
    "retry-after: ",
    "date: ",
    "Sun, 31 Feb 9999 23:59:60 GMT",
    "www-authenticate: Bearer error=\"",
    "@xml",
    "<Code>",
    "<html>",
    "<script>",
    "\u{202e}",
    "\u{2066}",
    "\u{2069}",
    "\u{feff}",
    "\u{0}",
    "\u{200b}",
    "\u{e0041}",
    "٤٩٠",
    "é",
    "💥",
    ".input {$count :integer} .match $count one {{",
    "}} * {{}}",
    "{$code}",
    "n % 10 = 2..4",
    "rtl",
    "reason",
    "acme.x",
];

fn mutate(corpus: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut input = corpus[random.below(corpus.len())].clone();
    for _ in 0..=random.below(6) {
        let at = random.below(input.len() + 1);
        let end = (at + random.below(24)).min(input.len());
        match random.below(8) {
            0 => drop(input.drain(at..end)),
            1 => drop(input.splice(at..end, TOKENS[random.below(TOKENS.len())].bytes())),
            2 => drop(input.splice(at..at, TOKENS[random.below(TOKENS.len())].bytes())),
            3 if at < input.len() => input[at] ^= 1 << random.below(8),
            4 => input.truncate(at),
            // A piece of another input.
            5 => {
                let other = &corpus[random.below(corpus.len())];
                let from = random.below(other.len() + 1);
                let piece = &other[from..(from + random.below(200)).min(other.len())];
                drop(input.splice(at..at, piece.iter().copied()));
            }
            // The same again and again: depth, width and length. Seldom very often, which takes time.
            6 => {
                let times = if random.below(50) == 0 { 60_000 } else { 1 + random.below(40) };
                let piece = TOKENS[random.below(TOKENS.len())].repeat(times);
                drop(input.splice(at..at, piece.into_bytes()));
            }
            _ => {
                let piece = input[at..end].repeat(1 + random.below(3));
                drop(input.splice(at..end, piece));
            }
        }
    }
    input.truncate(LONGEST);
    input
}

/// xorshift64*: the same numbers everywhere, without a dependency.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % end
    }
}
