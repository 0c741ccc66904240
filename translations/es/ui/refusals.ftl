## Decidir sobre un texto

refuse-no-text = no hay ningún texto que aceptar
    .hint = escriba la traducción, u omita la unidad
refuse-unsure =
    { $count ->
        [one] un error en este texto hace daño, y las comprobaciones encuentran { NUMBER($count) } error
       *[other] un error en este texto hace daño, y las comprobaciones encuentran { NUMBER($count) } errores
    }
    .hint = corríjalo; quien esté seguro del texto tal como está decide una vez más
refuse-everywhere = hablar por todos los idiomas requiere el rol de edición
    .hint = indique que sigue siendo válida en su propio idioma
refuse-changed = el texto ha cambiado desde que lo abrió
    .hint = no se ha escrito nada: vuelva a cargar la página y una las dos versiones
refuse-moved-on = `{ $unit }` ya no es como se le mostró
    .reload = vuelva a cargar la página y decida de nuevo
    .diff = véala de nuevo con `hexapla diff`
refuse-ledger = no se puede leer una parte del registro: { $problem }
    .hint = no se puede decidir nada hasta que se restaure el archivo
refuse-nobody = cada decisión se atribuye a alguien
    .hint = diga con qué apodo quiere figurar; queda registrado para siempre
refuse-nothing-back = en esta visita no hay nada que deshacer
refuse-not-yours = usted no puede decidir nada en `{ $locale }`
refuse-was-stale = `{ $unit }` estaba desactualizada antes de que se dudara de ella
    .hint = darla por buena es otra decisión: acepte un texto para ella
refuse-no-source = `{ $unit }` ya no tiene original
refuse-no-pivot = `{ $unit }` aún no tiene traducción en `{ $pivot }`, a partir de la cual se hace `{ $locale }`
    .hint = decídala primero en `{ $pivot }`
refuse-no-target = `{ $unit }` aún no tiene traducción en `{ $locale }`
    .hint = escriba una con `--text`, o cree la página con `hexapla fill --locale { $locale }`
refuse-not-stale =
    { $freshness ->
        [current] `{ $unit }` está vigente en `{ $locale }`, y solo se puede mantener una traducción desactualizada
        [missing] `{ $unit }` está pendiente en `{ $locale }`, y solo se puede mantener una traducción desactualizada
        [unverified] `{ $unit }` está sin confirmar en `{ $locale }`, y solo se puede mantener una traducción desactualizada
        [obsolete] `{ $unit }` está obsoleta en `{ $locale }`, y solo se puede mantener una traducción desactualizada
       *[other] el estado de `{ $unit }` en `{ $locale }` es { $freshness }, y solo se puede mantener una traducción desactualizada
    }
    .hint = use `hexapla accept`
refuse-not-current =
    { $freshness ->
        [missing] `{ $unit }` está pendiente en `{ $locale }`, y solo se puede reabrir una traducción vigente o desactualizada
        [unverified] `{ $unit }` está sin confirmar en `{ $locale }`, y solo se puede reabrir una traducción vigente o desactualizada
        [obsolete] `{ $unit }` está obsoleta en `{ $locale }`, y solo se puede reabrir una traducción vigente o desactualizada
       *[other] el estado de `{ $unit }` en `{ $locale }` es { $freshness }, y solo se puede reabrir una traducción vigente o desactualizada
    }
    .hint = ya está en la lista de lo que hay que revisar
refuse-inherited = `{ $unit }` se toma de `{ $from }` en `{ $locale }`
    .hint = decídala en `{ $from }`, o dele un texto propio con `--text`
refuse-blocks =
    { $count ->
        [one] la traducción de `{ $unit }` tiene { NUMBER($count) } bloque, y el texto no
       *[other] la traducción de `{ $unit }` tiene { NUMBER($count) } bloques, y el texto no
    }
    .hint =
        { $count ->
            [one] escriba { NUMBER($count) } texto sin líneas en blanco, o edite el archivo
           *[other] escriba { NUMBER($count) } textos con una línea en blanco entre ellos, o edite el archivo
        }

## Lo que no hay

