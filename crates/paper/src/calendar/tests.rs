#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use domain::PersonId;
use domain::workday::Zone;

use super::*;

fn here() -> Zone {
    Zone::named("America/Vancouver").expect("a zone")
}

fn today() -> NaiveDate {
    "2026-11-19".parse().expect("a day")
}

fn at(text: &str) -> NaiveDateTime {
    text.parse().expect("a time")
}

/// A calendar of one event with these lines.
fn one(lines: &str) -> Calendar {
    read(&format!("BEGIN:VEVENT\nUID:one\nSUMMARY:One\n{lines}\nEND:VEVENT"))
}

fn read(events: &str) -> Calendar {
    let file = format!("BEGIN:VCALENDAR\nVERSION:2.0\n{events}\nEND:VCALENDAR\n");
    read_calendar(file.as_bytes(), &here(), today()).expect("a calendar")
}

fn sheet() -> CalendarSheet {
    let series = EventSheet {
        uid: "series@inglenook".into(),
        summary: "1:1".into(),
        starts: at("2026-11-19T15:00:00"),
        zone: "Europe/Lisbon".into(),
        minutes: 30,
        sequence: 0,
        is_cancelled: false,
        every_days: Some(14),
        ends_on: Some("2027-06-30".parse().unwrap()),
        cancelled: vec![at("2026-12-31T15:00:00")],
        moved: vec![Moved {
            slot: at("2026-12-03T15:00:00"),
            starts: at("2026-12-04T09:30:00"),
            minutes: 75,
        }],
    };
    let single = EventSheet {
        uid: "single, with; signs\\@inglenook".into(),
        summary: format!("1:1 with Söze, Keyser; “the” \\ one, {}", "änd sö ön ".repeat(12).trim()),
        starts: at("2026-11-20T10:00:00"),
        zone: String::new(),
        minutes: 45,
        sequence: 2,
        every_days: None,
        ends_on: None,
        cancelled: vec![],
        moved: vec![],
        is_cancelled: false,
    };
    let daily = EventSheet {
        uid: "ten".into(),
        zone: String::new(),
        every_days: Some(10),
        ends_on: None,
        cancelled: vec![],
        moved: vec![],
        ..series.clone()
    };
    let gone = EventSheet { uid: "gone".into(), is_cancelled: true, ..single.clone() };
    CalendarSheet {
        made_at: "2026-11-19T20:00:00Z".parse().unwrap(),
        here: here(),
        events: vec![series, single, daily, gone],
    }
}

#[test]
fn days_off_that_come_every_year_are_taken_around_today() {
    let calendar = one("DTSTART;VALUE=DATE:20151224\nDTEND;VALUE=DATE:20151226\nRRULE:FREQ=YEARLY\n\
         EXDATE;VALUE=DATE:20271224\nSUMMARY:Feast of fires");
    let days: Vec<_> = calendar.events.iter().map(|event| (&event.when, event.series.is_none())).collect();
    let on = |day: &str| When::Days { from: day.parse().expect("a day"), count: 2 };
    assert_eq!(days, [(&on("2025-12-24"), true), (&on("2026-12-24"), true), (&on("2028-12-24"), true)]);
    let names: std::collections::HashSet<&str> =
        calendar.events.iter().map(|event| event.uid.as_str()).collect();
    assert_eq!(names.len(), 3, "each is known by a name of its own");
    assert!(calendar.unused.is_empty(), "{calendar:?}");
}

#[test]
fn what_goes_out_comes_back_the_same() {
    let text = make_calendar(&sheet());
    assert!(text.lines().all(|line| line.len() <= 75), "{text}");
    assert!(text.split("\r\n").all(|line| !line.contains('\n')), "every line ends with CR LF");
    assert!(text.contains("\r\n "), "the long title is folded");
    assert_eq!(text.matches("BEGIN:VTIMEZONE").count(), 2);
    let calendar = read_calendar(text.as_bytes(), &here(), today()).expect("a calendar");
    let [series, single, daily] = &calendar.events[..] else { panic!("{calendar:?}") };
    assert_eq!(
        series.when,
        When::At { starts: at("2026-11-19T15:00:00"), zone: "Europe/Lisbon".into(), minutes: 30 }
    );
    let sheet = sheet();
    let expected = Series {
        every_days: 14,
        ends_on: "2027-06-30".parse().ok(),
        cancelled: sheet.events[0].cancelled.clone(),
        moved: sheet.events[0].moved.clone(),
    };
    assert_eq!(series.series.as_ref(), Some(&expected));
    assert_eq!((&single.summary, &single.series), (&sheet.events[1].summary, &None));
    assert_eq!(daily.series.as_ref().map(|series| series.every_days), Some(10));
    let When::At { zone, .. } = &daily.when else { panic!("a time") };
    assert_eq!(zone, "America/Vancouver");
    let unused: Vec<_> = calendar.unused.iter().map(|unused| unused.said.rule).collect();
    assert_eq!(unused, ["calendar.cancelled"]);
}

