# Home
home-question = Quel problème cherchez-vous à résoudre ?
home-lead = Quelqu’un, dans le Sud, a déjà rencontré votre problème. Posez votre question avec vos propres mots : Ayni vous indique ce qui a fonctionné, qui l’a fait et où l’apprendre.
home-examples = Par exemple
home-example-1 = Des enfants travaillent dans nos champs de coton
home-example-2 = Travailleuses domestiques sans sécurité sociale
home-example-3 = Pas assez d’inspecteurs du travail
home-example-4 = Des récupérateurs de déchets veulent créer une coopérative
home-lives-here = Ce que vous trouverez ici
home-figures-open = Chaque chiffre ouvre les fiches qu’il dénombre.
home-latest = Dernières fiches
ask-problem = Votre problème, avec vos propres mots
ask-country = Votre pays (facultatif)
ask-any-country = Tous les pays
ask-constituency = Vous représentez (facultatif)
ask-anyone = Sans précision
ask-button = Trouver qui l’a résolu

# Answers
answers-title = Réponses : { $question }
answers-asked = Votre question
answers-change = Modifier la question
answers-parts = La réponse en trois parties
answers-from = Pays : { $country }
answers-read-as = Compris comme : { $concept }
answers-mended = « { $typed } » lu comme « { $read } »
answers-worked = Ce qui a fonctionné
answers-worked-count =
    { $count ->
        [one] { $n } pratique
       *[other] { $n } pratiques
    }
answers-worked-lead = Des pratiques documentées qui répondent à la question, avec les raisons de ce choix.
answers-who = Qui l’a fait
answers-who-count =
    { $count ->
        [one] { $n } pair
       *[other] { $n } pairs
    }
answers-who-lead = Les pays et les organisations qui l’ont fait, avec les fiches qui le montrent.
answers-learn = Où l’apprendre
answers-learn-count =
    { $count ->
        [one] { $n } formation, événement ou publication
       *[other] { $n } formations, événements et publications
    }
answers-learn-lead = Des formations, des événements et des publications sur la question, du plus utile au moins utile.
answers-none-practices = Aucune pratique documentée ne répond encore à cette question. Essayez d’autres mots ou donnez moins de détails.
answers-none-peers = On ne connaît encore aucun pays ni aucune organisation qui l’ait fait.
answers-none-learning = Aucune formation, aucun événement ni aucune publication ne répond encore à cette question.
answers-more-practices = Toutes les pratiques sur cette question
answers-more-learning = Toutes les publications sur cette question
answers-how = Comment cette réponse a été établie
answers-how-text = Les mots de la question sont comparés à toutes les fiches, en sept langues. Les pairs sont les pays et les organisations qui partagent leur expérience dans les fiches trouvées ; des conditions comparables, une langue commune et des résultats documentés jouent en leur faveur. Toutes les raisons sont affichées ; aucune n’est cachée.
answers-empty = Écrivez en quelques mots le problème que vous cherchez à résoudre.

# Search
search-heading =
    { $count ->
        [one] { $n } fiche pour « { $question } »
       *[other] { $n } fiches pour « { $question } »
    }
search-all = Toutes les fiches
search-understood = Compris comme : { $concepts }
search-mended = « { $typed } » a été lu comme « { $read } ».
search-ask-instead = Est-ce un problème que vous voulez résoudre ?
search-ask-instead-link = Posez-le sous forme de question et voyez ce qui a fonctionné, qui l’a fait et où l’apprendre.
search-nothing = Aucun résultat. Essayez avec moins de mots ou d’autres mots, ou retirez un filtre.
results = Résultats

# Lists
list-practices = Pratiques
list-practices-lead = Ce qui a été fait, ce qui en est résulté et si cela peut être transposé ailleurs : pratiques de coopération Sud-Sud et triangulaire dans le monde du travail.
list-initiatives = Initiatives
list-initiatives-lead = Projets et actions de coopération : qui partage, qui met à profit, qui rapproche les parties.
list-publications = Bibliothèque
list-publications-lead = Rapports, guides, manuels et films sur la coopération Sud-Sud et triangulaire dans le monde du travail.
list-courses = Académie
list-courses-lead = Des formations où l’on apprend de l’expérience des autres, entre pairs.
list-events = Événements
list-events-lead = Expositions, forums, séminaires, voyages d’étude et parcours d’apprentissage.
list-organizations = Organisations
list-organizations-lead = Gouvernements, organisations de travailleurs et d’employeurs, et leurs partenaires.
list-groupings = Groupements
list-groupings-lead = Blocs et réseaux de pays, avec leurs membres et leur date d’adhésion.

# Countries, themes, goals
countries-title = Pays
countries-lead = Ce que chaque pays partage, ce qu’il recherche et avec qui il travaille.
country-lead =
    { $count ->
        [one] { $n } fiche. Pratiques et initiatives dans lesquelles le pays partage son expérience : { $shares } ; dans lesquelles il met à profit celle des autres : { $seeks }.
       *[other] { $n } fiches. Pratiques et initiatives dans lesquelles le pays partage son expérience : { $shares } ; dans lesquelles il met à profit celle des autres : { $seeks }.
    }
