// Programmes (domain.md 4.7, F-13).
#include "rules/check.hpp"

namespace rancang {
namespace {
// A programme comes from the RPJMD or says that it is new (domain.md 2.3, soft check of G2).
bool is_tied_or_new(Program const& program) {
  return program.rpjmd_program || program.is_new || program.origin == ProgramOrigin::new_proposal || program.origin == ProgramOrigin::council;
}

// Assessors keep rejecting "app = smart city" (domain.md 7.5 and 12, row 10).
bool is_only_application(Usage const& usage, Program const& program, Ulid id) {
  if (usage.count(Use::program_action_item, id) == 0) return program.kind == ProgramKind::application;
  return usage.count(Use::program_beyond_application, id) == 0;
}
}  // namespace

void check_program(RuleContext const& context, Node const& node, Report& report) {
  auto const& program = node.as<Program>();
  if (!is_tied_or_new(program)) report.add(RuleId::program_not_in_rpjmd, field_of<&Program::rpjmd_program>);
  if (context.usage.count(Use::program_action_item, node.id) == 0) report.add(RuleId::program_no_action_item);
  if (is_only_application(context.usage, program, node.id)) report.add(RuleId::program_only_application, field_of<&Program::kind>);
}

}  // namespace rancang
