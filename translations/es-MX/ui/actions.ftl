## Reportar

report = Reportar lo que vio
    .title = Avisar a una línea de reporte sobre imágenes o mensajes que dañan a una niña o un niño
report-what = ¿Qué vio?
    .placeholder = Bastan unas cuantas palabras
report-who =
    { $who ->
        [child] Me pasó a mí
        [other-child] Le pasó a una niña o un niño que conozco
       *[stranger] No conozco a la niña o al niño
    }
report-send = Enviar el reporte
report-thanks = Gracias. Una persona capacitada leerá su reporte.
report-reference = Su número de folio es { $reference }. Guárdelo por si quiere preguntar por el reporte.

## Donar

donate-receipt = Quiero un recibo deducible de impuestos
