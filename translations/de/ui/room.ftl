## Rahmen

room-skip = Zum Inhalt springen
room-handle = Ihr Kürzel
room-language = Sprache dieser Seiten
room-theme = Farben
room-theme-system = Wie das System
room-theme-light = Hell
room-theme-dark = Dunkel
room-set = Setzen
room-copy = Kopieren
room-copied = Kopiert
room-refused = Das hat nicht geklappt
number = { NUMBER($number) }
need-label =
    { $need ->
        [stale] Veraltet
        [moved] Verschoben
        [unverified] Unbestätigt
        [review] Zu prüfen
       *[missing] Fehlt
    }
    .title =
        { $need ->
            [stale] Nach einem Quelltext entstanden, der sich seither geändert hat
            [moved] Steht in anderer Reihenfolge als die Quelle
            [unverified] Außerhalb von { -hexapla } geändert; niemand hat es bestätigt
            [review] Stimmt mit der Quelle überein; ein Prüfer oder eine zweite Person muss noch darauf sehen
           *[missing] Noch nicht übersetzt
        }
queue-all = Alle
queue-change = Änderung
queue-state = Zustand
queue-apply = Anwenden
queue-reset = Alles zeigen
queue-none = Nichts, was wartet, passt zu diesen Filtern.
queue-start = Mit der ersten beginnen
told-all-seen = Sie haben alles auf dieser Liste gesehen.
told-nothing-back = Es gibt nichts rückgängig zu machen.
queue-pages = Seiten der Liste
queue-to-read =
    { $words ->
        [one] { NUMBER($words) } Wort neu zu lesen
       *[other] { NUMBER($words) } Wörter neu zu lesen
    }
unit-back = Zurück zur Liste
    .accesskey = q
unit-place = In der Liste
unit-age =
    { $days ->
        [0] seit heute
        [one] seit { NUMBER($days) } Tag
       *[other] seit { NUMBER($days) } Tagen
    }
unit-until = bis { $date }
unit-doubted = Jemand zweifelt daran
unit-waits = Wartet auf eine andere Sprache
unit-waits-for = Wartet auf { $locale }
unit-inherited = Übernommen aus { $locale }
unit-whole = Ganze Seite
    .accesskey = v
unit-open = Diese Einheit öffnen
unit-reload = Zeigen
unit-asset = Die ganze Datei ist die Einheit. Ersetzen Sie sie an ihrem Ort:
unit-insert = Einfügen
    .accesskey = i
terms-title = Begriffe
terms-used = verwendet
terms-avoid = Nicht zu verwenden:
terms-insert = Begriff einfügen
    .accesskey = t
unit-copy-source = Quelle übernehmen
    .accesskey = c
unit-offers = Andere Texte
    .accesskey = o
unit-give = als
unit-around = Davor und danach
unit-no-history = Noch hat niemand etwas dazu gesagt.
unit-draft = Was Sie hier zuvor geschrieben haben, ist wieder da.
unit-draft-late = Der Text hat sich geändert, seit Sie begonnen haben. Nichts wird überschrieben, bevor Sie beide gesehen haben.
unit-draft-late-source = Die Quelle hat sich geändert, seit Sie begonnen haben. Nichts wird überschrieben, bevor Sie gesehen haben, was neu ist.
unit-draft-both = Beide ansehen
unit-draft-drop = Verwerfen
gone-title = Diesen Text gibt es nicht mehr
gone-kept = Was Sie dafür geschrieben haben, zum Kopieren:
moved-on-target = Die Übersetzung hat sich geändert, während Sie gelesen haben. Bitte sehen Sie sich den neuen Text an.
moved-on-both = Quelle und Übersetzung haben sich geändert, während Sie gelesen haben. Bitte sehen Sie sich beide an.
unit-length = { NUMBER($count) } von { NUMBER($most) } Zeichen
unit-pictures = Wo es zu sehen ist
unit-steps =
    { $count ->
        [one] { NUMBER($count) } Schritt dazwischen
       *[other] { NUMBER($count) } Schritte dazwischen
    }
revision-by = von { $author }
history-label =
    { $what ->
        [attested] Bestätigt von { $handle }
        [doubted] Wieder geöffnet von { $handle }
        [proposed] Vorgeschlagen von { $handle }
        [placed] Reihenfolge angenommen von { $handle }
        [changed] Die Quelle hat sich geändert
        [seen] Die Quelle wurde zum ersten Mal gesehen
        [renamed] Hieß vorher { $handle }
       *[kept] Gilt weiter, sagt { $handle }
    }
offer-label =
    { $kind ->
        [earlier] Eine frühere Übersetzung genau dieses Textes
        [proposed] Vorgeschlagen von { $from }
        [memory] Derselbe Text in { $from }
        [patched] Die Übersetzung mit der Änderung darin
       *[as-it-is] Die Übersetzung, wie sie ist: sie enthält die Änderung schon
    }
