# Looking after records
due = Записи на вашем попечении
due-lead = Эти записи пора проверить. Если запись по-прежнему верна, достаточно нажать одну кнопку.
due-nothing = Проверять нечего. Когда придет ваша очередь, вы получите письмо.
due-since = проверка нужна с { $date }
duty-due = { $count ->
    [one] { $n } запись на вашем попечении пора проверить
    [few] { $n } записи на вашем попечении пора проверить
   *[other] { $n } записей на вашем попечении пора проверить
}
duty-objections = { $count ->
    [one] { $n } возражение ждет ответа
    [few] { $n } возражения ждут ответа
   *[other] { $n } возражений ждут ответа
}
duty-reports = { $count ->
    [one] { $n } сообщение о проблеме ждет
    [few] { $n } сообщения о проблемах ждут
   *[other] { $n } сообщений о проблемах ждут
}
renew-choose = Эта запись по-прежнему верна?
renew-text = Актуальность: { $light }. Проверить запись следовало к { $date }.
renew-confirm = Она по-прежнему верна?
renew-confirm-button = По-прежнему верна
renew-edit = Изменить запись
renew-edit-button = Изменить
renew-edit-text = Измените то, что уже неверно. Перед публикацией это прочтет другой человек. Чтобы изменить не только эти тексты, войдите.
renew-edit-wrong = В таком виде это нельзя передать. Ни один текст не должен быть пустым.
renew-nothing-new = Вы пока ничего не изменили.
renew-field-title = Заголовок
renew-field-summary = Краткое содержание
renew-field-name = Название
renew-note = Несколько слов рецензенту (необязательно)
renew-withdraw = Изъять запись
renew-withdraw-button = Изъять
renew-withdraw-text = Запись больше не видна публике. Ее страница остается и сообщает причину; причина общедоступна.
renew-reason = Почему она изымается?
renew-done = Готово
renew-confirmed-text = Спасибо. Запись считается проверенной сегодня.
renew-edited-text = Спасибо. Ваши изменения ждут рецензента.
renew-withdrawn-text = Запись изъята. На ее странице указана причина.
renew-over = Эта ссылка больше не действует
renew-over-text = Каждая ссылка действует один раз, пока запись остается прежней. Возможно, кто-то уже ответил. Что ждет вас, показывает ваш рабочий стол.
renew-mandate = Вы по-прежнему выступаете от имени этой организации?
renew-mandate-text = Ваши полномочия от имени { $organization } истекают { $date }. Одна кнопка продлевает их на год.
renew-mandate-button = Продлить на год
renew-mandate-done = Вы выступаете от имени { $organization } до { $date }.
text-missing = Напишите здесь несколько слов.
text-too-long = Слишком длинно: не более { $n } знаков.
text-odd = Здесь есть знаки, которые нельзя показать. Напишите текст заново вручную.

# What nobody looks after
adoption = Ждут попечителя
adoption-lead = Эти записи и организации давно никто не сопровождает. Если вы знаете одну из них, возьмите ее на себя.
adoption-records = Записи, которые никто не сопровождает
adoption-no-records = Все записи кто-то сопровождает.
adoption-organizations = Организации без координатора
adoption-organizations-text = Если вы работаете в одной из них, попросите право выступать от ее имени.

# Objections
contested = Оспаривается
contested-text = Названная здесь организация возражает против этой записи. Пока вопрос не решен, ее цифры нигде не учитываются.
objection = Возразить против этой записи
objection-lead = Ваша организация названа в этой записи. Скажите, что неверно: ваше возражение и ответ на него общедоступны.
objection-organization = От имени какой организации
objection-ground = Почему вы возражаете?
objection-not-ours = Это не наше
objection-wrong = Это неверно
objection-reason = Что именно неверно?
objection-send = Возразить
objection-choose = Выберите один из ответов.
objection-twice = У вашей организации уже есть открытое возражение против этой записи.
objection-open = Секретариат еще не ответил.
objection-outcome = Каков исход?
objection-upheld = Принято: запись изменяется или изымается
objection-rejected = Отклонено: запись остается как есть
objection-settled = Улажено между сторонами
objection-answer = Ответ
objection-answer-send = Опубликовать ответ
objection-not-yours = Вы выступаете за одну из сторон: ответит кто-то другой.
objections = Возражения
objections-lead = Сначала самые давние. Возражение и ответ стоят на странице записи.
objections-nothing = Возражений, ждущих ответа, нет.

# Reports of visitors
report = Сообщить о проблеме
report-lead = Скажите, что не так в этой записи. Это прочтет только секретариат.
report-text = Что не так?
report-address = Ваш адрес электронной почты (необязательно)
report-address-help = Только если вам нужен ответ. Он забывается через год после рассмотрения сообщения.
report-send = Отправить
report-sent = Спасибо. Секретариат посмотрит.
report-too-often = Из вашей сети пришло столько сообщений, что нужно подождать. Попробуйте снова через час.
reports = Сообщения о проблемах
reports-lead = Что, по словам посетителей, не так. Сначала самые давние.
reports-nothing = Сообщений нет.
reports-done = Рассмотрено

# Mails and notices
mail-freshness-subject = «{ $title }»: это по-прежнему верно?
mail-freshness-subject-many = Записи, которые пора проверить: { $n }
mail-freshness-text = Вы отвечаете за записи, которые пора проверить. Входить не нужно: каждая ссылка действует один раз.
mail-freshness-record = { $title }
    { $light }, проверка нужна с { $date }
mail-freshness-more = И еще { $n }, их вы найдете на своей странице.
mail-freshness-all = Все записи на вашем попечении
mail-freshness-else = Если никто не ответит, запись будет показана как оставленная без попечения, и ее смогут взять на себя другие.
mail-mandate-ends-subject = Вы по-прежнему выступаете от имени { $organization }?
mail-mandate-ends-text = Ваши полномочия от имени { $organization } истекают { $date }. Если вы по-прежнему выступаете от ее имени, одна кнопка продлевает их на год. Входить не нужно.
mail-unsubscribe = Больше не получать таких писем
notice-freshness = Записи на вашем попечении, которые пора проверить: { $n }
notice-mandate-lapsed = Ваши полномочия от имени { $organization } истекли. Вы можете попросить их снова.
notice-mandate-lapsed-subject = Ваши полномочия от имени { $organization } истекли
notice-objection = Организация возражает против записи «{ $title }».
notice-objection-subject = Возражение против «{ $title }»
notice-objection-answered = На возражение против записи «{ $title }» дан ответ.
notice-objection-answered-subject = Ответ на возражение против «{ $title }»

# Ending mails
unsubscribe = Больше не получать таких писем?
unsubscribe-text = Вы больше не будете получать письма { $topic }. Происходящее останется на вашем рабочем столе.
unsubscribe-button = Больше не получать
unsubscribe-done = Таких писем больше не будет
unsubscribe-done-text = Вы больше не получаете письма { $topic }. Это можно изменить на страницах вашей учетной записи.
unsubscribe-over = Эта ссылка больше не действует
unsubscribe-over-text = Войдите, чтобы выбрать, какие письма получать.
unsubscribe-sign-in = для входа
unsubscribe-review = о рецензировании
unsubscribe-mandate = о вашей роли в организациях
unsubscribe-freshness = о записях на вашем попечении
unsubscribe-translation = о переводах
unsubscribe-objection = о возражениях
unsubscribe-digest-of-new-records = о новых записях
