# مكتب الترجمة
translate = مكتب الترجمة
translate-lead = انقلوا إلى لغتكم ما أنجزه الآخرون. يبقى ما تكتبونه مسودة إلى أن يقرأه شخص آخر.
translate-to = إلى أي لغة؟
translate-records = السجلات
translate-tab = { $what }: { $n }
translate-show-missing = لم تُترجم بعد
translate-show-outdated = تقادمت ترجمتها
translate-show-waiting = في انتظار قارئ ثانٍ
translate-nothing-missing = لا ينقص في هذه اللغة شيء يمكنكم ترجمته.
translate-nothing-outdated = لا توجد ترجمة متقادمة إلى هذه اللغة.
translate-partial = لم تُفحص كل السجلات بعد. افتحوا هذه القائمة مرة أخرى.
translate-missing =
    { $count ->
        [one] ينقص نص واحد ({ $n }) من أصل { $all }
        [two] ينقص نصّان ({ $n }) من أصل { $all }
        [few] تنقص { $n } نصوص من أصل { $all }
       *[other] ينقص { $n } نصًا من أصل { $all }
    }
translate-outdated =
    { $count ->
        [one] نص واحد ({ $n }) تقادمت ترجمته منذ النسخة { $revision }
        [two] نصّان ({ $n }) تقادمت ترجمتهما، أولهما منذ النسخة { $revision }
        [few] { $n } نصوص تقادمت ترجمتها، أولها منذ النسخة { $revision }
       *[other] { $n } نصًا تقادمت ترجمتها، أولها منذ النسخة { $revision }
    }
translate-waiting-here =
    { $count ->
        [one] نص واحد ({ $n }) ينتظر قارئًا ثانيًا
        [two] نصّان ({ $n }) ينتظران قارئًا ثانيًا
        [few] { $n } نصوص تنتظر قارئًا ثانيًا
       *[other] { $n } نصًا تنتظر قارئًا ثانيًا
    }
translate-yours = ما بدأتموه
translate-begun = { $title }: متابعة العمل ({ $language })
translate-came-back = { $title }: أُعيد إليكم ({ $language })

# سجل واحد
translate-from-to = الأصل: { $from }. الترجمة: { $to }.
translate-original = الأصل: { $language }
translate-translation = الترجمة: { $language }
translate-is-original = كُتب هذا السجل بهذه اللغة. اختاروا لغة أخرى.
translate-state-missing = لم يُترجم بعد
translate-state-draft = مسودة
translate-state-reviewed = مترجم
translate-state-outdated = ترجمة متقادمة منذ النسخة { $revision }
translate-changed = ما الذي تغيّر في الأصل منذ ترجمته
translate-published = ما يقوله السجل الآن
translate-own-draft = مسودتكم بتاريخ { $date }.
translate-own-waiting = سُلّمت في { $date }. يقرؤها شخص آخر. إذا غيّرتموها فسلّموها من جديد.
translate-own-returned = أُعيدت إليكم في { $date }:
translate-other-waits = تنتظر قارئًا ثانيًا
translate-by-machine = ترجمة آلية
translate-by-machine-text = راجعوها قبل تسليمها.
translate-keep = راجعتها من جديد: ما زالت صحيحة
translate-hand-over = حفظ وتسليم
translate-hand-over-all = حفظ وتسليم الكل
translate-saved = حُفظ النص، ولم يُنشر بعد.
translate-handed-over = سُلّم النص. يقرؤه شخص آخر قبل نشره.
translate-conflict = حفظتم في هذه الأثناء نصًا آخر في نافذة أخرى. النصّان معروضان أدناه. إذا حفظتم الآن بقي ما في الحقل وزال النص الآخر.
translate-elsewhere = ما حفظتموه في النافذة الأخرى
translate-suggest = اقتراح ترجمة آلية
translate-suggest-all = اقتراح ترجمة آلية لما لم يبدأه أحد
translate-suggest-text = إذا ضغطتم الزر أُرسلت النصوص الأصلية إلى { $host } وعادت مسودات. لا يُرسل شيء قبل ذلك.
translate-suggested = مسودات الآلة معروضة أدناه. راجعوها قبل تسليمها.
translate-machine-too-often = لجأتم إلى الآلة مرات كثيرة، ولذلك علينا الانتظار. نصّكم محفوظ. حاولوا مجددًا بعد ساعة.
translate-machine-too-long = هذا النص أطول مما تقبله الآلة. نصّكم محفوظ.
translate-machine-failed = لم تعطِ الآلة جوابًا يمكن استعماله. نصّكم محفوظ.
translate-machine-nothing = لم يبقَ ما يُطلب من الآلة. نصّكم محفوظ.
translate-terms = المصطلحات
translate-terms-text = مصطلحات جدول المفاهيم الواردة في الأصل، وما يقابلها في اللغة الأخرى.
translate-no-terms = لا يرد في الأصل أي مصطلح من جدول المفاهيم.

# قراءة ما ترجمه الآخرون
translations-waiting = ترجمات تنتظر قارئًا ثانيًا
translations-waiting-lead = قارنوا كل نص بأصله. ما توافقون عليه يُنشر فورًا.
translations-waiting-nothing = لا توجد ترجمة في الانتظار.
translations-all-languages = كل اللغات
translations-own = أنتم من كتب هذا النص، لذلك يقرر فيه شخص آخر.
translations-moved = تغيّر الأصل منذ كتابة هذا النص:
translations-instead = ما الذي يغيّره في الترجمة المنشورة
translations-through = الموافقة عليه
translations-back = إعادته
translations-reason = ما الذي ليس صحيحًا بعد؟ سيقرؤه الكاتب.
translations-refused-stage = سبقكم شخص آخر، أو استعاد الكاتب النص ليغيّره.
translations-refused-fit = تغيّر السجل، ولم يعد لهذا النص مكان فيه.
translations-done-through = نُشرت الترجمة.
translations-done-back = أُعيدت الترجمة، وأُخبر الكاتب بالسبب.
duty-translations =
    { $count ->
        [one] ترجمة واحدة ({ $n }) تنتظر قارئًا ثانيًا
        [two] ترجمتان ({ $n }) تنتظران قارئًا ثانيًا
        [few] { $n } ترجمات تنتظر قارئًا ثانيًا
       *[other] { $n } ترجمة تنتظر قارئًا ثانيًا
    }
duty-translations-returned =
    { $count ->
        [one] أُعيدت إليكم ترجمة واحدة ({ $n })
        [two] أُعيدت إليكم ترجمتان ({ $n })
        [few] أُعيدت إليكم { $n } ترجمات
       *[other] أُعيدت إليكم { $n } ترجمة
    }
notice-translation-through = نُشرت ترجمتكم للحقل «{ $field }» في «{ $title }».
notice-translation-through-subject = نُشرت ترجمتكم: { $title }
notice-translation-returned = أُعيدت إليكم ترجمة الحقل «{ $field }» في «{ $title }». السبب: { $reason }
notice-translation-returned-subject = أُعيدت إليكم ترجمة: { $title }

# في صفحة السجل
help-translate = المساعدة في الترجمة
fact-original = لغة الأصل
record-title-shown-in = لغة العنوان المعروض: { $language }.
record-outdated = تغيّر الأصل منذ النسخة { $revision }، ولم تُعدَّل هذه الترجمة بعد.
record-by-machine = ترجمة آلية قرأها شخص قبل نشرها.
