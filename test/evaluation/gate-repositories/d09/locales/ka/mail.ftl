-office = სარეგისტრაციო სამსახური
greeting = პატივცემულო { $name },
decision-subject = გადაწყვეტილება საქმეზე { $number }
decision-made =
    { $day } მივიღეთ გადაწყვეტილება საქმეზე { $number }.
    გასაჩივრება შეგიძლიათ { $objection_days } დღის განმავლობაში.
decision-read = გადაწყვეტილების წაკითხვა
office-address = { -office }, 14 Court Street, Lviv 79000
documents-missing = აკლია { $count } დოკუმენტი: { $list }.
