# Очередь черновиков на проверку
review = Проверка
review-lead = То, что написали другие; кто ждет дольше всех, стоит первым.
review-queue = Ждут проверки
review-empty = Ничто не ждет проверки.
review-waits =
    { $count ->
        [0] Ждет с сегодняшнего дня
        [one] Ждет { $n } день
        [few] Ждет { $n } дня
       *[other] Ждет { $n } дней
    }
review-new = Новая запись
review-revision = Изменения записи
review-own = Часть этого написали вы, поэтому решает кто-то другой.
review-no-title = Без названия
review-duty = Проверить: { $title } ({ $kind })
review-said-changes-requested = Автора попросили внести изменения.
review-said-declined = Черновик отклонен, автору сообщена причина.

# Один черновик
review-by = Авторы: { $names }
review-for = От имени: { $organization }
review-written-in = Язык оригинала: { $language }
review-state-draft = Пишется
review-state-in-review = На проверке
review-state-changes-requested = Запрошены изменения
review-state-published = Опубликован
review-state-declined = Отклонен
review-state-abandoned = Отложен
review-record = Опубликованная запись
review-changes = Что меняется
review-moved-on = С начала работы над черновиком запись изменилась. Изменения в других местах при публикации сохранятся.
review-comment = Прокомментировать
review-comment-words = Ваш комментарий
review-comment-send = Отправить комментарий
review-comments = Комментарии ко всему тексту
review-comment-all = Ваш комментарий ко всему тексту
review-settled = Решено
review-settle = Отметить как решенное
review-duplicates = Это уже есть здесь?
review-duplicates-help = Записи, найденные по названию.
review-checklist = Контрольный список
review-checklist-help = Для публикации на каждый пункт нужен ответ «да» или «не относится».
review-open =
    { $count ->
        [0] Открытых пунктов нет.
        [one] Открыт { $n } пункт.
        [few] Открыто { $n } пункта.
       *[other] Открыто { $n } пунктов.
    }
review-earlier = Этот ответ дан о более ранней версии текста.
review-note = Примечание
review-save = Сохранить ответы
review-words = Автору
review-words-help = Причина, если вы просите изменений или отклоняете, примечание, если публикуете. Примечание к опубликованной записи видно всем.
review-publish = Опубликовать
review-ask = Попросить изменений
review-decline = Отклонить
review-steps = Что было до сих пор
review-signed = { $name }, { $date }
review-step-submitted = Передан на проверку
review-step-changes-requested = Запрошены изменения
review-step-published = Опубликован
review-step-declined = Отклонен
review-step-abandoned = Отложен
review-step-resumed = Возобновлен
review-answer-yes = Да
review-answer-not-applicable = Не относится
review-answer-no = Нет

# Пункты списка
review-point-true-to-sources = Сказанное есть в источниках.
review-point-sources-open = Источники открываются, и это те самые источники.
review-point-own-words = Написано своими словами; цитаты обозначены.
review-point-plain-words = Это поймет человек из другой области.
review-point-not-there-yet = Здесь этого еще нет под другим названием.
review-point-nobody-exposed = Никто не подвергается опасности, ничего личного ни о ком не раскрыто.
review-point-rights-at-work = Права в сфере труда соблюдены.
review-point-counts-as-practice = Это осуществлено и считается практикой.
review-point-results-shown = Показаны результаты, в том числе то, что не получилось.
review-point-others-can-use-it = Прочитав, это можно сделать в другом месте.
review-point-partners-agree = Партнеры знают об этом и согласны.
review-point-roles-fit = Роли стран и партнеров указаны верно.
review-point-constituents-named = Названы участвовавшие правительства, организации работников и работодателей.
review-point-figures-sourced = У каждой цифры есть источник.
review-point-licence-stated = Лицензия указана.
review-point-files-open = Файлы открываются и соответствуют описанию.
review-point-dates-and-place = Даты и место верны.
review-point-who-can-take-part = Сказано, кто и как может участвовать.
review-point-it-exists = Она существует.
review-point-name-as-published = Название такое, как она сама его публикует.
review-point-constituency-fits = Группа участников указана верно.
review-point-members-and-dates = Члены перечислены полностью, с датами начала и окончания.

