//! Limits of the worker: memory, time, no core files, and an end when the one who asked is gone.

use std::process::ExitStatus;

/// Seconds of processor time.
pub const SECONDS: u64 = 20;

/// Bytes of address space: a large page with its pictures takes a quarter of it.
#[cfg(target_os = "linux")]
const MEMORY: u64 = 1024 * 1024 * 1024;

/// Limits this process for the rest of its life.
///
/// # Errors
/// When the system refuses a limit.
#[cfg(unix)]
pub fn apply(seconds: u64) -> std::io::Result<()> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let lower = |resource: Resource, limit: u64| {
        let limit = Some(getrlimit(resource).maximum.map_or(limit, |maximum| maximum.min(limit)));
        setrlimit(resource, Rlimit { current: limit, maximum: limit })
    };
    lower(Resource::Core, 0)?;
    lower(Resource::Cpu, seconds)?;
    #[cfg(target_os = "linux")]
    {
        lower(Resource::As, MEMORY)?;
        rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL))?;
    }
    Ok(())
}

/// Elsewhere only the caller's patience limits the worker.
#[cfg(not(unix))]
pub fn apply(_seconds: u64) -> std::io::Result<()> {
    Ok(())
}

/// Why a worker ended that said nothing itself.
#[cfg(unix)]
pub fn reason(status: ExitStatus) -> String {
    use rustix::process::Signal;
    use std::os::unix::process::ExitStatusExt;
    match status.signal() {
        // At the end of its time a process gets SIGXCPU, or SIGKILL where both limits are the same.
        Some(signal) if signal == Signal::XCPU.as_raw() || signal == Signal::KILL.as_raw() => "reading it takes too long".to_owned(),
        Some(signal) if signal == Signal::ABORT.as_raw() || signal == Signal::SEGV.as_raw() => "reading it takes too much memory".to_owned(),
        _ => format!("the worker ended: {status}"),
    }
}

/// Why a worker ended that said nothing itself.
#[cfg(not(unix))]
pub fn reason(status: ExitStatus) -> String {
    format!("the worker ended: {status}")
}
