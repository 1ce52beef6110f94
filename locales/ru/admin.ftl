# Administration
admin = Администрирование
admin-overview = Обзор
admin-lead = Как работает этот сайт и что ему нужно от вас.
admin-troubles = Что не в порядке
admin-well = Все в порядке.
admin-late = { $queue }: { $number }. Самое давнее ждет с { $date }, это слишком долго.
admin-job-failed = Задание «{ $job }» завершилось ошибкой. Сообщение: { $note }
admin-job-overdue = Задание «{ $job }» должно было начаться { $date }, но никто его не выполняет.
admin-queues = Что ждет
admin-queue = Очередь
admin-number = Количество
admin-oldest = Самое давнее с
admin-older = Более ранние
admin-look-again = Посмотреть еще раз
admin-store = Хранилище
admin-database = База данных
admin-size = Размер
admin-migrations = Миграции
admin-migrations-value = { $number }, последняя — { $last }
admin-people = Люди с учетной записью
admin-instance = Программа
admin-version = Версия
admin-up-since = Работает с
admin-address = Публичный адрес
admin-mail = Отправка писем
admin-mail-server = через почтовый сервер
admin-mail-folder = нет: почтовый сервер не задан, письма лежат файлами в { $folder }
admin-mail-memory = нет: письма остаются в памяти
queue-drafts = Черновики на проверке
queue-mandates = Просьбы о праве выступать от имени организаций
queue-adoptions = Запросы принять записи на себя
queue-objections = Возражения без ответа
queue-reports = Сообщения о проблемах
queue-translations = Переводы, ждущие одобрения
queue-queued-mails = Письма в пути
queue-failed-mails = Письма, которые не ушли
queue-damaged-files = Поврежденные файлы

# Jobs
admin-jobs = Задания
admin-jobs-lead = Что сайт делает сам. Если узлов несколько, каждое задание выполняет один из них.
job = Задание
job-state = Состояние
job-last = Последнее завершение
job-last-at = последний раз завершено { $date }
job-next-at = следующий раз { $date }
job-start = Выполнить сейчас
job-started = Задание назначено на сейчас и скоро начнется. Откройте эту страницу еще раз, чтобы увидеть результат.
job-runs = выполняется
job-due = пора выполнить
job-done = выполнено
job-failed = ошибка
job-never = не выполнялось
job-every-minutes = { $count ->
    [one] каждую { $n } минуту
    [few] каждые { $n } минуты
   *[other] каждые { $n } минут
}
job-every-hours = { $count ->
    [one] каждый { $n } час
    [few] каждые { $n } часа
   *[other] каждые { $n } часов
}
job-every-days = { $count ->
    [one] каждый { $n } день
    [few] каждые { $n } дня
   *[other] каждые { $n } дней
}
job-lights = Актуальность записей
job-lights-about = Отмечает огонек каждой записи, срок проверки которой наступил или прошел.
job-freshness-mails = Письма ответственным
job-freshness-mails-about = Спрашивает ответственных, верны ли еще их записи.
job-mandates = Полномочия
job-mandates-about = Напоминает тем, чьи полномочия заканчиваются, и закрывает истекшие.
job-review-reminders = Напоминания о черновиках
job-review-reminders-about = Напоминает тому, за кем следующий шаг с черновиком.
job-digests = Уведомления по почте
job-digests-about = Отправляет то, о чем люди хотят узнавать раз в день или раз в неделю.
job-files = Чтение файлов
job-files-about = Извлекает текст и первую страницу приложенных файлов.
job-file-checks = Проверка файлов
job-file-checks-about = Сверяет каждый приложенный файл с его контрольной суммой.
job-retention = Удаление по сроку
job-retention-about = Удаляет то, что хранилось достаточно долго.
job-unused-accounts = Неиспользуемые учётные записи
job-unused-accounts-about = Предупреждает владельцев неиспользуемых учётных записей и удаляет те, срок которых истёк.
job-new-records = Уведомления о новых записях
job-new-records-about = Сообщает тем, кто об этом просил, что было опубликовано.

# Search index
admin-index = Поисковый индекс
admin-index-lead = Копия записей, сделанная для поиска. У каждого узла своя; здесь — копия узла, который вам отвечает.
admin-index-state = Состояние
admin-index-position = Место в журнале изменений
admin-index-position-value = { $position } из { $head }
admin-index-documents = Записей в индексе
admin-index-encoder = Кодировщик предложений
admin-index-encoder-yes = участвует
admin-index-encoder-no = не установлен; поиск работает и без него
admin-index-fault = Поисковый индекс не обновляется с { $date }: { $error }
admin-index-behind = { $count ->
    [one] { $n } изменение еще не вошло в поисковый индекс.
    [few] { $n } изменения еще не вошли в поисковый индекс.
   *[other] { $n } изменений еще не вошли в поисковый индекс.
}
admin-index-rebuild = Построить заново
admin-index-rebuild-text = При этом ничего не теряется: индекс — это копия. Тем временем страницы и поиск работают со старым, а более новые изменения этот узел покажет, когда закончит.
admin-index-rebuild-button = Построить индекс заново
admin-index-progress = Строится: { $done } из { $all } записей.

