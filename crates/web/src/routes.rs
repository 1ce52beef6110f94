//! Routes: every address with who may use it.

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{Method, Response, StatusCode};
use axum::middleware::{self, Next};
use axum::routing::{MethodRouter, get, post};
use ayni_domain::permission::{Action, may};
use ayni_domain::{Kind, Locale};
use tower_http::limit::RequestBodyLimitLayer;

use crate::error::PageError;
use crate::page::{
    about, account, adoption, answers, contribute, country, desk, drafts, due, error, history, home, index, mandates, map, objection, people, record,
    renew, report,
};
use crate::page::{review, search, see_other, sign_in, speakers, subject, unsubscribe, withdrawal};
use crate::serve::{Volatile, observe};
use crate::site::Site;
use crate::who::{Who, identify};
use crate::{api, assets, feed, link};

/// Largest request body, in bytes.
const LARGEST_BODY: usize = 64 * 1024;
/// Largest form of a draft, in bytes: a page of Arabic takes three times its letters, of Chinese nine times.
const LARGEST_DRAFT: usize = 1024 * 1024;

/// A route: its pattern, what using it means, and what answers.
pub(crate) struct Route {
    pub pattern: String,
    pub action: Action,
    method: MethodRouter<Site>,
    /// Largest request body, in bytes.
    largest: usize,
}

fn route(pattern: impl Into<String>, action: Action, method: MethodRouter<Site>) -> Route {
    Route { pattern: pattern.into(), action, method, largest: LARGEST_BODY }
}

impl Route {
    /// The route with another limit of its request bodies, in bytes.
    fn up_to(self, largest: usize) -> Self {
        Self { largest, ..self }
    }
}

/// Every page, feed and file; the API describes its own routes, all of which are for reading.
pub(crate) fn all() -> Vec<Route> {
    use Action::{Administer, DecideMandates, Observe, Oversee, Read, Review, TakePart};
    let mut routes = vec![
        route("/{lang}", Read, get(home::get)),
        route("/{lang}/", Read, get(home::get)),
        route("/{lang}/answers", Read, get(answers::get)),
        route("/{lang}/search", Read, get(search::search)),
        route("/{lang}/countries", Read, get(index::countries)),
        route("/{lang}/countries/{country}", Read, get(country::get)),
        route("/{lang}/countries/{country}/map.svg", Read, get(country::map)),
        route("/{lang}/countries/{country}/groupings.svg", Read, get(country::groupings_svg)),
        route("/{lang}/themes", Read, get(index::themes)),
        route("/{lang}/themes/{theme}", Read, get(subject::theme)),
        route("/{lang}/sdgs", Read, get(index::sdgs)),
        route("/{lang}/sdgs/{goal}", Read, get(subject::sdg)),
        route("/{lang}/map", Read, get(map::get)),
        route("/{lang}/map.svg", Read, get(map::image)),
        route("/{lang}/about", Read, get(about::about)),
        route("/{lang}/accessibility", Read, get(about::accessibility)),
        route("/{lang}/privacy", Read, get(about::privacy)),
        route("/{lang}/groupings/{slug}/map.svg", Read, get(record::grouping_map)),
        route("/{lang}/sign-in", Read, get(sign_in::get).post(sign_in::ask)),
        route("/{lang}/sign-in/{secret}", Read, get(sign_in::look).post(sign_in::enter)),
        route("/{lang}/sign-out", TakePart, post(sign_in::leave)),
        route("/{lang}/desk", TakePart, get(desk::get)),
        route("/{lang}/account", TakePart, get(account::get).post(account::save)),
        route("/{lang}/account/sessions", TakePart, get(account::sessions::get)),
        route("/{lang}/account/sessions/end", TakePart, post(account::sessions::end)),
        route("/feeds/{lang}/{name}", Read, get(feed::atom)),
        route("/sitemap.xml", Read, get(feed::sitemap_index)),
        route("/sitemap/{part}", Read, get(feed::sitemap_part)),
        route("/robots.txt", Read, get(feed::robots)),
        route("/files/{hash}", Read, get(feed::file)),
        route("/assets/{hash}/{name}", Read, get(assets::get)),
        route("/healthz", Read, get(healthy)),
        route("/readyz", Read, get(ready)),
        route("/metrics", Observe, get(error::unknown)), // answered on the operator's own address
    ];
    for &kind in Kind::ALL {
        let path = kind.path();
        routes.push(route(format!("/{{lang}}/{path}"), Read, get(move |reader, pairs| search::list(kind, reader, pairs))));
        routes.push(route(format!("/{{lang}}/{path}/{{slug}}"), Read, get(move |reader, path, pairs| record::get(kind, reader, path, pairs))));
        routes.push(route(format!("/{{lang}}/{path}/{{slug}}/lineage.svg"), Read, get(move |reader, path| record::lineage_svg(kind, reader, path))));
    }
    // Contributing: what somebody writes before it is reviewed.
    routes.extend([
        route("/{lang}/contribute", TakePart, get(contribute::get).post(contribute::begin)),
        route("/{lang}/drafts", TakePart, get(drafts::list)),
        route("/{lang}/drafts/{id}", TakePart, get(drafts::edit::get).post(drafts::post)).up_to(LARGEST_DRAFT),
    ]);
    // Review and history.
    routes.push(route("/{lang}/review", Review, get(review::get)));
    routes.push(route("/{lang}/review/{id}", Review, get(review::draft::get).post(review::decide::decide)));
    routes.push(route("/{lang}/review/{id}/comments", Review, post(review::decide::comment)));
    routes.push(route("/{lang}/review/{id}/settled", Review, post(review::decide::settle)));
    for &kind in Kind::ALL {
        let own = format!("/{{lang}}/{}/{{slug}}/history", kind.path());
        routes.push(route(format!("{own}/restore"), Oversee, post(move |reader, path, fields| history::restore(kind, reader, path, fields))));
        routes.push(route(own, Read, get(move |reader, path, pairs| history::get(kind, reader, path, pairs))));
    }
    // Freshness, objections, withdrawal, reports
    routes.extend([
        route("/{lang}/renew/{secret}", Read, get(renew::look).post(renew::take)),
        route("/unsubscribe/{secret}", Read, get(unsubscribe::look).post(unsubscribe::end)),
        route("/{lang}/adoption", Read, get(adoption::get)),
        route("/{lang}/due", TakePart, get(due::get).post(due::confirm)),
        route("/{lang}/report", Read, get(report::get).post(report::send)),
        route("/{lang}/reports", Oversee, get(report::list).post(report::close)),
        route("/{lang}/objections", Oversee, get(objection::list).post(objection::answer)),
    ]);
    // Mandates and roles
    routes.extend([
        route("/{lang}/account/mandates", TakePart, get(mandates::own).post(mandates::ask)),
        route("/{lang}/account/mandates/end", TakePart, post(mandates::end)),
        route("/{lang}/mandates", DecideMandates, get(mandates::list).post(mandates::decide)),
        route("/{lang}/people", Administer, get(people::get).post(people::save)),
    ]);
    for &kind in Kind::ALL {
        let own = format!("/{{lang}}/{}/{{slug}}", kind.path());
        let withdraw = get(move |reader, path| withdrawal::get(kind, reader, path));
        let withdraw = withdraw.post(move |reader, path, fields| withdrawal::post(kind, reader, path, fields));
        routes.push(route(format!("{own}/withdrawal"), TakePart, withdraw));
        let object = get(move |reader, path| objection::get(kind, reader, path));
        let object = object.post(move |reader, path, fields| objection::post(kind, reader, path, fields));
        routes.push(route(format!("{own}/objection"), TakePart, object));
    }
    // Adoption, and who speaks for an organization
    routes.push(route("/{lang}/adoption/requests", Oversee, get(adoption::decide::list).post(adoption::decide::decide)));
    routes.push(route("/{lang}/organizations/{slug}/people", TakePart, get(speakers::get).post(speakers::end)));
    for &kind in Kind::ALL {
        let adopt = get(move |reader, path| adoption::ask::get(kind, reader, path));
        let adopt = adopt.post(move |reader, path, fields| adoption::ask::post(kind, reader, path, fields));
        routes.push(route(format!("/{{lang}}/{}/{{slug}}/adoption", kind.path()), TakePart, adopt));
    }
    routes
}

