## Das Netzwerk

-brand-name =
    { $form ->
       *[full] Safer Online Network
        [short] SON
        [possessive] des Safer Online Network
    }
    .article = definite

## Wörter der Hilfe

-helpline =
    { $number ->
       *[singular] { $case ->
           *[nominative] Hilfetelefon
            [genitive] Hilfetelefons
        }
        [plural] { $case ->
           *[nominative] Hilfetelefone
            [dative] Hilfetelefonen
        }
    }

## Die Software

-hexapla = Hexapla
    .script = Latn
