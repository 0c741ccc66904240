### Calls to action and their forms: get help, report, sign, subscribe, donate.
### Some readers are children, some are frightened. Use short sentences, ask for nothing twice and
### never sound as if the reader had done something wrong.

## Get help

help-now = Get help now
    .aria-label = Get help now, by telephone or chat
# The first sentence of the box beside every page.
help-not-alone = You are not alone, and it is not your fault.
# $number: a telephone number, already spaced as in its country. Do not change it.
help-call = Call { $number }
    .title = Opens your telephone
    .aria-label = Call the { -helpline } on { $number }
# $name: the name of a helpline in its own language.
help-chat = Chat with { $name }
# 116 111 is the harmonised European number for child helplines. Do not change the digits, and do
# not put another number here: each country’s numbers stand on the page “Get help”.
help-europe = In many European countries you can reach a child { -helpline } on 116 111.
help-danger = If you are in danger right now, call your country’s emergency number.
# $hours: how the helpline states its hours, already translated.  $kind: what kind of hours these are.
help-hours =
    { $kind ->
        [always] Open day and night, every day
        [unknown] Ask the { -helpline } for its opening hours
       *[listed] Open { $hours }
    }
# $count: how many helplines the list holds for one country.
help-count =
    { $count ->
        [0] We know of no { -helpline } in this country yet
        [one] { NUMBER($count) } { -helpline } in this country
       *[other] { NUMBER($count) } { -helpline(number: "plural") } in this country
    }
# $date: when somebody last called the number to check it.
help-checked = Number checked on { DATETIME($date, month: "long", year: "numeric", day: "numeric") }

## Report

report = Report what you saw
    .title = Tell a hotline about images or messages that harm a child
report-anonymous = You do not have to give your name.
# Downloading such images is a crime in many countries, even with good intentions.
report-do-not-copy = Do not download, copy or pass on the images. The address of the page is enough.
report-address = Address of the page
    .placeholder = https://
report-what = What did you see?
    .placeholder = A few words are enough
report-who =
    { $who ->
        [child] This happened to me
        [other-child] This happened to a child I know
       *[stranger] I do not know the child
    }
report-send = Send the report
report-thanks = Thank you. A trained person will read your report.
# $reference: letters and digits.
report-reference = Your reference is { $reference }. Keep it if you want to ask about the report.

## Sign

sign = Sign the petition
    .aria-label = Sign the petition for a law that protects children online
# $count: how many people have signed.  $goal: how many are hoped for.
sign-count =
    { $count ->
        [0] Be the first to sign
        [one] { NUMBER($count) } person has signed. Our goal is { NUMBER($goal) }.
       *[other] { NUMBER($count) } people have signed. Our goal is { NUMBER($goal) }.
    }
# $days: whole days until the petition closes.
sign-closes =
    { $days ->
        [0] Closes today
        [one] Closes in { NUMBER($days) } day
       *[other] Closes in { NUMBER($days) } days
    }
sign-closed = This petition closed on { DATETIME($date, month: "long", year: "numeric", day: "numeric") }.
sign-show-name = Show my name among the signatures
sign-thanks = Thank you, { $name }. Please pass the petition on.
sign-share = Share with a friend
    .title = Copies a link to the petition

## Newsletter

newsletter = Get our newsletter
# $frequency: how often it comes out.
newsletter-frequency =
    { $frequency ->
        [weekly] Once a week
        [monthly] Once a month
       *[irregular] A few times a year
    }
newsletter-subscribe = Subscribe
newsletter-confirm = We have sent a message to { $email }. Open the link in it to confirm.
newsletter-unsubscribe = Unsubscribe
    .title = You will get no further newsletter

## Donate

donate = Donate
    .title = Support our work for children
donate-amount = Amount
    .placeholder = 25
# $amount: a sum of money with its currency, such as 25 €, already formatted.  $rhythm: how often.
donate-submit =
    { $rhythm ->
        [monthly] Give { $amount } each month
        [yearly] Give { $amount } each year
       *[once] Give { $amount }
    }
donate-thanks = Thank you for your gift.
donate-receipt = Send me a receipt for the tax office

## Forms

form-name = Name
    .placeholder = First and last name
form-email = Email address
    .placeholder = name@example.org
    .title = We use it for nothing else
form-country = Country
form-message = Message
# $count: how many characters may still be typed.
form-characters-left =
    { $count ->
        [one] { NUMBER($count) } character left
       *[other] { NUMBER($count) } characters left
    }
form-optional = optional
form-send = Send
form-cancel = Cancel
form-sending = Sending …

## Errors
## Each says what to do next, and never blames.

# $count: how many fields need attention. Read out by screen readers before the form.
error-summary =
    { $count ->
        [one] Please look at { NUMBER($count) } field again
       *[other] Please look at { NUMBER($count) } fields again
    }
# $field: the label of the field, as in the form.
error-required = Please fill in “{ $field }”
error-email = An email address looks like name@example.org
error-address = Please paste the whole address, beginning with https://
error-amount = Please give an amount of at least { $minimum }
# $limit: the greatest number of characters.
error-too-long =
    { $limit ->
        [one] Please use no more than { NUMBER($limit) } character
       *[other] Please use no more than { NUMBER($limit) } characters
    }
error-offline = You seem to be offline. What you typed is still here.
error-server = Something went wrong on our side. Please try again, or call the { -helpline } if it is urgent.
