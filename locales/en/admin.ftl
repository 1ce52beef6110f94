# Administration
admin = Administration
admin-overview = Overview
admin-lead = How this instance does, and what it needs from you.
admin-troubles = What is not well
admin-well = All is well.
admin-late = { $queue }: { $number }. The oldest has waited since { $date }, which is too long.
admin-job-failed = The job “{ $job }” failed. It said: { $note }
admin-job-overdue = The job “{ $job }” was due on { $date }, and nobody runs it.
admin-queues = What waits
admin-queue = Queue
admin-number = Number
admin-oldest = The oldest since
admin-older = Older entries
admin-look-again = Look again
admin-store = Store
admin-database = Database
admin-size = Size
admin-migrations = Migrations
admin-migrations-value = { $number }, the last is { $last }
admin-people = People with an account
admin-instance = Program
admin-version = Version
admin-up-since = Runs since
admin-address = Public address
admin-mail = Mails leave
admin-mail-server = by a mail server
admin-mail-folder = not at all: no mail server is set, and they are files in { $folder }
admin-mail-memory = not at all: they stay in memory
queue-drafts = Drafts in review
queue-mandates = Requests to speak for organizations
queue-adoptions = Requests to take records on
queue-objections = Objections without an answer
queue-reports = Reports of problems
queue-translations = Translations to let through
queue-queued-mails = Mails on their way
queue-failed-mails = Mails that did not leave
queue-damaged-files = Damaged files

# Jobs
admin-jobs = Jobs
admin-jobs-lead = What the instance does by itself. Of several nodes one runs each job.
job = Job
job-state = State
job-last = Ended last
job-last-at = ended last on { $date }
job-next-at = due next on { $date }
job-start = Run it now
job-started = It is due now and begins within moments. Look at this page again to see how it ends.
job-runs = runs now
job-due = is due
job-done = done
job-failed = failed
job-never = was never run
job-every-minutes = { $count ->
    [one] every minute
   *[other] every { $n } minutes
}
job-every-hours = { $count ->
    [one] every hour
   *[other] every { $n } hours
}
job-every-days = { $count ->
    [one] every day
   *[other] every { $n } days
}
job-lights = Freshness of records
job-lights-about = Notes the light of every record whose day of review has come or passed.
job-freshness-mails = Mails to stewards
job-freshness-mails-about = Asks stewards whether their records are still true.
job-mandates = Mandates
job-mandates-about = Reminds people whose mandates end, and lets lapse what is over.
job-review-reminders = Reminders about drafts
job-review-reminders-about = Reminds whoever holds the next step of a draft.
job-digests = Notices by mail
job-digests-about = Mails what people want to be told once a day or once a week.
job-files = Reading files
job-files-about = Takes text and first page of files that were attached.
job-file-checks = Checking files
job-file-checks-about = Compares every attached file with its checksum.
job-retention = Forgetting
job-retention-about = Removes what was kept long enough.
job-unused-accounts = Accounts that nobody uses
job-unused-accounts-about = Warns owners of accounts that nobody uses, and erases those whose time is over.
job-new-records = Mails about new records
job-new-records-about = Tells people what was published that they asked to be told of.

# Search index
admin-index = Search index
admin-index-lead = A copy of the records, made for searching. Each node has its own; this is the one of the node that answers you.
admin-index-state = State
admin-index-position = Position in the change log
admin-index-position-value = { $position } of { $head }
admin-index-documents = Records in it
admin-index-encoder = Sentence encoder
admin-index-encoder-yes = takes part
admin-index-encoder-no = is not installed; search works without it
admin-index-fault = The search index cannot follow since { $date }: { $error }
admin-index-behind = { $count ->
    [one] { $n } change is not in the search index yet.
   *[other] { $n } changes are not in the search index yet.
}
admin-index-rebuild = Build it anew
admin-index-rebuild-text = Nothing is lost by it: the index is a copy. Pages and search go on with the old one meanwhile, and this node shows newer changes when it is done.
admin-index-rebuild-button = Build the index anew
admin-index-progress = It is being built: { $done } of { $all } records.

