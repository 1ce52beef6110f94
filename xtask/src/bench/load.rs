//! The load generator: raw HTTP/1.1 over kept connections, one request at a time on each, the same for whoever is measured.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

/// Longest wait for an answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// A kept connection.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// An answer with what was transferred, still compressed.
pub struct Answer<'a> {
    /// Status code.
    pub status: u16,
    head: &'a [u8],
    /// Body as transferred.
    pub body: &'a [u8],
}

impl Answer<'_> {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.split(|&byte| byte == b'\n').filter_map(|line| std::str::from_utf8(line).ok()?.split_once(':'));
        lines.into_iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }
}

impl Connection {
    /// Connects.
    pub fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self { stream, buffer: vec![0; 64 * 1024] })
    }

    /// Asks for a path, with further header lines.
    pub fn get(&mut self, path: &str, headers: &str) -> io::Result<Answer<'_>> {
        self.exchange(&request(path, headers))
    }

    /// Sends a request and reads its answer.
    pub fn exchange(&mut self, request: &[u8]) -> io::Result<Answer<'_>> {
        self.stream.write_all(request)?;
        let (mut read, mut head) = (0, None);
        loop {
            if read == self.buffer.len() {
                self.buffer.resize(2 * read, 0);
            }
            let more = self.stream.read(&mut self.buffer[read..])?;
            if more == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            read += more;
            if head.is_none() {
                head = head_of(&self.buffer[..read])?;
            }
            if let Some((status, start, length)) = head.filter(|(_, start, length)| read >= start + length) {
                return Ok(Answer { status, head: &self.buffer[..start], body: &self.buffer[start..start + length] });
            }
        }
    }
}

/// The bytes of a request.
pub fn request(path: &str, headers: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: localhost\r\n{headers}\r\n").into_bytes()
}

/// The bytes of a request that sends a form.
pub fn form(path: &str, headers: &str, fields: &[(&str, &str)]) -> Vec<u8> {
    let pairs: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
    let (body, content) = (pairs.join("&"), "content-type: application/x-www-form-urlencoded\r\nsec-fetch-site: same-origin");
    format!("POST {path} HTTP/1.1\r\nhost: localhost\r\n{headers}{content}\r\ncontent-length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

/// A text as addresses and forms carry it.
pub fn encode(text: &str) -> String {
    let byte = |byte: u8| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(byte).collect()
}

/// Status, length of the head and length of the body; `None` while the head is not whole.
fn head_of(bytes: &[u8]) -> io::Result<Option<(u16, usize, usize)>> {
    let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { return Ok(None) };
    let invalid = |what: &'static str| io::Error::new(io::ErrorKind::InvalidData, what);
    let text = |bytes| std::str::from_utf8(bytes).map_err(|_| invalid("a head that is not text"));
    let status = text(bytes.get(9..12).unwrap_or_default())?.parse().map_err(|_| invalid("no status"))?;
    let name = b"content-length:";
    let line = bytes[..end].split(|&byte| byte == b'\n').find(|line| line.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)));
    let length = text(line.ok_or_else(|| invalid("no content-length"))?.get(name.len()..).unwrap_or_default())?;
    Ok(Some((status, end + 4, length.trim().parse().map_err(|_| invalid("no length"))?)))
}

/// Answers over several connections and the seconds that they took; at most a number of requests on each and a time for all.
pub fn load(address: SocketAddr, request: &[u8], connections: usize, most: u32, longest: Duration) -> (f64, f64) {
    let started = Instant::now();
    let work = || -> io::Result<u32> {
        let mut connection = Connection::open(address)?;
        for done in 0..most {
            if started.elapsed() >= longest {
                return Ok(done);
            }
            let answer = connection.exchange(request)?;
            if answer.status != 200 || answer.body.is_empty() {
                return Err(io::Error::other(format!("status {}", answer.status)));
            }
        }
        Ok(most)
    };
    let done: u32 = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..connections).map(|_| scope.spawn(work)).collect();
        let join = |thread: std::thread::ScopedJoinHandle<'_, io::Result<u32>>| {
            thread.join().unwrap_or_else(|_| panic!("a thread of the load generator")).unwrap_or_else(|error| panic!("{address}: {error}"))
        };
        threads.into_iter().map(join).sum()
    });
    (f64::from(done), started.elapsed().as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(head: &str, expected: Option<Option<(u16, usize, usize)>>) {
        assert_eq!(head_of(head.as_bytes()).ok(), expected, "{head:?}");
    }

    #[test]
    fn headers_are_found_and_forms_are_encoded() {
        let answer = Answer { status: 303, head: b"HTTP/1.1 303 See Other\r\nLocation: /en/drafts/7\r\n\r\n", body: b"" };
        assert_eq!((answer.header("location"), answer.header("etag")), (Some("/en/drafts/7"), None));
        let sent = String::from_utf8(form("/x", "cookie: a=b\r\n", &[("a.0", "\u{e9} &"), ("b", "")])).expect("text");
        assert!(sent.starts_with("POST /x HTTP/1.1\r\n") && sent.contains("\r\ncookie: a=b\r\n"), "{sent}");
        assert!(sent.ends_with("\r\ncontent-length: 19\r\n\r\na.0=%C3%A9%20%26&b="), "{sent}");
    }

    #[test]
    fn status_and_length_are_read_from_the_head() {
        check("HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\nbody", Some(Some((200, 39, 12))));
        check("HTTP/1.1 404 Not Found\r\ncontent-length:0\r\n\r\n", Some(Some((404, 44, 0))));
        check("HTTP/1.1 200 OK\r\nContent-Le", Some(None));
        check("HTTP/1.1 200 OK\r\n\r\n", None);
        check("nonsense\r\n\r\n", None);
    }
}
