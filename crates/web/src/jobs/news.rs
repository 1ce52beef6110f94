//! New records: who follows them is told once a day how many there are, in a notice that is mailed as often as they chose.

use std::collections::BTreeMap;

use ayni_domain::notice::{Notice, Topic};
use jiff::{SignedDuration, Timestamp};
use serde_json::Map;

use crate::error::PageError;
use crate::site::Site;

/// How far back is looked for who was told nothing yet.
const FIRST: SignedDuration = SignedDuration::from_hours(24);

/// Tells who follows new records of those published since they were told last.
pub(super) async fn tell(site: &Site) -> Result<String, PageError> {
    let now = site.now();
    let mut published: BTreeMap<Timestamp, u64> = BTreeMap::new();
    let mut told = 0;
    for (person, told_at) in site.store.followers(Topic::NewRecords).await? {
        let since = told_at.unwrap_or_else(|| now.checked_sub(FIRST).unwrap_or(Timestamp::MIN));
        let count = match published.get(&since) {
            Some(count) => *count,
            None => *published.entry(since).or_insert(site.store.published_since(since).await?),
        };
        let arguments = Map::from_iter([("n".to_owned(), count.to_string().into())]);
        if let Ok(notice) = Notice::new(person, Topic::NewRecords, "notice-new-records", arguments, "/search")
            && count > 0
        {
            let tx = site.store.begin().await?;
            tx.add_notice(&notice, now).await?;
            tx.commit().await?;
            told += 1;
        }
    }
    Ok(format!("{told} told"))
}
