# Notices, and how often they are mailed
notices = Уведомления
notices-lead = Что произошло и касается вас, сначала самое новое.
notices-unread = { $count ->
    [one] { $n } непрочитанное уведомление
    [few] { $n } непрочитанных уведомления
    [many] { $n } непрочитанных уведомлений
   *[other] { $n } непрочитанных уведомлений
}
notices-with-unread = { $count ->
    [one] Уведомления ({ $n } непрочитанное)
    [few] Уведомления ({ $n } непрочитанных)
    [many] Уведомления ({ $n } непрочитанных)
   *[other] Уведомления ({ $n } непрочитанных)
}
notices-none = Здесь пока ничего нет.
notices-new = новое
notices-read-all = Отметить все как прочитанные
notices-older = Более ранние уведомления
notices-other = Что-то произошло. Откройте, чтобы узнать.
notices-choose = Какие письма вы получаете
notices-choose-lead = Уведомления всегда остаются на ваших страницах. Выберите, как часто они приходят еще и по почте.
notices-always = Сразу: без этих писем никто не войдет.
notice-topic-sign-in = Вход
notice-topic-review = Тексты на рецензировании
notice-topic-mandate = Ваша роль в организациях
notice-topic-freshness = Записи на вашем попечении
notice-topic-translation = Переводы
notice-topic-objection = Возражения
notice-topic-digest-of-new-records = Новые записи
frequency-at-once = Сразу
frequency-daily = Раз в день
frequency-weekly = Раз в неделю
frequency-never = Никогда

# What happened
notice-new-records = Новые записи: { $n }
notice-organization-orphaned = У организации { $organization } больше нет координатора: учетная запись последнего удалена.
notice-organization-orphaned-subject = У организации { $organization } больше нет координатора
