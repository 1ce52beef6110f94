//! Routes: every address with who may use it.

use std::convert::Infallible;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{Method, Response, StatusCode};
use axum::middleware::{self, Next};
use axum::routing::{MethodRouter, get, post};
use ayni_domain::permission::{Action, may};
use ayni_domain::{Kind, Locale};
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

use crate::error::PageError;
use crate::page::{
    about, account, admin, adoption, answers, contribute, country, desk, drafts, due, error, history, home, index, mandates, map, objection, people,
    record, renew, report, sheets,
};
use crate::page::{keep, notices, profile, review, search, see_other, sign_in, speakers, subject, translate, unsubscribe, withdrawal};
use crate::serve::{ANSWER_TIME, UPLOAD_TIME, Volatile, observe};
use crate::site::Site;
use crate::ways::BACK;
use crate::who::{Unread, Who, identify};
use crate::{api, assets, download, feed, link};

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
    /// Longest time to make an answer.
    time: Duration,
}

fn route(pattern: impl Into<String>, action: Action, method: MethodRouter<Site>) -> Route {
    Route { pattern: pattern.into(), action, method, largest: LARGEST_BODY, time: ANSWER_TIME }
}

impl Route {
    /// The route with another limit of its request bodies, in bytes.
    fn up_to(self, largest: usize) -> Self {
        Self { largest, ..self }
    }

    /// The route as one that takes files: it bounds what it takes in by itself, so that it can say what was too large, and has time for it.
    fn taking_files(self) -> Self {
        Self { largest: usize::MAX, time: UPLOAD_TIME, ..self }
    }
}

