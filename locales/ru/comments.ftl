# What reviewers and writers say to each other about a draft
comments-whole = весь текст
comments-open = Комментарии, ждущие вашего ответа
comments-reply = Ответить
comments-reply-words = Ваш ответ
comments-reply-send = Отправить ответ
notice-review-commented = Комментарий к «{ $title }» ({ $place }): { $comment }
notice-review-commented-subject = Комментарий к { $title }
notice-review-replied = Ответ о «{ $title }» ({ $place }): { $comment }
notice-review-replied-subject = Ответ о { $title }
