#include "ui/record_look.hpp"

#include <array>

#include "model/merge.hpp"
#include "ui/icons_generated.hpp"

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
