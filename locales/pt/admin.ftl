# Administration
admin = Administração
admin-overview = Visão geral
admin-lead = Como está esta instância e o que precisa de si.
admin-troubles = O que não está bem
admin-well = Está tudo bem.
admin-late = { $queue }: { $number }. O mais antigo espera desde { $date }, o que é demasiado.
admin-job-failed = A tarefa «{ $job }» falhou. Disse: { $note }
admin-job-overdue = A tarefa «{ $job }» devia começar em { $date } e ninguém a executa.
admin-queues = O que espera
admin-queue = Fila
admin-number = Número
admin-oldest = O mais antigo desde
admin-older = Entradas mais antigas
admin-look-again = Ver de novo
admin-store = Armazém
admin-database = Base de dados
admin-size = Tamanho
admin-migrations = Migrações
admin-migrations-value = { $number }; a última é { $last }
admin-people = Pessoas com conta
admin-instance = Programa
admin-version = Versão
admin-up-since = Em funcionamento desde
admin-address = Endereço público
admin-mail = Envio de e-mails
admin-mail-server = por um servidor de e-mail
admin-mail-folder = nenhum: não há servidor de e-mail e são ficheiros em { $folder }
admin-mail-memory = nenhum: ficam na memória
queue-drafts = Rascunhos em revisão
queue-mandates = Pedidos para falar em nome de organizações
queue-adoptions = Pedidos para ficar com fichas
queue-objections = Objeções sem resposta
queue-reports = Avisos de problemas
queue-translations = Traduções por aprovar
queue-queued-mails = E-mails a caminho
queue-failed-mails = E-mails que não saíram
queue-damaged-files = Ficheiros danificados

# Jobs
admin-jobs = Tarefas
admin-jobs-lead = O que a instância faz por si. De vários nós, um executa cada tarefa.
job = Tarefa
job-state = Estado
job-last = Terminou pela última vez
job-last-at = terminou pela última vez em { $date }
job-next-at = prevista para { $date }
job-start = Executar agora
job-started = Já é a sua vez e começa dentro de instantes. Veja esta página de novo para saber como termina.
job-runs = em curso
job-due = pendente
job-done = terminada
job-failed = falhou
job-never = nunca foi executada
job-every-minutes = { $count ->
    [one] a cada minuto
   *[other] a cada { $n } minutos
}
job-every-hours = { $count ->
    [one] a cada hora
   *[other] a cada { $n } horas
}
job-every-days = { $count ->
    [one] todos os dias
   *[other] a cada { $n } dias
}
job-lights = Atualidade das fichas
job-lights-about = Anota a luz de cada ficha cujo dia de revisão chegou ou passou.
job-freshness-mails = E-mails aos responsáveis
job-freshness-mails-about = Pergunta aos responsáveis se as suas fichas ainda são verdadeiras.
job-mandates = Mandatos
job-mandates-about = Avisa quem tem um mandato a terminar e encerra os que venceram.
job-review-reminders = Lembretes sobre rascunhos
job-review-reminders-about = Lembra o passo seguinte de um rascunho a quem o tem de dar.
job-digests = Avisos por e-mail
job-digests-about = Envia o que cada pessoa quer saber uma vez por dia ou por semana.
job-files = Leitura de ficheiros
job-files-about = Tira o texto e a primeira página dos ficheiros anexados.
job-file-checks = Verificação de ficheiros
job-file-checks-about = Compara cada ficheiro anexado com a sua soma de verificação.
job-retention = Esquecimento
job-retention-about = Elimina o que já foi guardado tempo suficiente.
job-unused-accounts = Contas sem uso
job-unused-accounts-about = Avisa os titulares de contas sem uso e apaga aquelas cujo prazo terminou.
job-new-records = Avisos de novas fichas
job-new-records-about = Informa quem o pediu do que foi publicado.

# Search index
admin-index = Índice de pesquisa
admin-index-lead = Uma cópia das fichas feita para pesquisar. Cada nó tem a sua; esta é a do nó que lhe responde.
admin-index-state = Estado
admin-index-position = Posição no registo de alterações
admin-index-position-value = { $position } de { $head }
admin-index-documents = Fichas que contém
admin-index-encoder = Codificador de frases
admin-index-encoder-yes = participa
admin-index-encoder-no = não está instalado; a pesquisa funciona sem ele
admin-index-fault = O índice de pesquisa não avança desde { $date }: { $error }
admin-index-behind = { $count ->
    [one] { $n } alteração ainda não está no índice de pesquisa.
   *[other] { $n } alterações ainda não estão no índice de pesquisa.
}
admin-index-rebuild = Construí-lo de novo
admin-index-rebuild-text = Nada se perde: o índice é uma cópia. Entretanto, as páginas e a pesquisa continuam com o antigo, e este nó mostra as alterações mais recentes quando terminar.
admin-index-rebuild-button = Construir o índice de novo
admin-index-progress = Está a ser construído: { $done } de { $all } fichas.

