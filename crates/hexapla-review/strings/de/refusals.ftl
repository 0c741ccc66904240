### Why the review room does not do what it was asked to: a fragment without a capital and without a full
### stop; .hint is the next step, told behind it. What stands between ` and ` stays as it is.
### $unit: the address of a text.  $locale: a tag, such as “de”.  $handle: the name that somebody chose.

## Deciding about a text

refuse-no-text = es gibt keinen Text, der angenommen werden könnte
    .hint = schreiben Sie die Übersetzung, oder überspringen Sie die Einheit
refuse-unsure =
    { $count ->
        [one] ein Fehler in diesem Text richtet Schaden an, und die Prüfungen finden { NUMBER($count) } Fehler
       *[other] ein Fehler in diesem Text richtet Schaden an, und die Prüfungen finden { NUMBER($count) } Fehler
    }
    .hint = beheben Sie ihn; wer sich des Textes sicher ist, entscheidet noch einmal
refuse-everywhere = für alle Sprachen zu sprechen, verlangt die Rolle Redaktion
    .hint = sagen Sie, dass sie in Ihrer eigenen Sprache weiterhin gilt
refuse-changed = der Text hat sich geändert, seit Sie ihn geöffnet haben
    .hint = es wurde nichts geschrieben: laden Sie die Seite neu, und führen Sie beides zusammen
refuse-moved-on = `{ $unit }` ist nicht mehr, wie es gezeigt wurde
    .reload = laden Sie die Seite neu, und entscheiden Sie noch einmal
    .diff = sehen Sie es mit `hexapla diff` noch einmal an
# $problem: in English.
refuse-ledger = ein Teil des Protokolls kann nicht gelesen werden: { $problem }
    .hint = es kann nichts entschieden werden, bis die Datei wiederhergestellt ist
refuse-nobody = jede Entscheidung wird jemandem zugeschrieben
    .hint = sagen Sie, unter welchem Kürzel Sie genannt werden wollen; es bleibt für immer verzeichnet
refuse-nothing-back = in diesem Besuch gibt es nichts rückgängig zu machen
refuse-not-yours = Sie dürfen in `{ $locale }` nichts entscheiden
refuse-was-stale = `{ $unit }` war schon veraltet, bevor daran gezweifelt wurde
    .hint = für sie einzustehen, ist eine andere Entscheidung: nehmen Sie einen Text für sie an
refuse-no-source = `{ $unit }` hat keinen Ausgangstext mehr
# $pivot: the locale that the translation is made from.
refuse-no-pivot = `{ $unit }` hat in `{ $pivot }` noch keine Übersetzung, aus der `{ $locale }` entsteht
    .hint = entscheiden Sie zuerst in `{ $pivot }`
refuse-no-target = `{ $unit }` hat in `{ $locale }` noch keine Übersetzung
    .hint = schreiben Sie eine mit `--text`, oder legen Sie die Seite mit `hexapla fill --locale { $locale }` an
# $freshness: current, stale, missing, unverified, obsolete or moved.
refuse-not-stale =
    { $freshness ->
        [current] `{ $unit }` ist in `{ $locale }` aktuell, behalten lässt sich nur eine veraltete Übersetzung
        [missing] `{ $unit }` fehlt in `{ $locale }`, behalten lässt sich nur eine veraltete Übersetzung
        [unverified] `{ $unit }` ist in `{ $locale }` unbestätigt, behalten lässt sich nur eine veraltete Übersetzung
        [obsolete] `{ $unit }` ist in `{ $locale }` hinfällig, behalten lässt sich nur eine veraltete Übersetzung
       *[other] der Stand von `{ $unit }` in `{ $locale }` ist { $freshness }, behalten lässt sich nur eine veraltete Übersetzung
    }
    .hint = verwenden Sie `hexapla accept`
refuse-not-current =
    { $freshness ->
        [missing] `{ $unit }` fehlt in `{ $locale }`, wieder öffnen lässt sich nur eine aktuelle oder veraltete Übersetzung
        [unverified] `{ $unit }` ist in `{ $locale }` unbestätigt, wieder öffnen lässt sich nur eine aktuelle oder veraltete Übersetzung
        [obsolete] `{ $unit }` ist in `{ $locale }` hinfällig, wieder öffnen lässt sich nur eine aktuelle oder veraltete Übersetzung
       *[other] der Stand von `{ $unit }` in `{ $locale }` ist { $freshness }, wieder öffnen lässt sich nur eine aktuelle oder veraltete Übersetzung
    }
    .hint = sie steht schon auf der Liste dessen, was zu prüfen ist
# $from: the locale that the translation is taken from.
refuse-inherited = `{ $unit }` wird in `{ $locale }` aus `{ $from }` übernommen
    .hint = entscheiden Sie in `{ $from }`, oder geben Sie ihr mit `--text` einen eigenen Text
refuse-blocks =
    { $count ->
        [one] die Übersetzung von `{ $unit }` hat { NUMBER($count) } Block, der Text nicht
       *[other] die Übersetzung von `{ $unit }` hat { NUMBER($count) } Blöcke, der Text nicht
    }
    .hint =
        { $count ->
            [one] geben Sie { NUMBER($count) } Text ohne leere Zeile an, oder bearbeiten Sie die Datei
           *[other] geben Sie { NUMBER($count) } Texte mit einer leeren Zeile dazwischen an, oder bearbeiten Sie die Datei
        }

