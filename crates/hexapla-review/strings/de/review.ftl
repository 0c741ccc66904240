### The review and coverage pages of Hexapla itself.
### “Unit” is the smallest text with a status of its own: a message, a paragraph, a field.
### “Current” and “stale” are set terms: a stale translation was made from a text that has changed.

## Frame

review-title = { -hexapla }: Übersetzungen von { $project }
review-nav =
    .aria-label = Prüfseiten
review-nav-queue = Warteschlange
review-nav-coverage = Abdeckung
review-nav-history = Verlauf
# $handle: the name that the reviewer chose.
review-signed-in = Sie prüfen als { $handle }
review-sign-out = Abmelden
# $date: the day for which everything on the page was computed.
review-as-of = Stand: { DATETIME($date, month: "long", year: "numeric", day: "numeric") }

## States of a unit

# $freshness: how a translation stands to today’s source text. Used on labels and in table heads.
freshness-label =
    { $freshness ->
        [current] Aktuell
        [stale] Veraltet
        [missing] Fehlt
        [unverified] Unbestätigt
       *[obsolete] Hinfällig
    }
    .title =
        { $freshness ->
            [current] Sagt, was der Ausgangstext heute sagt
            [stale] Nach einem Ausgangstext entstanden, der sich seither geändert hat
            [missing] Noch nicht übersetzt
            [unverified] Außerhalb von { -hexapla } geändert; niemand hat es bestätigt
           *[obsolete] Ihren Ausgangstext gibt es nicht mehr
        }
# $state: how far the work on a translation has come (the states of XLIFF).
state-label =
    { $state ->
        [initial] Am Anfang
        [translated] Übersetzt
        [reviewed] Geprüft
       *[final] Endgültig
    }
# $change: what kind of change made a translation stale.
change-label =
    { $change ->
        [layout] Umbruch
        [punctuation] Zeichensetzung
        [case] Groß- und Kleinschreibung
        [markup] Auszeichnung
        [link] Link
        [number] Zahl
        [placeable] Platzhalter
        [term] Begriff
       *[wording] Wortlaut
    }
state-critical = Kritisch
    .title = Ein Fehler kann hier Schaden anrichten: Zwei Menschen müssen zustimmen

## Queue

# $locale: the name of the locale, such as “Mexican Spanish”, in the language of these pages.
queue-title = Warteschlange für { $locale }
# $count: how many units wait for a decision.
queue-count =
    { $count ->
        [0] Nichts wartet
        [one] { NUMBER($count) } Einheit wartet
       *[other] { NUMBER($count) } Einheiten warten
    }
# $words: how many source words these units hold.
queue-words =
    { $words ->
        [one] { NUMBER($words) } Wort
       *[other] { NUMBER($words) } Wörter
    }
# $words: how many words really changed, usually far fewer than the units hold.
queue-changed-words =
    { $words ->
        [0] kein Wort geändert
        [one] { NUMBER($words) } Wort geändert
       *[other] { NUMBER($words) } Wörter geändert
    }
# $days: whole days since the oldest change that is not settled.
queue-oldest =
    { $days ->
        [0] Älteste Änderung: heute
        [one] Älteste Änderung: vor { NUMBER($days) } Tag
       *[other] Älteste Änderung: vor { NUMBER($days) } Tagen
    }
queue-age-unknown = Wie alt die älteste Änderung ist, weiß niemand
queue-empty = Alles erledigt. { -hexapla } meldet sich, wenn sich ein Ausgangstext ändert.
queue-filter = Anzeigen
    .aria-label = Auswählen, welche Einheiten angezeigt werden
queue-search =
    .placeholder = Ein Wort aus Ausgangstext oder Übersetzung
    .aria-label = In der Warteschlange suchen
queue-next = Weiter
    .accesskey = j
queue-previous = Zurück
    .accesskey = k
# $position: the number of this unit, from 1.  $count: how many there are.
queue-position = { NUMBER($position) } von { NUMBER($count) }

## One unit

unit-old-source = Ausgangstext zur Zeit der Übersetzung
unit-new-source = Ausgangstext heute
unit-target = Ihre Übersetzung
    .placeholder = Hier die Übersetzung eingeben
