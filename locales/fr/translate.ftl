# Le bureau de traduction
translate = Bureau de traduction
translate-lead = Dites dans votre langue ce que d’autres ont fait. Ce que vous écrivez reste un brouillon tant que quelqu’un d’autre ne l’a pas relu.
translate-to = Vers quelle langue ?
translate-records = Fiches
translate-tab = { $what } : { $n }
translate-show-missing = Pas encore traduites
translate-show-outdated = Dépassées
translate-show-waiting = En attente de relecture
translate-nothing-missing = Dans cette langue, il ne manque rien que vous puissiez traduire.
translate-nothing-outdated = Aucune traduction vers cette langue n’est dépassée.
translate-partial = Toutes les fiches n’ont pas encore été parcourues. Ouvrez de nouveau cette liste.
translate-missing =
    { $count ->
        [one] { $n } texte sur { $all } manque
       *[other] { $n } textes sur { $all } manquent
    }
translate-outdated =
    { $count ->
        [one] { $n } texte est dépassé depuis la version { $revision }
       *[other] { $n } textes sont dépassés, le premier depuis la version { $revision }
    }
translate-waiting-here =
    { $count ->
        [one] { $n } texte attend une relecture
       *[other] { $n } textes attendent une relecture
    }
translate-yours = Ce que vous avez commencé
translate-begun = { $title } : continuer ({ $language })
translate-came-back = { $title } : vous est revenu ({ $language })

# Une fiche
translate-from-to = Original : { $from }. Traduction : { $to }.
translate-original = Original : { $language }
translate-translation = Traduction : { $language }
translate-is-original = Cette fiche a été rédigée dans cette langue. Choisissez-en une autre.
translate-state-missing = Pas encore traduit
translate-state-draft = Brouillon
translate-state-reviewed = Traduit
translate-state-outdated = Dépassé depuis la version { $revision }
translate-changed = Ce qui a changé dans l’original depuis la traduction
translate-published = Ce que dit la fiche actuellement
translate-own-draft = Votre brouillon du { $date }.
translate-own-waiting = Remis le { $date }. Quelqu’un d’autre le relit. Si vous le modifiez, remettez-le de nouveau.
translate-own-returned = Vous est revenu le { $date } :
translate-other-waits = attend une relecture
translate-by-machine = Traduction automatique
translate-by-machine-text = Relisez-la avant de la remettre.
translate-keep = Vérification faite : elle est toujours juste
translate-hand-over = Enregistrer et remettre
translate-hand-over-all = Enregistrer et tout remettre
translate-saved = C’est enregistré, et pas encore publié.
translate-handed-over = C’est remis. Quelqu’un d’autre le relit avant la publication.
translate-conflict = Dans une autre fenêtre, vous avez enregistré entre-temps un autre texte. Les deux figurent ci-dessous. Si vous enregistrez maintenant, le contenu du champ reste ; l’autre texte disparaît.
translate-elsewhere = Ce que vous avez enregistré dans l’autre fenêtre
translate-suggest = Proposer une traduction automatique
translate-suggest-all = Proposer une traduction automatique de ce que personne n’a commencé
translate-suggest-text = Si vous appuyez sur le bouton, les originaux sont envoyés à { $host } et reviennent sous forme de brouillons. Rien n’est envoyé auparavant.
translate-suggested = Les brouillons de la machine figurent ci-dessous. Relisez-les avant de les remettre.
translate-machine-too-often = Vous avez sollicité la machine si souvent qu’il faut attendre. Votre propre texte est enregistré. Réessayez dans une heure.
translate-machine-too-long = Ce texte est trop long pour la machine. Votre propre texte est enregistré.
translate-machine-failed = La machine n’a pas donné de réponse utilisable. Votre propre texte est enregistré.
translate-machine-nothing = Il ne reste rien à demander à la machine. Votre propre texte est enregistré.
translate-terms = Termes
translate-terms-text = Les termes de la table des concepts qui figurent dans l’original, et comment ils se disent dans l’autre langue.
translate-no-terms = L’original ne contient aucun terme de la table des concepts.

# Relire ce que d’autres ont traduit
translations-waiting = Traductions en attente de relecture
translations-waiting-lead = Comparez chaque texte avec son original. Ce que vous approuvez est publié aussitôt.
translations-waiting-nothing = Aucune traduction n’attend.
translations-all-languages = Toutes les langues
translations-own = C’est vous qui l’avez écrit : quelqu’un d’autre décide.
translations-moved = L’original a changé depuis que ce texte a été écrit :
translations-instead = Ce que cela change dans la traduction publiée
translations-through = Approuver
translations-back = Renvoyer
translations-reason = Qu’est-ce qui n’est pas encore juste ? L’auteur le lira.
translations-refused-stage = Quelqu’un a été plus rapide, ou l’auteur a repris le texte pour le modifier.
translations-refused-fit = La fiche a changé, et ce texte n’y a plus sa place.
translations-done-through = La traduction est publiée.
translations-done-back = La traduction a été renvoyée, et l’auteur sait pourquoi.
duty-translations =
    { $count ->
        [one] { $n } traduction attend une relecture
       *[other] { $n } traductions attendent une relecture
    }
duty-translations-returned =
    { $count ->
        [one] { $n } de vos traductions vous est revenue
       *[other] { $n } de vos traductions vous sont revenues
    }
notice-translation-through = Votre traduction de « { $field } » dans « { $title } » est publiée.
notice-translation-through-subject = Votre traduction est publiée : { $title }
notice-translation-returned = Votre traduction de « { $field } » dans « { $title } » vous est revenue. La raison : { $reason }
notice-translation-returned-subject = Votre traduction vous est revenue : { $title }

# Sur la page d’une fiche
help-translate = Aider à traduire
fact-original = Langue d’origine
record-title-shown-in = Langue du titre : { $language }.
record-outdated = L’original a changé depuis la version { $revision } ; cette traduction n’a pas encore été adaptée.
record-by-machine = Traduction automatique, relue par une personne avant sa publication.
