class BookingMailer < ApplicationMailer
  def confirmed(booking)
    @booking = booking
    @guest = booking.guest
    @cancel_url = cancel_booking_url(booking, token: booking.cancel_token)
    mail to: @guest.email, subject: t(".subject", hotel: booking.hotel_name)
  end

  def reminder(booking)
    @booking = booking
    @guest = booking.guest
    @unsubscribe_url = unsubscribe_url(booking.guest)
    @booking_url = booking_url(booking)
    mail to: @guest.email, subject: t(".subject")
  end
end
