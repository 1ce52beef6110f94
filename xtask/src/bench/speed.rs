//! Requests a second of a page that everybody sees, against a bare axum answer of the same bytes.

use std::net::SocketAddr;
use std::process::Command;
use std::time::Duration;

use crate::bench::load::{load, request};
use crate::bench::median;
use crate::bench::program::{Instance, Process, free_address, wait_for};
use crate::bench::table::{Row, number};

/// The least share of the bare server's rate.
const LEAST: f64 = 0.9;
const PAGE: &str = "/pt/";
const CONNECTIONS: usize = 8;
const ROUNDS: usize = 11;
/// Bounds of one round.
const MOST: u32 = 20_000;
const LONGEST: Duration = Duration::from_millis(1_500);

/// Measures both in turns and takes the median of the rounds' ratios.
pub fn measure(instance: &Instance) -> Vec<Row> {
    let headers = "accept: text/html\r\naccept-encoding: gzip, deflate, br\r\naccept-language: pt\r\n";
    let bytes = instance.connect().get(PAGE, headers).map(|answer| answer.body.to_vec()).unwrap_or_else(|error| panic!("{PAGE}: {error}"));
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("a folder: {error}"));
    let (file, address) = (folder.path().join("page"), free_address());
    std::fs::write(&file, &bytes).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let own = std::env::current_exe().unwrap_or_else(|error| panic!("this program: {error}"));
    let bare = Process::start(Command::new(own).args(["bare-server", "--listen", &address.to_string(), "--file"]).arg(&file));
    wait_for(address, PAGE);

    eprintln!("asking for {PAGE} in {ROUNDS} rounds");
    let request = request(PAGE, headers);
    let of = |address: SocketAddr, process: u32| {
        let before = processor_time(process);
        let (answers, seconds) = load(address, &request, CONNECTIONS, MOST, LONGEST);
        (answers / seconds, (processor_time(process) - before) / answers)
    };
    let (mut rates, mut bare_rates, mut ratios, mut costs) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let page = || of(instance.address, instance.process());
        let bare = || of(address, bare.id());
        let (page, bare) = if round % 2 == 0 {
            let page = page();
            (page, bare())
        } else {
            let bare = bare();
            (page(), bare)
        };
        rates.push(page.0);
        bare_rates.push(bare.0);
        ratios.push(page.0 / bare.0);
        costs.push(bare.1 / page.1);
    }
    vec![
        Row::at_least(format!("anonymous page against bare axum (median of {ROUNDS})"), median(ratios), LEAST),
        Row::plain(format!("the page, {} B", bytes.len()), number(median(rates), "requests/s")),
        Row::plain("bare axum, the same bytes", number(median(bare_rates), "requests/s")),
        Row::plain("processor time of the bare server for one of the page", format!("{:.2}", median(costs))),
    ]
}

/// Time that a process has used the processor for, in ticks.
fn processor_time(process: u32) -> f64 {
    let text = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let after_name = text.rsplit_once(") ").map_or("", |(_, rest)| rest);
    after_name.split(' ').skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum()
}
