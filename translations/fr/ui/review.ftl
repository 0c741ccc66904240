## Cadre

review-title = { -hexapla } : traductions de { $project }
review-nav =
    .aria-label = Pages de relecture
review-nav-queue = File d’attente
review-nav-coverage = Couverture
review-nav-history = Historique
review-signed-in = Relecture par { $handle }
review-sign-out = Se déconnecter
review-as-of = Situation au { DATETIME($date, month: "long", year: "numeric", day: "numeric") }

## États d’une unité

freshness-label =
    { $freshness ->
        [current] À jour
        [stale] Périmée
        [missing] Manquante
        [unverified] Non confirmée
       *[obsolete] Obsolète
    }
    .title =
        { $freshness ->
            [current] Dit ce que dit la source aujourd’hui
            [stale] Faite d’après une source qui a changé depuis
            [missing] Pas encore traduite
            [unverified] Modifiée en dehors de { -hexapla } ; personne ne l’a confirmée
           *[obsolete] Son texte source n’existe plus
        }
state-label =
    { $state ->
        [initial] Initiale
        [translated] Traduite
        [reviewed] Relue
       *[final] Définitive
    }
change-label =
    { $change ->
        [layout] Mise en page
        [punctuation] Ponctuation
        [case] Majuscules et minuscules
        [markup] Balisage
        [link] Lien
        [number] Nombre
        [placeable] Élément variable
        [term] Terme
       *[wording] Formulation
    }
state-critical = Critique
    .title = Une erreur ici peut faire du mal : deux personnes doivent donner leur accord

## File d’attente

queue-title = File d’attente : { $locale }
queue-count =
    { $count ->
        [0] Rien n’attend
        [one] { NUMBER($count) } unité en attente
       *[other] { NUMBER($count) } unités en attente
    }
queue-words =
    { $words ->
        [one] { NUMBER($words) } mot
       *[other] { NUMBER($words) } mots
    }
queue-changed-words =
    { $words ->
        [0] aucun mot modifié
        [one] { NUMBER($words) } mot modifié
       *[other] { NUMBER($words) } mots modifiés
    }
queue-oldest =
    { $days ->
        [0] Changement le plus ancien : aujourd’hui
        [one] Changement le plus ancien : il y a { NUMBER($days) } jour
       *[other] Changement le plus ancien : il y a { NUMBER($days) } jours
    }
queue-age-unknown = On ignore de quand date le changement le plus ancien
queue-empty = Tout est fait. { -hexapla } vous préviendra quand un texte source changera.
queue-filter = Afficher
    .aria-label = Choisir les unités à afficher
queue-search =
    .placeholder = Un mot de la source ou de la traduction
    .aria-label = Rechercher dans la file d’attente
queue-next = Suivante
    .accesskey = j
queue-previous = Précédente
    .accesskey = k
queue-position = { NUMBER($position) } sur { NUMBER($count) }

## Une unité

unit-old-source = Source au moment de la traduction
unit-new-source = Source aujourd’hui
unit-target = Votre traduction
    .placeholder = Écrivez la traduction ici
unit-made-from = Faite d’après le texte du { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
unit-changed-by = Modifiée par { $handle } le { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
unit-change-reason = Motif : { $reason }
unit-removed = supprimé :
unit-added = ajouté :
unit-comment = Note pour la traduction
unit-earlier-target = Une traduction antérieure correspond à cette source
    .title = La source est revenue à un texte déjà traduit auparavant
unit-proposal = Proposition de { $handle }
unit-missing-placeables =
    { $count ->
        [one] Il manque { $names } dans la traduction
       *[other] Il manque { NUMBER($count) } éléments variables dans la traduction : { $names }
    }

## Décisions

decide-accept = Accepter
    .accesskey = a
    .title = La traduction dit maintenant ce que dit la source
decide-keep = Garder, toujours valable
    .accesskey = g
    .title = La source a changé, mais la traduction reste juste
decide-keep-everywhere = Garder dans toutes les langues
    .title = Le changement n’était qu’une correction ; toutes les traductions restent justes
decide-skip = Passer
    .accesskey = p
    .title = Décider plus tard
decide-reopen = Rouvrir
    .accesskey = r
    .title = Cette traduction est à revoir
decide-restore = Rétablir la traduction antérieure
    .accesskey = t
decide-undo = Annuler
    .accesskey = n
decide-done =
    { $decision ->
        [accepted] { $unit } : traduction acceptée
        [kept] { $unit } : traduction gardée, toujours valable
        [skipped] { $unit } : décision reportée
        [reopened] { $unit } : traduction rouverte
       *[undone] { $unit } : dernière décision annulée
    }
decide-save =
    { $count ->
        [one] Enregistrer { NUMBER($count) } décision
       *[other] Enregistrer { NUMBER($count) } décisions
    }
decide-moved-on = La source a changé pendant votre lecture. Veuillez consulter le nouveau texte.
decide-second-person = Une autre personne doit donner son accord avant la publication de ce texte.

## Couverture

coverage-title = Couverture
coverage-table =
    .aria-label = Couverture par langue et par collection
coverage-locale = Langue
coverage-collection = Collection
coverage-units = Unités
coverage-words = Mots
coverage-oldest = Retard le plus ancien
coverage-percent = { NUMBER($percent, maximumFractionDigits: 1) } %
    .title = À jour, en nombre de mots
coverage-inherited =
    { $count ->
        [one] { NUMBER($count) } unité vient de la langue de repli : { $locale }
       *[other] { NUMBER($count) } unités viennent de la langue de repli : { $locale }
    }
coverage-age =
    { $days ->
        [0] aujourd’hui
        [one] { NUMBER($days) } jour
       *[other] { NUMBER($days) } jours
    }
coverage-impact =
    { $units ->
        [0] Cette modification ne périme rien.
        [one] Cette modification périme { NUMBER($units) } unité (mots : { NUMBER($words) }).
       *[other] Cette modification périme { NUMBER($units) } unités dans { $locales ->
            [one] { NUMBER($locales) } langue
           *[other] { NUMBER($locales) } langues
        } (mots : { NUMBER($words) }).
    }
coverage-ready = Prête à publier
coverage-blocked = Pas prête : { $reason }
