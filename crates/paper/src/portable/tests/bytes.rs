//! The bytes that folders out there hold: pinned, format by format.

use super::*;

/// These bytes are in folders that people have. They are never changed, only added to.
pub(super) const FORMAT_1: [&str; 10] = [
    r#"{"about":"Keeps bees.","email":"","employment":"employee","id":"01934f2a-6c00-7000-8000-000000000001","left_on":null,"level":"","manager":null,"name":"Marta Oyelaran","phone":"","relation":"me","role":"","site":"","skills":[],"started_on":null,"team":""}"#,
    r#"{"about":"Prefers \"mornings\".\n\nReally.","email":"deniz@example.org","employment":"contractor","id":"01934f2a-6c00-7000-8000-000000000002","left_on":"2027-01-31","level":"E4","manager":"01934f2a-6c00-7000-8000-000000000001","name":"Deniz Kayalı/..","phone":"+351 21 555","relation":"direct_report","role":"Engineer","site":"Lisbon","skills":[{"level":4,"name":"Rust"}],"started_on":"2019-04-01","team":"Hearth"}"#,
    r#"{"began_at":"2026-11-20T09:31:00.250Z","ended_at":"2026-11-20T10:02:00Z","id":"01934f2a-6c00-7000-8000-000000000003","minutes":30,"moved_from":"01934f2a-6c00-7000-8000-000000000063","person":"01934f2a-6c00-7000-8000-000000000002","reason":"a release","starts":"2026-11-20T09:30:00","state":"held","zone":"Europe/Lisbon"}"#,
    r#"{"id":"01934f2a-6c00-7000-8000-000000000004","kind":"goals","meeting":"01934f2a-6c00-7000-8000-000000000003","place":0,"text":"- done\n","title":"Progress on goals"}"#,
    r#"{"id":"01934f2a-6c00-7000-8000-000000000005","meeting":"01934f2a-6c00-7000-8000-000000000003","text":"Ask about the move."}"#,
    r#"{"dismissed":true,"id":"01934f2a-6c00-7000-8000-000000000006","kind":"delivery","on":"2026-11-02","person":"01934f2a-6c00-7000-8000-000000000002","polarity":"praise","raised_on":"2026-11-20","text":"Led the drill."}"#,
    r#"{"due":"2026-12-31","id":"01934f2a-6c00-7000-8000-000000000007","person":"01934f2a-6c00-7000-8000-000000000002","state":"partly_achieved","text":"All of it.","title":"Ship it"}"#,
    r#"{"cycle":"2026","id":"01934f2a-6c00-7000-8000-000000000008","person":"01934f2a-6c00-7000-8000-000000000002","text":"A good year."}"#,
    r#"{"about":"01934f2a-6c00-7000-8000-000000000002","dropped_because":"No longer needed","due":"2026-11-27","id":"01934f2a-6c00-7000-8000-000000000009","meeting":"01934f2a-6c00-7000-8000-000000000003","owner":"01934f2a-6c00-7000-8000-000000000001","since":"2026-11-20","state":"dropped","text":"Write up the drill"}"#,
    r#"{"added_at":"2026-11-20T10:05:06.007Z","bytes":4,"id":"01934f2a-6c00-7000-8000-00000000000a","name":"Plan: one.pdf","record":"01934f2a-6c00-7000-8000-000000000006","sha256":"64879f7d6b960a01909762d911a32d4582c20010c5641ee90278b644a9e3b525"}"#,
];

/// What came with format 2 is, in a folder of format 1, as if it had never been said.
fn as_format_1_knew_it(record: Record) -> Option<Record> {
    Some(match record {
        Record::OneOnOne(meeting) => Record::OneOnOne(Meeting {
            zone: meeting.zone,
            state: meeting.state,
            reason: meeting.reason,
            moved_from: meeting.moved_from,
            began_at: meeting.began_at,
            ended_at: meeting.ended_at,
            ..Meeting::planned(meeting.id, meeting.person, meeting.starts, meeting.minutes)
        }),
        Record::Section(section) => {
            Record::Section(Section { brief: false, ranges: vec![], is_talked: false, ..section })
        }
        Record::Margin(margin) => Record::Margin(Margin::beside(margin.id, margin.meeting, margin.text)),
        Record::Goal(goal) => Record::Goal(Goal { review_days: None, reviewed_on: None, ..goal }),
        Record::Pair(_)
        | Record::Template(_)
        | Record::Agenda(_)
        | Record::Prep(_)
        | Record::Remark(_)
        | Record::Holiday(_)
        | Record::Wish(_)
        | Record::Exploration(_)
        | Record::Source(_) => return None,
        other => other,
    })
}

