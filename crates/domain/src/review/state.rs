//! How far a review has come, and what may follow.

use serde::{Deserialize, Serialize};

use crate::Refusal;

/// Where the manager's review stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReviewState {
    /// Being written.
    #[default]
    Draft,
    /// Nothing that honesty demands is missing.
    Ready,
    /// A version of it is out.
    Shared,
    /// The person has it and takes their time.
    Reading,
    /// The two have talked about it.
    Discussed,
    /// A second talk is wanted by one of the two.
    FollowUp,
    /// What was agreed in the talk is in a new version, which is out.
    Amended,
    /// The person accepts it.
    Accepted,
    /// The person accepts it and sees some of it differently; what, stands in it.
    AcceptedWithDisagreement,
    /// It is signed and no longer changes.
    Closed,
}

/// The five steps that anyone understands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReviewStep {
    /// The self review is still to come.
    SelfReview,
    /// The manager writes.
    Draft,
    /// The person reads.
    TimeToRead,
    /// The two talk, once or twice.
    Discussion,
    /// Both have signed.
    Signed,
}

impl ReviewState {
    /// Every state, in order.
    pub const ALL: [Self; 10] = [
        Self::Draft,
        Self::Ready,
        Self::Shared,
        Self::Reading,
        Self::Discussed,
        Self::FollowUp,
        Self::Amended,
        Self::Accepted,
        Self::AcceptedWithDisagreement,
        Self::Closed,
    ];

    /// The states that may follow.
    pub fn next(self) -> &'static [Self] {
        use ReviewState::{
            Accepted, AcceptedWithDisagreement, Amended, Closed, Discussed, Draft, FollowUp, Reading, Ready,
            Shared,
        };
        match self {
            Draft => &[Ready],
            Ready => &[Draft, Shared],
            // A mistake that is seen before the talk is mended and shared anew.
            Shared => &[Reading, Draft],
            Reading => &[Discussed, Draft],
            Discussed => &[FollowUp, Amended, Accepted, AcceptedWithDisagreement],
            FollowUp => &[Amended, Accepted, AcceptedWithDisagreement],
            Amended => &[FollowUp, Accepted, AcceptedWithDisagreement],
            // Somebody may change their mind until it is signed.
            Accepted | AcceptedWithDisagreement => &[Closed, FollowUp],
            Closed => &[],
        }
    }

    /// Whether the text may be written in: before it is shared, and after the two have talked.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Ready | Self::Discussed | Self::FollowUp | Self::Amended)
    }

    /// Whether the person accepted it.
    pub fn is_accepted(self) -> bool {
        matches!(self, Self::Accepted | Self::AcceptedWithDisagreement | Self::Closed)
    }

    /// Whether the two have talked.
    pub fn is_discussed(self) -> bool {
        matches!(self, Self::Discussed | Self::FollowUp | Self::Amended) || self.is_accepted()
    }

    /// The step that this is, where `self_review_taken` says whether the self review is in.
    pub fn step(self, self_review_taken: bool) -> ReviewStep {
        match self {
            Self::Draft | Self::Ready if !self_review_taken => ReviewStep::SelfReview,
            Self::Draft | Self::Ready => ReviewStep::Draft,
            Self::Shared | Self::Reading => ReviewStep::TimeToRead,
            Self::Closed => ReviewStep::Signed,
            _ => ReviewStep::Discussion,
        }
    }

    /// Whether this may follow.
    ///
    /// # Errors
    /// Refuses a step that leaves another out, and any after the last.
    pub fn check_move(self, to: Self) -> Result<(), Refusal> {
        if self.next().contains(&to) {
            return Ok(());
        }
        if self == Self::Closed {
            return Err(Refusal::new("review.closed", "This review is signed and no longer changes."));
        }
        Err(Refusal::new("review.step", "A review takes one step at a time.")
            .next("Share it, give time to read, talk about it, and sign it last."))
    }
}

#[cfg(test)]
mod tests {
    use super::ReviewState::{self, *};
    use super::ReviewStep;

    #[test]
    fn a_review_takes_one_step_at_a_time() {
        let may = [
            (Draft, Ready),
            (Ready, Draft),
            (Ready, Shared),
            (Shared, Reading),
            (Shared, Draft),
            (Reading, Discussed),
            (Reading, Draft),
            (Discussed, FollowUp),
            (Discussed, Amended),
            (Discussed, Accepted),
            (Discussed, AcceptedWithDisagreement),
            (FollowUp, Amended),
            (FollowUp, Accepted),
            (FollowUp, AcceptedWithDisagreement),
            (Amended, FollowUp),
            (Amended, Accepted),
            (Amended, AcceptedWithDisagreement),
            (Accepted, Closed),
            (Accepted, FollowUp),
            (AcceptedWithDisagreement, Closed),
            (AcceptedWithDisagreement, FollowUp),
        ];
        for from in ReviewState::ALL {
            for to in ReviewState::ALL {
                let rule = match from {
                    _ if may.contains(&(from, to)) => "",
                    Closed => "review.closed",
                    _ => "review.step",
                };
                let refused = from.check_move(to).err().map_or("", |refusal| refusal.rule);
                assert_eq!(refused, rule, "{from:?} to {to:?}");
            }
        }
    }

    #[test]
    fn what_is_accepted_was_discussed() {
        let are = |is: fn(ReviewState) -> bool| -> Vec<ReviewState> {
            ReviewState::ALL.into_iter().filter(|state| is(*state)).collect()
        };
        assert_eq!(are(ReviewState::is_accepted), [Accepted, AcceptedWithDisagreement, Closed]);
        assert_eq!(
            are(ReviewState::is_discussed),
            [Discussed, FollowUp, Amended, Accepted, AcceptedWithDisagreement, Closed]
        );
    }

    #[test]
    fn e_r4_what_is_out_is_not_written_in() {
        let open: Vec<ReviewState> = ReviewState::ALL.into_iter().filter(|state| state.is_open()).collect();
        assert_eq!(open, [Draft, Ready, Discussed, FollowUp, Amended]);
    }

    #[test]
    fn there_are_five_steps_that_anyone_understands() {
        let steps = |taken| ReviewState::ALL.map(|state| state.step(taken));
        let after = [
            ReviewStep::TimeToRead,
            ReviewStep::TimeToRead,
            ReviewStep::Discussion,
            ReviewStep::Discussion,
            ReviewStep::Discussion,
            ReviewStep::Discussion,
            ReviewStep::Discussion,
            ReviewStep::Signed,
        ];
        assert_eq!(steps(false)[..2], [ReviewStep::SelfReview; 2]);
        assert_eq!(steps(true)[..2], [ReviewStep::Draft; 2]);
        assert_eq!((&steps(false)[2..], &steps(true)[2..]), (&after[..], &after[..]));
    }
}
