# Administration
admin = 管理
admin-overview = 概览
admin-lead = 本站的状况，以及需要您处理的事项。
admin-troubles = 不正常的情况
admin-well = 一切正常。
admin-late = { $queue }：{ $number }。最早的自{ $date }起等待，时间过长。
admin-job-failed = 任务“{ $job }”失败。信息：{ $note }
admin-job-overdue = 任务“{ $job }”应于{ $date }执行，但没有节点执行。
admin-queues = 等待处理
admin-queue = 队列
admin-number = 数量
admin-oldest = 最早的自
admin-older = 更早的条目
admin-look-again = 再看一次
admin-store = 存储
admin-database = 数据库
admin-size = 大小
admin-migrations = 迁移
admin-migrations-value = { $number }，最后一个是{ $last }
admin-people = 有账户的人员
admin-instance = 程序
admin-version = 版本
admin-up-since = 启动时间
admin-address = 公开地址
admin-mail = 邮件发送方式
admin-mail-server = 通过邮件服务器
admin-mail-folder = 不发送：未设置邮件服务器，邮件是{ $folder }中的文件
admin-mail-memory = 不发送：只保留在内存中
queue-drafts = 审阅中的草稿
queue-mandates = 代表组织的申请
queue-adoptions = 接手记录的申请
queue-objections = 尚未答复的异议
queue-reports = 问题报告
queue-translations = 等待通过的译文
queue-queued-mails = 待发送的邮件
queue-failed-mails = 未能发出的邮件
queue-damaged-files = 损坏的文件

# Jobs
admin-jobs = 任务
admin-jobs-lead = 本站自动执行的工作。有多个节点时，每项任务由其中一个执行。
job = 任务
job-state = 状态
job-last = 上次结束
job-last-at = 上次结束于{ $date }
job-next-at = 下次于{ $date }
job-start = 立即执行
job-started = 任务已到期，即将开始。请再次查看本页了解结果。
job-runs = 正在执行
job-due = 已到期
job-done = 已完成
job-failed = 失败
job-never = 从未执行
job-every-minutes = { $count ->
   *[other] 每{ $n }分钟
}
job-every-hours = { $count ->
   *[other] 每{ $n }小时
}
job-every-days = { $count ->
   *[other] 每{ $n }天
}
job-lights = 记录的时效
job-lights-about = 为复核日期已到或已过的每条记录标注状态灯。
job-freshness-mails = 致维护方的邮件
job-freshness-mails-about = 询问维护方其记录是否仍然属实。
job-mandates = 授权
job-mandates-about = 提醒授权即将到期的人员，并终止已到期的授权。
job-review-reminders = 草稿提醒
job-review-reminders-about = 提醒应处理草稿下一步的人员。
job-digests = 邮件通知
job-digests-about = 发送人们希望每天或每周收到一次的通知。
job-files = 读取文件
job-files-about = 提取所附文件的文字和首页。
job-file-checks = 检查文件
job-file-checks-about = 将每个所附文件与其校验和比对。
job-retention = 清除
job-retention-about = 删除已保存足够久的内容。
job-unused-accounts = 无人使用的账户
job-unused-accounts-about = 提醒长期未使用账户的所有者，并删除期限已过的账户。
job-new-records = 新记录通知
job-new-records-about = 把新发布的内容告知要求获知的人。

# Search index
admin-index = 搜索索引
admin-index-lead = 为搜索而制作的记录副本。每个节点各有一份；这里显示的是为您应答的节点的那一份。
admin-index-state = 状态
admin-index-position = 在更改日志中的位置
admin-index-position-value = { $position }（共{ $head }）
admin-index-documents = 其中的记录
admin-index-encoder = 句子编码器
admin-index-encoder-yes = 已启用
admin-index-encoder-no = 未安装；没有它也能搜索
admin-index-fault = 搜索索引自{ $date }起无法跟进：{ $error }
admin-index-behind = { $count ->
   *[other] 有{ $n }项更改尚未进入搜索索引。
}
admin-index-rebuild = 重新建立
admin-index-rebuild-text = 不会丢失任何内容：索引只是副本。其间网页和搜索继续使用旧索引，完成后本节点再显示更新的更改。
admin-index-rebuild-button = 重新建立索引
admin-index-progress = 正在建立：{ $done }条，共{ $all }条记录。

