class ReplaceTokens
  def initialize(values)
    @values = values
  end

  def call(text)
    text.gsub(/<<([\w.]+)>>/) { @values.fetch(Regexp.last_match(1)) { Regexp.last_match(0) } }
  end
end
