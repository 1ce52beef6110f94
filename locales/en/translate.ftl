# The translation desk
translate = Translation desk
translate-lead = Say in your language what others have done. What you write stays a draft until somebody else has read it.
translate-to = Into which language?
translate-records = Records
translate-tab = { $what }: { $n }
translate-show-missing = Not translated yet
translate-show-outdated = Outdated
translate-show-waiting = Waiting for a second reader
translate-nothing-missing = In this language nothing is missing that you may translate.
translate-nothing-outdated = No translation into this language is outdated.
translate-partial = Not all records have been looked through yet. Open this list once more.
translate-missing =
    { $count ->
        [one] { $n } of { $all } texts is missing
       *[other] { $n } of { $all } texts are missing
    }
translate-outdated =
    { $count ->
        [one] { $n } text is outdated since version { $revision }
       *[other] { $n } texts are outdated, the first since version { $revision }
    }
translate-waiting-here =
    { $count ->
        [one] { $n } text waits for a second reader
       *[other] { $n } texts wait for a second reader
    }
translate-yours = What you have begun
translate-begun = { $title }: go on ({ $language })
translate-came-back = { $title }: sent back to you ({ $language })

# One record
translate-from-to = Original: { $from }. Translation: { $to }.
translate-original = Original: { $language }
translate-translation = Translation: { $language }
translate-is-original = This record was written in this language. Choose another one.
translate-state-missing = Not translated yet
translate-state-draft = Draft
translate-state-reviewed = Translated
translate-state-outdated = Outdated since version { $revision }
translate-changed = What has changed in the original since it was translated
translate-published = What the record says now
translate-own-draft = Your draft of { $date }.
translate-own-waiting = Handed over on { $date }. Somebody else reads it. If you change it, hand it over again.
translate-own-returned = Sent back to you on { $date }:
translate-other-waits = waits for a second reader
translate-by-machine = By machine
translate-by-machine-text = Go through it before you hand it over.
translate-keep = I have looked at it again: it is still right
translate-hand-over = Save and hand over
translate-hand-over-all = Save and hand over everything
translate-saved = It is saved, and not published yet.
translate-handed-over = It is handed over. Somebody else reads it before it is published.
translate-conflict = In another window you have saved another text meanwhile. Both stand below. Saving now keeps what is in the field; the other text goes.
translate-elsewhere = What you saved in the other window
translate-suggest = Suggest by machine
translate-suggest-all = Suggest by machine what nobody has begun
translate-suggest-text = If you press the button, the originals are sent to { $host } and come back as drafts. Nothing is sent before.
translate-suggested = The drafts of the machine stand below. Go through them before you hand them over.
translate-machine-too-often = You have asked the machine so often that we have to wait. Your own words are saved. Try again in an hour.
translate-machine-too-long = This text is too long for the machine. Your own words are saved.
translate-machine-failed = The machine gave no answer that can be used. Your own words are saved.
translate-machine-nothing = There is nothing left to ask the machine for. Your own words are saved.
translate-terms = Terms
translate-terms-text = Terms of the concept table that stand in the original, and what they are called in the other language.
translate-no-terms = The original names no term of the concept table.

# Reading what others translated
translations-waiting = Translations waiting for a second reader
translations-waiting-lead = Compare each text with its original. What you let through is published at once.
translations-waiting-nothing = No translation waits.
translations-all-languages = All languages
translations-own = You wrote this yourself, so somebody else decides about it.
translations-moved = The original has changed since this was written:
translations-instead = What it changes in the translation that is published
translations-through = Let it through
translations-back = Send it back
translations-reason = What is not right yet? The author will read it.
translations-refused-stage = Somebody was quicker, or the author took it back to change it.
translations-refused-fit = The record has changed, and this text no longer fits into it.
translations-done-through = The translation is published.
translations-done-back = The translation was sent back, and the author told why.
duty-translations =
    { $count ->
        [one] { $n } translation waits for a second reader
       *[other] { $n } translations wait for a second reader
    }
duty-translations-returned =
    { $count ->
        [one] { $n } of your translations was sent back
       *[other] { $n } of your translations were sent back
    }
notice-translation-through = Your translation of “{ $field }” in “{ $title }” is published.
notice-translation-through-subject = Your translation is published: { $title }
notice-translation-returned = Your translation of “{ $field }” in “{ $title }” was sent back. The reason: { $reason }
notice-translation-returned-subject = Your translation was sent back: { $title }

# On the page of a record
help-translate = Help translate
fact-original = Original language
record-title-shown-in = The title is shown in { $language }.
record-outdated = The original has changed since version { $revision }; this translation has not been changed yet.
record-by-machine = Translated by machine; a person read it before it was published.
