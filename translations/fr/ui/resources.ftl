## La liste

library-title = Bibliothèque de ressources
library-introduction = Des guides, des rapports et des affiches à lire, à imprimer et à faire circuler.
library-count =
    { $count ->
        [0] Aucune ressource ne correspond
        [one] { NUMBER($count) } ressource sur { NUMBER($total) }
       *[other] { NUMBER($count) } ressources sur { NUMBER($total) }
    }
library-filter =
    .aria-label = Affiner la liste
filter-kind = Type
filter-topic = Thème
filter-year = Année
filter-language = Langue
filter-all = Tout
filter-reset = Tout afficher
    .title = Retirer tous les filtres
library-order =
    { $order ->
        [title] Par titre
        [oldest] Les plus anciennes d’abord
       *[newest] Les plus récentes d’abord
    }

## Une fiche

resource-kind =
    { $kind ->
        [case-study] Étude de cas
        [checklist] Liste de contrôle
        [country-overview] Panorama d’un pays
        [explainer] Texte explicatif
        [guide] Guide
        [interview] Entretien
        [joint-statement] Déclaration commune
        [leaflet] Dépliant
        [lesson-plan] Fiche pédagogique
        [outcome-report] Compte rendu
        [poster] Affiche
        [training] Plan de formation
       *[other] Ressource
    }
resource-published = { $publisher }, { $year }
resource-partners =
    { $count ->
        [one] Avec { $partners }
       *[other] Avec { $partners } ({ NUMBER($count) } partenaires)
    }
resource-open =
    { $kind ->
        [interview] En savoir plus sur l’entretien
        [poster] Voir l’affiche
       *[other] Lire
    }
resource-download = Télécharger
    .title = Télécharger « { $title } »
    .aria-label = Télécharger « { $title } » ({ $format }, { $size })
resource-print = Imprimer
    .title = Imprimer au format A4 ou Letter
resource-topics = Thèmes : { $topics }
resource-no-summary = Il n’y a pas encore de résumé dans votre langue.
resource-related =
    { $count ->
        [0] Rien d’autre sur ce thème
        [one] { NUMBER($count) } autre ressource sur ce thème
       *[other] { NUMBER($count) } autres ressources sur ce thème
    }

## Langues d’une ressource

resource-available-in = Disponible en { $languages }
    .title = Uniquement les langues dont le texte est à jour
resource-language-count =
    { $count ->
        [one] En { NUMBER($count) } langue
       *[other] En { NUMBER($count) } langues
    }
resource-only-original = Uniquement en { $language }, la langue d’origine
resource-older-in = Une version antérieure existe en { $languages }
resource-original = Original : { $language }
    .title = D’abord publié en { $language }
resource-not-in-yours = Pas encore dans votre langue
resource-ask-translation = Demander une traduction
    .title = Nous dire que vous avez besoin de « { $title } » en { $language }
resource-offer-translation = Aider à traduire cette ressource

## Avis sur l’âge d’une traduction

notice-translated-from = Traduit d’après le texte du { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
notice-older =
    { $days ->
        [0] L’original a changé aujourd’hui. Cette traduction n’en tient pas encore compte.
        [one] L’original a changé il y a { NUMBER($days) } jour. Cette traduction n’en tient pas encore compte.
       *[other] L’original a changé il y a { NUMBER($days) } jours. Cette traduction n’en tient pas encore compte.
    }
    .aria-label = Cette traduction est plus ancienne que son original
notice-older-parts =
    { $count ->
        [one] { NUMBER($count) } paragraphe de cette page est plus ancien que l’original
       *[other] { NUMBER($count) } paragraphes de cette page sont plus anciens que l’original
    }
notice-see-original = Voir l’original
    .title = Ouvre le texte en { $language }
notice-fallback = Cette partie est en { $language }, car sa traduction n’est plus à jour.
notice-helpline-withheld = Nous n’affichons pas ici d’ancienne traduction, afin que vous n’obteniez jamais un mauvais numéro.
notice-unverified = Personne n’a encore confirmé que cette traduction est juste.