# Mails
admin-mails = Mails
admin-mails-lead = What is on its way, what left, and what did not. Addresses are for administrators alone.
mails-folder = No mail server is set: each mail is a file in { $folder }. Mails that “left” can be looked at here.
mails-states = State of the mails
mails-all = All
mails-queued = On their way
mails-sent = Left
mails-failed = Given up
mails-none = There is no such mail.
mails-tried = { $count ->
    [one] tried { $n } time
   *[other] tried { $n } times
}
mails-retry = Try again
mail-queued = on its way
mail-sent = left
mail-failed = given up
mail-title = A mail
mail-masked = Links are shown without their secrets: who could read them could sign in as the reader of the mail. The whole mail is on the server, in { $file }.
mail-headers = Headers
mail-text = Text
mail-html = HTML
mail-html-show = Show how it is written

# Audit log
admin-audit = Audit log
admin-audit-lead = Who did what, the newest first. It is only added to: nobody can change or remove an entry.
audit-action = What
audit-all = Everything
audit-filter = Show
audit-none = Nothing was noted.
audit-number = No.
audit-at = When
audit-who = Who
audit-what = What
audit-subject = To what or whom
audit-details = Details
audit-operator = operator (command line)
audit-somebody-gone = somebody whose account was erased
audited-administrator-made = Administrator made
audited-administrator-signed-in = Administrator signed in
audited-proofs-changed = Ways to sign in changed
audited-roles-set = Roles changed
audited-mandate-accepted = Mandate accepted
audited-mandate-refused = Mandate refused
audited-mandate-ended = Mandate ended
audited-steward-set = Record given to another steward
audited-record-withdrawn = Record withdrawn
audited-record-restored = Record put back
audited-person-erased = Account erased
audited-setting-set = Setting changed
audited-job-started = Job run early
audited-index-rebuilt = Index built anew
audited-mail-retried = Mail tried again

# Settings
admin-settings = Settings
admin-settings-lead = What readers see of this instance. A change counts at once, without a restart, and is noted in the audit log.
settings-changed = Somebody else changed this meanwhile, and nothing was saved. What you typed still stands below. Save it again to let it count, or open this page anew to see theirs.
settings-identity = Name and contact
settings-identity-help = A field that you empty is as the operator started the program.
settings-name = Name
settings-contact = Where readers can write to
settings-description = What it is for, in { $language }
settings-languages = Languages
settings-languages-label = Languages of the pages
settings-languages-help = Addresses in a language that you take away lead to the first one that is left. Records in it stay.
settings-languages-none = Choose at least one language.
settings-accent = Colour
settings-accent-help = The colour of buttons and marks, written as #rrggbb, for light and for dark screens. Its contrast to what it stands on is at least { $ratio } to 1, so that everybody can read it.
settings-accent-light = On light screens
settings-accent-dark = On dark screens
settings-accent-form = Write the colour as # and six digits from 0 to 9 or a to f.
settings-accent-contrast = The contrast is { $ratio } to 1; at least { $least } to 1 are needed. Take a darker colour for light screens, a lighter one for dark screens.
settings-logo = Logo
settings-logo-file = PNG picture
settings-logo-help = It stands beside the name, on a dark ground. At most 16 KB, from 16 to 512 pixels on a side.
settings-logo-now = The logo as it is now
settings-logo-remove = Take it away
settings-logo-not-png = This is no whole PNG picture. Other forms, such as SVG, are not taken.
settings-logo-large = The picture is too large: at most { $size }.
settings-logo-size = The picture has { $width } by { $height } pixels. Each side needs { $least } to { $most } pixels, and none may be more than { $stretch } times as long as the other.
settings-texts = Legal texts
settings-texts-help = What you say of privacy stands on the page on privacy before what the program says of itself; terms and imprint have a page of their own. Write them in each language that you offer:
texts-lead = Plain text. An empty line begins a paragraph; web addresses become links. A text that is missing in a language is shown in another.
texts-privacy = Privacy
texts-terms = Terms of use and imprint
terms-title = Terms and imprint
terms-lead = Who runs this instance, and on which terms.
terms-records = The records
terms-records-text = The records may be used freely with their source (CC BY 4.0). Attached files have the terms that stand beside them.
terms-program = The program
terms-program-text = Ayni is free software under the Apache License 2.0, and comes without any warranty.
