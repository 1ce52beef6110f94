# Taking on a record
adopt = Take it on
adopt-lead = Whoever takes on a record keeps it true: once in a while they are asked whether it still is. It is yours at once if your organization is named in it; otherwise the secretariat decides.
adopt-for = Who will look after it?
adopt-for-me = I myself
adopt-reason = Why you?
adopt-reason-help = What you know of it, and how you will keep it true. Needed where the secretariat decides; nobody else reads it.
adopt-choose = Choose who will look after it.
adopt-waits = You have asked for this record. Your request waits for the secretariat since { $date }.

# Deciding
adoptions = Requests to take on records
adoptions-lead = The oldest first. Nobody decides about their own.
adoptions-nothing = No request waits.
adoptions-asks = { $name } asked on { $date }
adoptions-for = For { $organization }
adoptions-for-self = For themselves
adoptions-reason = Why not, if you decline
adoptions-accept = Accept
adoptions-decline = Decline
adoptions-own = This is your own request: somebody else decides.
adoptions-not-possible = This cannot be accepted any more: somebody looks after the record again, it was withdrawn, or who asked no longer speaks for the organization. You can decline it.
duty-adoptions = { $count ->
    [one] { $n } request to take on a record waits
   *[other] { $n } requests to take on records wait
}

# Mails and notices
mail-adoption-question = Is the record still true? You need not sign in: each link works once.
notice-adoption-asked = Somebody asks to look after “{ $title }”.
notice-adoption-asked-subject = A request to take on “{ $title }”
notice-adoption-yours = “{ $title }” is now in your care.
notice-adoption-yours-subject = Now in your care: { $title }
notice-adoption-declined = Your request to look after “{ $title }” was declined. The reason: { $reason }
notice-adoption-declined-subject = Your request to take on “{ $title }”
notice-adoption-passed = Somebody else now looks after “{ $title }”.
notice-adoption-passed-subject = Now in other hands: { $title }
