# Home
home-question = What are you trying to solve?
home-lead = Someone in the South has met your problem before. Ask in your own words: Ayni answers with what worked, who did it and where to learn it.
home-examples = For example
home-example-1 = Children work in our cotton fields
home-example-2 = Domestic workers without social security
home-example-3 = Too few inspectors to inspect
home-example-4 = Waste pickers want to form a cooperative
home-lives-here = What lives here
home-figures-open = Every figure opens the records it counts.
home-latest = The latest
ask-problem = Your problem, in your own words
ask-country = Your country (optional)
ask-any-country = Any country
ask-constituency = You are (optional)
ask-anyone = Anyone
ask-button = Find who has solved it

# Answers
answers-title = Answers: { $question }
answers-asked = You asked
answers-change = Change the question
answers-parts = The answer in three parts
answers-from = From { $country }
answers-read-as = Read as: { $concept }
answers-mended = Read “{ $typed }” as “{ $read }”
answers-worked = What worked
answers-worked-count =
    { $count ->
        [one] { $n } practice
       *[other] { $n } practices
    }
answers-worked-lead = Documented practices that fit the question, with the reasons why.
answers-who = Who did it
answers-who-count =
    { $count ->
        [one] { $n } peer
       *[other] { $n } peers
    }
answers-who-lead = Countries and organizations that have done it, with the records that show it.
answers-learn = Where to learn it
answers-learn-count =
    { $count ->
        [one] { $n } course, event or publication
       *[other] { $n } courses, events and publications
    }
answers-learn-lead = Courses, events and publications on the question, most useful first.
answers-none-practices = No documented practice fits this question yet. Try other words, or leave out details.
answers-none-peers = No country or organization is known yet that has done this.
answers-none-learning = No course, event or publication fits this question yet.
answers-more-practices = All practices on this question
answers-more-learning = All publications on this question
answers-how = How this answer was made
answers-how-text = The words of the question are compared with every record, in seven languages. Peers are countries and organizations that share their experience in the records found; comparable conditions, a shared language and results on record count in their favour. Every reason is shown, and nothing is hidden behind it.
answers-empty = Write in a few words what you are trying to solve.

# Search
search-heading =
    { $count ->
        [one] { $n } record for “{ $question }”
       *[other] { $n } records for “{ $question }”
    }
search-all = All records
search-understood = Understood as: { $concepts }
search-mended = “{ $typed }” was read as “{ $read }”.
search-ask-instead = Is this a problem that you want to solve?
search-ask-instead-link = Ask it as a question and see what worked, who did it and where to learn it.
search-nothing = Nothing was found. Try fewer or other words, or remove a filter.
results = Results

# Lists
list-practices = Practices
list-practices-lead = What was done, what came of it and whether it would travel: South-South and triangular practices of the world of work.
list-initiatives = Initiatives
list-initiatives-lead = Cooperation projects and actions: who shares, who takes up, who brings the sides together.
list-publications = Library
list-publications-lead = Reports, guides, manuals and films about South-South and triangular cooperation in the world of work.
list-courses = Academy
list-courses-lead = Courses at which practitioners learn from each other.
list-events = Events
list-events-lead = Expos, forums, seminars, study tours and learning journeys.
list-organizations = Organizations
list-organizations-lead = Governments, workers’ and employers’ organizations and those who work with them.
list-groupings = Groupings
list-groupings-lead = Blocs and networks of countries, with their members and since when.

# Countries, themes, goals
countries-title = Countries
countries-lead = What each country shares, what it looks for, and with whom it works.
country-lead =
    { $count ->
        [one] { $n } record. Shares in { $shares } practices and initiatives, takes up in { $seeks }.
       *[other] { $n } records. Shares in { $shares } practices and initiatives, takes up in { $seeks }.
    }
country-figures = In figures
country-shares = What it shares
country-shares-none = No practice or initiative is recorded yet in which it shares its experience.
country-looks-for = What it looks for
country-looks-for-from = What it took up from others shows what it was looking for.
country-looks-for-none = No practice or initiative is recorded yet in which it takes up the experience of others.
country-all = Show all
country-with-whom = With whom
country-map-alt = Map of the region, south up, with the countries it worked with. The table below names them.
country-partners-caption = Countries in practices and initiatives with this country
country-groupings = Groupings over time
country-groupings-none = It is a member of no grouping that is recorded here.
country-groupings-alt = Bars that show since when the country has belonged to each grouping. The table below has the same.
country-groupings-caption = Groupings of this country; a notched end means that the source gives no date
country-conditions = Conditions
country-like = Countries under comparable conditions
country-like-lead = Compared by region, income, informal work, fragility, languages and structure of the economy.
country-least-developed = Least developed country
country-landlocked = Landlocked developing country
country-small-island = Small island developing state
fact-income = Income group
fact-informality = Informal work
fact-informality-value = { $value }% of employment
fact-structure = Structure of the economy
fact-structure-value = Agriculture { $agriculture }%, industry { $industry }%, services { $services }% of the product
fact-population = Population
fact-youth-unemployment = Youth unemployment
fact-youth-unemployment-value = { $value }% of the labour force aged 15 to 24
fact-urban = People in towns
fact-urban-value = { $value }% of the population
fact-languages = Official languages
fact-fragile = Fragility
fact-fragile-value = On the World Bank’s list of fragile and conflict-affected situations
fact-source = Sources
fact-source-value = ILOSTAT (informal work), World Bank (income, fragility), CIA World Factbook (the other figures); latest year available
themes-title = Themes
themes-lead = The themes of the records, with what worked, who did it and where to learn it.
theme-other-words = Also called: { $words }
sdgs-title = Sustainable Development Goals
sdgs-lead = The records by the goals of the 2030 Agenda that they serve.
sdg-heading = Goal { $number }: { $name }

