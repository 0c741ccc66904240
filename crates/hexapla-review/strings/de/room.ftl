### More of the review room: what surrounds the pages, the queue, a unit and its keys.
### Keys (.accesskey) are single letters that the keyboards of the language have, each one only once.

## Frame

room-skip = Zum Inhalt springen
room-handle = Ihr Kürzel
room-language = Sprache dieser Seiten
room-theme = Farben
room-theme-system = Wie das System
room-theme-light = Hell
room-theme-dark = Dunkel
# A button behind a field: keeps what was chosen there.
room-set = Setzen
# A button: puts the text beside it where one can paste it from.
room-copy = Kopieren
room-copied = Kopiert
# The heading of a page that says why something could not be done.
room-refused = Das hat nicht geklappt
number = { NUMBER($number) }

# $need: why somebody has to look at a unit.
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
# A choice that leaves out nothing.
queue-all = Alle
# The kind of change, in the filter.
queue-change = Änderung
# The state of a translation, in the filter.
queue-state = Zustand
queue-apply = Anwenden
queue-reset = Alles zeigen
queue-none = Nichts, was wartet, passt zu diesen Filtern.
queue-start = Mit der ersten beginnen
# On the list of what waits, where one came to its end.
told-all-seen = Sie haben alles auf dieser Liste gesehen.
told-nothing-back = Es gibt nichts rückgängig zu machen.
queue-pages = Seiten der Liste
# $words: how many words have to be read again.
queue-to-read =
    { $words ->
        [one] { NUMBER($words) } Wort neu zu lesen
       *[other] { NUMBER($words) } Wörter neu zu lesen
    }
unit-back = Zurück zur Liste
    .accesskey = q
# Where the unit is: the way back to the queue, and to its neighbours there.
unit-place = In der Liste
# $days: for how many days the translation has been stale.
unit-age =
    { $days ->
        [0] seit heute
        [one] seit { NUMBER($days) } Tag
       *[other] seit { NUMBER($days) } Tagen
    }
# $date: the day on which the old source was replaced.
unit-until = bis { $date }
unit-doubted = Jemand zweifelt daran
unit-waits = Wartet auf eine andere Sprache
# $locale: the translation that this one is made from, and that has to be settled first.
unit-waits-for = Wartet auf { $locale }
unit-inherited = Übernommen aus { $locale }
unit-whole = Ganze Seite
    .accesskey = v
unit-open = Diese Einheit öffnen
unit-reload = Zeigen
unit-asset = Die ganze Datei ist die Einheit. Ersetzen Sie sie an ihrem Ort:
unit-insert = Einfügen
    .accesskey = i
# The heading of what the glossary says of the words of a text.
terms-title = Begriffe
# Behind a term of the glossary that the translation has.
terms-used = verwendet
# Before terms.
terms-avoid = Nicht zu verwenden:
terms-insert = Begriff einfügen
    .accesskey = t
unit-copy-source = Quelle übernehmen
    .accesskey = c
unit-offers = Andere Texte
    .accesskey = o
# The label of the list of states that can be given.
unit-give = als
unit-around = Davor und danach
unit-no-history = Noch hat niemand etwas dazu gesagt.
unit-draft = Was Sie hier zuvor geschrieben haben, ist wieder da.
unit-draft-late = Der Text hat sich geändert, seit Sie begonnen haben. Nichts wird überschrieben, bevor Sie beide gesehen haben.
unit-draft-late-source = Die Quelle hat sich geändert, seit Sie begonnen haben. Nichts wird überschrieben, bevor Sie gesehen haben, was neu ist.
unit-draft-both = Beide ansehen
unit-draft-drop = Verwerfen
# The heading of a page in the place of a text whose source was removed.
gone-title = Diesen Text gibt es nicht mehr
# Before a text that somebody wrote and that cannot be kept in its place.
gone-kept = Was Sie dafür geschrieben haben, zum Kopieren:
moved-on-target = Die Übersetzung hat sich geändert, während Sie gelesen haben. Bitte sehen Sie sich den neuen Text an.
moved-on-both = Quelle und Übersetzung haben sich geändert, während Sie gelesen haben. Bitte sehen Sie sich beide an.
# $count: how many characters the translation has.  $most: how many it may have.
unit-length = { NUMBER($count) } von { NUMBER($most) } Zeichen
unit-pictures = Wo es zu sehen ist
# $count: how often the source changed since the translation was made.
unit-steps =
    { $count ->
        [one] { NUMBER($count) } Schritt dazwischen
       *[other] { NUMBER($count) } Schritte dazwischen
    }
