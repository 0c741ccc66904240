## Cadre

room-skip = Aller au contenu
room-handle = Votre pseudonyme
room-language = Langue de ces pages
room-theme = Couleurs
room-theme-system = Comme le système
room-theme-light = Clair
room-theme-dark = Sombre
room-set = Régler
room-copy = Copier
room-copied = Copié
room-refused = Cela n’a pas fonctionné
number = { NUMBER($number) }
need-label =
    { $need ->
        [stale] Périmée
        [moved] Déplacée
        [unverified] Non confirmée
        [review] À relire
       *[missing] Manquante
    }
    .title =
        { $need ->
            [stale] Faite d’après une source qui a changé depuis
            [moved] Se trouve dans un autre ordre que la source
            [unverified] Modifiée en dehors de { -hexapla } ; personne ne l’a confirmée
            [review] Fidèle à la source ; un relecteur ou une deuxième personne doit encore la voir
           *[missing] Pas encore traduite
        }
queue-all = Tous
queue-change = Changement
queue-state = État
queue-apply = Appliquer
queue-reset = Tout afficher
queue-none = Rien de ce qui attend ne correspond à ces filtres.
queue-start = Commencer par la première
told-all-seen = Vous avez vu toute cette liste.
told-nothing-back = Il n’y a rien à annuler.
queue-pages = Pages de la file
queue-to-read =
    { $words ->
        [one] { NUMBER($words) } mot à relire
       *[other] { NUMBER($words) } mots à relire
    }
unit-back = Retour à la file
    .accesskey = q
unit-place = Dans la file
unit-age =
    { $days ->
        [0] depuis aujourd’hui
        [one] depuis { NUMBER($days) } jour
       *[other] depuis { NUMBER($days) } jours
    }
unit-until = jusqu’au { $date }
unit-doubted = Quelqu’un en doute
unit-waits = Attend une autre langue
unit-waits-for = Attend { $locale }
unit-inherited = Reprise de { $locale }
unit-whole = Page entière
    .accesskey = v
unit-open = Ouvrir cette unité
unit-reload = L’afficher
unit-asset = L’unité est le fichier entier. Remplacez-le à sa place :
unit-insert = Insérer
    .accesskey = i
terms-title = Termes
terms-used = employé
terms-avoid = À ne pas employer :
terms-insert = Insérer un terme
    .accesskey = t
unit-copy-source = Copier la source
    .accesskey = c
unit-offers = Autres textes
    .accesskey = o
unit-give = comme
unit-around = Avant et après
unit-no-history = Personne n’en a encore rien dit.
unit-draft = Ce que vous aviez écrit ici est revenu.
unit-draft-late = Le texte a changé depuis que vous l’avez commencé. Rien n’est écrasé avant que vous ayez vu les deux.
unit-draft-late-source = La source a changé depuis que vous l’avez commencé. Rien n’est écrasé avant que vous ayez vu ce qui est nouveau.
unit-draft-both = Voir les deux
unit-draft-drop = L’abandonner
gone-title = Ce texte n’existe plus
gone-kept = Ce que vous aviez écrit pour lui, à copier :
moved-on-target = La traduction a changé pendant votre lecture. Veuillez consulter le nouveau texte.
moved-on-both = La source et la traduction ont changé pendant votre lecture. Veuillez consulter les deux.
unit-length = { NUMBER($count) } sur { NUMBER($most) } caractères
unit-pictures = Où cela apparaît
unit-steps =
    { $count ->
        [one] { NUMBER($count) } étape intermédiaire
       *[other] { NUMBER($count) } étapes intermédiaires
    }
revision-by = par { $author }
history-label =
    { $what ->
        [attested] Confirmée par { $handle }
        [doubted] Rouverte par { $handle }
        [proposed] Proposée par { $handle }
        [placed] Ordre accepté par { $handle }
        [changed] La source a changé
        [seen] La source a été vue pour la première fois
        [renamed] S’appelait { $handle } auparavant
       *[kept] Toujours valable, selon { $handle }
    }
offer-label =
    { $kind ->
        [earlier] Une traduction antérieure de ce même texte
        [proposed] Proposée par { $from }
        [memory] Le même texte dans { $from }
        [patched] La traduction avec le changement
       *[as-it-is] La traduction telle quelle : elle contient déjà le changement
    }
