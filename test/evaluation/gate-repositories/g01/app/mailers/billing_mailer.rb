class BillingMailer < ApplicationMailer
  def invoice_ready
    @customer = params[:customer]
    @invoice = params[:invoice]
    @invoice_url = account_invoice_url(@invoice)
    mail to: @customer.email,
         subject: t(".subject", month: l(@invoice.period, format: :month))
  end

  def payment_failed
    @customer = params[:customer]
    @invoice = params[:invoice]
    @pay_url = pay_invoice_url(@invoice)
    mail to: @customer.email, subject: t(".subject")
  end
end
