# What reviewers and writers say to each other about a draft
comments-whole = 整体
comments-open = 等待您答复的评论
comments-reply = 答复
comments-reply-words = 您的答复
comments-reply-send = 发送答复
notice-review-commented = 对“{ $title }”（{ $place }）的评论：{ $comment }
notice-review-commented-subject = 对{ $title }的评论
notice-review-replied = 关于“{ $title }”（{ $place }）的答复：{ $comment }
notice-review-replied-subject = 关于{ $title }的答复
