## Números y direcciones

finding-differs = `{ $written }`, donde el original tiene `{ $given }`
finding-extra = el original no tiene `{ $written }`
finding-missing = falta `{ $given }`, que está en el original
finding-number-extra = el original no tiene el número `{ $written }`
    .hint = escriba el número del original, con las cifras que usa el idioma
finding-number-missing = falta el número `{ $given }` del original
finding-address =
    .site = indique la misma dirección, salvo que quienes leen este idioma necesiten otra
    .mail = indique la misma dirección: el correo enviado a otra puede no llegar a nadie
    .phone = indique el mismo número, salvo que quienes leen este idioma marquen otro
finding-critical-missing = falta `{ $given }`, que es lo aprobado
    .hint = escriba lo que se aprobó, o haga que se apruebe otro número
finding-critical-extra = `{ $written }` no está aprobado
finding-critical-hides = `{ $written }` contiene caracteres que nadie ve
finding-critical-mixes = `{ $written }` está escrito en varios sistemas de cifras
    .hint = escriba el número de nuevo, en un solo sistema de cifras
finding-critical-turns = `{ $written }` puede invertir el orden de las cifras
    .hint = quítelo; en textos de derecha a izquierda, ponga los números entre U+2066 y U+2069

## Idiomas y escrituras

finding-same = `{ $written }` es el texto del original
    .hint = tradúzcalo; si debe ser igual, acéptelo
finding-script = en escritura { $script }, cuando `{ $locale }` se escribe en { $expected }
    .hint = ¿es un texto de otro idioma?
finding-language =
    { $language ->
        [English] parece estar en inglés
        [Spanish] parece estar en español
        [German] parece estar en alemán
        [French] parece estar en francés
        [Italian] parece estar en italiano
        [Portuguese] parece estar en portugués
        [Dutch] parece estar en neerlandés
        [Catalan] parece estar en catalán
        [Russian] parece estar en ruso
        [Ukrainian] parece estar en ucraniano
        [Polish] parece estar en polaco
        [Turkish] parece estar en turco
        [Arabic] parece estar en árabe
       *[other] parece estar en otro idioma: { $language }
    }
finding-letter = `{ $letter }` ({ $code }) no es una letra de `{ $locale }`
    .hint = ¿es un descuido, o una letra que se parece a otra?
finding-longer = más de diez veces más largo que el original
    .hint = ¿dice lo que dice el original, y nada más?
finding-shorter = más de diez veces más corto que el original
finding-mixed = `{ $written }` mezcla letras latinas con { $letters }
    .hint = escriba la palabra de nuevo con las letras de una sola escritura

## Longitud, espacios y líneas

finding-length =
    { $count ->
        [one] { NUMBER($count) } carácter, cuando { NUMBER($most) } es el máximo
       *[other] { NUMBER($count) } caracteres, cuando { NUMBER($most) } es el máximo
    }
    .hint = dígalo con menos
finding-begins = empieza con un espacio, y el original no
    .hint = los programas unen estos textos: conserve el espacio del original
finding-begins-other = empieza con un espacio distinto del que tiene el original
finding-ends = termina con un espacio, y el original no
finding-ends-other = termina con un espacio distinto del que tiene el original
finding-spaces = dos espacios seguidos
    .hint = escriba uno
finding-twice = `{ $written }` aparece repetido
    .hint = dígalo una vez
finding-lines = { $lines }, donde el original tiene { $given }
    .hint = divida las líneas como el original
finding-line-breaks =
    { $count ->
        [0] ningún salto de línea
        [one] { NUMBER($count) } salto de línea
       *[other] { NUMBER($count) } saltos de línea
    }

## Puntuación

finding-not-closed = nada cierra `{ $mark }`
    .hint = escriba los dos paréntesis o corchetes, o ninguno
finding-not-opened = nada abre `{ $mark }`
finding-dots = `...`, donde el original tiene `…`
    .hint = escriba `…`
finding-end = termina con { $end }, donde el original tiene { $given }
    .hint = termínelo como el original
finding-end-open = ningún signo
finding-end-stop = un punto
finding-end-question = un signo de interrogación
finding-end-exclamation = un signo de exclamación
finding-end-colon = dos puntos
finding-end-ellipsis = puntos suspensivos
finding-french-breaks = un espacio junto a `{ $mark }` en el que puede cortarse la línea
    .hint = ponga ahí un espacio de no separación (U+00A0 o U+202F)