/// These too.
pub(super) const FORMAT_2: [&str; 18] = [
    r#"{"about":"Keeps bees.","email":"","employment":"employee","id":"01934f2a-6c00-7000-8000-000000000001","left_on":null,"level":"","manager":null,"name":"Marta Oyelaran","phone":"","relation":"me","role":"","site":"","skills":[],"started_on":null,"team":""}"#,
    r#"{"about":"Prefers \"mornings\".\n\nReally.","email":"deniz@example.org","employment":"contractor","id":"01934f2a-6c00-7000-8000-000000000002","left_on":"2027-01-31","level":"E4","manager":"01934f2a-6c00-7000-8000-000000000001","name":"Deniz Kayalı/..","phone":"+351 21 555","relation":"direct_report","role":"Engineer","site":"Lisbon","skills":[{"level":4,"name":"Rust"}],"started_on":"2019-04-01","team":"Hearth"}"#,
    r#"{"began_at":"2026-11-20T09:31:00.250Z","calendar_uid":"weekly@example.org","difference":"The date.","ended_at":"2026-11-20T10:02:00Z","follows":"01934f2a-6c00-7000-8000-000000000062","id":"01934f2a-6c00-7000-8000-000000000003","kind":"follow_up","minutes":30,"moved_by":"theirs","moved_from":"01934f2a-6c00-7000-8000-000000000063","notes_sent_at":"2026-11-20T10:20:00Z","pair":"01934f2a-6c00-7000-8000-00000000000b","person":"01934f2a-6c00-7000-8000-000000000002","reason":"a release","same_mine":true,"same_theirs":true,"slot":"2026-11-19T09:30:00","starts":"2026-11-20T09:30:00","state":"held","submitted_at":"2026-11-19T16:40:00Z","template":"01934f2a-6c00-7000-8000-00000000000c","template_sent_at":"2026-11-18T08:00:00Z","template_version":3,"zone":"Europe/Lisbon"}"#,
    r#"{"brief":true,"id":"01934f2a-6c00-7000-8000-000000000004","is_talked":true,"kind":"goals","meeting":"01934f2a-6c00-7000-8000-000000000003","place":0,"ranges":["team","industry"],"text":"- done\n","title":"Progress on goals"}"#,
    r#"{"id":"01934f2a-6c00-7000-8000-000000000005","meeting":"01934f2a-6c00-7000-8000-000000000003","note":"01934f2a-6c00-7000-8000-000000000006","section":"01934f2a-6c00-7000-8000-000000000004","text":"Ask about the move."}"#,
    r#"{"dismissed":true,"id":"01934f2a-6c00-7000-8000-000000000006","kind":"delivery","on":"2026-11-02","person":"01934f2a-6c00-7000-8000-000000000002","polarity":"praise","raised_on":"2026-11-20","text":"Led the drill."}"#,
    r#"{"due":"2026-12-31","id":"01934f2a-6c00-7000-8000-000000000007","person":"01934f2a-6c00-7000-8000-000000000002","review_days":14,"reviewed_on":"2026-11-01","state":"partly_achieved","text":"All of it.","title":"Ship it"}"#,
    r#"{"cycle":"2026","id":"01934f2a-6c00-7000-8000-000000000008","person":"01934f2a-6c00-7000-8000-000000000002","text":"A good year."}"#,
    r#"{"about":"01934f2a-6c00-7000-8000-000000000002","dropped_because":"No longer needed","due":"2026-11-27","id":"01934f2a-6c00-7000-8000-000000000009","meeting":"01934f2a-6c00-7000-8000-000000000003","owner":"01934f2a-6c00-7000-8000-000000000001","since":"2026-11-20","state":"dropped","text":"Write up the drill"}"#,
    r#"{"at_ease_mine":true,"at_ease_theirs":true,"begins":"2026-09-03T09:30:00","calendar_uid":"weekly@example.org","ends_on":"2027-01-29","every_days":14,"factors":{"autonomy":"","level":"E4","load":"nine reports","performance":"","tenure_here":"","tenure_on_team":""},"factors_on":"2026-09-01","id":"01934f2a-6c00-7000-8000-00000000000b","minutes":30,"person":"01934f2a-6c00-7000-8000-000000000002","sparse_because":"","template":"01934f2a-6c00-7000-8000-00000000000c","zone":"Europe/Lisbon"}"#,
    r#"{"id":"01934f2a-6c00-7000-8000-00000000000c","name":"Platform","sections":[{"kind":"goals","title":"Progress on goals","brief":false,"aims":["career"]},{"kind":"opportunities","title":"Opportunities","brief":false,"aims":["environment"]},{"kind":"status","title":"Project status","brief":true,"aims":["environment"]},{"kind":"learning","title":"What have you learned?","brief":false,"aims":["career"]},{"kind":"needs","title":"What do you need from me?","brief":false,"aims":["about_manager","feedback","personal"]}],"version":3}"#,
    r#"{"done":true,"id":"01934f2a-6c00-7000-8000-00000000000d","meeting":"01934f2a-6c00-7000-8000-000000000003","open_because":"next time","place":1,"text":"","topic":"cadence"}"#,
    r#"{"document_at":"2026-11-19T17:00:00Z","folder_at":"2026-11-19T17:02:00Z","history_at":"2026-11-19T10:00:00Z","id":"01934f2a-6c00-7000-8000-00000000000e","meeting":"01934f2a-6c00-7000-8000-000000000003","seconds":160}"#,
    r#"{"id":"01934f2a-6c00-7000-8000-00000000000f","kind":"correction","meeting":"01934f2a-6c00-7000-8000-000000000003","on":"2026-11-20","section":"01934f2a-6c00-7000-8000-000000000004","text":"Agree on a number first."}"#,
    r#"{"id":"01934f2a-6c00-7000-8000-000000000010","name":"Midwinter","on":"2026-12-25"}"#,
    r#"{"first_hand":true,"id":"01934f2a-6c00-7000-8000-000000000011","kind":"dislike","on":"2026-09-03","person":"01934f2a-6c00-7000-8000-000000000002","text":"On-call lead","unknown":false,"why":"Tried it in spring."}"#,
    r#"{"contact":"Sam Nakai","id":"01934f2a-6c00-7000-8000-000000000012","next_step":"Sit in on Tuesday","on":"2026-09-10","outcome":"Again in spring.","person":"01934f2a-6c00-7000-8000-000000000002","role":"Release manager","why":"Likes order."}"#,
    r#"{"added_at":"2026-11-20T10:05:06.007Z","bytes":4,"id":"01934f2a-6c00-7000-8000-00000000000a","name":"Plan: one.pdf","record":"01934f2a-6c00-7000-8000-000000000006","sha256":"64879f7d6b960a01909762d911a32d4582c20010c5641ee90278b644a9e3b525"}"#,
];

