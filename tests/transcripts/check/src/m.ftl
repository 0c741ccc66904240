-brand = Lantern
hello = Hello { $name }, welcome to { -brand }.
letters = { $count ->
    [one] One letter
   *[other] { $count } letters
}
search = Search
    .label = Search the library
bye = { hello } See you soon.
