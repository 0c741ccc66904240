### What the checks find in a translation while it is written, and what stands in the way of writing it.
### Each is a fragment without a capital and without a full stop; .hint is the next step, told behind it.
### What stands between ` and ` is code, or a piece of a text: it stays as it is.
### $written, $text: what the translation has.  $given: what the source has.  $locale: a tag, such as “de”.

## Numbers and addresses

finding-differs = `{ $written }`, là où la source a `{ $given }`
finding-extra = la source n’a pas `{ $written }`
finding-missing = il manque `{ $given }`, qui est dans la source
finding-number-extra = la source n’a pas le nombre `{ $written }`
    .hint = écrivez le nombre de la source, dans les chiffres de la langue
finding-number-missing = il manque le nombre `{ $given }` de la source
finding-address =
    .site = donnez la même adresse, sauf si les personnes qui lisent cette langue en ont besoin d’une autre
    .mail = donnez la même adresse : un courriel envoyé à une autre peut n’arriver à personne
    .phone = donnez le même numéro, sauf si les personnes qui lisent cette langue en composent un autre
# Of a helpline: what people agreed on has to stand there, digit by digit.
finding-critical-missing = il manque `{ $given }`, qui a été approuvé
    .hint = écrivez ce qui a été approuvé, ou faites approuver un autre numéro
finding-critical-extra = `{ $written }` n’a pas été approuvé
finding-critical-hides = `{ $written }` contient des caractères que personne ne voit
finding-critical-mixes = `{ $written }` est écrit dans plusieurs systèmes de chiffres
    .hint = récrivez le numéro, dans un seul système de chiffres
# $written: the number of a character that changes the direction of a text.
finding-critical-turns = `{ $written }` peut inverser l’ordre des chiffres
    .hint = retirez-le ; dans un texte de droite à gauche, mettez les nombres entre U+2066 et U+2069

## Languages and scripts

finding-same = `{ $written }` est le texte de la source
    .hint = traduisez-le ; s’il doit rester le même, acceptez-le
# $script, $expected: short names of scripts, such as “Latn”.
finding-script = en écriture { $script }, alors que `{ $locale }` s’écrit en { $expected }
    .hint = est-ce un texte d’une autre langue ?
# $language: the English name of a language.
finding-language =
    { $language ->
        [English] semble être en anglais
        [Spanish] semble être en espagnol
        [German] semble être en allemand
        [French] semble être en français
        [Italian] semble être en italien
        [Portuguese] semble être en portugais
        [Dutch] semble être en néerlandais
        [Catalan] semble être en catalan
        [Russian] semble être en russe
        [Ukrainian] semble être en ukrainien
        [Polish] semble être en polonais
        [Turkish] semble être en turc
        [Arabic] semble être en arabe
       *[other] semble être dans une autre langue : { $language }
    }
# $code: the number of the letter, such as “U+04D9”.
finding-letter = `{ $letter }` ({ $code }) n’est pas une lettre de `{ $locale }`
    .hint = est-ce une faute de frappe, ou une lettre qui ressemble à une autre ?
finding-longer = plus de dix fois plus long que la source
    .hint = dit-il ce que dit la source, et rien de plus ?
finding-shorter = plus de dix fois plus court que la source
# $letters: letters with their numbers.
finding-mixed = `{ $written }` mélange des lettres latines avec { $letters }
    .hint = récrivez le mot avec les lettres d’une seule écriture

## Length, spaces and lines

finding-length =
    { $count ->
        [one] { NUMBER($count) } caractère, pour { NUMBER($most) } au plus
       *[other] { NUMBER($count) } caractères, pour { NUMBER($most) } au plus
    }
    .hint = dites-le plus court
finding-begins = commence par une espace, la source non
    .hint = les programmes assemblent ces textes : gardez l’espace de la source
finding-begins-other = commence par une autre espace que la source
finding-ends = se termine par une espace, la source non
finding-ends-other = se termine par une autre espace que la source
finding-spaces = deux espaces de suite
    .hint = écrivez-en une
