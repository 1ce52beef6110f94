//! Prose: plain text that people wrote, as paragraphs with links. Templates escape every piece.

use ayni_domain::record::is_web_address;

/// Words, or a web address to follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub text: String,
    pub is_link: bool,
}

/// The paragraphs of a text, which an empty line parts; addresses in them are pieces of their own.
pub(crate) fn paragraphs(text: &str) -> Vec<Vec<Piece>> {
    let mut paragraphs: Vec<String> = vec![String::new()];
    for line in text.lines() {
        match (line.trim().is_empty(), paragraphs.last_mut()) {
            (true, _) => paragraphs.push(String::new()),
            (false, Some(own)) => {
                if !own.is_empty() {
                    own.push('\n');
                }
                own.push_str(line.trim());
            }
            (false, None) => {}
        }
    }
    paragraphs.iter().filter(|own| !own.is_empty()).map(|own| pieces(own)).collect()
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut words = String::new();
    let mut rest = text;
    while let Some(at) = ["http://", "https://"].iter().filter_map(|scheme| rest.find(scheme)).min() {
        let (before, from) = rest.split_at(at);
        let end =
            from.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '«' | '»' | '“' | '”' | '（' | '）' | '，' | '。' | '、' | '،'));
        let address = from[..end.unwrap_or(from.len())].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'']);
        words.push_str(before);
        if is_web_address(address) {
            if !words.is_empty() {
                pieces.push(Piece { text: std::mem::take(&mut words), is_link: false });
            }
            pieces.push(Piece { text: address.to_owned(), is_link: true });
            rest = &from[address.len()..];
        } else {
            words.push_str("http");
            rest = &from["http".len()..];
        }
    }
    words.push_str(rest);
    if !words.is_empty() {
        pieces.push(Piece { text: words, is_link: false });
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &[&[&str]]) {
        let shown: Vec<Vec<String>> = paragraphs(text)
            .iter()
            .map(|own| own.iter().map(|piece| if piece.is_link { format!("[{}]", piece.text) } else { piece.text.clone() }).collect())
            .collect();
        assert_eq!(shown, expected, "{text:?}");
    }

    #[test]
    fn empty_lines_part_paragraphs_and_addresses_can_be_followed() {
        check("", &[]);
        check("One\ntwo\n\n \nthree", &[&["One\ntwo"], &["three"]]);
        check("See https://example.org/a?b=c.", &[&["See ", "[https://example.org/a?b=c]", "."]]);
        check("（https://example.org/甲）。", &[&["（", "[https://example.org/甲]", "）。"]]);
        check("https://a.example https://b.example", &[&["[https://a.example]", " ", "[https://b.example]"]]);
        check("javascript:alert(1) http:// https://x", &[&["javascript:alert(1) http:// https://x"]]);
        check("<b>https://example.org/\"onclick=x</b>", &[&["<b>", "[https://example.org/]", "\"onclick=x</b>"]]);
    }

    proptest! {
        #[test]
        fn every_word_is_shown_and_every_link_leads_to_the_web(text in "(\\PC|\n|https?://|[a-z.]{3}){0,40}") {
            let shown = paragraphs(&text);
            let words = |text: &str| text.split_whitespace().collect::<String>();
            let all: String = shown.iter().flatten().map(|piece| piece.text.as_str()).collect();
            prop_assert_eq!(words(&all), words(&text));
            prop_assert!(shown.iter().flatten().all(|piece| !piece.is_link || is_web_address(&piece.text)));
        }
    }
}
