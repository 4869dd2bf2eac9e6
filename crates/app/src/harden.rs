//! What a program that holds a vault asks of the system before it does anything else.

use rustix::process::{DumpableBehavior, Resource, Rlimit, getrlimit, set_dumpable_behavior, setrlimit};

use crate::Fault;

/// No crash dump of this process may hold what a vault holds: core files are off, and no other program of this user
/// may read its memory.
///
/// # Errors
/// A machine fault when the system refuses, so that nobody works under a promise that is not kept.
pub fn harden() -> Result<(), Fault> {
    let refused = |_| Fault::machine("This system does not let a program keep its memory to itself.");
    setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) }).map_err(refused)?;
    set_dumpable_behavior(DumpableBehavior::NotDumpable).map_err(refused)?;
    Ok(())
}

/// This thread works after everybody else: whatever it does can wait.
pub fn step_back() {
    // Linux takes this for the thread that asks. Where it is refused, the thread works as all others do.
    let _ = rustix::process::setpriority_process(None, 19);
}

/// Whether this process would leave no core file behind.
pub fn is_hardened() -> bool {
    getrlimit(Resource::Core).current == Some(0)
        && rustix::process::dumpable_behavior()
            .is_ok_and(|behavior| behavior == DumpableBehavior::NotDumpable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn afterwards_nothing_is_dumped() {
        harden().expect("the system allows it");
        assert!(is_hardened());
        let limits = std::fs::read_to_string("/proc/self/limits").expect("limits");
        let core = limits.lines().find(|line| line.starts_with("Max core file size")).expect("a line");
        assert_eq!(core.split_whitespace().nth(4), Some("0"), "{core}");
    }
}
