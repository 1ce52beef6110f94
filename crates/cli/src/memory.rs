//! Memory: how much of what a start or a page needed for a moment the allocator keeps for itself.

/// Lets threads share two pools of memory instead of having up to eight for each processor, and gives back what is free at their ends.
///
/// With the system's own numbers half of the memory of an idle instance is free room in pools of threads that have nothing to do.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[allow(unsafe_code)] // the system's allocator can be told in no other way
pub fn keep_little() {
    const POOLS: libc::c_int = 2;
    const FREE_AT_THE_END: libc::c_int = 128 * 1024; // bytes
    // SAFETY: `mallopt` sets two numbers of the allocator; it is called before any other thread is there.
    unsafe {
        libc::mallopt(libc::M_ARENA_MAX, POOLS);
        libc::mallopt(libc::M_TRIM_THRESHOLD, FREE_AT_THE_END);
    }
}

/// Other systems' allocators are left as they are.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub fn keep_little() {}
