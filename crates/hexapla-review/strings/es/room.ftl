### More of the review room: what surrounds the pages, the queue, a unit and its keys.
### Keys (.accesskey) are single letters that the keyboards of the language have, each one only once.

## Frame

room-skip = Saltar al contenido
room-handle = Su apodo
room-language = Idioma de estas páginas
room-theme = Colores
room-theme-system = Como el sistema
room-theme-light = Claro
room-theme-dark = Oscuro
# A button behind a field: keeps what was chosen there.
room-set = Fijar
# A button: puts the text beside it where one can paste it from.
room-copy = Copiar
room-copied = Copiado
# The heading of a page that says why something could not be done.
room-refused = No ha sido posible
number = { NUMBER($number) }

# $need: why somebody has to look at a unit.
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
# A choice that leaves out nothing.
queue-all = Todos
# The kind of change, in the filter.
queue-change = Cambio
# The state of a translation, in the filter.
queue-state = Estado
queue-apply = Aplicar
queue-reset = Mostrar todo
queue-none = Nada de lo que espera coincide con estos filtros.
queue-start = Empezar por la primera
# On the list of what waits, where one came to its end.
told-all-seen = Ya ha visto toda esta lista.
told-nothing-back = No hay nada que deshacer.
queue-pages = Páginas de la cola
# $words: how many words have to be read again.
queue-to-read =
    { $words ->
        [one] { NUMBER($words) } palabra por releer
       *[other] { NUMBER($words) } palabras por releer
    }
unit-back = Volver a la cola
    .accesskey = q
# Where the unit is: the way back to the queue, and to its neighbours there.
unit-place = En la cola
# $days: for how many days the translation has been stale.
unit-age =
    { $days ->
        [0] desde hoy
        [one] desde hace { NUMBER($days) } día
       *[other] desde hace { NUMBER($days) } días
    }
# $date: the day on which the old source was replaced.
unit-until = hasta el { $date }
unit-doubted = Alguien duda de ella
unit-waits = Espera a otro idioma
# $locale: the translation that this one is made from, and that has to be settled first.
unit-waits-for = Espera a { $locale }
unit-inherited = Tomada de { $locale }
unit-whole = Página completa
    .accesskey = v
unit-open = Abrir esta unidad
unit-reload = Mostrarlo
unit-asset = La unidad es el archivo entero. Sustitúyalo en su sitio:
unit-insert = Insertar
    .accesskey = i
# The heading of what the glossary says of the words of a text.
terms-title = Términos
# Behind a term of the glossary that the translation has.
terms-used = usado
# Before terms.
terms-avoid = No debe usarse:
terms-insert = Insertar un término
    .accesskey = t
unit-copy-source = Copiar el original
    .accesskey = c
unit-offers = Otros textos
    .accesskey = p
# The label of the list of states that can be given.
unit-give = como
unit-around = Antes y después
unit-no-history = Nadie ha dicho nada todavía.
unit-draft = Ha vuelto lo que escribió aquí antes.
unit-draft-late = El texto ha cambiado desde que usted empezó. No se sobrescribe nada antes de que haya visto los dos.
unit-draft-late-source = El original ha cambiado desde que usted empezó. No se sobrescribe nada antes de que haya visto lo nuevo.
unit-draft-both = Ver los dos
unit-draft-drop = Descartar
# The heading of a page in the place of a text whose source was removed.
gone-title = Este texto ya no existe
# Before a text that somebody wrote and that cannot be kept in its place.
gone-kept = Lo que escribió para él, para que lo copie:
moved-on-target = La traducción ha cambiado mientras usted leía. Por favor, consulte el texto nuevo.
moved-on-both = El original y la traducción han cambiado mientras usted leía. Por favor, consulte los dos.
# $count: how many characters the translation has.  $most: how many it may have.
unit-length = { NUMBER($count) } de { NUMBER($most) } caracteres
unit-pictures = Dónde aparece
# $count: how often the source changed since the translation was made.
unit-steps =
    { $count ->
        [one] { NUMBER($count) } paso intermedio
       *[other] { NUMBER($count) } pasos intermedios
    }
# $author: who made a change of the source, by name.
revision-by = por { $author }
# $what: what was said.  $handle: by whom, or what the file was called.
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
# $kind: where a text comes from.  $from: who proposed it, or where it stands.
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
# The heading of a table: what a message says for each of its variants.
preview-title = Así se leerá
# $count: how many combinations of what chooses among the variants of a message are not in that table; 1000000 stands for as many or more.
preview-more =
    { $count ->
        [one] Y { NUMBER($count) } combinación más.
       *[other] Y { NUMBER($count) } combinaciones más.
    }
