# Notices, and how often they are mailed
notices = الإشعارات
notices-lead = ما حدث مما يعنيكم، الأحدث أولًا.
notices-unread = { $count ->
    [zero] لا إشعارات غير مقروءة ({ $n })
    [one] إشعار واحد غير مقروء ({ $n })
    [two] إشعاران غير مقروءين ({ $n })
    [few] { $n } إشعارات غير مقروءة
    [many] { $n } إشعارًا غير مقروء
   *[other] { $n } إشعار غير مقروء
}
notices-with-unread = { $count ->
    [one] الإشعارات ({ $n } غير مقروء)
   *[other] الإشعارات ({ $n } غير مقروءة)
}
notices-none = لا شيء هنا بعد.
notices-new = جديد
notices-read-all = تعليم الكل كمقروء
notices-older = إشعارات أقدم
notices-other = حدث شيء ما. افتحوه لتروا ما هو.
notices-choose = الرسائل التي تصلكم
notices-choose-lead = تبقى الإشعارات دائمًا في صفحاتكم. اختاروا كم مرة تصلكم أيضًا بالبريد.
notices-always = فورًا: لا يدخل أحد من دون هذه الرسائل.
notice-topic-sign-in = تسجيل الدخول
notice-topic-review = النصوص قيد المراجعة
notice-topic-mandate = دوركم في المنظمات
notice-topic-freshness = السجلات التي في رعايتكم
notice-topic-translation = الترجمات
notice-topic-objection = الاعتراضات
notice-topic-digest-of-new-records = السجلات الجديدة
frequency-at-once = فورًا
frequency-daily = مرة في اليوم
frequency-weekly = مرة في الأسبوع
frequency-never = أبدًا

# What happened
notice-new-records = سجلات جديدة: { $n }
notice-organization-orphaned = لم تعد لدى { $organization } جهة تنسيق: مُحي حساب الأخيرة.
notice-organization-orphaned-subject = لم تعد لدى { $organization } جهة تنسيق
