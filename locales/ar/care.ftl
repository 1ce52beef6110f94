# Looking after records
due = السجلات التي في رعايتكم
due-lead = حان وقت مراجعة هذه السجلات. إذا كان أحدها لا يزال صحيحًا فزر واحد يكفي لقول ذلك.
due-nothing = لا شيء يحتاج إلى مراجعة. ستصلكم رسالة عندما يحين دوركم.
due-since = تنتظر المراجعة منذ { $date }
duty-due = { $count ->
    [one] سجل واحد ({ $n }) في رعايتكم حان وقت مراجعته
    [two] سجلان ({ $n }) في رعايتكم حان وقت مراجعتهما
    [few] { $n } سجلات في رعايتكم حان وقت مراجعتها
   *[other] { $n } سجلًا في رعايتكم حان وقت مراجعتها
}
duty-objections = { $count ->
    [one] اعتراض واحد ({ $n }) ينتظر الرد
    [two] اعتراضان ({ $n }) ينتظران الرد
    [few] { $n } اعتراضات تنتظر الرد
   *[other] { $n } اعتراضًا تنتظر الرد
}
duty-reports = { $count ->
    [one] بلاغ واحد ({ $n }) عن مشكلة ينتظر
    [two] بلاغان ({ $n }) عن مشكلات ينتظران
    [few] { $n } بلاغات عن مشكلات تنتظر
   *[other] { $n } بلاغًا عن مشكلات تنتظر
}
renew-choose = هل لا يزال هذا السجل صحيحًا؟
renew-text = حداثة المعلومات: { $light }. كان من المقرر أن يُراجَع في { $date }.
renew-confirm = هل لا يزال صحيحًا؟
renew-confirm-button = لا يزال صحيحًا
renew-edit = تعديل السجل
renew-edit-button = تعديله
renew-edit-text = عدّلوا ما لم يعد صحيحًا. يقرؤه شخص آخر قبل نشره. لتعديل ما هو أكثر من هذه النصوص، سجّلوا الدخول.
renew-edit-wrong = لا يمكن تقديمه هكذا. لا يجوز أن يبقى أي نص فارغًا.
renew-nothing-new = لم تغيّروا شيئًا بعد.
renew-field-title = العنوان
renew-field-summary = الملخص
renew-field-name = الاسم
renew-note = كلمة إلى المراجع (اختياري)
renew-withdraw = سحب السجل
renew-withdraw-button = سحبه
renew-withdraw-text = لن يظهر السجل للجمهور بعد ذلك. تبقى صفحته وتذكر السبب؛ والسبب علني.
renew-reason = لماذا يُسحب؟
renew-done = تم ذلك
renew-confirmed-text = شكرًا. يُعد السجل مراجَعًا اليوم.
renew-edited-text = شكرًا. تعديلاتكم تنتظر مراجعًا.
renew-withdrawn-text = سُحب السجل. تذكر صفحته السبب.
renew-over = لم يعد هذا الرابط صالحًا
renew-over-text = يعمل كل رابط مرة واحدة، ما دام السجل كما كان. ربما أجاب شخص آخر. تعرض مساحة عملكم ما ينتظركم.
renew-mandate = هل لا تزالون تتحدثون باسم هذه المنظمة؟
renew-mandate-text = ينتهي تفويضكم عن { $organization } في { $date }. زر واحد يجدده سنة.
renew-mandate-button = تجديده سنة
renew-mandate-done = تتحدثون باسم { $organization } حتى { $date }.
text-missing = اكتبوا هنا بضع كلمات.
text-too-long = النص طويل جدًا: { $n } حرفًا على الأكثر.
text-odd = فيه رموز لا يمكن عرضها. اكتبوه من جديد باليد.

# What nobody looks after
adoption = بانتظار من يرعاها
adoption-lead = لم يعد أحد يتابع هذه السجلات والمنظمات منذ مدة طويلة. إن كنتم تعرفون إحداها فتولوا رعايتها.
adoption-records = سجلات لا يتابعها أحد
adoption-no-records = لكل السجلات من يتابعها.
adoption-organizations = منظمات ليست لها جهة تنسيق
adoption-organizations-text = إن كنتم تعملون لدى إحداها فاطلبوا التحدث باسمها.

