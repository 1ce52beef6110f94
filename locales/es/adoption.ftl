# Taking on a record
adopt = Hacerse cargo
adopt-lead = Quien se hace cargo de una ficha la mantiene al día: de vez en cuando se le pregunta si sigue siendo correcta. Es suya enseguida si su organización figura en ella; si no, decide la secretaría.
adopt-for = ¿Quién se ocupará de ella?
adopt-for-me = Yo
adopt-reason = ¿Por qué usted?
adopt-reason-help = Qué sabe de ella y cómo la mantendrá al día. Hace falta cuando decide la secretaría; nadie más lo lee.
adopt-choose = Elija quién se ocupará de ella.
adopt-waits = Ha pedido esta ficha. Su solicitud espera la decisión de la secretaría desde el { $date }.

# Deciding
adoptions = Solicitudes para hacerse cargo de fichas
adoptions-lead = La más antigua primero. Nadie decide sobre la suya.
adoptions-nothing = No hay solicitudes pendientes.
adoptions-asks = { $name } lo pidió el { $date }
adoptions-for = Para { $organization }
adoptions-for-self = A título personal
adoptions-reason = Por qué no, si la rechaza
adoptions-accept = Aceptar
adoptions-decline = Rechazar
adoptions-own = Es su propia solicitud: decide otra persona.
adoptions-not-possible = Ya no se puede aceptar: la ficha vuelve a tener quien se ocupe de ella, ha sido retirada o quien lo pidió ya no habla en nombre de la organización. Puede rechazarla.
duty-adoptions = { $count ->
    [one] { $n } solicitud para hacerse cargo de una ficha espera
   *[other] { $n } solicitudes para hacerse cargo de fichas esperan
}

# Mails and notices
mail-adoption-question = ¿Sigue siendo correcta la ficha? No hace falta iniciar sesión: cada enlace sirve una vez.
notice-adoption-asked = Alguien pide hacerse cargo de «{ $title }».
notice-adoption-asked-subject = Una solicitud para hacerse cargo de «{ $title }»
notice-adoption-yours = «{ $title }» está ahora a su cargo.
notice-adoption-yours-subject = Ahora a su cargo: { $title }
notice-adoption-declined = Su solicitud para hacerse cargo de «{ $title }» ha sido rechazada. El motivo: { $reason }
notice-adoption-declined-subject = Su solicitud para hacerse cargo de «{ $title }»
notice-adoption-passed = Otra persona se ocupa ahora de «{ $title }».
notice-adoption-passed-subject = Ahora en otras manos: { $title }
