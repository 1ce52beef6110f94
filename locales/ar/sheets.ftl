# Spreadsheets: to have and to bring
sheets = جداول البيانات
sheets-lead = نزّلوا السجلات وعدّلوها في جدول بيانات ثم أعيدوا الملف. ترون بالضبط ما سيتغيّر قبل أن يحدث أي شيء، ويقرؤه شخص آخر قبل النشر.
sheets-bring = إحضار جدول بيانات
sheets-kind = ماذا يحتوي؟
sheets-kind-help = لا يلزم إلا إذا لم يقله الملف: باسمه، أو باسم ورقته، أو في العمود kind.
sheets-kind-any = كما يقول الملف
sheets-file = الملف
sheets-file-help = XLSX أو CSV، على ألا يتجاوز { $size } و{ $rows } صف.
sheets-show = عرض ما سيتغيّر
sheets-brought = ما أحضرتموه منذ الأمس
sheets-get = الحصول على جدول بيانات
sheets-get-lead = لكل حقل عمود. تبيّن الورقة الثانية في ملف XLSX كيف تُكتب الخلايا وأي رموز تقبل؛ أما ملف CSV ففيه الأعمدة وحدها. وكل قائمة سجلات متاحة أيضاً كجدول بيانات، كما صفّيتموها.
sheets-caption = ملفات كل نوع
sheets-template = نموذج فارغ
sheets-kept = السجلات التي في عهدتكم
sheets-as = كجدول بيانات ({ $format })
sheets-rules = كيف يُقرأ
sheets-rule-slug = يبيّن العمود slug عن أي سجل يتحدث الصف. والصف الذي يحمل اسماً جديداً ينشئ سجلاً جديداً.
sheets-rule-empty = الخلية الفارغة تُفرغ حقلها.
sheets-rule-absent = العمود غير الموجود في الملف يترك حقله كما هو. يمكن حذف الأعمدة والصفوف التي لا تحتاجونها.
sheets-rule-languages = لكل نص عمود بكل لغة، مثل title.en وtitle.pt. ويمكنكم إضافة غيرها.
sheets-rule-review = ما تقدمونه يصبح مسودات قيد المراجعة. والمسودة التي بدأتموها من قبل تُعدَّل ولا تُكرَّر.

# What is wrong with a file
sheets-error-none = اختاروا ملفاً غير فارغ.
sheets-error-large = الملف أكبر من { $most }. أرسلوه على أجزاء.
sheets-error-broken = لم يصل الملف كاملاً. أرسلوه مرة أخرى.
sheets-error-much = في هذا الملف أكثر مما يُقرأ دفعة واحدة. أرسلوه على أجزاء، دون الأوراق والأعمدة التي لا تحتاجونها.
sheets-error-rows = في الملف أكثر من { $most } صف. أرسلوه على أجزاء.
sheets-error-nothing = لا توجد صفوف تحت أسماء الأعمدة.
sheets-error-old = هذا مصنف بصيغة قديمة (XLS) أو محمي بكلمة مرور. احفظوه بصيغة XLSX دون كلمة مرور.
sheets-error-no-sheet = ليس هذا جدول بيانات: لا مصنفاً (XLSX) ولا نصاً في أعمدة (CSV).
sheets-error-damaged = هذا المصنف تالف. افتحوه في برنامج جداول البيانات، واحفظوه من جديد بصيغة XLSX، وأرسلوا ذلك الملف.
sheets-error-columns = لا يحمل أي صف أسماء الأعمدة. خذوا نموذجاً فارغاً وانسخوا صفوفكم تحت أسمائه؛ وأحدها slug.
sheets-error-twice = العمود { $column } مذكور مرتين، ولا يتضح أيهما المعتمد. احذفوا أحدهما.
sheets-error-kind = لا يقول الملف ما هي صفوفه. اختاروا ذلك، ثم أرسلوا الملف مرة أخرى.
sheets-error-cell = «{ $column }» في السجل { $slug } أطول مما تتسع له خلية XLSX. استخدموا CSV.
sheets-error-list = هذه أكثر من { $most } سجل. ضيّقوا القائمة أولاً بالمرشحات.
sheets-note-encoding = النص ليس بترميز UTF-8. قُرئ على أنه Windows-1252: تحققوا من صحة جميع الحروف.
sheets-note-column = العمود { $column } ({ $name }) ليس حقلاً في هذا النوع من السجلات. تُرك جانباً؛ عدد الخلايا غير الفارغة: { $cells }.
sheets-note-sheet = الورقة { $sheet } ليس فيها أسماء أعمدة. تُركت جانباً.

