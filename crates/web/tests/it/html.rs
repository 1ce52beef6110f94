//! Reading the HTML that the templates make, strictly: what is not well-formed fails the test that asked for it.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

/// Elements that have no end.
const VOID: [&str; 8] = ["meta", "link", "input", "br", "hr", "img", "use", "path"];
/// Attributes whose values are read aloud or shown.
const SPOKEN: [&str; 6] = ["alt", "aria-label", "content", "placeholder", "title", "value"];
/// All elements that pages are made of; whatever else stands in a page came from somebody's text.
const ELEMENTS: &str = "a article aside audio b bdi blockquote body br button caption cite code datalist dd del details div dl dt em fieldset figcaption figure \
    footer form h1 h2 h3 h4 head header hr html img input ins label legend li link main mark meta nav ol option p path script search section select \
    small span strong summary svg table tbody td textarea th thead time title tr ul use";

/// A start tag with its attributes.
#[derive(Debug)]
pub struct Tag {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    /// Text up to the next tag.
    pub text: String,
}

/// A page as its start tags in order; `use` and `path` in `svg` count as void.
#[derive(Debug)]
pub struct Html {
    pub tags: Vec<Tag>,
    texts: Vec<String>,
}

impl Tag {
    /// The value of an attribute, empty where there is none.
    pub fn get(&self, name: &str) -> &str {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str()).unwrap_or_default()
    }
}

impl Html {
    /// Reads a page.
    pub fn read(page: &str) -> Self {
        let mut rest = page.trim_start().strip_prefix("<!doctype html>").expect("a document type");
        let (mut html, mut open) = (Self { tags: Vec::new(), texts: Vec::new() }, Vec::new());
        while let Some((text, after)) = rest.split_once('<') {
            html.text(text);
            let (tag, after) = after.split_once('>').unwrap_or_else(|| panic!("a tag has no end: {}", start(after)));
            rest = after;
            if let Some(name) = tag.strip_prefix('/') {
                assert_eq!(open.pop().as_deref(), Some(name), "an element ends that was not begun last, before {}", start(rest));
                continue;
            }
            let tag = read_tag(tag);
            if tag.name == "script" {
                let (content, after) = rest.split_once("</script>").expect("a script ends");
                rest = after;
                html.tags.push(Tag { text: content.to_owned(), ..tag });
                continue;
            }
            if !VOID.contains(&tag.name.as_str()) {
                open.push(tag.name.clone());
            }
            html.tags.push(tag);
        }
        html.text(rest);
        assert!(open.is_empty(), "elements without an end: {open:?}");
        html
    }

    fn text(&mut self, text: &str) {
        let text = unescape(text);
        if let Some(tag) = self.tags.last_mut().filter(|tag| tag.text.is_empty() && tag.name != "script") {
            text.clone_into(&mut tag.text);
        }
        self.texts.push(text);
    }

    /// All elements of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Tag> {
        self.tags.iter().filter(move |tag| tag.name == name)
    }

    /// Values of an attribute of elements with another attribute of this value: `links("rel", "canonical", "href")`.
    pub fn links(&self, name: &str, value: &str, wanted: &str) -> Vec<String> {
        self.all("link").filter(|link| link.get(name) == value).map(|link| link.get(wanted).to_owned()).collect()
    }

    /// All text of the page, pieces one a line.
    pub fn words(&self) -> String {
        self.texts.join("\n")
    }

    /// Asserts that nothing on the page is script or style of its own, and that there is nothing but our elements.
    pub fn assert_harmless(&self, asked: &str) {
        for tag in &self.tags {
            assert!(ELEMENTS.split(' ').any(|name| name == tag.name), "{asked}: a foreign element {tag:?}");
            for (name, value) in &tag.attributes {
                let name_is_plain = name.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c == ':' || c.is_ascii_digit());
                assert!(name_is_plain && !name.starts_with("on") && name != "style", "{asked}: a foreign attribute {tag:?}");
                let leads = matches!(name.as_str(), "href" | "src" | "action" | "formaction" | "data-suggest");
                let is_ours = ["/", "#", "https://", "http://", "mailto:"].iter().any(|start| value.starts_with(start)) && !value.starts_with("//");
                assert!(!leads || is_ours || value.is_empty(), "{asked}: a foreign link {tag:?}");
            }
            let is_data = tag.name == "script" && tag.get("type") == "application/ld+json" && tag.get("src").is_empty();
            let is_file = tag.name == "script" && tag.get("src").starts_with("/assets/") && tag.text.is_empty();
            assert!(tag.name != "script" || is_data || is_file, "{asked}: an inline script {tag:?}");
        }
    }

    /// Message keys that stand on the page where their words should.
    pub fn untranslated(&self) -> Vec<String> {
        let spoken = |tag: &'static [&str], own: &Tag| {
            own.attributes.iter().filter(|(name, _)| tag.contains(&name.as_str())).map(|(_, value)| value.clone()).collect::<Vec<_>>()
        };
        let attributes = self.tags.iter().filter(|tag| tag.name != "option").flat_map(|tag| spoken(&SPOKEN, tag));
        let texts = self.texts.iter().cloned().chain(attributes);
        texts.filter(|text| text.contains("{ $") || text.contains("{$") || is_key(text.trim()) || text.split_whitespace().any(is_known)).collect()
    }
}

fn read_tag(tag: &str) -> Tag {
    let end = tag.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(tag.len());
    let (name, mut rest) = tag.split_at(end);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() || rest == "/" {
            return Tag { name: name.to_owned(), attributes, text: String::new() };
        }
        let end = rest.find([' ', '=', '\n']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let Some(after) = after.strip_prefix('=') else {
            attributes.push((name.to_owned(), String::new()));
            rest = after;
            continue;
        };
        let quoted = after.strip_prefix('"').unwrap_or_else(|| panic!("a value without quotes: {tag}"));
        let (value, after) = quoted.split_once('"').unwrap_or_else(|| panic!("a value without an end: {tag}"));
        attributes.push((name.to_owned(), unescape(value)));
        rest = after;
    }
}

fn start(text: &str) -> String {
    text.chars().take(120).collect()
}

fn unescape(text: &str) -> String {
    let entities =
        [("&lt;", "<"), ("&#60;", "<"), ("&gt;", ">"), ("&#62;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{a0}")];
    let text = entities.iter().fold(text.to_owned(), |text, (entity, plain)| text.replace(entity, plain));
    text.replace("&#38;", "&").replace("&amp;", "&")
}

/// All message keys.
static KEYS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales/en");
    let files = std::fs::read_dir(folder).expect("messages").flatten();
    let texts: Vec<String> = files.map(|file| std::fs::read_to_string(file.path()).expect("messages")).collect();
    let keys = texts.iter().flat_map(|text| text.lines()).filter_map(|line| line.split_once(" =").map(|(key, _)| key));
    keys.filter(|key| key.starts_with(|c: char| c.is_ascii_lowercase()) && !key.contains(' ')).map(str::to_owned).collect()
});

fn is_known(word: &str) -> bool {
    word.contains('-') && KEYS.contains(word)
}

/// Whether a text is nothing but a word that begins as message keys begin: a key that no language has.
fn is_key(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-';
    let Some((first, _)) = text.split_once('-') else { return false };
    text.chars().all(plain) && !first.is_empty() && KEYS.iter().any(|key| key.split_once('-').is_some_and(|(own, _)| own == first))
}
