//! `ayni admin`: makes the first administrator, and names those there are.

use ayni_domain::audit::Audited;
use ayni_domain::permission::{Action, Actor, may};
use ayni_domain::profile::Profile;
use ayni_domain::role::{Role, Roles};
use ayni_domain::token::Purpose;
use ayni_domain::{EmailAddress, Handle, Locale, Person, PersonId};
use ayni_store::token::NewToken;
use ayni_store::{Secret, Store, StoreError};
use clap::{Args, Subcommand};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use uuid::Uuid;

use crate::Outcome;
use crate::failure::Failure;
use crate::instance;
use crate::progress::{complain, say};
use crate::settings::{Common, Settings};

/// How long the link works: long enough to be handed over, short enough to be forgotten somewhere.
const LINK: SignedDuration = SignedDuration::from_hours(24);
/// Handle of somebody whose name has no Latin letters; they can change it.
const HANDLE: &str = "administrator";
/// Who acts at the command line, in the audit log.
const OPERATOR: &str = "operator";

/// Subcommands of `ayni admin`.
#[derive(Debug, Subcommand)]
pub enum AdminCommand {
    Create(CreateArgs),
    List(ListArgs),
}

/// Make an administrator, and print a link that signs them in once.
///
/// It works for a day. From then on they sign in as everybody does, and give roles to others in the pages of the administration.
#[derive(Debug, Args)]
pub struct CreateArgs {
    #[command(flatten)]
    common: Common,
    /// Mail address; without one they sign in by the printed link alone, and add an address then
    #[arg(long, value_name = "ADDRESS", value_parser = EmailAddress::parse)]
    email: Option<EmailAddress>,
    /// Public address that the link begins with [default: http://LISTEN]
    #[arg(long, env = "AYNI_BASE_URL", value_name = "URL")]
    base_url: Option<String>,
    /// Name of the person
    #[arg(value_name = "NAME")]
    name: String,
}

/// Name the administrators: handle, mail address, day on which they were last signed in.
#[derive(Debug, Args)]
pub struct ListArgs {
    #[command(flatten)]
    common: Common,
}

impl AdminCommand {
    /// The flags that all commands have.
    pub const fn common(&self) -> &Common {
        match self {
            Self::Create(args) => &args.common,
            Self::List(args) => &args.common,
        }
    }
}

/// Runs a subcommand.
pub async fn run(settings: &Settings, command: AdminCommand) -> Result<Outcome, Failure> {
    if !may(Actor::Operator, Action::Administer) {
        return Err(Failure::Argument("the operator may not see or make administrators".into()));
    }
    match command {
        AdminCommand::Create(args) => create(settings, args).await,
        AdminCommand::List(_) => list(settings).await,
    }
}

async fn create(settings: &Settings, args: CreateArgs) -> Result<Outcome, Failure> {
    let base_url = settings.link_base(args.base_url)?;
    let profile = Profile::named(&args.name).map_err(|issues| {
        let problem = issues.first().map(|issue| issue.problem.to_string()).unwrap_or_default();
        Failure::Argument(format!("the name {problem}"))
    })?;
    let wanted = Handle::of_name(&args.name).or_else(|| Handle::parse(HANDLE).ok()).ok_or(StoreError::Taken("handle"))?;
    let store = instance::open_or_begin(settings).await?;
    let (secret, now) = (Secret::random()?, Timestamp::now());
    let expires_at = now.checked_add(LINK).unwrap_or(Timestamp::MAX);

    let tx = store.begin().await?;
    let handle = tx.free_handle(&wanted).await?;
    let new = Person::new(PersonId(Uuid::now_v7()), handle, args.email, Locale::En, now);
    let person = Person { roles: Roles::NONE.with(Role::Administrator), profile, ..new };
    tx.add_person(&person).await.map_err(|error| match error {
        StoreError::Taken(_) => Failure::Argument("somebody has this mail address already; an administrator can give them the role".into()),
        other => other.into(),
    })?;
    let token = NewToken { purpose: Purpose::SignIn, subject: json!({}), person: Some(person.id), expires_at };
    tx.make_token(&secret.hash(), &token, now).await?;
    tx.add_audit(OPERATOR, Audited::AdministratorMade.code(), &person.id.to_string(), &json!({}), now).await?;
    tx.commit().await?;
    store.close().await?;

    say(format_args!("{} is an administrator now", person.handle));
    say(format_args!("This link signs them in, once, until {}:", expires_at.strftime("%Y-%m-%d %H:%M UTC")));
    say(format_args!("{base_url}/{}/sign-in/{secret}", person.locale));
    Ok(Outcome::Done)
}

async fn list(settings: &Settings) -> Result<Outcome, Failure> {
    let store: Store = instance::open(settings).await?;
    let people = store.people_with(Role::Administrator).await?;
    if people.is_empty() {
        complain("there is no administrator; `ayni admin create` makes one");
    }
    for person in people {
        let email = person.email.as_ref().map_or("-", EmailAddress::as_str);
        say(format_args!("{}\t{email}\t{}", person.handle, person.last_seen_on));
    }
    store.close().await?;
    Ok(Outcome::Done)
}
