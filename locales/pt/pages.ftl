# Home
home-question = Que problema quer resolver?
home-lead = Alguém no Sul já enfrentou o seu problema. Pergunte com as suas palavras: Ayni responde com o que funcionou, quem fez e onde aprender.
home-examples = Por exemplo
home-example-1 = Crianças trabalham nas nossas plantações de algodão
home-example-2 = Trabalhadoras domésticas sem proteção social
home-example-3 = Faltam inspetores do trabalho para fiscalizar as empresas
home-example-4 = Catadores de lixo querem formar uma cooperativa
home-lives-here = O que vive aqui
home-figures-open = Cada número abre as fichas que conta.
home-latest = As novidades
ask-problem = O seu problema, com as suas palavras
ask-country = O seu país (opcional)
ask-any-country = Qualquer país
ask-constituency = Quem representa (opcional)
ask-anyone = Qualquer tipo de ator
ask-button = Ver quem já resolveu

# Answers
answers-title = Respostas: { $question }
answers-asked = A sua pergunta
answers-change = Mudar a pergunta
answers-parts = A resposta em três partes
answers-from = País: { $country }
answers-read-as = Entendido como: { $concept }
answers-mended = “{ $typed }” foi lido como “{ $read }”
answers-worked = O que funcionou
answers-worked-count =
    { $count ->
        [one] { $n } prática
       *[other] { $n } práticas
    }
answers-worked-lead = Práticas documentadas que correspondem à pergunta, com as razões de cada escolha.
answers-who = Quem fez
answers-who-count =
    { $count ->
        [one] { $n } país ou organização
       *[other] { $n } países e organizações
    }
answers-who-lead = Países e organizações que já fizeram este caminho, com as fichas que o demonstram.
answers-learn = Onde aprender
answers-learn-count =
    { $count ->
        [one] { $n } curso, evento ou publicação
       *[other] { $n } cursos, eventos e publicações
    }
answers-learn-lead = Cursos, eventos e publicações sobre a pergunta, a começar pelos mais úteis.
answers-none-practices = Ainda não há nenhuma prática documentada que corresponda a esta pergunta. Tente outras palavras ou retire pormenores.
answers-none-peers = Ainda não se conhece nenhum país ou organização que o tenha feito.
answers-none-learning = Ainda não há nenhum curso, evento ou publicação que corresponda a esta pergunta.
answers-more-practices = Todas as práticas sobre esta pergunta
answers-more-learning = Todas as publicações sobre esta pergunta
answers-how = Como se chegou a esta resposta
answers-how-text = As palavras da pergunta são comparadas com todas as fichas, em sete línguas. São propostos os países e as organizações que partilham a sua experiência nas fichas encontradas; contam a seu favor condições comparáveis, uma língua comum e resultados documentados. Todas as razões são mostradas, e nada se esconde por trás delas.
answers-empty = Escreva em poucas palavras o que quer resolver.

# Search
search-heading =
    { $count ->
        [one] { $n } ficha para “{ $question }”
       *[other] { $n } fichas para “{ $question }”
    }
search-all = Todas as fichas
search-understood = Entendido como: { $concepts }
search-mended = “{ $typed }” foi lido como “{ $read }”.
search-ask-instead = Trata-se de um problema que quer resolver?
search-ask-instead-link = Faça uma pergunta e veja o que funcionou, quem fez e onde aprender.
search-nothing = Nada foi encontrado. Tente menos palavras ou outras, ou remova um filtro.
results = Resultados

# Lists
list-practices = Práticas
list-practices-lead = O que se fez, o que daí resultou e se serviria em outros lugares: práticas de cooperação Sul-Sul e triangular no mundo do trabalho.
list-initiatives = Iniciativas
list-initiatives-lead = Projetos e ações de cooperação: quem partilha, quem adota, quem aproxima as partes.
list-publications = Biblioteca
list-publications-lead = Relatórios, guias, manuais e filmes sobre a cooperação Sul-Sul e triangular no mundo do trabalho.
list-courses = Academia
list-courses-lead = Cursos em que profissionais aprendem uns com os outros.
list-events = Eventos
list-events-lead = Exposições, fóruns, seminários, viagens de estudo e percursos de aprendizagem.
list-organizations = Organizações
list-organizations-lead = Governos, organizações de trabalhadores e de empregadores e quem trabalha com eles.
list-groupings = Agrupamentos
list-groupings-lead = Blocos e redes de países, com os seus membros e a data de adesão de cada um.

