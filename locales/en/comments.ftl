# What reviewers and writers say to each other about a draft
comments-whole = the whole
comments-open = Comments that wait for your answer
comments-reply = Answer
comments-reply-words = Your answer
comments-reply-send = Send the answer
notice-review-commented = A comment on “{ $title }” ({ $place }): { $comment }
notice-review-commented-subject = A comment on { $title }
notice-review-replied = An answer about “{ $title }” ({ $place }): { $comment }
notice-review-replied-subject = An answer about { $title }
