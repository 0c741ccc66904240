## Marco

room-skip = Saltar al contenido
room-handle = Su apodo
room-language = Idioma de estas páginas
room-theme = Colores
room-theme-system = Como el sistema
room-theme-light = Claro
room-theme-dark = Oscuro
room-set = Fijar
room-copy = Copiar
room-copied = Copiado
room-refused = No ha sido posible
number = { NUMBER($number) }
need-label =
    { $need ->
        [stale] Desfasada
        [moved] Movida
        [unverified] Sin confirmar
        [review] Por revisar
       *[missing] Falta
    }
    .title =
        { $need ->
            [stale] Hecha a partir de un texto que ha cambiado después
            [moved] Está en otro orden que el original
            [unverified] Cambiada fuera de { -hexapla }; nadie la ha confirmado
            [review] Fiel al original; falta que la vea quien revisa u otra persona
           *[missing] Aún no está traducida
        }
queue-all = Todos
queue-change = Cambio
queue-state = Estado
queue-apply = Aplicar
queue-reset = Mostrar todo
queue-none = Nada de lo que espera coincide con estos filtros.
queue-start = Empezar por la primera
told-all-seen = Ya ha visto toda esta lista.
told-nothing-back = No hay nada que deshacer.
queue-pages = Páginas de la cola
queue-to-read =
    { $words ->
        [one] { NUMBER($words) } palabra por releer
       *[other] { NUMBER($words) } palabras por releer
    }
unit-back = Volver a la cola
    .accesskey = q
unit-place = En la cola
unit-age =
    { $days ->
        [0] desde hoy
        [one] desde hace { NUMBER($days) } día
       *[other] desde hace { NUMBER($days) } días
    }
unit-until = hasta el { $date }
unit-doubted = Alguien duda de ella
unit-waits = Espera a otro idioma
unit-waits-for = Espera a { $locale }
unit-inherited = Tomada de { $locale }
unit-whole = Página completa
    .accesskey = v
unit-open = Abrir esta unidad
unit-reload = Mostrarlo
unit-asset = La unidad es el archivo entero. Sustitúyalo en su sitio:
unit-insert = Insertar
    .accesskey = i
terms-title = Términos
terms-used = usado
terms-avoid = No debe usarse:
terms-insert = Insertar un término
    .accesskey = t
unit-copy-source = Copiar el original
    .accesskey = c
unit-offers = Otros textos
    .accesskey = p
unit-give = como
unit-around = Antes y después
unit-no-history = Nadie ha dicho nada todavía.
unit-draft = Ha vuelto lo que escribió aquí antes.
unit-draft-late = El texto ha cambiado desde que usted empezó. No se sobrescribe nada antes de que haya visto los dos.
unit-draft-late-source = El original ha cambiado desde que usted empezó. No se sobrescribe nada antes de que haya visto lo nuevo.
unit-draft-both = Ver los dos
unit-draft-drop = Descartar
gone-title = Este texto ya no existe
gone-kept = Lo que escribió para él, para que lo copie:
moved-on-target = La traducción ha cambiado mientras usted leía. Por favor, consulte el texto nuevo.
moved-on-both = El original y la traducción han cambiado mientras usted leía. Por favor, consulte los dos.
unit-length = { NUMBER($count) } de { NUMBER($most) } caracteres
unit-pictures = Dónde aparece
unit-steps =
    { $count ->
        [one] { NUMBER($count) } paso intermedio
       *[other] { NUMBER($count) } pasos intermedios
    }
revision-by = por { $author }
history-label =
    { $what ->
        [attested] Confirmada por { $handle }
        [doubted] Reabierta por { $handle }
        [proposed] Propuesta por { $handle }
        [placed] Orden aceptado por { $handle }
        [changed] El original ha cambiado
        [seen] El original se vio por primera vez
        [renamed] Antes se llamaba { $handle }
       *[kept] Sigue siendo válida, según { $handle }
    }
offer-label =
    { $kind ->
        [earlier] Una traducción anterior de este mismo texto
        [proposed] Propuesta por { $from }
        [memory] El mismo texto en { $from }
        [patched] La traducción con el cambio hecho
       *[as-it-is] La traducción tal como está: ya contiene el cambio
    }
