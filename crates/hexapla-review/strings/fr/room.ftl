### More of the review room: what surrounds the pages, the queue, a unit and its keys.
### Keys (.accesskey) are single letters that the keyboards of the language have, each one only once.

## Frame

room-skip = Aller au contenu
room-handle = Votre pseudonyme
room-language = Langue de ces pages
room-theme = Couleurs
room-theme-system = Comme le système
room-theme-light = Clair
room-theme-dark = Sombre
# A button behind a field: keeps what was chosen there.
room-set = Régler
# A button: puts the text beside it where one can paste it from.
room-copy = Copier
room-copied = Copié
# The heading of a page that says why something could not be done.
room-refused = Cela n’a pas fonctionné
number = { NUMBER($number) }

# $need: why somebody has to look at a unit.
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
# A choice that leaves out nothing.
queue-all = Tous
# The kind of change, in the filter.
queue-change = Changement
# The state of a translation, in the filter.
queue-state = État
queue-apply = Appliquer
queue-reset = Tout afficher
queue-none = Rien de ce qui attend ne correspond à ces filtres.
queue-start = Commencer par la première
# On the list of what waits, where one came to its end.
told-all-seen = Vous avez vu toute cette liste.
told-nothing-back = Il n’y a rien à annuler.
queue-pages = Pages de la file
# $words: how many words have to be read again.
queue-to-read =
    { $words ->
        [one] { NUMBER($words) } mot à relire
       *[other] { NUMBER($words) } mots à relire
    }
unit-back = Retour à la file
    .accesskey = q
# Where the unit is: the way back to the queue, and to its neighbours there.
unit-place = Dans la file
# $days: for how many days the translation has been stale.
unit-age =
    { $days ->
        [0] depuis aujourd’hui
        [one] depuis { NUMBER($days) } jour
       *[other] depuis { NUMBER($days) } jours
    }
# $date: the day on which the old source was replaced.
unit-until = jusqu’au { $date }
unit-doubted = Quelqu’un en doute
unit-waits = Attend une autre langue
# $locale: the translation that this one is made from, and that has to be settled first.
unit-waits-for = Attend { $locale }
unit-inherited = Reprise de { $locale }
unit-whole = Page entière
    .accesskey = v
unit-open = Ouvrir cette unité
unit-reload = L’afficher
unit-asset = L’unité est le fichier entier. Remplacez-le à sa place :
unit-insert = Insérer
    .accesskey = i
# The heading of what the glossary says of the words of a text.
terms-title = Termes
# Behind a term of the glossary that the translation has.
terms-used = employé
# Before terms.
terms-avoid = À ne pas employer :
terms-insert = Insérer un terme
    .accesskey = t
unit-copy-source = Copier la source
    .accesskey = c
unit-offers = Autres textes
    .accesskey = o
# The label of the list of states that can be given.
unit-give = comme
unit-around = Avant et après
unit-no-history = Personne n’en a encore rien dit.
unit-draft = Ce que vous aviez écrit ici est revenu.
unit-draft-late = Le texte a changé depuis que vous l’avez commencé. Rien n’est écrasé avant que vous ayez vu les deux.
unit-draft-late-source = La source a changé depuis que vous l’avez commencé. Rien n’est écrasé avant que vous ayez vu ce qui est nouveau.
unit-draft-both = Voir les deux
unit-draft-drop = L’abandonner
# The heading of a page in the place of a text whose source was removed.
gone-title = Ce texte n’existe plus
# Before a text that somebody wrote and that cannot be kept in its place.
gone-kept = Ce que vous aviez écrit pour lui, à copier :
moved-on-target = La traduction a changé pendant votre lecture. Veuillez consulter le nouveau texte.
moved-on-both = La source et la traduction ont changé pendant votre lecture. Veuillez consulter les deux.
# $count: how many characters the translation has.  $most: how many it may have.
unit-length = { NUMBER($count) } sur { NUMBER($most) } caractères
unit-pictures = Où cela apparaît
# $count: how often the source changed since the translation was made.
unit-steps =
    { $count ->
        [one] { NUMBER($count) } étape intermédiaire
       *[other] { NUMBER($count) } étapes intermédiaires
    }
