# Looking after records
due = Fiches dont vous avez la charge
due-lead = Ces fiches sont à réexaminer. Si l’une d’elles est toujours exacte, un seul bouton suffit pour le dire.
due-nothing = Rien n’est à réexaminer. Un courriel vous préviendra quand ce sera votre tour.
due-since = à réexaminer depuis le { $date }
duty-due = { $count ->
    [one] { $n } fiche dont vous avez la charge est à réexaminer
   *[other] { $n } fiches dont vous avez la charge sont à réexaminer
}
duty-objections = { $count ->
    [one] { $n } objection attend une réponse
   *[other] { $n } objections attendent une réponse
}
duty-reports = { $count ->
    [one] { $n } signalement attend
   *[other] { $n } signalements attendent
}
renew-choose = Cette fiche est-elle toujours exacte ?
renew-text = Actualité : { $light }. Un réexamen était prévu pour le { $date }.
renew-confirm = Est-elle toujours exacte ?
renew-confirm-button = Elle est toujours exacte
renew-edit = Modifier la fiche
renew-edit-button = La modifier
renew-edit-text = Modifiez ce qui n’est plus exact. Une autre personne le relit avant la publication. Pour modifier plus que ces textes, connectez-vous.
renew-edit-wrong = Ceci ne peut pas être remis en l’état. Aucun texte ne doit rester vide.
renew-nothing-new = Vous n’avez encore rien modifié.
renew-field-title = Titre
renew-field-summary = Résumé
renew-field-name = Nom
renew-note = Un mot pour la personne qui relit (facultatif)
renew-withdraw = Retirer la fiche
renew-withdraw-button = La retirer
renew-withdraw-text = La fiche n’est plus visible du public. Sa page demeure et dit pourquoi ; le motif est public.
renew-reason = Pourquoi est-elle retirée ?
renew-done = C’est fait
renew-confirmed-text = Merci. La fiche compte comme réexaminée aujourd’hui.
renew-edited-text = Merci. Vos modifications attendent une relecture.
renew-withdrawn-text = La fiche est retirée. Sa page dit pourquoi.
renew-over = Ce lien ne fonctionne plus
renew-over-text = Chaque lien sert une fois, tant que la fiche reste telle quelle. Quelqu’un a peut-être déjà répondu. Votre bureau montre ce qui vous attend.
renew-mandate = Parlez-vous toujours au nom de cette organisation ?
renew-mandate-text = Votre mandat pour { $organization } prend fin le { $date }. Un bouton le renouvelle pour un an.
renew-mandate-button = Le renouveler pour un an
renew-mandate-done = Vous parlez au nom de { $organization } jusqu’au { $date }.
text-missing = Écrivez quelques mots ici.
text-too-long = C’est trop long : { $n } caractères au plus.
text-odd = Ce texte contient des caractères qui ne peuvent pas être affichés. Écrivez-le de nouveau à la main.

# What nobody looks after
adoption = À reprendre
adoption-lead = Personne ne suit plus ces fiches et ces organisations depuis longtemps. Si vous en connaissez une, reprenez-la.
adoption-records = Fiches que personne ne suit
adoption-no-records = Toutes les fiches sont suivies.
adoption-organizations = Organisations sans point focal
adoption-organizations-text = Si vous travaillez pour l’une d’elles, demandez à parler en son nom.

