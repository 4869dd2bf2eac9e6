//! Changing the vault's key, second half: two groups of the new kit are typed back, and everything is encrypted anew.

use domain::Refusal;
use serde::Deserialize;

use super::{Ceremony, Findings, KitFor};
use crate::Fault;
use crate::call::OpenCall;
use crate::desk::{OpenDesk, PATIENCE};

/// Confirms the new recovery kit and changes the key. May be tried again after a mistake.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ConfirmRotation {
    /// The two groups that were asked for.
    pub groups: [String; 2],
}

impl OpenCall for ConfirmRotation {
    type Reply = Findings;

    fn run(self, desk: &mut OpenDesk) -> Result<Self::Reply, Fault> {
        let taken = desk.drawer().rotation.take();
        let Some(Ceremony { kit_for: KitFor::NewKey(rotation), owner_name, made_on }) = taken else {
            return Err(Refusal::new("vault.no_ceremony", "There is no recovery kit to confirm.")
                .next("Begin with your passphrase.")
                .into());
        };
        let [first, second] = self.groups.each_ref().map(String::as_str);
        let (now, work) = (desk.now(), desk.work().clone());
        desk.house().jobs.stop_looking(PATIENCE);
        let mut progress = work.teller("Encrypting everything anew");
        match desk.vault().finish_rotation(&rotation, [first, second], now, &mut progress) {
            Ok(findings) => {
                desk.seal_anew();
                Ok(findings.into())
            }
            Err(fault) => {
                // The kit stays on the desk for the next try.
                desk.drawer().rotation =
                    Some(Ceremony { kit_for: KitFor::NewKey(rotation), owner_name, made_on });
                Err(fault.into())
            }
        }
    }
}
