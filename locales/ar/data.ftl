# What is kept, and taking it along
data = بياناتي
data-lead = ما يُحفظ عنكم: اقرؤوه أو خذوه معكم أو امحوه.
data-kept = ما يُحفظ عنكم
data-kept-text = عنوان بريدكم، والاسم في عناوين الصفحات، ولغتكم، وما تكتبونه عن أنفسكم، وأدواركم وتفويضاتكم، ومسوداتكم وتعليقاتكم وترجماتكم، وآخر يوم كنتم فيه هنا. ما نشرتموه يبقى موقّعًا برقم يدل عليكم. ولا يُحفظ شيء من أسئلتكم ولا من الصفحات التي تقرؤونها.
data-kept-time = بعض الأشياء يُحفظ مدة محدودة فقط:
kept-session = جلساتكم، بعد آخر استخدام
kept-token = الروابط التي تعمل مرة واحدة، بعد استخدامها أو انتهاء مدتها
kept-attempt = عدّادات منع التخمين
kept-sent-mail = الرسائل، بعد إرسالها
kept-notice = الإشعارات
kept-closed-mandate = الطلبات والتفويضات، بعد رفضها أو انتهائها
kept-abandoned-draft = المسودات، بعد تركها أو رفضها
kept-closed-report = عنوانكم في بلاغ عن مشكلة، بعد إغلاقه
kept-audit = قيود سجل الإدارة
kept-unused-account = حساب لا يستخدمه أحد؛ ونسألكم قبل ذلك بثلاثين يومًا
data-days = { $count ->
    [zero] { $n } يوم
    [one] يوم واحد ({ $n })
    [two] يومان ({ $n })
    [few] { $n } أيام
    [many] { $n } يومًا
   *[other] { $n } يوم
}
data-take = خذوا بياناتكم معكم
data-take-text = ملف ZIP واحد: personal-data.json وفيه كل ما يُحفظ عنكم، والملفات التي أضفتموها، وملاحظة تشرحها. وليس فيه شيء عن أشخاص آخرين.
data-take-button = تنزيل بياناتي
data-often = نزّلتم بياناتكم عدة مرات قبل قليل. حاولوا من جديد بعد ساعة.
data-sign-in = لهذا سجّلوا الدخول مرة أخرى: مضى على آخر دخول لكم أكثر من 15 دقيقة.
data-sign-in-button = تسجيل الدخول من جديد

# Erasing an account
data-erase = محو حسابي
data-erase-goes = ما يزول
data-erase-goes-text = عنوان بريدكم، واسمكم، وما كتبتموه عن أنفسكم، وطرق دخولكم، والإشعارات والرسائل، وأدلة تفويضاتكم، والمسودات التي كتبتموها وحدكم ولم ينشرها أحد. تنتهي تفويضاتكم وتُغلق جميع جلساتكم.
data-erase-stays = ما يبقى
data-erase-stays-text = ما نُشر، لأن آخرين يعتمدون عليه، والتعليقات والقرارات التي هي جزء من مراجعة. ويظهر بدل اسمكم «عضو سابق».
data-erase-final = يسري هذا فورًا. ولا يستطيع أحد التراجع عنه.
data-erase-handle = للتأكيد اكتبوا اسمكم في عناوين الصفحات:
data-erase-wrong = هذا ليس اسمكم في عناوين الصفحات.
data-erase-button = محو حسابي
data-erase-last = أنتم المسؤول الوحيد عن الإدارة. امنحوا شخصًا آخر هذا الدور أولًا.
data-erased = مُحي حسابكم
data-erased-text = تُرسل رسالة أخيرة إلى عنوانكم، ثم يُنسى العنوان أيضًا. ويمكنكم أن تبدؤوا به من جديد متى شئتم.
change-a-former-member = عضو سابق

# In the archive
data-readme = بياناتكم من { $instance }، { $date }
data-readme-json = personal-data.json: كل ما يُحفظ عنكم بصيغة JSON التي يفتحها أي محرر نصوص. أسماء الأجزاء بالإنجليزية.
data-readme-files = files: الملفات التي أضفتموها، إن وُجدت.
data-readme-secrets = لا تشمل كلمات المرور والمفاتيح: فهي محفوظة بشكل لا يستطيع أحد قراءته.

# Last mails, and accounts that nobody uses
mail-erased-subject = مُحي حسابكم في { $instance }
mail-erased-asked = مُحي حسابكم في { $instance } بناءً على طلبكم.
mail-erased-unused = مُحي حسابكم في { $instance }: لم يستخدمه أحد منذ ثلاث سنوات، ولم يُرِد أحد الإبقاء عليه حين سألنا.
mail-erased-text = ما نُشر يبقى من دون اسمكم. هذه آخر رسالة: يُنسى عنوانكم فور إرسالها. ويمكنكم أن تبدؤوا به من جديد متى شئتم.
mail-unused-subject = هل تريدون الإبقاء على حسابكم في { $instance }؟
mail-unused-text = لم يستخدم أحد حسابكم في { $instance } منذ { $since }. وسيُمحى بعد { $until }. نقرة واحدة تُبقيه، من دون تسجيل الدخول.
mail-unused-stays = ما نشرتموه يبقى في كل الأحوال. إن لم تعودوا بحاجة إلى الحساب فلا تفعلوا شيئًا.
keep = الإبقاء على حسابكم؟
keep-text = اضغطوا الزر فيبقى حسابكم ثلاث سنوات أخرى.
keep-button = الإبقاء على حسابي
keep-done = يبقى حسابكم
keep-done-text = شكرًا لكم. يمكنكم تسجيل الدخول متى شئتم.
keep-over = لم يعد هذا الرابط صالحًا
keep-over-text = سجّلوا الدخول بعنوان بريدكم لتروا حسابكم؛ وإن كان قد مُحي فستبدؤون من جديد.

# A member's page
profile = عضو
profile-see = صفحتكم كما يجدها الآخرون
profile-closed = لا يُظهر هذا العضو شيئًا عن نفسه.
profile-own = هذه صفحتكم؛ يرى الآخرون فيها ما فتحتموه لهم.
profile-about = نبذة
profile-affiliation = مكان العمل
profile-languages = لغات المراسلة
profile-written = كتب
profile-reviewed = أجاز
profile-translated = ترجم
