# Speaking for an organization
mandates-own = المنظمات التي تتحدثون باسمها
mandates-own-lead = يوافق على ذلك شخص آخر: جهة تنسيق في المنظمة أو الأمانة.
mandates-held = تفويضاتكم
mandates-none = لا تتحدثون باسم أي منظمة بعد.
mandates-find = طلب التحدث باسم منظمة
mandates-find-label = اسم المنظمة
mandates-find-button = بحث
mandates-found-none = لم يُعثر على أي منظمة. جرّبوا اسمها المختصر، أو عرّفوا بها أولًا:
mandates-ask-for = طلب التحدث باسمها
mandates-capacity = بأي صفة تريدون التحدث باسمها؟
capacity-contributor = مساهم: يكتب باسمها
capacity-focal-point = جهة تنسيق: تُبقي سجلاتها صحيحة وتقرر من يتحدث باسمها أيضًا
mandates-evidence = كيف يتبيّن للآخرين أنكم تتحدثون باسمها؟
mandates-evidence-help = منصبكم، أو صفحة تذكركم، أو شخص يمكنه تأكيد ذلك. لا يقرأ هذا إلا من يقررون.
mandates-own-fits = عنوان بريدكم من نطاق المنظمة؛ وهم يرون ذلك أيضًا.
mandates-own-fits-not = عنوان بريدكم ليس من نطاق المنظمة؛ وهم يرون ذلك أيضًا.
mandates-ask = إرسال الطلب
mandates-sent = أُرسل طلبكم. ستصلكم رسالة عند البتّ فيه.
mandates-twice = سبق أن طلبتم هذا التفويض، أو هو لديكم بالفعل.
mandates-choose = اختاروا الصفة التي تريدون التحدث بها باسمها.
mandate-requested = طُلب في { $date }؛ ولم يُبتّ فيه بعد
mandate-active = ساري المفعول حتى { $date }
mandate-refused = رُفض في { $date }
mandate-lapsed = انقضى في { $date }
mandate-ended = انتهى في { $date }
mandate-end = التخلي عنه
mandate-take-back = سحب الطلب

# Deciding
mandates = طلبات التحدث باسم المنظمات
mandates-lead = الأقدم أولًا. لا أحد يبتّ في طلبه.
mandates-nothing = لا طلب ينتظركم.
mandates-asks = قدّم { $name } الطلب في { $date }
mandates-fits = عنوان بريد صاحب الطلب من نطاق المنظمة.
mandates-fits-not = عنوان بريد صاحب الطلب ليس من نطاق المنظمة.
mandates-note = كلمة إلى صاحب الطلب؛ ومن يرفض يذكر السبب
mandates-accept = قبول
mandates-refuse = رفض
notice-mandate-accepted = أصبحتم تتحدثون باسم { $organization } لمدة سنة.
notice-mandate-accepted-subject = أصبحتم تتحدثون باسم { $organization }
notice-mandate-refused = رُفض طلبكم التحدث باسم { $organization }. السبب: { $reason }
notice-mandate-refused-subject = طلبكم التحدث باسم { $organization }
duty-mandates = { $count ->
    [one] طلب واحد ({ $n }) للتحدث باسم منظمة ينتظر
    [two] طلبان ({ $n }) للتحدث باسم منظمات ينتظران
    [few] { $n } طلبات للتحدث باسم منظمات تنتظر
   *[other] { $n } طلبًا للتحدث باسم منظمات تنتظر
}

# People and their roles
people = الأشخاص والأدوار
people-lead = ما تأتمنون عليه كل شخص. يسري كل تغيير فورًا.
people-roles = الأدوار
people-own = هذا حسابكم. شخص آخر يغيّر أدواركم.
people-no-address = لا عنوان بريد
people-more = مزيد من الأشخاص
person-role-reviewer = المراجعة
person-role-translator = الترجمة
person-role-editor = التحرير
person-role-administrator = الإدارة
