### More of the review room: what surrounds the pages, the queue, a unit and its keys.
### Keys (.accesskey) are single letters that the keyboards of the language have, each one only once.

## Frame

room-skip = الانتقال إلى المحتوى
room-handle = اسمك المستعار
room-language = لغة هذه الصفحات
room-theme = الألوان
room-theme-system = كالنظام
room-theme-light = فاتح
room-theme-dark = داكن
# A button behind a field: keeps what was chosen there.
room-set = ضبط
# A button: puts the text beside it where one can paste it from.
room-copy = نسخ
room-copied = نُسخ
# The heading of a page that says why something could not be done.
room-refused = لم ينجح ذلك
number = { NUMBER($number) }

# $need: why somebody has to look at a unit.
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
# A choice that leaves out nothing.
queue-all = الكل
# The kind of change, in the filter.
queue-change = التغيير
# The state of a translation, in the filter.
queue-state = الحالة
queue-apply = تطبيق
queue-reset = عرض الكل
queue-none = لا شيء في الانتظار يطابق هذه المرشحات.
queue-start = ابدأ بالأولى
# On the list of what waits, where one came to its end.
told-all-seen = رأيت كل ما في هذه القائمة.
told-nothing-back = ليس هناك ما يُتراجع عنه.
queue-pages = صفحات القائمة
# $words: how many words have to be read again.
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
# Where the unit is: the way back to the queue, and to its neighbours there.
unit-place = في القائمة
# $days: for how many days the translation has been stale.
unit-age =
    { $days ->
        [zero] منذ اليوم
        [one] منذ يوم واحد
        [two] منذ يومين
        [few] منذ { NUMBER($days) } أيام
        [many] منذ { NUMBER($days) } يومًا
       *[other] منذ { NUMBER($days) } يوم
    }
# $date: the day on which the old source was replaced.
unit-until = حتى { $date }
unit-doubted = ثمة من يشك فيها
unit-waits = تنتظر لغة أخرى
# $locale: the translation that this one is made from, and that has to be settled first.
unit-waits-for = تنتظر { $locale }
unit-inherited = مأخوذة من { $locale }
unit-whole = الصفحة كاملة
    .accesskey = ك
unit-open = فتح هذه الوحدة
unit-reload = إظهاره
unit-asset = الوحدة هي الملف كله. استبدله في مكانه:
unit-insert = إدراج
    .accesskey = د
# The heading of what the glossary says of the words of a text.
terms-title = المصطلحات
# Behind a term of the glossary that the translation has.
terms-used = مستخدم
# Before terms.
terms-avoid = لا يُستخدم:
terms-insert = إدراج مصطلح
    .accesskey = ل
unit-copy-source = نسخ المصدر
    .accesskey = ن
unit-offers = نصوص أخرى
    .accesskey = ص
# The label of the list of states that can be given.
unit-give = بوصفها
unit-around = قبلها وبعدها
unit-no-history = لم يقل أحد عنها شيئًا بعد.
unit-draft = عاد ما كتبته هنا من قبل.
unit-draft-late = تغيّر النص منذ أن بدأته. لا يُستبدل شيء قبل أن ترى النصين.
unit-draft-late-source = تغيّر المصدر منذ أن بدأت. لا يُستبدل شيء قبل أن ترى الجديد.
unit-draft-both = رؤية النصين
unit-draft-drop = تركه
# The heading of a page in the place of a text whose source was removed.
gone-title = لم يعد هذا النص موجودًا
# Before a text that somebody wrote and that cannot be kept in its place.
gone-kept = ما كتبته له، لتنسخه:
moved-on-target = تغيّرت الترجمة أثناء قراءتك. يُرجى الاطلاع على النص الجديد.
moved-on-both = تغيّر المصدر والترجمة أثناء قراءتك. يُرجى الاطلاع عليهما.
# $count: how many characters the translation has.  $most: how many it may have.
unit-length = { NUMBER($count) } من { NUMBER($most) } من الأحرف
unit-pictures = أين يظهر
# $count: how often the source changed since the translation was made.
unit-steps =
    { $count ->
        [zero] لا خطوات بينهما
        [one] خطوة واحدة بينهما
        [two] خطوتان بينهما
        [few] { NUMBER($count) } خطوات بينهما
        [many] { NUMBER($count) } خطوة بينهما
       *[other] { NUMBER($count) } خطوة بينهما
    }
