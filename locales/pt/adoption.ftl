# Taking on a record
adopt = Ficar com ela
adopt-lead = Quem fica com uma ficha mantém-na em dia: de tempos a tempos perguntam-lhe se continua correta. É sua de imediato se a sua organização for nomeada nela; se não, decide o secretariado.
adopt-for = Quem vai cuidar dela?
adopt-for-me = Eu
adopt-reason = Porquê você?
adopt-reason-help = O que sabe dela e como a vai manter em dia. É preciso quando o secretariado decide; mais ninguém o lê.
adopt-choose = Escolha quem vai cuidar dela.
adopt-waits = Pediu esta ficha. O seu pedido espera pelo secretariado desde { $date }.

# Deciding
adoptions = Pedidos para ficar com fichas
adoptions-lead = O mais antigo primeiro. Ninguém decide sobre o seu próprio pedido.
adoptions-nothing = Não há pedidos à espera.
adoptions-asks = { $name } fez o pedido em { $date }
adoptions-for = Para { $organization }
adoptions-for-self = A título pessoal
adoptions-reason = Porque não, se recusar
adoptions-accept = Aceitar
adoptions-decline = Recusar
adoptions-own = Este é o seu próprio pedido: decide outra pessoa.
adoptions-not-possible = Já não pode ser aceite: alguém voltou a cuidar da ficha, ela foi retirada ou quem pediu já não fala em nome da organização. Pode recusar o pedido.
duty-adoptions = { $count ->
    [one] { $n } pedido para ficar com uma ficha espera
   *[other] { $n } pedidos para ficar com fichas esperam
}

# Mails and notices
mail-adoption-question = A ficha continua correta? Não precisa de iniciar sessão: cada ligação serve uma vez.
notice-adoption-asked = Alguém pede para cuidar de “{ $title }”.
notice-adoption-asked-subject = Um pedido para ficar com “{ $title }”
notice-adoption-yours = “{ $title }” está agora ao seu cuidado.
notice-adoption-yours-subject = Agora ao seu cuidado: { $title }
notice-adoption-declined = O seu pedido para cuidar de “{ $title }” foi recusado. O motivo: { $reason }
notice-adoption-declined-subject = O seu pedido para ficar com “{ $title }”
notice-adoption-passed = Outra pessoa cuida agora de “{ $title }”.
notice-adoption-passed-subject = Agora noutras mãos: { $title }
