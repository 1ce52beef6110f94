# 翻译台
translate = 翻译台
translate-lead = 请用您的语言讲述他人的做法。您写的内容在他人审阅之前一直是草稿。
translate-to = 译成哪种语言？
translate-records = 记录
translate-tab = { $what }：{ $n }
translate-show-missing = 尚未翻译
translate-show-outdated = 译文已过时
translate-show-waiting = 等待第二人审阅
translate-nothing-missing = 在这种语言中，您可以翻译的内容均已齐备。
translate-nothing-outdated = 这种语言没有过时的译文。
translate-partial = 尚未查看完所有记录。请再打开一次此列表。
translate-missing =
    { $count ->
       *[other] { $all }段文字中缺{ $n }段
    }
translate-outdated =
    { $count ->
       *[other] { $n }段译文已过时，最早自第{ $revision }版起
    }
translate-waiting-here =
    { $count ->
       *[other] { $n }段译文等待第二人审阅
    }
translate-yours = 您已开始的
translate-begun = { $title }：继续（{ $language }）
translate-came-back = { $title }：已退回给您（{ $language }）

# 一条记录
translate-from-to = 原文：{ $from }。译文：{ $to }。
translate-original = 原文：{ $language }
translate-translation = 译文：{ $language }
translate-is-original = 这条记录是用这种语言写的。请选择另一种语言。
translate-state-missing = 尚未翻译
translate-state-draft = 草稿
translate-state-reviewed = 已翻译
translate-state-outdated = 自第{ $revision }版起已过时
translate-changed = 翻译之后原文的改动
translate-published = 记录目前的内容
translate-own-draft = 您{ $date }的草稿。
translate-own-waiting = 已于{ $date }提交，由他人审阅。如有改动，请重新提交。
translate-own-returned = 已于{ $date }退回给您：
translate-other-waits = 等待第二人审阅
translate-by-machine = 机器翻译
translate-by-machine-text = 提交前请通读并修改。
translate-keep = 我已重新看过：译文仍然正确
translate-hand-over = 保存并提交
translate-hand-over-all = 保存并全部提交
translate-saved = 已保存，尚未发布。
translate-handed-over = 已提交。发布前由他人审阅。
translate-conflict = 在此期间您在另一个窗口保存了另一段文字。两者均列于下方。现在保存，则保留输入框中的内容，另一段文字将消失。
translate-elsewhere = 您在另一个窗口保存的内容
translate-suggest = 请机器建议
translate-suggest-all = 请机器翻译尚无人着手的内容
translate-suggest-text = 按下按钮后，原文会发送到{ $host }，并以草稿形式返回。在此之前不发送任何内容。
translate-suggested = 机器的草稿列于下方。提交前请通读并修改。
translate-machine-too-often = 您请求机器的次数过多，需要稍候。您自己写的内容已保存。请一小时后再试。
translate-machine-too-long = 这段文字对机器来说太长。您自己写的内容已保存。
translate-machine-failed = 机器没有给出可用的答复。您自己写的内容已保存。
translate-machine-nothing = 没有其他内容可请机器翻译。您自己写的内容已保存。
translate-terms = 术语
translate-terms-text = 原文中出现的概念表术语，以及它们在另一种语言中的说法。
translate-no-terms = 原文中没有概念表的术语。

# 审阅他人的译文
translations-waiting = 等待第二人审阅的译文
translations-waiting-lead = 请逐段与原文对照。您通过的内容立即发布。
translations-waiting-nothing = 没有等待审阅的译文。
translations-all-languages = 所有语言
translations-own = 这段由您撰写，因此由他人决定。
translations-moved = 写下这段译文之后，原文有改动：
translations-instead = 它对已发布译文的改动
translations-through = 通过
translations-back = 退回
translations-reason = 哪里还不对？作者会读到。
translations-refused-stage = 已有人先一步处理，或作者已取回修改。
translations-refused-fit = 记录已改动，这段文字不再适合。
translations-done-through = 译文已发布。
translations-done-back = 译文已退回，并已告知作者原因。
duty-translations =
    { $count ->
       *[other] { $n }段译文等待第二人审阅
    }
duty-translations-returned =
    { $count ->
       *[other] 您有{ $n }段译文被退回
    }
notice-translation-through = 您为“{ $title }”翻译的“{ $field }”已发布。
notice-translation-through-subject = 您的译文已发布：{ $title }
notice-translation-returned = 您为“{ $title }”翻译的“{ $field }”已退回。原因：{ $reason }
notice-translation-returned-subject = 您的译文已退回：{ $title }

# 记录页面
help-translate = 协助翻译
fact-original = 原文语言
record-title-shown-in = 标题以{ $language }显示。
record-outdated = 原文自第{ $revision }版起已有改动，这段译文尚未更新。
record-by-machine = 机器翻译，发布前经人审阅。
