// Names that should tell records apart, but don't.
#include "rules/check.hpp"

namespace rancang {
namespace {
RuleId equal_rule(NameKind kind) {
  switch (kind) {
    case NameKind::short_name: return RuleId::agency_duplicate_short_name;
    case NameKind::code: return RuleId::record_duplicate_code;
    default: return RuleId::record_duplicate_name;
  }
}

Ulid equal_to(RuleContext const& context, Node const& node, NameKind kind) {
  if (!context.equal_names) return context.names.equal_to(node, kind);
  auto const& answers = (*context.equal_names)[index_of(node.type)][static_cast<std::size_t>(kind)];
  return answers.empty() ? Ulid() : answers[context.row];
}
}  // namespace

void check_names(RuleContext const& context, Node const& node, Report& report) {
  for (NameKind kind : {NameKind::title, NameKind::short_name, NameKind::code}) {
    int const field = name_field(node.type, kind);
    if (field < 0) continue;
    if (Ulid const other = equal_to(context, node, kind)) report.add(equal_rule(kind), field, 0, other);
  }
  int const title = name_field(node.type, NameKind::title);
  if (title < 0) return;
  if (Ulid const other = context.names.similar_to(context.document, node)) report.add(RuleId::record_similar_name, title, 0, other);
}

}  // namespace rancang
