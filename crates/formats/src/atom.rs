//! Atom 1.0 feeds (RFC 4287): what is new, for feed readers.

use std::io::{self, Write};

use ayni_domain::{LanguageTag, Locale, Record};
use jiff::Timestamp;

use crate::facts;
use crate::xml::Escaped;

/// A feed; texts are unescaped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// Permanent identifier, an IRI: the same as long as the feed is about the same.
    pub id: String,
    /// Title in the language of the feed.
    pub title: String,
    /// Who answers for the entries: the name of the instance. Atom demands an author.
    pub author: String,
    /// Address of the feed itself.
    pub self_url: String,
    /// Address of the page that shows the same.
    pub html_url: String,
    /// Last change: of the newest entry, or of the instance's start where there is none.
    pub updated: Timestamp,
    /// Language of the feed.
    pub locale: Locale,
    /// Entries, the newest first.
    pub entries: Vec<Entry>,
}

/// An entry; texts are unescaped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// `urn:uuid:…` of the record: the same for every revision and language.
    pub id: String,
    /// Title.
    pub title: String,
    /// Summary, plain text.
    pub summary: String,
    /// Language of the title.
    pub lang: LanguageTag,
    /// Language of the summary, where it is another one.
    pub summary_lang: Option<LanguageTag>,
    /// Address of the page.
    pub url: String,
    /// First publication.
    pub published: Timestamp,
    /// This revision.
    pub updated: Timestamp,
    /// Themes.
    pub categories: Vec<Category>,
}

/// A category of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Code.
    pub term: String,
    /// Name for readers.
    pub label: String,
}

impl Entry {
    /// The entry of a record for readers of a language; `url` is the address of its page in that language.
    #[must_use]
    pub fn new(record: &Record, locale: Locale, url: &str) -> Self {
        let (envelope, body) = (&record.envelope, &record.body);
        let ((lang, title), (summary_lang, summary)) = (facts::title(body, locale), facts::summary(body, locale));
        let category = |theme: &ayni_domain::Theme| Category { term: theme.code().to_owned(), label: theme.name(locale).to_owned() };
        Self {
            id: format!("urn:uuid:{}", envelope.id),
            title,
            summary,
            lang: lang.clone(),
            summary_lang: (summary_lang != lang).then(|| summary_lang.clone()),
            url: url.to_owned(),
            published: envelope.published_at,
            updated: envelope.updated_at,
            categories: body.common().themes.iter().map(category).collect(),
        }
    }

    fn write(&self, writer: &mut impl Write) -> io::Result<()> {
        writeln!(writer, "<entry xml:lang=\"{}\">", Escaped(self.lang.as_str()))?;
        writeln!(writer, "<id>{}</id>", Escaped(&self.id))?;
        writeln!(writer, "<title>{}</title>", Escaped(&self.title))?;
        writeln!(writer, "<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>", Escaped(&self.url))?;
        writeln!(writer, "<published>{}</published>", self.published)?;
        writeln!(writer, "<updated>{}</updated>", self.updated)?;
        for Category { term, label } in &self.categories {
            writeln!(writer, "<category term=\"{}\" label=\"{}\"/>", Escaped(term), Escaped(label))?;
        }
        match &self.summary_lang {
            Some(lang) => write!(writer, "<summary xml:lang=\"{}\">", Escaped(lang.as_str()))?,
            None => write!(writer, "<summary>")?,
        }
        writeln!(writer, "{}</summary>\n</entry>", Escaped(&self.summary))
    }
}

