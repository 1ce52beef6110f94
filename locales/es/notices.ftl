# Notices, and how often they are mailed
notices = Avisos
notices-lead = Lo que ha ocurrido y le concierne, lo más reciente primero.
notices-unread = { $count ->
    [one] { $n } aviso sin leer
   *[other] { $n } avisos sin leer
}
notices-with-unread = { $count ->
    [one] Avisos ({ $n } sin leer)
   *[other] Avisos ({ $n } sin leer)
}
notices-none = Todavía no hay nada aquí.
notices-new = nuevo
notices-read-all = Marcar todo como leído
notices-older = Avisos anteriores
notices-other = Ha ocurrido algo. Ábralo para ver qué.
notices-choose = Qué correos recibe
notices-choose-lead = Los avisos siempre están en sus páginas. Elija con qué frecuencia le llegan también por correo.
notices-always = De inmediato: sin estos correos nadie puede iniciar sesión.
notice-topic-sign-in = Inicio de sesión
notice-topic-review = Textos en revisión
notice-topic-mandate = Su papel en organizaciones
notice-topic-freshness = Fichas a su cargo
notice-topic-translation = Traducciones
notice-topic-objection = Objeciones
notice-topic-digest-of-new-records = Fichas nuevas
frequency-at-once = De inmediato
frequency-daily = Una vez al día
frequency-weekly = Una vez a la semana
frequency-never = Nunca

# What happened
notice-new-records = Fichas nuevas: { $n }
notice-organization-orphaned = { $organization } ya no tiene punto focal: se ha borrado la cuenta del último.
notice-organization-orphaned-subject = { $organization } ya no tiene punto focal