finding-twice = `{ $written }` est répété
    .hint = dites-le une fois
# $lines, $given: as below, such as “2 line breaks”.
finding-lines = { $lines }, là où la source a { $given }
    .hint = coupez les lignes comme la source
finding-line-breaks =
    { $count ->
        [0] aucun saut de ligne
        [one] { NUMBER($count) } saut de ligne
       *[other] { NUMBER($count) } sauts de ligne
    }

## Punctuation

# $mark: a bracket.
finding-not-closed = rien ne ferme `{ $mark }`
    .hint = écrivez les deux parenthèses ou crochets, ou aucun
finding-not-opened = rien n’ouvre `{ $mark }`
finding-dots = `...`, là où la source a `…`
    .hint = écrivez `…`
# $end, $given: as below.
finding-end = à la fin { $end }, alors que la source a { $given }
    .hint = terminez-le comme la source
finding-end-open = aucun signe
finding-end-stop = un point
finding-end-question = un point d’interrogation
finding-end-exclamation = un point d’exclamation
finding-end-colon = deux-points
finding-end-ellipsis = des points de suspension
# Of French, before and behind whose marks the line must not break.
finding-french-breaks = une espace à côté de `{ $mark }` où la ligne peut être coupée
    .hint = mettez-y une espace insécable (U+00A0 ou U+202F)
finding-french-none = pas d’espace avant `{ $mark }`
# Of Spanish.
finding-question = une question sans `{ $open }`
    .hint = commencez-la par `{ $open }`
finding-exclamation = une exclamation sans `{ $open }`
finding-quotes-closed = `{ $first }` est fermé par `{ $mark }`
    .hint = écrivez `{ $open }` et `{ $close }`
# $usual: the quotation marks of the language.
finding-quotes-other = `{ $written }`, alors que `{ $locale }` utilise `{ $usual }`
    .hint = utilisez les guillemets de la langue
finding-quotes-half = `{ $mark }` est sans son autre moitié
    .hint = ouvrez et fermez chaque citation

## What may deceive readers, or run code

# $written: the number of a character that nobody sees.
finding-bidi-overrides = `{ $written }` force le sens du texte
    .hint = retirez-le ; là où il faut un sens, isolez le texte avec U+2068 et U+2069
finding-bidi-nothing = `{ $written }` ne ferme rien
finding-bidi-open = `{ $written }` n’est pas fermé
finding-unseen = `{ $written }`, qui n’affiche rien
    .hint = retirez-le : la recherche et la lecture à voix haute butent dessus
finding-unseen-hyphen = `{ $written }`, un trait d’union conditionnel
finding-unseen-space = `{ $written }`, une espace sans chasse
finding-unseen-joiner = `{ $written }`, un liant qui ne lie ni ne sépare rien
finding-unseen-direction = `{ $written }`, une marque de sens entre des lettres de même sens
finding-unseen-order = `{ $written }`, une marque d’ordre des octets
finding-unseen-tag = `{ $written }`, un caractère d’étiquette, qui peut cacher un texte
finding-link-runs = `{ $written }` est un lien en `{ $scheme }:`, qui exécute du code
    .hint = faites un lien vers l’adresse d’un site
finding-tag-runs = une balise `<{ $name }>` dans un texte
    .hint = retirez-la : les traductions disent des mots, et la page qui les affiche fait le reste
finding-attribute-runs = un attribut `{ $name }`, qui exécute du code

## What programs leave in texts

finding-escaped = `{ $written }` a été échappé deux fois
    .hint = écrivez le caractère lui-même
finding-damaged = `{ $written }` est un caractère abîmé
    .hint = récrivez le mot, et enregistrez le fichier en UTF-8
finding-placeholder-like = `{ $written }` ressemble à un élément variable, et la source n’en a pas de tel
    .hint = on le lira tel quel : écrivez des mots, ou ce que le format remplit

## Beside other texts, and the glossary

# $others: addresses of texts.  $more: how many there are besides.
finding-alike = une autre source est traduite de la même façon dans { $others }
    .hint = voyez si on peut les distinguer là où il le faut
