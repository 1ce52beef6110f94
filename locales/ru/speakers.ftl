# Who speaks for an organization, on its page
speakers = Кто выступает от ее имени
speakers-since = с { $date }
speakers-unnamed = { $count ->
    [one] { $n } координатор, не показывающий своего имени, с { $date }
    [few] { $n } координатора, не показывающих своих имен, первый с { $date }
   *[other] { $n } координаторов, не показывающих своих имен, первый с { $date }
}
speakers-nobody = Сейчас от ее имени никто не выступает.
speakers-nobody-since = От ее имени никто не выступает с { $date }.
speakers-ask = Выступать от ее имени
speakers-all = Все, кто выступает от ее имени

# For those who answer for it
speakers-term = с { $since } по { $until }
speakers-end = Прекратить полномочия
speakers-reason = Почему они прекращаются?
speakers-reason-help = Это прочтет тот, кто теряет полномочия.
speakers-ended = Полномочия прекращены.
notice-mandate-asked = Кто-то просит право выступать от имени { $organization }.
notice-mandate-asked-subject = Просьба о праве выступать от имени { $organization }
notice-mandate-ended = Ваши полномочия от имени { $organization } прекратил кто-то другой. Причина: { $reason }
notice-mandate-ended-subject = Ваши полномочия от имени { $organization } прекращены