# $author: who made a change of the source, by name.
revision-by = بقلم { $author }
# $what: what was said.  $handle: by whom, or what the file was called.
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
# $kind: where a text comes from.  $from: who proposed it, or where it stands.
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
# The heading of a table: what a message says for each of its variants.
preview-title = هكذا ستُقرأ
# $count: how many combinations of what chooses among the variants of a message are not in that table; 1000000 stands for as many or more.
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
# Before the reason.
check-not-done = لم يُفحص:
check-no-answer = يتعذر الوصول إلى الغرفة. ما تكتبه محفوظ في هذا المتصفح.
severity-label =
    { $severity ->
        [error] خطأ
        [warning] تحذير
       *[note] ملاحظة
    }
# Told to people who may look at a text and not decide about it.  $locale: the locale.  $roles: a list of roles.
decide-not-yours = يمكنك الاطلاع على { $locale } دون اتخاذ قرار فيها: يتطلب ذلك أحد الأدوار { $roles }.
# $people: a list of handles.
decide-people = لهؤلاء الأشخاص هنا أحدها: { $people }.
decide-nobody = لا أحد هنا له دور كهذا بعد.
# Two people changed one unit.
conflict-title = سبقك أحدهم
conflict-text = تغيّر النص منذ أن فتحته. نصك في الحقل أدناه: اجمع النصين ثم اقبل من جديد.
conflict-begun = كما كان حين بدأت
conflict-theirs = كما هو الآن
conflict-mine = كما كتبته
# $handle: who changed the text first.
conflict-by = سبقك { $handle }
conflict-source = تغيّر المصدر
conflict-source-text = تغيّر منذ أن بدأت. نصك في الحقل أدناه: انظر هل يقول الشيء نفسه ثم اقبل من جديد.
document-source = المصدر
document-target = الترجمة

## Keys

keys-title = المفاتيح
keys-edit = تحرير الترجمة
    .accesskey = ح
keys-take = استعمال أول النصوص الأخرى
    .accesskey = ج
keys-leave = مغادرة الحقل
keys-single = الحروف المفردة تعمل

# The row or column that sums up all others.
coverage-everything = الكل
# $percent: how many percent of all words are current.
coverage-all = { NUMBER($percent) }% محدَّثة، بالكلمات
# $current: how many words have a current translation.  $words: how many there are.
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

## Library, launch, activity

room-library = المكتبة
room-launch = النشر
# $collection: its name.
library-collection = المكتبة: { $collection }
library-resource = المستند
library-available = متاح بـ
# $days: since when the original is newer than the translation.
library-older =
    { $days ->
        [zero] أقدم من أصله
        [one] أقدم من أصله بيوم واحد
        [two] أقدم من أصله بيومين
        [few] أقدم من أصله بـ{ NUMBER($days) } أيام
        [many] أقدم من أصله بـ{ NUMBER($days) } يومًا
       *[other] أقدم من أصله بـ{ NUMBER($days) } يوم
    }
# $channel: a name for what a group of readers gets, such as “stable”.
launch-title = قبل النشر: { $channel }
# $count: how many gates are closed, by locale and collection.
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
# $people: their handles.
launch-people = يمكن أن يصلحها { $people }
launch-ships = ما يُنشر لو نُشر اليوم
launch-own = بلغته
launch-fallen = بلغة أخرى
launch-blocked = يمنع النشر
launch-build = بناء نسخة
launch-publish = نشر
# Before a list of channels: the one whose release is taken over.
launch-from = من القناة
# Publishes here what another channel has.
launch-promote = ترقية
launch-version = الإصدار
# In a list of versions: the one before the present one.  $version: its number, its release and its date.
launch-last = السابق: { $version }
launch-roll-back = الرجوع
# $version: a number.  $release: the short name of a release.
launch-present = يصل القراءَ الإصدار { $version } بالنسخة { $release }.
launch-nothing-yet = لا يصل القراءَ شيء من هذه القناة بعد.
# $day: a day, written out.  $time: hours and minutes.
launch-moment = { $day }، { $time } (UTC)
# $moment: a day and a time.
launch-published = نُشر في { $moment }.
launch-built = بُنيت النسخة { $release } في { $moment }.
# What becomes of that release, behind the sentence before: readers get it, had it once, or never got it.
launch-is-present = وهي ما يصل القراء.
launch-was = وصلت القراء من قبل في الإصدار { $version }، ويصلهم الآن غيرها.
launch-waits = لم تصل القراء بعد: إنها غير منشورة.
# $count: how many units are other ones than in the release that was built last.
launch-since =
    { $count ->
        [zero] لم تتغير أي وحدة منذ بنائها.
        [one] تغيرت وحدة واحدة منذ بنائها، وليس هذا التغيير فيها.
        [two] تغيرت وحدتان منذ بنائها، وليس هذان التغييران فيها.
        [few] تغيرت { NUMBER($count) } وحدات منذ بنائها، وليست هذه التغييرات فيها.
        [many] تغيرت { NUMBER($count) } وحدة منذ بنائها، وليست هذه التغييرات فيها.
       *[other] تغيرت { NUMBER($count) } وحدة منذ بنائها، وليست هذه التغييرات فيها.
    }
