//! What may be signed, what a signed file has to be before it is taken in, and what leaves.

use std::path::PathBuf;

use chrono::{DateTime, TimeDelta, Utc};
use paper::leaving::Print;
use paper::review::{PaperPoint, PaperSection, ReviewPaper, ReviewStatus, SignerPart};
use paper::signed::{KeySignature, Seal, canonical, make_signed_pdf, place_seal, read_signed, seal_over};
use serde_json::{Value, json};
use store::signature::{Namespace, Seed};

use super::tests::Scene;

fn signed_at() -> DateTime<Utc> {
    "2026-12-18T10:41:07Z".parse().expect("a time")
}

/// A right signature below a review.
fn by(seed: &Seed, name: &str, part: SignerPart, of: &ReviewPaper) -> KeySignature {
    let signature = seed.sign(Namespace::Review, &canonical(of));
    KeySignature { name: name.to_owned(), part, signed_at: signed_at(), key: seed.public(), signature }
}

/// A file of a review, sealed with a key.
fn file(scene: &Scene, of: &ReviewPaper, signatures: &[KeySignature], sealed_by: &Seed) -> PathBuf {
    let mut pdf = make_signed_pdf(of, signatures, &Print::default()).expect("pages");
    let over = seal_over(&pdf).expect("a place");
    let seal = Seal { key: sealed_by.public(), signature: sealed_by.sign(Namespace::File, &over) };
    place_seal(&mut pdf, &seal).expect("a place");
    let place = scene.trial.place("taken.pdf");
    std::fs::write(&place, pdf).expect("written");
    place
}

fn signers(page: &Value, version: usize) -> Vec<(String, bool)> {
    let signatures = page["versions"][version]["signatures"].as_array().expect("signatures").iter();
    signatures
        .map(|one| {
            (one["name"].as_str().expect("a name").to_owned(), one["by_hand"].as_bool().expect("a flag"))
        })
        .collect()
}

fn markdown(scene: &Scene, mut args: Value) -> String {
    let file = scene.trial.place("out.md");
    args["file"] = json!(file);
    scene.call("review.export", args);
    std::fs::read_to_string(&file).expect("written")
}

#[test]
fn a_file_is_taken_in_only_as_its_signers_made_it() {
    let scene = Scene::begin();
    scene.accepted();
    scene.call("review.close", json!({}));
    scene.call("review.sign", json!({}));
    let out = scene.trial.place("signed.pdf");
    scene.call("review.export", json!({ "file": out }));
    let said = markdown(&scene, json!({}));
    assert!(said.contains("Signatures") && said.contains("Key "), "who signed stands in Markdown: {said}");

    let signed = read_signed(&std::fs::read(&out).expect("written")).expect("a signed review");
    let (of, dana) = (signed.review, signed.signatures[0].clone());
    let (hers, other) = (Seed::from([7; 32]), Seed::from([8; 32]));
    let maya = by(&hers, "Maya Okafor", SignerPart::Employee, &of);
    let bent = KeySignature { signature: hers.sign(Namespace::Review, b"another text"), ..maya.clone() };
    let again = by(&other, "Maya Okafor", SignerPart::Employee, &of);
    let nobody = KeySignature { name: " ".to_owned(), ..maya.clone() };
    for (what, second, sealed_by, is_whole, is_right, rule) in [
        ("sealed by a stranger", vec![maya.clone()], &other, false, true, "review.not_whole"),
        ("signed below another text", vec![bent], &hers, true, false, "review.not_whole"),
        ("one part signed twice", vec![maya.clone(), again], &hers, true, true, "review.signed"),
        ("signed by nobody", vec![nobody], &hers, true, true, "signature.name"),
    ] {
        let signatures: Vec<KeySignature> = [dana.clone()].into_iter().chain(second).collect();
        let file = file(&scene, &of, &signatures, sealed_by);
        let found = scene.trial.call("review.verify", json!({ "file": file }));
        assert_eq!(found["is_whole"], is_whole, "{what}");
        assert_eq!(found["signatures"][1]["is_right"], is_right, "{what}");
        let refused = scene.trial.refused("review.take_file", json!({ "file": file }));
        assert_eq!(refused.rule.as_deref(), Some(rule), "{what}");
        assert_eq!(signers(&scene.page(), 0), [("Dana Castellan".to_owned(), false)], "{what}");
    }

    // Who signed on paper first signs with a key as well: one signature is left of the two.
    scene.call("review.sign_by_hand", json!({ "part": "employee" }));
    assert_eq!(signers(&scene.page(), 0)[1], ("Maya Okafor".to_owned(), true));
    let right = file(&scene, &of, &[dana, maya], &hers);
    let taken = scene.trial.call("review.take_file", json!({ "file": right }));
    assert_eq!((&taken["signatures"], &taken["is_new"]), (&json!(1), &json!(false)));
    let mut both = signers(&scene.page(), 0);
    both.sort();
    assert_eq!(both, [("Dana Castellan".to_owned(), false), ("Maya Okafor".to_owned(), false)]);
}

