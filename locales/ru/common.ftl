# What stands on every page.
skip-to-content = Перейти к содержанию
search-label = Поиск по записям
search-button = Найти
menu = Меню
menu-main = Главное меню
menu-map = Карта
language = Язык:
language-choose = Выберите язык
breadcrumbs = Вы здесь
footer-motto = Сегодня — для тебя, завтра — для меня.
footer-licence = Записи можно свободно использовать со ссылкой на источник (CC BY 4.0). Ayni — свободная программа: любая организация может запустить собственный сайт.
footer-about = О проекте
footer-reuse = Берите и используйте
footer-api = Интерфейс для программ (API)
footer-feed = Лента новых записей
feed-all = Все записи
feed-kind = { $kind }: новые записи
follow-feed = Подписаться на ленту
about-link = Что такое Ayni
accessibility-link = Доступность
privacy-link = Конфиденциальность
contact = Связаться с нами
# A comma between entries of a list; _ stands for a space.
list-comma = ,_
count-records =
    { $count ->
        [one] { $n } запись
        [few] { $n } записи
        [many] { $n } записей
       *[other] { $n } записи
    }
count-members =
    { $count ->
        [one] { $n } член
        [few] { $n } члена
        [many] { $n } членов
       *[other] { $n } члена
    }
countries-more =
    { $count ->
        [one] еще { $n }
        [few] еще { $n }
        [many] еще { $n }
       *[other] еще { $n }
    }
from-to = { $from } → { $to }
filter = Фильтр
filter-used =
    { $count ->
        [one] Фильтр, выбран { $n }
        [few] Фильтр, выбрано { $n }
        [many] Фильтр, выбрано { $n }
       *[other] Фильтр, выбрано { $n }
    }
filters = Фильтры
filters-in-use = Выбранные фильтры
filter-remove = (убрать этот фильтр)
filter-more = Еще
order = Порядок
order-relevance = Наиболее подходящие
order-newest = Сначала новые
order-title = По названию
pages = Страницы
page-first = Первая страница
page-next = Следующая страница
found-because = Почему найдено
found-concept = То же значение
found-as = «{ $said }» найдено как «{ $found }»
why-here = Почему это здесь
why-peer = Почему именно эта страна или организация
result-label = Результат
