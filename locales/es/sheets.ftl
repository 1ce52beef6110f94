# Spreadsheets: to have and to bring
sheets = Hojas de cálculo
sheets-lead = Descargue fichas, modifíquelas en una hoja de cálculo y traiga el archivo de vuelta. Usted ve exactamente qué cambiaría antes de que ocurra nada, y otra persona lo lee antes de que se publique.
sheets-bring = Traer una hoja de cálculo
sheets-kind = ¿Qué contiene?
sheets-kind-help = Solo hace falta si el archivo no lo dice: por su nombre, por el nombre de su hoja o en la columna kind.
sheets-kind-any = Lo que diga el archivo
sheets-file = Archivo
sheets-file-help = XLSX o CSV, como máximo { $size } y { $rows } filas.
sheets-show = Mostrar qué cambiaría
sheets-brought = Lo que ha traído desde ayer
sheets-get = Obtener una hoja de cálculo
sheets-get-lead = Cada campo tiene una columna. La segunda hoja de un archivo XLSX dice cómo se escriben las celdas y qué códigos admiten; un archivo CSV solo tiene las columnas. Cada lista de fichas existe también como hoja de cálculo, tal como usted la ha filtrado.
sheets-caption = Archivos de cada tipo
sheets-template = Plantilla vacía
sheets-kept = Fichas a su cargo
sheets-as = Como hoja de cálculo ({ $format })
sheets-rules = Cómo se lee
sheets-rule-slug = La columna slug dice de qué ficha trata una fila. Una fila con un nombre nuevo crea una ficha nueva.
sheets-rule-empty = Una celda vacía vacía su campo.
sheets-rule-absent = Una columna que no está en el archivo deja su campo como está. Puede quitar las columnas y filas que no necesite.
sheets-rule-languages = Un texto tiene una columna por idioma, como title.en y title.pt. Puede añadir otras.
sheets-rule-review = Lo que usted envía se convierte en borradores en revisión. Un borrador suyo ya empezado se modifica, no se duplica.

# What is wrong with a file
sheets-error-none = Elija un archivo que no esté vacío.
sheets-error-large = El archivo supera { $most }. Envíelo por partes.
sheets-error-broken = El archivo no llegó completo. Envíelo otra vez.
sheets-error-much = En este archivo hay más de lo que se lee de una vez. Envíelo por partes, sin las hojas y columnas que no necesite.
sheets-error-rows = El archivo tiene más de { $most } filas. Envíelo por partes.
sheets-error-nothing = No hay filas debajo de los nombres de las columnas.
sheets-error-old = Es un libro de un formato antiguo (XLS) o tiene contraseña. Guárdelo como XLSX sin contraseña.
sheets-error-no-sheet = No es una hoja de cálculo: ni un libro (XLSX) ni texto en columnas (CSV).
sheets-error-damaged = Este libro está dañado. Ábralo en su programa de hojas de cálculo, guárdelo de nuevo como XLSX y envíe ese archivo.
sheets-error-columns = Ninguna fila tiene los nombres de las columnas. Tome una plantilla vacía y copie sus filas debajo de los nombres; uno de ellos es slug.
sheets-error-twice = La columna { $column } aparece dos veces y no está claro cuál vale. Quite una de las dos.
sheets-error-kind = El archivo no dice qué son sus filas. Elíjalo y envíe el archivo otra vez.
sheets-error-cell = «{ $column }» de la ficha { $slug } es demasiado largo para una celda de XLSX. Use CSV.
sheets-error-list = Son más de { $most } fichas. Reduzca primero la lista con los filtros.
sheets-note-encoding = El texto no está en UTF-8. Se leyó como Windows-1252: compruebe que todas las letras sean correctas.
sheets-note-column = La columna { $column } ({ $name }) no es un campo de este tipo de ficha. Se dejó de lado; celdas con contenido: { $cells }.
sheets-note-sheet = La hoja { $sheet } no tiene nombres de columnas. Se dejó de lado.