# В чем отказано
review-too-long = Здесь больше 5 000 знаков. Сократите.
review-refused-stale = Автор изменил текст после того, как вы его открыли. Прочитайте его еще раз и решите.
review-refused-unchecked =
    { $count ->
        [one] В списке еще открыт { $n } пункт. Ваши ответы сохранены.
        [few] В списке еще открыто { $n } пункта. Ваши ответы сохранены.
       *[other] В списке еще открыто { $n } пунктов. Ваши ответы сохранены.
    }
review-refused-moved-on = Тем временем запись изменили в тех же местах: { $places }. Попросите автора объединить изменения.
review-refused-unfinished = Здесь чего-то не хватает или есть ошибка: { $places }. Попросите автора внести изменения.
review-refused-needs-words = Напишите почему. Автор это прочитает.
review-refused-own-work = Часть этого написали вы, поэтому решает кто-то другой.
review-refused-nothing-new = Запись уже все это говорит.
review-refused-wrong-state = Тем временем кто-то уже решил.
review-refused-withdrawn = Тем временем запись отозвана.

# Уведомления и письма
mail-open = Открыть
notice-review-changes-requested = «{ $title }» вернулся к вам. Просят внести изменения: { $reason }
notice-review-changes-requested-subject = Просят внести изменения: { $title }
notice-review-published = «{ $title }»: опубликовано. Проверивший пишет: { $reason }
notice-review-published-subject = Опубликовано: { $title }
notice-review-declined = «{ $title }»: не принято. Причина: { $reason }
notice-review-declined-subject = Не принято: { $title }
notice-review-remind-author = «{ $title }» ждет вас. Прошло дней: { $days }.
notice-review-remind-author-subject = Ждет вас: { $title }
notice-review-remind-reviewers = «{ $title }» ждет проверки. Прошло дней: { $days }.
notice-review-remind-reviewers-subject = Ждет проверки: { $title }
notice-review-abandoned = «{ $title }»: отложено, так как работу никто не продолжил. Вы можете ее возобновить. Дней без изменений: { $days }.
notice-review-abandoned-subject = Отложено: { $title }

# Изменения полей
change-added = добавлено
change-removed = удалено
change-changed = изменено
change-original = другой язык оригинала
change-went = удалено:
change-came = добавлено:
change-end = (конец)
change-a-member = участник
change-field-title = Название
change-field-summary = Краткое описание
change-field-name = Имя
change-field-countries-by-role = Страны по ролям
change-field-adapted-from = На основе
change-field-start = Начало периода
change-field-end = Конец периода
change-field-criteria = Критерии хорошей практики
change-field-innovative = Новаторская
change-field-effective = Результативная
change-field-replicable = Воспроизводимая
change-field-sustainable = Устойчивая
change-field-relevant = Актуальная
change-field-ethical = Этичная
change-field-efficient = Эффективная
change-field-tripartite = Трехсторонняя
change-field-amount = Сумма
change-field-currency = Валюта
change-field-url = Адрес в сети
change-field-topic = Тема
change-field-original = Язык оригинала
change-field-licence = Лицензия

# История записи
history = История
history-lead = Все версии, сначала новейшая: что изменилось, когда, кем и почему.
history-heading = { $number }. { $what }, { $date }
history-who = Автор: { $author }; утверждение: { $reviewer }
history-name-for = { $name } от имени { $organization }
history-first = Первая версия.
history-no-field = Ни одно поле не изменилось.
history-change-published = Публикация
history-change-revised = Пересмотр
history-change-withdrawn = Отзыв
history-change-restored = Возвращение
history-change-aged = Устаревание
history-change-confirmed = Подтверждение: по-прежнему верно
history-change-adopted = Другой ответственный
history-change-translated = Перевод
history-change-objected = Возражение
history-change-answered = Ответ на возражение
history-restore = Вернуть эту версию
history-reason = Почему? Это увидят все.
history-needs-reason = Напишите, почему возвращается эта версия, не более 2 000 знаков.
history-same = Сейчас запись говорит то же самое.
history-restored = Прежняя версия возвращена как новая.
history-restored-note = Как в версии { $number }: { $reason }
history-older = Более ранние версии
