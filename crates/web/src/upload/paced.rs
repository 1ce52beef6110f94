//! A body that comes in small pieces, no faster than they are used, and not for ever: whatever reads it can hold little of it.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::{Context, Poll, ready};

use axum::Error;
use axum::body::{Body, HttpBody};
use bytes::Bytes;
use hyper::body::Frame;

/// Largest piece, in bytes.
const PIECE: usize = 64 * 1024;
/// Most bytes that are given out before some were used: room for two pieces and the head of a part.
const MOST_HELD: u64 = 3 * PIECE as u64;

/// What the reader of a body and the body know of each other.
#[derive(Default)]
pub(super) struct Pace {
    /// Bytes given out since something was used.
    held: AtomicU64,
    too_long: AtomicBool,
}

impl Pace {
    /// The reader has used what it got.
    pub fn taken(&self) {
        self.held.store(0, Ordering::Relaxed);
    }

    /// Whether the body was longer than it may be.
    pub fn is_too_long(&self) -> bool {
        self.too_long.load(Ordering::Relaxed)
    }
}

/// The body.
pub(super) struct Paced {
    body: Body,
    /// What came and was not given out yet.
    rest: Bytes,
    /// Whether the reader just got a piece: it is to use it before it gets the next.
    gave: bool,
    /// Bytes that may still come.
    left: u64,
    pace: Arc<Pace>,
}

impl Paced {
    /// A body of at most `most` bytes.
    pub fn new(body: Body, most: u64, pace: Arc<Pace>) -> Self {
        Self { body, rest: Bytes::new(), gave: false, left: most, pace }
    }

    fn refused<T>(why: &'static str) -> Poll<Option<Result<T, Error>>> {
        Poll::Ready(Some(Err(Error::new(std::io::Error::other(why)))))
    }
}

impl HttpBody for Paced {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        if std::mem::take(&mut self.gave) {
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        while self.rest.is_empty() {
            match ready!(Pin::new(&mut self.body).poll_frame(cx)) {
                Some(Ok(frame)) => self.rest = frame.into_data().unwrap_or_default(), // trailers say nothing here
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
        let length = self.rest.len().min(PIECE);
        let piece = self.rest.split_to(length);
        let Some(left) = self.left.checked_sub(length as u64) else {
            self.pace.too_long.store(true, Ordering::Relaxed);
            return Self::refused("the body is too long");
        };
        self.left = left;
        if self.pace.held.fetch_add(length as u64, Ordering::Relaxed) + length as u64 > MOST_HELD {
            return Self::refused("a part of the body has too long a head");
        }
        self.gave = true;
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }
}

#[cfg(test)]
mod tests {
    use axum::body::to_bytes;

    use super::*;

    #[tokio::test]
    async fn a_body_comes_whole_when_it_is_used_and_not_too_long() {
        let pace = Arc::new(Pace::default());
        let paced = |length: usize, most| Body::new(Paced::new(Body::from(vec![7; length]), most, pace.clone()));
        assert_eq!(to_bytes(paced(PIECE * 2, PIECE as u64 * 2), usize::MAX).await.expect("whole").len(), PIECE * 2);
        pace.taken();
        assert!(to_bytes(paced(PIECE * 2, PIECE as u64), usize::MAX).await.is_err() && pace.is_too_long());
        pace.taken();
        assert!(to_bytes(paced(PIECE * 9, u64::MAX), usize::MAX).await.is_err(), "nobody said that anything was used");
    }
}
