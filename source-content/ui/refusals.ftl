### Why the review room does not do what it was asked to: a fragment without a capital and without a full
### stop; .hint is the next step, told behind it. What stands between ` and ` stays as it is.
### $unit: the address of a text.  $locale: a tag, such as “de”.  $handle: the name that somebody chose.

## Deciding about a text

refuse-no-text = there is no text to accept
    .hint = write the translation, or skip the unit
refuse-unsure =
    { $count ->
        [one] a mistake in this text does harm, and the checks find { NUMBER($count) } error
       *[other] a mistake in this text does harm, and the checks find { NUMBER($count) } errors
    }
    .hint = mend it; who is sure of it as it is decides once more
refuse-everywhere = to speak for every locale takes an editor
    .hint = say that it is still valid in your own locale
refuse-changed = the text has changed since you opened it
    .hint = nothing was written: reload the page, and bring both together
refuse-moved-on = `{ $unit }` is no longer as it was shown
    .reload = reload the page, and decide again
    .diff = look at it again with `hexapla diff`
# $problem: in English.
refuse-ledger = a part of the ledger cannot be read: { $problem }
    .hint = nothing can be decided until the file is restored
refuse-nobody = every decision is credited to somebody
    .hint = say by which handle you want to be known; it is on record for ever
refuse-nothing-back = there is nothing to take back in this visit
refuse-not-yours = you may not settle anything in `{ $locale }`
refuse-was-stale = `{ $unit }` was stale before it was doubted
    .hint = to vouch for it is another decision: accept a text for it
refuse-no-source = `{ $unit }` has no source any more
# $pivot: the locale that the translation is made from.
refuse-no-pivot = `{ $unit }` has no translation in `{ $pivot }` yet, which `{ $locale }` is made from
    .hint = settle it in `{ $pivot }` first
refuse-no-target = `{ $unit }` has no translation in `{ $locale }` yet
    .hint = write one with `--text`, or create the page with `hexapla fill --locale { $locale }`
# $freshness: current, stale, missing, unverified, obsolete or moved.
refuse-not-stale = `{ $unit }` is { $freshness } in `{ $locale }`, only a stale translation can be kept
    .hint = use `hexapla accept` instead
refuse-not-current = `{ $unit }` is { $freshness } in `{ $locale }`, only a current or stale translation can be reopened
    .hint = it is on the list of what is to be reviewed already
# $from: the locale that the translation is taken from.
refuse-inherited = `{ $unit }` is inherited from `{ $from }` in `{ $locale }`
    .hint = settle it in `{ $from }`, or give it a text of its own with `--text`
refuse-blocks = the target of `{ $unit }` is { NUMBER($count) } blocks, the text is not
    .hint = give { NUMBER($count) } texts with a blank line between them, or edit the file

## What there is not

refuse-no-page = there is no such page
refuse-no-unit = there is no such unit any more
refuse-unit-gone = there is no unit `{ $unit }` any more
    .hint = its source may have changed: look for it on the list
refuse-unit-gone-in = there is no unit `{ $unit }` in `{ $locale }` any more
    .hint = its source may have changed: look for it in the queue
# $text: what was asked for.
refuse-unit-name = `{ $text }` is no unit
    .hint = units are called `pages/about#title`
# $resource: the name of a file of texts.
refuse-no-resource = there is no resource `{ $resource }`
    .short = no resource `{ $resource }`
refuse-resource-name = `{ $text }` is no resource
    .hint = resources are called `pages/about`
refuse-no-locale = the project is not translated into `{ $locale }`
    .hint = see `locales` in hexapla.toml
    .here = it is translated into { $locales }
refuse-no-collection = there is no collection `{ $wanted }`
    .hint = see `[collections]` in hexapla.toml
refuse-no-channel = no workflow has a channel `{ $wanted }`
    .hint = see `[channels]` in the workflows
refuse-not-critical = `{ $unit }` is no critical unit
    .hint = its workflow asks for one person, and not every text of it is kept

## Who may do what

refuse-may-not = you may not do this here
    .hint = it takes one of: { $roles }
# $roles: names of roles.  $role: one more.
refuse-roles = { $roles }, { $role }
role-viewer = viewer
role-translator = translator
role-reviewer = reviewer
role-editor = editor
role-publisher = publisher
role-admin = admin
refuse-signed-out = nobody is signed in
    .hint = sign in, in another window if you like: what you typed is kept
refuse-other-visit = this form was made for another visit
    .hint = reload the page and send it again: what you typed is kept
refuse-send-again = nothing was done: look at it, and send it again
refuse-other-site = another site sent this
    .hint = open the room itself