offer-take = Übernehmen
offer-nothing = Es gibt keine anderen Texte.
preview-title = So wird es gelesen
preview-more =
    { $count ->
        [one] Und { NUMBER($count) } weitere Kombination.
       *[other] Und { NUMBER($count) } weitere Kombinationen.
    }
preview-most = Und mehr als { NUMBER($count) } weitere Kombinationen.
check-nothing = Die Prüfungen finden nichts.
check-not-done = Nicht geprüft:
check-no-answer = der Raum ist nicht zu erreichen. Was Sie schreiben, bleibt in diesem Browser.
severity-label =
    { $severity ->
        [error] Fehler
        [warning] Warnung
       *[note] Hinweis
    }
decide-not-yours = Sie können { $locale } ansehen, aber dort nichts entscheiden: Dafür braucht es eine dieser Rollen: { $roles }.
decide-people = Hier haben eine davon: { $people }.
decide-nobody = Hier hat noch niemand eine solche Rolle.
conflict-title = Jemand war schneller
conflict-text = Der Text hat sich geändert, seit Sie ihn geöffnet haben. Ihrer steht unten im Feld: führen Sie beide zusammen und nehmen Sie ihn noch einmal an.
conflict-begun = Wie er war, als Sie begannen
conflict-theirs = Wie er jetzt ist
conflict-mine = Wie Sie ihn geschrieben haben
conflict-by = { $handle } war schneller
conflict-source = Die Quelle hat sich geändert
conflict-source-text = Sie hat sich geändert, seit Sie begonnen haben. Ihr Text steht unten im Feld: sehen Sie nach, ob er dasselbe sagt, und nehmen Sie ihn noch einmal an.
document-source = Quelle
document-target = Übersetzung

## Tasten

keys-title = Tasten
keys-edit = Übersetzung bearbeiten
    .accesskey = e
keys-take = Den ersten der anderen Texte übernehmen
    .accesskey = p
keys-leave = Feld verlassen
keys-single = Einzelne Buchstaben wirken

## Abdeckung

coverage-everything = Alles
coverage-all = { NUMBER($percent) } % aktuell, in Wörtern
coverage-current-words = { NUMBER($current) } von { NUMBER($words) } Wörtern
coverage-units-of =
    { $count ->
        [one] { NUMBER($count) } Einheit
       *[other] { NUMBER($count) } Einheiten
    }

## Bibliothek, Veröffentlichung, Verlauf

room-library = Bibliothek
room-launch = Veröffentlichen
library-collection = Bibliothek: { $collection }
library-resource = Dokument
library-available = Verfügbar in
library-older =
    { $days ->
        [0] älter als das Original
        [one] { NUMBER($days) } Tag älter als das Original
       *[other] { NUMBER($days) } Tage älter als das Original
    }
launch-title = Vor der Veröffentlichung: { $channel }
launch-closed =
    { $count ->
        [one] { NUMBER($count) } Tor ist zu
       *[other] { NUMBER($count) } Tore sind zu
    }
gate-label =
    { $gate ->
        [serve] Was gezeigt werden darf
        [coverage] Abdeckung
        [state] Zustand
        [age] Alter
        [checks] Prüfungen
       *[bundles] Formen der Veröffentlichung
    }
launch-more =
    { $count ->
        [one] und { NUMBER($count) } weiterer Grund
       *[other] und { NUMBER($count) } weitere Gründe
    }
launch-people = Beheben können es { $people }
launch-ships = Was heute ausgeliefert würde
launch-own = In der eigenen Sprache
launch-fallen = In einer anderen Sprache
launch-blocked = Verhindert die Veröffentlichung
launch-build = Ausgabe bauen
launch-publish = Veröffentlichen
launch-from = Vom Kanal
launch-promote = Übernehmen
launch-version = Version
launch-last = Die vorige: { $version }
launch-roll-back = Zurückgehen
launch-present = Leser bekommen Version { $version }, Ausgabe { $release }.
launch-nothing-yet = Leser bekommen aus diesem Kanal noch nichts.
launch-moment = { $day }, { $time } UTC
launch-published = Veröffentlicht am { $moment }.
launch-built = Ausgabe { $release } wurde am { $moment } gebaut.
launch-is-present = Leser bekommen sie.
launch-was = Leser hatten sie als Version { $version } und bekommen jetzt eine andere.
launch-waits = Leser bekommen sie noch nicht: Sie ist nicht veröffentlicht.
launch-since =
    { $count ->
        [one] { NUMBER($count) } Einheit hat sich geändert, seit sie gebaut wurde. Die Ausgabe enthält diese Änderung nicht.
       *[other] { NUMBER($count) } Einheiten haben sich geändert, seit sie gebaut wurde. Die Ausgabe enthält diese Änderungen nicht.
    }
