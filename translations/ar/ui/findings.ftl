## الأرقام والعناوين

finding-differs = `{ $written }`، حيث في المصدر `{ $given }`
finding-extra = ليس في المصدر `{ $written }`
finding-missing = ينقص `{ $given }` الموجود في المصدر
finding-number-extra = ليس في المصدر الرقم `{ $written }`
    .hint = اكتب رقم المصدر بالأرقام التي تستعملها اللغة
finding-number-missing = ينقص الرقم `{ $given }` الموجود في المصدر
finding-address =
    .site = اذكر العنوان نفسه، إلا إذا احتاج قراء هذه اللغة إلى غيره
    .mail = اذكر العنوان نفسه: البريد المرسل إلى غيره قد لا يصل إلى أحد
    .phone = اذكر الرقم نفسه، إلا إذا كان قراء هذه اللغة يطلبون غيره
finding-critical-missing = ينقص `{ $given }` الذي اعتُمد
    .hint = اكتب ما اعتُمد، أو اطلب اعتماد رقم آخر
finding-critical-extra = لم يُعتمد `{ $written }`
finding-critical-hides = في `{ $written }` أحرف لا يراها أحد
finding-critical-mixes = `{ $written }` مكتوب بأكثر من نظام للأرقام
    .hint = اكتب الرقم من جديد بنظام أرقام واحد
finding-critical-turns = قد يقلب `{ $written }` ترتيب الأرقام
    .hint = احذفه؛ وضع الأرقام في النص المكتوب من اليمين إلى اليسار بين U+2066 وU+2069

## اللغات والخطوط

finding-same = `{ $written }` هو نص المصدر
    .hint = ترجمه؛ وإن كان المقصود أن يبقى كما هو فاقبله
finding-script = مكتوب بخط { $script }، بينما تُكتب `{ $locale }` بخط { $expected }
    .hint = أهو نص لغة أخرى؟
finding-language =
    { $language ->
        [English] يبدو أنه بالإنجليزية
        [Spanish] يبدو أنه بالإسبانية
        [German] يبدو أنه بالألمانية
        [French] يبدو أنه بالفرنسية
        [Italian] يبدو أنه بالإيطالية
        [Portuguese] يبدو أنه بالبرتغالية
        [Dutch] يبدو أنه بالهولندية
        [Catalan] يبدو أنه بالكتالونية
        [Russian] يبدو أنه بالروسية
        [Ukrainian] يبدو أنه بالأوكرانية
        [Polish] يبدو أنه بالبولندية
        [Turkish] يبدو أنه بالتركية
        [Arabic] يبدو أنه بالعربية
       *[other] يبدو أنه بلغة أخرى: { $language }
    }
finding-letter = `{ $letter }` ({ $code }) ليس من حروف `{ $locale }`
    .hint = أهو سهو، أم حرف يشبه حرفًا آخر؟
finding-longer = أطول من المصدر بأكثر من عشر مرات
    .hint = هل يقول ما يقوله المصدر دون زيادة؟
finding-shorter = أقصر من المصدر بأكثر من عشر مرات
finding-mixed = في `{ $written }` حروف لاتينية مختلطة بـ{ $letters }
    .hint = اكتب الكلمة من جديد بحروف خط واحد

## الطول والمسافات والأسطر

finding-length =
    { $count ->
        [zero] لا أحرف، والحد الأقصى { NUMBER($most) }
        [one] حرف واحد، والحد الأقصى { NUMBER($most) }
        [two] حرفان، والحد الأقصى { NUMBER($most) }
        [few] { NUMBER($count) } أحرف، والحد الأقصى { NUMBER($most) }
        [many] { NUMBER($count) } حرفًا، والحد الأقصى { NUMBER($most) }
       *[other] { NUMBER($count) } حرف، والحد الأقصى { NUMBER($most) }
    }
    .hint = قلها بأقل
finding-begins = يبدأ بمسافة، ولا يبدأ المصدر بها
    .hint = البرامج تصل هذه النصوص بعضها ببعض: أبقِ مسافة المصدر
finding-begins-other = يبدأ بمسافة غير مسافة المصدر
finding-ends = ينتهي بمسافة، ولا ينتهي المصدر بها
finding-ends-other = ينتهي بمسافة غير مسافة المصدر
finding-spaces = مسافتان متتاليتان
    .hint = اكتب واحدة
finding-twice = `{ $written }` مكررة
    .hint = قلها مرة واحدة
finding-lines = { $lines }، وفي المصدر { $given }
    .hint = اقطع الأسطر كما في المصدر
