# Who speaks for an organization, on its page
speakers = من يتحدث باسمها
speakers-since = منذ { $date }
speakers-unnamed = { $count ->
    [one] جهة تنسيق واحدة ({ $n }) لا تُظهر اسمها، منذ { $date }
    [two] جهتا تنسيق ({ $n }) لا تُظهران اسميهما، أولاهما منذ { $date }
    [few] { $n } جهات تنسيق لا تُظهر أسماءها، أولاها منذ { $date }
   *[other] { $n } جهة تنسيق لا تُظهر أسماءها، أولاها منذ { $date }
}
speakers-nobody = لا أحد يتحدث باسمها حاليًا.
speakers-nobody-since = لا أحد يتحدث باسمها منذ { $date }.
speakers-ask = التحدث باسمها
speakers-all = كل من يتحدث باسمها

# For those who answer for it
speakers-term = من { $since } حتى { $until }
speakers-end = إنهاء التفويض
speakers-reason = لماذا ينتهي؟
speakers-reason-help = يقرؤه من يفقد التفويض.
speakers-ended = انتهى التفويض.
notice-mandate-asked = يطلب شخص التحدث باسم { $organization }.
notice-mandate-asked-subject = طلب للتحدث باسم { $organization }
notice-mandate-ended = أنهى شخص آخر تفويضكم عن { $organization }. السبب: { $reason }
notice-mandate-ended-subject = انتهى تفويضكم عن { $organization }
