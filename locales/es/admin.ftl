# Administration
admin = Administración
admin-overview = Resumen
admin-lead = Cómo está esta instancia y qué necesita de usted.
admin-troubles = Lo que no está bien
admin-well = Todo está bien.
admin-late = { $queue }: { $number }. Lo más antiguo espera desde el { $date }, y es demasiado.
admin-job-failed = La tarea «{ $job }» falló. Dijo: { $note }
admin-job-overdue = La tarea «{ $job }» debía empezar el { $date } y nadie la ejecuta.
admin-queues = Lo que espera
admin-queue = Cola
admin-number = Número
admin-oldest = Lo más antiguo desde
admin-older = Entradas más antiguas
admin-look-again = Volver a mirar
admin-store = Almacén
admin-database = Base de datos
admin-size = Tamaño
admin-migrations = Migraciones
admin-migrations-value = { $number }; la última es { $last }
admin-people = Personas con cuenta
admin-instance = Programa
admin-version = Versión
admin-up-since = En marcha desde
admin-address = Dirección pública
admin-mail = Envío de correos
admin-mail-server = por un servidor de correo
admin-mail-folder = ninguno: no hay servidor de correo y son archivos en { $folder }
admin-mail-memory = ninguno: se quedan en la memoria
queue-drafts = Borradores en revisión
queue-mandates = Solicitudes para hablar en nombre de organizaciones
queue-adoptions = Solicitudes para hacerse cargo de fichas
queue-objections = Objeciones sin respuesta
queue-reports = Avisos de problemas
queue-translations = Traducciones por aprobar
queue-queued-mails = Correos en camino
queue-failed-mails = Correos que no salieron
queue-damaged-files = Archivos dañados

# Jobs
admin-jobs = Tareas
admin-jobs-lead = Lo que la instancia hace por sí sola. De varios nodos, uno ejecuta cada tarea.
job = Tarea
job-state = Estado
job-last = Terminó por última vez
job-last-at = terminó por última vez el { $date }
job-next-at = prevista para el { $date }
job-start = Ejecutar ahora
job-started = Ya le toca y empieza en unos instantes. Vuelva a mirar esta página para ver cómo termina.
job-runs = en curso
job-due = pendiente
job-done = terminada
job-failed = falló
job-never = nunca se ejecutó
job-every-minutes = { $count ->
    [one] cada minuto
   *[other] cada { $n } minutos
}
job-every-hours = { $count ->
    [one] cada hora
   *[other] cada { $n } horas
}
job-every-days = { $count ->
    [one] cada día
   *[other] cada { $n } días
}
job-lights = Vigencia de las fichas
job-lights-about = Anota la luz de cada ficha cuyo día de revisión ha llegado o pasado.
job-freshness-mails = Correos a los responsables
job-freshness-mails-about = Pregunta a los responsables si sus fichas siguen siendo ciertas.
job-mandates = Mandatos
job-mandates-about = Avisa a quienes tienen un mandato que termina y cierra los que vencieron.
job-review-reminders = Recordatorios sobre borradores
job-review-reminders-about = Recuerda el paso siguiente de un borrador a quien le corresponde.
job-digests = Avisos por correo
job-digests-about = Envía lo que cada persona quiere saber una vez al día o a la semana.
job-files = Lectura de archivos
job-files-about = Toma el texto y la primera página de los archivos adjuntos.
job-file-checks = Control de archivos
job-file-checks-about = Compara cada archivo adjunto con su suma de comprobación.
job-retention = Olvido
job-retention-about = Elimina lo que se guardó el tiempo suficiente.
job-unused-accounts = Cuentas sin uso
job-unused-accounts-about = Avisa a quienes tienen cuentas sin uso y borra aquellas cuyo plazo ha vencido.
job-new-records = Avisos de nuevas fichas
job-new-records-about = Cuenta a quienes lo pidieron lo que se ha publicado.

# Search index
admin-index = Índice de búsqueda
admin-index-lead = Una copia de las fichas hecha para buscar. Cada nodo tiene la suya; esta es la del nodo que le responde.
admin-index-state = Estado
admin-index-position = Posición en el registro de cambios
admin-index-position-value = { $position } de { $head }
admin-index-documents = Fichas que contiene
admin-index-encoder = Codificador de frases
admin-index-encoder-yes = participa
admin-index-encoder-no = no está instalado; la búsqueda funciona sin él
admin-index-fault = El índice de búsqueda no avanza desde el { $date }: { $error }
admin-index-behind = { $count ->
    [one] { $n } cambio aún no está en el índice de búsqueda.
   *[other] { $n } cambios aún no están en el índice de búsqueda.
}
admin-index-rebuild = Construirlo de nuevo
admin-index-rebuild-text = No se pierde nada: el índice es una copia. Mientras tanto, las páginas y la búsqueda siguen con el anterior, y este nodo muestra los cambios más recientes cuando termina.
admin-index-rebuild-button = Construir el índice de nuevo
admin-index-progress = Se está construyendo: { $done } de { $all } fichas.

