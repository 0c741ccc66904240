### More of the review room: what surrounds the pages, the queue, a unit and its keys.
### Keys (.accesskey) are single letters that the keyboards of the language have, each one only once.

## Frame

room-skip = Skip to the content
room-handle = Your handle
room-language = Language of these pages
room-theme = Colours
room-theme-system = As the system
room-theme-light = Light
room-theme-dark = Dark
# A button behind a field: keeps what was chosen there.
room-set = Set
# A button: puts the text beside it where one can paste it from.
room-copy = Copy
room-copied = Copied
# The heading of a page that says why something could not be done.
room-refused = This did not work
number = { NUMBER($number) }

# $need: why somebody has to look at a unit.
need-label =
    { $need ->
        [stale] Stale
        [moved] Moved
        [unverified] Unverified
        [review] To review
       *[missing] Missing
    }
    .title =
        { $need ->
            [stale] Made from a source text that has changed since
            [moved] Stands in another order than its source
            [unverified] Changed outside { -hexapla }; nobody has confirmed it
            [review] True to its source; a reviewer or a second person has yet to see it
           *[missing] Not translated yet
        }
# A choice that leaves out nothing.
queue-all = All
# The kind of change, in the filter.
queue-change = Change
# The state of a translation, in the filter.
queue-state = State
queue-apply = Apply
queue-reset = Show everything
queue-none = Nothing that waits fits these filters.
queue-start = Start with the first
# On the list of what waits, where one came to its end.
told-all-seen = You have seen all of this list.
told-nothing-back = There is nothing to take back.
queue-pages = Pages of the queue
# $words: how many words have to be read again.
queue-to-read =
    { $words ->
        [one] { NUMBER($words) } word to read again
       *[other] { NUMBER($words) } words to read again
    }
unit-back = Back to the queue
    .accesskey = q
# Where the unit is: the way back to the queue, and to its neighbours there.
unit-place = In the queue
# $days: for how many days the translation has been stale.
unit-age =
    { $days ->
        [0] since today
        [one] for { NUMBER($days) } day
       *[other] for { NUMBER($days) } days
    }
# $date: the day on which the old source was replaced.
unit-until = until { $date }
unit-doubted = Somebody doubts it
unit-waits = Waits for another language
# $locale: the translation that this one is made from, and that has to be settled first.
unit-waits-for = Waits for { $locale }
unit-inherited = Taken from { $locale }
unit-whole = Whole page
    .accesskey = w
unit-open = Open this unit
unit-reload = Show it
unit-asset = The whole file is the unit. Replace it where it stands:
unit-insert = Insert
    .accesskey = i
# The heading of what the glossary says of the words of a text.
terms-title = Terms
# Behind a term of the glossary that the translation has.
terms-used = used
# Before terms.
terms-avoid = Not to be used:
terms-insert = Insert a term
    .accesskey = t
unit-copy-source = Copy the source
    .accesskey = c
unit-offers = Other texts
    .accesskey = o
# The label of the list of states that can be given.
unit-give = as
unit-around = Before and after
unit-no-history = Nobody has said anything of it yet.
unit-draft = What you wrote here before is back.
unit-draft-late = The text has changed since you began it. Nothing is overwritten before you have seen both.
unit-draft-late-source = The source has changed since you began it. Nothing is overwritten before you have seen what is new.
unit-draft-both = See both
unit-draft-drop = Drop it
# The heading of a page in the place of a text whose source was removed.
gone-title = This text is not there any more
# Before a text that somebody wrote and that cannot be kept in its place.
gone-kept = What you wrote for it, to be copied:
moved-on-target = The translation has changed while you were reading. Please look at the new text.
moved-on-both = The source and the translation have changed while you were reading. Please look at both.
# $count: how many characters the translation has.  $most: how many it may have.
unit-length = { NUMBER($count) } of { NUMBER($most) } characters
unit-pictures = Where it is shown
# $count: how often the source changed since the translation was made.
unit-steps =
    { $count ->
        [one] { NUMBER($count) } step between
       *[other] { NUMBER($count) } steps between
    }
# $author: who made a change of the source, by name.
revision-by = by { $author }
# $what: what was said.  $handle: by whom, or what the file was called.
history-label =
    { $what ->
        [attested] Confirmed by { $handle }
        [doubted] Reopened by { $handle }
        [proposed] Proposed by { $handle }
        [placed] Order accepted by { $handle }
        [changed] The source changed
        [seen] The source was first seen
        [renamed] Called { $handle } before
       *[kept] Still valid, said { $handle }
    }
