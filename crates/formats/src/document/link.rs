//! Addresses of films and recordings: known as such, and otherwise links like any other. Nothing is fetched or embedded.

use ayni_domain::FileType;

/// What a reader finds at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// A film.
    Video,
    /// A recording of sound.
    Audio,
}

/// An address of a film or a recording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MediaLink<'a> {
    /// What is there.
    pub medium: Medium,
    /// Name of the platform, else the host: readers see before they follow the link who will learn that they did.
    pub site: &'a str,
}

/// Hosts of platforms, what their pages show, and how the path or query of such a page begins.
const SITES: [(&str, &str, Medium, &[&str]); 17] = [
    ("youtube.com", "YouTube", Medium::Video, &["/watch?", "/shorts/", "/live/", "/playlist?", "/embed/"]),
    ("youtu.be", "YouTube", Medium::Video, &["/"]),
    ("youtube-nocookie.com", "YouTube", Medium::Video, &["/embed/"]),
    ("vimeo.com", "Vimeo", Medium::Video, &["/"]),
    ("dailymotion.com", "Dailymotion", Medium::Video, &["/video/"]),
    ("dai.ly", "Dailymotion", Medium::Video, &["/"]),
    ("webtv.un.org", "UN Web TV", Medium::Video, &["/"]),
    ("bilibili.com", "Bilibili", Medium::Video, &["/video/"]),
    ("v.youku.com", "Youku", Medium::Video, &["/v_show/"]),
    ("v.qq.com", "Tencent Video", Medium::Video, &["/x/"]),
    ("rutube.ru", "Rutube", Medium::Video, &["/video/"]),
    ("ted.com", "TED", Medium::Video, &["/talks/"]),
    ("archive.org", "Internet Archive", Medium::Video, &["/details/"]),
    ("soundcloud.com", "SoundCloud", Medium::Audio, &["/"]),
    ("open.spotify.com", "Spotify", Medium::Audio, &["/episode/", "/show/"]),
    ("podcasts.apple.com", "Apple Podcasts", Medium::Audio, &["/"]),
    ("podbean.com", "Podbean", Medium::Audio, &["/"]),
];

/// Recognises the address of a film or a recording: a page of a known platform, a PeerTube page, or a file by its ending.
#[must_use]
pub fn media_link(address: &str) -> Option<MediaLink<'_>> {
    let (scheme, rest) = address.trim().split_once("://")?;
    if !(scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http")) {
        return None;
    }
    let (host, path) = rest.find(['/', '?', '#']).map_or((rest, ""), |at| rest.split_at(at));
    let host = host.split(':').next().filter(|host| host.contains('.') && !host.contains('@'))?;
    let page = path.split('#').next().unwrap_or_default();
    let path = page.split('?').next().unwrap_or_default();
    let is_of = |own: &str| {
        let under = host.len().checked_sub(own.len()).and_then(|at| Some((host.get(..at)?, host.get(at..)?)));
        under.is_some_and(|(before, end)| end.eq_ignore_ascii_case(own) && (before.is_empty() || before.ends_with('.')))
    };
    if let Some((_, site, medium, pages)) = SITES.iter().find(|(own, ..)| is_of(own)) {
        let is_page = pages.iter().any(|begin| page.len() > begin.len() && page.starts_with(begin));
        return is_page.then_some(MediaLink { medium: *medium, site });
    }
    let is_peertube = path.starts_with("/videos/watch/") || path.strip_prefix("/w/").is_some_and(is_peertube_id);
    let medium = match FileType::ALL.iter().find(|file_type| file_type.fits(path)) {
        Some(FileType::Mp3 | FileType::Ogg) => Some(Medium::Audio),
        Some(FileType::Mp4 | FileType::Webm) => Some(if path.to_ascii_lowercase().ends_with(".m4a") { Medium::Audio } else { Medium::Video }),
        _ => is_peertube.then_some(Medium::Video),
    };
    medium.map(|medium| MediaLink { medium, site: host })
}

fn is_peertube_id(id: &str) -> bool {
    (20..=36).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_of_films_and_recordings_are_known() {
        for (address, expected) in [
            ("https://www.youtube.com/watch?v=abc", Some((Medium::Video, "YouTube"))),
            ("https://youtu.be/abc", Some((Medium::Video, "YouTube"))),
            ("https://www.youtube.com/", None),
            ("https://player.vimeo.com/video/1", Some((Medium::Video, "Vimeo"))),
            ("https://notvimeo.com/1", None),
            ("https://tube.example.org/w/9c9de5e8-0a1e-484a-b099-e80766180a6d", Some((Medium::Video, "tube.example.org"))),
            ("https://example.org/w/page", None),
            ("https://example.org/film.MP4?x=1", Some((Medium::Video, "example.org"))),
            ("http://example.org:8080/talk.mp3#t=10", Some((Medium::Audio, "example.org"))),
            ("https://example.org/talk.m4a", Some((Medium::Audio, "example.org"))),
            ("https://soundcloud.com/ilo/episode", Some((Medium::Audio, "SoundCloud"))),
            ("javascript://youtu.be/%0aalert(1)", None),
            ("https://youtu.be@evil.example/x.mp4", None),
            ("https://example.org/report.pdf", None),
            ("youtu.be/abc", None),
        ] {
            assert_eq!(media_link(address).map(|link| (link.medium, link.site)), expected, "{address}");
        }
    }

    proptest! {
        #[test]
        fn no_address_makes_it_panic(address in "(https?://)?(é?youtu.be|vimeo.com|\\PC{0,20})?[/?#]?\\PC{0,40}") {
            let _ = media_link(&address);
        }
    }
}
