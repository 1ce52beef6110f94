# Who speaks for an organization, on its page
speakers = Qui parle en son nom
speakers-since = depuis le { $date }
speakers-unnamed = { $count ->
    [one] Un point focal qui n’affiche pas son nom, depuis le { $date }
   *[other] { $n } points focaux qui n’affichent pas leur nom, le premier depuis le { $date }
}
speakers-nobody = Personne ne parle en son nom pour le moment.
speakers-nobody-since = Personne ne parle en son nom depuis le { $date }.
speakers-ask = Parler en son nom
speakers-all = Tous ceux qui parlent en son nom

# For those who answer for it
speakers-term = du { $since } au { $until }
speakers-end = Mettre fin au mandat
speakers-reason = Pourquoi prend-il fin ?
speakers-reason-help = La personne qui perd le mandat le lit.
speakers-ended = Le mandat a pris fin.
notice-mandate-asked = Quelqu’un demande à parler au nom de { $organization }.
notice-mandate-asked-subject = Demande de parler au nom de { $organization }
notice-mandate-ended = Quelqu’un d’autre a mis fin à votre mandat pour { $organization }. Motif : { $reason }
notice-mandate-ended-subject = Votre mandat pour { $organization } a pris fin
