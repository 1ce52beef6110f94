//! Audit: what is noted of those who run an instance. What is noted stays as long as the instance.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Something that is noted with who did it, to what, and when.
    Audited, "entry of the audit log" {
        /// The operator made an administrator.
        AdministratorMade = "administrator.made",
        AdministratorSignedIn = "administrator.signed-in",
        /// Of an administrator: a passkey, a password, a second factor or an identity provider came or went, or a recovery code was used up.
        ProofsChanged = "proofs.changed",
        RolesSet = "roles.set",
        MandateAccepted = "mandate.accepted",
        MandateRefused = "mandate.refused",
        MandateEnded = "mandate.ended",
        /// A record was given to another steward.
        StewardSet = "steward.set",
        RecordWithdrawn = "record.withdrawn",
        RecordRestored = "record.restored",
        PersonErased = "person.erased",
        SettingSet = "setting.set",
        /// Somebody let a job run before its time.
        JobStarted = "job.started",
        IndexRebuilt = "index.rebuilt",
        MailRetried = "mail.retried",
    }
}