refuse-no-page = no existe esa página
refuse-no-unit = ya no existe esa unidad
refuse-unit-gone = ya no existe la unidad `{ $unit }`
    .hint = puede que su original haya cambiado: búsquela en la lista
refuse-unit-gone-in = ya no existe la unidad `{ $unit }` en `{ $locale }`
    .hint = puede que su original haya cambiado: búsquela en la cola
refuse-unit-name = `{ $text }` no es una unidad
    .hint = las unidades se llaman así: `pages/about#title`
refuse-no-resource = no existe el recurso `{ $resource }`
    .short = no existe el recurso `{ $resource }`
refuse-resource-name = `{ $text }` no es un recurso
    .hint = los recursos se llaman así: `pages/about`
refuse-no-locale = el proyecto no se traduce a `{ $locale }`
    .hint = consulte `locales` en hexapla.toml
    .here = se traduce a { $locales }
refuse-no-collection = no existe la colección `{ $wanted }`
    .hint = consulte `[collections]` en hexapla.toml
refuse-no-channel = ningún flujo de trabajo tiene el canal `{ $wanted }`
    .hint = consulte `[channels]` en los flujos de trabajo
refuse-not-critical = `{ $unit }` no es una unidad crítica
    .hint = su flujo de trabajo pide una sola persona, y no conserva todos sus textos

## Quién puede hacer qué

refuse-may-not = usted no puede hacer esto aquí
    .hint = se necesita uno de estos roles: { $roles }
refuse-roles = { $roles }, { $role }
role-viewer = lectura
role-translator = traducción
role-reviewer = revisión
role-editor = edición
role-publisher = publicación
role-admin = administración
refuse-signed-out = no hay ninguna sesión abierta
    .hint = inicie sesión, en otra ventana si lo prefiere: lo que ha escrito se conserva
refuse-other-visit = este formulario se hizo para otra visita
    .hint = vuelva a cargar la página y envíelo de nuevo: lo que ha escrito se conserva
refuse-send-again = no se ha hecho nada: mírelo y envíelo de nuevo
refuse-other-site = esto lo envió otro sitio
    .hint = abra la sala misma
refuse-no-accounts = esta sala no tiene cuentas
    .hint = `hexapla people add HANDLE --role admin` crea la primera

## Demasiado, o demasiado deprisa

refuse-slow = el formulario no llegó a tiempo
refuse-large = el formulario es demasiado grande, o no llegó entero
    .hint = un formulario puede tener 4 MiB
refuse-pace = demasiadas peticiones a la vez
    .hint =
        { $most ->
            [one] espere { NUMBER($wait) } ms, y siga con { NUMBER($most) } por segundo como máximo
           *[other] espere { NUMBER($wait) } ms, y siga con { NUMBER($most) } por segundo como máximo
        }
refuse-at-it = alguien ya lo está haciendo
    .hint = vuelva a mirar dentro de un momento

## Antes de publicar

refuse-unread = no se puede leer una parte del proyecto
    .hint = le faltaría a la edición: ocúpese primero de los archivos que se nombran arriba
refuse-closed =
    { $count ->
        [one] `{ $channel }` está cerrado por { NUMBER($count) } motivo
       *[other] `{ $channel }` está cerrado por { NUMBER($count) } motivos
    }
    .hint = la página del canal los nombra
refuse-built-since = desde entonces se construyó otra edición que `{ $release }`
refuse-no-publishing = esta sala no publica
    .hint = iníciela con `hexapla serve --publish-to STORE`

## Cuentas

refuse-taken = `{ $handle }` ya está ocupado
    .hint = elija otro apodo; las mayúsculas no lo hacen distinto
refuse-no-account = no existe la cuenta `{ $handle }`
refuse-disabled = la cuenta `{ $handle }` está desactivada
    .hint = la administración puede activarla de nuevo
refuse-wrong = el apodo o la contraseña no son correctos
    .hint = inténtelo de nuevo, o pida a la administración una contraseña nueva
refuse-wait =
    { $seconds ->
        [one] demasiadas contraseñas incorrectas: espere { NUMBER($seconds) } segundo antes de la siguiente
       *[other] demasiadas contraseñas incorrectas: espere { NUMBER($seconds) } segundos antes de la siguiente
    }
