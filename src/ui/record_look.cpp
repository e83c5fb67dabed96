#include "ui/record_look.hpp"

#include <array>

#include "model/merge.hpp"
#include "rules/check.hpp"
#include "rules/muting.hpp"
#include "ui/icons_generated.hpp"
#include "ui/views/findings_view.hpp"

namespace rancang {
namespace {
struct StatusLook {
  char const* icon;
  Token color;
};
constexpr std::array<StatusLook, EnumTable<RowStatus>::names.size()> status_looks{{
    {icon::circle_dashed, Token::status_draft},
    {icon::circle_dot, Token::status_review},
    {icon::circle_check, Token::status_agreed},
    {icon::circle_slash, Token::status_dropped},
}};
}  // namespace

char const* status_icon(std::size_t entry) { return status_looks[std::min(entry, status_looks.size() - 1)].icon; }
Token status_color(std::size_t entry) { return status_looks[std::min(entry, status_looks.size() - 1)].color; }

bool is_struck_out(Node const& node) {
  int const field = node.info().role_field(Role::status);
  if (field < 0) return false;
  Value const value = node.get(static_cast<std::size_t>(field));
  EnumIndex const* const entry = value.as<EnumIndex>();
  return entry && static_cast<RowStatus>(entry->index) == RowStatus::dropped;
}

char const* highlight_icon(Node const& node) { return node.type == record_type<ActionItem> && node.as<ActionItem>().quick_win ? icon::zap : nullptr; }

std::optional<Action> maker_of(RecordType type) {
  if (type == record_type<MutedFinding>) return Action::show_findings;
  if (type == record_type<IssuedSlice>) return Action::show_slices;
  return std::nullopt;
}

bool is_spoken(RecordType type, FieldInfo const& field) {
  if (type != record_type<MutedFinding>) return false;
  auto const& fields = record_info(type).fields;
  return &field == &fields[field_of<&MutedFinding::rule>] || &field == &fields[field_of<&MutedFinding::record>];
}

std::string spoken_text(Strings const& s, PlanView const& plan, Node const& node, FieldInfo const& field) {
  auto const& mute = node.as<MutedFinding>();
  if (&field == &node.info().fields[field_of<&MutedFinding::rule>]) return muted_sentence(s, plan, muted_row(node, plan.findings));
  if (mute.record.empty()) return std::string(s.findings_whole_plan());
  Ulid const id = parse_ulid(mute.record).value_or(Ulid{});
  for (RecordInfo const& info : record_infos())
    if (Node const* const named = plan.document.find(info.type, id)) return record_title(plan.document, *named);
  return mute.subject.empty() ? std::string(s.form_broken_reference()) : mute.subject;
}

bool is_inner_code(RecordInfo const& info, FieldInfo const& field) { return info.template_rows && field.rules.role == Role::code && field.rules.initially_hidden; }

RecordMark record_mark(Findings const& findings, Node const& node) {
  bool const conflict = node.causal && !node.causal->others.empty() && !conflict_fields(node).empty();
  auto const worst = findings.worst(node.id);
  bool error = worst == Severity::error;
  if (error && conflict) {
    error = false;
    for (Finding const& finding : findings.of(node.id)) error |= finding.severity == Severity::error && finding.rule != RuleId::record_conflict;
  }
  if (error) return {icon::octagon_x, Token::sev_error};
  if (conflict) return {icon::git_compare_arrows, Token::conflict_base};
  if (worst == Severity::warning) return {icon::triangle_alert, Token::sev_warn_mark};
  return {};
}

}  // namespace rancang
