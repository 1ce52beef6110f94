//! Mails as files.

use ayni_mail::{Filed, Folder, Memory, Refusal, Transport};
use jiff::Timestamp;
use uuid::Uuid;

use crate::{ID, from, mail, render};

#[tokio::test]
async fn a_mail_is_one_file_however_often_it_is_sent() {
    let place = tempfile::tempdir().expect("a folder");
    let folder = Folder::new(place.path().join("mail"));
    assert_eq!(folder.list(10).expect("nothing yet"), []);
    let transport = Transport::Folder(folder.clone());
    let message = render(&mail());
    for _ in 0..2 {
        transport.send(&message).await.expect("sent");
    }
    assert_eq!(folder.list(10).expect("a list"), [Filed { id: ID, size: message.bytes().len() as u64 }]);
    assert_eq!(folder.read(ID).expect("readable").as_deref(), Some(message.bytes()));
    assert_eq!(folder.read(Uuid::nil()).expect("readable"), None);
}

#[tokio::test]
async fn the_newest_mails_come_first_and_other_files_are_passed_over() {
    let place = tempfile::tempdir().expect("a folder");
    let folder = Folder::new(place.path().to_owned());
    for n in 1..=3 {
        let message = mail().render(Uuid::from_u128(n), &from(), Timestamp::UNIX_EPOCH).expect("a message");
        Transport::Folder(folder.clone()).send(&message).await.expect("sent");
    }
    for name in ["notes.txt", "x.eml", "00000000-0000-0000-0000-000000000004.part", "00000000000000000000000000000005.eml"] {
        std::fs::write(place.path().join(name), "x").expect("a file");
    }
    let ids: Vec<_> = folder.list(2).expect("a list").into_iter().map(|filed| filed.id.as_u128()).collect();
    assert_eq!(ids, [3, 2]);
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_reads_the_files() {
    use std::os::unix::fs::PermissionsExt;
    let place = tempfile::tempdir().expect("a folder");
    Transport::Folder(Folder::new(place.path().to_owned())).send(&render(&mail())).await.expect("sent");
    let metadata = std::fs::metadata(place.path().join(format!("{ID}.eml"))).expect("a file");
    assert_eq!(metadata.permissions().mode() & 0o777, 0o600);
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_tried_again() {
    let place = tempfile::tempdir().expect("a folder");
    let file = place.path().join("mail");
    std::fs::write(&file, "a file stands in the way").expect("a file");
    let answer = Transport::Folder(Folder::new(file)).send(&render(&mail())).await;
    assert!(matches!(answer, Err(Refusal::Temporary(_))), "{answer:?}");
}

#[tokio::test]
async fn memory_keeps_what_it_is_given() {
    let memory = Memory::default();
    Transport::Memory(memory.clone()).send(&render(&mail())).await.expect("sent");
    assert_eq!(memory.sent(), [render(&mail())]);
}