## What there is not

refuse-no-page = diese Seite gibt es nicht
refuse-no-unit = diese Einheit gibt es nicht mehr
refuse-unit-gone = die Einheit `{ $unit }` gibt es nicht mehr
    .hint = vielleicht hat sich ihr Ausgangstext geändert: suchen Sie sie auf der Liste
refuse-unit-gone-in = die Einheit `{ $unit }` gibt es in `{ $locale }` nicht mehr
    .hint = vielleicht hat sich ihr Ausgangstext geändert: suchen Sie sie in der Warteschlange
# $text: what was asked for.
refuse-unit-name = `{ $text }` ist keine Einheit
    .hint = Einheiten heißen so: `pages/about#title`
# $resource: the name of a file of texts.
refuse-no-resource = die Ressource `{ $resource }` gibt es nicht
    .short = die Ressource `{ $resource }` gibt es nicht
refuse-resource-name = `{ $text }` ist keine Ressource
    .hint = Ressourcen heißen so: `pages/about`
refuse-no-locale = das Projekt wird nicht in `{ $locale }` übersetzt
    .hint = siehe `locales` in hexapla.toml
    .here = es wird in { $locales } übersetzt
refuse-no-collection = die Sammlung `{ $wanted }` gibt es nicht
    .hint = siehe `[collections]` in hexapla.toml
refuse-no-channel = kein Arbeitsablauf hat einen Kanal `{ $wanted }`
    .hint = siehe `[channels]` in den Arbeitsabläufen
refuse-not-critical = `{ $unit }` ist keine kritische Einheit
    .hint = ihr Arbeitsablauf verlangt nur eine Person, und nicht jeder Text davon wird behalten

## Who may do what

refuse-may-not = Sie dürfen das hier nicht tun
    .hint = dazu braucht es eine dieser Rollen: { $roles }
# $roles: names of roles.  $role: one more.
refuse-roles = { $roles }, { $role }
role-viewer = Leserin
role-translator = Übersetzerin
role-reviewer = Prüferin
role-editor = Redaktion
role-publisher = Herausgabe
role-admin = Verwaltung
refuse-signed-out = niemand ist angemeldet
    .hint = melden Sie sich an, gern in einem anderen Fenster: was Sie geschrieben haben, bleibt
refuse-other-visit = dieses Formular wurde für einen anderen Besuch gemacht
    .hint = laden Sie die Seite neu und senden Sie es noch einmal: was Sie geschrieben haben, bleibt
refuse-send-again = nichts ist geschehen: sehen Sie es sich an und senden Sie es noch einmal
refuse-other-site = das hat eine andere Website gesendet
    .hint = öffnen Sie den Raum selbst
refuse-no-accounts = dieser Raum hat keine Konten
    .hint = `hexapla people add HANDLE --role admin` legt das erste an

## Too much, too fast

refuse-slow = das Formular kam nicht rechtzeitig an
refuse-large = das Formular ist zu groß oder kam nicht ganz an
    .hint = ein Formular darf 4 MiB haben
# $wait: milliseconds.  $most: how many requests.
refuse-pace = zu viele Anfragen auf einmal
    .hint = warten Sie { NUMBER($wait) } ms, dann weiter mit höchstens { NUMBER($most) } in der Sekunde
refuse-at-it = jemand tut das gerade schon
    .hint = sehen Sie gleich noch einmal nach

## Before a launch

refuse-unread = ein Teil des Projekts kann nicht gelesen werden
    .hint = er würde der Ausgabe fehlen: kümmern Sie sich zuerst um die oben genannten Dateien
# $count: how many reasons.
refuse-closed =
    { $count ->
        [one] `{ $channel }` ist aus { NUMBER($count) } Grund geschlossen
       *[other] `{ $channel }` ist aus { NUMBER($count) } Gründen geschlossen
    }
    .hint = die Seite des Kanals nennt sie
# $release: the short name of a release.
refuse-built-since = seither wurde eine andere Ausgabe als `{ $release }` gebaut
refuse-no-publishing = dieser Raum veröffentlicht nicht
    .hint = starten Sie ihn mit `hexapla serve --publish-to STORE`

## Accounts

refuse-taken = `{ $handle }` ist vergeben
    .hint = nehmen Sie ein anderes Kürzel; Großbuchstaben machen es zu keinem anderen
refuse-no-account = das Konto `{ $handle }` gibt es nicht
refuse-disabled = das Konto `{ $handle }` ist gesperrt
    .hint = die Verwaltung kann es wieder freigeben
refuse-wrong = das Kürzel oder das Passwort stimmt nicht
    .hint = versuchen Sie es noch einmal, oder bitten Sie die Verwaltung um ein neues Passwort
# $seconds: for how long.
refuse-wait =
    { $seconds ->
        [one] zu viele falsche Passwörter: warten Sie { NUMBER($seconds) } Sekunde bis zum nächsten
       *[other] zu viele falsche Passwörter: warten Sie { NUMBER($seconds) } Sekunden bis zum nächsten
    }
