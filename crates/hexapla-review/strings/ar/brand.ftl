## الشبكة

-brand-name =
    { $form ->
       *[full] Safer Online Network
        [short] SON
        [possessive] لشبكة Safer Online Network
    }
    .article = none

## كلمات المساعدة

-helpline =
    { $number ->
       *[singular] { $case ->
           *[indefinite] خط مساعدة
            [definite] خط المساعدة
        }
        [dual] خطا مساعدة
        [plural] { $case ->
           *[indefinite] خطوط مساعدة
            [definite] خطوط المساعدة
        }
    }

## البرنامج

-hexapla = Hexapla
    .script = Latn
