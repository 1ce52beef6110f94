//! How often one is mailed about each topic.

use std::collections::BTreeMap;

use askama::Template;
use axum::body::Body;
use axum::http::{Response, StatusCode};
use ayni_domain::notice::{Frequency, Preference, Topic};

use crate::page::{Fields, PageResult, Reader, page, see_other};
use crate::view::{Choice, Cx, Link};
use crate::who::Member;

struct TopicView {
    code: &'static str,
    label: String,
    /// Of one there is nothing to choose.
    choices: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "notice_choice.html")]
struct ChoicePage {
    cx: Cx,
    crumbs: Vec<Link>,
    menu: Vec<Link>,
    topics: Vec<TopicView>,
    saved: bool,
    wrong: bool,
}

/// `GET /{lang}/account/notices`
pub(crate) async fn get(reader: Reader) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => show(&reader.0, &member, StatusCode::OK).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn show(cx: &Cx, member: &Member, status: StatusCode) -> PageResult {
    let kept = cx.site.store.preferences(member.person.id.0).await?;
    let shown = ChoicePage {
        crumbs: vec![Link::new(cx.href("/desk"), cx.t("desk")), Link::new(cx.href("/account"), cx.t("account"))],
        menu: cx.account_menu(),
        topics: Topic::ALL.iter().map(|topic| view(cx, *topic, &kept)).collect(),
        saved: cx.query == "?saved",
        wrong: status != StatusCode::OK,
        cx: cx.clone(),
    };
    Ok(page(status, shown.render()?))
}

fn view(cx: &Cx, topic: Topic, kept: &BTreeMap<Topic, Frequency>) -> TopicView {
    let chosen = topic.frequency(kept.get(&topic).copied());
    let choice = |frequency: &Frequency| Choice {
        value: frequency.code().to_owned(),
        text: cx.t(&format!("frequency-{frequency}")),
        chosen: *frequency == chosen,
    };
    TopicView { code: topic.code(), label: cx.t(&format!("notice-topic-{topic}")), choices: topic.choices().iter().map(choice).collect() }
}

/// `POST /{lang}/account/notices`
pub(crate) async fn save(reader: Reader, fields: Fields) -> Response<Body> {
    let result = match reader.member() {
        Ok(member) => write(&reader.0, &member, &fields).await,
        Err(error) => Err(error),
    };
    reader.answer(result)
}

async fn write(cx: &Cx, member: &Member, fields: &Fields) -> PageResult {
    let asked = Topic::ALL.iter().filter(|topic| !fields.get(topic.code()).is_empty());
    let choice = |topic: &Topic| Preference::new(*topic, Frequency::parse(fields.get(topic.code()))?).ok();
    let Some(choices) = asked.map(choice).collect::<Option<Vec<Preference>>>() else {
        return show(cx, member, StatusCode::UNPROCESSABLE_ENTITY).await; // no page of ours sends that
    };
    let tx = cx.site.store.begin().await?;
    for choice in choices {
        tx.set_preference(member.person.id.0, choice).await?;
    }
    tx.commit().await?;
    Ok(see_other(&format!("{}?saved", cx.href("/account/notices"))))
}
