# Taking on a record
adopt = تولّي رعايته
adopt-lead = من يتولى رعاية سجل يُبقيه صحيحًا: يُسأل من حين إلى آخر هل لا يزال كذلك. يصبح في رعايتكم فورًا إن كانت منظمتكم مذكورة فيه؛ وإلا فالأمانة هي التي تقرر.
adopt-for = من سيرعاه؟
adopt-for-me = أنا شخصيًا
adopt-reason = لماذا أنتم؟
adopt-reason-help = ما تعرفونه عنه، وكيف ستُبقونه صحيحًا. هذا لازم حين تقرر الأمانة؛ ولا يقرؤه غيرها.
adopt-choose = اختاروا من سيرعاه.
adopt-waits = لقد طلبتم هذا السجل. طلبكم ينتظر الأمانة منذ { $date }.

# Deciding
adoptions = طلبات تولي رعاية السجلات
adoptions-lead = الأقدم أولًا. لا أحد يبتّ في طلبه.
adoptions-nothing = لا طلب ينتظر.
adoptions-asks = قدّم { $name } الطلب في { $date }
adoptions-for = لصالح { $organization }
adoptions-for-self = بصفة شخصية
adoptions-reason = سبب الرفض، إن رفضتم
adoptions-accept = قبول
adoptions-decline = رفض
adoptions-own = هذا طلبكم أنتم: يبتّ فيه شخص آخر.
adoptions-not-possible = لم يعد قبوله ممكنًا: عاد من يرعى السجل، أو سُحب السجل، أو لم يعد صاحب الطلب يتحدث باسم المنظمة. يمكنكم رفضه.
duty-adoptions = { $count ->
    [one] طلب واحد ({ $n }) لتولي رعاية سجل ينتظر
    [two] طلبان ({ $n }) لتولي رعاية سجلات ينتظران
    [few] { $n } طلبات لتولي رعاية سجلات تنتظر
   *[other] { $n } طلبًا لتولي رعاية سجلات تنتظر
}

# Mails and notices
mail-adoption-question = هل لا يزال السجل صحيحًا؟ لا حاجة إلى تسجيل الدخول: يعمل كل رابط مرة واحدة.
notice-adoption-asked = يطلب شخص أن يتولى رعاية «{ $title }».
notice-adoption-asked-subject = طلب لتولي رعاية «{ $title }»
notice-adoption-yours = أصبح «{ $title }» في رعايتكم.
notice-adoption-yours-subject = في رعايتكم الآن: { $title }
notice-adoption-declined = رُفض طلبكم تولي رعاية «{ $title }». السبب: { $reason }
notice-adoption-declined-subject = طلبكم تولي رعاية «{ $title }»
notice-adoption-passed = أصبحت رعاية «{ $title }» لدى غيركم.
notice-adoption-passed-subject = انتقلت الرعاية: { $title }
