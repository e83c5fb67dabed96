#include "cli/context.hpp"

#include "base/hash.hpp"
#include "persist/hand_edits.hpp"
#include "persist/json_text.hpp"

namespace rancang {
namespace {
// Who reads these bytes: another replica for every other content of a file, so that no two of them stand under one dot; the same one every time for the same
// bytes, so that slices of a plan that has no causality, and the plan itself, know each other again.
ReplicaId reader_of(std::string_view bytes) { return make_replica(hash64(bytes)); }
}  // namespace

std::string CliContext::text_of(std::string_view key) const { return std::string(strings.find(key).value_or(key)); }

std::string CliContext::sentence(std::string_view group, Error const& problem) const {
  std::vector<std::string_view> const args(problem.args.begin(), problem.args.end());
  return strings.format(std::string(group) + problem.id, args);
}

ExitCode CliContext::usage(std::string_view line) {
  world.err += std::string(line) + "\n" + std::string(strings.cli_usage()) + "\n";
  return ExitCode::usage;
}

ExitCode CliContext::refuse(std::string_view line) {
  world.err += std::string(line) + "\n";
  return ExitCode::findings;
}

ExitCode CliContext::turn_down(std::string id, std::string line) {
  refuse(line);
  refusal = error(std::move(id), {std::move(line)});
  return ExitCode::findings;
}

std::optional<std::string> CliContext::read(std::string const& path) {
  auto bytes = world.read_file(path);
  if (!bytes) turn_down("cli.cannot_read", strings.cli_cannot_read(path));
  else bytes_read = bytes->size();
  return bytes;
}

std::optional<ReadPlan> CliContext::read_plan_file(std::string const& path) {
  auto const bytes = read(path);
  if (!bytes) return std::nullopt;
  ReadLimits limits;
  limits.reader = reader = reader_of(*bytes);
  auto plan = read_plan(*bytes, limits);
  if (plan) return std::move(*plan);
  std::string const why = sentence("error.", plan.error());
  turn_down(plan.error().id, path + ": " + why);
  if (json()) {
    world.out += "{\"file\":";
    json::append_string(world.out, path);
    world.out += ",\"valid\":false,\"error\":{\"id\":";
    json::append_string(world.out, plan.error().id);
    world.out += ",\"text\":";
    json::append_string(world.out, why);
    world.out += "}}\n";
  }
  return std::nullopt;
}

void CliContext::tell_remarks(std::string const& path, ReadPlan const& plan) {
  for (auto const& remark : plan.remarks) refuse(path + ": " + sentence("remark.", remark));
}

std::optional<ReadPlan> CliContext::read_source(std::string const& path) {
  auto plan = read_plan_file(path);
  if (!plan) return plan;
  if (plan->read_only) return turn_down("cli.newer_version", path + ": " + strings.cli_newer_version(std::to_string(plan->version))), std::nullopt;
  tell_remarks(path, *plan);
  return plan;
}

std::optional<ReadPlan> CliContext::read_own_plan(std::string const& path) {
  auto plan = read_source(path);
  if (!plan || (plan->has_causality && !plan->edited_by_hand)) return plan;
  own_hand_edits(*plan, reader);
  add_replica(plan->document, reader, path.substr(path.rfind('/') + 1));
  return plan;
}

void add_replica(Document& document, ReplicaId replica, std::string label) {
  auto replicas = *document.replicas;
  replicas[replica] = {std::move(label), {}};
  document.replicas = std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(std::move(replicas));
}

ExitCode CliContext::write(std::string_view bytes) {
  std::string const path = arguments.get("--output");
  if (path.empty()) {
    world.out += bytes;
    return ExitCode::fine;
  }
  return world.write_file(path, bytes) ? ExitCode::fine : refuse(strings.cli_cannot_write(path));
}

}  // namespace rancang
