## الإطار

room-skip = الانتقال إلى المحتوى
room-handle = اسمك المستعار
room-language = لغة هذه الصفحات
room-theme = الألوان
room-theme-system = كالنظام
room-theme-light = فاتح
room-theme-dark = داكن
room-set = ضبط
room-copy = نسخ
room-copied = نُسخ
room-refused = لم ينجح ذلك
number = { NUMBER($number) }
need-label =
    { $need ->
        [stale] متقادمة
        [moved] منقولة
        [unverified] غير مؤكَّدة
        [review] بانتظار المراجعة
       *[missing] ناقصة
    }
    .title =
        { $need ->
            [stale] أُنجزت عن نص مصدر تغيّر بعد ذلك
            [moved] ترتيبها غير ترتيب المصدر
            [unverified] تغيّرت خارج { -hexapla }؛ لم يؤكدها أحد
            [review] مطابقة للمصدر؛ لم يرها بعدُ مراجع أو شخص ثانٍ
           *[missing] لم تُترجم بعد
        }
queue-all = الكل
queue-change = التغيير
queue-state = الحالة
queue-apply = تطبيق
queue-reset = عرض الكل
queue-none = لا شيء في الانتظار يطابق هذه المرشحات.
queue-start = ابدأ بالأولى
told-all-seen = رأيت كل ما في هذه القائمة.
told-nothing-back = ليس هناك ما يُتراجع عنه.
queue-pages = صفحات القائمة
queue-to-read =
    { $words ->
        [zero] لا كلمات لإعادة القراءة
        [one] كلمة واحدة لإعادة القراءة
        [two] كلمتان لإعادة القراءة
        [few] { NUMBER($words) } كلمات لإعادة القراءة
        [many] { NUMBER($words) } كلمة لإعادة القراءة
       *[other] { NUMBER($words) } كلمة لإعادة القراءة
    }
unit-back = العودة إلى القائمة
    .accesskey = ط
unit-place = في القائمة
unit-age =
    { $days ->
        [zero] منذ اليوم
        [one] منذ يوم واحد
        [two] منذ يومين
        [few] منذ { NUMBER($days) } أيام
        [many] منذ { NUMBER($days) } يومًا
       *[other] منذ { NUMBER($days) } يوم
    }
unit-until = حتى { $date }
unit-doubted = ثمة من يشك فيها
unit-waits = تنتظر لغة أخرى
unit-waits-for = تنتظر { $locale }
unit-inherited = مأخوذة من { $locale }
unit-whole = الصفحة كاملة
    .accesskey = ك
unit-open = فتح هذه الوحدة
unit-reload = إظهاره
unit-asset = الوحدة هي الملف كله. استبدله في مكانه:
unit-insert = إدراج
    .accesskey = د
terms-title = المصطلحات
terms-used = مستخدم
terms-avoid = لا يُستخدم:
terms-insert = إدراج مصطلح
    .accesskey = ل
unit-copy-source = نسخ المصدر
    .accesskey = ن
unit-offers = نصوص أخرى
    .accesskey = ص
unit-give = بوصفها
unit-around = قبلها وبعدها
unit-no-history = لم يقل أحد عنها شيئًا بعد.
unit-draft = عاد ما كتبته هنا من قبل.
unit-draft-late = تغيّر النص منذ أن بدأته. لا يُستبدل شيء قبل أن ترى النصين.
unit-draft-late-source = تغيّر المصدر منذ أن بدأت. لا يُستبدل شيء قبل أن ترى الجديد.
unit-draft-both = رؤية النصين
unit-draft-drop = تركه
gone-title = لم يعد هذا النص موجودًا
gone-kept = ما كتبته له، لتنسخه:
moved-on-target = تغيّرت الترجمة أثناء قراءتك. يُرجى الاطلاع على النص الجديد.
moved-on-both = تغيّر المصدر والترجمة أثناء قراءتك. يُرجى الاطلاع عليهما.
unit-length = { NUMBER($count) } من { NUMBER($most) } من الأحرف
unit-pictures = أين يظهر
unit-steps =
    { $count ->
        [zero] لا خطوات بينهما
        [one] خطوة واحدة بينهما
        [two] خطوتان بينهما
        [few] { NUMBER($count) } خطوات بينهما
        [many] { NUMBER($count) } خطوة بينهما
       *[other] { NUMBER($count) } خطوة بينهما
    }
