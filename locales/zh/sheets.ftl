# Spreadsheets: to have and to bring
sheets = 电子表格
sheets-lead = 下载记录，在电子表格中修改，再把文件交回来。在任何改动发生之前，您都能准确看到会改变什么；发布之前还会由他人审阅。
sheets-bring = 交回电子表格
sheets-kind = 里面是什么？
sheets-kind-help = 只有文件本身没有说明时才需要选择：文件名、工作表名或kind列都可以说明。
sheets-kind-any = 以文件为准
sheets-file = 文件
sheets-file-help = XLSX或CSV，最多{ $size }、{ $rows }行。
sheets-show = 显示会改变什么
sheets-brought = 您从昨天起交来的表格
sheets-get = 获取电子表格
sheets-get-lead = 每个字段一列。XLSX文件的第二张工作表说明单元格的写法和可用的代码；CSV文件只有各列。每个记录列表也可以按您的筛选结果下载为电子表格。
sheets-caption = 各类型的文件
sheets-template = 空白模板
sheets-kept = 由您维护的记录
sheets-as = 下载为电子表格（{ $format }）
sheets-rules = 读取规则
sheets-rule-slug = slug列说明一行涉及哪条记录。使用新名称的行会新建一条记录。
sheets-rule-empty = 空单元格会清空相应字段。
sheets-rule-absent = 文件中没有的列，其字段保持不变。不需要的列和行可以删去。
sheets-rule-languages = 每种语言的文本各占一列，如title.en和title.pt。您可以添加其他语言。
sheets-rule-review = 您提交的内容会成为审阅中的草稿。您已经开始的草稿会被修改，不会重复。

# What is wrong with a file
sheets-error-none = 请选择一个非空的文件。
sheets-error-large = 文件超过{ $most }。请分成几部分发送。
sheets-error-broken = 文件没有完整送达。请重新发送。
sheets-error-much = 文件的内容超出一次读取的上限。请分成几部分发送，并去掉不需要的工作表和列。
sheets-error-rows = 文件超过{ $most }行。请分成几部分发送。
sheets-error-nothing = 列名下面没有任何行。
sheets-error-old = 这是旧格式（XLS）的工作簿，或设有密码。请另存为不带密码的XLSX。
sheets-error-no-sheet = 这不是电子表格：既不是工作簿（XLSX），也不是分列的文本（CSV）。
sheets-error-damaged = 这个工作簿已损坏。请用电子表格软件打开，重新保存为XLSX后再发送。
sheets-error-columns = 没有一行写有列名。请取用空白模板，把您的行复制到列名下面；其中一个列名是slug。
sheets-error-twice = { $column }列出现了两次，无法确定以哪一列为准。请删去其中一列。
sheets-error-kind = 文件没有说明各行是什么。请选择后重新发送文件。
sheets-error-cell = 记录{ $slug }的“{ $column }”太长，XLSX单元格容纳不下。请改用CSV。
sheets-error-list = 记录超过{ $most }条。请先用筛选缩小列表。
sheets-note-encoding = 文本不是UTF-8编码，已按Windows-1252读取：请检查所有字符是否正确。
sheets-note-column = { $column }列（{ $name }）不是这类记录的字段，已略过；非空单元格数：{ $cells }。
sheets-note-sheet = 工作表{ $sheet }没有列名，已略过。

