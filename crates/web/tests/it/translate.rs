//! Translations through the router: written by one member, read by another, published, outdated; and what a machine suggests.

use ayni_domain::change::Change;
use ayni_domain::limit::MACHINE_TRANSLATIONS;
use ayni_domain::mandate::{Capacity, MandateState};
use ayni_domain::proof::Proof;
use ayni_domain::role::{Role, Roles};
use ayni_domain::{Body, EmailAddress, Handle, Locale, Person, PersonId, RecordKey, Steward};
use ayni_store::testing::{ask, on_both, organization, signature};
use ayni_store::{Secret, Store};
use serde_json::json;
use uuid::Uuid;

use crate::html::Html;
use crate::world::{Answer, TestSite, key, practice};

const PAGE: &str = "/fr/practices/oficio";
const DESK: &str = "/fr/translate/practices/oficio?to=fr";
const WAITING: &str = "/fr/translate/waiting?to=fr";

/// A practice that was written in Spanish: title, summary, challenge and approach.
fn spanish() -> (RecordKey, Body) {
    let texts = json!({
        "original": "es", "title": {"es": "Aprender un oficio"}, "summary": {"es": "Los jóvenes aprenden un oficio."},
        "challenge": {"es": "Había mucho trabajo infantil."}, "approach": {"es": "Se enseñan unos a otros."},
    });
    practice("oficio", "", texts)
}

async fn site(store: Store) -> TestSite {
    let english = practice("english", "In English", json!({}));
    TestSite::new(store, &[spanish(), english, organization("senai", "SENAI")]).await
}

struct Somebody {
    id: PersonId,
    cookie: String,
}

async fn somebody(site: &TestSite, handle: &str, locale: Locale, role: Option<Role>) -> Somebody {
    let now = site.clock.now();
    let email = EmailAddress::parse(&format!("{handle}@example.org")).expect("an address");
    let person = Person::new(PersonId(Uuid::now_v7()), Handle::parse(handle).expect("a handle"), Some(email), locale, now);
    let roles = role.map_or(Roles::NONE, |role| Roles::NONE.with(role));
    let tx = site.store.begin().await.expect("a transaction");
    tx.add_person(&Person { roles, ..person.clone() }).await.expect("added");
    tx.commit().await.expect("committed");
    let secret = Secret::random().expect("random bytes");
    site.store.begin_session(&secret.hash(), person.id, Proof::Link, "", now).await.expect("a session");
    Somebody { id: person.id, cookie: format!("__Host-ayni={secret}") }
}

impl Somebody {
    async fn get(&self, site: &TestSite, path: &str) -> Answer {
        site.get_with(path, &[("cookie", &self.cookie)]).await
    }

    async fn send(&self, site: &TestSite, path: &str, fields: &[(&str, &str)]) -> Answer {
        site.send(path, &[("cookie", &self.cookie)], fields).await
    }

    async fn words(&self, site: &TestSite, path: &str) -> String {
        words(&self.get(site, path).await.expect(200))
    }

    /// Lets through all that waits in French.
    async fn let_all_through(&self, site: &TestSite) {
        for id in self.waiting(site).await {
            self.send(site, WAITING, &[("translation", &id), ("do", "through")]).await.expect(303);
        }
    }

    /// Identifiers of what waits for this reader.
    async fn waiting(&self, site: &TestSite) -> Vec<String> {
        let page = self.get(site, WAITING).await.expect(200);
        let ids = page.text().split("name=\"translation\" value=\"").skip(1);
        ids.map(|rest| rest.split('"').next().expect("an id").to_owned()).collect()
    }
}

fn words(answer: &Answer) -> String {
    let html = Html::read(answer.text());
    assert_eq!(html.untranslated(), Vec::<String>::new(), "{}: keys instead of words", answer.asked);
    html.words()
}

async fn public(site: &TestSite) -> String {
    words(&site.get(PAGE).await.expect(200))
}

/// Two translators whose language is French.
async fn two(site: &TestSite) -> (Somebody, Somebody) {
    let amina = somebody(site, "amina", Locale::Fr, Some(Role::Translator)).await;
    (amina, somebody(site, "bruno", Locale::Fr, Some(Role::Translator)).await)
}

