//! Jobs: what is done again and again without anybody asking. Each is idempotent, and how it ended stands in the job table.

mod accounts;
mod freshness;
mod mandates;
mod news;

use std::time::Duration;

use ayni_domain::job::JobOutcome;
use ayni_domain::retention::Kept;
use ayni_formats::document::pdf::PdfTool;
use ayni_store::StoreError;
use jiff::SignedDuration;

use crate::error::PageError;
use crate::files::read_files;
use crate::page::review::remind::remind;
use crate::site::Site;
use crate::tell::digest;

pub(crate) use freshness::links;
pub(crate) use mandates::organization_name;

/// How often it is looked whether a job is due.
const EVERY: Duration = Duration::from_secs(120);
/// How long a node may take for a job before another takes over.
const LEASE: SignedDuration = SignedDuration::from_mins(30);
/// Author of what jobs write.
const ACTOR: &str = "job";

/// A job.
#[derive(Debug, Clone, Copy)]
enum Job {
    /// Notes the lights that days have changed.
    Lights,
    /// Asks stewards about records whose light has changed.
    Freshness,
    /// Reminds holders of mandates that end soon, and lets lapse what is over.
    Mandates,
    /// Reminds whoever holds the next step of a draft.
    Review,
    /// Tells who follows new records how many there are.
    News,
    /// Mails what people want to be told once a day or once a week.
    Digests,
    /// Reads files that were attached.
    Files,
    /// Compares files with their hashes.
    FileChecks,
    /// Warns owners of accounts that nobody uses, and erases them a month later.
    UnusedAccounts,
    /// Removes what was kept long enough.
    Retention,
}

/// In the order in which they are run: mails ask about the lights just noted, and tell the news just gathered.
const JOBS: [Job; 10] = [
    Job::Lights,
    Job::Freshness,
    Job::Mandates,
    Job::Review,
    Job::News,
    Job::Digests,
    Job::Files,
    Job::FileChecks,
    Job::UnusedAccounts,
    Job::Retention,
];
/// Files that are read in one run; the next run goes on.
const FILES: u64 = 20;

impl Job {
    const fn name(self) -> &'static str {
        match self {
            Self::Lights => "lights",
            Self::Freshness => "freshness-mails",
            Self::Mandates => "mandates",
            Self::Review => "review-reminders",
            Self::News => "new-records",
            Self::Digests => "digests",
            Self::Files => "files",
            Self::FileChecks => "file-checks",
            Self::UnusedAccounts => "unused-accounts",
            Self::Retention => "retention",
        }
    }

    /// Lights follow the calendar within the hour, wherever in the day the instance was first started.
    const fn every(self) -> SignedDuration {
        match self {
            Self::Files => SignedDuration::from_mins(5),
            Self::Lights | Self::Digests => SignedDuration::from_hours(1),
            Self::Freshness | Self::Mandates | Self::Review | Self::News | Self::FileChecks | Self::UnusedAccounts | Self::Retention => {
                SignedDuration::from_hours(24)
            }
        }
    }

    async fn work(self, site: &Site) -> Result<String, PageError> {
        match self {
            Self::Lights => Ok(format!("{} lights changed", site.store.note_lights(site.today(), site.now()).await?)),
            Self::Freshness => Ok(freshness::mail(site).await?),
            Self::Mandates => mandates::remind_and_lapse(site).await,
            Self::Review => Ok(format!("{} drafts", remind(site).await?)),
            Self::News => news::tell(site).await,
            Self::Digests => Ok(format!("{} mails", digest(site).await?)),
            Self::Files => Ok(format!("{} read", read_files(&site.store, &PdfTool::find(), FILES, site.now()).await?)),
            Self::FileChecks => Ok(check_files(site).await?),
            Self::UnusedAccounts => accounts::warn_and_erase(site).await,
            Self::Retention => Ok(retention(site).await?),
        }
    }
}

/// Name of every job and how often it is done, in the order in which they are run.
pub(crate) fn all() -> impl Iterator<Item = (&'static str, SignedDuration)> {
    JOBS.iter().map(|job| (job.name(), job.every()))
}

/// Runs jobs until it is dropped.
pub(crate) async fn run(site: Site) {
    loop {
        run_jobs(&site).await;
        tokio::select! {
            () = site.job_waits.notified() => {}
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// Runs the jobs that are due now and that no other node runs. What failed is logged, and tried again later.
pub async fn run_jobs(site: &Site) {
    for job in JOBS {
        if let Err(error) = run_one(site, job).await {
            tracing::error!(job = job.name(), %error, "a job could not be taken or its end not be noted");
        }
    }
}

async fn run_one(site: &Site, job: Job) -> Result<(), StoreError> {
    let Some(run) = site.store.take_due(job.name(), site.now(), job.every(), LEASE).await? else { return Ok(()) };
    let (outcome, note) = match job.work(site).await {
        Ok(note) => (JobOutcome::Done, note),
        Err(error) => {
            tracing::error!(job = job.name(), %error, "a job failed; it is tried again");
            (JobOutcome::Failed, error.to_string())
        }
    };
    site.store.finish_job(run, outcome, &note, site.now()).await?;
    Ok(())
}

/// Compares every file with its hash. Each one that has become damaged is named in the log once.
async fn check_files(site: &Site) -> Result<String, StoreError> {
    let found = site.store.verify_files(u64::MAX, site.now()).await?;
    for hash in &found.damaged {
        tracing::error!(file = hash.as_str(), "the content of an attached file is missing or another");
    }
    Ok(format!("{} checked, {} newly damaged, {} mended", found.checked, found.damaged.len(), found.mended.len()))
}

/// Removes what [`Kept`] lets go; accounts that nobody uses have a job of their own, for their owners are asked first.
async fn retention(site: &Site) -> Result<String, StoreError> {
    let now = site.now();
    let mut forgotten = site.store.forget_old(now).await?;
    forgotten.push((Kept::SheetUpload, site.store.forget_sheet_uploads(now).await?));
    let tx = site.store.begin().await?;
    forgotten.push((Kept::SentMail, tx.forget_mails(Kept::SentMail.until(now)).await?));
    forgotten.push((Kept::Notice, tx.forget_notices(Kept::Notice.until(now)).await?));
    forgotten.push((Kept::AbandonedDraft, tx.forget_closed_drafts(Kept::AbandonedDraft.until(now)).await?));
    forgotten.push((Kept::ClosedReport, tx.forget_reporters(Kept::ClosedReport.until(now)).await?));
    tx.commit().await?;
    forgotten.push((Kept::LooseFile, site.store.forget_loose_files(Kept::LooseFile.until(now)).await?)); // after the drafts that had them
    let said: Vec<String> = forgotten.iter().filter(|(_, count)| *count > 0).map(|(kept, count)| format!("{kept}: {count}")).collect();
    Ok(said.join(", "))
}