# Countries, themes, goals
countries-title = Países
countries-lead = O que cada país partilha, o que procura e com quem trabalha.
country-lead =
    { $count ->
        [one] { $n } ficha. Práticas e iniciativas em que partilha a sua experiência: { $shares }; em que adota a de outros: { $seeks }.
       *[other] { $n } fichas. Práticas e iniciativas em que partilha a sua experiência: { $shares }; em que adota a de outros: { $seeks }.
    }
country-figures = Em números
country-shares = O que partilha
country-shares-none = Ainda não há fichas de práticas ou iniciativas em que este país partilhe a sua experiência.
country-looks-for = O que procura
country-looks-for-from = O que adotou de outros mostra o que procurava.
country-looks-for-none = Ainda não há fichas de práticas ou iniciativas em que este país adote a experiência de outros.
country-all = Mostrar tudo
country-with-whom = Com quem
country-map-alt = Mapa da região, com o Sul em cima, e os países com os quais este país trabalhou. A tabela abaixo indica os seus nomes.
country-partners-caption = Países presentes em práticas e iniciativas com este país
country-groupings = Agrupamentos ao longo do tempo
country-groupings-none = Não é membro de nenhum dos agrupamentos que aqui constam.
country-groupings-alt = Barras que mostram desde quando o país pertence a cada agrupamento. A tabela abaixo contém a mesma informação.
country-groupings-caption = Agrupamentos deste país; uma ponta recortada significa que a fonte não indica data
country-conditions = Condições
country-like = Países em condições comparáveis
country-like-lead = Comparados por região, rendimento, trabalho informal, fragilidade, línguas e estrutura da economia.
country-least-developed = País menos desenvolvido
country-landlocked = País em desenvolvimento sem litoral
country-small-island = Pequeno Estado insular em desenvolvimento
fact-income = Grupo de rendimento
fact-informality = Trabalho informal
fact-informality-value = { $value }% do emprego
fact-structure = Estrutura da economia
fact-structure-value = Agricultura { $agriculture }%, indústria { $industry }%, serviços { $services }% do produto
fact-population = População
fact-youth-unemployment = Desemprego jovem
fact-youth-unemployment-value = { $value }% da força de trabalho dos 15 aos 24 anos
fact-urban = População urbana
fact-urban-value = { $value }% da população
fact-languages = Línguas oficiais
fact-fragile = Fragilidade
fact-fragile-value = Na lista do Banco Mundial de situações de fragilidade e de conflito
fact-source = Fontes
fact-source-value = ILOSTAT (trabalho informal), Banco Mundial (rendimento, fragilidade), CIA World Factbook (os outros números); último ano disponível
themes-title = Temas
themes-lead = Os temas das fichas, com o que funcionou, quem fez e onde aprender.
theme-other-words = Também se diz: { $words }
sdgs-title = Objetivos de Desenvolvimento Sustentável
sdgs-lead = As fichas segundo os objetivos da Agenda 2030 para os quais contribuem.
sdg-heading = Objetivo { $number }: { $name }

# Map
map-title = O nosso Norte é o Sul
map-lead = Quem partilha com quem: a cooperação que consta das práticas e iniciativas, desenhada com o Sul em cima, como a desenhou Joaquín Torres García.
map-alt = Mapa-múndi com o Sul em cima. Fios ligam os países que partilham a sua experiência aos países que a adotam. A tabela contém todos eles.
map-members-alt = Mapa-múndi com o Sul em cima e os países desta ficha a cores. A página indica os seus nomes.
map-disclaimer = As fronteiras apresentadas nos mapas não implicam qualquer juízo sobre a situação jurídica de um país ou território.
map-projection = Projeção Equal Earth
map-north-up = Pôr o Norte em cima
map-south-up = Pôr o Sul em cima
map-any-theme = Todos os temas
map-any-modality = Todas as modalidades
map-show = Mostrar
map-table = O mesmo em tabela
map-caption = Fluxos de cooperação, de quem partilha para quem adota
map-summary =
    { $count ->
        [one] { $n } par de países. Quanto mais escuro o país, mais fichas em que partilha; quanto mais grosso o fio, mais fichas representa.
       *[other] { $n } pares de países. Quanto mais escuro o país, mais fichas em que partilha; quanto mais grosso o fio, mais fichas representa.
    }
map-from = Partilha
map-to = Adota
map-records = Fichas
map-rest =
    { $count ->
        [one] Há mais { $n } par nos dados da API.
       *[other] Há mais { $n } pares nos dados da API.
    }

