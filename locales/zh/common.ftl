# What stands on every page.
skip-to-content = 跳至正文
search-label = 搜索记录
search-button = 搜索
menu = 菜单
menu-main = 主菜单
menu-map = 地图
language = 语言：
language-choose = 选择语言
breadcrumbs = 当前位置
footer-motto = 今天我帮你，明天你帮我。
footer-licence = 注明来源即可自由使用这些记录（CC BY 4.0）。Ayni是自由软件：任何机构都可以运行自己的平台。
footer-about = 关于
footer-reuse = 数据任您取用
footer-api = 应用程序接口（API）
footer-feed = 全部记录的订阅源
feed-all = 全部记录
feed-kind = { $kind }：最新记录
follow-feed = 通过订阅源关注
about-link = Ayni是什么
accessibility-link = 无障碍
privacy-link = 隐私
contact = 联系方式
# A comma between entries of a list; _ stands for a space.
list-comma = 、
count-records =
    { $count ->
       *[other] { $n }条记录
    }
count-members =
    { $count ->
       *[other] { $n }个成员
    }
countries-more =
    { $count ->
       *[other] 另外{ $n }个
    }
from-to = { $from } → { $to }
filter = 筛选
filter-used =
    { $count ->
       *[other] 筛选，已启用{ $n }项
    }
filters = 筛选条件
filters-in-use = 已启用的筛选条件
filter-remove = （移除此筛选条件）
filter-more = 更多
order = 排序
order-relevance = 最相关
order-newest = 最新
order-title = 标题
pages = 分页
page-first = 第一页
page-next = 下一页
found-because = 找到的原因
found-concept = 含义相同
found-as = “{ $said }”在记录中表述为“{ $found }”
why-here = 为何列在这里
why-peer = 为何推荐这一同行
result-label = 结果
