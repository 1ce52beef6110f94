# A fila de rascunhos à espera de revisão
review = Revisão
review-lead = O que outros escreveram; quem espera há mais tempo vem primeiro.
review-queue = À espera de revisão
review-empty = Nada espera revisão.
review-waits =
    { $count ->
        [0] À espera desde hoje
        [one] À espera há { $n } dia
       *[other] À espera há { $n } dias
    }
review-new = Ficha nova
review-revision = Alterações a uma ficha
review-own = Você escreveu uma parte, por isso outra pessoa decide.
review-no-title = Sem título
review-duty = Para revisar: { $title } ({ $kind })
review-said-changes-requested = Foram pedidas alterações ao autor.
review-said-declined = O rascunho foi recusado e o autor sabe por quê.

# Um rascunho
review-by = Escrito por { $names }
review-for = Para { $organization }
review-written-in = Língua original: { $language }
review-state-draft = Em redação
review-state-in-review = Em revisão
review-state-changes-requested = Alterações pedidas
review-state-published = Publicado
review-state-declined = Recusado
review-state-abandoned = Posto de lado
review-record = A ficha publicada
review-changes = O que muda
review-moved-on = A ficha mudou desde que este rascunho começou. O que foi alterado em outros lugares é mantido ao publicar.
review-comment = Comentar este ponto
review-comment-words = Seu comentário
review-comment-send = Enviar o comentário
review-comments = Comentários sobre o conjunto
review-comment-all = Seu comentário sobre o conjunto
review-settled = Resolvido
review-settle = Marcar como resolvido
review-duplicates = Já está aqui?
review-duplicates-help = Fichas encontradas pelo título.
review-checklist = Lista de verificação
review-checklist-help = Para publicar, cada ponto precisa de “sim” ou “não se aplica”.
review-open =
    { $count ->
        [0] Nenhum ponto está em aberto.
        [one] { $n } ponto está em aberto.
       *[other] { $n } pontos estão em aberto.
    }
review-earlier = Esta resposta era sobre uma versão anterior do texto.
review-note = Nota
review-save = Guardar as respostas
review-words = Para o autor
review-words-help = Um motivo se pedir alterações ou recusar, uma nota se publicar. A nota de uma ficha publicada é pública.
review-publish = Publicar
review-ask = Pedir alterações
review-decline = Recusar
review-steps = O que aconteceu até agora
review-signed = { $name }, { $date }
review-step-submitted = Entregue
review-step-changes-requested = Alterações pedidas
review-step-published = Publicado
review-step-declined = Recusado
review-step-abandoned = Posto de lado
review-step-resumed = Retomado
review-answer-yes = Sim
review-answer-not-applicable = Não se aplica
review-answer-no = Não

# Pontos da lista
review-point-true-to-sources = O que diz está nas fontes.
review-point-sources-open = As fontes abrem e são as certas.
review-point-own-words = Está nas palavras do autor; o que é citado está assinalado.
review-point-plain-words = Alguém de outra área entende.
review-point-not-there-yet = Ainda não está aqui com outro título.
review-point-nobody-exposed = Não põe ninguém em perigo nem conta nada privado de ninguém.
review-point-rights-at-work = Respeita os direitos no trabalho.
review-point-counts-as-practice = Foi realizado e conta como prática.
review-point-results-shown = Mostra o que resultou, também o que não funcionou.
review-point-others-can-use-it = Quem lê poderia fazê-lo em outro lugar.
review-point-partners-agree = Os parceiros sabem e concordam.
review-point-roles-fit = Os papéis dos países e parceiros estão certos.
review-point-constituents-named = São nomeados os governos e as organizações de trabalhadores e de empregadores que participaram.
review-point-figures-sourced = Cada número tem uma fonte.
review-point-licence-stated = A licença está indicada.
review-point-files-open = Os arquivos abrem e são o que dizem ser.
review-point-dates-and-place = As datas e o lugar estão certos.
review-point-who-can-take-part = Diz quem pode participar e como.
review-point-it-exists = Existe.
review-point-name-as-published = O nome é o que ela própria publica.
review-point-constituency-fits = O grupo de constituintes está certo.
review-point-members-and-dates = Os membros estão completos, com datas de início e fim.