finding-alike-more =
    { $more ->
        [one] une autre source est traduite de la même façon dans { $others } et { NUMBER($more) } autre
       *[other] une autre source est traduite de la même façon dans { $others } et { NUMBER($more) } autres
    }
finding-otherwise = la même source est traduite autrement dans { $others }
    .hint = dites-le d’une seule façon, sauf si le sens y est différent
finding-otherwise-more =
    { $more ->
        [one] la même source est traduite autrement dans { $others } et { NUMBER($more) } autre
       *[other] la même source est traduite autrement dans { $others } et { NUMBER($more) } autres
    }
# $terms: one term, or several as below.  $text: what stands in the source.
finding-term-missing = on attend { $terms } pour `{ $text }`
    .hint = utilisez le terme, ou ajoutez le vôtre au glossaire comme terme admis
finding-term-forbidden = `{ $text }` n’est pas à utiliser pour `{ $term }`
    .hint = écrivez { $terms }
    .other = utilisez un autre mot
# $others: terms with commas between.  $last: the last one.
finding-term-choice = { $others } ou { $last }
finding-silence = le commentaire fait taire `{ $check }`, qui ne trouve rien ici
    .hint = retirez-le, ou voyez comment s’écrit le nom du contrôle

## Fields, links and marks of pages

finding-field-missing = il manque le champ `{ $name }`, que la source a
    .fill = `hexapla fill` l’ajoute
    .copy = copiez-le depuis la source
finding-field-extra = un champ `{ $name }`, que la source n’a pas
    .hint = voyez s’il est écrit comme dans la source
finding-link-missing = il manque le lien de la source vers `{ $value }`
    .hint = faites un lien vers le même endroit, sauf si les personnes qui lisent cette langue en ont besoin d’un autre
finding-link-extra = la source n’a pas de lien vers `{ $value }`
finding-image-missing = il manque l’image `{ $value }` de la source
    .hint = montrez la même image
finding-image-extra = la source n’a pas l’image `{ $value }`
finding-code-missing = il manque le code `{ $value }` de la source
    .hint = le code ne se traduit pas : écrivez-le comme dans la source
finding-code-extra = la source n’a pas le code `{ $value }`
finding-footnote-missing = il manque la note de bas de page `{ $value }` de la source
    .hint = renvoyez à la même note de bas de page
finding-footnote-extra = la source n’a pas la note de bas de page `{ $value }`
finding-tag-missing = il manque la balise `{ $value }` de la source
    .hint = utilisez les mêmes balises
finding-tag-extra = la source n’a pas la balise `{ $value }`
finding-tag-own = une balise `{ $value }`, que la source n’a pas
# $level: of the translation.  $other: of the source.
finding-heading = un titre de niveau { NUMBER($level) }, on attend le niveau { NUMBER($other) }
    .hint = commencez-le par `{ $marks }`, comme la source
# $count: of the translation.  $other: of the source.
finding-cells =
    { $count ->
        [one] une ligne de { NUMBER($count) } cellule, { NUMBER($other) } attendues
       *[other] une ligne de { NUMBER($count) } cellules, { NUMBER($other) } attendues
    }
    .hint = les lecteurs ne voient pas plus de cellules que l’en-tête du tableau n’en a
# $name: the tag of a locale.
finding-root = les textes sont sous `{ $name }`, on attend `{ $locale }`
    .hint = les programmes les prennent pour ceux de `{ $name }` : renommez-le

## Placeables, references and attributes

finding-variable-extra = la source n’a pas la variable `${ $name }`
    .hint = personne ne lui donne de valeur : utilisez une des variables de la source
finding-variable-missing = la variable `${ $name }` de la source n’est pas utilisée
    .hint = utilisez-la, sauf si la phrase dit la même chose sans elle
finding-variable-missing-in = la variable `${ $name }` de la source n’est pas utilisée dans `{ $attribute }`
finding-placeholder-missing = `{ $written }`, qui est dans la source, n’est pas utilisé
    .extra = personne ne lui donne de valeur : utilisez un des éléments variables de la source
