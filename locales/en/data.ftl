# What is kept, and taking it along
data = My data
data-lead = What is kept about you: read it, take it along, or erase it.
data-kept = What is kept about you
data-kept-text = Your mail address, the name in addresses, your language, what you write about yourself, your roles and mandates, your drafts, comments and translations, and the last day on which you were here. What you published stays, and is signed with a number that stands for you; the audit log, which is kept as long as this site, knows you by that number alone. Of your questions and of the pages that you read nothing is kept.
data-kept-time = Some things are kept for a time only:
kept-session = Where you are signed in, after the last use
kept-token = Links that work once, when they were used or have expired
kept-attempt = Counters against guessing
kept-sent-mail = Mails, once they were sent
kept-notice = Notices
kept-closed-mandate = Requests and mandates, once they were refused or have ended
kept-closed-adoption = Requests to take a record on, once they were decided
kept-abandoned-draft = Drafts, once they were given up or declined
kept-closed-report = Your address in a report of a problem, once that was closed
kept-sheet-upload = A spreadsheet that you brought
kept-loose-file = A file that belongs to nothing any more
kept-unused-account = An account that nobody uses; 30 days before we ask you
data-days = { $count ->
    [one] { $n } day
   *[other] { $n } days
}
data-take = Take your data along
data-take-text = One ZIP file: personal-data.json with all that is kept about you, the files that you added, and a note that explains them. There is nothing of other people in it.
data-take-button = Download my data
data-often = You have just downloaded your data several times. Try again in an hour.
data-sign-in = For this you sign in once more: your last sign-in was more than 15 minutes ago.
data-sign-in-button = Sign in again

# Erasing an account
data-erase = Erase my account
data-erase-goes = What goes
data-erase-goes-text = Your mail address, your name, what you wrote about yourself, your ways to sign in, notices and mails, the evidence of your mandates, and drafts that you alone wrote and nobody published. Your mandates end, and you are signed out everywhere.
data-erase-stays = What stays
data-erase-stays-text = What was published, because others rely on it, and comments and decisions that belong to a review. Instead of your name it says “a former member”.
data-erase-final = This takes effect at once. Nobody can take it back.
data-erase-handle = To confirm, type your name in addresses:
data-erase-wrong = This is not your name in addresses.
data-erase-button = Erase my account
data-erase-last = You are the only administrator. Give somebody else this role first.
data-erased = Your account is erased
data-erased-text = One last mail goes to your address; then the address is forgotten too. With it you can begin anew at any time.
change-a-former-member = a former member

# In the archive
data-readme = Your data from { $instance }, { $date }
data-readme-json = personal-data.json: all that is kept about you, as JSON, which any text editor opens. The names of its parts are English.
data-readme-files = files: the files that you added, if there are any.
data-readme-secrets = Passwords and keys are left out: they are kept in a form that nobody can read.

# Last mails, and accounts that nobody uses
mail-erased-subject = Your account at { $instance } is erased
mail-erased-asked = Your account at { $instance } was erased, as you asked.
mail-erased-unused = Your account at { $instance } was erased: nobody had used it for three years, and nobody wanted to keep it when we asked.
mail-erased-text = What was published stays, without your name. This is the last mail: your address is forgotten once it has left. With it you can begin anew at any time.
mail-unused-subject = Do you want to keep your account at { $instance }?
mail-unused-text = Nobody has used your account at { $instance } since { $since }. After { $until } it will be erased. One click keeps it, without signing in.
mail-unused-stays = What you published stays in any case. If you do not need the account any more, do nothing.
keep = Keep your account?
keep-text = Press the button and your account stays for another three years.
keep-button = Keep my account
keep-done = Your account stays
keep-done-text = Thank you. You can sign in at any time.
keep-over = This link does not work any more
keep-over-text = Sign in with your mail address to see your account; if it was erased, you begin anew.

# A member's page
profile = Member
profile-see = Your page, as others find it
profile-closed = This member shows nothing about themselves.
profile-own = This is your own page; others see on it what you have opened to them.
profile-about = About
profile-affiliation = Works at
profile-languages = Languages for writing to them
profile-written = Wrote
profile-reviewed = Let through
profile-translated = Translated
