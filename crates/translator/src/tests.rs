//! Asking a real HTTP server on this machine, which answers as it is told.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use parking_lot::Mutex;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::*;

const KEY: &str = "s3cret-key";

/// How a server answers.
#[derive(Clone, Copy)]
enum Manner {
    /// As the API promises: each text with the language before it.
    Well,
    /// With this status and body.
    With(StatusCode, &'static str),
    /// By sending on to another address.
    Elsewhere,
    /// With more than anybody asked for.
    Endlessly,
    /// Never.
    Never,
}

type Heard = Arc<Mutex<Vec<Value>>>;

async fn answer(State((manner, heard)): State<(Manner, Heard)>, headers: HeaderMap, body: String) -> Response {
    assert_eq!(headers[header::CONTENT_TYPE], "application/json");
    let asked: Value = serde_json::from_str(&body).expect("JSON");
    heard.lock().push(asked.clone());
    match manner {
        Manner::Well => {
            let said = |text: &Value| format!("{}: {}", asked["target"].as_str().expect("a language"), text.as_str().expect("a text"));
            let texts: Vec<String> = asked["q"].as_array().expect("a list").iter().map(said).collect();
            json!({ "translatedText": texts }).to_string().into_response()
        }
        Manner::With(status, body) => (status, body).into_response(),
        Manner::Elsewhere => (StatusCode::FOUND, [(header::LOCATION, "/other")]).into_response(),
        Manner::Endlessly => json!({ "translatedText": ["x".repeat(1_000_000)] }).to_string().into_response(),
        Manner::Never => std::future::pending().await,
    }
}

/// A translator that asks a server of this manner, and what the server hears.
async fn server(manner: Manner, path: &str) -> (Translator, Heard) {
    let heard = Heard::default();
    let routes = Router::new().route("/translate", post(answer)).route("/api/translate", post(answer)).route("/other", post(answer));
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let routes = routes.with_state((manner, heard.clone()));
    tokio::spawn(async move { axum::serve(listener, routes).await });
    let settings = ServerSettings::parse(&format!("http://{address}{path}"), Some(KEY)).expect("an address");
    let patience = if matches!(manner, Manner::Never) { Duration::from_millis(50) } else { Duration::from_secs(10) };
    (Translator::server(Server::with_timeout(settings, patience).expect("a client")), heard)
}

async fn ask(translator: &Translator, texts: &[&str]) -> Result<Vec<String>, TranslatorError> {
    let tag = |text| LanguageTag::parse(text).expect("a tag");
    translator.translate(texts, &tag("es"), &tag("pt-BR")).await
}

#[tokio::test]
async fn texts_are_asked_for_together_and_come_back_in_their_order() {
    for path in ["", "/", "/api/"] {
        let (translator, heard) = server(Manner::Well, path).await;
        assert_eq!(translator.recipient(), Some("127.0.0.1"));
        assert_eq!(ask(&translator, &["Uno.", "Dos <b>."]).await, Ok(vec!["pt: Uno.".to_owned(), "pt: Dos <b>.".to_owned()]), "{path}");
        let question = json!({"q": ["Uno.", "Dos <b>."], "source": "es", "target": "pt", "format": "text", "api_key": KEY});
        assert_eq!(heard.lock().clone(), [question]);
    }
}

#[tokio::test]
async fn what_goes_wrong_is_said_without_the_key() {
    let refuses = r#"{"error": "Invalid API key s3cret-key\nask for one"}"#;
    for (manner, expected) in [
        (Manner::With(StatusCode::FORBIDDEN, refuses), TranslatorError::Refused(403, "Invalid API key … ask for one".into())),
        (Manner::With(StatusCode::BAD_GATEWAY, "<html>"), TranslatorError::Refused(502, String::new())),
        (Manner::With(StatusCode::OK, "<html>"), TranslatorError::Answer("is not a list of texts")),
        (Manner::With(StatusCode::OK, r#"{"translatedText": "Um."}"#), TranslatorError::Answer("is not a list of texts")),
        (Manner::With(StatusCode::OK, r#"{"translatedText": []}"#), TranslatorError::Answer("has not as many texts as were asked")),
        (Manner::Elsewhere, TranslatorError::Refused(302, String::new())),
        (Manner::Endlessly, TranslatorError::Answer("is too large")),
        (Manner::Never, TranslatorError::Unreachable("no answer in time".into())),
    ] {
        let (translator, heard) = server(manner, "").await;
        let error = ask(&translator, &["Uno."]).await.expect_err("something is wrong");
        assert_eq!(error, expected);
        assert!(!format!("{error} {error:?} {translator:?}").contains(KEY));
        assert_eq!(heard.lock().len(), 1, "it is asked once, and nobody else is");
    }
}

#[tokio::test]
async fn what_cannot_be_asked_is_not_sent() {
    let (translator, heard) = server(Manner::Well, "").await;
    let long = "ñ".repeat(MOST_CHARACTERS / 2 + 1);
    assert_eq!(ask(&translator, &[&long, &long]).await, Err(TranslatorError::TooLong(MOST_CHARACTERS + 2)));
    assert_eq!(ask(&translator, &[]).await, Ok(vec![]));
    assert_eq!(heard.lock().len(), 0);
    assert_eq!((ask(&Translator::none(), &["Uno."]).await, Translator::none().recipient()), (Err(TranslatorError::None), None));
}

#[tokio::test]
async fn nobody_at_the_address_is_an_error() {
    let free = TcpListener::bind("127.0.0.1:0").await.expect("a port").local_addr().expect("an address");
    let settings = ServerSettings::parse(&format!("http://{free}"), None).expect("an address");
    let translator = Translator::server(Server::new(settings).expect("a client"));
    assert!(matches!(ask(&translator, &["Uno."]).await, Err(TranslatorError::Unreachable(_))));
}

#[tokio::test]
async fn a_double_answers_refuses_and_remembers() {
    let double = Double::default();
    let translator = Translator::double(double.clone());
    assert_eq!(ask(&translator, &["Uno."]).await, Ok(vec!["[pt] Uno.".to_owned()]));
    double.refuse(true);
    assert!(matches!(ask(&translator, &["Dos."]).await, Err(TranslatorError::Refused(503, _))));
    assert_eq!(double.asked().into_iter().flat_map(|asked| asked.texts).collect::<Vec<_>>(), ["Uno.", "Dos."]);
}

#[test]
fn an_address_is_a_web_address_without_secrets() {
    for (url, expected) in [
        ("https://translate.example.org", Ok("https://translate.example.org/translate")),
        (" http://localhost:5000/ ", Ok("http://localhost:5000/translate")),
        ("https://example.org/mt/", Ok("https://example.org/mt/translate")),
        ("ftp://example.org", Err(ServerUrlError::NotWeb)),
        ("translate.example.org", Err(ServerUrlError::NotWeb)),
        ("https://user:s3cret-key@example.org", Err(ServerUrlError::TooMuch)),
        ("https://example.org/?api_key=s3cret-key", Err(ServerUrlError::TooMuch)),
        ("https://example.org/#x", Err(ServerUrlError::TooMuch)),
    ] {
        let read = ServerSettings::parse(url, Some(KEY));
        assert!(!format!("{read:?}").contains(KEY), "{url}");
        assert_eq!(read.map(|settings| settings.to_string()), expected.map(str::to_owned), "{url}");
    }
}
