### Why the review room does not do what it was asked to: a fragment without a capital and without a full
### stop; .hint is the next step, told behind it. What stands between ` and ` stays as it is.
### $unit: the address of a text.  $locale: a tag, such as “de”.  $handle: the name that somebody chose.

## Deciding about a text

refuse-no-text = لا نص يُقبل
    .hint = اكتب الترجمة، أو تخطَّ الوحدة
refuse-unsure =
    { $count ->
        [zero] الخطأ في هذا النص يسبب ضررًا، ولم تجد الفحوص أي خطأ
        [one] الخطأ في هذا النص يسبب ضررًا، وقد وجدت الفحوص خطأً واحدًا
        [two] الخطأ في هذا النص يسبب ضررًا، وقد وجدت الفحوص خطأين
        [few] الخطأ في هذا النص يسبب ضررًا، وقد وجدت الفحوص { NUMBER($count) } أخطاء
        [many] الخطأ في هذا النص يسبب ضررًا، وقد وجدت الفحوص { NUMBER($count) } خطأً
       *[other] الخطأ في هذا النص يسبب ضررًا، وقد وجدت الفحوص { NUMBER($count) } خطأ
    }
    .hint = صحّحه؛ ومن كان واثقًا منه كما هو فليقرر مرة أخرى
refuse-everywhere = الكلام باسم كل اللغات يتطلب دور التحرير
    .hint = قل إنها لا تزال صالحة في لغتك أنت
refuse-changed = تغيّر النص منذ أن فتحته
    .hint = لم يُكتب شيء: أعد تحميل الصفحة واجمع بين النصين
refuse-moved-on = لم تعد `{ $unit }` كما عُرضت
    .reload = أعد تحميل الصفحة وقرر من جديد
    .diff = انظر إليها من جديد بـ`hexapla diff`
# $problem: in English.
refuse-ledger = لا يمكن قراءة جزء من السجل: { $problem }
    .hint = لا يمكن اتخاذ أي قرار حتى يُستعاد الملف
refuse-nobody = كل قرار يُنسب إلى شخص
    .hint = قل بأي اسم مستعار تريد أن تُعرف؛ سيبقى مسجلًا إلى الأبد
refuse-nothing-back = ليس في هذه الزيارة ما يُتراجع عنه
refuse-not-yours = لا يجوز لك اتخاذ قرار في `{ $locale }`
refuse-was-stale = كانت `{ $unit }` متقادمة قبل أن يُشكَّ فيها
    .hint = تأكيدها قرار آخر: اقبل نصًا لها
refuse-no-source = لم يعد لـ`{ $unit }` مصدر
# $pivot: the locale that the translation is made from.
refuse-no-pivot = لا ترجمة بعد لـ`{ $unit }` في `{ $pivot }` التي تُنجز عنها `{ $locale }`
    .hint = قرر أولًا في `{ $pivot }`
refuse-no-target = لا ترجمة بعد لـ`{ $unit }` في `{ $locale }`
    .hint = اكتب ترجمة بـ`--text`، أو أنشئ الصفحة بـ`hexapla fill --locale { $locale }`
# $freshness: current, stale, missing, unverified, obsolete or moved.
refuse-not-stale =
    { $freshness ->
        [current] `{ $unit }` محدَّثة في `{ $locale }`، ولا يمكن إبقاء إلا ترجمة متقادمة
        [missing] `{ $unit }` ناقصة في `{ $locale }`، ولا يمكن إبقاء إلا ترجمة متقادمة
        [unverified] `{ $unit }` غير مؤكَّدة في `{ $locale }`، ولا يمكن إبقاء إلا ترجمة متقادمة
        [obsolete] `{ $unit }` ملغاة في `{ $locale }`، ولا يمكن إبقاء إلا ترجمة متقادمة
       *[other] حالة `{ $unit }` في `{ $locale }` هي { $freshness }، ولا يمكن إبقاء إلا ترجمة متقادمة
    }
    .hint = استعمل `hexapla accept`
