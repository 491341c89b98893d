//! A million televisions whose service comes back: what they do to it, by how they retry. `make fleet` runs it.
//!
//! Everything follows from the seed. Arguments: `docs` writes the documentation's table and picture too, a number
//! other than a million simulates so many clients.

mod aims;
mod plot;
mod policy;
mod published;
mod random;
mod run;
mod scenario;
mod server;
mod table;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if !published::check(11) {
        eprintln!("the simulator does not agree with the published figures");
        return ExitCode::FAILURE;
    }
    let fleets = match arguments.iter().find_map(|argument| argument.parse().ok()) {
        Some(clients) => vec![clients],
        None => vec![100_000, 1_000_000],
    };
    let mut pages = String::new();
    let mut sound = true;
    for clients in fleets {
        let rows = table::rows(clients, &scenario::SCENARIOS);
        let text = table::markdown(clients, &rows);
        println!("\n{text}");
        pages.push_str(&text);
        pages.push('\n');
        plot::write(clients, &rows);
        let (held, lines) = aims::check(clients, &rows);
        println!("{lines}");
        pages.push_str(&lines);
        pages.push('\n');
        sound &= held;
    }
    if let Err(error) = table::keep(&pages, arguments.iter().any(|argument| argument == "docs")) {
        eprintln!("{error}");
        sound = false;
    }
    if sound {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