finding-line-breaks =
    { $count ->
        [zero] لا فواصل أسطر
        [one] فاصل أسطر واحد
        [two] فاصلا أسطر
        [few] { NUMBER($count) } فواصل أسطر
        [many] { NUMBER($count) } فاصل أسطر
       *[other] { NUMBER($count) } فاصل أسطر
    }

## علامات الترقيم

finding-not-closed = لا شيء يغلق `{ $mark }`
    .hint = اكتب القوسين معًا، أو لا تكتب أيًّا منهما
finding-not-opened = لا شيء يفتح `{ $mark }`
finding-dots = `...`، حيث في المصدر `…`
    .hint = اكتب `…`
finding-end = في آخره { $end }، وفي آخر المصدر { $given }
    .hint = أنهِه كما ينتهي المصدر
finding-end-open = لا علامة
finding-end-stop = نقطة
finding-end-question = علامة استفهام
finding-end-exclamation = علامة تعجب
finding-end-colon = نقطتان رأسيتان
finding-end-ellipsis = نقاط حذف
finding-french-breaks = مسافة بجانب `{ $mark }` قد ينقطع السطر عندها
    .hint = ضع هناك مسافة غير فاصلة (U+00A0 أو U+202F)
finding-french-none = لا مسافة قبل `{ $mark }`
finding-question = سؤال بلا `{ $open }`
    .hint = ابدأه بـ`{ $open }`
finding-exclamation = تعجب بلا `{ $open }`
finding-quotes-closed = `{ $first }` مغلقة بـ`{ $mark }`
    .hint = اكتب `{ $open }` و`{ $close }`
finding-quotes-other = `{ $written }`، بينما تستعمل `{ $locale }` `{ $usual }`
    .hint = استعمل علامات الاقتباس الخاصة باللغة
finding-quotes-half = `{ $mark }` بلا نصفها الآخر
    .hint = افتح كل اقتباس وأغلقه

## ما قد يخدع القراء أو يشغّل برامج

finding-bidi-overrides = `{ $written }` يفرض اتجاه الكتابة
    .hint = احذفه؛ وحيث يلزم اتجاه فاعزل النص بـU+2068 وU+2069
finding-bidi-nothing = `{ $written }` لا يغلق شيئًا
finding-bidi-open = `{ $written }` غير مغلق
finding-unseen = `{ $written }`، وهو لا يُظهر شيئًا
    .hint = احذفه: يتعثر به البحث والقراءة بصوت عالٍ
finding-unseen-hyphen = `{ $written }`، وهو واصلة اختيارية
finding-unseen-space = `{ $written }`، وهو مسافة بلا عرض
finding-unseen-joiner = `{ $written }`، وهو واصل لا يصل شيئًا ولا يفصله
finding-unseen-direction = `{ $written }`، وهو علامة اتجاه بين حروف من اتجاه واحد
finding-unseen-order = `{ $written }`، وهو علامة ترتيب البايتات
finding-unseen-tag = `{ $written }`، وهو حرف وسم قد يخفي نصًا
finding-link-runs = `{ $written }` رابط من نوع `{ $scheme }:` يشغّل برنامجًا
    .hint = ضع رابطًا إلى عنوان موقع
finding-tag-runs = الوسم `<{ $name }>` داخل نص
    .hint = احذفه: الترجمات كلمات، والصفحة التي تعرضها تتولى الباقي
finding-attribute-runs = السمة `{ $name }`، وهي تشغّل برنامجًا

## ما تتركه البرامج في النصوص

finding-escaped = `{ $written }` مرمَّز مرتين
    .hint = اكتب الحرف نفسه
finding-damaged = `{ $written }` حرف تالف
    .hint = اكتب الكلمة من جديد، واحفظ الملف بترميز UTF-8
finding-placeholder-like = يشبه `{ $written }` عنصرًا نائبًا، وليس في المصدر مثله
    .hint = يراه القراء كما هو: اكتب كلمات، أو ما يملؤه التنسيق

## بجانب نصوص أخرى، والمسرد

finding-alike = مصدر آخر مترجم بالنص نفسه في { $others }
    .hint = انظر هل يميز القراء بينهما حيث يلزم
finding-alike-more =
    { $more ->
        [zero] مصدر آخر مترجم بالنص نفسه في { $others }
        [one] مصدر آخر مترجم بالنص نفسه في { $others } وفي موضع آخر
        [two] مصدر آخر مترجم بالنص نفسه في { $others } وفي موضعين آخرين
        [few] مصدر آخر مترجم بالنص نفسه في { $others } وفي { NUMBER($more) } مواضع أخرى
        [many] مصدر آخر مترجم بالنص نفسه في { $others } وفي { NUMBER($more) } موضعًا آخر
       *[other] مصدر آخر مترجم بالنص نفسه في { $others } وفي { NUMBER($more) } موضع آخر
    }
