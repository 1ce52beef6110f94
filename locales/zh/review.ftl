# 等待审阅的草稿
review = 审阅
review-lead = 他人撰写的内容，等待最久的排在最前。
review-queue = 等待审阅
review-empty = 没有等待审阅的内容。
review-waits =
    { $count ->
        [0] 今天开始等待
       *[other] 已等待{ $n }天
    }
review-new = 新记录
review-revision = 对记录的修改
review-own = 其中一部分由您撰写，因此由他人决定。
review-no-title = 无标题
review-duty = 待审阅：{ $title }（{ $kind }）
review-said-changes-requested = 已请作者修改。
review-said-declined = 草稿未被采纳，作者已获知原因。

# 一份草稿
review-by = 作者：{ $names }
review-for = 代表：{ $organization }
review-written-in = 原文语言：{ $language }
review-state-draft = 撰写中
review-state-in-review = 审阅中
review-state-changes-requested = 已请作者修改
review-state-published = 已发布
review-state-declined = 未采纳
review-state-abandoned = 已搁置
review-record = 已发布的记录
review-changes = 修改内容
review-moved-on = 自草稿开始以来，记录已有变化。其他位置的修改在发布时保留。
review-comment = 对此评论
review-comment-words = 您的评论
review-comment-send = 发送评论
review-comments = 对整体的评论
review-comment-all = 您对整体的评论
review-settled = 已解决
review-settle = 标记为已解决
review-duplicates = 是否已经存在？
review-duplicates-help = 按其标题找到的记录。
review-checklist = 核对清单
review-checklist-help = 发布前，每一项都须回答“是”或“不适用”。
review-open =
    { $count ->
        [0] 没有未完成的项目。
       *[other] 还有{ $n }项未完成。
    }
review-earlier = 该回答针对的是文本的较早版本。
review-note = 备注
review-save = 保存回答
review-words = 致作者
review-words-help = 请作者修改或不采纳时写明原因，发布时写一条说明。已发布记录的说明是公开的。
review-publish = 发布
review-ask = 请作者修改
review-decline = 不采纳
review-steps = 迄今经过
review-signed = { $name }，{ $date }
review-step-submitted = 已提交
review-step-changes-requested = 已请作者修改
review-step-published = 已发布
review-step-declined = 未采纳
review-step-abandoned = 已搁置
review-step-resumed = 已恢复
review-answer-yes = 是
review-answer-not-applicable = 不适用
review-answer-no = 否

# 清单项目
review-point-true-to-sources = 所述内容见于来源。
review-point-sources-open = 来源可以打开，且是正确的来源。
review-point-own-words = 用作者自己的话写成，引文有标明。
review-point-plain-words = 其他领域的人也能看懂。
review-point-not-there-yet = 此处没有以其他标题存在。
review-point-nobody-exposed = 不使任何人处于危险，也不透露任何人的隐私。
review-point-rights-at-work = 尊重工作中的权利。
review-point-counts-as-practice = 已经实施，属于实践。
review-point-results-shown = 说明了结果，包括未成功之处。
review-point-others-can-use-it = 别处的人读后可以照做。
review-point-partners-agree = 合作伙伴知情并同意。
review-point-roles-fit = 各国和合作伙伴的作用正确。
review-point-constituents-named = 列明了参与的政府、工人组织和雇主组织。
review-point-figures-sourced = 每个数字都有来源。
review-point-licence-stated = 注明了许可。
review-point-files-open = 文件可以打开，且与说明相符。
review-point-dates-and-place = 日期和地点正确。
review-point-who-can-take-part = 说明了谁可以参加以及如何参加。
review-point-it-exists = 确实存在。
review-point-name-as-published = 名称与其自己公布的一致。
review-point-constituency-fits = 所属类别正确。
review-point-members-and-dates = 成员完整，并注明加入和退出日期。

# 未能进行
review-too-long = 超过5,000个字符，请缩短。
review-refused-stale = 您打开之后作者又修改了文本。请重新查看后再决定。
review-refused-unchecked =
    { $count ->
       *[other] 清单中还有{ $n }项未完成。您的回答已保存。
    }
review-refused-moved-on = 在此期间记录在相同位置已被修改：{ $places }。请作者将两者合并。
review-refused-unfinished = 此处有缺漏或错误：{ $places }。请作者修改。
review-refused-needs-words = 请写明原因，作者会看到。
review-refused-own-work = 其中一部分由您撰写，因此由他人决定。
review-refused-nothing-new = 记录中已有这些内容。
review-refused-wrong-state = 在此期间已有人作出决定。
review-refused-withdrawn = 在此期间该记录已被撤回。

# 通知和邮件
mail-open = 打开
notice-review-changes-requested = “{ $title }”已退回给您。审阅者请您修改：{ $reason }
notice-review-changes-requested-subject = 请修改：{ $title }
notice-review-published = “{ $title }”已发布。审阅者写道：{ $reason }
notice-review-published-subject = 已发布：{ $title }
notice-review-declined = “{ $title }”未被采纳。原因：{ $reason }
notice-review-declined-subject = 未被采纳：{ $title }
notice-review-remind-author = “{ $title }”在等待您。已等待天数：{ $days }。
notice-review-remind-author-subject = 等待您处理：{ $title }
notice-review-remind-reviewers = “{ $title }”在等待审阅。已等待天数：{ $days }。
notice-review-remind-reviewers-subject = 等待审阅：{ $title }
notice-review-abandoned = “{ $title }”因无人继续而被搁置。您可以恢复它。未变动天数：{ $days }。
notice-review-abandoned-subject = 已搁置：{ $title }

# 字段的变化
change-added = 新增
change-removed = 删除
change-changed = 修改
change-original = 更换原文语言
change-went = 删除：
change-came = 新增：
change-end = （完）
change-a-member = 一名成员
change-field-title = 标题
change-field-summary = 摘要
change-field-name = 名称
change-field-countries-by-role = 按作用列出的国家
change-field-adapted-from = 改编自
change-field-start = 开始
change-field-end = 结束
change-field-criteria = 良好实践的标准
change-field-innovative = 创新
change-field-effective = 有效
change-field-replicable = 可复制
change-field-sustainable = 可持续
change-field-relevant = 切合需要
change-field-ethical = 合乎伦理
change-field-efficient = 高效
change-field-tripartite = 三方性
change-field-amount = 金额
change-field-currency = 货币
change-field-url = 网址
change-field-topic = 主题
change-field-original = 原文语言
change-field-licence = 许可

# 记录的历史
history = 历史
history-lead = 所有版本，最新的在前：改了什么、何时、由谁、为何。
history-heading = { $number }. { $what }，{ $date }
history-who = 作者：{ $author }；核准：{ $reviewer }
history-name-for = { $name }（代表{ $organization }）
history-first = 第一个版本。
history-no-field = 没有字段变化。
history-change-published = 发布
history-change-revised = 修订
history-change-withdrawn = 撤回
history-change-restored = 恢复
history-change-aged = 时效变化
history-change-confirmed = 确认仍然属实
history-change-adopted = 更换维护方
history-change-translated = 翻译
history-change-objected = 提出异议
history-change-answered = 答复异议
history-restore = 恢复此版本
history-reason = 为什么？所有人都能看到。
history-needs-reason = 请写明恢复此版本的原因，最多2,000个字符。
history-same = 记录现在的内容与此相同。
history-restored = 旧版本已作为新版本恢复。
history-restored-note = 同第{ $number }版：{ $reason }
history-older = 更早的版本