# Mails
admin-mails = 邮件
admin-mails-lead = 待发送的、已发出的和未能发出的邮件。地址只有管理员可见。
mails-folder = 未设置邮件服务器：每封邮件都是{ $folder }中的一个文件。“已发出”的邮件可在此查看。
mails-states = 邮件状态
mails-all = 全部
mails-queued = 待发送
mails-sent = 已发出
mails-failed = 已放弃
mails-none = 没有这样的邮件。
mails-tried = { $count ->
   *[other] 已尝试{ $n }次
}
mails-retry = 重试
mail-queued = 待发送
mail-sent = 已发出
mail-failed = 已放弃
mail-title = 邮件内容
mail-masked = 链接中的密钥不予显示：读到它的人可以冒用收件人的身份登录。完整邮件在服务器上的{ $file }。
mail-headers = 邮件头
mail-text = 正文
mail-html = HTML
mail-html-show = 显示源文本

# Audit log
admin-audit = 审计日志
admin-audit-lead = 谁做了什么，最新的在前。日志只能追加：任何人都不能更改或删除条目。
audit-action = 操作
audit-all = 全部
audit-filter = 显示
audit-none = 没有任何条目。
audit-number = 编号
audit-at = 时间
audit-who = 操作者
audit-what = 操作
audit-subject = 对象
audit-details = 详情
audit-operator = 运维人员（命令行）
audit-somebody-gone = 账户已被清除的人
audited-administrator-made = 设立管理员
audited-administrator-signed-in = 管理员登录
audited-proofs-changed = 更改登录方式
audited-roles-set = 更改角色
audited-mandate-accepted = 接受授权
audited-mandate-refused = 拒绝授权
audited-mandate-ended = 终止授权
audited-steward-set = 记录移交给另一位负责人
audited-record-withdrawn = 撤回记录
audited-record-restored = 恢复记录
audited-person-erased = 清除账户
audited-setting-set = 更改设置
audited-job-started = 提前执行任务
audited-index-rebuilt = 重新建立索引
audited-mail-retried = 重试邮件

# Settings
admin-settings = 设置
admin-settings-lead = 读者所见的本站面貌。更改立即生效，无需重启，并记入审计日志。
settings-changed = 其间有他人更改了这些设置，因此没有保存任何内容。您填写的内容仍在下方。再次保存即可生效，或重新打开本页查看他人的更改。
settings-identity = 名称与联系方式
settings-identity-help = 清空的字段恢复为运维人员启动程序时的值。
settings-name = 名称
settings-contact = 读者可以联系的地址
settings-description = 本站的用途（{ $language }）
settings-languages = 语言
settings-languages-label = 网页语言
settings-languages-help = 取消的语言，其网址会转到保留的第一种语言。该语言的记录仍然保留。
settings-languages-none = 请至少选择一种语言。
settings-accent = 颜色
settings-accent-help = 按钮和标记的颜色，写成 #rrggbb，分别用于浅色和深色屏幕。它与背景的对比度至少为{ $ratio }:1，以便人人都能看清。
settings-accent-light = 浅色屏幕
settings-accent-dark = 深色屏幕
settings-accent-form = 请用 # 加六位0至9或a至f的字符填写颜色。
settings-accent-contrast = 对比度为{ $ratio }:1，至少需要{ $least }:1。浅色屏幕请选更深的颜色，深色屏幕请选更浅的颜色。
settings-logo = 标志
settings-logo-file = PNG图片
settings-logo-help = 显示在名称旁，背景为深色。最大16 KB，每边16至512像素。
settings-logo-now = 当前标志
settings-logo-remove = 移除
settings-logo-not-png = 这不是完整的PNG图片。不接受SVG等其他格式。
settings-logo-large = 图片过大：最多{ $size }。
settings-logo-size = 图片为{ $width }×{ $height }像素。每边需要{ $least }至{ $most }像素，且一边不得超过另一边的{ $stretch }倍。
settings-texts = 法律文本
settings-texts-help = 您关于隐私的说明显示在隐私页面上程序自身说明之前；使用条款和运营者信息有单独的页面。请用您提供的每种语言撰写：
texts-lead = 纯文本。空行开始新段落，网址自动成为链接。某种语言缺少的文本以另一种语言显示。
texts-privacy = 隐私
texts-terms = 使用条款与运营者信息
terms-title = 条款与运营者信息
terms-lead = 本站由谁运营，适用哪些条款。
terms-records = 记录内容
terms-records-text = 注明来源即可自由使用这些记录（CC BY 4.0）。所附文件适用其旁注明的条款。
terms-program = 软件
terms-program-text = Ayni是采用Apache 2.0许可的自由软件，不提供任何担保。