launch-see = Ansehen, was sich ändern würde
launch-of-before = Die Ausgabe ist von früher: Als sie gebaut wurde, waren die Tore offen, heute sind sie zu.
launch-publish-release = Ausgabe { $release } veröffentlichen
launch-why-build = Solange ein Tor zu ist, wird nichts gebaut.
launch-why-publish = Was zuletzt gebaut wurde, bekommen Leser schon. Bauen Sie eine Ausgabe, um etwas Neues zu veröffentlichen.
launch-what-promote = Übernehmen: Leser von { $channel } bekommen genau die Ausgabe, die Leser des anderen Kanals bekommen.
launch-what-back = Zurückgehen: Leser von { $channel } bekommen die Ausgabe einer früheren Version wieder, als neue Version.
launch-done-built = Ausgabe { $release } wurde gebaut.
launch-done-waits = Ausgabe { $release } wurde gebaut; Leser bekommen sie noch nicht.
launch-done-same = Ausgabe { $release } wurde gebaut: Leser bekommen sie schon.
launch-done-published = Leser bekommen von jetzt an Version { $version }, Ausgabe { $release }.
launch-done-promoted = Übernommen: Leser bekommen von jetzt an Version { $version }, Ausgabe { $release }.
launch-done-back = Zurückgegangen: Leser bekommen von jetzt an Version { $version }, Ausgabe { $release }.
activity-title = Verlauf
activity-newer = Neueres
activity-older = Älteres
activity-label =
    { $kind ->
        [changed] Die Quelle hat sich geändert
        [attested] Bestätigt von { $handle }
        [doubted] Wieder geöffnet von { $handle }
        [proposed] Vorgeschlagen von { $handle }
        [placed] Reihenfolge angenommen von { $handle }
       *[kept] Gilt weiter, sagt { $handle }
    }
activity-stale =
    { $count ->
        [one] { NUMBER($count) } Übersetzung ist seither veraltet:
       *[other] { NUMBER($count) } Übersetzungen sind seither veraltet:
    }

## Repository

sync-title = Repository
sync-waiting = Wartet auf einen Commit
sync-nothing = Nichts wartet auf einen Commit.
sync-nobody = Von niemandem bestätigt
sync-files =
    { $count ->
        [one] { NUMBER($count) } Datei
       *[other] { NUMBER($count) } Dateien
    }
sync-now = Committen und pushen
sync-last = Beim letzten Mal
sync-every =
    { $count ->
        [one] geschieht jede Minute von selbst
       *[other] geschieht alle { NUMBER($count) } Minuten von selbst
    }
sync-committed =
    { $count ->
        [one] { NUMBER($count) } Commit angelegt
       *[other] { NUMBER($count) } Commits angelegt
    }
sync-taken =
    { $count ->
        [one] { NUMBER($count) } Commit von { $branch } übernommen
       *[other] { NUMBER($count) } Commits von { $branch } übernommen
    }
sync-joined =
    { $count ->
        [one] { NUMBER($count) } Übersetzung Einheit für Einheit zusammengeführt
       *[other] { NUMBER($count) } Übersetzungen Einheit für Einheit zusammengeführt
    }
sync-pushed =
    { $count ->
        [one] { NUMBER($count) } Commit nach { $branch } gepusht
       *[other] { NUMBER($count) } Commits nach { $branch } gepusht
    }
sync-idle = Es gab nichts zu tun.
sync-alone = Der Branch folgt keinem anderen, deshalb wird nichts gepusht.

## Personen

