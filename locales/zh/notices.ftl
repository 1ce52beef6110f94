# Notices, and how often they are mailed
notices = 通知
notices-lead = 与您有关的事项，最新的在前。
notices-unread = { $count ->
   *[other] { $n }条未读通知
}
notices-with-unread = { $count ->
   *[other] 通知（{ $n }条未读）
}
notices-none = 这里还没有内容。
notices-new = 新
notices-read-all = 全部标为已读
notices-older = 更早的通知
notices-other = 有新的情况。请打开查看。
notices-choose = 您接收哪些邮件
notices-choose-lead = 通知始终显示在您的页面上。请选择多久同时用邮件发送一次。
notices-always = 立即发送：没有这些邮件就无法登录。
notice-topic-sign-in = 登录
notice-topic-review = 审阅中的文本
notice-topic-mandate = 您在组织中的角色
notice-topic-freshness = 由您维护的记录
notice-topic-translation = 翻译
notice-topic-objection = 异议
notice-topic-digest-of-new-records = 新记录
frequency-at-once = 立即
frequency-daily = 每天一次
frequency-weekly = 每周一次
frequency-never = 从不

# What happened
notice-new-records = 新记录：{ $n }
notice-organization-orphaned = { $organization }已没有联络人：最后一位联络人的账户已删除。
notice-organization-orphaned-subject = { $organization }已没有联络人
