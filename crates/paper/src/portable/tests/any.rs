//! Any record at all comes back as it was.

use super::*;

fn days() -> impl Strategy<Value = NaiveDate> {
    (0_u64..110_000).prop_map(|days| day("1900-01-01") + Days::new(days))
}

fn instants() -> impl Strategy<Value = DateTime<Utc>> {
    (-2_000_000_000_000_i64..9_000_000_000_000, 0_i64..1_000_000).prop_map(|(millis, nanos)| {
        DateTime::UNIX_EPOCH + TimeDelta::milliseconds(millis) + TimeDelta::nanoseconds(nanos)
    })
}

fn wall_times() -> impl Strategy<Value = NaiveDateTime> {
    instants().prop_map(|instant| instant.naive_utc())
}

fn lines() -> impl Strategy<Value = String> {
    "[^\\p{Cc}]{0,20}"
}

fn words() -> impl Strategy<Value = String> {
    "[a-zé🦊\"\\\\]{1,10}"
}

fn ids() -> impl Strategy<Value = Uuid> {
    any::<u128>().prop_map(Uuid::from_u128)
}

fn people() -> impl Strategy<Value = Record> {
    let texts = (words(), lines(), lines(), lines(), lines(), "[^\0]{0,60}");
    let skill = (words(), 1_u8..=5).prop_map(|(name, level)| Skill { name, level });
    let closed = (
        select(&Relation::ALL[1..]),
        select(vec![Employment::Employee, Employment::Contractor, Employment::Intern]),
    );
    let rest = (prop::option::of(days()), prop::option::of(0_u64..4000), prop::collection::vec(skill, 0..4));
    (ids(), prop::option::of(ids()), texts, closed, rest).prop_map(
        |(
            id,
            manager,
            (name, role, team, email, phone, about),
            (relation, employment),
            (start, stay, skills),
        )| {
            Record::Person(Person {
                role,
                level: team.clone(),
                site: phone.clone(),
                team,
                manager: manager.filter(|manager| *manager != id).map(PersonId),
                employment,
                started_on: start,
                left_on: start.and_then(|start| Some(start + Days::new(stay?))),
                email,
                phone,
                skills,
                about,
                ..Person::named(PersonId(id), name, relation)
            })
        },
    )
}

fn meetings() -> impl Strategy<Value = Record> {
    let times = (wall_times(), prop::option::of(instants()), prop::option::of(instants()));
    (
        ids(),
        ids(),
        prop::option::of(ids()),
        times,
        10_u32..=480,
        select(&MeetingState::ALL[..]),
        lines(),
        lines(),
    )
        .prop_map(|(id, person, from, (starts, began_at, ended_at), minutes, state, reason, zone)| {
            Record::OneOnOne(Meeting {
                zone,
                state,
                reason,
                moved_from: from.map(MeetingId),
                began_at,
                ended_at,
                submitted_at: began_at,
                notes_sent_at: ended_at,
                slot: began_at.map(|at| at.naive_utc()),
                same_mine: minutes % 2 == 0,
                ..Meeting::planned(MeetingId(id), PersonId(person), starts, minutes)
            })
        })
}