offer-take = Usarla
offer-nothing = No hay otros textos.
preview-title = Así se leerá
preview-more =
    { $count ->
        [one] Y { NUMBER($count) } combinación más.
       *[other] Y { NUMBER($count) } combinaciones más.
    }
preview-most = Y otras combinaciones: más de { NUMBER($count) }.
check-nothing = Las comprobaciones no encuentran nada.
check-not-done = Sin comprobar:
check-no-answer = no se puede contactar con la sala. Lo que escriba se conserva en este navegador.
severity-label =
    { $severity ->
        [error] Error
        [warning] Aviso
       *[note] Nota
    }
decide-not-yours = Puede ver { $locale }, pero no decidir ahí: hace falta uno de estos roles: { $roles }.
decide-people = Aquí lo tienen: { $people }.
decide-nobody = Aquí nadie tiene aún un rol así.
conflict-title = Alguien se ha adelantado
conflict-text = El texto ha cambiado desde que lo abrió. El suyo está abajo, en el campo: una los dos y acéptelo de nuevo.
conflict-begun = Como estaba cuando usted empezó
conflict-theirs = Como está ahora
conflict-mine = Como lo escribió usted
conflict-by = { $handle } se ha adelantado
conflict-source = El original ha cambiado
conflict-source-text = Ha cambiado desde que usted empezó. Su texto está abajo, en el campo: vea si dice lo mismo y acéptelo de nuevo.
document-source = Original
document-target = Traducción

## Teclas

keys-title = Teclas
keys-edit = Editar la traducción
    .accesskey = e
keys-take = Usar el primero de los otros textos
    .accesskey = u
keys-leave = Salir del campo
keys-single = Las letras sueltas funcionan

## Cobertura

coverage-everything = Todo
coverage-all = { NUMBER($percent) } % al día, en palabras
coverage-current-words = { NUMBER($current) } de { NUMBER($words) } palabras
coverage-units-of =
    { $count ->
        [one] { NUMBER($count) } unidad
       *[other] { NUMBER($count) } unidades
    }

## Biblioteca, publicación, actividad

room-library = Biblioteca
room-launch = Publicar
library-collection = Biblioteca: { $collection }
library-resource = Documento
library-available = Disponible en
library-older =
    { $days ->
        [0] más antiguo que su original
        [one] { NUMBER($days) } día más antiguo que su original
       *[other] { NUMBER($days) } días más antiguo que su original
    }
launch-title = Antes de publicar: { $channel }
launch-closed =
    { $count ->
        [one] { NUMBER($count) } puerta está cerrada
       *[other] { NUMBER($count) } puertas están cerradas
    }
gate-label =
    { $gate ->
        [serve] Lo que se puede mostrar
        [coverage] Cobertura
        [state] Estado
        [age] Antigüedad
        [checks] Comprobaciones
       *[bundles] Formas de publicación
    }
launch-more =
    { $count ->
        [one] y { NUMBER($count) } más
       *[other] y { NUMBER($count) } más
    }
launch-people = Lo puede arreglar { $people }
launch-ships = Lo que se publicaría hoy
launch-own = En su propio idioma
launch-fallen = En otro idioma
launch-blocked = Impide la publicación
launch-build = Construir una edición
launch-publish = Publicar
launch-from = Del canal
launch-promote = Promover
launch-version = Versión
launch-last = La anterior: { $version }
launch-roll-back = Volver atrás
launch-present = Se lee la versión { $version }, edición { $release }.
launch-nothing-yet = Quien lee no recibe aún nada de este canal.
launch-moment = { $day }, { $time } UTC
launch-published = Se publicó el { $moment }.
launch-built = La edición { $release } se construyó el { $moment }.
launch-is-present = Es la que recibe quien lee.
launch-was = Quien lee la recibió como versión { $version } y recibe ahora otra.
launch-waits = Quien lee aún no la recibe: no está publicada.
launch-since =
    { $count ->
        [one] { NUMBER($count) } unidad ha cambiado desde que se construyó. La edición no tiene ese cambio.
       *[other] { NUMBER($count) } unidades han cambiado desde que se construyó. La edición no tiene esos cambios.
    }