/// One record of each noun as a folder of an older format would say it, each format from the one after it.
fn known(older: &[fn(Record) -> Option<Record>]) -> Vec<Record> {
    let all = one_of_each().into_iter();
    all.filter_map(|record| older.iter().try_fold(record, |record, knew| knew(record))).collect()
}

#[test]
fn the_bytes_of_format_1_stay_readable() {
    let known = known(&[
        as_format_5_knew_it,
        as_format_4_knew_it,
        as_format_3_knew_it,
        as_format_2_knew_it,
        as_format_1_knew_it,
    ]);
    assert_eq!(known.len(), FORMAT_1.len());
    for (record, line) in known.into_iter().zip(FORMAT_1) {
        assert_eq!(from_line(record.noun(), line).expect("a record"), record);
    }
}

/// What format 3 says otherwise: a note says more, and where it came from is a record of its own.
const FORMAT_3_NOTE: &str = r#"{"consequence":"Nobody lost data.","dismissed":true,"dismissed_because":"Said by two","example":"Took the call at 3 am, and led it.","goals":["01934f2a-6c00-7000-8000-000000000007"],"id":"01934f2a-6c00-7000-8000-000000000006","kept_at":"2026-11-02T10:00:00Z","kind":"delivery","metric":{"value":"104.50","unit":"s"},"on":"2026-11-02","person":"01934f2a-6c00-7000-8000-000000000002","polarity":"praise","raised_in":["01934f2a-6c00-7000-8000-000000000003"],"raised_on":"2026-11-20","tags":["drill","on-call"],"text":"Led the drill."}"#;
const FORMAT_3_SOURCE: &str = r#"{"id":"01934f2a-6c00-7000-8000-000000000013","kind":"mail","message_id":"1@example.org","note":"01934f2a-6c00-7000-8000-000000000006","person":"01934f2a-6c00-7000-8000-000000000001","sent_at":"2026-11-02T09:00:00Z","subject":"Thanks","text":"She led it.","who":"Sam Nakai <sam@example.org>"}"#;

