//! One readable line, for people who copy a citation by hand.

use ayni_domain::{Locale, Record};

use super::Work;

/// Writes a record as one line: who, year, title, series, publisher or place, ISBN, address.
///
/// There are no words in it but the record's own, so it reads in every language; a publication without authors opens with its publisher.
#[must_use]
pub fn plain(record: &Record, locale: Locale, url: &str) -> String {
    let work = Work::new(record, locale, url);
    let editors = work.editors.iter().map(|name| format!("{name} (ed.)"));
    let names: Vec<String> = work.authors.iter().cloned().chain(editors).collect();
    let (who, publisher) = if names.is_empty() { (work.publisher, None) } else { (Some(names.join(comma(locale))), work.publisher) };
    let year = work.start.map(|date| format!("({})", date.year()));
    let begin = [who, year].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let isbn = work.isbn.map(|isbn| format!("ISBN {isbn}"));
    let parts = [Some(begin), Some(work.title), work.series, publisher, work.place, isbn];
    let mut line: String = parts.into_iter().flatten().filter(|part| !part.is_empty()).map(|part| sentence(&part)).collect();
    line.push_str(&crate::facts::one_line(url));
    line
}

/// The part with a full stop and a space, unless it ends with a mark of its own.
fn sentence(part: &str) -> String {
    let ends = part.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟']);
    format!("{part}{} ", if ends { "" } else { "." })
}

const fn comma(locale: Locale) -> &'static str {
    match locale {
        Locale::Ar => "، ",
        Locale::Zh => "、",
        _ => ", ",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;

    fn check(record: &Record, locale: Locale, expected: &str) {
        assert_eq!(plain(record, locale, "https://ayni.example/x"), expected);
    }

    #[test]
    fn a_citation_reads_as_one_line() {
        check(
            &samples::record("publication/asean-guidelines-return-reintegration-2021"),
            Locale::En,
            "ASEAN (2021). ASEAN Guidelines on Effective Return and Reintegration of Migrant Workers. https://ayni.example/x",
        );
        check(
            &samples::record("event/african-conference-decent-work-sse-grand-bassam-2022"),
            Locale::Ar,
            "International Labour Organization، Friedrich-Ebert-Stiftung (2022). African regional conference on decent work and the social and \
             solidarity economy. Grand-Bassam, Côte d’Ivoire. https://ayni.example/x",
        );
        check(&samples::record("grouping/brics"), Locale::Zh, "(2026). BRICS. https://ayni.example/x");
        check(
            &samples::from_line(
                r#"{"kind":"publication","slug":"x","title":{"es":"¿Qué\nfuncionó?"},"summary":{"en":"S."},"type":"book","year":2019,
                "authors":["Manuel Gómez Galán","Anita Amorim (ed.)"],"publisher":"OIT","series":"Guía 2","isbn":"978-92-9088-261-9","pages":90,
                "sources":[{"url":"https://example.org","title":"t"}]}"#,
            ),
            Locale::Es,
            "Manuel Gómez Galán, Anita Amorim (ed.) (2019). ¿Qué funcionó? Guía 2. OIT. ISBN 978-92-9088-261-9. https://ayni.example/x",
        );
    }

    #[test]
    fn every_citation_of_the_corpus_is_one_line_that_ends_with_the_address() {
        for record in samples::all() {
            let line = plain(&record, Locale::Pt, "https://ayni.example/x");
            assert!(line.ends_with(" https://ayni.example/x") && !line.chars().any(char::is_control), "{line}");
        }
    }
}
