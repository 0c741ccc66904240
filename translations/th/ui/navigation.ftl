## กรอบของหน้า

page-title = { $page } · { -brand-name }
skip-to-content = ข้ามไปยังเนื้อหาหลัก
    .accesskey = น
skip-to-help = ข้ามไปยัง{ -helpline(number: "plural") }
back-to-top = กลับขึ้นด้านบน
    .aria-label = กลับขึ้นด้านบนของหน้านี้
breadcrumb =
    .aria-label = คุณอยู่ที่นี่

## เมนูหลัก

nav-main =
    .aria-label = เมนูหลัก
nav-menu-button = เมนู
    .aria-label =
        { $state ->
            [open] ปิดเมนู
           *[closed] เปิดเมนู
        }
nav-home = หน้าแรก
    .title = { -brand-name }: หน้าแรก
nav-urgent = เร่งด่วน: กฎหมาย
nav-prevent = สิ่งที่คุณทำได้
    .title = สิ่งที่ทุกคนทำได้เพื่อป้องกันการล่วงละเมิดทางออนไลน์
nav-officials = สำหรับเจ้าหน้าที่รัฐ
nav-companies = สำหรับบริษัทเทคโนโลยี
nav-professionals = สำหรับผู้ทำงานกับเด็ก
    .title = สำหรับครู แพทย์ นักสังคมสงเคราะห์ ตำรวจ และผู้ฝึกสอนกีฬา
nav-caregivers = สำหรับพ่อแม่และผู้ดูแลเด็ก
nav-library = คลังสื่อความรู้
nav-help = ขอความช่วยเหลือ
    .title = { -helpline(number: "plural", case: "title") }แยกตามประเทศ
    .aria-label = ขอความช่วยเหลือตอนนี้: { -helpline(number: "plural") }แยกตามประเทศ
nav-current-page = หน้าปัจจุบัน
nav-external = { $site }
    .title = เปิด { $site } ซึ่งเป็นเว็บไซต์ที่ { -brand-name(form: "short") } ไม่ได้ดูแล

## การค้นหา

search = ค้นหา
    .aria-label = ค้นหาในเว็บไซต์นี้
    .placeholder = คู่มือ โปสเตอร์ ประเทศ…
search-submit = ค้นหา
search-results =
    { $count ->
        [0] ไม่พบผลลัพธ์สำหรับ “{ $query }”
       *[other] พบ { NUMBER($count) } รายการสำหรับ “{ $query }”
    }
search-no-results-hint = ลองใช้คำที่สั้นลง หรือเลือกดูในคลังสื่อความรู้

## การเปลี่ยนภาษา

language-switch = ภาษา
    .aria-label = เลือกภาษา
    .title = หน้านี้ในภาษาอื่น
language-current = { $language }
    .aria-label = { $language } (ภาษาปัจจุบัน)
language-fallback = หน้านี้ยังไม่มีในภาษาของคุณ ภาษาที่แสดงอยู่คือ { $language }
language-coverage = แปลแล้ว { NUMBER($percent, maximumFractionDigits: 0) }%
language-part = ข้อความในภาษา { $language }:

## การออกอย่างรวดเร็ว

quick-exit = ออกจากเว็บไซต์นี้
    .title = เปิดหน้าพยากรณ์อากาศแทนหน้านี้
    .aria-label = ออกจากเว็บไซต์นี้อย่างรวดเร็ว
quick-exit-hint = การทำเช่นนี้ไม่ได้ลบประวัติการเข้าชมในเบราว์เซอร์ของคุณ

## ส่วนท้าย

footer =
    .aria-label = เกี่ยวกับเว็บไซต์นี้
footer-about =
    { -brand-name.article ->
       *[none] เกี่ยวกับ { -brand-name }
    }
footer-mission = เราทำงานเพื่อไม่ให้เด็กคนใดถูกทำร้ายทางออนไลน์ และเพื่อให้เด็กทุกคนที่ถูกทำร้ายมีผู้รับฟัง
footer-privacy = ความเป็นส่วนตัว
footer-accessibility = การเข้าถึง
footer-contact = ติดต่อเรา
footer-imprint = ข้อมูลทางกฎหมาย
footer-licence = © { $year } { -brand-name } คัดลอกข้อความได้โดยต้องระบุแหล่งที่มา
footer-example = นี่คือเว็บไซต์ตัวอย่าง เครือข่ายนี้ไม่มีอยู่จริง
footer-updated = แก้ไขล่าสุดเมื่อ { DATETIME($date, month: "long", year: "numeric", day: "numeric") }
