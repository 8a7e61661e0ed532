<?php

namespace App\Mail;

use Illuminate\Mail\Mailable;

class BookingMail extends Mailable
{
    public function __construct(public $user, public $course, public $booking, public int $seats) {}

    public function build()
    {
        return $this->subject(__('mail.booking.subject'))->view('emails.booking')->text('emails.booking_plain');
    }
}
