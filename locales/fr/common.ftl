# What stands on every page.
skip-to-content = Aller au contenu
search-label = Rechercher dans les fiches
search-button = Rechercher
menu = Menu
menu-main = Menu principal
menu-map = Carte
language = Langue :
language-choose = Choisir une langue
breadcrumbs = Vous êtes ici
footer-motto = Aujourd’hui pour toi, demain pour moi.
footer-licence = Les fiches peuvent être utilisées librement, à condition d’en citer la source (CC BY 4.0). Ayni est un logiciel libre : toute institution peut gérer sa propre instance.
footer-about = À propos
footer-reuse = Réutiliser
footer-api = Interface pour les programmes (API)
footer-feed = Flux de toutes les fiches
feed-all = Toutes les fiches
feed-kind = { $kind } : les fiches les plus récentes
follow-feed = Suivre ce flux
about-link = Qu’est-ce qu’Ayni ?
accessibility-link = Accessibilité
privacy-link = Confidentialité
contact = Contact
# A comma between entries of a list; _ stands for a space.
list-comma = ,_
count-records =
    { $count ->
        [one] { $n } fiche
       *[other] { $n } fiches
    }
count-members =
    { $count ->
        [one] { $n } membre
       *[other] { $n } membres
    }
countries-more =
    { $count ->
        [one] { $n } autre
       *[other] { $n } autres
    }
from-to = { $from } → { $to }
filter = Filtrer
filter-used =
    { $count ->
        [one] Filtrer, { $n } filtre actif
       *[other] Filtrer, { $n } filtres actifs
    }
filters = Filtres
filters-in-use = Filtres actifs
filter-remove = (retirer ce filtre)
filter-more = Plus
order = Trier par
order-relevance = Pertinence
order-newest = Plus récentes
order-title = Titre
pages = Pages
page-first = Première page
page-next = Page suivante
found-because = Trouvé grâce à
found-concept = Même sens
found-as = « { $said } » a été trouvé sous la forme « { $found } »
why-here = Pourquoi ce résultat
why-peer = Pourquoi ce pair
result-label = Résultat
