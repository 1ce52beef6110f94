//! A bare axum server that answers the bytes of a file to everything: what the pages are compared with.

use std::net::SocketAddr;
use std::path::Path;

use axum::Router;
use axum::body::Bytes;
use axum::http::header;
use axum::routing::get;
use tokio::net::TcpListener;

/// Serves until it is killed.
pub fn serve(file: &Path, listen: SocketAddr) {
    let content = Bytes::from(std::fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display())));
    let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CONTENT_ENCODING, "br")];
    let router = Router::new().route("/{*path}", get(async move || (headers, content.clone())));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap_or_else(|error| panic!("{error}"));
    let served = runtime.block_on(async { axum::serve(TcpListener::bind(listen).await?, router).await });
    served.unwrap_or_else(|error: std::io::Error| panic!("{listen}: {error}"));
}
