//! Members at work: many at once, each at their own pace, every answer checked; how long answers take, by sort.

mod people;
mod visit;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use ayni_store::Database;
use ayni_store::testing::postgres_database;

use crate::bench::load::request;
use crate::bench::members::people::Member;
use crate::bench::members::visit::{Sort, Visit};
use crate::bench::program::Instance;
use crate::bench::table::{Row, number};
use crate::bench::{median, part};
use crate::corpus;

/// The server's time for a page of a member, in milliseconds.
const PAGE: f64 = 5.0;
/// Requests for each page whose time is held against that budget.
const ALONE: usize = 201;
/// Errors that are printed; the table has their number.
const SHOWN: usize = 10;

/// How many members work, and for how long.
#[derive(Debug, clap::Args)]
pub struct Members {
    /// Members at work at once.
    #[arg(long, default_value_t = 200)]
    pub members: usize,
    /// For how many seconds.
    #[arg(long, default_value_t = 60)]
    pub seconds: u64,
    /// Measures the program without optimization: the figures mean nothing, the errors do.
    #[arg(long)]
    pub unoptimized: bool,
}

/// What one visit, or several, came to.
#[derive(Default)]
pub struct Tally {
    /// Milliseconds to each answer.
    times: BTreeMap<Sort, Vec<f64>>,
    /// What went wrong.
    errors: Vec<String>,
}

impl Tally {
    fn add(&mut self, other: Self) {
        for (sort, times) in other.times {
            self.times.entry(sort).or_default().extend(times);
        }
        self.errors.extend(other.errors);
    }
}

/// Measures on SQLite and, where a server is named, on PostgreSQL; returns the rows and the number of errors.
pub fn measure(wanted: &Members, program: &Path) -> (Vec<Row>, usize) {
    let (mut rows, mut errors) = on("SQLite", Instance::new(program), wanted, None);
    if let Some(address) = people::runtime().block_on(postgres_database()) {
        let (more, of_these) = on("PostgreSQL", Instance::new(program).on(address.clone()), wanted, Some(address));
        rows.extend(more);
        errors += of_these;
    }
    (rows, errors)
}

fn on(name: &str, mut instance: Instance, wanted: &Members, address: Option<String>) -> (Vec<Row>, usize) {
    let database = address.map_or_else(|| Database::Sqlite(instance.folder().join("ayni.db")), Database::Postgres);
    eprintln!("{name}: making {} members", wanted.members);
    let members = people::make(&database, &instance.folder().join("files"), wanted.members);
    instance.start();
    let pages: Vec<String> =
        corpus::records().iter().map(|record| format!("/en/{}/{}", record.envelope.key.kind.path(), record.envelope.key.slug)).collect();
    let mut rows = alone(name, &instance, &members, &pages);
    eprintln!("{name}: {} members work for {} s", members.len(), wanted.seconds);
    let tally = together(&instance, &members, &pages, Duration::from_secs(wanted.seconds));
    for error in tally.errors.iter().take(SHOWN) {
        eprintln!("{name}: {error}");
    }
    let errors = tally.errors.len();
    rows.extend(rows_of(name, wanted, tally));
    (rows, errors)
}

/// All members at once, each on a thread and a connection of their own.
fn together(instance: &Instance, members: &[Member], pages: &[String], longest: Duration) -> Tally {
    let (address, end) = (instance.address, Instant::now() + longest);
    std::thread::scope(|scope| {
        let visit = |(number, member)| scope.spawn(move || Visit::new(address, member, pages, number).until(end));
        let visits: Vec<_> = members.iter().zip(0..).map(|(member, number)| visit((number, member))).collect();
        let mut tally = Tally::default();
        for visit in visits {
            tally.add(visit.join().unwrap_or_else(|_| panic!("a thread of the load generator")));
        }
        tally
    })
}

/// The server's time for pages of a member: one client, one request after the other, over the loopback.
fn alone(name: &str, instance: &Instance, members: &[Member], pages: &[String]) -> Vec<Row> {
    let Some(member) = members.first() else { return Vec::new() };
    let headers = format!("cookie: {}\r\n", member.cookie);
    let record = pages.first().map_or("/en/", String::as_str);
    let of = |(what, path): (&str, &str)| {
        let mut connection = instance.connect();
        let mut time = || -> f64 {
            let started = Instant::now();
            let status = connection.exchange(&request(path, &headers)).map_or_else(|error| panic!("{path}: {error}"), |answer| answer.status);
            assert_eq!(status, 200, "{path}");
            milliseconds(started)
        };
        time(); // the first request of all fills what is kept in memory
        let times = (0..ALONE).map(|_| time()).collect();
        Row::at_most(format!("{name}: {what} of a member, one client on the loopback (median of {ALONE})"), median(times), PAGE, "ms")
    };
    [("the desk", "/en/desk"), ("a record", record), ("a search", "/en/search?q=skills"), ("the drafts", "/en/drafts")].map(of).into()
}

fn rows_of(name: &str, wanted: &Members, tally: Tally) -> Vec<Row> {
    let Tally { times, errors } = tally;
    let figure = |times: Vec<f64>| format!("{} / {}", number(part(times.clone(), 50), "ms"), number(part(times, 99), "ms"));
    let row = |what: &str, times: Vec<f64>| Row::plain(format!("{name}: {what}, {} requests: median / p99", times.len()), figure(times));
    let all: Vec<f64> = times.values().flatten().copied().collect();
    let rate = float(all.len()) / float(usize::try_from(wanted.seconds.max(1)).unwrap_or(usize::MAX));
    let mut rows = vec![
        Row::plain(format!("{name}: {} members at once for {} s", wanted.members, wanted.seconds), number(rate, "requests/s")),
        row("everything", all),
    ];
    rows.extend(times.into_iter().map(|(sort, times)| row(sort.name(), times)));
    rows.push(Row::at_most(format!("{name}: errors"), float(errors.len()), 0.0, "errors"));
    rows
}

/// Time since a moment.
fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}

#[allow(clippy::cast_precision_loss)] // there are thousands
fn float(count: usize) -> f64 {
    count as f64
}
