### The review and coverage pages of Hexapla itself.
### “Unit” is the smallest text with a status of its own: a message, a paragraph, a field.
### “Current” and “stale” are set terms: a stale translation was made from a text that has changed.

## Frame

review-title = { -hexapla }: traducciones de { $project }
review-nav =
    .aria-label = Páginas de revisión
review-nav-queue = Cola
review-nav-coverage = Cobertura
review-nav-history = Historial
# $handle: the name that the reviewer chose.
review-signed-in = En revisión como { $handle }
review-sign-out = Cerrar sesión
# $date: the day for which everything on the page was computed.
review-as-of = Situación a { DATETIME($date, month: "long", year: "numeric", day: "numeric") }

## States of a unit

# $freshness: how a translation stands to today’s source text. Used on labels and in table heads.
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
# $state: how far the work on a translation has come (the states of XLIFF).
state-label =
    { $state ->
        [initial] Inicial
        [translated] Traducida
        [reviewed] Revisada
       *[final] Definitiva
    }
# $change: what kind of change made a translation stale.
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

## Queue

# $locale: the name of the locale, such as “Mexican Spanish”, in the language of these pages.
queue-title = Cola de { $locale }
# $count: how many units wait for a decision.
queue-count =
    { $count ->
        [0] No espera nada
        [one] { NUMBER($count) } unidad en espera
       *[other] { NUMBER($count) } unidades en espera
    }
# $words: how many source words these units hold.
queue-words =
    { $words ->
        [one] { NUMBER($words) } palabra
       *[other] { NUMBER($words) } palabras
    }
# $words: how many words really changed, usually far fewer than the units hold.
queue-changed-words =
    { $words ->
        [0] no ha cambiado ninguna palabra
        [one] ha cambiado { NUMBER($words) } palabra
       *[other] han cambiado { NUMBER($words) } palabras
    }
# $days: whole days since the oldest change that is not settled.
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
# $position: the number of this unit, from 1.  $count: how many there are.
queue-position = { NUMBER($position) } de { NUMBER($count) }

## One unit

unit-old-source = Original cuando se tradujo
unit-new-source = Original de hoy
unit-target = Su traducción
    .placeholder = Escriba aquí la traducción
unit-made-from = Hecha a partir del texto del { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
unit-changed-by = Modificada por { $handle } el { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
unit-change-reason = Motivo: { $reason }
# Read out by screen readers before words that were taken out or put in.
unit-removed = eliminado:
unit-added = añadido:
unit-comment = Nota para la traducción
unit-earlier-target = Una traducción anterior corresponde a este original
    .title = El original ha vuelto a un texto que ya se había traducido
unit-proposal = Propuesta de { $handle }
# $count: how many placeables the translation lacks.  $names: their names.
unit-missing-placeables =
    { $count ->
        [one] En la traducción falta { $names }
       *[other] En la traducción faltan { NUMBER($count) } marcadores de posición: { $names }
    }

## Decisions
## Each has a key. Choose keys that are easy to reach and differ from each other.

decide-accept = Aceptar
    .accesskey = a
    .title = La traducción dice ahora lo que dice el original
decide-keep = Mantener como válida
    .accesskey = m
    .title = El original ha cambiado, pero la traducción sigue siendo correcta
# For authors of the source: the change did not touch the meaning.
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
# $decision: what was decided.  $unit: the key of the unit.
decide-done =
    { $decision ->
        [accepted] Se ha aceptado { $unit }
        [kept] Se ha mantenido { $unit } como válida
        [skipped] Se ha omitido { $unit }
        [reopened] Se ha reabierto { $unit }
       *[undone] Se ha deshecho la última decisión sobre { $unit }
    }
# $count: decisions that are made but not saved.
decide-save =
    { $count ->
        [one] Guardar { NUMBER($count) } decisión
       *[other] Guardar { NUMBER($count) } decisiones
    }
decide-moved-on = El original ha cambiado mientras usted leía. Por favor, consulte el texto nuevo.
decide-second-person = Otra persona debe dar su acuerdo antes de que se publique este texto.

## Coverage

coverage-title = Cobertura
coverage-table =
    .aria-label = Cobertura por idioma y colección
coverage-locale = Idioma
coverage-collection = Colección
coverage-units = Unidades
coverage-words = Palabras
coverage-oldest = Desfase más antiguo
# $percent: a number between 0 and 100.
coverage-percent = { NUMBER($percent, maximumFractionDigits: 1) } %
    .title = Vigente, en palabras
# $locale: the locale that this one falls back to, such as Spanish for Mexican Spanish.
# $count: how many units it has not changed.
coverage-inherited =
    { $count ->
        [one] { NUMBER($count) } unidad procede de { $locale }
       *[other] { NUMBER($count) } unidades proceden de { $locale }
    }
# $days: the age of the oldest stale translation.
coverage-age =
    { $days ->
        [0] hoy
        [one] { NUMBER($days) } día
       *[other] { NUMBER($days) } días
    }
# What an edit of the source would do.
# $units, $words: how much it makes stale.  $locales: in how many locales.
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