revision-by = بقلم { $author }
history-label =
    { $what ->
        [attested] أكّدها { $handle }
        [doubted] أعاد فتحها { $handle }
        [proposed] اقترحها { $handle }
        [placed] قَبِل الترتيبَ { $handle }
        [changed] تغيّر المصدر
        [seen] رُصد المصدر أول مرة
        [renamed] كان الاسم { $handle } من قبل
       *[kept] لا تزال صالحة بحسب { $handle }
    }
offer-label =
    { $kind ->
        [earlier] ترجمة سابقة لهذا النص نفسه
        [proposed] اقترحها { $from }
        [memory] النص نفسه في { $from }
        [patched] الترجمة وفيها التغيير
       *[as-it-is] الترجمة كما هي: فيها التغيير أصلًا
    }
offer-take = استعمالها
offer-nothing = لا نصوص أخرى.
preview-title = هكذا ستُقرأ
preview-more =
    { $count ->
        [zero] ولا توليفات أخرى.
        [one] وتوليفة واحدة أخرى.
        [two] وتوليفتان أخريان.
        [few] و{ NUMBER($count) } توليفات أخرى.
        [many] و{ NUMBER($count) } توليفة أخرى.
       *[other] و{ NUMBER($count) } توليفة أخرى.
    }
preview-most = وأكثر من { NUMBER($count) } توليفة أخرى.
check-nothing = لم تجد الفحوص شيئًا.
check-not-done = لم يُفحص:
check-no-answer = يتعذر الوصول إلى الغرفة. ما تكتبه محفوظ في هذا المتصفح.
severity-label =
    { $severity ->
        [error] خطأ
        [warning] تحذير
       *[note] ملاحظة
    }
decide-not-yours = يمكنك الاطلاع على { $locale } دون اتخاذ قرار فيها: يتطلب ذلك أحد الأدوار { $roles }.
decide-people = لهؤلاء الأشخاص هنا أحدها: { $people }.
decide-nobody = لا أحد هنا له دور كهذا بعد.
conflict-title = سبقك أحدهم
conflict-text = تغيّر النص منذ أن فتحته. نصك في الحقل أدناه: اجمع النصين ثم اقبل من جديد.
conflict-begun = كما كان حين بدأت
conflict-theirs = كما هو الآن
conflict-mine = كما كتبته
conflict-by = سبقك { $handle }
conflict-source = تغيّر المصدر
conflict-source-text = تغيّر منذ أن بدأت. نصك في الحقل أدناه: انظر هل يقول الشيء نفسه ثم اقبل من جديد.
document-source = المصدر
document-target = الترجمة

## المفاتيح

keys-title = المفاتيح
keys-edit = تحرير الترجمة
    .accesskey = ح
keys-take = استعمال أول النصوص الأخرى
    .accesskey = ج
keys-leave = مغادرة الحقل
keys-single = الحروف المفردة تعمل

## التغطية

coverage-everything = الكل
coverage-all = { NUMBER($percent) }% محدَّثة، بالكلمات
coverage-current-words = الكلمات: { NUMBER($current) } من { NUMBER($words) }
coverage-units-of =
    { $count ->
        [zero] لا وحدات
        [one] وحدة واحدة
        [two] وحدتان
        [few] { NUMBER($count) } وحدات
        [many] { NUMBER($count) } وحدة
       *[other] { NUMBER($count) } وحدة
    }

## المكتبة والنشر والنشاط

room-library = المكتبة
room-launch = النشر
library-collection = المكتبة: { $collection }
library-resource = المستند
library-available = متاح بـ
library-older =
    { $days ->
        [zero] أقدم من أصله
        [one] أقدم من أصله بيوم واحد
        [two] أقدم من أصله بيومين
        [few] أقدم من أصله بـ{ NUMBER($days) } أيام
        [many] أقدم من أصله بـ{ NUMBER($days) } يومًا
       *[other] أقدم من أصله بـ{ NUMBER($days) } يوم
    }
launch-title = قبل النشر: { $channel }
launch-closed =
    { $count ->
        [zero] لا بوابات مغلقة
        [one] بوابة واحدة مغلقة
        [two] بوابتان مغلقتان
        [few] { NUMBER($count) } بوابات مغلقة
        [many] { NUMBER($count) } بوابة مغلقة
       *[other] { NUMBER($count) } بوابة مغلقة
    }
gate-label =
    { $gate ->
        [serve] ما يجوز عرضه
        [coverage] التغطية
        [state] الحالة
        [age] العمر
        [checks] الفحوص
       *[bundles] أشكال النشر
    }
