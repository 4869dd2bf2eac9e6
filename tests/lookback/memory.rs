//! Looking through one's own memory.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::os::unix::fs::FileExt;

/// How much is looked at in one go.
const PIECE: usize = 1 << 20;

/// Every byte of this process that can be written to: heap, stacks, what was mapped.
pub struct Memory {
    maps: File,
    memory: File,
}

impl Memory {
    /// Has to be called before the process closes itself to the outside, and works afterwards too.
    pub fn of_this_process() -> Self {
        let open = |name| File::open(format!("/proc/self/{name}")).expect("/proc");
        Self { maps: open("maps"), memory: open("mem") }
    }

    /// How often each needle is there. A needle is given masked and is never unmasked.
    pub fn count(&self, needles: &BTreeMap<String, Vec<u8>>, mask: u8) -> BTreeMap<String, u64> {
        let mut counts: BTreeMap<String, u64> = needles.keys().map(|name| (name.clone(), 0)).collect();
        let longest = needles.values().map(Vec::len).max().unwrap_or(1);
        let mut piece = vec![0_u8; PIECE + longest];
        // What is being looked at stands in this buffer once more, and must not be counted there.
        let own = piece.as_ptr() as u64..piece.as_ptr() as u64 + piece.len() as u64;
        for (from, to, name) in self.ranges() {
            let mut at = from;
            while at < to {
                let wanted = usize::try_from(to - at).unwrap_or(usize::MAX).min(piece.len());
                // Some ranges belong to the kernel and cannot be read.
                let Ok(read) = self.memory.read_at(&mut piece[..wanted], at) else { break };
                for (needle_name, needle) in needles {
                    for place in places(&piece[..read], needle, mask) {
                        let address = at + place as u64;
                        let is_counted_next_time = place >= PIECE;
                        if !own.contains(&address) && !is_counted_next_time {
                            *counts.entry(needle_name.clone()).or_default() += 1;
                            tell(needle_name, address, &name, &piece[..read], place);
                        }
                    }
                }
                if read == 0 {
                    break;
                }
                at += read.min(PIECE) as u64;
            }
        }
        piece.fill(0);
        counts
    }

    /// The ranges that can be read and written: from, to, and what the system calls them.
    fn ranges(&self) -> Vec<(u64, u64, String)> {
        let mut text = String::new();
        let mut maps = &self.maps;
        maps.seek(SeekFrom::Start(0)).expect("it can be read again");
        maps.read_to_string(&mut text).expect("text");
        let parse = |number| u64::from_str_radix(number, 16).expect("a number");
        let ranges = text.lines().filter_map(|line| {
            let mut words = line.split_whitespace();
            let (from, to) = words.next()?.split_once('-')?;
            let can = words.next()?;
            can.starts_with("rw").then(|| (parse(from), parse(to), words.nth(3).unwrap_or("").to_owned()))
        });
        ranges.collect()
    }
}

/// Where a masked needle stands in a piece of memory.
fn places<'a>(piece: &'a [u8], needle: &'a [u8], mask: u8) -> impl Iterator<Item = usize> + 'a {
    let first = needle.first().map_or(0, |byte| byte ^ mask);
    let candidates =
        piece.iter().enumerate().filter(move |(_, byte)| **byte == first).map(|(place, _)| place);
    candidates.filter(move |place| {
        let here = &piece[*place..];
        here.len() >= needle.len() && here.iter().zip(needle).all(|(byte, masked)| *byte == masked ^ mask)
    })
}

/// Whoever mends a leak wants to know where it is: the neighbours often tell whose memory it was.
fn tell(needle: &str, address: u64, range: &str, piece: &[u8], place: usize) {
    if std::env::var_os("LOOKBACK_TELLS").is_some() {
        let around = &piece[place.saturating_sub(48)..(place + 64).min(piece.len())];
        let shown = String::from_utf8_lossy(around).replace(|letter: char| letter.is_control(), ".");
        let _ = std::io::Write::write_all(
            &mut std::io::stderr(),
            format!("{needle} at {address:x} in {range:?}: {shown:?}\n").as_bytes(),
        );
    }
}