country-figures = En chiffres
country-shares = Ce qu’il partage
country-shares-none = Aucune pratique ou initiative dans laquelle ce pays partage son expérience n’est encore recensée.
country-looks-for = Ce qu’il recherche
country-looks-for-from = Ce qu’il a mis à profit chez les autres montre ce qu’il recherchait.
country-looks-for-none = Aucune pratique ou initiative dans laquelle ce pays met à profit l’expérience des autres n’est encore recensée.
country-all = Tout afficher
country-with-whom = Avec qui
country-map-alt = Carte de la région, le sud en haut, avec les pays avec lesquels ce pays a travaillé. Le tableau ci-dessous les énumère.
country-partners-caption = Pays participant à des pratiques et initiatives avec ce pays
country-groupings = Groupements au fil du temps
country-groupings-none = Ce pays n’est membre d’aucun groupement recensé ici.
country-groupings-alt = Barres indiquant depuis quand le pays appartient à chaque groupement. Le tableau ci-dessous donne les mêmes informations.
country-groupings-caption = Groupements de ce pays ; une extrémité dentelée signifie que la source ne donne pas de date
country-conditions = Conditions
country-like = Pays aux conditions comparables
country-like-lead = Comparaison selon la région, le revenu, l’emploi informel, la fragilité, les langues et la structure de l’économie.
country-least-developed = Pays moins avancé
country-landlocked = Pays en développement sans littoral
country-small-island = Petit État insulaire en développement
fact-income = Groupe de revenu
fact-informality = Emploi informel
fact-informality-value = { $value } % de l’emploi
fact-structure = Structure de l’économie
fact-structure-value = Agriculture { $agriculture } %, industrie { $industry } %, services { $services } % du PIB
fact-population = Population
fact-youth-unemployment = Chômage des jeunes
fact-youth-unemployment-value = { $value } % de la population active âgée de 15 à 24 ans
fact-urban = Population urbaine
fact-urban-value = { $value } % de la population
fact-languages = Langues officielles
fact-fragile = Fragilité
fact-fragile-value = Figure sur la liste des situations de fragilité et de conflit de la Banque mondiale
fact-source = Sources
fact-source-value = ILOSTAT (emploi informel), Banque mondiale (revenu, fragilité), CIA World Factbook (autres chiffres) ; dernière année disponible
themes-title = Thèmes
themes-lead = Les thèmes des fiches, avec ce qui a fonctionné, qui l’a fait et où l’apprendre.
theme-other-words = Autres appellations : { $words }
sdgs-title = Objectifs de développement durable
sdgs-lead = Les fiches selon les objectifs du Programme 2030 auxquels elles contribuent.
sdg-heading = Objectif { $number } : { $name }

# Map
map-title = Notre Nord est le Sud
map-lead = Qui partage avec qui : la coopération recensée dans les pratiques et les initiatives, dessinée avec le Sud en haut, comme l’a fait Joaquín Torres García.
map-alt = Carte du monde avec le Sud en haut. Des fils relient les pays qui partagent leur expérience à ceux qui la mettent à profit. Le tableau les énumère tous.
map-members-alt = Carte du monde avec le Sud en haut, où les pays de cette fiche sont en couleur. La page les énumère.
map-disclaimer = Les frontières indiquées sur les cartes n’impliquent aucune prise de position quant au statut juridique d’un pays ou d’un territoire.
map-projection = Projection Equal Earth
map-north-up = Mettre le Nord en haut
map-south-up = Mettre le Sud en haut
map-any-theme = Tous les thèmes
map-any-modality = Toutes les modalités
map-show = Afficher
map-table = Les mêmes données sous forme de tableau
map-caption = Flux de coopération, de qui partage vers qui met à profit
map-summary =
    { $count ->
        [one] { $n } paire de pays. Plus un pays est foncé, plus il partage dans un grand nombre de fiches ; plus un fil est épais, plus il représente de fiches.
       *[other] { $n } paires de pays. Plus un pays est foncé, plus il partage dans un grand nombre de fiches ; plus un fil est épais, plus il représente de fiches.
    }
map-from = Partage
map-to = Met à profit
map-records = Fiches
map-rest =
    { $count ->
        [one] { $n } autre paire figure dans les données de l’API.
       *[other] { $n } autres paires figurent dans les données de l’API.
    }

# Errors
lost-heading = Ce fil ne mène nulle part
lost-text = Il n’y a pas de page à cette adresse. L’adresse contient peut-être une erreur, ou la page a été déplacée.
lost-near = Cherchiez-vous l’une de ces pages ?
failed-heading = Une erreur s’est produite
failed-text = La page n’a pas pu être produite. L’erreur vient de nous et a été enregistrée ; veuillez réessayer dans un instant.
gone-heading = Cette fiche a été retirée
gone-mark = Retirée
gone-lead = Elle s’intitulait « { $title } ». Rien n’est supprimé sans laisser de trace : cette page demeure à sa place.
gone-when = Retirée le
gone-reason = Motif
gone-others = Voir les autres fiches de ce type

