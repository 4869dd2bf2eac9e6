use serde_json::{Value, json};

use crate::desk::trial::Trial;

const TEXT: &str = "Maya, you are always late 😀. People say it.";

fn rules(reply: &Value) -> Vec<String> {
    let all = reply["findings"].as_array().expect("findings");
    all.iter().map(|one| one["rule"].as_str().expect("a rule").to_owned()).collect()
}

#[test]
fn d4_d9_what_is_written_is_read_with_the_names_of_the_roster() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    trial.person("Jun Sato");
    let check = |more: Value| {
        let mut args = json!({ "text": TEXT, "kind": "message", "person": maya });
        args.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
        trial.call("coach.check", args)
    };
    let found = check(json!({}));
    assert!(rules(&found).contains(&"absolute".to_owned()), "{found}");
    assert!(rules(&found).contains(&"others_said".to_owned()), "{found}");
    // Where it is counts as a page counts.
    let units: Vec<u16> = TEXT.encode_utf16().collect();
    for one in found["findings"].as_array().expect("findings") {
        let at = |end: &str| usize::try_from(one["at"][end].as_u64().expect("a place")).expect("small");
        let stands = String::from_utf16(&units[at("from")..at("to")]).expect("text");
        assert_eq!(one["excerpt"], json!(stands));
    }
    let named = json!({ "text": "Jun waited.", "anonymous": true });
    assert_eq!(rules(&check(named.clone())), ["known_name"]);
    trial.person("Pavel Horn");
    assert_eq!(rules(&check(named)), ["known_name"], "with one more name");
    assert_eq!(rules(&check(json!({ "text": "Pavel waited.", "anonymous": true }))), ["known_name"]);
    let about = json!({ "text": "Maya waited.", "anonymous": true });
    assert_eq!(rules(&check(about)), [] as [&str; 0], "the person may be named to the person");
    let claim = |more: Value| {
        let mut args = json!({ "text": "You are unreliable. You miss many deadlines." });
        args.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
        rules(&check(args))
    };
    assert_eq!(claim(json!({})), ["no_example", "no_number"]);
    assert_eq!(claim(json!({ "has_example": true })), ["no_number"]);
    assert_eq!(claim(json!({ "has_figure": true })), ["no_example"]);
    let broken = json!({ "text": "\u{0}", "kind": "message" });
    assert_eq!(trial.refused("coach.check", broken).rule.as_deref(), Some("text.nul"));
    let cards = trial.call("coach.rules", json!({}));
    let ids: Vec<_> = cards.as_array().expect("cards").iter().map(|card| card["id"].clone()).collect();
    assert!(ids.contains(&json!("wording")) && ids.len() >= 10, "{ids:?}");
}

#[test]
fn d1_d8_a_message_is_read_for_harsh_words_and_for_praise_around_it() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    for (text, rule, instead) in [
        ("Your weakness is estimating.", "wording", "area to improve"),
        ("That was negative feedback.", "wording", "constructive feedback"),
        ("Great talk. You were late. Thank you.", "sandwich", "Great talk.\n\nYou were late.\n\nThank you."),
        (
            "The demo was great, but the figures were wrong.",
            "praise_but",
            "The demo was great.\n\nThe figures were wrong.",
        ),
    ] {
        for kind in ["message", "review"] {
            let found = trial.call("coach.check", json!({ "text": text, "kind": kind, "person": maya }));
            let all = found["findings"].as_array().expect("findings");
            let one = all.iter().find(|one| one["rule"] == rule).unwrap_or_else(|| panic!("{text} {found}"));
            let offered = one["replacements"][0].as_str().expect("something instead");
            assert!(instead.contains(offered) && !offered.is_empty(), "{text}: {offered}");
        }
    }
    let fine = json!({ "text": "The figures on slide 6 were wrong.", "kind": "message", "person": maya });
    assert_eq!(rules(&trial.call("coach.check", fine)), Vec::<String>::new());
}

#[test]
fn a_hint_that_was_set_aside_does_not_come_back_while_its_sentence_stands() {
    let trial = Trial::begin();
    let maya = trial.person("Maya Okafor");
    let note = json!({ "person": maya, "polarity": "constructive", "text": "x" });
    let note = trial.call("folder.keep_note", note)["id"].clone();
    let check = |text: &str, record: &Value| {
        trial
            .call("coach.check", json!({ "text": text, "kind": "message", "person": maya, "record": record }))
    };
    let found = check(TEXT, &note);
    let one = found["findings"].as_array().expect("findings").iter().find(|one| one["rule"] == "absolute");
    let one = one.expect("asked").clone();
    let aside = |because: &str| json!({ "record": note, "kind": "note", "rule": one["rule"], "mark": one["mark"], "because": because });
    assert_eq!(trial.refused("coach.dismiss", aside(" ")).rule.as_deref(), Some("dismissal.reason"));
    let id = trial.call("coach.dismiss", aside("It was every day"))["id"].clone();
    assert_eq!(trial.call("coach.dismiss", aside("Every day this week"))["id"], id, "one hint, one reason");
    let asked = |text: &str, record: &Value| rules(&check(text, record)).contains(&"absolute".to_owned());
    assert_eq!((asked(TEXT, &note), check(TEXT, &note)["set_aside"].clone()), (false, json!(1)));
    assert!(asked("Maya, you are always loud.", &note), "another sentence");
    assert!(asked(TEXT, &maya), "another record");
    let kept = trial.call("coach.dismissed", json!({ "record": note }));
    assert_eq!(kept[0]["because"], "Every day this week");
    let deed = trial.call("folder.remove_note", json!({ "id": note }))["deed"].clone();
    assert_eq!(
        trial.call("coach.dismissed", json!({ "record": note })),
        json!([]),
        "the reason goes with the note"
    );
    trial.call("history.undo", json!({ "deed": deed }));
    trial.call("coach.take_back", json!({ "id": id }));
    assert!(asked(TEXT, &note));
    let again = trial.refused("coach.take_back", json!({ "id": id }));
    assert_eq!(again.rule.as_deref(), Some("record.missing"));
    let nowhere = json!({ "record": maya, "kind": "note", "rule": "a", "mark": "b", "because": "c" });
    assert_eq!(trial.refused("coach.dismiss", nowhere).rule.as_deref(), Some("record.missing"));
}
