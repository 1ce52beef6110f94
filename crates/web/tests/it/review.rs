//! Review and history through the router: who decides, what the author hears of it, and what everybody can read afterwards.

use axum::http::Method;
use ayni_domain::checklist::points;
use ayni_domain::draft::{By, DraftState, Step};
use ayni_domain::proof::Proof;
use ayni_domain::role::{Role, Roles};
use ayni_domain::snapshot::from_record;
use ayni_domain::{EmailAddress, Handle, Kind, LanguageTag, Locale, Person, PersonId};
use ayni_store::Secret;
use ayni_store::draft::{Beginning, Draft, NewDraft, Taking};
use ayni_store::testing::TestStore;
use ayni_web::Clock;
use serde_json::json;
use uuid::Uuid;

use crate::world::{Answer, TestSite, key, practice, request};

/// Somebody signed in.
struct Somebody {
    id: PersonId,
    cookie: String,
}

async fn somebody(world: &TestSite, handle: &str, locale: Locale, roles: &[Role]) -> Somebody {
    let now = Clock::default().now();
    let email = EmailAddress::parse(&format!("{handle}@example.org")).expect("an address");
    let roles = roles.iter().fold(Roles::NONE, |roles, role| roles.with(*role));
    let person = Person::new(PersonId(Uuid::now_v7()), Handle::parse(handle).expect("a handle"), Some(email), locale, now);
    let tx = world.store.begin().await.expect("a transaction");
    tx.add_person(&Person { roles, ..person.clone() }).await.expect("added");
    tx.commit().await.expect("committed");
    let secret = Secret::random().expect("a secret");
    world.store.begin_session(&secret.hash(), person.id, Proof::Link, "", now).await.expect("a session");
    Somebody { id: person.id, cookie: format!("__Host-ayni={secret}") }
}

impl Somebody {
    async fn get(&self, world: &TestSite, path: &str) -> Answer {
        world.get_with(path, &[("cookie", &self.cookie)]).await
    }

    async fn post(&self, world: &TestSite, path: &str, body: &str) -> Answer {
        let headers = [("cookie", self.cookie.as_str()), ("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")];
        world.ask(request(Method::POST, path, &headers, body.to_owned())).await
    }
}

async fn world() -> (TestSite, TestStore) {
    let test = TestStore::sqlite().await;
    let world = TestSite::new(test.store.clone(), &[practice("learning-the-trade", "Learning the trade", json!({}))]).await;
    (world, test)
}

const TITLE: &str = "Weaving <b>together";

async fn handed_in(world: &TestSite, author: &Somebody) -> Draft {
    let now = Clock::default().now();
    let record = practice("any", TITLE, json!({"results": {"en": "Forty people found work."}}));
    let beginning = Beginning::New { kind: Kind::Practice, body: from_record(&record.1) };
    let language = LanguageTag::parse("en").expect("a language");
    let tx = world.store.begin().await.expect("a transaction");
    let draft = tx.add_draft(NewDraft { beginning, author: author.id, organization: None, language }, now).await.expect("a draft");
    let draft = tx.take_step(draft.id, &Taking::new(Step::Submitted, By::Writer(author.id), None), now).await.expect("handed in");
    tx.commit().await.expect("committed");
    draft
}

/// The checklist answered with yes in every point but the last few.
fn checklist(draft: &Draft, unanswered: usize) -> String {
    let points = points(Kind::Practice);
    let answers = points.iter().take(points.len() - unanswered).map(|point| format!("{point}=yes&"));
    format!("{}version={}", answers.collect::<String>(), draft.version)
}

