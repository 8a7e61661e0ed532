### Mails of the registry

-office = Registry Office
greeting = Dear { $name },
# $number is the case number, $day the day of the decision
decision-subject = Decision in case { $number }
decision-made =
    we decided on case { $number } on { $day }.
    You can object within { $objection_days ->
        [one] one day
       *[other] { $objection_days } days
    }.
decision-read = Read the decision
office-address = { -office }, 14 Court Street, Lviv 79000
documents-missing = { $count ->
    [one] One document is still missing: { $list }.
   *[other] { $count } documents are still missing: { $list }.
}
