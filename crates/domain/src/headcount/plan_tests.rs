use super::super::month::month;
use super::*;

fn plan() -> Plan {
    Plan::begun(PlanId::make(), "Live services", month("2026-11"))
}

fn answers() -> Vec<Answer> {
    PlanQuestion::ALL
        .iter()
        .map(|&question| Answer {
            question,
            text: "As the page shows.".into(),
            empty_because: String::new(),
            owner: if question.needs_owner() { "Ruth".into() } else { String::new() },
            at: "2026-11-28T08:00:00Z".parse().expect("a time"),
        })
        .collect()
}

fn asked(kinds: &[ContributorKind]) -> Vec<Contributor> {
    let on = "2026-11-20".parse().expect("a day");
    kinds.iter().map(|&kind| Contributor { name: "Ada".into(), kind, on }).collect()
}

const BOTH: &[ContributorKind] = &[ContributorKind::Peer, ContributorKind::Customer];

#[test]
fn f_2_a_plan_takes_one_step_at_a_time() {
    use PlanState::{Agreed, Consulted, Documented, Draft, Presented, Refused, Superseded};
    let allowed = [
        (Draft, Consulted),
        (Consulted, Documented),
        (Consulted, Draft),
        (Documented, Presented),
        (Documented, Draft),
        (Presented, Agreed),
        (Presented, Refused),
        (Agreed, Superseded),
        (Refused, Superseded),
    ];
    for from in PlanState::ALL {
        for to in PlanState::ALL {
            let suits = Some(Verdict { is: Suits::Partly, because: "Nights are thin.".into() });
            let moved = Plan { state: from, suits, ..plan() }.moved(to, &answers(), &asked(BOTH));
            assert_eq!(moved.is_ok(), allowed.contains(&(from, to)), "{from:?} to {to:?}");
        }
    }
    assert_eq!(PlanState::ALL.iter().filter(|state| state.is_open()).count(), 3);
}

#[test]
fn f4_a_documented_plan_heard_a_peer_and_a_customer_or_says_why_not() {
    use ContributorKind::{Customer, Other, Peer};
    for (kinds, because, consulted, documented) in [
        (&[][..], "", false, false),
        (&[Peer], "", true, false),
        (&[Customer, Other], "", true, false),
        (&[Customer, Peer], "", true, true),
        (&[], "The group is new.", true, true),
        (&[], " ", false, false),
    ] {
        let at = |state| Plan { state, unasked_because: because.into(), ..plan() };
        let moves = [(PlanState::Draft, PlanState::Consulted), (PlanState::Consulted, PlanState::Documented)];
        let found = moves.map(|(from, to)| at(from).moved(to, &[], &asked(kinds)));
        assert_eq!(found.each_ref().map(Result::is_ok), [consulted, documented], "{kinds:?} {because}");
        for refusal in found.iter().filter_map(|moved| moved.as_ref().err()) {
            assert_eq!(refusal.rule, "headcount.unasked");
        }
    }
}

#[test]
fn f13_f_r1_a_presented_plan_has_all_answers_and_an_owner_of_infrastructure() {
    let suits = Some(Verdict { is: Suits::Yes, because: "It is calm.".into() });
    let documented = Plan { state: PlanState::Documented, suits, ..plan() };
    let present = |answers: &[Answer]| {
        documented.clone().moved(PlanState::Presented, answers, &[]).err().map_or("", |refusal| refusal.rule)
    };
    assert_eq!(present(&answers()), "");
    assert_eq!(present(&answers()[1..]), "headcount.unanswered");
    let mut some = answers();
    some[3].text = " ".into();
    assert_eq!(present(&some), "headcount.unanswered");
    some[3].empty_because = "Nobody asked yet.".into();
    assert_eq!(present(&some), "");
    some.iter_mut().for_each(|answer| answer.owner.clear());
    assert_eq!(present(&some), "headcount.no_owner");
    assert_eq!(check_answers(&[]).expect_err("none").sentence, "25 questions are still open.");
}

#[test]
fn f7_f15_judgements_are_required_with_their_reasons() {
    let documented = Plan { state: PlanState::Documented, ..plan() };
    let refusal = documented.moved(PlanState::Presented, &answers(), &[]).expect_err("no judgement");
    assert_eq!(refusal.rule, "headcount.no_suits");
    assert_eq!(plan().check_export().expect_err("not said").rule, "headcount.no_realistic");
    let realistic = Some(Verdict { is: Realistic::NotRealistic, because: "11 of 17 hires.".into() });
    let said = Plan { realistic, ..plan() };
    assert_eq!((said.check(), said.check_export()), (Ok(()), Ok(())));
    let silent = Plan { suits: Some(Verdict { is: Suits::No, because: " ".into() }), ..plan() };
    assert_eq!(silent.check().expect_err("no reason").rule, "headcount.no_reason");
}

#[test]
fn f1_f4_a_plan_is_due_after_a_quarter_and_its_next_version_is_a_copy() {
    let day = |text: &str| text.parse().expect("a day");
    let first = Plan { known_until: Some(month("2028-05")), ..plan() };
    assert_eq!(first.review_by, day("2027-02-01"));
    assert!(!first.is_due(day("2027-01-31")) && first.is_due(day("2027-02-01")));
    let next = first.next_version(PlanId::make(), month("2027-02"));
    assert_eq!((next.version, next.before, next.state), (2, Some(first.id), PlanState::Draft));
    assert_eq!((&next.organisation, next.known_until), (&first.organisation, first.known_until));
    assert_eq!(next.review_by, day("2027-05-01"));
}

#[test]
fn f9_facts_do_not_end_before_a_plan_starts() {
    let early = Plan { known_until: Some(month("2026-10")), ..plan() };
    assert_eq!(early.check().expect_err("too early").rule, "headcount.known_until");
    let nameless = Plan { organisation: " ".into(), ..plan() };
    assert_eq!(nameless.check().expect_err("no name").rule, "headcount.no_organisation");
}
