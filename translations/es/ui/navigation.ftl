## Marco de la página

page-title = { $page } · { -brand-name }
skip-to-content = Ir al contenido principal
    .accesskey = c
skip-to-help = Ir a las { -helpline(number: "plural") }
back-to-top = Volver arriba
    .aria-label = Volver al principio de esta página
breadcrumb =
    .aria-label = Usted está aquí

## Menú principal

nav-main =
    .aria-label = Menú principal
nav-menu-button = Menú
    .aria-label =
        { $state ->
            [open] Cerrar el menú
           *[closed] Abrir el menú
        }
nav-home = Inicio
    .title = { -brand-name }: página de inicio
nav-urgent = Urgente: la ley
nav-prevent = Qué puede hacer
    .title = Lo que cualquier persona puede hacer para prevenir los abusos en internet
nav-officials = Para cargos públicos
nav-companies = Para empresas tecnológicas
nav-professionals = Para profesionales
    .title = Para docentes, personal médico, trabajo social, policía y deporte
nav-caregivers = Para familias y personas cuidadoras
nav-library = Biblioteca de recursos
nav-help = Pedir ayuda
    .title = { -helpline(number: "plural", case: "title") } por país
    .aria-label = Pedir ayuda ahora: { -helpline(number: "plural") } por país
nav-current-page = página actual
nav-external = { $site }
    .title = Abre { $site }, un sitio que no gestiona { -brand-name(form: "short") }

## Búsqueda

search = Buscar
    .aria-label = Buscar en este sitio
    .placeholder = Guías, carteles, países…
search-submit = Buscar
search-results =
    { $count ->
        [0] No hay resultados para «{ $query }»
        [one] { NUMBER($count) } resultado para «{ $query }»
       *[other] { NUMBER($count) } resultados para «{ $query }»
    }
search-no-results-hint = Pruebe con una palabra más corta o consulte la biblioteca de recursos.

## Cambio de idioma

language-switch = Idioma
    .aria-label = Elegir un idioma
    .title = Esta página en otros idiomas
language-current = { $language }
    .aria-label = { $language } (idioma actual)
language-fallback = Esta página aún no está disponible en su idioma. La está leyendo en este idioma: { $language }.
language-coverage = Traducido al { NUMBER($percent, maximumFractionDigits: 0) } %
language-part = En { $language }:

## Salir deprisa

quick-exit = Salir de esta web
    .title = Abre una página del tiempo en lugar de esta
    .aria-label = Salir de esta web rápidamente
quick-exit-hint = Esto no borra el historial del navegador.

## Pie de página

footer =
    .aria-label = Acerca de este sitio
footer-about =
    { -brand-name.article ->
        [definite] Acerca de la { -brand-name }
       *[none] Acerca de { -brand-name }
    }
footer-mission = Trabajamos para que ningún niño ni ninguna niña sufra daños en internet y para que se escuche a quienes los sufren.
footer-privacy = Privacidad
footer-accessibility = Accesibilidad
footer-contact = Contacto
footer-imprint = Aviso legal
footer-licence = © { $year } { -brand-name }. Los textos se pueden copiar citando la fuente.
footer-example = Este es un sitio de ejemplo. La red es ficticia.
footer-updated = Última modificación: { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