# What it would change
sheet-heading = ما سيغيّره جدول البيانات هذا
sheet-lead = لم يحدث شيء بعد. اختاروا الصفوف التي تريدون تقديمها.
sheet-made = { $count ->
    [zero] لم تُقدَّم مسودات للمراجعة.
    [one] قُدّمت مسودة واحدة للمراجعة. تجدونها أدناه وبين مسوداتكم.
    [two] قُدّمت مسودتان للمراجعة. تجدونهما أدناه وبين مسوداتكم.
    [few] قُدّمت { $n } مسودات للمراجعة. تجدونها أدناه وبين مسوداتكم.
    [many] قُدّمت { $n } مسودة للمراجعة. تجدونها أدناه وبين مسوداتكم.
   *[other] قُدّمت { $n } مسودة للمراجعة. تجدونها أدناه وبين مسوداتكم.
}
sheet-count-new = { $count ->
    [zero] لا سجلات جديدة
    [one] سجل جديد واحد
    [two] سجلان جديدان
    [few] { $n } سجلات جديدة
    [many] { $n } سجلاً جديداً
   *[other] { $n } سجل جديد
}
sheet-count-changed = { $count ->
    [zero] لا تعديلات على الموجود
    [one] تعديل واحد على الموجود
    [two] تعديلان على الموجود
    [few] { $n } تعديلات على الموجود
    [many] { $n } تعديلاً على الموجود
   *[other] { $n } تعديل على الموجود
}
sheet-count-unchanged = { $count ->
    [zero] لا صفوف بلا تغيير
    [one] صف واحد لا يغيّر شيئاً
    [two] صفان لا يغيّران شيئاً
    [few] { $n } صفوف لا تغيّر شيئاً
    [many] { $n } صفاً لا يغيّر شيئاً
   *[other] { $n } صف لا يغيّر شيئاً
}
sheet-count-refused = { $count ->
    [zero] لا صفوف مرفوضة
    [one] صف واحد لا يمكن قبوله
    [two] صفان لا يمكن قبولهما
    [few] { $n } صفوف لا يمكن قبولها
    [many] { $n } صفاً لا يمكن قبوله
   *[other] { $n } صف لا يمكن قبوله
}
sheet-rows = الصفوف المعدّة للتقديم
sheet-place = الصف { $row }
sheet-place-in = الصف { $row } من { $sheet }
sheet-row-new = سجل جديد { $record }
sheet-row-changed = تعديل على { $record }
sheet-row-draft = تعديل على مسودتكم عن { $record }
sheet-draft = مسودتكم
sheet-changes = { $count ->
    [zero] لا حقول
    [one] حقل واحد
    [two] حقلان
    [few] { $n } حقول
    [many] { $n } حقلاً
   *[other] { $n } حقل
}
sheet-hand-in = التقديم للمراجعة
sheet-hand-in-text = يصبح كل صف مختار مسودة قيد المراجعة، وتُنشر عندما يقرؤها شخص لم يكتبها.
sheet-submit = تقديم الصفوف المختارة
sheet-none-chosen = اختاروا صفاً واحداً على الأقل.
sheet-too-many = سيغيّر { $number } من الصفوف شيئاً. يمكن تقديم { $most } على الأكثر دفعة واحدة: أرسلوا الملف على أجزاء.
sheet-again = ما تتحدث عنه بعض هذه الصفوف تغيّر منذ أن اطّلعتم عليه، ولذلك لم تُقدَّم. وهي مميّزة: انظروا ما ستغيّره الآن، واختاروها من جديد.
sheet-again-row = تغيّر هذا منذ أن اطّلعتم عليه. وأدناه ما سيغيّره الصف الآن.
sheet-stopped = لم يُقدَّم شيء بسبب الصف المميّز: { $reason }
sheet-nothing = لا شيء في هذا الملف سيغيّر أي شيء.
sheet-drafts = في مسوداتكم من قبل
sheet-drafts-lead = تقول هذه المسودات ما تقوله صفوف الملف.
sheet-refused = صفوف لا يمكن قبولها
sheet-refused-lead = لا توقف غيرها. نزّلوها، وصحّحوا ما يذكره العمود reason، وأحضروا ذلك الملف.
sheet-refused-file = { $kind }: الصفوف المرفوضة (CSV)
sheet-refused-row = الصف
sheet-refused-column = العمود
sheet-refused-value = القيمة
sheet-refused-problem = الخطأ
sheet-refused-more = { $count ->
    [zero] ليس في الملف غيرها.
    [one] في الملف واحد آخر.
    [two] في الملف اثنان آخران.
    [few] في الملف { $n } أخرى.
    [many] في الملف { $n } أخرى.
   *[other] في الملف { $n } أخرى.
}
sheet-obstacle-withdrawn = سُحب هذا السجل ولا يمكن تعديله.
sheet-obstacle-taken = يكتب شخص آخر سجلاً جديداً بهذا الاسم. اختاروا اسماً آخر.
sheet-nothing-new = بهذا تقول مسودتكم ما يقوله السجل من قبل. ضعوها جانباً إن لم تعودوا تريدون تغيير شيء.
sheet-problem-code = ليس هذا رمزاً من القائمة. الورقة Codes في النموذج تضم جميع الرموز.
sheet-problem-slug = اكتبوا من 1 إلى 120 من الحروف a إلى z والأرقام وشرطات مفردة بينها، مثل school-meals-2019.
sheet-problem-error = تعرض الخلية خطأ. اكتبوا قيمتها.
sheet-problem-formula = في الخلية صيغة لم تُحسب قط. افتحوا الملف في برنامج جداول البيانات، واحفظوه، وأرسلوا ذلك الملف.
sheet-problem-merged = الخلية مدمجة مع أخرى. افصلوا الخلايا واكتبوا القيمة في كل منها.
sheet-problem-ambiguous = العددان 8.1 و8.10 متساويان. اجعلوا تنسيق الخلية نصاً واكتبوها من جديد.
sheet-problem-parts = في سطر من هذه الخلية أجزاء أكثر مما يوجد. تُكتب الشرطة العمودية داخل النص \|
sheet-problem-kind = يقول الصف إنه من نوع غير نوع الورقة.
notice-sheet-submitted = مسودات من جدول بيانات تنتظر المراجعة. عددها { $number }.
notice-sheet-submitted-subject = بانتظار المراجعة، من جدول بيانات: { $number }

