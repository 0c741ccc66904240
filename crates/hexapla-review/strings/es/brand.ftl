## La red

-brand-name =
    { $form ->
       *[full] Safer Online Network
        [short] SON
        [possessive] de Safer Online Network
    }
    .article = none

## Palabras de ayuda

-helpline =
    { $number ->
       *[singular] { $case ->
           *[lower] línea de ayuda
            [title] Línea de ayuda
        }
        [plural] { $case ->
           *[lower] líneas de ayuda
            [title] Líneas de ayuda
        }
    }

## El programa

-hexapla = Hexapla
    .script = Latn
