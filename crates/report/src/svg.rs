//! Small means of drawing: escaping, numbers, the palette, the frame of a picture, the width of a text.
//!
//! A picture shown through `<img>` sees nothing of the page's style sheet, so each carries its own rules. The colours are
//! those of `assets/ayni.css` and change here only. Plain rules come first and the dark ones stand in a media query, without
//! custom properties: a renderer that knows neither (the one in `ayni-pdf`) still draws the light picture.

use std::fmt::Write;

/// A colour in light and dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dye(&'static str, &'static str);

impl Dye {
    /// `--ink`: text and strong lines.
    pub(crate) const INK: Self = Self("#1b1233", "#f2eef8");
    /// `--soft`: secondary text.
    pub(crate) const SOFT: Self = Self("#4a4260", "#bdb4d0");
    /// `--rule`: thin lines.
    pub(crate) const RULE: Self = Self("#d3cddf", "#40375a");
    /// `--paper`: what things lie on; the sea.
    pub(crate) const PAPER: Self = Self("#fff", "#1c1531");
    /// `--green`: what worked.
    pub(crate) const GREEN: Self = Self("#0c5742", "#6ddab3");
    /// `--cochineal`: who did it; the threads of cooperation.
    pub(crate) const COCHINEAL: Self = Self("#960e49", "#ff97bd");
    /// `--gold`: what is marked.
    pub(crate) const GOLD: Self = Self("#ffc533", "#ffc533");
    /// `--night`: text on gold.
    pub(crate) const NIGHT: Self = Self("#1d1238", "#1d1238");
    /// Land of which nothing is said: between `--rule` and `--paper`.
    pub(crate) const LAND: Self = Self("#d9d3e4", "#3b3257");
    /// Parallels and meridians.
    pub(crate) const NET: Self = Self("#ebe7f2", "#292043");
    /// Tints from few to many, wool to gold to orange.
    pub(crate) const TINTS: [Self; 5] =
        [Self("#f7e6bd", "#57452f"), Self("#fdd98a", "#7a5c2b"), Self("#ffc533", "#a17728"), Self("#f8a22a", "#d09b2c"), Self("#f2801f", "#ffc533")];
    /// The second thread woven into each tint.
    pub(crate) const PICKS: [Self; 5] =
        [Self("#e0bd6d", "#80683f"), Self("#e5a93a", "#ad8438"), Self("#d68e12", "#d9a84a"), Self("#c76a0e", "#8a6220"), Self("#b34d08", "#c98a12")];
}

/// The faces of `--plain`.
const FACE: &str = "text{font-family:system-ui,\"Segoe UI\",Roboto,\"Noto Sans\",\"Noto Sans Arabic\",sans-serif}";

/// Rules of colour: selector, property, colour.
pub(crate) type Rules<'a> = &'a [(&'a str, &'a str, Dye)];

/// A picture around its parts.
pub(crate) struct Picture<'a> {
    pub(crate) size: (i32, i32),
    pub(crate) title: &'a str,
    pub(crate) description: &'a str,
    pub(crate) language: Option<&'a str>,
    pub(crate) rtl: bool,
}

impl Picture<'_> {
    /// The whole document: `rules` are colours, `shape` is the rest of the style sheet, `body` is SVG.
    pub(crate) fn document(&self, rules: Rules<'_>, shape: &str, body: &str) -> String {
        let (width, height) = self.size;
        let mut out =
            format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\"");
        if let Some(language) = self.language {
            let _ = write!(out, " lang=\"{}\"", escape(language));
        }
        if self.rtl {
            out.push_str(" direction=\"rtl\"");
        }
        let _ = write!(out, "><title>{}</title>", escape(self.title));
        if !self.description.is_empty() {
            let _ = write!(out, "<desc>{}</desc>", escape(self.description));
        }
        let sheet = |pick: fn(Dye) -> &'static str| {
            rules.iter().map(|(selector, property, dye)| format!("{selector}{{{property}:{}}}", pick(*dye))).collect::<String>()
        };
        let (light, dark) = (sheet(|dye| dye.0), sheet(|dye| dye.1));
        let _ = write!(out, "<style>{FACE}{shape}{light}@media(prefers-color-scheme:dark){{{dark}}}</style>{body}</svg>");
        out
    }
}

/// A text for content or a quoted attribute; characters that XML 1.0 cannot hold are left out.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(c),
        }
    }
    out
}

/// A number with at most one decimal, without a useless zero.
pub(crate) fn tenth(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    match (tenths.abs() / 10, tenths.abs() % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (0, part) => format!("{sign}.{part}"),
        (whole, part) => format!("{sign}{whole}.{part}"),
    }
}

/// Digits in groups of three with narrow spaces, which every interface language can read.
pub(crate) fn grouped(value: u64) -> String {
    let digits = value.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    out
}

/// Width of a text in units of its size, estimated: nothing here knows the reader's fonts.
pub(crate) fn ems(text: &str) -> f64 {
    text.chars().map(em).sum()
}

fn em(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '(' | ')' | '|' | ' ' | '\u{a0}' => 0.33,
        'm' | 'w' | 'M' | 'W' | 'ш' | 'щ' | 'ж' | 'м' | 'ю' | '—' => 0.88,
        '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{200b}'..='\u{200f}' => 0.0,
        '\u{600}'..='\u{6ff}' => 0.52,
        _ if is_wide(c) => 1.0,
        _ if c.is_uppercase() => 0.68,
        _ => 0.56,
    }
}