launch-more =
    { $count ->
        [zero] ولا غيرها
        [one] وسبب آخر
        [two] وسببان آخران
        [few] و{ NUMBER($count) } أسباب أخرى
        [many] و{ NUMBER($count) } سببًا آخر
       *[other] و{ NUMBER($count) } سبب آخر
    }
launch-people = يمكن أن يصلحها { $people }
launch-ships = ما يُنشر لو نُشر اليوم
launch-own = بلغته
launch-fallen = بلغة أخرى
launch-blocked = يمنع النشر
launch-build = بناء نسخة
launch-publish = نشر
launch-from = من القناة
launch-promote = ترقية
launch-version = الإصدار
launch-last = السابق: { $version }
launch-roll-back = الرجوع
launch-present = يصل القراءَ الإصدار { $version } بالنسخة { $release }.
launch-nothing-yet = لا يصل القراءَ شيء من هذه القناة بعد.
launch-moment = { $day }، { $time } (UTC)
launch-published = نُشر في { $moment }.
launch-built = بُنيت النسخة { $release } في { $moment }.
launch-is-present = وهي ما يصل القراء.
launch-was = وصلت القراء من قبل في الإصدار { $version }، ويصلهم الآن غيرها.
launch-waits = لم تصل القراء بعد: إنها غير منشورة.
launch-since =
    { $count ->
        [zero] لم تتغير أي وحدة منذ بنائها.
        [one] تغيرت وحدة واحدة منذ بنائها، وليس هذا التغيير فيها.
        [two] تغيرت وحدتان منذ بنائها، وليس هذان التغييران فيها.
        [few] تغيرت { NUMBER($count) } وحدات منذ بنائها، وليست هذه التغييرات فيها.
        [many] تغيرت { NUMBER($count) } وحدة منذ بنائها، وليست هذه التغييرات فيها.
       *[other] تغيرت { NUMBER($count) } وحدة منذ بنائها، وليست هذه التغييرات فيها.
    }
launch-see = انظر ما الذي سيتغير
launch-of-before = هذه النسخة من قبل: كانت البوابات مفتوحة حين بُنيت، وهي مغلقة اليوم.
launch-publish-release = نشر النسخة { $release }
launch-why-build = لا يُبنى شيء ما دامت بوابة مغلقة.
launch-why-publish = آخر ما بُني هو ما يصل القراء. ابنِ نسخة جديدة لتنشر شيئًا جديدًا.
launch-what-promote = ترقية: يصل قراءَ { $channel } ما يصل قراء القناة الأخرى بعينه.
launch-what-back = الرجوع: تصل قراءَ { $channel } نسخة إصدار سابق مرة أخرى، في إصدار جديد.
launch-done-built = بُنيت النسخة { $release }.
launch-done-waits = بُنيت النسخة { $release }، ولم تصل القراء بعد.
launch-done-same = بُنيت النسخة { $release }: إنها ما يصل القراء من قبل.
launch-done-published = يصل القراءَ من الآن الإصدار { $version } بالنسخة { $release }.
launch-done-promoted = تمت الترقية: يصل القراءَ من الآن الإصدار { $version } بالنسخة { $release }.
launch-done-back = تم الرجوع: يصل القراءَ من الآن الإصدار { $version } بالنسخة { $release }.
activity-title = النشاط
activity-newer = الأحدث
activity-older = الأقدم
activity-label =
    { $kind ->
        [changed] تغيّر المصدر
        [attested] أكّدها { $handle }
        [doubted] أعاد فتحها { $handle }
        [proposed] اقترحها { $handle }
        [placed] قَبِل الترتيبَ { $handle }
       *[kept] لا تزال صالحة بحسب { $handle }
    }
activity-stale =
    { $count ->
        [zero] لا ترجمات متقادمة منذ ذلك:
        [one] ترجمة واحدة متقادمة منذ ذلك:
        [two] ترجمتان متقادمتان منذ ذلك:
        [few] { NUMBER($count) } ترجمات متقادمة منذ ذلك:
        [many] { NUMBER($count) } ترجمة متقادمة منذ ذلك:
       *[other] { NUMBER($count) } ترجمة متقادمة منذ ذلك:
    }

## المستودع

sync-title = المستودع
sync-waiting = في انتظار الإيداع
sync-nothing = كل شيء مودَع.
sync-nobody = لم يؤكده أحد
sync-files =
    { $count ->
        [zero] لا ملفات
        [one] ملف واحد
        [two] ملفان
        [few] { NUMBER($count) } ملفات
        [many] { NUMBER($count) } ملفًا
       *[other] { NUMBER($count) } ملف
    }
