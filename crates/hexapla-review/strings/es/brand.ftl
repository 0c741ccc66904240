### Names that every other file uses. Change a name here and it changes everywhere.
### A term may be given cases, a gender or any attribute that your language needs: messages of
### your locale can then choose by them.

## The network

# The name of the network. Write it in your own script where that is usual; do not abbreviate the
# full form.
# $form: `full` (in a sentence or a title), `short` (where there is little room) or `possessive`.
# .article says whether the name takes an article in a sentence: `definite` or `none`.
-brand-name =
    { $form ->
       *[full] Safer Online Network
        [short] SON
        [possessive] de Safer Online Network
    }
    .article = none

## Words for help

# A telephone or chat service where children get advice free of charge. Use the word that children
# in your country know.
# $number: `singular` or `plural`.  $case: `lower`, or `title` at the beginning of a button or heading.
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

## The software

# The program that follows the translations of this site. A proper name: never translate it.
-hexapla = Hexapla
    .script = Latn
