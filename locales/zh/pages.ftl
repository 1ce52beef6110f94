# Home
home-question = 您想解决什么问题？
home-lead = 您的问题，南方国家早已有人遇到过。请用您自己的话提问：Ayni会告诉您哪些做法有效、谁做过、到哪里去学。
home-examples = 例如
home-example-1 = 我们的棉田里有童工
home-example-2 = 家政工人没有社会保险
home-example-3 = 劳动监察员人手不足，查不过来
home-example-4 = 拾荒者想成立合作社
home-lives-here = 这里有什么
home-figures-open = 点击任一数字，即可查看其所统计的记录。
home-latest = 最新内容
ask-problem = 用您自己的话描述问题
ask-country = 您的国家（选填）
ask-any-country = 任何国家
ask-constituency = 您的身份（选填）
ask-anyone = 任何身份
ask-button = 看看谁解决过

# Answers
answers-title = 解答：{ $question }
answers-asked = 您的问题
answers-change = 修改问题
answers-parts = 解答分为三部分
answers-from = 来自{ $country }
answers-read-as = 理解为：{ $concept }
answers-mended = “{ $typed }”已按“{ $read }”理解
answers-worked = 哪些做法有效
answers-worked-count =
    { $count ->
       *[other] { $n }项实践
    }
answers-worked-lead = 与问题相符、有据可查的实践，并说明理由。
answers-who = 谁做过
answers-who-count =
    { $count ->
       *[other] { $n }个同行
    }
answers-who-lead = 做过这类工作的国家和组织，并附相关记录为证。
answers-learn = 到哪里去学
answers-learn-count =
    { $count ->
       *[other] { $n }项课程、活动和出版物
    }
answers-learn-lead = 与问题有关的课程、活动和出版物，最有用的排在最前。
answers-none-practices = 目前还没有与此问题相符、有据可查的实践。请换用其他词语，或省去一些细节。
answers-none-peers = 目前还不知道有哪个国家或组织做过这项工作。
answers-none-learning = 目前还没有与此问题相符的课程、活动或出版物。
answers-more-practices = 与此问题有关的全部实践
answers-more-learning = 与此问题有关的全部出版物
answers-how = 这份解答是如何得出的
answers-how-text = 系统以七种语言将问题中的词语与每条记录进行比对。同行是指在所找到的记录中分享自身经验的国家和组织；条件相近、语言相通、成果有记录，都会使其排名靠前。所有理由均予列明，背后别无隐情。
answers-empty = 请用几个词写下您想解决的问题。

# Search
search-heading =
    { $count ->
       *[other] 与“{ $question }”有关的{ $n }条记录
    }
search-all = 全部记录
search-understood = 理解为：{ $concepts }
search-mended = “{ $typed }”已按“{ $read }”理解。
search-ask-instead = 这是您想解决的问题吗？
search-ask-instead-link = 请以提问方式查询，了解哪些做法有效、谁做过、到哪里去学。
search-nothing = 未找到任何内容。请减少或更换词语，或移除某项筛选条件。
results = 结果

# Lists
list-practices = 实践
list-practices-lead = 做了什么、取得什么成果、能否推广到别处：劳动世界的南南合作和三方合作实践。
list-initiatives = 举措
list-initiatives-lead = 合作项目和行动：谁分享经验，谁借鉴经验，谁牵线搭桥。
list-publications = 资料库
list-publications-lead = 有关劳动世界南南合作和三方合作的报告、指南、手册和影片。
list-courses = 学院
list-courses-lead = 供从业者相互学习的课程。
list-events = 活动
list-events-lead = 博览会、论坛、研讨会、考察和学习之旅。
list-organizations = 组织
list-organizations-lead = 政府、工人组织、雇主组织以及与之合作的各方。
list-groupings = 国家集团
list-groupings-lead = 国家集团和网络，及其成员和加入时间。

# Countries, themes, goals
countries-title = 国家
countries-lead = 各国分享什么、寻求什么、与谁合作。
country-lead =
    { $count ->
       *[other] { $n }条记录。在{ $shares }项实践和举措中分享经验，在{ $seeks }项中借鉴经验。
    }
