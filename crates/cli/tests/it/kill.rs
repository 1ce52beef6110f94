//! An import that is killed at any moment can be run again and completes: nothing half-written, nothing twice, no gap.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;
use std::time::SystemTime;

use crate::support::{Place, courses};

const RECORDS: usize = 100_000;
const KILLS: usize = 2 * THOUSANDS.len();
/// After how many thousand records a kill comes, twice each: more would only read the same again (every line is one of the progress).
const THOUSANDS: [usize; 10] = [0, 1, 2, 3, 4, 5, 7, 9, 10, 20];

/// When a kill comes.
#[derive(Clone, Copy)]
enum Moment {
    /// As soon as so many thousand records are read.
    Read(usize),
    /// While the batch after so many thousand records is being written to the log of the database.
    Writing(usize),
}

#[test]
fn an_import_killed_twenty_times_completes() {
    let place = Place::new();
    place.write("all.jsonl", courses(0..RECORDS));
    let mut kept = 0;
    for kill in 0..KILLS {
        let thousands = THOUSANDS[kill / 2];
        kill_import(&place, if kill % 2 == 0 { Moment::Read(thousands) } else { Moment::Writing(thousands) });
        let now = sound(&place);
        assert!(now >= kept && now.is_multiple_of(500), "batches take effect whole: {kept}, then {now}");
        kept = now;
    }
    assert!((1..RECORDS).contains(&kept), "the kills came while there was work to do: {kept}");
    let last = place.run(&["import", "all.jsonl"]).expect(0);
    assert_eq!(last.last(), format!("added {}, revised 0, unchanged {kept}, refused 0, withdrawn before 0", RECORDS - kept));
    assert_eq!(sound(&place), RECORDS);
}

/// Starts the import and kills it.
fn kill_import(place: &Place, moment: Moment) {
    let mut child = place.command(&["import", "all.jsonl"]).stderr(Stdio::piped()).stdout(Stdio::null()).spawn().expect("the program runs");
    let (Moment::Read(thousands) | Moment::Writing(thousands)) = moment;
    let mut lines = BufReader::new(child.stderr.take().expect("standard error")).lines();
    if thousands > 0 {
        let awaited = format!("Importing: {thousands}000 records");
        assert!(lines.any(|line| line.expect("a line") == awaited), "{awaited}");
    }
    if matches!(moment, Moment::Writing(_)) {
        let wal = place.path("data/ayni.db-wal");
        let before = state(&wal);
        while state(&wal) == before && child.try_wait().expect("a child").is_none() {
            std::thread::yield_now();
        }
    }
    child.kill().expect("it can be killed");
    assert!(!child.wait().expect("it ends").success(), "the import was over before it was killed");
}

/// What changes when the file is written to.
fn state(file: &Path) -> Option<(u64, SystemTime)> {
    let metadata = std::fs::metadata(file).ok()?;
    Some((metadata.len(), metadata.modified().ok()?))
}

/// Number of records of an instance that `ayni check` finds sound: each in the log, the log without a gap.
fn sound(place: &Place) -> usize {
    if !place.path("data/ayni.db").exists() {
        return 0;
    }
    let checked = place.run(&["check"]).expect(0);
    let words: Vec<&str> = checked.last().split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let ["read", records, "records", changes, "changes", ..] = words[..] else { panic!("{}", checked.last()) };
    assert_eq!(records, changes);
    records.parse().expect("a number")
}