refuse-no-accounts = this room has no accounts
    .hint = `hexapla people add HANDLE --role admin` makes the first

## Too much, too fast

refuse-slow = the form did not come in time
refuse-large = the form is too large, or did not come whole
    .hint = a form may have 4 MiB
# $wait: milliseconds.  $most: how many requests.
refuse-pace = too many requests at once
    .hint = wait { NUMBER($wait) } ms, then go on with at most { NUMBER($most) } a second
refuse-at-it = somebody is doing this already
    .hint = look again in a moment

## Before a launch

refuse-unread = a part of the project cannot be read
    .hint = a release would lack it: see to the files that are named above first
# $count: how many reasons.
refuse-closed = `{ $channel }` is closed by { NUMBER($count) } reasons
    .hint = the page of the channel names them
# $release: the short name of a release.
refuse-built-since = another release than `{ $release }` was built since
refuse-no-publishing = this room does not publish
    .hint = start it with `hexapla serve --publish-to STORE`

## Accounts

refuse-taken = `{ $handle }` is taken
    .hint = take another handle; capital letters do not make it another
refuse-no-account = there is no account `{ $handle }`
refuse-disabled = the account `{ $handle }` is disabled
    .hint = an admin can enable it again
refuse-wrong = the handle or the password is wrong
    .hint = try again, or ask an admin for a new password
# $seconds: for how long.
refuse-wait =
    { $seconds ->
        [one] too many wrong passwords: wait { NUMBER($seconds) } second before the next
       *[other] too many wrong passwords: wait { NUMBER($seconds) } seconds before the next
    }
refuse-short = the password is too short: expected at least { NUMBER($least) } characters
    .hint = take four or five words that have nothing to do with each other
refuse-long = the password is too long: expected at most { NUMBER($most) } bytes
    .hint = take a few words
refuse-is-handle = the password is the handle, which everybody knows
refuse-control = the password has a control character in it, such as the end of a line or a tab
    .hint = leave it out
refuse-name = this is not a name: expected 1 to 100 characters that can be seen
    .hint = take the name that others know you by
refuse-handle = `{ $text }` is not a handle: expected 1 to 32 letters, digits, `-`, `_` or `.`
refuse-no-admin = `{ $handle }` is no admin of this room
    .hint = ask somebody who is
refuse-last-admin = `{ $handle }` is the last admin of this room
    .hint = make somebody else an admin first
refuse-no-role = an invite needs a role
    .hint = `viewer` only looks
refuse-no-invite = the invite is not good, or not any more
    .hint = ask an admin for another
refuse-invite-for = the invite is for `{ $handle }`
    .hint = take that handle, or ask an admin for another invite
# $until: a date and a time.
refuse-claimed = `{ $handle }` is working on it until { $until }
    .hint = ask them to release it, or take another unit
# $name: what its owner calls it.
refuse-token-taken = there is a token `{ $name }` already
    .hint = take another name, or remove that one first
refuse-no-token = there is no such token
# $count: how many.
refuse-many-tokens = there are { NUMBER($count) } tokens already
    .hint = remove those that nothing uses
refuse-days = `{ $text }` is not a number of days
    .hint = expected 1 to { NUMBER($most) }, or nothing
# The roles of an account count for less than they seem to.  $handle: whose.  $rights: what of them counts.
people-counts-not = hexapla.toml names people and gives `{ $handle }` none of that: no state that they give counts
people-counts-less = hexapla.toml gives `{ $handle }` less: only { $rights } counts
# $roles: roles by their names.  $locales: tags.
people-roles-in = { $roles } in { $locales }

## Why a gate of a channel is closed
## $freshness: stale, unverified, missing or current.  $state, $least: initial, translated, reviewed or final.

gate-blocked = { $freshness } and blocked by a serve rule
gate-state = { $state }, expected { $least }
gate-state-several = { $state }, expected { $least } by { NUMBER($people) } people
# $date: such as 2026-10-01.
gate-age = stale since { $date }, expected at most { NUMBER($days) } days
gate-age-unknown = stale for an unknown time, expected at most { NUMBER($days) } days
# $percent, $least: such as 16.6.
gate-coverage-units = { NUMBER($part) } of { NUMBER($all) } units are current ({ $percent } %), expected at least { $least } %
gate-coverage-words = { NUMBER($part) } of { NUMBER($all) } words are current ({ $percent } %), expected at least { $least } %
gate-no-utf8 = the source is no UTF-8
gate-no-toml = the source is no TOML
# $check: the name of a check, such as number-differs.  $message: what it found.
gate-check = { $check }: { $message }
