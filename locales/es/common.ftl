# What stands on every page.
skip-to-content = Ir al contenido
search-label = Buscar en las fichas
search-button = Buscar
menu = Menú
menu-main = Menú principal
menu-map = Mapa
language = Idioma:
language-choose = Elegir un idioma
breadcrumbs = Usted está aquí
footer-motto = Hoy por ti, mañana por mí.
footer-licence = Las fichas pueden utilizarse libremente siempre que se cite la fuente (CC BY 4.0). Ayni es software libre: cualquier institución puede poner en marcha su propia instancia.
footer-about = Acerca de
footer-reuse = Reutilizar
footer-api = Interfaz para programas (API)
footer-feed = Canal de novedades de todas las fichas
feed-all = Todas las fichas
feed-kind = { $kind }: las fichas más recientes
follow-feed = Seguir este canal
about-link = Qué es Ayni
accessibility-link = Accesibilidad
privacy-link = Privacidad
contact = Contacto
# A comma between entries of a list; _ stands for a space.
list-comma = ,_
count-records =
    { $count ->
        [one] { $n } ficha
       *[other] { $n } fichas
    }
count-members =
    { $count ->
        [one] { $n } miembro
       *[other] { $n } miembros
    }
countries-more =
    { $count ->
        [one] { $n } más
       *[other] { $n } más
    }
from-to = { $from } → { $to }
filter = Filtrar
filter-used =
    { $count ->
        [one] Filtrar, { $n } filtro activo
       *[other] Filtrar, { $n } filtros activos
    }
filters = Filtros
filters-in-use = Filtros activos
filter-remove = (quitar este filtro)
filter-more = Más
order = Ordenar por
order-relevance = Pertinencia
order-newest = Más recientes
order-title = Título
pages = Páginas
page-first = Primera página
page-next = Página siguiente
found-because = Encontrado por
found-concept = Mismo significado
found-as = «{ $said }» se encontró como «{ $found }»
why-here = Por qué este resultado
why-peer = Por qué este par
result-label = Resultado