/// What the form sends back of a draft that was kept: the moment that it shows.
async fn seen(author: &Somebody, site: &TestSite, field: &str) -> String {
    let page = author.get(site, DESK).await.expect(200);
    let value = page.text().split(&format!("name=\"seen-{field}\" value=\"")).nth(1).and_then(|rest| rest.split('"').next());
    value.expect("a field").to_owned()
}

on_both!(a_spanish_practice_is_translated_by_one_read_by_another_and_found_in_french, |store| {
    let site = site(store).await;
    let (amina, bruno) = two(&site).await;
    let before = public(&site).await;
    assert!(before.contains("Affiché en espagnol") && before.contains("Aider à traduire") && before.contains("Langue d’origine"), "{before}");
    assert!(site.get(PAGE).await.text().contains("/fr/sign-in?next=%2Ffr%2Fpractices%2Foficio"), "a visitor signs in first");
    assert!(amina.get(&site, PAGE).await.text().contains(DESK), "who may translate goes to the desk");

    let list = amina.get(&site, "/fr/translate").await.expect(200);
    assert!(list.text().contains(DESK) && words(&list).contains("4 textes sur 4 manquent"), "{}", list.text());
    let desk = amina.get(&site, DESK).await.expect(200);
    assert!(desk.text().contains("<mark>trabajo infantil</mark>") && desk.text().contains("travail des enfants"), "{}", desk.text());

    let texts =
        [("revision", "1"), ("text-title", "Apprendre un métier"), ("text-summary", "Les jeunes apprennent un métier."), ("text-challenge", "")];
    let save = [texts.as_slice(), &[("do", "save")]].concat();
    let saved = amina.send(&site, DESK, &save).await.expect(303);
    assert!(words(&amina.get(&site, saved.location()).await.expect(200)).contains("pas encore publié"));
    assert!(bruno.waiting(&site).await.is_empty(), "what is not handed over waits for nobody");
    let seen = (seen(&amina, &site, "title").await, seen(&amina, &site, "summary").await);
    let moments = [("seen-title", seen.0.as_str()), ("seen-summary", seen.1.as_str()), ("do", "hand-over")];
    amina.send(&site, DESK, &[texts.as_slice(), &moments].concat()).await.expect(303);
    assert!(!public(&site).await.contains("métier"), "nothing is published unread");

    let own = amina.words(&site, WAITING).await;
    assert!(own.contains("C’est vous qui l’avez écrit"), "{own}");
    assert!(bruno.words(&site, "/fr/desk").await.contains("2 traductions attendent une relecture"));
    assert!(!amina.words(&site, "/fr/desk").await.contains("une relecture"));
    let ids = bruno.waiting(&site).await;
    assert_eq!((ids.len(), amina.waiting(&site).await.len()), (2, 0));
    for id in &ids {
        amina.send(&site, WAITING, &[("translation", id), ("do", "through")]).await.expect(404);
    }
    bruno.let_all_through(&site).await;
    bruno.send(&site, WAITING, &[("translation", &ids[0]), ("do", "through")]).await.expect(422);

    let page = public(&site).await;
    assert!(page.contains("Apprendre un métier") && page.contains("Les jeunes apprennent un métier."), "{page}");
    assert!(page.contains("Affiché en espagnol"), "the other texts say in which language they are shown: {page}");
    let found = site.get("/fr/search?q=jeunes+apprennent+un+m%C3%A9tier").await.expect(200);
    assert!(found.text().contains(PAGE));
    let item = site.get("/api/v1/search?q=oficio&lang=es").await.expect(200).json()["items"][0].clone();
    assert_eq!((&item["slug"], &item["lang"], &item["original"]), (&json!("oficio"), &json!("es"), &json!("es")));
    let last = site.store.revisions(&key("practice/oficio")).await.expect("revisions").remove(0);
    assert_eq!((last.change, last.signature.author, last.signature.reviewer), (Change::Translated, amina.id.to_string(), bruno.id.to_string()));
    let inbox = site.store.notices(amina.id.0, None, 10).await.expect("notices");
    assert_eq!(inbox.entries.iter().map(|entry| entry.notice.message()).collect::<Vec<_>>(), ["notice-translation-through"; 2]);
});