preview-most = Y otras combinaciones: más de { NUMBER($count) }.
check-nothing = Las comprobaciones no encuentran nada.
# Before the reason.
check-not-done = Sin comprobar:
check-no-answer = no se puede contactar con la sala. Lo que escriba se conserva en este navegador.
severity-label =
    { $severity ->
        [error] Error
        [warning] Aviso
       *[note] Nota
    }
# Told to people who may look at a text and not decide about it.  $locale: the locale.  $roles: a list of roles.
decide-not-yours = Puede ver { $locale }, pero no decidir ahí: hace falta uno de estos roles: { $roles }.
# $people: a list of handles.
decide-people = Aquí lo tienen: { $people }.
decide-nobody = Aquí nadie tiene aún un rol así.
# Two people changed one unit.
conflict-title = Alguien se ha adelantado
conflict-text = El texto ha cambiado desde que lo abrió. El suyo está abajo, en el campo: una los dos y acéptelo de nuevo.
conflict-begun = Como estaba cuando usted empezó
conflict-theirs = Como está ahora
conflict-mine = Como lo escribió usted
# $handle: who changed the text first.
conflict-by = { $handle } se ha adelantado
conflict-source = El original ha cambiado
conflict-source-text = Ha cambiado desde que usted empezó. Su texto está abajo, en el campo: vea si dice lo mismo y acéptelo de nuevo.
document-source = Original
document-target = Traducción

## Keys

keys-title = Teclas
keys-edit = Editar la traducción
    .accesskey = e
keys-take = Usar el primero de los otros textos
    .accesskey = u
keys-leave = Salir del campo
keys-single = Las letras sueltas funcionan

# The row or column that sums up all others.
coverage-everything = Todo
# $percent: how many percent of all words are current.
coverage-all = { NUMBER($percent) } % al día, en palabras
# $current: how many words have a current translation.  $words: how many there are.
coverage-current-words = { NUMBER($current) } de { NUMBER($words) } palabras
coverage-units-of =
    { $count ->
        [one] { NUMBER($count) } unidad
       *[other] { NUMBER($count) } unidades
    }

## Library, launch, activity

room-library = Biblioteca
room-launch = Publicar
# $collection: its name.
library-collection = Biblioteca: { $collection }
library-resource = Documento
library-available = Disponible en
# $days: since when the original is newer than the translation.
library-older =
    { $days ->
        [0] más antiguo que su original
        [one] { NUMBER($days) } día más antiguo que su original
       *[other] { NUMBER($days) } días más antiguo que su original
    }
# $channel: a name for what a group of readers gets, such as “stable”.
launch-title = Antes de publicar: { $channel }
# $count: how many gates are closed, by locale and collection.
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
# $people: their handles.
launch-people = Lo puede arreglar { $people }
launch-ships = Lo que se publicaría hoy
launch-own = En su propio idioma
launch-fallen = En otro idioma
launch-blocked = Impide la publicación
launch-build = Construir una edición
launch-publish = Publicar
# Before a list of channels: the one whose release is taken over.
launch-from = Del canal
# Publishes here what another channel has.
launch-promote = Promover
launch-version = Versión
# In a list of versions: the one before the present one.  $version: its number, its release and its date.
launch-last = La anterior: { $version }
launch-roll-back = Volver atrás
# $version: a number.  $release: the short name of a release.
launch-present = Se lee la versión { $version }, edición { $release }.
launch-nothing-yet = Quien lee no recibe aún nada de este canal.
# $day: a day, written out.  $time: hours and minutes.
launch-moment = { $day }, { $time } UTC
# $moment: a day and a time.
launch-published = Se publicó el { $moment }.
launch-built = La edición { $release } se construyó el { $moment }.
# What becomes of that release, behind the sentence before: readers get it, had it once, or never got it.
launch-is-present = Es la que recibe quien lee.
launch-was = Quien lee la recibió como versión { $version } y recibe ahora otra.
launch-waits = Quien lee aún no la recibe: no está publicada.
# $count: how many units are other ones than in the release that was built last.
launch-since =
    { $count ->
        [one] { NUMBER($count) } unidad ha cambiado desde que se construyó. La edición no tiene ese cambio.
       *[other] { NUMBER($count) } unidades han cambiado desde que se construyó. La edición no tiene esos cambios.
    }
