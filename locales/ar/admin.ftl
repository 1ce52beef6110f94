# Administration
admin = الإدارة
admin-overview = نظرة عامة
admin-lead = حال هذه المنصة وما تحتاج إليه منكم.
admin-troubles = ما ليس على ما يرام
admin-well = كل شيء على ما يرام.
admin-late = { $queue }: { $number }. الأقدم ينتظر منذ { $date }، وهذا أطول مما ينبغي.
admin-job-failed = فشلت المهمة «{ $job }». قالت: { $note }
admin-job-overdue = كان موعد المهمة «{ $job }» في { $date } ولا أحد ينفذها.
admin-queues = ما ينتظر
admin-queue = القائمة
admin-number = العدد
admin-oldest = الأقدم منذ
admin-older = قيود أقدم
admin-look-again = انظروا مرة أخرى
admin-store = المخزن
admin-database = قاعدة البيانات
admin-size = الحجم
admin-migrations = الترقيات
admin-migrations-value = { $number }، آخرها { $last }
admin-people = أصحاب الحسابات
admin-instance = البرنامج
admin-version = الإصدار
admin-up-since = يعمل منذ
admin-address = العنوان العام
admin-mail = خروج الرسائل
admin-mail-server = عبر خادم بريد
admin-mail-folder = لا تخرج: لا خادم بريد، وهي ملفات في { $folder }
admin-mail-memory = لا تخرج: تبقى في الذاكرة
queue-drafts = مسودات قيد المراجعة
queue-mandates = طلبات التحدث باسم المنظمات
queue-adoptions = طلبات تولّي رعاية السجلات
queue-objections = اعتراضات بلا رد
queue-reports = بلاغات عن مشكلات
queue-translations = ترجمات تنتظر الإجازة
queue-queued-mails = رسائل في الطريق
queue-failed-mails = رسائل لم تخرج
queue-damaged-files = ملفات تالفة

# Jobs
admin-jobs = المهام
admin-jobs-lead = ما تقوم به المنصة من تلقاء نفسها. إن تعددت العُقد نفّذت واحدة منها كل مهمة.
job = المهمة
job-state = الحالة
job-last = آخر انتهاء
job-last-at = انتهت آخر مرة في { $date }
job-next-at = موعدها التالي { $date }
job-start = نفّذوها الآن
job-started = حان موعدها وتبدأ بعد لحظات. عودوا إلى هذه الصفحة لتروا كيف تنتهي.
job-runs = قيد التنفيذ
job-due = حان موعدها
job-done = تمت
job-failed = فشلت
job-never = لم تُنفَّذ قط
job-every-minutes = { $count ->
    [one] كل دقيقة
    [two] كل دقيقتين
    [few] كل { $n } دقائق
   *[other] كل { $n } دقيقة
}
job-every-hours = { $count ->
    [one] كل ساعة
    [two] كل ساعتين
    [few] كل { $n } ساعات
   *[other] كل { $n } ساعة
}
job-every-days = { $count ->
    [one] كل يوم
    [two] كل يومين
    [few] كل { $n } أيام
   *[other] كل { $n } يومًا
}
job-lights = حداثة السجلات
job-lights-about = تقيّد ضوء كل سجل حل يوم مراجعته أو مضى.
job-freshness-mails = رسائل إلى الجهات الراعية
job-freshness-mails-about = تسأل الجهات الراعية هل ما زالت سجلاتها صحيحة.
job-mandates = التفويضات
job-mandates-about = تذكّر من يوشك تفويضه على الانتهاء، وتُسقط ما انتهى.
job-review-reminders = تذكير بالمسودات
job-review-reminders-about = تذكّر من عليه الخطوة التالية في مسودة.
job-digests = إشعارات بالبريد
job-digests-about = ترسل ما يريد الأشخاص معرفته مرة في اليوم أو في الأسبوع.
job-files = قراءة الملفات
job-files-about = تأخذ نص الملفات المرفقة وصفحتها الأولى.
job-file-checks = فحص الملفات
job-file-checks-about = تقارن كل ملف مرفق ببصمته.
job-retention = النسيان
job-retention-about = تزيل ما حُفظ مدة كافية.
job-unused-accounts = الحسابات غير المستعملة
job-unused-accounts-about = ينبّه أصحاب الحسابات غير المستعملة ويمحو ما انقضت مهلته منها.
job-new-records = إشعارات السجلات الجديدة
job-new-records-about = يخبر من طلبوا ذلك بما نُشر حديثًا.