# Mails
admin-mails = Correos
admin-mails-lead = Lo que está en camino, lo que salió y lo que no. Solo la administración ve las direcciones.
mails-folder = No hay servidor de correo: cada correo es un archivo en { $folder }. Los que «salieron» se pueden leer aquí.
mails-states = Estado de los correos
mails-all = Todos
mails-queued = En camino
mails-sent = Enviados
mails-failed = Abandonados
mails-none = No hay ningún correo así.
mails-tried = { $count ->
    [one] { $n } intento
   *[other] { $n } intentos
}
mails-retry = Intentar de nuevo
mail-queued = en camino
mail-sent = enviado
mail-failed = abandonado
mail-title = Un correo
mail-masked = Los enlaces se muestran sin sus secretos: quien pudiera leerlos podría entrar en lugar de su destinatario. El correo completo está en el servidor, en { $file }.
mail-headers = Cabeceras
mail-text = Texto
mail-html = HTML
mail-html-show = Mostrar cómo está escrito

# Audit log
admin-audit = Registro de auditoría
admin-audit-lead = Quién hizo qué, lo más reciente primero. Solo se le añade: nadie puede cambiar ni eliminar una entrada.
audit-action = Qué
audit-all = Todo
audit-filter = Mostrar
audit-none = No hay nada anotado.
audit-number = N.º
audit-at = Cuándo
audit-who = Quién
audit-what = Qué
audit-subject = Sobre qué o quién
audit-details = Detalles
audit-operator = operador (línea de órdenes)
audit-somebody-gone = alguien cuya cuenta se borró
audited-administrator-made = Administrador creado
audited-administrator-signed-in = Entrada de un administrador
audited-proofs-changed = Formas de iniciar sesión cambiadas
audited-roles-set = Funciones cambiadas
audited-mandate-accepted = Mandato aceptado
audited-mandate-refused = Mandato rechazado
audited-mandate-ended = Mandato terminado
audited-steward-set = Ficha confiada a otro responsable
audited-record-withdrawn = Ficha retirada
audited-record-restored = Ficha restablecida
audited-person-erased = Cuenta borrada
audited-setting-set = Ajuste cambiado
audited-job-started = Tarea adelantada
audited-index-rebuilt = Índice construido de nuevo
audited-mail-retried = Correo intentado de nuevo

# Settings
admin-settings = Ajustes
admin-settings-lead = Lo que el público ve de esta instancia. Un cambio vale de inmediato, sin reiniciar, y queda en el registro de auditoría.
settings-changed = Otra persona cambió esto mientras tanto y no se guardó nada. Lo que escribió sigue abajo. Guárdelo de nuevo para que valga o abra otra vez esta página para ver la otra versión.
settings-identity = Nombre y contacto
settings-identity-help = Un campo que vacíe queda como el operador inició el programa.
settings-name = Nombre
settings-contact = Adónde se puede escribir
settings-description = Para qué sirve, en { $language }
settings-languages = Idiomas
settings-languages-label = Idiomas de las páginas
settings-languages-help = Las direcciones de un idioma que quite llevan al primero que quede. Las fichas en él permanecen.
settings-languages-none = Elija al menos un idioma.
settings-accent = Color
settings-accent-help = El color de botones y marcas, escrito #rrggbb, para pantallas claras y oscuras. Su contraste con el fondo es de al menos { $ratio } a 1, para que todos puedan leerlo.
settings-accent-light = En pantallas claras
settings-accent-dark = En pantallas oscuras
settings-accent-form = Escriba el color con # y seis cifras del 0 al 9 o letras de la a a la f.
settings-accent-contrast = El contraste es de { $ratio } a 1; hace falta al menos { $least } a 1. Tome un color más oscuro para pantallas claras y uno más claro para pantallas oscuras.
settings-logo = Logotipo
settings-logo-file = Imagen PNG
settings-logo-help = Está junto al nombre, sobre fondo oscuro. 16 KB como máximo, de 16 a 512 píxeles por lado.
settings-logo-now = El logotipo actual
settings-logo-remove = Quitarlo
settings-logo-not-png = No es una imagen PNG completa. No se aceptan otros formatos, como SVG.
settings-logo-large = La imagen es demasiado grande: { $size } como máximo.
settings-logo-size = La imagen tiene { $width } por { $height } píxeles. Cada lado necesita de { $least } a { $most } píxeles y ninguno puede ser más de { $stretch } veces más largo que el otro.
settings-texts = Textos legales
settings-texts-help = Lo que diga sobre la privacidad está en la página de privacidad antes de lo que el programa dice de sí mismo; las condiciones y el aviso legal tienen su propia página. Escríbalos en cada idioma que ofrezca:
texts-lead = Texto sin formato. Una línea vacía empieza un párrafo; las direcciones web se vuelven enlaces. Un texto que falta en un idioma se muestra en otro.
texts-privacy = Privacidad
texts-terms = Condiciones de uso y aviso legal
terms-title = Condiciones y aviso legal
terms-lead = Quién gestiona esta instancia y en qué condiciones.
terms-records = Las fichas
terms-records-text = Las fichas pueden usarse libremente citando su fuente (CC BY 4.0). Los archivos adjuntos tienen las condiciones que figuran junto a ellos.
terms-program = El programa
terms-program-text = Ayni es software libre con licencia Apache 2.0 y se ofrece sin garantía alguna.
