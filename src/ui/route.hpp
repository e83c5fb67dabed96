#pragma once
// Route: every screen has an address ("#/plan/<plan>/<view>/<record>") that survives reload and obeys the back button.
// Must not know: what the screens draw.
#include <string>
#include <string_view>

#include "model/records.hpp"

namespace rancang {

enum class Screen : std::uint8_t { home, new_plan, import_files, about, records, findings, trash, history, rescue };
struct Route {
  Screen screen = Screen::home;
  Ulid plan;
  RecordType type = RecordType::none;  // of Screen::records
  Ulid record;                         // selected record, null = none
  friend bool operator==(Route const& a, Route const& b) { return a.screen == b.screen && a.plan == b.plan && a.type == b.type && a.record == b.record; }
};

Route parse_route(std::string_view text);  // anything unknown is home
std::string route_text(Route const& route);
std::string record_route(Ulid plan, RecordType type, Ulid record = {});

}  // namespace rancang
