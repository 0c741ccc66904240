-brand = الفانوس
hello = مرحبًا { $nome }، أهلًا بك في { -brand }.
letters = { $count ->
    [one] رسالة واحدة
   *[other] { $count } رسالة
}
search = بحث
    .label = ابحث في المكتبة
    .hint = تلميح
bye = { hello } إلى اللقاء.