# What it would change
sheet-heading = Qué cambiaría esta hoja de cálculo
sheet-lead = Todavía no ha ocurrido nada. Elija las filas que quiere enviar.
sheet-made = { $count ->
    [one] { $n } borrador se envió a revisión. Figura abajo y entre sus borradores.
   *[other] { $n } borradores se enviaron a revisión. Figuran abajo y entre sus borradores.
}
sheet-count-new = { $count ->
    [one] { $n } ficha nueva
   *[other] { $n } fichas nuevas
}
sheet-count-changed = { $count ->
    [one] { $n } cambio en lo que existe
   *[other] { $n } cambios en lo que existe
}
sheet-count-unchanged = { $count ->
    [one] { $n } fila que no cambia nada
   *[other] { $n } filas que no cambian nada
}
sheet-count-refused = { $count ->
    [one] { $n } fila que no se puede tomar
   *[other] { $n } filas que no se pueden tomar
}
sheet-rows = Filas para enviar
sheet-place = Fila { $row }
sheet-place-in = Fila { $row } de { $sheet }
sheet-row-new = Ficha nueva { $record }
sheet-row-changed = Cambio en { $record }
sheet-row-draft = Cambio en su borrador de { $record }
sheet-draft = Su borrador
sheet-changes = { $count ->
    [one] { $n } campo
   *[other] { $n } campos
}
sheet-hand-in = Enviar
sheet-hand-in-text = Cada fila elegida se convierte en un borrador en revisión. Se publica cuando lo ha leído alguien que no lo escribió.
sheet-submit = Enviar las filas elegidas
sheet-none-chosen = Elija al menos una fila.
sheet-too-many = { $number } filas cambiarían algo. Se pueden enviar como máximo { $most } a la vez: envíe el archivo por partes.
sheet-again = Aquello de lo que tratan algunas de estas filas ha cambiado desde que usted las miró; por eso no se enviaron. Están marcadas: mire qué cambiarían ahora y elíjalas de nuevo.
sheet-again-row = Esto ha cambiado desde que usted lo miró. Abajo figura lo que la fila cambiaría ahora.
sheet-stopped = No se envió nada, a causa de la fila marcada: { $reason }
sheet-nothing = Nada de este archivo cambiaría algo.
sheet-drafts = Ya en sus borradores
sheet-drafts-lead = Estos borradores dicen lo que dicen las filas del archivo.
sheet-refused = Filas que no se pueden tomar
sheet-refused-lead = No detienen a las demás. Descárguelas, corrija lo que indica la columna reason y traiga ese archivo.
sheet-refused-file = { $kind }: las filas rechazadas (CSV)
sheet-refused-row = Fila
sheet-refused-column = Columna
sheet-refused-value = Valor
sheet-refused-problem = Qué está mal
sheet-refused-more = { $count ->
    [one] { $n } más está en el archivo.
   *[other] { $n } más están en el archivo.
}
sheet-obstacle-withdrawn = Esta ficha fue retirada y no se puede cambiar.
sheet-obstacle-taken = Otra persona está escribiendo una ficha nueva con este nombre. Elija otro.
sheet-nothing-new = Así su borrador diría lo mismo que la ficha. Apártelo si ya no quiere cambiar nada.
sheet-problem-code = No es un código de la lista. La hoja Codes de la plantilla los tiene todos.
sheet-problem-slug = Escriba de 1 a 120 letras de la a a la z, cifras y guiones sueltos entre ellas, como school-meals-2019.
sheet-problem-error = La celda muestra un error. Escriba su valor.
sheet-problem-formula = La celda tiene una fórmula que nunca se calculó. Abra el archivo en su programa de hojas de cálculo, guárdelo y envíe ese archivo.
sheet-problem-merged = La celda está combinada con otra. Separe las celdas y escriba el valor en cada una.
sheet-problem-ambiguous = Como números, 8.1 y 8.10 son iguales. Dé a la celda formato de texto y escríbala de nuevo.
sheet-problem-parts = Una línea de esta celda tiene más partes de las que hay. Una barra dentro de un texto se escribe \|
sheet-problem-kind = La fila dice ser de otro tipo que la hoja.
notice-sheet-submitted = Esperan revisión borradores de una hoja de cálculo. Son { $number }.
notice-sheet-submitted-subject = Esperan revisión, de una hoja de cálculo: { $number }

# Words of a template
sheet-legend-column = Columna
sheet-legend-heading = Encabezado
sheet-legend-required = Obligatoria
sheet-legend-about = Qué es
sheet-legend-how = Cómo se escriben las celdas
sheet-column-slug = Nombre en la dirección
sheet-column-order = Orden de los idiomas
sheet-about-kind = Qué son las filas de la hoja. Puede quedar vacía.
sheet-about-slug = Final de la dirección de la ficha: a a z, 0 a 9 y guiones. Dice de qué ficha trata una fila y no cambia nunca.
sheet-about-original = Idioma en que se escribió la ficha, si no es el inglés.
sheet-about-order = Idiomas de este texto, primero el original; vacía si es el orden de las columnas.
sheet-how-text = Texto
sheet-how-text-in = Texto en este idioma: { $language }
sheet-how-code = Un código
sheet-how-codes = Códigos separados por ;
sheet-how-list = Textos separados por ; o cada uno en su línea; un punto y coma dentro de un texto se escribe \;
sheet-how-count = Número entero
sheet-how-amount = Número sin separador de miles y con punto decimal
sheet-how-date = AAAA, AAAA-MM o AAAA-MM-DD
sheet-how-entries = Una entrada por línea: { $parts }; lo que está entre paréntesis puede faltar; una barra dentro de un texto se escribe \|
sheet-how-order = Códigos de idiomas separados por ;