refuse-not-current =
    { $freshness ->
        [missing] `{ $unit }` ناقصة في `{ $locale }`، ولا يمكن أن تُفتح من جديد إلا ترجمة محدَّثة أو متقادمة
        [unverified] `{ $unit }` غير مؤكَّدة في `{ $locale }`، ولا يمكن أن تُفتح من جديد إلا ترجمة محدَّثة أو متقادمة
        [obsolete] `{ $unit }` ملغاة في `{ $locale }`، ولا يمكن أن تُفتح من جديد إلا ترجمة محدَّثة أو متقادمة
       *[other] حالة `{ $unit }` في `{ $locale }` هي { $freshness }، ولا يمكن أن تُفتح من جديد إلا ترجمة محدَّثة أو متقادمة
    }
    .hint = هي أصلًا في قائمة ما يُراجع
# $from: the locale that the translation is taken from.
refuse-inherited = `{ $unit }` مأخوذة من `{ $from }` في `{ $locale }`
    .hint = قرر في `{ $from }`، أو أعطها نصًا خاصًا بها بـ`--text`
refuse-blocks =
    { $count ->
        [zero] لا كتل في ترجمة `{ $unit }`، وليس النص كذلك
        [one] ترجمة `{ $unit }` كتلة واحدة، وليس النص كذلك
        [two] ترجمة `{ $unit }` كتلتان، وليس النص كذلك
        [few] ترجمة `{ $unit }` { NUMBER($count) } كتل، وليس النص كذلك
        [many] ترجمة `{ $unit }` { NUMBER($count) } كتلة، وليس النص كذلك
       *[other] ترجمة `{ $unit }` { NUMBER($count) } كتلة، وليس النص كذلك
    }
    .hint =
        { $count ->
            [zero] لا تكتب نصًا، أو حرّر الملف
            [one] اكتب نصًا واحدًا بلا سطر فارغ، أو حرّر الملف
            [two] اكتب نصين بينهما سطر فارغ، أو حرّر الملف
            [few] اكتب { NUMBER($count) } نصوص بينها سطر فارغ، أو حرّر الملف
            [many] اكتب { NUMBER($count) } نصًا بينها سطر فارغ، أو حرّر الملف
           *[other] اكتب { NUMBER($count) } نص بينها سطر فارغ، أو حرّر الملف
        }

## What there is not

refuse-no-page = لا وجود لهذه الصفحة
refuse-no-unit = لم يعد لهذه الوحدة وجود
refuse-unit-gone = لم يعد للوحدة `{ $unit }` وجود
    .hint = ربما تغيّر مصدرها: ابحث عنها في القائمة
refuse-unit-gone-in = لم يعد للوحدة `{ $unit }` وجود في `{ $locale }`
    .hint = ربما تغيّر مصدرها: ابحث عنها في قائمة الانتظار
# $text: what was asked for.
refuse-unit-name = ليس `{ $text }` وحدة
    .hint = تُسمى الوحدات هكذا: `pages/about#title`
# $resource: the name of a file of texts.
refuse-no-resource = لا وجود للمستند `{ $resource }`
    .short = لا وجود للمستند `{ $resource }`
refuse-resource-name = ليس `{ $text }` مستندًا
    .hint = تُسمى المستندات هكذا: `pages/about`
refuse-no-locale = لا يُترجم المشروع إلى `{ $locale }`
    .hint = انظر `locales` في hexapla.toml
    .here = تُرجم إلى { $locales }
refuse-no-collection = لا وجود للمجموعة `{ $wanted }`
    .hint = انظر `[collections]` في hexapla.toml
refuse-no-channel = ليس في أي مسار عمل قناة `{ $wanted }`
    .hint = انظر `[channels]` في مسارات العمل
