## Décider d’un texte

refuse-no-text = il n’y a pas de texte à accepter
    .hint = écrivez la traduction, ou passez l’unité
refuse-unsure =
    { $count ->
        [one] une erreur dans ce texte fait du mal, et les contrôles trouvent { NUMBER($count) } erreur
       *[other] une erreur dans ce texte fait du mal, et les contrôles trouvent { NUMBER($count) } erreurs
    }
    .hint = corrigez-le ; si vous êtes sûr du texte tel quel, décidez une fois de plus
refuse-everywhere = parler pour toutes les langues demande le rôle de rédaction
    .hint = dites qu’elle est toujours valable dans votre propre langue
refuse-changed = le texte a changé depuis que vous l’avez ouvert
    .hint = rien n’a été écrit : rechargez la page, et réunissez les deux textes
refuse-moved-on = `{ $unit }` n’est plus comme on vous l’a montrée
    .reload = rechargez la page, et décidez à nouveau
    .diff = regardez-la à nouveau avec `hexapla diff`
refuse-ledger = une partie du registre ne peut pas être lue : { $problem }
    .hint = rien ne peut être décidé tant que le fichier n’est pas rétabli
refuse-nobody = chaque décision est attribuée à quelqu’un
    .hint = dites sous quel pseudonyme vous voulez figurer ; il reste au registre pour toujours
refuse-nothing-back = il n’y a rien à annuler dans cette visite
refuse-not-yours = vous ne pouvez rien décider en `{ $locale }`
refuse-was-stale = `{ $unit }` était périmée avant qu’on en doute
    .hint = s’en porter garant est une autre décision : acceptez un texte pour elle
refuse-no-source = `{ $unit }` n’a plus de source
refuse-no-pivot = `{ $unit }` n’a pas encore de traduction en `{ $pivot }`, d’après laquelle `{ $locale }` est faite
    .hint = décidez d’abord en `{ $pivot }`
refuse-no-target = `{ $unit }` n’a pas encore de traduction en `{ $locale }`
    .hint = écrivez-en une avec `--text`, ou créez la page avec `hexapla fill --locale { $locale }`
refuse-not-stale =
    { $freshness ->
        [current] `{ $unit }` est à jour en `{ $locale }`, et on ne peut garder qu’une traduction périmée
        [missing] `{ $unit }` est manquante en `{ $locale }`, et on ne peut garder qu’une traduction périmée
        [unverified] `{ $unit }` n’est pas confirmée en `{ $locale }`, et on ne peut garder qu’une traduction périmée
        [obsolete] `{ $unit }` est obsolète en `{ $locale }`, et on ne peut garder qu’une traduction périmée
       *[other] l’état de `{ $unit }` en `{ $locale }` est { $freshness }, et on ne peut garder qu’une traduction périmée
    }
    .hint = utilisez `hexapla accept`
refuse-not-current =
    { $freshness ->
        [missing] `{ $unit }` est manquante en `{ $locale }`, et on ne peut rouvrir qu’une traduction à jour ou périmée
        [unverified] `{ $unit }` n’est pas confirmée en `{ $locale }`, et on ne peut rouvrir qu’une traduction à jour ou périmée
        [obsolete] `{ $unit }` est obsolète en `{ $locale }`, et on ne peut rouvrir qu’une traduction à jour ou périmée
       *[other] l’état de `{ $unit }` en `{ $locale }` est { $freshness }, et on ne peut rouvrir qu’une traduction à jour ou périmée
    }
    .hint = elle est déjà sur la liste de ce qui est à relire
refuse-inherited = `{ $unit }` est reprise de `{ $from }` en `{ $locale }`
    .hint = décidez en `{ $from }`, ou donnez-lui un texte à elle avec `--text`
refuse-blocks =
    { $count ->
        [one] la traduction de `{ $unit }` a { NUMBER($count) } bloc, le texte non
       *[other] la traduction de `{ $unit }` a { NUMBER($count) } blocs, le texte non
    }
    .hint =
        { $count ->
            [one] donnez { NUMBER($count) } texte sans ligne vide, ou modifiez le fichier
           *[other] donnez { NUMBER($count) } textes séparés par une ligne vide, ou modifiez le fichier
        }

## Ce qui n’existe pas

