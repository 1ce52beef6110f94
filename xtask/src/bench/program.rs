//! The program under measure: built, started on a folder of its own, ended.

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::bench::load::Connection;
use crate::bench::succeed;
use crate::corpus::project;

/// How long the first answer may take; a new instance reads the starter corpus first.
const FIRST_ANSWER: Duration = Duration::from_secs(120);

/// Cargo, the one that runs this program.
pub fn cargo(args: &[&str]) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(args);
    cargo
}

/// Builds the program, which takes no time when nothing changed, and returns its path.
pub fn build(optimized: bool) -> PathBuf {
    eprintln!("building the program");
    let mut cargo = cargo(&["build", "--quiet", "--package", "ayni"]);
    if optimized {
        cargo.arg("--release");
    }
    succeed(&mut cargo);
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project().join("target"), PathBuf::from);
    project().join(target).join(if optimized { "release/ayni" } else { "debug/ayni" })
}

/// A process; killed when dropped.
pub struct Process(Child);

impl Process {
    /// Starts a command whose output nobody reads.
    pub fn start(command: &mut Command) -> Self {
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn();
        Self(child.unwrap_or_else(|error| panic!("{command:?}: {error}")))
    }

    /// Its number.
    pub fn id(&self) -> u32 {
        self.0.id()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A program with a data folder, and the address at which it answers while it runs.
pub struct Instance {
    program: PathBuf,
    folder: TempDir,
    /// Address of a PostgreSQL database that it uses instead of a file.
    database: Option<String>,
    process: Option<Process>,
    /// Where it answers.
    pub address: SocketAddr,
}

impl Instance {
    /// An instance that has not been started yet.
    pub fn new(program: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("a folder: {error}"));
        Self { program: program.to_owned(), folder, database: None, process: None, address: free_address() }
    }

    /// The instance on a PostgreSQL database.
    pub fn on(self, address: String) -> Self {
        Self { database: Some(address), ..self }
    }

    /// Its data folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Kills it if it runs, starts it, and returns the time from there to the first answer.
    pub fn start(&mut self) -> Duration {
        drop(self.process.take());
        let mut command = Command::new(&self.program);
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("AYNI_")) {
            command.env_remove(name);
        }
        command.args(["serve", "--log", "error", "--listen", &self.address.to_string(), "--data"]).arg(self.folder.path());
        if let Some(address) = &self.database {
            command.args(["--database", address]);
        }
        let started = Instant::now();
        self.process = Some(Process::start(&mut command));
        wait_for(self.address, "/healthz");
        started.elapsed()
    }

    /// The running process.
    pub fn process(&self) -> u32 {
        self.process.as_ref().unwrap_or_else(|| panic!("the instance does not run")).id()
    }

    /// A new connection.
    pub fn connect(&self) -> Connection {
        Connection::open(self.address).unwrap_or_else(|error| panic!("{}: {error}", self.address))
    }
}

/// An address of this machine where nothing listens.
pub fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).unwrap_or_else(|error| panic!("a free port: {error}"))
}

/// Waits until a server answers.
pub fn wait_for(address: SocketAddr, path: &str) {
    let started = Instant::now();
    loop {
        match Connection::open(address).and_then(|mut connection| connection.get(path, "").map(|answer| answer.status)) {
            Ok(200) => return,
            Ok(status) => panic!("{path} answers {status}"),
            Err(error) => assert!(started.elapsed() < FIRST_ANSWER, "{address} does not answer: {error}"),
        }
        std::thread::sleep(Duration::from_micros(500));
    }
}
