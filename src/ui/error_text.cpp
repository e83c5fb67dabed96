#include "ui/error_text.hpp"

namespace rancang {

std::string error_text(Strings const& s, Error const& problem) {
  std::string key = "error." + problem.id;
  std::vector<std::string_view> args(problem.args.begin(), problem.args.end());
  // A range that is open at one end has its own sentence.
  if (problem.id == "value.out_of_range" && args.size() == 3 && (args[1].empty() || args[2].empty())) {
    key += args[1].empty() ? ".above" : ".below";
    args = {args[0], args[1].empty() ? args[2] : args[1]};
  }
  return s.format(key, args);
}

}  // namespace rancang
