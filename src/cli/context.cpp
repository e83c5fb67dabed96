#include "cli/context.hpp"

#include "persist/json_text.hpp"

namespace rancang {

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

std::optional<std::string> CliContext::read(std::string const& path) {
  auto bytes = world.read_file(path);
  if (!bytes) refuse(strings.cli_cannot_read(path));
  else bytes_read = bytes->size();
  return bytes;
}

std::optional<ReadPlan> CliContext::read_plan_file(std::string const& path) {
  auto const bytes = read(path);
  if (!bytes) return std::nullopt;
  auto plan = read_plan(*bytes);
  if (plan) return std::move(*plan);
  std::string const why = sentence("error.", plan.error());
  refuse(path + ": " + why);
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

ExitCode CliContext::write(std::string_view bytes) {
  std::string const path = arguments.get("--output");
  if (path.empty()) {
    world.out += bytes;
    return ExitCode::fine;
  }
  return world.write_file(path, bytes) ? ExitCode::fine : refuse(strings.cli_cannot_write(path));
}

}  // namespace rancang