launch-see = Ver qué cambiaría
launch-of-before = La edición es de antes: las puertas estaban abiertas cuando se construyó y hoy están cerradas.
launch-publish-release = Publicar la edición { $release }
launch-why-build = No se construye nada mientras haya una puerta cerrada.
launch-why-publish = Quien lee ya recibe lo último que se construyó. Construya una edición para publicar algo nuevo.
launch-what-promote = Promover: quien lee { $channel } recibe la misma edición que recibe quien lee el otro canal.
launch-what-back = Volver atrás: quien lee { $channel } recibe otra vez la edición de una versión anterior, como versión nueva.
launch-done-built = Se construyó la edición { $release }.
launch-done-waits = Se construyó la edición { $release }; quien lee aún no la recibe.
launch-done-same = Se construyó la edición { $release }: es la que ya recibe quien lee.
launch-done-published = Quien lee recibe desde ahora la versión { $version }, edición { $release }.
launch-done-promoted = Promovida: quien lee recibe desde ahora la versión { $version }, edición { $release }.
launch-done-back = Se volvió atrás: quien lee recibe desde ahora la versión { $version }, edición { $release }.
activity-title = Actividad
activity-newer = Más reciente
activity-older = Más antiguo
activity-label =
    { $kind ->
        [changed] El original ha cambiado
        [attested] Confirmada por { $handle }
        [doubted] Reabierta por { $handle }
        [proposed] Propuesta por { $handle }
        [placed] Orden aceptado por { $handle }
       *[kept] Sigue siendo válida, según { $handle }
    }
activity-stale =
    { $count ->
        [one] { NUMBER($count) } traducción está desfasada desde entonces:
       *[other] { NUMBER($count) } traducciones están desfasadas desde entonces:
    }

## Repositorio

sync-title = Repositorio
sync-waiting = Pendiente de commit
sync-nothing = No queda nada pendiente de commit.
sync-nobody = Nadie lo ha confirmado
sync-files =
    { $count ->
        [one] { NUMBER($count) } archivo
       *[other] { NUMBER($count) } archivos
    }
sync-now = Hacer commit y enviar
sync-last = La última vez
sync-every =
    { $count ->
        [one] se hace solo cada minuto
       *[other] se hace solo cada { NUMBER($count) } minutos
    }
sync-committed =
    { $count ->
        [one] { NUMBER($count) } commit hecho
       *[other] { NUMBER($count) } commits hechos
    }
sync-taken =
    { $count ->
        [one] { NUMBER($count) } commit incorporado de { $branch }
       *[other] { NUMBER($count) } commits incorporados de { $branch }
    }
sync-joined =
    { $count ->
        [one] { NUMBER($count) } traducción fusionada unidad por unidad
       *[other] { NUMBER($count) } traducciones fusionadas unidad por unidad
    }
sync-pushed =
    { $count ->
        [one] { NUMBER($count) } commit enviado a { $branch }
       *[other] { NUMBER($count) } commits enviados a { $branch }
    }
sync-idle = No había nada que hacer.
sync-alone = La rama no sigue a ninguna otra, así que no se envía nada.

## Personas

