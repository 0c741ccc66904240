## Chiedere aiuto

help-now = Chiedere aiuto ora
    .aria-label = Chiedere aiuto ora, per telefono o in chat
help-not-alone = C’è chi può ascoltare e aiutare, e la colpa non è di chi subisce.
help-call = Chiamare il { $number }
    .title = Apre l’applicazione del telefono
    .aria-label = Chiamare la { -helpline } al { $number }
help-chat = Chattare con { $name }
help-europe = In molti Paesi europei una { -helpline } per bambini e ragazzi risponde al 116 111.
help-danger = In caso di pericolo immediato, chiamare il numero di emergenza del proprio Paese.
help-hours =
    { $kind ->
        [always] Attiva giorno e notte, tutti i giorni
        [unknown] Chiedere gli orari alla { -helpline }
       *[listed] Orari: { $hours }
    }
help-count =
    { $count ->
        [0] Non conosciamo ancora nessuna { -helpline } in questo Paese
        [one] { NUMBER($count) } { -helpline } in questo Paese
       *[other] { NUMBER($count) } { -helpline(number: "plural") } in questo Paese
    }
help-checked = Numero verificato il { DATETIME($date, month: "long", year: "numeric", day: "numeric") }

## Segnalare

report = Segnalare ciò che ha visto
    .title = Avvisare un servizio di segnalazione di immagini o messaggi che fanno del male a un minore
report-anonymous = Non è necessario dare il proprio nome.
report-do-not-copy = Non scaricare, copiare né inoltrare le immagini. Basta l’indirizzo della pagina.
report-address = Indirizzo della pagina
    .placeholder = https://
report-what = Che cosa ha visto?
    .placeholder = Bastano poche parole
report-who =
    { $who ->
        [child] È successo a me
        [other-child] È successo a un bambino o a una bambina che conosco
       *[stranger] Non conosco il bambino o la bambina
    }
report-send = Inviare la segnalazione
report-thanks = Grazie. Una persona con una formazione specifica leggerà la segnalazione.
report-reference = Il codice della segnalazione è { $reference }. Serve per chiederne notizie: è bene conservarlo.

## Firmare

sign = Firmare la petizione
    .aria-label = Firmare la petizione per una legge che protegga i minori online
sign-count =
    { $count ->
        [0] Ancora nessuna firma: la prima può essere la Sua
        [one] Ha firmato { NUMBER($count) } persona. L’obiettivo è arrivare a { NUMBER($goal) }.
       *[other] Hanno firmato { NUMBER($count) } persone. L’obiettivo è arrivare a { NUMBER($goal) }.
    }
sign-closes =
    { $days ->
        [0] Si chiude oggi
        [one] Si chiude tra { NUMBER($days) } giorno
       *[other] Si chiude tra { NUMBER($days) } giorni
    }
sign-closed = Questa petizione si è chiusa il { DATETIME($date, month: "long", year: "numeric", day: "numeric") }.
sign-show-name = Mostrare il mio nome tra le firme
sign-thanks = Grazie, { $name }. Far conoscere la petizione è un altro aiuto prezioso.
sign-share = Condividere con qualcuno
    .title = Copia un link alla petizione

## Bollettino

newsletter = Ricevere il nostro bollettino
newsletter-frequency =
    { $frequency ->
        [weekly] Una volta alla settimana
        [monthly] Una volta al mese
       *[irregular] Alcune volte all’anno
    }
newsletter-subscribe = Iscriversi
newsletter-confirm = Abbiamo inviato un messaggio a { $email }. Per confermare, aprire il link che contiene.
newsletter-unsubscribe = Annullare l’iscrizione
    .title = Il bollettino non verrà più inviato

## Donare

donate = Donare
    .title = Sostenere il nostro lavoro per l’infanzia
donate-amount = Importo
    .placeholder = 25
donate-submit =
    { $rhythm ->
        [monthly] Donare { $amount } al mese
        [yearly] Donare { $amount } all’anno
       *[once] Donare { $amount }
    }
donate-thanks = Grazie per la donazione.
donate-receipt = Desidero una ricevuta per la dichiarazione dei redditi

## Moduli

form-name = Nome
    .placeholder = Nome e cognome
form-email = Indirizzo email
    .placeholder = nome@example.org
    .title = Non lo usiamo per nient’altro
form-country = Paese
form-message = Messaggio
form-characters-left =
    { $count ->
        [one] { NUMBER($count) } carattere rimasto
       *[other] { NUMBER($count) } caratteri rimasti
    }
form-optional = facoltativo
form-send = Inviare
form-cancel = Annullare
form-sending = Invio in corso…

## Errori

error-summary =
    { $count ->
        [one] C’è { NUMBER($count) } campo da rivedere
       *[other] Ci sono { NUMBER($count) } campi da rivedere
    }
error-required = Compilare il campo «{ $field }»
error-email = Un indirizzo email ha questa forma: nome@example.org
error-address = Incollare l’indirizzo completo, a partire da https://
error-amount = Indicare un importo di almeno { $minimum }
error-too-long =
    { $limit ->
        [one] Usare al massimo { NUMBER($limit) } carattere
       *[other] Usare al massimo { NUMBER($limit) } caratteri
    }
error-offline = La connessione sembra assente. Il testo già scritto è ancora qui.
error-server = C’è stato un problema da parte nostra. Riprovare o, se è urgente, chiamare la { -helpline }.