country-figures = 数字概览
country-shares = 分享什么
country-shares-none = 尚无该国分享自身经验的实践或举措记录。
country-looks-for = 寻求什么
country-looks-for-from = 从其借鉴他国经验的情况，可以看出该国在寻求什么。
country-looks-for-none = 尚无该国借鉴他国经验的实践或举措记录。
country-all = 查看全部
country-with-whom = 与谁合作
country-map-alt = 该区域的地图，南方在上，标出与该国合作过的国家。国名见下表。
country-partners-caption = 在实践和举措中与该国合作的国家
country-groupings = 历年所属国家集团
country-groupings-none = 该国不属于本平台所记录的任何国家集团。
country-groupings-alt = 条形图，显示该国自何时起属于各个国家集团。下表内容与此相同。
country-groupings-caption = 该国所属国家集团；一端带缺口表示来源未注明日期
country-conditions = 国情条件
country-like = 条件相近的国家
country-like-lead = 按区域、收入、非正规就业、脆弱性、语言和经济结构进行比较。
country-least-developed = 最不发达国家
country-landlocked = 内陆发展中国家
country-small-island = 小岛屿发展中国家
fact-income = 收入组别
fact-informality = 非正规就业
fact-informality-value = 占就业总量的{ $value }%
fact-structure = 经济结构
fact-structure-value = 农业占国内生产总值的{ $agriculture }%，工业占{ $industry }%，服务业占{ $services }%
fact-population = 人口
fact-youth-unemployment = 青年失业率
fact-youth-unemployment-value = 占15至24岁劳动力的{ $value }%
fact-urban = 城镇人口
fact-urban-value = 占总人口的{ $value }%
fact-languages = 官方语言
fact-fragile = 脆弱性
fact-fragile-value = 列入世界银行脆弱和受冲突影响局势名单
fact-source = 资料来源
fact-source-value = 国际劳工组织统计数据库（ILOSTAT）（非正规就业）、世界银行（收入、脆弱性）、美国中央情报局《世界概况》（其他数字）；均为可获得的最近年份数据
themes-title = 主题
themes-lead = 记录所涉主题，以及哪些做法有效、谁做过、到哪里去学。
theme-other-words = 又称：{ $words }
sdgs-title = 可持续发展目标
sdgs-lead = 按所服务的《2030年议程》目标查看记录。
sdg-heading = 目标{ $number }：{ $name }

# Map
map-title = 我们的北方是南方
map-lead = 谁与谁分享经验：根据实践和举措的记录绘制的合作图，南方在上，正如华金·托雷斯·加西亚所画。
map-alt = 南方在上的世界地图。线条从分享经验的国家连向借鉴经验的国家。全部内容见表格。
map-members-alt = 南方在上的世界地图，本记录所涉国家以颜色标出。国名见本页。
map-disclaimer = 地图上所示边界不代表对任何国家或领土的法律地位表示任何意见。
map-projection = 等地球投影（Equal Earth）
map-north-up = 转为北方在上
map-south-up = 转为南方在上
map-any-theme = 全部主题
map-any-modality = 全部合作方式
map-show = 显示
map-table = 以表格显示相同内容
map-caption = 合作流向：从分享方到借鉴方
map-summary =
    { $count ->
       *[other] { $n }对国家。国家颜色越深，表示其分享经验的记录越多；线条越粗，表示记录越多。
    }
map-from = 分享方
map-to = 借鉴方
map-records = 记录
map-rest =
    { $count ->
       *[other] 另有{ $n }对国家，见API数据。
    }

# Errors
lost-heading = 这条线没有通向任何地方
lost-text = 此地址没有页面。可能是地址有误，或页面已移走。
lost-near = 您要找的是不是以下页面？
failed-heading = 出错了
failed-text = 无法生成页面。这是我们的故障，已记录在案；请稍后再试。
gone-heading = 本记录已撤回
gone-mark = 已撤回
gone-lead = 原标题为“{ $title }”。任何内容都不会不留痕迹地删除：本页面将保留在原处。
gone-when = 撤回日期
gone-reason = 原因
gone-others = 查看其他同类记录

