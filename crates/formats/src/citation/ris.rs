//! RIS: tagged lines that every reference manager reads.

use ayni_domain::{Locale, PartialDate, Record};

use super::Work;

/// Writes a record as one RIS reference, in UTF-8; every line, the last one included, ends with CR LF.
///
/// A value never spans lines, so that no text can pass for a tag. `SP` of a book or report holds its number of pages, as reference managers
/// read it.
#[must_use]
pub fn ris(record: &Record, locale: Locale, url: &str) -> String {
    let work = Work::new(record, locale, url);
    let mut lines = Lines(String::new());
    lines.add("TY", work.form.ris);
    lines.add("ID", &work.key);
    lines.add("TI", &work.title);
    lines.add_all("AU", &work.authors);
    lines.add_all("ED", &work.editors);
    lines.add_all("M3", work.form.genre);
    lines.add_all("PY", work.start.map(|date| date.year().to_string()));
    lines.add_all("DA", work.start.filter(|date| date.month().is_some()).map(date));
    lines.add_all("PB", &work.publisher);
    lines.add_all("CY", &work.place);
    lines.add_all("T3", &work.series);
    lines.add_all("SN", &work.isbn);
    lines.add_all("SP", work.pages.map(|pages| pages.to_string()));
    lines.add("LA", work.language.as_str());
    lines.add_all("KW", &work.keywords);
    lines.add("UR", work.url);
    lines.add("ER", "");
    lines.0
}

/// `YYYY/MM/DD/`, with what is not known left empty.
fn date(date: PartialDate) -> String {
    let two = |n: Option<i8>| n.map(|n| format!("{n:02}")).unwrap_or_default();
    format!("{:04}/{}/{}/", date.year(), two(date.month()), two(date.day()))
}

struct Lines(String);

impl Lines {
    fn add(&mut self, tag: &str, value: &str) {
        self.0.push_str(tag);
        self.0.push_str("  - ");
        self.0.push_str(&crate::facts::one_line(value));
        self.0.push_str("\r\n");
    }

    fn add_all<T: AsRef<str>>(&mut self, tag: &str, values: impl IntoIterator<Item = T>) {
        for value in values {
            self.add(tag, value.as_ref());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;

    /// Asserts that the text is one reference of well-formed lines, and gives it with plain line ends.
    fn checked(text: &str) -> String {
        let lines: Vec<&str> = text.strip_suffix("\r\n").expect("ends with a line end").split("\r\n").collect();
        for line in &lines {
            let (tag, value) = line.split_once("  - ").expect("tag and value");
            assert!(tag.len() == 2 && tag.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()), "{line}");
            assert!(!value.chars().any(char::is_control), "{line}");
        }
        assert!(lines[0].starts_with("TY  - ") && lines.last() == Some(&"ER  - "), "{text}");
        assert_eq!(lines.iter().filter(|line| line.starts_with("TY  - ") || line.starts_with("ER  - ")).count(), 2, "{text}");
        lines.join("\n")
    }

    #[test]
    fn references_state_what_the_record_knows() {
        let cite = |key| checked(&ris(&samples::record(key), Locale::Fr, "https://ayni.example/fr/x"));
        insta::assert_snapshot!(cite("publication/asean-guidelines-return-reintegration-2021"), @r"
        TY  - RPRT
        ID  - publication-asean-guidelines-return-reintegration-2021
        TI  - ASEAN Guidelines on Effective Return and Reintegration of Migrant Workers
        M3  - How-to guide
        PY  - 2021
        PB  - ASEAN
        LA  - en
        KW  - Migration de main-d'œuvre
        UR  - https://ayni.example/fr/x
        ER  -
        ");
        insta::assert_snapshot!(cite("event/african-conference-decent-work-sse-grand-bassam-2022"), @r"
        TY  - ELEC
        ID  - event-african-conference-decent-work-sse-grand-bassam-2022
        TI  - African regional conference on decent work and the social and solidarity economy
        AU  - International Labour Organization
        AU  - Friedrich-Ebert-Stiftung
        PY  - 2022
        DA  - 2022/05/05/
        CY  - Grand-Bassam, Côte d’Ivoire
        LA  - en
        KW  - Économie sociale et solidaire
        UR  - https://ayni.example/fr/x
        ER  -
        ");
        insta::assert_snapshot!(checked(&ris(&samples::nasty(), Locale::En, "https://ayni.example/en/x")), @r#"
        TY  - RPRT
        ID  - publication-nasty
        TI  - A {B} \cmd $x^2$ & 100% #1 a_b ~ <i>"q"</i> ER - TY - BOOK ]]> </script>
        AU  - A {B} \cmd $x^2$ & 100% #1 a_b ~ <i>"q"</i> ER - TY - BOOK ]]> </script>
        ED  - Trade and Aid
        PY  - 2020
        PB  - A {B} \cmd $x^2$ & 100% #1 a_b ~ <i>"q"</i> ER - TY - BOOK ]]> </script>
        T3  - A {B} \cmd $x^2$ & 100% #1 a_b ~ <i>"q"</i> ER - TY - BOOK ]]> </script>
        LA  - en
        KW  - Skills
        UR  - https://ayni.example/en/x
        ER  -
        "#);
    }

    #[test]
    fn every_reference_of_the_corpus_is_well_formed() {
        for record in samples::all() {
            checked(&ris(&record, Locale::Zh, "https://ayni.example/zh/x"));
        }
    }
}
