# What reviewers and writers say to each other about a draft
comments-whole = el conjunto
comments-open = Comentarios que esperan su respuesta
comments-reply = Responder
comments-reply-words = Su respuesta
comments-reply-send = Enviar la respuesta
notice-review-commented = Un comentario sobre «{ $title }» ({ $place }): { $comment }
notice-review-commented-subject = Comentario sobre { $title }
notice-review-replied = Una respuesta sobre «{ $title }» ({ $place }): { $comment }
notice-review-replied-subject = Respuesta sobre { $title }
