# Looking after records
due = Fichas ao seu cuidado
due-lead = Estas fichas devem ser revistas. Se alguma continua correta, um botão basta para o dizer.
due-nothing = Não há nada a rever. Receberá uma mensagem quando for a sua vez.
due-since = a rever desde { $date }
duty-due = { $count ->
    [one] { $n } ficha ao seu cuidado deve ser revista
   *[other] { $n } fichas ao seu cuidado devem ser revistas
}
duty-objections = { $count ->
    [one] { $n } objeção espera resposta
   *[other] { $n } objeções esperam resposta
}
duty-reports = { $count ->
    [one] { $n } aviso de problema espera
   *[other] { $n } avisos de problemas esperam
}
renew-choose = Esta ficha continua correta?
renew-text = Atualidade: { $light }. A revisão estava prevista para { $date }.
renew-confirm = Continua correta?
renew-confirm-button = Continua correta
renew-edit = Alterar a ficha
renew-edit-button = Alterá-la
renew-edit-text = Altere o que já não está certo. Outra pessoa lê antes da publicação. Para alterar mais do que estes textos, inicie sessão.
renew-edit-wrong = Assim não pode ser entregue. Nenhum texto pode ficar vazio.
renew-nothing-new = Ainda não alterou nada.
renew-field-title = Título
renew-field-summary = Resumo
renew-field-name = Nome
renew-note = Uma palavra para quem revê (facultativo)
renew-withdraw = Retirar a ficha
renew-withdraw-button = Retirá-la
renew-withdraw-text = A ficha deixa de estar visível ao público. A sua página fica e diz porquê; o motivo é público.
renew-reason = Porque é retirada?
renew-done = Está feito
renew-confirmed-text = Obrigado. A ficha conta como revista hoje.
renew-edited-text = Obrigado. As suas alterações esperam uma revisão.
renew-withdrawn-text = A ficha foi retirada. A sua página diz porquê.
renew-over = Esta ligação já não funciona
renew-over-text = Cada ligação serve uma vez, enquanto a ficha ficar como estava. Talvez alguém já tenha respondido. A sua mesa de trabalho mostra o que o espera.
renew-mandate = Ainda fala em nome desta organização?
renew-mandate-text = O seu mandato para { $organization } termina em { $date }. Um botão renova-o por um ano.
renew-mandate-button = Renová-lo por um ano
renew-mandate-done = Fala em nome de { $organization } até { $date }.
text-missing = Escreva aqui algumas palavras.
text-too-long = É demasiado longo: no máximo { $n } caracteres.
text-odd = Há caracteres que não podem ser mostrados. Escreva de novo à mão.

# What nobody looks after
adoption = À espera de quem cuide
adoption-lead = Há muito que ninguém cuida destas fichas e organizações. Se conhece alguma, fique com ela.
adoption-records = Fichas de que ninguém cuida
adoption-no-records = Todas as fichas têm quem cuide delas.
adoption-organizations = Organizações sem ponto focal
adoption-organizations-text = Se trabalha para uma delas, peça para falar em seu nome.

# Objections
contested = Contestada
contested-text = Uma organização aqui nomeada contesta esta ficha. Até isso se resolver, os seus números não contam em parte alguma.
objection = Contestar esta ficha
objection-lead = A sua organização é nomeada nesta ficha. Diga o que não está certo: a sua objeção e a resposta são públicas.
objection-organization = Em nome de que organização
objection-ground = Porque contesta?
objection-not-ours = Não é nossa
objection-wrong = Não está certa
objection-reason = O que é que não está certo?
objection-send = Contestar
objection-choose = Escolha uma das respostas.
objection-twice = A sua organização já tem uma objeção em aberto a esta ficha.
objection-open = O secretariado ainda não respondeu.
objection-outcome = Como termina?
objection-upheld = Aceite: a ficha é alterada ou retirada
objection-rejected = Rejeitada: a ficha fica como está
objection-settled = Resolvida entre as partes
objection-answer = Resposta
objection-answer-send = Publicar a resposta
objection-not-yours = Fala em nome de uma das partes: outra pessoa responde.
objections = Objeções
objections-lead = A mais antiga primeiro. A objeção e a resposta ficam na página da ficha.
objections-nothing = Nenhuma objeção espera.

# Reports of visitors
report = Avisar de um problema
report-lead = Diga o que está errado nesta ficha. Só o secretariado lê.
report-text = O que está errado?
report-address = O seu endereço de correio eletrónico (facultativo)
report-address-help = Só se quiser uma resposta. É esquecido um ano depois de o aviso ser tratado.
report-send = Enviar
report-sent = Obrigado. O secretariado vai ver.
report-too-often = Vieram tantos avisos da sua rede que temos de esperar. Tente de novo dentro de uma hora.
reports = Avisos de problemas
reports-lead = O que os visitantes dizem que está errado. O mais antigo primeiro.
reports-nothing = Nenhum aviso espera.
reports-done = Tratado

# Mails and notices
mail-freshness-subject = “{ $title }”: continua correta?
mail-freshness-subject-many = Fichas a rever: { $n }
mail-freshness-text = Cuida de fichas que devem ser revistas. Não precisa de iniciar sessão: cada ligação serve uma vez.
mail-freshness-record = { $title }
    { $light }, a rever desde { $date }
mail-freshness-more = E mais { $n }, que encontra na sua página.
mail-freshness-all = Todas as fichas ao seu cuidado
mail-freshness-else = Se ninguém responder, a ficha é mostrada como sem acompanhamento e outros podem ficar com ela.
mail-mandate-ends-subject = Ainda fala em nome de { $organization }?
mail-mandate-ends-text = O seu mandato para { $organization } termina em { $date }. Se ainda fala em seu nome, um botão renova-o por um ano. Não precisa de iniciar sessão.
mail-unsubscribe = Não receber mais mensagens deste tipo
notice-freshness = Fichas ao seu cuidado a rever: { $n }
notice-mandate-lapsed = O seu mandato para { $organization } caducou. Pode pedi-lo de novo.
notice-mandate-lapsed-subject = O seu mandato para { $organization } caducou
notice-objection = Uma organização contesta “{ $title }”.
notice-objection-subject = Uma objeção a “{ $title }”
notice-objection-answered = Uma objeção a “{ $title }” teve resposta.
notice-objection-answered-subject = Resposta a uma objeção a “{ $title }”

# Ending mails
unsubscribe = Não receber mais mensagens deste tipo?
unsubscribe-text = Não receberá mais mensagens { $topic }. O que acontecer fica na sua mesa de trabalho.
unsubscribe-button = Não as receber mais
unsubscribe-done = Não há mais mensagens deste tipo
unsubscribe-done-text = Já não recebe mensagens { $topic }. Pode mudar isto nas páginas da sua conta.
unsubscribe-over = Esta ligação já não funciona
unsubscribe-over-text = Inicie sessão para escolher que mensagens recebe.
unsubscribe-sign-in = para iniciar sessão
unsubscribe-review = sobre revisões
unsubscribe-mandate = sobre o seu papel em organizações
unsubscribe-freshness = sobre as fichas ao seu cuidado
unsubscribe-translation = sobre traduções
unsubscribe-objection = sobre objeções
unsubscribe-digest-of-new-records = sobre novas fichas