#[test]
fn a_clock_without_a_name_goes_out_in_greenwich_time() {
    let sheet = CalendarSheet { here: Zone::ahead_by(-8 * 3600), ..sheet() };
    let text = make_calendar(&sheet);
    assert!(text.contains("DTSTART:20261120T180000Z"), "{text}");
    let calendar = read_calendar(text.as_bytes(), &sheet.here, today()).expect("a calendar");
    let When::At { starts, zone, .. } = &calendar.events[1].when else { panic!("a time") };
    assert_eq!((*starts, zone.as_str()), (at("2026-11-20T18:00:00"), "UTC"));
}

#[test]
fn what_nothing_can_be_made_of_is_named_with_its_reason() {
    for (lines, rule) in [
        ("DTSTART;TZID=Middle Earth:20261119T150000", "calendar.zone"),
        ("DTSTART:2026-11-19", "calendar.no_start"),
        ("DTSTART:99991119T150000", "calendar.no_start"),
        ("SUMMARY:No start", "calendar.no_start"),
        ("DTSTART:20261119T150000\nDTEND:20261119T140000", "calendar.minutes"),
        ("DTSTART:20261119T150000\nDTEND:20261119T150500", "calendar.minutes"),
        ("DTSTART:20261119T150000\nDURATION:PT9H", "calendar.minutes"),
        ("DTSTART:20261119T150000\nDURATION:soon", "calendar.minutes"),
        ("DTSTART:20261119T150000\nRRULE:FREQ=MONTHLY", "calendar.rule"),
        ("DTSTART:20261119T150000\nRRULE:FREQ=WEEKLY;BYDAY=MO,TH", "calendar.rule"),
        ("DTSTART:20261119T150000\nRRULE:FREQ=WEEKLY\nRDATE:20261121T150000", "calendar.rule"),
        ("DTSTART:20261119T150000\nRRULE:FREQ=WEEKLY\nRRULE:FREQ=DAILY", "calendar.rule"),
        ("DTSTART;VALUE=DATE:20261224\nRRULE:FREQ=MONTHLY", "calendar.days_repeat"),
        ("DTSTART;VALUE=DATE:20261224\nRRULE:FREQ=YEARLY\nRDATE;VALUE=DATE:20270301", "calendar.days_repeat"),
        ("DTSTART;VALUE=DATE:20101224\nRRULE:FREQ=YEARLY;UNTIL=20141224", "calendar.days_far"),
        ("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20270224", "calendar.days"),
        ("DTSTART:20261119T150000\nSTATUS:CANCELLED", "calendar.cancelled"),
        ("DTSTART:20261119T150000\nRECURRENCE-ID:20261119T140000", "calendar.move_nowhere"),
        ("DTSTART:20261119T150000\nBEGIN:VEVENT", "calendar.broken"),
    ] {
        let calendar = one(lines);
        let first = calendar.unused.first().unwrap_or_else(|| panic!("{lines}: {calendar:?}"));
        assert_eq!((first.said.rule, first.line), (rule, 3), "{lines}");
        assert!(first.said.sentence.ends_with('.') && calendar.events.is_empty(), "{lines}: {calendar:?}");
    }
    let broken = read("BEGIN:VEVENT\nUID:a\nBEGIN:VEVENT\nUID:b\nDTSTART:20261119T150000\nEND:VEVENT");
    assert_eq!((broken.unused.len(), broken.events.len()), (1, 1), "the one after is whole");
    for no_calendar in ["", "hello", "BEGIN:VCARD\nEND:VCARD", "\u{0}\u{1}"] {
        let fault = read_calendar(no_calendar.as_bytes(), &here(), today()).expect_err("no calendar");
        assert!(fault.next().is_some_and(|next| next.contains(".ics")), "{fault:?}");
    }
}