# $author: who made a change of the source, by name.
revision-by = von { $author }
# $what: what was said.  $handle: by whom, or what the file was called.
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
# $kind: where a text comes from.  $from: who proposed it, or where it stands.
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
# The heading of a table: what a message says for each of its variants.
preview-title = So wird es gelesen
# $count: how many combinations of what chooses among the variants of a message are not in that table; 1000000 stands for as many or more.
preview-more =
    { $count ->
        [one] Und { NUMBER($count) } weitere Kombination.
       *[other] Und { NUMBER($count) } weitere Kombinationen.
    }
preview-most = Und mehr als { NUMBER($count) } weitere Kombinationen.
check-nothing = Die Prüfungen finden nichts.
# Before the reason.
check-not-done = Nicht geprüft:
check-no-answer = der Raum ist nicht zu erreichen. Was Sie schreiben, bleibt in diesem Browser.
severity-label =
    { $severity ->
        [error] Fehler
        [warning] Warnung
       *[note] Hinweis
    }
# Told to people who may look at a text and not decide about it.  $locale: the locale.  $roles: a list of roles.
decide-not-yours = Sie können { $locale } ansehen, aber dort nichts entscheiden: Dafür braucht es eine dieser Rollen: { $roles }.
# $people: a list of handles.
decide-people = Hier haben eine davon: { $people }.
decide-nobody = Hier hat noch niemand eine solche Rolle.
# Two people changed one unit.
conflict-title = Jemand war schneller
conflict-text = Der Text hat sich geändert, seit Sie ihn geöffnet haben. Ihrer steht unten im Feld: führen Sie beide zusammen und nehmen Sie ihn noch einmal an.
conflict-begun = Wie er war, als Sie begannen
conflict-theirs = Wie er jetzt ist
conflict-mine = Wie Sie ihn geschrieben haben
# $handle: who changed the text first.
conflict-by = { $handle } war schneller
conflict-source = Die Quelle hat sich geändert
conflict-source-text = Sie hat sich geändert, seit Sie begonnen haben. Ihr Text steht unten im Feld: sehen Sie nach, ob er dasselbe sagt, und nehmen Sie ihn noch einmal an.
document-source = Quelle
document-target = Übersetzung

## Keys

keys-title = Tasten
keys-edit = Übersetzung bearbeiten
    .accesskey = e
keys-take = Den ersten der anderen Texte übernehmen
    .accesskey = p
keys-leave = Feld verlassen
keys-single = Einzelne Buchstaben wirken

# The row or column that sums up all others.
coverage-everything = Alles
# $percent: how many percent of all words are current.
coverage-all = { NUMBER($percent) } % aktuell, in Wörtern
# $current: how many words have a current translation.  $words: how many there are.
coverage-current-words = { NUMBER($current) } von { NUMBER($words) } Wörtern
coverage-units-of =
    { $count ->
        [one] { NUMBER($count) } Einheit
       *[other] { NUMBER($count) } Einheiten
    }

## Library, launch, activity

room-library = Bibliothek
room-launch = Veröffentlichen
# $collection: its name.
library-collection = Bibliothek: { $collection }
library-resource = Dokument
library-available = Verfügbar in
# $days: since when the original is newer than the translation.
library-older =
    { $days ->
        [0] älter als das Original
        [one] { NUMBER($days) } Tag älter als das Original
       *[other] { NUMBER($days) } Tage älter als das Original
    }
