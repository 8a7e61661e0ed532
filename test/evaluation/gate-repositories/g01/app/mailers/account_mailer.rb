class AccountMailer < ApplicationMailer
  def password_reset
    @customer = params[:customer]
    @reset_url = params[:reset_url]
    mail to: @customer.email, subject: t(".subject")
  end

  def sim_swap
    @customer = params[:customer]
    @swapped_at = params[:swapped_at]
    mail to: @customer.email, subject: t(".subject")
  end
end
