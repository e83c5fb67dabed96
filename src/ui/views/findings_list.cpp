// Which findings the screen shows, in which order and groups, and where its cursor stands.
#include <array>

#include "base/order.hpp"
#include "model/reference_lookup.hpp"
#include "rules/owed.hpp"
#include "ui/views/findings_parts.hpp"

namespace rancang {
namespace {
constexpr std::array<std::string_view, 5> grouping_names{"none", "stage", "agency", "type", "severity"};
constexpr std::array<std::string_view, all_stages + 1> stage_names{"g0", "g1", "g2", "g3", "g4", "any", "due", "all"};
constexpr std::array severities{Severity::error, Severity::warning, Severity::info};

template <class Names>
std::uint8_t index_in(Names const& names, std::string_view name, std::uint8_t otherwise) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return static_cast<std::uint8_t>(i);
  return otherwise;
}

bool fits_severity(FindingsFilter const& filter, Severity severity) {
  return severity == Severity::error ? filter.errors : severity == Severity::warning ? filter.warnings : filter.infos;
}
bool fits_stage(FindingsState const& state, Finding const& finding) {
  std::uint8_t const wanted = state.filter.stage;
  return wanted == all_stages || (wanted == due_stages ? is_due(finding, state.gate) : stage_of(finding) == wanted);
}

// One pass over all findings.
struct Gathering {
  PlanView const& plan;
  FindingsState& state;
  std::vector<Finding> found;
  std::vector<std::uint64_t> order;  // group, severity, place in `found`
  Ulid last = {0, 1};
  Ulid agency;  // of the last record

  bool asks_for_agency() const { return state.filter.agency || state.filter.grouping == FindingGrouping::agency; }
  void look_up_agency(Finding const& finding) {
    if (!asks_for_agency() || finding.record == last) return;
    last = finding.record;
    Node const* const node = finding.record ? plan.document.find(finding.type, finding.record) : nullptr;
    agency = node ? agency_of(plan.document, *node) : Ulid{};
  }
  std::uint32_t key_of(Finding const& finding) const {
    switch (state.filter.grouping) {
      case FindingGrouping::none: return 0;
      case FindingGrouping::stage: return stage_of(finding) == any_time ? 0 : stage_of(finding) + 1u;
      case FindingGrouping::agency: return static_cast<std::uint32_t>(std::find(state.agencies.begin(), state.agencies.end(), agency) - state.agencies.begin());
      case FindingGrouping::type: return static_cast<std::uint32_t>(index_of(finding.type));
      case FindingGrouping::severity: return static_cast<std::uint32_t>(finding.severity);
    }
    return 0;
  }
  bool fits(Finding const& finding) {
    if (state.rule) return finding.rule == *state.rule;
    FindingsFilter const& filter = state.filter;
    if (!fits_severity(filter, finding.severity) || (filter.type != RecordType::none && finding.type != filter.type) || (filter.agency && *filter.agency != agency)) return false;
    bool const now = fits_stage(state, finding);
    if (!now && filter.stage == due_stages) ++state.later;
    return now;
  }
  void operator()(Finding const& finding) {
    look_up_agency(finding);
    if (!fits(finding)) return;
    order.push_back(std::uint64_t{key_of(finding)} << 40 | static_cast<std::uint64_t>(finding.severity) << 36 | found.size());
    found.push_back(finding);
  }
};

void make_groups(FindingsState& state, std::vector<std::uint64_t> const& order) {
  std::vector<std::uint32_t> folded;
  for (auto const& group : state.groups)
    if (group.folded) folded.push_back(group.key);
  state.groups.clear();
  for (std::size_t i = 0; i < order.size(); ++i) {
    auto const key = static_cast<std::uint32_t>(order[i] >> 40);
    if (state.groups.empty() || state.groups.back().key != key) {
      bool const was_folded = std::find(folded.begin(), folded.end(), key) != folded.end();
      state.groups.push_back({key, i, 0, 0, was_folded});
    }
    ++state.groups.back().count;
  }
  place_groups(state);
}

bool is_same(FindingsState::Seen const& a, FindingsState::Seen const& b) {
  return a.valid && a.plan == b.plan && a.findings == b.findings && a.revision == b.revision && a.filter == b.filter && a.rule == b.rule;
}

// The cursor stays on its finding; where that one went, on the one after it.
void keep_cursor(FindingsState& state, std::optional<Finding> const& before) {
  if (state.shown.empty()) return void(state.current = 0);
  auto const at = before ? std::find(state.shown.begin(), state.shown.end(), *before) : state.shown.end();
  if (at == state.shown.end()) state.is_next = true;
  else state.current = static_cast<std::size_t>(at - state.shown.begin());
  state.current = std::min(state.current, state.shown.size() - 1);
}
}  // namespace

std::string findings_setting(Ulid plan) { return "findings." + ulid_text(plan); }

