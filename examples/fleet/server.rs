//! What serves, queues and rejects.

use std::collections::VecDeque;

/// A server that can do so much work in a step. Serving a request costs 1, rejecting one costs a part of that.
pub struct Server {
    /// Work in a step.
    capacity: f64,
    rejection: f64,
    /// Requests that may wait.
    room: usize,
    queue: VecDeque<u32>,
    /// The part of a request's work that was done already.
    begun: f64,
}

impl Server {
    pub fn new(per_step: f64, rejection: f64, room: usize) -> Server {
        Server { capacity: per_step, rejection, room, queue: VecDeque::new(), begun: 0.0 }
    }

    /// Takes a step's requests, in the order in which they came; `serve` hears of those that are done. Returns how many
    /// were taken in; the others are rejected.
    pub fn step(&mut self, requests: &[u32], mut serve: impl FnMut(u32)) -> usize {
        let work = self.capacity + self.begun;
        let (came, free) = (requests.len() as f64, self.room as f64 - self.queue.len() as f64);
        let waiting = self.queue.len() as f64 + came;
        let mut served = work.min(waiting);
        // Who is rejected costs work that then serves nobody: r = came - free - served, served = work - rejection * r.
        if came > free + served && self.rejection > 0.0 {
            served = (work - self.rejection * (came - free)) / (1.0 - self.rejection);
        }
        let served = served.max(0.0).floor();
        let taken = came.min(free + served).max(0.0) as usize;
        self.queue.extend(&requests[..taken]);
        for client in self.queue.drain(..(served as usize).min(self.queue.len())) {
            serve(client);
        }
        let left = work - served - self.rejection * (requests.len() - taken) as f64;
        // Work that nobody asked for is not saved up.
        self.begun = if self.queue.is_empty() { 0.0 } else { left.clamp(0.0, 1.0) };
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::Server;

    fn step(server: &mut Server, requests: u32) -> (usize, usize) {
        let mut served = 0;
        let all: Vec<u32> = (0..requests).collect();
        (server.step(&all, |_| served += 1), served)
    }

    #[test]
    fn what_is_too_much_waits_and_then_is_rejected() {
        let mut server = Server::new(100.0, 0.0, 50);
        assert_eq!(step(&mut server, 80), (80, 80));
        assert_eq!(step(&mut server, 180), (150, 100));
        assert_eq!(step(&mut server, 0), (0, 50));
    }

    #[test]
    fn rejecting_takes_work_from_serving() {
        // 1000 come, 100 of work: r rejected cost r/10, so nobody is served.
        assert_eq!(step(&mut Server::new(100.0, 0.1, 0), 1000), (0, 0));
        // 550 come: 50 are served, 500 rejected.
        assert_eq!(step(&mut Server::new(100.0, 0.1, 0), 550), (50, 50));
    }

    #[test]
    fn work_of_less_than_a_request_adds_up() {
        let mut server = Server::new(0.4, 0.0, 10);
        let served: usize = (0..10).map(|step_no| step(&mut server, u32::from(step_no == 0) * 4).1).sum();
        assert_eq!(served, 4);
    }
}