# What it would change
sheet-heading = 这份电子表格会改变什么
sheet-lead = 目前还没有任何改动。请选择要提交的行。
sheet-made = { $count ->
   *[other] 已提交{ $n }份草稿供审阅。它们列在下面，也在您的草稿中。
}
sheet-count-new = { $count ->
   *[other] { $n }条新记录
}
sheet-count-changed = { $count ->
   *[other] { $n }处对现有内容的修改
}
sheet-count-unchanged = { $count ->
   *[other] { $n }行没有任何改动
}
sheet-count-refused = { $count ->
   *[other] { $n }行无法采用
}
sheet-rows = 可提交的行
sheet-place = 第{ $row }行
sheet-place-in = { $sheet }第{ $row }行
sheet-row-new = 新记录 { $record }
sheet-row-changed = 修改 { $record }
sheet-row-draft = 修改您的草稿 { $record }
sheet-draft = 您的草稿
sheet-changes = { $count ->
   *[other] { $n }个字段
}
sheet-hand-in = 提交
sheet-hand-in-text = 每个选定的行都会成为一份审阅中的草稿，由未参与撰写的人阅读后发布。
sheet-submit = 提交选定的行
sheet-none-chosen = 请至少选择一行。
sheet-too-many = 有{ $number }行会带来改动。一次最多提交{ $most }行：请把文件分成几部分发送。
sheet-again = 其中一些行所涉及的内容在您查看之后发生了变化，因此没有提交。这些行已经标出：请查看它们现在会改变什么，再重新选择。
sheet-again-row = 在您查看之后，这里发生了变化。下面是该行现在会带来的改动。
sheet-stopped = 由于标出的行，没有提交任何内容：{ $reason }
sheet-nothing = 这个文件不会带来任何改动。
sheet-drafts = 已在您的草稿中
sheet-drafts-lead = 这些草稿的内容与文件中的行相同。
sheet-refused = 无法采用的行
sheet-refused-lead = 它们不妨碍其他行。请下载这些行，按reason列的说明改正，再交回那个文件。
sheet-refused-file = { $kind }：未采用的行（CSV）
sheet-refused-row = 行
sheet-refused-column = 列
sheet-refused-value = 值
sheet-refused-problem = 问题
sheet-refused-more = { $count ->
   *[other] 文件中还有{ $n }处。
}
sheet-obstacle-withdrawn = 这条记录已撤回，不能修改。
sheet-obstacle-taken = 有人正在用这个名称撰写新记录。请换一个名称。
sheet-nothing-new = 这样您的草稿就与记录相同了。如果您不再想修改，请搁置草稿。
sheet-problem-code = 这不是列表中的代码。模板的Codes工作表列有全部代码。
sheet-problem-slug = 请填写1至120个字符：字母a至z、数字，以及其间的单个连字符，如school-meals-2019。
sheet-problem-error = 单元格显示错误。请填写它的值。
sheet-problem-formula = 单元格中的公式从未计算过。请用电子表格软件打开文件，保存后再发送。
sheet-problem-merged = 这个单元格与其他单元格合并了。请拆分单元格，并在每个单元格中填写值。
sheet-problem-ambiguous = 作为数字，8.1和8.10没有区别。请把单元格设为文本格式，重新填写。
sheet-problem-parts = 这个单元格中有一行的部分过多。文本中的竖线请写成 \|
sheet-problem-kind = 该行写明的类型与工作表的类型不同。
notice-sheet-submitted = 来自电子表格的草稿等待审阅，共{ $number }份。
notice-sheet-submitted-subject = 来自电子表格的草稿等待审阅：{ $number }

# Words of a template
sheet-legend-column = 列
sheet-legend-heading = 标题
sheet-legend-required = 必填
sheet-legend-about = 含义
sheet-legend-how = 单元格的写法
sheet-column-slug = 网址中的名称
sheet-column-order = 语言顺序
sheet-about-kind = 工作表各行的类型。可以留空。
sheet-about-slug = 记录网址的结尾：a至z、0至9和连字符。它说明一行涉及哪条记录，永不改变。
sheet-about-original = 记录原文的语言，英文除外。
sheet-about-order = 这段文本的语言，原文在前；与列的顺序相同时留空。
sheet-how-text = 文本
sheet-how-text-in = 这种语言的文本：{ $language }
sheet-how-code = 一个代码
sheet-how-codes = 多个代码，用 ; 分隔
sheet-how-list = 多段文本，用 ; 分隔或各占一行；文本中的分号写成 \;
sheet-how-count = 整数
sheet-how-amount = 数字，不用千位分隔符，用小数点
sheet-how-date = YYYY、YYYY-MM或YYYY-MM-DD
sheet-how-entries = 每行一项：{ $parts }；括号中的部分可以省略；文本中的竖线写成 \|
sheet-how-order = 语言代码，用 ; 分隔