async fn state(world: &TestSite, draft: &Draft) -> DraftState {
    world.store.find_draft(draft.id).await.expect("asked").expect("there").state
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reviewer_publishes_what_somebody_else_wrote() {
    let (world, _test) = world().await;
    let author = somebody(&world, "author", Locale::Es, &[]).await;
    let reviewer = somebody(&world, "reviewer", Locale::En, &[Role::Reviewer]).await;
    let draft = handed_in(&world, &author).await;

    let queue = reviewer.get(&world, "/en/review").await.expect(200);
    assert!(queue.text().contains("Weaving &#60;b&#62;together") && !queue.text().contains("<b>together"), "{}", queue.text());
    assert!(reviewer.get(&world, "/en/desk").await.expect(200).text().contains(&format!("/en/review/{}", draft.id)));
    let path = format!("/en/review/{}", draft.id);
    let page = reviewer.get(&world, &path).await.expect(200);
    assert!(page.text().contains("Forty people found work.") && page.text().contains("Shares its experience"), "{}", page.text());

    let open = reviewer.post(&world, &path, &format!("{}&do=publish&words=Good", checklist(&draft, 2))).await.expect(422);
    assert!(open.text().contains("2 points of the checklist are still open") && open.text().contains(">Good</textarea>"), "{}", open.text());
    let silent = reviewer.post(&world, &path, &format!("{}&do=publish", checklist(&draft, 0))).await.expect(422);
    assert!(silent.text().contains("Write why."), "{}", silent.text());
    assert_eq!(state(&world, &draft).await, DraftState::InReview);

    let done = reviewer.post(&world, &path, &format!("{}&do=publish&words=Well+sourced", checklist(&draft, 0))).await.expect(303);
    let record = done.location().to_owned();
    assert!(record.starts_with("/en/practices/weaving"), "{record}");
    world.get(&record).await.expect(200);
    let found = world.get("/en/search?q=weaving").await.expect(200);
    assert!(found.text().contains(&record), "the reader finds it at once");

    let mails = world.store.mails(None, None, 10).await.expect("mails");
    assert_eq!(mails.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), ["author@example.org"]);
    assert!(mails[0].subject.starts_with("Publicado: Weaving"), "{}", mails[0].subject);
    let inbox = world.store.notices(author.id.0, None, 10).await.expect("notices");
    assert_eq!(inbox.entries[0].notice.message(), "notice-review-published");
    assert_eq!(format!("/en{}", inbox.entries[0].notice.path()), record);

    let history = world.get(&format!("{record}/history")).await.expect(200);
    assert!(history.text().contains("By a member, let through by a member"), "{}", history.text());
    assert!(history.text().contains("Well sourced") && !history.text().contains("reviewer@"), "{}", history.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_decides_about_what_they_wrote_and_others_see_nothing() {
    let (world, _test) = world().await;
    let author = somebody(&world, "author", Locale::En, &[Role::Reviewer, Role::Administrator]).await;
    let member = somebody(&world, "member", Locale::En, &[Role::Translator]).await;
    let draft = handed_in(&world, &author).await;
    let path = format!("/en/review/{}", draft.id);

    let page = author.get(&world, &path).await.expect(200);
    assert!(page.text().contains("You wrote some of this") && !page.text().contains("name=\"do\""), "{}", page.text());
    author.post(&world, &path, &format!("{}&do=publish&words=Mine", checklist(&draft, 0))).await.expect(404);
    assert!(!author.get(&world, "/en/desk").await.expect(200).text().contains(&path));
    member.get(&world, "/en/review").await.expect(404);
    member.get(&world, &path).await.expect(404);
    member.post(&world, &path, "do=decline&words=No").await.expect(404);
    member.post(&world, &format!("{path}/comments"), "words=No").await.expect(404);
    world.get(&path).await.expect(303);
    assert_eq!(state(&world, &draft).await, DraftState::InReview);

    let reviewer = somebody(&world, "reviewer", Locale::En, &[Role::Reviewer]).await;
    for missing in [format!("/en/review/{}", Uuid::now_v7()), "/en/review/../x".to_owned(), "/en/review/7".to_owned()] {
        reviewer.get(&world, &missing).await.expect(404);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reviewer_comments_asks_for_changes_and_the_author_hears_of_it() {
    let (world, _test) = world().await;
    let author = somebody(&world, "author", Locale::Fr, &[]).await;
    let reviewer = somebody(&world, "reviewer", Locale::En, &[Role::Reviewer]).await;
    let draft = handed_in(&world, &author).await;
    let path = format!("/en/review/{}", draft.id);

    reviewer.post(&world, &format!("{path}/comments"), "field=results&words=%3Cscript%3Ewho%3F").await.expect(303);
    reviewer.post(&world, &format!("{path}/comments"), "field=&words=++").await.expect(422);
    let page = reviewer.get(&world, &path).await.expect(200);
    assert!(page.text().contains("&#60;script&#62;who?") && !page.text().contains("<script>who"), "{}", page.text());
    let comment = world.store.steps(draft.id).await.expect("steps").into_iter().find(|step| step.step == Step::Commented).expect("a comment");
    reviewer.post(&world, &format!("{path}/settled"), &format!("comment={}", comment.seq)).await.expect(303);
    reviewer.post(&world, &format!("{path}/settled"), "comment=999").await.expect(404);
    assert!(reviewer.get(&world, &path).await.expect(200).text().contains("Settled"));

    let stale = reviewer.post(&world, &path, "version=7&do=ask&words=Say+who").await.expect(422);
    assert!(stale.text().contains("has changed the text") && stale.text().contains(">Say who</textarea>"), "{}", stale.text());
    let asked = reviewer.post(&world, &path, "version=1&do=ask&words=Say+who+found+work").await.expect(303);
    assert!(reviewer.get(&world, asked.location()).await.expect(200).text().contains("The author was asked for changes."));
    assert_eq!(state(&world, &draft).await, DraftState::ChangesRequested);
    let mails = world.store.mails(None, None, 10).await.expect("mails");
    assert!(mails[0].subject.starts_with("Modifications demandées"), "{}", mails[0].subject);
    let inbox = world.store.notices(author.id.0, None, 10).await.expect("notices");
    assert_eq!(inbox.entries[0].notice.path(), format!("/drafts/{}", draft.id));
    assert_eq!(inbox.entries[0].notice.arguments()["reason"], "Say who found work");
    assert!(inbox.entries[0].mailed_at.is_some(), "no digest mails it again");
    reviewer.post(&world, &path, "version=1&do=decline&words=Late").await.expect(422);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_comment_reaches_the_author_and_an_answer_the_reviewer() {
    let (world, _test) = world().await;
    let author = somebody(&world, "author", Locale::Fr, &[]).await;
    let reviewer = somebody(&world, "reviewer", Locale::En, &[Role::Reviewer]).await;
    let other = somebody(&world, "other", Locale::En, &[Role::Reviewer]).await;
    let draft = handed_in(&world, &author).await;
    let (review, own) = (format!("/en/review/{}", draft.id), format!("/fr/drafts/{}", draft.id));
    let newest = async |somebody: &Somebody| world.store.notices(somebody.id.0, None, 10).await.expect("notices").entries.into_iter().next();

    reviewer.post(&world, &format!("{review}/comments"), "field=results&words=How+%3Cb%3Emany%3F").await.expect(303);
    let told = newest(&author).await.expect("a notice").notice;
    assert_eq!((told.message(), told.path()), ("notice-review-commented", format!("/drafts/{}", draft.id).as_str()));
    assert_eq!((&told.arguments()["comment"], &told.arguments()["place"]), (&json!("How <b>many?"), &json!("Ce qui en est résulté")));
    let mails = world.store.mails(None, None, 10).await.expect("mails");
    assert!(mails.len() == 1 && mails[0].to == "author@example.org" && mails[0].subject.starts_with("Commentaire sur"), "{}", mails[0].subject);

    let page = author.get(&world, &own).await.expect(200);
    assert!(page.text().contains("name=\"reply-2\"") && !page.text().contains("<b>many"), "{}", page.text());
    author.post(&world, &own, "reply=2&reply-2=++").await.expect(409);
    author.post(&world, &own, "reply=99&reply-99=What%3F").await.expect(409);
    author.post(&world, &own, "reply=2&reply-2=Forty+people.").await.expect(303);
    let answer = world.store.steps(draft.id).await.expect("steps").pop().expect("a step");
    assert_eq!((answer.step, answer.person, answer.words.as_deref()), (Step::Commented, Some(author.id), Some("Forty people.")));
    assert_eq!(answer.field.map(|field| field.to_string()).as_deref(), Some("results"), "it stands where the comment stands");
    let told = newest(&reviewer).await.expect("a notice").notice;
    assert_eq!((told.message(), told.path()), ("notice-review-replied", format!("/review/{}", draft.id).as_str()));
    assert!(newest(&other).await.is_none(), "who did not ask is left alone");
    assert!(reviewer.get(&world, &review).await.expect(200).text().contains("Forty people."));

    reviewer.post(&world, &review, "version=1&do=ask&words=Say+who").await.expect(303);
    let form = author.get(&world, &own).await.expect(200);
    assert_eq!(form.text().matches("name=\"reply-").count(), 1, "one's own answer is not to be answered: {}", form.text());
    author.post(&world, &own, "version=1&part=full&reply=2&reply-2=Women.").await.expect(303);
    assert_eq!(world.store.steps(draft.id).await.expect("steps").pop().expect("a step").words.as_deref(), Some("Women."));
    let kept = world.store.find_draft(draft.id).await.expect("asked").expect("there");
    assert_eq!(kept.body["results"], json!({"en": "Forty people found work."}));

    let tx = world.store.begin().await.expect("a transaction");
    tx.set_roles(reviewer.id, Roles::NONE).await.expect("roles");
    tx.commit().await.expect("committed");
    let before = newest(&reviewer).await.map(|entry| entry.id);
    author.post(&world, &own, "version=1&part=full&do=say&words=All+done.").await.expect(303);
    assert_eq!(newest(&reviewer).await.map(|entry| entry.id), before, "who may not see the draft any more hears nothing of it");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_draft_that_is_declined_is_not_published() {
    let (world, _test) = world().await;
    let author = somebody(&world, "author", Locale::Ar, &[]).await;
    let reviewer = somebody(&world, "reviewer", Locale::Pt, &[Role::Editor]).await;
    let draft = handed_in(&world, &author).await;
    let path = format!("/pt/review/{}", draft.id);
    let declined = reviewer.post(&world, &path, "version=1&do=decline&words=Um+plano").await.expect(303);
    assert_eq!(declined.location(), "/pt/review?declined");
    assert_eq!(state(&world, &draft).await, DraftState::Declined);
    let slug = draft.slug.expect("a slug");
    world.get(&format!("/en/practices/{slug}")).await.expect(404);
    assert!(reviewer.get(&world, "/pt/review?declined").await.expect(200).text().contains("O rascunho foi recusado"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_reads_what_changed_and_the_secretariat_puts_it_back() {
    let (world, _test) = world().await;
    let own = "/en/practices/learning-the-trade";
    let changed = json!({"summary": {"en": "What a long test tells of it."}, "themes": ["skills", "labour-migration"]});
    world.save(&[practice("learning-the-trade", "Learning the trade", changed)]).await;
    assert!(world.get(own).await.expect(200).text().contains(&format!("{own}/history")));

    let history = world.get(&format!("{own}/history")).await.expect(200);
    let text = history.text();
    assert!(text.contains("What a <ins><span class=\"vh\">added: </span>long "), "{text}");
    assert!(text.contains("Summary › English") && text.contains("Themes") && text.contains("The first version."), "{text}");
    assert!(text.find("2. Revised") < text.find("1. Published"), "the newest first: {text}");
    assert!(!text.contains("<form method=\"post\""), "visitors put nothing back");
    for language in ["fr", "es", "pt", "ar", "zh", "ru"] {
        world.get(&format!("/{language}/practices/learning-the-trade/history")).await.expect(200);
    }

    let reviewer = somebody(&world, "reviewer", Locale::En, &[Role::Reviewer]).await;
    let editor = somebody(&world, "editor", Locale::En, &[Role::Editor]).await;
    let restore = format!("{own}/history/restore");
    reviewer.post(&world, &restore, "revision=1&reason=Better").await.expect(404);
    assert!(editor.get(&world, &format!("{own}/history")).await.expect(200).text().contains("Put this version back"));
    editor.post(&world, &restore, "revision=1&reason=").await.expect(422);
    for revision in ["0", "2", "9", "x"] {
        editor.post(&world, &restore, &format!("revision={revision}&reason=Better")).await.expect(404);
    }
    let back = editor.post(&world, &restore, "revision=1&reason=The+source+was+wrong").await.expect(303);
    assert!(editor.get(&world, back.location()).await.expect(200).text().contains("The older version is back"));
    let history = world.get(&format!("{own}/history")).await.expect(200);
    assert!(history.text().contains("As in version 1: The source was wrong") && history.text().contains("3. Revised"), "{}", history.text());
    assert!(history.text().contains("By a member, let through by The secretariat"), "{}", history.text());
    assert!(!world.get(own).await.expect(200).text().contains("What a long test"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_history_of_a_withdrawn_record_is_gone_with_it() {
    let (world, _test) = world().await;
    world.withdraw(&key("practice/learning-the-trade"), "Not ours").await;
    world.get("/en/practices/learning-the-trade/history").await.expect(410);
    world.get("/en/practices/no-such-thing/history").await.expect(404);
    let editor = somebody(&world, "editor", Locale::En, &[Role::Editor]).await;
    let history = editor.get(&world, "/en/practices/learning-the-trade/history").await.expect(200);
    assert!(!history.text().contains("Put this version back"), "{}", history.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_name_is_shown_only_while_its_owner_shows_it() {
    let (world, _test) = world().await;
    let author = somebody(&world, "author", Locale::En, &[]).await;
    let reviewer = somebody(&world, "reviewer", Locale::En, &[Role::Reviewer]).await;
    let draft = handed_in(&world, &author).await;
    let path = format!("/en/review/{}", draft.id);
    let done = reviewer.post(&world, &path, &format!("{}&do=publish&words=Good", checklist(&draft, 0))).await.expect(303);
    let history = format!("{}/history", done.location());
    let show = async |visibility: &str| {
        let profile = json!({"name": {"value": "Amina Diallo", "visibility": visibility}});
        let profile = ayni_domain::profile::Profile::read(profile.as_object().expect("an object")).expect("a profile");
        let tx = world.store.begin().await.expect("a transaction");
        tx.save_profile(author.id, &profile).await.expect("saved");
        tx.commit().await.expect("committed");
    };
    show("all").await;
    assert!(world.get(&history).await.expect(200).text().contains("<bdi>Amina Diallo</bdi>"));
    show("members").await;
    assert!(!world.get(&history).await.expect(200).text().contains("Amina"));
    assert!(reviewer.get(&world, &history).await.expect(200).text().contains("<bdi>Amina Diallo</bdi>"));
    show("nobody").await;
    assert!(!reviewer.get(&world, &history).await.expect(200).text().contains("Amina"));
}