finding-reference-unknown = `{ $name }` n’existe pas
    .hint = renvoyez à un message ou à un terme de la même collection
finding-reference-missing = il manque le renvoi de la source à `{ $name }`
    .hint = renvoyez-y, pour que le nom soit le même partout
finding-reference-missing-in = il manque dans `{ $attribute }` le renvoi de la source à `{ $name }`
finding-reference-extra = la source ne renvoie pas à `{ $name }`
    .hint = dites ce que dit la source, sauf si les personnes qui lisent cette langue ont besoin du nom
finding-reference-extra-in = la source ne renvoie pas à `{ $name }` dans `{ $attribute }`
finding-attribute-extra = la source n’a pas l’attribut `.{ $name }`
    .hint = personne ne le demande : retirez-le, ou voyez comment la source l’écrit
finding-attribute-missing = il manque l’attribut `.{ $name }`, que la source a
    .hint = traduisez-le aussi : ce qui affiche le message le demande
finding-value-missing = il manque la valeur, que la source a
    .hint = donnez une valeur et des attributs comme la source
finding-value-extra = une valeur, que la source n’a pas
finding-second = `{ $written }` se trouve ici une deuxième fois
    .attribute = l’un des deux n’est jamais affiché : retirez-le
    .variant = seule la première est choisie : retirez l’autre
    .entry = seule la première est lue : retirez ou renommez celle-ci
# $owner: a file.  $key: the name of a message in it.
finding-taken = `{ $owner }` a aussi une entrée `{ $key }`, et c’est elle qui est publiée
    .hint = une collection est publiée en un seul paquet : renommez l’une des deux

## Plurals and numbers in Fluent

# $category: a plural category, such as “few”.  $variable: by which is chosen.
finding-plural-unused = `{ $locale }` n’a pas de catégorie de pluriel `{ $category }` (de `{ $variable }`)
    .hint = cette variante n’est jamais choisie : retirez-la
finding-ordinal-unused = `{ $locale }` n’a pas de catégorie d’ordinal `{ $category }` (de `{ $variable }`)
finding-plural-one = `{ $locale }` a besoin de la catégorie de pluriel `{ $categories }` (de `{ $variable }`)
    .variant = ajoutez une variante `[{ $category }]`
    .branch = ajoutez une branche `{ $category } { "{" }…{ "}" }`
finding-plural-several = `{ $locale }` a besoin des catégories de pluriel `{ $categories }` (de `{ $variable }`)
    .variants = ajoutez les variantes `[{ $categories }]`
    .branches = ajoutez les branches `{ $categories } { "{" }…{ "}" }`
finding-ordinal-one = `{ $locale }` a besoin de la catégorie d’ordinal `{ $categories }` (de `{ $variable }`)
finding-ordinal-several = `{ $locale }` a besoin des catégories d’ordinal `{ $categories }` (de `{ $variable }`)
finding-datetime = `fluent-bundle` de Rust n’a pas de fonction `DATETIME`
    .hint = un programme en Rust doit en ajouter une, ou recevoir la date comme texte
finding-function = Fluent n’a pas de fonction `{ $function }`
    .hint = utilisez `NUMBER` ou `DATETIME`, ou ajoutez-la partout où le texte est affiché
finding-digits = `{ $name }: { $value }` demande des chiffres que rien n’affiche
    .hint = indiquez un nombre de { NUMBER($least) } à { NUMBER($most) }
finding-option = `NUMBER` ne prend pas `{ $name }` dans un texte
    .hint = retirez-le ; les options sont `{ $options }`
finding-swapped = `{ $smaller }` est plus grand que `{ $larger }`
    .hint = échangez-les, ou retirez-en un
finding-precise =
    { $digits ->
        [one] un nombre de { NUMBER($digits) } chiffre n’est pas gardé tel qu’il est écrit
       *[other] un nombre de { NUMBER($digits) } chiffres n’est pas gardé tel qu’il est écrit
    }
    .hint = écrivez-le comme texte, entre guillemets
