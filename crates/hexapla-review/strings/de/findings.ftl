### What the checks find in a translation while it is written, and what stands in the way of writing it.
### Each is a fragment without a capital and without a full stop; .hint is the next step, told behind it.
### What stands between ` and ` is code, or a piece of a text: it stays as it is.
### $written, $text: what the translation has.  $given: what the source has.  $locale: a tag, such as “de”.

## Numbers and addresses

finding-differs = `{ $written }`, wo im Ausgangstext `{ $given }` steht
finding-extra = im Ausgangstext steht kein `{ $written }`
finding-missing = `{ $given }` aus dem Ausgangstext fehlt
finding-number-extra = im Ausgangstext steht keine Zahl `{ $written }`
    .hint = schreiben Sie die Zahl des Ausgangstexts, in den Ziffern der Sprache
finding-number-missing = die Zahl `{ $given }` aus dem Ausgangstext fehlt
finding-address =
    .site = nennen Sie dieselbe Adresse, außer wer diese Sprache liest, braucht eine andere
    .mail = nennen Sie dieselbe Adresse: Post an eine andere erreicht vielleicht niemanden
    .phone = nennen Sie dieselbe Nummer, außer wer diese Sprache liest, wählt eine andere
# Of a helpline: what people agreed on has to stand there, digit by digit.
finding-critical-missing = das vereinbarte `{ $given }` fehlt
    .hint = schreiben Sie, was vereinbart wurde, oder lassen Sie eine andere Nummer vereinbaren
finding-critical-extra = `{ $written }` wurde nicht vereinbart
finding-critical-hides = `{ $written }` enthält Zeichen, die niemand sieht
finding-critical-mixes = `{ $written }` ist in mehreren Ziffernsystemen geschrieben
    .hint = schreiben Sie die Zahl neu, in einem einzigen Ziffernsystem
# $written: the number of a character that changes the direction of a text.
finding-critical-turns = `{ $written }` kann Ziffern umdrehen
    .hint = nehmen Sie es heraus; setzen Sie Zahlen in Text von rechts nach links zwischen U+2066 und U+2069

## Languages and scripts

finding-same = `{ $written }` ist der Ausgangstext
    .hint = übersetzen Sie ihn; wenn er gleich sein soll, nehmen Sie ihn an
# $script, $expected: short names of scripts, such as “Latn”.
finding-script = in der Schrift { $script } geschrieben, wo `{ $locale }` in { $expected } geschrieben wird
    .hint = ist das ein Text einer anderen Sprache?
# $language: the English name of a language.
finding-language =
    { $language ->
        [English] ist anscheinend Englisch
        [Spanish] ist anscheinend Spanisch
        [German] ist anscheinend Deutsch
        [French] ist anscheinend Französisch
        [Italian] ist anscheinend Italienisch
        [Portuguese] ist anscheinend Portugiesisch
        [Dutch] ist anscheinend Niederländisch
        [Catalan] ist anscheinend Katalanisch
        [Russian] ist anscheinend Russisch
        [Ukrainian] ist anscheinend Ukrainisch
        [Polish] ist anscheinend Polnisch
        [Turkish] ist anscheinend Türkisch
        [Arabic] ist anscheinend Arabisch
       *[other] ist anscheinend in einer anderen Sprache: { $language }
    }
# $code: the number of the letter, such as “U+04D9”.
finding-letter = `{ $letter }` ({ $code }) ist kein Buchstabe von `{ $locale }`
    .hint = ein Versehen, oder ein Buchstabe, der nur so aussieht?
finding-longer = mehr als zehnmal so lang wie der Ausgangstext
    .hint = sagt er, was der Ausgangstext sagt, und nicht mehr?
finding-shorter = nicht einmal ein Zehntel so lang wie der Ausgangstext
# $letters: letters with their numbers.
finding-mixed = `{ $written }` mischt lateinische Buchstaben mit { $letters }
    .hint = schreiben Sie das Wort neu, mit den Buchstaben einer einzigen Schrift

## Length, spaces and lines

finding-length = { NUMBER($count) } Zeichen, höchstens { NUMBER($most) } sind erlaubt
    .hint = sagen Sie es mit weniger
finding-begins = beginnt mit Leerraum, der Ausgangstext nicht
    .hint = Programme fügen solche Texte zusammen: behalten Sie den Leerraum des Ausgangstexts
finding-begins-other = beginnt mit anderem Leerraum als der Ausgangstext
finding-ends = endet mit Leerraum, der Ausgangstext nicht
finding-ends-other = endet mit anderem Leerraum als der Ausgangstext
finding-spaces = zwei Leerzeichen hintereinander
    .hint = schreiben Sie eines