# Map
map-title = Our North is the South
map-lead = Who shares with whom: cooperation as recorded in practices and initiatives, drawn with the South at the top, as Joaquín Torres García drew it.
map-alt = World map with the South at the top. Threads run from countries that share their experience to countries that take it up. The table has all of them.
map-members-alt = World map with the South at the top and the countries of this record coloured. The page names them.
map-disclaimer = The boundaries shown on maps do not imply any opinion on the legal status of a country or territory.
map-projection = Equal Earth projection
map-north-up = Turn the North up
map-south-up = Turn the South up
map-any-theme = All themes
map-any-modality = All modalities
map-show = Show
map-table = The same as a table
map-caption = Flows of cooperation, from who shares to who takes up
map-summary =
    { $count ->
        [one] { $n } pair of countries. A darker country shares in more records; a thicker thread stands for more records.
       *[other] { $n } pairs of countries. A darker country shares in more records; a thicker thread stands for more records.
    }
map-from = Shares
map-to = Takes up
map-records = Records
map-rest =
    { $count ->
        [one] { $n } more pair is in the data of the API.
       *[other] { $n } more pairs are in the data of the API.
    }

# Errors
lost-heading = This thread leads nowhere
lost-text = There is no page at this address. It may be a slip in the address, or the page has moved.
lost-near = Did you mean one of these?
failed-heading = Something went wrong
failed-text = The page could not be made. The fault is ours and has been noted; please try again in a moment.
gone-heading = This record was withdrawn
gone-mark = Withdrawn
gone-lead = It was “{ $title }”. Nothing is deleted without a trace: this page stays in its place.
gone-when = Withdrawn on
gone-reason = Reason
gone-others = See the others of its kind

# About
about-title = Ayni is Quechua for reciprocity among equals
about-lead = Today for you, tomorrow for me. In the Andes a neighbour who helps you to roof your house is not paid: you will help to roof theirs.
about-what = What it does
about-what-text = A labour ministry, a trade union, an employers’ organization or a city has a problem in the world of work. Somebody in the South has met it before. Ayni answers three questions on one page, in the language of whoever asks and over a bad connection: what worked under conditions like mine, who did it and would share it, and where can I learn it?
about-rely = What you can rely on
about-rely-text = Every record names its sources. Nothing is published by its author alone. Nothing is deleted: what is withdrawn leaves its reason. Every record has a steward and a date to look at it again.
about-languages = Seven languages
about-languages-text = Pages are in Arabic, Chinese, English, French, Portuguese, Russian and Spanish. A question in one of them finds records in all of them. A record is shown in your language where it has been translated, otherwise in another one, and the page says so.
about-data = Where the facts come from
about-data-text = Names of countries and languages: Unicode CLDR. Conditions: ILOSTAT, World Bank, CIA World Factbook. Map: Natural Earth. Goals: United Nations. Each record lists its own sources.
about-run = Run your own
about-run-text = Ayni is one program and one folder of data. Any ministry, union or university may run it, in its own country and under its own name.
accessibility-title = Accessibility
accessibility-lead = Ayni is made to be usable by everybody, with any device and over any connection.
accessibility-standard = The standard
accessibility-standard-text = Pages are built to meet WCAG 2.2 at level AA. Every page is tested in every language by a program; that finds many faults, but not all.
accessibility-how = How it works
accessibility-how-text = Everything works with the keyboard, without JavaScript, with a screen reader, enlarged to 400 percent, in light and in dark. Every map and drawing has a table or list with the same content. No picture carries meaning alone.
accessibility-limits = Known limits
accessibility-limits-text = Titles are shown in the language in which they were published; where there is no translation, the page marks the language so that a screen reader can pronounce it. Documents on other websites may not be accessible.
accessibility-tell = Tell us
accessibility-tell-text = If something does not work for you, write to whoever runs this instance. An obstacle is treated as a fault.
privacy-title = Privacy
privacy-lead = You can read and ask without telling us who you are.
privacy-what = What is kept about readers
privacy-what-text = Nothing. There are no cookies for readers, no counters of visitors and no files from other websites. Questions are not stored. The log of the server has the kind of page, the result and the time it took; it has neither addresses of readers nor their questions.
privacy-members = What is kept about members
privacy-members-text = Who signs in is known by a mail address, by the other ways to sign in that they add themselves, and by one cookie, which holds a random number and nothing else; between two steps of signing in there is a second such cookie for half an hour at most. What members write about themselves is seen by nobody until they open it. Sessions can be looked at and ended at any time. Counters against guessing keep network addresses unreadable, and for a day only.
privacy-records = Persons in records
privacy-records-text = Records are about organizations, countries and publications. Authors of publications are named as their publishers name them.
privacy-rights = Your rights
privacy-rights-text = If a record names you wrongly or should not name you, write to whoever runs this instance: it will be corrected or withdrawn, and the reason noted.
