//! The site: what a running instance holds in memory and shares among requests.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use arc_swap::ArcSwap;
use ayni_domain::grouping::Grouping;
use ayni_domain::instance::Instance;
use ayni_domain::lineage::Lineage;
use ayni_domain::resolve::Directory;
use ayni_domain::{Country, Kind, Modality, Record, RecordKey, Theme};
use ayni_matching::EvidenceBase;
use ayni_search::Index;
use ayni_store::{Store, StoreError};
use ayni_translator::Translator;
use jiff::Timestamp;
use jiff::civil::Date;
use tokio::sync::{Mutex, Notify, Semaphore};

use crate::cache::PageCache;
use crate::clock::Clock;
use crate::coverage::{Coverage, Outdated};
use crate::face::Face;
use crate::follow::{FollowError, catch_up, for_all, load_knowledge, rebuild};
use crate::indexing::Indexing;
use crate::mail::Outgoing;
use crate::metrics::Metrics;
use crate::upload::JUDGED_AT_ONCE;
use crate::ways::{OpenId, Ways};

/// What the operator sets.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Name of the instance, unless administrators set another.
    pub name: String,
    /// Public address without a slash at the end: `https://ayni.example`.
    pub base_url: String,
    /// Where readers can write to, if anywhere, unless administrators set something else.
    pub contact: Option<String>,
    /// How mails leave.
    pub mail: Outgoing,
    /// Who translates by machine, if anybody does.
    pub translator: Translator,
    /// What tells the time.
    pub clock: Clock,
    /// Largest file that can be handed in with a draft, in bytes.
    pub largest_file: u64,
    /// Whether a proxy in front says in `X-Forwarded-For` from where a request comes.
    pub behind_proxy: bool,
    /// The identity provider at which people can sign in, if any.
    pub openid: Option<OpenId>,
}

/// A running instance; cheap to clone.
#[derive(Clone)]
pub struct Site(Arc<Inner>);

/// What the clones of a [`Site`] share.
pub struct Inner {
    pub(crate) store: Store,
    pub(crate) index: Arc<Index>,
    pub(crate) settings: Settings,
    pub(crate) cache: PageCache,
    pub(crate) metrics: Metrics,
    /// Which translations are outdated, as far as somebody asked.
    pub(crate) outdated: Outdated,
    /// Rung when a mail was put into the outbox.
    pub(crate) mail_waits: Notify,
    /// Rung when somebody let a job be due now.
    pub(crate) job_waits: Notify,
    /// How the index does.
    pub(crate) indexing: Indexing,
    /// When this node was started.
    pub(crate) started: Timestamp,
    face: ArcSwap<Face>,
    /// Turns for judging files that were handed in: so many are in memory at once.
    pub(crate) judging: Semaphore,
    pub(crate) ways: Ways,
    overview: ArcSwap<Overview>,
    generation: AtomicI64,
    /// Held by who follows the change log: two writers of one index would spoil it.
    following: Mutex<()>,
}

impl std::ops::Deref for Site {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

/// One flow of cooperation, from who shares to who takes up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowRecord {
    /// Who shares.
    pub from: Country,
    /// Who takes up.
    pub to: Country,
    /// The record that says so.
    pub key: RecordKey,
    /// Its themes.
    pub themes: Vec<Theme>,
    /// Its modalities.
    pub modality: Vec<Modality>,
}

impl FlowRecord {
    /// Whether the flow is of a theme and modality; none means any.
    #[must_use]
    pub fn fits(&self, theme: Option<Theme>, modality: Option<Modality>) -> bool {
        theme.is_none_or(|theme| self.themes.contains(&theme)) && modality.is_none_or(|modality| self.modality.contains(&modality))
    }
}

/// What pages need of all records at once: counts, names, groupings, lineage, flows, evidence.
#[derive(Default)]
pub struct Overview {
    /// Published records per kind.
    pub counts: Vec<(Kind, u64)>,
    /// Names that mean records.
    pub directory: Directory,
    /// Groupings with their members.
    pub groupings: Vec<(RecordKey, ayni_domain::Text, Grouping)>,
    /// Who was adapted from whom.
    pub lineage: Lineage,
    /// Flows of cooperation.
    pub flows: Vec<FlowRecord>,
    /// What matching looks at.
    pub evidence: EvidenceBase,
    /// Which records lack words in which language.
    pub(crate) coverage: Coverage,
    /// When the last change was.
    pub updated_at: Option<Timestamp>,
    /// The newest records, newest first.
    pub latest: Vec<Arc<Record>>,
}

/// How many of the newest records the overview keeps.
const LATEST: usize = 24;

impl Site {
    /// Puts an instance together: knowledge is loaded and the index brought to the present if it is behind.
    ///
    /// # Errors
    /// `FollowError` when store or index fail.
    pub async fn new(store: Store, index: Arc<Index>, settings: Settings) -> Result<Self, FollowError> {
        let site = Self(Arc::new(Inner {
            started: settings.clock.now(),
            face: ArcSwap::from_pointee(Face::new(Instance::new(settings.name.clone(), settings.contact.clone()))),
            store,
            index,
            ways: Ways::new(&settings),
            settings,
            cache: PageCache::default(),
            metrics: Metrics::new(),
            outdated: Outdated::default(),
            mail_waits: Notify::new(),
            job_waits: Notify::new(),
            indexing: Indexing::default(),
            following: Mutex::new(()),
            judging: Semaphore::new(JUDGED_AT_ONCE),
            overview: ArcSwap::from_pointee(Overview::default()),
            generation: AtomicI64::new(-1),
        }));
        if site.index.position()?.is_some() {
            load_knowledge(&site.store, &site.index, site.today()).await?; // building the index anew loads it too
        }
        site.follow().await?;
        Ok(site)
    }