refuse-no-page = cette page n’existe pas
refuse-no-unit = cette unité n’existe plus
refuse-unit-gone = l’unité `{ $unit }` n’existe plus
    .hint = sa source a peut-être changé : cherchez-la dans la liste
refuse-unit-gone-in = l’unité `{ $unit }` n’existe plus en `{ $locale }`
    .hint = sa source a peut-être changé : cherchez-la dans la file d’attente
refuse-unit-name = `{ $text }` n’est pas une unité
    .hint = les unités s’appellent ainsi : `pages/about#title`
refuse-no-resource = la ressource `{ $resource }` n’existe pas
    .short = la ressource `{ $resource }` n’existe pas
refuse-resource-name = `{ $text }` n’est pas une ressource
    .hint = les ressources s’appellent ainsi : `pages/about`
refuse-no-locale = le projet n’est pas traduit en `{ $locale }`
    .hint = voyez `locales` dans hexapla.toml
    .here = il est traduit en { $locales }
refuse-no-collection = la collection `{ $wanted }` n’existe pas
    .hint = voyez `[collections]` dans hexapla.toml
refuse-no-channel = aucun flux de travail n’a de canal `{ $wanted }`
    .hint = voyez `[channels]` dans les flux de travail
refuse-not-critical = `{ $unit }` n’est pas une unité critique
    .hint = son flux de travail demande une seule personne, et n’en garde pas tous les textes

## Qui peut faire quoi

refuse-may-not = vous ne pouvez pas faire cela ici
    .hint = il faut un de ces rôles : { $roles }
refuse-roles = { $roles }, { $role }
role-viewer = lecture
role-translator = traduction
role-reviewer = relecture
role-editor = rédaction
role-publisher = publication
role-admin = administration
refuse-signed-out = personne n’est connecté
    .hint = connectez-vous, dans une autre fenêtre si vous préférez : ce que vous avez écrit est gardé
refuse-other-visit = ce formulaire a été fait pour une autre visite
    .hint = rechargez la page et renvoyez-le : ce que vous avez écrit est gardé
refuse-send-again = rien n’a été fait : regardez-le et renvoyez-le
refuse-other-site = un autre site a envoyé ceci
    .hint = ouvrez la salle elle-même
refuse-no-accounts = cette salle n’a pas de comptes
    .hint = `hexapla people add HANDLE --role admin` crée le premier

## Trop, ou trop vite

refuse-slow = le formulaire n’est pas arrivé à temps
refuse-large = le formulaire est trop grand, ou n’est pas arrivé entier
    .hint = un formulaire peut faire 4 Mio
refuse-pace = trop de demandes à la fois
    .hint = attendez { NUMBER($wait) } ms, puis continuez avec { NUMBER($most) } par seconde au plus
refuse-at-it = quelqu’un le fait déjà
    .hint = regardez à nouveau dans un instant

## Avant la publication

refuse-unread = une partie du projet ne peut pas être lue
    .hint = elle manquerait à l’édition : occupez-vous d’abord des fichiers nommés plus haut
refuse-closed =
    { $count ->
        [one] `{ $channel }` est fermé pour { NUMBER($count) } raison
       *[other] `{ $channel }` est fermé pour { NUMBER($count) } raisons
    }
    .hint = la page du canal les nomme
refuse-built-since = une autre édition que `{ $release }` a été construite depuis
refuse-no-publishing = cette salle ne publie pas
    .hint = démarrez-la avec `hexapla serve --publish-to STORE`

## Comptes

refuse-taken = `{ $handle }` est déjà pris
    .hint = prenez un autre pseudonyme ; des majuscules n’en font pas un autre
refuse-no-account = le compte `{ $handle }` n’existe pas
refuse-disabled = le compte `{ $handle }` est désactivé
    .hint = l’administration peut le rétablir
refuse-wrong = le pseudonyme ou le mot de passe est faux
    .hint = réessayez, ou demandez un nouveau mot de passe à l’administration
refuse-wait =
    { $seconds ->
        [one] trop de mots de passe faux : attendez { NUMBER($seconds) } seconde avant le suivant
       *[other] trop de mots de passe faux : attendez { NUMBER($seconds) } secondes avant le suivant
    }
