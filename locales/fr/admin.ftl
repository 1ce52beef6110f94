# Administration
admin = Administration
admin-overview = Vue d’ensemble
admin-lead = Comment va cette instance et ce qu’elle attend de vous.
admin-troubles = Ce qui ne va pas
admin-well = Tout va bien.
admin-late = { $queue } : { $number }. Le plus ancien attend depuis le { $date }, c’est trop long.
admin-job-failed = La tâche « { $job } » a échoué. Message : { $note }
admin-job-overdue = La tâche « { $job } » était prévue le { $date } et personne ne l’exécute.
admin-queues = Ce qui attend
admin-queue = File d’attente
admin-number = Nombre
admin-oldest = Le plus ancien depuis
admin-older = Entrées plus anciennes
admin-look-again = Actualiser
admin-store = Base de données
admin-database = Système
admin-size = Taille
admin-migrations = Migrations
admin-migrations-value = { $number }, la dernière est { $last }
admin-people = Personnes ayant un compte
admin-instance = Programme
admin-version = Version
admin-up-since = En marche depuis
admin-address = Adresse publique
admin-mail = Envoi des courriels
admin-mail-server = par un serveur de messagerie
admin-mail-folder = aucun : sans serveur de messagerie, ce sont des fichiers dans { $folder }
admin-mail-memory = aucun : ils restent en mémoire
queue-drafts = Brouillons en examen
queue-mandates = Demandes de parler au nom d’organisations
queue-adoptions = Demandes de prise en charge de fiches
queue-objections = Objections sans réponse
queue-reports = Signalements
queue-translations = Traductions à valider
queue-queued-mails = Courriels en cours d’envoi
queue-failed-mails = Courriels non envoyés
queue-damaged-files = Fichiers endommagés

# Jobs
admin-jobs = Tâches
admin-jobs-lead = Ce que l’instance fait d’elle-même. S’il y a plusieurs nœuds, un seul exécute chaque tâche.
job = Tâche
job-state = État
job-last = Dernière fin
job-last-at = terminée la dernière fois le { $date }
job-next-at = prévue le { $date }
job-start = Exécuter maintenant
job-started = Elle est due maintenant et commence dans un instant. Revenez sur cette page pour voir comment elle se termine.
job-runs = en cours
job-due = due
job-done = terminée
job-failed = échouée
job-never = jamais exécutée
job-every-minutes = { $count ->
    [one] toutes les minutes
   *[other] toutes les { $n } minutes
}
job-every-hours = { $count ->
    [one] toutes les heures
   *[other] toutes les { $n } heures
}
job-every-days = { $count ->
    [one] tous les jours
   *[other] tous les { $n } jours
}
job-lights = Fraîcheur des fiches
job-lights-about = Note le feu de chaque fiche dont le jour de réexamen est arrivé ou passé.
job-freshness-mails = Courriels aux responsables
job-freshness-mails-about = Demande aux responsables si leurs fiches sont encore exactes.
job-mandates = Mandats
job-mandates-about = Prévient les personnes dont le mandat se termine et clôt ce qui est échu.
job-review-reminders = Rappels sur les brouillons
job-review-reminders-about = Relance la personne qui doit faire l’étape suivante d’un brouillon.
job-digests = Avis par courriel
job-digests-about = Envoie ce que chacun souhaite recevoir une fois par jour ou par semaine.
job-files = Lecture des fichiers
job-files-about = Extrait le texte et la première page des fichiers joints.
job-file-checks = Contrôle des fichiers
job-file-checks-about = Compare chaque fichier joint à sa somme de contrôle.
job-retention = Oubli
job-retention-about = Supprime ce qui a été gardé assez longtemps.
job-unused-accounts = Comptes inutilisés
job-unused-accounts-about = Prévient les titulaires de comptes inutilisés et efface ceux dont le délai est écoulé.
job-new-records = Avis sur les nouvelles fiches
job-new-records-about = Annonce aux personnes qui l’ont demandé ce qui vient d’être publié.

# Search index
admin-index = Index de recherche
admin-index-lead = Une copie des fiches faite pour la recherche. Chaque nœud a la sienne ; voici celle du nœud qui vous répond.
admin-index-state = État
admin-index-position = Position dans le journal des changements
admin-index-position-value = { $position } sur { $head }
admin-index-documents = Fiches dans l’index
admin-index-encoder = Encodeur de phrases
admin-index-encoder-yes = utilisé
admin-index-encoder-no = pas installé ; la recherche fonctionne sans lui
admin-index-fault = L’index de recherche ne suit plus depuis le { $date } : { $error }
admin-index-behind = { $count ->
    [one] { $n } changement n’est pas encore dans l’index de recherche.
   *[other] { $n } changements ne sont pas encore dans l’index de recherche.
}
admin-index-rebuild = Le reconstruire
admin-index-rebuild-text = Rien ne se perd : l’index est une copie. Entre-temps, les pages et la recherche continuent avec l’ancien, et ce nœud montre les changements plus récents quand c’est fini.
admin-index-rebuild-button = Reconstruire l’index
admin-index-progress = Construction en cours : { $done } fiches sur { $all }.

