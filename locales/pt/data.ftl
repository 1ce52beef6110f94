# What is kept, and taking it along
data = Os meus dados
data-lead = O que se guarda sobre si: leia, leve consigo ou apague.
data-kept = O que se guarda sobre si
data-kept-text = O seu endereço de e-mail, o nome nos endereços, a sua língua, o que escreve sobre si, as suas funções e mandatos, os seus rascunhos, comentários e traduções, e o último dia em que aqui esteve. O que publicou permanece, assinado com um número que o representa; o registo de auditoria, que se guarda enquanto este sítio existir, só o conhece por esse número. Das suas perguntas e das páginas que lê nada se guarda.
data-kept-time = Algumas coisas guardam-se só por um tempo:
kept-session = As suas sessões, depois da última utilização
kept-token = As ligações de uso único, uma vez usadas ou expiradas
kept-attempt = Os contadores contra tentativas repetidas
kept-sent-mail = As mensagens, uma vez enviadas
kept-notice = Os avisos
kept-closed-mandate = Os pedidos e mandatos, uma vez recusados ou terminados
kept-closed-adoption = Os pedidos para ficar com uma ficha, uma vez decididos
kept-abandoned-draft = Os rascunhos, uma vez abandonados ou recusados
kept-closed-report = O seu endereço na comunicação de um problema, uma vez encerrada
kept-sheet-upload = Uma folha de cálculo que trouxe
kept-loose-file = Um ficheiro que já não pertence a nada
kept-unused-account = Uma conta que ninguém usa; 30 dias antes perguntamos-lhe
data-days = { $count ->
    [one] { $n } dia
   *[other] { $n } dias
}
data-take = Levar os dados consigo
data-take-text = Um ficheiro ZIP: personal-data.json com tudo o que se guarda sobre si, os ficheiros que acrescentou e uma nota que os explica. Não contém nada de outras pessoas.
data-take-button = Descarregar os meus dados
data-often = Acabou de descarregar os seus dados várias vezes. Tente de novo dentro de uma hora.
data-sign-in = Para isto, entre mais uma vez: a última entrada foi há mais de 15 minutos.
data-sign-in-button = Entrar de novo

# Erasing an account
data-erase = Apagar a minha conta
data-erase-goes = O que desaparece
data-erase-goes-text = O seu endereço de e-mail, o seu nome, o que escreveu sobre si, as suas formas de entrar, os avisos e mensagens, as provas dos seus mandatos e os rascunhos que escreveu sem mais ninguém e que ninguém publicou. Os seus mandatos terminam e todas as suas sessões são encerradas.
data-erase-stays = O que permanece
data-erase-stays-text = O que foi publicado, porque outros confiam nisso, e os comentários e decisões que fazem parte de uma revisão. Em vez do seu nome lê-se «um antigo membro».
data-erase-final = Tem efeito imediato. Ninguém pode voltar atrás.
data-erase-handle = Para confirmar, escreva o seu nome nos endereços:
data-erase-wrong = Este não é o seu nome nos endereços.
data-erase-button = Apagar a minha conta
data-erase-last = Mais ninguém administra este sítio. Dê primeiro esta função a outra pessoa.
data-erased = A sua conta foi apagada
data-erased-text = Segue uma última mensagem para o seu endereço; depois também o endereço é esquecido. Com ele pode recomeçar quando quiser.
change-a-former-member = um antigo membro

# In the archive
data-readme = Os seus dados de { $instance }, { $date }
data-readme-json = personal-data.json: tudo o que se guarda sobre si, em JSON, que qualquer editor de texto abre. Os nomes das partes estão em inglês.
data-readme-files = files: os ficheiros que acrescentou, se os houver.
data-readme-secrets = Faltam palavras-passe e chaves: são guardadas de uma forma que ninguém pode ler.

# Last mails, and accounts that nobody uses
mail-erased-subject = A sua conta em { $instance } foi apagada
mail-erased-asked = A sua conta em { $instance } foi apagada, como pediu.
mail-erased-unused = A sua conta em { $instance } foi apagada: ninguém a usava há três anos e ninguém a quis manter quando perguntámos.
mail-erased-text = O que foi publicado permanece, sem o seu nome. Esta é a última mensagem: o seu endereço é esquecido assim que ela sair. Com ele pode recomeçar quando quiser.
mail-unused-subject = Quer manter a sua conta em { $instance }?
mail-unused-text = Ninguém usa a sua conta em { $instance } desde { $since }. Depois de { $until } será apagada. Um clique mantém-na, sem entrar.
mail-unused-stays = O que publicou permanece em qualquer caso. Se já não precisa da conta, não faça nada.
keep = Manter a sua conta?
keep-text = Prima o botão e a sua conta permanece mais três anos.
keep-button = Manter a minha conta
keep-done = A sua conta permanece
keep-done-text = Obrigado. Pode entrar quando quiser.
keep-over = Esta ligação já não funciona
keep-over-text = Entre com o seu endereço de e-mail para ver a sua conta; se foi apagada, começa de novo.

# A member's page
profile = Membro
profile-see = A sua página, tal como os outros a encontram
profile-closed = Este membro não mostra nada sobre si.
profile-own = Esta é a sua própria página; os outros veem nela o que lhes abriu.
profile-about = Informação
profile-affiliation = Trabalha em
profile-languages = Línguas para lhe escrever
profile-written = Escreveu
profile-reviewed = Aprovou
profile-translated = Traduziu
