//! `ayni-pdf`: the text and the first page of a PDF file, read where nothing is lost when the reading fails.
//!
//!     ayni-pdf text < in.pdf > out.json
//!     ayni-pdf picture --width 320 < in.pdf > out.png
//!
//! PDF files are programs in all but name, and people attach files that they did not make. The program therefore starts itself once
//! more as a worker whose memory and time are limited; the worker reads the file, and writes only when it is done. However the
//! worker ends, the program ends with 0 and a whole answer, or with 3 and one line on standard error. Wrong use ends with 1.

mod layout;
mod limit;
mod picture;
mod text;

use std::io::{Read, Write};
use std::process::{Command, ExitCode, Stdio};

/// Most bytes of a file.
const MOST_INPUT: u64 = 128 * 1024 * 1024;
/// Stack of the thread that reads: objects inside objects are read by functions inside functions.
const STACK: usize = 64 * 1024 * 1024;
/// Exit code for a file that cannot be read.
const UNREADABLE: u8 = 3;

const USAGE: &str = "Use: ayni-pdf [--seconds N] text < in.pdf > out.json
     ayni-pdf [--seconds N] picture [--width N] < in.pdf > out.png";

/// What is asked for.
#[derive(Clone, Copy)]
enum Task {
    Text,
    Picture { width: u32 },
}

fn main() -> ExitCode {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let is_worker = args.first().is_some_and(|first| first == "--worker");
    if is_worker {
        args.remove(0);
    }
    match read_args(&args) {
        Some((seconds, task)) if is_worker => work(seconds, task),
        Some(_) => supervise(&args),
        None => {
            eprintln!("{USAGE}");
            ExitCode::FAILURE
        }
    }
}

fn read_args(args: &[String]) -> Option<(u64, Task)> {
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let (seconds, rest) = match args.as_slice() {
        ["--seconds", seconds, rest @ ..] => (seconds.parse().ok().filter(|n| (1..=limit::SECONDS).contains(n))?, rest),
        rest => (limit::SECONDS, rest),
    };
    let task = match rest {
        ["text"] => Task::Text,
        ["picture"] => Task::Picture { width: picture::WIDTH },
        ["picture", "--width", width] => Task::Picture { width: width.parse().ok().filter(|n| picture::WIDTHS.contains(n))? },
        _ => return None,
    };
    Some((seconds, task))
}

/// Starts the worker, and says in one line how it ended when that was not well.
fn supervise(args: &[String]) -> ExitCode {
    let started = std::env::current_exe().and_then(|program| Command::new(program).arg("--worker").args(args).stderr(Stdio::piped()).spawn());
    let ended = started.and_then(|mut worker| {
        let mut complaint = Vec::new();
        if let Some(pipe) = worker.stderr.take() {
            pipe.take(10_000).read_to_end(&mut complaint)?;
        }
        Ok((worker.wait()?, complaint))
    });
    let problem = match ended {
        Ok((status, _)) if status.success() => return ExitCode::SUCCESS,
        Ok((status, complaint)) if status.code() == Some(UNREADABLE.into()) => String::from_utf8_lossy(&complaint).into_owned(),
        Ok((status, _)) => limit::reason(status),
        Err(error) => format!("the worker could not be started: {error}"),
    };
    eprintln!("ayni-pdf: {}", problem.lines().next().unwrap_or("the file cannot be read"));
    ExitCode::from(UNREADABLE)
}

/// Reads the file under limits; runs in a process of its own.
fn work(seconds: u64, task: Task) -> ExitCode {
    let answer = limit::apply(seconds).map_err(|error| format!("the limits cannot be set: {error}")).and_then(|()| {
        let pdf = input()?;
        let reading = std::thread::Builder::new().stack_size(STACK).spawn(move || match task {
            Task::Text => text::read(pdf, std::time::Duration::from_secs(seconds / 2)),
            Task::Picture { width } => picture::draw(pdf, width),
        });
        let reading = reading.map_err(|error| error.to_string())?;
        reading.join().map_err(|_| "the reader met what it does not understand".to_owned())?
    });
    let written = answer.and_then(|answer| std::io::stdout().write_all(&answer).map_err(|error| error.to_string()));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            // The first line is what is passed on; a panic has written lines of its own before.
            eprintln!("{problem}");
            ExitCode::from(UNREADABLE)
        }
    }
}

fn input() -> Result<Vec<u8>, String> {
    let mut pdf = Vec::new();
    std::io::stdin().take(MOST_INPUT + 1).read_to_end(&mut pdf).map_err(|error| error.to_string())?;
    if pdf.len() as u64 > MOST_INPUT {
        return Err(format!("it has more than {MOST_INPUT} bytes"));
    }
    Ok(pdf)
}

/// Opens a file that needs no password.
fn open(pdf: Vec<u8>) -> Result<hayro::hayro_syntax::Pdf, String> {
    use hayro::hayro_syntax::LoadPdfError;
    hayro::hayro_syntax::Pdf::new(pdf).map_err(|error| match error {
        LoadPdfError::Decryption(_) => "it is locked with a password".to_owned(),
        LoadPdfError::Invalid => "it is no PDF file, or broken".to_owned(),
    })
}
