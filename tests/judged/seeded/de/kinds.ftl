-brand = Laterne
    .gender = feminine
-other = Hafen
-both = Laterne Hafen

message-referred = Leuchte
    .title = Eine Leuchte

reference-of-term-missing = Jetzt die Laterne öffnen
reference-of-message-missing = Jetzt die Leuchte öffnen
reference-of-attribute-missing = Jetzt die Leuchte öffnen
reference-of-term-added = Jetzt { -brand } öffnen
reference-of-message-added = Jetzt { message-referred } öffnen
reference-unknown = Jetzt { -nowhere } öffnen
reference-in-another-part = Jetzt die Leuchte öffnen
    .title = { -brand } öffnen
reference-in-one-variant =
    { $count ->
        [one] { -brand } einmal öffnen
       *[other] Die Laterne oft öffnen
    }
value-missing =
    .title = Leuchte
value-added = Die Leuchte öffnen
    .title = Leuchte
attribute-missing = Die Leuchte öffnen
attribute-added = Die Leuchte öffnen
    .tooltip = Leuchte
attribute-doubled = Die Leuchte öffnen
    .title = Leuchte
    .title = Eine Leuchte
variant-doubled =
    { $count ->
        [one] Eine Leuchte
        [one] Die Leuchte
       *[other] { $count } Leuchten
    }
plural-missing =
    { $count ->
        [one] Eine Leuchte
       *[few] { $count } Leuchten
    }
plural-without-numbers =
    { $count ->
        [one] Eine Leuchte
       *[many] { $count } Leuchten
    }
plural-of-function =
    { NUMBER($count) ->
        [one] Eine Leuchte
       *[few] { $count } Leuchten
    }
plural-within-term = Leuchte
style-property-missing =
    .style = width: 10em
style-property-added =
    .style = width: 10em; height: 2em
style-unit-differs =
    .style = width: 10px
style-broken =
    .style = width 10em
message-twice = Die Leuchte öffnen
message-twice = Leuchte öffnen
syntax-broken = Die { Leuchte öffnen
-term-with-attribute = Leuchte
    .gender = feminine
    .gender = neuter
-term-variable =
    { $case ->
        [genitive] der Leuchte
       *[nominative] die Leuchte
    }
variable-missing = Hallo
variable-added = Hallo { $name }
line-broken = Die Leuchte
öffnen
