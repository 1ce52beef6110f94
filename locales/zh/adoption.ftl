# Taking on a record
adopt = 接手这条记录
adopt-lead = 接手记录的人负责使其保持属实：会不时被问到内容是否仍然属实。如果记录中提到您的组织，您可立即接手；否则由秘书处决定。
adopt-for = 由谁维护？
adopt-for-me = 我本人
adopt-reason = 为什么由您接手？
adopt-reason-help = 您对它的了解，以及您将如何使其保持属实。由秘书处决定时须填写；其他人不会看到。
adopt-choose = 请选择由谁维护。
adopt-waits = 您已申请接手这条记录。您的申请自{ $date }起等待秘书处处理。

# Deciding
adoptions = 接手记录的申请
adoptions-lead = 最早的在前。任何人都不能决定自己的申请。
adoptions-nothing = 没有等待处理的申请。
adoptions-asks = { $name }于{ $date }提出申请
adoptions-for = 代表{ $organization }
adoptions-for-self = 以个人名义
adoptions-reason = 如果拒绝，请说明原因
adoptions-accept = 同意
adoptions-decline = 拒绝
adoptions-own = 这是您自己的申请：由他人决定。
adoptions-not-possible = 这项申请已无法同意：记录又有人维护、已被撤回，或申请人不再代表该组织。您可以拒绝它。
duty-adoptions = { $count ->
   *[other] { $n }项接手记录的申请等待处理
}

# Mails and notices
mail-adoption-question = 这条记录仍然属实吗？无需登录：每个链接可使用一次。
notice-adoption-asked = 有人申请维护“{ $title }”。
notice-adoption-asked-subject = 接手“{ $title }”的申请
notice-adoption-yours = “{ $title }”现在由您维护。
notice-adoption-yours-subject = 现由您维护：{ $title }
notice-adoption-declined = 您维护“{ $title }”的申请被拒绝。理由：{ $reason }
notice-adoption-declined-subject = 您接手“{ $title }”的申请
notice-adoption-passed = “{ $title }”现在由他人维护。
notice-adoption-passed-subject = 现由他人维护：{ $title }
