### The review and coverage pages of Hexapla itself.
### “Unit” is the smallest text with a status of its own: a message, a paragraph, a field.
### “Current” and “stale” are set terms: a stale translation was made from a text that has changed.

## Frame

review-title = { -hexapla }: ترجمات { $project }
review-nav =
    .aria-label = صفحات المراجعة
review-nav-queue = قائمة الانتظار
review-nav-coverage = التغطية
review-nav-history = السجل
# $handle: the name that the reviewer chose.
review-signed-in = المراجعة باسم { $handle }
review-sign-out = تسجيل الخروج
# $date: the day for which everything on the page was computed.
review-as-of = الوضع في { DATETIME($date, month: "long", year: "numeric", day: "numeric") }

## States of a unit

# $freshness: how a translation stands to today’s source text. Used on labels and in table heads.
freshness-label =
    { $freshness ->
        [current] محدَّثة
        [stale] متقادمة
        [missing] ناقصة
        [unverified] غير مؤكَّدة
       *[obsolete] ملغاة
    }
    .title =
        { $freshness ->
            [current] تقول ما يقوله النص المصدر اليوم
            [stale] أُنجزت عن نص مصدر تغيّر بعد ذلك
            [missing] لم تُترجم بعد
            [unverified] تغيّرت خارج { -hexapla }؛ لم يؤكدها أحد
           *[obsolete] لم يعد نصها المصدر موجودًا
        }
# $state: how far the work on a translation has come (the states of XLIFF).
state-label =
    { $state ->
        [initial] أولية
        [translated] مترجمة
        [reviewed] مراجَعة
       *[final] نهائية
    }
# $change: what kind of change made a translation stale.
change-label =
    { $change ->
        [layout] التنسيق
        [punctuation] علامات الترقيم
        [case] الأحرف الكبيرة والصغيرة
        [markup] الترميز
        [link] الرابط
        [number] الرقم
        [placeable] العنصر النائب
        [term] المصطلح
       *[wording] الصياغة
    }
state-critical = حرجة
    .title = الخطأ هنا قد يسبب ضررًا: يجب أن يوافق شخصان

## Queue

# $locale: the name of the locale, such as “Mexican Spanish”, in the language of these pages.
queue-title = قائمة الانتظار: { $locale }
# $count: how many units wait for a decision.
queue-count =
    { $count ->
        [zero] لا شيء ينتظر
        [one] وحدة واحدة تنتظر
        [two] وحدتان تنتظران
        [few] { NUMBER($count) } وحدات تنتظر
        [many] { NUMBER($count) } وحدة تنتظر
       *[other] { NUMBER($count) } وحدة تنتظر
    }
# $words: how many source words these units hold.
queue-words =
    { $words ->
        [zero] لا كلمات
        [one] كلمة واحدة
        [two] كلمتان
        [few] { NUMBER($words) } كلمات
        [many] { NUMBER($words) } كلمة
       *[other] { NUMBER($words) } كلمة
    }
# $words: how many words really changed, usually far fewer than the units hold.
queue-changed-words =
    { $words ->
        [zero] لم تتغير أي كلمة
        [one] تغيّرت كلمة واحدة
        [two] تغيّرت كلمتان
        [few] تغيّرت { NUMBER($words) } كلمات
        [many] تغيّرت { NUMBER($words) } كلمة
       *[other] تغيّرت { NUMBER($words) } كلمة
    }
# $days: whole days since the oldest change that is not settled.
queue-oldest =
    { $days ->
        [zero] أقدم تغيير: اليوم
        [one] أقدم تغيير: قبل يوم واحد
        [two] أقدم تغيير: قبل يومين
        [few] أقدم تغيير: قبل { NUMBER($days) } أيام
        [many] أقدم تغيير: قبل { NUMBER($days) } يومًا
       *[other] أقدم تغيير: قبل { NUMBER($days) } يوم
    }
queue-age-unknown = لا يُعرف متى حدث أقدم تغيير
queue-empty = انتهى كل شيء. سيخبرك { -hexapla } عندما يتغير نص مصدر.
queue-filter = عرض
    .aria-label = اختيار الوحدات المعروضة
queue-search =
    .placeholder = كلمة من المصدر أو من الترجمة
    .aria-label = البحث في قائمة الانتظار
queue-next = التالية
    .accesskey = ت
queue-previous = السابقة
    .accesskey = س
# $position: the number of this unit, from 1.  $count: how many there are.
queue-position = { NUMBER($position) } من { NUMBER($count) }

## One unit

unit-old-source = المصدر عند الترجمة
unit-new-source = المصدر اليوم
unit-target = ترجمتك
    .placeholder = اكتب الترجمة هنا
