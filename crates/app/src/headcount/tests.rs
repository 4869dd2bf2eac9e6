//! Headcount plans through the doors, named after the requirements they hold.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::desk::trial::{Trial, person};

/// A plan of Dana's, with everybody of the roster taken in: Dana, Maya, Jun.
struct Scene {
    trial: Trial,
    plan: Value,
    maya: Value,
}

impl Scene {
    fn new() -> Self {
        let trial = Trial::begin();
        let maya = trial.person("Maya Okafor");
        let mut jun = person("Jun Ramesh");
        jun["level"] = json!("junior");
        jun["employment"] = json!("intern");
        trial.call("person.save", jun);
        let plan = trial.call("headcount.save", json!({ "organisation": "Live services" }))["id"].clone();
        trial.call("headcount.take_people", json!({ "plan": plan }));
        Self { trial, plan, maya }
    }

    fn call(&self, door: &str, more: Value) -> Value {
        self.trial.call(&format!("headcount.{door}"), of("id", &self.plan, more))
    }

    fn page(&self) -> Value {
        self.call("get", json!({}))
    }

    fn put(&self, entry: Value) -> Value {
        let args = json!({ "plan": self.plan, "entry": entry });
        self.trial.call("headcount.put_entry", args)["id"].clone()
    }

    fn refused(&self, door: &str, args: Value) -> String {
        self.trial.refused(&format!("headcount.{door}"), args).rule.unwrap_or_default()
    }

    /// The entries of one kind.
    fn entries(&self, is: &str) -> Vec<Value> {
        let page = self.page();
        let all = page["entries"].as_array().expect("entries");
        all.iter().filter(|line| line["entry"]["is"] == is).cloned().collect()
    }

    /// The row of somebody by their number.
    fn row(&self, number: u32) -> Value {
        let rows = self.entries("staff");
        rows.into_iter().find(|row| row["entry"]["number"] == number).expect("a row")
    }

    fn run_load(&self, role: &str, hours: f64) -> Value {
        self.put(json!({ "is": "run_load", "role": role, "hours": hours, "toil_hours": 0.0, "elsewhere_hours": 0.0 }))
    }
}

fn of(name: &str, id: &Value, more: Value) -> Value {
    let mut args = json!({ name: id });
    args.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    args
}

fn requisition(role: &str, start: &str, count: u32) -> Value {
    json!({
        "is": "requisition", "id": domain::RequisitionId::make(), "role": role, "level": "junior", "skill": "",
        "site": "", "start": start, "until": null, "count": count, "kind": "hire", "growth_path": "", "mentor": null,
    })
}

#[test]
fn f1_f4_a_plan_is_begun_kept_and_looked_at_again_after_a_quarter() {
    let Scene { trial, plan, .. } = Scene::new();
    let line = || trial.call("headcount.list", json!({}))[0].clone();
    assert_eq!((&line()["people"], &line()["answered"]), (&json!(3), &json!(0)));
    assert_eq!(
        (&line()["plan"]["starts"], &line()["plan"]["review_by"], &line()["plan"]["is_due"]),
        (&json!("2026-11"), &json!("2027-02-01"), &json!(false))
    );
    trial.hands.turn(TimeDelta::days(90));
    assert_eq!(line()["plan"]["is_due"], json!(true));
    trial.call(
        "headcount.save",
        json!({ "id": plan, "name": "Two titles", "months": 24, "known_until": "2027-10" }),
    );
    trial.call("headcount.save", json!({ "id": plan, "review_by": "2027-05-01" }));
    let kept = line()["plan"].clone();
    for (field, value) in [
        ("name", json!("Two titles")),
        ("months", json!(24)),
        ("known_until", json!("2027-10")),
        ("review_by", json!("2027-05-01")),
        ("organisation", json!("Live services")),
        ("is_due", json!(false)),
    ] {
        assert_eq!(kept[field], value, "{field}");
    }
    trial.call("headcount.save", json!({ "id": plan, "known_until": null }));
    assert_eq!(line()["plan"]["known_until"], Value::Null);
    for (args, rule) in [
        (json!({}), "headcount.no_organisation"),
        (json!({ "id": plan, "months": 0 }), "headcount.reach"),
        (json!({ "id": plan, "known_until": "2026-10" }), "headcount.known_until"),
        (json!({ "id": plan, "suits": { "is": "no", "because": " " } }), "headcount.no_reason"),
    ] {
        assert_eq!(trial.refused("headcount.save", args).rule.as_deref(), Some(rule));
    }
}