finding-twice = `{ $written }` steht doppelt
    .hint = sagen Sie es einmal
# $lines, $given: as below, such as “2 line breaks”.
finding-lines = { $lines }, im Ausgangstext { $given }
    .hint = brechen Sie die Zeilen um wie der Ausgangstext
finding-line-breaks =
    { $count ->
        [0] kein Zeilenumbruch
        [one] { NUMBER($count) } Zeilenumbruch
       *[other] { NUMBER($count) } Zeilenumbrüche
    }

## Punctuation

# $mark: a bracket.
finding-not-closed = nichts schließt `{ $mark }`
    .hint = schreiben Sie beide Klammern, oder keine
finding-not-opened = nichts öffnet `{ $mark }`
finding-dots = `...`, wo im Ausgangstext `…` steht
    .hint = schreiben Sie `…`
# $end, $given: as below.
finding-end = am Ende { $end }, im Ausgangstext { $given }
    .hint = beenden Sie ihn wie den Ausgangstext
finding-end-open = kein Zeichen
finding-end-stop = ein Punkt
finding-end-question = ein Fragezeichen
finding-end-exclamation = ein Ausrufezeichen
finding-end-colon = ein Doppelpunkt
finding-end-ellipsis = Auslassungspunkte
# Of French, before and behind whose marks the line must not break.
finding-french-breaks = ein Leerzeichen neben `{ $mark }`, an dem die Zeile umbrechen kann
    .hint = setzen Sie dort ein geschütztes Leerzeichen (U+00A0 oder U+202F)
finding-french-none = kein Leerzeichen vor `{ $mark }`
# Of Spanish.
finding-question = eine Frage ohne `{ $open }`
    .hint = beginnen Sie sie mit `{ $open }`
finding-exclamation = ein Ausruf ohne `{ $open }`
finding-quotes-closed = `{ $first }` wird mit `{ $mark }` geschlossen
    .hint = schreiben Sie `{ $open }` und `{ $close }`
# $usual: the quotation marks of the language.
finding-quotes-other = `{ $written }`, wo `{ $locale }` `{ $usual }` hat
    .hint = verwenden Sie die Anführungszeichen der Sprache
finding-quotes-half = `{ $mark }` steht ohne sein Gegenstück
    .hint = öffnen und schließen Sie jedes Zitat

## What may deceive readers, or run code

# $written: the number of a character that nobody sees.
finding-bidi-overrides = `{ $written }` erzwingt eine Schreibrichtung
    .hint = nehmen Sie es heraus; wo eine Richtung nötig ist, grenzen Sie mit U+2068 und U+2069 ab
finding-bidi-nothing = `{ $written }` schließt nichts
finding-bidi-open = `{ $written }` wird nicht geschlossen
finding-unseen = `{ $written }`, das nichts zeigt
    .hint = nehmen Sie es heraus: Suche und Vorlesen stolpern darüber
finding-unseen-hyphen = `{ $written }`, ein weiches Trennzeichen
finding-unseen-space = `{ $written }`, ein Leerzeichen ohne Breite
finding-unseen-joiner = `{ $written }`, ein Verbinder, der nichts verbindet oder trennt
finding-unseen-direction = `{ $written }`, ein Richtungszeichen zwischen Buchstaben derselben Richtung
finding-unseen-order = `{ $written }`, eine Bytereihenfolge-Marke
finding-unseen-tag = `{ $written }`, ein Tag-Zeichen, das einen Text verbergen kann
finding-link-runs = `{ $written }` ist ein Link mit `{ $scheme }:`, der Code ausführt
    .hint = verlinken Sie auf die Adresse einer Website
finding-tag-runs = ein Tag `<{ $name }>` in einem Text
    .hint = lassen Sie es weg: Übersetzungen sagen Worte, und die Seite, die sie zeigt, tut das Übrige
finding-attribute-runs = ein Attribut `{ $name }`, das Code ausführt

## What programs leave in texts

finding-escaped = `{ $written }` wurde doppelt maskiert
    .hint = schreiben Sie das Zeichen selbst
finding-damaged = `{ $written }` ist ein beschädigtes Zeichen
    .hint = schreiben Sie das Wort neu, und speichern Sie die Datei als UTF-8
finding-placeholder-like = `{ $written }` sieht wie ein Platzhalter aus, und im Ausgangstext steht kein solcher
    .hint = wer es liest, sieht es so, wie es dasteht: schreiben Sie Worte, oder was das Format einsetzt

## Beside other texts, and the glossary