# $author: who made a change of the source, by name.
revision-by = par { $author }
# $what: what was said.  $handle: by whom, or what the file was called.
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
# $kind: where a text comes from.  $from: who proposed it, or where it stands.
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
# The heading of a table: what a message says for each of its variants.
preview-title = Ce que l’on lira
# $count: how many combinations of what chooses among the variants of a message are not in that table; 1000000 stands for as many or more.
preview-more =
    { $count ->
        [one] Et { NUMBER($count) } autre combinaison.
       *[other] Et { NUMBER($count) } autres combinaisons.
    }
preview-most = Et plus de { NUMBER($count) } d’autres combinaisons.
check-nothing = Les vérifications ne trouvent rien.
# Before the reason.
check-not-done = Non vérifié :
check-no-answer = la salle est injoignable. Ce que vous écrivez est gardé dans ce navigateur.
severity-label =
    { $severity ->
        [error] Erreur
        [warning] Avertissement
       *[note] Remarque
    }
# Told to people who may look at a text and not decide about it.  $locale: the locale.  $roles: a list of roles.
decide-not-yours = Vous pouvez consulter { $locale }, mais pas y décider : il faut un de ces rôles : { $roles }.
# $people: a list of handles.
decide-people = Ici, en ont un : { $people }.
decide-nobody = Personne n’a encore un tel rôle ici.
# Two people changed one unit.
conflict-title = Quelqu’un a été plus rapide
conflict-text = Le texte a changé depuis que vous l’avez ouvert. Le vôtre est dans le champ ci-dessous : réunissez les deux et acceptez à nouveau.
conflict-begun = Tel qu’il était quand vous avez commencé
conflict-theirs = Tel qu’il est maintenant
conflict-mine = Tel que vous l’avez écrit
# $handle: who changed the text first.
conflict-by = { $handle } a été plus rapide
conflict-source = La source a changé
conflict-source-text = Elle a changé depuis que vous avez commencé. Votre texte est dans le champ ci-dessous : voyez s’il dit la même chose et acceptez à nouveau.
document-source = Source
document-target = Traduction

## Keys

keys-title = Touches
keys-edit = Modifier la traduction
    .accesskey = e
keys-take = Prendre le premier des autres textes
    .accesskey = u
keys-leave = Quitter le champ
keys-single = Les lettres seules agissent

# The row or column that sums up all others.
coverage-everything = Tout
# $percent: how many percent of all words are current.
coverage-all = { NUMBER($percent) } % à jour, en mots
# $current: how many words have a current translation.  $words: how many there are.
coverage-current-words = { NUMBER($current) } mots sur { NUMBER($words) }
coverage-units-of =
    { $count ->
        [one] { NUMBER($count) } unité
       *[other] { NUMBER($count) } unités
    }

## Library, launch, activity

room-library = Bibliothèque
room-launch = Publier
# $collection: its name.
library-collection = Bibliothèque : { $collection }
library-resource = Document
library-available = Disponible en
# $days: since when the original is newer than the translation.
library-older =
    { $days ->
        [0] plus ancien que l’original
        [one] { NUMBER($days) } jour plus ancien que l’original
       *[other] { NUMBER($days) } jours plus ancien que l’original
    }
