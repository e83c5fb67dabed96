#include "app/open_plan.hpp"

#include "base/order.hpp"
#include "base/utf8.hpp"
#include "model/slice.hpp"
#include "ui/plan_view.hpp"
#include "ui/views/slice_views.hpp"

namespace rancang {
namespace {
constexpr std::string_view en_dash = "\xE2\x80\x93";
constexpr std::size_t ordinary_plan = 2'000;  // records; so many are checked before the first frame, more while the plan can be used already
constexpr std::uint64_t automatic_point_ms = 30 * 60'000;
constexpr std::size_t slice_check = 500;   // between two looks at the clock

// What is due now: errors before warnings, the most frequent rule first.
std::vector<CardDebt> debts_of(Findings const& findings, std::uint8_t gate) {
  std::vector<RuleId> rules;
  for (std::size_t i = 0; i < rule_count; ++i)
    if (auto const rule = static_cast<RuleId>(i); due_count(findings, rule, gate) > 0 && rule_info(rule).severity != Severity::info) rules.push_back(rule);
  sort_list_stably(rules, [&](RuleId a, RuleId b) {
    Severity const first = rule_info(a).severity, second = rule_info(b).severity;
    return first != second ? first < second : due_count(findings, a, gate) > due_count(findings, b, gate);
  });
  std::vector<CardDebt> debts;
  for (std::size_t i = 0; i < std::min(rules.size(), card_debts); ++i) debts.push_back({std::string(rule_info(rules[i]).id), due_count(findings, rules[i], gate)});
  return debts;
}

// The newest steps that are not undone.
std::vector<CardChange> changes_of(History const& history) {
  std::vector<CardChange> changes;
  for (std::size_t i = history.position(); i > 0 && changes.size() < card_changes; --i) {
    HistoryStep const& step = history.steps()[i - 1];
    CommandLabel const& label = step.label;
    if (label.type == RecordType::none) continue;
    RecordInfo const& info = record_info(label.type);
    std::string const field = label.field >= 0 ? std::string(info.fields[static_cast<std::size_t>(label.field)].key) : std::string();
    changes.push_back({step.unix_ms, label.kind, static_cast<std::uint8_t>(label.cause), std::string(info.name), field, static_cast<std::uint32_t>(label.count), label.title});
  }
  return changes;
}

AutosaveSource source_of(OpenPlan& plan) {
  AutosaveSource source;
  source.document = [&plan]() -> Document const& { return plan.editor.document(); };
  source.card = [&plan] { return plan.card(); };
  source.envelope = [&plan](std::uint64_t) { return EnvelopeInfo{plan.editor.document().scope ? "slice" : "plan", {}, {}}; };
  return source;
}
}  // namespace

OpenPlan::OpenPlan(PlanStore& plans, Document document, Author author)
    : editor(std::move(document), std::move(author)), autosave(plans, source_of(*this)) {
  if (auto const stored = plans.card(id())) earlier_changes = stored->changes;
  opened = editor.document();
  reloaded();
}

PlanCard OpenPlan::card() {
  Document const& document = editor.document();
  PlanCard card;
  Strings const s{Language::id};  // the card is shown in any language: "Kota" and "Kabupaten" are names
  card.plan = id();
  card.name = plan_name(document, s);
  if (document.scope) card.agency = document.scope->agency ? slice_agency_text(document) : std::string(s.grid_filter_agency());
  auto const years = plan_years(document);
  if (!years.empty()) card.first_year = years.front(), card.last_year = years.back();
  findings.run(~std::size_t{0});
  card.completeness = completeness(findings, document).percent();
  card.errors = findings.counts().of(Severity::error);
  std::uint8_t const gate = current_gate(findings);
  card.warnings = due_counts(findings, gate).of(Severity::warning);
  card.debts = debts_of(findings, gate);
  card.changes = changes_of(editor.history());
  for (std::size_t i = 0; i < earlier_changes.size() && card.changes.size() < card_changes; ++i) card.changes.push_back(earlier_changes[i]);
  return card;
}

GridState& OpenPlan::grid(Route const& route, Platform& platform) {
  auto& state = grids[{route.type, route.kind}];
  if (!state) {
    state = std::make_unique<GridState>(route.type, route.kind);
    state->decode(platform.setting(view_setting(route.type, route.kind)));
  }
  return *state;
}

GridState* OpenPlan::opened_grid(Route const& route) const {
  auto const found = grids.find({route.type, route.kind});
  return found == grids.end() ? nullptr : found->second.get();
}

// The first edit of a session keeps the plan as it was found, and so does work that goes on for long.
void OpenPlan::keep_automatic(Moment now) {
  if (kept_unix_ms != 0 && now.unix_ms < kept_unix_ms + automatic_point_ms) return;
  autosave.keep_point({0, now.unix_ms, PointKind::automatic, {}}, before_change);
  kept_unix_ms = now.unix_ms;
}

std::vector<CardPoint> const& OpenPlan::points() const { return !autosave.writes() && session ? session->points : autosave.points(); }

FindingsState& OpenPlan::findings_list(Platform& platform) {
  if (!std::exchange(findings_view.opened, true)) findings_view.filter.decode(platform.setting(findings_setting(editor.document().plan_id)));
  return findings_view;
}

void OpenPlan::changed(ChangeSet changes, Moment now) {
  if (changes.empty()) return;
  keep_automatic(now);
  before_change = editor.document();
  findings.update(editor.document(), changes);
  autosave.changed(changes, editor.revision(), now);
  last_change = std::move(changes);
}

void OpenPlan::reloaded() {
  findings.begin(editor.document());
  if (editor.document().record_count() <= ordinary_plan) findings.run(~std::size_t{0});
  last_change = {};
  before_change = editor.document();
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

Route first_screen(Document const& document) {
  if (document.scope) return {Screen::task, document.plan_id, RecordType::none, {}};
  return {Screen::records, document.plan_id, record_type<ActionItem>, {}};
}

std::string file_name_of(Document const& document, Date today) {
  Node const* const node = document.single(record_type<Plan>);
  std::string const name = file_name_part(node ? std::string_view(node->as<Plan>().region_name) : std::string_view());
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
