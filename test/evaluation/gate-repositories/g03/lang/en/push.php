<?php

return [
    'bill_ready' => ['title' => 'New water bill', 'body' => 'Your bill for :period is in the app.'],
    'works' => ['title' => 'Works in your street', 'body' => 'No water on :date from :from to :to.'],
];
