//! Changing the passphrase.

use serde::Deserialize;

use super::Findings;
use super::unlock::way_in;
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::OpenDesk;
use crate::secret::Secret;

/// Gives the vault another passphrase, on the strength of the one until now or of the recovery kit. The kit stays as it
/// is.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct ChangePassphrase {
    /// The passphrase until now.
    pub old: Option<Secret>,
    /// The code of the recovery kit, for when the passphrase was forgotten.
    pub kit: Option<Secret>,
    /// The passphrase from now on.
    pub new: Secret,
}

impl OpenCall for ChangePassphrase {
    type Reply = Findings;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let (proof, new) = (way_in(self.old, self.kit, false)?, self.new.expose().to_owned());
        let (now, cost, work) = (desk.now(), desk.house().cost(), desk.work().clone());
        let mut progress = work.teller("Making a backup with the new passphrase");
        let findings = desk.vault().choose_passphrase(&proof, new, cost, now, &mut progress)?;
        Ok(findings.into())
    }
}
