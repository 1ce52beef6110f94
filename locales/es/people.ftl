# Speaking for an organization
mandates-own = Organizaciones en cuyo nombre habla
mandates-own-lead = Otra persona lo acepta: un punto focal de la organización o la secretaría.
mandates-held = Sus mandatos
mandates-none = Todavía no habla en nombre de ninguna organización.
mandates-find = Pedir hablar en nombre de una organización
mandates-find-label = Nombre de la organización
mandates-find-button = Buscarla
mandates-found-none = No se ha encontrado ninguna organización. Pruebe con sus siglas o descríbala primero:
mandates-ask-for = Pedir hablar en su nombre
mandates-capacity = ¿En calidad de qué quiere hablar en su nombre?
capacity-contributor = Colaboración: escribe en su nombre
capacity-focal-point = Punto focal: mantiene al día sus fichas y decide quién más habla en su nombre
mandates-evidence = ¿Cómo pueden ver otros que habla en su nombre?
mandates-evidence-help = Su cargo, una página que le nombre, alguien que pueda confirmarlo. Solo lo leen quienes deciden.
mandates-own-fits = Su dirección de correo es del dominio de la organización; también lo ven.
mandates-own-fits-not = Su dirección de correo no es del dominio de la organización; también lo ven.
mandates-ask = Enviar la solicitud
mandates-sent = Su solicitud está en camino. Recibirá un correo cuando alguien haya decidido.
mandates-twice = Ya lo ha pedido, o ya tiene este mandato.
mandates-choose = Elija en calidad de qué quiere hablar en su nombre.
mandate-requested = Pedido el { $date }; nadie ha decidido todavía
mandate-active = En vigor hasta el { $date }
mandate-refused = Rechazado el { $date }
mandate-lapsed = Vencido el { $date }
mandate-ended = Terminado el { $date }
mandate-end = Renunciar
mandate-take-back = Retirar la solicitud

# Deciding
mandates = Solicitudes para hablar en nombre de organizaciones
mandates-lead = La más antigua primero. Nadie decide sobre la suya.
mandates-nothing = No tiene solicitudes pendientes.
mandates-asks = { $name } lo pidió el { $date }
mandates-fits = Su dirección de correo es del dominio de la organización.
mandates-fits-not = Su dirección de correo no es del dominio de la organización.
mandates-note = Unas palabras para esa persona; quien rechaza da un motivo
mandates-accept = Aceptar
mandates-refuse = Rechazar
notice-mandate-accepted = Desde ahora habla en nombre de { $organization }, por un año.
notice-mandate-accepted-subject = Desde ahora habla en nombre de { $organization }
notice-mandate-refused = Su solicitud para hablar en nombre de { $organization } ha sido rechazada. El motivo: { $reason }
notice-mandate-refused-subject = Su solicitud para hablar en nombre de { $organization }
duty-mandates = { $count ->
    [one] { $n } solicitud para hablar en nombre de una organización espera
   *[other] { $n } solicitudes para hablar en nombre de organizaciones esperan
}

# People and their roles
people = Personas y funciones
people-lead = Lo que confía a cada persona. Los cambios valen de inmediato.
people-roles = Funciones
people-own = Esta es su cuenta. Sus funciones las cambia otra persona.
people-no-address = Sin dirección de correo
people-more = Más personas
person-role-reviewer = Revisión
person-role-translator = Traducción
person-role-editor = Edición
person-role-administrator = Administración