#[test]
fn only_what_was_closed_is_signed_and_by_the_two_it_is_between() {
    let begun = Scene::begin();
    let (jun, ruth) = (begun.trial.person("Jun Ramesh"), begun.trial.person("Ruth Vance"));
    let cycle = json!({
        "name": "2026", "from": "2026-01-01", "until": "2026-12-31", "people": [jun], "reviewer": ruth,
        "sign_by": "2026-11-18", "with_self_review": false,
    });
    begun.trial.call("review.begin_cycle", cycle);
    let list = begun.trial.call("review.list", json!({ "person": jun, "cycle": "2026" }));
    let all = begun.trial.call("review.list", json!({ "cycle": "2026", "limit": 1 }));
    assert_eq!((list.as_array().map(Vec::len), all.as_array().map(Vec::len)), (Some(1), Some(1)));
    let scene = Scene { review: list[0]["id"].clone(), maya: jun, trial: begun.trial };
    assert_eq!(scene.page()["self_review"], Value::Null, "nobody asked for one");
    scene.ready();
    scene.call("review.share", json!({}));
    for (door, args) in [("review.sign", json!({})), ("review.sign_by_hand", json!({ "part": "employee" }))] {
        assert_eq!(scene.refused(door, args), "review.not_closed", "shared is not final");
    }
    scene.turn(TimeDelta::hours(25));
    scene.step("hold");
    scene.step("accept");
    scene.call("review.close", json!({}));
    assert_eq!(scene.page()["next"]["by"], Value::Null, "nothing is left to wait for");
    for part in ["manager", "employee"] {
        scene.call("review.sign_by_hand", json!({ "part": part }));
        assert_eq!(scene.refused("review.sign_by_hand", json!({ "part": part })), "review.signed");
    }
    let mut both = signers(&scene.page(), 0);
    both.sort();
    assert_eq!(both, [("Jun Ramesh".to_owned(), true), ("Ruth Vance".to_owned(), true)]);
    // On paper alone nothing is sealed, and the pages leave all the same.
    let pages = scene.trial.place("pages.pdf");
    scene.call("review.export", json!({ "file": pages }));
    assert!(scene.trial.desk.call("review.verify", json!({ "file": pages }), None).is_err());
    let said = markdown(&scene, json!({}));
    assert!(said.contains("Ruth Vance") && !said.contains("Dana"), "{said}");
    assert!(!said.to_lowercase().contains("draft"), "{said}");
    assert!(markdown(&scene, json!({ "as_draft": true })).to_lowercase().contains("draft"));
    // A version that is not one of this review is not there, and nothing else leaves in its place.
    let fault = scene.refused(
        "review.export",
        json!({
            "version": "0197a3c0-0000-7000-8000-000000000001", "file": scene.trial.place("none.md"),
        }),
    );
    assert_eq!(fault, "record.missing");
    assert!(!scene.trial.place("none.md").exists());
}

#[test]
fn what_comes_from_the_manager_joins_the_owners_own_review_and_nobody_elses() {
    let scene = Scene::begin();
    let (ada, me) = (scene.trial.person("Ada Quill"), scene.trial.me());
    let begin = |person: &Value| {
        let begun = json!({ "person": person, "cycle": "2026", "text": "" });
        scene.trial.call("review.save", begun)["id"].clone()
    };
    let (of_ada, own) = (begin(&ada), begin(&me));
    let boss = Seed::from([9; 32]);
    let paper = |person: &str, cycle: &str, message: &str| ReviewPaper {
        person: person.to_owned(),
        person_role: String::new(),
        reviewer: "Rosa Lindqvist".to_owned(),
        cycle: cycle.to_owned(),
        from: "2026-01-01".parse().expect("a day"),
        until: "2026-12-31".parse().expect("a day"),
        language: "en".to_owned(),
        status: ReviewStatus::Final { on: "2026-12-18".parse().expect("a day") },
        dates: Vec::new(),
        sections: vec![PaperSection {
            section: domain::review::ReviewSection::WentWell,
            points: vec![PaperPoint { message: message.to_owned(), ..PaperPoint::default() }],
        }],
        goals: Vec::new(),
        signatures: Vec::new(),
    };
    let come =
        |of: &ReviewPaper| file(&scene, of, &[by(&boss, "Rosa Lindqvist", SignerPart::Manager, of)], &boss);
    for (cycle, message, is_new, is_own, version) in [
        ("2026", "Calm", false, true, 1),
        ("2026", "Calm, and once more", false, true, 2),
        ("2025", "Calm", true, false, 1),
    ] {
        let of = paper("Dana Castellan", cycle, message);
        let taken = scene.trial.call("review.take_file", json!({ "file": come(&of) }));
        assert_eq!((&taken["is_new"], taken["review"] == own), (&json!(is_new), is_own), "{cycle} {message}");
        let page = scene.call("review.get", json!({ "id": taken["review"] }));
        assert_eq!((&page["state"], &page["versions"][0]["number"]), (&json!("closed"), &json!(version)));
        assert_eq!(signers(&page, 0), [("Rosa Lindqvist".to_owned(), false)]);
        // The same bytes a second time are the same version, and bring nothing.
        let again = scene.trial.call("review.take_file", json!({ "file": come(&of) }));
        assert_eq!((&again["review"], &again["signatures"]), (&taken["review"], &json!(0)));
    }
    for review in [&of_ada, &scene.review] {
        let page = scene.call("review.get", json!({ "id": review }));
        assert_eq!(
            (&page["state"], &page["versions"]),
            (&json!("draft"), &json!([])),
            "it is somebody else's"
        );
    }
    scene.call("review.sign", json!({ "id": own }));
    let page = scene.call("review.get", json!({ "id": own }));
    let parts: Vec<&Value> =
        page["versions"][0]["signatures"].as_array().expect("two").iter().map(|one| &one["part"]).collect();
    assert!(parts.contains(&&json!("employee")), "the owner signs their own as the person it is about");
    let of_maya = paper("Maya Okafor", "2026", "Calm");
    let refused = scene.trial.refused("review.take_file", json!({ "file": come(&of_maya) }));
    assert_eq!(refused.rule.as_deref(), Some("review.of_nobody_here"));
}
