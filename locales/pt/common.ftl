# What stands on every page.
skip-to-content = Ir para o conteúdo
search-label = Pesquisar nas fichas
search-button = Pesquisar
menu = Menu
menu-main = Menu principal
menu-map = Mapa
language = Língua:
language-choose = Escolher a língua
breadcrumbs = Está aqui
footer-motto = Hoje por ti, amanhã por mim.
footer-licence = As fichas podem ser usadas livremente, com indicação da fonte (CC BY 4.0). Ayni é software livre: qualquer instituição pode ter o seu.
footer-about = Sobre
footer-reuse = Leve consigo
footer-api = Interface para programas (API)
footer-feed = Feed com as novidades de todas as fichas
feed-all = Todas as fichas
feed-kind = { $kind }: as fichas mais recentes
follow-feed = Acompanhar por feed
about-link = O que é Ayni
accessibility-link = Acessibilidade
privacy-link = Privacidade
contact = Escreva-nos
# A comma between entries of a list; _ stands for a space.
list-comma = ,_
count-records =
    { $count ->
        [one] { $n } ficha
       *[other] { $n } fichas
    }
count-members =
    { $count ->
        [one] { $n } membro
       *[other] { $n } membros
    }
countries-more =
    { $count ->
        [one] mais { $n }
       *[other] mais { $n }
    }
from-to = { $from } → { $to }
filter = Filtrar
filter-used =
    { $count ->
        [one] Filtrar, { $n } filtro em uso
       *[other] Filtrar, { $n } filtros em uso
    }
filters = Filtros
filters-in-use = Filtros em uso
filter-remove = (remover este filtro)
filter-more = Mais
order = Ordem
order-relevance = Mais relevantes
order-newest = Mais recentes
order-title = Título
pages = Páginas
page-first = Primeira página
page-next = Página seguinte
found-because = Razões deste resultado
found-concept = Mesmo sentido
found-as = “{ $said }” foi encontrado como “{ $found }”
why-here = Por que razão está aqui
why-peer = Por que razão este país ou esta organização
result-label = Resultado
