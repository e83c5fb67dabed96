// What stands in the cards of version_cards.hpp: values as they are written there, how they differ from each other and from the base.
#include "model/reference_lookup.hpp"
#include "ui/views/version_cards.hpp"

namespace rancang {
namespace {
// By how much a number differs, to the last rupiah.
std::string change_of(Ui const& ui, Element kind, std::int64_t before, std::int64_t after) {
  std::int64_t by = 0;
  if (before == after || __builtin_sub_overflow(std::max(before, after), std::min(before, after), &by)) return {};
  std::string size;
  switch (kind) {
    case Element::money:
      size = format_money_short({by}, ui.numbers);
      if (parse_money(size, MoneyUnit::rupiah, ui.numbers) != std::optional(Money{by})) size = format_rupiah({by}, ui.numbers);
      break;
    case Element::decimal: size = format_decimal({by}, ui.numbers); break;
    case Element::integer: size = format_integer(by, ui.numbers); break;
    default: return {};
  }
  return after > before ? ui.s.merge_base_up(size) : ui.s.merge_base_down(size);
}
}  // namespace

ValueStyle version_style(PlanView const& plan) {
  ValueStyle style = plan.style;
  style.money_unit = MoneyUnit::rupiah;
  style.money_places = 9;
  return style;
}

VersionCard version_card(Ui const& ui, PlanView const& plan, Document const& document, FieldInfo const& field, Value value) {
  VersionCard card;
  auto const* text = value.as<std::string>();
  auto const* ids = value.as<std::vector<Ulid>>();
  if (ids)
    for (Ulid const id : *ids) card.chips.push_back(reference_text(document, field.target, id));
  if (text) card.text = *text;
  else if (!is_empty(value)) card.text = (field.type == ValueType::money ? "Rp " : "") + value_text(document, field, value, version_style(plan));
  if (field.type == ValueType::series)  // a year a line: no line breaks within a number
    for (std::size_t at = 0; (at = card.text.find("; ", at)) != std::string::npos;) card.text.replace(at, 2, "\n");
  if (card.text.empty()) card.text = ui.s.merge_nothing_given();
  card.value = std::move(value);
  return card;
}

void mark_differences(VersionField& field) {
  auto& cards = field.cards;
  std::size_t const first = field.base ? 0 : 1;
  for (std::size_t i = first; i < cards.size(); ++i) {
    VersionCard& other = field.base ? *field.base : cards[0];
    if (!other.chips.empty() || !cards[i].chips.empty()) continue;
    WordDiff diff = word_diff(other.text, cards[i].text);
    if (!field.base && i == 1) other.marks = std::move(diff.first);
    cards[i].marks = std::move(diff.second);
  }
}

std::string base_change(Ui const& ui, Value const& base, Value const& value) {
  if (base.data.index() != value.data.index()) return {};
  if (auto const* after = value.as<SeriesValue>()) {  // where one year differs
    auto const& before = *base.as<SeriesValue>();
    if (before.values.size() != after->values.size() || before.element != after->element) return {};
    std::optional<std::size_t> at;
    for (std::size_t i = 0; i < after->values.size(); ++i) {
      if (before.values[i] == after->values[i]) continue;
      if (at || before.values[i].first != after->values[i].first) return {};
      at = i;
    }
    if (!at) return {};
    std::string const change = change_of(ui, after->element, before.values[*at].second, after->values[*at].second);
    return change.empty() ? change : std::to_string(after->values[*at].first) + ": " + change;
  }
  if (auto const* number = value.as<std::int64_t>()) return change_of(ui, Element::integer, *base.as<std::int64_t>(), *number);
  if (auto const* decimal = value.as<Decimal>()) return change_of(ui, Element::decimal, base.as<Decimal>()->micros, decimal->micros);
  if (auto const* money = value.as<Money>()) return change_of(ui, Element::money, base.as<Money>()->rupiah, money->rupiah);
  return {};
}

std::string_view version_kind(Strings const& s, FieldInfo const& field) {
  if (field.type == ValueType::text) return s.merge_kind_text();
  return field.type == ValueType::references || field.type == ValueType::list ? s.merge_kind_list() : s.merge_kind_one();
}

std::string decided_with(Strings const& s, RecordInfo const& info, std::uint8_t field) {
  if (info.fields[field].rules.merge != Merge::group) return {};
  std::string out;
  for (FieldInfo const& other : info.fields)
    if (other.rules.merge == Merge::group && &other != &info.fields[field]) (out += out.empty() ? "" : ", ") += field_label(s, info, other);
  return out.empty() ? out : s.merge_together(out);
}

}  // namespace rancang
