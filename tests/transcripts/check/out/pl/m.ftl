-brand = Latarnia
hello = Witaj, { $name }, w { -brand }.
letters = { $count ->
    [one] Jeden list
   *[other] { $count } listów
}
search =
    .label = Szukaj w bibliotece
