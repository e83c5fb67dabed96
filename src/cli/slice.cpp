// rancang slice PLAN: the files that agencies are handed to work on.
#include "cli/context.hpp"
#include "model/reference_lookup.hpp"
#include "model/slice.hpp"

namespace rancang {
namespace {
std::vector<Ulid> wanted_agencies(CliContext& context, Document const& document) {
  std::vector<Ulid> out;
  if (context.arguments.has("--all")) {
    for (Node const* agency : in_plan_order(document, record_type<Agency>)) out.push_back(agency->id);
    return out;
  }
  auto const found = ReferenceLookup(document).find(record_type<Agency>, context.arguments.get("--agency"));
  if (found) out.push_back(*found);
  else context.refuse(context.sentence("error.", found.error()));
  return out;
}

// `made`: the names of the files so far.
bool write_slice(CliContext& context, ReadPlan const& plan, SliceScope scope, std::vector<std::string>& made) {
  std::string folder = context.arguments.get("--out");
  if (!folder.empty() && folder.back() != '/') folder += '/';
  made.push_back(fresh_slice_name(plan.document, scope.agency, *scope.issued_on, made));
  std::string const path = folder + made.back();
  Document const slice = make_slice(plan.document, std::move(scope));
  SliceContent const content = slice_content(slice);
  if (!context.world.write_file(path, write_plan(slice, {"slice", context.world.now, plan.envelope.app}))) return context.refuse(context.strings.cli_cannot_write(path)), false;
  context.world.out += context.strings.cli_slice(path, std::to_string(content.writable), std::to_string(content.context)) + "\n";
  return true;
}
}  // namespace

ExitCode slice_command(CliContext& context) {
  auto const& arguments = context.arguments;
  if (arguments.has("--agency") == arguments.has("--all")) return context.usage(context.strings.cli_slice_whom());
  SliceScope scope;
  scope.issued_on = parse_iso_date(context.world.now.substr(0, 10));
  scope.message = arguments.get("--message");
  if (arguments.has("--due") && !(scope.due = parse_iso_date(arguments.get("--due")))) return context.usage(context.strings.cli_bad_value("--due", arguments.get("--due")));
  auto const plan = context.read_own_plan(arguments.files[0]);
  if (!plan) return ExitCode::findings;
  bool whole = true;
  std::vector<std::string> made;
  auto const agencies = wanted_agencies(context, plan->document);
  for (Ulid agency : agencies) {
    scope.agency = agency;
    whole = write_slice(context, *plan, scope, made) && whole;
  }
  return whole && !agencies.empty() ? ExitCode::fine : ExitCode::findings;
}

}  // namespace rancang
