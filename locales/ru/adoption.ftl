# Taking on a record
adopt = Взять на себя
adopt-lead = Кто берет запись на себя, следит, чтобы она оставалась верной: время от времени его об этом спрашивают. Если в записи названа ваша организация, она сразу переходит к вам; иначе решает секретариат.
adopt-for = Кто будет за нее отвечать?
adopt-for-me = Лично я
adopt-reason = Почему вы?
adopt-reason-help = Что вы о ней знаете и как будете следить за ней. Это нужно, когда решает секретариат; больше никто этого не читает.
adopt-choose = Выберите, кто будет за нее отвечать.
adopt-waits = Вы просили эту запись. Ваша просьба ждет решения секретариата с { $date }.

# Deciding
adoptions = Просьбы взять записи на себя
adoptions-lead = Сначала самые давние. О своей просьбе никто не решает сам.
adoptions-nothing = Просьб, ждущих решения, нет.
adoptions-asks = Просит { $name }, дата просьбы: { $date }
adoptions-for = От имени { $organization }
adoptions-for-self = Лично
adoptions-reason = Почему нет, если вы отказываете
adoptions-accept = Согласиться
adoptions-decline = Отказать
adoptions-own = Это ваша собственная просьба: решает кто-то другой.
adoptions-not-possible = Согласиться уже нельзя: запись снова кто-то сопровождает, она изъята или тот, кто просил, больше не выступает от имени организации. Вы можете отказать.
duty-adoptions = { $count ->
    [one] { $n } просьба взять запись на себя ждет
    [few] { $n } просьбы взять записи на себя ждут
   *[other] { $n } просьб взять записи на себя ждут
}

# Mails and notices
mail-adoption-question = Запись по-прежнему верна? Входить не нужно: каждая ссылка действует один раз.
notice-adoption-asked = Кто-то просит взять на себя «{ $title }».
notice-adoption-asked-subject = Просьба взять на себя «{ $title }»
notice-adoption-yours = Запись «{ $title }» теперь на вашем попечении.
notice-adoption-yours-subject = Теперь на вашем попечении: { $title }
notice-adoption-declined = Вам отказано в просьбе взять на себя «{ $title }». Причина: { $reason }
notice-adoption-declined-subject = Ваша просьба взять на себя «{ $title }»
notice-adoption-passed = За запись «{ $title }» теперь отвечает кто-то другой.
notice-adoption-passed-subject = Теперь в других руках: { $title }