# Search index
admin-index = فهرس البحث
admin-index-lead = نسخة من السجلات أُعدّت للبحث. لكل عُقدة نسختها، وهذه نسخة العُقدة التي تجيبكم.
admin-index-state = الحالة
admin-index-position = الموضع في سجل التغييرات
admin-index-position-value = { $position } من { $head }
admin-index-documents = السجلات فيه
admin-index-encoder = مرمّز الجمل
admin-index-encoder-yes = يشارك
admin-index-encoder-no = غير مثبّت؛ والبحث يعمل من دونه
admin-index-fault = لا يستطيع فهرس البحث المتابعة منذ { $date }: { $error }
admin-index-behind = { $count ->
    [one] تغيير واحد ليس في فهرس البحث بعد.
    [two] تغييران ليسا في فهرس البحث بعد.
    [few] { $n } تغييرات ليست في فهرس البحث بعد.
   *[other] { $n } تغييرًا ليست في فهرس البحث بعد.
}
admin-index-rebuild = بناؤه من جديد
admin-index-rebuild-text = لا يضيع شيء بذلك: الفهرس نسخة. تستمر الصفحات والبحث بالقديم في الأثناء، وتعرض هذه العُقدة التغييرات الأحدث حين ينتهي البناء.
admin-index-rebuild-button = ابنوا الفهرس من جديد
admin-index-progress = يجري بناؤه: { $done } من { $all } من السجلات.

# Mails
admin-mails = الرسائل
admin-mails-lead = ما هو في الطريق وما خرج وما لم يخرج. لا يرى العناوين سوى الإدارة.
mails-folder = لا خادم بريد: كل رسالة ملف في { $folder }. ويمكن الاطلاع هنا على ما «خرج» منها.
mails-states = حالة الرسائل
mails-all = الكل
mails-queued = في الطريق
mails-sent = خرجت
mails-failed = تُركت
mails-none = لا توجد رسالة كهذه.
mails-tried = { $count ->
    [one] محاولة واحدة
    [two] محاولتان
    [few] { $n } محاولات
   *[other] { $n } محاولة
}
mails-retry = حاولوا مرة أخرى
mail-queued = في الطريق
mail-sent = خرجت
mail-failed = تُركت
mail-title = رسالة
mail-masked = تُعرض الروابط بلا أسرارها: فمن يقرؤها يستطيع الدخول بدل صاحب الرسالة. الرسالة كاملة على الخادم في { $file }.
mail-headers = الترويسات
mail-text = النص
mail-html = HTML
mail-html-show = أظهروا كيف كُتبت

# Audit log
admin-audit = سجل التدقيق
admin-audit-lead = من فعل ماذا، الأحدث أولًا. لا يُزاد عليه إلا إضافة: لا أحد يستطيع تغيير قيد أو إزالته.
audit-action = ماذا
audit-all = كل شيء
audit-filter = عرض
audit-none = لم يُقيَّد شيء.
audit-number = الرقم
audit-at = متى
audit-who = من
audit-what = ماذا
audit-subject = بشأن ماذا أو من
audit-details = التفاصيل
audit-operator = المشغّل (سطر الأوامر)
audit-somebody-gone = شخص مُحي حسابه
audited-administrator-made = جُعل مديرًا
audited-administrator-signed-in = دخول مدير
audited-proofs-changed = تغيير طرق تسجيل الدخول
audited-roles-set = تغيير أدوار
audited-mandate-accepted = قبول تفويض
audited-mandate-refused = رفض تفويض
audited-mandate-ended = إنهاء تفويض
audited-steward-set = إسناد سجل إلى مسؤول آخر
audited-record-withdrawn = سحب سجل
audited-record-restored = إعادة سجل
audited-person-erased = محو حساب
audited-setting-set = تغيير إعداد
audited-job-started = تقديم مهمة
audited-index-rebuilt = بناء الفهرس من جديد
audited-mail-retried = إعادة محاولة رسالة

