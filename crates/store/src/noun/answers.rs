#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
//! What the screens are told, on a small team with a few weeks behind it.

use chrono::{NaiveDate, NaiveDateTime};
use domain::{
    ActionId, CheckInId, ConversationId, DismissalId, ExplorationId, FollowUpId, GoalEntryId, GoalId,
    HrConsultId, MarginId, MeetingId, NoteId, PersonId, SourceId, TalkId, WishId, WordingId,
    action::{Action, ActionState},
    career::{Exploration, Wish, WishKind},
    dismissal::Dismissal,
    folder::{Note, Polarity, Source, SourceKind},
    goal::{Entry, EntryKind, Goal, GoalState, Wording, WordingReason},
    one_on_one::{BuiltIn, Margin, Meeting, MeetingState, Section, make_sections},
    person::{Person, Relation},
    review::Review,
    talk::{CheckIn, Conversation, FollowUp, HrConsult, HrPart, Talk, Trend},
};

use super::{action, get, goal, meeting, note, person, review, setting, source};
use crate::{
    fault::Result,
    gate::{Deed, plain::Plain},
    history,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn nine(on: &str) -> NaiveDateTime {
    day(on).and_hms_opt(9, 0, 0).unwrap()
}

const NOW: &str = "2026-11-22";

struct Team {
    db: Plain,
    owner: Person,
    maya: Person,
    tom: Person,
    meetings: Vec<Meeting>,
}

fn a_note(person: PersonId, on: &str, polarity: Polarity, raised: bool) -> Note {
    let raised_on = raised.then(|| day(NOW));
    Note { raised_on, ..Note::line(NoteId::make(), person, polarity, format!("On {on}"), day(on)) }
}

fn an_action(
    about: &Person,
    owner: &Person,
    meeting: Option<MeetingId>,
    due: Option<&str>,
    since: &str,
) -> Action {
    Action {
        id: ActionId::make(),
        about: about.id,
        owner: owner.id,
        meeting,
        text: format!("since {since}"),
        due: due.map(day),
        since: day(since),
        state: ActionState::Open,
        dropped_because: String::new(),
        talk: None,
        author: None,
    }
}

/// Maya met on 2 and 9 November, the 16th was moved, the 23rd is planned; Tom left before November and never met.
fn team() -> Team {
    let mut db = Plain::new();
    let owner = Person::named(PersonId::make(), "Robin Vale", Relation::Me);
    let maya = Person {
        team: "Systems".into(),
        ..Person::named(PersonId::make(), "Maya Okafor", Relation::DirectReport)
    };
    let tom = Person {
        left_on: Some(day("2026-10-30")),
        manager: Some(maya.id),
        ..Person::named(PersonId::make(), "Tom Berg", Relation::SkipLevel)
    };
    let meetings: Vec<Meeting> = [
        ("2026-11-02", MeetingState::Held),
        ("2026-11-09", MeetingState::Closed),
        ("2026-11-16", MeetingState::Moved),
        ("2026-11-23", MeetingState::Planned),
        ("2026-11-30", MeetingState::Planned),
    ]
    .into_iter()
    .map(|(on, state)| Meeting { state, ..Meeting::planned(MeetingId::make(), maya.id, nine(on), 30) })
    .collect();
    db.deed(|deed| {
        [&owner, &maya, &tom].into_iter().try_for_each(|person| deed.put(person))?;
        for meeting in &meetings {
            deed.put(meeting)?;
            make_sections(meeting.id, &BuiltIn::People.sections())
                .iter()
                .try_for_each(|section| deed.put(section))?;
        }
        for (on, polarity, raised) in [
            ("2026-11-03", Polarity::Praise, true),
            ("2026-11-04", Polarity::Praise, false),
            ("2026-11-16", Polarity::Constructive, false),
        ] {
            deed.put(&a_note(maya.id, on, polarity, raised))?;
        }
        deed.put(&Note { dismissed: true, ..a_note(maya.id, "2026-11-17", Polarity::Praise, false) })
    })
    .unwrap();
    Team { db, owner, maya, tom, meetings }
}

#[test]
fn a_list_of_people_carries_their_facts() {
    let team = team();
    let lines = person::lines(&team.db.db, nine(NOW), None).unwrap();
    let told: Vec<_> = lines
        .iter()
        .map(|line| (line.name.as_str(), line.last_met, line.next, line.unraised, line.left_on.is_some()))
        .collect();
    assert_eq!(
        told,
        [
            ("Robin Vale", None, None, 0, false),
            ("Maya Okafor", Some(day("2026-11-09")), Some(nine("2026-11-23")), 2, false),
            ("Tom Berg", None, None, 0, true),
        ]
    );
    let staying = person::lines(&team.db.db, nine(NOW), Some(day(NOW))).unwrap();
    assert_eq!(staying.len(), 2);
    assert_eq!(
        person::lines(&team.db.db, nine(NOW), Some(day("2026-10-30"))).unwrap().len(),
        3,
        "on the last day"
    );
    assert_eq!(person::line(&team.db.db, team.maya.id, nine(NOW)).unwrap().as_ref(), Some(&lines[1]));
    assert_eq!(person::owner(&team.db.db).unwrap(), Some(team.owner));
    assert_eq!(person::names(&team.db.db).unwrap()[&team.tom.id], "Tom Berg");
    assert_eq!(person::name_of(&team.db.db, PersonId::make()).unwrap(), None);
}

#[test]
fn facts_and_weeks_count_what_happened() {
    let team = team();
    let facts = person::facts(&team.db.db, team.maya.id, nine(NOW)).unwrap();
    assert_eq!(
        facts,
        person::Facts {
            met: 2,
            moved: 1,
            praise: 3,
            constructive: 1,
            unraised: 2,
            reports: 1,
            first_met: Some(day("2026-11-02")),
            last_met: Some(day("2026-11-09")),
            next: Some(nine("2026-11-23")),
        }
    );
    let weeks = person::weeks(&team.db.db, team.maya.id, day("2026-11-03"), day("2026-11-16")).unwrap();
    let week = |monday, met, moved, praise, constructive| person::Week {
        monday: day(monday),
        met,
        moved,
        praise,
        constructive,
    };
    assert_eq!(
        weeks,
        [week("2026-11-02", 0, 0, 2, 0), week("2026-11-09", 1, 0, 0, 0), week("2026-11-16", 0, 1, 0, 1)]
    );
    let of_owner = person::weeks(&team.db.db, team.owner.id, day("2026-11-03"), day("2026-11-16")).unwrap();
    assert_eq!(of_owner, [], "what happened with others is theirs");
}

#[test]
fn meetings_are_listed_with_their_first_words() {
    let mut team = team();
    let held = &team.meetings[0];
    let sections = meeting::sections(&team.db.db, held.id).unwrap();
    assert_eq!(sections.len(), 5);
    assert!(sections.iter().all(|section| section.changed_at.is_none()), "nothing was written yet");
    for (at, text) in [(3, "Read **two** books"), (1, "# More drills\nplease")] {
        let section = Section { text: text.into(), ..sections[at].value.clone() };
        team.db.deed(|deed| deed.put(&section)).unwrap();
    }
    let written = meeting::sections(&team.db.db, held.id).unwrap();
    let times: Vec<_> = written.iter().map(|section| section.changed_at).collect();
    assert!(times[1] > times[3] && times[3].is_some() && times[0].is_none(), "{times:?}");
    let lines = |filter: meeting::MeetingFilter| meeting::lines(&team.db.db, &filter).unwrap();
    let all = lines(meeting::MeetingFilter::default());
    assert_eq!(all.len(), 5);
    assert!(all.is_sorted_by(|one, next| one.starts > next.starts), "newest first");
    let told = |line: &meeting::MeetingLine| {
        (line.headline.clone(), line.words, line.filled, line.person_name.clone())
    };
    assert_eq!(told(&all[4]), ("More drills please".into(), 7, 2, "Maya Okafor".into()));
    let week = meeting::MeetingFilter {
        from: Some(day("2026-11-09")),
        to: Some(day("2026-11-16")),
        ..Default::default()
    };
    assert_eq!(lines(week).len(), 2);
    let newest = meeting::MeetingFilter { person: Some(team.maya.id), limit: Some(1), ..Default::default() };
    assert_eq!(lines(newest)[0].starts, nine("2026-11-30"));
    assert_eq!(lines(meeting::MeetingFilter { person: Some(team.tom.id), ..Default::default() }), []);
    let previous = meeting::previous(&team.db.db, team.maya.id, nine("2026-11-09"), 5).unwrap();
    assert_eq!(
        previous.iter().map(|line| line.id).collect::<Vec<_>>(),
        [held.id],
        "before, and only what took place"
    );
    assert_eq!(meeting::of_section(&team.db.db, sections[0].value.id).unwrap().as_ref(), Some(held));
    let met = meeting::met(&team.db.db, team.maya.id).unwrap();
    assert_eq!((met.first, met.last, met.count), (Some(day("2026-11-02")), Some(day("2026-11-09")), 2));
    assert_eq!(meeting::margin(&team.db.db, held.id).unwrap(), None);
    let margin = Margin::beside(MarginId::make(), held.id, "Ask about the move");
    team.db.deed(|deed| deed.put(&margin)).unwrap();
    let margin_read = meeting::margin(&team.db.db, team.meetings[0].id).unwrap().unwrap();
    assert_eq!((margin_read.value, margin_read.changed_at.is_some()), (margin, true));
}

#[test]
fn notes_are_paged_by_whole_days() {
    let mut team = team();
    for on in ["2026-11-04", "2026-11-04", "2026-10-01"] {
        let note = a_note(team.tom.id, on, Polarity::Praise, false);
        team.db.deed(|deed| deed.put(&note)).unwrap();
    }
    let days = |filter: note::NoteFilter| -> Vec<String> {
        let lines = note::lines(&team.db.db, &filter).unwrap();
        lines.iter().map(|line| line.note.on.format("%m-%d").to_string()).collect()
    };
    let all = ["11-17", "11-16", "11-04", "11-04", "11-04", "11-03", "10-01"];
    assert_eq!(days(note::NoteFilter::default()), all);
    let first = note::NoteFilter { limit: Some(3), ..Default::default() };
    assert_eq!(days(first.clone()), all[..5], "the third day is whole");
    assert_eq!(days(note::NoteFilter { before: Some(day("2026-11-04")), ..first }), all[5..]);
    let maya = || note::NoteFilter { person: Some(team.maya.id), ..Default::default() };
    assert_eq!(days(maya()), ["11-17", "11-16", "11-04", "11-03"]);
    assert_eq!(days(note::NoteFilter { since: Some(day("2026-11-16")), ..maya() }), ["11-17", "11-16"]);
    assert_eq!(days(note::NoteFilter { waiting: true, ..maya() }), ["11-16", "11-04"]);
    assert_eq!(days(note::NoteFilter { polarity: Some(Polarity::Constructive), ..maya() }), ["11-16"]);
    let happened = note::days(&team.db.db, team.maya.id, day("2026-11-04"), day("2026-11-16")).unwrap();
    assert_eq!(happened, [day("2026-11-04"), day("2026-11-16")]);
}

#[test]
fn promises_goals_and_reviews_are_listed_in_their_order() {
    let mut team = team();
    let (maya, owner) = (team.maya.clone(), team.owner.clone());
    let actions = [
        an_action(&maya, &owner, None, Some("2026-12-01"), "2026-11-02"),
        an_action(&maya, &maya, None, None, "2026-11-01"),
        an_action(&maya, &owner, None, Some("2026-11-25"), "2026-11-09"),
        Action { state: ActionState::Done, ..an_action(&maya, &owner, None, None, "2026-11-10") },
    ];
    let goals = [("Later", Some("2026-12-31")), ("Some day", None), ("Soon", Some("2026-11-30"))].map(
        |(title, due)| Goal {
            due: due.map(day),
            state: GoalState::Active,
            ..Goal::named(domain::GoalId::make(), maya.id, title)
        },
    );
    let reviews = ["2025", "2026"].map(|cycle| Review::begun(domain::ReviewId::make(), maya.id, cycle));
    team.db
        .deed(|deed| {
            actions.iter().try_for_each(|action| deed.put(action))?;
            goals.iter().try_for_each(|goal| deed.put(goal))?;
            reviews.iter().try_for_each(|review| deed.put(review))
        })
        .unwrap();
    let since = |filter: action::ActionFilter| -> Vec<String> {
        let lines = action::lines(&team.db.db, &filter).unwrap();
        lines.iter().map(|line| line.action.since.format("%d").to_string()).collect()
    };
    let open = || action::ActionFilter { open: Some(true), ..Default::default() };
    assert_eq!(since(open()), ["09", "02", "01"], "what is due first comes first");
    assert_eq!(since(action::ActionFilter { owner: Some(owner.id), ..open() }), ["09", "02"]);
    assert_eq!(
        since(action::ActionFilter { about: Some(maya.id), limit: Some(2), ..Default::default() }),
        ["10", "09"]
    );
    assert_eq!(since(action::ActionFilter { open: Some(false), ..Default::default() }), ["10"]);
    let line = action::lines(&team.db.db, &open()).unwrap().remove(0);
    assert_eq!((line.about_name.as_str(), line.owner_name.as_str()), ("Maya Okafor", "Robin Vale"));
    let titles: Vec<_> = goal::lines(&team.db.db, Some(maya.id), false)
        .unwrap()
        .into_iter()
        .map(|line| line.goal.title)
        .collect();
    assert_eq!(titles, ["Soon", "Later", "Some day"]);
    assert_eq!(goal::lines(&team.db.db, Some(owner.id), false).unwrap(), []);
    let cycles: Vec<_> =
        review::lines(&team.db.db, None, None).unwrap().into_iter().map(|line| line.review.cycle).collect();
    assert_eq!(cycles, ["2026", "2025"]);
    let newest = review::lines(&team.db.db, None, Some(1)).unwrap();
    assert_eq!(newest.into_iter().map(|line| line.review.cycle).collect::<Vec<_>>(), ["2026"]);
}

#[test]
fn open_goals_are_those_that_the_domain_calls_open() {
    use GoalState::{Achieved, Active, Dropped, Endorsed, Missed, PartlyAchieved, Proposed};
    let mut team = team();
    let owner = team.owner.id;
    for state in [Proposed, Endorsed, Active, Achieved, PartlyAchieved, Missed, Dropped] {
        let goal = Goal { state, ..Goal::named(domain::GoalId::make(), owner, "A goal") };
        team.db.deed(|deed| deed.put(&goal)).unwrap();
        let listed = goal::lines(&team.db.db, Some(owner), true).unwrap();
        let listed = listed.iter().any(|line| line.goal.id == goal.id);
        assert_eq!(listed, state.is_open(), "{state:?}");
    }
}

#[test]
fn settings_are_read_by_their_key() {
    let mut team = team();
    assert_eq!(setting::get(&team.db.db, "theme").unwrap(), None);
    for word in ["dark", "light"] {
        let theme = setting::Setting::new("theme", setting::Plain::Text(word.into()));
        team.db.deed(|deed| deed.put(&theme)).unwrap();
        assert_eq!(setting::get(&team.db.db, "theme").unwrap(), Some(setting::Plain::Text(word.into())));
    }
    assert_eq!(setting::get(&team.db.db, "presenting").unwrap(), None);
}

#[test]
fn b3_a_source_that_was_typed_is_no_message_that_is_known() {
    let mut team = team();
    let note = a_note(team.maya.id, "2026-11-04", Polarity::Praise, false);
    let typed = Source { who: "Jun".into(), ..Source::of(SourceId::make(), note.id, SourceKind::Said) };
    team.db.deed(|deed| deed.put(&note).and_then(|()| deed.put(&typed))).unwrap();
    assert!(!source::knows_message(&team.db.db, "").unwrap());
    let sent = Source { message_id: "one@example.org".into(), ..typed };
    team.db.deed(|deed| deed.put(&sent)).unwrap();
    let known =
        ["one@example.org", "two@example.org"].map(|id| source::knows_message(&team.db.db, id).unwrap());
    assert_eq!(known, [true, false]);
}

/// Goals, wishes and talks of somebody, each with all that belongs to it.
fn put_growth_and_talks(deed: &mut Deed<'_>, person: PersonId) -> Result<()> {
    let on = day("2026-11-04");
    let goal = Goal::named(GoalId::make(), person, "Speak once");
    deed.put(&goal)?;
    deed.put(&Entry::said(GoalEntryId::make(), goal.id, EntryKind::Progress, "A stage", on))?;
    deed.put(&Wording::of(WordingId::make(), &goal, WordingReason::Started, "", on))?;
    deed.put(&Wish::said(WishId::make(), person, WishKind::Interest, "Sales", on))?;
    let (id, text) = (ExplorationId::make(), String::new());
    let [why, contact, outcome] = [0; 3].map(|_| text.clone());
    deed.put(&Exploration {
        id,
        person,
        role: "Sales".into(),
        why,
        next_step: "Ask".into(),
        contact,
        outcome,
        on,
    })?;
    let note = a_note(person, "2026-11-04", Polarity::Praise, false);
    deed.put(&note)?;
    deed.put(&Source { who: "Jun".into(), ..Source::of(SourceId::make(), note.id, SourceKind::Said) })?;
    let talk = Talk::noticed(TalkId::make(), person, "Records", on);
    deed.put(&talk)?;
    deed.put(&Conversation {
        id: ConversationId::make(),
        person,
        talks: vec![talk.id],
        at: nine("2026-11-04"),
        participants: Vec::new(),
        outcome: text.clone(),
        differences: text.clone(),
        response_due: on,
        answered_on: None,
        answer: text.clone(),
    })?;
    let look = FollowUpId::make();
    deed.put(&FollowUp {
        id: look,
        talk: talk.id,
        on,
        found: Trend::Better,
        text: text.clone(),
        said_aloud: text.clone(),
    })?;
    deed.put(&CheckIn {
        id: CheckInId::make(),
        talk: talk.id,
        from: "Jun".into(),
        person: None,
        asked_on: on,
        question: text.clone(),
        answered_on: None,
        answer: text.clone(),
        told_on: None,
    })?;
    let turn = HrConsultId::make();
    let (who, question, advice) = ("Ada".into(), text.clone(), text.clone());
    deed.put(&HrConsult { id: turn, talk: talk.id, part: HrPart::Guidance, who, on, question, advice })?;
    let (rule, mark, because) = ("hedge".into(), "0f".into(), "So it is".into());
    deed.put(&Dismissal { id: DismissalId::make(), record: talk.id.record(), rule, mark, because, on })
}

#[test]
fn a_person_goes_with_everything_about_them_and_comes_back_whole() {
    let mut team = team();
    let (maya, owner) = (team.maya.clone(), team.owner.clone());
    let made_in = an_action(&owner, &owner, Some(team.meetings[0].id), None, "2026-11-02");
    let at = "2026-11-22T10:00:00Z".parse().unwrap();
    team.db
        .deed(|deed| {
            deed.put(&made_in)?;
            put_growth_and_talks(deed, maya.id)?;
            review::tests::put_whole(deed, maya.id)?;
            crate::attachment::add(deed, team.meetings[0].id.record(), "plan.pdf", b"plan", at)
        })
        .unwrap();
    let before = team.db.nouns();
    let removed = team.db.deed(|deed| person::remove(deed, maya.id)).unwrap().deed.unwrap();
    let counts = super::counts(&team.db.db).unwrap();
    assert_eq!(counts.records, 3, "the owner, Tom, and what the owner promised: {counts:?}");
    assert_eq!(
        get::<Action>(&team.db.db, made_in.id).unwrap().unwrap().meeting,
        None,
        "a promise is still owed"
    );
    assert_eq!(get::<Person>(&team.db.db, team.tom.id).unwrap().unwrap().manager, None);
    team.db.named("history.undo", Some(removed), |deed| history::undo_in(deed, removed)).unwrap();
    assert_eq!(team.db.nouns(), before);
}
