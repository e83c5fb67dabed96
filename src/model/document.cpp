#include "model/document.hpp"

#include <algorithm>

namespace rancang {
namespace {
constexpr std::size_t most_years = 30;

bool can_refer(FieldInfo const& field, RecordType target) {
  if (field.target == target) return true;
  if (!field.nested) return false;
  return std::any_of(field.nested->fields.begin(), field.nested->fields.end(), [&](FieldInfo const& inner) { return inner.target == target; });
}

bool refers(Value const& value, Ulid id) {
  if (auto const* one = value.as<Ulid>()) return *one == id;
  if (auto const* many = value.as<std::vector<Ulid>>()) return std::find(many->begin(), many->end(), id) != many->end();
  if (auto const* list = value.as<ListValue>())
    for (auto const& row : list->rows)
      for (auto const& inner : row)
        if (refers(inner, id)) return true;
  return false;
}
}  // namespace

Node const* Document::single(RecordType type) const {
  Node const* first = nullptr;
  table(type).for_each([&](NodePtr const& node) {
    if (!first) first = node.get();
  });
  return first;
}

std::size_t Document::record_count() const {
  std::size_t count = 0;
  for (auto const& table : tables) count += table.size();
  return count;
}

std::vector<Year> plan_years(Document const& document) {
  std::vector<Year> years;
  Node const* const node = document.single(record_type<Plan>);
  if (!node) return years;
  auto const& plan = node->as<Plan>();
  std::int64_t const count = std::clamp<std::int64_t>(plan.plan_years, 0, most_years);
  for (std::int64_t i = 0; plan.plan_start != 0 && i < count; ++i) years.push_back(static_cast<Year>(plan.plan_start + i));
  return years;
}

std::vector<Year> past_years(Document const& document) {
  constexpr int known_years = 5;
  std::vector<Year> years;
  auto const plan = plan_years(document);
  for (int back = known_years; !plan.empty() && back > 0; --back) years.push_back(static_cast<Year>(plan.front() - back));
  return years;
}

std::vector<Year> span_years(Document const& document, Span span) {
  if (span == Span::before_plan) return past_years(document);
  Node const* const node = span == Span::region_plan ? document.single(record_type<Plan>) : nullptr;
  Year const first = node ? node->as<Plan>().rpjmd_start : Year{}, last = node ? node->as<Plan>().rpjmd_end : Year{};
  std::vector<Year> years;
  for (Year year = first; first != 0 && year <= last && years.size() < most_years; ++year) years.push_back(year);
  return years.empty() ? plan_years(document) : years;
}

std::vector<Referrer> referrers(Document const& document, RecordType target, Ulid id) {
  std::vector<Referrer> out;
  for (auto const& info : record_infos()) {
    for (std::size_t i = 0; i < info.fields.size(); ++i) {
      FieldInfo const& field = info.fields[i];
      if (!can_refer(field, target)) continue;
      document.table(info.type).for_each([&](NodePtr const& node) {
        bool const hit = field.type == ValueType::reference ? peek_reference(field, node->data()) == id : refers(field.get(node->data()), id);
        if (hit) out.push_back({node, static_cast<std::uint8_t>(i)});
      });
    }
  }
  return out;
}

}  // namespace rancang