# Objections
contested = Contestée
contested-text = Une organisation nommée ici conteste cette fiche. Tant que la question n’est pas réglée, ses chiffres ne comptent nulle part.
objection = Contester cette fiche
objection-lead = Votre organisation est nommée dans cette fiche. Dites ce qui n’est pas exact : votre objection et la réponse sont publiques.
objection-organization = Au nom de quelle organisation
objection-ground = Pourquoi contestez-vous ?
objection-not-ours = Cela ne nous concerne pas
objection-wrong = C’est inexact
objection-reason = Qu’est-ce qui n’est pas exact ?
objection-send = Contester
objection-choose = Choisissez l’une des réponses.
objection-twice = Votre organisation a déjà une objection en cours à cette fiche.
objection-open = Le secrétariat n’a pas encore répondu.
objection-outcome = Quelle en est l’issue ?
objection-upheld = Admise : la fiche est modifiée ou retirée
objection-rejected = Rejetée : la fiche reste telle quelle
objection-settled = Réglée entre les parties
objection-answer = Réponse
objection-answer-send = Publier la réponse
objection-not-yours = Vous parlez au nom d’une des parties : quelqu’un d’autre répond.
objections = Objections
objections-lead = La plus ancienne d’abord. L’objection et la réponse figurent sur la page de la fiche.
objections-nothing = Aucune objection n’attend.

# Reports of visitors
report = Signaler un problème
report-lead = Dites ce qui ne va pas dans cette fiche. Seul le secrétariat le lit.
report-text = Qu’est-ce qui ne va pas ?
report-address = Votre adresse électronique (facultatif)
report-address-help = Seulement si vous souhaitez une réponse. Elle est oubliée un an après le traitement du signalement.
report-send = Envoyer
report-sent = Merci. Le secrétariat va l’examiner.
report-too-often = Tant de signalements sont venus de votre réseau que nous devons attendre. Réessayez dans une heure.
reports = Signalements
reports-lead = Ce qui ne va pas selon les visiteurs. Le plus ancien d’abord.
reports-nothing = Aucun signalement n’attend.
reports-done = Traité

# Mails and notices
mail-freshness-subject = « { $title } » : est-ce toujours exact ?
mail-freshness-subject-many = Fiches à réexaminer : { $n }
mail-freshness-text = Vous avez la charge de fiches qui sont à réexaminer. Inutile de vous connecter : chaque lien sert une fois.
mail-freshness-record = { $title }
    { $light }, à réexaminer depuis le { $date }
mail-freshness-more = Et { $n } autres, que vous trouverez sur votre page.
mail-freshness-all = Toutes les fiches dont vous avez la charge
mail-freshness-else = Si personne ne répond, une fiche est présentée comme n’étant plus suivie, et d’autres peuvent la reprendre.
mail-mandate-ends-subject = Parlez-vous toujours au nom de { $organization } ?
mail-mandate-ends-text = Votre mandat pour { $organization } prend fin le { $date }. Si vous parlez toujours en son nom, un bouton le renouvelle pour un an. Inutile de vous connecter.
mail-unsubscribe = Ne plus recevoir de courriels de ce type
notice-freshness = Fiches dont vous avez la charge et qui sont à réexaminer : { $n }
notice-mandate-lapsed = Votre mandat pour { $organization } a expiré. Vous pouvez le demander de nouveau.
notice-mandate-lapsed-subject = Votre mandat pour { $organization } a expiré
notice-objection = Une organisation conteste « { $title } ».
notice-objection-subject = Une objection à « { $title } »
notice-objection-answered = Une objection à « { $title } » a reçu une réponse.
notice-objection-answered-subject = Réponse à une objection à « { $title } »

# Ending mails
unsubscribe = Ne plus recevoir ces courriels ?
unsubscribe-text = Vous ne recevrez plus de courriels { $topic }. Ce qui se passe reste visible sur votre bureau.
unsubscribe-button = Ne plus les recevoir
unsubscribe-done = Plus de courriels de ce type
unsubscribe-done-text = Vous ne recevez plus de courriels { $topic }. Vous pouvez changer cela sur les pages de votre compte.
unsubscribe-over = Ce lien ne fonctionne plus
unsubscribe-over-text = Connectez-vous pour choisir les courriels que vous recevez.
unsubscribe-sign-in = de connexion
unsubscribe-review = sur les relectures
unsubscribe-mandate = sur votre rôle dans des organisations
unsubscribe-freshness = sur les fiches dont vous avez la charge
unsubscribe-translation = sur les traductions
unsubscribe-objection = sur les objections
unsubscribe-digest-of-new-records = sur les nouvelles fiches