offer-take = La prendre
offer-nothing = Il n’y a pas d’autres textes.
preview-title = Ce que l’on lira
preview-more =
    { $count ->
        [one] Et { NUMBER($count) } autre combinaison.
       *[other] Et { NUMBER($count) } autres combinaisons.
    }
preview-most = Et plus de { NUMBER($count) } d’autres combinaisons.
check-nothing = Les vérifications ne trouvent rien.
check-not-done = Non vérifié :
check-no-answer = la salle est injoignable. Ce que vous écrivez est gardé dans ce navigateur.
severity-label =
    { $severity ->
        [error] Erreur
        [warning] Avertissement
       *[note] Remarque
    }
decide-not-yours = Vous pouvez consulter { $locale }, mais pas y décider : il faut un de ces rôles : { $roles }.
decide-people = Ici, en ont un : { $people }.
decide-nobody = Personne n’a encore un tel rôle ici.
conflict-title = Quelqu’un a été plus rapide
conflict-text = Le texte a changé depuis que vous l’avez ouvert. Le vôtre est dans le champ ci-dessous : réunissez les deux et acceptez à nouveau.
conflict-begun = Tel qu’il était quand vous avez commencé
conflict-theirs = Tel qu’il est maintenant
conflict-mine = Tel que vous l’avez écrit
conflict-by = { $handle } a été plus rapide
conflict-source = La source a changé
conflict-source-text = Elle a changé depuis que vous avez commencé. Votre texte est dans le champ ci-dessous : voyez s’il dit la même chose et acceptez à nouveau.
document-source = Source
document-target = Traduction

## Touches

keys-title = Touches
keys-edit = Modifier la traduction
    .accesskey = e
keys-take = Prendre le premier des autres textes
    .accesskey = u
keys-leave = Quitter le champ
keys-single = Les lettres seules agissent

## Couverture

coverage-everything = Tout
coverage-all = { NUMBER($percent) } % à jour, en mots
coverage-current-words = { NUMBER($current) } mots sur { NUMBER($words) }
coverage-units-of =
    { $count ->
        [one] { NUMBER($count) } unité
       *[other] { NUMBER($count) } unités
    }

## Bibliothèque, publication, activité

room-library = Bibliothèque
room-launch = Publier
library-collection = Bibliothèque : { $collection }
library-resource = Document
library-available = Disponible en
library-older =
    { $days ->
        [0] plus ancien que l’original
        [one] { NUMBER($days) } jour plus ancien que l’original
       *[other] { NUMBER($days) } jours plus ancien que l’original
    }
launch-title = Avant la publication : { $channel }
launch-closed =
    { $count ->
        [one] { NUMBER($count) } porte est fermée
       *[other] { NUMBER($count) } portes sont fermées
    }
gate-label =
    { $gate ->
        [serve] Ce qui peut être montré
        [coverage] Couverture
        [state] État
        [age] Ancienneté
        [checks] Vérifications
       *[bundles] Formes de publication
    }
launch-more =
    { $count ->
        [one] et { NUMBER($count) } autre
       *[other] et { NUMBER($count) } autres
    }
launch-people = Peut être réglé par { $people }
launch-ships = Ce qui serait publié aujourd’hui
launch-own = Dans sa propre langue
launch-fallen = Dans une autre langue
launch-blocked = Empêche la publication
launch-build = Construire une édition
launch-publish = Publier
launch-from = Du canal
launch-promote = Promouvoir
launch-version = Version
launch-last = La précédente : { $version }
launch-roll-back = Revenir en arrière
launch-present = On lit la version { $version }, édition { $release }.
launch-nothing-yet = Qui lit ne reçoit encore rien de ce canal.
launch-moment = { $day }, { $time } UTC
launch-published = Publiée le { $moment }.
launch-built = L’édition { $release } a été construite le { $moment }.
launch-is-present = C’est celle que l’on lit.
launch-was = On l’a lue en version { $version }, et on en lit maintenant une autre.
launch-waits = On ne la lit pas encore : elle n’est pas publiée.
launch-since =
    { $count ->
        [one] { NUMBER($count) } unité a changé depuis qu’elle a été construite. L’édition ne contient pas ce changement.
       *[other] { NUMBER($count) } unités ont changé depuis qu’elle a été construite. L’édition ne contient pas ces changements.
    }
