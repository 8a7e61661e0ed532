-office = משרד הרישום
greeting = שלום { $name },
decision-subject = החלטה בתיק { $number }
decision-made =
    ביום { $day } התקבלה החלטה בתיק { $number }.
    ניתן להגיש התנגדות תוך { $objection_days ->
        [one] יום אחד
        [two] יומיים
       *[other] { $objection_days } ימים
    }.
decision-read = לקריאת ההחלטה
office-address = { -office }, 14 Court Street, Lviv 79000
documents-missing = { $count ->
    [one] חסר מסמך אחד: { $list }.
    [two] חסרים שני מסמכים: { $list }.
   *[other] חסרים { $count } מסמכים: { $list }.
}
