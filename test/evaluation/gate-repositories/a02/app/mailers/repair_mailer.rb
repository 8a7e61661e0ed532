class RepairMailer < ApplicationMailer
  def ready(repair)
    @repair = repair
    @customer = repair.customer
    mail(to: @customer.email)
  end

  def follow_up(repair)
    @repair = repair
    @customer = repair.customer
    mail(to: @customer.email)
  end
end