# Mails
admin-mails = Письма
admin-mails-lead = Что в пути, что ушло и что не ушло. Адреса видят только администраторы.
mails-folder = Почтовый сервер не задан: каждое письмо — файл в { $folder }. «Ушедшие» письма можно посмотреть здесь.
mails-states = Состояние писем
mails-all = Все
mails-queued = В пути
mails-sent = Ушли
mails-failed = Не отправлены
mails-none = Таких писем нет.
mails-tried = { $count ->
    [one] { $n } попытка
    [few] { $n } попытки
   *[other] { $n } попыток
}
mails-retry = Попробовать снова
mail-queued = в пути
mail-sent = ушло
mail-failed = не отправлено
mail-title = Письмо
mail-masked = Ссылки показаны без их секретов: прочитав их, можно было бы войти вместо получателя письма. Письмо целиком лежит на сервере: { $file }.
mail-headers = Заголовки
mail-text = Текст
mail-html = HTML
mail-html-show = Показать исходный текст

# Audit log
admin-audit = Журнал аудита
admin-audit-lead = Кто что сделал, сначала самое новое. В журнал можно только добавлять: изменить или удалить запись в нем не может никто.
audit-action = Что
audit-all = Все
audit-filter = Показать
audit-none = Ничего не отмечено.
audit-number = №
audit-at = Когда
audit-who = Кто
audit-what = Что
audit-subject = С чем или с кем
audit-details = Подробности
audit-operator = оператор (командная строка)
audit-somebody-gone = человек, чья учетная запись стерта
audited-administrator-made = Назначен администратор
audited-administrator-signed-in = Вход администратора
audited-proofs-changed = Изменены способы входа
audited-roles-set = Изменены роли
audited-mandate-accepted = Полномочия приняты
audited-mandate-refused = В полномочиях отказано
audited-mandate-ended = Полномочия прекращены
audited-steward-set = Запись передана другому ответственному
audited-record-withdrawn = Запись отозвана
audited-record-restored = Запись возвращена
audited-person-erased = Учетная запись стерта
audited-setting-set = Изменена настройка
audited-job-started = Задание запущено раньше срока
audited-index-rebuilt = Индекс построен заново
audited-mail-retried = Повторная отправка письма

# Settings
admin-settings = Настройки
admin-settings-lead = Что читатели видят на этом сайте. Изменение действует сразу, без перезапуска, и отмечается в журнале аудита.
settings-changed = Тем временем это изменил кто-то другой, и ничего не сохранено. Введенное вами осталось ниже. Сохраните еще раз, чтобы оно подействовало, или откройте страницу заново, чтобы увидеть чужие изменения.
settings-identity = Название и контакты
settings-identity-help = Поле, которое вы очистите, станет таким, с каким оператор запустил программу.
settings-name = Название
settings-contact = Куда могут писать читатели
settings-description = Для чего нужен сайт, язык: { $language }
settings-languages = Языки
settings-languages-label = Языки страниц
settings-languages-help = Адреса на языке, который вы уберете, ведут к первому из оставшихся. Записи на нем остаются.
settings-languages-none = Выберите хотя бы один язык.
settings-accent = Цвет
settings-accent-help = Цвет кнопок и отметок в виде #rrggbb для светлых и темных экранов. Его контраст с фоном — не меньше { $ratio } к 1, чтобы прочесть мог каждый.
settings-accent-light = На светлых экранах
settings-accent-dark = На темных экранах
settings-accent-form = Напишите цвет как # и шесть знаков от 0 до 9 или от a до f.
settings-accent-contrast = Контраст — { $ratio } к 1, а нужно не меньше { $least } к 1. Возьмите цвет темнее для светлых экранов, светлее для темных.
settings-logo = Логотип
settings-logo-file = Изображение PNG
settings-logo-help = Стоит рядом с названием на темном фоне. Не больше 16 КБ, от 16 до 512 пикселей по каждой стороне.
settings-logo-now = Нынешний логотип
settings-logo-remove = Убрать
settings-logo-not-png = Это не целое изображение PNG. Другие форматы, например SVG, не принимаются.
settings-logo-large = Изображение слишком велико: не больше { $size }.
settings-logo-size = В изображении { $width } на { $height } пикселей. Каждая сторона должна иметь от { $least } до { $most } пикселей, и ни одна не может быть длиннее другой более чем в { $stretch } раз.
settings-texts = Правовые тексты
settings-texts-help = Ваш текст о конфиденциальности стоит на ее странице перед тем, что программа говорит о себе; у условий и сведений о владельце своя страница. Напишите их на каждом языке сайта:
texts-lead = Простой текст. Пустая строка начинает абзац, веб-адреса становятся ссылками. Текст, которого нет на одном языке, показывается на другом.
texts-privacy = Конфиденциальность
texts-terms = Условия использования и сведения о владельце
terms-title = Условия и сведения о владельце
terms-lead = Кто ведет этот сайт и на каких условиях.
terms-records = Записи на сайте
terms-records-text = Записи можно свободно использовать со ссылкой на источник (CC BY 4.0). Для приложенных файлов действуют условия, указанные рядом с ними.
terms-program = О программе
terms-program-text = Ayni — свободная программа под лицензией Apache 2.0, она предоставляется без каких-либо гарантий.