/// Characters set in a square; a line may break before or after each.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}')
}

/// Breaks a text into at most `lines` lines of `width` ems; what does not fit ends in an ellipsis.
pub(crate) fn wrap(text: &str, width: f64, lines: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in words(text) {
        let glue = if out.last().is_some_and(|line| !line.is_empty()) && word.spaced { " " } else { "" };
        match out.last_mut() {
            Some(line) if ems(line) + ems(glue) + ems(&word.text) <= width => {
                line.push_str(glue);
                line.push_str(&word.text);
            }
            _ => out.push(word.text),
        }
    }
    let cut = out.len() > lines;
    out.truncate(lines.max(1));
    let last = out.len().saturating_sub(1);
    for (at, line) in out.iter_mut().enumerate() {
        let mark = cut && at == last;
        if ems(line) > width || mark {
            while !line.is_empty() && ems(line) + 0.8 > width {
                line.pop();
            }
            let kept = line.trim_end_matches([' ', ',', ':', ';', '.', '-', '–']).len();
            line.truncate(kept);
            line.push('…');
        }
    }
    out
}

struct Word {
    text: String,
    spaced: bool,
}

/// Words, with each wide character on its own.
fn words(text: &str) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    for piece in text.split_whitespace() {
        let mut spaced = true;
        let mut open = false;
        for c in piece.chars() {
            match out.last_mut() {
                Some(word) if open && (!is_wide(c) || matches!(c, '，' | '。' | '、' | '：' | '；' | '）' | '》')) => word.text.push(c),
                _ => out.push(Word { text: c.into(), spaced }),
            }
            (spaced, open) = (false, !is_wide(c) || matches!(c, '（' | '《'));
        }
    }
    out
}

/// A stepped diamond, the smallest figure of the weave (rows of 1, 3, 5, 3 and 1 stitches): centre and reach.
pub(crate) fn diamond(x: f64, y: f64, reach: f64) -> String {
    let stitch = (reach * 4.0).round() / 10.0; // two fifths, to the tenth that is written
    let (x, y, s) = (tenth(x - stitch / 2.0), tenth(y - stitch * 2.5), tenth(stitch));
    let b = format!("-{s}");
    format!("M{x} {y}h{s}v{s}h{s}v{s}h{s}v{s}h{b}v{s}h{b}v{s}h{b}v{b}h{b}v{b}h{b}v{b}h{s}v{b}h{s}z")
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Fails unless a picture is well-formed, closed in itself and without script.
    pub(crate) fn assert_sound(svg: &str) {
        let document = roxmltree::Document::parse(svg).expect("well-formed XML");
        let root = document.root_element();
        assert_eq!((root.tag_name().name(), root.attribute("role")), ("svg", Some("img")));
        assert_eq!(root.first_element_child().map(|title| title.tag_name().name()), Some("title"));
        let mut ids = Vec::new();
        for node in root.descendants().filter(roxmltree::Node::is_element) {
            assert!(!matches!(node.tag_name().name(), "script" | "image" | "foreignObject" | "a"), "{}", node.tag_name().name());
            for attribute in node.attributes() {
                assert!(attribute.name() != "style" && !attribute.name().starts_with("on"), "{}", attribute.name());
                assert!(attribute.name() != "href" || attribute.value().starts_with('#'), "{}", attribute.value());
                assert!(!["NaN", "inf"].contains(&attribute.value()), "{}", attribute.name());
            }
            ids.extend(node.attribute("id"));
        }
        for reference in svg.split("url(").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(reference.strip_prefix('#').is_some_and(|id| ids.contains(&id)), "{reference}");
        }
        assert_eq!(svg.matches("://").count(), 1, "only the namespace is an address");
    }

    #[test]
    fn texts_cannot_leave_their_place() {
        assert_eq!(escape("<b a=\"1\" c='2'>&\u{0}\u{b}\n"), "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp; ");
        let picture = Picture { size: (1, 1), title: "]]><x>\u{1}", description: "</desc>", language: Some("\"><y>"), rtl: true };
        assert_sound(&picture.document(&[], "", ""));
    }

    #[test]
    fn numbers_are_short() {
        let written: Vec<_> = [0.0, -0.04, 0.5, -0.5, 12.0, -3.25, 99.96].map(tenth).to_vec();
        assert_eq!(written, ["0", "0", ".5", "-.5", "12", "-3.3", "100"]);
        assert_eq!([0, 999, 1_000, 12_345_678].map(grouped).join(" | "), "0 | 999 | 1\u{202f}000 | 12\u{202f}345\u{202f}678");
    }

    #[test]
    fn texts_break_at_spaces_and_between_wide_characters() {
        for (text, width, expected) in [
            ("", 9.0, vec![]),
            ("Cotton", 9.0, vec!["Cotton"]),
            ("Cotton with decent work in four countries", 9.0, vec!["Cotton with decent", "work in four…"]),
            ("Donaudampfschifffahrtsgesellschaft", 9.0, vec!["Donaudampfschif…"]),
            ("南南合作促进体面劳动，互学互鉴。", 9.0, vec!["南南合作促进体面劳", "动，互学互鉴。"]),
        ] {
            assert_eq!(wrap(text, width, 2), expected, "{text}");
        }
    }
}