launch-see = Voir ce qui changerait
launch-of-before = L’édition date d’avant : les portes étaient ouvertes quand elle a été construite, elles sont fermées aujourd’hui.
launch-publish-release = Publier l’édition { $release }
launch-why-build = Rien n’est construit tant qu’une porte est fermée.
launch-why-publish = On lit déjà ce qui a été construit en dernier. Construisez une édition pour publier du nouveau.
launch-what-promote = Promouvoir : qui lit { $channel } reçoit l’édition même que l’on lit dans l’autre canal.
launch-what-back = Revenir en arrière : qui lit { $channel } reçoit de nouveau l’édition d’une version antérieure, en tant que nouvelle version.
launch-done-built = L’édition { $release } a été construite.
launch-done-waits = L’édition { $release } a été construite ; on ne la lit pas encore.
launch-done-same = L’édition { $release } a été construite : c’est celle que l’on lit déjà.
launch-done-published = On lit désormais la version { $version }, édition { $release }.
launch-done-promoted = Promue : on lit désormais la version { $version }, édition { $release }.
launch-done-back = Retour fait : on lit désormais la version { $version }, édition { $release }.
activity-title = Activité
activity-newer = Plus récent
activity-older = Plus ancien
activity-label =
    { $kind ->
        [changed] La source a changé
        [attested] Confirmée par { $handle }
        [doubted] Rouverte par { $handle }
        [proposed] Proposée par { $handle }
        [placed] Ordre accepté par { $handle }
       *[kept] Toujours valable, selon { $handle }
    }
activity-stale =
    { $count ->
        [one] { NUMBER($count) } traduction est périmée depuis :
       *[other] { NUMBER($count) } traductions sont périmées depuis :
    }

## Dépôt

sync-title = Dépôt
sync-waiting = En attente de commit
sync-nothing = Rien n’attend de commit.
sync-nobody = Personne ne l’a confirmé
sync-files =
    { $count ->
        [one] { NUMBER($count) } fichier
       *[other] { NUMBER($count) } fichiers
    }
sync-now = Créer les commits et pousser
sync-last = La dernière fois
sync-every =
    { $count ->
        [one] se fait tout seul chaque minute
       *[other] se fait tout seul toutes les { NUMBER($count) } minutes
    }
sync-committed =
    { $count ->
        [one] { NUMBER($count) } commit créé
       *[other] { NUMBER($count) } commits créés
    }
sync-taken =
    { $count ->
        [one] { NUMBER($count) } commit repris de { $branch }
       *[other] { NUMBER($count) } commits repris de { $branch }
    }
sync-joined =
    { $count ->
        [one] { NUMBER($count) } traduction fusionnée unité par unité
       *[other] { NUMBER($count) } traductions fusionnées unité par unité
    }
sync-pushed =
    { $count ->
        [one] { NUMBER($count) } commit poussé vers { $branch }
       *[other] { NUMBER($count) } commits poussés vers { $branch }
    }
sync-idle = Il n’y avait rien à faire.
sync-alone = La branche n’en suit aucune autre : rien n’est poussé.

## Personnes