finding-otherwise = المصدر نفسه مترجم بنص آخر في { $others }
    .hint = قله بطريقة واحدة، إلا إذا كان يعني هناك شيئًا آخر
finding-otherwise-more =
    { $more ->
        [zero] المصدر نفسه مترجم بنص آخر في { $others }
        [one] المصدر نفسه مترجم بنص آخر في { $others } وفي موضع آخر
        [two] المصدر نفسه مترجم بنص آخر في { $others } وفي موضعين آخرين
        [few] المصدر نفسه مترجم بنص آخر في { $others } وفي { NUMBER($more) } مواضع أخرى
        [many] المصدر نفسه مترجم بنص آخر في { $others } وفي { NUMBER($more) } موضعًا آخر
       *[other] المصدر نفسه مترجم بنص آخر في { $others } وفي { NUMBER($more) } موضع آخر
    }
finding-term-missing = المتوقع { $terms } مقابل `{ $text }`
    .hint = استعمل المصطلح، أو أضف ما كتبته إلى المسرد بوصفه مقبولًا
finding-term-forbidden = لا يُستعمل `{ $text }` مقابل `{ $term }`
    .hint = اكتب { $terms }
    .other = استعمل كلمة أخرى
finding-term-choice = { $others } أو { $last }
finding-silence = التعليق يُسكت `{ $check }`، وهو لا يجد شيئًا هنا
    .hint = احذفه، أو انظر كيف يُكتب اسم الفحص

## الحقول والروابط وعلامات الصفحات

finding-field-missing = ينقص الحقل `{ $name }` الموجود في المصدر
    .fill = يضيفه `hexapla fill`
    .copy = انسخه من المصدر
finding-field-extra = حقل `{ $name }` غير موجود في المصدر
    .hint = انظر هل هو مكتوب كما في المصدر
finding-link-missing = ينقص رابط المصدر إلى `{ $value }`
    .hint = ضع رابطًا إلى المكان نفسه، إلا إذا احتاج قراء هذه اللغة إلى غيره
finding-link-extra = ليس في المصدر رابط إلى `{ $value }`
finding-image-missing = تنقص صورة المصدر `{ $value }`
    .hint = اعرض الصورة نفسها
finding-image-extra = ليس في المصدر صورة `{ $value }`
finding-code-missing = تنقص شيفرة المصدر `{ $value }`
    .hint = الشيفرة لا تُترجم: اكتبها كما في المصدر
finding-code-extra = ليس في المصدر شيفرة `{ $value }`
finding-footnote-missing = تنقص حاشية المصدر `{ $value }`
    .hint = أحِل إلى الحاشية نفسها
finding-footnote-extra = ليس في المصدر حاشية `{ $value }`
finding-tag-missing = ينقص وسم المصدر `{ $value }`
    .hint = استعمل الوسوم نفسها
finding-tag-extra = ليس في المصدر وسم `{ $value }`
finding-tag-own = وسم `{ $value }` غير موجود في المصدر
finding-heading = عنوان من المستوى { NUMBER($level) }، والمتوقع المستوى { NUMBER($other) }
    .hint = ابدأه بـ`{ $marks }` كما في المصدر
finding-cells = عدد خلايا الصف { NUMBER($count) }، والمتوقع { NUMBER($other) }
    .hint = لا يرى القراء خلايا أكثر مما في رأس الجدول
finding-root = النصوص تحت `{ $name }`، والمتوقع `{ $locale }`
    .hint = تحسبها البرامج نصوص `{ $name }`: غيّر الاسم

## العناصر النائبة والإحالات والسمات

finding-variable-extra = ليس في المصدر المتغير `${ $name }`
    .hint = لا أحد يعطيه قيمة: استعمل أحد متغيرات المصدر
finding-variable-missing = متغير المصدر `${ $name }` غير مستعمل
    .hint = استعمله، إلا إذا كانت الجملة تقول الشيء نفسه دونه
finding-variable-missing-in = متغير المصدر `${ $name }` غير مستعمل في `{ $attribute }`
finding-placeholder-missing = `{ $written }` الموجود في المصدر غير مستعمل
    .extra = لا أحد يعطيه قيمة: استعمل أحد العناصر النائبة في المصدر
finding-reference-unknown = لا وجود لـ`{ $name }`
    .hint = أحِل إلى رسالة أو مصطلح من المجموعة نفسها
