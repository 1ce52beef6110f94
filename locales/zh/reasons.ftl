# Why something fits: a short label, then the reason.
reason-label-text-match = 问题相同
reason-label-role = 做过
reason-label-facilitator-of-similar = 牵线搭桥
reason-label-same-theme = 主题相同
reason-label-comparable-country = 条件相近
reason-label-shared-language = 语言
reason-label-past-exchange = 老伙伴
reason-label-same-constituency = 与您同类
reason-label-modality-fit = 合作方式
reason-label-evidence = 证据
reason-label-asked-place = 地点
reason-label-asked-near = 邻近
matching-reason-text-match =
    { $count ->
       *[other] 有{ $n }条记录谈到您所问的内容
    }
matching-reason-text-match-record = 谈到您所问的内容
matching-reason-role-provider = 曾在此类工作中分享自身经验
matching-reason-role-peer = 曾在此类工作中以平等身份交流经验
matching-reason-facilitator-of-similar = 曾为此类工作牵线搭桥或提供资金
matching-reason-same-theme = { $themes }
matching-reason-comparable-country = { $likenesses }
matching-reason-comparable-record = 在{ $country }开展：{ $likenesses }
matching-reason-shared-language = 双方都使用{ $language }
matching-reason-past-exchange =
    { $count ->
       *[other] 曾与贵国分享经验{ $n }次
    }
matching-reason-same-constituency = { $constituency }也在那里分享经验
matching-reason-modality-fit = 适合采用的方式：{ $modality }
matching-reason-evidence =
    { $count ->
       *[other] 在{ $n }项有记录的合作中分享经验；其中成果有据可查的：{ $with_results }项
    }
matching-reason-evidence-record = 成果有据可查
matching-reason-asked-place = 位于您所问的地方
matching-reason-asked-near = 如您所问，就在邻近
matching-likeness-subregion = 都位于{ $region }
matching-likeness-region = 都位于{ $region }
matching-likeness-language = { $language }同为双方的官方语言
matching-likeness-income = 收入组别相同（{ $group }）
matching-likeness-informality = 非正规就业分别占就业总量的{ $a }%和{ $b }%
matching-likeness-structure = 经济结构相似
matching-likeness-fragile = 目前或曾经都是脆弱国家
matching-likeness-small-island = 都是小岛屿发展中国家
matching-likeness-landlocked = 都是内陆发展中国家
matching-likeness-least-developed = 都是最不发达国家