/// The router of everything that a visitor may use.
pub(crate) fn router(site: Site) -> Router {
    let mut router = api::router().layer(RequestBodyLimitLayer::new(LARGEST_BODY));
    for Route { pattern, action, method, largest } in all() {
        let guarded: MethodRouter<Site> = method.fallback(error::wrong_method).layer(middleware::from_fn_with_state((site.clone(), action), guard));
        router = router.route(&pattern, guarded.layer(RequestBodyLimitLayer::new(largest)));
    }
    let pages = router.fallback(error::unknown).layer(middleware::from_fn_with_state(site.clone(), identify));
    pages.layer(middleware::from_fn_with_state(site.clone(), observe)).with_state(site)
}

/// Lets through whom the action is allowed to. A visitor who would have to be somebody is asked to sign in and led back; to others it is
/// as if there were nothing.
async fn guard(State((site, action)): State<(Site, Action)>, request: Request, next: Next) -> Response<Body> {
    let who = request.extensions().get::<Who>().cloned().unwrap_or_default();
    if may(who.actor(), action) {
        return next.run(request).await;
    }
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    let (first, rest) = path.trim_start_matches('/').split_once('/').unwrap_or((path.trim_start_matches('/'), ""));
    let locale = Locale::parse(first).unwrap_or(Locale::En);
    let is_for_people = !matches!(action, Action::Manage | Action::Observe);
    if is_for_people && who.member().is_none() {
        let next = if *request.method() == Method::GET { link::query([("next", path)]) } else { String::new() };
        return see_other(&format!("/{locale}/sign-in{next}"));
    }
    PageError::NotFound.into_page(&site, locale, &format!("/{rest}"))
}

/// `GET /healthz`: the program runs.
async fn healthy() -> &'static str {
    "ok"
}

/// `GET /readyz`: the store answers and the index is there.
async fn ready(State(site): State<Site>) -> axum::response::Response {
    use axum::response::IntoResponse;
    let mut answer = match site.store.ping().await {
        Ok(()) => (StatusCode::OK, "ready").into_response(),
        Err(error) => {
            tracing::error!(%error, "the store does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the store does not answer").into_response()
        }
    };
    answer.extensions_mut().insert(Volatile);
    answer
}

#[cfg(test)]
mod tests;
