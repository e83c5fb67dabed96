#pragma once
// How many decimals the figures of a column show, so that they stand under each other by place: those of the figure that has most, among figures of one unit.
// Must not know: how cells are drawn, particular records.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ui/plan_view.hpp"

namespace rancang {

class GridPlaces {
 public:
  // Of one table; forgets what was counted when the document changed.
  void begin_frame(PlanView const& plan, RecordType type);
  // "2" → "2,00" where the column goes to hundredths. `text` is the figure as it is written by itself.
  void even_out(std::string& text, PlanView const& plan, Node const& node, int field, Decimal value);

 private:
  using OfUnit = std::map<std::string, int, std::less<>>;
  int places_of(PlanView const& plan, Node const& node, int field);

  RecordType type_ = RecordType::none;
  std::uint64_t revision_ = 0;
  Ulid plan_;
  std::vector<std::optional<OfUnit>> of_field_;  // nothing = not counted yet
};

int decimals_of(Decimal value);
// Zeros behind a figure that has `own` decimals, up to `wanted`.
void add_zeros(std::string& text, int own, int wanted, NumberStyle style);

}  // namespace rancang
