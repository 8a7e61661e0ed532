<?php
define('_PS_MAIL_DIR_', dirname(__FILE__) . '/../mails/');