impl Feed {
    /// Writes the feed as UTF-8 (media type `application/atom+xml`); characters that XML forbids are left out.
    ///
    /// # Errors
    /// What the writer answers.
    pub fn write(&self, writer: &mut impl Write) -> io::Result<()> {
        writeln!(writer, "<?xml version=\"1.0\" encoding=\"utf-8\"?>")?;
        writeln!(writer, "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">", self.locale)?;
        writeln!(writer, "<id>{}</id>", Escaped(&self.id))?;
        writeln!(writer, "<title>{}</title>", Escaped(&self.title))?;
        writeln!(writer, "<author><name>{}</name></author>", Escaped(&self.author))?;
        writeln!(writer, "<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>", Escaped(&self.self_url))?;
        writeln!(writer, "<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>", Escaped(&self.html_url))?;
        writeln!(writer, "<updated>{}</updated>", self.updated)?;
        for entry in &self.entries {
            entry.write(writer)?;
        }
        writeln!(writer, "</feed>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;
    use crate::xml::is_allowed;
    use proptest::prelude::*;

    fn feed(text: &str, entries: Vec<Entry>) -> Feed {
        let text = || text.to_owned();
        let updated = "2026-02-03T23:59:59Z".parse().expect("a moment");
        Feed { id: text(), title: text(), author: text(), self_url: text(), html_url: text(), updated, locale: Locale::Ar, entries }
    }

    fn written(feed: &Feed) -> String {
        let mut bytes = Vec::new();
        feed.write(&mut bytes).expect("memory takes everything");
        String::from_utf8(bytes).expect("UTF-8")
    }

    #[test]
    fn an_entry_states_its_languages_and_times() {
        let record = samples::record("practice/asean-plus-three-employment-services-nanning-2017");
        let feed = feed("https://ayni.example/ar?a&b", vec![Entry::new(&record, Locale::Ar, "https://ayni.example/ar/practices/x")]);
        insta::assert_snapshot!(written(&feed), @r#"
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar">
        <id>https://ayni.example/ar?a&amp;b</id>
        <title>https://ayni.example/ar?a&amp;b</title>
        <author><name>https://ayni.example/ar?a&amp;b</name></author>
        <link rel="self" type="application/atom+xml" href="https://ayni.example/ar?a&amp;b"/>
        <link rel="alternate" type="text/html" href="https://ayni.example/ar?a&amp;b"/>
        <updated>2026-02-03T23:59:59Z</updated>
        <entry xml:lang="ja">
        <id>urn:uuid:0198c0de-0000-7000-8000-000000000001</id>
        <title>「ASEAN+3」一帯一路就業支援サービスシンポジウム</title>
        <link rel="alternate" type="text/html" href="https://ayni.example/ar/practices/x"/>
        <published>2026-01-02T03:04:05Z</published>
        <updated>2026-02-03T23:59:59Z</updated>
        <category term="employment-policy" label="سياسة العمالة"/>
        <category term="labour-administration" label="إدارة العمل"/>
        <summary xml:lang="en">China&#39;s labour ministry and the ILO brought the employment authorities of ASEAN, China, Japan and Korea to Nanning for three days to compare how job services can be strengthened along the new trade routes.</summary>
        </entry>
        </feed>
        "#);
    }

    #[test]
    fn the_corpus_is_a_feed() {
        let entries: Vec<Entry> = samples::all().map(|record| Entry::new(&record, Locale::Zh, "https://ayni.example/zh/x")).collect();
        let (count, xml) = (entries.len(), written(&feed("x", entries)));
        let document = roxmltree::Document::parse(&xml).expect("well-formed XML");
        assert_eq!(document.root_element().children().filter(|node| node.has_tag_name("entry")).count(), count);
    }

    proptest! {
        #[test]
        fn a_feed_reader_gets_every_text_back(text in any::<String>(), label in any::<String>()) {
            let mut entry = Entry::new(&samples::nasty(), Locale::En, &text);
            entry.summary.clone_from(&text);
            entry.categories = vec![Category { term: "t".into(), label: label.clone() }];
            let xml = written(&feed(&text, vec![entry]));
            let document = roxmltree::Document::parse(&xml).expect("well-formed XML");
            let allowed = |text: &str| text.chars().filter(|&c| is_allowed(c)).collect::<String>();
            let find = |name: &str| document.descendants().find(|node| node.has_tag_name(name));
            prop_assert_eq!(find("title").and_then(|node| node.text()).unwrap_or_default(), allowed(&text));
            prop_assert_eq!(find("summary").and_then(|node| node.text()).unwrap_or_default(), allowed(&text));
            prop_assert_eq!(find("link").and_then(|node| node.attribute("href")).map(str::to_owned), Some(allowed(&text)));
            prop_assert_eq!(find("category").and_then(|node| node.attribute("label")).map(str::to_owned), Some(allowed(&label)));
        }
    }
}
