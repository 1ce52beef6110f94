# Spreadsheets: to have and to bring
sheets = Folhas de cálculo
sheets-lead = Descarregue fichas, altere-as numa folha de cálculo e traga o ficheiro de volta. Vê exatamente o que mudaria antes de acontecer alguma coisa, e outra pessoa lê antes da publicação.
sheets-bring = Trazer uma folha de cálculo
sheets-kind = O que contém?
sheets-kind-help = Só é preciso se o ficheiro não o disser: pelo seu nome, pelo nome da sua folha ou na coluna kind.
sheets-kind-any = O que o ficheiro diz
sheets-file = Ficheiro
sheets-file-help = XLSX ou CSV, no máximo { $size } e { $rows } linhas.
sheets-show = Mostrar o que mudaria
sheets-brought = O que trouxe desde ontem
sheets-get = Obter uma folha de cálculo
sheets-get-lead = Cada campo tem uma coluna. A segunda folha de um ficheiro XLSX diz como se escrevem as células e que códigos aceitam; um ficheiro CSV tem apenas as colunas. Cada lista de fichas existe também como folha de cálculo, tal como a filtrou.
sheets-caption = Ficheiros de cada tipo
sheets-template = Modelo vazio
sheets-kept = Fichas a seu cargo
sheets-as = Como folha de cálculo ({ $format })
sheets-rules = Como é lida
sheets-rule-slug = A coluna slug diz de que ficha trata uma linha. Uma linha com um nome novo cria uma ficha nova.
sheets-rule-empty = Uma célula vazia esvazia o seu campo.
sheets-rule-absent = Uma coluna que não está no ficheiro deixa o seu campo como está. Pode retirar as colunas e linhas de que não precisa.
sheets-rule-languages = Um texto tem uma coluna por língua, como title.en e title.pt. Pode acrescentar outras.
sheets-rule-review = O que entrega passa a rascunhos em revisão. Um rascunho seu já começado é alterado, não duplicado.

# What is wrong with a file
sheets-error-none = Escolha um ficheiro que não esteja vazio.
sheets-error-large = O ficheiro é maior do que { $most }. Envie-o por partes.
sheets-error-broken = O ficheiro não chegou inteiro. Envie-o outra vez.
sheets-error-much = Há neste ficheiro mais do que se lê de uma vez. Envie-o por partes, sem as folhas e colunas de que não precisa.
sheets-error-rows = O ficheiro tem mais de { $most } linhas. Envie-o por partes.
sheets-error-nothing = Não há linhas por baixo dos nomes das colunas.
sheets-error-old = É um livro de um formato antigo (XLS) ou tem palavra-passe. Guarde-o como XLSX sem palavra-passe.
sheets-error-no-sheet = Não é uma folha de cálculo: nem um livro (XLSX) nem texto em colunas (CSV).
sheets-error-damaged = Este livro está danificado. Abra-o no seu programa de folhas de cálculo, guarde-o de novo como XLSX e envie esse ficheiro.
sheets-error-columns = Nenhuma linha tem os nomes das colunas. Tome um modelo vazio e copie as suas linhas para baixo dos nomes; um deles é slug.
sheets-error-twice = A coluna { $column } aparece duas vezes e não é claro qual conta. Retire uma delas.
sheets-error-kind = O ficheiro não diz o que são as suas linhas. Escolha-o e envie o ficheiro outra vez.
sheets-error-cell = “{ $column }” da ficha { $slug } é demasiado longo para uma célula de XLSX. Use CSV.
sheets-error-list = São mais de { $most } fichas. Reduza primeiro a lista com os filtros.
sheets-note-encoding = O texto não está em UTF-8. Foi lido como Windows-1252: veja se todas as letras estão certas.
sheets-note-column = A coluna { $column } ({ $name }) não é um campo deste tipo de ficha. Foi posta de lado; células preenchidas: { $cells }.
sheets-note-sheet = A folha { $sheet } não tem nomes de colunas. Foi posta de lado.

