//! The language of a document: what it states, checked against its letters.
//!
//! Programs write their own default into documents: an Arabic report often states English. A language whose letters do not occur is not
//! believed; and where one script stands for one language of this platform, the letters decide.

use ayni_domain::LanguageTag;

/// Letters that are looked at.
const LETTERS: usize = 5_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Arabic,
    Cyrillic,
    Han,
    Kana,
    Other,
}

const SCRIPTS: [Script; 6] = [Script::Latin, Script::Arabic, Script::Cyrillic, Script::Han, Script::Kana, Script::Other];

/// A tag as documents write it: `pt_BR`, `EN`, ` fr-CH `; `None` for those that mean no certain language.
pub(super) fn tag(stated: &str) -> Option<LanguageTag> {
    let plain = stated.trim().replace('_', "-");
    let (primary, rest) = plain.split_once('-').map_or((plain.as_str(), None), |(primary, rest)| (primary, Some(rest)));
    let primary = primary.to_ascii_lowercase();
    if matches!(primary.as_str(), "und" | "mul" | "zxx" | "mis" | "x" | "i") {
        return None;
    }
    let whole = rest.map_or_else(|| primary.clone(), |rest| format!("{primary}-{rest}"));
    LanguageTag::parse(&whole).or_else(|| LanguageTag::parse(&primary))
}

/// The language of a text: the stated one when the letters can be of it, else the one that the letters tell, if they do.
pub(super) fn agreed(stated: Option<LanguageTag>, text: &str) -> Option<LanguageTag> {
    let Some(script) = script(text) else { return stated };
    let fits = |tag: &LanguageTag| scripts(tag.primary()).map_or(!matches!(script, Script::Kana | Script::Han), |own| own.contains(&script));
    stated.filter(fits).or_else(|| match script {
        Script::Arabic => LanguageTag::parse("ar"),
        Script::Cyrillic => LanguageTag::parse("ru"),
        Script::Han => LanguageTag::parse("zh"),
        Script::Kana => LanguageTag::parse("ja"),
        Script::Latin | Script::Other => None,
    })
}

/// Scripts in which a language is written; `None` for languages that are not looked at.
fn scripts(primary: &str) -> Option<&'static [Script]> {
    Some(match primary {
        "en" | "fr" | "es" | "pt" | "de" | "it" | "nl" | "sw" | "id" | "vi" | "tr" | "pl" | "ro" | "ca" | "ht" => &[Script::Latin],
        "ar" | "fa" | "ur" | "ps" | "ckb" | "ug" => &[Script::Arabic],
        "ru" | "uk" | "be" | "bg" | "mk" | "ky" | "tg" => &[Script::Cyrillic],
        "kk" | "uz" | "sr" | "mn" | "az" | "bs" => &[Script::Cyrillic, Script::Latin, Script::Arabic],
        "zh" | "yue" => &[Script::Han],
        "ja" => &[Script::Kana, Script::Han],
        "ko" | "hi" | "bn" | "ta" | "th" | "am" | "ti" | "he" | "el" | "ka" | "hy" | "my" | "km" | "lo" | "ne" | "si" => &[Script::Other],
        _ => return None,
    })
}

/// The script of most letters of a text; `None` for a text without letters.
fn script(text: &str) -> Option<Script> {
    let mut counts = [0usize; SCRIPTS.len()];
    for c in text.chars().filter(|c| c.is_alphabetic()).take(LETTERS) {
        counts[of(c) as usize] += 1;
    }
    // Japanese is written with more Han characters than kana; Chinese with no kana at all.
    if counts[Script::Kana as usize] * 10 > counts[Script::Han as usize] {
        counts[Script::Kana as usize] += std::mem::take(&mut counts[Script::Han as usize]);
    }
    SCRIPTS.into_iter().filter(|script| counts[*script as usize] > 0).max_by_key(|script| counts[*script as usize])
}

const fn of(c: char) -> Script {
    match c {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Script::Latin,
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => Script::Arabic,
        '\u{400}'..='\u{52f}' => Script::Cyrillic,
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2ffff}' => Script::Han,
        '\u{3040}'..='\u{30ff}' => Script::Kana,
        _ => Script::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stated_language_is_believed_when_the_letters_can_be_of_it() {
        for (stated, text, expected) in [
            ("pt_BR", "Relatório anual", Some("pt-BR")),
            ("EN", "Annual report", Some("en")),
            ("en-US", "التقرير السنوي عن العمل", Some("ar")),
            ("fa", "گزارش سالانه", Some("fa")),
            ("en-US", "2023年度报告 (ILO)", Some("zh")),
            ("en", "仕事についての年次報告", Some("ja")),
            ("en", "Годовой отчёт", Some("ru")),
            ("uk", "Річний звіт", Some("uk")),
            ("zh", "Annual report", None),
            ("qu", "Llamkay", Some("qu")),
            ("und", "Annual report", None),
            ("", "السلام", Some("ar")),
            ("fr", "2023", Some("fr")),
            ("not a language", "text", None),
            ("am", "የሥራ ዘገባ", Some("am")),
        ] {
            assert_eq!(agreed(tag(stated), text).as_ref().map(LanguageTag::as_str), expected, "{stated}: {text}");
        }
    }
}