#[test]
fn f3_f_r2_people_come_from_the_roster_and_are_named_only_where_they_allowed_it() {
    let scene = Scene::new();
    let names = |scene: &Scene| -> Vec<(String, bool)> {
        let rows = scene.entries("staff");
        let said = |row: &Value| {
            (row["entry"]["name"].as_str().unwrap_or("").to_owned(), row["entry"]["may_be_named"] == true)
        };
        rows.iter().map(said).collect()
    };
    assert_eq!(names(&scene).into_iter().filter(|(_, named)| *named).count(), 0);
    // A wish that was said in confidence stays there.
    let said = json!({ "person": scene.maya, "kind": "next_role", "text": "Lead of storage" });
    let id = scene.trial.call("career.save_wish", said.clone())["id"].clone();
    let taken = scene.trial.call("headcount.take_people", json!({ "plan": scene.plan }));
    assert_eq!((&taken["changed"], &scene.call("findings", json!({}))["paths"]), (&json!(0), &json!([])));
    let mut wish = of("id", &id, said);
    wish["may_plan"] = json!(true);
    scene.trial.call("career.save_wish", wish);
    let taken = scene.trial.call("headcount.take_people", json!({ "plan": scene.plan }));
    assert_eq!([&taken["added"], &taken["changed"], &taken["unchanged"]], [&json!(0), &json!(1), &json!(2)]);
    assert!(names(&scene).contains(&("Maya Okafor".into(), true)));
    let found = scene.call("findings", json!({}));
    assert_eq!(found["paths"], json!([{ "name": "Maya Okafor", "next_role": "Lead of storage" }]));
    assert_eq!(found["kinds"], json!([2, 0, 1]));
    // Whoever did not agree is called by a number wherever the plan shows them.
    assert!(!found.to_string().contains("Jun Ramesh") && !found.to_string().contains("Dana Castellan"));
    // What the plan says of its own stays.
    let mut row = scene.row(2);
    row["entry"]["fte"] = json!(0.5);
    scene
        .trial
        .call("headcount.put_entry", json!({ "plan": scene.plan, "id": row["id"], "entry": row["entry"] }));
    scene.trial.call("headcount.take_people", json!({ "plan": scene.plan }));
    assert_eq!(scene.row(2)["entry"]["fte"], json!(0.5));
    assert_eq!(
        scene.trial.call("headcount.take_people", json!({ "plan": scene.plan }))["deed"],
        Value::Null,
        "nothing was different"
    );
}

#[test]
fn f3_whoever_has_left_or_stands_outside_is_not_taken() {
    let scene = Scene::new();
    let mut gone = person("Ada Lind");
    gone["left_on"] = json!("2026-11-01");
    scene.trial.call("person.save", gone);
    let mut partner = person("Sam Nakai");
    partner["relation"] = json!("partner");
    let sam = scene.trial.call("person.save", partner)["id"].clone();
    let taken = scene.trial.call("headcount.take_people", json!({ "plan": scene.plan }));
    assert_eq!(taken["added"], json!(0));
    let taken = scene.trial.call("headcount.take_people", json!({ "plan": scene.plan, "people": [sam] }));
    assert_eq!(taken["added"], json!(1), "by name anybody can be");
}

