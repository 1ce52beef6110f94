# Speaking for an organization
mandates-own = 您代表的组织
mandates-own-lead = 须由他人同意：该组织的联络人或秘书处。
mandates-held = 您的授权
mandates-none = 您尚未代表任何组织。
mandates-find = 申请代表一个组织
mandates-find-label = 组织名称
mandates-find-button = 查找
mandates-found-none = 没有找到组织。请试试它的简称，或先介绍它：
mandates-ask-for = 申请代表该组织
mandates-capacity = 您想以什么身份代表它？
capacity-contributor = 撰稿人：为它撰写内容
capacity-focal-point = 联络人：维护它的记录，并决定还有谁代表它
mandates-evidence = 他人如何知道您代表它？
mandates-evidence-help = 您的职务、列有您姓名的网页、可以证实的人。只有作出决定的人会看到。
mandates-own-fits = 您的邮箱地址属于该组织的域名；他们也会看到这一点。
mandates-own-fits-not = 您的邮箱地址不属于该组织的域名；他们也会看到这一点。
mandates-ask = 提交申请
mandates-sent = 您的申请已提交。有了决定后，您会收到邮件。
mandates-twice = 您已申请过，或已拥有这项授权。
mandates-choose = 请选择您想以什么身份代表它。
mandate-requested = { $date }申请，尚无决定
mandate-active = 有效期至{ $date }
mandate-refused = { $date }被拒绝
mandate-lapsed = { $date }失效
mandate-ended = { $date }终止
mandate-end = 放弃授权
mandate-take-back = 撤回申请

# Deciding
mandates = 代表组织的申请
mandates-lead = 最早的在前。任何人都不能决定自己的申请。
mandates-nothing = 没有等待您处理的申请。
mandates-asks = { $name }于{ $date }提出申请
mandates-fits = 申请人的邮箱地址属于该组织的域名。
mandates-fits-not = 申请人的邮箱地址不属于该组织的域名。
mandates-note = 给申请人的话；拒绝时须说明理由
mandates-accept = 同意
mandates-refuse = 拒绝
notice-mandate-accepted = 您现在代表{ $organization }，为期一年。
notice-mandate-accepted-subject = 您现在代表{ $organization }
notice-mandate-refused = 您代表{ $organization }的申请被拒绝。理由：{ $reason }
notice-mandate-refused-subject = 您代表{ $organization }的申请
duty-mandates = { $count ->
   *[other] { $n }项代表组织的申请等待处理
}

# People and their roles
people = 人员与角色
people-lead = 您委托给每个人的职责。更改立即生效。
people-roles = 角色
people-own = 这是您本人。您的角色由他人更改。
people-no-address = 没有邮箱地址
people-more = 更多人员
person-role-reviewer = 审阅人
person-role-translator = 译者
person-role-editor = 编辑
person-role-administrator = 管理员