sync-now = إيداع ودفع
sync-last = في المرة الأخيرة
sync-every =
    { $count ->
        [zero] يحدث تلقائيًا
        [one] يحدث تلقائيًا كل دقيقة
        [two] يحدث تلقائيًا كل دقيقتين
        [few] يحدث تلقائيًا كل { NUMBER($count) } دقائق
        [many] يحدث تلقائيًا كل { NUMBER($count) } دقيقة
       *[other] يحدث تلقائيًا كل { NUMBER($count) } دقيقة
    }
sync-committed =
    { $count ->
        [zero] لم يُنشأ أي إيداع
        [one] أُنشئ إيداع واحد
        [two] أُنشئ إيداعان
        [few] أُنشئت { NUMBER($count) } إيداعات
        [many] أُنشئ { NUMBER($count) } إيداعًا
       *[other] أُنشئ { NUMBER($count) } إيداع
    }
sync-taken =
    { $count ->
        [zero] لم يُؤخذ أي إيداع من { $branch }
        [one] أُخذ إيداع واحد من { $branch }
        [two] أُخذ إيداعان من { $branch }
        [few] أُخذت { NUMBER($count) } إيداعات من { $branch }
        [many] أُخذ { NUMBER($count) } إيداعًا من { $branch }
       *[other] أُخذ { NUMBER($count) } إيداع من { $branch }
    }
sync-joined =
    { $count ->
        [zero] لم تُدمج أي ترجمة
        [one] دُمجت ترجمة واحدة وحدةً وحدة
        [two] دُمجت ترجمتان وحدةً وحدة
        [few] دُمجت { NUMBER($count) } ترجمات وحدةً وحدة
        [many] دُمجت { NUMBER($count) } ترجمةً وحدةً وحدة
       *[other] دُمجت { NUMBER($count) } ترجمة وحدةً وحدة
    }
sync-pushed =
    { $count ->
        [zero] لم يُدفع أي إيداع إلى { $branch }
        [one] دُفع إيداع واحد إلى { $branch }
        [two] دُفع إيداعان إلى { $branch }
        [few] دُفعت { NUMBER($count) } إيداعات إلى { $branch }
        [many] دُفع { NUMBER($count) } إيداعًا إلى { $branch }
       *[other] دُفع { NUMBER($count) } إيداع إلى { $branch }
    }
sync-idle = لم يكن هناك ما يلزم فعله.
sync-alone = لا يتتبع هذا الفرع فرعًا آخر، ولذلك لا يُدفع شيء.

## الأشخاص

people-title = الأشخاص
people-sign-in = تسجيل الدخول
people-handle = الاسم المستعار
people-password = كلمة المرور
people-name = الاسم
people-invited = أنت مدعو
people-invited-as = ستصبح: { $roles }
people-handle-note = ما تقرره يُنسب إلى اسمك المستعار إلى الأبد. ليس من الضروري أن يكون اسمك.
people-password-note = 12 حرفًا على الأقل.
people-enter = إنشاء الحساب والدخول
people-rights = ما يجوز لهم
people-state = الحساب
people-disable = تعطيل
people-enable = السماح من جديد
people-sign-out-all = تسجيل الخروج في كل مكان
people-invite = دعوة
people-invites = دعوات مفتوحة
people-invite-made = أرسل هذا العنوان؛ يصلح مرة واحدة خلال سبعة أيام ولا يُعرض ثانية:
tokens-title = رموز الدخول
tokens-note = برمز دخول يطلب برنامج ما يجوز لك أن تراه، أو يفعل ما يجوز لك أن تفعله، من غير كلمة مرورك. ومن يملك الرمز يستطيع الشيء نفسه: أعطِ كل برنامج رمزًا خاصًا به، وأزل ما لم يعد يستعمله شيء. تغيير كلمة المرور يبقي الرموز كما هي.
tokens-reach = ما يجوز له
tokens-reads = القراءة فقط
tokens-all = كل ما يجوز للحساب
tokens-end = صالح حتى
tokens-ended = انتهت صلاحيته
tokens-endless = بلا نهاية
tokens-used = آخر استعمال
tokens-unused = لم يُستعمل
tokens-remove = إزالة
tokens-make = إنشاء رمز
tokens-days = عدد الأيام
tokens-days-note = إذا لم يُذكر عدد الأيام فالرمز صالح إلى أن يُزال.
tokens-made = انسخ الرمز الآن: لن يُعرض ثانية.
tokens-feed = عنوان لقارئ الخلاصات
tokens-feed-made = انسخ هذا العنوان إلى قارئ الخلاصات الآن: لن يُعرض ثانية. من يملكه يستطيع قراءة ما يجوز لك أن تراه.
role-label =
    { $role ->
        [viewer] قراءة
        [translator] ترجمة
        [reviewer] مراجعة
        [editor] تحرير
        [publisher] نشر
       *[admin] إدارة
    }