fn other_nouns() -> impl Strategy<Value = Record> {
    use SectionKind as Kind;
    let kinds = select(vec![
        Kind::Goals,
        Kind::Opportunities,
        Kind::Status,
        Kind::Learning,
        Kind::Needs,
        Kind::Extra,
    ]);
    let goal_states = select(vec![
        GoalState::Proposed,
        GoalState::Endorsed,
        GoalState::Active,
        GoalState::Achieved,
        GoalState::PartlyAchieved,
        GoalState::Missed,
        GoalState::Dropped,
    ]);
    let polarities = select(vec![Polarity::Praise, Polarity::Constructive]);
    let note_kinds =
        select(vec![NoteKind::Delivery, NoteKind::Leadership, NoteKind::Difficulty, NoteKind::Other]);
    let action_states = select(vec![ActionState::Open, ActionState::Done, ActionState::Dropped]);
    let text = || "[^\0]{0,60}";
    prop_oneof![
        (ids(), ids(), any::<u32>(), kinds, lines(), text()).prop_map(
            |(id, meeting, place, kind, title, text)| {
                Record::Section(Section {
                    id: SectionId(id),
                    meeting: MeetingId(meeting),
                    place,
                    kind,
                    title,
                    text,
                    brief: place % 2 == 0,
                    ranges: Range::ALL.into_iter().filter(|_| place % 3 == 0).collect(),
                    is_talked: place % 5 == 0,
                })
            }
        ),
        (ids(), ids(), text()).prop_map(|(id, meeting, text)| {
            Record::Margin(Margin::beside(MarginId(id), MeetingId(meeting), text))
        }),
        (
            ids(),
            ids(),
            polarities,
            note_kinds,
            words(),
            (days(), prop::option::of(0_u64..900), any::<bool>())
        )
            .prop_map(|(id, person, polarity, kind, text, (on, raised, dismissed))| {
                let raised_on = raised.map(|days| on + Days::new(days));
                let note = Note::line(NoteId(id), PersonId(person), polarity, text, on);
                Record::Note(Note { kind, raised_on, dismissed, ..note })
            }),
        (ids(), ids(), words(), text(), prop::option::of(days()), goal_states).prop_map(
            |(id, person, title, text, due, state)| {
                Record::Goal(Goal { text, due, state, ..Goal::named(GoalId(id), PersonId(person), title) })
            }
        ),
        (ids(), ids(), words(), text()).prop_map(|(id, person, cycle, text)| {
            Record::Review(Review { text, ..Review::begun(ReviewId(id), PersonId(person), cycle) })
        }),
        (
            ids(),
            ids(),
            ids(),
            prop::option::of(ids()),
            words(),
            (prop::option::of(days()), days()),
            action_states,
            words()
        )
            .prop_map(|(id, about, owner, meeting, text, (due, since), state, dropped_because)| {
                Record::Action(Action {
                    id: ActionId(id),
                    about: PersonId(about),
                    owner: PersonId(owner),
                    meeting: meeting.map(MeetingId),
                    text,
                    due,
                    since,
                    state,
                    dropped_because,
                    talk: None,
                    author: None,
                })
            }),
        (ids(), ids(), words(), 0_u64..1000, any::<[u8; 32]>(), instants()).prop_map(
            |(id, record, name, bytes, sha256, added_at)| {
                let name = name.replace('\\', "x");
                Record::Attachment(Attachment {
                    id: AttachmentId(id),
                    record: RecordId(record),
                    name,
                    bytes,
                    sha256,
                    added_at,
                })
            }
        ),
    ]
}

