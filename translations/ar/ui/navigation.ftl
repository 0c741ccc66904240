## إطار الصفحة

page-title = { $page } · { -brand-name }
skip-to-content = الانتقال إلى المحتوى الرئيسي
    .accesskey = م
skip-to-help = الانتقال إلى { -helpline(number: "plural", case: "definite") }
back-to-top = إلى الأعلى
    .aria-label = العودة إلى أعلى هذه الصفحة
breadcrumb =
    .aria-label = موقعك الحالي

## القائمة الرئيسية

nav-main =
    .aria-label = القائمة الرئيسية
nav-menu-button = القائمة
    .aria-label =
        { $state ->
            [open] إغلاق القائمة
           *[closed] فتح القائمة
        }
nav-home = الرئيسية
    .title = { -brand-name }: الصفحة الرئيسية
nav-urgent = عاجل: القانون
nav-prevent = ما يمكنك فعله
    .title = ما يمكن لأي شخص فعله لمنع الإساءة إلى الأطفال على الإنترنت
nav-officials = للمسؤولين الحكوميين
nav-companies = لشركات التكنولوجيا
nav-professionals = للمهنيين
    .title = للعاملين في التعليم والطب والعمل الاجتماعي والشرطة والتدريب الرياضي
nav-caregivers = للوالدين ومقدمي الرعاية
nav-library = مكتبة الموارد
nav-help = طلب المساعدة
    .title = { -helpline(number: "plural", case: "definite") } حسب البلد
    .aria-label = طلب المساعدة الآن: { -helpline(number: "plural", case: "definite") } حسب البلد
nav-current-page = الصفحة الحالية
nav-external = { $site }
    .title = يفتح { $site }، وهو موقع لا تديره شبكة { -brand-name(form: "short") }

## البحث

search = بحث
    .aria-label = البحث في هذا الموقع
    .placeholder = أدلة، ملصقات، بلدان…
search-submit = بحث
search-results =
    { $count ->
        [zero] لا نتائج عن «{ $query }»
        [one] نتيجة واحدة عن «{ $query }»
        [two] نتيجتان عن «{ $query }»
        [few] { NUMBER($count) } نتائج عن «{ $query }»
        [many] { NUMBER($count) } نتيجة عن «{ $query }»
       *[other] { NUMBER($count) } نتيجة عن «{ $query }»
    }
search-no-results-hint = جرّب كلمة أقصر، أو تصفّح مكتبة الموارد.

## تبديل اللغة

language-switch = اللغة
    .aria-label = اختيار لغة
    .title = هذه الصفحة بلغات أخرى
language-current = { $language }
    .aria-label = { $language } (اللغة الحالية)
language-fallback = هذه الصفحة غير متاحة بلغتك بعد. اللغة المعروضة هي: { $language }.
language-coverage = نسبة المترجَم: { NUMBER($percent, maximumFractionDigits: 0) }٪
language-part = باللغة التالية ({ $language }):

## المغادرة بسرعة

quick-exit = مغادرة هذا الموقع
    .title = يفتح صفحة لأحوال الطقس بدلًا من هذه الصفحة
    .aria-label = مغادرة هذا الموقع بسرعة
quick-exit-hint = لا يمحو هذا سجلّ التصفح في متصفحك.

## التذييل

footer =
    .aria-label = عن هذا الموقع
footer-about =
    { -brand-name.article ->
        [definite] عن الشبكة المسماة { -brand-name }
       *[none] عن شبكة { -brand-name }
    }
footer-mission = نعمل كي لا يتعرض أي طفل للأذى على الإنترنت، وكي يُسمَع صوت كل طفل تعرّض له.
footer-privacy = الخصوصية
footer-accessibility = إمكانية الوصول
footer-contact = اتصل بنا
footer-imprint = إشعار قانوني
footer-licence = © { $year } { -brand-name }. يجوز نسخ النصوص مع ذكر المصدر.
footer-example = هذا موقع للتوضيح فقط. الشبكة غير حقيقية.
footer-updated = آخر تعديل في { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