# Errors
lost-heading = Este fio não leva a lugar nenhum
lost-text = Não há nenhuma página neste endereço. Pode haver um erro no endereço, ou a página mudou de lugar.
lost-near = Procurava uma destas?
failed-heading = Ocorreu um erro
failed-text = Não foi possível criar a página. A falha é nossa e ficou anotada; tente de novo dentro de instantes.
gone-heading = Esta ficha foi retirada
gone-mark = Retirada
gone-lead = Era “{ $title }”. Nada se apaga sem deixar vestígio: esta página fica no seu lugar.
gone-when = Retirada em
gone-reason = Motivo
gone-others = Ver outras do mesmo tipo

# About
about-title = Ayni significa, em quíchua, reciprocidade entre iguais
about-lead = Hoje por ti, amanhã por mim. Nos Andes, quem ajuda a vizinhança a cobrir uma casa não recebe pagamento: terá ajuda quando for a vez da sua.
about-what = Para que serve
about-what-text = Um ministério do trabalho, um sindicato, uma organização de empregadores ou uma cidade tem um problema no mundo do trabalho. Alguém no Sul já o enfrentou. Ayni responde a três perguntas numa só página, na língua de quem pergunta e mesmo com uma ligação fraca: o que funcionou em condições como as minhas, quem o fez e estaria disposto a partilhar, e onde posso aprender?
about-rely = Em que pode confiar
about-rely-text = Cada ficha indica as suas fontes. Nada é publicado só por quem o escreveu. Nada se apaga: o que é retirado deixa o seu motivo. Cada ficha tem uma entidade responsável e uma data para ser revista.
about-languages = Sete línguas
about-languages-text = As páginas estão em árabe, chinês, espanhol, francês, inglês, português e russo. Uma pergunta numa delas encontra fichas em todas. A ficha aparece na sua língua se tiver sido traduzida; se não, aparece em outra, e a página avisa.
about-data = De onde vêm os dados
about-data-text = Nomes de países e línguas: Unicode CLDR. Condições: ILOSTAT, Banco Mundial, CIA World Factbook. Mapa: Natural Earth. Objetivos: Nações Unidas. Cada ficha indica as suas próprias fontes.
about-run = Tenha o seu próprio Ayni
about-run-text = Ayni é um só programa e uma só pasta de dados. Qualquer ministério, sindicato ou universidade pode instalá-lo no seu país e com o seu próprio nome.
accessibility-title = Acessibilidade
accessibility-lead = Ayni foi feito para que todas as pessoas o possam usar, com qualquer aparelho e qualquer ligação.
accessibility-standard = A norma
accessibility-standard-text = As páginas são construídas para cumprir as WCAG 2.2 no nível AA. Um programa testa cada página em cada língua; assim se encontram muitas falhas, mas não todas.
accessibility-how = Como funciona
accessibility-how-text = Tudo funciona com o teclado, sem JavaScript, com programas de leitura em voz alta, com ampliação até 400 por cento, em modo claro e em modo escuro. Cada mapa e cada desenho tem uma tabela ou lista com o mesmo conteúdo. Nenhuma informação é dada apenas por imagem.
accessibility-limits = Limites conhecidos
accessibility-limits-text = Os títulos aparecem na língua em que foram publicados; quando não há tradução, a página assinala a língua para que os programas de leitura em voz alta a pronunciem bem. Os documentos em outros sites podem não ser acessíveis.
accessibility-tell = Conte-nos
accessibility-tell-text = Se alguma coisa não funcionar para si, escreva a quem administra este site. Um obstáculo é tratado como uma falha.
privacy-title = Privacidade
privacy-lead = Pode ler e perguntar sem nos dizer quem é.
privacy-what = O que se guarda sobre quem lê
privacy-what-text = Nada. Para ler não há cookies, nem contadores de visitas, nem conteúdos carregados de outros sites. As perguntas não são guardadas. O servidor anota o tipo de página, o resultado e o tempo que demorou; não anota os endereços de quem lê nem as suas perguntas.
privacy-members = O que se guarda sobre os membros
privacy-members-text = De quem inicia sessão conhecem-se o endereço de correio eletrónico, as outras formas de entrar que essa pessoa acrescente e um único cookie, que contém um número aleatório e nada mais; entre dois passos da entrada há um segundo cookie igual, durante meia hora no máximo. O que os membros dizem de si próprios não é visto por ninguém até que o tornem visível. As sessões podem ser consultadas e terminadas a qualquer momento. Os contadores contra tentativas de adivinhação guardam os endereços de rede de forma ilegível e apenas durante um dia.
privacy-records = Pessoas nas fichas
privacy-records-text = As fichas tratam de organizações, países e publicações. Os autores das publicações são indicados tal como os seus editores os indicam.
privacy-rights = Os seus direitos
privacy-rights-text = Se uma ficha indicar o seu nome com erro ou não o devesse indicar, escreva a quem administra este site: a ficha será corrigida ou retirada, e o motivo ficará anotado.
