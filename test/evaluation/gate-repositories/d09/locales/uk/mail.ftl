-office = Реєстраційна служба
greeting = Шановна (шановний) { $name }!
decision-subject = Рішення у справі { $number }
decision-made =
    { $day } ми ухвалили рішення у справі { $number }.
    Заперечення можна подати протягом { $objection_days ->
        [one] { $objection_days } дня
       *[other] { $objection_days } днів
    }.
decision-read = Прочитати рішення
office-address = { -office }, вул. Судова, 14, Львів 79000
documents-missing = { $count ->
    [one] Бракує { $count } документа: { $list }.
    [few] Бракує { $count } документів: { $list }.
   *[many] Бракує { $count } документів: { $list }.
}
