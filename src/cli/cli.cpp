#include "cli/cli.hpp"

#include <array>

#include "cli/context.hpp"

namespace rancang {
namespace {
using Command = ExitCode (*)(CliContext&);
struct CommandInfo {
  std::string_view name;
  Command run;
  std::size_t files;         // how many it takes
  bool more_files = false;   // or more of them
};
constexpr std::array<CommandInfo, 9> commands{{{"validate", validate_command, 1}, {"info", info_command, 1}, {"convert", convert_command, 1}, {"schema", schema_command, 0},
                                              {"generate", generate_command, 0}, {"slice", slice_command, 1}, {"merge", merge_command, 2, true}, {"diff", diff_command, 2},
                                              {"log", log_command, 1}}};
constexpr std::array<OptionInfo, 17> options{{{"--json", false}, {"--lang", true}, {"--output", true}, {"--type", true}, {"--into", true}, {"--separator", true}, {"--programs", true},
                                             {"--seed", true}, {"--help", false}, {"--agency", true}, {"--all", false}, {"--out", true}, {"--due", true}, {"--message", true},
                                             {"--report", true}, {"--accept", false}, {"--record", true}}};

ExitCode run(CliContext& context) {
  CliWorld& world = context.world;
  std::string const language = context.arguments.get("--lang");
  if (!language.empty() && language != "en" && language != "id") return context.usage(context.strings.cli_bad_value("--lang", language));
  if (context.arguments.has("--help") || context.arguments.command == "help") {
    world.out += std::string(context.strings.cli_usage()) + "\n";
    return ExitCode::fine;
  }
  for (auto const& command : commands) {
    if (command.name != context.arguments.command) continue;
    std::size_t const given = context.arguments.files.size();
    if (given < command.files || (given > command.files && !command.more_files)) return context.usage(context.strings.cli_wrong_files(command.name, std::to_string(command.files)));
    return command.run(context);
  }
  return context.usage(context.arguments.command.empty() ? std::string(context.strings.cli_no_command()) : context.strings.cli_unknown_command(context.arguments.command));
}
}  // namespace

ExitCode run_cli(std::vector<std::string> const& arguments, CliWorld& world) {
  auto parsed = parse_arguments(arguments, options);
  CliContext context{parsed ? std::move(*parsed) : Arguments(), world, {}};
  if (context.arguments.get("--lang") == "en") context.strings.language = Language::en;
  ExitCode const code = parsed ? run(context) : context.usage(context.sentence("", parsed.error()));
  if (!world.print || world.print(world.out)) return code;
  ExitCode const refused = context.refuse(context.strings.cli_cannot_write("stdout"));
  return code == ExitCode::fine ? refused : code;
}

}  // namespace rancang
