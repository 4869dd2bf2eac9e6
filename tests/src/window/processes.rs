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

    /// How often these bytes are in the memory of each process: its short name, and how often. Only the one who may do
    /// everything can look.
    ///
    /// The needle comes masked and is never laid out whole, for this process may be looked at as well.
    pub fn memory_with(&self, masked: &[u8], mask: u8) -> Vec<(String, usize)> {
        let members = self.members().into_iter();
        // All of it is taken at one moment, and searched after that: searching takes its time.
        let taken: Vec<_> = members.map(|(id, name)| (name, memory_of(id))).collect();
        taken.into_iter().map(|(name, pieces)| (name, count(&pieces, masked, mask))).collect()
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

/// Everything a process can write to, as it is now.
fn memory_of(id: Pid) -> Vec<Vec<u8>> {
    use std::os::unix::fs::FileExt;
    const PAGE: u64 = 4096;
    let folder = format!("/proc/{}", id.as_raw_nonzero());
    let open = |name| std::fs::File::open(format!("{folder}/{name}"));
    // One that has just ended has no memory.
    let Ok(maps) = std::fs::read_to_string(format!("{folder}/maps")) else { return Vec::new() };
    let (Ok(memory), Ok(pages)) = (open("mem"), open("pagemap")) else { return Vec::new() };
    let mut pieces: Vec<Vec<u8>> = Vec::new();
    for line in maps.lines().filter(|line| line.contains(" rw")) {
        let Some((from, to)) = line.split_whitespace().next().and_then(|range| range.split_once('-')) else {
            continue;
        };
        let page = |number| u64::from_str_radix(number, 16).unwrap_or_default() / PAGE;
        let (mut at, to) = (page(from), page(to));
        let mut joins = false;
        // WebKit reserves far more than any machine has: only what is there, or swapped, is looked at.
        let mut account = vec![0_u8; 8 * 4096];
        while at < to {
            let count = usize::try_from((to - at).min(4096)).unwrap_or_default();
            if pages.read_exact_at(&mut account[..8 * count], at * 8).is_err() {
                break;
            }
            for entry in account[..8 * count].chunks_exact(8) {
                let is_there = entry[7] & 0b1100_0000 != 0;
                let mut bytes = vec![0; PAGE as usize];
                let read = is_there && memory.read_exact_at(&mut bytes, at * PAGE).is_ok();
                match pieces.last_mut() {
                    Some(last) if read && joins => last.extend(bytes),
                    _ if read => pieces.push(bytes),
                    _ => {}
                }
                (joins, at) = (read, at + 1);
            }
        }
    }
    pieces
}

/// How often a masked needle is there, as UTF-8 and as UTF-16.
fn count(pieces: &[Vec<u8>], masked: &[u8], mask: u8) -> usize {
    let is_here = |here: &[u8], step: usize| {
        masked.iter().enumerate().all(|(n, byte)| {
            here.get(n * step) == Some(&(byte ^ mask)) && (step == 1 || here.get(n * step + 1) == Some(&0))
        })
    };
    let Some(first) = masked.first().map(|byte| byte ^ mask) else { return 0 };
    let mut found = 0;
    for piece in pieces {
        let mut rest = piece.as_slice();
        while let Some(place) = rest.iter().position(|byte| *byte == first) {
            rest = &rest[place..];
            found += usize::from(is_here(rest, 1)) + usize::from(is_here(rest, 2));
            rest = &rest[1..];
        }
    }
    found
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
