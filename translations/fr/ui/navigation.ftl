## Cadre de la page

page-title = { $page } · { -brand-name }
skip-to-content = Aller au contenu principal
    .accesskey = c
skip-to-help = Aller aux { -helpline(number: "plural") }
back-to-top = Haut de page
    .aria-label = Revenir en haut de cette page
breadcrumb =
    .aria-label = Vous êtes ici

## Menu principal

nav-main =
    .aria-label = Menu principal
nav-menu-button = Menu
    .aria-label =
        { $state ->
            [open] Fermer le menu
           *[closed] Ouvrir le menu
        }
nav-home = Page d’accueil
    .title = { -brand-name } : page d’accueil
nav-urgent = Urgent : la loi
nav-prevent = Ce que vous pouvez faire
    .title = Ce que chacun peut faire pour prévenir les abus en ligne
nav-officials = Pour les responsables publics
nav-companies = Pour les entreprises technologiques
nav-professionals = Pour les professionnels
    .title = Pour l’enseignement, la médecine, le travail social, la police et le sport
nav-caregivers = Pour les parents et les proches
nav-library = Bibliothèque de ressources
nav-help = Obtenir de l’aide
    .title = { -helpline(number: "plural", case: "title") } par pays
    .aria-label = Obtenir de l’aide maintenant : { -helpline(number: "plural") } par pays
nav-current-page = page actuelle
nav-external = { $site }
    .title = Ouvre { $site }, un site qui n’est pas géré par { -brand-name(form: "short") }

## Recherche

search = Recherche
    .aria-label = Rechercher sur ce site
    .placeholder = Guides, affiches, pays…
search-submit = Rechercher
search-results =
    { $count ->
        [0] Aucun résultat pour « { $query } »
        [one] { NUMBER($count) } résultat pour « { $query } »
       *[other] { NUMBER($count) } résultats pour « { $query } »
    }
search-no-results-hint = Essayez un mot plus court ou parcourez la bibliothèque de ressources.

## Choix de la langue

language-switch = Langue
    .aria-label = Choisir une langue
    .title = Cette page dans d’autres langues
language-current = { $language }
    .aria-label = { $language } (langue actuelle)
language-fallback = Cette page n’existe pas encore dans votre langue. Langue affichée : { $language }.
language-coverage = Traduit à { NUMBER($percent, maximumFractionDigits: 0) } %
language-part = En { $language } :

## Quitter rapidement

quick-exit = Quitter ce site
    .title = Ouvre une page météo à la place de celle-ci
    .aria-label = Quitter ce site rapidement
quick-exit-hint = Cela n’efface pas l’historique de votre navigateur.

## Pied de page

footer =
    .aria-label = À propos de ce site
footer-about =
    { -brand-name.article ->
        [definite] À propos du { -brand-name }
       *[none] À propos de { -brand-name }
    }
footer-mission = Nous agissons pour qu’aucun enfant ne subisse de violences en ligne et pour que chaque enfant qui en subit soit entendu.
footer-privacy = Vie privée
footer-accessibility = Accessibilité
footer-contact = Contact
footer-imprint = Mentions légales
footer-licence = © { $year } { -brand-name }. Reproduction des textes autorisée avec mention de la source.
footer-example = Ce site est un exemple. Le réseau est fictif.
footer-updated = Dernière modification : { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
