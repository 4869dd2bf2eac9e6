#![allow(clippy::unwrap_used)]
use chrono::TimeDelta;

use super::*;

fn backup(seq: u64, days_ago: i64, reason: Reason) -> Shelved {
    let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
    let at = (now - TimeDelta::days(days_ago)).naive_utc();
    Shelved { path: PathBuf::from(format!("{seq}")), at, seq, reason }
}

#[test]
fn names_are_read_as_they_are_written() {
    let room = tempfile::tempdir().unwrap();
    let shelf = Shelf(room.path().join("backups"));
    let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
    for (seq, reason) in [(9, Reason::Daily), (10, Reason::Rotation), (100, Reason::Import)] {
        let path = shelf.place_for(now, seq, reason).unwrap();
        let read = Shelved::parse(path).unwrap();
        assert_eq!((read.seq, read.reason, read.at), (seq, reason, now.naive_utc()));
        assert!(read.is_of_day(now) && !read.is_of_day(now + TimeDelta::days(1)));
    }
    for other in ["slots", "x.9.daily.inglenook", "2026-11-22T161312Z.9.daily.inglenook.tmp"] {
        assert_eq!(Shelved::parse(PathBuf::from(other)), None, "{other}");
    }
}

#[test]
fn the_number_of_changes_and_not_the_clock_decides_which_is_the_newest() {
    let room = tempfile::tempdir().unwrap();
    let shelf = Shelf(room.path().to_owned());
    for (seconds, seq) in [(0, 30), (1_800_000_000, 20), (900_000_000, 100)] {
        let now = DateTime::from_timestamp(seconds, 0).unwrap();
        fs::write(shelf.place_for(now, seq, Reason::Daily).unwrap(), "").unwrap();
    }
    let seqs: Vec<_> = shelf.all().unwrap().iter().map(|backup| backup.seq).collect();
    assert_eq!(seqs, [100, 30, 20]);
}

#[test]
fn a_year_of_days_leaves_fourteen_days_and_eight_weeks() {
    let all: Vec<_> = (0..365).map(|ago| backup(1000 - ago as u64, ago, Reason::Daily)).collect();
    let gone: HashSet<_> = superfluous(all.clone()).into_iter().map(|backup| backup.seq).collect();
    let left: Vec<_> = all.iter().filter(|backup| !gone.contains(&backup.seq)).collect();
    let days: Vec<_> = left.iter().map(|backup| 1000 - backup.seq).collect();
    assert_eq!(days[..14], (0..14).collect::<Vec<_>>()[..]);
    let weeks: HashSet<_> = left.iter().map(|backup| backup.at.iso_week()).collect();
    assert_eq!(weeks.len(), 8);
    assert!((19..=20).contains(&left.len()), "{} are left", left.len());
}

#[test]
fn the_two_newest_and_the_last_before_large_changes_stay() {
    let all: Vec<_> = (0..10)
        .map(|n| backup(100 - n, 0, if n % 2 == 0 { Reason::Daily } else { Reason::Import }))
        .collect();
    let gone: Vec<_> = superfluous(all).into_iter().map(|backup| backup.seq).collect();
    assert_eq!(gone, [98, 96, 94, 93, 92, 91]);
}