# $channel: a name for what a group of readers gets, such as “stable”.
launch-title = Avant la publication : { $channel }
# $count: how many gates are closed, by locale and collection.
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
# $people: their handles.
launch-people = Peut être réglé par { $people }
launch-ships = Ce qui serait publié aujourd’hui
launch-own = Dans sa propre langue
launch-fallen = Dans une autre langue
launch-blocked = Empêche la publication
launch-build = Construire une édition
launch-publish = Publier
# Before a list of channels: the one whose release is taken over.
launch-from = Du canal
# Publishes here what another channel has.
launch-promote = Promouvoir
launch-version = Version
# In a list of versions: the one before the present one.  $version: its number, its release and its date.
launch-last = La précédente : { $version }
launch-roll-back = Revenir en arrière
# $version: a number.  $release: the short name of a release.
launch-present = On lit la version { $version }, édition { $release }.
launch-nothing-yet = Qui lit ne reçoit encore rien de ce canal.
# $day: a day, written out.  $time: hours and minutes.
launch-moment = { $day }, { $time } UTC
# $moment: a day and a time.
launch-published = Publiée le { $moment }.
launch-built = L’édition { $release } a été construite le { $moment }.
# What becomes of that release, behind the sentence before: readers get it, had it once, or never got it.
launch-is-present = C’est celle que l’on lit.
launch-was = On l’a lue en version { $version }, et on en lit maintenant une autre.
launch-waits = On ne la lit pas encore : elle n’est pas publiée.
# $count: how many units are other ones than in the release that was built last.
launch-since =
    { $count ->
        [one] { NUMBER($count) } unité a changé depuis qu’elle a été construite. L’édition ne contient pas ce changement.
       *[other] { NUMBER($count) } unités ont changé depuis qu’elle a été construite. L’édition ne contient pas ces changements.
    }
# A link to what would change for readers.
launch-see = Voir ce qui changerait
# Of a release that is not published yet, where the gates are closed.
launch-of-before = L’édition date d’avant : les portes étaient ouvertes quand elle a été construite, elles sont fermées aujourd’hui.
launch-publish-release = Publier l’édition { $release }
# Why a button does nothing.
launch-why-build = Rien n’est construit tant qu’une porte est fermée.
launch-why-publish = On lit déjà ce qui a été construit en dernier. Construisez une édition pour publier du nouveau.
# What two buttons do, each by its name.
launch-what-promote = Promouvoir : qui lit { $channel } reçoit l’édition même que l’on lit dans l’autre canal.
launch-what-back = Revenir en arrière : qui lit { $channel } reçoit de nouveau l’édition d’une version antérieure, en tant que nouvelle version.
# What was just done.
launch-done-built = L’édition { $release } a été construite.
launch-done-waits = L’édition { $release } a été construite ; on ne la lit pas encore.
launch-done-same = L’édition { $release } a été construite : c’est celle que l’on lit déjà.
launch-done-published = On lit désormais la version { $version }, édition { $release }.
launch-done-promoted = Promue : on lit désormais la version { $version }, édition { $release }.
launch-done-back = Retour fait : on lit désormais la version { $version }, édition { $release }.
activity-title = Activité
activity-newer = Plus récent
activity-older = Plus ancien
# $kind: what happened.  $handle: who did it.
activity-label =
    { $kind ->
        [changed] La source a changé
        [attested] Confirmée par { $handle }
        [doubted] Rouverte par { $handle }
        [proposed] Proposée par { $handle }
        [placed] Ordre accepté par { $handle }
       *[kept] Toujours valable, selon { $handle }
    }
# $count: how many translations, in all locales, a change of the source made stale; their locales follow.
activity-stale =
    { $count ->
        [one] { NUMBER($count) } traduction est périmée depuis :
       *[other] { NUMBER($count) } traductions sont périmées depuis :
    }

## Repository

# The heading of the page on what is committed with git, and of the link to it.
sync-title = Dépôt
# The heading of a list of files.
sync-waiting = En attente de commit
sync-nothing = Rien n’attend de commit.
# Stands where the names of people would: nobody has confirmed what is in the files.
sync-nobody = Personne ne l’a confirmé
# $count: how many files.
sync-files =
    { $count ->
        [one] { NUMBER($count) } fichier
       *[other] { NUMBER($count) } fichiers
    }
