//! Running the program, and records to run it on.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};
use tempfile::TempDir;

/// A folder for one test; its instance is in `data`.
pub struct Place {
    folder: TempDir,
}

/// How a command ended.
#[derive(Debug)]
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ended {
    /// Asserts the exit code, and shows everything when it is another.
    pub fn expect(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:#?}");
        assert!(!self.err.contains("panicked"), "{self:#?}");
        self
    }

    /// The last line of the answer.
    pub fn last(&self) -> &str {
        self.out.lines().last().unwrap_or_default()
    }
}

impl From<Output> for Ended {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Self { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Place {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    /// A place whose instance holds these lines.
    pub fn with(lines: &str) -> Self {
        let place = Self::new();
        place.write("records.jsonl", lines);
        place.run(&["import", "records.jsonl"]).expect(0);
        place
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), content).expect("a file");
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).expect("a file")
    }

    /// The program in this folder, on the data folder `data`, with nothing of our own environment.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ayni"));
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("AYNI_")) {
            command.env_remove(name);
        }
        command.args(args).current_dir(self.folder.path()).env("AYNI_DATA", "data").stdin(Stdio::null());
        command
    }

    pub fn run(&self, args: &[&str]) -> Ended {
        self.command(args).output().expect("the program runs").into()
    }

    pub fn run_with_input(&self, args: &[&str], input: &str) -> Ended {
        let mut child = self.command(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs");
        child.stdin.take().expect("an input").write_all(input.as_bytes()).expect("the program reads");
        child.wait_with_output().expect("the program ends").into()
    }

    /// Changes the database behind the program's back.
    pub fn sql(&self, sql: &str) {
        self.on_database(async |db| {
            db.execute_unprepared(sql).await.expect("the statement runs");
        });
    }

    /// The first column of what a query gives.
    pub fn query(&self, sql: &str) -> Vec<String> {
        self.on_database(async |db| {
            let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.expect("the query runs");
            rows.iter().map(|row| row.try_get_by_index(0).expect("a text")).collect()
        })
    }

    fn on_database<T>(&self, work: impl AsyncFnOnce(&DatabaseConnection) -> T) -> T {
        let address = format!("sqlite://{}", self.path("data/ayni.db").display());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let db = sea_orm::Database::connect(address).await.expect("the database opens");
            let done = work(&db).await;
            db.close().await.expect("the database closes");
            done
        })
    }
}

/// A running server; killed when dropped.
pub struct Server {
    child: Child,
    /// `127.0.0.1:port`.
    pub address: String,
}

impl Server {
    /// Starts a server on a free port, and waits until it says that it is ready.
    pub fn start(place: &Place, args: &[&str]) -> Self {
        let args: Vec<&str> = ["serve", "--listen", "127.0.0.1:0"].into_iter().chain(args.iter().copied()).collect();
        let mut child = place.command(&args).stdout(Stdio::piped()).spawn().expect("the program runs");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("an output")).read_line(&mut line).expect("a line");
        let address = line.trim().strip_prefix("Ayni is ready: http://").and_then(|rest| rest.strip_suffix('/'));
        let address = address.unwrap_or_else(|| panic!("{line:?}")).to_owned();
        Self { child, address }
    }

    /// Status and body of a page.
    pub fn get(&self, path: &str) -> (u16, String) {
        let mut connection = TcpStream::connect(&self.address).expect("a connection");
        write!(connection, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).expect("a request");
        let mut bytes = Vec::new();
        connection.read_to_end(&mut bytes).expect("an answer");
        let answer = String::from_utf8_lossy(&bytes).into_owned();
        let status = answer.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a status");
        (status, answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default())
    }

    /// Asks for the end; returns the exit code.
    pub fn stop(mut self, signal: &str) -> Option<i32> {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args([signal, &pid]).status().expect("kill runs").success());
        self.child.wait().expect("the server ends").code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A small record.
pub fn course(number: usize, title: &str) -> String {
    format!(
        r#"{{"kind":"course","slug":"course-{number:06}","title":{{"en":"{title}"}},"summary":{{"en":"S."}},"themes":[],"sdgs":[],"countries":[],"sources":[{{"url":"https://example.org","title":"t"}}]}}"#
    )
}

/// Many small records, a line each.
pub fn courses(numbers: std::ops::Range<usize>) -> String {
    numbers.fold(String::new(), |mut text, number| {
        let _ = writeln!(text, "{}", course(number, "Course"));
        text
    })
}

/// The corpus that comes with the program.
pub fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus")
}

/// Names of the corpus files.
pub const CORPUS: [&str; 7] =
    ["courses.jsonl", "events.jsonl", "groupings.jsonl", "initiatives.jsonl", "organizations.jsonl", "practices.jsonl", "publications.jsonl"];

/// A place whose instance holds the corpus.
pub fn with_corpus() -> Place {
    let place = Place::new();
    let files: Vec<String> = CORPUS.iter().map(|name| corpus().join(name).display().to_string()).collect();
    let args: Vec<&str> = ["import"].into_iter().chain(files.iter().map(String::as_str)).collect();
    place.run(&args).expect(0);
    place
}
