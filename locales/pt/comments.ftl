# What reviewers and writers say to each other about a draft
comments-whole = o conjunto
comments-open = Comentários que esperam a sua resposta
comments-reply = Responder
comments-reply-words = A sua resposta
comments-reply-send = Enviar a resposta
notice-review-commented = Um comentário sobre “{ $title }” ({ $place }): { $comment }
notice-review-commented-subject = Comentário sobre { $title }
notice-review-replied = Uma resposta sobre “{ $title }” ({ $place }): { $comment }
notice-review-replied-subject = Resposta sobre { $title }