# What it would change
sheet-heading = O que esta folha de cálculo mudaria
sheet-lead = Ainda nada aconteceu. Escolha as linhas que quer entregar.
sheet-made = { $count ->
    [one] { $n } rascunho foi entregue para revisão. Está abaixo e entre os seus rascunhos.
   *[other] { $n } rascunhos foram entregues para revisão. Estão abaixo e entre os seus rascunhos.
}
sheet-count-new = { $count ->
    [one] { $n } ficha nova
   *[other] { $n } fichas novas
}
sheet-count-changed = { $count ->
    [one] { $n } alteração do que existe
   *[other] { $n } alterações do que existe
}
sheet-count-unchanged = { $count ->
    [one] { $n } linha que nada altera
   *[other] { $n } linhas que nada alteram
}
sheet-count-refused = { $count ->
    [one] { $n } linha que não pode ser aceite
   *[other] { $n } linhas que não podem ser aceites
}
sheet-rows = Linhas a entregar
sheet-place = Linha { $row }
sheet-place-in = Linha { $row } de { $sheet }
sheet-row-new = Ficha nova { $record }
sheet-row-changed = Alteração de { $record }
sheet-row-draft = Alteração do seu rascunho de { $record }
sheet-draft = O seu rascunho
sheet-changes = { $count ->
    [one] { $n } campo
   *[other] { $n } campos
}
sheet-hand-in = Entregar
sheet-hand-in-text = Cada linha escolhida passa a um rascunho em revisão. É publicado quando alguém que não o escreveu o tiver lido.
sheet-submit = Entregar as linhas escolhidas
sheet-none-chosen = Escolha pelo menos uma linha.
sheet-too-many = { $number } linhas alterariam alguma coisa. Podem ser entregues no máximo { $most } de uma vez: envie o ficheiro por partes.
sheet-again = Aquilo de que tratam algumas destas linhas mudou desde que as viu; por isso não foram entregues. Estão assinaladas: veja o que alterariam agora e escolha-as de novo.
sheet-again-row = Isto mudou desde que o viu. Abaixo está o que a linha alteraria agora.
sheet-stopped = Nada foi entregue, por causa da linha assinalada: { $reason }
sheet-nothing = Nada neste ficheiro alteraria alguma coisa.
sheet-drafts = Já nos seus rascunhos
sheet-drafts-lead = Estes rascunhos dizem o que dizem as linhas do ficheiro.
sheet-refused = Linhas que não podem ser aceites
sheet-refused-lead = Não impedem as outras. Descarregue-as, corrija o que indica a coluna reason e traga esse ficheiro.
sheet-refused-file = { $kind }: as linhas recusadas (CSV)
sheet-refused-row = Linha
sheet-refused-column = Coluna
sheet-refused-value = Valor
sheet-refused-problem = O que está errado
sheet-refused-more = { $count ->
    [one] Mais { $n } está no ficheiro.
   *[other] Mais { $n } estão no ficheiro.
}
sheet-obstacle-withdrawn = Esta ficha foi retirada e não pode ser alterada.
sheet-obstacle-taken = Outra pessoa está a escrever uma ficha nova com este nome. Escolha outro.
sheet-nothing-new = Assim o seu rascunho diria o mesmo que a ficha. Ponha-o de lado se já não quer alterar nada.
sheet-problem-code = Não é um código da lista. A folha Codes do modelo tem-nos todos.
sheet-problem-slug = Escreva de 1 a 120 letras de a a z, algarismos e hífenes simples entre eles, como school-meals-2019.
sheet-problem-error = A célula mostra um erro. Escreva o seu valor.
sheet-problem-formula = A célula tem uma fórmula que nunca foi calculada. Abra o ficheiro no seu programa de folhas de cálculo, guarde-o e envie esse ficheiro.
sheet-problem-merged = A célula está unida a outra. Separe as células e escreva o valor em cada uma.
sheet-problem-ambiguous = Como números, 8.1 e 8.10 são iguais. Dê à célula o formato de texto e escreva-a de novo.
sheet-problem-parts = Uma linha desta célula tem mais partes do que existem. Uma barra dentro de um texto escreve-se \|
sheet-problem-kind = A linha diz ser de outro tipo que a folha.
notice-sheet-submitted = Esperam por revisão rascunhos de uma folha de cálculo. São { $number }.
notice-sheet-submitted-subject = Esperam por revisão, de uma folha de cálculo: { $number }

# Words of a template
sheet-legend-column = Coluna
sheet-legend-heading = Título
sheet-legend-required = Obrigatória
sheet-legend-about = O que é
sheet-legend-how = Como se escrevem as células
sheet-column-slug = Nome no endereço
sheet-column-order = Ordem das línguas
sheet-about-kind = O que são as linhas da folha. Pode ficar vazia.
sheet-about-slug = Fim do endereço da ficha: a a z, 0 a 9 e hífenes. Diz de que ficha trata uma linha e nunca muda.
sheet-about-original = Língua em que a ficha foi escrita, se não for o inglês.
sheet-about-order = Línguas deste texto, primeiro o original; vazia se for a ordem das colunas.
sheet-how-text = Texto
sheet-how-text-in = Texto nesta língua: { $language }
sheet-how-code = Um código
sheet-how-codes = Códigos separados por ;
sheet-how-list = Textos separados por ; ou cada um na sua linha; um ponto e vírgula dentro de um texto escreve-se \;
sheet-how-count = Número inteiro
sheet-how-amount = Número sem separador de milhares e com ponto decimal
sheet-how-date = AAAA, AAAA-MM ou AAAA-MM-DD
sheet-how-entries = Uma entrada por linha: { $parts }; o que está entre parênteses pode faltar; uma barra dentro de um texto escreve-se \|
sheet-how-order = Códigos de línguas separados por ;