finding-reference-missing = تنقص إحالة المصدر إلى `{ $name }`
    .hint = أحِل إليه ليكون الاسم واحدًا في كل مكان
finding-reference-missing-in = تنقص في `{ $attribute }` إحالة المصدر إلى `{ $name }`
finding-reference-extra = لا يحيل المصدر إلى `{ $name }`
    .hint = قل ما يقوله المصدر، إلا إذا احتاج قراء هذه اللغة إلى الاسم
finding-reference-extra-in = لا يحيل المصدر إلى `{ $name }` في `{ $attribute }`
finding-attribute-extra = ليس في المصدر السمة `.{ $name }`
    .hint = لا أحد يطلبها: احذفها، أو انظر كيف يكتبها المصدر
finding-attribute-missing = تنقص السمة `.{ $name }` الموجودة في المصدر
    .hint = ترجمها أيضًا: من يعرض الرسالة يطلبها
finding-value-missing = تنقص القيمة الموجودة في المصدر
    .hint = اكتب قيمة وسمات كما في المصدر
finding-value-extra = قيمة غير موجودة في المصدر
finding-second = `{ $written }` هنا للمرة الثانية
    .attribute = إحداهما لا تُعرض أبدًا: احذفها
    .variant = لا يُختار إلا الأول: احذف الآخر
    .entry = لا يُقرأ إلا الأول: احذف هذا أو غيّر اسمه
finding-taken = في `{ $owner }` أيضًا مدخل `{ $key }`، وذاك هو الذي يُنشر
    .hint = تُنشر المجموعة حزمة واحدة: غيّر اسم أحدهما

## الجمع والأرقام في Fluent

finding-plural-unused = ليس في `{ $locale }` فئة جمع `{ $category }` (لـ`{ $variable }`)
    .hint = لا يُختار هذا البديل أبدًا: احذفه
finding-ordinal-unused = ليس في `{ $locale }` فئة عدد ترتيبي `{ $category }` (لـ`{ $variable }`)
finding-plural-one = تحتاج `{ $locale }` إلى فئة الجمع `{ $categories }` (لـ`{ $variable }`)
    .variant = أضف البديل `[{ $category }]`
    .branch = أضف الفرع `{ $category } { "{" }…{ "}" }`
finding-plural-several = تحتاج `{ $locale }` إلى فئات الجمع `{ $categories }` (لـ`{ $variable }`)
    .variants = أضف البدائل `[{ $categories }]`
    .branches = أضف الفروع `{ $categories } { "{" }…{ "}" }`
finding-ordinal-one = تحتاج `{ $locale }` إلى فئة العدد الترتيبي `{ $categories }` (لـ`{ $variable }`)
finding-ordinal-several = تحتاج `{ $locale }` إلى فئات العدد الترتيبي `{ $categories }` (لـ`{ $variable }`)
finding-datetime = ليس في `fluent-bundle` للغة Rust دالة `DATETIME`
    .hint = على البرنامج المكتوب بـRust أن يضيفها، أو أن يُعطى التاريخ نصًا
finding-function = ليس في Fluent دالة `{ $function }`
    .hint = استعمل `NUMBER` أو `DATETIME`، أو أضفها حيثما يُعرض النص
finding-digits = `{ $name }: { $value }` يطلب أرقامًا لا يعرضها شيء
    .hint = اذكر عددًا من { NUMBER($least) } إلى { NUMBER($most) }
finding-option = لا تأخذ `NUMBER` من نصٍّ `{ $name }`
    .hint = احذفه؛ الخيارات هي `{ $options }`
finding-swapped = `{ $smaller }` أكبر من `{ $larger }`
    .hint = بدّل بينهما، أو احذف أحدهما
finding-precise =
    { $digits ->
        [zero] عدد بلا أرقام لا يبقى كما كُتب
        [one] عدد من رقم واحد لا يبقى كما كُتب
        [two] عدد من رقمين لا يبقى كما كُتب
        [few] عدد من { NUMBER($digits) } أرقام لا يبقى كما كُتب
        [many] عدد من { NUMBER($digits) } رقمًا لا يبقى كما كُتب
       *[other] عدد من { NUMBER($digits) } رقم لا يبقى كما كُتب
    }
    .hint = اكتبه نصًا بين علامتي اقتباس
finding-runtimes = حين يكون `${ $name }` مساويًا { $example } تعرض JavaScript البديل `[{ $javascript }]` وتعرض Rust البديل `[{ $rust }]`
    .plural = لدى كل منهما قواعد جمع من سنة أخرى
    .ordinal = لا تعرف JavaScript هنا الأعداد الترتيبية: دع الموقع يختار الصيغة