#[test]
fn f8_f9_the_numbers_stand_at_three_horizons_and_say_where_facts_end() {
    let scene = Scene::new();
    scene.run_load("Engineer", 480.0);
    scene.trial.call("headcount.save", json!({ "id": scene.plan, "known_until": "2027-12" }));
    let numbers = scene.call("numbers", json!({}));
    let months: Vec<_> = numbers["horizons"]
        .as_array()
        .expect("horizons")
        .iter()
        .map(|one| [&one["month"], &one["is_extrapolated"]])
        .collect();
    assert_eq!(months, [[&json!(12), &json!(false)], [&json!(24), &json!(true)], [&json!(36), &json!(true)]]);
    assert_eq!((&numbers["lines"][0]["role"], &numbers["extrapolated_from"]), (&Value::Null, &json!(14)));
    let near = |value: &Value, wanted: f64| (value.as_f64().expect("a number") - wanted).abs() < 1e-9;
    assert!(near(&numbers["lines"][0]["demand"][0], 4.0), "480 hours are four people");
    // A slider changes what is shown, and keeps nothing.
    let doubled = scene.call("numbers", json!({ "assume": [{ "key": "productive_hours", "value": 240.0 }] }));
    assert!(near(&doubled["lines"][0]["demand"][0], 2.0));
    assert!(near(&scene.call("numbers", json!({}))["lines"][0]["demand"][0], 4.0));
    assert_eq!(
        scene.refused(
            "numbers",
            of("id", &scene.plan, json!({ "assume": [{ "key": "attrition", "value": 2.0 }] }))
        ),
        "headcount.assumption_range"
    );
}

#[test]
fn why_a_number_is_what_it_is_names_who_it_comes_from_as_the_plan_shows_them() {
    let scene = Scene::new();
    let why = scene.call("why", json!({ "measure": "people", "role": "Engineer", "month": 0 }));
    let steps = why["steps"].as_array().expect("steps");
    assert_eq!(steps.len(), 2);
    assert!(
        steps
            .iter()
            .all(|step| step["of"] == "staff" && step["name"].as_str().unwrap_or("").starts_with("Person "))
    );
    let sum: f64 = steps.iter().map(|step| step["value"].as_f64().expect("a number")).sum();
    assert_eq!(why["result"].as_f64(), Some(sum));
    let all = scene.call("why", json!({ "measure": "gap", "month": 12 }));
    assert_eq!(all["steps"][0]["of"], json!("measure"));
    for args in
        [json!({ "measure": "gap", "role": "Pilot", "month": 0 }), json!({ "measure": "gap", "month": 37 })]
    {
        assert_eq!(scene.refused("why", of("id", &scene.plan, args)), "headcount.no_cell");
    }
}

#[test]
fn f_3_chance_repeats_itself_by_its_seed() {
    let scene = Scene::new();
    scene.run_load("Engineer", 200.0);
    let bands = |seed: u32| scene.call("simulate", json!({ "runs": 500, "seed": seed }));
    assert_eq!(bands(7), bands(7));
    assert_ne!(bands(7)["supply"], bands(8)["supply"]);
    assert_eq!((&bands(7)["runs"], &bands(7)["seed"]), (&json!(500), &json!(7)));
    let chance = bands(7)["horizons"][0]["covered"].as_f64().expect("a share");
    assert!((0.0..=1.0).contains(&chance), "{chance}");
    assert_eq!(bands(7)["supply"].as_array().map(Vec::len), Some(37));
}

#[test]
fn f18_each_way_to_close_a_gap_is_compared_with_its_chance() {
    let scene = Scene::new();
    scene.run_load("Engineer", 480.0);
    let options = scene.call("options", json!({ "role": "Engineer", "month": 24 }));
    let options = options.as_array().expect("ways");
    let ways: Vec<_> = options.iter().map(|one| one["way"].as_str().expect("a way")).collect();
    assert_eq!(ways, ["hire", "automate", "drop", "move_away", "defer", "interns", "grow_juniors"]);
    let hire = &options[0];
    assert!(hire["amount"].as_f64() > Some(0.0) && hire["effect"].as_f64() < Some(-1.0), "{hire}");
    assert!(hire["chance"].as_f64() > hire["chance_before"].as_f64(), "{hire}");
    assert_eq!(options[1]["chance"], options[1]["chance_before"], "there is no toil to automate");
    assert_eq!(
        scene.refused("options", of("id", &scene.plan, json!({ "role": "Engineer", "month": 13 }))),
        "headcount.no_cell"
    );
}

