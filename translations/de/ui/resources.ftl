## Die Liste

library-title = Materialien
library-introduction = Leitfäden, Berichte und Plakate zum Lesen, Drucken und Weitergeben.
library-count =
    { $count ->
        [0] Nichts passt zu dieser Auswahl
        [one] { NUMBER($count) } von { NUMBER($total) } Materialien
       *[other] { NUMBER($count) } von { NUMBER($total) } Materialien
    }
library-filter =
    .aria-label = Liste eingrenzen
filter-kind = Art
filter-topic = Thema
filter-year = Jahr
filter-language = Sprache
filter-all = Alle
filter-reset = Alles anzeigen
    .title = Alle Filter entfernen
library-order =
    { $order ->
        [title] Nach Titel sortiert
        [oldest] Älteste zuerst
       *[newest] Neueste zuerst
    }

## Eine Karte

resource-kind =
    { $kind ->
        [case-study] Fallstudie
        [checklist] Checkliste
        [country-overview] Länderübersicht
        [explainer] Erklärtext
        [guide] Leitfaden
        [interview] Interview
        [joint-statement] Gemeinsame Erklärung
        [leaflet] Faltblatt
        [lesson-plan] Unterrichtsentwurf
        [outcome-report] Ergebnisbericht
        [poster] Plakat
        [training] Schulungskonzept
       *[other] Material
    }
resource-published = { $publisher }, { $year }
resource-partners =
    { $count ->
        [one] Mit { $partners }
       *[other] Mit { $partners } ({ NUMBER($count) } Beteiligte)
    }
resource-open =
    { $kind ->
        [interview] Über das Interview lesen
        [poster] Plakat ansehen
       *[other] Lesen
    }
resource-download = Herunterladen
    .title = „{ $title }“ herunterladen
    .aria-label = „{ $title }“ herunterladen ({ $format }, { $size })
resource-print = Drucken
    .title = Auf A4 oder US-Letter drucken
resource-topics = Themen: { $topics }
resource-no-summary = In Ihrer Sprache gibt es noch keine Zusammenfassung.
resource-related =
    { $count ->
        [0] Nichts weiter zu diesem Thema
        [one] { NUMBER($count) } weiteres Material zu diesem Thema
       *[other] { NUMBER($count) } weitere Materialien zu diesem Thema
    }

## Sprachen eines Materials

resource-available-in = Verfügbar auf { $languages }
    .title = Nur Sprachen, deren Text auf dem neuesten Stand ist
resource-language-count =
    { $count ->
        [one] In { NUMBER($count) } Sprache
       *[other] In { NUMBER($count) } Sprachen
    }
resource-only-original = Nur auf { $language }, in der Originalsprache
resource-older-in = Eine ältere Fassung gibt es auf { $languages }
resource-original = Original: { $language }
    .title = Zuerst auf { $language } erschienen
resource-not-in-yours = Noch nicht in Ihrer Sprache
resource-ask-translation = Übersetzung wünschen
    .title = Teilen Sie uns mit, dass Sie „{ $title }“ auf { $language } brauchen
resource-offer-translation = Beim Übersetzen helfen

## Hinweise zum Alter einer Übersetzung

notice-translated-from = Übersetzt nach dem Text vom { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
notice-older =
    { $days ->
        [0] Das Original wurde heute geändert. Diese Übersetzung gibt das noch nicht wieder.
        [one] Das Original wurde vor { NUMBER($days) } Tag geändert. Diese Übersetzung gibt das noch nicht wieder.
       *[other] Das Original wurde vor { NUMBER($days) } Tagen geändert. Diese Übersetzung gibt das noch nicht wieder.
    }
    .aria-label = Diese Übersetzung ist älter als ihr Original
notice-older-parts =
    { $count ->
        [one] { NUMBER($count) } Absatz dieser Seite ist älter als das Original
       *[other] { NUMBER($count) } Absätze dieser Seite sind älter als das Original
    }
notice-see-original = Original ansehen
    .title = Öffnet den Text auf { $language }
notice-fallback = Dieser Teil erscheint auf { $language }, weil seine Übersetzung veraltet ist.
notice-helpline-withheld = Hier zeigen wir keine veraltete Übersetzung, damit Sie nie eine falsche Nummer bekommen.
notice-unverified = Dass diese Übersetzung stimmt, hat noch niemand bestätigt.
