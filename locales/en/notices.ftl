# Notices, and how often they are mailed
notices = Notices
notices-lead = What happened that concerns you, the newest first.
notices-unread = { $count ->
    [one] { $n } unread notice
   *[other] { $n } unread notices
}
notices-with-unread = { $count ->
    [one] Notices ({ $n } unread)
   *[other] Notices ({ $n } unread)
}
notices-none = There is nothing here yet.
notices-new = new
notices-read-all = Mark all as read
notices-older = Older notices
notices-other = Something happened. Open it to see what.
notices-choose = Which mails you get
notices-choose-lead = Notices always stand on your pages. Choose how often they also come by mail.
notices-always = At once: nobody gets in without these mails.
notice-topic-sign-in = Signing in
notice-topic-review = Texts in review
notice-topic-mandate = Your part in organizations
notice-topic-freshness = Records in your care
notice-topic-translation = Translations
notice-topic-objection = Objections
notice-topic-digest-of-new-records = New records
frequency-at-once = At once
frequency-daily = Once a day
frequency-weekly = Once a week
frequency-never = Never

# What happened
notice-new-records = New records: { $n }
notice-organization-orphaned = { $organization } has no focal point any more: the account of the last one was erased.
notice-organization-orphaned-subject = { $organization } has no focal point any more
