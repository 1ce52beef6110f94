# Why something fits: a short label, then the reason.
reason-label-text-match = المشكلة نفسها
reason-label-role = تجربة فعلية
reason-label-facilitator-of-similar = تيسير التعاون
reason-label-same-theme = الموضوع نفسه
reason-label-comparable-country = ظروف مماثلة
reason-label-shared-language = اللغة
reason-label-past-exchange = شريك سابق
reason-label-same-constituency = الصفة نفسها
reason-label-modality-fit = الشكل
reason-label-evidence = الأدلة
reason-label-asked-place = المكان
reason-label-asked-near = الجوار
matching-reason-text-match =
    { $count ->
        [zero] لا سجلات تتناول ما تسألون عنه
        [one] سجل واحد يتناول ما تسألون عنه
        [two] سجلان يتناولان ما تسألون عنه
        [few] { $n } سجلات تتناول ما تسألون عنه
        [many] { $n } سجلاً تتناول ما تسألون عنه
       *[other] { $n } سجل تتناول ما تسألون عنه
    }
matching-reason-text-match-record = يتناول ما تسألون عنه
matching-reason-role-provider = سبق تقاسم الخبرة في عمل من هذا القبيل
matching-reason-role-peer = سبق تبادل الخبرة على قدم المساواة في عمل من هذا القبيل
matching-reason-facilitator-of-similar = سبق الجمع بين أطراف أخرى من أجل عمل من هذا القبيل، أو تمويله
matching-reason-same-theme = { $themes }
matching-reason-comparable-country = { $likenesses }
matching-reason-comparable-record = نُفّذ في { $country }: { $likenesses }
matching-reason-shared-language = لغة يتحدث بها الجانبان: { $language }
matching-reason-past-exchange =
    { $count ->
        [zero] لم يسبق تقاسم الخبرة مع بلدكم
        [one] سبق تقاسم الخبرة مع بلدكم
        [two] سبق تقاسم الخبرة مع بلدكم مرتين
        [few] سبق تقاسم الخبرة مع بلدكم { $n } مرات
        [many] سبق تقاسم الخبرة مع بلدكم { $n } مرة
       *[other] سبق تقاسم الخبرة مع بلدكم { $n } مرة
    }
matching-reason-same-constituency = من بين من يتقاسمون الخبرة هناك أيضاً: { $constituency }
matching-reason-modality-fit = شكل التعاون المناسب: { $modality }
matching-reason-evidence =
    { $count ->
        [zero] لا تقاسم للخبرة في أي تعاون مسجّل؛ النتائج الموثّقة: { $with_results }
        [one] تقاسم الخبرة في عملية تعاون واحدة مسجّلة؛ النتائج الموثّقة: { $with_results }
        [two] تقاسم الخبرة في عمليتي تعاون مسجّلتين؛ النتائج الموثّقة: { $with_results }
        [few] تقاسم الخبرة في { $n } عمليات تعاون مسجّلة؛ النتائج الموثّقة: { $with_results }
        [many] تقاسم الخبرة في { $n } عملية تعاون مسجّلة؛ النتائج الموثّقة: { $with_results }
       *[other] تقاسم الخبرة في { $n } عملية تعاون مسجّلة؛ النتائج الموثّقة: { $with_results }
    }
matching-reason-evidence-record = نتائجه موثّقة
matching-reason-asked-place = يقع حيث تسألون
matching-reason-asked-near = في الجوار، كما طلبتم
matching-likeness-subregion = كلاهما في { $region }
matching-likeness-region = كلاهما في { $region }
matching-likeness-language = { $language } لغة رسمية في كليهما
matching-likeness-income = فئة الدخل نفسها ({ $group })
matching-likeness-informality = يمثل العمل غير المنظم { $a }% و{ $b }% من العمالة
matching-likeness-structure = بنية اقتصادية متشابهة
matching-likeness-fragile = كلاهما يعيش حالة هشاشة أو سبق أن عاشها
matching-likeness-small-island = كلاهما دولة جزرية صغيرة نامية
matching-likeness-landlocked = كلاهما بلد نامٍ غير ساحلي
matching-likeness-least-developed = كلاهما من أقل البلدان نمواً
