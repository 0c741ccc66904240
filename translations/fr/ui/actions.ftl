## Obtenir de l’aide

help-now = Obtenir de l’aide maintenant
    .aria-label = Obtenir de l’aide maintenant, par téléphone ou par chat
help-not-alone = Quelqu’un est là pour vous écouter, et ce n’est pas votre faute.
help-call = Appeler le { $number }
    .title = Ouvre votre application de téléphone
    .aria-label = Appeler la { -helpline } au { $number }
help-chat = Discuter en ligne avec { $name }
help-europe = Dans de nombreux pays d’Europe, vous pouvez joindre une { -helpline } pour enfants au 116 111.
help-danger = Si vous êtes en danger en ce moment, appelez le numéro d’urgence de votre pays.
help-hours =
    { $kind ->
        [always] Jour et nuit, tous les jours
        [unknown] Demandez ses horaires à la { -helpline }
       *[listed] Horaires : { $hours }
    }
help-count =
    { $count ->
        [0] Nous ne connaissons pas encore de { -helpline } dans ce pays
        [one] { NUMBER($count) } { -helpline } dans ce pays
       *[other] { NUMBER($count) } { -helpline(number: "plural") } dans ce pays
    }
help-checked = Numéro vérifié le { DATETIME($date, month: "long", year: "numeric", day: "numeric") }

## Signaler

report = Signaler ce que vous avez vu
    .title = Signaler à un service spécialisé des images ou des messages qui font du mal à un enfant
report-anonymous = Vous n’avez pas besoin de donner votre nom.
report-do-not-copy = Ne téléchargez pas les images, ne les copiez pas, ne les transmettez pas. L’adresse de la page suffit.
report-address = Adresse de la page
    .placeholder = https://
report-what = Qu’avez-vous vu ?
    .placeholder = Quelques mots suffisent
report-who =
    { $who ->
        [child] Cela m’est arrivé
        [other-child] C’est arrivé à un enfant que je connais
       *[stranger] Je ne connais pas l’enfant
    }
report-send = Envoyer le signalement
report-thanks = Merci. Une personne formée lira votre signalement.
report-reference = Votre référence est { $reference }. Conservez-la si vous souhaitez demander des nouvelles du signalement.

## Signer

sign = Signer la pétition
    .aria-label = Signer la pétition pour une loi qui protège les enfants en ligne
sign-count =
    { $count ->
        [0] La première signature peut être la vôtre
        [one] { NUMBER($count) } personne a signé. Notre objectif : { NUMBER($goal) }.
       *[other] { NUMBER($count) } personnes ont signé. Notre objectif : { NUMBER($goal) }.
    }
sign-closes =
    { $days ->
        [0] Se termine aujourd’hui
        [one] Se termine dans { NUMBER($days) } jour
       *[other] Se termine dans { NUMBER($days) } jours
    }
sign-closed = Cette pétition a pris fin le { DATETIME($date, month: "long", year: "numeric", day: "numeric") }.
sign-show-name = Afficher mon nom parmi les signatures
sign-thanks = Merci, { $name }. Faites connaître la pétition autour de vous.
sign-share = Partager avec quelqu’un
    .title = Copie un lien vers la pétition

## Lettre d’information

newsletter = Recevoir notre lettre d’information
newsletter-frequency =
    { $frequency ->
        [weekly] Une fois par semaine
        [monthly] Une fois par mois
       *[irregular] Quelques fois par an
    }
newsletter-subscribe = S’abonner
newsletter-confirm = Nous avons envoyé un message à { $email }. Ouvrez le lien qu’il contient pour confirmer.
newsletter-unsubscribe = Se désabonner
    .title = Vous ne recevrez plus la lettre d’information

## Faire un don

donate = Faire un don
    .title = Soutenir notre action pour les enfants
donate-amount = Montant
    .placeholder = 25
donate-submit =
    { $rhythm ->
        [monthly] Donner { $amount } par mois
        [yearly] Donner { $amount } par an
       *[once] Donner { $amount }
    }
donate-thanks = Merci pour votre don.
donate-receipt = Je souhaite recevoir un reçu fiscal

## Formulaires

form-name = Nom
    .placeholder = Prénom et nom
form-email = Adresse e-mail
    .placeholder = nom@example.org
    .title = Nous ne l’utilisons pour rien d’autre
form-country = Pays
form-message = Message
form-characters-left =
    { $count ->
        [one] { NUMBER($count) } caractère restant
       *[other] { NUMBER($count) } caractères restants
    }
form-optional = facultatif
form-send = Envoyer
form-cancel = Annuler
form-sending = Envoi en cours…

## Erreurs

error-summary =
    { $count ->
        [one] Veuillez revoir { NUMBER($count) } champ
       *[other] Veuillez revoir { NUMBER($count) } champs
    }
error-required = Veuillez remplir « { $field } »
error-email = Une adresse e-mail ressemble à nom@example.org
error-address = Veuillez coller l’adresse entière, à partir de https://
error-amount = Veuillez indiquer un montant d’au moins { $minimum }
error-too-long =
    { $limit ->
        [one] Veuillez ne pas dépasser { NUMBER($limit) } caractère
       *[other] Veuillez ne pas dépasser { NUMBER($limit) } caractères
    }
error-offline = Vous semblez être hors ligne. Ce que vous avez écrit est toujours là.
error-server = Un problème est survenu de notre côté. Veuillez réessayer ou, si c’est urgent, appeler la { -helpline }.