# $example: a number.  $javascript, $rust: the variants that are shown.
finding-runtimes = quand `${ $name }` vaut { $example }, JavaScript affiche `[{ $javascript }]` et Rust `[{ $rust }]`
    .plural = les deux ont les règles de pluriel d’années différentes
    .ordinal = JavaScript ne connaît pas d’ordinaux ici : laissez le site choisir la forme

## The syntax of Fluent

# $place: line and column.  $problem: what is wrong there.
finding-at = { $place } : { $problem }
finding-syntax =
    .hint = corrigez la syntaxe : d’ici là, l’entrée reste telle quelle et n’est jamais publiée
finding-deep =
    { $most ->
        [one] plus de { NUMBER($most) } accolade est ouverte à la fois
       *[other] plus de { NUMBER($most) } accolades sont ouvertes à la fois
    }
    .hint = divisez le message ; il reste tel quel et n’est jamais publié
finding-another = un autre texte commence ici, alors qu’il en faut un seul
syntax-token = on attend quelque chose qui commence par "{ $token }"
syntax-range = on attend un de ces caractères : "{ $range }"
syntax-message = le message "{ $name }" a besoin d’une valeur ou d’un attribut
syntax-term = le terme "{ $name }" a besoin d’une valeur
syntax-callee = on ne peut pas appeler de fonction ici
syntax-default = la sélection a besoin d’une variante par défaut
syntax-value = on attend une valeur
syntax-defaults = une sélection ne peut avoir qu’une variante par défaut
syntax-message-selector = on ne peut pas choisir d’après le renvoi à un message
syntax-term-selector = on ne peut pas choisir d’après le renvoi à un terme
syntax-message-attribute = on ne peut pas choisir d’après l’attribut d’un message
syntax-term-attribute = l’attribut d’un terme ne peut pas se trouver ici
syntax-string = un texte entre guillemets n’est pas fermé
syntax-positional = les arguments sans nom viennent avant ceux qui en ont un
syntax-argument = l’argument "{ $name }" apparaît deux fois
syntax-escape = séquence d’échappement inconnue
syntax-unicode = séquence d’échappement Unicode non valable, "{ $written }"
syntax-brace = une accolade fermante qui ne ferme rien
syntax-inline = on attend une expression entre les accolades
syntax-selector = on attend une expression simple d’après laquelle choisir
syntax-literal = on attend un texte entre guillemets ou un nombre

## What cannot be put into a file

# $unit: the address of a text.  $problem: what is wrong with what was written.
merge-of = `{ $unit }` : { $problem }
    .hint = donnez le texte d’une seule unité, dans la syntaxe de son fichier
# $expected: what the text is to be, as below.  $reason: what it would become, as below.
merge-not-one = le texte ne se relirait pas comme une seule unité ({ $expected }) : { $reason }
merge-units =
    { $units ->
        [one] le fichier aurait { NUMBER($units) } unité au lieu de { NUMBER($all) }
       *[other] le fichier aurait { NUMBER($units) } unités au lieu de { NUMBER($all) }
    }
merge-key = sa clé serait `{ $key }`
merge-kind = il deviendrait autre chose : { $kind }
merge-text = on lirait `{ $text }`
merge-none = il n’y aurait pas `{ $name }`
merge-other = `{ $name }` serait d’une autre sorte
merge-instead = il y aurait `{ $instead }` à la place de `{ $wanted }`
merge-nowhere = on ne peut pas l’ajouter ici ; copiez-le depuis la source
merge-cue = le fichier serait cassé ; un sous-titre n’a ni ligne vide ni `-->`
kind-message = message
kind-term = terme
kind-field = champ
kind-item = élément d’une liste de données
kind-heading = titre
kind-paragraph = paragraphe
kind-list-item = élément de liste
kind-row = ligne de tableau
kind-footnote = note de bas de page
kind-code = bloc de code
kind-markup = bloc de balisage
kind-cue = sous-titre
kind-file = fichier
kind-property = propriété
kind-string = ressource de texte