on_both!(a_translation_is_outdated_when_the_original_changes_until_somebody_looks_at_it_again, |store| {
    let site = site(store).await;
    let (amina, bruno) = two(&site).await;
    amina.send(&site, DESK, &[("text-summary", "Les jeunes apprennent un métier."), ("do", "hand-over")]).await.expect(303);
    bruno.let_all_through(&site).await;
    assert!(!public(&site).await.contains("L’original a changé"));

    let record = site.store.find(&key("practice/oficio")).await.expect("find").expect("there");
    let mut line = record.body.to_json(&record.envelope.key);
    line["summary"]["es"] = "Los jóvenes aprenden un oficio nuevo.".into();
    site.save(&[ayni_domain::record::read_record(&line).expect("valid")]).await;
    let page = public(&site).await;
    assert!(page.contains("L’original a changé depuis la version 3") && page.contains("Les jeunes apprennent un métier."), "{page}");
    let list = amina.words(&site, "/fr/translate?to=fr&show=outdated").await;
    assert!(list.contains("1 texte est dépassé depuis la version 3") && list.contains("Dépassées : 1"), "{list}");
    let desk = amina.get(&site, DESK).await.expect(200);
    assert!(
        words(&desk).contains("Dépassé depuis la version 3") && desk.text().contains("<ins>") && desk.text().contains("nuevo"),
        "{}",
        desk.text()
    );

    let same = [("revision", "3"), ("text-summary", "Les jeunes apprennent un métier.")];
    amina.send(&site, DESK, &[same.as_slice(), &[("do", "hand-over")]].concat()).await.expect(303);
    assert!(bruno.waiting(&site).await.is_empty(), "nothing was changed, and nobody said that it was looked at");
    amina.send(&site, DESK, &[same.as_slice(), &[("keep-summary", "yes"), ("do", "hand-over:summary")]].concat()).await.expect(303);
    bruno.let_all_through(&site).await;
    assert!(!public(&site).await.contains("L’original a changé"));
    assert!(amina.words(&site, "/fr/translate?to=fr&show=outdated").await.contains("Aucune traduction vers cette langue n’est dépassée"));
});

on_both!(a_machine_suggests_when_it_is_asked_and_nobody_publishes_its_words_alone, |store| {
    let site = site(store).await;
    let (amina, bruno) = two(&site).await;
    let desk = amina.words(&site, DESK).await;
    assert!(desk.contains("envoyés à translator.example"), "{desk}");
    amina.send(&site, DESK, &[("text-title", "Apprendre un métier"), ("do", "save")]).await.expect(303);
    assert_eq!(site.translator.asked(), [], "nothing leaves before the button is pressed");

    amina.send(&site, DESK, &[("text-title", "Apprendre un métier"), ("do", "suggest:summary")]).await.expect(303);
    let asked = site.translator.asked();
    assert_eq!(asked.iter().flat_map(|asked| asked.texts.clone()).collect::<Vec<_>>(), ["Los jóvenes aprenden un oficio."]);
    assert_eq!((asked[0].from.as_str(), asked[0].to.as_str()), ("es", "fr"));
    amina.send(&site, DESK, &[("do", "suggest")]).await.expect(303);
    assert_eq!(site.translator.asked()[1].texts, ["Había mucho trabajo infantil.", "Se enseñan unos a otros."], "what was begun is left alone");
    let desk = amina.words(&site, DESK).await;
    assert!(desk.contains("[fr] Los jóvenes") && desk.contains("Traduction automatique"), "{desk}");
    assert!(!public(&site).await.contains("[fr]"), "a machine's words are not public");
    assert!(bruno.waiting(&site).await.is_empty(), "nor are they handed over by themselves");
    assert!(bruno.words(&site, DESK).await.contains("[fr] Los jóvenes"), "others at the desk see what was begun");

    // One text is handed over as the machine wrote it, another with words of her own.
    let seen = (seen(&amina, &site, "summary").await, seen(&amina, &site, "challenge").await);
    let texts = [
        ("text-summary", "[fr] Los jóvenes aprenden un oficio."),
        ("seen-summary", seen.0.as_str()),
        ("text-challenge", "Le travail des enfants était répandu."),
        ("seen-challenge", seen.1.as_str()),
    ];
    amina.send(&site, DESK, &[texts.as_slice(), &[("do", "hand-over")]].concat()).await.expect(303);
    for id in bruno.waiting(&site).await {
        amina.send(&site, WAITING, &[("translation", &id), ("do", "through")]).await.expect(404);
    }
    assert!(!public(&site).await.contains("[fr]"));
    assert!(bruno.words(&site, WAITING).await.contains("Traduction automatique"));
    bruno.let_all_through(&site).await;
    let page = public(&site).await;
    assert!(page.contains("[fr] Los jóvenes aprenden un oficio.") && page.contains("Le travail des enfants était répandu."), "{page}");
    assert_eq!(page.matches("Traduction automatique, relue par une personne").count(), 1, "{page}");
});