finding-french-none = falta el espacio antes de `{ $mark }`
finding-question = una pregunta sin `{ $open }`
    .hint = empiécela con `{ $open }`
finding-exclamation = una exclamación sin `{ $open }`
finding-quotes-closed = `{ $first }` se cierra con `{ $mark }`
    .hint = escriba `{ $open }` y `{ $close }`
finding-quotes-other = `{ $written }`, cuando `{ $locale }` usa `{ $usual }`
    .hint = use las comillas del idioma
finding-quotes-half = `{ $mark }` está sin su otra mitad
    .hint = abra y cierre cada cita

## Lo que puede engañar a quien lee, o ejecutar código

finding-bidi-overrides = `{ $written }` fuerza el sentido del texto
    .hint = quítelo; donde haga falta un sentido, aísle el texto con U+2068 y U+2069
finding-bidi-nothing = `{ $written }` no cierra nada
finding-bidi-open = `{ $written }` no se cierra
finding-unseen = `{ $written }`, que no muestra nada
    .hint = quítelo: entorpece las búsquedas y la lectura en voz alta
finding-unseen-hyphen = `{ $written }`, un guion opcional
finding-unseen-space = `{ $written }`, un espacio sin anchura
finding-unseen-joiner = `{ $written }`, un carácter de unión que no une ni separa nada
finding-unseen-direction = `{ $written }`, una marca de sentido entre letras del mismo sentido
finding-unseen-order = `{ $written }`, una marca de orden de bytes
finding-unseen-tag = `{ $written }`, un carácter de etiqueta, que puede ocultar un texto
finding-link-runs = `{ $written }` es un enlace de `{ $scheme }:`, que ejecuta código
    .hint = enlace a la dirección de un sitio
finding-tag-runs = una etiqueta `<{ $name }>` en un texto
    .hint = quítela: las traducciones dicen palabras, y la página que las muestra hace el resto
finding-attribute-runs = un atributo `{ $name }`, que ejecuta código

## Lo que dejan los programas en los textos

finding-escaped = `{ $written }` se escapó dos veces
    .hint = escriba el carácter mismo
finding-damaged = `{ $written }` es un carácter dañado
    .hint = escriba la palabra de nuevo, y guarde el archivo en UTF-8
finding-placeholder-like = `{ $written }` parece un marcador de posición, y el original no tiene ninguno así
    .hint = quien lee lo ve tal cual: escriba palabras, o lo que rellena el formato

## Junto a otros textos, y el glosario

finding-alike = otro original se traduce igual en { $others }
    .hint = compruebe si quien lee puede distinguirlos donde hace falta
finding-alike-more =
    { $more ->
        [one] otro original se traduce igual en { $others } y en { NUMBER($more) } más
       *[other] otro original se traduce igual en { $others } y en { NUMBER($more) } más
    }
finding-otherwise = el mismo original se traduce de otra manera en { $others }
    .hint = dígalo de una sola manera, salvo que allí signifique otra cosa
finding-otherwise-more =
    { $more ->
        [one] el mismo original se traduce de otra manera en { $others } y en { NUMBER($more) } más
       *[other] el mismo original se traduce de otra manera en { $others } y en { NUMBER($more) } más
    }
finding-term-missing = se esperaba { $terms } para `{ $text }`
    .hint = use el término, o añada al glosario lo que ha escrito como término admitido
finding-term-forbidden = `{ $text }` no debe usarse para `{ $term }`
    .hint = escriba { $terms }
    .other = use otra palabra
finding-term-choice = { $others } o { $last }
finding-silence = el comentario silencia `{ $check }`, que aquí no encuentra nada
    .hint = quítelo, o compruebe cómo se escribe el nombre de la comprobación

## Campos, enlaces y marcas de las páginas

finding-field-missing = falta el campo `{ $name }`, que el original tiene
    .fill = `hexapla fill` lo añade
    .copy = cópielo del original
finding-field-extra = un campo `{ $name }`, que el original no tiene
    .hint = compruebe si está escrito como en el original
finding-link-missing = falta el enlace del original a `{ $value }`
    .hint = enlace al mismo lugar, salvo que quienes leen este idioma necesiten otro
finding-link-extra = el original no tiene ningún enlace a `{ $value }`
finding-image-missing = falta la imagen `{ $value }` del original
    .hint = muestre la misma imagen
finding-image-extra = el original no tiene la imagen `{ $value }`
finding-code-missing = falta el código `{ $value }` del original
    .hint = el código no se traduce: escríbalo como en el original
