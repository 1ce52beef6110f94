# The queue of drafts that wait for review
review = Review
review-lead = What others wrote, and who has waited longest stands first.
review-queue = Waiting for review
review-empty = Nothing waits for review.
review-waits =
    { $count ->
        [0] Waiting since today
        [one] Waiting for { $n } day
       *[other] Waiting for { $n } days
    }
review-new = New record
review-revision = Changes to a record
review-own = You wrote some of this, so somebody else decides about it.
review-no-title = Without a title
review-duty = Review: { $title } ({ $kind })
review-said-changes-requested = The author was asked for changes.
review-said-declined = The draft was declined, and the author told why.

# One draft
review-by = Written by { $names }
review-for = For { $organization }
review-written-in = Written in { $language }
review-state-draft = Being written
review-state-in-review = In review
review-state-changes-requested = Changes were asked for
review-state-published = Published
review-state-declined = Declined
review-state-abandoned = Laid aside
review-record = The published record
review-changes = What it changes
review-moved-on = The record has changed since this was begun. What was changed in other places is kept when you publish.
review-comment = Comment on this
review-comment-words = Your comment
review-comment-send = Send the comment
review-comments = Comments on the whole
review-comment-all = Your comment on the whole
review-settled = Settled
review-settle = Mark as settled
review-duplicates = Is it here already?
review-duplicates-help = Records that are found for its title.
review-checklist = Checklist
review-checklist-help = To publish, every point needs “yes” or “does not apply”.
review-open =
    { $count ->
        [0] No point is open.
        [one] { $n } point is open.
       *[other] { $n } points are open.
    }
review-earlier = This was answered for an earlier version of the text.
review-note = Note
review-save = Save the answers
review-words = To the author
review-words-help = A reason when you ask for changes or decline, a note when you publish. The note to a published record is public.
review-publish = Publish
review-ask = Ask for changes
review-decline = Decline
review-steps = What happened so far
review-signed = { $name }, { $date }
review-step-submitted = Handed in
review-step-changes-requested = Changes asked for
review-step-published = Published
review-step-declined = Declined
review-step-abandoned = Laid aside
review-step-resumed = Taken up again
review-answer-yes = Yes
review-answer-not-applicable = Does not apply
review-answer-no = No

# Points of the checklist
review-point-true-to-sources = What it says stands in the sources.
review-point-sources-open = The sources open and are the right ones.
review-point-own-words = It is in the author’s own words; what is quoted is marked.
review-point-plain-words = Somebody from another field understands it.
review-point-not-there-yet = It is not here yet under another title.
review-point-nobody-exposed = It puts nobody in danger and tells nothing private about anybody.
review-point-rights-at-work = It respects rights at work.
review-point-counts-as-practice = It was carried out and counts as a practice.
review-point-results-shown = It shows what came of it, also what did not work.
review-point-others-can-use-it = Somebody elsewhere could do it after reading it.
review-point-partners-agree = The partners know of it and agree.
review-point-roles-fit = The roles of countries and partners are right.
review-point-constituents-named = Governments, workers’ and employers’ organizations that took part are named.
review-point-figures-sourced = Every figure has a source.
review-point-licence-stated = The licence is stated.
review-point-files-open = The files open and are what they say.
review-point-dates-and-place = Dates and place are right.
review-point-who-can-take-part = It says who can take part and how.
review-point-it-exists = It exists.
review-point-name-as-published = The name is as published by itself.
review-point-constituency-fits = The constituency is right.
review-point-members-and-dates = Members are complete, with the dates since when and until when.

# What was refused
review-too-long = This has more than 5,000 characters. Shorten it.
review-refused-stale = The author has changed the text since you opened it. Look at it again, then decide.
review-refused-unchecked =
    { $count ->
        [one] { $n } point of the checklist is still open. Your answers are saved.
       *[other] { $n } points of the checklist are still open. Your answers are saved.
    }
review-refused-moved-on = The record was changed meanwhile in the same places: { $places }. Ask the author to bring both together.
review-refused-unfinished = Something is missing or wrong here: { $places }. Ask the author for changes.
review-refused-needs-words = Write why. The author will read it.
review-refused-own-work = You wrote some of this, so somebody else decides about it.
review-refused-nothing-new = The record says all of this already.
review-refused-wrong-state = Somebody has decided in the meantime.
review-refused-withdrawn = The record was withdrawn in the meantime.

# Notices and mails
mail-open = Open
notice-review-changes-requested = “{ $title }” came back to you. The reviewer asks for changes: { $reason }
notice-review-changes-requested-subject = Changes asked for: { $title }
notice-review-published = “{ $title }” is published. The reviewer writes: { $reason }
notice-review-published-subject = Published: { $title }
notice-review-declined = “{ $title }” was not accepted. The reason: { $reason }
notice-review-declined-subject = Not accepted: { $title }
notice-review-remind-author = “{ $title }” waits for you. Days so far: { $days }.
notice-review-remind-author-subject = It waits for you: { $title }
notice-review-remind-reviewers = “{ $title }” waits for review. Days so far: { $days }.
notice-review-remind-reviewers-subject = It waits for review: { $title }
notice-review-abandoned = “{ $title }” was laid aside because nobody went on with it. You can take it up again. Days without a change: { $days }.
notice-review-abandoned-subject = Laid aside: { $title }

# Changes of fields
change-added = added
change-removed = removed
change-changed = changed
change-original = another original language
change-went = removed:
change-came = added:
change-end = (end)
change-a-member = a member
change-field-title = Title
change-field-summary = Summary
change-field-name = Name
change-field-countries-by-role = Countries by role
change-field-adapted-from = Adapted from
change-field-start = Begin
change-field-end = End
change-field-criteria = Criteria of a good practice
change-field-innovative = Innovative
change-field-effective = Effective
change-field-replicable = Replicable
change-field-sustainable = Sustainable
change-field-relevant = Relevant
change-field-ethical = Ethical
change-field-efficient = Efficient
change-field-tripartite = Tripartite
change-field-amount = Amount
change-field-currency = Currency
change-field-url = Web address
change-field-topic = Topic
change-field-original = Original language
change-field-licence = Licence

# The history of a record
history = History
history-lead = Every version, the newest first: what changed, when, by whom and why.
history-heading = { $number }. { $what }, { $date }
history-who = By { $author }, let through by { $reviewer }
history-name-for = { $name } for { $organization }
history-first = The first version.
history-no-field = No field changed.
history-change-published = Published
history-change-revised = Revised
history-change-withdrawn = Withdrawn
history-change-restored = Put back
history-change-aged = Grown older
history-change-confirmed = Confirmed as still true
history-change-adopted = In other hands
history-change-translated = Translated
history-change-objected = Contested
history-change-answered = Objection answered
history-restore = Put this version back
history-reason = Why? Everybody can read it.
history-needs-reason = Write why this version comes back, in at most 2,000 characters.
history-same = The record says the same now.
history-restored = The older version is back, as a new one.
history-restored-note = As in version { $number }: { $reason }
history-older = Older versions
