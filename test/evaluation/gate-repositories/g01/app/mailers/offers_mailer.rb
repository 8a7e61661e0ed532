class OffersMailer < ApplicationMailer
  # Marketing: only to customers with consent to marketing by e-mail.
  def summer_data
    @customer = params[:customer]
    @offer = params[:offer]
    @unsubscribe_url = unsubscribe_url(@customer.marketing_token)
    headers["List-Unsubscribe"] = "<#{@unsubscribe_url}>"
    headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail to: @customer.email, subject: t(".subject", gigabytes: @offer.gigabytes)
  end
end
