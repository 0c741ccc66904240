## Struttura della pagina

page-title = { $page } · { -brand-name }
skip-to-content = Passare al contenuto principale
    .accesskey = c
skip-to-help = Passare alle { -helpline(number: "plural") }
back-to-top = Inizio pagina
    .aria-label = Tornare all’inizio di questa pagina
breadcrumb =
    .aria-label = Posizione attuale

## Menu principale

nav-main =
    .aria-label = Menu principale
nav-menu-button = Menu
    .aria-label =
        { $state ->
            [open] Chiudere il menu
           *[closed] Aprire il menu
        }
nav-home = Pagina iniziale
    .title = { -brand-name }: pagina iniziale
nav-urgent = Urgente: la legge
nav-prevent = Che cosa si può fare
    .title = Che cosa può fare chiunque per prevenire gli abusi online
nav-officials = Per le istituzioni
nav-companies = Per le aziende tecnologiche
nav-professionals = Per chi lavora con i minori
    .title = Per insegnanti, personale medico, servizi sociali, forze dell’ordine e sport
nav-caregivers = Per genitori e familiari
nav-library = Biblioteca delle risorse
nav-help = Chiedere aiuto
    .title = { -helpline(number: "plural", case: "title") } per Paese
    .aria-label = Chiedere aiuto ora: { -helpline(number: "plural") } per Paese
nav-current-page = pagina attuale
nav-external = { $site }
    .title = Apre { $site }, un sito non gestito da { -brand-name(form: "short") }

## Ricerca

search = Ricerca
    .aria-label = Cercare in questo sito
    .placeholder = Guide, manifesti, Paesi…
search-submit = Cercare
search-results =
    { $count ->
        [0] Nessun risultato per «{ $query }»
        [one] { NUMBER($count) } risultato per «{ $query }»
       *[other] { NUMBER($count) } risultati per «{ $query }»
    }
search-no-results-hint = Si può provare con una parola più breve o consultare la biblioteca delle risorse.

## Scelta della lingua

language-switch = Lingua
    .aria-label = Scegliere una lingua
    .title = Questa pagina in altre lingue
language-current = { $language }
    .aria-label = { $language } (lingua attuale)
language-fallback = Questa pagina non è ancora disponibile nella lingua scelta. Lingua mostrata: { $language }.
language-coverage = Tradotto al { NUMBER($percent, maximumFractionDigits: 0) }%
language-part = In { $language }:

## Uscita rapida

quick-exit = Uscire da questo sito
    .title = Apre una pagina del meteo al posto di questa
    .aria-label = Uscire rapidamente da questo sito
quick-exit-hint = La cronologia del browser non viene cancellata.

## Piè di pagina

footer =
    .aria-label = Informazioni su questo sito
footer-about =
    { -brand-name.article ->
        [definite] Informazioni sulla { -brand-name }
       *[none] Informazioni su { -brand-name }
    }
footer-mission = Lavoriamo perché nessun bambino e nessuna bambina subisca violenze online e perché chi le subisce venga ascoltato.
footer-privacy = Riservatezza
footer-accessibility = Accessibilità
footer-contact = Contatti
footer-imprint = Note legali
footer-licence = © { $year } { -brand-name }. I testi possono essere copiati citando la fonte.
footer-example = Questo è un sito di esempio. La rete è immaginaria.
footer-updated = Ultima modifica: { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