people-title = Personen
people-sign-in = Anmelden
people-handle = Kürzel
people-password = Passwort
people-name = Name
people-invited = Sie sind eingeladen
people-invited-as = Sie werden: { $roles }
people-handle-note = Was Sie entscheiden, wird Ihrem Kürzel zugeschrieben, für immer. Es muss nicht Ihr Name sein.
people-password-note = Mindestens 12 Zeichen.
people-enter = Konto anlegen und eintreten
people-rights = Was sie dürfen
people-state = Konto
people-disable = Sperren
people-enable = Wieder einlassen
people-sign-out-all = Überall abmelden
people-invite = Einladen
people-invites = Offene Einladungen
people-invite-made = Senden Sie diese Adresse; sie gilt einmal, sieben Tage lang, und wird nicht noch einmal gezeigt:
tokens-title = Token
tokens-note = Mit einem Token fragt ein Programm nach dem, was Sie sehen dürfen, oder tut, was Sie tun dürfen, ohne Ihr Passwort. Wer es hat, kann dasselbe: Geben Sie jedem Programm ein eigenes, und entfernen Sie, was nichts mehr benutzt. Ein anderes Passwort lässt sie, wie sie sind.
tokens-reach = Es darf
tokens-reads = Nur lesen
tokens-all = Alles, was das Konto darf
tokens-end = Gilt bis
tokens-ended = Abgelaufen
tokens-endless = Ohne Ende
tokens-used = Zuletzt benutzt
tokens-unused = Nie
tokens-remove = Entfernen
tokens-make = Token anlegen
tokens-days = Für so viele Tage
tokens-days-note = Ohne Anzahl von Tagen gilt es, bis es entfernt wird.
tokens-made = Kopieren Sie das Token jetzt: Es wird nicht noch einmal gezeigt.
tokens-feed = Adresse für einen Feedreader
tokens-feed-made = Kopieren Sie diese Adresse jetzt in einen Feedreader: Sie wird nicht noch einmal gezeigt. Wer sie hat, kann lesen, was Sie sehen dürfen.
role-label =
    { $role ->
        [viewer] Leserin
        [translator] Übersetzerin
        [reviewer] Prüferin
        [editor] Redaktion
        [publisher] Herausgabe
       *[admin] Verwaltung
    }

## Kritische Texte, in allen Sprachen zugleich

emergency-title = Kritische Texte
emergency-text = Ein Fehler in diesen Texten kann Schaden anrichten. Zuerst kommen die veralteten.
emergency-nothing = Alle kritischen Texte sind überall geklärt.
emergency-settled =
    { $count ->
        [one] { NUMBER($count) } Text ist überall geklärt
       *[other] { NUMBER($count) } Texte sind überall geklärt
    }
emergency-stale =
    { $count ->
        [one] { NUMBER($count) } kritischer Text ist veraltet.
       *[other] { NUMBER($count) } kritische Texte sind veraltet.
    }
emergency-look = Ansehen, was Leser bekommen
emergency-link = In allen Sprachen
emergency-gets = Leser bekommen heute
emergency-released = In der letzten Ausgabe
emergency-given =
    { $kind ->
        [own] diese Übersetzung
        [fallback] den Text auf { $locale }
       *[nothing] nichts Neues: Der Text verhindert jede Ausgabe
    }
emergency-lacking = Nur im Ausgangstext:
emergency-extra = Nur in der Übersetzung:
emergency-why = Grund
emergency-block = Sperren
emergency-after = Danach bekommen Leser:
emergency-ships-anyway = Der Arbeitsablauf zeigt sie auch, wenn jemand daran zweifelt: Setzen Sie einen richtigen Text an ihre Stelle.
emergency-not-shown = Leser bekommen diese Übersetzung nicht; zu sperren gibt es nichts.
emergency-release = Was hier entschieden wird, erreicht Leser mit der nächsten Ausgabe.

## Wer woran arbeitet

claim-take = Ich arbeite daran
    .accesskey = m
    .title = Andere sehen, wer hier arbeitet
claim-release = Anderen überlassen
claim-yours =
    { $count ->
        [one] Noch { NUMBER($count) } Minute bei Ihnen
       *[other] Noch { NUMBER($count) } Minuten bei Ihnen
    }
claim-theirs = { $handle } arbeitet daran
claim-mine = Meine
claim-free = Freie
claim-no-accounts = Wer woran arbeitet, ist nur mit Konten bekannt, und dieser Raum hat keine: Dieser Filter lässt nichts weg.

## Verlauf und Unterschiede

trend-title = Die letzten zwölf Wochen
trend-week = Bis
trend-table = Als Tabelle
trend-note = Die Texte von heute, nach den Daten im Protokoll: Was übersetzt wurde und nicht mehr da ist, zählt nicht mit, und was sich ungesehen geändert hat, zählt als von Anfang an geändert.
launch-differs = Was sich seit Ausgabe { $release } ändern würde
launch-same = Für Leser würde sich nichts ändern.
launch-no-release = Für diesen Kanal wurde noch keine Ausgabe gebaut.
differ-label =
    { $change ->
        [added] Neu
        [changed] Geändert
       *[removed] Entfernt
    }

## Für Programme

api-title = Für Programme
api-note = Alles hier nimmt und gibt JSON, und für Programme gilt, was für Menschen gilt.
api-token = Ein Programm zeigt ein Token eines Kontos in einer Kopfzeile:
api-sign-in = Ein Programm meldet sich wie ein Browser mit Kürzel und Passwort an und behält das Cookie:
api-roles = für { $roles }
api-sent = Was gesendet wird
api-answer = Antwort { $status }
api-field = Feld
api-kind = Art
api-meaning = Bedeutung
api-optional = Freiwillig.
