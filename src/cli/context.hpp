#pragma once
// What every command has at hand: its arguments, the world, the catalogue; and the ways in which commands end.
// Must not know: particular commands.
#include <span>
#include <string>
#include <string_view>

#include "books/labels.hpp"
#include "cli/arguments.hpp"
#include "cli/cli.hpp"
#include "persist/plan_file.hpp"
#include "text/strings_generated.hpp"

namespace rancang {

struct CliContext {
  Arguments arguments;
  CliWorld& world;
  Strings strings;
  std::size_t bytes_read = 0;  // size of the last file
  ReplicaId reader = {};       // who read it
  Error refusal = {};          // of the last file that could not be taken: an id of the catalogue, and the sentence as its argument

  NumberStyle numbers() const { return number_style(strings); }
  bool json() const { return arguments.has("--json"); }
  // The text of a key made at run time; the key itself when there is none.
  std::string text_of(std::string_view key) const;
  std::string sentence(std::string_view group, Error const& problem) const;  // group "error." or "remark."

  // One line on the error output.
  ExitCode usage(std::string_view line);
  ExitCode refuse(std::string_view line);
  ExitCode turn_down(std::string id, std::string line);  // a file: the same, and kept as `refusal`
  // Nothing when it can't be read; that is told already.
  std::optional<std::string> read(std::string const& path);
  std::optional<ReadPlan> read_plan_file(std::string const& path);
  // What the reader had to repair or set aside, on the error output.
  void tell_remarks(std::string const& path, ReadPlan const& plan);
  // A plan whose content goes on into another file: one of a newer format is refused, and what its reader had to repair is told.
  std::optional<ReadPlan> read_source(std::string const& path);
  // The same for a plan that is gone on from: what was edited by hand in it is written anew, under the name of the file.
  std::optional<ReadPlan> read_own_plan(std::string const& path);
  // To --output, or to the standard output.
  ExitCode write(std::string_view bytes);
};

// Who writes under a replica of the command line: the name of a file, mostly.
void add_replica(Document& document, ReplicaId replica, std::string label);

// The commands.
ExitCode validate_command(CliContext& context);
ExitCode info_command(CliContext& context);
ExitCode convert_command(CliContext& context);
ExitCode schema_command(CliContext& context);
ExitCode generate_command(CliContext& context);
ExitCode slice_command(CliContext& context);
ExitCode merge_command(CliContext& context);
ExitCode diff_command(CliContext& context);
ExitCode log_command(CliContext& context);

}  // namespace rancang
