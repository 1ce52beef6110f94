# The page of a record
record-challenge = Проблема
record-approach = Что было сделано
record-results = Что из этого вышло
record-replicability = Подойдет ли это другим?
record-sustainability = Что остается
record-outputs = Что создано
record-about = О чем это
record-partners = Кто участвовал
record-partners-caption = Партнеры и роль каждого из них
record-partner = Партнер
record-role = Роль
record-stops = Остановки маршрута
record-where = Где
record-lineage = Откуда это пришло и куда пошло дальше
record-lineage-alt = Схема практик, на основе которых создана эта, и практик, созданных на ее основе. Те же сведения приведены в списке ниже.
record-lineage-before = На ее основе создана эта практика
record-lineage-after = Создана на основе этой практики
record-lineage-self = Эта запись
record-files = Файлы
record-sources = Источники
record-cite = Как цитировать
record-facts = Коротко
record-related = Записи на те же темы
record-related-organization = Записи с участием этой организации
record-related-grouping = Что члены объединения сделали вместе
record-related-all = Показать все
record-shown-in = Язык текста: { $language }. На вашем языке текста пока нет.
record-fresh = Последний раз запись пересмотрена { $date }, а до { $review } будет проверена снова.
record-due = Последний раз запись пересмотрена { $date }, а к { $review } ее следовало проверить снова.
record-revision = Редакция
record-steward = Ответственный за запись
record-steward-secretariat = Секретариат этого сайта
fact-where = Где
fact-when = Когда
fact-period-from = начало: { $date }
fact-exists-in = На языках
fact-goals = Цели
fact-themes = Темы
fact-modality = Форма сотрудничества
fact-budget = Бюджет
fact-acronym = Сокращение
fact-seat = Штаб-квартира
fact-website = Сайт
fact-type = Тип
fact-publisher = Издатель
fact-authors = Авторы
fact-year = Год
fact-pages = Страницы
fact-series = Серия
fact-isbn = ISBN
fact-format = Формат
fact-organisers = Организаторы
fact-place = Место
fact-audience = Для кого
fact-participants = Участники
fact-programme = Программа
fact-secretariat = Секретариат
grouping-members = Изменение состава
grouping-dated = Число членов приводится по состоянию на указанный день.
grouping-members-caption = Члены, начало и окончание членства; пустое поле означает, что дата в источнике не указана
grouping-since = Начало
grouping-until = Окончание
grouping-on = Состав на дату
grouping-show = Показать
grouping-members-sentence =
    { $count ->
        [0] По состоянию на { $day } членов не было.
        [one] По состоянию на { $day } в состав входил { $n } член: { $members }.
        [few] По состоянию на { $day } в состав входило { $n } члена: { $members }.
        [many] По состоянию на { $day } в состав входило { $n } членов: { $members }.
       *[other] По состоянию на { $day } в состав входило { $n } члена: { $members }.
    }
