//! A small mail server on this machine that does as it is told and notes what it hears.

use std::net::SocketAddr;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// What a server offers, and what it answers instead of yes.
#[derive(Clone, Copy)]
pub struct Manner {
    /// Lines of the answer to EHLO after the first.
    pub offers: &'static [&'static str],
    /// Command and what is answered to it; `DATA.` stands for the end of the text.
    pub refusal: Option<(&'static str, &'static str)>,
    /// Whether it goes away where it would take its leave.
    pub rude: bool,
}

/// What the server heard: commands, and texts with their dots as they were sent.
#[derive(Debug, Default)]
pub struct Heard {
    pub commands: Vec<String>,
    pub texts: Vec<String>,
}

/// Answers one connection.
pub async fn start(manner: Manner) -> (SocketAddr, JoinHandle<Heard>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let task = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.expect("a connection");
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        let mut heard = Heard::default();
        let answer = |command: &str, usual: &str| match manner.refusal {
            Some((own, refusal)) if own == command => format!("{refusal}\r\n"),
            _ => format!("{usual}\r\n"),
        };
        let mut say = answer("CONNECT", "220 mail.example ESMTP");
        loop {
            if write.write_all(say.as_bytes()).await.is_err() {
                return heard;
            }
            let Ok(Some(line)) = lines.next_line().await else { return heard };
            let word = line.split([' ', ':']).next().unwrap_or_default().to_owned();
            heard.commands.push(line);
            say = match word.as_str() {
                "EHLO" => {
                    let offers: String = manner.offers.iter().map(|offer| format!("250-{offer}\r\n")).collect();
                    answer("EHLO", &format!("250-mail.example\r\n{offers}250 HELP"))
                }
                "AUTH" => answer("AUTH", "235 welcome"),
                "MAIL" => answer("MAIL", "250 fine"),
                "RCPT" => answer("RCPT", "250 fine"),
                "DATA" => {
                    let go = answer("DATA", "354 go on");
                    write.write_all(go.as_bytes()).await.expect("the client listens");
                    if go.starts_with("354") {
                        let mut text = Vec::new();
                        while let Some(line) = lines.next_line().await.expect("lines").filter(|line| line != ".") {
                            text.push(line);
                        }
                        heard.texts.push(text.join("\r\n"));
                        answer("DATA.", "250 taken")
                    } else {
                        String::new()
                    }
                }
                _ if manner.rude => return heard,
                "QUIT" => answer("QUIT", "221 bye"),
                _ => "500 what?\r\n".to_owned(),
            };
        }
    });
    (address, task)
}
