# Files of drafts and records, and letters
draft-files-lead = Lo que se puede descargar. El tipo se reconoce por el contenido: { $types }, como máximo { $size } por archivo y { $n } archivos por borrador.
draft-file-new = Añadir un archivo o una película
draft-file = El archivo
draft-file-title = Lo que se ve, si el nombre del archivo no lo dice
draft-file-language = Idioma del archivo
draft-file-licence = Qué se puede hacer con él
draft-file-licence-help = Lo dice quien tiene los derechos. CC BY: usarlo libremente citando la fuente; NC: sin fines de lucro; ND: sin cambios; SA: compartirlo en las mismas condiciones; IGO: la forma de las organizaciones internacionales.
draft-film = O la dirección de una película o grabación en otro sitio web
draft-film-help = Se queda allí: se ve un enlace con el nombre del sitio. La dirección se guarda entre las fuentes.
draft-file-add = Guardar y añadir
draft-file-leave = Conservarlo
draft-file-added = Añadido con este borrador
draft-file-goes = Se quita cuando se publique el borrador
licence-public-domain = Dominio público: libre para todo uso
licence-all-rights-reserved = Todos los derechos reservados: solo para leer
licence-unknown = Condiciones desconocidas: pregunte antes de usarlo
file-pages =
    { $count ->
        [one] { $n } página
       *[other] { $n } páginas
    }
file-checked = Comprobado el { $date }
file-damaged = Este archivo está dañado o perdido. No se entrega mientras no se repare.
file-first-page = Primera página de { $name }
file-film = Película en { $site }, otro sitio web
file-recording = Grabación en { $site }, otro sitio web
file-refused-size = El archivo supera { $size }. Redúzcalo o divídalo. Todo lo que escribió está guardado.
file-refused-form = El formulario contiene demasiado a la vez. Envíe un archivo cada vez. Lo que escribió antes está guardado.
file-refused-transfer = El archivo no llegó entero. Elíjalo de nuevo. Lo que escribió antes está guardado.
file-refused-empty = El archivo está vacío.
file-refused-type = El contenido del archivo no es de ninguno de los tipos que se aceptan: { $types }.
file-refused-name = El contenido del archivo es { $type }, pero su nombre dice otra cosa. Si es correcto, haga que el nombre termine en { $ending }.
file-refused-broken = El archivo no se puede leer como { $type }: está dañado o protegido. Guárdelo de nuevo sin contraseña.
file-refused-unpacks = Al descomprimirse, el archivo ocupa mucho más que su tamaño, como ningún documento.
file-refused-picture = La imagen está dañada o supera { $pixels } píxeles. Redúzcala.
file-refused-today = Hoy ha entregado { $n } archivos. Continúe mañana.
file-refused-many = El borrador ya tiene { $n } archivos. Quite uno primero.
file-refused-missing = Elija un archivo o indique la dirección de una película.
file-refused-licence = Diga qué se puede hacer con el archivo y elíjalo de nuevo.
file-refused-link = Esta no es una dirección de película o grabación que se conozca aquí. Otras páginas van entre las fuentes.
mandates-letter = Una carta que lo acredite, si la tiene
mandates-letter-help = { $types }, como máximo { $size }. Solo pueden abrirla quienes deciden. Se borra un año después de que termine el mandato o se rechace la solicitud.
mandates-letter-open = Abrir la carta ({ $size })
