# Speaking for an organization
mandates-own = Organizações em cujo nome fala
mandates-own-lead = Quem aceita é outra pessoa: um ponto focal da organização ou o secretariado.
mandates-held = Os seus mandatos
mandates-none = Ainda não fala em nome de nenhuma organização.
mandates-find = Pedir para falar em nome de uma organização
mandates-find-label = Nome da organização
mandates-find-button = Procurar
mandates-found-none = Não foi encontrada nenhuma organização. Experimente a sigla ou descreva-a primeiro:
mandates-ask-for = Pedir para falar em seu nome
mandates-capacity = Em que qualidade quer falar em seu nome?
capacity-contributor = Colaboração: escreve em seu nome
capacity-focal-point = Ponto focal: mantém as suas fichas em dia e decide quem mais fala em seu nome
mandates-evidence = Como podem os outros ver que fala em seu nome?
mandates-evidence-help = O seu cargo, uma página que o nomeie, alguém que o possa confirmar. Só quem decide o lê.
mandates-own-fits = O seu endereço de e-mail é do domínio da organização; quem decide também o vê.
mandates-own-fits-not = O seu endereço de e-mail não é do domínio da organização; quem decide também o vê.
mandates-ask = Enviar o pedido
mandates-sent = O seu pedido foi enviado. Recebe um e-mail quando alguém tiver decidido.
mandates-twice = Já fez este pedido, ou já tem este mandato.
mandates-choose = Escolha em que qualidade quer falar em seu nome.
mandate-requested = Pedido em { $date }; ainda ninguém decidiu
mandate-active = Em vigor até { $date }
mandate-refused = Recusado em { $date }
mandate-lapsed = Caducado em { $date }
mandate-ended = Terminado em { $date }
mandate-end = Renunciar
mandate-take-back = Retirar o pedido

# Deciding
mandates = Pedidos para falar em nome de organizações
mandates-lead = O mais antigo primeiro. Ninguém decide sobre o seu próprio pedido.
mandates-nothing = Não há pedidos à sua espera.
mandates-asks = { $name } fez o pedido em { $date }
mandates-fits = O seu endereço de e-mail é do domínio da organização.
mandates-fits-not = O seu endereço de e-mail não é do domínio da organização.
mandates-note = Uma palavra para essa pessoa; quem recusa dá um motivo
mandates-accept = Aceitar
mandates-refuse = Recusar
notice-mandate-accepted = A partir de agora fala em nome de { $organization }, por um ano.
notice-mandate-accepted-subject = A partir de agora fala em nome de { $organization }
notice-mandate-refused = O seu pedido para falar em nome de { $organization } foi recusado. O motivo: { $reason }
notice-mandate-refused-subject = O seu pedido para falar em nome de { $organization }
duty-mandates = { $count ->
    [one] { $n } pedido para falar em nome de uma organização espera
   *[other] { $n } pedidos para falar em nome de organizações esperam
}

# People and their roles
people = Pessoas e funções
people-lead = O que confia a cada pessoa. Uma alteração vale de imediato.
people-roles = Funções
people-own = Esta é a sua conta. Outra pessoa altera as suas funções.
people-no-address = Sem endereço de e-mail
people-more = Mais pessoas
person-role-reviewer = Revisão
person-role-translator = Tradução
person-role-editor = Edição
person-role-administrator = Administração
