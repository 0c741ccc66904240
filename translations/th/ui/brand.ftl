## เครือข่าย

-brand-name =
    { $form ->
       *[full] Safer Online Network
        [short] SON
        [possessive] ของ Safer Online Network
    }
    .article = none

## คำที่ใช้เรียกความช่วยเหลือ

-helpline =
    { $number ->
       *[singular] { $case ->
           *[lower] สายด่วนช่วยเหลือ
        }
    }

## ซอฟต์แวร์

-hexapla = Hexapla
    .script = Latn
