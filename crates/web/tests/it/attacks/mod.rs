//! Attacks: what hostile texts, links, requests and bodies do to pages, feeds and mails; the answer is always nothing.

mod bodies;
mod links;
mod network;
mod published;
mod reflected;
mod written;

use ayni_domain::mandate::{Capacity, MandateState};
use ayni_domain::proof::Proof;
use ayni_domain::role::{Role, Roles};
use ayni_domain::{Person, PersonId};
use ayni_store::Secret;
use ayni_store::testing::{add_person, ask};

use crate::html::Html;
use crate::world::{Answer, TestSite};

/// What somebody may write so that it becomes part of a page. Each names its element or attribute `attack`, so that it is known again.
pub const HOSTILE: [&str; 8] = [
    "<script>attack()</script><attack>",
    "\"><attack onattack=1><svg onload=attack()>",
    "' onattack='attack()' attack x='",
    "\" onfocus=\"attack()\" autofocus data-attack=\"",
    "</textarea></title></style></option></select><attack>",
    "</script><!--<script>attack()</script>-->]]><attack>",
    "javascript:attack()//",
    "\u{202e}kcatta\u{2066}\u{2028}{{ attack }} ${attack} { $attack } &lt;attack&gt; &#x6a;avascript:attack()",
];

/// Asserts that nothing of a page came from such a text but words.
pub fn check_page(answer: &Answer) -> Html {
    let html = Html::read(answer.text());
    html.assert_harmless(&answer.asked);
    for tag in &html.tags {
        for (name, _) in &tag.attributes {
            assert!(!name.contains("attack") && name != "autofocus", "{}: a foreign attribute {tag:?}", answer.asked);
        }
        // A browser that reads `<!--<script` there would not see the end.
        assert!(tag.name != "script" || !tag.text.contains('<'), "{}: markup in data {tag:?}", answer.asked);
    }
    html
}

/// The same for the HTML text of every mail that has left, and for their headers.
pub fn check_mails(site: &TestSite) {
    const ELEMENTS: &str = "html head meta title style body div p br table tr td a ul li bdi";
    for mail in site.mails.sent() {
        for tag in &Html::read(mail.html()).tags {
            assert!(ELEMENTS.split(' ').any(|name| name == tag.name), "a foreign element {tag:?}");
            for (name, value) in &tag.attributes {
                assert!(!name.starts_with("on") && !name.contains("attack"), "a foreign attribute {tag:?}");
                assert!(name != "href" || value.starts_with("https://ayni.example/"), "a foreign link {tag:?}");
            }
            assert!(tag.name != "style" || !tag.text.contains("attack"), "{tag:?}");
        }
        let bytes = String::from_utf8_lossy(mail.bytes()).into_owned();
        let (head, _) = bytes.split_once("\r\n\r\n").expect("headers");
        for line in head.split("\r\n").filter(|line| !line.starts_with([' ', '\t'])) {
            assert!(!line.to_lowercase().starts_with("bcc") && !line.to_lowercase().starts_with("attack"), "{line}");
        }
    }
}

/// Asserts that a redirection stays on the site.
pub fn check_leads_home(answer: &Answer) {
    let target = answer.location();
    let is_own = target.starts_with('/') && !target.starts_with("//") && !target.contains(['\\', '\r', '\n']);
    assert!(target.is_empty() || is_own, "{} leads to {target}", answer.asked);
    assert!(!answer.header("set-cookie").contains("attack"), "{}", answer.asked);
}

/// Somebody at their browser.
pub struct Somebody<'a> {
    site: &'a TestSite,
    pub person: Person,
    pub cookie: String,
}

impl<'a> Somebody<'a> {
    /// Somebody new and signed in, with these roles.
    pub async fn new(site: &'a TestSite, handle: &str, roles: &[Role]) -> Self {
        let person = add_person(&site.store, handle).await;
        let tx = site.store.begin().await.expect("a transaction");
        tx.set_roles(person.id, roles.iter().fold(Roles::NONE, |roles, role| roles.with(*role))).await.expect("roles");
        tx.commit().await.expect("committed");
        let secret = Secret::random().expect("random bytes");
        site.store.begin_session(&secret.hash(), person.id, Proof::Link, "", site.clock.now()).await.expect("a session");
        Self { site, person, cookie: format!("__Host-ayni={secret}") }
    }

    /// Lets them be focal point of an organization; somebody else has decided it.
    pub async fn speaks_for(self, organization: &str, decider: PersonId) -> Self {
        let now = self.site.clock.now();
        let asked = ask(self.person.id, organization, Capacity::FocalPoint, now);
        let tx = self.site.store.begin().await.expect("a transaction");
        tx.add_mandate(&asked).await.expect("asked");
        tx.save_mandate(&asked.accept(decider, "", now).expect("accepted"), MandateState::Requested).await.expect("saved");
        tx.commit().await.expect("committed");
        self
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.site.get_with(path, &[("cookie", &self.cookie)]).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.site.send(path, &[("cookie", &self.cookie)], fields).await
    }

    /// Looks at pages, which must show nothing of a hostile text but words.
    pub async fn look(&self, paths: &[&str]) {
        for path in paths {
            check_page(&self.get(path).await.expect(200));
        }
    }
}
