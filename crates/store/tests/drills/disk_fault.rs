//! The disk refuses one call, or every call from then on: errors, and no space left.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use chrono::Utc;
use store::StoreFault;
use store::vault::{Folder, Severity};

use crate::ground::*;
use crate::shim::{arm, disarm, watched};

const NAME: &str = "disk_fault::every_failure_of_the_disk_is_told_and_loses_nothing";

/// What one run came to.
#[derive(Default)]
struct Run {
    acknowledged: BTreeSet<String>,
    tried: BTreeSet<String>,
    told: bool,
}

impl Run {
    /// Opens, writes, rests, makes a backup, writes, and closes. Goes on after each failure as a window would: it opens
    /// the vault again and tells its owner.
    fn work(&mut self, folder: &Folder, kit: &str) {
        let Ok(opened) = by_kit(folder, kit).map_err(|fault| self.hear(&fault)) else { return };
        self.told |= !opened.findings.is_empty();
        let mut vault = opened.vault;
        for n in 0..9 {
            let done = match n {
                4 => vault.idle(),
                6 => vault.backup_before_import(Utc::now(), &mut unwatched).map(drop),
                _ => {
                    let text = format!("note {n}");
                    self.tried.insert(text.clone());
                    let kept = keep(&mut vault, &text);
                    if kept.is_ok() {
                        self.acknowledged.insert(text);
                    }
                    kept
                }
            };
            if let Err(fault) = done {
                self.hear(&fault);
                match vault.reopen() {
                    Ok(findings) => self.told |= !findings.is_empty(),
                    Err(fault) => return self.hear(&fault),
                }
            }
        }
        if let Err(fault) = vault.close() {
            self.hear(&fault);
        }
    }

    fn hear(&mut self, fault: &StoreFault) {
        assert!(
            !matches!(fault, StoreFault::WrongKey | StoreFault::NotAVault),
            "{fault:?} is no word for a broken disk"
        );
        self.told = true;
    }
}

/// Whether nobody has to hear of a call that failed. SQLite syncs the folder once more for a log whose name is durable
/// since the vault was made; and a draft that could not be removed goes at the next opening.
fn is_harmless(call: &str, folder: &Folder) -> bool {
    let path = folder.path().to_string_lossy();
    call == format!("sync {path}") || call.starts_with(&format!("unlink {path}/vault.db.draft-"))
}

/// All runs, in one process.
fn runs(base: &Path, root: &Path, kit: &str) {
    let mut chance = Chance::from(3);
    let fresh = |n: u64| {
        let folder = Folder::at(root.join(format!("run {n}")));
        copy_folder(base, folder.path());
        folder
    };
    let folder = fresh(0);
    arm(u64::from(u32::MAX), false, false);
    let mut run = Run::default();
    run.work(&folder, kit);
    let (calls, failed) = disarm();
    assert!(failed.is_none() && !run.told && run.acknowledged.len() == 7);
    assert!(calls > 100, "only {calls} calls were seen");
    let (mut hit, mut silent) = (0_u64, Vec::new());
    let runs = scaled(2000);
    for n in 1..=runs {
        let (at, full, sticky) = (1 + (n / 4) % calls, n % 2 == 1, n % 4 >= 2);
        let folder = fresh(n);
        let mut run = Run::default();
        arm(at, full, sticky);
        run.work(&folder, kit);
        let (_, failed) = disarm();
        let context = format!("run {n}: call {at} of {calls}, full {full}, sticky {sticky}");
        hit += u64::from(failed.is_some());
        if let Some(call) = failed.filter(|call| !run.told && !is_harmless(call, &folder)) {
            silent.push(format!("{context}: {call}"));
        }
        let opened = by_kit(&folder, kit).unwrap_or_else(|fault| panic!("{context}: {fault:?}"));
        assert!(
            opened.findings.iter().all(|finding| finding.severity != Severity::Lost),
            "{context}: {:?}",
            opened.findings
        );
        let drafts = fs::read_dir(folder.path())
            .unwrap()
            .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().contains(".draft-"));
        assert_eq!(drafts.count(), 0, "{context}: a draft was left behind");
        let mut vault = opened.vault;
        let there = kept(&vault);
        let lost: Vec<_> = run.acknowledged.difference(&there).collect();
        assert!(lost.is_empty(), "{context}: acknowledged and lost: {lost:?}");
        assert!(there.iter().all(|text| run.tried.contains(text) || text.starts_with("before")), "{context}");
        keep(&mut vault, "and on").unwrap_or_else(|fault| panic!("{context}: {fault:?}"));
        if chance.in_100(10) {
            is_sound(&mut vault);
        }
        drop(vault);
        fs::remove_dir_all(folder.path()).unwrap();
    }
    tell(&format!(
        "hit {hit} of {runs}, {calls} calls, silent {}: {:?}",
        silent.len(),
        silent.iter().take(12).collect::<Vec<_>>()
    ));
    assert!(hit * 10 >= runs * 8, "only {hit} of {runs} runs met a failure");
    assert!(silent.is_empty(), "nobody was told");
}

#[test]
fn every_failure_of_the_disk_is_told_and_loses_nothing() {
    if let Some(orders) = orders() {
        return runs(Path::new(&orders[0]), Path::new(&orders[1]), &orders[2]);
    }
    let room = room();
    let (base, root) = (room.path().join("base"), room.path().join("runs"));
    fs::create_dir(&root).unwrap();
    let folder = Folder::at(&base);
    let kit = create(&folder);
    let mut vault = by_kit(&folder, &kit).unwrap().vault;
    for n in 0..3 {
        keep(&mut vault, &format!("before {n}")).unwrap();
    }
    vault.close().unwrap();
    let orders = [base.to_str().unwrap(), root.to_str().unwrap(), &kit];
    let output = watched(NAME, &orders, &root, None).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    println!("{said}");
    assert!(output.status.success(), "{said}");
}