# Objections
contested = معترَض عليه
contested-text = تعترض منظمة مذكورة هنا على هذا السجل. إلى أن يُبتّ في ذلك لا تُحتسب أرقامه في أي مكان.
objection = الاعتراض على هذا السجل
objection-lead = منظمتكم مذكورة في هذا السجل. قولوا ما هو غير صحيح: اعتراضكم والرد عليه علنيان.
objection-organization = باسم أي منظمة
objection-ground = لماذا تعترضون؟
objection-not-ours = ليس لنا
objection-wrong = غير صحيح
objection-reason = ما هو غير الصحيح تحديدًا؟
objection-send = الاعتراض
objection-choose = اختاروا إحدى الإجابات.
objection-twice = لمنظمتكم اعتراض على هذا السجل لا يزال مفتوحًا.
objection-open = لم تجب الأمانة بعد.
objection-outcome = كيف ينتهي؟
objection-upheld = مقبول: يُعدَّل السجل أو يُسحب
objection-rejected = مرفوض: يبقى السجل كما هو
objection-settled = سُوّي بين الطرفين
objection-answer = الرد
objection-answer-send = نشر الرد
objection-not-yours = تتحدثون باسم أحد الطرفين: يجيب شخص آخر.
objections = الاعتراضات
objections-lead = الأقدم أولًا. يظهر الاعتراض والرد في صفحة السجل.
objections-nothing = لا اعتراض ينتظر.

# Reports of visitors
report = الإبلاغ عن مشكلة
report-lead = قولوا ما الخطأ في هذا السجل. لا يقرؤه سوى الأمانة.
report-text = ما الخطأ؟
report-address = بريدكم الإلكتروني (اختياري)
report-address-help = فقط إن أردتم ردًا. يُنسى بعد سنة من معالجة البلاغ.
report-send = إرسال
report-sent = شكرًا. ستنظر الأمانة في ذلك.
report-too-often = وردت من شبكتكم بلاغات كثيرة فعلينا الانتظار. حاولوا من جديد بعد ساعة.
reports = بلاغات عن مشكلات
reports-lead = ما يقول الزوار إنه خطأ. الأقدم أولًا.
reports-nothing = لا بلاغ ينتظر.
reports-done = عولج

# Mails and notices
mail-freshness-subject = «{ $title }»: هل لا يزال صحيحًا؟
mail-freshness-subject-many = سجلات للمراجعة: { $n }
mail-freshness-text = ترعون سجلات حان وقت مراجعتها. لا حاجة إلى تسجيل الدخول: يعمل كل رابط مرة واحدة.
mail-freshness-record = { $title }
    { $light }، تنتظر المراجعة منذ { $date }
mail-freshness-more = و{ $n } أخرى تجدونها في صفحتكم.
mail-freshness-all = كل السجلات التي في رعايتكم
mail-freshness-else = إذا لم يجب أحد، يظهر السجل على أنه لم يعد أحد يتابعه، ويمكن لآخرين أن يتولوا رعايته.
mail-mandate-ends-subject = هل لا تزالون تتحدثون باسم { $organization }؟
mail-mandate-ends-text = ينتهي تفويضكم عن { $organization } في { $date }. إن كنتم لا تزالون تتحدثون باسمها فزر واحد يجدده سنة. لا حاجة إلى تسجيل الدخول.
mail-unsubscribe = لا مزيد من الرسائل من هذا النوع
notice-freshness = سجلات في رعايتكم حان وقت مراجعتها: { $n }
notice-mandate-lapsed = انقضى تفويضكم عن { $organization }. يمكنكم طلبه من جديد.
notice-mandate-lapsed-subject = انقضى تفويضكم عن { $organization }
notice-objection = تعترض منظمة على «{ $title }».
notice-objection-subject = اعتراض على «{ $title }»
notice-objection-answered = رُدّ على اعتراض على «{ $title }».
notice-objection-answered-subject = رد على اعتراض على «{ $title }»

# Ending mails
unsubscribe = لا مزيد من الرسائل من هذا النوع؟
unsubscribe-text = لن تصلكم رسائل أخرى { $topic }. يبقى ما يحدث ظاهرًا في مساحة عملكم.
unsubscribe-button = إيقافها
unsubscribe-done = لا مزيد من الرسائل من هذا النوع
unsubscribe-done-text = لم تعد تصلكم رسائل { $topic }. يمكنكم تغيير ذلك في صفحات حسابكم.
unsubscribe-over = لم يعد هذا الرابط صالحًا
unsubscribe-over-text = سجّلوا الدخول لاختيار الرسائل التي تصلكم.
unsubscribe-sign-in = لتسجيل الدخول
unsubscribe-review = عن المراجعات
unsubscribe-mandate = عن دوركم في المنظمات
unsubscribe-freshness = عن السجلات التي في رعايتكم
unsubscribe-translation = عن الترجمات
unsubscribe-objection = عن الاعتراضات
unsubscribe-digest-of-new-records = عن السجلات الجديدة
