//! `ayni serve`: brings an instance up, says when it answers, and ends it in order.

use std::future::Future;
use std::io::{self, Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use ayni_store::Store;
use ayni_web::follow::{catch_up, load_knowledge, rebuild};
use ayni_web::{Clock, Outgoing, Site};
use jiff::SignedDuration;
use tokio::net::TcpListener;

use crate::Outcome;
use crate::corpus;
use crate::failure::Failure;
use crate::instance::{self, IndexLock, OpenIndex, today};
use crate::progress::{Progress, say};
use crate::settings::{ServeSettings, Serving, Settings};

/// How long the first answer may take before the log says that it is missing.
const FIRST_ANSWER: Duration = Duration::from_secs(60);

/// An instance that is up but does not answer yet.
struct Started {
    site: Site,
    listener: TcpListener,
    metrics: Option<TcpListener>,
    base_url: String,
    _lock: IndexLock,
}

/// Runs the command.
pub async fn run(settings: &Settings, flags: Serving) -> Result<Outcome, Failure> {
    let serving = settings.serving(flags.clone())?;
    let mut stop = Box::pin(stopped().map_err(Failure::Runtime)?);
    let started = tokio::select! {
        started = start(settings, &serving, settings.model(flags.model)) => started?,
        () = &mut stop => return Ok(Outcome::Done), // nothing is half-written: the next start goes on from here
    };
    let Started { site, listener, metrics, base_url, _lock } = started;
    tracing::info!(from = %serving.mail.from, by = ?serving.mail.transport(), "mail"); // neither shows a password
    let address = listener.local_addr().map_err(Failure::Server)?;
    tokio::task::spawn_blocking(move || match first_answer(address) {
        Ok(()) => say(format_args!("Ayni is ready: {base_url}/")),
        Err(error) => tracing::error!(%error, "the server does not answer at {address}"),
    });
    ayni_web::serve(site, listener, metrics, stop).await.map_err(Failure::Server)?;
    tracing::info!("stopped");
    Ok(Outcome::Done)
}

async fn start(settings: &Settings, serving: &ServeSettings, model: Option<PathBuf>) -> Result<Started, Failure> {
    instance::make_folder(settings)?;
    let lock = instance::lock_index(settings)?;
    let listener = bind(&serving.listen).await?; // early: whoever calls waits for the answer instead of being turned away
    let metrics = match &serving.metrics {
        Some(address) => Some(bind(address).await?),
        None => None,
    };
    let store = instance::open_or_begin(settings).await?;
    if store.position().await? == 0 && !serving.empty {
        corpus::load(&store).await?;
    }
    let opened = instance::open_index(settings, model, &lock)?;
    bring_to_present(&store, &opened).await?;
    let base_url = match &serving.base_url {
        Some(address) => address.clone(),
        None => format!("http://{}", reachable(listener.local_addr().map_err(Failure::Server)?)),
    };
    let site_settings = ayni_web::Settings {
        name: serving.name.clone(),
        base_url: base_url.clone(),
        contact: serving.contact.clone(),
        mail: Outgoing { transport: serving.mail.transport(), from: serving.mail.from.clone() },
        translator: serving.translator()?,
        clock: Clock::ahead(SignedDuration::from_hours(24 * i64::from(serving.days_ahead))),
        behind_proxy: serving.behind_proxy,
        largest_file: serving.largest_file,
        openid: serving.openid.clone(),
    };
    let site = Site::new(store, Arc::new(opened.index), site_settings).await?;
    Ok(Started { site, listener, metrics, base_url, _lock: lock })
}

async fn bind(address: &str) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|source| Failure::Listen { address: address.to_owned(), source })
}

/// Brings the index to the position of the change log; at that position already, this is one query.
async fn bring_to_present(store: &Store, opened: &OpenIndex) -> Result<(), Failure> {
    let (index, reached, position) = (&opened.index, opened.index.position()?, store.position().await?);
    if reached == Some(position) && !opened.lacks_vectors {
        return Ok(());
    }
    let progress = Progress::new(if reached.is_some() { "Bringing the search index to the present" } else { "Building the search index" });
    if opened.lacks_vectors {
        rebuild(store, index, today(), &|done, all| progress.set(done, all)).await?;
    } else {
        load_knowledge(store, index, today()).await?;
        catch_up(store, index, today(), &|done, all| progress.set(done, all)).await?;
    }
    progress.finish();
    Ok(())
}

/// The address under which this machine reaches the listener.
fn reachable(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

/// Waits until the server answers a request.
fn first_answer(address: SocketAddr) -> io::Result<()> {
    let address = reachable(address);
    let mut connection = TcpStream::connect_timeout(&address, FIRST_ANSWER)?;
    connection.set_read_timeout(Some(FIRST_ANSWER))?;
    write!(connection, "GET /healthz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut start = [0; 8];
    connection.read_exact(&mut start)?;
    if &start == b"HTTP/1.1" { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
}

/// Waits for the operator or the system to ask for the end; asked from now on.
#[cfg(unix)]
fn stopped() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Waits for the operator to ask for the end.
#[cfg(not(unix))]
fn stopped() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    Ok(async { drop(tokio::signal::ctrl_c().await) })
}