# $others: addresses of texts.  $more: how many there are besides.
finding-alike = ein anderer Ausgangstext ist gleich übersetzt in { $others }
    .hint = sehen Sie nach, ob man sie dort unterscheiden kann, wo man es muss
finding-alike-more = ein anderer Ausgangstext ist gleich übersetzt in { $others } und { NUMBER($more) } weiteren
finding-otherwise = derselbe Ausgangstext ist anders übersetzt in { $others }
    .hint = sagen Sie es auf eine Weise, außer dort ist etwas anderes gemeint
finding-otherwise-more = derselbe Ausgangstext ist anders übersetzt in { $others } und { NUMBER($more) } weiteren
# $terms: one term, or several as below.  $text: what stands in the source.
finding-term-missing = für `{ $text }` wird { $terms } erwartet
    .hint = verwenden Sie den Begriff, oder tragen Sie Ihren im Glossar als zulässig ein
finding-term-forbidden = `{ $text }` soll nicht für `{ $term }` stehen
    .hint = schreiben Sie { $terms }
    .other = verwenden Sie ein anderes Wort
# $others: terms with commas between.  $last: the last one.
finding-term-choice = { $others } oder { $last }
finding-silence = der Kommentar schaltet `{ $check }` stumm, was hier nichts findet
    .hint = nehmen Sie ihn heraus, oder sehen Sie nach, wie die Prüfung geschrieben wird

## Fields, links and marks of pages

finding-field-missing = das Feld `{ $name }` fehlt, das der Ausgangstext hat
    .fill = `hexapla fill` fügt es ein
    .copy = übernehmen Sie es aus dem Ausgangstext
finding-field-extra = ein Feld `{ $name }`, das der Ausgangstext nicht hat
    .hint = sehen Sie nach, ob es wie im Ausgangstext geschrieben ist
finding-link-missing = der Link des Ausgangstexts auf `{ $value }` fehlt
    .hint = verlinken Sie dieselbe Stelle, außer wer diese Sprache liest, braucht eine andere
finding-link-extra = im Ausgangstext gibt es keinen Link auf `{ $value }`
finding-image-missing = das Bild `{ $value }` des Ausgangstexts fehlt
    .hint = zeigen Sie dasselbe Bild
finding-image-extra = im Ausgangstext gibt es kein Bild `{ $value }`
finding-code-missing = der Code `{ $value }` des Ausgangstexts fehlt
    .hint = Code wird nicht übersetzt: schreiben Sie ihn wie im Ausgangstext
finding-code-extra = im Ausgangstext gibt es keinen Code `{ $value }`
finding-footnote-missing = die Fußnote `{ $value }` des Ausgangstexts fehlt
    .hint = verweisen Sie auf dieselbe Fußnote
finding-footnote-extra = im Ausgangstext gibt es keine Fußnote `{ $value }`
finding-tag-missing = das Tag `{ $value }` des Ausgangstexts fehlt
    .hint = verwenden Sie dieselben Tags
finding-tag-extra = im Ausgangstext gibt es kein Tag `{ $value }`
finding-tag-own = ein Tag `{ $value }`, das der Ausgangstext nicht hat
# $level: of the translation.  $other: of the source.
finding-heading = eine Überschrift der Ebene { NUMBER($level) }, erwartet wird Ebene { NUMBER($other) }
    .hint = beginnen Sie sie mit `{ $marks }`, wie im Ausgangstext
# $count: of the translation.  $other: of the source.
finding-cells =
    { $count ->
        [one] eine Zeile mit { NUMBER($count) } Zelle, erwartet werden { NUMBER($other) }
       *[other] eine Zeile mit { NUMBER($count) } Zellen, erwartet werden { NUMBER($other) }
    }
    .hint = Leserinnen und Leser sehen nicht mehr Zellen, als der Kopf der Tabelle hat
# $name: the tag of a locale.
finding-root = die Texte stehen unter `{ $name }`, erwartet wird `{ $locale }`
    .hint = Programme halten sie für die von `{ $name }`: benennen Sie es um

## Placeables, references and attributes

finding-variable-extra = im Ausgangstext gibt es keine Variable `${ $name }`
    .hint = niemand gibt ihr einen Wert: verwenden Sie eine Variable des Ausgangstexts
finding-variable-missing = die Variable `${ $name }` des Ausgangstexts wird nicht verwendet
    .hint = verwenden Sie sie, außer der Satz sagt ohne sie dasselbe
finding-variable-missing-in = die Variable `${ $name }` des Ausgangstexts wird in `{ $attribute }` nicht verwendet
finding-placeholder-missing = `{ $written }` aus dem Ausgangstext wird nicht verwendet
    .extra = niemand gibt ihm einen Wert: verwenden Sie einen Platzhalter des Ausgangstexts