#[test]
fn f16_a_requisition_without_growth_or_mentor_is_warned_about_and_kept() {
    let scene = Scene::new();
    scene.put(requisition("Engineer", "2027-03", 2));
    let line = scene.entries("requisition").remove(0);
    assert_eq!(line["warnings"], json!(["no_growth_path", "no_mentor"]));
    let args = json!({ "plan": scene.plan, "entry": requisition("Engineer", "2026-10", 1) });
    assert_eq!(scene.refused("put_entry", args), "headcount.start_past");
}

#[test]
fn what_stands_once_stands_once_and_what_does_not_fit_is_refused() {
    let scene = Scene::new();
    let attrition =
        |value: f64| json!({ "is": "assumption", "key": "attrition", "value": value, "source": "HR" });
    let first = scene.put(attrition(0.2));
    assert_eq!(scene.put(attrition(0.3)), first, "an assumption stands once");
    assert_eq!(scene.run_load("Engineer", 1.0), scene.run_load("Engineer", 2.0));
    let line = &scene.page()["assumptions"][1];
    assert_eq!(
        (&line["key"], &line["value"], &line["is_set"]),
        (&json!("attrition"), &json!(0.3), &json!(true))
    );
    let row = scene.row(1);
    let other = json!({ "plan": scene.plan, "id": row["id"], "entry": attrition(0.1) });
    assert_eq!(scene.refused("put_entry", other), "headcount.entry_gone");
    let nameless = json!({ "is": "target", "role": " ", "month": "2027-11", "heads": 1.0 });
    let args = json!({ "plan": scene.plan, "entry": nameless });
    assert_eq!(scene.refused("put_entry", args), "headcount.nameless");
    let mut circle = scene.row(2);
    circle["entry"]["manager"] = circle["entry"]["id"].clone();
    let args = json!({ "plan": scene.plan, "id": circle["id"], "entry": circle["entry"] });
    assert_eq!(scene.refused("put_entry", args), "headcount.circular");
    let mut again = scene.row(2)["entry"].clone();
    again["number"] = json!(9);
    assert_eq!(
        scene.refused("put_entry", json!({ "plan": scene.plan, "entry": again })),
        "headcount.row_twice"
    );
}

#[test]
fn somebody_who_is_taken_out_leads_and_mentors_nobody_any_more() {
    let scene = Scene::new();
    let (boss, report) = (scene.row(1), scene.row(2));
    let mut entry = report["entry"].clone();
    entry["manager"] = boss["entry"]["id"].clone();
    scene
        .trial
        .call("headcount.put_entry", json!({ "plan": scene.plan, "id": report["id"], "entry": entry }));
    let mut hire = requisition("Engineer", "2027-03", 1);
    hire["mentor"] = boss["entry"]["id"].clone();
    scene.put(hire);
    scene.put(json!({ "is": "promotion", "row": boss["entry"]["id"], "month": "2027-01", "backfill": null, "backfill_role": null }));
    scene.trial.call("headcount.remove_entry", json!({ "id": boss["id"] }));
    assert_eq!(scene.row(2)["entry"]["manager"], Value::Null);
    assert_eq!(scene.entries("requisition")[0]["entry"]["mentor"], Value::Null);
    assert_eq!((scene.entries("promotion").len(), &scene.page()["trouble"]), (0, &Value::Null));
    scene.trial.call("history.undo", json!({}));
    assert_eq!((scene.entries("staff").len(), scene.entries("promotion").len()), (3, 1));
}

