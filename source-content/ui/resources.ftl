### The resource library: cards, filters and notices on the age of a translation.

## The list

library-title = Resource library
library-introduction = Guides, reports and posters to read, print and pass on.
# $count: how many resources the list shows.  $total: how many there are.
library-count =
    { $count ->
        [0] No resource matches
        [one] { NUMBER($count) } resource of { NUMBER($total) }
       *[other] { NUMBER($count) } resources of { NUMBER($total) }
    }
library-filter =
    .aria-label = Narrow the list
filter-kind = Kind
filter-topic = Topic
filter-year = Year
filter-language = Language
filter-all = All
filter-reset = Show everything
    .title = Remove every filter
# $order: how the list is sorted.
library-order =
    { $order ->
        [title] Sorted by title
        [oldest] Oldest first
       *[newest] Newest first
    }

## A card

# $kind: what kind of publication this is.
resource-kind =
    { $kind ->
        [case-study] Case study
        [checklist] Checklist
        [country-overview] Country overview
        [explainer] Explainer
        [guide] Guide
        [interview] Interview
        [joint-statement] Joint statement
        [leaflet] Leaflet
        [lesson-plan] Lesson plan
        [outcome-report] Outcome report
        [poster] Poster
        [training] Training outline
       *[other] Resource
    }
# $publisher: the name of an organisation.  $year: the year of publication, as text.
resource-published = { $publisher }, { $year }
# $partners: names joined as your language joins a list.  $count: how many names there are.
resource-partners =
    { $count ->
        [one] With { $partners }
       *[other] With { $partners } ({ NUMBER($count) } partners)
    }
# The button of a card, by what it opens.
resource-open =
    { $kind ->
        [interview] Read about the interview
        [poster] See the poster
       *[other] Read
    }
# $title: the title of the resource.
resource-download = Download
    .title = Download “{ $title }”
    .aria-label = Download “{ $title }” ({ $format }, { $size })
resource-print = Print
    .title = Print on A4 or Letter
resource-topics = Topics: { $topics }
resource-no-summary = There is no summary in your language yet.
# $count: how many other resources share a topic with this one.
resource-related =
    { $count ->
        [0] Nothing else on this topic
        [one] { NUMBER($count) } more on this topic
       *[other] { NUMBER($count) } more on this topic
    }

## Languages of a resource
## These lists are computed from the files that exist and are up to date.

# $languages: names of languages, joined as your language joins a list.
resource-available-in = Available in { $languages }
    .title = Only languages whose text is up to date
# $count: how many languages.
resource-language-count =
    { $count ->
        [one] In { NUMBER($count) } language
       *[other] In { NUMBER($count) } languages
    }
resource-only-original = Only in { $language }, the original language
# $languages: languages that have the file, but an older version of it.
resource-older-in = An older version exists in { $languages }
resource-original = Original: { $language }
    .title = Published first in { $language }
resource-not-in-yours = Not in your language yet
resource-ask-translation = Ask for a translation
    .title = Tell us that you need “{ $title }” in { $language }
resource-offer-translation = Help to translate this

## Notices on the age of a translation
## They stand above a text and are honest about it. $date is always the day of the source text.

notice-translated-from = Translated from the text of { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
# $days: whole days since the original changed.
notice-older =
    { $days ->
        [0] The original changed today. This translation does not yet say so.
        [one] The original changed { NUMBER($days) } day ago. This translation does not yet say so.
       *[other] The original changed { NUMBER($days) } days ago. This translation does not yet say so.
    }
    .aria-label = This translation is older than its original
# $count: how many paragraphs are older than the original.
notice-older-parts =
    { $count ->
        [one] { NUMBER($count) } paragraph of this page is older than the original
       *[other] { NUMBER($count) } paragraphs of this page are older than the original
    }
notice-see-original = See the original
    .title = Opens the text in { $language }
# A part shown in the original language because its translation may no longer be shown.
notice-fallback = This part is in { $language } because its translation is out of date.
# For texts on helplines, where an old text may harm.
notice-helpline-withheld = We do not show an old translation here, so that you never get a wrong number.
notice-unverified = Nobody has confirmed yet that this translation is right.