finding-reference-unknown = `{ $name }` gibt es nicht
    .hint = verweisen Sie auf eine Meldung oder einen Begriff derselben Sammlung
finding-reference-missing = der Verweis des Ausgangstexts auf `{ $name }` fehlt
    .hint = verweisen Sie darauf, damit der Name überall derselbe ist
finding-reference-missing-in = der Verweis des Ausgangstexts auf `{ $name }` fehlt in `{ $attribute }`
finding-reference-extra = der Ausgangstext verweist nicht auf `{ $name }`
    .hint = sagen Sie, was der Ausgangstext sagt, außer wer diese Sprache liest, braucht den Namen
finding-reference-extra-in = der Ausgangstext verweist in `{ $attribute }` nicht auf `{ $name }`
finding-attribute-extra = im Ausgangstext gibt es kein Attribut `.{ $name }`
    .hint = niemand fragt danach: nehmen Sie es heraus, oder sehen Sie nach, wie es im Ausgangstext geschrieben ist
finding-attribute-missing = das Attribut `.{ $name }` fehlt, das der Ausgangstext hat
    .hint = übersetzen Sie es auch: wer die Meldung zeigt, fragt danach
finding-value-missing = der Wert fehlt, den der Ausgangstext hat
    .hint = geben Sie Wert und Attribute an wie der Ausgangstext
finding-value-extra = ein Wert, den der Ausgangstext nicht hat
finding-second = `{ $written }` steht hier ein zweites Mal
    .attribute = eines von beiden wird nie gezeigt: nehmen Sie es heraus
    .variant = nur die erste wird je gewählt: nehmen Sie die andere heraus
    .entry = nur der erste Eintrag wird gelesen: nehmen Sie diesen heraus oder benennen Sie ihn um
# $owner: a file.  $key: the name of a message in it.
finding-taken = auch `{ $owner }` hat einen Eintrag `{ $key }`, und ausgeliefert wird jener
    .hint = eine Sammlung wird in einem Paket ausgeliefert: benennen Sie einen der beiden um

## Plurals and numbers in Fluent

# $category: a plural category, such as “few”.  $variable: by which is chosen.
finding-plural-unused = `{ $locale }` hat keine Mehrzahl-Kategorie `{ $category }` (von `{ $variable }`)
    .hint = diese Variante wird nie gewählt: nehmen Sie sie heraus
finding-ordinal-unused = `{ $locale }` hat keine Ordnungszahl-Kategorie `{ $category }` (von `{ $variable }`)
finding-plural-one = `{ $locale }` braucht die Mehrzahl-Kategorie `{ $categories }` (von `{ $variable }`)
    .variant = fügen Sie eine Variante `[{ $category }]` hinzu
    .branch = fügen Sie einen Zweig `{ $category } { "{" }…{ "}" }` hinzu
finding-plural-several = `{ $locale }` braucht die Mehrzahl-Kategorien `{ $categories }` (von `{ $variable }`)
    .variants = fügen Sie die Varianten `[{ $categories }]` hinzu
    .branches = fügen Sie die Zweige `{ $categories } { "{" }…{ "}" }` hinzu
finding-ordinal-one = `{ $locale }` braucht die Ordnungszahl-Kategorie `{ $categories }` (von `{ $variable }`)
finding-ordinal-several = `{ $locale }` braucht die Ordnungszahl-Kategorien `{ $categories }` (von `{ $variable }`)
finding-datetime = `fluent-bundle` von Rust hat keine Funktion `DATETIME`
    .hint = ein Programm in Rust muss eine hinzufügen, oder das Datum als Text bekommen
finding-function = Fluent hat keine Funktion `{ $function }`
    .hint = verwenden Sie `NUMBER` oder `DATETIME`, oder fügen Sie sie überall hinzu, wo der Text gezeigt wird
finding-digits = `{ $name }: { $value }` verlangt Stellen, die nichts zeigt
    .hint = geben Sie eine Zahl von { NUMBER($least) } bis { NUMBER($most) } an
finding-option = `NUMBER` nimmt kein `{ $name }` aus einem Text
    .hint = nehmen Sie es heraus; die Optionen sind `{ $options }`
finding-swapped = `{ $smaller }` ist größer als `{ $larger }`
    .hint = vertauschen Sie sie, oder nehmen Sie eines heraus
