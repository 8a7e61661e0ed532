<?php

namespace App\Mail;

use Illuminate\Mail\Mailable;

class LoginCode extends Mailable
{
    public function __construct(public string $name, public string $code, public int $minutes)
    {
    }

    public function build()
    {
        return $this->subject(__('mail.login_code.subject'))
            ->view('emails.login_code')
            ->text('emails.login_code_plain');
    }
}
