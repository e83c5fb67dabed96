#include "ui/grid/grid_places.hpp"

#include <algorithm>

namespace rancang {
namespace {
constexpr int most_added = 3;                  // a figure with more decimals than that keeps them, the others don't follow
constexpr std::size_t counted_rows = 2000;     // past these a figure may stand out; it is never cut
constexpr std::int64_t whole_percent = 100;
constexpr std::string_view percent = "%";

std::string_view own_unit(Node const& node) {
  FieldInfo const* const field = node.info().find("unit");
  return field ? peek_text(*field, node.data()) : std::string_view();
}

// A percentage says so by its bounds; other figures have the unit of their row, or of the record that the row is about.
std::string_view unit_of(Document const& document, Node const& node, FieldInfo const& field) {
  if (field.rules.min == 0 && field.rules.max == whole_percent) return percent;
  if (node.info().find("unit")) return own_unit(node);
  for (FieldInfo const& other : node.info().fields) {
    if (other.type != ValueType::reference || !record_info(other.target).find("unit")) continue;
    Node const* const target = document.find(other.target, peek_reference(other, node.data()));
    if (target) return own_unit(*target);
  }
  return {};
}
}  // namespace

int decimals_of(Decimal value) {
  int places = 6;
  for (std::int64_t rest = value.micros; places > 0 && rest % 10 == 0; rest /= 10) --places;
  return places;
}

void add_zeros(std::string& text, int own, int wanted, NumberStyle style) {
  if (wanted <= own) return;
  if (own == 0) text += style == NumberStyle::indonesian ? ',' : '.';
  text.append(static_cast<std::size_t>(wanted - own), '0');
}

void GridPlaces::begin_frame(PlanView const& plan, RecordType type) {
  if (type_ == type && revision_ == plan.editor.revision() && plan_ == plan.document.plan_id) return;
  type_ = type;
  revision_ = plan.editor.revision();
  plan_ = plan.document.plan_id;
  of_field_.assign(record_info(type).fields.size(), {});
}

int GridPlaces::places_of(PlanView const& plan, Node const& node, int field) {
  FieldInfo const& info = node.info().fields[static_cast<std::size_t>(field)];
  auto& place = of_field_[static_cast<std::size_t>(field)];
  bool const fresh = !place;
  OfUnit& counted = fresh ? place.emplace() : *place;
  if (fresh) {
    std::size_t rows = 0;
    plan.document.table(type_).walk({}, [&](NodePtr const& row) {
      Value const value = info.get(row->data());
      if (Decimal const* const figure = value.as<Decimal>()) {
        int& most = counted[std::string(unit_of(plan.document, *row, info))];
        most = std::max(most, std::min(decimals_of(*figure), most_added));
      }
      return ++rows < counted_rows;
    });
  }
  auto const at = counted.find(unit_of(plan.document, node, info));
  return at == counted.end() ? 0 : at->second;
}

void GridPlaces::even_out(std::string& text, PlanView const& plan, Node const& node, int field, Decimal value) { add_zeros(text, decimals_of(value), places_of(plan, node, field), plan.style.numbers); }

}  // namespace rancang