finding-precise =
    { $digits ->
        [one] eine Zahl mit { NUMBER($digits) } Stelle bleibt nicht, wie sie geschrieben ist
       *[other] eine Zahl mit { NUMBER($digits) } Stellen bleibt nicht, wie sie geschrieben ist
    }
    .hint = schreiben Sie sie als Text, in Anführungszeichen
# $example: a number.  $javascript, $rust: the variants that are shown.
finding-runtimes = wo `${ $name }` { $example } ist, zeigt JavaScript `[{ $javascript }]` und Rust `[{ $rust }]`
    .plural = die beiden haben Mehrzahlregeln verschiedener Jahre
    .ordinal = JavaScript kennt hier keine Ordnungszahlen: lassen Sie die Website die Form wählen

## The syntax of Fluent

# $place: line and column.  $problem: what is wrong there.
finding-at = { $place }: { $problem }
finding-syntax =
    .hint = berichtigen Sie die Syntax: bis dahin bleibt der Eintrag, wie er ist, und wird nie veröffentlicht
finding-deep =
    { $most ->
        [one] mehr als { NUMBER($most) } Klammer ist zugleich offen
       *[other] mehr als { NUMBER($most) } Klammern sind zugleich offen
    }
    .hint = teilen Sie die Meldung auf; sie bleibt, wie sie ist, und wird nie veröffentlicht
finding-another = hier beginnt ein weiterer Text, und es darf nur einer sein
syntax-token = erwartet wird etwas, das mit "{ $token }" beginnt
syntax-range = erwartet wird eines dieser Zeichen: "{ $range }"
syntax-message = die Meldung "{ $name }" braucht einen Wert oder ein Attribut
syntax-term = der Begriff "{ $name }" braucht einen Wert
syntax-callee = hier darf keine Funktion aufgerufen werden
syntax-default = die Auswahl braucht eine Standardvariante
syntax-value = erwartet wird ein Wert
syntax-defaults = eine Auswahl kann nur eine Standardvariante haben
syntax-message-selector = nach dem Verweis auf eine Meldung lässt sich nicht auswählen
syntax-term-selector = nach dem Verweis auf einen Begriff lässt sich nicht auswählen
syntax-message-attribute = nach dem Attribut einer Meldung lässt sich nicht auswählen
syntax-term-attribute = das Attribut eines Begriffs kann hier nicht stehen
syntax-string = ein Text in Anführungszeichen ist nicht geschlossen
syntax-positional = Argumente ohne Namen müssen vor denen mit Namen stehen
syntax-argument = das Argument "{ $name }" steht zweimal
syntax-escape = unbekannte Escape-Sequenz
syntax-unicode = ungültige Unicode-Escape-Sequenz, "{ $written }"
syntax-brace = eine schließende Klammer, die nichts schließt
syntax-inline = erwartet wird ein Ausdruck zwischen den Klammern
syntax-selector = erwartet wird ein einfacher Ausdruck, nach dem ausgewählt wird
syntax-literal = erwartet wird ein Text in Anführungszeichen oder eine Zahl

## What cannot be put into a file

# $unit: the address of a text.  $problem: what is wrong with what was written.
merge-of = `{ $unit }`: { $problem }
    .hint = geben Sie den Text einer einzigen Einheit an, in der Syntax ihrer Datei
# $expected: what the text is to be, as below.  $reason: what it would become, as below.
merge-not-one = der Text würde nicht als eine einzige Einheit ({ $expected }) zurückgelesen: { $reason }
merge-units =
    { $units ->
        [one] die Datei hätte { NUMBER($units) } Einheit statt { NUMBER($all) }
       *[other] die Datei hätte { NUMBER($units) } Einheiten statt { NUMBER($all) }
    }
merge-key = sein Schlüssel wäre `{ $key }`
merge-kind = daraus würde etwas anderes: { $kind }
merge-text = zu lesen wäre `{ $text }`
merge-none = `{ $name }` gäbe es nicht
merge-other = `{ $name }` wäre von anderer Art
merge-instead = es stünde `{ $instead }` an der Stelle von `{ $wanted }`
merge-nowhere = es kann hier nicht eingefügt werden; übernehmen Sie es aus dem Ausgangstext
merge-cue = die Datei ginge kaputt; ein Untertitel hat keine leere Zeile und kein `-->`
kind-message = Meldung
kind-term = Begriff
kind-field = Feld
kind-item = Eintrag einer Datenliste
kind-heading = Überschrift
kind-paragraph = Absatz
kind-list-item = Listenpunkt
kind-row = Tabellenzeile
kind-footnote = Fußnote
kind-code = Codeblock
kind-markup = Auszeichnungsblock
kind-cue = Untertitel
kind-file = Datei
kind-property = Eigenschaft
kind-string = Textressource