## النصوص الحرجة في كل اللغات معًا

emergency-title = نصوص حرجة
emergency-text = الخطأ في هذه النصوص قد يسبب ضررًا، والمتقادمة منها تأتي أولًا.
emergency-nothing = كل النصوص الحرجة محسومة في كل اللغات.
emergency-settled =
    { $count ->
        [zero] لا نص محسومًا في كل اللغات
        [one] نص واحد محسوم في كل اللغات
        [two] نصان محسومان في كل اللغات
        [few] { NUMBER($count) } نصوص محسومة في كل اللغات
        [many] { NUMBER($count) } نصًا محسومًا في كل اللغات
       *[other] { NUMBER($count) } نص محسوم في كل اللغات
    }
emergency-stale =
    { $count ->
        [zero] لا نص حرجًا متقادمًا.
        [one] نص حرج واحد متقادم.
        [two] نصان حرجان متقادمان.
        [few] { NUMBER($count) } نصوص حرجة متقادمة.
        [many] { NUMBER($count) } نصًا حرجًا متقادمًا.
       *[other] { NUMBER($count) } نص حرج متقادم.
    }
emergency-look = انظر ما يصل إلى القراء
emergency-link = في كل اللغات
emergency-gets = يصل إلى القراء اليوم
emergency-released = في آخر إصدار
emergency-given =
    { $kind ->
        [own] هذه الترجمة
        [fallback] النص بلغة { $locale }
       *[nothing] لا شيء جديدًا: هذا النص يمنع كل إصدار
    }
emergency-lacking = في المصدر فقط:
emergency-extra = في الترجمة فقط:
emergency-why = السبب
emergency-block = حجب
emergency-after = بعد ذلك يصل إلى القراء:
emergency-ships-anyway = مسار العمل يعرضها حتى لو شُكَّ فيها: ضع مكانها نصًا صحيحًا.
emergency-not-shown = لا تصل هذه الترجمة إلى القراء، فلا شيء يُحجب.
emergency-release = ما يتقرر هنا يصل إلى القراء مع الإصدار القادم.

## من يعمل على ماذا

claim-take = أعمل عليها
    .accesskey = م
    .title = يرى الآخرون من يعمل هنا
claim-release = اتركها للآخرين
claim-yours =
    { $count ->
        [zero] هي لك أقل من دقيقة
        [one] هي لك دقيقة أخرى
        [two] هي لك دقيقتين أخريين
        [few] هي لك { NUMBER($count) } دقائق أخرى
        [many] هي لك { NUMBER($count) } دقيقة أخرى
       *[other] هي لك { NUMBER($count) } دقيقة أخرى
    }
claim-theirs = يعمل عليها { $handle }
claim-mine = وحداتي
claim-free = غير المحجوزة
claim-no-accounts = معرفة من يعمل على ماذا تحتاج إلى حسابات، وليس لهذه الغرفة حسابات: هذا المرشِّح لا يستبعد شيئًا.

## التطور والفروق

trend-title = الأسابيع الاثنا عشر الأخيرة
trend-week = حتى
trend-table = على شكل جدول
trend-note = نصوص اليوم بحسب تواريخ السجل: ما تُرجم ثم زال لا يُعَد، وما تغيَّر دون أن يراه أحد يُعَد متغيرًا منذ البداية.
launch-differs = ما الذي سيتغير منذ النسخة { $release }
launch-same = لن يتغير شيء عند القراء.
launch-no-release = لم تُبنَ بعد أي نسخة لهذه القناة.
differ-label =
    { $change ->
        [added] مضافة
        [changed] متغيرة
       *[removed] محذوفة
    }

## للبرامج

api-title = للبرامج
api-note = كل ما هنا يأخذ JSON ويعطي JSON، ويسري على البرامج ما يسري على الناس.
api-token = يُظهر البرنامج رمز دخول لحساب في ترويسة:
api-sign-in = يسجل البرنامج دخوله باسم مستعار وكلمة مرور كما يفعل المتصفح، ويحتفظ بملف تعريف الارتباط:
api-roles = لمن هو { $roles }
api-sent = ما يُرسَل
api-answer = الجواب { $status }
api-field = الحقل
api-kind = النوع
api-meaning = المعنى
api-optional = اختياري.