# $channel: a name for what a group of readers gets, such as “stable”.
launch-title = Vor der Veröffentlichung: { $channel }
# $count: how many gates are closed, by locale and collection.
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
# $people: their handles.
launch-people = Beheben können es { $people }
launch-ships = Was heute ausgeliefert würde
launch-own = In der eigenen Sprache
launch-fallen = In einer anderen Sprache
launch-blocked = Verhindert die Veröffentlichung
launch-build = Ausgabe bauen
launch-publish = Veröffentlichen
# Before a list of channels: the one whose release is taken over.
launch-from = Vom Kanal
# Publishes here what another channel has.
launch-promote = Übernehmen
launch-version = Version
# In a list of versions: the one before the present one.  $version: its number, its release and its date.
launch-last = Die vorige: { $version }
launch-roll-back = Zurückgehen
# $version: a number.  $release: the short name of a release.
launch-present = Leser bekommen Version { $version }, Ausgabe { $release }.
launch-nothing-yet = Leser bekommen aus diesem Kanal noch nichts.
# $day: a day, written out.  $time: hours and minutes.
launch-moment = { $day }, { $time } UTC
# $moment: a day and a time.
launch-published = Veröffentlicht am { $moment }.
launch-built = Ausgabe { $release } wurde am { $moment } gebaut.
# What becomes of that release, behind the sentence before: readers get it, had it once, or never got it.
launch-is-present = Leser bekommen sie.
launch-was = Leser hatten sie als Version { $version } und bekommen jetzt eine andere.
launch-waits = Leser bekommen sie noch nicht: Sie ist nicht veröffentlicht.
# $count: how many units are other ones than in the release that was built last.
launch-since =
    { $count ->
        [one] { NUMBER($count) } Einheit hat sich geändert, seit sie gebaut wurde. Die Ausgabe enthält diese Änderung nicht.
       *[other] { NUMBER($count) } Einheiten haben sich geändert, seit sie gebaut wurde. Die Ausgabe enthält diese Änderungen nicht.
    }
# A link to what would change for readers.
launch-see = Ansehen, was sich ändern würde
# Of a release that is not published yet, where the gates are closed.
launch-of-before = Die Ausgabe ist von früher: Als sie gebaut wurde, waren die Tore offen, heute sind sie zu.
launch-publish-release = Ausgabe { $release } veröffentlichen
# Why a button does nothing.
launch-why-build = Solange ein Tor zu ist, wird nichts gebaut.
launch-why-publish = Was zuletzt gebaut wurde, bekommen Leser schon. Bauen Sie eine Ausgabe, um etwas Neues zu veröffentlichen.
# What two buttons do, each by its name.
launch-what-promote = Übernehmen: Leser von { $channel } bekommen genau die Ausgabe, die Leser des anderen Kanals bekommen.
launch-what-back = Zurückgehen: Leser von { $channel } bekommen die Ausgabe einer früheren Version wieder, als neue Version.
# What was just done.
launch-done-built = Ausgabe { $release } wurde gebaut.
launch-done-waits = Ausgabe { $release } wurde gebaut; Leser bekommen sie noch nicht.
launch-done-same = Ausgabe { $release } wurde gebaut: Leser bekommen sie schon.
launch-done-published = Leser bekommen von jetzt an Version { $version }, Ausgabe { $release }.
launch-done-promoted = Übernommen: Leser bekommen von jetzt an Version { $version }, Ausgabe { $release }.
launch-done-back = Zurückgegangen: Leser bekommen von jetzt an Version { $version }, Ausgabe { $release }.
activity-title = Verlauf
activity-newer = Neueres
activity-older = Älteres
# $kind: what happened.  $handle: who did it.
activity-label =
    { $kind ->
        [changed] Die Quelle hat sich geändert
        [attested] Bestätigt von { $handle }
        [doubted] Wieder geöffnet von { $handle }
        [proposed] Vorgeschlagen von { $handle }
        [placed] Reihenfolge angenommen von { $handle }
       *[kept] Gilt weiter, sagt { $handle }
    }
# $count: how many translations, in all locales, a change of the source made stale; their locales follow.
activity-stale =
    { $count ->
        [one] { NUMBER($count) } Übersetzung ist seither veraltet:
       *[other] { NUMBER($count) } Übersetzungen sind seither veraltet:
    }

## Repository

# The heading of the page on what is committed with git, and of the link to it.
sync-title = Repository
# The heading of a list of files.
sync-waiting = Wartet auf einen Commit
sync-nothing = Nichts wartet auf einen Commit.
# Stands where the names of people would: nobody has confirmed what is in the files.
sync-nobody = Von niemandem bestätigt
# $count: how many files.
sync-files =
    { $count ->
        [one] { NUMBER($count) } Datei
       *[other] { NUMBER($count) } Dateien
    }
