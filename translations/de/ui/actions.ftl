## Hilfe bekommen

help-now = Jetzt Hilfe bekommen
    .aria-label = Jetzt Hilfe bekommen, am Telefon oder im Chat
help-not-alone = Sie sind nicht allein, und es ist nicht Ihre Schuld.
help-call = { $number } anrufen
    .title = Öffnet die Telefon-App
    .aria-label = Das { -helpline } unter { $number } anrufen
help-chat = Mit { $name } chatten
help-europe = In vielen Ländern Europas erreichen Sie unter 116 111 ein { -helpline } für Kinder.
help-danger = Wenn Sie gerade in Gefahr sind, rufen Sie die Notrufnummer Ihres Landes an.
help-hours =
    { $kind ->
        [always] Tag und Nacht erreichbar, an jedem Tag
        [unknown] Fragen Sie das { -helpline } nach seinen Sprechzeiten
       *[listed] Erreichbar: { $hours }
    }
help-count =
    { $count ->
        [0] Wir kennen in diesem Land noch kein { -helpline }
        [one] { NUMBER($count) } { -helpline } in diesem Land
       *[other] { NUMBER($count) } { -helpline(number: "plural") } in diesem Land
    }
help-checked = Nummer geprüft am { DATETIME($date, month: "long", year: "numeric", day: "numeric") }

## Melden

report = Melden, was Sie gesehen haben
    .title = Eine Meldestelle auf Bilder oder Nachrichten hinweisen, die einem Kind schaden
report-anonymous = Sie müssen Ihren Namen nicht nennen.
report-do-not-copy = Laden Sie die Bilder nicht herunter, kopieren Sie sie nicht und leiten Sie sie nicht weiter. Die Adresse der Seite genügt.
report-address = Adresse der Seite
    .placeholder = https://
report-what = Was haben Sie gesehen?
    .placeholder = Wenige Worte genügen
report-who =
    { $who ->
        [child] Mir ist das passiert
        [other-child] Das ist einem Kind passiert, das ich kenne
       *[stranger] Ich kenne das Kind nicht
    }
report-send = Meldung senden
report-thanks = Danke. Ein dafür ausgebildeter Mensch wird Ihre Meldung lesen.
report-reference = Ihr Aktenzeichen ist { $reference }. Bewahren Sie es auf, falls Sie zu der Meldung nachfragen möchten.

## Unterschreiben

sign = Petition unterschreiben
    .aria-label = Die Petition für ein Gesetz unterschreiben, das Kinder im Netz schützt
sign-count =
    { $count ->
        [0] Unterschreiben Sie als Erste oder Erster
        [one] { NUMBER($count) } Mensch hat unterschrieben. Unser Ziel: { NUMBER($goal) }.
       *[other] { NUMBER($count) } Menschen haben unterschrieben. Unser Ziel: { NUMBER($goal) }.
    }
sign-closes =
    { $days ->
        [0] Endet heute
        [one] Endet in { NUMBER($days) } Tag
       *[other] Endet in { NUMBER($days) } Tagen
    }
sign-closed = Diese Petition endete am { DATETIME($date, month: "long", year: "numeric", day: "numeric") }.
sign-show-name = Meinen Namen bei den Unterschriften zeigen
sign-thanks = Danke, { $name }. Bitte sagen Sie die Petition weiter.
sign-share = Mit anderen teilen
    .title = Kopiert einen Link zur Petition

## Newsletter

newsletter = Unseren Newsletter bekommen
newsletter-frequency =
    { $frequency ->
        [weekly] Einmal pro Woche
        [monthly] Einmal im Monat
       *[irregular] Einige Male im Jahr
    }
newsletter-subscribe = Abonnieren
newsletter-confirm = Wir haben eine Nachricht an { $email } geschickt. Öffnen Sie zur Bestätigung den Link darin.
newsletter-unsubscribe = Abbestellen
    .title = Sie bekommen dann keinen Newsletter mehr

## Spenden

donate = Spenden
    .title = Unsere Arbeit für Kinder unterstützen
donate-amount = Betrag
    .placeholder = 25
donate-submit =
    { $rhythm ->
        [monthly] Jeden Monat { $amount } spenden
        [yearly] Jedes Jahr { $amount } spenden
       *[once] { $amount } spenden
    }
donate-thanks = Danke für Ihre Spende.
donate-receipt = Ich möchte eine Spendenbescheinigung für das Finanzamt

## Formulare

form-name = Name
    .placeholder = Vor- und Nachname
form-email = E-Mail-Adresse
    .placeholder = name@example.org
    .title = Wir verwenden sie für nichts anderes
form-country = Land
form-message = Nachricht
form-characters-left =
    { $count ->
        [one] Noch { NUMBER($count) } Zeichen
       *[other] Noch { NUMBER($count) } Zeichen
    }
form-optional = freiwillig
form-send = Senden
form-cancel = Abbrechen
form-sending = Wird gesendet …

## Fehler

error-summary =
    { $count ->
        [one] Bitte sehen Sie sich { NUMBER($count) } Feld noch einmal an
       *[other] Bitte sehen Sie sich { NUMBER($count) } Felder noch einmal an
    }
error-required = Bitte füllen Sie „{ $field }“ aus
error-email = Eine E-Mail-Adresse sieht so aus: name@example.org
error-address = Bitte fügen Sie die ganze Adresse ein, sie beginnt mit https://
error-amount = Bitte geben Sie einen Betrag von mindestens { $minimum } an
error-too-long =
    { $limit ->
        [one] Bitte verwenden Sie höchstens { NUMBER($limit) } Zeichen
       *[other] Bitte verwenden Sie höchstens { NUMBER($limit) } Zeichen
    }
error-offline = Sie scheinen offline zu sein. Was Sie geschrieben haben, ist noch da.
error-server = Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal, oder rufen Sie das { -helpline } an, wenn es dringend ist.
