# Speaking for an organization
mandates-own = Organizations you speak for
mandates-own-lead = Somebody else says yes: a focal point of the organization or the secretariat.
mandates-held = Your mandates
mandates-none = You do not speak for any organization yet.
mandates-find = Ask to speak for an organization
mandates-find-label = Name of the organization
mandates-find-button = Find it
mandates-found-none = No organization was found. Try its short form, or describe it first:
mandates-ask-for = Ask to speak for it
mandates-capacity = As what do you want to speak for it?
capacity-contributor = Contributor: writes for it
capacity-focal-point = Focal point: keeps its records true and decides who else speaks for it
mandates-evidence = How can others see that you speak for it?
mandates-evidence-help = Your post, a page that names you, somebody who can confirm it. Only those who decide read it.
mandates-own-fits = Your mail address is of its domain; they see that too.
mandates-own-fits-not = Your mail address is not of its domain; they see that too.
mandates-ask = Ask for it
mandates-sent = Your request is on its way. You get a mail when somebody has decided.
mandates-twice = You have asked for this already, or you have it.
mandates-choose = Choose as what you want to speak for it.
mandate-requested = Asked for on { $date }; nobody has decided yet
mandate-active = In force until { $date }
mandate-refused = Refused on { $date }
mandate-lapsed = Lapsed on { $date }
mandate-ended = Ended on { $date }
mandate-end = Give it up
mandate-take-back = Take the request back

# Deciding
mandates = Requests to speak for organizations
mandates-lead = The oldest first. Nobody decides about their own.
mandates-nothing = No request waits for you.
mandates-asks = { $name } asked on { $date }
mandates-fits = Their mail address is of the organization’s domain.
mandates-fits-not = Their mail address is not of the organization’s domain.
mandates-note = A word to them; whoever refuses gives a reason
mandates-accept = Accept
mandates-refuse = Refuse
notice-mandate-accepted = You now speak for { $organization }, for a year.
notice-mandate-accepted-subject = You now speak for { $organization }
notice-mandate-refused = Your request to speak for { $organization } was refused. The reason: { $reason }
notice-mandate-refused-subject = Your request to speak for { $organization }
duty-mandates = { $count ->
    [one] { $n } request to speak for an organization waits
   *[other] { $n } requests to speak for organizations wait
}

# People and their roles
people = People and roles
people-lead = What you trust people with. A change counts at once.
people-roles = Roles
people-own = This is you. Somebody else changes your roles.
people-no-address = No mail address
people-more = More people
person-role-reviewer = Reviewer
person-role-translator = Translator
person-role-editor = Editor
person-role-administrator = Administrator
