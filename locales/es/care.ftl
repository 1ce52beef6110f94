# Looking after records
due = Fichas a su cargo
due-lead = Estas fichas deben volver a examinarse. Si una sigue siendo correcta, basta un botón para decirlo.
due-nothing = No hay nada por revisar. Recibirá un correo cuando sea su turno.
due-since = por revisar desde el { $date }
duty-due = { $count ->
    [one] { $n } ficha a su cargo está por revisar
   *[other] { $n } fichas a su cargo están por revisar
}
duty-objections = { $count ->
    [one] { $n } objeción espera respuesta
   *[other] { $n } objeciones esperan respuesta
}
duty-reports = { $count ->
    [one] { $n } aviso de un problema espera
   *[other] { $n } avisos de problemas esperan
}
renew-choose = ¿Sigue siendo correcta esta ficha?
renew-text = Vigencia: { $light }. Debía volver a examinarse el { $date }.
renew-confirm = ¿Sigue siendo correcta?
renew-confirm-button = Sigue siendo correcta
renew-edit = Cambiar la ficha
renew-edit-button = Cambiarla
renew-edit-text = Cambie lo que ya no es correcto. Otra persona lo lee antes de publicarlo. Para cambiar más que estos textos, inicie sesión.
renew-edit-wrong = Así no se puede entregar. Ningún texto puede quedar vacío.
renew-nothing-new = Todavía no ha cambiado nada.
renew-field-title = Título
renew-field-summary = Resumen
renew-field-name = Nombre
renew-note = Unas palabras para quien revisa (opcional)
renew-withdraw = Retirar la ficha
renew-withdraw-button = Retirarla
renew-withdraw-text = La ficha deja de estar a la vista del público. Su página permanece y dice por qué; el motivo es público.
renew-reason = ¿Por qué se retira?
renew-done = Hecho
renew-confirmed-text = Gracias. La ficha cuenta como examinada hoy.
renew-edited-text = Gracias. Sus cambios esperan una revisión.
renew-withdrawn-text = La ficha está retirada. Su página dice por qué.
renew-over = Este enlace ya no funciona
renew-over-text = Cada enlace sirve una vez, mientras la ficha siga como estaba. Quizá alguien ya ha respondido. Su escritorio muestra lo que le espera.
renew-mandate = ¿Sigue hablando en nombre de esta organización?
renew-mandate-text = Su mandato para { $organization } termina el { $date }. Un botón lo renueva por un año.
renew-mandate-button = Renovarlo por un año
renew-mandate-done = Habla en nombre de { $organization } hasta el { $date }.
text-missing = Escriba aquí unas palabras.
text-too-long = Es demasiado largo: { $n } caracteres como máximo.
text-odd = Hay caracteres que no se pueden mostrar. Escríbalo de nuevo a mano.

# What nobody looks after
adoption = A la espera de responsable
adoption-lead = Hace tiempo que nadie se ocupa de estas fichas y organizaciones. Si conoce alguna, hágase cargo de ella.
adoption-records = Fichas de las que nadie se ocupa
adoption-no-records = Todas las fichas tienen quien se ocupe de ellas.
adoption-organizations = Organizaciones sin punto focal
adoption-organizations-text = Si trabaja para una de ellas, pida hablar en su nombre.

# Objections
contested = Impugnada
contested-text = Una organización que se nombra aquí impugna esta ficha. Mientras no se resuelva, sus cifras no cuentan en ninguna parte.
objection = Impugnar esta ficha
objection-lead = Su organización figura en esta ficha. Diga qué no es correcto: su objeción y la respuesta son públicas.
objection-organization = En nombre de qué organización
objection-ground = ¿Por qué la impugna?
objection-not-ours = No es nuestra
objection-wrong = No es correcta
objection-reason = ¿Qué es exactamente lo que no es correcto?
objection-send = Impugnar
objection-choose = Elija una de las respuestas.
objection-twice = Su organización ya tiene una objeción abierta a esta ficha.
objection-open = La secretaría aún no ha respondido.
objection-outcome = ¿Cómo termina?
objection-upheld = Admitida: la ficha se cambia o se retira
objection-rejected = Rechazada: la ficha queda como está
objection-settled = Resuelta entre las partes
objection-answer = Respuesta
objection-answer-send = Publicar la respuesta
objection-not-yours = Usted habla en nombre de una de las partes: responde otra persona.
objections = Objeciones
objections-lead = La más antigua primero. La objeción y la respuesta figuran en la página de la ficha.
objections-nothing = No hay objeciones pendientes.

# Reports of visitors
report = Avisar de un problema
report-lead = Diga qué está mal en esta ficha. Solo lo lee la secretaría.
report-text = ¿Qué está mal?
report-address = Su correo electrónico (opcional)
report-address-help = Solo si desea una respuesta. Se olvida un año después de atender el aviso.
report-send = Enviar
report-sent = Gracias. La secretaría lo examinará.
report-too-often = Han llegado tantos avisos desde su red que tenemos que esperar. Inténtelo de nuevo en una hora.
reports = Avisos de problemas
reports-lead = Lo que los visitantes dicen que está mal. El más antiguo primero.
reports-nothing = No hay avisos pendientes.
reports-done = Atendido

# Mails and notices
mail-freshness-subject = «{ $title }»: ¿sigue siendo correcta?
mail-freshness-subject-many = Fichas por revisar: { $n }
mail-freshness-text = Usted se ocupa de fichas que deben volver a examinarse. No hace falta iniciar sesión: cada enlace sirve una vez.
mail-freshness-record = { $title }
    { $light }, por revisar desde el { $date }
mail-freshness-more = Y { $n } más, que encontrará en su página.
mail-freshness-all = Todas las fichas a su cargo
mail-freshness-else = Si nadie responde, la ficha se muestra como sin seguimiento y otros pueden hacerse cargo de ella.
mail-mandate-ends-subject = ¿Sigue hablando en nombre de { $organization }?
mail-mandate-ends-text = Su mandato para { $organization } termina el { $date }. Si sigue hablando en su nombre, un botón lo renueva por un año. No hace falta iniciar sesión.
mail-unsubscribe = No recibir más correos de este tipo
notice-freshness = Fichas a su cargo por revisar: { $n }
notice-mandate-lapsed = Su mandato para { $organization } ha vencido. Puede pedirlo de nuevo.
notice-mandate-lapsed-subject = Su mandato para { $organization } ha vencido
notice-objection = Una organización impugna «{ $title }».
notice-objection-subject = Una objeción a «{ $title }»
notice-objection-answered = Se ha respondido a una objeción a «{ $title }».
notice-objection-answered-subject = Respuesta a una objeción a «{ $title }»

# Ending mails
unsubscribe = ¿No recibir más correos de este tipo?
unsubscribe-text = No recibirá más correos { $topic }. Lo que ocurra seguirá en su escritorio.
unsubscribe-button = No recibirlos más
unsubscribe-done = No más correos de este tipo
unsubscribe-done-text = Ya no recibe correos { $topic }. Puede cambiarlo en las páginas de su cuenta.
unsubscribe-over = Este enlace ya no funciona
unsubscribe-over-text = Inicie sesión para elegir qué correos recibe.
unsubscribe-sign-in = para iniciar sesión
unsubscribe-review = sobre revisiones
unsubscribe-mandate = sobre su papel en organizaciones
unsubscribe-freshness = sobre las fichas a su cargo
unsubscribe-translation = sobre traducciones
unsubscribe-objection = sobre objeciones
unsubscribe-digest-of-new-records = sobre fichas nuevas
