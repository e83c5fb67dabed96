#pragma once
// Writing a plan in slices, so that a snapshot of a large plan never keeps the screen waiting.
// Must not know: files, clocks.
#include <cstddef>
#include <memory>
#include <string>

#include "persist/plan_file.hpp"

namespace rancang {

class PlanWriter {
 public:
  PlanWriter(Document document, EnvelopeInfo envelope);  // a Document copy is cheap; later edits don't reach it
  ~PlanWriter();
  PlanWriter(PlanWriter&&) noexcept;
  PlanWriter& operator=(PlanWriter&&) noexcept;

  // Writes about `budget` more bytes; false when the text is complete.
  bool run(std::size_t budget);
  double progress() const;  // 0 … 1
  // What was written since the last call. All pieces joined are the file.
  std::string take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rancang
