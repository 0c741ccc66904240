## La lista

library-title = Biblioteca de recursos
library-introduction = Guías, informes y carteles para leer, imprimir y compartir.
library-count =
    { $count ->
        [0] Ningún recurso coincide
        [one] { NUMBER($count) } recurso de { NUMBER($total) }
       *[other] { NUMBER($count) } recursos de { NUMBER($total) }
    }
library-filter =
    .aria-label = Acotar la lista
filter-kind = Tipo
filter-topic = Tema
filter-year = Año
filter-language = Idioma
filter-all = Todos
filter-reset = Mostrar todo
    .title = Quitar todos los filtros
library-order =
    { $order ->
        [title] Por orden de título
        [oldest] Primero los más antiguos
       *[newest] Primero los más recientes
    }

## Una ficha

resource-kind =
    { $kind ->
        [case-study] Estudio de caso
        [checklist] Lista de comprobación
        [country-overview] Panorama de un país
        [explainer] Texto explicativo
        [guide] Guía
        [interview] Entrevista
        [joint-statement] Declaración conjunta
        [leaflet] Folleto
        [lesson-plan] Plan de clase
        [outcome-report] Informe de conclusiones
        [poster] Cartel
        [training] Guion de formación
       *[other] Recurso
    }
resource-published = { $publisher }, { $year }
resource-partners =
    { $count ->
        [one] Con { $partners }
       *[other] Con { $partners } ({ NUMBER($count) } entidades)
    }
resource-open =
    { $kind ->
        [interview] Leer sobre la entrevista
        [poster] Ver el cartel
       *[other] Leer
    }
resource-download = Descargar
    .title = Descargar «{ $title }»
    .aria-label = Descargar «{ $title }» ({ $format }, { $size })
resource-print = Imprimir
    .title = Imprimir en A4 o en tamaño carta
resource-topics = Temas: { $topics }
resource-no-summary = Aún no hay un resumen en su idioma.
resource-related =
    { $count ->
        [0] Nada más sobre este tema
        [one] { NUMBER($count) } recurso más sobre este tema
       *[other] { NUMBER($count) } recursos más sobre este tema
    }

## Idiomas de un recurso

resource-available-in = Disponible en { $languages }
    .title = Solo los idiomas cuyo texto está al día
resource-language-count =
    { $count ->
        [one] En { NUMBER($count) } idioma
       *[other] En { NUMBER($count) } idiomas
    }
resource-only-original = Solo en { $language }, el idioma original
resource-older-in = Hay una versión anterior en { $languages }
resource-original = Original: { $language }
    .title = Publicado primero en { $language }
resource-not-in-yours = Aún no está en su idioma
resource-ask-translation = Pedir una traducción
    .title = Avisarnos de que necesita «{ $title }» en { $language }
resource-offer-translation = Ayudar a traducirlo

## Avisos sobre la antigüedad de una traducción

notice-translated-from = Traducción del texto del { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
notice-older =
    { $days ->
        [0] El original ha cambiado hoy. Esta traducción aún no recoge el cambio.
        [one] El original cambió hace { NUMBER($days) } día. Esta traducción aún no recoge el cambio.
       *[other] El original cambió hace { NUMBER($days) } días. Esta traducción aún no recoge el cambio.
    }
    .aria-label = Esta traducción es anterior a la versión actual del original
notice-older-parts =
    { $count ->
        [one] { NUMBER($count) } párrafo de esta página es anterior a la versión actual del original
       *[other] { NUMBER($count) } párrafos de esta página son anteriores a la versión actual del original
    }
notice-see-original = Ver el original
    .title = Abre el texto en { $language }
notice-fallback = Esta parte está en { $language } porque su traducción ha quedado desactualizada.
notice-helpline-withheld = Aquí no mostramos traducciones antiguas, para que nunca reciba un número equivocado.
notice-unverified = Nadie ha confirmado todavía que esta traducción sea correcta.
