### The review and coverage pages of Hexapla itself.
### “Unit” is the smallest text with a status of its own: a message, a paragraph, a field.
### “Current” and “stale” are set terms: a stale translation was made from a text that has changed.

## Frame

review-title = { -hexapla }: translations of { $project }
review-nav =
    .aria-label = Review pages
review-nav-queue = Queue
review-nav-coverage = Coverage
review-nav-history = History
# $handle: the name that the reviewer chose.
review-signed-in = Reviewing as { $handle }
review-sign-out = Sign out
# $date: the day for which everything on the page was computed.
review-as-of = As of { DATETIME($date, month: "long", year: "numeric", day: "numeric") }

## States of a unit

# $freshness: how a translation stands to today’s source text. Used on labels and in table heads.
freshness-label =
    { $freshness ->
        [current] Current
        [stale] Stale
        [missing] Missing
        [unverified] Unverified
       *[obsolete] Obsolete
    }
    .title =
        { $freshness ->
            [current] Says what the source says today
            [stale] Made from a source text that has changed since
            [missing] Not translated yet
            [unverified] Changed outside { -hexapla }; nobody has confirmed it
           *[obsolete] Its source text is gone
        }
# $state: how far the work on a translation has come (the states of XLIFF).
state-label =
    { $state ->
        [initial] Initial
        [translated] Translated
        [reviewed] Reviewed
       *[final] Final
    }
# $change: what kind of change made a translation stale.
change-label =
    { $change ->
        [layout] Layout
        [punctuation] Punctuation
        [case] Upper and lower case
        [markup] Markup
        [link] Link
        [number] Number
        [placeable] Placeable
        [term] Term
       *[wording] Wording
    }
state-critical = Critical
    .title = A mistake here can do harm: two people must agree

## Queue

# $locale: the name of the locale, such as “Mexican Spanish”, in the language of these pages.
queue-title = Queue for { $locale }
# $count: how many units wait for a decision.
queue-count =
    { $count ->
        [0] Nothing is waiting
        [one] { NUMBER($count) } unit is waiting
       *[other] { NUMBER($count) } units are waiting
    }
# $words: how many source words these units hold.
queue-words =
    { $words ->
        [one] { NUMBER($words) } word
       *[other] { NUMBER($words) } words
    }
# $words: how many words really changed, usually far fewer than the units hold.
queue-changed-words =
    { $words ->
        [0] no word changed
        [one] { NUMBER($words) } word changed
       *[other] { NUMBER($words) } words changed
    }
# $days: whole days since the oldest change that is not settled.
queue-oldest =
    { $days ->
        [0] Oldest change: today
        [one] Oldest change: { NUMBER($days) } day ago
       *[other] Oldest change: { NUMBER($days) } days ago
    }
queue-age-unknown = Nobody knows how old the oldest change is
queue-empty = All done. { -hexapla } will tell you when a source text changes.
queue-filter = Show
    .aria-label = Choose which units to show
queue-search =
    .placeholder = A word of the source or the translation
    .aria-label = Search in the queue
queue-next = Next
    .accesskey = j
queue-previous = Previous
    .accesskey = k
# $position: the number of this unit, from 1.  $count: how many there are.
queue-position = { NUMBER($position) } of { NUMBER($count) }

## One unit

unit-old-source = Source when it was translated
unit-new-source = Source today
unit-target = Your translation
    .placeholder = Write the translation here
unit-made-from = Made from the text of { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
unit-changed-by = Changed by { $handle } on { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
unit-change-reason = Reason: { $reason }
# Read out by screen readers before words that were taken out or put in.
unit-removed = removed:
unit-added = added:
unit-comment = Note for translators
unit-earlier-target = An earlier translation fits this source
    .title = The source has returned to a text that was translated before
unit-proposal = Proposal by { $handle }
# $count: how many placeables the translation lacks.  $names: their names.
unit-missing-placeables =
    { $count ->
        [one] The translation lacks { $names }
       *[other] The translation lacks { NUMBER($count) } placeables: { $names }
    }

## Decisions
## Each has a key. Choose keys that are easy to reach and differ from each other.

decide-accept = Accept
    .accesskey = a
    .title = The translation now says what the source says
decide-keep = Keep as still valid
    .accesskey = v
    .title = The source changed, but the translation is still right
# For authors of the source: the change did not touch the meaning.
decide-keep-everywhere = Keep in all locales
    .title = The change was only a correction; every translation is still right
decide-skip = Skip
    .accesskey = s
    .title = Decide later
decide-reopen = Reopen
    .accesskey = r
    .title = This translation needs another look
decide-restore = Bring back the earlier translation
    .accesskey = b
decide-undo = Undo
    .accesskey = u
# $decision: what was decided.  $unit: the key of the unit.
decide-done =
    { $decision ->
        [accepted] Accepted { $unit }
        [kept] Kept { $unit } as still valid
        [skipped] Skipped { $unit }
        [reopened] Reopened { $unit }
       *[undone] Took back the last decision on { $unit }
    }
# $count: decisions that are made but not saved.
decide-save =
    { $count ->
        [one] Save { NUMBER($count) } decision
       *[other] Save { NUMBER($count) } decisions
    }
decide-moved-on = The source has changed while you were reading. Please look at the new text.
decide-second-person = Another person must agree before this text is shipped.

## Coverage

coverage-title = Coverage
coverage-table =
    .aria-label = Coverage by locale and collection
coverage-locale = Locale
coverage-collection = Collection
coverage-units = Units
coverage-words = Words
coverage-oldest = Oldest staleness
# $percent: a number between 0 and 100.
coverage-percent = { NUMBER($percent, maximumFractionDigits: 1) }%
    .title = Current, in words
# $locale: the locale that this one falls back to, such as Spanish for Mexican Spanish.
# $count: how many units it has not changed.
coverage-inherited =
    { $count ->
        [one] { NUMBER($count) } unit comes from { $locale }
       *[other] { NUMBER($count) } units come from { $locale }
    }
# $days: the age of the oldest stale translation.
coverage-age =
    { $days ->
        [0] today
        [one] { NUMBER($days) } day
       *[other] { NUMBER($days) } days
    }
# What an edit of the source would do.
# $units, $words: how much it makes stale.  $locales: in how many locales.
coverage-impact =
    { $units ->
        [0] This edit makes nothing stale.
        [one] This edit makes { NUMBER($units) } unit stale (words: { NUMBER($words) }).
       *[other] This edit makes { NUMBER($units) } units stale in { $locales ->
            [one] { NUMBER($locales) } locale
           *[other] { NUMBER($locales) } locales
        } (words: { NUMBER($words) }).
    }
coverage-ready = Ready to release
coverage-blocked = Not ready: { $reason }
