# The page of a record
record-challenge = المشكلة
record-approach = ما الذي جرى عمله
record-results = ما الذي أسفر عنه
record-replicability = هل يصلح نقله إلى مكان آخر؟
record-sustainability = ما الذي بقي
record-outputs = ما الذي أُنتج
record-about = نبذة
record-partners = من شارك
record-partners-caption = الشركاء ودور كل منهم
record-partner = الشريك
record-role = الدور
record-stops = المحطات
record-where = أين
record-lineage = من أين أتى وإلى أين انتقل
record-lineage-alt = رسم يبيّن الممارسات التي اقتُبست منها هذه الممارسة والممارسات التي اقتُبست عنها. وتتضمن القائمة أدناه المحتوى نفسه.
record-lineage-before = اقتُبس عنه هذا السجل
record-lineage-after = مقتبس عن هذا السجل
record-lineage-self = هذا السجل
record-files = الملفات
record-sources = المصادر
record-cite = الاستشهاد بهذا السجل
record-facts = لمحة سريعة
record-related = سجلات عن المواضيع نفسها
record-related-organization = سجلات تشارك فيها هذه المنظمة
record-related-grouping = ما أنجزه أعضاء هذا التجمّع معاً
record-related-all = عرض الكل
record-shown-in = معروض باللغة التالية: { $language }، إذ لا يوجد نص بلغتكم بعد.
record-fresh = آخر تنقيح في { $date }. موعد المراجعة المقبلة: { $review }.
record-due = آخر تنقيح في { $date }. كان من المقرر أن يُراجَع من جديد في { $review }.
record-revision = التنقيح
record-steward = الجهة الراعية للسجل
record-steward-secretariat = أمانة هذا الموقع
fact-where = أين
fact-when = متى
fact-period-from = منذ { $date }
fact-exists-in = متاح باللغات
fact-goals = الأهداف
fact-themes = المواضيع
fact-modality = طريقة التعاون
fact-budget = الميزانية
fact-acronym = الاسم المختصر
fact-seat = المقر
fact-website = الموقع الإلكتروني
fact-type = النوع
fact-publisher = الناشر
fact-authors = المؤلفون
fact-year = السنة
fact-pages = عدد الصفحات
fact-series = السلسلة
fact-isbn = الرقم الدولي المعياري للكتاب (ISBN)
fact-format = الشكل
fact-organisers = الجهات المنظِّمة
fact-place = المكان
fact-audience = الفئة المستهدفة
fact-participants = المشاركون
fact-programme = البرنامج
fact-secretariat = الأمانة
grouping-members = الأعضاء عبر الزمن
grouping-dated = الرقم الخاص بيوم معيّن يُحصي الأعضاء في ذلك اليوم.
grouping-members-caption = الأعضاء وتاريخ بدء العضوية وانتهائها؛ والخانة الفارغة تعني أن المصدر لا يذكر تاريخاً
grouping-since = منذ
grouping-until = حتى
grouping-on = الأعضاء بتاريخ
grouping-show = عرض
grouping-members-sentence =
    { $count ->
        [zero] لم يكن للتجمّع أي عضو في { $day }.
        [one] كان للتجمّع في { $day } عضو واحد: { $members }.
        [two] كان للتجمّع في { $day } عضوان: { $members }.
        [few] كان للتجمّع في { $day } ما مجموعه { $n } أعضاء: { $members }.
        [many] كان للتجمّع في { $day } ما مجموعه { $n } عضواً: { $members }.
       *[other] كان للتجمّع في { $day } ما مجموعه { $n } عضو: { $members }.
    }
