<?php

return [
    'login_code' => 'Lumara: :code is your sign-in code. It is valid for :minutes minutes. Do not share it.',
    'top_up_confirmed' => 'Lumara: we added :amount. Your balance is now :balance.',
    'device_ready' => 'Lumara: your :device is ready at :shop until :until. Bring your ID.',
    'bill_overdue' => 'Lumara: your bill of :amount was due on :due. Pay here: :pay_url',
    'data_used' => 'Lumara: you have used :percent of your data. It renews on :renews_on.',
];