# O que foi recusado
review-too-long = Tem mais de 5.000 caracteres. Encurte.
review-refused-stale = O autor alterou o texto depois que você o abriu. Leia de novo e decida.
review-refused-unchecked =
    { $count ->
        [one] { $n } ponto da lista ainda está em aberto. Suas respostas estão guardadas.
       *[other] { $n } pontos da lista ainda estão em aberto. Suas respostas estão guardadas.
    }
review-refused-moved-on = Entretanto a ficha mudou nos mesmos lugares: { $places }. Peça ao autor que junte os dois.
review-refused-unfinished = Aqui falta algo ou há um erro: { $places }. Peça alterações ao autor.
review-refused-needs-words = Escreva por quê. O autor vai ler.
review-refused-own-work = Você escreveu uma parte, por isso outra pessoa decide.
review-refused-nothing-new = A ficha já diz tudo isto.
review-refused-wrong-state = Entretanto alguém já decidiu.
review-refused-withdrawn = Entretanto a ficha foi retirada.

# Avisos e mensagens
mail-open = Abrir
notice-review-changes-requested = “{ $title }” voltou para você. São pedidas alterações: { $reason }
notice-review-changes-requested-subject = Alterações pedidas: { $title }
notice-review-published = “{ $title }” está publicado. Quem revisou escreve: { $reason }
notice-review-published-subject = Publicado: { $title }
notice-review-declined = “{ $title }” não foi aceito. O motivo: { $reason }
notice-review-declined-subject = Não aceito: { $title }
notice-review-remind-author = “{ $title }” espera por você. Dias até agora: { $days }.
notice-review-remind-author-subject = Espera por você: { $title }
notice-review-remind-reviewers = “{ $title }” espera revisão. Dias até agora: { $days }.
notice-review-remind-reviewers-subject = Espera revisão: { $title }
notice-review-abandoned = “{ $title }” foi posto de lado porque ninguém continuou. Você pode retomá-lo. Dias sem alteração: { $days }.
notice-review-abandoned-subject = Posto de lado: { $title }

# Alterações de campos
change-added = acrescentado
change-removed = removido
change-changed = alterado
change-original = outra língua original
change-went = removido:
change-came = acrescentado:
change-end = (fim)
change-a-member = um membro
change-field-title = Título
change-field-summary = Resumo
change-field-name = Nome
change-field-countries-by-role = Países por papel
change-field-adapted-from = Adaptado de
change-field-start = Início
change-field-end = Fim
change-field-criteria = Critérios de uma boa prática
change-field-innovative = Inovadora
change-field-effective = Eficaz
change-field-replicable = Replicável
change-field-sustainable = Sustentável
change-field-relevant = Relevante
change-field-ethical = Ética
change-field-efficient = Eficiente
change-field-tripartite = Tripartite
change-field-amount = Valor
change-field-currency = Moeda
change-field-url = Endereço web
change-field-topic = Assunto
change-field-original = Língua original
change-field-licence = Licença

# A história de uma ficha
history = Histórico
history-lead = Todas as versões, a mais recente primeiro: o que mudou, quando, por quem e por quê.
history-heading = { $number }. { $what }, { $date }
history-who = Por { $author }, aprovado por { $reviewer }
history-name-for = { $name } por { $organization }
history-first = A primeira versão.
history-no-field = Nenhum campo mudou.
history-change-published = Publicação
history-change-revised = Revisão
history-change-withdrawn = Retirada
history-change-restored = Reposição
history-change-aged = Envelhecimento
history-change-confirmed = Confirmação: ainda é verdade
history-change-adopted = Outro responsável
history-change-translated = Tradução
history-change-objected = Contestação
history-change-answered = Resposta à objeção
history-restore = Repor esta versão
history-reason = Por quê? Todos podem ler.
history-needs-reason = Escreva por que esta versão volta, em no máximo 2.000 caracteres.
history-same = A ficha já diz o mesmo.
history-restored = A versão anterior voltou, como uma nova.
history-restored-note = Como na versão { $number }: { $reason }
history-older = Versões mais antigas
