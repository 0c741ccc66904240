### Navigation, language switch, footer and labels for screen readers, on every page.
### Keep menu entries short: on a telephone they share one column.

## Page frame

# The title in the browser’s tab.
# $page: the title of the page, already translated.
page-title = { $page } · { -brand-name }
# The first link of each page, visible when it has the keyboard focus.
skip-to-content = Skip to the main content
    .accesskey = c
skip-to-help = Skip to the { -helpline(number: "plural") }
back-to-top = Back to top
    .aria-label = Back to the top of this page
# Names the row of links that shows where the reader is.
breadcrumb =
    .aria-label = You are here

## Main menu

nav-main =
    .aria-label = Main menu
nav-menu-button = Menu
    .aria-label =
        { $state ->
            [open] Close the menu
           *[closed] Open the menu
        }
nav-home = Home
    .title = { -brand-name }: home page
# The page on legislation that cannot wait. “Urgent” comes first on purpose.
nav-urgent = Urgent: the law
nav-prevent = What you can do
    .title = What anyone can do to prevent abuse online
nav-officials = For officials
nav-companies = For technology companies
nav-professionals = For professionals
    .title = For teachers, doctors, social workers, police officers and coaches
nav-caregivers = For parents and caregivers
nav-library = Resource library
# The most important entry of the menu. Plain words that a child understands.
nav-help = Get help
    .title = { -helpline(number: "plural", case: "title") } by country
    .aria-label = Get help now: { -helpline(number: "plural") } by country
# Marks the entry of the page that is open, for screen readers.
nav-current-page = current page
# A link to another website.
# $site: the name of that website.
nav-external = { $site }
    .title = Opens { $site }, which is not run by { -brand-name(form: "short") }

## Search

search = Search
    .aria-label = Search this site
    .placeholder = Guides, posters, countries …
search-submit = Search
# $count: how many pages and resources were found.  $query: what the reader typed.
search-results =
    { $count ->
        [0] Nothing found for “{ $query }”
        [one] { NUMBER($count) } result for “{ $query }”
       *[other] { NUMBER($count) } results for “{ $query }”
    }
search-no-results-hint = Try a shorter word, or look through the resource library.

## Language switch

language-switch = Language
    .aria-label = Choose a language
    .title = This page in other languages
# $language: the name of the language in that language itself, such as “Español”.
language-current = { $language }
    .aria-label = { $language } (current language)
# Shown when the page does not exist in the reader’s language.
# $language: the language that is shown instead.
language-fallback = This page is not in your language yet. You are reading it in { $language }.
# $percent: a number between 0 and 100.
language-coverage = { NUMBER($percent, maximumFractionDigits: 0) }% translated
# A short text in the wrong language inside a page, marked for screen readers.
language-part = In { $language }:

## Leaving quickly

# A button that opens a harmless page, for a reader whom somebody is watching.
quick-exit = Leave this site
    .title = Opens a weather page in place of this one
    .aria-label = Leave this site quickly
quick-exit-hint = This does not clear your browser’s history.

## Footer

footer =
    .aria-label = About this site
footer-about =
    { -brand-name.article ->
        [definite] About the { -brand-name }
       *[none] About { -brand-name }
    }
footer-mission = We work so that no child comes to harm online, and so that every child who does is heard.
footer-privacy = Privacy
footer-accessibility = Accessibility
footer-contact = Contact
footer-imprint = Legal notice
# $year: the year of this edition, as text.
footer-licence = © { $year } { -brand-name }. Texts may be copied with attribution.
footer-example = This is an example site. The network is fictional.
# $date: when the page was last changed in the language that is shown.
footer-updated = Last changed on { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