# A link to what would change for readers.
launch-see = Ver qué cambiaría
# Of a release that is not published yet, where the gates are closed.
launch-of-before = La edición es de antes: las puertas estaban abiertas cuando se construyó y hoy están cerradas.
launch-publish-release = Publicar la edición { $release }
# Why a button does nothing.
launch-why-build = No se construye nada mientras haya una puerta cerrada.
launch-why-publish = Quien lee ya recibe lo último que se construyó. Construya una edición para publicar algo nuevo.
# What two buttons do, each by its name.
launch-what-promote = Promover: quien lee { $channel } recibe la misma edición que recibe quien lee el otro canal.
launch-what-back = Volver atrás: quien lee { $channel } recibe otra vez la edición de una versión anterior, como versión nueva.
# What was just done.
launch-done-built = Se construyó la edición { $release }.
launch-done-waits = Se construyó la edición { $release }; quien lee aún no la recibe.
launch-done-same = Se construyó la edición { $release }: es la que ya recibe quien lee.
launch-done-published = Quien lee recibe desde ahora la versión { $version }, edición { $release }.
launch-done-promoted = Promovida: quien lee recibe desde ahora la versión { $version }, edición { $release }.
launch-done-back = Se volvió atrás: quien lee recibe desde ahora la versión { $version }, edición { $release }.
activity-title = Actividad
activity-newer = Más reciente
activity-older = Más antiguo
# $kind: what happened.  $handle: who did it.
activity-label =
    { $kind ->
        [changed] El original ha cambiado
        [attested] Confirmada por { $handle }
        [doubted] Reabierta por { $handle }
        [proposed] Propuesta por { $handle }
        [placed] Orden aceptado por { $handle }
       *[kept] Sigue siendo válida, según { $handle }
    }
# $count: how many translations, in all locales, a change of the source made stale; their locales follow.
activity-stale =
    { $count ->
        [one] { NUMBER($count) } traducción está desfasada desde entonces:
       *[other] { NUMBER($count) } traducciones están desfasadas desde entonces:
    }

## Repository

# The heading of the page on what is committed with git, and of the link to it.
sync-title = Repositorio
# The heading of a list of files.
sync-waiting = Pendiente de commit
sync-nothing = No queda nada pendiente de commit.
# Stands where the names of people would: nobody has confirmed what is in the files.
sync-nobody = Nadie lo ha confirmado
# $count: how many files.
sync-files =
    { $count ->
        [one] { NUMBER($count) } archivo
       *[other] { NUMBER($count) } archivos
    }
# A button: commits what waits, takes over what others did, and pushes.
sync-now = Hacer commit y enviar
# The heading above what was done the last time.
sync-last = La última vez
# $count: how many minutes.
sync-every =
    { $count ->
        [one] se hace solo cada minuto
       *[other] se hace solo cada { NUMBER($count) } minutos
    }
# $count: how many commits were made.
sync-committed =
    { $count ->
        [one] { NUMBER($count) } commit hecho
       *[other] { NUMBER($count) } commits hechos
    }
# $count: how many commits of others.  $branch: where from, such as “origin/main”.
sync-taken =
    { $count ->
        [one] { NUMBER($count) } commit incorporado de { $branch }
       *[other] { NUMBER($count) } commits incorporados de { $branch }
    }
# $count: how many files that were changed here and there.
sync-joined =
    { $count ->
        [one] { NUMBER($count) } traducción fusionada unidad por unidad
       *[other] { NUMBER($count) } traducciones fusionadas unidad por unidad
    }
# $count: how many commits.  $branch: where to, such as “origin/main”.
sync-pushed =
    { $count ->
        [one] { NUMBER($count) } commit enviado a { $branch }
       *[other] { NUMBER($count) } commits enviados a { $branch }
    }
sync-idle = No había nada que hacer.
sync-alone = La rama no sigue a ninguna otra, así que no se envía nada.

## People

people-title = Personas
people-sign-in = Entrar
people-handle = Apodo
people-password = Contraseña
people-name = Nombre
people-invited = Tiene una invitación
# $roles: what the person becomes, such as translator.
people-invited-as = Será: { $roles }
people-handle-note = Lo que decida se atribuye a su apodo, para siempre. No tiene que ser su nombre.
people-password-note = Al menos 12 caracteres.
people-enter = Crear la cuenta y entrar
# The head of a column.
people-rights = Lo que pueden hacer
# The head of a column: whether the account is in use.
people-state = Cuenta
people-disable = Desactivar
people-enable = Volver a admitir
people-sign-out-all = Cerrar todas las sesiones
people-invite = Invitar
people-invites = Invitaciones abiertas
people-invite-made = Envíe esta dirección; vale una vez, durante siete días, y no se vuelve a mostrar:
# A token is a secret text by which a program, such as a script or a feed reader, is let in.
tokens-title = Tokens
tokens-note = Con un token un programa pide lo que usted puede ver, o hace lo que usted puede hacer, sin su contraseña. Quien lo tenga puede lo mismo: dé a cada programa uno propio y quite los que nada usa. Cambiar la contraseña los deja como están.
# Heads of columns. What the program may do: “Only read” or “All that the account may”.
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
# Before a field: for how many days the token is good.
tokens-days = Durante tantos días
tokens-days-note = Si no se indica un número de días, vale hasta que se quite.
tokens-made = Copie el token ahora: no se vuelve a mostrar.
# A button: makes a token that only reads, and tells an address with it in it.
tokens-feed = Dirección para un lector de noticias
tokens-feed-made = Copie ahora esta dirección en un lector de noticias: no se vuelve a mostrar. Quien la tenga puede leer lo que usted puede ver.
# $role: what somebody is in the project.
role-label =
    { $role ->
        [viewer] Lectura
        [translator] Traducción
        [reviewer] Revisión
        [editor] Edición
        [publisher] Publicación
       *[admin] Administración
    }

