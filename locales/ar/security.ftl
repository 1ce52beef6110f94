# Signing in, beside the mailed link
sign-in-by-passkey = عن طريق مفتاح مرور
sign-in-passkey-text = يبقى مفتاح المرور على هاتفكم أو حاسوبكم أو على مفتاح أمان، ويُفتح كما يُفتح الجهاز نفسه. فلا شيء عليكم حفظه، ولا شيء تستطيع صفحة مزيفة أن تنتزعه منكم.
sign-in-passkey-button = تسجيل الدخول بمفتاح مرور
sign-in-passkey-failed = لم يُسجَّل دخولكم بمفتاح المرور. حاولوا مجدداً، أو اختاروا طريقة أخرى.
sign-in-by-openid = عن طريق نظام تسجيل الدخول الخاص بمنظمتكم
sign-in-openid-button = تسجيل الدخول عن طريق { $provider }
sign-in-openid-down = { $provider }: لا يوجد رد
sign-in-openid-down-text = حاولوا مجدداً في وقت لاحق، أو سجّلوا الدخول عن طريق رابط مرسل بالبريد الإلكتروني.
sign-in-openid-failed = لم يُسجَّل دخولكم عن طريق { $provider }
sign-in-openid-failed-text = انقطعت العملية، أو أن الرد لا يخص هذه المحاولة. حاولوا مجدداً، أو سجّلوا الدخول عن طريق رابط مرسل بالبريد الإلكتروني.
sign-in-openid-unverified = ينقص عنوان بريد إلكتروني مؤكَّد
sign-in-openid-unverified-text = لم يرد من { $provider } أن عنوان بريدكم الإلكتروني مؤكَّد. سجّلوا الدخول أولاً عن طريق رابط مرسل بالبريد الإلكتروني، وبعد ذلك يمكنكم ربط { $provider } بحسابكم.
sign-in-openid-mailed-text = يوجد حساب بالعنوان { $address }. وللتأكد من أنه حسابكم أرسلنا إليه رابطاً. افتحوه في هذا المتصفح خلال نصف ساعة: فهو يسجّل دخولكم ويربط { $provider } بالحساب.
sign-in-openid-connects = وفي الوقت نفسه يُربط { $provider } بحسابكم، ويمكنكم بعد ذلك تسجيل الدخول به أيضاً.
sign-in-by-password = عن طريق كلمة المرور وعامل تحقق ثانٍ
sign-in-password-open = لديّ كلمة مرور
sign-in-password = كلمة مروركم
sign-in-password-button = متابعة
sign-in-password-wrong = لا يمكن تسجيل الدخول بهذا العنوان وكلمة المرور هذه. حاولوا مجدداً، أو سجّلوا الدخول عن طريق رابط مرسل بالبريد الإلكتروني.
sign-in-tries-too-often = كثرت المحاولات، ولذلك علينا الانتظار. حاولوا مجدداً بعد ربع ساعة، أو سجّلوا الدخول عن طريق رابط مرسل بالبريد الإلكتروني.
sign-in-code = عامل التحقق الثاني
sign-in-code-text = اكتبوا الرمز الذي يعرضه تطبيقكم الآن.
sign-in-code-label = رمز التطبيق
sign-in-code-wrong = هذا الرمز غير صحيح أو سبق استخدامه. اكتبوا الرمز التالي الذي يعرضه التطبيق.
sign-in-recovery = إذا تعذّر عليكم استخدام التطبيق
sign-in-recovery-label = أحد رموز الاسترداد لديكم
sign-in-recovery-wrong = هذا ليس من رموز الاسترداد لديكم، أو سبق استخدامه.
sign-in-step-over = انتهت هذه الخطوة
sign-in-step-over-text = مضى وقت طويل، أو أن الخطوة بدأت في متصفح آخر أو اكتملت من قبل.
sign-in-from-beginning = تسجيل الدخول من البداية
mail-openid-subject = ربط { $provider } بحسابكم على { $instance }
mail-openid-text = سجّل شخص ما الدخول عن طريق { $provider } بعنوانكم، وهو عنوان له حساب على { $instance }. إذا كنتم أنتم من فعل ذلك، فافتحوا الرابط في المتصفح نفسه: فهو يسجّل دخولكم ويربط { $provider } بالحساب. وهو صالح لمرة واحدة، ولمدة نصف ساعة.

