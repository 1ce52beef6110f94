# Looking after records
due = Records in your care
due-lead = These records are due to be looked at. If one is still true, one button says so.
due-nothing = Nothing is due. You get a mail when it is your turn.
due-since = due since { $date }
duty-due = { $count ->
    [one] { $n } record in your care is due to be looked at
   *[other] { $n } records in your care are due to be looked at
}
duty-objections = { $count ->
    [one] { $n } objection waits for an answer
   *[other] { $n } objections wait for an answer
}
duty-reports = { $count ->
    [one] { $n } report of a problem waits
   *[other] { $n } reports of problems wait
}
renew-choose = Is this record still true?
renew-text = Freshness: { $light }. It was due to be looked at again on { $date }.
renew-confirm = Is it still true?
renew-confirm-button = It is still true
renew-edit = Change the record
renew-edit-button = Change it
renew-edit-text = Change what is no longer right. Somebody else reads it before it is published. To change more than these texts, sign in.
renew-edit-wrong = This cannot be handed in as it is. No text may be left empty.
renew-nothing-new = You have changed nothing yet.
renew-field-title = Title
renew-field-summary = Summary
renew-field-name = Name
renew-note = A word to the reviewer (not needed)
renew-withdraw = Withdraw the record
renew-withdraw-button = Withdraw it
renew-withdraw-text = The record leaves public view. Its page stays and says why; the reason is public.
renew-reason = Why is it withdrawn?
renew-done = It is done
renew-confirmed-text = Thank you. The record counts as looked at today.
renew-edited-text = Thank you. Your changes wait for a reviewer.
renew-withdrawn-text = The record is withdrawn. Its page says why.
renew-over = This link does not work any more
renew-over-text = Each link works once, for as long as the record stays as it was. Somebody may have answered already. Your desk shows what waits for you.
renew-mandate = Do you still speak for this organization?
renew-mandate-text = Your mandate for { $organization } ends on { $date }. One button renews it for a year.
renew-mandate-button = Renew it for a year
renew-mandate-done = You speak for { $organization } until { $date }.
text-missing = Write a few words here.
text-too-long = This is too long: at most { $n } characters.
text-odd = There are characters in it that cannot be shown. Write it once more by hand.

# What nobody looks after
adoption = Waiting to be taken on
adoption-lead = Nobody has looked after these records and organizations for a long time. If you know one of them, take it on.
adoption-records = Records that nobody looks after
adoption-no-records = All records are looked after.
adoption-organizations = Organizations without a focal point
adoption-organizations-text = If you work for one of them, ask to speak for it.

# Objections
contested = Contested
contested-text = An organization that is named here objects to this record. Until that is settled, its figures count nowhere.
objection = Object to this record
objection-lead = Your organization is named in this record. Say what is not right: your objection and the answer to it are public.
objection-organization = For which organization
objection-ground = Why do you object?
objection-not-ours = It is not ours
objection-wrong = It is wrong
objection-reason = What exactly is not right?
objection-send = Object
objection-choose = Choose one of the answers.
objection-twice = Your organization has an objection to this record that is still open.
objection-open = The secretariat has not answered yet.
objection-outcome = How does it end?
objection-upheld = Upheld: the record is changed or withdrawn
objection-rejected = Rejected: the record stays as it is
objection-settled = Settled between the sides
objection-answer = Answer
objection-answer-send = Publish the answer
objection-not-yours = You speak for one of the sides: somebody else answers.
objections = Objections
objections-lead = The oldest first. Objection and answer stand on the page of the record.
objections-nothing = No objection waits.

# Reports of visitors
report = Report a problem
report-lead = Say what is wrong with this record. Only the secretariat reads it.
report-text = What is wrong?
report-address = Your mail address (not needed)
report-address-help = Only if you want an answer. It is forgotten a year after the report was dealt with.
report-send = Send
report-sent = Thank you. The secretariat will look at it.
report-too-often = So many reports came from your network that we have to wait. Try again in an hour.
reports = Reports of problems
reports-lead = What visitors say is wrong. The oldest first.
reports-nothing = No report waits.
reports-done = Done

# Mails and notices
mail-freshness-subject = Is “{ $title }” still true?
mail-freshness-subject-many = Records to look at: { $n }
mail-freshness-text = You look after records that are due to be looked at again. You need not sign in: each link works once.
mail-freshness-record = { $title }
    { $light }, due since { $date }
mail-freshness-more = And { $n } more, which you find on your page.
mail-freshness-all = All records in your care
mail-freshness-else = If nobody answers, a record is shown as no longer looked after, and others can take it on.
mail-mandate-ends-subject = Do you still speak for { $organization }?
mail-mandate-ends-text = Your mandate for { $organization } ends on { $date }. If you still speak for it, one button renews it for a year. You need not sign in.
mail-unsubscribe = No more mails of this sort
notice-freshness = Records in your care that are due to be looked at: { $n }
notice-mandate-lapsed = Your mandate for { $organization } has lapsed. You can ask for it anew.
notice-mandate-lapsed-subject = Your mandate for { $organization } has lapsed
notice-objection = An organization objects to “{ $title }”.
notice-objection-subject = An objection to “{ $title }”
notice-objection-answered = An objection to “{ $title }” was answered.
notice-objection-answered-subject = An answer to an objection to “{ $title }”

# Ending mails
unsubscribe = No more mails of this sort?
unsubscribe-text = You will get no more mails { $topic }. What happens stays on your desk.
unsubscribe-button = End them
unsubscribe-done = No more mails of this sort
unsubscribe-done-text = You get no more mails { $topic }. You can change this on your account’s pages.
unsubscribe-over = This link does not work any more
unsubscribe-over-text = Sign in to choose which mails you get.
unsubscribe-sign-in = for signing in
unsubscribe-review = about reviews
unsubscribe-mandate = about your part in organizations
unsubscribe-freshness = about records in your care
unsubscribe-translation = about translations
unsubscribe-objection = about objections
unsubscribe-digest-of-new-records = about new records