# $kind: where a text comes from.  $from: who proposed it, or where it stands.
offer-label =
    { $kind ->
        [earlier] An earlier translation of this very text
        [proposed] Proposed by { $from }
        [memory] The same text in { $from }
        [patched] The translation with the change made in it
       *[as-it-is] The translation as it is: it holds the change already
    }
offer-take = Take it
offer-nothing = There are no other texts.
# The heading of a table: what a message says for each of its variants.
preview-title = What readers get
# $count: how many combinations of what chooses among the variants of a message are not in that table; 1000000 stands for as many or more.
preview-more =
    { $count ->
        [one] And { NUMBER($count) } other combination.
       *[other] And { NUMBER($count) } other combinations.
    }
preview-most = And more than { NUMBER($count) } other combinations.
check-nothing = The checks find nothing.
# Before the reason.
check-not-done = Not checked:
check-no-answer = the room cannot be reached. What you type is kept in this browser.
severity-label =
    { $severity ->
        [error] Error
        [warning] Warning
       *[note] Note
    }
# Told to people who may look at a text and not decide about it.  $locale: the locale.  $roles: a list of roles.
decide-not-yours = You may look at { $locale }, not decide there: that takes one of the roles { $roles }.
# $people: a list of handles.
decide-people = Here these people have one: { $people }.
decide-nobody = Nobody here has such a role yet.
# Two people changed one unit.
conflict-title = Somebody was faster
conflict-text = The text has changed since you opened it. Yours is in the editor below: bring both together and accept again.
conflict-begun = As it was when you began
conflict-theirs = As it is now
conflict-mine = As you wrote it
# $handle: who changed the text first.
conflict-by = { $handle } was faster
conflict-source = The source has changed
conflict-source-text = It has changed since you began. Your text is in the editor below: see whether it says the same, and accept again.
document-source = Source
document-target = Translation

## Keys

keys-title = Keys
keys-edit = Edit the translation
    .accesskey = e
keys-take = Take the first of the other texts
    .accesskey = p
keys-leave = Leave the editor
keys-single = Single letters work

# The row or column that sums up all others.
coverage-everything = Everything
# $percent: how many percent of all words are current.
coverage-all = { NUMBER($percent) }% current, in words
# $current: how many words have a current translation.  $words: how many there are.
coverage-current-words = { NUMBER($current) } of { NUMBER($words) } words
coverage-units-of =
    { $count ->
        [one] { NUMBER($count) } unit
       *[other] { NUMBER($count) } units
    }

## Library, launch, activity

room-library = Library
room-launch = Launch
# $collection: its name.
library-collection = Library: { $collection }
library-resource = Resource
library-available = Available in
# $days: since when the original is newer than the translation.
library-older =
    { $days ->
        [0] older than its original
        [one] { NUMBER($days) } day older than its original
       *[other] { NUMBER($days) } days older than its original
    }
# $channel: a name for what a group of readers gets, such as “stable”.
launch-title = Before a launch: { $channel }
# $count: how many gates are closed, by locale and collection.
launch-closed =
    { $count ->
        [one] { NUMBER($count) } gate is closed
       *[other] { NUMBER($count) } gates are closed
    }
gate-label =
    { $gate ->
        [serve] What may be shown
        [coverage] Coverage
        [state] State
        [age] Age
        [checks] Checks
       *[bundles] Forms of release
    }
launch-more =
    { $count ->
        [one] and { NUMBER($count) } more
       *[other] and { NUMBER($count) } more
    }
# $people: their handles.
launch-people = Can be mended by { $people }
launch-ships = What would ship today
launch-own = In its own language
launch-fallen = In another language
launch-blocked = Blocks the release
launch-build = Build a release
launch-publish = Publish
# Before a list of channels: the one whose release is taken over.
launch-from = From channel
# Publishes here what another channel has.
launch-promote = Promote
launch-version = Version
# In a list of versions: the one before the present one.  $version: its number, its release and its date.
launch-last = The one before: { $version }
launch-roll-back = Roll back
# $version: a number.  $release: the short name of a release.
launch-present = Readers get version { $version }, release { $release }.
launch-nothing-yet = Readers get nothing from this channel yet.
# $day: a day, written out.  $time: hours and minutes.
launch-moment = { $day }, { $time } UTC
# $moment: a day and a time.
launch-published = Published on { $moment }.
launch-built = Release { $release } was built on { $moment }.
# What becomes of that release, behind the sentence before: readers get it, had it once, or never got it.
launch-is-present = Readers get it.
launch-was = Readers had it as version { $version }, and get another one now.
launch-waits = Readers do not get it yet: it is not published.
# $count: how many units are other ones than in the release that was built last.
launch-since =
    { $count ->
        [one] { NUMBER($count) } unit has changed since it was built. The release does not hold the change.
       *[other] { NUMBER($count) } units have changed since it was built. The release does not hold these changes.
    }
