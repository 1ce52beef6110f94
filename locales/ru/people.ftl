# Speaking for an organization
mandates-own = Организации, от имени которых вы выступаете
mandates-own-lead = Согласие дает кто-то другой: координатор организации или секретариат.
mandates-held = Ваши полномочия
mandates-none = Вы пока не выступаете от имени какой-либо организации.
mandates-find = Попросить право выступать от имени организации
mandates-find-label = Название организации
mandates-find-button = Найти
mandates-found-none = Организаций не найдено. Попробуйте сокращенное название или сначала опишите ее:
mandates-ask-for = Попросить право выступать от ее имени
mandates-capacity = В каком качестве вы хотите выступать от ее имени?
capacity-contributor = Автор: пишет от ее имени
capacity-focal-point = Координатор: следит за верностью ее записей и решает, кто еще выступает от ее имени
mandates-evidence = Из чего другим видно, что вы выступаете от ее имени?
mandates-evidence-help = Ваша должность, страница, где вы названы, человек, который может это подтвердить. Это читают только те, кто решает.
mandates-own-fits = Ваш адрес электронной почты относится к ее домену; это они тоже видят.
mandates-own-fits-not = Ваш адрес электронной почты не относится к ее домену; это они тоже видят.
mandates-ask = Отправить просьбу
mandates-sent = Ваша просьба отправлена. Когда решение будет принято, вы получите письмо.
mandates-twice = Вы уже просили об этом, или эти полномочия у вас уже есть.
mandates-choose = Выберите, в каком качестве вы хотите выступать от ее имени.
mandate-requested = Просьба от { $date }; решения еще нет
mandate-active = Действуют до { $date }
mandate-refused = Отказано { $date }
mandate-lapsed = Истекли { $date }
mandate-ended = Прекращены { $date }
mandate-end = Отказаться от полномочий
mandate-take-back = Отозвать просьбу

# Deciding
mandates = Просьбы о праве выступать от имени организаций
mandates-lead = Сначала самые давние. О своей просьбе никто не решает сам.
mandates-nothing = Просьб, ждущих вашего решения, нет.
mandates-asks = Просит { $name }, дата просьбы: { $date }
mandates-fits = Адрес электронной почты относится к домену организации.
mandates-fits-not = Адрес электронной почты не относится к домену организации.
mandates-note = Несколько слов тому, кто просит; при отказе — причина
mandates-accept = Согласиться
mandates-refuse = Отказать
notice-mandate-accepted = Теперь вы выступаете от имени { $organization }. Полномочия действуют год.
notice-mandate-accepted-subject = Теперь вы выступаете от имени { $organization }
notice-mandate-refused = Вам отказано в праве выступать от имени { $organization }. Причина: { $reason }
notice-mandate-refused-subject = Ваша просьба о праве выступать от имени { $organization }
duty-mandates = { $count ->
    [one] { $n } просьба о праве выступать от имени организации ждет
    [few] { $n } просьбы о праве выступать от имени организаций ждут
   *[other] { $n } просьб о праве выступать от имени организаций ждут
}

# People and their roles
people = Люди и роли
people-lead = Что вы кому доверяете. Изменения действуют сразу.
people-roles = Роли
people-own = Это вы. Ваши роли меняет кто-то другой.
people-no-address = Нет адреса электронной почты
people-more = Другие люди
person-role-reviewer = Рецензент
person-role-translator = Переводчик
person-role-editor = Редактор
person-role-administrator = Администратор