/// Every line of format 3.
fn format_3() -> Vec<&'static str> {
    let mut lines = FORMAT_2.to_vec();
    lines[5] = FORMAT_3_NOTE;
    lines.insert(FORMAT_2.len() - 1, FORMAT_3_SOURCE);
    lines
}

/// What came with format 3 is, in a folder of format 2, as if it had never been said.
fn as_format_2_knew_it(record: Record) -> Option<Record> {
    Some(match record {
        Record::Note(note) => Record::Note(Note {
            kind: note.kind,
            raised_on: note.raised_on,
            dismissed: note.dismissed,
            ..Note::line(note.id, note.person, note.polarity, note.text, note.on)
        }),
        Record::Source(_) => return None,
        other => other,
    })
}

#[test]
fn the_bytes_of_format_2_stay_readable() {
    let known = known(&[as_format_5_knew_it, as_format_4_knew_it, as_format_3_knew_it, as_format_2_knew_it]);
    assert_eq!(known.len(), FORMAT_2.len());
    for (record, line) in known.into_iter().zip(FORMAT_2) {
        assert_eq!(from_line(record.noun(), line).expect("a record"), record);
    }
}

/// What came with format 4 is, in a folder of format 3, as if it had never been said.
fn as_format_3_knew_it(record: Record) -> Option<Record> {
    Some(match record {
        Record::Goal(goal) => Record::Goal(Goal {
            text: goal.text,
            due: goal.due,
            state: goal.state,
            review_days: goal.review_days,
            reviewed_on: goal.reviewed_on,
            ..Goal::named(goal.id, goal.person, goal.title)
        }),
        Record::Action(action) => Record::Action(Action { talk: None, author: None, ..action }),
        Record::GoalEntry(_)
        | Record::Wording(_)
        | Record::Ground(_)
        | Record::Talk(_)
        | Record::Conversation(_)
        | Record::FollowUp(_)
        | Record::CheckIn(_)
        | Record::HrConsult(_)
        | Record::SavedSearch(_)
        | Record::Dismissal(_) => return None,
        other => other,
    })
}

#[test]
fn the_bytes_of_format_3_stay_readable() {
    let (known, lines) =
        (known(&[as_format_5_knew_it, as_format_4_knew_it, as_format_3_knew_it]), format_3());
    assert_eq!(known.len(), lines.len());
    for (record, line) in known.into_iter().zip(lines) {
        assert_eq!(from_line(record.noun(), line).expect("a record"), record);
    }
}