refuse-not-critical = ليست `{ $unit }` وحدة حرجة
    .hint = يتطلب مسار عملها شخصًا واحدًا، ولا يُحتفظ بكل نصوصه

## Who may do what

refuse-may-not = لا يجوز لك فعل ذلك هنا
    .hint = يلزم أحد هذه الأدوار: { $roles }
# $roles: names of roles.  $role: one more.
refuse-roles = { $roles }، { $role }
role-viewer = قراءة
role-translator = ترجمة
role-reviewer = مراجعة
role-editor = تحرير
role-publisher = نشر
role-admin = إدارة
refuse-signed-out = لم يسجل أحد دخوله
    .hint = سجّل دخولك، في نافذة أخرى إن شئت: ما كتبته محفوظ
refuse-other-visit = أُعد هذا النموذج لزيارة أخرى
    .hint = أعد تحميل الصفحة وأرسله من جديد: ما كتبته محفوظ
refuse-send-again = لم يُنفَّذ شيء: راجعه ثم أرسله من جديد
refuse-other-site = أرسل هذا موقع آخر
    .hint = افتح الغرفة نفسها
refuse-no-accounts = ليس لهذه الغرفة حسابات
    .hint = ينشئ `hexapla people add HANDLE --role admin` أول حساب

## Too much, too fast

refuse-slow = لم يصل النموذج في الوقت المناسب
refuse-large = النموذج كبير جدًا، أو لم يصل كاملًا
    .hint = يجوز أن يكون حجم النموذج 4 ميبيبايت
# $wait: milliseconds.  $most: how many requests.
refuse-pace = طلبات كثيرة جدًا في وقت واحد
    .hint =
        { $most ->
            [zero] انتظر { NUMBER($wait) } ملي ثانية
            [one] انتظر { NUMBER($wait) } ملي ثانية، ثم تابع بطلب واحد في الثانية على الأكثر
            [two] انتظر { NUMBER($wait) } ملي ثانية، ثم تابع بطلبين في الثانية على الأكثر
            [few] انتظر { NUMBER($wait) } ملي ثانية، ثم تابع بـ{ NUMBER($most) } طلبات في الثانية على الأكثر
            [many] انتظر { NUMBER($wait) } ملي ثانية، ثم تابع بـ{ NUMBER($most) } طلبًا في الثانية على الأكثر
           *[other] انتظر { NUMBER($wait) } ملي ثانية، ثم تابع بـ{ NUMBER($most) } طلب في الثانية على الأكثر
        }
refuse-at-it = هناك من يفعل ذلك الآن
    .hint = انظر من جديد بعد لحظة

## Before a launch

refuse-unread = لا يمكن قراءة جزء من المشروع
    .hint = سينقص هذا الجزء الإصدار: عالج أولًا الملفات المذكورة أعلاه
# $count: how many reasons.
refuse-closed =
    { $count ->
        [zero] `{ $channel }` مغلقة
        [one] `{ $channel }` مغلقة لسبب واحد
        [two] `{ $channel }` مغلقة لسببين
        [few] `{ $channel }` مغلقة لـ{ NUMBER($count) } أسباب
        [many] `{ $channel }` مغلقة لـ{ NUMBER($count) } سببًا
       *[other] `{ $channel }` مغلقة لـ{ NUMBER($count) } سبب
    }
    .hint = صفحة القناة تذكرها
# $release: the short name of a release.
refuse-built-since = بُنيت بعد `{ $release }` نسخة أخرى
refuse-no-publishing = هذه الغرفة لا تنشر
    .hint = شغّلها بـ`hexapla serve --publish-to STORE`

## Accounts

refuse-taken = `{ $handle }` مأخوذ
    .hint = خذ اسمًا مستعارًا آخر؛ الأحرف الكبيرة لا تجعله اسمًا آخر
refuse-no-account = لا وجود للحساب `{ $handle }`
refuse-disabled = الحساب `{ $handle }` معطَّل
    .hint = يمكن للإدارة أن تعيده
