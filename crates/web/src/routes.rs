//! Routes: every address with who may use it.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::middleware;
use axum::routing::{MethodRouter, get};
use ayni_domain::Kind;
use ayni_domain::permission::{Action, Actor, may};

use crate::page::{about, answers, country, error, home, index, map, record, search, subject};
use crate::serve::{Volatile, observe};
use crate::site::Site;
use crate::{api, assets, feed};

/// A route: its pattern, what using it means, and what answers.
pub(crate) struct Route {
    pub pattern: String,
    pub action: Action,
    method: MethodRouter<Site>,
}

fn route(pattern: impl Into<String>, action: Action, method: MethodRouter<Site>) -> Route {
    Route { pattern: pattern.into(), action, method }
}

/// Every page, feed and file; the API describes its own routes, all of which are for reading.
pub(crate) fn all() -> Vec<Route> {
    use Action::{Observe, Read};
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
    routes
}

/// The router of everything that a visitor may use.
pub(crate) fn router(site: Site) -> Router {
    let mut router = api::router();
    for Route { pattern, action, method } in all() {
        let method = if may(Actor::Visitor, action) { method } else { get(error::unknown) };
        router = router.route(&pattern, method.fallback(error::wrong_method));
    }
    router.fallback(error::unknown).layer(middleware::from_fn_with_state(site.clone(), observe)).with_state(site)
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
