//! The year's evidence as its users live it, through the real doors and a vault that is closed and opened in between: a
//! hard talk and its four follow-ups, and goals where the company has said none.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::practice::Story;

/// A name that must be nowhere but with the question that was put to it.
const ASKED: &str = "Quillfeather";

fn owner(story: &Story) -> Value {
    let people = story.call("person.list", json!({}));
    let me = people.as_array().expect("people").iter().find(|one| one["relation"] == "me");
    me.expect("an owner")["id"].clone()
}

fn waits(story: &Story, talk: &Value) -> Value {
    story.call("talk.get", json!({ "id": talk }))["talk"]["waits"].clone()
}

#[test]
fn a_hard_talk_and_its_four_follow_ups() {
    let story = Story::begin();
    let (me, elif) = (owner(&story), story.person("Elif Brandt"));
    let late = json!({
        "person": elif, "polarity": "constructive", "text": "QA heard of the moved date from the customer.",
        "on": "2026-11-17", "source": { "who": ASKED },
    });
    let note = story.call("folder.keep_note", late)["id"].clone();
    let begun = json!({ "person": elif, "title": "Dates that QA hears of last", "notes": [note] });
    let talk = story.call("talk.begin", begun)["id"].clone();
    story.sleep_over(TimeDelta::days(3));
    story.call("talk.set_state", json!({ "id": talk, "to": "preparing" }));
    story.call(
        "talk.save",
        json!({
            "id": talk, "class": "performance", "message": "QA has to hear a moved date from you first.",
            "example": "On Tuesday QA read it in a ticket.", "consequence": "Two people worked a weekend.",
            "is_owned": true,
        }),
    );
    story.call("talk.set_state", json!({ "id": talk, "to": "ready" }));
    story.sleep_over(TimeDelta::days(1));
    let there = json!([
        { "part": "manager", "person": me, "name": "Rosa" }, { "part": "employee", "person": elif, "name": "Elif" },
    ]);
    let held = json!({ "talks": [talk], "participants": there, "outcome": "QA is on the invitation." });
    let conversation = story.call("talk.hold", held)["id"].clone();
    let raised = story.call("talk.get", json!({ "id": talk }));
    assert_eq!(
        (&raised["notes"][0]["raised_on"], &raised["talk"]["days_to_raise"]),
        (&json!("2026-11-23"), &json!(6))
    );
    story.sleep_over(TimeDelta::days(2));
    assert_eq!(waits(&story, &talk), json!(["answer"]));
    story.call(
        "talk.save_conversation",
        json!({ "id": conversation, "answered_on": "2026-11-25", "answer": "It was three times, I looked." }),
    );
    let step =
        json!({ "about": elif, "owner": elif, "author": elif, "text": "Write the rule down", "talk": talk });
    story.call("action.add", step);
    // Four looks, a week apart. Each names the next day, or it is not kept.
    for (week, (found, said)) in
        [("same", ""), ("better", "Said so"), ("better", ""), ("better", "")].into_iter().enumerate()
    {
        story.sleep_over(TimeDelta::days(7));
        if week > 0 {
            assert_eq!(waits(&story, &talk), json!(["check"]), "week {week}");
        }
        let mut look = json!({ "talk": talk, "found": found, "said_aloud": said });
        assert_eq!(story.refused("talk.follow_up", look.clone()), "talk.no_next_check");
        let next = ["2026-12-09", "2026-12-16", "2026-12-23", "2026-12-30"][week];
        look["next_check"] = json!(next);
        story.call("talk.follow_up", look);
    }
    let page = story.call("talk.get", json!({ "id": talk }));
    assert_eq!((&page["talk"]["checks_held"], &page["praise_gap"]), (&json!(4), &json!(2)));
    assert_eq!(waits(&story, &talk), json!(["praise"]), "better twice, and nobody said so");
    let asked =
        story.call("talk.ask", json!({ "talk": talk, "from": ASKED, "question": "Does it work?" }))["id"]
            .clone();
    let answer = json!({ "id": asked, "answered_on": "2026-12-23", "answer": "It does." });
    story.call("talk.save_check_in", answer);
    story.call("talk.set_state", json!({ "id": talk, "to": "improved" }));
    let end = json!({ "id": talk, "to": "closed", "outcome": "On time for a month" });
    story.call("talk.set_state", end);
    story.sleep_over(TimeDelta::days(30));
    assert_eq!(story.call("today.get", json!({}))["talks"], json!([]), "what is closed waits for nothing");
    // Who said it and who was asked: in no list, search, or copy without sources.
    for (door, args) in [
        ("search.find", json!({ "query": ASKED })),
        ("folder.list", json!({ "person": elif })),
        ("talk.list", json!({})),
        ("history.recent", json!({ "limit": 200 })),
    ] {
        let reply = story.call(door, args).to_string();
        assert!(!reply.contains(ASKED), "{door}");
    }
    let out = story.trial.place.desk().join("out");
    story.call("portable.export", json!({ "folder": out, "without_sources": true }));
    let found =
        std::process::Command::new("grep").args(["-rl", ASKED]).arg(&out).output().expect("grep runs");
    assert_eq!(String::from_utf8_lossy(&found.stdout), "");
}

#[test]
fn goals_without_company_goals() {
    let story = Story::begin();
    let maya = story.person("Maya Okafor");
    let kinds = |story: &Story| -> Vec<Value> {
        let today = story.call("today.get", json!({}));
        today["care"].as_array().expect("care").iter().map(|one| one["kind"].clone()).collect()
    };
    assert!(kinds(&story).contains(&json!("no_goals")));
    story.call(
        "goal.save_categories",
        json!({ "names": ["A better environment", "Saved cost", "New skills"] }),
    );
    let goal = json!({
        "person": maya, "title": "Answer every page within five minutes", "text": "At night too.",
        "target": "5 min", "start_value": "14 min", "achievable": "Two share the nights.",
        "relevant": "Customers wait.", "due": "2027-10-31", "category": "New skills", "is_growth": true,
        "own_words": true,
    });
    let saved = story.call("goal.save", goal);
    assert_eq!(saved["questions"], json!([]), "it says all five, and rests on nothing");
    let id = saved["id"].clone();
    story.sleep_over(TimeDelta::days(1));
    story.call("goal.endorse", json!({ "id": id, "start": true }));
    story.call("goal.reviewed", json!({ "id": id, "value": "11 min", "text": "First week of two" }));
    story.sleep_over(TimeDelta::days(60));
    let now = story.call("goal.get", json!({ "id": id }))["goal"].clone();
    assert_eq!((&now["percent"], &now["is_due_for_review"]), (&json!(33), &json!(true)));
    assert!(kinds(&story).contains(&json!("goals_due")) && !kinds(&story).contains(&json!("no_growth")));
    let anew = json!({
        "id": id, "person": maya, "title": "Answer every page within eight minutes", "text": "At night too.",
        "because": "One of the two has left",
    });
    story.call("goal.save", anew);
    let year = story.call("goal.cycle", json!({ "person": maya, "on": "2027-06-01" }));
    let kept = &year["goals"][0];
    assert_eq!(
        (&kept["then"]["title"], &kept["now"]["title"], &kept["is_reworded"]),
        (
            &json!("Answer every page within five minutes"),
            &json!("Answer every page within eight minutes"),
            &json!(true)
        )
    );
    story.call("goal.set_state", json!({ "id": id, "to": "partly_achieved", "outcome": "Nine minutes" }));
    assert!(kinds(&story).contains(&json!("no_goals")), "with the last one reached, the next is asked for");
}
