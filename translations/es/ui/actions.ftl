## Pedir ayuda

help-now = Pedir ayuda ahora
    .aria-label = Pedir ayuda ahora, por teléfono o por chat
help-not-alone = No tiene que pasar por esto a solas, y la culpa no es suya.
help-call = Llamar al { $number }
    .title = Abre la aplicación de teléfono
    .aria-label = Llamar a la { -helpline } en el { $number }
help-chat = Chatear con { $name }
help-europe = En muchos países europeos, el 116 111 le pone en contacto con una { -helpline } para la infancia.
help-danger = Si está en peligro ahora mismo, llame al número de emergencias de su país.
help-hours =
    { $kind ->
        [always] Atiende día y noche, todos los días
        [unknown] Pregunte a la { -helpline } por su horario
       *[listed] Horario: { $hours }
    }
help-count =
    { $count ->
        [0] Todavía no conocemos ninguna { -helpline } en este país
        [one] { NUMBER($count) } { -helpline } en este país
       *[other] { NUMBER($count) } { -helpline(number: "plural") } en este país
    }
help-checked = Número comprobado el { DATETIME($date, month: "long", year: "numeric", day: "numeric") }

## Denunciar

report = Denunciar lo que ha visto
    .title = Avisar a una línea de denuncia sobre imágenes o mensajes que dañan a un niño o una niña
report-anonymous = No hace falta que dé su nombre.
report-do-not-copy = No descargue, copie ni reenvíe las imágenes. Basta con la dirección de la página.
report-address = Dirección de la página
    .placeholder = https://
report-what = ¿Qué ha visto?
    .placeholder = Bastan unas pocas palabras
report-who =
    { $who ->
        [child] Me ha pasado a mí
        [other-child] Le ha pasado a un niño o una niña que conozco
       *[stranger] No conozco al niño o la niña
    }
report-send = Enviar la denuncia
report-thanks = Gracias. Una persona con formación especializada leerá su denuncia.
report-reference = Su número de referencia es { $reference }. Guárdelo por si quiere preguntar por la denuncia.

## Firmar

sign = Firmar la petición
    .aria-label = Firmar la petición por una ley que proteja a la infancia en internet
sign-count =
    { $count ->
        [0] La primera firma puede ser la suya
        [one] Ha firmado { NUMBER($count) } persona. Nuestro objetivo es llegar a { NUMBER($goal) }.
       *[other] Han firmado { NUMBER($count) } personas. Nuestro objetivo es llegar a { NUMBER($goal) }.
    }
sign-closes =
    { $days ->
        [0] Se cierra hoy
        [one] Se cierra dentro de { NUMBER($days) } día
       *[other] Se cierra dentro de { NUMBER($days) } días
    }
sign-closed = Esta petición se cerró el { DATETIME($date, month: "long", year: "numeric", day: "numeric") }.
sign-show-name = Mostrar mi nombre entre las firmas
sign-thanks = Gracias, { $name }. Le pedimos que dé a conocer la petición.
sign-share = Compartir con alguien
    .title = Copia un enlace a la petición

## Boletín

newsletter = Recibir nuestro boletín
newsletter-frequency =
    { $frequency ->
        [weekly] Una vez a la semana
        [monthly] Una vez al mes
       *[irregular] Unas pocas veces al año
    }
newsletter-subscribe = Suscribirse
newsletter-confirm = Hemos enviado un mensaje a { $email }. Abra el enlace que contiene para confirmar.
newsletter-unsubscribe = Darse de baja
    .title = No recibirá más boletines

## Donar

donate = Donar
    .title = Apoyar nuestro trabajo por la infancia
donate-amount = Importe
    .placeholder = 25
donate-submit =
    { $rhythm ->
        [monthly] Donar { $amount } al mes
        [yearly] Donar { $amount } al año
       *[once] Donar { $amount }
    }
donate-thanks = Gracias por su donativo.
donate-receipt = Quiero un certificado del donativo para Hacienda

## Formularios

form-name = Nombre
    .placeholder = Nombre y apellidos
form-email = Correo electrónico
    .placeholder = nombre@example.org
    .title = No lo usamos para nada más
form-country = País
form-message = Mensaje
form-characters-left =
    { $count ->
        [one] Queda { NUMBER($count) } carácter
       *[other] Quedan { NUMBER($count) } caracteres
    }
form-optional = opcional
form-send = Enviar
form-cancel = Cancelar
form-sending = Enviando…

## Errores

error-summary =
    { $count ->
        [one] Por favor, revise { NUMBER($count) } campo
       *[other] Por favor, revise { NUMBER($count) } campos
    }
error-required = Por favor, rellene «{ $field }»
error-email = Una dirección de correo tiene esta forma: nombre@example.org
error-address = Por favor, pegue la dirección completa, empezando por https://
error-amount = Por favor, indique un importe de { $minimum } como mínimo
error-too-long =
    { $limit ->
        [one] Por favor, no use más de { NUMBER($limit) } carácter
       *[other] Por favor, no use más de { NUMBER($limit) } caracteres
    }
error-offline = Parece que no hay conexión. Lo que ha escrito sigue aquí.
error-server = Ha habido un fallo por nuestra parte. Inténtelo de nuevo o, si es urgente, llame a la { -helpline }.
help-text-message = Envía un mensaje de texto al { $number }
