# Notices, and how often they are mailed
notices = Avisos
notices-lead = O que aconteceu e lhe diz respeito, o mais recente primeiro.
notices-unread = { $count ->
    [one] { $n } aviso por ler
   *[other] { $n } avisos por ler
}
notices-with-unread = { $count ->
    [one] Avisos ({ $n } por ler)
   *[other] Avisos ({ $n } por ler)
}
notices-none = Ainda não há nada aqui.
notices-new = novo
notices-read-all = Marcar tudo como lido
notices-older = Avisos anteriores
notices-other = Aconteceu algo. Abra para ver o quê.
notices-choose = Que mensagens recebe
notices-choose-lead = Os avisos ficam sempre nas suas páginas. Escolha com que frequência lhe chegam também por e-mail.
notices-always = De imediato: sem estas mensagens ninguém consegue entrar.
notice-topic-sign-in = Entrada
notice-topic-review = Textos em revisão
notice-topic-mandate = O seu papel em organizações
notice-topic-freshness = Fichas ao seu cuidado
notice-topic-translation = Traduções
notice-topic-objection = Objeções
notice-topic-digest-of-new-records = Novas fichas
frequency-at-once = De imediato
frequency-daily = Uma vez por dia
frequency-weekly = Uma vez por semana
frequency-never = Nunca

# What happened
notice-new-records = Novas fichas: { $n }
notice-organization-orphaned = { $organization } já não tem ponto focal: a conta do último foi apagada.
notice-organization-orphaned-subject = { $organization } já não tem ponto focal
