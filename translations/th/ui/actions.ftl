## ขอความช่วยเหลือ

help-now = ขอความช่วยเหลือตอนนี้
    .aria-label = ขอความช่วยเหลือตอนนี้ ทางโทรศัพท์หรือแชต
help-not-alone = คุณไม่ได้อยู่ลำพัง และนี่ไม่ใช่ความผิดของคุณ
help-call = โทร { $number }
    .title = เปิดแอปโทรศัพท์
    .aria-label = โทรหา{ -helpline }ที่หมายเลข { $number }
help-chat = แชตกับ { $name }
help-europe = ในหลายประเทศในยุโรป คุณติดต่อ{ -helpline }สำหรับเด็กได้ที่หมายเลข 116 111
help-danger = หากคุณกำลังตกอยู่ในอันตราย โปรดโทรไปยังหมายเลขฉุกเฉินของประเทศที่คุณอยู่
help-hours =
    { $kind ->
        [always] เปิดทั้งกลางวันและกลางคืน ทุกวัน
        [unknown] โปรดสอบถามเวลาทำการจาก{ -helpline }
       *[listed] เวลาทำการ: { $hours }
    }
help-count =
    { $count ->
        [0] เรายังไม่พบ{ -helpline }ในประเทศนี้
       *[other] มี{ -helpline(number: "plural") } { NUMBER($count) } แห่งในประเทศนี้
    }
help-checked = ตรวจสอบหมายเลขแล้วเมื่อ { DATETIME($date, month: "long", year: "numeric", day: "numeric") }

## แจ้งเหตุ

report = แจ้งสิ่งที่คุณพบเห็น
    .title = แจ้งหน่วยงานรับแจ้งเหตุเกี่ยวกับภาพหรือข้อความที่ทำร้ายเด็ก
report-anonymous = คุณไม่จำเป็นต้องบอกชื่อ
report-do-not-copy = อย่าดาวน์โหลด คัดลอก หรือส่งต่อภาพ แค่ที่อยู่ของหน้าเว็บก็เพียงพอแล้ว
report-address = ที่อยู่ของหน้าเว็บ
    .placeholder = https://
report-what = คุณพบเห็นอะไร
    .placeholder = เพียงไม่กี่คำก็พอ
report-who =
    { $who ->
        [child] เรื่องนี้เกิดขึ้นกับฉันเอง
        [other-child] เรื่องนี้เกิดขึ้นกับเด็กที่ฉันรู้จัก
       *[stranger] ฉันไม่รู้จักเด็กคนนั้น
    }
report-send = ส่งการแจ้งเหตุ
report-thanks = ขอบคุณ เจ้าหน้าที่ที่ผ่านการอบรมจะอ่านการแจ้งเหตุของคุณ
report-reference = หมายเลขอ้างอิงของคุณคือ { $reference } โปรดเก็บไว้หากต้องการสอบถามเกี่ยวกับการแจ้งเหตุ

## ลงชื่อ

sign = ร่วมลงชื่อ
    .aria-label = ร่วมลงชื่อเรียกร้องกฎหมายที่คุ้มครองเด็กทางออนไลน์
sign-count =
    { $count ->
        [0] ร่วมลงชื่อเป็นคนแรก
       *[other] มีผู้ลงชื่อแล้ว { NUMBER($count) } คน เป้าหมายของเราคือ { NUMBER($goal) } คน
    }
sign-closes =
    { $days ->
        [0] ปิดรับวันนี้
       *[other] จะปิดรับในอีก { NUMBER($days) } วัน
    }
sign-closed = การลงชื่อนี้ปิดรับเมื่อ { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
sign-show-name = แสดงชื่อของฉันในรายชื่อผู้ลงชื่อ
sign-thanks = ขอบคุณ คุณ { $name } โปรดช่วยบอกต่อ
sign-share = แบ่งปันให้เพื่อน
    .title = คัดลอกลิงก์ของหน้าลงชื่อ
