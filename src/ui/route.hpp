#pragma once
// Route: every screen has an address ("#/plan/<plan>/<view>/<record>") that survives reload and obeys the back button.
// Must not know: what the screens draw.
#include <string>
#include <string_view>

#include "model/records.hpp"
#include "rules/finding.hpp"

namespace rancang {

enum class Screen : std::uint8_t { home, new_plan, import_files, about, records, findings, trash, history, changes, stages, owed, attendance, rescue, merge, conflicts, slices, task, folder };
struct Route {
  Screen screen = Screen::home;
  Ulid plan;
  RecordType type = RecordType::none;  // of Screen::records
  Ulid record;                         // selected record, null = none
  std::optional<RuleId> rule = {};     // of Screen::findings: only those of this rule
  std::uint8_t kind = 0;               // of Screen::records: only rows of this kind (Role::kind); 0 = all
  friend bool operator==(Route const& a, Route const& b) {
    return a.screen == b.screen && a.plan == b.plan && a.type == b.type && a.record == b.record && a.rule == b.rule && a.kind == b.kind;
  }
};

Route parse_route(std::string_view text);  // anything unknown is home
std::string route_text(Route const& route);
std::string findings_route(Ulid plan, std::optional<RuleId> rule = {});
std::string record_route(Ulid plan, RecordType type, Ulid record = {}, std::uint8_t kind = 0);

}  // namespace rancang
