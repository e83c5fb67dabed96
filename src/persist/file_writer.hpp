#pragma once
// A file in our layout from any set of records, in slices: whole plans, slices of a plan, pieces of a journal.
// Must not know: where the text goes.
#include <cstddef>
#include <string>
#include <vector>

#include "base/hash.hpp"
#include "persist/causality_writer.hpp"
#include "persist/plan_file.hpp"

namespace rancang {

class FileWriter {
 public:
  // The document's plan id, replicas and unknown members frame the file; `nodes` are its records, grouped by type in the order of types, and must outlive the writer.
  FileWriter(Document frame, EnvelopeInfo envelope, std::vector<Node const*> nodes);

  // Writes about `budget` more bytes; false when the text is complete.
  bool run(std::size_t budget);
  double progress() const;
  std::string take();  // what was written since the last call

 private:
  enum class Phase : std::uint8_t { head, records, foreign_records, entries, end, done };

  void head();
  void records(std::size_t budget);
  void foreign_records();
  void entries(std::size_t budget);
  void end();
  void open_type(std::string_view name);
  void close_type();

  Document frame_;
  EnvelopeInfo envelope_;
  std::vector<Node const*> nodes_;
  CausalityWriter causality_;
  Hash64 hash_;
  std::string out_;
  Phase phase_ = Phase::head;
  std::size_t next_ = 0;
  bool any_type_ = false;
};

}  // namespace rancang
