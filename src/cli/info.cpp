// rancang info FILE: what a file is and how much is in it.
#include "cli/context.hpp"
#include "model/merge.hpp"
#include "persist/json_text.hpp"

namespace rancang {
namespace {
struct Facts {
  std::string region;
  std::size_t alive = 0, trash = 0, conflicts = 0;
};

Facts facts_of(Document const& document) {
  Facts facts;
  if (Node const* const plan = document.single(record_type<Plan>)) facts.region = plan->as<Plan>().region_name;
  for (auto const& table : document.tables) {
    facts.alive += table.size();
    facts.trash += table.trash_size();
  }
  facts.conflicts = open_conflicts(document).size();
  return facts;
}

void json_text(CliContext& context, ReadPlan const& plan, Facts const& facts, std::size_t bytes) {
  std::string& out = context.world.out;
  auto const text = [&](std::string_view key, std::string_view value) {
    out += ",\"" + std::string(key) + "\":";
    json::append_string(out, value);
  };
  out += "{\"version\":" + std::to_string(plan.version) + ",\"bytes\":" + std::to_string(bytes);
  text("kind", plan.envelope.kind);
  text("plan_id", plan.document.plan_id ? ulid_text(plan.document.plan_id) : "");
  text("region", facts.region);
  text("saved_at", plan.envelope.saved_at);
  text("app", plan.envelope.app);
  out += ",\"has_causality\":" + std::string(plan.has_causality ? "true" : "false") + ",\"edited_by_hand\":" + (plan.edited_by_hand ? "true" : "false");
  out += ",\"replicas\":" + std::to_string(plan.document.replicas->size()) + ",\"trash\":" + std::to_string(facts.trash) + ",\"conflicts\":" + std::to_string(facts.conflicts);
  out += ",\"unknown_records\":" + std::to_string(plan.document.foreign->size()) + ",\"remarks\":" + std::to_string(plan.remarks.size()) + ",\"records\":{";
  bool first = true;
  for (auto const& info : record_infos()) {
    out += (first ? "\"" : ",\"") + std::string(info.name) + "\":" + std::to_string(plan.document.table(info.type).size());
    first = false;
  }
  out += "}}\n";
}

void lines(CliContext& context, ReadPlan const& plan, Facts const& facts, std::size_t bytes) {
  Strings const& s = context.strings;
  std::string& out = context.world.out;
  out += s.cli_info_region(facts.region) + "\n";
  out += s.cli_info_file(plan.envelope.kind, std::to_string(plan.version), format_integer(static_cast<std::int64_t>(bytes), context.numbers())) + "\n";
  out += s.cli_info_saved(plan.envelope.saved_at, plan.envelope.app) + "\n";
  for (auto const& info : record_infos()) {
    auto const count = plan.document.table(info.type).size();
    if (count > 0) out += "  " + format_integer(static_cast<std::int64_t>(count), context.numbers()) + "  " + context.text_of("record." + std::string(info.name)) + "\n";
  }
  out += s.cli_info_history(std::to_string(plan.document.replicas->size()), std::to_string(facts.trash), std::to_string(facts.conflicts)) + "\n";
  if (!plan.document.foreign->empty()) out += s.cli_info_unknown(std::to_string(plan.document.foreign->size())) + "\n";
  for (auto const& remark : plan.remarks) out += context.sentence("remark.", remark) + "\n";
}
}  // namespace

ExitCode info_command(CliContext& context) {
  auto const plan = context.read_plan_file(context.arguments.files[0]);
  if (!plan) return ExitCode::findings;
  Facts const facts = facts_of(plan->document);
  if (context.json()) json_text(context, *plan, facts, context.bytes_read);
  else lines(context, *plan, facts, context.bytes_read);
  return ExitCode::fine;
}

}  // namespace rancang
