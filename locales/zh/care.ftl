# Looking after records
due = 由您维护的记录
due-lead = 这些记录需要复核。如果内容仍然属实，按一下按钮即可确认。
due-nothing = 目前没有需要复核的记录。轮到您时会收到邮件。
due-since = 自{ $date }起待复核
duty-due = { $count ->
   *[other] 由您维护的{ $n }条记录需要复核
}
duty-objections = { $count ->
   *[other] { $n }项异议等待答复
}
duty-reports = { $count ->
   *[other] { $n }条问题报告等待处理
}
renew-choose = 这条记录仍然属实吗？
renew-text = 时效：{ $light }。原定于{ $date }复核。
renew-confirm = 内容仍然属实吗？
renew-confirm-button = 仍然属实
renew-edit = 修改记录
renew-edit-button = 修改
renew-edit-text = 请修改不再属实的内容。发布前会由另一人审阅。如需修改其他内容，请登录。
renew-edit-wrong = 目前的内容无法提交。任何文字都不能留空。
renew-nothing-new = 您还没有作任何修改。
renew-field-title = 标题
renew-field-summary = 摘要
renew-field-name = 名称
renew-note = 给审阅者的话（可不填）
renew-withdraw = 撤回记录
renew-withdraw-button = 撤回
renew-withdraw-text = 记录将不再公开显示。其页面保留并说明原因；原因是公开的。
renew-reason = 为什么撤回？
renew-done = 已完成
renew-confirmed-text = 谢谢。这条记录视为今天已复核。
renew-edited-text = 谢谢。您的修改正等待审阅。
renew-withdrawn-text = 记录已撤回。其页面说明了原因。
renew-over = 此链接已失效
renew-over-text = 每个链接只能使用一次，且仅在记录保持原样时有效。也许已有人作出答复。您的工作台会显示待办事项。
renew-mandate = 您仍然代表这个组织吗？
renew-mandate-text = 您代表{ $organization }的授权将于{ $date }到期。按一下按钮即可延长一年。
renew-mandate-button = 延长一年
renew-mandate-done = 您代表{ $organization }的授权有效至{ $date }。
text-missing = 请在此写几句话。
text-too-long = 太长了：最多{ $n }个字符。
text-odd = 其中有无法显示的字符。请重新手动输入。

# What nobody looks after
adoption = 等待接手
adoption-lead = 这些记录和组织已很久无人维护。如果您了解其中之一，请接手。
adoption-records = 无人维护的记录
adoption-no-records = 所有记录都有人维护。
adoption-organizations = 没有联络人的组织
adoption-organizations-text = 如果您在其中某个组织工作，请申请代表它。

# Objections
contested = 有异议
contested-text = 本记录提到的一个组织对其提出异议。在解决之前，其数字不计入任何统计。
objection = 对本记录提出异议
objection-lead = 本记录提到了您的组织。请说明哪里不对：您的异议和答复都是公开的。
objection-organization = 代表哪个组织
objection-ground = 为什么提出异议？
objection-not-ours = 与我们无关
objection-wrong = 内容有误
objection-reason = 具体哪里不对？
objection-send = 提出异议
objection-choose = 请选择一项。
objection-twice = 您的组织对本记录已有一项未答复的异议。
objection-open = 秘书处尚未答复。
objection-outcome = 结果如何？
objection-upheld = 成立：修改或撤回记录
objection-rejected = 驳回：记录保持不变
objection-settled = 双方已协商解决
objection-answer = 答复
objection-answer-send = 发布答复
objection-not-yours = 您代表其中一方：由他人答复。
objections = 异议
objections-lead = 最早的在前。异议和答复显示在记录页面上。
objections-nothing = 没有等待答复的异议。

# Reports of visitors
report = 报告问题
report-lead = 请说明这条记录有什么问题。只有秘书处会看到。
report-text = 有什么问题？
report-address = 您的电子邮件地址（可不填）
report-address-help = 仅在您希望得到答复时填写。报告处理一年后将被删除。
report-send = 发送
report-sent = 谢谢。秘书处会查看。
report-too-often = 来自您网络的报告太多，请一小时后再试。
reports = 问题报告
reports-lead = 访问者指出的问题。最早的在前。
reports-nothing = 没有等待处理的报告。
reports-done = 已处理

# Mails and notices
mail-freshness-subject = “{ $title }”仍然属实吗？
mail-freshness-subject-many = 待复核的记录：{ $n }
mail-freshness-text = 由您维护的记录需要复核。无需登录：每个链接可使用一次。
mail-freshness-record = { $title }
    { $light }，自{ $date }起待复核
mail-freshness-more = 另有{ $n }条，可在您的页面上找到。
mail-freshness-all = 由您维护的所有记录
mail-freshness-else = 如果无人答复，记录将显示为无人维护，他人可以接手。
mail-mandate-ends-subject = 您仍然代表{ $organization }吗？
mail-mandate-ends-text = 您代表{ $organization }的授权将于{ $date }到期。如果您仍然代表它，按一下按钮即可延长一年。无需登录。
mail-unsubscribe = 不再接收此类邮件
notice-freshness = 由您维护、需要复核的记录：{ $n }
notice-mandate-lapsed = 您代表{ $organization }的授权已失效。您可以重新申请。
notice-mandate-lapsed-subject = 您代表{ $organization }的授权已失效
notice-objection = 一个组织对“{ $title }”提出异议。
notice-objection-subject = 对“{ $title }”的异议
notice-objection-answered = 对“{ $title }”的异议已得到答复。
notice-objection-answered-subject = 对“{ $title }”异议的答复

# Ending mails
unsubscribe = 不再接收此类邮件？
unsubscribe-text = 您将不再收到{ $topic }的邮件。相关事项仍显示在您的工作台上。
unsubscribe-button = 不再接收
unsubscribe-done = 不再发送此类邮件
unsubscribe-done-text = 您不再收到{ $topic }的邮件。您可以在账户页面更改。
unsubscribe-over = 此链接已失效
unsubscribe-over-text = 请登录以选择接收哪些邮件。
unsubscribe-sign-in = 用于登录
unsubscribe-review = 关于审阅
unsubscribe-mandate = 关于您在组织中的角色
unsubscribe-freshness = 关于由您维护的记录
unsubscribe-translation = 关于翻译
unsubscribe-objection = 关于异议
unsubscribe-digest-of-new-records = 关于新记录