# A link to what would change for readers.
launch-see = See what would change
# Of a release that is not published yet, where the gates are closed.
launch-of-before = The release is of before: the gates were open when it was built, and are closed today.
launch-publish-release = Publish release { $release }
# Why a button does nothing.
launch-why-build = Nothing is built while a gate is closed.
launch-why-publish = Readers get what was built last already. Build a release to publish something new.
# What two buttons do, each by its name.
launch-what-promote = Promote: readers of { $channel } get the very release that readers of the other channel get.
launch-what-back = Roll back: readers of { $channel } get the release of an earlier version again, as a new version.
# What was just done.
launch-done-built = Release { $release } was built.
launch-done-waits = Release { $release } was built; readers do not get it yet.
launch-done-same = Release { $release } was built: it is what readers get already.
launch-done-published = Readers get version { $version }, release { $release }, from now on.
launch-done-promoted = Promoted: readers get version { $version }, release { $release }, from now on.
launch-done-back = Rolled back: readers get version { $version }, release { $release }, from now on.
activity-title = Activity
activity-newer = Newer
activity-older = Older
# $kind: what happened.  $handle: who did it.
activity-label =
    { $kind ->
        [changed] The source changed
        [attested] Confirmed by { $handle }
        [doubted] Reopened by { $handle }
        [proposed] Proposed by { $handle }
        [placed] Order accepted by { $handle }
       *[kept] Still valid, said { $handle }
    }
# $count: how many translations, in all locales, a change of the source made stale; their locales follow.
activity-stale =
    { $count ->
        [one] { NUMBER($count) } translation is stale since:
       *[other] { NUMBER($count) } translations are stale since:
    }

## Repository

# The heading of the page on what is committed with git, and of the link to it.
sync-title = Repository
# The heading of a list of files.
sync-waiting = Waits to be committed
sync-nothing = Everything is committed.
# Stands where the names of people would: nobody has confirmed what is in the files.
sync-nobody = Not confirmed by anybody
# $count: how many files.
sync-files =
    { $count ->
        [one] { NUMBER($count) } file
       *[other] { NUMBER($count) } files
    }
# A button: commits what waits, takes over what others did, and pushes.
sync-now = Commit and push
# The heading above what was done the last time.
sync-last = Last time
# $count: how many minutes.
sync-every =
    { $count ->
        [one] happens by itself every minute
       *[other] happens by itself every { NUMBER($count) } minutes
    }
# $count: how many commits were made.
sync-committed =
    { $count ->
        [one] { NUMBER($count) } commit made
       *[other] { NUMBER($count) } commits made
    }
# $count: how many commits of others.  $branch: where from, such as “origin/main”.
sync-taken =
    { $count ->
        [one] { NUMBER($count) } commit taken over from { $branch }
       *[other] { NUMBER($count) } commits taken over from { $branch }
    }
# $count: how many files that were changed here and there.
sync-joined =
    { $count ->
        [one] { NUMBER($count) } translation merged unit by unit
       *[other] { NUMBER($count) } translations merged unit by unit
    }
# $count: how many commits.  $branch: where to, such as “origin/main”.
sync-pushed =
    { $count ->
        [one] { NUMBER($count) } commit pushed to { $branch }
       *[other] { NUMBER($count) } commits pushed to { $branch }
    }
sync-idle = There was nothing to do.
sync-alone = The branch follows no other, so nothing is pushed.

## People

people-title = People
people-sign-in = Sign in
people-handle = Handle
people-password = Password
people-name = Name
people-invited = You are invited
# $roles: what the person becomes, such as translator.
people-invited-as = You become: { $roles }
people-handle-note = What you decide is credited to your handle, for ever. It need not be your name.
people-password-note = At least 12 characters.
people-enter = Make the account and enter
# The head of a column.
people-rights = What they may do
# The head of a column: whether the account is in use.
people-state = Account
people-disable = Disable
people-enable = Let in again
people-sign-out-all = Sign out everywhere
people-invite = Invite
people-invites = Open invites
people-invite-made = Send this address; it is good once, for seven days, and is not shown again:
# A token is a secret text by which a program, such as a script or a feed reader, is let in.
tokens-title = Tokens
tokens-note = With a token a program asks for what you may see, or does what you may do, without your password. Whoever has it can do the same: give each program one of its own, and remove those that nothing uses. Another password leaves them as they are.
# Heads of columns. What the program may do: “Only read” or “All that the account may”.
tokens-reach = It may
tokens-reads = Only read
tokens-all = All that the account may
tokens-end = Good until
tokens-ended = Expired
tokens-endless = Without an end
tokens-used = Last used
tokens-unused = Never
tokens-remove = Remove
tokens-make = Make a token
# Before a field: for how many days the token is good.
tokens-days = For so many days
tokens-days-note = Where no number of days is given, it is good until it is removed.
tokens-made = Copy the token now: it is not shown again.
# A button: makes a token that only reads, and tells an address with it in it.
tokens-feed = Address for a feed reader
tokens-feed-made = Copy this address into a feed reader now: it is not shown again. Whoever has it can read what you may see.
# $role: what somebody is in the project.
role-label =
    { $role ->
        [viewer] Viewer
        [translator] Translator
        [reviewer] Reviewer
        [editor] Editor
        [publisher] Publisher
       *[admin] Admin
    }