on_both!(a_machine_that_fails_or_is_asked_too_often_loses_nothing, |store| {
    let site = site(store).await;
    let (amina, bruno) = two(&site).await;
    site.translator.refuse(true);
    let failed = amina.send(&site, DESK, &[("text-title", "Mon titre"), ("do", "suggest:summary")]).await.expect(422);
    let said = words(&failed);
    assert!(said.contains("pas donné de réponse utilisable") && said.contains("Mon titre"), "{said}");
    site.translator.refuse(false);
    let (person, now) = (amina.id.to_string(), site.clock.now());
    while site.store.attempt(MACHINE_TRANSLATIONS, &person, now).await.expect("counted").allowed {}
    let before = site.translator.asked().len();
    let refused = amina.send(&site, DESK, &[("text-challenge", "Mes mots"), ("do", "suggest:summary")]).await.expect(422);
    assert!(words(&refused).contains("si souvent") && words(&refused).contains("Mes mots"));
    assert_eq!(site.translator.asked().len(), before);
    bruno.send(&site, DESK, &[("do", "suggest:summary")]).await.expect(303);
    let own = bruno.send(&site, DESK, &[("do", "suggest:summary")]).await.expect(422);
    assert!(words(&own).contains("Il ne reste rien à demander"), "the machine does not write over a draft");
});

on_both!(a_translation_is_sent_back_with_a_reason_that_its_author_reads, |store| {
    let site = site(store).await;
    let (amina, bruno) = two(&site).await;
    amina.send(&site, DESK, &[("text-title", "Apprendre le bureau"), ("do", "hand-over")]).await.expect(303);
    let id = bruno.waiting(&site).await.remove(0);
    let silent = bruno.send(&site, WAITING, &[("translation", &id), ("do", "back"), ("reason", " ")]).await.expect(422);
    assert!(words(&silent).contains("Écrivez quelques mots ici."));
    let reason = "« oficio » : métier, pas <i>bureau</i>.";
    bruno.send(&site, WAITING, &[("translation", &id), ("do", "back"), ("reason", reason)]).await.expect(303);
    assert!(bruno.waiting(&site).await.is_empty());

    assert!(amina.words(&site, "/fr/desk").await.contains("1 de vos traductions vous est revenue"));
    assert!(amina.words(&site, "/fr/translate").await.contains("Aprender un oficio : vous est revenu"));
    let desk = amina.get(&site, DESK).await.expect(200);
    assert!(words(&desk).contains(reason) && !desk.text().contains("<i>bureau"), "{}", desk.text());
    site.deliver().await;
    let mail = site.mails.sent().pop().expect("a mail");
    assert!(mail.text().contains(reason) && mail.text().contains("/fr/translate/practices/oficio?to=fr"), "{}", mail.text());

    let moment = seen(&amina, &site, "title").await;
    let again = [("text-title", "Apprendre un métier"), ("seen-title", &moment), ("do", "hand-over:title")];
    amina.send(&site, DESK, &again).await.expect(303);
    assert!(!amina.words(&site, "/fr/desk").await.contains("vous est revenue"));
    bruno.let_all_through(&site).await;
    assert!(public(&site).await.contains("Apprendre un métier"));
});

