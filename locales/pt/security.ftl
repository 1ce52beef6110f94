# Signing in, beside the mailed link
sign-in-by-passkey = Com uma chave de acesso
sign-in-passkey-text = Uma chave de acesso fica no seu telemóvel, no seu computador ou numa chave de segurança, e abre-se como o próprio aparelho. Não há nada para memorizar, nem nada que uma página falsa lhe possa arrancar.
sign-in-passkey-button = Entrar com uma chave de acesso
sign-in-passkey-failed = Não foi possível entrar com a chave de acesso. Tente de novo ou escolha outra forma.
sign-in-by-openid = Com o sistema de autenticação da sua organização
sign-in-openid-button = Entrar com { $provider }
sign-in-openid-down = { $provider } não responde
sign-in-openid-down-text = Tente de novo mais tarde ou entre com um link enviado por e-mail.
sign-in-openid-failed = Não foi possível entrar com { $provider }
sign-in-openid-failed-text = A operação foi interrompida, ou a resposta não pertence a esta tentativa. Tente de novo ou entre com um link enviado por e-mail.
sign-in-openid-unverified = Falta um endereço de e-mail confirmado
sign-in-openid-unverified-text = { $provider } não diz que o seu endereço de e-mail está confirmado. Entre primeiro com um link enviado por e-mail; depois poderá ligar { $provider } à sua conta.
sign-in-openid-mailed-text = O endereço { $address } já tem uma conta. Para termos a certeza de que é sua, enviámos para lá um link. Abra-o neste navegador dentro de meia hora: dá-lhe entrada e liga { $provider } à conta.
sign-in-openid-connects = Ao mesmo tempo, { $provider } fica ligado à sua conta e, a partir daí, também serve para entrar.
sign-in-by-password = Com palavra-passe e segundo fator
sign-in-password-open = Tenho uma palavra-passe
sign-in-password = A sua palavra-passe
sign-in-password-button = Continuar
sign-in-password-wrong = Com este endereço e esta palavra-passe ninguém entra. Tente de novo ou entre com um link enviado por e-mail.
sign-in-tries-too-often = Houve tantas tentativas que temos de esperar. Tente de novo dentro de um quarto de hora ou entre com um link enviado por e-mail.
sign-in-code = Segundo fator
sign-in-code-text = Escreva o código que a sua aplicação mostra agora.
sign-in-code-label = Código da aplicação
sign-in-code-wrong = Este código está errado ou já foi usado. Escreva o próximo que a aplicação mostrar.
sign-in-recovery = Se não pode usar a aplicação
sign-in-recovery-label = Um dos seus códigos de recuperação
sign-in-recovery-wrong = Não é nenhum dos seus códigos de recuperação, ou já foi usado.
sign-in-step-over = Este passo terminou
sign-in-step-over-text = Passou demasiado tempo, ou foi começado noutro navegador ou já concluído.
sign-in-from-beginning = Entrar desde o início
mail-openid-subject = Ligar { $provider } à sua conta em { $instance }
mail-openid-text = Alguém entrou com { $provider } usando o seu endereço, que tem uma conta em { $instance }. Se o pedido foi seu, abra o link no mesmo navegador: dá-lhe entrada e liga { $provider } à conta. Funciona uma só vez, durante meia hora.

