# Taking on a record
adopt = La prendre en charge
adopt-lead = Qui prend une fiche en charge la tient à jour : de temps en temps, on lui demande si elle est toujours exacte. Elle est à vous aussitôt si votre organisation y est nommée ; sinon, le secrétariat décide.
adopt-for = Qui en aura la charge ?
adopt-for-me = Moi-même
adopt-reason = Pourquoi vous ?
adopt-reason-help = Ce que vous en savez, et comment vous la tiendrez à jour. À remplir lorsque le secrétariat décide ; personne d’autre ne le lit.
adopt-choose = Choisissez qui en aura la charge.
adopt-waits = Vous avez demandé cette fiche. Votre demande attend la décision du secrétariat depuis le { $date }.

# Deciding
adoptions = Demandes de prise en charge de fiches
adoptions-lead = La plus ancienne d’abord. Personne ne décide de sa propre demande.
adoptions-nothing = Aucune demande n’attend.
adoptions-asks = { $name } a fait la demande le { $date }
adoptions-for = Pour { $organization }
adoptions-for-self = À titre personnel
adoptions-reason = Pourquoi pas, si vous refusez
adoptions-accept = Accepter
adoptions-decline = Refuser
adoptions-own = C’est votre propre demande : quelqu’un d’autre décide.
adoptions-not-possible = Cette demande ne peut plus être acceptée : la fiche est de nouveau suivie, elle a été retirée, ou la personne ne parle plus au nom de l’organisation. Vous pouvez la refuser.
duty-adoptions = { $count ->
    [one] { $n } demande de prise en charge d’une fiche attend
   *[other] { $n } demandes de prise en charge de fiches attendent
}

# Mails and notices
mail-adoption-question = La fiche est-elle toujours exacte ? Inutile de vous connecter : chaque lien sert une fois.
notice-adoption-asked = Quelqu’un demande à prendre en charge « { $title } ».
notice-adoption-asked-subject = Demande de prise en charge de « { $title } »
notice-adoption-yours = Vous avez désormais la charge de « { $title } ».
notice-adoption-yours-subject = Désormais à votre charge : { $title }
notice-adoption-declined = Votre demande de prise en charge de « { $title } » a été refusée. Motif : { $reason }
notice-adoption-declined-subject = Votre demande de prise en charge de « { $title } »
notice-adoption-passed = Quelqu’un d’autre a désormais la charge de « { $title } ».
notice-adoption-passed-subject = Désormais en d’autres mains : { $title }
