-brand = 灯笼
hello = 你好{ $nome }，欢迎来到{ -brnad }。
letters = { $count ->
    [one] 一封信
   *[other] { $count } 封信
}
search = 搜索
bye = { hello } 再见。
