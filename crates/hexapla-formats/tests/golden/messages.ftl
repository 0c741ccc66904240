### A file of every kind of entry.

## Group

# For the button
save = Save { $count ->
        [0] nothing
        [one] one file
       *[other] { NUMBER($count, minimumFractionDigits: 2) } files
    } now
    .title = Save all
    .accesskey = s
-brand = Aurora
    .gender = feminine
lines =
    One line
      indented further

    and one more
only-attributes =
    .label = { -brand(case: "genitive") } { help.title }
literals = { "{" } { "\u00e9" } { 3.14 } { { "nested" } }
accents = été naïf Ångström
right-to-left = مرحبا { $name }
thai = ขอความช่วยเหลือ
broken = { $
save = a second time
date = { DATETIME($date, month: "long") }