finding-code-extra = el original no tiene el código `{ $value }`
finding-footnote-missing = falta la nota al pie `{ $value }` del original
    .hint = remita a la misma nota al pie
finding-footnote-extra = el original no tiene la nota al pie `{ $value }`
finding-tag-missing = falta la etiqueta `{ $value }` del original
    .hint = use las mismas etiquetas
finding-tag-extra = el original no tiene la etiqueta `{ $value }`
finding-tag-own = una etiqueta `{ $value }`, que el original no tiene
finding-heading = un título de nivel { NUMBER($level) }, se esperaba el nivel { NUMBER($other) }
    .hint = empiécelo con `{ $marks }`, como el original
finding-cells =
    { $count ->
        [one] una fila de { NUMBER($count) } celda, se esperaban { NUMBER($other) }
       *[other] una fila de { NUMBER($count) } celdas, se esperaban { NUMBER($other) }
    }
    .hint = los lectores no ven más celdas que las que tiene la cabecera de la tabla
finding-root = los textos están debajo de `{ $name }`, se esperaba `{ $locale }`
    .hint = los programas los toman por los de `{ $name }`: cambie el nombre

## Marcadores de posición, referencias y atributos

finding-variable-extra = el original no tiene la variable `${ $name }`
    .hint = nadie le da un valor: use una de las variables del original
finding-variable-missing = no se usa la variable `${ $name }` del original
    .hint = úsela, salvo que la frase diga lo mismo sin ella
finding-variable-missing-in = no se usa en `{ $attribute }` la variable `${ $name }` del original
finding-placeholder-missing = no se usa `{ $written }`, que está en el original
    .extra = nadie le da un valor: use uno de los marcadores de posición del original
finding-reference-unknown = no existe `{ $name }`
    .hint = remita a un mensaje o término de la misma colección
finding-reference-missing = falta la referencia del original a `{ $name }`
    .hint = remita a él, para que el nombre sea el mismo en todas partes
finding-reference-missing-in = falta en `{ $attribute }` la referencia del original a `{ $name }`
finding-reference-extra = el original no remite a `{ $name }`
    .hint = diga lo que dice el original, salvo que quienes leen este idioma necesiten el nombre
finding-reference-extra-in = el original no remite a `{ $name }` en `{ $attribute }`
finding-attribute-extra = el original no tiene el atributo `.{ $name }`
    .hint = nadie lo pide: quítelo, o mire cómo lo escribe el original
finding-attribute-missing = falta el atributo `.{ $name }`, que el original tiene
    .hint = tradúzcalo también: quien muestra el mensaje lo pide
finding-value-missing = falta el valor, que el original tiene
    .hint = ponga un valor y atributos como en el original
finding-value-extra = un valor, que el original no tiene
finding-second = `{ $written }` aparece aquí por segunda vez
    .attribute = uno de los dos nunca se muestra: quítelo
    .variant = solo se elige la primera: quite la otra
    .entry = solo se lee el primero: quite este o cámbiele el nombre
finding-taken = `{ $owner }` también tiene una entrada `{ $key }`, y es esa la que se publica
    .hint = una colección se publica en un solo paquete: cambie el nombre de una de las dos

## Plurales y números en Fluent

finding-plural-unused = `{ $locale }` no tiene la categoría de plural `{ $category }` (de `{ $variable }`)
    .hint = esta variante nunca se elige: quítela
finding-ordinal-unused = `{ $locale }` no tiene la categoría de ordinal `{ $category }` (de `{ $variable }`)
finding-plural-one = `{ $locale }` necesita la categoría de plural `{ $categories }` (de `{ $variable }`)
    .variant = añada una variante `[{ $category }]`
    .branch = añada una rama `{ $category } { "{" }…{ "}" }`
finding-plural-several = `{ $locale }` necesita las categorías de plural `{ $categories }` (de `{ $variable }`)
    .variants = añada las variantes `[{ $categories }]`
    .branches = añada las ramas `{ $categories } { "{" }…{ "}" }`
finding-ordinal-one = `{ $locale }` necesita la categoría de ordinal `{ $categories }` (de `{ $variable }`)
finding-ordinal-several = `{ $locale }` necesita las categorías de ordinal `{ $categories }` (de `{ $variable }`)
finding-datetime = el `fluent-bundle` de Rust no tiene la función `DATETIME`
    .hint = un programa en Rust tiene que añadirla, o recibir la fecha como texto
