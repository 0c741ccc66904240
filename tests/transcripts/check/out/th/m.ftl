-brand = โคมไฟ
hello = สวัสดี { $nome } ยินดีต้อนรับสู่ { -brand }
letters = จดหมาย { $count } ฉบับ
search = ค้นหา
    .label = ค้นหาในคลังสื่อ
bye = { hello } แล้วพบกันใหม่ { $