std::string FindingsFilter::encode() const {
  std::string out = "severity=";
  for (Severity const severity : severities)
    if (fits_severity(*this, severity)) out += "ewi"[static_cast<std::size_t>(severity)];
  out += ";stage=" + std::string(stage_names[stage]) + ";group=" + std::string(grouping_names[static_cast<std::size_t>(grouping)]);
  if (type != RecordType::none) out += ";type=" + std::string(record_info(type).name);
  if (agency) out += ";agency=" + (*agency ? ulid_text(*agency) : std::string("none"));
  return out;
}

void FindingsFilter::decode(std::string_view text) {
  while (!text.empty()) {
    std::string_view const part = text.substr(0, text.find(';'));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    std::size_t const equals = std::min(part.find('='), part.size());
    std::string_view const name = part.substr(0, equals), value = part.substr(std::min(equals + 1, part.size()));
    if (name == "severity") errors = value.find('e') != value.npos, warnings = value.find('w') != value.npos, infos = value.find('i') != value.npos;
    else if (name == "stage") stage = index_in(stage_names, value, due_stages);
    else if (name == "group") grouping = static_cast<FindingGrouping>(index_in(grouping_names, value, 0));
    else if (name == "type") type = find_record_info(value) ? find_record_info(value)->type : RecordType::none;
    else if (name == "agency") agency = value == "none" ? std::optional<Ulid>(Ulid{}) : parse_ulid(value);
  }
}

void refresh_findings(PlanView const& plan, FindingsState& state) {
  Gathering gathering{plan, state, {}, {}, {0, 1}, {}};
  bool const agencies = gathering.asks_for_agency();
  FindingsState::Seen const now{plan.document.plan_id, plan.findings.revision(), agencies ? plan.editor.revision() : 0, state.filter, state.rule, true};
  if (is_same(state.seen, now)) return;
  if (state.seen.filter.grouping != now.filter.grouping) state.groups.clear();  // folded ones were others
  auto const before = state.current < state.shown.size() ? std::optional<Finding>(state.shown[state.current]) : std::nullopt;
  state.seen = now;
  state.gate = current_gate(plan.findings);
  state.later = 0;
  list_agencies(plan, state);
  plan.findings.for_each(plan.document, std::ref(gathering));
  sort_list(gathering.order);
  state.shown.clear();
  for (std::uint64_t const place : gathering.order) state.shown.push_back(gathering.found[place & 0xF'FFFF'FFFFu]);
  make_groups(state, gathering.order);
  state.columns.valid = false;
  keep_cursor(state, before);
}

void list_agencies(PlanView const& plan, FindingsState& state) {
  state.agencies.clear();
  for (Node const* node : in_plan_order(plan.document, record_type<Agency>)) state.agencies.push_back(node->id);
}

std::string agency_name(PlanView const& plan, Ulid agency) {
  Node const* const node = plan.document.find(record_type<Agency>, agency);
  return node ? record_text(*node) : std::string();
}

void place_groups(FindingsState& state) {
  state.rows = 0;
  std::size_t const head = has_heads(state) ? 1 : 0;
  for (auto& group : state.groups) {
    group.row = state.rows;
    state.rows += head + (group.folded ? 0 : group.count);
  }
}

bool has_heads(FindingsState const& state) { return state.filter.grouping != FindingGrouping::none; }

FindingsState::Group* group_of(FindingsState& state, std::size_t finding) {
  for (auto& group : state.groups)
    if (finding < group.first + group.count) return &group;
  return nullptr;
}

std::size_t row_of(FindingsState& state, std::size_t finding) {
  auto const* const group = group_of(state, finding);
  if (!group || group->folded) return group ? group->row : 0;
  return group->row + (has_heads(state) ? 1 : 0) + finding - group->first;
}

FindingRow finding_row_at(FindingsState& state, std::size_t row) {
  for (auto& group : state.groups) {
    std::size_t const head = has_heads(state) ? 1 : 0, size = head + (group.folded ? 0 : group.count);
    if (row >= group.row + size) continue;
    bool const is_head = head == 1 && row == group.row;
    return {&group, is_head, group.first + (is_head ? 0 : row - group.row - head)};
  }
  return {};
}

void move_cursor(FindingsState& state, std::ptrdiff_t rows) {
  if (state.rows == 0) return;
  auto const last = static_cast<std::ptrdiff_t>(state.rows) - 1;
  auto row = std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(row_of(state, state.current)) + rows, 0, last);
  FindingRow at = finding_row_at(state, static_cast<std::size_t>(row));
  if (at.is_head && !at.group->folded) {  // heads of open groups are passed over
    row = rows < 0 && row > 0 ? row - 1 : row + 1;
    at = finding_row_at(state, static_cast<std::size_t>(row));
  }
  state.current = at.finding;
  state.is_next = false;
  state.reveal = true;
}

std::optional<Finding> step_finding(PlanView const& plan, FindingsState& state, int steps) {
  refresh_findings(plan, state);
  if (state.shown.empty()) return std::nullopt;
  std::size_t const count = state.shown.size();
  if (steps < 0) state.current = (state.current + count - 1) % count;
  else if (!state.is_next) state.current = (state.current + 1) % count;
  state.is_next = false;
  state.reveal = true;
  if (auto* const group = group_of(state, state.current); group && group->folded) group->folded = false, place_groups(state);
  return state.shown[state.current];
}

}  // namespace rancang
