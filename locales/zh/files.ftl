# Files of drafts and records, and letters
draft-files-lead = 读者可以下载的文件。类型以内容为准：{ $types }；每个文件不超过{ $size }，每份草稿不超过{ $n }个。
draft-file-new = 添加文件或影片
draft-file = 文件
draft-file-title = 读者看到的名称（若文件名不足以说明）
draft-file-language = 文件的语言
draft-file-licence = 读者可以怎样使用
draft-file-licence-help = 由权利人决定。CC BY：注明来源即可自由使用；NC：不得营利；ND：不得改动；SA：以相同条件传播；IGO：国际组织所用的形式。
draft-film = 或其他网站上影片、录音的网址
draft-film-help = 它留在原处：读者看到带有网站名称的链接。网址保存在来源中。
draft-file-add = 保存并添加
draft-file-leave = 保留
draft-file-added = 随这份草稿添加
draft-file-goes = 草稿发布时去掉
licence-public-domain = 公有领域：可自由使用
licence-all-rights-reserved = 保留所有权利：仅供阅读
licence-unknown = 使用条件不明：使用前请询问
file-pages =
    { $count ->
       *[other] { $n }页
    }
file-checked = 于{ $date }核验
file-damaged = 此文件已损坏或丢失，修复之前不提供下载。
file-first-page = { $name }的第一页
file-film = 影片，在另一网站{ $site }
file-recording = 录音，在另一网站{ $site }
file-refused-size = 文件超过{ $size }。请缩小或拆分。您键入的内容均已保存。
file-refused-form = 表格一次所含内容过多。请每次只发送一个文件。此前键入的内容已保存。
file-refused-transfer = 文件未完整送达。请重新选择。此前键入的内容已保存。
file-refused-empty = 文件是空的。
file-refused-type = 文件内容不属于可接受的类型：{ $types }。
file-refused-name = 文件内容是{ $type }，但文件名并非如此。如果无误，请让文件名以{ $ending }结尾。
file-refused-broken = 文件无法作为{ $type }读取：它已损坏或受保护。请去掉密码后重新保存。
file-refused-unpacks = 文件解压后远远大于其大小，没有文档会是这样。
file-refused-picture = 图片已损坏，或超过{ $pixels }像素。请缩小。
file-refused-today = 您今天已交来{ $n }个文件。请明天继续。
file-refused-many = 草稿已有{ $n }个文件。请先去掉一个。
file-refused-missing = 请选择文件，或填写影片的网址。
file-refused-licence = 请说明读者可以怎样使用该文件，并重新选择文件。
file-refused-link = 这不是此处可识别的影片或录音网址。其他网页请放在来源中。
mandates-letter = 证明信（如果有）
mandates-letter-help = { $types }，不超过{ $size }。只有作出决定的人能打开。授权结束或申请被拒一年后即删除。
mandates-letter-open = 打开证明信（{ $size }）
