// rancang schema and rancang generate: what is made without a file.
#include "cli/context.hpp"
#include "cli/generate.hpp"
#include "persist/json_schema.hpp"

namespace rancang {

ExitCode schema_command(CliContext& context) {
  return context.write(json_schema([&](std::string_view key) { return std::string(context.strings.find(key).value_or("")); }));
}

ExitCode generate_command(CliContext& context) {
  constexpr std::uint64_t most = 200'000;  // as many records of a type as a file may hold
  auto const rows = context.arguments.number("--programs", 1);
  if (!rows || *rows > most) return context.usage(context.strings.cli_bad_value("--programs", context.arguments.get("--programs")));
  auto const seed = context.arguments.has("--seed") ? context.arguments.number("--seed", 0) : 1;
  if (!seed) return context.usage(context.strings.cli_bad_value("--seed", context.arguments.get("--seed")));
  // A fixed time: the same seed gives the same bytes.
  return context.write(write_plan(generate_plan(static_cast<int>(*rows), *seed), {"plan", "2022-01-01T00:00:00+07:00", "1.0.0"}));
}

}  // namespace rancang