people-title = Personas
people-sign-in = Entrar
people-handle = Apodo
people-password = Contraseña
people-name = Nombre
people-invited = Tiene una invitación
people-invited-as = Será: { $roles }
people-handle-note = Lo que decida se atribuye a su apodo, para siempre. No tiene que ser su nombre.
people-password-note = Al menos 12 caracteres.
people-enter = Crear la cuenta y entrar
people-rights = Lo que pueden hacer
people-state = Cuenta
people-disable = Desactivar
people-enable = Volver a admitir
people-sign-out-all = Cerrar todas las sesiones
people-invite = Invitar
people-invites = Invitaciones abiertas
people-invite-made = Envíe esta dirección; vale una vez, durante siete días, y no se vuelve a mostrar:
tokens-title = Tokens
tokens-note = Con un token un programa pide lo que usted puede ver, o hace lo que usted puede hacer, sin su contraseña. Quien lo tenga puede lo mismo: dé a cada programa uno propio y quite los que nada usa. Cambiar la contraseña los deja como están.
tokens-reach = Puede
tokens-reads = Solo leer
tokens-all = Todo lo que puede la cuenta
tokens-end = Vale hasta
tokens-ended = Caducado
tokens-endless = Sin fin
tokens-used = Último uso
tokens-unused = Nunca
tokens-remove = Quitar
tokens-make = Crear un token
tokens-days = Durante tantos días
tokens-days-note = Si no se indica un número de días, vale hasta que se quite.
tokens-made = Copie el token ahora: no se vuelve a mostrar.
tokens-feed = Dirección para un lector de noticias
tokens-feed-made = Copie ahora esta dirección en un lector de noticias: no se vuelve a mostrar. Quien la tenga puede leer lo que usted puede ver.
role-label =
    { $role ->
        [viewer] Lectura
        [translator] Traducción
        [reviewer] Revisión
        [editor] Edición
        [publisher] Publicación
       *[admin] Administración
    }

## Textos críticos, en todos los idiomas a la vez

emergency-title = Textos críticos
emergency-text = Un error en estos textos puede causar daño. Primero van los desfasados.
emergency-nothing = Todos los textos críticos están resueltos en todas partes.
emergency-settled =
    { $count ->
        [one] { NUMBER($count) } texto está resuelto en todas partes
       *[other] { NUMBER($count) } textos están resueltos en todas partes
    }
emergency-stale =
    { $count ->
        [one] { NUMBER($count) } texto crítico está desfasado.
       *[other] { NUMBER($count) } textos críticos están desfasados.
    }
emergency-look = Ver lo que se lee
emergency-link = En todos los idiomas
emergency-gets = Hoy se lee
emergency-released = En la última edición
emergency-given =
    { $kind ->
        [own] esta traducción
        [fallback] el texto en { $locale }
       *[nothing] nada nuevo: este texto cierra el paso a toda edición
    }
emergency-lacking = Solo en el original:
emergency-extra = Solo en la traducción:
emergency-why = Motivo
emergency-block = Bloquear
emergency-after = Después se lee:
emergency-ships-anyway = El flujo de trabajo la muestra aunque se dude de ella: ponga un texto correcto en su lugar.
emergency-not-shown = Esta traducción no se muestra; no hay nada que bloquear.
emergency-release = Lo que se decida aquí llega al público con la próxima edición.

## Quién trabaja en qué

claim-take = Estoy en ello
    .accesskey = y
    .title = Los demás ven quién trabaja aquí
claim-release = Dejarlo a otros
claim-yours =
    { $count ->
        [one] Suya { NUMBER($count) } minuto más
       *[other] Suya { NUMBER($count) } minutos más
    }
claim-theirs = { $handle } está en ello
claim-mine = Mías
claim-free = Libres
claim-no-accounts = Para saber quién trabaja en qué hacen falta cuentas, y esta sala no tiene: este filtro no descarta nada.

## Evolución y diferencias

trend-title = Las últimas doce semanas
trend-week = Hasta
trend-table = Como tabla
trend-note = Los textos de hoy, según las fechas del registro: lo que se tradujo y ya no existe no se cuenta, y lo que cambió sin que nadie lo viera cuenta como cambiado desde siempre.
launch-differs = Qué cambiaría desde la edición { $release }
launch-same = Para quien lee no cambiaría nada.
launch-no-release = Aún no se ha construido ninguna edición para este canal.
differ-label =
    { $change ->
        [added] Añadidas
        [changed] Cambiadas
       *[removed] Quitadas
    }

## Para programas

api-title = Para programas
api-note = Todo esto recibe y da JSON, y para los programas vale lo que vale para las personas.
api-token = Un programa muestra un token de una cuenta en una cabecera:
api-sign-in = Un programa entra con un apodo y una contraseña, como un navegador, y guarda la cookie:
api-roles = para { $roles }
api-sent = Lo que se envía
api-answer = Respuesta { $status }
api-field = Campo
api-kind = Tipo
api-meaning = Significado
api-optional = Opcional.