# A button: commits what waits, takes over what others did, and pushes.
sync-now = Créer les commits et pousser
# The heading above what was done the last time.
sync-last = La dernière fois
# $count: how many minutes.
sync-every =
    { $count ->
        [one] se fait tout seul chaque minute
       *[other] se fait tout seul toutes les { NUMBER($count) } minutes
    }
# $count: how many commits were made.
sync-committed =
    { $count ->
        [one] { NUMBER($count) } commit créé
       *[other] { NUMBER($count) } commits créés
    }
# $count: how many commits of others.  $branch: where from, such as “origin/main”.
sync-taken =
    { $count ->
        [one] { NUMBER($count) } commit repris de { $branch }
       *[other] { NUMBER($count) } commits repris de { $branch }
    }
# $count: how many files that were changed here and there.
sync-joined =
    { $count ->
        [one] { NUMBER($count) } traduction fusionnée unité par unité
       *[other] { NUMBER($count) } traductions fusionnées unité par unité
    }
# $count: how many commits.  $branch: where to, such as “origin/main”.
sync-pushed =
    { $count ->
        [one] { NUMBER($count) } commit poussé vers { $branch }
       *[other] { NUMBER($count) } commits poussés vers { $branch }
    }
sync-idle = Il n’y avait rien à faire.
sync-alone = La branche n’en suit aucune autre : rien n’est poussé.

## People

people-title = Personnes
people-sign-in = Se connecter
people-handle = Pseudonyme
people-password = Mot de passe
people-name = Nom
people-invited = Vous êtes invité
# $roles: what the person becomes, such as translator.
people-invited-as = Vous deviendrez : { $roles }
people-handle-note = Ce que vous décidez est attribué à votre pseudonyme, pour toujours. Il n’est pas obligé d’être votre nom.
people-password-note = Au moins 12 caractères.
people-enter = Créer le compte et entrer
# The head of a column.
people-rights = Ce qu’elles peuvent faire
# The head of a column: whether the account is in use.
people-state = Compte
people-disable = Désactiver
people-enable = Admettre à nouveau
people-sign-out-all = Déconnecter partout
people-invite = Inviter
people-invites = Invitations ouvertes
people-invite-made = Envoyez cette adresse ; elle vaut une fois, pendant sept jours, et ne sera plus montrée :
# A token is a secret text by which a program, such as a script or a feed reader, is let in.
tokens-title = Jetons
tokens-note = Avec un jeton, un programme demande ce que vous pouvez voir, ou fait ce que vous pouvez faire, sans votre mot de passe. Quiconque l’a peut la même chose : donnez à chaque programme le sien, et supprimez ceux dont rien ne se sert. Un autre mot de passe les laisse tels quels.
# Heads of columns. What the program may do: “Only read” or “All that the account may”.
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
# Before a field: for how many days the token is good.
tokens-days = Pour tant de jours
tokens-days-note = Sans nombre de jours, il vaut jusqu’à ce qu’il soit supprimé.
tokens-made = Copiez le jeton maintenant : il ne sera plus montré.
# A button: makes a token that only reads, and tells an address with it in it.
tokens-feed = Adresse pour un lecteur de flux
tokens-feed-made = Copiez maintenant cette adresse dans un lecteur de flux : elle ne sera plus montrée. Quiconque l’a peut lire ce que vous pouvez voir.
# $role: what somebody is in the project.
role-label =
    { $role ->
        [viewer] Lecture
        [translator] Traduction
        [reviewer] Relecture
        [editor] Rédaction
        [publisher] Publication
       *[admin] Administration
    }

## Critical texts, in all locales at once

emergency-title = Textes critiques
emergency-text = Une erreur dans ces textes peut faire du mal. Les périmés viennent en premier.
# Where each critical text is current in every locale.
emergency-nothing = Tous les textes critiques sont réglés partout.
# $count: how many critical texts wait for nobody.
emergency-settled =
    { $count ->
        [one] { NUMBER($count) } texte est réglé partout
       *[other] { NUMBER($count) } textes sont réglés partout
    }
