<?php

return [
    'required' => 'The :attribute field is required.',
    'between' => ['numeric' => 'The :attribute must be between :min and :max.'],
    'url' => 'Ratio 16:9 or a link such as https://…',
];