#[test]
fn a_series_is_brought_together_in_whatever_order_the_file_has_it() {
    let moved = |slot: &str, starts: &str| {
        format!(
            "BEGIN:VEVENT\nUID:s\nRECURRENCE-ID{slot}\nDTSTART;TZID=Europe/Lisbon:{starts}\nDURATION:PT1H\nEND:VEVENT"
        )
    };
    let head = "BEGIN:VEVENT\nUID:s\nDTSTART;TZID=Europe/Lisbon:20261119T150000\nDURATION:PT30M\n\
                RRULE:FREQ=WEEKLY;COUNT=10\nEXDATE;TZID=Europe/Lisbon:20261203T150000,20261204T150000\nEND:VEVENT";
    let first = moved(";TZID=Europe/Lisbon:20261126T150000", "20261127T100000");
    // The same slot in Greenwich's time, and by its day.
    let in_utc = moved(":20261210T150000Z", "20261210T160000");
    let by_day = moved(";VALUE=DATE:20261217", "20261216T150000");
    let before = moved(";TZID=Europe/Lisbon:20261112T150000", "20261113T150000");
    let beside = moved(";TZID=Europe/Lisbon:20261127T150000", "20261128T150000");
    let calendar = read(&[first.as_str(), &before, head, &in_utc, &by_day, &beside, head].join("\n"));
    let series = calendar.events[0].series.as_ref().expect("a series");
    let starts: Vec<_> = series.moved.iter().map(|moved| (moved.slot, moved.starts)).collect();
    assert_eq!(
        starts,
        [
            (at("2026-11-26T15:00:00"), at("2026-11-27T10:00:00")),
            (at("2026-12-10T15:00:00"), at("2026-12-10T16:00:00")),
            (at("2026-12-17T15:00:00"), at("2026-12-16T15:00:00"))
        ]
    );
    assert_eq!(series.cancelled, [at("2026-12-03T15:00:00")], "one that is no slot takes nothing away");
    assert_eq!(series.ends_on, "2027-01-21".parse().ok());
    let unused: Vec<_> = calendar.unused.iter().map(|unused| unused.said.rule).collect();
    assert_eq!(unused, ["calendar.twice", "calendar.move_before", "calendar.move_nowhere"]);
}

#[test]
fn a_time_that_the_clocks_leave_out_is_told_and_days_off_are_counted() {
    let calendar = one("DTSTART;TZID=Europe/Lisbon:20270328T013000\nDURATION:PT30M");
    let rules: Vec<_> = calendar.events[0].notes.iter().map(|said| said.rule).collect();
    assert_eq!(rules, ["calendar.missing_hour"]);
    let calendar = one("DTSTART:20261119T150000");
    let rules: Vec<_> = calendar.events[0].notes.iter().map(|said| said.rule).collect();
    assert_eq!(rules, ["calendar.no_end"]);
    for (lines, count) in [
        ("DTSTART;VALUE=DATE:20261224", 1),
        ("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227", 3),
        ("DTSTART;VALUE=DATE:20261224\nDURATION:P2D", 2),
        // One of these days has 23 hours.
        ("DTSTART;VALUE=DATE:20270313\nDTEND;VALUE=DATE:20270315", 2),
    ] {
        let from = one(lines).events[0].when.clone();
        assert!(matches!(from, When::Days { count: found, .. } if found == count), "{lines}: {from:?}");
    }
}