# $count: how many critical texts are stale in some locale.
emergency-stale =
    { $count ->
        [one] { NUMBER($count) } texte critique est périmé.
       *[other] { NUMBER($count) } textes critiques sont périmés.
    }
emergency-look = Voir ce qu’on lit
# A link from a text in one locale to the same text in all of them.
emergency-link = Dans toutes les langues
emergency-gets = On lit aujourd’hui
# The text in the newest release that was built.
emergency-released = Dans la dernière édition
# $kind: what readers get of a text.  $locale: the language of it.
emergency-given =
    { $kind ->
        [own] cette traduction
        [fallback] le texte en { $locale }
       *[nothing] rien de nouveau : ce texte bloque toute édition
    }
# Before numbers and addresses, such as telephone numbers.
emergency-lacking = Seulement dans la source :
emergency-extra = Seulement dans la traduction :
emergency-why = Motif
# Keeps a translation from being shown until somebody settles it.
emergency-block = Bloquer
emergency-after = Ensuite, on lira :
emergency-ships-anyway = Le processus la montre même si quelqu’un en doute : mettez un texte juste à sa place.
emergency-not-shown = Cette traduction n’est pas montrée ; il n’y a rien à bloquer.
emergency-release = Ce qui est décidé ici paraît avec la prochaine édition.

## Claims
## “I am working on it”: others see it, and may still decide.

claim-take = J’y travaille
    .accesskey = m
    .title = Les autres voient qui travaille ici
claim-release = La laisser aux autres
# $count: for how many minutes the unit is still claimed by the reader.
claim-yours =
    { $count ->
        [one] À vous encore { NUMBER($count) } minute
       *[other] À vous encore { NUMBER($count) } minutes
    }
# $handle: who works on it.
claim-theirs = { $handle } y travaille
claim-mine = Les miennes
# In a filter: units that nobody works on.
claim-free = Libres
# In the place of a filter by who works on what.
claim-no-accounts = Savoir qui travaille sur quoi demande des comptes, et cette salle n’en a pas : ce filtre n’écarte rien.

## Trend and differences

trend-title = Les douze dernières semaines
# The head of a column: the day on which a week ended.
trend-week = Jusqu’au
trend-table = En tableau
trend-note = Les textes d’aujourd’hui, d’après les dates du registre : ce qui a été traduit et n’existe plus n’est pas compté, et ce qui a changé sans être vu compte comme changé depuis toujours.
# $release: the short name of a release.
launch-differs = Ce qui changerait depuis l’édition { $release }
launch-same = Rien ne changerait pour qui lit.
launch-no-release = Aucune édition n’a encore été construite pour ce canal.
# $change: what would become of some texts. Heads of columns.
differ-label =
    { $change ->
        [added] Ajoutées
        [changed] Modifiées
       *[removed] Retirées
    }

## For programs: what is here stands beside names and words that programs read, which stay in English

# The heading of a page that tells programmers what programs may ask this application for.
api-title = Pour les programmes
api-note = Tout ceci reçoit et donne du JSON, et vaut pour les programmes comme pour les personnes.
# Before a command that does it.
api-token = Un programme montre un jeton d’un compte dans un en-tête :
# Before the commands that do it.
api-sign-in = Un programme se connecte avec un pseudonyme et un mot de passe, comme un navigateur, et garde le cookie :
# $roles: a list of roles, such as “Translator, Editor”.
api-roles = pour { $roles }
# The heading of what a program sends along.
api-sent = Ce qui est envoyé
# $status: the number by which HTTP tells what came of it, or “default” for all others.
api-answer = Réponse { $status }
# Heads of columns: the name of a field, what kind of value it has, and what it means.
api-field = Champ
api-kind = Type
api-meaning = Signification
# Before the meaning of a field that need not be sent.
api-optional = Facultatif.
