//! Serving: connections, limits, the page cache in front of the routes, and an orderly end.

use std::convert::Infallible;
use std::future::Future;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, HttpBody, to_bytes};
use axum::extract::{MatchedPath, State};
use axum::http::{HeaderValue, Method, Request, Response, StatusCode, header};
use axum::middleware::Next;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tower::ServiceExt as _;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

use crate::download::SomebodysFile;
use crate::forgery::is_own;
use crate::metrics::Answered;
use crate::routes;
use crate::site::Site;
use crate::who::{Peer, is_personal, seems_signed_in};

/// Longest time to make an answer.
pub(crate) const ANSWER_TIME: Duration = Duration::from_secs(15);
/// Longest time in which a file may come in: fifty megabytes over a connection of half a megabit a second, and some more.
pub(crate) const UPLOAD_TIME: Duration = Duration::from_secs(30 * 60);
/// Longest time in which a client sends the head of its request.
const HEAD_TIME: Duration = Duration::from_secs(15);
/// How long answers under way may take to end when the server stops.
const LAST_ANSWERS: Duration = Duration::from_secs(20);
/// Longest path and query, in bytes.
const LONGEST_ADDRESS: usize = 8 * 1024;
/// Largest answer that is kept, in bytes.
const LARGEST_KEPT: usize = 8 * 1024 * 1024;
/// How often the change log is looked at.
const FOLLOW: Duration = Duration::from_millis(500);

/// What may be loaded and run by a page of ours: our own files, no inline script or style, no frames.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; media-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Serves the site until `shutdown` is done; then ends what is under way and returns.
///
/// # Errors
/// When a listener fails.
pub async fn serve(
    site: Site,
    listener: TcpListener,
    metrics: Option<TcpListener>,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let follower = tokio::spawn(follow(site.clone()));
    let deliverer = tokio::spawn(crate::deliver::run(site.clone()));
    let worker = tokio::spawn(crate::jobs::run(site.clone()));
    let observer = metrics.map(|listener| {
        let router = observer(site.clone());
        tokio::spawn(async move { axum::serve(listener, router).await })
    });
    let result = accept(&site, listener, shutdown).await;
    follower.abort();
    deliverer.abort();
    worker.abort();
    let _ = tokio::join!(follower, deliverer, worker); // they must have let go of the store
    if let Some(observer) = observer {
        observer.abort();
    }
    if let Err(error) = site.store.clone().close().await {
        tracing::warn!(%error, "the store did not close cleanly");
    }
    result
}

async fn accept(site: &Site, listener: TcpListener, shutdown: impl Future<Output = ()> + Send) -> std::io::Result<()> {
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEAD_TIME).max_buf_size(64 * 1024);
    let graceful = GracefulShutdown::new();
    let service = service(site.clone());
    tokio::pin!(shutdown);
    loop {
        let socket = tokio::select! {
            () = &mut shutdown => break,
            accepted = listener.accept() => match accepted {
                Ok((socket, _)) => socket,
                Err(error) => {
                    // Out of file descriptors, or a client that went away: wait a little instead of spinning.
                    tracing::warn!(%error, "a connection was not accepted");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
        };
        let _ = socket.set_nodelay(true);
        let peer = socket.peer_addr().map(|address| Peer(address.ip())).ok();
        let own = service.clone().map_request(move |mut request: Request<Incoming>| {
            if let Some(peer) = peer {
                request.extensions_mut().insert(peer);
            }
            request
        });
        let connection = builder.serve_connection(TokioIo::new(socket), TowerToHyperService::new(own));
        let connection = graceful.watch(connection.into_owned());
        tokio::spawn(async move {
            let _ = connection.await; // a client that breaks off is no event
        });
    }
    drop(listener);
    if tokio::time::timeout(LAST_ANSWERS, graceful.shutdown()).await.is_err() {
        tracing::warn!("some answers were cut off");
    }
    Ok(())
}

/// The site for all connections: what is kept is answered before any routing.
fn service(site: Site) -> impl tower::Service<Request<Incoming>, Response = Response<Body>, Error = Infallible, Future: Send> + Clone + Send {
    let router = router(site.clone());
    tower::service_fn(move |request: Request<Incoming>| {
        let kept = kept(&site, &request);
        let router = if kept.is_none() { Some(router.clone()) } else { None };
        async move {
            match (kept, router) {
                (Some(answer), _) => Ok(answer),
                (None, Some(router)) => router.oneshot(request.map(Body::new)).await,
                (None, None) => Ok(plain(StatusCode::INTERNAL_SERVER_ERROR)),
            }
        }
    })
}

/// The kept answer for a request to read, if there is one for today.
fn kept<B>(site: &Site, request: &axum::http::Request<B>) -> Option<Response<Body>> {
    let readable = matches!(*request.method(), Method::GET | Method::HEAD) && !is_personal(site, request);
    let answer = readable.then(|| site.cache.get(request, site.generation())).flatten()?;
    site.metrics.kept.inc();
    Some(answer)
}

async fn follow(site: Site) {
    loop {
        tokio::time::sleep(FOLLOW).await;
        if let Err(error) = site.follow().await {
            tracing::error!(%error, "the change log could not be followed; trying again");
            tokio::time::sleep(FOLLOW * 10).await;
        }
    }
}

/// What the operator sees, on an address of its own.
pub(crate) fn observer(site: Site) -> Router {
    Router::new().route("/metrics", axum::routing::get(crate::metrics::get)).with_state(site)
}

/// The whole site as one service: the page cache in front, the routes behind it.
pub fn router(site: Site) -> Router {
    let routes = routes::router(site.clone())
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, UPLOAD_TIME))
        .layer(CatchPanicLayer::custom(crate::error::after_panic));
    Router::new().fallback(front).with_state(Front { site, routes })
}