# A link to what would change for readers.
launch-see = انظر ما الذي سيتغير
# Of a release that is not published yet, where the gates are closed.
launch-of-before = هذه النسخة من قبل: كانت البوابات مفتوحة حين بُنيت، وهي مغلقة اليوم.
launch-publish-release = نشر النسخة { $release }
# Why a button does nothing.
launch-why-build = لا يُبنى شيء ما دامت بوابة مغلقة.
launch-why-publish = آخر ما بُني هو ما يصل القراء. ابنِ نسخة جديدة لتنشر شيئًا جديدًا.
# What two buttons do, each by its name.
launch-what-promote = ترقية: يصل قراءَ { $channel } ما يصل قراء القناة الأخرى بعينه.
launch-what-back = الرجوع: تصل قراءَ { $channel } نسخة إصدار سابق مرة أخرى، في إصدار جديد.
# What was just done.
launch-done-built = بُنيت النسخة { $release }.
launch-done-waits = بُنيت النسخة { $release }، ولم تصل القراء بعد.
launch-done-same = بُنيت النسخة { $release }: إنها ما يصل القراء من قبل.
launch-done-published = يصل القراءَ من الآن الإصدار { $version } بالنسخة { $release }.
launch-done-promoted = تمت الترقية: يصل القراءَ من الآن الإصدار { $version } بالنسخة { $release }.
launch-done-back = تم الرجوع: يصل القراءَ من الآن الإصدار { $version } بالنسخة { $release }.
activity-title = النشاط
activity-newer = الأحدث
activity-older = الأقدم
# $kind: what happened.  $handle: who did it.
activity-label =
    { $kind ->
        [changed] تغيّر المصدر
        [attested] أكّدها { $handle }
        [doubted] أعاد فتحها { $handle }
        [proposed] اقترحها { $handle }
        [placed] قَبِل الترتيبَ { $handle }
       *[kept] لا تزال صالحة بحسب { $handle }
    }
# $count: how many translations, in all locales, a change of the source made stale; their locales follow.
activity-stale =
    { $count ->
        [zero] لا ترجمات متقادمة منذ ذلك:
        [one] ترجمة واحدة متقادمة منذ ذلك:
        [two] ترجمتان متقادمتان منذ ذلك:
        [few] { NUMBER($count) } ترجمات متقادمة منذ ذلك:
        [many] { NUMBER($count) } ترجمة متقادمة منذ ذلك:
       *[other] { NUMBER($count) } ترجمة متقادمة منذ ذلك:
    }

## Repository

# The heading of the page on what is committed with git, and of the link to it.
sync-title = المستودع
# The heading of a list of files.
sync-waiting = في انتظار الإيداع
sync-nothing = كل شيء مودَع.
# Stands where the names of people would: nobody has confirmed what is in the files.
sync-nobody = لم يؤكده أحد
# $count: how many files.
sync-files =
    { $count ->
        [zero] لا ملفات
        [one] ملف واحد
        [two] ملفان
        [few] { NUMBER($count) } ملفات
        [many] { NUMBER($count) } ملفًا
       *[other] { NUMBER($count) } ملف
    }
# A button: commits what waits, takes over what others did, and pushes.
sync-now = إيداع ودفع
# The heading above what was done the last time.
sync-last = في المرة الأخيرة
# $count: how many minutes.
sync-every =
    { $count ->
        [zero] يحدث تلقائيًا
        [one] يحدث تلقائيًا كل دقيقة
        [two] يحدث تلقائيًا كل دقيقتين
        [few] يحدث تلقائيًا كل { NUMBER($count) } دقائق
        [many] يحدث تلقائيًا كل { NUMBER($count) } دقيقة
       *[other] يحدث تلقائيًا كل { NUMBER($count) } دقيقة
    }
