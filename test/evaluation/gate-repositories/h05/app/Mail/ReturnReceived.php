<?php

namespace App\Mail;

use Illuminate\Mail\Mailable;

class ReturnReceived extends Mailable
{
    public function __construct(private $return)
    {
    }

    public function build()
    {
        return $this->from('orders@noordwind.example', 'Noordwind')
            ->locale($this->return->customer->locale)
            ->subject(__('mail.return.subject', [], $this->return->customer->locale))
            ->view('emails.return')
            ->text('emails.return-text')
            ->with([
                'firstName' => $this->return->customer->first_name,
                'order' => $this->return->order->number,
                'amount' => $this->return->refund->format(),
                'remark' => $this->return->warehouse_remark,
            ]);
    }
}
