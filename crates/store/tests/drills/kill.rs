//! The program is killed in the middle of its work, again and again.

use std::io::{BufRead, BufReader};
use std::sync::mpsc::channel;
use std::time::Duration;

use chrono::Utc;
use seal::passphrase::Cost;
use store::StoreFault;
use store::vault::Folder;

use crate::ground::*;

const NAME: &str = "kill::a_program_killed_at_any_moment_loses_nothing_it_acknowledged";

/// Works until it is killed: notes, imports, rests, backups, and in some rounds a change of the key.
fn work(folder: &Folder, kit: &str, round: &str, rotate: bool) {
    let opened = by_kit(folder, kit).unwrap();
    let mut vault = opened.vault;
    tell("open");
    if rotate {
        let rotation = vault.begin_rotation(PASSPHRASE.into(), Cost::FLOOR).unwrap();
        let (groups, [one, other]) = (rotation.groups(), rotation.ask());
        tell(&format!("kit {}", groups.join("-")));
        vault.finish_rotation(&rotation, [&groups[one], &groups[other]], Utc::now(), &mut unwatched).unwrap();
    }
    for n in 0_u32.. {
        match n % 11 {
            4 => {
                let texts: Vec<_> = (0..30).map(|part| format!("{round} {n} {part}")).collect();
                tell(&format!("try {}", texts.join("|")));
                keep_all(&mut vault, &texts).unwrap();
                tell(&format!("ack {}", texts.join("|")));
                continue;
            }
            6 => vault.idle().unwrap(),
            9 => drop(vault.backup_before_import(Utc::now(), &mut unwatched).unwrap()),
            _ => {}
        }
        let text = format!("{round} {n}");
        tell(&format!("try {text}"));
        keep(&mut vault, &text).unwrap();
        tell(&format!("ack {text}"));
    }
}

#[test]
fn a_program_killed_at_any_moment_loses_nothing_it_acknowledged() {
    if let Some(orders) = orders() {
        return work(&Folder::at(&orders[0]), &orders[1], &orders[2], orders[3] == "rotate");
    }
    let room = room();
    let folder = Folder::at(room.path().join("vault"));
    let mut kit = create(&folder);
    let mut chance = Chance::from(1);
    let (mut acknowledged, mut possible) =
        (std::collections::BTreeSet::new(), std::collections::BTreeSet::new());
    let rounds = scaled(200);
    for round in 0..rounds {
        let rotate = if round % 10 == 9 { "rotate" } else { "write" };
        let path = folder.path().to_string_lossy().into_owned();
        let mut running = child(NAME, &[&path, &kit, &format!("round {round}"), rotate]).spawn().unwrap();
        let said = BufReader::new(running.stderr.take().unwrap());
        let (line, lines) = channel();
        let listening =
            std::thread::spawn(move || said.lines().map_while(Result::ok).try_for_each(|l| line.send(l)));
        let mut next_kit = None;
        let mut hear = |said: &str| {
            if let Some(texts) = said.strip_prefix("try ") {
                possible.extend(texts.split('|').map(str::to_owned));
            } else if let Some(texts) = said.strip_prefix("ack ") {
                acknowledged.extend(texts.split('|').map(str::to_owned));
            } else if let Some(kit) = said.strip_prefix("kit ") {
                next_kit = Some(kit.to_owned());
            } else {
                assert!(!said.contains("panicked"), "the program failed by itself: {said}");
            }
        };
        hear(&lines.recv().unwrap());
        let patience = Duration::from_micros(chance.below(if rotate == "write" { 60_000 } else { 700_000 }));
        std::thread::sleep(patience);
        running.kill().unwrap();
        running.wait().unwrap();
        listening.join().unwrap().unwrap();
        lines.try_iter().for_each(|said| hear(&said));

        let opened = match (by_kit(&folder, &kit), &next_kit) {
            (Err(StoreFault::WrongKey), Some(next)) => {
                kit.clone_from(next);
                by_kit(&folder, &kit)
            }
            (opened, Some(next)) => {
                drop(opened.unwrap());
                assert!(
                    matches!(by_kit(&folder, next), Err(StoreFault::WrongKey)),
                    "both keys open the vault"
                );
                by_kit(&folder, &kit)
            }
            (opened, None) => opened,
        };
        let opened = opened.unwrap_or_else(|fault| panic!("round {round}: {fault:?}"));
        assert_eq!(opened.findings, [], "round {round}: a killed program is no damage");
        let mut vault = opened.vault;
        let there = kept(&vault);
        let lost: Vec<_> = acknowledged.difference(&there).collect();
        assert!(lost.is_empty(), "round {round}: acknowledged and lost: {lost:?}");
        assert!(there.is_subset(&possible), "round {round}: something nobody wrote");
        if round % 10 == 9 || round + 1 == rounds {
            is_sound(&mut vault);
        }
        acknowledged = there;
    }
    assert!(acknowledged.len() as u64 > rounds, "hardly anything was written: {}", acknowledged.len());
}
