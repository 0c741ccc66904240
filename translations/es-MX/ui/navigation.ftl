## Menú principal

nav-officials = Para servidores públicos

## Salir rápido

quick-exit = Salir de este sitio
    .title = Abre una página del clima en lugar de esta
    .aria-label = Salir rápido de este sitio

## Pie de página

footer-privacy = Aviso de privacidad