# One's ways to sign in
security = طرق تسجيل الدخول
security-lead = الرابط المرسل بالبريد الإلكتروني صالح دائماً. وهنا تضيفون طرقاً أسرع أو تزيلونها.
security-again = مضى وقت على تسجيل دخولكم. سجّلوا الدخول مجدداً لإضافة شيء أو إزالته، حتى لا يفعل ذلك أحد على جهاز تركتموه.
security-again-button = تسجيل الدخول مجدداً
security-done = تم ذلك، وسيصلكم إشعار به.
security-remove = إزالة
security-passkeys = مفاتيح المرور
security-passkeys-none = ليس لديكم أي مفتاح مرور.
security-passkeys-no-name = مفاتيح المرور غير متاحة هنا: فهي تحتاج إلى موقع عنوانه اسم، وعنوان هذا الموقع رقم.
security-passkeys-not-secure = مفاتيح المرور غير متاحة هنا: فهي تحتاج إلى موقع يبدأ عنوانه بـ https.
security-passkeys-full = لديكم أكبر عدد ممكن من مفاتيح المرور. أزيلوا أحدها أولاً.
security-passkey-used = أُضيف في { $added }، وآخر استخدام في { $used }
security-passkey-unused = أُضيف في { $added }، ولم يُستخدم بعد
security-passkey-name = اسم مفتاح المرور
security-passkey-name-wrong = يتكون الاسم من سطر واحد من 1 إلى 60 حرفاً.
security-passkey-rename = تغيير الاسم
security-passkey-add = إضافة مفتاح مرور
security-passkey-needs = تحتاج إضافة مفتاح مرور إلى متصفح حديث مع تفعيل JavaScript.
security-passkey-failed = لم يُضف أي مفتاح مرور: انقطعت العملية، أو طالت أكثر من اللازم، أو أن لهذا الجهاز مفتاحاً من قبل.
security-password = كلمة المرور وعامل التحقق الثاني
security-password-text = لا تسجّل كلمة المرور دخولكم إلا مع رمز يعرضه تطبيق على هاتفكم.
security-password-no-address = لهذا الغرض يحتاج حسابكم إلى عنوان بريد إلكتروني.
security-password-none = ليست لديكم كلمة مرور.
security-password-is = لديكم كلمة مرور.
security-password-new = كلمة مرور جديدة
security-password-help = من 12 إلى 256 حرفاً. وبضع كلمات لا علاقة لإحداها بالأخرى يسهل حفظها ويصعب تخمينها.
security-password-short = كلمة المرور هذه قصيرة جداً. استخدموا 12 حرفاً على الأقل.
security-password-long = كلمة المرور هذه طويلة جداً. استخدموا 256 حرفاً على الأكثر.
security-password-common = كلمة مرور كهذه هي أول ما يجرّبه الآخرون. تجنّبوا الكلمات الشائعة والحروف المتسلسلة.
security-password-yourself = كلمة المرور هذه قريبة جداً من اسمكم أو عنوانكم.
security-password-set = تعيين كلمة المرور
security-password-change = تغيير كلمة المرور
security-password-change-help = ويُسجَّل حينئذ خروجكم من جميع الأجهزة الأخرى.
security-password-remove = إزالة كلمة المرور
security-app-none = لم يُهيَّأ أي تطبيق: وبدونه لا تسجّل كلمة المرور دخول أحد.
security-app-is = هناك تطبيق مهيَّأ.
security-app-add = تهيئة تطبيق
security-app-replace = تهيئة تطبيق آخر
security-app-remove = إزالة التطبيق
security-app-scan = امسحوا الصورة بتطبيق يعرض رموزاً تُستخدم مرة واحدة، أو اكتبوا في التطبيق المفتاح المبيّن تحتها.
security-app-open = فتح في تطبيق على هذا الجهاز
security-app-key = المفتاح الخاص بالتطبيق
security-app-code = الرمز الذي يعرضه التطبيق الآن
security-app-confirm = تأكيد
security-app-wrong = هذا الرمز لا يطابق. اكتبوا الرمز الذي يعرضه التطبيق الآن. وإذا لم يطابق أي رمز، فاضبطوا ساعة هاتفكم.
security-recovery = رموز الاسترداد
security-recovery-left =
    { $count ->
        [zero] لم يبق لديكم أي رمز استرداد.
        [one] بقي لديكم رمز استرداد واحد.
        [two] بقي لديكم رمزا استرداد.
        [few] بقيت لديكم { $n } رموز استرداد.
       *[other] بقي لديكم { $n } رمز استرداد.
    }