finding-function = Fluent no tiene la función `{ $function }`
    .hint = use `NUMBER` o `DATETIME`, o añádala allí donde se muestre el texto
finding-digits = `{ $name }: { $value }` pide unas cifras que nada muestra
    .hint = indique un número de { NUMBER($least) } a { NUMBER($most) }
finding-option = `NUMBER` no acepta `{ $name }` en un texto
    .hint = quítelo; las opciones son `{ $options }`
finding-swapped = `{ $smaller }` es mayor que `{ $larger }`
    .hint = intercámbielos, o quite uno
finding-precise =
    { $digits ->
        [one] un número de { NUMBER($digits) } cifra no se conserva como está escrito
       *[other] un número de { NUMBER($digits) } cifras no se conserva como está escrito
    }
    .hint = escríbalo como texto, entre comillas
finding-runtimes = cuando `${ $name }` es { $example }, JavaScript muestra `[{ $javascript }]` y Rust `[{ $rust }]`
    .plural = los dos tienen las reglas de plural de años distintos
    .ordinal = JavaScript no conoce aquí los ordinales: que el sitio elija la forma

## La sintaxis de Fluent

finding-at = { $place }: { $problem }
finding-syntax =
    .hint = corrija la sintaxis: hasta entonces la entrada se queda como está y nunca se publica
finding-deep =
    { $most ->
        [one] hay más de { NUMBER($most) } llave abierta a la vez
       *[other] hay más de { NUMBER($most) } llaves abiertas a la vez
    }
    .hint = divida el mensaje; se queda como está y nunca se publica
finding-another = aquí empieza otro texto, y debe haber uno solo
syntax-token = se esperaba algo que empiece por "{ $token }"
syntax-range = se esperaba uno de estos caracteres: "{ $range }"
syntax-message = el mensaje "{ $name }" necesita un valor o un atributo
syntax-term = el término "{ $name }" necesita un valor
syntax-callee = aquí no se puede llamar a una función
syntax-default = la selección necesita una variante por defecto
syntax-value = se esperaba un valor
syntax-defaults = una selección solo puede tener una variante por defecto
syntax-message-selector = no se puede elegir según la referencia a un mensaje
syntax-term-selector = no se puede elegir según la referencia a un término
syntax-message-attribute = no se puede elegir según el atributo de un mensaje
syntax-term-attribute = el atributo de un término no se puede usar aquí
syntax-string = un texto entre comillas sin cerrar
syntax-positional = los argumentos sin nombre van antes que los que tienen nombre
syntax-argument = el argumento "{ $name }" aparece dos veces
syntax-escape = secuencia de escape desconocida
syntax-unicode = secuencia de escape de Unicode no válida, "{ $written }"
syntax-brace = una llave de cierre que no cierra nada
syntax-inline = se esperaba una expresión entre las llaves
syntax-selector = se esperaba una expresión sencilla según la que elegir
syntax-literal = se esperaba un texto entre comillas o un número

## Lo que no se puede poner en un archivo

merge-of = `{ $unit }`: { $problem }
    .hint = escriba el texto de una sola unidad, en la sintaxis de su archivo
merge-not-one = el texto no volvería a leerse como una sola unidad ({ $expected }): { $reason }
merge-units =
    { $units ->
        [one] el archivo tendría { NUMBER($units) } unidad en vez de { NUMBER($all) }
       *[other] el archivo tendría { NUMBER($units) } unidades en vez de { NUMBER($all) }
    }
merge-key = su clave sería `{ $key }`
merge-kind = se convertiría en otra cosa: { $kind }
merge-text = se leería `{ $text }`
merge-none = no habría `{ $name }`
merge-other = `{ $name }` sería de otro tipo
merge-instead = habría `{ $instead }` en lugar de `{ $wanted }`
merge-nowhere = no se puede añadir aquí; cópielo del original
merge-cue = rompería el archivo; un subtítulo no tiene líneas vacías ni `-->`
kind-message = mensaje
kind-term = término
kind-field = campo
kind-item = elemento de una lista de datos
kind-heading = título
kind-paragraph = párrafo
kind-list-item = elemento de lista
kind-row = fila de tabla
kind-footnote = nota al pie
kind-code = bloque de código
kind-markup = bloque de marcado
kind-cue = subtítulo
kind-file = archivo
kind-property = propiedad
kind-string = recurso de texto