/// Every page, feed and file; the API describes its own routes, all of which are for reading.
pub(crate) fn all() -> Vec<Route> {
    use Action::{Administer, DecideMandates, Observe, Oversee, Read, Review, TakePart, Translate};
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
        route("/{lang}/sign-in", Read, get(sign_in::get).post(sign_in::link::ask)),
        route("/{lang}/sign-in/{secret}", Read, get(sign_in::link::look).post(sign_in::link::enter)),
        route("/{lang}/sign-out", TakePart, post(sign_in::leave)),
        route("/{lang}/desk", TakePart, get(desk::get)),
        route("/{lang}/account", TakePart, get(account::get).post(account::save)),
        route("/{lang}/account/sessions", TakePart, get(account::sessions::get)),
        route("/{lang}/account/sessions/end", TakePart, post(account::sessions::end)),
        route("/feeds/{lang}/{name}", Read, get(feed::atom)),
        route("/sitemap.xml", Read, get(feed::sitemap_index)),
        route("/sitemap/{part}", Read, get(feed::sitemap_part)),
        route("/robots.txt", Read, get(feed::robots)),
        route("/files/{hash}", Read, get(download::public)),
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
        route("/{lang}/account/mandates", TakePart, get(mandates::own).post(mandates::ask)).taking_files(),
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
    // Translation desk
    routes.push(route("/{lang}/translate", Translate, get(translate::get)));
    routes.push(route("/{lang}/translate/waiting", Translate, get(translate::waiting::get).post(translate::waiting::post)));
    for &kind in Kind::ALL {
        let desk = get(move |reader, path, pairs| translate::record::get(kind, reader, path, pairs));
        let desk = desk.post(move |reader, path, pairs, fields| translate::save::post(kind, reader, path, pairs, fields));
        routes.push(route(format!("/{{lang}}/translate/{}/{{slug}}", kind.path()), Translate, desk).up_to(LARGEST_DRAFT));
    }
    // What a person owns: notices, their choice, profile, data
    routes.extend([
        route("/{lang}/notices", TakePart, get(notices::list).post(notices::read_all)),
        route("/{lang}/notices/{id}", TakePart, post(notices::open)),
        route("/{lang}/account/notices", TakePart, get(account::notices::get).post(account::notices::save)),
        route("/{lang}/account/data", TakePart, get(account::data::get).post(account::data::download)),
        route("/{lang}/account/data/erasure", TakePart, post(account::erasure::erase)),
        route("/{lang}/erased", Read, get(account::erasure::done)),
        route("/{lang}/keep/{secret}", Read, get(keep::look).post(keep::take)),
        route("/{lang}/people/{handle}", Read, get(profile::get)),
    ]);
    // Administration
    routes.extend([
        route("/{lang}/admin", Administer, get(admin::get)),
        route("/{lang}/admin/mails", Administer, get(admin::mails::get).post(admin::mails::retry)),
        route("/{lang}/admin/mails/{id}", Administer, get(admin::mails::look)),
        route("/{lang}/admin/jobs", Administer, get(admin::jobs::get).post(admin::jobs::start)),
        route("/{lang}/admin/index", Administer, get(admin::index::get).post(admin::index::rebuild)),
        route("/{lang}/admin/audit", Administer, get(admin::audit::get)),
        route("/{lang}/admin/settings", Administer, get(admin::settings::get).post(admin::settings::post)),
        route("/{lang}/admin/settings/logo", Administer, post(admin::logo::post)).up_to(LARGEST_DRAFT),
        route("/{lang}/admin/texts", Administer, get(admin::texts::get).post(admin::texts::post)).up_to(LARGEST_DRAFT),
        route("/{lang}/terms", Read, get(about::terms)),
    ]);
    // Spreadsheets
    routes.extend([
        route("/{lang}/sheets", TakePart, get(sheets::get).post(sheets::upload::post).layer(DefaultBodyLimit::max(sheets::LARGEST_REQUEST)))
            .taking_files(),
        route("/{lang}/sheets/download/{kind}/{name}", TakePart, get(sheets::download::get)),
        route("/{lang}/sheets/{id}", TakePart, get(sheets::show::get).post(sheets::apply::post)).up_to(LARGEST_DRAFT),
        route("/{lang}/sheets/{id}/refused", TakePart, get(sheets::show::refused)),
    ]);
    // Files of drafts and letters, for few
    routes.extend([
        route("/{lang}/drafts/{id}/files", TakePart, post(drafts::files::add)).taking_files(),
        route("/{lang}/drafts/{id}/files/{hash}", TakePart, get(drafts::files::get)),
        route("/{lang}/mandates/{id}/letter", TakePart, get(mandates::letter::get)),
    ]);
    // Ways to sign in beside the mailed link
    let security = "/{lang}/account/security";
    routes.extend([
        route("/{lang}/sign-in/passkey", Read, post(sign_in::passkey::enter)),
        route("/{lang}/sign-in/passkey/begin", Read, post(sign_in::passkey::begin)),
        route("/{lang}/sign-in/password", Read, post(sign_in::password::enter)),
        route("/{lang}/sign-in/code", Read, get(sign_in::code::get).post(sign_in::code::enter)),
        route("/{lang}/sign-in/openid", Read, get(sign_in::openid::start)),
        route(BACK, Read, get(sign_in::openid::back)),
        route(security, TakePart, get(account::security::get)),
        route(format!("{security}/passkeys"), TakePart, post(account::security::passkey::add)),
        route(format!("{security}/passkeys/begin"), TakePart, post(account::security::passkey::begin)),
        route(format!("{security}/passkeys/name"), TakePart, post(account::security::passkey::rename)),
        route(format!("{security}/passkeys/remove"), TakePart, post(account::security::passkey::remove)),
        route(format!("{security}/password"), TakePart, post(account::security::password::set)),
        route(format!("{security}/password/remove"), TakePart, post(account::security::password::remove)),
        route(
            format!("{security}/second-factor"),
            TakePart,
            get(account::security::second_factor::get).post(account::security::second_factor::confirm),
        ),
        route(format!("{security}/second-factor/remove"), TakePart, post(account::security::second_factor::remove)),
        route(format!("{security}/recovery-codes"), TakePart, post(account::security::second_factor::codes)),
        route(format!("{security}/openid"), TakePart, get(account::security::identity::add).post(account::security::identity::remove)),
    ]);
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
    let mut router = api::router().layer(in_time(ANSWER_TIME)).layer(RequestBodyLimitLayer::new(LARGEST_BODY));
    for Route { pattern, action, method, largest, time } in all() {
        let guarded: MethodRouter<Site> = method.fallback(error::wrong_method).layer(middleware::from_fn_with_state((site.clone(), action), guard));
        router = router.route(&pattern, guarded.layer::<_, Infallible>(in_time(time)).layer(RequestBodyLimitLayer::new(largest)));
    }
    let pages = router.fallback(error::unknown).layer(middleware::from_fn_with_state(site.clone(), identify));
    pages.layer(middleware::from_fn_with_state(site.clone(), observe)).with_state(site)
}

fn in_time(time: Duration) -> TimeoutLayer {
    TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, time)
}

/// Lets through whom the action is allowed to. A visitor who would have to be somebody is asked to sign in and led back; to others it is
/// as if there were nothing.
async fn guard(State((site, action)): State<(Site, Action)>, mut request: Request, next: Next) -> Response<Body> {
    let who = request.extensions().get::<Who>().cloned().unwrap_or_default();
    if may(who.actor(), action) {
        if let Some(member) = who.member().filter(|_| action != Action::Read) {
            match site.store.unread_notices(member.person.id.0).await {
                Ok(unread) => drop(request.extensions_mut().insert(Unread(unread))),
                Err(error) => tracing::error!(%error, "unread notices could not be counted"),
            }
        }
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
