# La file des brouillons en attente d’examen
review = Examen
review-lead = Ce que d’autres ont écrit ; qui attend depuis le plus longtemps vient en premier.
review-queue = En attente d’examen
review-empty = Rien n’attend d’être examiné.
review-waits =
    { $count ->
        [0] En attente depuis aujourd’hui
        [one] En attente depuis { $n } jour
       *[other] En attente depuis { $n } jours
    }
review-new = Nouvelle fiche
review-revision = Modifications d’une fiche
review-own = Vous en avez écrit une partie : quelqu’un d’autre décide.
review-no-title = Sans titre
review-duty = À examiner : { $title } ({ $kind })
review-said-changes-requested = Des modifications ont été demandées à l’auteur.
review-said-declined = Le brouillon a été refusé et l’auteur sait pourquoi.

# Un brouillon
review-by = Écrit par { $names }
review-for = Pour { $organization }
review-written-in = Langue d’origine : { $language }
review-state-draft = En cours de rédaction
review-state-in-review = En examen
review-state-changes-requested = Modifications demandées
review-state-published = Publié
review-state-declined = Refusé
review-state-abandoned = Mis de côté
review-record = La fiche publiée
review-changes = Ce que cela change
review-moved-on = La fiche a changé depuis le début de ce travail. Ce qui a été modifié ailleurs est conservé à la publication.
review-comment = Commenter ce point
review-comment-words = Votre commentaire
review-comment-send = Envoyer le commentaire
review-comments = Commentaires sur l’ensemble
review-comment-all = Votre commentaire sur l’ensemble
review-settled = Réglé
review-settle = Marquer comme réglé
review-duplicates = Est-ce déjà ici ?
review-duplicates-help = Fiches trouvées à partir du titre.
review-checklist = Liste de contrôle
review-checklist-help = Pour publier, chaque point doit avoir « oui » ou « sans objet ».
review-open =
    { $count ->
        [0] Aucun point n’est ouvert.
        [one] { $n } point est ouvert.
       *[other] { $n } points sont ouverts.
    }
review-earlier = Cette réponse portait sur une version antérieure du texte.
review-note = Remarque
review-save = Enregistrer les réponses
review-words = À l’auteur
review-words-help = Une raison si vous demandez des modifications ou refusez, une note si vous publiez. La note d’une fiche publiée est publique.
review-publish = Publier
review-ask = Demander des modifications
review-decline = Refuser
review-steps = Ce qui s’est passé jusqu’ici
review-signed = { $name }, { $date }
review-step-submitted = Remis
review-step-changes-requested = Modifications demandées
review-step-published = Publié
review-step-declined = Refusé
review-step-abandoned = Mis de côté
review-step-resumed = Repris
review-answer-yes = Oui
review-answer-not-applicable = Sans objet
review-answer-no = Non

# Points de la liste de contrôle
review-point-true-to-sources = Ce qui est dit figure dans les sources.
review-point-sources-open = Les sources s’ouvrent et sont les bonnes.
review-point-own-words = Le texte est écrit avec les mots de l’auteur ; les citations sont signalées.
review-point-plain-words = Une personne d’un autre domaine le comprend.
review-point-not-there-yet = Il ne se trouve pas déjà ici sous un autre titre.
review-point-nobody-exposed = Il ne met personne en danger et ne dit rien de privé sur personne.
review-point-rights-at-work = Il respecte les droits au travail.
review-point-counts-as-practice = Cela a été réalisé et compte comme pratique.
review-point-results-shown = Il montre les résultats, y compris ce qui n’a pas marché.
review-point-others-can-use-it = Après lecture, on pourrait le faire ailleurs.
review-point-partners-agree = Les partenaires sont au courant et d’accord.
review-point-roles-fit = Les rôles des pays et des partenaires sont exacts.
review-point-constituents-named = Les gouvernements et les organisations de travailleurs et d’employeurs qui ont participé sont nommés.
review-point-figures-sourced = Chaque chiffre a une source.
review-point-licence-stated = La licence est indiquée.
review-point-files-open = Les fichiers s’ouvrent et sont ce qu’ils disent.
review-point-dates-and-place = Les dates et le lieu sont exacts.
review-point-who-can-take-part = Il est dit qui peut participer et comment.
review-point-it-exists = Elle existe.
review-point-name-as-published = Le nom est celui qui est publié à la source.
review-point-constituency-fits = Le groupe de mandants est exact.
review-point-members-and-dates = Les membres sont complets, avec les dates de début et de fin.