unit-made-from = Entstanden nach dem Text vom { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
unit-changed-by = Geändert von { $handle } am { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
unit-change-reason = Grund: { $reason }
# Read out by screen readers before words that were taken out or put in.
unit-removed = entfernt:
unit-added = hinzugefügt:
unit-comment = Hinweis zur Übersetzung
unit-earlier-target = Eine frühere Übersetzung passt zu diesem Ausgangstext
    .title = Der Ausgangstext lautet wieder so, wie er schon einmal übersetzt wurde
unit-proposal = Vorschlag von { $handle }
# $count: how many placeables the translation lacks.  $names: their names.
unit-missing-placeables =
    { $count ->
        [one] In der Übersetzung fehlt { $names }
       *[other] In der Übersetzung fehlen { NUMBER($count) } Platzhalter: { $names }
    }

## Decisions
## Each has a key. Choose keys that are easy to reach and differ from each other.

decide-accept = Annehmen
    .accesskey = a
    .title = Die Übersetzung sagt jetzt, was der Ausgangstext sagt
decide-keep = Als weiterhin gültig behalten
    .accesskey = g
    .title = Der Ausgangstext hat sich geändert, aber die Übersetzung stimmt noch
# For authors of the source: the change did not touch the meaning.
decide-keep-everywhere = In allen Sprachen behalten
    .title = Die Änderung war nur eine Korrektur; jede Übersetzung stimmt noch
decide-skip = Überspringen
    .accesskey = s
    .title = Später entscheiden
decide-reopen = Wieder öffnen
    .accesskey = w
    .title = Diese Übersetzung muss noch einmal angesehen werden
decide-restore = Frühere Übersetzung zurückholen
    .accesskey = f
decide-undo = Rückgängig machen
    .accesskey = r
# $decision: what was decided.  $unit: the key of the unit.
decide-done =
    { $decision ->
        [accepted] { $unit } angenommen
        [kept] { $unit } als weiterhin gültig behalten
        [skipped] { $unit } übersprungen
        [reopened] { $unit } wieder geöffnet
       *[undone] Letzte Entscheidung zu { $unit } zurückgenommen
    }
# $count: decisions that are made but not saved.
decide-save =
    { $count ->
        [one] { NUMBER($count) } Entscheidung speichern
       *[other] { NUMBER($count) } Entscheidungen speichern
    }
decide-moved-on = Der Ausgangstext hat sich geändert, während Sie gelesen haben. Bitte sehen Sie sich den neuen Text an.
decide-second-person = Ein zweiter Mensch muss zustimmen, bevor dieser Text veröffentlicht wird.

## Coverage

coverage-title = Abdeckung
coverage-table =
    .aria-label = Abdeckung nach Sprache und Sammlung
coverage-locale = Sprache
coverage-collection = Sammlung
coverage-units = Einheiten
coverage-words = Wörter
coverage-oldest = Am längsten veraltet
# $percent: a number between 0 and 100.
coverage-percent = { NUMBER($percent, maximumFractionDigits: 1) } %
    .title = Aktuell, nach Wörtern
# $locale: the locale that this one falls back to, such as Spanish for Mexican Spanish.
# $count: how many units it has not changed.
coverage-inherited =
    { $count ->
        [one] { NUMBER($count) } Einheit stammt aus: { $locale }
       *[other] { NUMBER($count) } Einheiten stammen aus: { $locale }
    }
# $days: the age of the oldest stale translation.
coverage-age =
    { $days ->
        [0] heute
        [one] { NUMBER($days) } Tag
       *[other] { NUMBER($days) } Tage
    }
# What an edit of the source would do.
# $units, $words: how much it makes stale.  $locales: in how many locales.
coverage-impact =
    { $units ->
        [0] This edit makes nothing stale.
        [one] This edit makes { NUMBER($units) } unit stale (words: { NUMBER($words) }).
       *[other] This edit makes { NUMBER($units) } units stale in { $locales ->
            [one] { NUMBER($locales) } locale
           *[other] { NUMBER($locales) } locales
        } (words: { NUMBER($words) }).
    }
coverage-ready = Bereit zur Veröffentlichung
coverage-blocked = Not ready: { $reason }
