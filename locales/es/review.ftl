# La cola de borradores que esperan revisión
review = Revisión
review-lead = Lo que otros escribieron; quien más ha esperado va primero.
review-queue = En espera de revisión
review-empty = Nada espera revisión.
review-waits =
    { $count ->
        [0] En espera desde hoy
        [one] En espera desde hace { $n } día
       *[other] En espera desde hace { $n } días
    }
review-new = Ficha nueva
review-revision = Cambios en una ficha
review-own = Usted escribió una parte, por eso decide otra persona.
review-no-title = Sin título
review-duty = Por revisar: { $title } ({ $kind })
review-said-changes-requested = Se pidieron cambios al autor.
review-said-declined = El borrador fue rechazado y el autor sabe por qué.

# Un borrador
review-by = Escrito por { $names }
review-for = Para { $organization }
review-written-in = Idioma original: { $language }
review-state-draft = En redacción
review-state-in-review = En revisión
review-state-changes-requested = Se pidieron cambios
review-state-published = Publicado
review-state-declined = Rechazado
review-state-abandoned = Dejado de lado
review-record = La ficha publicada
review-changes = Lo que cambia
review-moved-on = La ficha cambió desde que se empezó este borrador. Lo que se cambió en otros lugares se conserva al publicar.
review-comment = Comentar esto
review-comment-words = Su comentario
review-comment-send = Enviar el comentario
review-comments = Comentarios sobre el conjunto
review-comment-all = Su comentario sobre el conjunto
review-settled = Resuelto
review-settle = Marcar como resuelto
review-duplicates = ¿Ya está aquí?
review-duplicates-help = Fichas que se encuentran por su título.
review-checklist = Lista de comprobación
review-checklist-help = Para publicar, cada punto necesita «sí» o «no se aplica».
review-open =
    { $count ->
        [0] No queda ningún punto abierto.
        [one] Queda { $n } punto abierto.
       *[other] Quedan { $n } puntos abiertos.
    }
review-earlier = Esta respuesta se refería a una versión anterior del texto.
review-note = Nota
review-save = Guardar las respuestas
review-words = Para el autor
review-words-help = Un motivo si pide cambios o rechaza, una nota si publica. La nota de una ficha publicada es pública.
review-publish = Publicar
review-ask = Pedir cambios
review-decline = Rechazar
review-steps = Lo ocurrido hasta ahora
review-signed = { $name }, { $date }
review-step-submitted = Entregado
review-step-changes-requested = Cambios pedidos
review-step-published = Publicado
review-step-declined = Rechazado
review-step-abandoned = Dejado de lado
review-step-resumed = Retomado
review-answer-yes = Sí
review-answer-not-applicable = No se aplica
review-answer-no = No

# Puntos de la lista
review-point-true-to-sources = Lo que dice está en las fuentes.
review-point-sources-open = Las fuentes se abren y son las correctas.
review-point-own-words = Está en palabras del autor; lo citado está señalado.
review-point-plain-words = Lo entiende alguien de otro campo.
review-point-not-there-yet = No está ya aquí con otro título.
review-point-nobody-exposed = No pone a nadie en peligro ni cuenta nada privado de nadie.
review-point-rights-at-work = Respeta los derechos en el trabajo.
review-point-counts-as-practice = Se llevó a cabo y cuenta como práctica.
review-point-results-shown = Muestra lo que resultó, también lo que no funcionó.
review-point-others-can-use-it = Quien lo lea podría hacerlo en otro lugar.
review-point-partners-agree = Los asociados lo conocen y están de acuerdo.
review-point-roles-fit = Los papeles de países y asociados son correctos.
review-point-constituents-named = Se nombran los gobiernos y las organizaciones de trabajadores y de empleadores que participaron.
review-point-figures-sourced = Cada cifra tiene su fuente.
review-point-licence-stated = Se indica la licencia.
review-point-files-open = Los archivos se abren y son lo que dicen ser.
review-point-dates-and-place = Las fechas y el lugar son correctos.
review-point-who-can-take-part = Dice quién puede participar y cómo.
review-point-it-exists = Existe.
review-point-name-as-published = El nombre es el que ella misma publica.
review-point-constituency-fits = El grupo de mandantes es correcto.
review-point-members-and-dates = Los miembros están completos, con fechas de inicio y de fin.

