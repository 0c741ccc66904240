## Rahmen

review-title = { -hexapla }: Übersetzungen von { $project }
review-nav =
    .aria-label = Prüfseiten
review-nav-queue = Warteschlange
review-nav-coverage = Abdeckung
review-nav-history = Verlauf
review-signed-in = Sie prüfen als { $handle }
review-sign-out = Abmelden
review-as-of = Stand: { DATETIME($date, month: "long", year: "numeric", day: "numeric") }

## Zustände einer Einheit

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
state-label =
    { $state ->
        [initial] Am Anfang
        [translated] Übersetzt
        [reviewed] Geprüft
       *[final] Endgültig
    }
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

## Warteschlange

queue-title = Warteschlange für { $locale }
queue-count =
    { $count ->
        [0] Nichts wartet
        [one] { NUMBER($count) } Einheit wartet
       *[other] { NUMBER($count) } Einheiten warten
    }
queue-words =
    { $words ->
        [one] { NUMBER($words) } Wort
       *[other] { NUMBER($words) } Wörter
    }
queue-changed-words =
    { $words ->
        [0] kein Wort geändert
        [one] { NUMBER($words) } Wort geändert
       *[other] { NUMBER($words) } Wörter geändert
    }
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
queue-position = { NUMBER($position) } von { NUMBER($count) }

## Eine Einheit

unit-old-source = Ausgangstext zur Zeit der Übersetzung
unit-new-source = Ausgangstext heute
unit-target = Ihre Übersetzung
    .placeholder = Hier die Übersetzung eingeben
unit-made-from = Entstanden nach dem Text vom { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
unit-changed-by = Geändert von { $handle } am { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
unit-change-reason = Grund: { $reason }
unit-removed = entfernt:
unit-added = hinzugefügt:
unit-comment = Hinweis zur Übersetzung
unit-earlier-target = Eine frühere Übersetzung passt zu diesem Ausgangstext
    .title = Der Ausgangstext lautet wieder so, wie er schon einmal übersetzt wurde
unit-proposal = Vorschlag von { $handle }
unit-missing-placeables =
    { $count ->
        [one] In der Übersetzung fehlt { $names }
       *[other] In der Übersetzung fehlen { NUMBER($count) } Platzhalter: { $names }
    }

## Entscheidungen

decide-accept = Annehmen
    .accesskey = a
    .title = Die Übersetzung sagt jetzt, was der Ausgangstext sagt
decide-keep = Als weiterhin gültig behalten
    .accesskey = g
    .title = Der Ausgangstext hat sich geändert, aber die Übersetzung stimmt noch
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
decide-done =
    { $decision ->
        [accepted] { $unit } angenommen
        [kept] { $unit } als weiterhin gültig behalten
        [skipped] { $unit } übersprungen
        [reopened] { $unit } wieder geöffnet
       *[undone] Letzte Entscheidung zu { $unit } zurückgenommen
    }
decide-save =
    { $count ->
        [one] { NUMBER($count) } Entscheidung speichern
       *[other] { NUMBER($count) } Entscheidungen speichern
    }
decide-moved-on = Der Ausgangstext hat sich geändert, während Sie gelesen haben. Bitte sehen Sie sich den neuen Text an.
decide-second-person = Ein zweiter Mensch muss zustimmen, bevor dieser Text veröffentlicht wird.

## Abdeckung

coverage-title = Abdeckung
coverage-table =
    .aria-label = Abdeckung nach Sprache und Sammlung
coverage-locale = Sprache
coverage-collection = Sammlung
coverage-units = Einheiten
coverage-words = Wörter
coverage-oldest = Am längsten veraltet
coverage-percent = { NUMBER($percent, maximumFractionDigits: 1) } %
    .title = Aktuell, nach Wörtern
coverage-inherited =
    { $count ->
        [one] { NUMBER($count) } Einheit stammt aus: { $locale }
       *[other] { NUMBER($count) } Einheiten stammen aus: { $locale }
    }
coverage-age =
    { $days ->
        [0] heute
        [one] { NUMBER($days) } Tag
       *[other] { NUMBER($days) } Tage
    }
coverage-ready = Bereit zur Veröffentlichung
