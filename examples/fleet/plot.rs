//! Load over time, as a picture.

use crate::scenario::SCENARIOS;
use crate::table::{Row, DOWN, IDEAL, REJECTION};
use std::fmt::Write;

const WIDTH: f64 = 760.0;
const LEFT: f64 = 170.0;
const PANEL: f64 = 64.0;
const TOP: f64 = 34.0;
/// Seconds that are shown.
const SHOWN: usize = 480;

/// Writes a picture of each scenario into `build/fleet`.
pub fn write(clients: u32, rows: &[Row]) {
    std::fs::create_dir_all("build/fleet").expect("build/fleet");
    for scenario in &SCENARIOS {
        let of = |row: &&Row| std::ptr::eq(row.scenario, scenario) && row.rejection == REJECTION;
        let rows: Vec<&Row> = rows.iter().filter(of).collect();
        let path = format!("build/fleet/{}-{clients}.svg", scenario.name);
        std::fs::write(path, draw(scenario.title, clients, &rows)).expect("a picture");
    }
}

/// A panel a policy, one over the other; logarithmic, because peaks differ a hundredfold.
fn draw(title: &str, clients: u32, rows: &[&Row]) -> String {
    let capacity = f64::from(clients) / f64::from(IDEAL) * 1000.0;
    let highest = rows.iter().flat_map(|row| row.load.iter().take(SHOWN)).max().copied().unwrap_or(1).max(2) as f64;
    let (low, high) = ((capacity / 100.0).log10(), highest.log10());
    let x = |second: f64| LEFT + second / SHOWN as f64 * (WIDTH - LEFT - 12.0);
    let height = TOP + PANEL * rows.len() as f64 + 34.0;
    let mut svg = String::new();
    write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" font-family=\"system-ui, sans-serif\" \
         font-size=\"12\" role=\"img\">\n<title>{title}: requests a second, {clients} clients</title>\n\
         <style>\n.back {{ fill: #fff }} text {{ fill: #222 }} .quiet {{ fill: #666 }} .load {{ fill: #4a7bb5 }} .ours {{ fill: #2f8f5b }} \
         .down {{ fill: #c0392b; opacity: .12 }} .line {{ stroke: #999; stroke-width: .5 }} .capacity {{ stroke: #c0392b; stroke-dasharray: 4 3 }}\n\
         @media (prefers-color-scheme: dark) {{ .back {{ fill: #16181c }} text {{ fill: #ddd }} .quiet {{ fill: #999 }} .load {{ fill: #7ba7d9 }} \
         .ours {{ fill: #58c08a }} .down {{ opacity: .3 }} }}\n</style>\n\
         <rect class=\"back\" width=\"{WIDTH}\" height=\"{height}\"/>\n\
         <text x=\"12\" y=\"20\" font-weight=\"600\">{title}</text>\n\
         <text class=\"quiet\" x=\"{}\" y=\"20\" text-anchor=\"end\">requests a second (logarithmic), {clients} clients, capacity {capacity}</text>\n",
        WIDTH - 12.0
    )
    .expect("text");
    for (at, row) in rows.iter().enumerate() {
        let bottom = TOP + PANEL * (at + 1) as f64;
        let y = |load: f64| bottom - ((load.max(1e-9).log10() - low) / (high - low)).clamp(0.0, 1.0) * (PANEL - 10.0);
        let mut path = format!("M{:.1} {bottom:.1}", x(0.0));
        for (second, load) in row.load.iter().take(SHOWN).enumerate() {
            let y = y(*load as f64);
            write!(path, "L{:.1} {y:.1}L{:.1} {y:.1}", x(second as f64), x(second as f64 + 1.0)).expect("text");
        }
        let down = x(f64::from(DOWN) / 1000.0);
        let class = if row.policy.starts_with("Plainly") { "ours" } else { "load" };
        let name = row.policy.replace('`', "");
        write!(
            svg,
            "<rect class=\"down\" x=\"{LEFT}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\"/>\n\
             <text x=\"12\" y=\"{:.1}\">{name}</text>\n\
             <text class=\"quiet\" x=\"12\" y=\"{:.1}\">peak {:.1} C</text>\n\
             <path class=\"{class}\" d=\"{path}L{:.1} {bottom:.1}Z\"/>\n\
             <line class=\"line\" x1=\"{LEFT}\" x2=\"{}\" y1=\"{bottom:.1}\" y2=\"{bottom:.1}\"/>\n\
             <line class=\"capacity\" x1=\"{LEFT}\" x2=\"{}\" y1=\"{cap:.1}\" y2=\"{cap:.1}\"/>\n",
            bottom - PANEL + 10.0,
            down - LEFT,
            PANEL - 10.0,
            bottom - PANEL / 2.0,
            bottom - PANEL / 2.0 + 16.0,
            row.peak,
            x(SHOWN as f64),
            WIDTH - 12.0,
            WIDTH - 12.0,
            cap = y(capacity),
        )
        .expect("text");
    }
    let bottom = TOP + PANEL * rows.len() as f64;
    for minute in 0..=SHOWN / 60 {
        let at = x(minute as f64 * 60.0);
        writeln!(
            svg,
            "<text class=\"quiet\" x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{minute} min</text>",
            bottom + 18.0
        )
        .expect("text");
    }
    svg.push_str("</svg>\n");
    svg
}