## Critical texts, in all locales at once

emergency-title = Textos críticos
emergency-text = Un error en estos textos puede causar daño. Primero van los desfasados.
# Where each critical text is current in every locale.
emergency-nothing = Todos los textos críticos están resueltos en todas partes.
# $count: how many critical texts wait for nobody.
emergency-settled =
    { $count ->
        [one] { NUMBER($count) } texto está resuelto en todas partes
       *[other] { NUMBER($count) } textos están resueltos en todas partes
    }
# $count: how many critical texts are stale in some locale.
emergency-stale =
    { $count ->
        [one] { NUMBER($count) } texto crítico está desfasado.
       *[other] { NUMBER($count) } textos críticos están desfasados.
    }
emergency-look = Ver lo que se lee
# A link from a text in one locale to the same text in all of them.
emergency-link = En todos los idiomas
emergency-gets = Hoy se lee
# The text in the newest release that was built.
emergency-released = En la última edición
# $kind: what readers get of a text.  $locale: the language of it.
emergency-given =
    { $kind ->
        [own] esta traducción
        [fallback] el texto en { $locale }
       *[nothing] nada nuevo: este texto cierra el paso a toda edición
    }
# Before numbers and addresses, such as telephone numbers.
emergency-lacking = Solo en el original:
emergency-extra = Solo en la traducción:
emergency-why = Motivo
# Keeps a translation from being shown until somebody settles it.
emergency-block = Bloquear
emergency-after = Después se lee:
emergency-ships-anyway = El flujo de trabajo la muestra aunque se dude de ella: ponga un texto correcto en su lugar.
emergency-not-shown = Esta traducción no se muestra; no hay nada que bloquear.
emergency-release = Lo que se decida aquí llega al público con la próxima edición.

## Claims
## “I am working on it”: others see it, and may still decide.

claim-take = Estoy en ello
    .accesskey = y
    .title = Los demás ven quién trabaja aquí
claim-release = Dejarlo a otros
# $count: for how many minutes the unit is still claimed by the reader.
claim-yours =
    { $count ->
        [one] Suya { NUMBER($count) } minuto más
       *[other] Suya { NUMBER($count) } minutos más
    }
# $handle: who works on it.
claim-theirs = { $handle } está en ello
claim-mine = Mías
# In a filter: units that nobody works on.
claim-free = Libres
# In the place of a filter by who works on what.
claim-no-accounts = Para saber quién trabaja en qué hacen falta cuentas, y esta sala no tiene: este filtro no descarta nada.

## Trend and differences

trend-title = Las últimas doce semanas
# The head of a column: the day on which a week ended.
trend-week = Hasta
trend-table = Como tabla
trend-note = Los textos de hoy, según las fechas del registro: lo que se tradujo y ya no existe no se cuenta, y lo que cambió sin que nadie lo viera cuenta como cambiado desde siempre.
# $release: the short name of a release.
launch-differs = Qué cambiaría desde la edición { $release }
launch-same = Para quien lee no cambiaría nada.
launch-no-release = Aún no se ha construido ninguna edición para este canal.
# $change: what would become of some texts. Heads of columns.
differ-label =
    { $change ->
        [added] Añadidas
        [changed] Cambiadas
       *[removed] Quitadas
    }

## For programs: what is here stands beside names and words that programs read, which stay in English

# The heading of a page that tells programmers what programs may ask this application for.
api-title = Para programas
api-note = Todo esto recibe y da JSON, y para los programas vale lo que vale para las personas.
# Before a command that does it.
api-token = Un programa muestra un token de una cuenta en una cabecera:
# Before the commands that do it.
api-sign-in = Un programa entra con un apodo y una contraseña, como un navegador, y guarda la cookie:
# $roles: a list of roles, such as “Translator, Editor”.
api-roles = para { $roles }
# The heading of what a program sends along.
api-sent = Lo que se envía
# $status: the number by which HTTP tells what came of it, or “default” for all others.
api-answer = Respuesta { $status }
# Heads of columns: the name of a field, what kind of value it has, and what it means.
api-field = Campo
api-kind = Tipo
api-meaning = Significado
# Before the meaning of a field that need not be sent.
api-optional = Opcional.
