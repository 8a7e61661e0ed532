defmodule OrchardWeb.EmailHTML do
  use OrchardWeb, :html
  embed_templates "email_html/*"

  # assigns: member.first_name, member.email, box.week, box.price, pickup.place, pickup.until, skip_url
end