# About
about-title = Ayni在克丘亚语中意为平等者之间的互惠
about-lead = 今天我帮你，明天你帮我。在安第斯山区，邻居帮你盖屋顶不收报酬：等邻居盖屋顶时，你也会去帮忙。
about-what = 平台做什么
about-what-text = 某个劳动部、工会、雇主组织或城市在劳动世界遇到了问题，而南方国家早已有人遇到过。Ayni用提问者的语言，在一个页面上回答三个问题，网络不佳也能使用：在与我相似的条件下，哪些做法有效？谁做过并愿意分享？我可以到哪里去学？
about-rely = 您可以信赖什么
about-rely-text = 每条记录都注明来源。任何内容都不会由作者一人决定发布。任何内容都不会删除：凡撤回的，均保留其原因。每条记录都有维护方，并有下次复核的日期。
about-languages = 七种语言
about-languages-text = 网页提供阿拉伯语、中文、英语、法语、葡萄牙语、俄语和西班牙语版本。用其中一种语言提问，可找到所有语言的记录。记录如已译成您的语言，即以您的语言显示，否则以另一种语言显示，并在页面上注明。
about-data = 数据从何而来
about-data-text = 国家和语言名称：Unicode CLDR。国情条件：国际劳工组织统计数据库（ILOSTAT）、世界银行、美国中央情报局《世界概况》。地图：Natural Earth。目标：联合国。每条记录均列出其自身来源。
about-run = 运行您自己的平台
about-run-text = Ayni由一个程序和一个数据文件夹组成。任何部委、工会或大学都可以在本国以自己的名义运行。
accessibility-title = 无障碍
accessibility-lead = Ayni力求让每个人都能使用，不论使用何种设备、何种网络连接。
accessibility-standard = 标准
accessibility-standard-text = 网页按照WCAG 2.2的AA级要求制作。每个页面的每种语言版本都由程序进行测试；这能发现许多缺陷，但并非全部。
accessibility-how = 如何使用
accessibility-how-text = 所有功能均可通过键盘、在不启用JavaScript的情况下、借助屏幕阅读器、放大至400%时以及在浅色和深色模式下使用。每幅地图和图示都配有内容相同的表格或列表。任何信息都不会只用图像表达。
accessibility-limits = 已知局限
accessibility-limits-text = 标题以其发布时的语言显示；没有译文时，页面会标明语言，以便屏幕阅读器正确朗读。其他网站上的文件可能不符合无障碍要求。
accessibility-tell = 告诉我们
accessibility-tell-text = 如果您在使用中遇到困难，请致函本站运营方。任何障碍都会作为缺陷处理。
privacy-title = 隐私
privacy-lead = 您无需告诉我们您是谁，即可阅读和提问。
privacy-what = 保存哪些读者信息
privacy-what-text = 什么都不保存。阅读时没有Cookie，没有访客计数器，也没有来自其他网站的文件。不存储提问内容。服务器日志只记录页面类型、结果和所用时间，既不含读者的地址，也不含其提问。
privacy-members = 关于成员保存哪些内容
privacy-members-text = 对登录的人，只保存其电子邮件地址、其本人添加的其他登录方式和一个Cookie，其中只有一个随机数；在登录的两个步骤之间，另有一个同样的Cookie，最多保存半小时。成员填写的个人信息在其本人公开之前，任何人都看不到。登录情况可以随时查看和终止。防止猜测的计数器以不可读的形式保存网络地址，且只保存一天。
privacy-records = 记录中的个人
privacy-records-text = 记录的内容是组织、国家和出版物。出版物作者的姓名按出版者的署名方式列出。
privacy-rights = 您的权利
privacy-rights-text = 如果某条记录误载了您的姓名，或不应载有您的姓名，请致函本站运营方：该记录将予更正或撤回，并注明原因。