#[test]
fn people_are_found_by_address_and_else_by_name() {
    let (maya, tom, thomas) = (PersonId::make(), PersonId::make(), PersonId::make());
    let known = Known::new(
        ("Dana Castellan", "dana@example.org"),
        [
            (maya, "Maya Okafor", "Maya.Okafor@example.org"),
            (tom, "Tomás Lindqvist", ""),
            (thomas, "Tomas Berg", "tb@example.org"),
        ],
    );
    let guest = |text: &str| format!("ATTENDEE;{text}");
    let me = "ORGANIZER:mailto:dana@example.org";
    for (summary, guests, expected) in [
        ("1:1", vec![me.into(), guest("CN=M:mailto:maya.okafor@EXAMPLE.org")], Ok(maya)),
        ("1:1 with Tomás Lindqvist", vec![], Ok(tom)),
        ("Dana / Maya", vec![], Ok(maya)),
        ("Tomas and I", vec![], Err("calendar.nobody")),
        ("Catch up", vec![me.into(), guest("CN=Tomas Lindqvist:invalid:nomail")], Ok(tom)),
        ("Catch up", vec![guest("CN=Somebody:invalid:nomail")], Err("calendar.no_address")),
        ("Catch up", vec![me.into(), guest("CN=Zora:mailto:zora@example.org")], Err("calendar.nobody")),
        (
            "Maya",
            vec![me.into(), guest("X=1:mailto:maya.okafor@example.org"), guest("X=1:mailto:b@example.org")],
            Err("calendar.several"),
        ),
        (
            "Room and Maya",
            vec![
                me.into(),
                guest("X=1:mailto:maya.okafor@example.org"),
                guest("CUTYPE=ROOM:mailto:b@example.org"),
            ],
            Ok(maya),
        ),
        (
            "Staff",
            vec![guest("X=1:mailto:maya.okafor@example.org"), guest("X=1:mailto:tb@example.org")],
            Err("calendar.several"),
        ),
        ("Dentist", vec![], Err("calendar.nobody")),
        ("Mayabelle", vec![], Err("calendar.nobody")),
    ] {
        let lines = format!("SUMMARY:{summary}\nDTSTART:20261119T150000\n{}", guests.join("\n"));
        let calendar = read(&format!("BEGIN:VEVENT\nUID:a\n{lines}\nEND:VEVENT"));
        let found = match match_person(&calendar.events[0], &known) {
            Match::One(id) => Ok(id),
            Match::None(said) => Err(said.rule),
        };
        assert_eq!(found, expected, "{lines}");
    }
}

#[test]
fn twenty_megabytes_of_broken_lines_end() {
    let mut file = b"BEGIN:VCALENDAR\r\n".to_vec();
    let junk: [&[u8]; 7] = [
        b"BEGIN:VEVENT\r\nDTSTART;TZID=\"open:20261119T150000\r\n",
        b" folded and folded again \xff\xfe\r\n",
        b"BEGIN:VALARM\r\nBEGIN:VALARM\r\n",
        b"RRULE:FREQ=WEEKLY;INTERVAL=99999999999999999999;COUNT=4294967295\r\n",
        b"EXDATE:20261119T150000,20261119T150000,,,,,,,,,,,,,,,,,\r\n",
        b"\r\n\r\n:::;;;===\r\n",
        b"ATTENDEE;CN=x:mailto:@\r\n",
    ];
    while file.len() < 20 * 1024 * 1024 {
        for line in junk {
            file.extend_from_slice(line);
        }
    }
    let calendar = read_calendar(&file, &here(), today()).expect("a calendar");
    assert!(calendar.events.is_empty());
    assert_eq!(calendar.unused.len(), 500);
    assert_eq!(calendar.more_unused, 19_501, "what was open when it stopped is one more");
    // One event without an end, all of it one line.
    let mut long = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261119T150000\nSUMMARY:".to_vec();
    while long.len() < 20 * 1024 * 1024 {
        long.extend_from_slice(b"x\n ");
    }
    let calendar = read_calendar(&long, &here(), today()).expect("a calendar");
    assert_eq!(calendar.unused.first().map(|unused| unused.said.rule), Some("calendar.broken"));
    assert_eq!(calendar.unused[0].summary.chars().count(), 200);
}

#[test]
fn an_event_without_a_name_is_known_by_its_time_and_title() {
    let nameless = "BEGIN:VEVENT\nSUMMARY:Ours\nDTSTART:20261119T150000\nEND:VEVENT";
    let other = "BEGIN:VEVENT\nUID:\u{7} \nSUMMARY:Ours\nDTSTART:20261120T150000\nEND:VEVENT";
    let calendar = read(&[nameless, other, nameless].join("\n"));
    let uids: Vec<_> = calendar.events.iter().map(|event| event.uid.as_str()).collect();
    assert_eq!(uids, ["20261119T150000 Ours", "20261120T150000 Ours"]);
    assert_eq!(calendar.unused.first().map(|unused| unused.said.rule), Some("calendar.twice"));
}

proptest::proptest! {
    #[test]
    fn no_bytes_bring_it_down(bytes: Vec<u8>, lines in proptest::collection::vec(
        "(BEGIN:VEVENT|END:VEVENT|DTSTART|DTEND|RRULE|EXDATE|RECURRENCE-ID|UID:a|DURATION)[;:][A-Z0-9;=,:TZ/-]{0,24}", 0..40,
    )) {
        let mut file = b"BEGIN:VCALENDAR\n".to_vec();
        file.extend_from_slice(lines.join("\n").as_bytes());
        file.extend_from_slice(&bytes);
        let _ = read_calendar(&file, &here(), today());
    }
}
