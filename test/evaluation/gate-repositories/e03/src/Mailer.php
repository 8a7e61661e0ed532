<?php
final class Mailer
{
    public function shipped(Order $order, string $lang): void
    {
        Mail::send($lang, 'order_shipped', [
            '{firstname}' => $order->customer->firstname,
            '{lastname}' => $order->customer->lastname,
            '{order_name}' => $order->reference,
            '{followup}' => $order->trackingUrl,
            '{shop_name}' => $this->shopName,
            '{shop_url}' => $this->shopUrl,
        ]);
    }

    public function account(Customer $customer, string $lang): void
    {
        Mail::send($lang, 'password_query', [
            '{firstname}' => $customer->firstname,
            '{email}' => $customer->email,
            '{url}' => $this->resetUrl($customer),
            '{shop_name}' => $this->shopName,
        ]);
    }
}
