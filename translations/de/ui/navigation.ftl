## Rahmen der Seite

page-title = { $page } · { -brand-name }
skip-to-content = Zum Hauptinhalt springen
    .accesskey = h
skip-to-help = Zu den { -helpline(number: "plural", case: "dative") } springen
back-to-top = Nach oben
    .aria-label = Zum Anfang dieser Seite
breadcrumb =
    .aria-label = Sie sind hier

## Hauptmenü

nav-main =
    .aria-label = Hauptmenü
nav-menu-button = Menü
    .aria-label =
        { $state ->
            [open] Menü schließen
           *[closed] Menü öffnen
        }
nav-home = Startseite
    .title = { -brand-name }: Startseite
nav-urgent = Dringend: das Gesetz
nav-prevent = Was Sie tun können
    .title = Was jeder Mensch tun kann, um Missbrauch im Netz zu verhindern
nav-officials = Für Politik und Behörden
nav-companies = Für Technologieunternehmen
nav-professionals = Für Fachkräfte
    .title = Für Schule, Medizin, soziale Arbeit, Polizei und Sport
nav-caregivers = Für Eltern und Bezugspersonen
nav-library = Materialien
nav-help = Hilfe bekommen
    .title = { -helpline(number: "plural") } nach Land
    .aria-label = Jetzt Hilfe bekommen: { -helpline(number: "plural") } nach Land
nav-current-page = aktuelle Seite
nav-external = { $site }
    .title = Öffnet { $site }; diese Website wird nicht von { -brand-name(form: "short") } betrieben

## Suche

search = Suche
    .aria-label = Diese Website durchsuchen
    .placeholder = Leitfäden, Plakate, Länder …
search-submit = Suchen
search-results =
    { $count ->
        [0] Nichts gefunden für „{ $query }“
        [one] { NUMBER($count) } Ergebnis für „{ $query }“
       *[other] { NUMBER($count) } Ergebnisse für „{ $query }“
    }
search-no-results-hint = Versuchen Sie es mit einem kürzeren Wort oder sehen Sie sich die Materialien an.

## Sprachwahl

language-switch = Sprache
    .aria-label = Sprache wählen
    .title = Diese Seite in anderen Sprachen
language-current = { $language }
    .aria-label = { $language } (aktuelle Sprache)
language-fallback = Diese Seite gibt es noch nicht in Ihrer Sprache. Sie lesen sie in dieser Sprache: { $language }.
language-coverage = Zu { NUMBER($percent, maximumFractionDigits: 0) } % übersetzt
language-part = Auf { $language }:

## Schnell verlassen

quick-exit = Diese Website verlassen
    .title = Öffnet statt dieser Seite eine Wetterseite
    .aria-label = Diese Website schnell verlassen
quick-exit-hint = Der Verlauf Ihres Browsers wird dadurch nicht gelöscht.

## Fußzeile

footer =
    .aria-label = Über diese Website
footer-about =
    { -brand-name.article ->
        [definite] Über das { -brand-name }
       *[none] Über { -brand-name }
    }
footer-mission = Wir arbeiten dafür, dass kein Kind im Netz zu Schaden kommt und dass jedes Kind, dem es doch geschieht, gehört wird.
footer-privacy = Datenschutz
footer-accessibility = Barrierefreiheit
footer-contact = Kontakt
footer-imprint = Impressum
footer-licence = © { $year } { -brand-name }. Die Texte dürfen mit Quellenangabe kopiert werden.
footer-example = Dies ist eine Beispielseite. Das Netzwerk ist erfunden.
footer-updated = Zuletzt geändert am { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
