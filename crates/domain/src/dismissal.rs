//! A hint of the writing coach that was set aside, so that it does not come back.

use chrono::NaiveDate;

use crate::{DismissalId, RecordId, Refusal, text};

/// One hint that was set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dismissal {
    /// Which.
    pub id: DismissalId,
    /// The record in whose text it stood.
    pub record: RecordId,
    /// Which rule of the coach.
    pub rule: String,
    /// What marks the sentence, so that the same words are known again and other words are not.
    pub mark: String,
    /// Why it was set aside.
    pub because: String,
    /// The day.
    pub on: NaiveDate,
}

impl Dismissal {
    /// Whether it may be kept as it stands.
    ///
    /// # Errors
    /// Refuses one without a rule, a mark or a reason.
    pub fn check(&self) -> Result<(), Refusal> {
        for (field, line) in [("rule", &self.rule), ("mark", &self.mark), ("reason", &self.because)] {
            text::check_line(field, line)?;
        }
        if self.rule.is_empty() || self.mark.is_empty() {
            return Err(Refusal::new("dismissal.of_nothing", "There is no such hint.")
                .next("Look at the text again."));
        }
        if self.because.trim().is_empty() {
            return Err(Refusal::new("dismissal.reason", "Setting a hint aside asks for a reason.")
                .next("Say in a few words why it does not apply here."));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hint_is_set_aside_for_a_reason() {
        let aside = Dismissal {
            id: DismissalId::make(),
            record: RecordId::from_bytes([7; 16]),
            rule: "hedge".into(),
            mark: "0f0f".into(),
            because: "It is a question".into(),
            on: "2026-11-19".parse().expect("a day"),
        };
        for (what, aside, rule) in [
            ("whole", aside.clone(), None),
            ("no reason", Dismissal { because: " ".into(), ..aside.clone() }, Some("dismissal.reason")),
            ("no rule", Dismissal { rule: String::new(), ..aside.clone() }, Some("dismissal.of_nothing")),
            ("no mark", Dismissal { mark: String::new(), ..aside }, Some("dismissal.of_nothing")),
        ] {
            assert_eq!(aside.check().err().map(|refusal| refusal.rule), rule, "{what}");
        }
    }
}
