# Files of drafts and records, and letters
draft-files-lead = ما يمكن للقراء تنزيله. يُعرف النوع من المحتوى: { $types }، بحد أقصى { $size } لكل ملف و{ $n } ملفًا في المسودة الواحدة.
draft-file-new = إضافة ملف أو فيلم
draft-file = الملف
draft-file-title = ما يراه القراء، إن لم يدل عليه اسم الملف
draft-file-language = لغة الملف
draft-file-licence = ما يجوز للقراء أن يفعلوه به
draft-file-licence-help = يقرر ذلك صاحب الحقوق. CC BY: استخدام حر مع ذكر المصدر؛ NC: لغير الربح؛ ND: بلا تغيير؛ SA: النشر بالشروط نفسها؛ IGO: صيغة المنظمات الدولية.
draft-film = أو عنوان فيلم أو تسجيل في موقع آخر
draft-film-help = يبقى هناك: يرى القراء رابطًا مع اسم الموقع. ويُحفظ العنوان بين المصادر.
draft-file-add = حفظ وإضافة
draft-file-leave = الإبقاء عليه
draft-file-added = أُضيف مع هذه المسودة
draft-file-goes = يُزال عند نشر المسودة
licence-public-domain = ملك عام: متاح لكل استخدام
licence-all-rights-reserved = جميع الحقوق محفوظة: للقراءة فقط
licence-unknown = الشروط غير معروفة: اسألوا قبل استخدامه
file-pages =
    { $count ->
        [one] صفحة واحدة ({ $n })
        [two] صفحتان ({ $n })
        [few] { $n } صفحات
       *[other] { $n } صفحة
    }
file-checked = تم التحقق منه في { $date }
file-damaged = هذا الملف تالف أو مفقود. ولا يُعطى حتى يُصلَح.
file-first-page = الصفحة الأولى من { $name }
file-film = فيلم على { $site }، وهو موقع آخر
file-recording = تسجيل على { $site }، وهو موقع آخر
file-refused-size = حجم الملف أكبر من { $size }. صغّروه أو قسّموه. وكل ما كتبتموه محفوظ.
file-refused-form = تحوي الاستمارة أكثر مما يُقبل في مرة واحدة. أرسلوا ملفًا واحدًا في كل مرة. وما كتبتموه قبله محفوظ.
file-refused-transfer = لم يصل الملف كاملًا. اختاروه من جديد. وما كتبتموه قبله محفوظ.
file-refused-empty = الملف فارغ.
file-refused-type = محتوى الملف ليس من الأنواع المقبولة: { $types }.
file-refused-name = محتوى الملف من نوع { $type }، لكن اسمه يدل على غير ذلك. إن كان ذلك صحيحًا فليكن آخر الاسم { $ending }.
file-refused-broken = لا يمكن قراءة الملف على أنه { $type }: فهو تالف أو محمي. احفظوه من جديد بلا كلمة سر.
file-refused-unpacks = عند فك الضغط يصبح الملف أكبر بكثير من حجمه، ولا يكون أي مستند كذلك.
file-refused-picture = الصورة تالفة، أو أكبر من { $pixels } بكسل. صغّروها.
file-refused-today = قدّمتم اليوم { $n } ملف. تابعوا غدًا.
file-refused-many = في المسودة { $n } ملفًا. أزيلوا واحدًا أولًا.
file-refused-missing = اختاروا ملفًا، أو اذكروا عنوان فيلم.
file-refused-licence = اذكروا ما يجوز للقراء أن يفعلوه بالملف، ثم اختاروه من جديد.
file-refused-link = ليس هذا عنوان فيلم أو تسجيل معروف هنا. ومكان الصفحات الأخرى بين المصادر.
mandates-letter = رسالة تثبت ذلك، إن وُجدت
mandates-letter-help = { $types }، بحد أقصى { $size }. لا يفتحها إلا من يقررون. وتُمحى بعد سنة من انتهاء التفويض أو رفض الطلب.
mandates-letter-open = فتح الرسالة ({ $size })
