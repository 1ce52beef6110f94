//! `ayni check`: reads everything that is kept, and names what is broken or doubtful.

mod findings;
mod log;

use std::collections::BTreeSet;

use ayni_domain::concept::Concept;
use ayni_domain::modality::{Doubt, doubts};
use ayni_domain::resolve::Directory;
use ayni_domain::{Kind, Record, RecordKey, State};
use ayni_store::{Store, StoreError};

use self::findings::Findings;
use self::log::Log;
use crate::Outcome;
use crate::failure::Failure;
use crate::instance;
use crate::progress::Progress;
use crate::settings::Settings;

/// Records that are read together.
const PAGE: u64 = 500;

/// Kinds in the order of reading: those that others name come first.
const ORDER: [Kind; 7] = [Kind::Grouping, Kind::Organization, Kind::Practice, Kind::Initiative, Kind::Publication, Kind::Course, Kind::Event];

/// Runs the command.
pub async fn run(settings: &Settings) -> Result<Outcome, Failure> {
    let store = instance::open(settings).await?;
    let mut findings = Findings::default();
    let mut log = Log::default();
    log.read(&store, &mut findings).await?;

    let mut reading =
        Reading { store: &store, log: &log, progress: Progress::new("Checking"), directory: Directory::default(), seen: BTreeSet::new() };
    for kind in ORDER {
        reading.read_kind(kind, &mut findings).await?;
    }
    let Reading { progress, seen, .. } = reading;
    progress.finish();
    let logged = log.keys().cloned().collect::<BTreeSet<_>>();
    for key in logged.difference(&seen) {
        findings.error(format_args!("{key}: the change log names it, but there is no such record"));
    }
    log.read(&store, &mut findings).await?; // what came in meanwhile
    for key in seen.iter().filter(|key| !log.has(key)) {
        findings.error(format_args!("{key}: the change log does not name it"));
    }

    for hash in store.broken_files().await? {
        findings.error(format_args!("file {}: the content is missing or changed", hash.as_str()));
    }
    let concepts = check_concepts(&store, &mut findings).await?;
    check_index(settings, &store, &mut findings).await?;
    findings.end(format_args!("{} records, {} changes, {concepts} concepts", seen.len(), log.position()));
    store.close().await?;
    Ok(if findings.has_errors() { Outcome::Findings } else { Outcome::Done })
}

/// Records being read, with what was learned from those before.
struct Reading<'a> {
    store: &'a Store,
    log: &'a Log,
    progress: Progress,
    directory: Directory,
    seen: BTreeSet<RecordKey>,
}

impl Reading<'_> {
    async fn read_kind(&mut self, kind: Kind, findings: &mut Findings) -> Result<(), Failure> {
        let (mut after, mut limit) = (None, PAGE);
        loop {
            match self.store.page(Some(kind), after.as_ref(), limit).await {
                Ok(page) => {
                    let Some(last) = page.last() else { return Ok(()) };
                    after = Some(last.envelope.key.clone());
                    for record in &page {
                        self.check(record, findings);
                    }
                    self.progress.set(self.seen.len() as u64, self.log.records());
                }
                Err(StoreError::Corrupt { .. }) if limit > 1 => limit = 1, // one by one, to name the one
                Err(error @ StoreError::Corrupt { .. }) => {
                    let Some(broken) = self.broken_after(kind, after.as_ref()).await? else {
                        findings.error(format_args!("{error}; the change log does not name it, and the kind {kind} is not read on"));
                        return Ok(());
                    };
                    findings.error(format_args!("{broken}: {error}"));
                    self.seen.insert(broken.clone());
                    (after, limit) = (Some(broken), PAGE);
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// The broken record that stands next after a key, by the names in the change log.
    async fn broken_after(&self, kind: Kind, after: Option<&RecordKey>) -> Result<Option<RecordKey>, Failure> {
        for key in self.log.keys().filter(|key| key.kind == kind && after.is_none_or(|after| *key > after)) {
            match self.store.find(key).await {
                Ok(None) => {}
                Ok(Some(_)) => return Ok(None),
                Err(StoreError::Corrupt { .. }) => return Ok(Some(key.clone())),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(None)
    }

    fn check(&mut self, record: &Record, findings: &mut Findings) {
        let (key, body) = (&record.envelope.key, &record.body);
        self.seen.insert(key.clone());
        if let Some(revision) = self.log.revision(key).filter(|revision| *revision > record.envelope.revision) {
            findings.error(format_args!("{key}: the change log has revision {revision}, the record is revision {}", record.envelope.revision));
        }
        if record.envelope.state != State::Published {
            return;
        }
        self.directory.add(key, body);
        for (field, name, country) in body.mentions() {
            if self.directory.resolve(name, country).is_none() {
                findings.hint(format_args!("{key}: {field}: {name:?} is no organization or grouping here"));
            }
        }
        let Some(cooperation) = body.cooperation() else { return };
        for source in &cooperation.adapted_from {
            if RecordKey::parse(source).is_none_or(|source| !self.log.has(&source)) {
                findings.hint(format_args!("{key}: adapted_from: {source:?} is no record here"));
            }
        }
        for (modality, doubt, reason) in doubts(cooperation, &body.common().countries) {
            if doubt == Doubt::Unsupported {
                findings.hint(format_args!("{key}: modality: {modality}: {reason}"));
            }
        }
    }
}

/// Names concepts that are narrower than none or than themselves; returns how many concepts there are.
async fn check_concepts(store: &Store, findings: &mut Findings) -> Result<usize, Failure> {
    let concepts = match store.concepts().await {
        Ok(concepts) => concepts,
        Err(error @ StoreError::Corrupt { .. }) => {
            findings.error(format_args!("{error}"));
            return Ok(0);
        }
        Err(error) => return Err(error.into()),
    };
    let broader_of = |id: &str| concepts.iter().find(|concept| concept.id.as_str() == id);
    for concept in &concepts {
        let Some(broader) = &concept.broader else { continue };
        match broader_of(broader.as_str()) {
            None => findings.hint(format_args!("concept {}: the broader concept `{broader}` is none", concept.id)),
            Some(_) if runs_in_a_circle(concept, broader_of) => {
                findings.hint(format_args!("concept {}: its broader concepts lead back to it", concept.id));
            }
            Some(_) => {}
        }
    }
    Ok(concepts.len())
}

fn runs_in_a_circle<'a>(concept: &'a Concept, broader_of: impl Fn(&str) -> Option<&'a Concept>) -> bool {
    let step = |at: &&'a Concept| at.broader.as_ref().and_then(|id| broader_of(id.as_str()));
    std::iter::successors(step(&concept), step).take(50).any(|above| above.id == concept.id)
}

/// Holds the position of the index against that of the log; a running server follows by itself.
async fn check_index(settings: &Settings, store: &Store, findings: &mut Findings) -> Result<(), Failure> {
    if !settings.data.is_dir() {
        return Ok(()); // the database lies elsewhere, and no server ever ran here
    }
    let lock = match instance::lock_index(settings) {
        Ok(lock) => lock,
        Err(Failure::Held(_)) => return Ok(()),
        Err(error) => return Err(error),
    };
    let position = store.position().await?;
    match instance::index_position(settings, &lock)? {
        Some(Some(reached)) if reached == position => {}
        Some(Some(reached)) => {
            findings.hint(format_args!("index: it is at position {reached}, the change log at {position}; the next start catches up"));
        }
        Some(None) => findings.hint(format_args!("index: it is empty or damaged; the next start builds it anew")),
        None => findings.hint(format_args!("index: there is none; the next start builds it")),
    }
    Ok(())
}
