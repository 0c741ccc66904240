## La rete

-brand-name =
    { $form ->
       *[full] Safer Online Network
        [short] SON
        [possessive] di Safer Online Network
    }
    .article = none

## Le parole dell’aiuto

-helpline =
    { $number ->
       *[singular] { $case ->
           *[lower] linea di ascolto
            [title] Linea di ascolto
        }
        [plural] { $case ->
           *[lower] linee di ascolto
            [title] Linee di ascolto
        }
    }

## Il programma

-hexapla = Hexapla
    .script = Latn
