# What stands on every page.
skip-to-content = الانتقال إلى المحتوى
search-label = البحث في السجلات
search-button = بحث
menu = القائمة
menu-main = القائمة الرئيسية
menu-map = الخريطة
language = اللغة:
language-choose = اختيار اللغة
breadcrumbs = موقعكم الحالي
footer-motto = اليوم لك وغداً لي.
footer-licence = يجوز استخدام السجلات بحرية مع ذكر مصدرها (CC BY 4.0). ومنصة Ayni برمجية حرة: بوسع أي مؤسسة أن تشغّل نسختها الخاصة.
footer-about = عن المنصة
footer-reuse = خذوا البيانات معكم
footer-api = واجهة برمجة التطبيقات (API)
footer-feed = خلاصة الأخبار لجميع السجلات
feed-all = جميع السجلات
feed-kind = { $kind }: أحدث السجلات
follow-feed = المتابعة عبر خلاصة الأخبار
about-link = ما هي Ayni
accessibility-link = إمكانية الوصول
privacy-link = الخصوصية
contact = الاتصال
# A comma between entries of a list; _ stands for a space.
list-comma = ،_
count-records =
    { $count ->
        [zero] لا سجلات
        [one] سجل واحد
        [two] سجلان
        [few] { $n } سجلات
        [many] { $n } سجلاً
       *[other] { $n } سجل
    }
count-members =
    { $count ->
        [zero] لا أعضاء
        [one] عضو واحد
        [two] عضوان
        [few] { $n } أعضاء
        [many] { $n } عضواً
       *[other] { $n } عضو
    }
countries-more =
    { $count ->
        [zero] لا بلدان أخرى
        [one] بلد آخر
        [two] بلدان آخران
        [few] { $n } بلدان أخرى
        [many] { $n } بلداً آخر
       *[other] { $n } بلد آخر
    }
from-to = { $from } ← { $to }
filter = تصفية
filter-used =
    { $count ->
        [zero] تصفية، دون أي معيار مستخدم
        [one] تصفية، معيار واحد مستخدم
        [two] تصفية، معياران مستخدمان
        [few] تصفية، { $n } معايير مستخدمة
        [many] تصفية، { $n } معياراً مستخدماً
       *[other] تصفية، { $n } معيار مستخدم
    }
filters = معايير التصفية
filters-in-use = المعايير المستخدمة
filter-remove = (إزالة هذا المعيار)
filter-more = المزيد
order = الترتيب
order-relevance = الأنسب
order-newest = الأحدث
order-title = العنوان
pages = الصفحات
page-first = الصفحة الأولى
page-next = الصفحة التالية
found-because = سبب ظهور النتيجة
found-concept = المعنى نفسه
found-as = عُثر على «{ $said }» في السجل بعبارة «{ $found }»
why-here = سبب الورود هنا
why-peer = سبب اقتراح هذا النظير
result-label = نتيجة
