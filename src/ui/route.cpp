#include "ui/route.hpp"

#include <array>

namespace rancang {
namespace {
struct Name {
  Screen screen;
  std::string_view text;
};
constexpr std::array top_screens{Name{Screen::new_plan, "new"}, Name{Screen::import_files, "import"}, Name{Screen::about, "about"}, Name{Screen::rescue, "rescue"}};
constexpr std::array plan_screens{Name{Screen::findings, "findings"}, Name{Screen::trash, "trash"}, Name{Screen::history, "history"}};

std::string_view take_part(std::string_view& text) {
  while (!text.empty() && text.front() == '/') text.remove_prefix(1);
  std::size_t const stop = text.find('/');
  std::string_view const part = text.substr(0, stop);
  text.remove_prefix(part.size());
  return part;
}
}  // namespace

Route parse_route(std::string_view text) {
  Route route;
  std::string_view const first = take_part(text);
  for (auto const& [screen, name] : top_screens)
    if (first == name) route.screen = screen;
  if (first != "plan") return route;
  auto const plan = parse_ulid(take_part(text));
  if (!plan) return route;
  route.plan = *plan;
  std::string_view const view = take_part(text);
  for (auto const& [screen, name] : plan_screens)
    if (view == name) route.screen = screen;
  if (route.screen == Screen::findings) route.rule = find_rule(take_part(text));
  if (route.screen != Screen::home) return route;
  RecordInfo const* const info = find_record_info(view);
  route.screen = Screen::records;
  route.type = info ? info->type : record_type<ActionItem>;
  route.record = parse_ulid(take_part(text)).value_or(Ulid{});
  return route;
}

std::string route_text(Route const& route) {
  for (auto const& [screen, name] : top_screens)
    if (route.screen == screen) return "/" + std::string(name);
  if (route.screen == Screen::home) return "/";
  std::string out = "/plan/" + ulid_text(route.plan) + "/";
  for (auto const& [screen, name] : plan_screens)
    if (route.screen == screen) return out + std::string(name) + (route.rule ? "/" + std::string(rule_info(*route.rule).id) : std::string());
  out += record_info(route.type).name;
  if (route.record) out += "/" + ulid_text(route.record);
  return out;
}

std::string findings_route(Ulid plan, std::optional<RuleId> rule) { return route_text({Screen::findings, plan, RecordType::none, {}, rule}); }
std::string record_route(Ulid plan, RecordType type, Ulid record) { return route_text({Screen::records, plan, type, record}); }

}  // namespace rancang
