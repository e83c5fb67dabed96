// rancang convert: records of one type of a plan → CSV, or a CSV file into a plan.
#include "cli/context.hpp"
#include "persist/csv.hpp"

namespace rancang {
namespace {
RecordInfo const* record_option(CliContext& context) {
  std::string const name = context.arguments.get("--type");
  RecordInfo const* const info = find_record_info(name);
  if (info) return info;
  std::string known;
  for (auto const& one : record_infos()) (known += known.empty() ? "" : ", ") += one.name;
  context.usage(context.strings.cli_unknown_type(name, known));
  return nullptr;
}

// Decimals with a comma go with semicolons, decimals with a point with commas: what a spreadsheet of either language opens by a double click.
std::optional<CsvStyle> style_option(CliContext& context) {
  CsvStyle style;
  std::string const separator = context.arguments.has("--separator") ? context.arguments.get("--separator") : context.strings.language == Language::id ? ";" : ",";
  bool const tab = separator == "tab" || separator == "\t";
  if (!tab && separator != ";" && separator != ",") {
    context.usage(context.strings.cli_bad_value("--separator", separator));
    return std::nullopt;
  }
  style.separator = tab ? '\t' : separator[0];
  style.values.numbers = style.separator == ',' ? NumberStyle::english : NumberStyle::indonesian;
  return style;
}

ExitCode from_csv(CliContext& context, RecordType type, CsvStyle const& style) {
  auto plan = context.read_own_plan(context.arguments.get("--into"));
  auto const bytes = context.read(context.arguments.files[0]);
  if (!plan || !bytes) return ExitCode::findings;
  auto const table = read_csv(plan->document, type, *bytes, style);
  if (!table) return context.refuse(context.arguments.files[0] + ": " + context.sentence("error.", table.error()));
  for (auto const& name : table->unknown_columns) context.refuse(context.strings.cli_unknown_column(name));
  for (auto const& problem : table->problems) context.refuse(context.strings.cli_cell(std::to_string(problem.row), problem.column, context.sentence("error.", problem.error)));
  auto const next_id = [&] {
    std::uint64_t const high = context.world.random();
    return make_ulid(context.world.unix_ms, high, context.world.random());
  };
  ReplicaId const replica = make_replica(context.world.random());
  apply(plan->document, csv_changes(plan->document, type, *table, replica, next_id));
  add_replica(plan->document, replica, std::string(context.strings.cli_replica()));
  plan->envelope.saved_at = context.world.now;
  context.world.err += context.strings.cli_converted(std::to_string(table->rows.size()), std::to_string(table->problems.size())) + "\n";
  ExitCode const written = context.write(write_plan(plan->document, plan->envelope));
  return table->problems.empty() ? written : ExitCode::findings;
}
}  // namespace

ExitCode convert_command(CliContext& context) {
  RecordInfo const* const info = record_option(context);
  if (!info) return ExitCode::usage;
  auto const style = style_option(context);
  if (!style) return ExitCode::usage;
  if (context.arguments.has("--into")) return from_csv(context, info->type, *style);
  auto const plan = context.read_plan_file(context.arguments.files[0]);
  if (!plan) return ExitCode::findings;
  context.tell_remarks(context.arguments.files[0], *plan);
  return context.write(write_csv(plan->document, info->type, *style));
}

}  // namespace rancang
