<?php

namespace App\Mail;

use Illuminate\Mail\Mailable;

class IdentityCheck extends Mailable
{
    public function __construct(public string $name, public string $steps, public string $deadline)
    {
    }

    public function build()
    {
        return $this->subject(__('mail.identity_check.subject'))
            ->view('emails.identity_check')
            ->text('emails.identity_check_plain');
    }
}