refuse-short =
    { $least ->
        [one] la contraseña es demasiado corta: se espera { NUMBER($least) } carácter como mínimo
       *[other] la contraseña es demasiado corta: se esperan { NUMBER($least) } caracteres como mínimo
    }
    .hint = use cuatro o cinco palabras que no tengan nada que ver entre sí
refuse-long =
    { $most ->
        [one] la contraseña es demasiado larga: se espera { NUMBER($most) } byte como máximo
       *[other] la contraseña es demasiado larga: se esperan { NUMBER($most) } bytes como máximo
    }
    .hint = use unas pocas palabras
refuse-is-handle = la contraseña es el apodo, que todo el mundo conoce
refuse-control = la contraseña contiene un carácter de control, como un final de línea o un tabulador
    .hint = quítelo
refuse-name = esto no es un nombre: se esperan de 1 a 100 caracteres visibles
    .hint = use el nombre por el que le conocen los demás
refuse-handle = `{ $text }` no es un apodo: se esperan de 1 a 32 letras, cifras, `-`, `_` o `.`
refuse-no-admin = `{ $handle }` no administra esta sala
    .hint = pregunte a quien la administre
refuse-last-admin = `{ $handle }` es la última persona que administra esta sala
    .hint = dé antes ese rol a otra persona
refuse-no-role = una invitación necesita un rol
    .hint = `viewer` solo mira
refuse-no-invite = la invitación no es válida, o ya no lo es
    .hint = pida otra a la administración
refuse-invite-for = la invitación es para `{ $handle }`
    .hint = use ese apodo, o pida otra invitación a la administración
refuse-claimed = `{ $handle }` está trabajando en ella hasta { $until }
    .hint = pídale que la deje, o tome otra unidad
refuse-token-taken = ya existe un token `{ $name }`
    .hint = elija otro nombre, o quite antes ese
refuse-no-token = no existe ese token
refuse-many-tokens =
    { $count ->
        [one] ya hay { NUMBER($count) } token
       *[other] ya hay { NUMBER($count) } tokens
    }
    .hint = quite los que nada usa
refuse-days = `{ $text }` no es un número de días
    .hint = se espera de 1 a { NUMBER($most) }, o nada
people-counts-not = hexapla.toml nombra a personas y no da a `{ $handle }` nada de eso: no cuenta ningún estado que dé
people-counts-less = hexapla.toml da menos a `{ $handle }`: solo cuenta { $rights }
people-roles-in = { $roles } en { $locales }

## Why a gate of a channel is closed

gate-blocked =
    { $freshness ->
        [stale] desactualizada
        [unverified] sin confirmar
        [missing] pendiente
       *[other] { $freshness }
    } y bloqueada por una regla de entrega
gate-state =
    { $state ->
        [initial] inicial
        [translated] traducida
        [reviewed] revisada
       *[other] { $state }
    }, se esperaba { $least ->
        [translated] traducida
        [reviewed] revisada
        [final] definitiva
       *[other] { $least }
    }
gate-state-several =
    { $state ->
        [initial] inicial
        [translated] traducida
        [reviewed] revisada
       *[other] { $state }
    }, se esperaba { $least ->
        [translated] traducida
        [reviewed] revisada
        [final] definitiva
       *[other] { $least }
    } por { NUMBER($people) } personas
gate-age =
    desactualizada desde { $date }, se { $days ->
        [one] esperaba como máximo { NUMBER($days) } día
       *[other] esperaban como máximo { NUMBER($days) } días
    }
gate-age-unknown =
    desactualizada desde no se sabe cuándo, se { $days ->
        [one] esperaba como máximo { NUMBER($days) } día
       *[other] esperaban como máximo { NUMBER($days) } días
    }
gate-coverage-units = { NUMBER($part) } de { NUMBER($all) } unidades están vigentes ({ $percent } %), se esperaba al menos { $least } %
gate-coverage-words = { NUMBER($part) } de { NUMBER($all) } palabras están vigentes ({ $percent } %), se esperaba al menos { $least } %
gate-no-utf8 = el original no es UTF-8
gate-no-toml = el original no es TOML
gate-check = { $check }: { $message }