/// What format 4 says otherwise: a goal, a promise and a wish say more,
const FORMAT_4_CHANGED: [(usize, &str); 3] = [
    (
        6,
        r#"{"achievable":"Two days a month.","category":"Saved cost","comment":"A good one.","due":"2026-12-31","ended_on":"2026-12-01","endorsed_on":"2026-01-07","ground":"01934f2a-6c00-7000-8000-000000000016","id":"01934f2a-6c00-7000-8000-000000000007","is_growth":true,"measure":"Three drills.","outcome":"104 s","own_words_on":"2026-01-06","person":"01934f2a-6c00-7000-8000-000000000002","relevant":"Customers wait.","review_days":14,"reviewed_on":"2026-11-01","start_value":{"value":"210","unit":"s"},"starts_on":"2026-01-05","state":"partly_achieved","target":{"value":"90","unit":"s"},"text":"All of it.","title":"Ship it"}"#,
    ),
    (
        8,
        r#"{"about":"01934f2a-6c00-7000-8000-000000000002","author":"01934f2a-6c00-7000-8000-000000000002","dropped_because":"No longer needed","due":"2026-11-27","id":"01934f2a-6c00-7000-8000-000000000009","meeting":"01934f2a-6c00-7000-8000-000000000003","owner":"01934f2a-6c00-7000-8000-000000000001","since":"2026-11-20","state":"dropped","talk":"01934f2a-6c00-7000-8000-000000000017","text":"Write up the drill"}"#,
    ),
    (
        15,
        r#"{"expected_on":null,"first_hand":true,"id":"01934f2a-6c00-7000-8000-000000000011","kind":"dislike","may_plan":false,"on":"2026-09-03","person":"01934f2a-6c00-7000-8000-000000000002","text":"On-call lead","unknown":false,"why":"Tried it in spring."}"#,
    ),
];
/// and goals have a story, talks are kept, and so are searches and hints set aside.
const FORMAT_4_NEW: [&str; 10] = [
    r#"{"goal":"01934f2a-6c00-7000-8000-000000000007","has_moved":false,"id":"01934f2a-6c00-7000-8000-000000000014","kind":"obstacle","on":"2026-06-01","resolved_on":"2026-06-09","text":"No lab.","value":{"value":"104","unit":"s"}}"#,
    r#"{"achievable":"A day a week.","because":"The lab closed","due":"2026-10-31","goal":"01934f2a-6c00-7000-8000-000000000007","id":"01934f2a-6c00-7000-8000-000000000015","measure":"Four drills.","on":"2026-03-01","reason":"revised","relevant":"They wait.","state":"active","target":{"value":"60","unit":"s"},"text":"Everything.","title":"Ship all of it"}"#,
    r#"{"id":"01934f2a-6c00-7000-8000-000000000016","kind":"organisation","text":"For nobody.","title":"No night calls","until":"2027-12-31"}"#,
    r#"{"class":"performance","class_because":"The log.","closed_on":null,"consequence":"An hour lost.","discussed_on":"2026-11-20","example":"On 2 November.","facilitator":"Ines Prado","first_seen":"2026-11-02","follow_up_by":"Sam Nakai","hr":"attends","id":"01934f2a-6c00-7000-8000-000000000017","is_facilitator_trained":true,"is_owned":true,"is_touchy":true,"message":"Two records came late.","naming":"facilitated","next_check":"2026-12-04","notes":["01934f2a-6c00-7000-8000-000000000006"],"outcome":"On its way","person":"01934f2a-6c00-7000-8000-000000000002","seen_myself":true,"state":"following","title":"Change records"}"#,
    r#"{"answer":"Agreed.","answered_on":"2026-11-23","at":"2026-11-20T15:00:00","differences":"How late it was.","id":"01934f2a-6c00-7000-8000-000000000018","outcome":"A checklist.","participants":[{"part":"manager","person":"01934f2a-6c00-7000-8000-000000000001","name":"Marta Oyelaran"},{"part":"employee","person":"01934f2a-6c00-7000-8000-000000000002","name":"Deniz Kayalı"},{"part":"hr","person":null,"name":"Ines Prado"}],"person":"01934f2a-6c00-7000-8000-000000000002","response_due":"2026-11-24","talks":["01934f2a-6c00-7000-8000-000000000017"]}"#,
    r#"{"found":"better","id":"01934f2a-6c00-7000-8000-000000000019","on":"2026-11-27","said_aloud":"Told them so.","talk":"01934f2a-6c00-7000-8000-000000000017","text":"All on time."}"#,
    r#"{"answer":"It does.","answered_on":"2026-11-28","asked_on":"2026-11-27","from":"Sam Nakai","id":"01934f2a-6c00-7000-8000-00000000001a","person":"01934f2a-6c00-7000-8000-000000000001","question":"Does it work?","talk":"01934f2a-6c00-7000-8000-000000000017","told_on":"2026-11-30"}"#,
    r#"{"advice":"The two of you.","id":"01934f2a-6c00-7000-8000-00000000001b","on":"2026-11-19","part":"sounding_board","question":"Who should be there?","talk":"01934f2a-6c00-7000-8000-000000000017","who":"Ines Prado"}"#,
    r#"{"asked":"{\"query\":\"drill\"}","id":"01934f2a-6c00-7000-8000-00000000001c","name":"Drills"}"#,
    r#"{"because":"A question","id":"01934f2a-6c00-7000-8000-00000000001d","mark":"0f0f","on":"2026-11-03","record":"01934f2a-6c00-7000-8000-000000000006","rule":"hedge"}"#,
];