refuse-short = das Passwort ist zu kurz: erwartet werden mindestens { NUMBER($least) } Zeichen
    .hint = nehmen Sie vier oder fünf Wörter, die nichts miteinander zu tun haben
refuse-long = das Passwort ist zu lang: erwartet werden höchstens { NUMBER($most) } Byte
    .hint = nehmen Sie ein paar Wörter
refuse-is-handle = das Passwort ist das Kürzel, das alle kennen
refuse-control = das Passwort enthält ein Steuerzeichen, etwa ein Zeilenende oder einen Tabulator
    .hint = lassen Sie es weg
refuse-name = das ist kein Name: erwartet werden 1 bis 100 sichtbare Zeichen
    .hint = nehmen Sie den Namen, unter dem andere Sie kennen
refuse-handle = `{ $text }` ist kein Kürzel: erwartet werden 1 bis 32 Buchstaben, Ziffern, `-`, `_` oder `.`
refuse-no-admin = `{ $handle }` verwaltet diesen Raum nicht
    .hint = fragen Sie jemanden, der es tut
refuse-last-admin = `{ $handle }` verwaltet diesen Raum als Letzte oder Letzter
    .hint = geben Sie diese Rolle zuerst jemand anderem
refuse-no-role = eine Einladung braucht eine Rolle
    .hint = `viewer` sieht nur zu
refuse-no-invite = die Einladung gilt nicht oder nicht mehr
    .hint = bitten Sie die Verwaltung um eine andere
refuse-invite-for = die Einladung ist für `{ $handle }`
    .hint = nehmen Sie dieses Kürzel, oder bitten Sie die Verwaltung um eine andere Einladung
# $until: a date and a time.
refuse-claimed = `{ $handle }` arbeitet daran, bis { $until }
    .hint = bitten Sie darum, sie freizugeben, oder nehmen Sie eine andere Einheit
# $name: what its owner calls it.
refuse-token-taken = ein Token `{ $name }` gibt es schon
    .hint = nehmen Sie einen anderen Namen, oder entfernen Sie zuerst jenes
refuse-no-token = dieses Token gibt es nicht
# $count: how many.
refuse-many-tokens =
    { $count ->
        [one] es gibt schon { NUMBER($count) } Token
       *[other] es gibt schon { NUMBER($count) } Token
    }
    .hint = entfernen Sie die, die nichts verwendet
refuse-days = `{ $text }` ist keine Zahl von Tagen
    .hint = erwartet wird 1 bis { NUMBER($most) }, oder nichts
# The roles of an account count for less than they seem to.  $handle: whose.  $rights: what of them counts.
people-counts-not = hexapla.toml nennt Personen und gibt `{ $handle }` nichts davon: Kein Zustand, den sie vergeben, zählt
people-counts-less = hexapla.toml gibt `{ $handle }` weniger: Nur { $rights } zählt
# $roles: roles by their names.  $locales: tags.
people-roles-in = { $roles } in { $locales }

## Why a gate of a channel is closed
## $freshness: stale, unverified, missing or current.  $state, $least: initial, translated, reviewed or final.

gate-blocked =
    { $freshness ->
        [stale] veraltet
        [unverified] unbestätigt
        [missing] fehlt
       *[other] { $freshness }
    } und durch eine Auslieferungsregel gesperrt
gate-state =
    { $state ->
        [initial] anfänglich
        [translated] übersetzt
        [reviewed] geprüft
       *[other] { $state }
    }, erwartet wird { $least ->
        [translated] übersetzt
        [reviewed] geprüft
        [final] endgültig
       *[other] { $least }
    }
gate-state-several =
    { $state ->
        [initial] anfänglich
        [translated] übersetzt
        [reviewed] geprüft
       *[other] { $state }
    }, erwartet wird { $least ->
        [translated] übersetzt
        [reviewed] geprüft
        [final] endgültig
       *[other] { $least }
    } durch { NUMBER($people) } Personen
# $date: such as 2026-10-01.
gate-age =
    veraltet seit { $date }, erwartet { $days ->
        [one] wird höchstens { NUMBER($days) } Tag
       *[other] werden höchstens { NUMBER($days) } Tage
    }
gate-age-unknown =
    veraltet seit unbekannter Zeit, erwartet { $days ->
        [one] wird höchstens { NUMBER($days) } Tag
       *[other] werden höchstens { NUMBER($days) } Tage
    }
# $percent, $least: such as 16.6.
gate-coverage-units = { NUMBER($part) } von { NUMBER($all) } Einheiten sind aktuell ({ $percent } %), erwartet werden mindestens { $least } %
gate-coverage-words = { NUMBER($part) } von { NUMBER($all) } Wörtern sind aktuell ({ $percent } %), erwartet werden mindestens { $least } %
gate-no-utf8 = der Ausgangstext ist kein UTF-8
gate-no-toml = der Ausgangstext ist kein TOML
# $check: the name of a check, such as number-differs.  $message: what it found.
gate-check = { $check }: { $message }
