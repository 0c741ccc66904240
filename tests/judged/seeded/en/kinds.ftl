-brand = Lantern
    .gender = feminine
-other = Harbour
-both = Lantern Harbour

message-referred = Lamp
    .title = A lamp

reference-of-term-missing = Open { -brand } now
reference-of-message-missing = Open { message-referred } now
reference-of-attribute-missing = Open { message-referred.title } now
reference-of-term-added = Open the lamp now
reference-of-message-added = Open the lamp now
reference-unknown = Open the lamp now
reference-in-another-part = Open { -brand } now
    .title = Open the lamp
reference-in-one-variant =
    { $count ->
        [one] Open { -brand } once
       *[other] Open { -brand } often
    }
value-missing = Open the lamp
    .title = Lamp
value-added =
    .title = Lamp
attribute-missing = Open the lamp
    .title = Lamp
attribute-added = Open the lamp
attribute-doubled = Open the lamp
    .title = Lamp
variant-doubled =
    { $count ->
        [one] One lamp
       *[other] { $count } lamps
    }
plural-missing =
    { $count ->
        [one] One lamp
       *[other] { $count } lamps
    }
plural-without-numbers = { $count } lamps
plural-of-function =
    { NUMBER($count) ->
        [one] One lamp
       *[other] { $count } lamps
    }
plural-within-term = Lamp
style-property-missing =
    .style = width: 10em; height: 2em
style-property-added =
    .style = width: 10em
style-unit-differs =
    .style = width: 10em
style-broken =
    .style = width: 10em
message-twice = Open the lamp
syntax-broken = Open the lamp
-term-with-attribute = Lamp
    .gender = feminine
-term-variable = Lamp
variable-missing = Hello { $name }
variable-added = Hello
line-broken = Open the lamp
