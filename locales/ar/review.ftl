# قائمة المسودات التي تنتظر المراجعة
review = المراجعة
review-lead = ما كتبه الآخرون، والأطول انتظارًا في المقدمة.
review-queue = في انتظار المراجعة
review-empty = لا شيء ينتظر المراجعة.
review-waits =
    { $count ->
        [0] في الانتظار منذ اليوم
        [one] في الانتظار منذ يوم واحد ({ $n })
        [two] في الانتظار منذ يومين ({ $n })
        [few] في الانتظار منذ { $n } أيام
       *[other] في الانتظار منذ { $n } يومًا
    }
review-new = سجل جديد
review-revision = تعديلات على سجل
review-own = كتبتَ جزءًا من هذا النص، لذلك يقرر فيه شخص آخر.
review-no-title = بلا عنوان
review-duty = للمراجعة: { $title } ({ $kind })
review-said-changes-requested = طُلبت تعديلات من صاحب النص.
review-said-declined = رُفضت المسودة وأُبلغ صاحبها بالسبب.

# مسودة واحدة
review-by = كتبه { $names }
review-for = باسم { $organization }
review-written-in = لغة الأصل: { $language }
review-state-draft = قيد الكتابة
review-state-in-review = قيد المراجعة
review-state-changes-requested = طُلبت تعديلات
review-state-published = منشورة
review-state-declined = مرفوضة
review-state-abandoned = موضوعة جانبًا
review-record = السجل المنشور
review-changes = ما الذي يتغير
review-moved-on = تغيّر السجل منذ بدء هذه المسودة. ما عُدّل في مواضع أخرى يبقى عند النشر.
review-comment = التعليق على هذا
review-comment-words = تعليقك
review-comment-send = إرسال التعليق
review-comments = تعليقات على النص كله
review-comment-all = تعليقك على النص كله
review-settled = عولج
review-settle = وضع علامة «عولج»
review-duplicates = هل هو موجود هنا؟
review-duplicates-help = سجلات عُثر عليها بعنوانه.
review-checklist = قائمة التحقق
review-checklist-help = لا يُنشر النص إلا إذا كان جواب كل نقطة «نعم» أو «لا ينطبق».
review-open =
    { $count ->
        [0] لا توجد نقاط مفتوحة.
        [one] نقطة واحدة مفتوحة ({ $n }).
        [two] نقطتان مفتوحتان ({ $n }).
        [few] { $n } نقاط مفتوحة.
       *[other] { $n } نقطة مفتوحة.
    }
review-earlier = كان هذا الجواب عن نسخة سابقة من النص.
review-note = ملاحظة
review-save = حفظ الأجوبة
review-words = إلى صاحب النص
review-words-help = السبب عند طلب تعديلات أو الرفض، وملاحظة عند النشر. ملاحظة السجل المنشور علنية.
review-publish = نشر
review-ask = طلب تعديلات
review-decline = رفض
review-steps = ما حدث حتى الآن
review-signed = { $name }، { $date }
review-step-submitted = سُلّمت
review-step-changes-requested = طُلبت تعديلات
review-step-published = نُشرت
review-step-declined = رُفضت
review-step-abandoned = وُضعت جانبًا
review-step-resumed = استُؤنفت
review-answer-yes = نعم
review-answer-not-applicable = لا ينطبق
review-answer-no = لا

# نقاط قائمة التحقق
review-point-true-to-sources = ما يقوله النص وارد في المصادر.
review-point-sources-open = المصادر تُفتح وهي المصادر الصحيحة.
review-point-own-words = النص بكلمات صاحبه، وما هو مقتبس مميَّز.
review-point-plain-words = يفهمه شخص من مجال آخر.
review-point-not-there-yet = ليس موجودًا هنا تحت عنوان آخر.
review-point-nobody-exposed = لا يعرّض أحدًا للخطر ولا يكشف أمرًا خاصًا عن أحد.
review-point-rights-at-work = يحترم الحقوق في العمل.
review-point-counts-as-practice = نُفِّذ فعلًا ويُعدّ ممارسة.
review-point-results-shown = يبيّن النتائج، ومنها ما لم ينجح.
review-point-others-can-use-it = يستطيع قارئه أن يطبّقه في مكان آخر.
review-point-partners-agree = الشركاء على علم به وموافقون.
review-point-roles-fit = أدوار البلدان والشركاء صحيحة.
review-point-constituents-named = ذُكرت الحكومات ومنظمات العمال ومنظمات أصحاب العمل التي شاركت.
review-point-figures-sourced = لكل رقم مصدر.
review-point-licence-stated = الترخيص مذكور.
review-point-files-open = الملفات تُفتح وهي كما تقول.
review-point-dates-and-place = التواريخ والمكان صحيحة.
review-point-who-can-take-part = يذكر من يستطيع المشاركة وكيف.
review-point-it-exists = هي موجودة.
review-point-name-as-published = الاسم كما تنشره هي نفسها.
review-point-constituency-fits = الفئة صحيحة.
review-point-members-and-dates = الأعضاء مكتملون مع تواريخ البدء والانتهاء.

