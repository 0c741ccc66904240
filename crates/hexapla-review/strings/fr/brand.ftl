## Le réseau

-brand-name =
    { $form ->
       *[full] Safer Online Network
        [short] SON
        [possessive] de Safer Online Network
    }
    .article = none

## Les mots de l’aide

-helpline =
    { $number ->
       *[singular] { $case ->
           *[lower] ligne d’écoute
            [title] Ligne d’écoute
        }
        [plural] { $case ->
           *[lower] lignes d’écoute
            [title] Lignes d’écoute
        }
    }

## Le logiciel

-hexapla = Hexapla
    .script = Latn