# Mails
admin-mails = Courriels
admin-mails-lead = Ce qui est en cours d’envoi, ce qui est parti et ce qui ne l’est pas. Seuls les administrateurs voient les adresses.
mails-folder = Aucun serveur de messagerie n’est configuré : chaque courriel est un fichier dans { $folder }. Ceux qui sont « partis » peuvent être lus ici.
mails-states = État des courriels
mails-all = Tous
mails-queued = En cours d’envoi
mails-sent = Partis
mails-failed = Abandonnés
mails-none = Il n’y a aucun courriel de ce type.
mails-tried = { $count ->
    [one] { $n } tentative
   *[other] { $n } tentatives
}
mails-retry = Réessayer
mail-queued = en cours d’envoi
mail-sent = parti
mail-failed = abandonné
mail-title = Un courriel
mail-masked = Les liens sont montrés sans leurs secrets : qui pourrait les lire pourrait se connecter à la place du destinataire. Le courriel entier est sur le serveur, dans { $file }.
mail-headers = En-têtes
mail-text = Texte
mail-html = HTML
mail-html-show = Montrer le code

# Audit log
admin-audit = Journal d’audit
admin-audit-lead = Qui a fait quoi, du plus récent au plus ancien. On ne peut qu’y ajouter : personne ne peut changer ni supprimer une entrée.
audit-action = Quoi
audit-all = Tout
audit-filter = Afficher
audit-none = Rien n’a été noté.
audit-number = N°
audit-at = Quand
audit-who = Qui
audit-what = Quoi
audit-subject = Sur quoi ou sur qui
audit-details = Détails
audit-operator = opérateur (ligne de commande)
audit-somebody-gone = une personne dont le compte a été effacé
audited-administrator-made = Administrateur créé
audited-administrator-signed-in = Connexion d’un administrateur
audited-proofs-changed = Moyens de connexion modifiés
audited-roles-set = Rôles modifiés
audited-mandate-accepted = Mandat accepté
audited-mandate-refused = Mandat refusé
audited-mandate-ended = Mandat terminé
audited-steward-set = Fiche confiée à un autre responsable
audited-record-withdrawn = Fiche retirée
audited-record-restored = Fiche rétablie
audited-person-erased = Compte effacé
audited-setting-set = Réglage modifié
audited-job-started = Tâche avancée
audited-index-rebuilt = Index reconstruit
audited-mail-retried = Courriel réessayé

# Settings
admin-settings = Réglages
admin-settings-lead = Ce que le public voit de cette instance. Un changement vaut aussitôt, sans redémarrage, et figure dans le journal d’audit.
settings-changed = Quelqu’un d’autre a changé cela entre-temps et rien n’a été enregistré. Ce que vous avez écrit figure encore ci-dessous. Enregistrez de nouveau pour que cela compte, ou rouvrez cette page pour voir l’autre version.
settings-identity = Nom et contact
settings-identity-help = Un champ que vous videz reprend la valeur avec laquelle le programme a été lancé.
settings-name = Nom de l’instance
settings-contact = Où l’on peut vous écrire
settings-description = À quoi elle sert, en { $language }
settings-languages = Langues
settings-languages-label = Langues des pages
settings-languages-help = Les adresses d’une langue que vous retirez mènent à la première qui reste. Les fiches dans cette langue demeurent.
settings-languages-none = Choisissez au moins une langue.
settings-accent = Couleur
settings-accent-help = La couleur des boutons et des repères, écrite #rrggbb, pour les écrans clairs et sombres. Son contraste avec le fond est d’au moins { $ratio } pour 1, afin que tout le monde puisse la lire.
settings-accent-light = Sur écran clair
settings-accent-dark = Sur écran sombre
settings-accent-form = Écrivez la couleur avec # et six chiffres de 0 à 9 ou lettres de a à f.
settings-accent-contrast = Le contraste est de { $ratio } pour 1 ; il en faut au moins { $least } pour 1. Prenez une couleur plus foncée pour les écrans clairs, plus claire pour les écrans sombres.
settings-logo = Logo de l’instance
settings-logo-file = Image PNG
settings-logo-help = Il figure à côté du nom, sur fond sombre. 16 Ko au plus, de 16 à 512 pixels de côté.
settings-logo-now = Le logo actuel
settings-logo-remove = Le retirer
settings-logo-not-png = Ce n’est pas une image PNG complète. Les autres formats, comme SVG, ne sont pas acceptés.
settings-logo-large = L’image est trop lourde : { $size } au plus.
settings-logo-size = L’image fait { $width } pixels sur { $height }. Chaque côté doit avoir de { $least } à { $most } pixels, et aucun ne peut être plus de { $stretch } fois plus long que l’autre.
settings-texts = Textes juridiques
settings-texts-help = Votre texte figure sur la page de confidentialité avant ce que le programme dit de lui-même ; les conditions et mentions légales ont leur propre page. Écrivez-les dans chaque langue proposée :
texts-lead = Texte simple. Une ligne vide commence un paragraphe ; les adresses web deviennent des liens. Un texte qui manque dans une langue est montré dans une autre.
texts-privacy = Confidentialité
texts-terms = Conditions d’utilisation et mentions légales
terms-title = Conditions et mentions légales
terms-lead = Qui gère cette instance et à quelles conditions.
terms-records = Les fiches
terms-records-text = Les fiches peuvent être utilisées librement en citant leur source (CC BY 4.0). Les fichiers joints ont les conditions indiquées à côté d’eux.
terms-program = Le programme
terms-program-text = Ayni est un logiciel libre sous licence Apache 2.0, fourni sans aucune garantie.