people-title = Personnes
people-sign-in = Se connecter
people-handle = Pseudonyme
people-password = Mot de passe
people-name = Nom
people-invited = Vous êtes invité
people-invited-as = Vous deviendrez : { $roles }
people-handle-note = Ce que vous décidez est attribué à votre pseudonyme, pour toujours. Il n’est pas obligé d’être votre nom.
people-password-note = Au moins 12 caractères.
people-enter = Créer le compte et entrer
people-rights = Ce qu’elles peuvent faire
people-state = Compte
people-disable = Désactiver
people-enable = Admettre à nouveau
people-sign-out-all = Déconnecter partout
people-invite = Inviter
people-invites = Invitations ouvertes
people-invite-made = Envoyez cette adresse ; elle vaut une fois, pendant sept jours, et ne sera plus montrée :
tokens-title = Jetons
tokens-note = Avec un jeton, un programme demande ce que vous pouvez voir, ou fait ce que vous pouvez faire, sans votre mot de passe. Quiconque l’a peut la même chose : donnez à chaque programme le sien, et supprimez ceux dont rien ne se sert. Un autre mot de passe les laisse tels quels.
tokens-reach = Il peut
tokens-reads = Seulement lire
tokens-all = Tout ce que peut le compte
tokens-end = Valable jusqu’au
tokens-ended = Expiré
tokens-endless = Sans fin
tokens-used = Dernière utilisation
tokens-unused = Jamais
tokens-remove = Supprimer
tokens-make = Créer un jeton
tokens-days = Pour tant de jours
tokens-days-note = Sans nombre de jours, il vaut jusqu’à ce qu’il soit supprimé.
tokens-made = Copiez le jeton maintenant : il ne sera plus montré.
tokens-feed = Adresse pour un lecteur de flux
tokens-feed-made = Copiez maintenant cette adresse dans un lecteur de flux : elle ne sera plus montrée. Quiconque l’a peut lire ce que vous pouvez voir.
role-label =
    { $role ->
        [viewer] Lecture
        [translator] Traduction
        [reviewer] Relecture
        [editor] Rédaction
        [publisher] Publication
       *[admin] Administration
    }

## Textes critiques, dans toutes les langues à la fois

emergency-title = Textes critiques
emergency-text = Une erreur dans ces textes peut faire du mal. Les périmés viennent en premier.
emergency-nothing = Tous les textes critiques sont réglés partout.
emergency-settled =
    { $count ->
        [one] { NUMBER($count) } texte est réglé partout
       *[other] { NUMBER($count) } textes sont réglés partout
    }
emergency-stale =
    { $count ->
        [one] { NUMBER($count) } texte critique est périmé.
       *[other] { NUMBER($count) } textes critiques sont périmés.
    }
emergency-look = Voir ce qu’on lit
emergency-link = Dans toutes les langues
emergency-gets = On lit aujourd’hui
emergency-released = Dans la dernière édition
emergency-given =
    { $kind ->
        [own] cette traduction
        [fallback] le texte en { $locale }
       *[nothing] rien de nouveau : ce texte bloque toute édition
    }
emergency-lacking = Seulement dans la source :
emergency-extra = Seulement dans la traduction :
emergency-why = Motif
emergency-block = Bloquer
emergency-after = Ensuite, on lira :
emergency-ships-anyway = Le processus la montre même si quelqu’un en doute : mettez un texte juste à sa place.
emergency-not-shown = Cette traduction n’est pas montrée ; il n’y a rien à bloquer.
emergency-release = Ce qui est décidé ici paraît avec la prochaine édition.

## Qui travaille à quoi

claim-take = J’y travaille
    .accesskey = m
    .title = Les autres voient qui travaille ici
claim-release = La laisser aux autres
claim-yours =
    { $count ->
        [one] À vous encore { NUMBER($count) } minute
       *[other] À vous encore { NUMBER($count) } minutes
    }
claim-theirs = { $handle } y travaille
claim-mine = Les miennes
claim-free = Libres
claim-no-accounts = Savoir qui travaille sur quoi demande des comptes, et cette salle n’en a pas : ce filtre n’écarte rien.

## Évolution et différences

trend-title = Les douze dernières semaines
trend-week = Jusqu’au
trend-table = En tableau
trend-note = Les textes d’aujourd’hui, d’après les dates du registre : ce qui a été traduit et n’existe plus n’est pas compté, et ce qui a changé sans être vu compte comme changé depuis toujours.
launch-differs = Ce qui changerait depuis l’édition { $release }
launch-same = Rien ne changerait pour qui lit.
launch-no-release = Aucune édition n’a encore été construite pour ce canal.
differ-label =
    { $change ->
        [added] Ajoutées
        [changed] Modifiées
       *[removed] Retirées
    }

## Pour les programmes

api-title = Pour les programmes
api-note = Tout ceci reçoit et donne du JSON, et vaut pour les programmes comme pour les personnes.
api-token = Un programme montre un jeton d’un compte dans un en-tête :
api-sign-in = Un programme se connecte avec un pseudonyme et un mot de passe, comme un navigateur, et garde le cookie :
api-roles = pour { $roles }
api-sent = Ce qui est envoyé
api-answer = Réponse { $status }
api-field = Champ
api-kind = Type
api-meaning = Signification
api-optional = Facultatif.
