#include "app/open_plan.hpp"

#include "base/utf8.hpp"
#include "ui/plan_view.hpp"

namespace rancang {
namespace {
constexpr std::string_view en_dash = "\xE2\x80\x93";
constexpr std::size_t ordinary_plan = 2'000;  // records; so many are checked before the first frame, more while the plan can be used already
constexpr std::size_t slice_check = 500;   // between two looks at the clock

AutosaveSource source_of(OpenPlan& plan) {
  AutosaveSource source;
  source.document = [&plan]() -> Document const& { return plan.editor.document(); };
  source.card = [&plan](Document const& document) {
    PlanCard card;
    Strings const s{Language::id};  // the card is shown in any language: "Kota" and "Kabupaten" are names
    card.plan = ulid_text(document.plan_id);
    card.name = plan_name(document, s);
    auto const years = plan_years(document);
    if (!years.empty()) card.first_year = years.front(), card.last_year = years.back();
    plan.findings.run(~std::size_t{0});
    card.completeness = completeness(plan.findings, document).percent();
    return card;
  };
  source.envelope = [](std::uint64_t) { return EnvelopeInfo{}; };
  return source;
}
}  // namespace

OpenPlan::OpenPlan(PlanStore& plans, Document document, Author author)
    : editor(std::move(document), std::move(author)), autosave(plans, source_of(*this)) {
  reloaded();
}

GridState& OpenPlan::grid(RecordType type, std::string_view setting) {
  auto& state = grids[index_of(type)];
  if (!state) {
    state = std::make_unique<GridState>(type);
    state->decode(setting);
  }
  return *state;
}

void OpenPlan::changed(ChangeSet changes, Moment now) {
  if (changes.empty()) return;
  findings.update(editor.document(), changes);
  autosave.changed(changes, editor.revision(), now);
  last_change = std::move(changes);
}

void OpenPlan::reloaded() {
  findings.begin(editor.document());
  if (editor.document().record_count() <= ordinary_plan) findings.run(~std::size_t{0});
  last_change = {};
  is_sample = is_sample_plan(editor.document());
}

bool OpenPlan::check_for(double milliseconds, Platform& platform) {
  double const until = platform.steady_ms() + milliseconds;
  while (findings.run(slice_check))
    if (platform.steady_ms() >= until) return true;
  return false;
}

std::string plan_name(Document const& document, Strings const& s) {
  Node const* const node = document.single(record_type<Plan>);
  if (!node || node->as<Plan>().region_name.empty()) return std::string(s.plan_unnamed());
  auto const& plan = node->as<Plan>();
  std::string const kind = plan.region_type == RegionType::unset ? std::string() : std::string(enum_label(s, enum_info<RegionType>(), static_cast<std::size_t>(plan.region_type)));
  std::string const& name = plan.region_name;
  if (kind.empty() || utf8::fold(name).rfind(utf8::fold(kind), 0) == 0) return name;
  return kind + " " + name;
}

std::string plan_years_text(Document const& document) {
  auto const years = plan_years(document);
  if (years.empty()) return {};
  return std::to_string(years.front()) + std::string(en_dash) + std::to_string(years.back());
}

std::string file_name_of(Document const& document, Date today) {
  Node const* const node = document.single(record_type<Plan>);
  std::string const folded = utf8::fold(node ? std::string_view(node->as<Plan>().region_name) : std::string_view());
  std::string name;
  for (char c : folded) {
    bool const plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) name += c;
    else if (!name.empty() && name.back() != '-') name += '-';
    if (name.size() >= 60) break;
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  return (name.empty() ? std::string("rencana") : name) + "_" + iso_date(today) + ".rancang.json";
}

bool is_sample_plan(Document const& document) {
  std::size_t invented = 0, rows = 0;
  document.table_of<ActionItem>().for_each([&](NodePtr const& node) {
    ++rows;
    invented += node->as<ActionItem>().certainty == Certainty::illustration;
  });
  return rows > 0 && invented * 2 > rows;
}

}  // namespace rancang