# $count: how many commits were made.
sync-committed =
    { $count ->
        [zero] لم يُنشأ أي إيداع
        [one] أُنشئ إيداع واحد
        [two] أُنشئ إيداعان
        [few] أُنشئت { NUMBER($count) } إيداعات
        [many] أُنشئ { NUMBER($count) } إيداعًا
       *[other] أُنشئ { NUMBER($count) } إيداع
    }
# $count: how many commits of others.  $branch: where from, such as “origin/main”.
sync-taken =
    { $count ->
        [zero] لم يُؤخذ أي إيداع من { $branch }
        [one] أُخذ إيداع واحد من { $branch }
        [two] أُخذ إيداعان من { $branch }
        [few] أُخذت { NUMBER($count) } إيداعات من { $branch }
        [many] أُخذ { NUMBER($count) } إيداعًا من { $branch }
       *[other] أُخذ { NUMBER($count) } إيداع من { $branch }
    }
# $count: how many files that were changed here and there.
sync-joined =
    { $count ->
        [zero] لم تُدمج أي ترجمة
        [one] دُمجت ترجمة واحدة وحدةً وحدة
        [two] دُمجت ترجمتان وحدةً وحدة
        [few] دُمجت { NUMBER($count) } ترجمات وحدةً وحدة
        [many] دُمجت { NUMBER($count) } ترجمةً وحدةً وحدة
       *[other] دُمجت { NUMBER($count) } ترجمة وحدةً وحدة
    }
# $count: how many commits.  $branch: where to, such as “origin/main”.
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

## People

people-title = الأشخاص
people-sign-in = تسجيل الدخول
people-handle = الاسم المستعار
people-password = كلمة المرور
people-name = الاسم
people-invited = أنت مدعو
# $roles: what the person becomes, such as translator.
people-invited-as = ستصبح: { $roles }
people-handle-note = ما تقرره يُنسب إلى اسمك المستعار إلى الأبد. ليس من الضروري أن يكون اسمك.
people-password-note = 12 حرفًا على الأقل.
people-enter = إنشاء الحساب والدخول
# The head of a column.
people-rights = ما يجوز لهم
# The head of a column: whether the account is in use.
people-state = الحساب
people-disable = تعطيل
people-enable = السماح من جديد
people-sign-out-all = تسجيل الخروج في كل مكان
people-invite = دعوة
people-invites = دعوات مفتوحة
people-invite-made = أرسل هذا العنوان؛ يصلح مرة واحدة خلال سبعة أيام ولا يُعرض ثانية:
# A token is a secret text by which a program, such as a script or a feed reader, is let in.
tokens-title = رموز الدخول
tokens-note = برمز دخول يطلب برنامج ما يجوز لك أن تراه، أو يفعل ما يجوز لك أن تفعله، من غير كلمة مرورك. ومن يملك الرمز يستطيع الشيء نفسه: أعطِ كل برنامج رمزًا خاصًا به، وأزل ما لم يعد يستعمله شيء. تغيير كلمة المرور يبقي الرموز كما هي.
# Heads of columns. What the program may do: “Only read” or “All that the account may”.
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
# Before a field: for how many days the token is good.
tokens-days = عدد الأيام
tokens-days-note = إذا لم يُذكر عدد الأيام فالرمز صالح إلى أن يُزال.
tokens-made = انسخ الرمز الآن: لن يُعرض ثانية.
# A button: makes a token that only reads, and tells an address with it in it.
tokens-feed = عنوان لقارئ الخلاصات
tokens-feed-made = انسخ هذا العنوان إلى قارئ الخلاصات الآن: لن يُعرض ثانية. من يملكه يستطيع قراءة ما يجوز لك أن تراه.
# $role: what somebody is in the project.
role-label =
    { $role ->
        [viewer] قراءة
        [translator] ترجمة
        [reviewer] مراجعة
        [editor] تحرير
        [publisher] نشر
       *[admin] إدارة
    }

## Critical texts, in all locales at once

emergency-title = نصوص حرجة
emergency-text = الخطأ في هذه النصوص قد يسبب ضررًا، والمتقادمة منها تأتي أولًا.
# Where each critical text is current in every locale.
emergency-nothing = كل النصوص الحرجة محسومة في كل اللغات.
# $count: how many critical texts wait for nobody.
emergency-settled =
    { $count ->
        [zero] لا نص محسومًا في كل اللغات
        [one] نص واحد محسوم في كل اللغات
        [two] نصان محسومان في كل اللغات
        [few] { NUMBER($count) } نصوص محسومة في كل اللغات
        [many] { NUMBER($count) } نصًا محسومًا في كل اللغات
       *[other] { NUMBER($count) } نص محسوم في كل اللغات
    }
