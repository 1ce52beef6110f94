# Who speaks for an organization, on its page
speakers = Quem fala em seu nome
speakers-since = desde { $date }
speakers-unnamed = { $count ->
    [one] Um ponto focal que não mostra o nome, desde { $date }
   *[other] { $n } pontos focais que não mostram o nome, o primeiro desde { $date }
}
speakers-nobody = De momento ninguém fala em seu nome.
speakers-nobody-since = Ninguém fala em seu nome desde { $date }.
speakers-ask = Falar em seu nome
speakers-all = Todos os que falam em seu nome

# For those who answer for it
speakers-term = desde { $since } até { $until }
speakers-end = Terminar o mandato
speakers-reason = Porque termina?
speakers-reason-help = Quem perde o mandato lê isto.
speakers-ended = O mandato terminou.
notice-mandate-asked = Alguém pede para falar em nome de { $organization }.
notice-mandate-asked-subject = Um pedido para falar em nome de { $organization }
notice-mandate-ended = Outra pessoa pôs fim ao seu mandato para { $organization }. O motivo: { $reason }
notice-mandate-ended-subject = O seu mandato para { $organization } terminou