# A button: commits what waits, takes over what others did, and pushes.
sync-now = Committen und pushen
# The heading above what was done the last time.
sync-last = Beim letzten Mal
# $count: how many minutes.
sync-every =
    { $count ->
        [one] geschieht jede Minute von selbst
       *[other] geschieht alle { NUMBER($count) } Minuten von selbst
    }
# $count: how many commits were made.
sync-committed =
    { $count ->
        [one] { NUMBER($count) } Commit angelegt
       *[other] { NUMBER($count) } Commits angelegt
    }
# $count: how many commits of others.  $branch: where from, such as “origin/main”.
sync-taken =
    { $count ->
        [one] { NUMBER($count) } Commit von { $branch } übernommen
       *[other] { NUMBER($count) } Commits von { $branch } übernommen
    }
# $count: how many files that were changed here and there.
sync-joined =
    { $count ->
        [one] { NUMBER($count) } Übersetzung Einheit für Einheit zusammengeführt
       *[other] { NUMBER($count) } Übersetzungen Einheit für Einheit zusammengeführt
    }
# $count: how many commits.  $branch: where to, such as “origin/main”.
sync-pushed =
    { $count ->
        [one] { NUMBER($count) } Commit nach { $branch } gepusht
       *[other] { NUMBER($count) } Commits nach { $branch } gepusht
    }
sync-idle = Es gab nichts zu tun.
sync-alone = Der Branch folgt keinem anderen, deshalb wird nichts gepusht.

## People

people-title = Personen
people-sign-in = Anmelden
people-handle = Kürzel
people-password = Passwort
people-name = Name
people-invited = Sie sind eingeladen
# $roles: what the person becomes, such as translator.
people-invited-as = Sie werden: { $roles }
people-handle-note = Was Sie entscheiden, wird Ihrem Kürzel zugeschrieben, für immer. Es muss nicht Ihr Name sein.
people-password-note = Mindestens 12 Zeichen.
people-enter = Konto anlegen und eintreten
# The head of a column.
people-rights = Was sie dürfen
# The head of a column: whether the account is in use.
people-state = Konto
people-disable = Sperren
people-enable = Wieder einlassen
people-sign-out-all = Überall abmelden
people-invite = Einladen
people-invites = Offene Einladungen
people-invite-made = Senden Sie diese Adresse; sie gilt einmal, sieben Tage lang, und wird nicht noch einmal gezeigt:
# A token is a secret text by which a program, such as a script or a feed reader, is let in.
tokens-title = Token
tokens-note = Mit einem Token fragt ein Programm nach dem, was Sie sehen dürfen, oder tut, was Sie tun dürfen, ohne Ihr Passwort. Wer es hat, kann dasselbe: Geben Sie jedem Programm ein eigenes, und entfernen Sie, was nichts mehr benutzt. Ein anderes Passwort lässt sie, wie sie sind.
# Heads of columns. What the program may do: “Only read” or “All that the account may”.
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
# Before a field: for how many days the token is good.
tokens-days = Für so viele Tage
tokens-days-note = Ohne Anzahl von Tagen gilt es, bis es entfernt wird.
tokens-made = Kopieren Sie das Token jetzt: Es wird nicht noch einmal gezeigt.
# A button: makes a token that only reads, and tells an address with it in it.
tokens-feed = Adresse für einen Feedreader
tokens-feed-made = Kopieren Sie diese Adresse jetzt in einen Feedreader: Sie wird nicht noch einmal gezeigt. Wer sie hat, kann lesen, was Sie sehen dürfen.
# $role: what somebody is in the project.
role-label =
    { $role ->
        [viewer] Leserin
        [translator] Übersetzerin
        [reviewer] Prüferin
        [editor] Redaktion
        [publisher] Herausgabe
       *[admin] Verwaltung
    }

## Critical texts, in all locales at once

emergency-title = Kritische Texte
emergency-text = Ein Fehler in diesen Texten kann Schaden anrichten. Zuerst kommen die veralteten.
# Where each critical text is current in every locale.
emergency-nothing = Alle kritischen Texte sind überall geklärt.
# $count: how many critical texts wait for nobody.
emergency-settled =
    { $count ->
        [one] { NUMBER($count) } Text ist überall geklärt
       *[other] { NUMBER($count) } Texte sind überall geklärt
    }