# ما رُفض
review-too-long = يزيد النص على 5,000 حرف. اختصره.
review-refused-stale = غيّر صاحب النص نصه بعد أن فتحتَه. أعد قراءته ثم قرر.
review-refused-unchecked =
    { $count ->
        [one] ما زالت نقطة واحدة من القائمة مفتوحة ({ $n }). أجوبتك محفوظة.
        [two] ما زالت نقطتان من القائمة مفتوحتين ({ $n }). أجوبتك محفوظة.
        [few] ما زالت { $n } نقاط من القائمة مفتوحة. أجوبتك محفوظة.
       *[other] ما زالت { $n } نقطة من القائمة مفتوحة. أجوبتك محفوظة.
    }
review-refused-moved-on = تغيّر السجل في هذه الأثناء في المواضع نفسها: { $places }. اطلب من صاحب النص أن يجمع بينهما.
review-refused-unfinished = هنا نقص أو خطأ: { $places }. اطلب تعديلات من صاحب النص.
review-refused-needs-words = اكتب السبب. سيقرؤه صاحب النص.
review-refused-own-work = كتبتَ جزءًا من هذا النص، لذلك يقرر فيه شخص آخر.
review-refused-nothing-new = السجل يقول هذا كله من قبل.
review-refused-wrong-state = قرر شخص آخر في هذه الأثناء.
review-refused-withdrawn = سُحب السجل في هذه الأثناء.

# إشعارات ورسائل
mail-open = فتح
notice-review-changes-requested = عاد إليك «{ $title }». المطلوب تعديلات: { $reason }
notice-review-changes-requested-subject = مطلوب تعديلات: { $title }
notice-review-published = نُشر «{ $title }». كتب من راجعه: { $reason }
notice-review-published-subject = نُشر: { $title }
notice-review-declined = لم يُقبل «{ $title }». السبب: { $reason }
notice-review-declined-subject = لم يُقبل: { $title }
notice-review-remind-author = «{ $title }» في انتظارك. عدد الأيام حتى الآن: { $days }.
notice-review-remind-author-subject = في انتظارك: { $title }
notice-review-remind-reviewers = «{ $title }» في انتظار المراجعة. عدد الأيام حتى الآن: { $days }.
notice-review-remind-reviewers-subject = في انتظار المراجعة: { $title }
notice-review-abandoned = وُضع «{ $title }» جانبًا لأن أحدًا لم يواصله. يمكنك استئنافه. عدد الأيام بلا تغيير: { $days }.
notice-review-abandoned-subject = وُضع جانبًا: { $title }

# تغييرات الحقول
change-added = أُضيف
change-removed = حُذف
change-changed = عُدّل
change-original = لغة أصل أخرى
change-went = محذوف:
change-came = مضاف:
change-end = (نهاية)
change-a-member = أحد الأعضاء
change-field-title = العنوان
change-field-summary = الملخص
change-field-name = الاسم
change-field-countries-by-role = البلدان بحسب الدور
change-field-adapted-from = مقتبس من
change-field-start = البداية
change-field-end = النهاية
change-field-criteria = معايير الممارسة الجيدة
change-field-innovative = مبتكرة
change-field-effective = فعالة
change-field-replicable = قابلة للتكرار
change-field-sustainable = مستدامة
change-field-relevant = ملائمة
change-field-ethical = أخلاقية
change-field-efficient = كفؤة
change-field-tripartite = ثلاثية الأطراف
change-field-amount = المبلغ
change-field-currency = العملة
change-field-url = عنوان الويب
change-field-topic = الموضوع
change-field-original = لغة الأصل
change-field-licence = الترخيص

# تاريخ السجل
history = تاريخ السجل
history-lead = كل النسخ، الأحدث أولًا: ما الذي تغيّر ومتى ومن غيّره ولماذا.
history-heading = { $number }. { $what }، { $date }
history-who = بقلم { $author }، وأجازه { $reviewer }
history-name-for = { $name } باسم { $organization }
history-first = النسخة الأولى.
history-no-field = لم يتغير أي حقل.
history-change-published = نشر
history-change-revised = تنقيح
history-change-withdrawn = سحب
history-change-restored = إعادة
history-change-aged = تقادم
history-change-confirmed = تأكيد أنه ما زال صحيحًا
history-change-adopted = انتقال إلى جهة راعية أخرى
history-change-translated = ترجمة
history-change-objected = اعتراض
history-change-answered = رد على الاعتراض
history-restore = إعادة هذه النسخة
history-reason = لماذا؟ يستطيع الجميع قراءته.
history-needs-reason = اكتب لماذا تعود هذه النسخة، بما لا يزيد على 2,000 حرف.
history-same = السجل يقول الشيء نفسه الآن.
history-restored = عادت النسخة الأقدم بوصفها نسخة جديدة.
history-restored-note = كما في النسخة { $number }: { $reason }
history-older = نسخ أقدم
