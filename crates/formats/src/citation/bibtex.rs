//! BibTeX: one entry a record, in UTF-8, for BibTeX and biblatex alike.

use ayni_domain::{Locale, Record};

use super::Work;

/// Writes a record as one BibTeX entry that ends with a line feed.
///
/// Titles and names are in double braces, which keep their capitals and keep a name whole. The number of pages is `pagetotal` (biblatex),
/// since `pages` means a range. The key is `kind-slug`.
#[must_use]
pub fn bibtex(record: &Record, locale: Locale, url: &str) -> String {
    let work = Work::new(record, locale, url);
    let publisher = match work.form.bibtex {
        "techreport" => "institution",
        "book" => "publisher",
        _ => "organization",
    };
    let month = work.start.and_then(|date| date.month()).and_then(|month| MONTHS.get(usize::from(month.unsigned_abs()).checked_sub(1)?));
    let braced = |text: &String| format!("{{{}}}", escape(text));
    let fields = [
        ("author", names(&work.authors)),
        ("editor", names(&work.editors)),
        ("title", Some(format!("{{{{{}}}}}", escape(&work.title)))),
        ("type", work.form.genre.map(|genre| format!("{{{genre}}}"))),
        ("year", work.start.map(|date| format!("{{{}}}", date.year()))),
        ("month", month.map(|&name| name.to_owned())),
        (publisher, work.publisher.as_ref().map(braced)),
        ("address", work.place.as_ref().map(braced)),
        ("series", work.series.as_ref().map(braced)),
        ("isbn", work.isbn.as_ref().map(braced)),
        ("pagetotal", work.pages.map(|pages| format!("{{{pages}}}"))),
        ("language", Some(format!("{{{}}}", work.language))),
        ("keywords", (!work.keywords.is_empty()).then(|| format!("{{{}}}", escape(&work.keywords.join(", "))))),
        ("url", Some(format!("{{{}}}", address(url)))),
    ];
    let fields = fields.into_iter().filter_map(|(name, value)| Some(format!(",\n  {name} = {}", value?)));
    format!("@{}{{{}{}\n}}\n", work.form.bibtex, work.key, fields.collect::<String>())
}

/// Abbreviations that every BibTeX style defines.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

fn names(names: &[String]) -> Option<String> {
    let names: Vec<String> = names.iter().map(|name| format!("{{{}}}", escape(name))).collect();
    (!names.is_empty()).then(|| format!("{{{}}}", names.join(" and ")))
}

/// Escapes what TeX gives a meaning; braces become commands, since BibTeX counts even escaped ones.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '%' | '$' | '#' | '&' | '_' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// The address as `url` takes it, verbatim: what would end the field or the line is percent-encoded.
fn address(url: &str) -> String {
    let mut address = String::with_capacity(url.len());
    for c in url.chars() {
        if c.is_whitespace() || c.is_control() || matches!(c, '{' | '}' | '\\' | '"' | '<' | '>') {
            address.extend(c.to_string().bytes().map(|byte| format!("%{byte:02X}")));
        } else {
            address.push(c);
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;
    use proptest::prelude::*;

    /// Depth of braces after the text; `None` when it goes below zero before the end.
    fn depth(text: &str) -> Option<usize> {
        text.chars().try_fold(0_usize, |depth, c| match c {
            '{' => Some(depth + 1),
            '}' => depth.checked_sub(1),
            _ => Some(depth),
        })
    }

    #[test]
    fn entries_state_what_the_record_knows() {
        let cite = |key| bibtex(&samples::record(key), Locale::Fr, "https://ayni.example/fr/x");
        insta::assert_snapshot!(cite("publication/asean-guidelines-return-reintegration-2021"), @r"
        @manual{publication-asean-guidelines-return-reintegration-2021,
          title = {{ASEAN Guidelines on Effective Return and Reintegration of Migrant Workers}},
          type = {How-to guide},
          year = {2021},
          organization = {ASEAN},
          language = {en},
          keywords = {Migration de main-d'œuvre},
          url = {https://ayni.example/fr/x}
        }
        ");
        insta::assert_snapshot!(cite("event/african-conference-decent-work-sse-grand-bassam-2022"), @r"
        @misc{event-african-conference-decent-work-sse-grand-bassam-2022,
          author = {{International Labour Organization} and {Friedrich-Ebert-Stiftung}},
          title = {{African regional conference on decent work and the social and solidarity economy}},
          year = {2022},
          month = may,
          address = {Grand-Bassam, Côte d’Ivoire},
          language = {en},
          keywords = {Économie sociale et solidaire},
          url = {https://ayni.example/fr/x}
        }
        ");
        insta::assert_snapshot!(cite("practice/asean-plus-three-employment-services-nanning-2017"), @r"
        @misc{practice-asean-plus-three-employment-services-nanning-2017,
          title = {{「ASEAN+3」一帯一路就業支援サービスシンポジウム}},
          year = {2026},
          month = feb,
          language = {en},
          keywords = {Politique de l'emploi, Administration du travail},
          url = {https://ayni.example/fr/x}
        }
        ");
        insta::assert_snapshot!(bibtex(&samples::nasty(), Locale::En, "https://ayni.example/{x} y"), @r#"
        @techreport{publication-nasty,
          author = {{A \textbraceleft{}B\textbraceright{} \textbackslash{}cmd \$x\textasciicircum{}2\$ \& 100\% \#1 a\_b \textasciitilde{} <i>"q"</i> ER - TY - BOOK ]]> </script>}},
          editor = {{Trade and Aid}},
          title = {{A \textbraceleft{}B\textbraceright{} \textbackslash{}cmd \$x\textasciicircum{}2\$ \& 100\% \#1 a\_b \textasciitilde{} <i>"q"</i> ER - TY - BOOK ]]> </script>}},
          year = {2020},
          institution = {A \textbraceleft{}B\textbraceright{} \textbackslash{}cmd \$x\textasciicircum{}2\$ \& 100\% \#1 a\_b \textasciitilde{} <i>"q"</i> ER - TY - BOOK ]]> </script>},
          series = {A \textbraceleft{}B\textbraceright{} \textbackslash{}cmd \$x\textasciicircum{}2\$ \& 100\% \#1 a\_b \textasciitilde{} <i>"q"</i> ER - TY - BOOK ]]> </script>},
          language = {en},
          keywords = {Skills},
          url = {https://ayni.example/%7Bx%7D%20y}
        }
        "#);
    }

    #[test]
    fn every_entry_of_the_corpus_is_balanced() {
        for record in samples::all() {
            let entry = bibtex(&record, Locale::Ar, "https://ayni.example/ar/x");
            assert_eq!(depth(&entry), Some(0), "{entry}");
        }
    }

    proptest! {
        #[test]
        fn no_text_breaks_out_of_its_braces(text in any::<String>()) {
            let escaped = escape(&text);
            prop_assert_eq!(depth(&escaped), Some(0));
            let mut before = ' ';
            for c in escaped.chars() {
                prop_assert!(!matches!(c, '%' | '$' | '#' | '&' | '_') || before == '\\');
                prop_assert!(!matches!(c, '~' | '^'));
                before = c;
            }
            let breaks = ['{', '}', '\n', ' '];
            prop_assert!(!address(&text).contains(breaks));
        }
    }
}
