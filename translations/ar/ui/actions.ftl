## طلب المساعدة

help-now = طلب المساعدة الآن
    .aria-label = طلب المساعدة الآن، بالهاتف أو بالدردشة
help-not-alone = لست وحدك، وما حدث ليس ذنبك.
help-call = الاتصال بالرقم { $number }
    .title = يفتح تطبيق الهاتف
    .aria-label = مكالمة { -helpline(case: "definite") } على الرقم { $number }
help-chat = الدردشة مع { $name }
help-europe = في كثير من البلدان الأوروبية يمكنك الوصول إلى { -helpline } للأطفال على الرقم 116 111.
help-danger = إذا كنت في خطر الآن، فاتصل برقم الطوارئ في بلدك.
help-hours =
    { $kind ->
        [always] متاح ليلًا ونهارًا، كل يوم
        [unknown] اسأل { -helpline(case: "definite") } عن أوقات عمله
       *[listed] أوقات العمل: { $hours }
    }
help-count =
    { $count ->
        [zero] لا نعرف حتى الآن أي { -helpline } في هذا البلد
        [one] { -helpline } واحد في هذا البلد
        [two] { -helpline(number: "dual") } في هذا البلد
        [few] { NUMBER($count) } { -helpline(number: "plural") } في هذا البلد
        [many] { NUMBER($count) } { -helpline } في هذا البلد
       *[other] { NUMBER($count) } { -helpline } في هذا البلد
    }
help-checked = جرى التحقق من الرقم في { DATETIME($date, month: "long", year: "numeric", day: "numeric") }

## الإبلاغ

report = الإبلاغ عمّا رأيته
    .title = إبلاغ جهة مختصة عن صور أو رسائل تؤذي طفلًا
report-anonymous = لا يلزمك ذكر اسمك.
report-do-not-copy = لا تنزّل الصور ولا تنسخها ولا ترسلها إلى أحد. عنوان الصفحة يكفي.
report-address = عنوان الصفحة
    .placeholder = https://
report-what = ماذا رأيت؟
    .placeholder = بضع كلمات تكفي
report-who =
    { $who ->
        [child] حدث هذا لي
        [other-child] حدث هذا لطفل أعرفه
       *[stranger] لا أعرف الطفل
    }
report-send = إرسال البلاغ
report-thanks = شكرًا لك. سيقرأ بلاغك شخص مدرَّب.
report-reference = الرقم المرجعي لبلاغك هو { $reference }. احتفظ به إن أردت السؤال عن البلاغ.

## التوقيع

sign = توقيع العريضة
    .aria-label = توقيع عريضة تطالب بقانون يحمي الأطفال على الإنترنت
sign-count =
    { $count ->
        [zero] قد يكون توقيعك هو الأول
        [one] وقّع شخص واحد. هدفنا الوصول إلى { NUMBER($goal) }.
        [two] وقّع شخصان. هدفنا الوصول إلى { NUMBER($goal) }.
        [few] وقّع { NUMBER($count) } أشخاص. هدفنا الوصول إلى { NUMBER($goal) }.
        [many] وقّع { NUMBER($count) } شخصًا. هدفنا الوصول إلى { NUMBER($goal) }.
       *[other] وقّع { NUMBER($count) } شخص. هدفنا الوصول إلى { NUMBER($goal) }.
    }
sign-closes =
    { $days ->
        [zero] تُغلق اليوم
        [one] تُغلق بعد يوم واحد
        [two] تُغلق بعد يومين
        [few] تُغلق بعد { NUMBER($days) } أيام
        [many] تُغلق بعد { NUMBER($days) } يومًا
       *[other] تُغلق بعد { NUMBER($days) } يوم
    }
sign-closed = أُغلقت هذه العريضة في { DATETIME($date, month: "long", year: "numeric", day: "numeric") }.
sign-show-name = إظهار اسمي بين التوقيعات
sign-thanks = شكرًا لك، { $name }. نرجو نشر العريضة بين معارفك.
sign-share = المشاركة مع الأصدقاء
    .title = ينسخ رابطًا إلى العريضة

## النشرة الإخبارية

newsletter = تلقّي نشرتنا الإخبارية
newsletter-frequency =
    { $frequency ->
        [weekly] مرة في الأسبوع
        [monthly] مرة في الشهر
       *[irregular] بضع مرات في السنة
    }
newsletter-subscribe = اشتراك
newsletter-confirm = أرسلنا رسالة إلى { $email }. افتح الرابط الموجود فيها للتأكيد.
newsletter-unsubscribe = إلغاء الاشتراك
    .title = لن تصلك النشرة الإخبارية بعد ذلك

## التبرع

donate = تبرّع
    .title = دعم عملنا من أجل الأطفال
donate-amount = المبلغ
    .placeholder = 25
donate-submit =
    { $rhythm ->
        [monthly] التبرع بمبلغ { $amount } كل شهر
        [yearly] التبرع بمبلغ { $amount } كل سنة
       *[once] التبرع بمبلغ { $amount }
    }
donate-thanks = شكرًا لك على تبرعك.
donate-receipt = أريد إيصالًا لمصلحة الضرائب

## الاستمارات

form-name = الاسم
    .placeholder = الاسم الأول واسم العائلة
form-email = البريد الإلكتروني
    .placeholder = name@example.org
    .title = لا نستخدمه لأي غرض آخر
form-country = البلد
form-message = الرسالة
form-characters-left =
    { $count ->
        [zero] لم يبقَ أي حرف
        [one] بقي حرف واحد
        [two] بقي حرفان
        [few] بقيت { NUMBER($count) } أحرف
        [many] بقي { NUMBER($count) } حرفًا
       *[other] بقي { NUMBER($count) } حرف
    }
form-optional = اختياري
form-send = إرسال
form-cancel = إلغاء
form-sending = جارٍ الإرسال…

## الأخطاء

error-summary =
    { $count ->
        [zero] لا حقول تحتاج إلى مراجعة
        [one] يُرجى مراجعة حقل واحد
        [two] يُرجى مراجعة حقلين
        [few] يُرجى مراجعة { NUMBER($count) } حقول
        [many] يُرجى مراجعة { NUMBER($count) } حقلًا
       *[other] يُرجى مراجعة { NUMBER($count) } حقل
    }
error-required = يُرجى ملء «{ $field }»
error-email = يكون عنوان البريد الإلكتروني على هذا الشكل: name@example.org
error-address = يُرجى لصق العنوان كاملًا، بدءًا من https://
error-amount = يُرجى إدخال مبلغ لا يقل عن { $minimum }
error-too-long =
    { $limit ->
        [zero] يُرجى ترك هذا الحقل فارغًا
        [one] يُرجى عدم تجاوز حرف واحد
        [two] يُرجى عدم تجاوز حرفين
        [few] يُرجى عدم تجاوز { NUMBER($limit) } أحرف
        [many] يُرجى عدم تجاوز { NUMBER($limit) } حرفًا
       *[other] يُرجى عدم تجاوز { NUMBER($limit) } حرف
    }
error-offline = يبدو أنك غير متصل بالإنترنت. ما كتبته ما زال هنا.
error-server = حدث خطأ من جانبنا. يُرجى المحاولة مرة أخرى، أو الاتصال هاتفيًّا على { -helpline(case: "definite") } إذا كان الأمر عاجلًا.
