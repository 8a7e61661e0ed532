class NewsletterMailer < ApplicationMailer
  # Advertising: only to customers with customer.marketing_consent?
  def savings_offer
    @customer = params[:customer]
    @rate = helpers.number_to_percentage(params[:offer].rate, precision: 2)
    @ends_on = l(params[:offer].ends_on, format: :long)
    @unsubscribe_url = unsubscribe_url(token: params[:customer].unsubscribe_token)
    headers["List-Unsubscribe"] = "<#{@unsubscribe_url}>"
    headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail to: @customer.email, subject: t(".subject", rate: @rate)
  end
end
