#include "ui/route.hpp"

#include <array>

#include "books/labels.hpp"

namespace rancang {
namespace {
struct Name {
  Screen screen;
  std::string_view text;
};
constexpr std::array top_screens{Name{Screen::new_plan, "new"}, Name{Screen::import_files, "import"}, Name{Screen::about, "about"}, Name{Screen::rescue, "rescue"}};
constexpr std::array plan_screens{Name{Screen::findings, "findings"}, Name{Screen::trash, "trash"}, Name{Screen::history, "history"}, Name{Screen::changes, "changes"},
                                  Name{Screen::stages, "stages"}, Name{Screen::owed, "owed"}, Name{Screen::attendance, "presence"}, Name{Screen::merge, "merge"},
                                  Name{Screen::conflicts, "conflicts"}, Name{Screen::slices, "share"}, Name{Screen::task, "task"}, Name{Screen::folder, "folder"}};

std::string_view take_part(std::string_view& text) {
  while (!text.empty() && text.front() == '/') text.remove_prefix(1);
  std::size_t const stop = text.find('/');
  std::string_view const part = text.substr(0, stop);
  text.remove_prefix(part.size());
  return part;
}

std::uint8_t kind_in(RecordInfo const& info, std::string_view name) {
  EnumInfo const* const kinds = kinds_of(info);
  for (std::size_t i = 1; kinds && i < kinds->names.size(); ++i)
    if (kinds->names[i] == name) return static_cast<std::uint8_t>(i);
  return 0;
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
  if (route.screen == Screen::conflicts) route.record = parse_ulid(take_part(text)).value_or(Ulid{});
  if (route.screen != Screen::home) return route;
  RecordInfo const* const info = find_record_info(view.substr(0, view.find('.')));
  route.screen = Screen::records;
  route.type = info ? info->type : record_type<ActionItem>;
  if (info && view.size() > info->name.size()) route.kind = kind_in(*info, view.substr(info->name.size() + 1));
  route.record = parse_ulid(take_part(text)).value_or(Ulid{});
  return route;
}

std::string route_text(Route const& route) {
  for (auto const& [screen, name] : top_screens)
    if (route.screen == screen) return "/" + std::string(name);
  if (route.screen == Screen::home) return "/";
  std::string out = "/plan/" + ulid_text(route.plan) + "/";
  for (auto const& [screen, name] : plan_screens)
    if (route.screen == screen) return out + std::string(name) + (route.rule ? "/" + std::string(rule_info(*route.rule).id) : route.record ? "/" + ulid_text(route.record) : std::string());
  out += record_info(route.type).name;
  if (route.kind != 0) (out += '.') += kind_name(record_info(route.type), route.kind);
  if (route.record) out += "/" + ulid_text(route.record);
  return out;
}

std::string findings_route(Ulid plan, std::optional<RuleId> rule) { return route_text({Screen::findings, plan, RecordType::none, {}, rule}); }
std::string record_route(Ulid plan, RecordType type, Ulid record, std::uint8_t kind) { return route_text({Screen::records, plan, type, record, {}, kind}); }

}  // namespace rancang