#[test]
fn f7_f13_f15_f_r1_a_plan_moves_along_once_it_may_and_is_then_closed() {
    let scene = Scene::new();
    let to = |state: &str| of("id", &scene.plan, json!({ "to": state }));
    assert_eq!(scene.refused("move", to("consulted")), "headcount.unasked");
    for kind in ["peer", "customer"] {
        scene.put(json!({ "is": "contributor", "name": "Ruth", "kind": kind, "on": "2026-11-18" }));
    }
    for state in ["consulted", "documented"] {
        scene.trial.call("headcount.move", to(state));
    }
    assert_eq!(scene.refused("move", to("presented")), "headcount.unanswered");
    let questions = scene.page()["questions"].as_array().expect("questions").clone();
    assert_eq!(questions.len(), 25);
    for one in &questions {
        let place = json!({ "answer": one["question"] });
        scene
            .trial
            .call("headcount.write", json!({ "plan": scene.plan, "place": place, "text": "As shown." }));
    }
    assert_eq!(scene.refused("move", to("presented")), "headcount.no_owner");
    let place = json!({ "answer": "infrastructure" });
    scene.trial.call("headcount.write", json!({ "plan": scene.plan, "place": place, "owner": "Ines" }));
    assert_eq!(scene.refused("move", to("presented")), "headcount.no_suits");
    scene.trial.call(
        "headcount.save",
        json!({ "id": scene.plan, "suits": { "is": "partly", "because": "Few juniors" } }),
    );
    scene.trial.call("headcount.move", to("presented"));
    assert_eq!(scene.page()["plan"]["is_open"], json!(false));
    let entry = json!({ "is": "target", "role": "Engineer", "month": "2027-11", "heads": 4.0 });
    let row = scene.row(1)["id"].clone();
    for (door, args) in [
        ("save", json!({ "id": scene.plan, "name": "Other" })),
        ("put_entry", json!({ "plan": scene.plan, "entry": entry })),
        ("remove_entry", json!({ "id": row })),
        ("write", json!({ "plan": scene.plan, "place": place, "text": "Other." })),
        ("take_people", json!({ "plan": scene.plan })),
        ("copy", of("id", &scene.plan, json!({ "to": { "kind": "scenario", "name": "Other" } }))),
    ] {
        assert_eq!(scene.refused(door, args), "headcount.closed", "{door}");
    }
    scene.trial.call("headcount.move", to("refused"));
    // The next version starts from a copy of it.
    let next = scene.call("copy", json!({ "to": { "kind": "version" } }))["id"].clone();
    assert_eq!(scene.page()["plan"]["state"], json!("superseded"));
    let page = scene.trial.call("headcount.get", json!({ "id": next }));
    assert_eq!(
        (&page["plan"]["version"], &page["plan"]["state"], &page["plan"]["suits"]),
        (&json!(2), &json!("draft"), &Value::Null)
    );
    assert_eq!(page["entries"].as_array().map(Vec::len), scene.page()["entries"].as_array().map(Vec::len));
    assert_eq!(page["texts"].as_array().map(Vec::len), Some(25));
}