# Mails
admin-mails = E-mails
admin-mails-lead = O que está a caminho, o que saiu e o que não saiu. Só a administração vê os endereços.
mails-folder = Não há servidor de e-mail: cada e-mail é um ficheiro em { $folder }. Os que «saíram» podem ser lidos aqui.
mails-states = Estado dos e-mails
mails-all = Todos
mails-queued = A caminho
mails-sent = Enviados
mails-failed = Abandonados
mails-none = Não há nenhum e-mail assim.
mails-tried = { $count ->
    [one] { $n } tentativa
   *[other] { $n } tentativas
}
mails-retry = Tentar de novo
mail-queued = a caminho
mail-sent = enviado
mail-failed = abandonado
mail-title = Um e-mail
mail-masked = As ligações são mostradas sem os seus segredos: quem os pudesse ler poderia entrar em lugar do destinatário. O e-mail completo está no servidor, em { $file }.
mail-headers = Cabeçalhos
mail-text = Texto
mail-html = HTML
mail-html-show = Mostrar como está escrito

# Audit log
admin-audit = Registo de auditoria
admin-audit-lead = Quem fez o quê, o mais recente primeiro. Só se lhe acrescenta: ninguém pode alterar nem eliminar uma entrada.
audit-action = O quê
audit-all = Tudo
audit-filter = Mostrar
audit-none = Nada foi anotado.
audit-number = N.º
audit-at = Quando
audit-who = Quem
audit-what = O quê
audit-subject = Sobre o quê ou quem
audit-details = Pormenores
audit-operator = operador (linha de comandos)
audit-somebody-gone = alguém cuja conta foi apagada
audited-administrator-made = Administrador criado
audited-administrator-signed-in = Entrada de um administrador
audited-proofs-changed = Formas de entrar mudadas
audited-roles-set = Funções alteradas
audited-mandate-accepted = Mandato aceite
audited-mandate-refused = Mandato recusado
audited-mandate-ended = Mandato terminado
audited-steward-set = Ficha confiada a outro responsável
audited-record-withdrawn = Ficha retirada
audited-record-restored = Ficha reposta
audited-person-erased = Conta apagada
audited-setting-set = Definição alterada
audited-job-started = Tarefa antecipada
audited-index-rebuilt = Índice construído de novo
audited-mail-retried = E-mail tentado de novo

# Settings
admin-settings = Definições
admin-settings-lead = O que o público vê desta instância. Uma alteração vale de imediato, sem reiniciar, e fica no registo de auditoria.
settings-changed = Entretanto, outra pessoa alterou isto e nada foi guardado. O que escreveu continua abaixo. Guarde de novo para que valha ou abra outra vez esta página para ver a outra versão.
settings-identity = Nome e contacto
settings-identity-help = Um campo que esvaziar fica como o operador iniciou o programa.
settings-name = Nome
settings-contact = Para onde se pode escrever
settings-description = Para que serve, em { $language }
settings-languages = Línguas
settings-languages-label = Línguas das páginas
settings-languages-help = Os endereços de uma língua que retirar levam à primeira que ficar. As fichas nela permanecem.
settings-languages-none = Escolha pelo menos uma língua.
settings-accent = Cor
settings-accent-help = A cor de botões e marcas, escrita #rrggbb, para ecrãs claros e escuros. O seu contraste com o fundo é de pelo menos { $ratio } para 1, para que todos a possam ler.
settings-accent-light = Em ecrãs claros
settings-accent-dark = Em ecrãs escuros
settings-accent-form = Escreva a cor com # e seis algarismos de 0 a 9 ou letras de a a f.
settings-accent-contrast = O contraste é de { $ratio } para 1; é preciso pelo menos { $least } para 1. Escolha uma cor mais escura para ecrãs claros e uma mais clara para ecrãs escuros.
settings-logo = Logótipo
settings-logo-file = Imagem PNG
settings-logo-help = Fica ao lado do nome, sobre fundo escuro. No máximo 16 KB, de 16 a 512 píxeis de lado.
settings-logo-now = O logótipo atual
settings-logo-remove = Retirá-lo
settings-logo-not-png = Não é uma imagem PNG completa. Outros formatos, como SVG, não são aceites.
settings-logo-large = A imagem é demasiado grande: no máximo { $size }.
settings-logo-size = A imagem tem { $width } por { $height } píxeis. Cada lado precisa de { $least } a { $most } píxeis e nenhum pode ser mais de { $stretch } vezes mais longo do que o outro.
settings-texts = Textos legais
settings-texts-help = O que disser sobre a privacidade fica na página de privacidade antes do que o programa diz de si; as condições e o aviso legal têm página própria. Escreva-os em cada língua que oferece:
texts-lead = Texto simples. Uma linha vazia começa um parágrafo; os endereços da web tornam-se ligações. Um texto que falta numa língua é mostrado noutra.
texts-privacy = Privacidade
texts-terms = Condições de utilização e aviso legal
terms-title = Condições e aviso legal
terms-lead = Quem administra este site e em que condições.
terms-records = As fichas
terms-records-text = As fichas podem ser usadas livremente, com indicação da fonte (CC BY 4.0). Os ficheiros anexados têm as condições indicadas ao lado.
terms-program = O programa
terms-program-text = Ayni é software livre com licença Apache 2.0 e é fornecido sem qualquer garantia.
