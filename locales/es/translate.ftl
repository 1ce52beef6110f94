# La mesa de traducción
translate = Mesa de traducción
translate-lead = Diga en su idioma lo que otros han hecho. Lo que escribe queda como borrador hasta que otra persona lo haya leído.
translate-to = ¿A qué idioma?
translate-records = Fichas
translate-tab = { $what }: { $n }
translate-show-missing = Sin traducir todavía
translate-show-outdated = Desactualizadas
translate-show-waiting = A la espera de una segunda lectura
translate-nothing-missing = En este idioma no falta nada que usted pueda traducir.
translate-nothing-outdated = Ninguna traducción a este idioma está desactualizada.
translate-partial = Todavía no se han examinado todas las fichas. Abra esta lista otra vez.
translate-missing =
    { $count ->
        [one] Falta { $n } de { $all } textos
       *[other] Faltan { $n } de { $all } textos
    }
translate-outdated =
    { $count ->
        [one] { $n } texto está desactualizado desde la versión { $revision }
       *[other] { $n } textos están desactualizados, el primero desde la versión { $revision }
    }
translate-waiting-here =
    { $count ->
        [one] { $n } texto espera una segunda lectura
       *[other] { $n } textos esperan una segunda lectura
    }
translate-yours = Lo que usted ha empezado
translate-begun = { $title }: continuar ({ $language })
translate-came-back = { $title }: se le ha devuelto ({ $language })

# Una ficha
translate-from-to = Original: { $from }. Traducción: { $to }.
translate-original = Original: { $language }
translate-translation = Traducción: { $language }
translate-is-original = Esta ficha se escribió en este idioma. Elija otro.
translate-state-missing = Sin traducir todavía
translate-state-draft = Borrador
translate-state-reviewed = Traducido
translate-state-outdated = Desactualizado desde la versión { $revision }
translate-changed = Lo que ha cambiado en el original desde que se tradujo
translate-published = Lo que la ficha dice ahora
translate-own-draft = Su borrador del { $date }.
translate-own-waiting = Entregado el { $date }. Otra persona lo lee. Si lo cambia, vuelva a entregarlo.
translate-own-returned = Se le devolvió el { $date }:
translate-other-waits = espera una segunda lectura
translate-by-machine = Traducción automática
translate-by-machine-text = Repásela antes de entregarla.
translate-keep = La he vuelto a mirar: sigue siendo correcta
translate-hand-over = Guardar y entregar
translate-hand-over-all = Guardar y entregar todo
translate-saved = Está guardado y todavía no se ha publicado.
translate-handed-over = Está entregado. Otra persona lo lee antes de publicarlo.
translate-conflict = Entretanto, usted guardó otro texto en otra ventana. Ambos figuran abajo. Si guarda ahora, queda lo que está en el campo y el otro texto desaparece.
translate-elsewhere = Lo que guardó en la otra ventana
translate-suggest = Proponer traducción automática
translate-suggest-all = Proponer traducción automática de lo que nadie ha empezado
translate-suggest-text = Si pulsa el botón, los originales se envían a { $host } y vuelven como borradores. Antes no se envía nada.
translate-suggested = Los borradores de la máquina figuran abajo. Repáselos antes de entregarlos.
translate-machine-too-often = Ha consultado la máquina tantas veces que hay que esperar. Su propio texto está guardado. Vuelva a intentarlo dentro de una hora.
translate-machine-too-long = Este texto es demasiado largo para la máquina. Su propio texto está guardado.
translate-machine-failed = La máquina no dio ninguna respuesta que sirva. Su propio texto está guardado.
translate-machine-nothing = No queda nada que pedir a la máquina. Su propio texto está guardado.
translate-terms = Términos
translate-terms-text = Términos de la tabla de conceptos que figuran en el original, y cómo se llaman en el otro idioma.
translate-no-terms = El original no contiene ningún término de la tabla de conceptos.

# Leer lo que otros tradujeron
translations-waiting = Traducciones a la espera de una segunda lectura
translations-waiting-lead = Compare cada texto con su original. Lo que usted aprueba se publica de inmediato.
translations-waiting-nothing = No hay traducciones en espera.
translations-all-languages = Todos los idiomas
translations-own = Lo escribió usted, por eso decide otra persona.
translations-moved = El original ha cambiado desde que se escribió esto:
translations-instead = Lo que cambia en la traducción publicada
translations-through = Aprobar
translations-back = Devolver
translations-reason = ¿Qué no está bien todavía? El autor lo leerá.
translations-refused-stage = Alguien se adelantó, o el autor lo retomó para cambiarlo.
translations-refused-fit = La ficha ha cambiado, y este texto ya no encaja en ella.
translations-done-through = La traducción está publicada.
translations-done-back = La traducción se devolvió, y el autor sabe por qué.
duty-translations =
    { $count ->
        [one] { $n } traducción espera una segunda lectura
       *[other] { $n } traducciones esperan una segunda lectura
    }
duty-translations-returned =
    { $count ->
        [one] Se le ha devuelto { $n } traducción
       *[other] Se le han devuelto { $n } traducciones
    }
notice-translation-through = Su traducción de «{ $field }» en «{ $title }» está publicada.
notice-translation-through-subject = Su traducción está publicada: { $title }
notice-translation-returned = Su traducción de «{ $field }» en «{ $title }» se le ha devuelto. El motivo: { $reason }
notice-translation-returned-subject = Se le ha devuelto una traducción: { $title }

# En la página de una ficha
help-translate = Ayudar a traducir
fact-original = Idioma original
record-title-shown-in = El título se muestra en { $language }.
record-outdated = El original ha cambiado desde la versión { $revision }; esta traducción todavía no se ha adaptado.
record-by-machine = Traducción automática; una persona la leyó antes de publicarla.