#[test]
fn f18_a_scenario_is_compared_with_its_plan() {
    let scene = Scene::new();
    scene.run_load("Engineer", 480.0);
    let copied =
        scene.call("copy", json!({ "to": { "kind": "scenario", "name": " Interns first " } }))["id"].clone();
    let page = scene.trial.call("headcount.get", json!({ "id": copied }));
    assert_eq!((&page["plan"]["name"], &page["plan"]["baseline"]), (&json!("Interns first"), &scene.plan));
    assert_eq!(page["scenarios"].as_array().map(Vec::len), Some(2));
    let same = scene.call("compare", json!({ "with": copied }));
    assert_eq!(same["differences"], json!([]), "a copy differs in nothing");
    let put =
        |entry: Value| scene.trial.call("headcount.put_entry", json!({ "plan": copied, "entry": entry }));
    put(requisition("Engineer", "2027-01", 2));
    put(json!({ "is": "assumption", "key": "attrition", "value": 0.05, "source": "" }));
    let found = scene.call("compare", json!({ "with": copied }));
    let said: Vec<_> = found["differences"]
        .as_array()
        .expect("differences")
        .iter()
        .map(|one| json!([one["part"], one["key"], one["name"], one["before"], one["after"]]))
        .collect();
    assert_eq!(
        said,
        [
            json!(["assumption", "attrition", "", "0.1", "0.05"]),
            json!(["requisition", null, "Engineer", null, "2 from 2027-01"]),
        ]
    );
    let gaps = found["gaps"].as_array().expect("gaps");
    let at_24 = gaps.iter().find(|gap| gap["month"] == 24 && gap["role"].is_null()).expect("all at 24");
    assert!(at_24["by"].as_f64() < Some(-1.5), "{at_24}");
    assert_eq!(scene.refused("move", json!({ "id": copied, "to": "consulted" })), "headcount.scenario_moved");
    assert_eq!(
        scene.refused("copy", json!({ "id": copied, "to": { "kind": "version" } })),
        "headcount.scenario_version"
    );
    assert_eq!(
        scene.refused("save", json!({ "id": copied, "starts": "2027-01" })),
        "headcount.scenario_starts"
    );
    // Removing the plan takes its scenario along, and one undo brings both back.
    let listed = || scene.trial.call("headcount.list", json!({})).as_array().map(Vec::len);
    scene.call("remove", json!({}));
    assert_eq!(listed(), Some(0));
    scene.trial.call("history.undo", json!({}));
    assert_eq!(listed(), Some(2));
}

#[test]
fn f15_numbers_in_a_text_are_written_anew_and_its_words_stay() {
    let scene = Scene::new();
    scene.run_load("Engineer", 480.0);
    let place = json!({ "argument": "gap" });
    let written = "Work for [9.9](figure:demand/12/all) people.";
    let args = json!({ "plan": scene.plan, "place": place, "text": written });
    assert_eq!(scene.trial.call("headcount.write", args.clone())["text"], json!(written));
    assert_eq!(scene.trial.call("headcount.write", args)["deed"], Value::Null, "nothing was different");
    scene.call("renew_figures", json!({}));
    let text = || scene.page()["texts"][0]["text"].clone();
    assert_eq!(text(), json!("Work for [4.0](figure:demand/12/all) people."));
    assert_eq!(scene.call("renew_figures", json!({}))["deed"], Value::Null);
    scene.trial.call("history.undo", json!({}));
    assert_eq!(text(), json!(written));
}

#[test]
fn a_plan_that_is_not_there_is_said_to_be_gone() {
    let scene = Scene::new();
    let nowhere = json!(domain::PlanId::make());
    for (door, args) in [
        ("get", json!({ "id": nowhere })),
        ("numbers", json!({ "id": nowhere })),
        ("save", json!({ "id": nowhere })),
        ("remove", json!({ "id": nowhere })),
        ("pivot", json!({ "id": nowhere, "rows": "team", "columns": "month" })),
        ("remove_entry", json!({ "id": nowhere })),
    ] {
        assert_eq!(scene.refused(door, args), "record.missing", "{door}");
    }
    let nothing = scene.call("pivot", json!({ "rows": "team", "columns": "month" }));
    assert_eq!((&nothing["rows"], &nothing["total"]), (&json!([]), &json!(0.0)));
}

