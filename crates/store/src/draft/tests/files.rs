//! Files of drafts: added, taken away, published, forgotten.

use ayni_domain::file::upload::MOST_FILES;
use ayni_domain::{FileType, Licence};

use super::*;
use crate::blob::BlobHash;
use crate::file::NewFile;

/// A file with this content, kept as it is when it is handed in.
async fn kept(store: &Store, content: &'static str) -> NewFile {
    let hash = store.keep_loose(content.into(), day(1)).await.expect("keep");
    let (size, name) = (content.len() as u64, "../informe".to_owned());
    let title = Some("Informe".to_owned());
    NewFile { hash, size, name, title, file_type: FileType::Pdf, language: LanguageTag::parse("es"), licence: Some(Licence::CcBy) }
}

async fn files_of(store: &Store, key: &RecordKey) -> Vec<BlobHash> {
    let id = store.find(key).await.expect("find").expect("there").envelope.id;
    store.files(id).await.expect("files").into_iter().map(|file| file.hash).collect()
}

on_both!(files_of_a_draft_become_those_of_its_record, |store| {
    let draft = begin(&store, new(practice("Uno"))).await;
    let (first, second) = (kept(&store, "%PDF-1.7 first").await, kept(&store, "%PDF-1.7 second").await);
    for file in [&first, &second, &first] {
        in_tx!(store, |tx| tx.add_draft_file(draft.id, file, BEATRIZ, day(1))).expect("add");
    }
    assert!(in_tx!(store, |tx| tx.remove_draft_file(draft.id, &second.hash, AMINA, day(1))).expect("remove"));
    assert!(!in_tx!(store, |tx| tx.remove_draft_file(draft.id, &second.hash, AMINA, day(1))).expect("remove"), "it is gone");
    let files = store.draft_files(draft.id).await.expect("files");
    let known: Vec<_> = files.iter().map(|file| (&file.hash, file.name.as_str(), file.title.as_deref(), file.licence, file.person)).collect();
    assert_eq!(known, [(&first.hash, "informe.pdf", Some("Informe"), Licence::CcBy, BEATRIZ)]);
    let draft = store.find_draft(draft.id).await.expect("find").expect("there");
    assert_eq!((draft.version, draft.editors.clone()), (5, vec![BEATRIZ]), "a reviewer notices, and who adds a file has written in the draft");
    assert_eq!(store.file(&first.hash).await.expect("file"), None, "not public");
    assert_eq!(store.file_hashes().await.expect("hashes"), std::slice::from_ref(&first.hash), "but in a backup");
    assert_eq!(store.draft_files_of(BEATRIZ).await.expect("files").len(), 1);

    let draft = submit(&store, &draft).await;
    let late = in_tx!(store, |tx| tx.add_draft_file(draft.id, &second, AMINA, day(3)));
    assert_eq!(refusal(late), Refusal::NotEditable(DraftState::InReview));
    let key = publish(&store, &draft).await.expect("publish").key().expect("a key");
    assert_eq!(files_of(&store, &key).await, std::slice::from_ref(&first.hash));
    let public = store.file(&first.hash).await.expect("file").expect("public");
    assert_eq!((public.title.as_deref(), public.licence, public.language), (Some("Informe"), Licence::CcBy, LanguageTag::parse("es")));
    assert_eq!(store.draft_files(draft.id).await.expect("files"), []);
});

on_both!(a_revision_may_change_nothing_but_files, |store| {
    let draft = begin(&store, new(practice("Uno"))).await;
    let (first, second) = (kept(&store, "%PDF-1.7 first").await, kept(&store, "%PDF-1.7 second").await);
    in_tx!(store, |tx| tx.add_draft_file(draft.id, &first, AMINA, day(1))).expect("add");
    let key = publish(&store, &submit(&store, &draft).await).await.expect("publish").key().expect("a key");

    let draft = begin(&store, revision(&key)).await;
    assert!(!in_tx!(store, |tx| tx.remove_draft_file(draft.id, &second.hash, AMINA, day(4))).expect("remove"), "the record has no such file");
    assert!(in_tx!(store, |tx| tx.remove_draft_file(draft.id, &first.hash, AMINA, day(4))).expect("remove"));
    assert!(in_tx!(store, |tx| tx.leave_record_file(draft.id, &first.hash, AMINA, day(4))).expect("leave"));
    assert_eq!(refusal(take(&store, &draft, Step::Submitted, By::Writer(AMINA), day(4)).await), Refusal::NothingNew);
    assert!(in_tx!(store, |tx| tx.remove_draft_file(draft.id, &first.hash, AMINA, day(4))).expect("remove"));
    in_tx!(store, |tx| tx.add_draft_file(draft.id, &second, AMINA, day(4))).expect("add");
    assert_eq!(files_of(&store, &key).await, std::slice::from_ref(&first.hash), "nothing happens before it is published");
    let published = publish(&store, &submit(&store, &draft).await).await.expect("publish");
    assert_eq!(files_of(&store, &key).await, std::slice::from_ref(&second.hash));
    assert_eq!(published.became.map(|base| base.revision), Some(1), "its words are the same");
    assert_eq!(store.forget_loose_files(day(9)).await.expect("forget"), 1);
    assert_eq!(store.blobs().get(&first.hash).await.expect("get"), None);
});

on_both!(files_of_a_draft_are_few_and_forgotten_with_it, |store| {
    let draft = begin(&store, new(practice("Uno"))).await;
    for n in 0..MOST_FILES {
        let hash = store.keep_loose(format!("%PDF-1.7 {n}").into(), day(1)).await.expect("keep");
        let file = NewFile { hash, ..kept(&store, "%PDF-1.7").await };
        in_tx!(store, |tx| tx.add_draft_file(draft.id, &file, AMINA, day(1))).expect("add");
    }
    let more = kept(&store, "%PDF-1.7 more").await;
    let tx = store.begin().await.expect("begin");
    assert_eq!(refusal(tx.add_draft_file(draft.id, &more, AMINA, day(1)).await), Refusal::TooManyFiles);
    drop(tx);
    assert_eq!(in_tx!(store, |tx| tx.forget_drafts_of(AMINA)).expect("forget"), 1);
    assert_eq!(store.draft_files(draft.id).await.expect("files"), []);
    assert_eq!(store.forget_loose_files(day(1)).await.expect("forget"), MOST_FILES as u64 + 2);
});