refuse-wrong = الاسم المستعار أو كلمة المرور خطأ
    .hint = حاول من جديد، أو اطلب من الإدارة كلمة مرور جديدة
# $seconds: for how long.
refuse-wait =
    { $seconds ->
        [zero] كلمات مرور خاطئة كثيرة جدًا: يمكنك المحاولة الآن
        [one] كلمات مرور خاطئة كثيرة جدًا: انتظر ثانية واحدة قبل التالية
        [two] كلمات مرور خاطئة كثيرة جدًا: انتظر ثانيتين قبل التالية
        [few] كلمات مرور خاطئة كثيرة جدًا: انتظر { NUMBER($seconds) } ثوانٍ قبل التالية
        [many] كلمات مرور خاطئة كثيرة جدًا: انتظر { NUMBER($seconds) } ثانية قبل التالية
       *[other] كلمات مرور خاطئة كثيرة جدًا: انتظر { NUMBER($seconds) } ثانية قبل التالية
    }
refuse-short =
    { $least ->
        [zero] كلمة المرور قصيرة جدًا
        [one] كلمة المرور قصيرة جدًا: المتوقع حرف واحد على الأقل
        [two] كلمة المرور قصيرة جدًا: المتوقع حرفان على الأقل
        [few] كلمة المرور قصيرة جدًا: المتوقع { NUMBER($least) } أحرف على الأقل
        [many] كلمة المرور قصيرة جدًا: المتوقع { NUMBER($least) } حرفًا على الأقل
       *[other] كلمة المرور قصيرة جدًا: المتوقع { NUMBER($least) } حرف على الأقل
    }
    .hint = خذ أربع كلمات أو خمسًا لا علاقة بينها
refuse-long =
    { $most ->
        [zero] كلمة المرور طويلة جدًا
        [one] كلمة المرور طويلة جدًا: المتوقع بايت واحد على الأكثر
        [two] كلمة المرور طويلة جدًا: المتوقع بايتان على الأكثر
        [few] كلمة المرور طويلة جدًا: المتوقع { NUMBER($most) } بايتات على الأكثر
        [many] كلمة المرور طويلة جدًا: المتوقع { NUMBER($most) } بايتًا على الأكثر
       *[other] كلمة المرور طويلة جدًا: المتوقع { NUMBER($most) } بايت على الأكثر
    }
    .hint = خذ بضع كلمات
refuse-is-handle = كلمة المرور هي الاسم المستعار الذي يعرفه الجميع
refuse-control = في كلمة المرور حرف تحكم، مثل نهاية سطر أو علامة جدولة
    .hint = احذفه
refuse-name = ليس هذا اسمًا: المتوقع من 1 إلى 100 حرف مرئي
    .hint = خذ الاسم الذي يعرفك به الآخرون
refuse-handle = ليس `{ $text }` اسمًا مستعارًا: المتوقع من 1 إلى 32 من الحروف والأرقام و`-` و`_` و`.`
refuse-no-admin = لا يدير `{ $handle }` هذه الغرفة
    .hint = اسأل من يديرها
refuse-last-admin = `{ $handle }` آخر من يدير هذه الغرفة
    .hint = أعطِ هذا الدور لشخص آخر أولًا
refuse-no-role = تحتاج الدعوة إلى دور
    .hint = `viewer` يطّلع فقط
refuse-no-invite = الدعوة غير صالحة، أو لم تعد صالحة
    .hint = اطلب دعوة أخرى من الإدارة
refuse-invite-for = الدعوة لـ`{ $handle }`
    .hint = خذ ذلك الاسم المستعار، أو اطلب من الإدارة دعوة أخرى
# $until: a date and a time.
refuse-claimed = يعمل عليها `{ $handle }` حتى { $until }
    .hint = اطلب تركها لك، أو خذ وحدة أخرى
