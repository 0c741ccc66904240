plural-missing =
    { $count ->
        [one] Jedna lampa
       *[many] { $count } lamp
    }