unit-made-from = أُنجزت عن نص { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
unit-changed-by = غيّرها { $handle } في { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
unit-change-reason = السبب: { $reason }
# Read out by screen readers before words that were taken out or put in.
unit-removed = حُذف:
unit-added = أُضيف:
unit-comment = ملاحظة للمترجمين
unit-earlier-target = ترجمة سابقة تطابق هذا المصدر
    .title = عاد المصدر إلى نص سبقت ترجمته
unit-proposal = اقتراح من { $handle }
# $count: how many placeables the translation lacks.  $names: their names.
unit-missing-placeables =
    { $count ->
        [zero] لا ينقص الترجمة أي عنصر نائب
        [one] ينقص الترجمة { $names }
        [two] ينقص الترجمة عنصران نائبان: { $names }
        [few] ينقص الترجمة { NUMBER($count) } عناصر نائبة: { $names }
        [many] ينقص الترجمة { NUMBER($count) } عنصرًا نائبًا: { $names }
       *[other] ينقص الترجمة { NUMBER($count) } عنصر نائب: { $names }
    }

## Decisions
## Each has a key. Choose keys that are easy to reach and differ from each other.

decide-accept = قبول
    .accesskey = ق
    .title = تقول الترجمة الآن ما يقوله المصدر
decide-keep = إبقاء لأنها ما زالت صالحة
    .accesskey = ب
    .title = تغيّر المصدر، لكن الترجمة ما زالت صحيحة
# For authors of the source: the change did not touch the meaning.
decide-keep-everywhere = إبقاء في جميع اللغات
    .title = كان التغيير مجرد تصحيح؛ كل الترجمات ما زالت صحيحة
decide-skip = تخطٍّ
    .accesskey = خ
    .title = اتخاذ القرار لاحقًا
decide-reopen = إعادة فتح
    .accesskey = ف
    .title = تحتاج هذه الترجمة إلى نظرة أخرى
decide-restore = استرجاع الترجمة السابقة
    .accesskey = ر
decide-undo = تراجع
    .accesskey = ع
# $decision: what was decided.  $unit: the key of the unit.
decide-done =
    { $decision ->
        [accepted] قُبلت الترجمة: { $unit }
        [kept] أُبقيت الترجمة لأنها ما زالت صالحة: { $unit }
        [skipped] أُرجئ القرار: { $unit }
        [reopened] أُعيد فتح الترجمة: { $unit }
       *[undone] أُلغي آخر قرار بشأن: { $unit }
    }
# $count: decisions that are made but not saved.
decide-save =
    { $count ->
        [zero] لا قرارات لحفظها
        [one] حفظ قرار واحد
        [two] حفظ قرارين
        [few] حفظ { NUMBER($count) } قرارات
        [many] حفظ { NUMBER($count) } قرارًا
       *[other] حفظ { NUMBER($count) } قرار
    }
decide-moved-on = تغيّر المصدر أثناء قراءتك. يُرجى الاطلاع على النص الجديد.
decide-second-person = يجب أن يوافق شخص آخر قبل نشر هذا النص.

## Coverage

coverage-title = التغطية
coverage-table =
    .aria-label = التغطية حسب اللغة والمجموعة
coverage-locale = اللغة
coverage-collection = المجموعة
coverage-units = الوحدات
coverage-words = الكلمات
coverage-oldest = أقدم تقادم
# $percent: a number between 0 and 100.
coverage-percent = { NUMBER($percent, maximumFractionDigits: 1) }٪
    .title = محدَّث، بعدد الكلمات
# $locale: the locale that this one falls back to, such as Spanish for Mexican Spanish.
# $count: how many units it has not changed.
coverage-inherited =
    { $count ->
        [zero] لا وحدات مأخوذة من { $locale }
        [one] وحدة واحدة مأخوذة من { $locale }
        [two] وحدتان مأخوذتان من { $locale }
        [few] { NUMBER($count) } وحدات مأخوذة من { $locale }
        [many] { NUMBER($count) } وحدة مأخوذة من { $locale }
       *[other] { NUMBER($count) } وحدة مأخوذة من { $locale }
    }
# $days: the age of the oldest stale translation.
coverage-age =
    { $days ->
        [zero] اليوم
        [one] يوم واحد
        [two] يومان
        [few] { NUMBER($days) } أيام
        [many] { NUMBER($days) } يومًا
       *[other] { NUMBER($days) } يوم
    }
# What an edit of the source would do.
# $units, $words: how much it makes stale.  $locales: in how many locales.
coverage-impact =
    { $units ->
        [zero] لا يجعل هذا التعديل شيئًا متقادمًا.
        [one] يجعل هذا التعديل وحدة واحدة متقادمة (اللغات: { NUMBER($locales) }، الكلمات: { NUMBER($words) }).
        [two] يجعل هذا التعديل وحدتين متقادمتين (اللغات: { NUMBER($locales) }، الكلمات: { NUMBER($words) }).
        [few] يجعل هذا التعديل { NUMBER($units) } وحدات متقادمة (اللغات: { NUMBER($locales) }، الكلمات: { NUMBER($words) }).
        [many] يجعل هذا التعديل { NUMBER($units) } وحدة متقادمة (اللغات: { NUMBER($locales) }، الكلمات: { NUMBER($words) }).
       *[other] يجعل هذا التعديل { NUMBER($units) } وحدة متقادمة (اللغات: { NUMBER($locales) }، الكلمات: { NUMBER($words) }).
    }
coverage-ready = جاهزة للإصدار
coverage-blocked = غير جاهزة: { $reason }