# Settings
admin-settings = الإعدادات
admin-settings-lead = ما يراه القرّاء من هذه المنصة. يسري كل تغيير فورًا دون إعادة تشغيل ويُقيَّد في سجل التدقيق.
settings-changed = غيّر شخص آخر هذا في الأثناء ولم يُحفظ شيء. ما كتبتموه ما زال أدناه. احفظوه مرة أخرى ليسري، أو افتحوا هذه الصفحة من جديد لتروا ما كتبه.
settings-identity = الاسم والاتصال
settings-identity-help = الحقل الذي تفرغونه يعود كما بدأ المشغّل البرنامج.
settings-name = الاسم
settings-contact = إلى أين يكتب القرّاء
settings-description = الغرض منها، بلغة { $language }
settings-languages = اللغات
settings-languages-label = لغات الصفحات
settings-languages-help = عناوين اللغة التي تزيلونها تقود إلى أول لغة باقية. وتبقى السجلات المكتوبة بها.
settings-languages-none = اختاروا لغة واحدة على الأقل.
settings-accent = اللون
settings-accent-help = لون الأزرار والعلامات، مكتوبًا #rrggbb، للشاشات الفاتحة والداكنة. تباينه مع ما تحته { $ratio } إلى 1 على الأقل ليقرأه الجميع.
settings-accent-light = على الشاشات الفاتحة
settings-accent-dark = على الشاشات الداكنة
settings-accent-form = اكتبوا اللون بعلامة # وستة رموز من 0 إلى 9 أو من a إلى f.
settings-accent-contrast = التباين { $ratio } إلى 1، والمطلوب { $least } إلى 1 على الأقل. اختاروا لونًا أغمق للشاشات الفاتحة وأفتح للشاشات الداكنة.
settings-logo = الشعار
settings-logo-file = صورة PNG
settings-logo-help = يظهر بجانب الاسم على خلفية داكنة. 16 كيلوبايت على الأكثر، ومن 16 إلى 512 بكسل لكل ضلع.
settings-logo-now = الشعار الحالي
settings-logo-remove = أزيلوه
settings-logo-not-png = ليست صورة PNG كاملة. لا تُقبل صيغ أخرى مثل SVG.
settings-logo-large = الصورة كبيرة جدًا: { $size } على الأكثر.
settings-logo-size = أبعاد الصورة { $width } في { $height } بكسل. يلزم لكل ضلع من { $least } إلى { $most } بكسل، ولا يزيد ضلع على { $stretch } أمثال الآخر.
settings-texts = النصوص القانونية
settings-texts-help = ما تقولونه عن الخصوصية يظهر في صفحتها قبل ما يقوله البرنامج عن نفسه؛ ولشروط الاستخدام وبيان الناشر صفحة خاصة. اكتبوها بكل لغة تعرضونها:
texts-lead = نص بسيط. السطر الفارغ يبدأ فقرة، وتصير عناوين الويب روابط. النص الذي ينقص في لغة يُعرض بأخرى.
texts-privacy = الخصوصية
texts-terms = شروط الاستخدام وبيان الناشر
terms-title = الشروط وبيان الناشر
terms-lead = من يدير هذا الموقع وبأي شروط.
terms-records = السجلات
terms-records-text = يجوز استخدام السجلات بحرية مع ذكر مصدرها (CC BY 4.0). وللملفات المرفقة الشروط المذكورة بجانبها.
terms-program = البرنامج
terms-program-text = Ayni برمجية حرة برخصة Apache 2.0، وتُقدَّم بلا أي ضمان.
