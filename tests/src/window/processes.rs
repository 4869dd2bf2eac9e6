//! The processes that belong to one window: the driver, the program, WebKit's own.

use std::collections::BTreeSet;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command};

use rustix::process::{Pid, Signal, kill_process, kill_process_group};

/// A program started at the head of its own group, and stopped with everything it started.
pub struct Group {
    head: Child,
}

impl Group {
    /// Starts it.
    pub fn start(command: &mut Command) -> Self {
        Self { head: command.process_group(0).spawn().expect("the program starts") }
    }

    /// Ends every process of that name at once, as a power cut would.
    pub fn kill_9(&self, name: &str) {
        let killed =
            self.members().into_iter().filter(|(_, of)| name.starts_with(of.as_str()) && of.len() > 5);
        let killed: Vec<_> = killed.map(|(id, _)| kill_process(id, Signal::KILL)).collect();
        assert!(!killed.is_empty(), "{name} was not running");
    }

    /// Whether a process of that name is alive.
    pub fn runs(&self, name: &str) -> bool {
        !self.ids(name).is_empty()
    }

    /// The ids of every process of that name.
    pub fn ids(&self, name: &str) -> Vec<u32> {
        let named =
            self.members().into_iter().filter(|(_, of)| name.starts_with(of.as_str()) && of.len() > 5);
        named.map(|(id, _)| id.as_raw_nonzero().get().cast_unsigned()).collect()
    }

    /// The addresses outside this machine that a process of the group is connected to.
    pub fn connected_to(&self) -> Vec<String> {
        let mine: BTreeSet<String> = self.members().iter().flat_map(|(id, _)| sockets_of(*id)).collect();
        let mut outside = Vec::new();
        for table in ["tcp", "tcp6", "udp", "udp6"] {
            let rows = std::fs::read_to_string(format!("/proc/net/{table}")).unwrap_or_default();
            for row in rows.lines().skip(1) {
                let cells: Vec<&str> = row.split_whitespace().collect();
                let (remote, inode) = (cells[2], cells[9]);
                if mine.contains(inode) && !is_this_machine(remote) {
                    outside.push(format!("{table} {remote}"));
                }
            }
        }
        outside
    }

    /// Every member: its id and its short name, at most 15 letters.
    fn members(&self) -> Vec<(Pid, String)> {
        let group = self.head.id().to_string();
        let entries = std::fs::read_dir("/proc").expect("/proc");
        let stats = entries.filter_map(|entry| std::fs::read_to_string(entry.ok()?.path().join("stat")).ok());
        let members = stats.filter_map(|stat| {
            let (id_and_name, rest) = stat.rsplit_once(')')?;
            let (id, name) = id_and_name.split_once(" (")?;
            let mut rest = rest.split_whitespace();
            let state = rest.next()?;
            let its_group = rest.nth(1)?;
            let alive = state != "Z" && its_group == group;
            alive.then(|| Some((Pid::from_raw(id.parse().ok()?)?, name.to_owned()))).flatten()
        });
        members.collect()
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        if let Some(group) = Pid::from_raw(self.head.id().cast_signed()) {
            let _ = kill_process_group(group, Signal::KILL);
        }
        let _ = self.head.wait();
    }
}

fn sockets_of(id: Pid) -> Vec<String> {
    let open = std::fs::read_dir(format!("/proc/{}/fd", id.as_raw_nonzero()));
    let links = open.into_iter().flatten().filter_map(|fd| std::fs::read_link(fd.ok()?.path()).ok());
    let names =
        links.filter_map(|link| Some(link.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?.to_owned()));
    names.collect()
}

/// Loopback, or a socket that is connected to nothing.
fn is_this_machine(address: &str) -> bool {
    let host = address.split(':').next().unwrap_or_default();
    let loopback_4 = host.len() == 8 && host.ends_with("7F");
    let loopback_6 = host == "00000000000000000000000001000000" || host.ends_with("FFFF00000100007F");
    loopback_4 || loopback_6 || host.chars().all(|digit| digit == '0')
}

#[cfg(test)]
mod tests {
    use super::is_this_machine;

    #[test]
    fn only_loopback_counts_as_this_machine() {
        for here in
            ["0100007F:1F90", "0500007F:0035", "00000000:0000", "00000000000000000000000001000000:1F90"]
        {
            assert!(is_this_machine(here), "{here}");
        }
        for away in ["08080808:0035", "0101A8C0:01BB", "B80D0120000000000000000001000000:01BB"] {
            assert!(!is_this_machine(away), "{away}");
        }
    }
}