on_both!(nothing_that_was_written_is_lost, |store| {
    let site = site(store).await;
    let (amina, bruno) = two(&site).await;
    amina.send(&site, DESK, &[("text-title", "De l’une"), ("do", "save")]).await.expect(303);
    bruno.send(&site, DESK, &[("text-title", "De l’autre"), ("do", "save")]).await.expect(303);
    for reader in [&amina, &bruno] {
        let desk = reader.words(&site, DESK).await;
        assert!(desk.contains("De l’une") && desk.contains("De l’autre"), "two people at one text: both stand there: {desk}");
    }

    // A window that was opened before the draft was kept.
    let stale = amina.send(&site, DESK, &[("text-title", "D’une autre fenêtre"), ("seen-title", "0"), ("do", "hand-over")]).await.expect(422);
    let both = words(&stale);
    assert!(both.contains("D’une autre fenêtre") && both.contains("De l’une"), "{both}");
    assert!(bruno.waiting(&site).await.is_empty(), "what is not settled is not handed over");

    // One text cannot be kept; the others are, and what was typed stays in the field.
    let five = "Première. Deuxième. Troisième. Quatrième. Cinquième.";
    let wrong = amina.send(&site, DESK, &[("text-summary", five), ("text-challenge", "Bien."), ("do", "save")]).await.expect(422);
    assert!(words(&wrong).contains(five) && words(&wrong).contains("Bien."), "{}", wrong.text());
    let own = site.store.unfinished_translations(&amina.id.to_string(), 10).await.expect("drafts");
    assert_eq!(own.iter().map(|(_, draft)| draft.field.as_str()).collect::<Vec<_>>(), ["title", "challenge"]);

    // Who empties a field takes their draft back.
    let moment = seen(&amina, &site, "challenge").await;
    amina.send(&site, DESK, &[("text-challenge", ""), ("seen-challenge", &moment), ("do", "save")]).await.expect(303);
    assert_eq!(site.store.unfinished_translations(&amina.id.to_string(), 10).await.expect("drafts").len(), 1);
});

on_both!(markup_in_a_translation_is_text, |store| {
    let site = site(store).await;
    let (amina, bruno) = two(&site).await;
    let evil = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'</textarea><b>";
    amina.send(&site, DESK, &[("text-title", evil), ("text-summary", evil), ("text-challenge", evil), ("do", "hand-over")]).await.expect(303);
    let pages = [DESK, "/fr/translate", WAITING, "/fr/desk"];
    for path in pages {
        for reader in [&amina, &bruno] {
            let page = reader.get(&site, path).await.expect(200);
            Html::read(page.text()).assert_harmless(path);
        }
    }
    bruno.let_all_through(&site).await;
    let page = site.get(PAGE).await.expect(200);
    Html::read(page.text()).assert_harmless(PAGE);
    assert!(public(&site).await.contains(evil));
    Html::read(site.get("/fr/search?q=alert").await.expect(200).text()).assert_harmless("search");
});

on_both!(who_speaks_for_the_steward_translates_and_translators_read, |store| {
    let site = site(store).await;
    let speaker = somebody(&site, "carla", Locale::Fr, None).await;
    let (bruno, plain) = (somebody(&site, "bruno", Locale::Fr, Some(Role::Translator)).await, somebody(&site, "dina", Locale::Fr, None).await);
    let (asked, now) = (ask(speaker.id, "senai", Capacity::Contributor, site.clock.now()), site.clock.now());
    let tx = site.store.begin().await.expect("a transaction");
    tx.set_steward(&key("practice/oficio"), &Steward::Organization(key("organization/senai").slug), &signature()).await.expect("a steward");
    tx.add_mandate(&asked).await.expect("asked");
    tx.save_mandate(&asked.accept(bruno.id, "", now).expect("accepted"), MandateState::Requested).await.expect("saved");
    tx.commit().await.expect("committed");
    site.site.follow().await.expect("the site follows");

    let list = speaker.get(&site, "/fr/translate").await.expect(200);
    assert!(list.text().contains(DESK) && !list.text().contains("/practices/english"), "{}", list.text());
    speaker.get(&site, DESK).await.expect(200);
    for path in ["/fr/translate/practices/english?to=fr", WAITING] {
        speaker.get(&site, path).await.expect(404);
        speaker.send(&site, path, &[("text-title", "x")]).await.expect(404);
    }
    speaker.send(&site, DESK, &[("text-title", "Apprendre un métier"), ("do", "hand-over")]).await.expect(303);
    let id = bruno.waiting(&site).await.remove(0);
    for stranger in [&speaker, &plain] {
        stranger.send(&site, WAITING, &[("translation", &id), ("do", "through")]).await.expect(404);
    }
    for path in ["/fr/translate", DESK, WAITING] {
        plain.get(&site, path).await.expect(404);
        assert!(site.get(path).await.expect(303).location().starts_with("/fr/sign-in"), "{path}");
    }
    assert!(!plain.get(&site, PAGE).await.text().contains("/fr/translate"), "no link leads who may not translate to nothing");
    bruno.get(&site, "/fr/translate/practices/oficio?to=es").await.expect(200);
    bruno.get(&site, "/fr/translate/practices/nothing").await.expect(404);
});
