# What is kept, and taking it along
data = 我的数据
data-lead = 这里保存的关于您的信息：您可以阅读、带走或删除。
data-kept = 保存了哪些关于您的信息
data-kept-text = 您的邮箱地址、网址中使用的名称、您的语言、您对自己的介绍、您的角色和授权、您的草稿、评论和译文，以及您最后一次使用的日期。您发布的内容会保留，以代表您的编号署名；审计日志与本网站同期保存，也只以该编号记录您。您的提问和您阅读的页面均不保存。
data-kept-time = 有些信息只保存一段时间：
kept-session = 您的登录，自最近一次使用起
kept-token = 一次性链接，使用或过期之后
kept-attempt = 防止猜测的计数
kept-sent-mail = 邮件，发送之后
kept-notice = 通知
kept-closed-mandate = 申请和授权，被拒绝或终止之后
kept-closed-adoption = 接手记录的申请，作出决定之后
kept-abandoned-draft = 草稿，放弃或被拒绝之后
kept-closed-report = 您在问题报告中留下的地址，报告关闭之后
kept-sheet-upload = 您带来的电子表格
kept-loose-file = 不再属于任何内容的文件
kept-unused-account = 无人使用的账户；30天前我们会询问您
data-days = { $count ->
   *[other] { $n }天
}
data-take = 带走您的数据
data-take-text = 一个ZIP文件：personal-data.json包含保存的关于您的全部信息，另有您添加的文件和一份说明。其中没有他人的信息。
data-take-button = 下载我的数据
data-often = 您刚刚多次下载了数据。请一小时后再试。
data-sign-in = 此操作需要您再登录一次：您上次登录是在15分钟之前。
data-sign-in-button = 重新登录

# Erasing an account
data-erase = 删除我的账户
data-erase-goes = 哪些会消失
data-erase-goes-text = 您的邮箱地址、您的姓名、您对自己的介绍、您的登录方式、通知和邮件、您授权的证明材料，以及由您独自撰写且无人发布的草稿。您的授权随之终止，所有登录均会结束。
data-erase-stays = 哪些会保留
data-erase-stays-text = 已发布的内容，因为他人依赖它们，以及属于审阅过程的评论和决定。您的姓名改为显示“一名前成员”。
data-erase-final = 删除立即生效，任何人都无法撤销。
data-erase-handle = 请输入您在网址中使用的名称以确认：
data-erase-wrong = 这不是您在网址中使用的名称。
data-erase-button = 删除我的账户
data-erase-last = 您是唯一的管理员。请先将此角色交给他人。
data-erased = 您的账户已删除
data-erased-text = 最后一封邮件会发往您的地址，随后该地址也会被删除。您随时可以用它重新开始。
change-a-former-member = 一名前成员

# In the archive
data-readme = 您在{ $instance }的数据，{ $date }
data-readme-json = personal-data.json：保存的关于您的全部信息，格式为JSON，任何文本编辑器都能打开。各部分的名称为英文。
data-readme-files = files：您添加的文件（如有）。
data-readme-secrets = 不含密码和密钥：它们以任何人都无法读取的形式保存。

# Last mails, and accounts that nobody uses
mail-erased-subject = 您在{ $instance }的账户已删除
mail-erased-asked = 您在{ $instance }的账户已按您的要求删除。
mail-erased-unused = 您在{ $instance }的账户已删除：三年来无人使用，我们询问时也无人要求保留。
mail-erased-text = 已发布的内容会保留，但不显示您的姓名。这是最后一封邮件：发出后您的地址即被删除。您随时可以用它重新开始。
mail-unused-subject = 您想保留在{ $instance }的账户吗？
mail-unused-text = 自{ $since }以来，无人使用您在{ $instance }的账户。{ $until }之后它将被删除。点击一次即可保留，无需登录。
mail-unused-stays = 您发布的内容无论如何都会保留。如果您不再需要该账户，无需任何操作。
keep = 保留您的账户？
keep-text = 按下按钮，您的账户将再保留三年。
keep-button = 保留我的账户
keep-done = 您的账户已保留
keep-done-text = 谢谢。您随时可以登录。
keep-over = 此链接已失效
keep-over-text = 请用您的邮箱地址登录查看账户；如果账户已删除，您将重新开始。

# A member's page
profile = 成员
profile-see = 他人看到的您的页面
profile-closed = 该成员未公开任何信息。
profile-own = 这是您自己的页面；他人只能看到您向其公开的内容。
profile-about = 简介
profile-affiliation = 工作单位
profile-languages = 可用于联系的语言
profile-written = 撰写
profile-reviewed = 核准
profile-translated = 翻译