## Critical texts, in all locales at once

emergency-title = Critical texts
emergency-text = A mistake in these texts can do harm. Those that are stale come first.
# Where each critical text is current in every locale.
emergency-nothing = Every critical text is settled everywhere.
# $count: how many critical texts wait for nobody.
emergency-settled =
    { $count ->
        [one] { NUMBER($count) } text is settled everywhere
       *[other] { NUMBER($count) } texts are settled everywhere
    }
# $count: how many critical texts are stale in some locale.
emergency-stale =
    { $count ->
        [one] { NUMBER($count) } critical text is stale.
       *[other] { NUMBER($count) } critical texts are stale.
    }
emergency-look = See what readers get
# A link from a text in one locale to the same text in all of them.
emergency-link = In all locales
emergency-gets = Readers get today
# The text in the newest release that was built.
emergency-released = In the last release
# $kind: what readers get of a text.  $locale: the language of it.
emergency-given =
    { $kind ->
        [own] this translation
        [fallback] the text in { $locale }
       *[nothing] nothing new: the text keeps every release closed
    }
# Before numbers and addresses, such as telephone numbers.
emergency-lacking = Only in the source:
emergency-extra = Only in the translation:
emergency-why = Reason
# Keeps a translation from being shown until somebody settles it.
emergency-block = Block
emergency-after = After that readers get:
emergency-ships-anyway = The workflow shows it even where it is doubted: put a right text in its place.
emergency-not-shown = Readers do not get this translation; there is nothing to block.
emergency-release = What is decided here reaches readers with the next release.

## Claims
## “I am working on it”: others see it, and may still decide.

claim-take = I am working on it
    .accesskey = m
    .title = Others see who is at work here
claim-release = Leave it to others
# $count: for how many minutes the unit is still claimed by the reader.
claim-yours =
    { $count ->
        [one] Yours for { NUMBER($count) } more minute
       *[other] Yours for { NUMBER($count) } more minutes
    }
# $handle: who works on it.
claim-theirs = { $handle } is working on it
claim-mine = Mine
# In a filter: units that nobody works on.
claim-free = Free
# In the place of a filter by who works on what.
claim-no-accounts = To know who works on what takes accounts, which this room has not: this filter leaves out nothing.

## Trend and differences

trend-title = The last twelve weeks
# The head of a column: the day on which a week ended.
trend-week = Until
trend-table = As a table
trend-note = Today’s texts, as the ledger dates them: what was translated and is gone is not counted, and what changed unseen counts as changed all along.
# $release: the short name of a release.
launch-differs = What would change since release { $release }
launch-same = Nothing would change for readers.
launch-no-release = No release has been built for this channel yet.
# $change: what would become of some texts. Heads of columns.
differ-label =
    { $change ->
        [added] Added
        [changed] Changed
       *[removed] Removed
    }

## For programs: what is here stands beside names and words that programs read, which stay in English

# The heading of a page that tells programmers what programs may ask this application for.
api-title = For programs
api-note = All of this takes and gives JSON. What holds for people holds for programs too.
# Before a command that does it.
api-token = A program shows a token of an account in a header:
# Before the commands that do it.
api-sign-in = A program signs in with a handle and a password, as a browser does, and keeps the cookie:
# $roles: a list of roles, such as “Translator, Editor”.
api-roles = for { $roles }
# The heading of what a program sends along.
api-sent = What is sent
# $status: the number by which HTTP tells what came of it, or “default” for all others.
api-answer = Answer { $status }
# Heads of columns: the name of a field, what kind of value it has, and what it means.
api-field = Field
api-kind = Kind
api-meaning = Meaning
# Before the meaning of a field that need not be sent.
api-optional = Optional.