# $count: how many critical texts are stale in some locale.
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
# A link from a text in one locale to the same text in all of them.
emergency-link = في كل اللغات
emergency-gets = يصل إلى القراء اليوم
# The text in the newest release that was built.
emergency-released = في آخر إصدار
# $kind: what readers get of a text.  $locale: the language of it.
emergency-given =
    { $kind ->
        [own] هذه الترجمة
        [fallback] النص بلغة { $locale }
       *[nothing] لا شيء جديدًا: هذا النص يمنع كل إصدار
    }
# Before numbers and addresses, such as telephone numbers.
emergency-lacking = في المصدر فقط:
emergency-extra = في الترجمة فقط:
emergency-why = السبب
# Keeps a translation from being shown until somebody settles it.
emergency-block = حجب
emergency-after = بعد ذلك يصل إلى القراء:
emergency-ships-anyway = مسار العمل يعرضها حتى لو شُكَّ فيها: ضع مكانها نصًا صحيحًا.
emergency-not-shown = لا تصل هذه الترجمة إلى القراء، فلا شيء يُحجب.
emergency-release = ما يتقرر هنا يصل إلى القراء مع الإصدار القادم.

## Claims
## “I am working on it”: others see it, and may still decide.

claim-take = أعمل عليها
    .accesskey = م
    .title = يرى الآخرون من يعمل هنا
claim-release = اتركها للآخرين
# $count: for how many minutes the unit is still claimed by the reader.
claim-yours =
    { $count ->
        [zero] هي لك أقل من دقيقة
        [one] هي لك دقيقة أخرى
        [two] هي لك دقيقتين أخريين
        [few] هي لك { NUMBER($count) } دقائق أخرى
        [many] هي لك { NUMBER($count) } دقيقة أخرى
       *[other] هي لك { NUMBER($count) } دقيقة أخرى
    }
# $handle: who works on it.
claim-theirs = يعمل عليها { $handle }
claim-mine = وحداتي
# In a filter: units that nobody works on.
claim-free = غير المحجوزة
# In the place of a filter by who works on what.
claim-no-accounts = معرفة من يعمل على ماذا تحتاج إلى حسابات، وليس لهذه الغرفة حسابات: هذا المرشِّح لا يستبعد شيئًا.

## Trend and differences

trend-title = الأسابيع الاثنا عشر الأخيرة
# The head of a column: the day on which a week ended.
trend-week = حتى
trend-table = على شكل جدول
trend-note = نصوص اليوم بحسب تواريخ السجل: ما تُرجم ثم زال لا يُعَد، وما تغيَّر دون أن يراه أحد يُعَد متغيرًا منذ البداية.
# $release: the short name of a release.
launch-differs = ما الذي سيتغير منذ النسخة { $release }
launch-same = لن يتغير شيء عند القراء.
launch-no-release = لم تُبنَ بعد أي نسخة لهذه القناة.
# $change: what would become of some texts. Heads of columns.
differ-label =
    { $change ->
        [added] مضافة
        [changed] متغيرة
       *[removed] محذوفة
    }

## For programs: what is here stands beside names and words that programs read, which stay in English

# The heading of a page that tells programmers what programs may ask this application for.
api-title = للبرامج
api-note = كل ما هنا يأخذ JSON ويعطي JSON، ويسري على البرامج ما يسري على الناس.
# Before a command that does it.
api-token = يُظهر البرنامج رمز دخول لحساب في ترويسة:
# Before the commands that do it.
api-sign-in = يسجل البرنامج دخوله باسم مستعار وكلمة مرور كما يفعل المتصفح، ويحتفظ بملف تعريف الارتباط:
# $roles: a list of roles, such as “Translator, Editor”.
api-roles = لمن هو { $roles }
# The heading of what a program sends along.
api-sent = ما يُرسَل
# $status: the number by which HTTP tells what came of it, or “default” for all others.
api-answer = الجواب { $status }
# Heads of columns: the name of a field, what kind of value it has, and what it means.
api-field = الحقل
api-kind = النوع
api-meaning = المعنى
# Before the meaning of a field that need not be sent.
api-optional = اختياري.
