# What is kept, and taking it along
data = Mes données
data-lead = Ce qui est conservé à votre sujet : lisez-le, emportez-le ou effacez-le.
data-kept = Ce qui est conservé à votre sujet
data-kept-text = Votre adresse électronique, le nom utilisé dans les adresses, votre langue, ce que vous écrivez sur vous, vos rôles et vos mandats, vos brouillons, commentaires et traductions, et le dernier jour de votre passage. Ce que vous avez publié reste, signé par un numéro qui vous représente ; le journal d’audit, conservé aussi longtemps que ce site, ne vous connaît que par ce numéro. Rien n’est conservé de vos questions ni des pages que vous lisez.
data-kept-time = Certaines choses ne sont conservées qu’un temps :
kept-session = Vos sessions, après la dernière utilisation
kept-token = Les liens à usage unique, une fois utilisés ou expirés
kept-attempt = Les compteurs contre les tentatives répétées
kept-sent-mail = Les courriels, une fois envoyés
kept-notice = Les notifications
kept-closed-mandate = Les demandes et les mandats, une fois refusés ou terminés
kept-closed-adoption = Les demandes de prise en charge d’une fiche, une fois décidées
kept-abandoned-draft = Les brouillons, une fois abandonnés ou refusés
kept-closed-report = Votre adresse dans un signalement, une fois celui-ci clos
kept-sheet-upload = Une feuille de calcul que vous avez apportée
kept-loose-file = Un fichier qui n’appartient plus à rien
kept-unused-account = Un compte que personne n’utilise ; nous vous interrogeons 30 jours avant
data-days = { $count ->
    [one] { $n } jour
   *[other] { $n } jours
}
data-take = Emporter vos données
data-take-text = Un fichier ZIP : personal-data.json avec tout ce qui est conservé à votre sujet, les fichiers que vous avez ajoutés et une note qui les explique. Il ne contient rien sur d’autres personnes.
data-take-button = Télécharger mes données
data-often = Vous venez de télécharger vos données plusieurs fois. Réessayez dans une heure.
data-sign-in = Pour cela, connectez-vous encore une fois : votre dernière connexion date de plus de 15 minutes.
data-sign-in-button = Se reconnecter

# Erasing an account
data-erase = Effacer mon compte
data-erase-goes = Ce qui disparaît
data-erase-goes-text = Votre adresse électronique, votre nom, ce que vous avez écrit sur vous, vos moyens de connexion, les notifications et les courriels, les justificatifs de vos mandats, et les brouillons que vous avez écrits sans autre personne et que nul n’a publiés. Vos mandats prennent fin et toutes vos sessions sont fermées.
data-erase-stays = Ce qui reste
data-erase-stays-text = Ce qui a été publié, car d’autres s’y fient, ainsi que les commentaires et décisions qui font partie d’une relecture. À la place de votre nom figure « un ancien membre ».
data-erase-final = L’effacement est immédiat. Personne ne peut revenir en arrière.
data-erase-handle = Pour confirmer, saisissez votre nom utilisé dans les adresses :
data-erase-wrong = Ce n’est pas votre nom utilisé dans les adresses.
data-erase-button = Effacer mon compte
data-erase-last = Personne d’autre que vous n’administre ce site. Donnez d’abord ce rôle à quelqu’un d’autre.
data-erased = Votre compte est effacé
data-erased-text = Un dernier courriel part à votre adresse ; ensuite, l’adresse est oubliée elle aussi. Elle vous permettra de recommencer à tout moment.
change-a-former-member = un ancien membre

# In the archive
data-readme = Vos données de { $instance }, { $date }
data-readme-json = personal-data.json : tout ce qui est conservé à votre sujet, au format JSON, que tout éditeur de texte ouvre. Les noms des parties sont en anglais.
data-readme-files = files : les fichiers que vous avez ajoutés, s’il y en a.
data-readme-secrets = Les mots de passe et les clés n’y figurent pas : ils sont conservés sous une forme que personne ne peut lire.

# Last mails, and accounts that nobody uses
mail-erased-subject = Votre compte sur { $instance } est effacé
mail-erased-asked = Votre compte sur { $instance } a été effacé, comme vous l’avez demandé.
mail-erased-unused = Votre compte sur { $instance } a été effacé : personne ne l’avait utilisé depuis trois ans et personne n’a voulu le garder quand nous l’avons demandé.
mail-erased-text = Ce qui a été publié reste, sans votre nom. Ceci est le dernier courriel : votre adresse est oubliée dès qu’il est parti. Elle vous permettra de recommencer à tout moment.
mail-unused-subject = Voulez-vous garder votre compte sur { $instance } ?
mail-unused-text = Personne n’a utilisé votre compte sur { $instance } depuis le { $since }. Après le { $until }, il sera effacé. Un clic suffit pour le garder, sans vous connecter.
mail-unused-stays = Ce que vous avez publié reste dans tous les cas. Si vous n’avez plus besoin du compte, ne faites rien.
keep = Garder votre compte ?
keep-text = Appuyez sur le bouton et votre compte reste trois ans de plus.
keep-button = Garder mon compte
keep-done = Votre compte reste
keep-done-text = Merci. Vous pouvez vous connecter à tout moment.
keep-over = Ce lien ne fonctionne plus
keep-over-text = Connectez-vous avec votre adresse électronique pour voir votre compte ; s’il a été effacé, vous recommencez à neuf.

# A member's page
profile = Membre
profile-see = Votre page, telle que les autres la trouvent
profile-closed = Ce membre ne montre rien de lui-même.
profile-own = C’est votre propre page ; les autres y voient ce que vous leur avez ouvert.
profile-about = À propos
profile-affiliation = Travaille à
profile-languages = Langues pour lui écrire
profile-written = A écrit
profile-reviewed = A validé
profile-translated = A traduit