# Lo que se rechazó
review-too-long = Tiene más de 5.000 caracteres. Acórtelo.
review-refused-stale = El autor cambió el texto después de que usted lo abrió. Vuelva a leerlo y decida.
review-refused-unchecked =
    { $count ->
        [one] Queda { $n } punto abierto en la lista. Sus respuestas están guardadas.
       *[other] Quedan { $n } puntos abiertos en la lista. Sus respuestas están guardadas.
    }
review-refused-moved-on = Entretanto la ficha cambió en los mismos lugares: { $places }. Pida al autor que una ambos textos.
review-refused-unfinished = Aquí falta algo o hay un error: { $places }. Pida cambios al autor.
review-refused-needs-words = Escriba por qué. El autor lo leerá.
review-refused-own-work = Usted escribió una parte, por eso decide otra persona.
review-refused-nothing-new = La ficha ya dice todo esto.
review-refused-wrong-state = Entretanto alguien ya decidió.
review-refused-withdrawn = Entretanto la ficha fue retirada.

# Avisos y correos
mail-open = Abrir
notice-review-changes-requested = «{ $title }» ha vuelto a usted. Se piden cambios: { $reason }
notice-review-changes-requested-subject = Se piden cambios: { $title }
notice-review-published = «{ $title }» está publicado. Quien lo revisó escribe: { $reason }
notice-review-published-subject = Publicado: { $title }
notice-review-declined = «{ $title }» no fue aceptado. El motivo: { $reason }
notice-review-declined-subject = No aceptado: { $title }
notice-review-remind-author = «{ $title }» le espera. Días hasta ahora: { $days }.
notice-review-remind-author-subject = Le espera: { $title }
notice-review-remind-reviewers = «{ $title }» espera revisión. Días hasta ahora: { $days }.
notice-review-remind-reviewers-subject = Espera revisión: { $title }
notice-review-abandoned = «{ $title }» se dejó de lado porque nadie siguió con él. Puede retomarlo. Días sin cambios: { $days }.
notice-review-abandoned-subject = Dejado de lado: { $title }

# Cambios de campos
change-added = añadido
change-removed = quitado
change-changed = cambiado
change-original = otro idioma original
change-went = quitado:
change-came = añadido:
change-end = (fin)
change-a-member = un miembro
change-field-title = Título
change-field-summary = Resumen
change-field-name = Nombre
change-field-countries-by-role = Países según su papel
change-field-adapted-from = Adaptado de
change-field-start = Comienzo
change-field-end = Fin
change-field-criteria = Criterios de una buena práctica
change-field-innovative = Innovadora
change-field-effective = Eficaz
change-field-replicable = Replicable
change-field-sustainable = Sostenible
change-field-relevant = Pertinente
change-field-ethical = Ética
change-field-efficient = Eficiente
change-field-tripartite = Tripartita
change-field-amount = Importe
change-field-currency = Moneda
change-field-url = Dirección web
change-field-topic = Tema
change-field-original = Idioma original
change-field-licence = Licencia

# La historia de una ficha
history = Historia
history-lead = Todas las versiones, la más reciente primero: qué cambió, cuándo, por quién y por qué.
history-heading = { $number }. { $what }, { $date }
history-who = Por { $author }, aprobado por { $reviewer }
history-name-for = { $name } para { $organization }
history-first = La primera versión.
history-no-field = No cambió ningún campo.
history-change-published = Publicación
history-change-revised = Revisión
history-change-withdrawn = Retirada
history-change-restored = Restablecimiento
history-change-aged = Envejecimiento
history-change-confirmed = Confirmación: sigue siendo cierto
history-change-adopted = Otro responsable
history-change-translated = Traducción
history-change-objected = Objeción
history-change-answered = Respuesta a la objeción
history-restore = Restablecer esta versión
history-reason = ¿Por qué? Todos pueden leerlo.
history-needs-reason = Escriba por qué vuelve esta versión, en 2.000 caracteres como máximo.
history-same = La ficha ya dice lo mismo.
history-restored = La versión anterior ha vuelto, como una nueva.
history-restored-note = Como en la versión { $number }: { $reason }
history-older = Versiones más antiguas
