class AccountMailer < ApplicationMailer
  before_action { @customer = params[:customer] }

  # A new payee was saved in online banking.
  def payee_added
    @payee = params[:payee]
    @added_on = l(params[:added_at].to_date, format: :long)
    mail to: @customer.email, subject: t(".subject")
  end

  # A card was blocked, by the customer or by the fraud team.
  def card_blocked
    @card_last4 = params[:card].last4
    @blocked_at = l(params[:card].blocked_at, format: :long)
    @unblock_url = cards_url
    mail to: @customer.email, subject: t(".subject")
  end

  # One-time code for signing in on a new device.
  def login_code
    @code = params[:code]
    @minutes = LoginCode::TTL.in_minutes.to_i
    mail to: @customer.email, subject: t(".subject", code: @code)
  end

  # A payment could not be made for lack of funds.
  def payment_returned
    @amount = helpers.number_to_currency(params[:payment].amount, unit: params[:payment].currency)
    @payee_name = params[:payment].payee_name
    @due_on = l(params[:payment].retry_on, format: :long)
    mail to: @customer.email, subject: t(".subject")
  end
end