fn reviews() -> impl Strategy<Value = Record> {
    let at = || prop::option::of(instants());
    let times = (at(), at(), at(), at(), at(), at(), any::<bool>());
    let text = || "[^\0]{0,60}";
    prop_oneof![
        (ids(), ids(), words(), text(), select(&ReviewState::ALL[..]), times, any::<u32>()).prop_map(
            |(id, person, cycle, text, state, (one, two, three, four, five, six, wanted), seconds)| {
                Record::Review(Review {
                    text,
                    reviewer: wanted.then_some(PersonId(person)),
                    state,
                    discussion: Discussion {
                        shared_at: one,
                        planned_at: two,
                        held_at: three,
                        second_wanted_by: wanted.then_some(PointAuthor::Employee),
                        second_at: four,
                        second_held_at: five,
                    },
                    accepted_at: six,
                    closed_at: one,
                    seconds,
                    ..Review::begun(ReviewId(id), PersonId(person), cycle)
                })
            }
        ),
        (ids(), ids(), words(), text(), select(&ReviewSection::ALL[..]), any::<[bool; 5]>(), any::<u32>())
            .prop_map(|(id, review, message, text, section, [own, soft, touchy, parked, agreed], place)| {
                Record::Point(Point {
                    id: PointId(id),
                    review: ReviewId(review),
                    of: if own { ReviewText::SelfReview } else { ReviewText::Review },
                    section,
                    place,
                    marked: touchy.then_some(Polarity::Constructive),
                    is_soft: soft,
                    is_touchy: touchy,
                    message: message.clone(),
                    text: text.clone(),
                    author: if own { PointAuthor::Employee } else { PointAuthor::Manager },
                    question: message.clone(),
                    answer: text,
                    is_parked: parked,
                    disagreement: message,
                    is_agreed: agreed,
                })
            }),
        (ids(), ids(), words(), words(), select(&InputState::ALL[..]), prop::option::of(any::<[u8; 32]>()))
            .prop_map(|(id, review, author, words, state, approved)| {
                Record::PeerInput(PeerInput {
                    id: PeerInputId(id),
                    review: ReviewId(review),
                    author: author.clone(),
                    person: approved.map(|_| PersonId(review)),
                    relation: Relation::Peer,
                    team: author,
                    state,
                    asked_on: day("2026-11-10"),
                    notes: words.clone(),
                    words,
                    approved: approved.map(WordsHash),
                })
            }),
        (ids(), ids(), words(), instants(), prop::option::of((any::<[u8; 32]>(), any::<[u8; 32]>())))
            .prop_map(|(id, version, name, signed_at, proof)| {
                Record::Signature(Signature {
                    id: SignatureId(id),
                    version: ReviewVersionId(version),
                    part: PointAuthor::Manager,
                    name,
                    signed_at,
                    proof: proof.map(|(key, half)| {
                        let mut signature = [0; 64];
                        signature[..32].copy_from_slice(&half);
                        Proof { key, signature }
                    }),
                })
            }),
    ]
}

fn plans() -> impl Strategy<Value = Record> {
    let numbers = || prop::num::f64::POSITIVE | prop::num::f64::SUBNORMAL | prop::num::f64::ZERO;
    prop_oneof![
        (ids(), ids(), words(), 0.0_f64..=0.95).prop_map(|(id, plan, source, value)| {
            let entry =
                headcount::Entry::Assumption(Assumption { key: AssumptionKey::Attrition, value, source });
            Record::PlanEntry(PlanEntry { id: PlanEntryId(id), plan: PlanId(plan), entry })
        }),
        (ids(), ids(), words(), prop::collection::vec((words(), numbers()), 0..4)).prop_map(
            |(id, plan, name, slices)| {
                let slice = |(team, hours): (String, f64)| LoadSlice {
                    level_needed: team.clone(),
                    team,
                    person: None,
                    month: "2026-10".parse().expect("a month"),
                    kind: LoadKind::Toil,
                    hours,
                    belongs_here: hours > 1.0,
                };
                Record::WorkImport(WorkImport {
                    id: WorkImportId(id),
                    plan: PlanId(plan),
                    name,
                    on: day("2026-11-28"),
                    slices: slices.into_iter().map(slice).collect(),
                })
            }
        ),
    ]
}

proptest! {
    #[test]
    fn any_records_come_back_as_they_were(
        records in prop::collection::vec(prop_oneof![people(), meetings(), other_nouns(), reviews(), plans()], 0..24),
    ) {
        let mut records = records;
        records.sort_by_key(|record| (record.noun(), record.id()));
        let folder = write(&records);
        let read = folder.read().expect("records");
        prop_assert_eq!(&read, &records);
        prop_assert_eq!(write(&read), folder);
    }

    #[test]
    fn any_bytes_are_records_or_a_fault(bytes in prop::collection::vec(any::<u8>(), 0..200), noun in select(&Noun::ALL[..])) {
        let folder = write(&one_of_each());
        let path = super::path::records(noun);
        let mut damaged = folder.0.borrow()[&path].clone();
        let at = bytes.len() % damaged.len();
        damaged.splice(at.., bytes);
        folder.set(&path, damaged);
        // Either the damage hit nothing that matters, or the fault names the file.
        if let Err(fault) = folder.read() {
            prop_assert!(fault.to_string().contains(&path), "{}", fault);
        }
    }
}