# One's ways to sign in
security = Formas de entrar
security-lead = Um link enviado por e-mail funciona sempre. Aqui pode acrescentar formas mais rápidas e voltar a removê-las.
security-again = Já entrou há algum tempo. Entre de novo para acrescentar ou remover alguma coisa, para que ninguém o faça num aparelho que tenha deixado.
security-again-button = Entrar de novo
security-done = Está feito. Enviamos-lhe um aviso.
security-remove = Remover
security-passkeys = Chaves de acesso
security-passkeys-none = Não tem nenhuma chave de acesso.
security-passkeys-no-name = Aqui não há chaves de acesso: precisam de um site cujo endereço seja um nome, e este é um número.
security-passkeys-not-secure = Aqui não há chaves de acesso: precisam de um site cujo endereço comece por https.
security-passkeys-full = Já tem o máximo de chaves de acesso. Remova primeiro uma.
security-passkey-used = Acrescentada em { $added }, usada pela última vez em { $used }
security-passkey-unused = Acrescentada em { $added }, ainda não usada
security-passkey-name = Nome da chave de acesso
security-passkey-name-wrong = O nome deve ter uma só linha, com 1 a 60 caracteres.
security-passkey-rename = Mudar o nome
security-passkey-add = Acrescentar uma chave de acesso
security-passkey-needs = Para acrescentar uma chave de acesso é preciso um navegador recente com JavaScript ativado.
security-passkey-failed = Não foi acrescentada nenhuma chave de acesso: a operação foi interrompida, demorou demasiado, ou este aparelho já tem uma.
security-password = Palavra-passe e segundo fator
security-password-text = Uma palavra-passe só dá entrada juntamente com um código que uma aplicação do seu telemóvel mostra.
security-password-no-address = Para isto a sua conta precisa de um endereço de e-mail.
security-password-none = Não tem palavra-passe.
security-password-is = Tem uma palavra-passe.
security-password-new = Nova palavra-passe
security-password-help = De 12 a 256 caracteres. Algumas palavras que nada tenham a ver umas com as outras são fáceis de memorizar e difíceis de adivinhar.
security-password-short = Esta palavra-passe é demasiado curta. Use pelo menos 12 caracteres.
security-password-long = Esta palavra-passe é demasiado longa. Use no máximo 256 caracteres.
security-password-common = Uma palavra-passe assim é a primeira que outros experimentam. Evite palavras comuns e sequências de sinais.
security-password-yourself = Esta palavra-passe é demasiado parecida com o seu nome ou endereço.
security-password-set = Definir a palavra-passe
security-password-change = Mudar a palavra-passe
security-password-change-help = A sessão é então terminada em todos os outros aparelhos.
security-password-remove = Remover a palavra-passe
security-app-none = Não há nenhuma aplicação configurada: sem ela, uma palavra-passe não dá entrada a ninguém.
security-app-is = Há uma aplicação configurada.
security-app-add = Configurar uma aplicação
security-app-replace = Configurar outra aplicação
security-app-remove = Remover a aplicação
security-app-scan = Leia a imagem com uma aplicação que mostre códigos de utilização única, ou escreva na aplicação a chave que está por baixo.
security-app-open = Abrir numa aplicação deste aparelho
security-app-key = Chave para a aplicação
security-app-code = Código que a aplicação mostra agora
security-app-confirm = Confirmar
security-app-wrong = Este código não serve. Escreva o que a aplicação mostra agora. Se nenhum servir, acerte o relógio do seu telemóvel.
security-recovery = Códigos de recuperação
security-recovery-left =
    { $count ->
        [one] Resta-lhe { $n } código de recuperação.
       *[other] Restam-lhe { $n } códigos de recuperação.
    }
security-recovery-new = Criar novos códigos de recuperação
security-recovery-once = Anote ou imprima já estes códigos: não voltam a ser mostrados. Os anteriores já não funcionam.
security-recovery-text = Cada um substitui uma vez a aplicação, se a tiver perdido.
security-recovery-kept = Já os guardei
security-identities-none = Não há nada ligado.
security-identity-add = Ligar { $provider }
security-identity-remove = Desligar
security-identity-taken = { $provider } está ligado a outra conta
security-identity-taken-text = Entre com { $provider } para chegar a essa conta, ou desligue-o primeiro lá.
notice-security =
    { $what ->
        [passkey-added] A chave de acesso «{ $name }» foi acrescentada à sua conta. Se não fez isto, remova-a e termine todas as outras sessões.
        [passkey-removed] A chave de acesso «{ $name }» foi removida da sua conta. Se não fez isto, veja as suas formas de entrar.
        [password-set] Foi definida uma palavra-passe para a sua conta. Se não fez isto, remova-a e termine todas as outras sessões.
        [password-changed] A palavra-passe da sua conta foi mudada, e todas as outras sessões foram terminadas. Se não fez isto, remova-a.
        [password-removed] A palavra-passe da sua conta foi removida. Se não fez isto, veja as suas formas de entrar.
        [app-added] Foi configurada uma aplicação de códigos para a sua conta. Se não fez isto, remova-a e termine todas as outras sessões.
        [app-removed] A aplicação de códigos e os códigos de recuperação foram removidos da sua conta. Se não fez isto, veja as suas formas de entrar.
        [codes-made] Foram criados novos códigos de recuperação para a sua conta. Se não fez isto, crie outros e termine todas as outras sessões.
        [code-used] Alguém entrou na sua conta com um código de recuperação. Códigos que restam: { $name }. Se não fez isto, mude a palavra-passe e termine todas as outras sessões.
        [identity-added] { $name } foi ligado à sua conta. Se não fez isto, desligue-o e termine todas as outras sessões.
        [identity-removed] { $name } foi desligado da sua conta. Se não fez isto, veja as suas formas de entrar.
       *[other] As suas formas de entrar mudaram. Se não fez isto, veja-as e termine todas as outras sessões.
    }
notice-security-subject = As suas formas de entrar mudaram
