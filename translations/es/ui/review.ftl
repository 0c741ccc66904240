## Marco

review-title = { -hexapla }: traducciones de { $project }
review-nav =
    .aria-label = Páginas de revisión
review-nav-queue = Cola
review-nav-coverage = Cobertura
review-nav-history = Historial
review-signed-in = En revisión como { $handle }
review-sign-out = Cerrar sesión
review-as-of = Situación a { DATETIME($date, month: "long", year: "numeric", day: "numeric") }

## Estados de una unidad

freshness-label =
    { $freshness ->
        [current] Vigente
        [stale] Desactualizada
        [missing] Pendiente
        [unverified] Sin confirmar
       *[obsolete] Obsoleta
    }
    .title =
        { $freshness ->
            [current] Dice lo que hoy dice el original
            [stale] Hecha a partir de un original que ha cambiado después
            [missing] Aún sin traducir
            [unverified] Modificada fuera de { -hexapla }; nadie la ha confirmado
           *[obsolete] Su texto original ya no existe
        }
state-label =
    { $state ->
        [initial] Inicial
        [translated] Traducida
        [reviewed] Revisada
       *[final] Definitiva
    }
change-label =
    { $change ->
        [layout] Disposición
        [punctuation] Puntuación
        [case] Mayúsculas y minúsculas
        [markup] Marcado
        [link] Enlace
        [number] Número
        [placeable] Marcador de posición
        [term] Término
       *[wording] Redacción
    }
state-critical = Crítica
    .title = Un error aquí puede causar daño: deben dar su acuerdo dos personas

## Cola

queue-title = Cola de { $locale }
queue-count =
    { $count ->
        [0] No espera nada
        [one] { NUMBER($count) } unidad en espera
       *[other] { NUMBER($count) } unidades en espera
    }
queue-words =
    { $words ->
        [one] { NUMBER($words) } palabra
       *[other] { NUMBER($words) } palabras
    }
queue-changed-words =
    { $words ->
        [0] no ha cambiado ninguna palabra
        [one] ha cambiado { NUMBER($words) } palabra
       *[other] han cambiado { NUMBER($words) } palabras
    }
queue-oldest =
    { $days ->
        [0] Cambio más antiguo: hoy
        [one] Cambio más antiguo: hace { NUMBER($days) } día
       *[other] Cambio más antiguo: hace { NUMBER($days) } días
    }
queue-age-unknown = No se sabe de cuándo es el cambio más antiguo
queue-empty = Todo listo. { -hexapla } le avisará cuando cambie un texto original.
queue-filter = Mostrar
    .aria-label = Elegir qué unidades se muestran
queue-search =
    .placeholder = Una palabra del original o de la traducción
    .aria-label = Buscar en la cola
queue-next = Siguiente
    .accesskey = j
queue-previous = Anterior
    .accesskey = k
queue-position = { NUMBER($position) } de { NUMBER($count) }

## Una unidad

unit-old-source = Original cuando se tradujo
unit-new-source = Original de hoy
unit-target = Su traducción
    .placeholder = Escriba aquí la traducción
unit-made-from = Hecha a partir del texto del { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
unit-changed-by = Modificada por { $handle } el { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
unit-change-reason = Motivo: { $reason }
unit-removed = eliminado:
unit-added = añadido:
unit-comment = Nota para la traducción
unit-earlier-target = Una traducción anterior corresponde a este original
    .title = El original ha vuelto a un texto que ya se había traducido
unit-proposal = Propuesta de { $handle }
unit-missing-placeables =
    { $count ->
        [one] En la traducción falta { $names }
       *[other] En la traducción faltan { NUMBER($count) } marcadores de posición: { $names }
    }

## Decisiones

decide-accept = Aceptar
    .accesskey = a
    .title = La traducción dice ahora lo que dice el original
decide-keep = Mantener como válida
    .accesskey = m
    .title = El original ha cambiado, pero la traducción sigue siendo correcta
decide-keep-everywhere = Mantener en todos los idiomas
    .title = El cambio fue solo una corrección; todas las traducciones siguen siendo correctas
decide-skip = Omitir
    .accesskey = o
    .title = Decidir más tarde
decide-reopen = Reabrir
    .accesskey = r
    .title = Esta traducción necesita otra revisión
decide-restore = Recuperar la traducción anterior
    .accesskey = t
decide-undo = Deshacer
    .accesskey = d
decide-done =
    { $decision ->
        [accepted] Se ha aceptado { $unit }
        [kept] Se ha mantenido { $unit } como válida
        [skipped] Se ha omitido { $unit }
        [reopened] Se ha reabierto { $unit }
       *[undone] Se ha deshecho la última decisión sobre { $unit }
    }
decide-save =
    { $count ->
        [one] Guardar { NUMBER($count) } decisión
       *[other] Guardar { NUMBER($count) } decisiones
    }
decide-moved-on = El original ha cambiado mientras usted leía. Por favor, consulte el texto nuevo.
decide-second-person = Otra persona debe dar su acuerdo antes de que se publique este texto.

## Cobertura

coverage-title = Cobertura
coverage-table =
    .aria-label = Cobertura por idioma y colección
coverage-locale = Idioma
coverage-collection = Colección
coverage-units = Unidades
coverage-words = Palabras
coverage-oldest = Desfase más antiguo
coverage-percent = { NUMBER($percent, maximumFractionDigits: 1) } %
    .title = Vigente, en palabras
coverage-inherited =
    { $count ->
        [one] { NUMBER($count) } unidad procede de { $locale }
       *[other] { NUMBER($count) } unidades proceden de { $locale }
    }
coverage-age =
    { $days ->
        [0] hoy
        [one] { NUMBER($days) } día
       *[other] { NUMBER($days) } días
    }
coverage-impact =
    { $units ->
        [0] Este cambio no deja nada desactualizado.
        [one] Este cambio deja { NUMBER($units) } unidad desactualizada (palabras: { NUMBER($words) }).
       *[other] Este cambio deja { NUMBER($units) } unidades desactualizadas en { $locales ->
            [one] { NUMBER($locales) } idioma
           *[other] { NUMBER($locales) } idiomas
        } (palabras: { NUMBER($words) }).
    }
coverage-ready = Lista para publicar
coverage-blocked = No está lista: { $reason }
