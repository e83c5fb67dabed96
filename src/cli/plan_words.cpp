#include "cli/plan_words.hpp"

#include "base/utf8.hpp"

namespace rancang {
namespace {
constexpr std::size_t value_points = 120;  // of a long text, so much is shown

std::string quoted(std::string_view text) { return "\xE2\x80\x9C" + std::string(text) + "\xE2\x80\x9D"; }
}  // namespace

std::string value_words(CliContext const& context, Document const& document, FieldInfo const& field, Value const& value) {
  ValueStyle const style = value_style(context.strings, context.numbers(), MoneyUnit::rupiah);
  std::string const text = utf8::clean_name(value_text(document, field, value, style));
  if (text.empty()) return "\xE2\x80\x93";
  std::string_view const cut = utf8::cut(text, value_points);
  return quoted(cut.size() < text.size() ? std::string(cut) + "\xE2\x80\xA6" : text);
}

}  // namespace rancang