# About
about-title = En quechua, « ayni » désigne la réciprocité entre égaux
about-lead = Aujourd’hui pour toi, demain pour moi. Dans les Andes, on ne paie pas son voisin qui vient aider à poser le toit de la maison : on l’aidera à poser le sien.
about-what = Ce que fait Ayni
about-what-text = Un ministère du travail, un syndicat, une organisation d’employeurs ou une ville est confronté à un problème dans le monde du travail. Quelqu’un, dans le Sud, l’a déjà rencontré. Ayni répond à trois questions sur une seule page, dans la langue de la personne qui les pose et même avec une mauvaise connexion : qu’est-ce qui a fonctionné dans des conditions comparables aux miennes, qui l’a fait et serait prêt à partager son expérience, et où puis-je l’apprendre ?
about-rely = Ce sur quoi vous pouvez compter
about-rely-text = Chaque fiche cite ses sources. Rien n’est publié par son auteur seul. Rien n’est supprimé : ce qui est retiré laisse son motif. Chaque fiche a un responsable et une date de réexamen.
about-languages = Sept langues
about-languages-text = Les pages sont en anglais, arabe, chinois, espagnol, français, portugais et russe. Une question posée dans l’une de ces langues trouve des fiches dans toutes les autres. Une fiche est affichée dans votre langue lorsqu’elle a été traduite, sinon dans une autre langue, et la page le signale.
about-data = D’où viennent les données
about-data-text = Noms des pays et des langues : Unicode CLDR. Conditions : ILOSTAT, Banque mondiale, CIA World Factbook. Carte : Natural Earth. Objectifs : Nations Unies. Chaque fiche énumère ses propres sources.
about-run = Gérer votre propre instance
about-run-text = Ayni, c’est un programme et un dossier de données. Tout ministère, tout syndicat ou toute université peut le faire fonctionner dans son propre pays et sous son propre nom.
accessibility-title = Accessibilité
accessibility-lead = Ayni est conçu pour être utilisable par tout le monde, avec n’importe quel appareil et n’importe quelle connexion.
accessibility-standard = La norme
accessibility-standard-text = Les pages sont conçues pour respecter les WCAG 2.2 au niveau AA. Chaque page est testée dans chaque langue par un programme, qui décèle beaucoup de défauts, mais pas tous.
accessibility-how = Comment cela fonctionne
accessibility-how-text = Tout fonctionne au clavier, sans JavaScript, avec un lecteur d’écran, avec un agrandissement à 400 %, en mode clair et en mode sombre. Chaque carte et chaque dessin s’accompagne d’un tableau ou d’une liste au contenu identique. Aucune information n’est donnée uniquement par une image.
accessibility-limits = Limites connues
accessibility-limits-text = Les titres sont affichés dans la langue dans laquelle ils ont été publiés ; en l’absence de traduction, la page indique la langue pour qu’un lecteur d’écran puisse les prononcer. Il se peut que des documents situés sur d’autres sites ne soient pas accessibles.
accessibility-tell = Nous le signaler
accessibility-tell-text = Si quelque chose ne fonctionne pas pour vous, écrivez au gestionnaire de cette instance. Tout obstacle est traité comme un défaut.
privacy-title = Confidentialité
privacy-lead = Vous pouvez lire et poser des questions sans nous dire qui vous êtes.
privacy-what = Ce qui est conservé sur les personnes qui consultent le site
privacy-what-text = Rien. Pour la lecture, il n’y a ni cookies, ni compteurs de visites, ni fichiers provenant d’autres sites. Les questions ne sont pas conservées. Le journal du serveur indique le type de page, le résultat et le temps de réponse ; il ne contient ni l’adresse des personnes qui consultent le site ni leurs questions.
privacy-members = Ce qui est conservé sur les membres
privacy-members-text = Une personne qui se connecte est connue par son adresse électronique, par les autres moyens de connexion qu’elle ajoute elle-même et par un seul cookie, qui contient un nombre aléatoire et rien d’autre ; entre deux étapes de la connexion, un second cookie du même genre existe pendant une demi-heure au plus. Ce que les membres disent d’eux-mêmes n’est visible pour personne tant qu’ils ne l’ouvrent pas. Les sessions peuvent être consultées et fermées à tout moment. Les compteurs contre les tentatives d’intrusion ne gardent les adresses réseau que sous une forme illisible, et pendant un jour seulement.
privacy-records = Personnes citées dans les fiches
privacy-records-text = Les fiches portent sur des organisations, des pays et des publications. Les auteurs des publications sont nommés comme les nomment leurs éditeurs.
privacy-rights = Vos droits
privacy-rights-text = Si une fiche vous cite de manière erronée ou ne devrait pas vous citer, écrivez au gestionnaire de cette instance : elle sera corrigée ou retirée, et le motif sera indiqué.
