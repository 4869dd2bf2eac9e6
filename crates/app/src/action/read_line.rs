//! Reading a promise as it is typed, before it is made.

use domain::action::typed::{self, Typed};
use domain::one_on_one::Meeting;
use domain::person::Person;
use domain::{MeetingId, PersonId, text};
use serde::{Deserialize, Serialize};

use super::add::check_with;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, need};
use crate::stamp::Day;

/// Says what is understood of a typed line such as "Maya: write up the drill by Friday". Nothing is written.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct ReadLine {
    /// The line as it is typed.
    pub line: String,
    /// In whose 1:1; where a name fits several people, this one is meant.
    pub about: PersonId,
    /// The 1:1 it is made in.
    pub meeting: Option<MeetingId>,
}

/// What was understood of a typed line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Understood {
    /// What is promised; what was not understood stays in it.
    pub text: String,
    /// Who owes it: whoever was named, the owner of the vault where nobody was; none where the name fits several.
    pub owner: Option<PersonId>,
    /// Who owes it, by name; empty where the name fits several.
    pub owner_name: String,
    /// By when.
    pub due: Option<Day>,
    /// Whether the name before the colon fits several people, so that nobody was chosen.
    pub ambiguous: bool,
}

impl OpenCall for ReadLine {
    type Reply = Understood;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        text::check_line("action", &self.line)?;
        let today = desk.today();
        let about: Person = need(desk.read(), self.about)?;
        if let Some(id) = self.meeting {
            let meeting: Meeting = need(desk.read(), id)?;
            check_with(&meeting, about.id)?;
        }
        let me = desk.owner()?;
        let everybody = store::noun::person::all(desk.read())?;
        let roster: Vec<(PersonId, &str)> = everybody
            .iter()
            .filter(|person| person.id == about.id || !person.has_left_by(today))
            .map(|person| (person.id, person.name.as_str()))
            .collect();
        let read = |roster: &[(PersonId, &str)]| typed::read(&self.line, me.id, roster, today);
        let mut understood = read(&roster);
        if understood.ambiguous {
            // The two who talk to each other come before everybody else of that name.
            let of_the_two = read(&[(about.id, about.name.as_str()), (me.id, me.name.as_str())]);
            if of_the_two.owner.is_some() {
                understood = of_the_two;
            }
        }
        let Typed { text, owner, due, ambiguous } = understood;
        let owner = if ambiguous { None } else { Some(owner.unwrap_or(me.id)) };
        let name_of = |id: PersonId| everybody.iter().find(|person| person.id == id);
        let owner_name = owner.and_then(name_of).map(|person| person.name.clone()).unwrap_or_default();
        Ok(Understood { text, owner, owner_name, due: due.map(Day), ambiguous })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::desk::trial::Trial;

    #[test]
    fn what_is_typed_is_understood_and_nothing_is_written() {
        let trial = Trial::begin();
        let (maya, tom) = (trial.person("Maya Okafor"), trial.person("Tomás Lindqvist"));
        trial.person("Maya Lindqvist");
        let me = trial.call("person.list", json!({}))[0]["id"].clone();
        let none = Value::Null;
        // The clock stands at a Thursday, 19 November 2026.
        for (about, line, text, owner, name, due, ambiguous) in [
            (&maya, "Find a reader", "Find a reader", &me, "Dana Castellan", none.clone(), false),
            (
                &maya,
                "me: find a reader by Friday",
                "find a reader",
                &me,
                "Dana Castellan",
                json!("2026-11-20"),
                false,
            ),
            (&maya, "Maya: find a reader", "find a reader", &maya, "Maya Okafor", none.clone(), false),
            (
                &tom,
                "Maya: find a reader by 1 Dec",
                "Maya: find a reader",
                &none,
                "",
                json!("2026-12-01"),
                true,
            ),
            (&tom, "Maya O: find a reader", "find a reader", &maya, "Maya Okafor", none.clone(), false),
            (
                &tom,
                "Note: the drill by hand",
                "Note: the drill by hand",
                &me,
                "Dana Castellan",
                none.clone(),
                false,
            ),
        ] {
            let said = trial.call("action.read_line", json!({ "line": line, "about": about }));
            let expected = json!({ "text": text, "owner": owner, "owner_name": name, "due": due, "ambiguous": ambiguous });
            assert_eq!(said, expected, "{line}");
        }
        assert_eq!(trial.call("action.list", json!({})), json!([]));
    }

    #[test]
    fn who_has_left_is_not_meant_and_the_meeting_is_with_the_person() {
        let trial = Trial::begin();
        let (maya, tom) = (trial.person("Maya Okafor"), trial.person("Tomás Lindqvist"));
        let mut left = crate::desk::trial::person("Maya Lindqvist");
        left["left_on"] = json!("2026-11-01");
        trial.call("person.save", left);
        let line = json!({ "line": "Maya: find a reader", "about": tom });
        assert_eq!(trial.call("action.read_line", line)["owner"], maya);
        let meeting = trial.call("one_on_one.plan", json!({ "person": maya, "starts": "2026-11-20T10:00" }));
        let ask = |about: &Value| json!({ "line": "x", "about": about, "meeting": meeting["id"] });
        trial.call("action.read_line", ask(&maya));
        let fault = trial.refused("action.read_line", ask(&tom));
        assert_eq!(fault.rule.as_deref(), Some("action.other_meeting"));
    }
}
