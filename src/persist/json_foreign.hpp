#pragma once
// JSON that others wrote: checked against the limits and brought into our normal form (json_text.hpp), part by part, without ever holding a tree.
// Must not know: records, what a member means, who reads the parts.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "persist/plan_file.hpp"

namespace rancang::json {

// Receives a plan file part by part; every text is JSON in normal form. False stops the reading; the receiver knows why.
class PartSink {
 public:
  virtual bool member(std::string_view key, std::string_view text) = 0;  // of the root, other than the two below
  virtual bool records() = 0;                                            // "records": {
  virtual bool type(std::string_view name) = 0;                          //   "<name>": [
  virtual bool record(std::string_view text) = 0;                        //     one element, an object
  virtual bool causality() = 0;                                          // "causality": {
  virtual bool entry(std::string_view id, std::string_view text) = 0;    //   one member
  virtual bool wrong_shape(std::string_view member) = 0;                 // not the object or array that it must be

 protected:
  ~PartSink() = default;
};

// What may still be read; shared by all pieces of one file.
struct Budget {
  ReadLimits limits;
  std::size_t nodes = 0;  // JSON values still allowed
};
Budget budget_for(std::size_t file_bytes, ReadLimits const& limits);

// A whole file, or its members taken apart. An error of the text itself is returned; nothing when the sink stopped it.
std::optional<Error> parse_parts(std::string_view text, Budget& budget, PartSink& sink);
// One value standing `depth` containers deep in its file → its normal form.
std::optional<Error> normalise(std::string_view text, Budget& budget, std::size_t depth, std::string& out);

}  // namespace rancang::json