# $name: what its owner calls it.
refuse-token-taken = هناك رمز دخول `{ $name }`
    .hint = خذ اسمًا آخر، أو احذف ذاك أولًا
refuse-no-token = لا وجود لرمز الدخول هذا
# $count: how many.
refuse-many-tokens =
    { $count ->
        [zero] لا رموز دخول
        [one] هناك رمز دخول واحد
        [two] هناك رمزا دخول
        [few] هناك { NUMBER($count) } رموز دخول
        [many] هناك { NUMBER($count) } رمز دخول
       *[other] هناك { NUMBER($count) } رمز دخول
    }
    .hint = احذف ما لا يستعمله شيء
refuse-days = ليس `{ $text }` عدد أيام
    .hint = المتوقع من 1 إلى { NUMBER($most) }، أو لا شيء
# The roles of an account count for less than they seem to.  $handle: whose.  $rights: what of them counts.
people-counts-not = يسمي hexapla.toml أشخاصًا ولا يمنح `{ $handle }` شيئًا من ذلك: لا تُحتسب أي حالة يمنحها
people-counts-less = يمنح hexapla.toml `{ $handle }` أقل من ذلك: لا يُحتسب إلا { $rights }
# $roles: roles by their names.  $locales: tags.
people-roles-in = { $roles } في { $locales }

## Why a gate of a channel is closed
## $freshness: stale, unverified, missing or current.  $state, $least: initial, translated, reviewed or final.

gate-blocked =
    { $freshness ->
        [stale] متقادمة
        [unverified] غير مؤكَّدة
        [missing] ناقصة
       *[other] { $freshness }
    } وتحجبها قاعدة عرض
gate-state =
    { $state ->
        [initial] أولية
        [translated] مترجمة
        [reviewed] مراجَعة
       *[other] { $state }
    }، والمتوقع { $least ->
        [translated] مترجمة
        [reviewed] مراجَعة
        [final] نهائية
       *[other] { $least }
    }
gate-state-several =
    { $state ->
        [initial] أولية
        [translated] مترجمة
        [reviewed] مراجَعة
       *[other] { $state }
    }، والمتوقع { $least ->
        [translated] مترجمة
        [reviewed] مراجَعة
        [final] نهائية
       *[other] { $least }
    } من { $people ->
        [zero] { NUMBER($people) } شخص
        [one] شخص واحد
        [two] شخصين
        [few] { NUMBER($people) } أشخاص
        [many] { NUMBER($people) } شخصًا
       *[other] { NUMBER($people) } شخص
    }
# $date: such as 2026-10-01.
gate-age =
    متقادمة منذ { $date }، والمتوقع على الأكثر { $days ->
        [zero] { NUMBER($days) } يوم
        [one] يوم واحد
        [two] يومان
        [few] { NUMBER($days) } أيام
        [many] { NUMBER($days) } يومًا
       *[other] { NUMBER($days) } يوم
    }
gate-age-unknown =
    متقادمة منذ وقت غير معروف، والمتوقع على الأكثر { $days ->
        [zero] { NUMBER($days) } يوم
        [one] يوم واحد
        [two] يومان
        [few] { NUMBER($days) } أيام
        [many] { NUMBER($days) } يومًا
       *[other] { NUMBER($days) } يوم
    }
# $percent, $least: such as 16.6.
gate-coverage-units = الوحدات المحدَّثة { NUMBER($part) } من { NUMBER($all) } ({ $percent }٪)، والمتوقع على الأقل { $least }٪
gate-coverage-words = الكلمات المحدَّثة { NUMBER($part) } من { NUMBER($all) } ({ $percent }٪)، والمتوقع على الأقل { $least }٪
gate-no-utf8 = النص المصدر ليس بترميز UTF-8
gate-no-toml = النص المصدر ليس بصيغة TOML
# $check: the name of a check, such as number-differs.  $message: what it found.
gate-check = { $check }: { $message }