#[test]
fn f15_f19_the_argument_is_drafted_kept_in_step_and_leaves_once_it_is_judged() {
    let scene = Scene::new();
    scene.run_load("Engineer", 480.0);
    let drafted = scene.call("draft_argument", json!({}));
    let parts: Vec<_> = drafted.as_array().expect("parts").iter().map(|part| part["part"].clone()).collect();
    assert_eq!(parts, ["ask", "numbers", "gap", "options", "consequences"].map(|part| json!(part)));
    for part in drafted.as_array().expect("parts") {
        let args = json!({ "plan": scene.plan, "place": { "argument": part["part"] }, "text": part["text"] });
        scene.trial.call("headcount.write", args);
    }
    assert_eq!(scene.call("stale", json!({})), json!([]), "a fresh draft holds");
    scene.run_load("Engineer", 600.0);
    let stale = scene.call("stale", json!({}));
    let keys: Vec<_> =
        stale.as_array().expect("numbers").iter().filter_map(|one| one["key"].as_str()).collect();
    assert!(keys.iter().any(|key| key.starts_with("gap/")), "{keys:?}");
    assert!(keys.iter().any(|key| key.starts_with("chance/")) || keys.len() > 2, "{keys:?}");
    scene.call("renew_figures", json!({}));
    assert_eq!(scene.call("stale", json!({})), json!([]), "written anew, chances as well");
    let file = scene.trial.place("plan.pdf");
    let args = json!({ "id": scene.plan, "file": file });
    assert_eq!(scene.refused("export_argument", args.clone()), "headcount.no_realistic");
    assert!(!file.exists());
    let verdict = json!({ "is": "not_realistic", "because": "Two recruiters" });
    scene.trial.call("headcount.save", json!({ "id": scene.plan, "realistic": verdict }));
    scene.trial.call("headcount.export_argument", args);
    let bytes = std::fs::read(&file).expect("a file");
    let text = crate::desk::trial::text_of_pdf(&bytes);
    assert!(text.contains("Live services") && text.contains("Two recruiters"), "{text}");
    for name in ["Maya Okafor", "Jun Ramesh", "figure:"] {
        assert!(!text.contains(name), "{name}");
    }
}

#[test]
fn f19_charts_are_drawn_from_the_plan_with_a_table_each() {
    let scene = Scene::new();
    scene.run_load("Engineer", 480.0);
    let charts = scene.call("charts", json!({}));
    let charts = charts.as_array().expect("charts");
    assert_eq!(charts.len(), 6);
    for chart in charts {
        assert!(chart["description"].as_str().is_some_and(|said| !said.is_empty()), "{}", chart["title"]);
        assert!(chart["table"]["columns"].is_array());
    }
    assert!(charts[0]["shapes"].as_array().is_some_and(|shapes| shapes.len() > 10));
}

#[test]
fn f19_the_worksheet_and_every_table_leave_with_equal_bytes_and_without_names() {
    let scene = Scene::new();
    scene.run_load("Engineer", 480.0);
    scene.call("copy", json!({ "to": { "kind": "scenario", "name": "Interns first" } }));
    let write = |name: &str| {
        let file = scene.trial.place(name);
        let reply = scene.call("export_worksheet", json!({ "file": file }));
        reply["files"]
            .as_array()
            .expect("files")
            .iter()
            .map(|name| name.as_str().expect("a name").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(write("plan.xlsx"), ["plan.xlsx"]);
    let tables = write("plan.csv");
    assert!(
        tables.contains(&"plan-people.csv".to_owned()) && tables.contains(&"plan-gap.csv".to_owned()),
        "{tables:?}"
    );
    let read = |name: &str| std::fs::read(scene.trial.place(name)).expect("a file");
    let before: Vec<_> = tables.iter().map(|name| read(name)).chain([read("plan.xlsx")]).collect();
    write("plan.xlsx");
    write("plan.csv");
    let after: Vec<_> = tables.iter().map(|name| read(name)).chain([read("plan.xlsx")]).collect();
    assert!(before == after, "equal plans give equal bytes");
    let people = String::from_utf8(read("plan-people.csv")).expect("text");
    assert!(people.contains("Person 1") && !people.contains("Maya Okafor"), "{people}");
    let scenarios = String::from_utf8(read("plan-scenarios.csv")).expect("text");
    assert!(scenarios.contains("Interns first"), "{scenarios}");
    let wrong = of("id", &scene.plan, json!({ "file": scene.trial.place("plan.txt") }));
    assert_eq!(scene.trial.refused("headcount.export_worksheet", wrong).kind, crate::FaultKind::WrongUse);
}
