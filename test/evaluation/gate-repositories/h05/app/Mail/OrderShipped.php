<?php

namespace App\Mail;

use App\Models\Order;
use Illuminate\Bus\Queueable;
use Illuminate\Mail\Mailable;

class OrderShipped extends Mailable
{
    use Queueable;

    public function __construct(private Order $order)
    {
    }

    public function build()
    {
        $view = $this->order->locale === 'he' ? 'emails.he.delivery' : 'emails.delivery';

        return $this->from('orders@noordwind.example', 'Noordwind')
            ->locale($this->order->locale)
            ->subject(__('mail.shipped.subject', ['order' => $this->order->number], $this->order->locale))
            ->view($view)
            ->text('emails.delivery-text')
            ->with([
                'firstName' => $this->order->customer->first_name,
                'order' => $this->order->number,
                'trackUrl' => 'https://www.noordwind.example/track/' . $this->order->public_id,
                'email' => $this->order->customer->email,
                'trackToken' => $this->order->track_token,
                'giftMessage' => $this->order->gift_message, // typed by the buyer
                'carrier' => $this->order->carrier_name,
            ]);
    }
}
