//! The search index of the node that answers: how it does, and building it anew.

use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::http::Response;
use ayni_domain::audit::Audited;
use serde_json::Value;

use super::{Fact, crumbs, fact, jobs, number, said_with};
use crate::error::PageError;
use crate::indexing::Fault;
use crate::page::{PageResult, Reader, html, see_other};
use crate::view::{Cx, Link};
use crate::{audit, format};

/// How an index does.
pub(crate) struct IndexState {
    /// Position of the change log that it has reached.
    position: Option<i64>,
    /// Position of the log itself.
    head: i64,
    documents: u64,
    /// Bytes on disk.
    size: u64,
    has_encoder: bool,
    running: Option<(u64, u64)>,
    fault: Option<Arc<Fault>>,
}

impl IndexState {
    pub async fn of(cx: &Cx) -> Result<Self, PageError> {
        let (index, indexing) = (&cx.site.index, &cx.site.indexing);
        Ok(Self {
            position: index.position()?,
            head: cx.site.store.position().await?,
            documents: index.len(),
            size: index.size()?,
            has_encoder: index.has_encoder(),
            running: indexing.running(),
            fault: indexing.fault(),
        })
    }

    /// Changes that are not in it yet.
    fn behind(&self) -> u64 {
        u64::try_from(self.head - self.position.unwrap_or_default()).unwrap_or_default()
    }

    pub fn facts(&self, cx: &Cx) -> Vec<Fact> {
        let whole = |number: i64| format::number(cx.locale, u64::try_from(number).unwrap_or_default());
        let position =
            said_with(cx, "admin-index-position-value", &[("position", whole(self.position.unwrap_or_default())), ("head", whole(self.head))]);
        let encoder = if self.has_encoder { "admin-index-encoder-yes" } else { "admin-index-encoder-no" };
        vec![
            fact(cx, "admin-index-position", position),
            fact(cx, "admin-index-documents", number(cx, self.documents)),
            fact(cx, "admin-size", format::size(cx.locale, self.size)),
            fact(cx, "admin-index-encoder", cx.t(encoder)),
        ]
    }

    /// What is not well with it, in words.
    pub fn troubles(&self, cx: &Cx) -> Vec<String> {
        let fault = self.fault.as_ref().map(|fault| {
            let arguments = [("error", fault.text.clone()), ("date", format::minute(cx.locale, fault.at))];
            said_with(cx, "admin-index-fault", &arguments)
        });
        // A change is followed within a second: who sees one on its way has come in between.
        let behind = (self.behind() > 1 && self.running.is_none()).then(|| cx.n("admin-index-behind", self.behind()));
        fault.into_iter().chain(behind).collect()
    }
}

#[derive(Template)]
#[template(path = "admin_index.html")]
struct IndexPage {
    cx: Cx,
    crumbs: Vec<Link>,
    menu: Vec<Link>,
    troubles: Vec<String>,
    facts: Vec<Fact>,
    running: Option<String>,
}

/// `GET /{lang}/admin/index`
pub(crate) async fn get(reader: Reader) -> Response<Body> {
    let result = show(&reader.0).await;
    reader.answer(result)
}

async fn show(cx: &Cx) -> PageResult {
    let state = IndexState::of(cx).await?;
    html(&IndexPage {
        crumbs: crumbs(cx),
        menu: cx.admin_menu(),
        troubles: state.troubles(cx),
        facts: state.facts(cx),
        running: state.running.map(|(done, all)| jobs::progress(cx, done, all)),
        cx: cx.clone(),
    })
}

/// `POST /{lang}/admin/index`: asks for the index to be built anew; who follows the change log does it, while pages go on.
pub(crate) async fn rebuild(reader: Reader) -> Response<Body> {
    let result = write(&reader.0).await;
    reader.answer(result)
}

async fn write(cx: &Cx) -> PageResult {
    let tx = cx.site.store.begin().await?;
    if !cx.site.indexing.is_wanted() {
        audit::note(cx, &tx, Audited::IndexRebuilt, "index", &Value::Null).await?;
        tx.commit().await?;
        cx.site.indexing.want();
    }
    Ok(see_other(&cx.href("/admin/index")))
}
