defmodule Orchard.MixProject do
  use Mix.Project

  def project, do: [app: :orchard, version: "1.4.0", elixir: "~> 1.16", gettext: [write_reference_comments: false]]
end