/// Every line of format 4.
fn format_4() -> Vec<&'static str> {
    let mut lines = format_3();
    for (at, line) in FORMAT_4_CHANGED {
        lines[at] = line;
    }
    let attachment = lines.pop();
    lines.extend(FORMAT_4_NEW);
    lines.extend(attachment);
    lines
}

/// What came with format 5 is, in a folder of format 4, as if it had never been said: a review is a draft.
fn as_format_4_knew_it(record: Record) -> Option<Record> {
    Some(match record {
        Record::Review(review) => Record::Review(Review {
            text: review.text,
            ..Review::begun(review.id, review.person, review.cycle)
        }),
        Record::ReviewCycle(_)
        | Record::Point(_)
        | Record::SelfReview(_)
        | Record::PeerInput(_)
        | Record::ReviewVersion(_)
        | Record::Signature(_) => return None,
        other => other,
    })
}

#[test]
fn the_bytes_of_format_4_stay_readable() {
    let (known, lines) = (known(&[as_format_5_knew_it, as_format_4_knew_it]), format_4());
    assert_eq!(known.len(), lines.len());
    for (record, line) in known.into_iter().zip(lines) {
        assert_eq!(from_line(record.noun(), line).expect("a record"), record);
    }
}

/// What format 5 says otherwise: where a review stands, and the times around the talk about it,
const FORMAT_5_REVIEW: &str = r#"{"accepted_at":"2026-12-18T08:00:00Z","closed_at":"2026-12-18T09:00:00.500Z","cycle":"2026","discussion":{"held_at":"2026-12-16T14:00:00Z","planned_at":"2026-12-16T13:00:00Z","second_at":"2026-12-17T15:00:00Z","second_held_at":"2026-12-17T16:00:00Z","second_wanted_by":"employee","shared_at":"2026-12-14T12:00:00Z"},"id":"01934f2a-6c00-7000-8000-000000000008","person":"01934f2a-6c00-7000-8000-000000000002","reviewer":"01934f2a-6c00-7000-8000-000000000001","seconds":5400,"state":"follow_up","text":"A good year."}"#;
/// and reviews have points, self reviews, words of others, versions and signatures, and stand in cycles.
const FORMAT_5_NEW: [&str; 6] = [
    r#"{"discuss_by":"2026-12-16","from":"2026-01-01","id":"01934f2a-6c00-7000-8000-00000000001e","name":"2026","self_review_by":"2026-11-20","share_by":"2026-12-04","sign_by":"2026-12-22","until":"2026-12-31"}"#,
    r#"{"answer":"It was.","author":"employee","disagreement":"Sees the pace otherwise.","id":"01934f2a-6c00-7000-8000-00000000001f","is_agreed":true,"is_parked":true,"is_soft":true,"is_touchy":true,"marked":"praise","message":"Led the drill","of":"self_review","place":2,"question":"Was it enough?","review":"01934f2a-6c00-7000-8000-000000000008","section":"went_well","text":"Calm at night [2 Nov](inglenook:note/01934f2a-6c00-7000-8000-000000000006)."}"#,
    r#"{"handed_in_on":"2026-11-19","id":"01934f2a-6c00-7000-8000-000000000020","note":"Say more about spring.","returns":1,"review":"01934f2a-6c00-7000-8000-000000000008","state":"returned"}"#,
    r#"{"approved":"abababababababababababababababababababababababababababababababab","asked_on":"2026-11-10","author":"Sam Nakai","id":"01934f2a-6c00-7000-8000-000000000021","notes":"On the phone.","person":"01934f2a-6c00-7000-8000-000000000001","relation":"partner","review":"01934f2a-6c00-7000-8000-000000000008","state":"approved","team":"Billing","words":"Answers within the hour."}"#,
    r#"{"content":"{}","id":"01934f2a-6c00-7000-8000-000000000022","made_at":"2026-12-14T12:00:00Z","number":2,"reason":"final","review":"01934f2a-6c00-7000-8000-000000000008"}"#,
    r#"{"id":"01934f2a-6c00-7000-8000-000000000023","name":"Deniz Kayalı","part":"employee","proof":{"key":"0101010101010101010101010101010101010101010101010101010101010101","signature":"fefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefe"},"signed_at":"2026-12-18T09:00:00Z","version":"01934f2a-6c00-7000-8000-000000000022"}"#,
];

