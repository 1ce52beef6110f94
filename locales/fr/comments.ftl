# What reviewers and writers say to each other about a draft
comments-whole = l’ensemble
comments-open = Commentaires qui attendent votre réponse
comments-reply = Répondre
comments-reply-words = Votre réponse
comments-reply-send = Envoyer la réponse
notice-review-commented = Un commentaire sur « { $title } » ({ $place }) : { $comment }
notice-review-commented-subject = Commentaire sur { $title }
notice-review-replied = Une réponse à propos de « { $title } » ({ $place }) : { $comment }
notice-review-replied-subject = Réponse à propos de { $title }
