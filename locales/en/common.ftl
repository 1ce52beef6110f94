# What stands on every page.
skip-to-content = Skip to content
search-label = Search the records
search-button = Search
menu = Menu
menu-main = Main menu
menu-map = Map
language = Language:
language-choose = Choose a language
breadcrumbs = You are here
footer-motto = Today for you, tomorrow for me.
footer-licence = The records may be used freely with their source (CC BY 4.0). Ayni is free software: any institution can run its own.
footer-about = About
footer-reuse = Take it with you
footer-api = Interface for programs (API)
footer-feed = News feed of all records
feed-all = All records
feed-kind = { $kind }: the newest records
follow-feed = Follow as a feed
about-link = What Ayni is
accessibility-link = Accessibility
privacy-link = Privacy
contact = Contact
# A comma between entries of a list; _ stands for a space.
list-comma = ,_
count-records =
    { $count ->
        [one] { $n } record
       *[other] { $n } records
    }
count-members =
    { $count ->
        [one] { $n } member
       *[other] { $n } members
    }
countries-more =
    { $count ->
        [one] { $n } more
       *[other] { $n } more
    }
from-to = { $from } → { $to }
filter = Filter
filter-used =
    { $count ->
        [one] Filter, { $n } in use
       *[other] Filter, { $n } in use
    }
filters = Filters
filters-in-use = Filters in use
filter-remove = (remove this filter)
filter-more = More
order = Order
order-relevance = Best match
order-newest = Newest
order-title = Title
pages = Pages
page-first = First page
page-next = Next page
found-because = Found because
found-concept = Same meaning
found-as = “{ $said }” was found as “{ $found }”
why-here = Why it is here
why-peer = Why this peer
result-label = Result