# Words of a template
sheet-legend-column = العمود
sheet-legend-heading = العنوان
sheet-legend-required = لازم
sheet-legend-about = ما هو
sheet-legend-how = كيف تُكتب الخلايا
sheet-column-slug = الاسم في العنوان الإلكتروني
sheet-column-order = ترتيب اللغات
sheet-about-kind = ما هي صفوف الورقة. يجوز تركه فارغاً.
sheet-about-slug = نهاية عنوان السجل: من a إلى z ومن 0 إلى 9 وشرطات. يبيّن عن أي سجل يتحدث الصف، ولا يتغيّر أبداً.
sheet-about-original = اللغة التي كُتب بها السجل، إن لم تكن الإنكليزية.
sheet-about-order = لغات هذا النص، الأصل أولاً؛ يُترك فارغاً إذا كان ذلك ترتيب الأعمدة.
sheet-how-text = نص
sheet-how-text-in = نص بهذه اللغة: { $language }
sheet-how-code = رمز واحد
sheet-how-codes = رموز تفصل بينها ;
sheet-how-list = نصوص تفصل بينها ; أو كل منها في سطر؛ وتُكتب الفاصلة المنقوطة داخل النص \;
sheet-how-count = عدد صحيح
sheet-how-amount = عدد دون فواصل للآلاف وبنقطة عشرية
sheet-how-date = YYYY أو YYYY-MM أو YYYY-MM-DD
sheet-how-entries = مدخل في كل سطر: { $parts }؛ ما بين القوسين يجوز تركه؛ وتُكتب الشرطة العمودية داخل النص \|
sheet-how-order = رموز لغات تفصل بينها ;