    /// Brings index, overview, settings and page cache to the present of the change log; does nothing when they are there, or when somebody
    /// else is at it.
    ///
    /// # Errors
    /// `FollowError` when store or index fail; the site goes on with what it had.
    pub async fn follow(&self) -> Result<(), FollowError> {
        let Ok(_alone) = self.following.try_lock() else { return Ok(()) };
        let followed = self.catch_up().await;
        self.indexing.note(followed.as_ref().err().map(ToString::to_string), self.now());
        followed
    }

    async fn catch_up(&self) -> Result<(), FollowError> {
        let reached = if self.indexing.is_wanted() {
            let reached = rebuild(&self.store, &self.index, self.today(), &|done, all| self.indexing.progress(done, all)).await?;
            self.indexing.built();
            reached
        } else {
            let position = self.store.position().await?;
            if position == self.generation.load(Ordering::Acquire) && self.index.position()? == Some(position) {
                return Ok(());
            }
            catch_up(&self.store, &self.index, self.today(), &|_, _| ()).await?
        };
        self.look_anew().await?;
        self.overview.store(Arc::new(Overview::load(&self.store).await?));
        self.generation.store(reached, Ordering::Release);
        Ok(())
    }

    /// Takes over what administrators set, at once; other nodes and what is kept of pages follow the change log.
    pub(crate) async fn look_anew(&self) -> Result<(), StoreError> {
        let (instance, unfit) = self.usual().with(&self.store.settings().await?);
        if !unfit.is_empty() {
            tracing::warn!(?unfit, "some settings do not fit and are as usual");
        }
        self.face.store(Arc::new(Face::new(instance)));
        Ok(())
    }

    /// The instance as the operator started it.
    pub(crate) fn usual(&self) -> Instance {
        Instance::new(self.settings.name.clone(), self.settings.contact.clone())
    }

    /// What administrators set, as pages show it.
    pub(crate) fn instance(&self) -> Arc<Face> {
        self.face.load_full()
    }

    /// Sends the mails that wait now; the server does so by itself.
    ///
    /// # Errors
    /// `StoreError`; what was sent before is noted.
    pub async fn deliver(&self) -> Result<(), StoreError> {
        crate::deliver::all(self).await
    }

    /// The overview in force.
    pub(crate) fn overview(&self) -> Arc<Overview> {
        self.overview.load_full()
    }

    /// Position of the change log that readers see.
    pub(crate) fn position(&self) -> i64 {
        self.generation.load(Ordering::Acquire)
    }

    /// What kept answers hold for: a position of the change log, on a day (members today, due for review today).
    pub(crate) fn generation(&self) -> i64 {
        let days = self.now().as_second() / 86_400;
        (self.position() << 20) | days
    }

    /// The time.
    pub(crate) fn now(&self) -> Timestamp {
        self.settings.clock.now()
    }

    /// The day in UTC.
    pub(crate) fn today(&self) -> Date {
        self.settings.clock.today()
    }

    /// An absolute address.
    pub(crate) fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.settings.base_url)
    }
}

impl Overview {
    async fn load(store: &Store) -> Result<Self, FollowError> {
        let mut all: Vec<Arc<Record>> = Vec::new();
        for_all(store, None, |page| {
            all.extend(page.into_iter().filter(|record| record.envelope.state == ayni_domain::State::Published));
            Ok(())
        })
        .await?;
        let mut overview = Self { counts: store.counts().await?, ..Self::default() };
        let contested: HashSet<&RecordKey> = all.iter().filter(|record| !record.envelope.counts()).map(|record| &record.envelope.key).collect();
        let known = all.iter().map(|record| (&record.envelope.key, &record.body));
        overview.evidence = EvidenceBase::of_those_that(known, |key| !contested.contains(key));
        for record in &all {
            overview.directory.add(&record.envelope.key, &record.body);
            if let ayni_domain::Body::Grouping(grouping) = &record.body {
                overview.groupings.push((record.envelope.key.clone(), record.body.title().clone(), grouping.clone()));
            }
            overview.add_cooperation(record);
        }
        overview.coverage = Coverage::new(&all);
        overview.updated_at = all.iter().map(|record| record.envelope.updated_at).max();
        let is_news =
            |record: &&Arc<Record>| !matches!(record.envelope.key.kind, Kind::Organization | Kind::Grouping) && record.body.period().is_some();
        let mut latest: Vec<_> = all.iter().filter(is_news).cloned().collect();
        latest.sort_by_key(|record| std::cmp::Reverse(record.body.period().map(|period| period.start.first_day())));
        latest.truncate(LATEST);
        overview.latest = latest;
        Ok(overview)
    }

    fn add_cooperation(&mut self, record: &Record) {
        let Some(cooperation) = record.body.cooperation() else { return };
        let key = &record.envelope.key;
        for source in &cooperation.adapted_from {
            if let Some(source) = RecordKey::parse(source) {
                self.lineage.add(source, key.clone());
            }
        }
        if !record.envelope.counts() {
            return; // what is contested counts nowhere until it has its answer
        }
        let roles = &cooperation.countries_by_role;
        let pairs = roles.provider.iter().flat_map(|from| roles.recipient.iter().map(move |to| (*from, *to)));
        for (from, to) in pairs.filter(|(from, to)| from != to) {
            self.flows.push(FlowRecord {
                from,
                to,
                key: key.clone(),
                themes: record.body.common().themes.clone(),
                modality: cooperation.modality.clone(),
            });
        }
    }
}