# $count: how many critical texts are stale in some locale.
emergency-stale =
    { $count ->
        [one] { NUMBER($count) } kritischer Text ist veraltet.
       *[other] { NUMBER($count) } kritische Texte sind veraltet.
    }
emergency-look = Ansehen, was Leser bekommen
# A link from a text in one locale to the same text in all of them.
emergency-link = In allen Sprachen
emergency-gets = Leser bekommen heute
# The text in the newest release that was built.
emergency-released = In der letzten Ausgabe
# $kind: what readers get of a text.  $locale: the language of it.
emergency-given =
    { $kind ->
        [own] diese Übersetzung
        [fallback] den Text auf { $locale }
       *[nothing] nichts Neues: Der Text verhindert jede Ausgabe
    }
# Before numbers and addresses, such as telephone numbers.
emergency-lacking = Nur im Ausgangstext:
emergency-extra = Nur in der Übersetzung:
emergency-why = Grund
# Keeps a translation from being shown until somebody settles it.
emergency-block = Sperren
emergency-after = Danach bekommen Leser:
emergency-ships-anyway = Der Arbeitsablauf zeigt sie auch, wenn jemand daran zweifelt: Setzen Sie einen richtigen Text an ihre Stelle.
emergency-not-shown = Leser bekommen diese Übersetzung nicht; zu sperren gibt es nichts.
emergency-release = Was hier entschieden wird, erreicht Leser mit der nächsten Ausgabe.

## Claims
## “I am working on it”: others see it, and may still decide.

claim-take = Ich arbeite daran
    .accesskey = m
    .title = Andere sehen, wer hier arbeitet
claim-release = Anderen überlassen
# $count: for how many minutes the unit is still claimed by the reader.
claim-yours =
    { $count ->
        [one] Noch { NUMBER($count) } Minute bei Ihnen
       *[other] Noch { NUMBER($count) } Minuten bei Ihnen
    }
# $handle: who works on it.
claim-theirs = { $handle } arbeitet daran
claim-mine = Meine
# In a filter: units that nobody works on.
claim-free = Freie
# In the place of a filter by who works on what.
claim-no-accounts = Wer woran arbeitet, ist nur mit Konten bekannt, und dieser Raum hat keine: Dieser Filter lässt nichts weg.

## Trend and differences

trend-title = Die letzten zwölf Wochen
# The head of a column: the day on which a week ended.
trend-week = Bis
trend-table = Als Tabelle
trend-note = Die Texte von heute, nach den Daten im Protokoll: Was übersetzt wurde und nicht mehr da ist, zählt nicht mit, und was sich ungesehen geändert hat, zählt als von Anfang an geändert.
# $release: the short name of a release.
launch-differs = Was sich seit Ausgabe { $release } ändern würde
launch-same = Für Leser würde sich nichts ändern.
launch-no-release = Für diesen Kanal wurde noch keine Ausgabe gebaut.
# $change: what would become of some texts. Heads of columns.
differ-label =
    { $change ->
        [added] Neu
        [changed] Geändert
       *[removed] Entfernt
    }

## For programs: what is here stands beside names and words that programs read, which stay in English

# The heading of a page that tells programmers what programs may ask this application for.
api-title = Für Programme
api-note = Alles hier nimmt und gibt JSON, und für Programme gilt, was für Menschen gilt.
# Before a command that does it.
api-token = Ein Programm zeigt ein Token eines Kontos in einer Kopfzeile:
# Before the commands that do it.
api-sign-in = Ein Programm meldet sich wie ein Browser mit Kürzel und Passwort an und behält das Cookie:
# $roles: a list of roles, such as “Translator, Editor”.
api-roles = für { $roles }
# The heading of what a program sends along.
api-sent = Was gesendet wird
# $status: the number by which HTTP tells what came of it, or “default” for all others.
api-answer = Antwort { $status }
# Heads of columns: the name of a field, what kind of value it has, and what it means.
api-field = Feld
api-kind = Art
api-meaning = Bedeutung
# Before the meaning of a field that need not be sent.
api-optional = Freiwillig.