#[derive(Clone)]
struct Front {
    site: Site,
    routes: Router,
}

/// Every request comes here: what is kept is answered at once, what can be kept is kept.
async fn front(State(front): State<Front>, request: Request<Body>) -> Response<Body> {
    let is_api = request.uri().path().starts_with("/api/");
    let finished = |answer| secured(if is_api { crate::api::in_problem_form(answer) } else { answer });
    if request.uri().path_and_query().is_some_and(|path| path.as_str().len() > LONGEST_ADDRESS) {
        return finished(plain(StatusCode::URI_TOO_LONG));
    }
    let signed_in = seems_signed_in(&front.site, request.headers());
    if !is_api && !is_own(request.method(), request.headers(), &front.site.settings.base_url, signed_in) {
        return finished(plain(StatusCode::FORBIDDEN));
    }
    let is_personal = is_personal(&front.site, &request);
    let readable = matches!(*request.method(), Method::GET | Method::HEAD) && !is_personal;
    let generation = front.site.generation();
    if let Some(answer) = kept(&front.site, &request) {
        return answer;
    }
    let path = request.uri().path_and_query().map(|path| path.as_str().to_owned()).unwrap_or_default();
    let (headers, head_only) = (request.headers().clone(), *request.method() == Method::HEAD);
    let inner = if head_only { as_get(request) } else { request };
    let answer = match front.routes.clone().oneshot(inner).await {
        Ok(answer) => finished(answer),
        Err(never) => unreachable_answer(never),
    };
    let is_small = answer.body().size_hint().upper().is_some_and(|bytes| bytes <= LARGEST_KEPT as u64);
    let may_be_kept = readable && is_small && answer.status() == StatusCode::OK && answer.extensions().get::<Volatile>().is_none();
    if !may_be_kept {
        let answer = if head_only { head_of(answer) } else { answer };
        return if is_personal { personal(answer) } else { answer };
    }
    let (parts, body) = answer.into_parts();
    match to_bytes(body, LARGEST_KEPT).await {
        Ok(bytes) => front.site.cache.put(&path, generation, &headers, head_only, parts.headers, bytes),
        Err(_) => secured(plain(StatusCode::INTERNAL_SERVER_ERROR)),
    }
}

/// An answer without its body, and with the length that it would have.
fn head_of(answer: Response<Body>) -> Response<Body> {
    let (mut parts, body) = answer.into_parts();
    if let Some(length) = body.size_hint().exact().filter(|_| parts.status == StatusCode::OK) {
        parts.headers.entry(header::CONTENT_LENGTH).or_insert(HeaderValue::from(length));
    }
    Response::from_parts(parts, Body::empty())
}

/// Marks an answer that depends on more than its address and the change log.
#[derive(Clone, Copy)]
pub(crate) struct Volatile;

/// An answer to somebody signed in is theirs alone.
fn personal(mut answer: Response<Body>) -> Response<Body> {
    let headers = answer.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.append(header::VARY, HeaderValue::from_static("cookie"));
    answer
}

fn as_get(request: Request<Body>) -> Request<Body> {
    let mut request = request;
    *request.method_mut() = Method::GET;
    request
}

fn unreachable_answer(never: Infallible) -> Response<Body> {
    match never {}
}

fn plain(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::from(status.canonical_reason().unwrap_or_default()));
    *response.status_mut() = status;
    response
}

/// A file of somebody brings nothing and may nothing, even where a browser shows it.
const FILE_POLICY: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";
/// A picture brings its own style and nothing else.
const PICTURE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

fn secured(mut answer: Response<Body>) -> Response<Body> {
    let is_file = answer.extensions().get::<SomebodysFile>().is_some();
    let headers = answer.headers_mut();
    let is_picture = headers.get(header::CONTENT_TYPE).is_some_and(|content| content.as_bytes().starts_with(b"image/svg"));
    let policy = match (is_file, is_picture) {
        (true, _) => FILE_POLICY,
        (false, true) => PICTURE_POLICY,
        (false, false) => POLICY,
    };
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), payment=()"),
        (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(crate::cache::REVALIDATE.1);
    answer
}

/// Counts and times an answer, and writes one line about it: route pattern, status, milliseconds; nothing of the reader.
pub(crate) async fn observe(State(site): State<Site>, matched: Option<MatchedPath>, request: Request<Body>, next: Next) -> Response<Body> {
    let started = Instant::now();
    let method = request.method().clone();
    let answer = next.run(request).await;
    let route = matched.map_or_else(|| "none".to_owned(), |path| path.as_str().to_owned());
    let (status, seconds) = (answer.status().as_u16(), started.elapsed().as_secs_f64());
    tracing::debug!(%method, route, status, milliseconds = seconds * 1e3, "answered");
    site.metrics.answers.get_or_create(&Answered { route, status }).inc();
    site.metrics.seconds.observe(seconds);
    answer
}
