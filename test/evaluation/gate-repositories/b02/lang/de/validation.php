<?php

return [
    'required' => ':attribute muss ausgefüllt sein.',
];
