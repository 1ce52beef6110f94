# Files of drafts and records, and letters
draft-files-lead = What readers can download. The type is known by the content: { $types }, up to { $size } each and { $n } in one draft.
draft-file-new = Add a file or a film
draft-file = The file
draft-file-title = What readers see, where the name of the file does not say it
draft-file-language = Language of the file
draft-file-licence = What readers may do with it
draft-file-licence-help = Whoever holds the rights says so. CC BY: use it freely and name the source; NC: not for gain; ND: unchanged; SA: pass it on under the same terms; IGO: the form of international organizations.
draft-film = Or the address of a film or recording on another website
draft-film-help = It stays there: readers see a link with the name of the website. The address is kept among the sources.
draft-file-add = Save and add
draft-file-leave = Keep it
draft-file-added = Added with this draft
draft-file-goes = Goes when the draft is published
licence-public-domain = Public domain: free for everything
licence-all-rights-reserved = All rights reserved: to read only
licence-unknown = Terms not known: ask before you use it
file-pages =
    { $count ->
        [one] { $n } page
       *[other] { $n } pages
    }
file-checked = Checked on { $date }
file-damaged = This file is damaged or lost. It is not given out until it is mended.
file-first-page = First page of { $name }
file-film = Film on { $site }, another website
file-recording = Recording on { $site }, another website
file-refused-size = The file is larger than { $size }. Make it smaller, or divide it. All that you typed is saved.
file-refused-form = The form holds too much at once. Send one file at a time. What you typed before it is saved.
file-refused-transfer = The file did not arrive whole. Choose it again. What you typed before it is saved.
file-refused-empty = There is nothing in the file.
file-refused-type = The content of the file is none of the types that are taken: { $types }.
file-refused-name = The content of the file is { $type }, but its name says otherwise. If that is right, let the name end in { $ending }.
file-refused-broken = The file cannot be read as { $type }: it is damaged, or protected. Save it anew without a password.
file-refused-unpacks = The file unpacks to far more than its size, as no document does.
file-refused-picture = The picture is damaged, or larger than { $pixels } pixels. Make it smaller.
file-refused-today = You have handed in { $n } files today. Go on tomorrow.
file-refused-many = The draft has { $n } files already. Take one away first.
file-refused-missing = Choose a file, or give the address of a film.
file-refused-licence = Say what readers may do with the file, and choose it again.
file-refused-link = This is no address of a film or recording that is known here. Other pages belong among the sources.
mandates-letter = A letter that says so, if you have one
mandates-letter-help = { $types }, up to { $size }. Only those who decide can open it. It is erased a year after the mandate has ended or the request was refused.
mandates-letter-open = Open the letter ({ $size })