# Ce qui a été refusé
review-too-long = Ce texte dépasse 5 000 caractères. Raccourcissez-le.
review-refused-stale = L’auteur a modifié le texte depuis que vous l’avez ouvert. Relisez-le, puis décidez.
review-refused-unchecked =
    { $count ->
        [one] { $n } point de la liste est encore ouvert. Vos réponses sont enregistrées.
       *[other] { $n } points de la liste sont encore ouverts. Vos réponses sont enregistrées.
    }
review-refused-moved-on = La fiche a été modifiée entre-temps aux mêmes endroits : { $places }. Demandez à l’auteur de réunir les deux.
review-refused-unfinished = Il manque quelque chose ou il y a une erreur ici : { $places }. Demandez des modifications à l’auteur.
review-refused-needs-words = Écrivez pourquoi. L’auteur le lira.
review-refused-own-work = Vous en avez écrit une partie : quelqu’un d’autre décide.
review-refused-nothing-new = La fiche dit déjà tout cela.
review-refused-wrong-state = Quelqu’un a décidé entre-temps.
review-refused-withdrawn = La fiche a été retirée entre-temps.

# Avis et courriels
mail-open = Ouvrir
notice-review-changes-requested = « { $title } » vous est revenu. Des modifications sont demandées : { $reason }
notice-review-changes-requested-subject = Modifications demandées : { $title }
notice-review-published = « { $title } » est publié. La personne qui l’a examiné écrit : { $reason }
notice-review-published-subject = Publié : { $title }
notice-review-declined = « { $title } » n’a pas été accepté. La raison : { $reason }
notice-review-declined-subject = Non accepté : { $title }
notice-review-remind-author = « { $title } » vous attend. Jours écoulés : { $days }.
notice-review-remind-author-subject = En attente de votre part : { $title }
notice-review-remind-reviewers = « { $title } » attend un examen. Jours écoulés : { $days }.
notice-review-remind-reviewers-subject = En attente d’examen : { $title }
notice-review-abandoned = « { $title } » a été mis de côté, car personne n’y a plus travaillé. Vous pouvez le reprendre. Jours sans changement : { $days }.
notice-review-abandoned-subject = Mis de côté : { $title }

# Modifications de champs
change-added = ajouté
change-removed = supprimé
change-changed = modifié
change-original = autre langue d’origine
change-went = supprimé :
change-came = ajouté :
change-end = (fin)
change-a-member = un membre
change-field-title = Titre
change-field-summary = Résumé
change-field-name = Nom
change-field-countries-by-role = Pays par rôle
change-field-adapted-from = Adapté de
change-field-start = Début
change-field-end = Fin
change-field-criteria = Critères d’une bonne pratique
change-field-innovative = Innovante
change-field-effective = Efficace
change-field-replicable = Reproductible
change-field-sustainable = Durable
change-field-relevant = Pertinente
change-field-ethical = Éthique
change-field-efficient = Efficiente
change-field-tripartite = Tripartite
change-field-amount = Montant
change-field-currency = Monnaie
change-field-url = Adresse web
change-field-topic = Sujet
change-field-original = Langue d’origine
change-field-licence = Licence

# L’historique d’une fiche
history = Historique
history-lead = Toutes les versions, la plus récente d’abord : ce qui a changé, quand, par qui et pourquoi.
history-heading = { $number }. { $what }, { $date }
history-who = Par { $author }, validé par { $reviewer }
history-name-for = { $name } pour { $organization }
history-first = La première version.
history-no-field = Aucun champ n’a changé.
history-change-published = Publication
history-change-revised = Révision
history-change-withdrawn = Retrait
history-change-restored = Rétablissement
history-change-aged = Vieillissement
history-change-confirmed = Confirmation : toujours exact
history-change-adopted = Reprise par un autre responsable
history-change-translated = Traduction
history-change-objected = Contestation
history-change-answered = Réponse à l’objection
history-restore = Rétablir cette version
history-reason = Pourquoi ? Tout le monde peut le lire.
history-needs-reason = Écrivez pourquoi cette version revient, en 2 000 caractères au plus.
history-same = La fiche dit déjà la même chose.
history-restored = L’ancienne version est rétablie, comme une nouvelle.
history-restored-note = Comme dans la version { $number } : { $reason }
history-older = Versions plus anciennes