## قواعد كتابة Fluent

finding-at = { $place }: { $problem }
finding-syntax =
    .hint = صحّح الكتابة: إلى ذلك الحين يبقى المدخل كما هو ولا يُنشر أبدًا
finding-deep =
    { $most ->
        [zero] أقواس مفتوحة معًا أكثر مما يجوز
        [one] أكثر من قوس واحد مفتوح معًا
        [two] أكثر من قوسين مفتوحين معًا
        [few] أكثر من { NUMBER($most) } أقواس مفتوحة معًا
        [many] أكثر من { NUMBER($most) } قوسًا مفتوحًا معًا
       *[other] أكثر من { NUMBER($most) } قوس مفتوح معًا
    }
    .hint = قسّم الرسالة؛ تبقى كما هي ولا تُنشر أبدًا
finding-another = يبدأ هنا نص آخر، ويجب أن يكون النص واحدًا
syntax-token = المتوقع شيء يبدأ بـ"{ $token }"
syntax-range = المتوقع أحد هذه الأحرف: "{ $range }"
syntax-message = تحتاج الرسالة "{ $name }" إلى قيمة أو سمة
syntax-term = يحتاج المصطلح "{ $name }" إلى قيمة
syntax-callee = لا يجوز استدعاء دالة هنا
syntax-default = يحتاج الاختيار إلى بديل افتراضي
syntax-value = المتوقع قيمة
syntax-defaults = لا يجوز للاختيار أكثر من بديل افتراضي واحد
syntax-message-selector = لا يمكن الاختيار بحسب إحالة إلى رسالة
syntax-term-selector = لا يمكن الاختيار بحسب إحالة إلى مصطلح
syntax-message-attribute = لا يمكن الاختيار بحسب سمة رسالة
syntax-term-attribute = لا يمكن أن تكون سمة مصطلح هنا
syntax-string = نص بين علامتي اقتباس غير مغلق
syntax-positional = المعطيات التي بلا اسم تأتي قبل التي لها اسم
syntax-argument = المعطى "{ $name }" مكرر
syntax-escape = تسلسل إفلات غير معروف
syntax-unicode = تسلسل إفلات Unicode غير صالح، "{ $written }"
syntax-brace = قوس إغلاق لا يغلق شيئًا
syntax-inline = المتوقع تعبير بين القوسين
syntax-selector = المتوقع تعبير بسيط يُختار بحسبه
syntax-literal = المتوقع نص بين علامتي اقتباس أو عدد

## ما لا يمكن وضعه في ملف

merge-of = `{ $unit }`: { $problem }
    .hint = اكتب نص وحدة واحدة بقواعد كتابة ملفها
merge-not-one = لن يُقرأ النص من جديد وحدةً واحدة ({ $expected }): { $reason }
merge-units =
    { $units ->
        [zero] لن تكون في الملف وحدات بدلًا من { NUMBER($all) }
        [one] ستكون في الملف وحدة واحدة بدلًا من { NUMBER($all) }
        [two] ستكون في الملف وحدتان بدلًا من { NUMBER($all) }
        [few] ستكون في الملف { NUMBER($units) } وحدات بدلًا من { NUMBER($all) }
        [many] ستكون في الملف { NUMBER($units) } وحدة بدلًا من { NUMBER($all) }
       *[other] ستكون في الملف { NUMBER($units) } وحدة بدلًا من { NUMBER($all) }
    }
merge-key = سيكون مفتاحه `{ $key }`
merge-kind = سيصير شيئًا آخر: { $kind }
merge-text = سيُقرأ `{ $text }`
merge-none = لن يكون هناك `{ $name }`
merge-other = سيكون `{ $name }` من نوع آخر
merge-instead = سيكون هناك `{ $instead }` في مكان `{ $wanted }`
merge-nowhere = لا يمكن إضافته هنا؛ انسخه من المصدر
merge-cue = سيفسد الملف؛ ليس في سطر الترجمة المرئية سطر فارغ ولا `-->`
kind-message = رسالة
kind-term = مصطلح
kind-field = حقل
kind-item = عنصر من قائمة بيانات
kind-heading = عنوان
kind-paragraph = فقرة
kind-list-item = عنصر قائمة
kind-row = صف جدول
kind-footnote = حاشية
kind-code = كتلة شيفرة
kind-markup = كتلة ترميز
kind-cue = سطر ترجمة مرئية
kind-file = ملف
kind-property = خاصية
kind-string = مورد نصي
