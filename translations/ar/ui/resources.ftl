## القائمة

library-title = مكتبة الموارد
library-introduction = أدلة وتقارير وملصقات للقراءة والطباعة والتوزيع.
library-count =
    { $count ->
        [zero] لا مورد مطابق
        [one] مورد واحد من أصل { NUMBER($total) }
        [two] موردان من أصل { NUMBER($total) }
        [few] { NUMBER($count) } موارد من أصل { NUMBER($total) }
        [many] { NUMBER($count) } موردًا من أصل { NUMBER($total) }
       *[other] { NUMBER($count) } مورد من أصل { NUMBER($total) }
    }
library-filter =
    .aria-label = تضييق القائمة
filter-kind = النوع
filter-topic = الموضوع
filter-year = السنة
filter-language = اللغة
filter-all = الكل
filter-reset = إظهار الكل
    .title = إزالة جميع عوامل التصفية
library-order =
    { $order ->
        [title] مرتّبة حسب العنوان
        [oldest] الأقدم أولًا
       *[newest] الأحدث أولًا
    }

## البطاقة

resource-kind =
    { $kind ->
        [case-study] دراسة حالة
        [checklist] قائمة تحقق
        [country-overview] لمحة عامة عن بلد
        [explainer] شرح مبسّط
        [guide] دليل
        [interview] مقابلة
        [joint-statement] بيان مشترك
        [leaflet] نشرة مطوية
        [lesson-plan] خطة درس
        [outcome-report] تقرير ختامي
        [poster] ملصق
        [training] مخطط تدريب
       *[other] مورد
    }
resource-published = { $publisher }، { $year }
resource-partners =
    { $count ->
        [zero] بلا شركاء
        [one] بالتعاون مع { $partners }
        [two] بالتعاون مع { $partners } (شريكان)
        [few] بالتعاون مع { $partners } ({ NUMBER($count) } شركاء)
        [many] بالتعاون مع { $partners } ({ NUMBER($count) } شريكًا)
       *[other] بالتعاون مع { $partners } ({ NUMBER($count) } شريك)
    }
resource-open =
    { $kind ->
        [interview] القراءة عن المقابلة
        [poster] عرض الملصق
       *[other] قراءة
    }
resource-download = تنزيل
    .title = تنزيل «{ $title }»
    .aria-label = تنزيل «{ $title }» ({ $format }، { $size })
resource-print = طباعة
    .title = الطباعة على ورق A4 أو Letter
resource-topics = المواضيع: { $topics }
resource-no-summary = لا يوجد ملخص بلغتك بعد.
resource-related =
    { $count ->
        [zero] لا شيء آخر في هذا الموضوع
        [one] مورد آخر في هذا الموضوع
        [two] موردان آخران في هذا الموضوع
        [few] { NUMBER($count) } موارد أخرى في هذا الموضوع
        [many] { NUMBER($count) } موردًا آخر في هذا الموضوع
       *[other] { NUMBER($count) } مورد آخر في هذا الموضوع
    }

## لغات المورد

resource-available-in = متاح باللغات التالية: { $languages }
    .title = اللغات التي نصها محدَّث فقط
resource-language-count =
    { $count ->
        [zero] غير متاح بأي لغة
        [one] متاح بلغة واحدة
        [two] متاح بلغتين
        [few] متاح في { NUMBER($count) } لغات
        [many] متاح في { NUMBER($count) } لغة
       *[other] متاح في { NUMBER($count) } لغة
    }
resource-only-original = متاح باللغة الأصلية فقط: { $language }
resource-older-in = توجد نسخة أقدم باللغات التالية: { $languages }
resource-original = اللغة الأصلية: { $language }
    .title = لغة النشر الأول: { $language }
resource-not-in-yours = غير متاح بلغتك بعد
resource-ask-translation = طلب ترجمة
    .title = إخبارنا بأنك تحتاج إلى «{ $title }» بهذه اللغة: { $language }
resource-offer-translation = المساعدة في ترجمة هذا المورد

## تنبيهات عن عمر الترجمة

notice-translated-from = تُرجم عن نص { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
notice-older =
    { $days ->
        [zero] تغيّر الأصل اليوم، ولا تعكس هذه الترجمة التغيير بعد.
        [one] تغيّر الأصل قبل يوم واحد، ولا تعكس هذه الترجمة التغيير بعد.
        [two] تغيّر الأصل قبل يومين، ولا تعكس هذه الترجمة التغيير بعد.
        [few] تغيّر الأصل قبل { NUMBER($days) } أيام، ولا تعكس هذه الترجمة التغيير بعد.
        [many] تغيّر الأصل قبل { NUMBER($days) } يومًا، ولا تعكس هذه الترجمة التغيير بعد.
       *[other] تغيّر الأصل قبل { NUMBER($days) } يوم، ولا تعكس هذه الترجمة التغيير بعد.
    }
    .aria-label = هذه الترجمة أقدم من أصلها
notice-older-parts =
    { $count ->
        [zero] لا توجد في هذه الصفحة فقرات أقدم من الأصل
        [one] فقرة واحدة من هذه الصفحة أقدم من الأصل
        [two] فقرتان من هذه الصفحة أقدم من الأصل
        [few] { NUMBER($count) } فقرات من هذه الصفحة أقدم من الأصل
        [many] { NUMBER($count) } فقرة من هذه الصفحة أقدم من الأصل
       *[other] { NUMBER($count) } فقرة من هذه الصفحة أقدم من الأصل
    }
notice-see-original = عرض الأصل
    .title = يفتح النص بلغته: { $language }
notice-fallback = يظهر هذا الجزء بلغة أخرى ({ $language }) لأن ترجمته لم تعد محدَّثة.
notice-helpline-withheld = لا نعرض هنا ترجمة قديمة، حتى لا يصلك رقم خاطئ أبدًا.
notice-unverified = لم يؤكد أحد بعد صحة هذه الترجمة.
