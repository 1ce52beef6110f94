# Files of drafts and records, and letters
draft-files-lead = O que se pode descarregar. O tipo reconhece-se pelo conteúdo: { $types }, no máximo { $size } por documento e { $n } documentos por rascunho.
draft-file-new = Acrescentar um documento ou um filme
draft-file = O documento
draft-file-title = O que se vê, se o nome do documento não o disser
draft-file-language = Língua do documento
draft-file-licence = O que se pode fazer com ele
draft-file-licence-help = Quem o diz é quem tem os direitos. CC BY: usar livremente citando a fonte; NC: sem fins lucrativos; ND: sem alterações; SA: partilhar nas mesmas condições; IGO: a forma das organizações internacionais.
draft-film = Ou o endereço de um filme ou gravação noutro sítio
draft-film-help = Fica lá: vê-se uma ligação com o nome do sítio. O endereço é guardado entre as fontes.
draft-file-add = Guardar e acrescentar
draft-file-leave = Mantê-lo
draft-file-added = Acrescentado com este rascunho
draft-file-goes = Retirado quando o rascunho for publicado
licence-public-domain = Domínio público: livre para tudo
licence-all-rights-reserved = Todos os direitos reservados: só para ler
licence-unknown = Condições desconhecidas: pergunte antes de usar
file-pages =
    { $count ->
        [one] { $n } página
       *[other] { $n } páginas
    }
file-checked = Verificado em { $date }
file-damaged = Este documento está danificado ou perdido. Não é disponibilizado enquanto não for reparado.
file-first-page = Primeira página de { $name }
file-film = Filme em { $site }, outro sítio
file-recording = Gravação em { $site }, outro sítio
file-refused-size = O documento tem mais de { $size }. Reduza-o ou divida-o. Tudo o que escreveu está guardado.
file-refused-form = O formulário contém demasiado de uma só vez. Envie um documento de cada vez. O que escreveu antes está guardado.
file-refused-transfer = O documento não chegou inteiro. Escolha-o de novo. O que escreveu antes está guardado.
file-refused-empty = O documento está vazio.
file-refused-type = O conteúdo do documento não é de nenhum dos tipos aceites: { $types }.
file-refused-name = O conteúdo do documento é { $type }, mas o nome diz outra coisa. Se estiver certo, faça o nome terminar em { $ending }.
file-refused-broken = O documento não pode ser lido como { $type }: está danificado ou protegido. Guarde-o de novo sem palavra-passe.
file-refused-unpacks = Descomprimido, o documento ocupa muito mais do que o seu tamanho, como nenhum documento.
file-refused-picture = A imagem está danificada ou tem mais de { $pixels } píxeis. Reduza-a.
file-refused-today = Hoje já entregou { $n } documentos. Continue amanhã.
file-refused-many = O rascunho já tem { $n } documentos. Retire um primeiro.
file-refused-missing = Escolha um documento ou indique o endereço de um filme.
file-refused-licence = Diga o que se pode fazer com o documento e escolha-o de novo.
file-refused-link = Este não é um endereço de filme ou gravação que se conheça aqui. Outras páginas pertencem às fontes.
mandates-letter = Uma carta que o diga, se a tiver
mandates-letter-help = { $types }, no máximo { $size }. Só quem decide a pode abrir. É apagada um ano depois de o mandato terminar ou de o pedido ser recusado.
mandates-letter-open = Abrir a carta ({ $size })
