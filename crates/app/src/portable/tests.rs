use std::collections::BTreeMap;
use std::path::Path;

use serde_json::json;

use crate::FaultKind;
use crate::desk::trial::Trial;
use crate::review::tests::Scene;

/// Every file below a folder, by its path.
fn files_of(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below").to_string_lossy().into_owned();
                files.insert(name, std::fs::read(&path).expect("a file"));
            }
        }
    }
    files
}

#[test]
fn everything_goes_out_and_comes_back_into_a_new_vault() {
    let trial = Trial::begin();
    trial.call("demo.fill", json!({}));
    let maya = trial.call("search.find", json!({ "query": "Maya" }))["people"][0]["id"].clone();
    let picture = trial.place("picture.bin");
    std::fs::write(&picture, [7; 200_000]).expect("written");
    trial.call("attachment.add", json!({ "record": maya, "kind": "person", "file": picture }));
    let written = trial.call("portable.export", json!({ "folder": trial.place("out") }));
    assert!(written["records"].as_u64().expect("a number") > 600);

    let fresh = Trial::begin();
    let brought = fresh.call("portable.import", json!({ "folder": trial.place("out") }));
    assert_eq!(brought["added"], written["records"]);
    fresh.call("portable.export", json!({ "folder": fresh.place("again") }));
    let (out, again) = (files_of(&trial.place("out")), files_of(&fresh.place("again")));
    assert_eq!(out.keys().collect::<Vec<_>>(), again.keys().collect::<Vec<_>>());
    assert!(out == again, "byte for byte");

    let twice = fresh.call("portable.import", json!({ "folder": trial.place("out") }));
    assert_eq!(
        (&twice["unchanged"], &twice["deed"]),
        (&written["records"], &json!(null)),
        "nothing is different"
    );
}

#[test]
fn a_folder_of_somebody_else_joins_a_vault_with_one_owner() {
    let theirs = Trial::begin();
    theirs.person("Maya Okafor");
    let aside = json!({ "record": theirs.me(), "kind": "person", "rule": "hedge", "mark": "0f", "because": "So it is" });
    theirs.call("coach.dismiss", aside);
    theirs.call("portable.export", json!({ "folder": theirs.place("out") }));
    let ours = Trial::begin();
    ours.person("Tomás Lindqvist");
    let brought = ours.call("portable.import", json!({ "folder": theirs.place("out") }));
    assert_eq!((&brought["added"], &brought["unchanged"]), (&json!(2), &json!(1)));
    let people = ours.call("person.list", json!({}));
    let names: Vec<_> = people.as_array().expect("a list").iter().map(|person| &person["name"]).collect();
    assert_eq!(names, ["Dana Castellan", "Maya Okafor", "Tomás Lindqvist"]);
    let of = |trial: &Trial| trial.call("coach.dismissed", json!({ "record": trial.me() }));
    assert_eq!(of(&ours), of(&theirs), "what was set aside in their own text");
    ours.call("history.undo", json!({}));
    assert_eq!(ours.call("person.list", json!({})).as_array().expect("a list").len(), 2);
}

#[test]
fn a_folder_with_a_mistake_changes_nothing() {
    let trial = Trial::begin();
    trial.person("Maya Okafor");
    let out = trial.place("out");
    trial.call("portable.export", json!({ "folder": out }));
    let people = out.join("records/person.jsonl");
    let text = std::fs::read_to_string(&people).expect("people").replace("Maya", "Zora");
    std::fs::write(&people, format!("{text}not a record of Zora\n")).expect("written");
    let refused = trial.refused("portable.import", json!({ "folder": out }));
    assert_eq!(refused.kind, FaultKind::Refused);
    assert!(
        refused.sentence.contains("person.jsonl, line 3") && !refused.sentence.contains("Zora"),
        "{refused:?}"
    );
    assert_eq!(trial.call("person.list", json!({}))[1]["name"], "Maya Okafor");
}

/// A vault with every noun around a review: a signed one, with what others say.
fn signed() -> Scene {
    let scene = Scene::begin();
    let days = json!({ "name": "2026", "from": "2026-01-01", "until": "2026-12-31", "people": [scene.maya] });
    scene.trial.call("review.begin_cycle", days);
    let own =
        json!({ "review": scene.review, "of": "self_review", "section": "went_well", "message": "My year" });
    scene.trial.call("review.save_point", own);
    let asked =
        json!({ "review": scene.review, "author": "canaryauthor", "relation": "peer", "team": "canaryteam" });
    let input = scene.trial.call("input.ask", asked)["id"].clone();
    scene.trial.call("input.save", json!({ "id": input, "notes": "canarynotes", "words": "canarywords" }));
    let file = scene.trial.place("canaryfile.txt");
    std::fs::write(&file, "canarycontent").expect("written");
    scene.trial.call("attachment.add", json!({ "record": input, "kind": "peer_input", "file": file }));
    scene.accepted();
    scene.call("review.close", json!({}));
    scene.call("review.sign", json!({}));
    scene
}

const OF_A_REVIEW: [&str; 7] =
    ["review", "review_cycle", "review_point", "self_review", "peer_input", "review_version", "signature"];

#[test]
fn a_signed_review_goes_out_whole_and_comes_back_and_its_key_stays() {
    let scene = signed();
    let out = scene.trial.place("out");
    scene.trial.call("portable.export", json!({ "folder": out }));
    let files = files_of(&out);
    for noun in OF_A_REVIEW {
        assert!(!files[&format!("records/{noun}.jsonl")].is_empty(), "{noun}");
    }
    assert!(!files.keys().any(|path| path.contains("signing_key")), "{:?}", files.keys());
    let fresh = Trial::begin();
    fresh.call("portable.import", json!({ "folder": out }));
    fresh.call("portable.export", json!({ "folder": fresh.place("again") }));
    assert!(files == files_of(&fresh.place("again")), "byte for byte");
}

#[test]
fn without_sources_nothing_says_who_was_asked_for_a_review() {
    let scene = signed();
    let canaries = |name: &str, without: bool| -> Vec<String> {
        let folder = scene.trial.place(name);
        scene.trial.call("portable.export", json!({ "folder": folder, "without_sources": without }));
        let files = files_of(&folder);
        let found = files.iter().filter(|(path, bytes)| {
            path.contains("canary") || String::from_utf8_lossy(bytes).contains("canary")
        });
        found.map(|(path, _)| path.split('/').next_back().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(canaries("with", false), ["canaryfile.txt", "attachment.jsonl", "peer_input.jsonl"]);
    assert_eq!(canaries("without", true), [] as [&str; 0]);
}