/// Every line of format 5.
fn format_5() -> Vec<&'static str> {
    let mut lines = format_4();
    lines[7] = FORMAT_5_REVIEW;
    let attachment = lines.pop();
    lines.extend(FORMAT_5_NEW);
    lines.extend(attachment);
    lines
}

/// What came with format 6 is, in a folder of format 5, as if it had never been said.
fn as_format_5_knew_it(record: Record) -> Option<Record> {
    Some(match record {
        Record::Plan(_) | Record::PlanEntry(_) | Record::PlanText(_) | Record::WorkImport(_) => return None,
        other => other,
    })
}

#[test]
fn the_bytes_of_format_5_stay_readable() {
    let (known, lines) = (known(&[as_format_5_knew_it]), format_5());
    assert_eq!(known.len(), lines.len());
    for (record, line) in known.into_iter().zip(lines) {
        assert_eq!(from_line(record.noun(), line).expect("a record"), record);
    }
}

/// Format 6 has headcount plans. How each kind of entry is written is pinned with the entries.
const FORMAT_6_NEW: [&str; 4] = [
    r#"{"baseline":"01934f2a-6c00-7000-8000-000000000063","before":"01934f2a-6c00-7000-8000-000000000062","id":"01934f2a-6c00-7000-8000-000000000025","known_until":"2028-05","months":24,"name":"Interns first","organisation":"Live services","realistic":{"is":"not_realistic","because":"Two recruiters"},"review_by":"2027-02-01","starts":"2026-11","state":"presented","suits":{"is":"partly","because":"Few juniors"},"unasked_because":"No customer yet","version":2}"#,
    r#"{"entry":{"is":"assumption","key":"attrition","value":0.1,"source":"HR, 2026"},"id":"01934f2a-6c00-7000-8000-000000000026","plan":"01934f2a-6c00-7000-8000-000000000025"}"#,
    r#"{"at":"2026-11-28T09:00:00.250Z","empty_because":"","id":"01934f2a-6c00-7000-8000-000000000027","owner":"Ines","place":{"answer":"infrastructure"},"plan":"01934f2a-6c00-7000-8000-000000000025","text":"[3](figure:gap/24/all) desks."}"#,
    r#"{"id":"01934f2a-6c00-7000-8000-000000000028","name":"tickets.csv","on":"2026-11-28","plan":"01934f2a-6c00-7000-8000-000000000025","slices":[{"team":"Live","person":"01934f2a-6c00-7000-8000-000000000063","month":"2026-10","kind":"toil","level_needed":"junior","hours":12.5,"belongs_here":false}]}"#,
];

/// Every line of format 6.
fn format_6() -> Vec<&'static str> {
    let mut lines = format_5();
    let attachment = lines.pop();
    lines.extend(FORMAT_6_NEW);
    lines.extend(attachment);
    lines
}

#[test]
fn the_bytes_of_format_6_stay_readable_and_stay_the_same() {
    let lines = format_6();
    assert_eq!(one_of_each().len(), lines.len());
    for (record, line) in one_of_each().into_iter().zip(lines) {
        assert_eq!(to_line(record.clone()).expect("a line"), line);
        assert_eq!(from_line(record.noun(), line).expect("a record"), record);
    }
}