security-recovery-new = إنشاء رموز استرداد جديدة
security-recovery-once = دوّنوا هذه الرموز أو اطبعوها الآن: فلن تُعرض مرة أخرى. والرموز السابقة لم تعد صالحة.
security-recovery-text = كل رمز منها يحل محل التطبيق مرة واحدة إذا فقدتموه.
security-recovery-kept = لقد احتفظت بها
security-identities-none = لا يوجد أي ربط.
security-identity-add = ربط { $provider }
security-identity-remove = إلغاء الربط
security-identity-taken = { $provider } مرتبط بحساب آخر
security-identity-taken-text = سجّلوا الدخول عن طريق { $provider } للوصول إلى ذلك الحساب، أو ألغوا الربط هناك أولاً.
notice-security =
    { $what ->
        [passkey-added] أُضيف مفتاح المرور «{ $name }» إلى حسابكم. إذا لم تكونوا أنتم من فعل ذلك، فأزيلوه وأنهوا جميع الجلسات الأخرى.
        [passkey-removed] أُزيل مفتاح المرور «{ $name }» من حسابكم. إذا لم تكونوا أنتم من فعل ذلك، فتحققوا من طرق تسجيل دخولكم.
        [password-set] عُيّنت كلمة مرور لحسابكم. إذا لم تكونوا أنتم من فعل ذلك، فأزيلوها وأنهوا جميع الجلسات الأخرى.
        [password-changed] غُيّرت كلمة مرور حسابكم وأُنهيت جميع الجلسات الأخرى. إذا لم تكونوا أنتم من فعل ذلك، فأزيلوها.
        [password-removed] أُزيلت كلمة مرور حسابكم. إذا لم تكونوا أنتم من فعل ذلك، فتحققوا من طرق تسجيل دخولكم.
        [app-added] هُيّئ تطبيق للرموز لحسابكم. إذا لم تكونوا أنتم من فعل ذلك، فأزيلوه وأنهوا جميع الجلسات الأخرى.
        [app-removed] أُزيل تطبيق الرموز ورموز الاسترداد من حسابكم. إذا لم تكونوا أنتم من فعل ذلك، فتحققوا من طرق تسجيل دخولكم.
        [codes-made] أُنشئت رموز استرداد جديدة لحسابكم. إذا لم تكونوا أنتم من فعل ذلك، فأنشئوا غيرها وأنهوا جميع الجلسات الأخرى.
        [identity-added] رُبط { $name } بحسابكم. إذا لم تكونوا أنتم من فعل ذلك، فألغوا الربط وأنهوا جميع الجلسات الأخرى.
        [identity-removed] أُلغي ربط { $name } بحسابكم. إذا لم تكونوا أنتم من فعل ذلك، فتحققوا من طرق تسجيل دخولكم.
       *[other] تغيّرت طرق تسجيل دخولكم. إذا لم تكونوا أنتم من فعل ذلك، فتحققوا منها وأنهوا جميع الجلسات الأخرى.
    }
notice-security-subject = تغيّرت طرق تسجيل دخولكم
