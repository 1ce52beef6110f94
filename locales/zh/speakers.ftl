# Who speaks for an organization, on its page
speakers = 谁代表该组织
speakers-since = 自{ $date }起
speakers-unnamed = { $count ->
   *[other] { $n }名不公开姓名的联络人，最早自{ $date }起
}
speakers-nobody = 目前无人代表该组织。
speakers-nobody-since = 自{ $date }起无人代表该组织。
speakers-ask = 申请代表它
speakers-all = 代表该组织的所有人

# For those who answer for it
speakers-term = { $since }至{ $until }
speakers-end = 终止授权
speakers-reason = 为什么终止？
speakers-reason-help = 失去授权的人会看到。
speakers-ended = 授权已终止。
notice-mandate-asked = 有人申请代表{ $organization }。
notice-mandate-asked-subject = 代表{ $organization }的申请
notice-mandate-ended = 您代表{ $organization }的授权已被他人终止。理由：{ $reason }
notice-mandate-ended-subject = 您代表{ $organization }的授权已终止