refuse-short =
    { $least ->
        [one] le mot de passe est trop court : il faut au moins { NUMBER($least) } caractère
       *[other] le mot de passe est trop court : il faut au moins { NUMBER($least) } caractères
    }
    .hint = prenez quatre ou cinq mots qui n’ont rien à voir entre eux
refuse-long =
    { $most ->
        [one] le mot de passe est trop long : { NUMBER($most) } octet au plus
       *[other] le mot de passe est trop long : { NUMBER($most) } octets au plus
    }
    .hint = prenez quelques mots
refuse-is-handle = le mot de passe est le pseudonyme, que tout le monde connaît
refuse-control = le mot de passe contient un caractère de contrôle, comme une fin de ligne ou une tabulation
    .hint = retirez-le
refuse-name = ce n’est pas un nom : il faut de 1 à 100 caractères visibles
    .hint = prenez le nom sous lequel on vous connaît
refuse-handle = `{ $text }` n’est pas un pseudonyme : il faut de 1 à 32 lettres, chiffres, `-`, `_` ou `.`
refuse-no-admin = `{ $handle }` n’administre pas cette salle
    .hint = demandez à quelqu’un qui le fait
refuse-last-admin = `{ $handle }` est la dernière personne à administrer cette salle
    .hint = donnez d’abord ce rôle à quelqu’un d’autre
refuse-no-role = une invitation a besoin d’un rôle
    .hint = `viewer` ne fait que regarder
refuse-no-invite = l’invitation n’est pas valable, ou ne l’est plus
    .hint = demandez-en une autre à l’administration
refuse-invite-for = l’invitation est pour `{ $handle }`
    .hint = prenez ce pseudonyme, ou demandez une autre invitation à l’administration
refuse-claimed = `{ $handle }` y travaille jusqu’à { $until }
    .hint = demandez-lui de la laisser, ou prenez une autre unité
refuse-token-taken = il y a déjà un jeton `{ $name }`
    .hint = prenez un autre nom, ou retirez d’abord celui-là
refuse-no-token = ce jeton n’existe pas
refuse-many-tokens =
    { $count ->
        [one] il y a déjà { NUMBER($count) } jeton
       *[other] il y a déjà { NUMBER($count) } jetons
    }
    .hint = retirez ceux que rien n’utilise
refuse-days = `{ $text }` n’est pas un nombre de jours
    .hint = il faut de 1 à { NUMBER($most) }, ou rien
people-counts-not = hexapla.toml nomme des personnes et ne donne rien de cela à `{ $handle }` : aucun état attribué par ce compte ne compte
people-counts-less = hexapla.toml donne moins à `{ $handle }` : seul { $rights } compte
people-roles-in = { $roles } en { $locales }

## Why a gate of a channel is closed

gate-blocked =
    { $freshness ->
        [stale] périmée
        [unverified] non confirmée
        [missing] manquante
       *[other] { $freshness }
    } et bloquée par une règle de diffusion
gate-state =
    { $state ->
        [initial] initiale
        [translated] traduite
        [reviewed] relue
       *[other] { $state }
    }, attendu : { $least ->
        [translated] traduite
        [reviewed] relue
        [final] définitive
       *[other] { $least }
    }
gate-state-several =
    { $state ->
        [initial] initiale
        [translated] traduite
        [reviewed] relue
       *[other] { $state }
    }, attendu : { $least ->
        [translated] traduite
        [reviewed] relue
        [final] définitive
       *[other] { $least }
    } par { NUMBER($people) } personnes
gate-age =
    périmée depuis le { $date }, attendu : au plus { $days ->
        [one] { NUMBER($days) } jour
       *[other] { NUMBER($days) } jours
    }
gate-age-unknown =
    périmée depuis on ne sait quand, attendu : au plus { $days ->
        [one] { NUMBER($days) } jour
       *[other] { NUMBER($days) } jours
    }
gate-coverage-units = { NUMBER($part) } unités sur { NUMBER($all) } sont à jour ({ $percent } %), attendu : au moins { $least } %
gate-coverage-words = { NUMBER($part) } mots sur { NUMBER($all) } sont à jour ({ $percent } %), attendu : au moins { $least } %
gate-no-utf8 = la source n’est pas en UTF-8
gate-no-toml = la source n’est pas en TOML
gate-check = { $check } : { $message }
