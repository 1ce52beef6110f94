# What reviewers and writers say to each other about a draft
comments-whole = النص كله
comments-open = تعليقات تنتظر ردكم
comments-reply = الرد
comments-reply-words = ردكم
comments-reply-send = إرسال الرد
notice-review-commented = تعليق على «{ $title }» ({ $place }): { $comment }
notice-review-commented-subject = تعليق على { $title }
notice-review-replied = رد بشأن «{ $title }» ({ $place }): { $comment }
notice-review-replied-subject = رد بشأن { $title }
